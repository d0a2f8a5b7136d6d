#define G_LOG_DOMAIN "soleus-plan-tab"

#include "soleus-config.h"

#include "soleus-plan-tab.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-content.h"
#include "soleus-columns.h"
#include "soleus-criteria-card.h"
#include "soleus-phase-button.h"
#include "soleus-phase-window.h"
#include "soleus-phrase.h"
#include "soleus-plan-cards.h"
#include "soleus-planning.h"
#include "soleus-prescription.h"
#include "soleus-protocol-section.h"
#include "soleus-row-layout.h"
#include "soleus-why-popover.h"
#include "soleus-window-phrase.h"

struct _SoleusPlanTab {
  SoleusAthleteTab  parent_instance;

  GtkStack         *stack;
  GtkFlowBox       *phases_box;
  GtkLabel         *fits_label;
  GtkLabel         *decided_label;
  GtkButton        *move_button;
  GtkMenuButton    *why_button;
  GtkBox           *left_box;
  GtkBox           *right_box;
  AdwStatusPage    *error_page;

  SoleusContent    *content;  /* (nullable): it could not be read */
  SoleusPlanning   *planning; /* (nullable) until the first reading */
  SoleusWindow     *window;   /* (nullable) of the planning, the strictest */
  GPtrArray        *handouts; /* (nullable) (element-type SoleusRecord) newest first */
  GtkWidget        *adherence; /* (nullable) (weak) the card that asks how it went */
  int               suggested; /* the phase that fits; 0: none */
  int               phase;    /* the phase the athlete is in; 0: none */
  int               chosen;   /* the phase looked at; 0: the one the athlete is in */
};

G_DEFINE_FINAL_TYPE (SoleusPlanTab, soleus_plan_tab, SOLEUS_TYPE_ATHLETE_TAB)

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static gboolean
read_records (SoleusPlanTab  *self,
              GError        **error)
{
  SoleusClinic *clinic = soleus_athlete_tab_get_clinic (SOLEUS_ATHLETE_TAB (self));
  const char *athlete = soleus_athlete_tab_get_athlete_id (SOLEUS_ATHLETE_TAB (self));
  g_autoptr (SoleusPlanning) planning = soleus_planning_new (clinic, athlete, self->content, error);
  g_autoptr (GPtrArray) documents = NULL;

  if (planning == NULL)
    return FALSE;
  documents = soleus_clinic_list_of_athlete (clinic, &soleus_issued_document_kind, athlete, error);
  if (documents == NULL)
    return FALSE;
  g_set_object (&self->planning, planning);
  self->window = soleus_planning_get_window (planning);
  g_clear_pointer (&self->handouts, g_ptr_array_unref);
  self->handouts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < documents->len; i++)
    if (soleus_record_get_enum (documents->pdata[i], "kind") == SOLEUS_DOCUMENT_KIND_HANDOUT)
      g_ptr_array_add (self->handouts, g_object_ref (documents->pdata[i]));
  return TRUE;
}

static char *
dup_waits (SoleusPlanTab *self)
{
  g_autofree char *until = NULL;

  if (self->window == NULL || self->window->state == SOLEUS_WINDOW_STATE_OPEN)
    return NULL;
  until = soleus_window_phrase_dup_until (self->window);
  /* TRANSLATORS: %s is “until Sat 22 Nov, 18:40” or what it waits for */
  return g_strdup_printf (_("Waits: it counts as massage. Left out %s; then the leg is checked again."), until);
}

static char *
dup_fits (SoleusPlanTab *self,
          int            phase)
{
  const char *place = soleus_phrase_get_place (self->window->side, self->window->region);
  g_autofree char *until = NULL;

  if (phase == 0)
    return g_strdup_printf (_("No phase fits now: %s is under a hard stop until a doctor’s outcome is recorded."), place);
  if (self->window->state == SOLEUS_WINDOW_STATE_OPEN)
    return g_strdup_printf (_("Phase %d fits: the window of %s is over."), phase, place);
  until = soleus_window_phrase_dup_until (self->window);
  return g_strdup_printf (_("Phase %d fits: no massage or heat on %s %s."), phase, place, until);
}

static SoleusPhaseButton *
get_button (SoleusPlanTab *self,
            int            index)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->phases_box, index);

  return child != NULL ? SOLEUS_PHASE_BUTTON (gtk_flow_box_child_get_child (child)) : NULL;
}

/* the phase of a button in the content as it is now */
static SoleusContentSection *
get_phase (SoleusPlanTab     *self,
           SoleusPhaseButton *button)
{
  return soleus_content_get_section (self->content, soleus_content_section_get_id (soleus_phase_button_get_phase (button)));
}

