#define G_LOG_DOMAIN "soleus-plan-tab"

#include "soleus-config.h"

#include "soleus-plan-tab.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-content.h"
#include "soleus-columns.h"
#include "soleus-criteria-card.h"
#include "soleus-phase-button.h"
#include "soleus-phrase.h"
#include "soleus-protocol-section.h"
#include "soleus-rehabilitation.h"
#include "soleus-why-popover.h"
#include "soleus-window-phrase.h"

struct _SoleusPlanTab {
  SoleusAthleteTab  parent_instance;

  GtkStack         *stack;
  GtkFlowBox       *phases_box;
  GtkLabel         *fits_label;
  GtkMenuButton    *why_button;
  GtkBox           *left_box;
  GtkBox           *right_box;
  AdwStatusPage    *error_page;

  SoleusContent    *content;  /* (nullable): it could not be read */
  SoleusWindow     *window;   /* (nullable) the strictest */
  SoleusAnswers    *screen;   /* (nullable) of the deciding episode, latest answers */
  GPtrArray        *measures; /* (nullable) (element-type SoleusRecord) newest first */
  int               suggested; /* the phase that fits; 0: none */
  int               chosen;   /* the phase looked at; 0: the one that fits */
};

G_DEFINE_FINAL_TYPE (SoleusPlanTab, soleus_plan_tab, SOLEUS_TYPE_ATHLETE_TAB)

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static SoleusRehabilitationInput
get_input (SoleusPlanTab *self)
{
  return (SoleusRehabilitationInput) {
    .window = self->window,
    .screen = self->screen,
    .affected = self->window != NULL ? self->window->side : SOLEUS_SIDE_UNKNOWN,
    .measures = self->measures,
  };
}

/* The answers of the episode, overlaid by those of later re-checks, oldest first. */
static SoleusAnswers *
read_screen (SoleusPlanTab *self,
             SoleusClinic  *clinic)
{
  g_autoptr (SoleusRecord) episode = NULL;
  g_autoptr (GPtrArray) contacts = NULL;
  const SoleusCatalogue *items = soleus_catalogue_get_screen_items ();
  SoleusAnswers *screen;

  if (self->window == NULL || self->window->episode_id == NULL)
    return NULL;
  episode = soleus_clinic_find (clinic, &soleus_episode_kind, self->window->episode_id, NULL);
  if (episode == NULL)
    return NULL;
  screen = soleus_record_get_answers (episode, "screen") != NULL ? soleus_answers_copy (soleus_record_get_answers (episode, "screen"))
                                                                  : soleus_answers_new ();
  contacts = soleus_clinic_list_of (clinic, &soleus_contact_kind, "episode", self->window->episode_id, NULL);
  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    {
      const SoleusAnswers *later = soleus_record_get_answers (g_ptr_array_index (contacts, i), "screen");

      for (gsize j = 0; later != NULL && j < items->n_rows; j++)
        if (soleus_answers_get (later, items->rows[j].id) != SOLEUS_ANSWER_UNKNOWN)
          soleus_answers_set (screen, items->rows[j].id, soleus_answers_get (later, items->rows[j].id));
    }
  return screen;
}