/* The criteria that matter: to enter the phase that is looked at, or, where the athlete is there already, the one after it. */
static SoleusContentSection *
get_next (SoleusPlanTab        *self,
          SoleusContentSection *phase)
{
  SoleusPhaseButton *next = get_button (self, soleus_content_section_get_phase (phase));

  if (soleus_content_section_get_phase (phase) > MAX (self->phase, 1) || next == NULL)
    return phase;
  return get_phase (self, next);
}

static GPtrArray *
dup_before (SoleusPlanTab *self)
{
  return self->handouts->len > 1 ? soleus_prescription_parse (soleus_record_get_text (g_ptr_array_index (self->handouts, 1), "exercises")) : NULL;
}

/* What the athlete has at home, and how often it was done. */
static void
show_given (SoleusPlanTab *self)
{
  SoleusInstant now = soleus_clinic_get_now (soleus_athlete_tab_get_clinic (SOLEUS_ATHLETE_TAB (self)));
  SoleusRecord *last = self->handouts->len > 0 ? g_ptr_array_index (self->handouts, 0) : NULL;
  g_autoptr (GPtrArray) before = dup_before (self);

  if (last != NULL && soleus_record_get_instant (last, "issued-at") < soleus_planning_get_since (self->planning))
    last = NULL; /* it belongs to a cramp before this one */
  gtk_box_append (self->right_box, soleus_plan_cards_new_given (self->content, last, before, self->window->side));
  g_set_weak_pointer (&self->adherence, last != NULL ? soleus_plan_cards_new_adherence (self->content, last, now) : NULL);
  if (self->adherence != NULL)
    gtk_box_append (self->right_box, self->adherence);
}

static void
show_exercises (SoleusPlanTab        *self,
                SoleusContentSection *phase)
{
  g_autofree char *waits = dup_waits (self);
  GtkWidget *exercises;

  if (self->window->state == SOLEUS_WINDOW_STATE_HARD_STOP)
    {
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "label",
                                       _("No exercises under a hard stop. Record the doctor’s outcome first."), NULL);

      gtk_widget_add_css_class (label, "waits");
      gtk_box_append (self->right_box, label);
      return;
    }
  show_given (self);
  exercises = soleus_protocol_section_new_exercise_list (self->content, soleus_content_section_get_exercises (phase), self->window->side, waits);
  if (exercises != NULL)
    gtk_box_append (self->right_box, exercises);
}

static void
show_phase (SoleusPlanTab        *self,
            SoleusContentSection *phase)
{
  GtkWidget *history;
  int number = soleus_content_section_get_phase (phase);
  g_autofree char *move = g_strdup_printf (_("Move to Phase %d…"), number);

  clear (self->left_box);
  clear (self->right_box);
  gtk_button_set_label (self->move_button, move);
  gtk_widget_set_visible (GTK_WIDGET (self->move_button), self->phase > 0 && number != self->phase);
  gtk_box_append (self->left_box, soleus_criteria_card_new (get_next (self, phase), soleus_planning_get_input (self->planning)));
  gtk_box_append (self->left_box, soleus_protocol_section_new_advice (phase));
  history = soleus_plan_cards_new_history (self->content, soleus_planning_get_measures (self->planning), self->handouts);
  if (history != NULL)
    gtk_box_append (self->left_box, history);
  show_exercises (self, phase);
}

/* "Phase 2 since Thu 20 Nov, decided by T. Exemplar: walks well" */
static void
show_decision (SoleusPlanTab *self)
{
  SoleusRecord *decision = soleus_planning_get_decision (self->planning);
  SoleusClinic *clinic = soleus_athlete_tab_get_clinic (SOLEUS_ATHLETE_TAB (self));
  g_autoptr (SoleusRecord) author = NULL;
  g_autofree char *when = NULL;
  GString *text;

  gtk_widget_set_visible (GTK_WIDGET (self->decided_label), decision != NULL && self->phase > 0);
  if (decision == NULL || self->phase == 0)
    return;
  when = soleus_phrase_dup_moment (soleus_record_get_moment (decision, "at"));
  author = soleus_record_is_known (decision, "created-by") ? soleus_clinic_find (clinic, &soleus_therapist_kind, soleus_record_get_text (decision, "created-by"), NULL) : NULL;
  text = g_string_new (NULL);
  g_string_append_printf (text, _("In phase %d since %s"), self->phase, when);
  if (author != NULL)
    g_string_append_printf (text, _(", decided by %s"), soleus_record_get_text (author, "name"));
  if (soleus_record_is_known (decision, "note"))
    g_string_append_printf (text, "\n%s", soleus_record_get_text (decision, "note"));
  gtk_label_set_label (self->decided_label, text->str);
  g_string_free (text, TRUE);
}