static gboolean
read_records (SoleusPlanTab  *self,
              GError        **error)
{
  SoleusClinic *clinic = soleus_athlete_tab_get_clinic (SOLEUS_ATHLETE_TAB (self));
  const char *athlete = soleus_athlete_tab_get_athlete_id (SOLEUS_ATHLETE_TAB (self));
  g_autoptr (SoleusAssessment) assessment = soleus_clinic_assess (clinic, athlete, soleus_clinic_get_now (clinic), error);
  GPtrArray *windows;

  if (assessment == NULL)
    return FALSE;
  g_clear_pointer (&self->window, soleus_window_unref);
  g_clear_pointer (&self->screen, soleus_answers_free);
  g_clear_pointer (&self->measures, g_ptr_array_unref);
  windows = soleus_assessment_get_windows (assessment);
  if (windows->len > 0)
    self->window = soleus_window_ref (g_ptr_array_index (windows, 0));
  self->screen = read_screen (self, clinic);
  self->measures = soleus_clinic_list_of_athlete (clinic, &soleus_measure_kind, athlete, error);
  return self->measures != NULL;
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

/* The criteria that matter: to enter the phase that is looked at, or, where that one fits already, the one after it. */
static SoleusContentSection *
get_next (SoleusPlanTab        *self,
          SoleusContentSection *phase)
{
  SoleusPhaseButton *next = get_button (self, soleus_content_section_get_phase (phase));

  if (soleus_content_section_get_phase (phase) > MAX (self->suggested, 1) || next == NULL)
    return phase;
  return soleus_phase_button_get_phase (next);
}

static void
show_phase (SoleusPlanTab        *self,
            SoleusContentSection *phase)
{
  SoleusRehabilitationInput input = get_input (self);
  g_autofree char *waits = dup_waits (self);
  GtkWidget *exercises;
  gboolean is_stopped = self->window != NULL && self->window->state == SOLEUS_WINDOW_STATE_HARD_STOP;

  clear (self->left_box);
  clear (self->right_box);
  gtk_box_append (self->left_box, soleus_criteria_card_new (get_next (self, phase), &input));
  gtk_box_append (self->left_box, soleus_protocol_section_new_advice (phase));
  if (is_stopped)
    {
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "label",
                                       _("No exercises under a hard stop. Record the doctor’s outcome first."), NULL);

      gtk_widget_add_css_class (label, "waits");
      gtk_box_append (self->right_box, label);
      return;
    }
  exercises = soleus_protocol_section_new_exercise_list (self->content, soleus_content_section_get_exercises (phase),
                                                         self->window != NULL ? self->window->side : SOLEUS_SIDE_UNKNOWN, waits);
  if (exercises != NULL)
    gtk_box_append (self->right_box, exercises);
}

static void
phase_toggled_cb (SoleusPlanTab     *self,
                  SoleusPhaseButton *button)
{
  if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
    return;
  self->chosen = soleus_content_section_get_phase (soleus_phase_button_get_phase (button));
  show_phase (self, soleus_phase_button_get_phase (button));
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
  SoleusRehabilitationInput input;
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
  input = get_input (self);
  self->suggested = soleus_rehabilitation_suggest_phase (&input, self->content);
  chosen = self->chosen > 0 ? self->chosen : MAX (self->suggested, 1);
  fits = dup_fits (self, self->suggested);
  gtk_label_set_label (self->fits_label, fits);
  show_why (self);
  for (int i = 0; (button = get_button (self, i)) != NULL; i++)
    soleus_phase_button_set_fits (button, soleus_content_section_get_phase (soleus_phase_button_get_phase (button)) == self->suggested);

  button = get_button (self, chosen - 1);
  if (button == NULL)
    return;
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
    show_phase (self, soleus_phase_button_get_phase (button));
  else
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  if (self->chosen == self->suggested)
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

static void
clinic_changed_cb (SoleusPlanTab *self,
                   const char    *kind,
                   const char    *athlete)
{
  if (athlete == NULL || g_strcmp0 (athlete, soleus_athlete_tab_get_athlete_id (SOLEUS_ATHLETE_TAB (self))) == 0)
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
  g_signal_connect_object (clinic, "changed", G_CALLBACK (clinic_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
log_episode_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  g_autofree char *target = g_strdup_printf ("episode:new:%s", soleus_athlete_tab_get_athlete_id (SOLEUS_ATHLETE_TAB (widget)));

  gtk_widget_activate_action (widget, "win.show", "s", target);
}

static void
soleus_plan_tab_dispose (GObject *object)
{
  SoleusPlanTab *self = SOLEUS_PLAN_TAB (object);

  g_clear_object (&self->content);
  g_clear_pointer (&self->window, soleus_window_unref);
  g_clear_pointer (&self->screen, soleus_answers_free);
  g_clear_pointer (&self->measures, g_ptr_array_unref);
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

  g_type_ensure (SOLEUS_TYPE_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-plan-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusPlanTab, stack);
  gtk_widget_class_bind_template_child (widget_class, SoleusPlanTab, phases_box);
  gtk_widget_class_bind_template_child (widget_class, SoleusPlanTab, fits_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusPlanTab, why_button);
  gtk_widget_class_bind_template_child (widget_class, SoleusPlanTab, left_box);
  gtk_widget_class_bind_template_child (widget_class, SoleusPlanTab, right_box);
  gtk_widget_class_bind_template_child (widget_class, SoleusPlanTab, error_page);
  gtk_widget_class_install_action (widget_class, "plan.log-episode", NULL, log_episode_cb);
}

static void
soleus_plan_tab_init (SoleusPlanTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