static void
phase_toggled_cb (SoleusPlanTab     *self,
                  SoleusPhaseButton *button)
{
  if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
    return;
  self->chosen = soleus_content_section_get_phase (soleus_phase_button_get_phase (button));
  show_phase (self, get_phase (self, button));
}

static void
show_why (SoleusPlanTab *self)
{
  gboolean is_open = self->window == NULL || self->window->state == SOLEUS_WINDOW_STATE_OPEN;

  gtk_widget_set_visible (GTK_WIDGET (self->why_button), !is_open);
  gtk_menu_button_set_popover (self->why_button, is_open ? NULL : soleus_why_popover_new (self->window, self->window->region));
}

static void
refresh (SoleusPlanTab *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *fits = NULL;
  SoleusPhaseButton *button;
  int chosen;

  if (!read_records (self, &error))
    {
      adw_status_page_set_description (self->error_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "error");
      return;
    }
  if (self->window == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "plan");
  self->suggested = soleus_planning_get_suggested (self->planning);
  self->phase = soleus_planning_get_phase (self->planning);
  chosen = self->chosen > 0 ? self->chosen : MAX (self->phase, 1);
  fits = dup_fits (self, self->suggested);
  gtk_label_set_label (self->fits_label, fits);
  show_decision (self);
  show_why (self);
  for (int i = 0; (button = get_button (self, i)) != NULL; i++)
    soleus_phase_button_set_state (button, i + 1 == self->phase ? _("here now") : i + 1 == self->suggested ? _("fits now") : NULL);

  button = get_button (self, chosen - 1);
  if (button == NULL)
    return;
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
    show_phase (self, get_phase (self, button));
  else
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  if (self->chosen == self->phase)
    self->chosen = 0; /* follows the records until the person chooses another one */
}

static void
build_phases (SoleusPlanTab *self)
{
  GListModel *phases = soleus_content_list_phases (self->content);
  GtkWidget *first = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (phases); i++)
    {
      g_autoptr (SoleusContentSection) phase = g_list_model_get_item (phases, i);
      GtkWidget *button = soleus_phase_button_new (phase);

      if (first == NULL)
        first = button;
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      g_signal_connect_object (button, "toggled", G_CALLBACK (phase_toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_flow_box_append (self->phases_box, button);
      /* The button is the stop of the Tab key, not the cell around it. */
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    }
}

/* What the clinic adds to the protocol may have changed; where it cannot be read now, what was read stays. */
static void
soleus_plan_tab_refresh (SoleusAthleteTab *tab)
{
  SoleusPlanTab *self = SOLEUS_PLAN_TAB (tab);
  g_autoptr (SoleusContent) content = NULL;

  if (self->content == NULL)
    return;
  content = soleus_clinic_load_content (soleus_athlete_tab_get_clinic (tab), NULL, NULL);
  if (content != NULL)
    g_set_object (&self->content, content);
  refresh (self);
}

static void
soleus_plan_tab_athlete_set (SoleusAthleteTab *tab,
                             SoleusClinic     *clinic,
                             const char       *athlete_id)
{
  SoleusPlanTab *self = SOLEUS_PLAN_TAB (tab);
  g_autoptr (GError) error = NULL;

  self->content = soleus_clinic_load_content (clinic, NULL, &error);
  if (self->content == NULL)
    {
      adw_status_page_set_description (self->error_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "error");
      return;
    }
  build_phases (self);
  refresh (self);
}

static void
log_episode_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  g_autofree char *target = g_strdup_printf ("episode:new:%s", soleus_athlete_tab_get_athlete_id (SOLEUS_ATHLETE_TAB (widget)));

  gtk_widget_activate_action (widget, "win.show", "s", target);
}

/* @record: (transfer full): what is to be kept */
static void
commit (SoleusPlanTab *self,
        SoleusRecord  *record,
        const char    *said)
{
  g_autoptr (SoleusRecord) owned = record;
  g_autoptr (SoleusChange) change = soleus_change_new ();
  g_autoptr (GError) error = NULL;

  soleus_change_add (change, owned);
  if (soleus_clinic_commit (soleus_athlete_tab_get_clinic (SOLEUS_ATHLETE_TAB (self)), change, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", said);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
compose_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  g_autofree char *target = g_strdup_printf ("handout:%s", soleus_athlete_tab_get_athlete_id (SOLEUS_ATHLETE_TAB (widget)));

  gtk_widget_activate_action (widget, "win.show", "s", target);
}

static void
answer_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  SoleusPlanTab *self = SOLEUS_PLAN_TAB (widget);
  const char *test, *answer;

  g_variant_get (parameter, "(&s&s)", &test, &answer);
  commit (self, soleus_planning_new_measure (self->planning, test, g_str_equal (answer, "yes") ? 1.0 : 0.0, NULL), _("Answer recorded"));
}

static void
record_adherence_cb (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  SoleusPlanTab *self = SOLEUS_PLAN_TAB (widget);
  g_autofree char *note = NULL;
  double percent;

  if (self->adherence == NULL)
    return;
  if (!soleus_plan_cards_read_adherence (self->adherence, &percent, &note))
    {
      gtk_widget_activate_action (widget, "win.toast", "s", _("Enter how often at least one exercise was done."));
      return;
    }
  commit (self, soleus_planning_new_measure (self->planning, "adherence", percent, note), _("Recorded how it went"));
}

static void
decide (SoleusPlanTab *self,
        int            phase,
        const char    *reason)
{
  g_autofree char *said = g_strdup_printf (_("Moved to phase %d"), phase);

  self->chosen = 0;
  commit (self, soleus_planning_new_decision (self->planning, phase, reason), said);
}

static void
moved_cb (SoleusPhaseWindow *window,
          const char        *reason,
          SoleusPlanTab     *self)
{
  decide (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (window), "phase")), reason);
}

/* A step back needs no reason; a step forward with criteria open does. */
static void
move_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  SoleusPlanTab *self = SOLEUS_PLAN_TAB (widget);
  g_autoptr (GPtrArray) open = NULL;
  GtkWidget *window;

  if (self->chosen == 0 || self->phase == 0 || self->chosen == self->phase)
    return;
  open = soleus_planning_list_open (self->planning, self->chosen);
  if (self->chosen < self->phase || open->len == 0)
    {
      decide (self, self->chosen, NULL);
      return;
    }
  window = soleus_phase_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->chosen, open);
  g_object_set_data (G_OBJECT (window), "phase", GINT_TO_POINTER (self->chosen));
  g_signal_connect_object (window, "moved", G_CALLBACK (moved_cb), self, 0);
  gtk_window_present (GTK_WINDOW (window));
}

static void
soleus_plan_tab_dispose (GObject *object)
{
  SoleusPlanTab *self = SOLEUS_PLAN_TAB (object);

  g_clear_object (&self->content);
  self->window = NULL;
  g_clear_weak_pointer (&self->adherence);
  g_clear_object (&self->planning);
  g_clear_pointer (&self->handouts, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (object), NULL); /* the stack is bound: disposing the template would free it under the bin */
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_PLAN_TAB);
  G_OBJECT_CLASS (soleus_plan_tab_parent_class)->dispose (object);
}

static void
soleus_plan_tab_class_init (SoleusPlanTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_plan_tab_dispose;
  SOLEUS_ATHLETE_TAB_CLASS (klass)->athlete_set = soleus_plan_tab_athlete_set;
  SOLEUS_ATHLETE_TAB_CLASS (klass)->refresh = soleus_plan_tab_refresh;

  g_type_ensure (SOLEUS_TYPE_COLUMNS);
  g_type_ensure (SOLEUS_TYPE_ROW_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-plan-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusPlanTab, stack);
  gtk_widget_class_bind_template_child (widget_class, SoleusPlanTab, phases_box);
  gtk_widget_class_bind_template_child (widget_class, SoleusPlanTab, fits_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusPlanTab, decided_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusPlanTab, move_button);
  gtk_widget_class_bind_template_child (widget_class, SoleusPlanTab, why_button);
  gtk_widget_class_bind_template_child (widget_class, SoleusPlanTab, left_box);
  gtk_widget_class_bind_template_child (widget_class, SoleusPlanTab, right_box);
  gtk_widget_class_bind_template_child (widget_class, SoleusPlanTab, error_page);
  gtk_widget_class_install_action (widget_class, "plan.log-episode", NULL, log_episode_cb);
  gtk_widget_class_install_action (widget_class, "plan.compose", NULL, compose_cb);
  gtk_widget_class_install_action (widget_class, "plan.answer", "(ss)", answer_cb);
  gtk_widget_class_install_action (widget_class, "plan.record-adherence", NULL, record_adherence_cb);
  gtk_widget_class_install_action (widget_class, "plan.move", NULL, move_cb);
}

static void
soleus_plan_tab_init (SoleusPlanTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
