/* soleus-flag-page.c: the life of one red flag */
#define G_LOG_DOMAIN "soleus-flag-page"

#include "soleus-config.h"

#include "soleus-flag-page.h"

#include "soleus-back-button.h"
#include "soleus-card.h"
#include "soleus-columns.h"
#include "soleus-flag-forms.h"
#include "soleus-flag-kind.h"
#include "soleus-paper-letter.h"
#include "soleus-phrase.h"
#include "soleus-pill.h"

#include <glib/gi18n-lib.h>

struct _SoleusFlagPage {
  SoleusPage       parent_instance;

  AdwWindowTitle  *header_title;
  GtkStack        *stack;
  AdwStatusPage   *missing;
  GtkLabel        *title_label;
  GtkLabel        *about_label;
  SoleusPill      *urgency_pill;
  SoleusPill      *state_pill;
  GtkLabel        *basis_label;
  GtkLabel        *why_label;
  GtkLabel        *sources_label;
  GtkLabel        *target_label;
  GtkLabel        *advice_label;
  SoleusCard      *course;
  GtkLabel        *error_label;
  SoleusFlagForms *forms;
  GtkWidget       *clot_button;

  char            *flag_id;
  SoleusRecord    *flag;    /* (nullable) */
  SoleusRecord    *athlete; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (SoleusFlagPage, soleus_flag_page, SOLEUS_TYPE_PAGE)

static SoleusClinic *
get_clinic (SoleusFlagPage *self)
{
  return soleus_page_get_clinic (SOLEUS_PAGE (self));
}

static const char *
get_kind_id (SoleusFlagPage *self)
{
  return soleus_record_get_text (self->flag, "kind");
}

/* --- showing --- */

static void
show_pills (SoleusFlagPage *self)
{
  SoleusFlagState state = soleus_record_get_enum (self->flag, "state");
  SoleusFlagChase chase = soleus_clinic_get_chase (get_clinic (self), self->flag);
  const char *urgency = soleus_enum_get_label (SOLEUS_TYPE_URGENCY, soleus_record_get_enum (self->flag, "urgency"));
  gboolean stops = state != SOLEUS_FLAG_STATE_CLEARED && soleus_flag_kind_is_hard_stop (get_kind_id (self));

  soleus_pill_set (self->urgency_pill, stops ? SOLEUS_PILL_HARD_STOP : SOLEUS_PILL_FLAG, urgency);

  if (state == SOLEUS_FLAG_STATE_CLEARED)
    soleus_pill_set (self->state_pill, SOLEUS_PILL_MET, soleus_enum_get_label (SOLEUS_TYPE_FLAG_STATE, state));
  else
    soleus_pill_set (self->state_pill, chase.overdue ? SOLEUS_PILL_CAUTION : SOLEUS_PILL_NEUTRAL,
                     chase.overdue ? _("Overdue") : soleus_enum_get_label (SOLEUS_TYPE_FLAG_STATE, state));
}

/* The sources by name, one a line. */
static char *
dup_sources (const SoleusFlagKind *kind)
{
  g_auto (GStrv) ids = g_strsplit (kind != NULL && kind->row.sources != NULL ? kind->row.sources : "", " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; ids[i] != NULL && ids[i][0] != '\0'; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", soleus_catalogue_get_label (soleus_catalogue_get_sources (), ids[i]));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_why (SoleusFlagPage *self)
{
  const SoleusFlagKind *kind = soleus_flag_kind_find (get_kind_id (self));
  g_auto (GStrv) sentences = soleus_clinic_list_flag_reasons (get_clinic (self), self->flag);
  g_autofree char *reason = g_strjoinv (" ", sentences);
  const char *caveat = kind != NULL ? soleus_catalogue_row_get_caveat (&kind->row) : NULL;
  const char *basis = soleus_clinic_get_flag_basis (self->flag);
  int target = soleus_record_get_enum (self->flag, "target");
  gboolean by_rule = soleus_record_get_bool (self->flag, "by-rule");
  g_autofree char *sources = dup_sources (kind);
  g_autofree char *why = NULL;

  why = g_strdup_printf ("%s%s%s", reason[0] != '\0' ? reason : by_rule ? _("Raised by a rule.") : _("Raised by hand, without a note."),
                         caveat != NULL ? "\n" : "", caveat != NULL ? caveat : "");
  gtk_label_set_text (self->why_label, why);
  gtk_label_set_text (self->sources_label, sources);
  gtk_widget_set_visible (GTK_WIDGET (self->sources_label), sources[0] != '\0');
  gtk_label_set_text (self->basis_label, basis != NULL ? basis : "");
  gtk_widget_set_visible (GTK_WIDGET (self->basis_label), basis != NULL);
  gtk_label_set_text (self->target_label, soleus_enum_get_label (SOLEUS_TYPE_REFERRAL_TARGET, target));
  gtk_label_set_text (self->advice_label, kind != NULL ? soleus_flag_kind_get_advice (kind) : "");
}

static void
append_event (SoleusFlagPage     *self,
              const SoleusMoment *at,
              const char         *icon,
              const char         *title,
              const char         *text,
              const char         *target)
{
  SoleusRecordLine *line = SOLEUS_RECORD_LINE (soleus_record_line_new ());
  g_autofree char *when = at != NULL ? soleus_phrase_dup_moment (at) : NULL;

  soleus_record_line_set_icon (line, icon);
  soleus_record_line_set_text (line, title, text);
  soleus_record_line_set_detail (line, when, -1);
  soleus_card_append_line (self->course, line, target);
}

/* opens the letter as it was issued */
static void
append_letter (SoleusFlagPage *self,
               SoleusRecord   *letter)
{
  g_autofree char *target = g_strconcat ("document:", soleus_record_get_id (letter), NULL);

  append_event (self, soleus_record_get_moment (letter, "issued-at"), "x-office-document-symbolic", _("Letter issued"),
                soleus_record_get_text (letter, "title"), target);
}

/* Returns: (transfer full) (nullable): that the outcome answers the letter, by its date */
static char *
dup_answered (SoleusRecord *letter)
{
  g_autofree char *date = letter != NULL ? soleus_phrase_dup_date (soleus_record_get_instant (letter, "issued-at")) : NULL;

  /* TRANSLATORS: %s is the date of a letter */
  return date != NULL ? g_strdup_printf (_("Outcome, in answer to the letter of %s"), date) : NULL;
}

static void
show_course (SoleusFlagPage *self)
{
  const char *to = soleus_record_get_text (self->flag, "referred-to");
  const char *how = soleus_record_get_text (self->flag, "referred-how");
  const char *outcome = soleus_record_get_text (self->flag, "outcome");
  const char *argument = soleus_record_get_text (self->flag, "not-clot-because");
  g_autoptr (SoleusRecord) letter = soleus_paper_find_letter (get_clinic (self), self->flag);
  g_autofree char *answered = dup_answered (letter);
  g_autofree char *referred = to != NULL && how != NULL ? g_strdup_printf (_("%s, by %s"), to, how) : g_strdup (to);

  soleus_card_clear (self->course);
  append_event (self, soleus_record_get_moment (self->flag, "raised-at"), "emoji-flags-symbolic", _("Raised"),
                soleus_record_get_bool (self->flag, "by-rule") ? _("by a rule") : _("by hand"), NULL);

  if (argument != NULL)
    append_event (self, soleus_record_get_moment (self->flag, "not-clot-at"), "document-edit-symbolic", _("A clot is not suspected"), argument, NULL);

  if (to != NULL)
    append_event (self, soleus_record_get_moment (self->flag, "referred-at"), "mail-send-symbolic", _("Referred"), referred, NULL);

  if (letter != NULL)
    append_letter (self, letter);

  if (outcome != NULL)
    append_event (self, soleus_record_get_moment (self->flag, "outcome-at"), "object-select-symbolic", answered != NULL ? answered : _("Outcome"), outcome, NULL);
}

static void
show_title (SoleusFlagPage *self)
{
  SoleusSide side = soleus_record_get_enum (self->flag, "side");
  const char *label = soleus_catalogue_get_label (soleus_catalogue_get_flag_kinds (), get_kind_id (self));
  const char *name = self->athlete != NULL ? soleus_record_get_text (self->athlete, "name") : _("Unknown athlete");
  SoleusFlagChase chase = soleus_clinic_get_chase (get_clinic (self), self->flag);
  g_autofree char *age = soleus_phrase_dup_age (MAX (soleus_clinic_get_now (get_clinic (self)) - chase.since, 0));
  g_autoptr (GString) about = g_string_new (name);

  if (side == SOLEUS_SIDE_LEFT || side == SOLEUS_SIDE_RIGHT)
    g_string_append_printf (about, " · %s", soleus_phrase_get_place (side, SOLEUS_REGION_WHOLE_BODY));

  if (soleus_record_get_enum (self->flag, "state") != SOLEUS_FLAG_STATE_CLEARED)
    {
      g_string_append (about, " · ");
      /* TRANSLATORS: %s is a duration, “2 days” */
      g_string_append_printf (about, _("waiting for %s"), age);
    }

  soleus_page_set_title (SOLEUS_PAGE (self), label);
  adw_window_title_set_subtitle (self->header_title, name);
  gtk_label_set_text (self->title_label, label);
  gtk_label_set_text (self->about_label, about->str);
}

/* The kinds of “a clot must be ruled out”, while there is no outcome. */
static gboolean
is_about_clot (SoleusFlagPage *self)
{
  const SoleusFlagKind *swelling = soleus_flag_kind_find ("swelling");
  const SoleusFlagKind *kind = soleus_flag_kind_find (get_kind_id (self));

  return kind != NULL && g_strcmp0 (kind->row.group, swelling->row.group) == 0 &&
         soleus_record_get_enum (self->flag, "state") != SOLEUS_FLAG_STATE_CLEARED;
}

static void
refresh (SoleusFlagPage *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->flag);
  g_clear_object (&self->athlete);
  self->flag = soleus_clinic_find (get_clinic (self), &soleus_red_flag_kind, self->flag_id, &error);
  gtk_stack_set_visible_child_name (self->stack, self->flag != NULL ? "flag" : "missing");

  if (self->flag == NULL)
    {
      adw_status_page_set_description (self->missing, error != NULL ? error->message : NULL);
      return;
    }

  self->athlete = soleus_clinic_find (get_clinic (self), &soleus_athlete_kind, soleus_record_get_text (self->flag, "athlete"), NULL);
  show_title (self);
  show_pills (self);
  show_why (self);
  show_course (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "flag.letter", !soleus_clinic_is_read_only (get_clinic (self)));
  gtk_widget_set_visible (self->clot_button, is_about_clot (self) && !soleus_clinic_is_read_only (get_clinic (self)));
  soleus_flag_forms_set_flag (self->forms, self->flag, !soleus_clinic_is_read_only (get_clinic (self)));
}

/* --- actions --- */

static void
show_error (SoleusFlagPage *self,
            const char     *message)
{
  gtk_label_set_text (self->error_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), message != NULL);
}

/* Saves a changed copy; what was typed stays where it is if that fails. */
static gboolean
save (SoleusFlagPage *self,
      SoleusRecord   *copy,
      const char     *said)
{
  g_autoptr (GError) error = NULL;

  if (!soleus_clinic_save (get_clinic (self), copy, &error))
    {
      show_error (self, error->message);
      return FALSE;
    }

  show_error (self, NULL);
  soleus_page_toast_undo (SOLEUS_PAGE (self), said);

  return TRUE;
}

static void
refer_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SoleusFlagPage *self = SOLEUS_FLAG_PAGE (widget);
  g_autoptr (SoleusRecord) copy = soleus_record_copy (self->flag);
  g_autoptr (GError) error = NULL;

  if (soleus_flag_forms_read_referral (self->forms, copy, &error))
    save (self, copy, _("Referral recorded"));
  else
    show_error (self, error->message);
}

static void
outcome_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  SoleusFlagPage *self = SOLEUS_FLAG_PAGE (widget);
  g_autoptr (SoleusRecord) copy = soleus_record_copy (self->flag);
  g_autoptr (GError) error = NULL;

  if (soleus_flag_forms_read_outcome (self->forms, copy, &error))
    save (self, copy, _("Outcome recorded"));
  else
    show_error (self, error->message);
}

static void
reopen_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SoleusFlagPage *self = SOLEUS_FLAG_PAGE (widget);
  g_autofree char *because = soleus_flag_forms_dup_reopening (self->forms);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusRecord) again = soleus_clinic_reopen_flag (get_clinic (self), self->flag, because, &error);

  if (again == NULL)
    {
      show_error (self, error->message);
      return;
    }

  soleus_page_toast_undo (SOLEUS_PAGE (self), _("Red flag opened again"));
  soleus_page_show (SOLEUS_PAGE (self), "flag:%s", soleus_record_get_id (again));
}

static void
not_clot_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  SoleusFlagPage *self = SOLEUS_FLAG_PAGE (widget);
  g_autoptr (SoleusRecord) copy = soleus_record_copy (self->flag);

  soleus_flag_forms_read_not_clot (self->forms, copy);
  save (self, copy, _("Reason recorded"));
}

static void
show_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SoleusFlagPage *self = SOLEUS_FLAG_PAGE (widget);

  soleus_page_show (SOLEUS_PAGE (self), "athlete:%s", soleus_record_get_text (self->flag, "athlete"));
}

static void
letter_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SoleusFlagPage *self = SOLEUS_FLAG_PAGE (widget);

  soleus_page_show (SOLEUS_PAGE (self), "letter:%s:%s", soleus_record_get_text (self->flag, "athlete"), soleus_record_get_id (self->flag));
}

static void
clot_screen_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  SoleusFlagPage *self = SOLEUS_FLAG_PAGE (widget);
  SoleusSide side = soleus_record_get_enum (self->flag, "side");
  gboolean one_leg = side == SOLEUS_SIDE_LEFT || side == SOLEUS_SIDE_RIGHT;

  soleus_page_show (SOLEUS_PAGE (self), "clot-screen:%s%s%s", soleus_record_get_text (self->flag, "athlete"), one_leg ? ":" : "",
                    one_leg ? soleus_enum_get_nick (SOLEUS_TYPE_SIDE, side) : "");
}

/* --- the page --- */

static void
clinic_changed_cb (SoleusFlagPage *self,
                   const char     *kind,
                   const char     *athlete_id)
{
  if (self->flag == NULL || athlete_id == NULL || g_strcmp0 (athlete_id, soleus_record_get_text (self->flag, "athlete")) == 0)
    refresh (self);
}

static void
soleus_flag_page_clinic_set (SoleusPage   *page,
                             SoleusClinic *clinic)
{
  SoleusFlagPage *self = SOLEUS_FLAG_PAGE (page);
  const char *target = soleus_page_get_target (page);

  soleus_page_set_title (page, _("Red Flag"));
  self->flag_id = g_strdup (target != NULL ? target : "");
  refresh (self);

  if (self->flag == NULL)
    return;

  soleus_flag_forms_fill (self->forms, self->flag, soleus_clinic_get_clock (clinic));
  g_signal_connect_object (clinic, "changed", G_CALLBACK (clinic_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "minute-passed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

static void
soleus_flag_page_dispose (GObject *object)
{
  SoleusFlagPage *self = SOLEUS_FLAG_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_FLAG_PAGE);
  g_clear_object (&self->flag);
  g_clear_object (&self->athlete);
  g_clear_pointer (&self->flag_id, g_free);

  G_OBJECT_CLASS (soleus_flag_page_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusFlagPage, name)

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-flag-page.ui");
  BIND (header_title);
  BIND (stack);
  BIND (missing);
  BIND (title_label);
  BIND (about_label);
  BIND (urgency_pill);
  BIND (state_pill);
  BIND (basis_label);
  BIND (why_label);
  BIND (sources_label);
  BIND (target_label);
  BIND (advice_label);
  BIND (course);
  BIND (error_label);
  BIND (forms);
  BIND (clot_button);
}

static void
soleus_flag_page_class_init (SoleusFlagPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_flag_page_dispose;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_flag_page_clinic_set;

  g_type_ensure (SOLEUS_TYPE_BACK_BUTTON);
  g_type_ensure (SOLEUS_TYPE_CARD);
  g_type_ensure (SOLEUS_TYPE_COLUMNS);
  g_type_ensure (SOLEUS_TYPE_FLAG_FORMS);
  g_type_ensure (SOLEUS_TYPE_PILL);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "flag.refer", NULL, refer_action);
  gtk_widget_class_install_action (widget_class, "flag.outcome", NULL, outcome_action);
  gtk_widget_class_install_action (widget_class, "flag.reopen", NULL, reopen_action);
  gtk_widget_class_install_action (widget_class, "flag.not-clot", NULL, not_clot_action);
  gtk_widget_class_install_action (widget_class, "flag.athlete", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "flag.letter", NULL, letter_action);
  gtk_widget_class_install_action (widget_class, "flag.clot-screen", NULL, clot_screen_action);
}

static void
soleus_flag_page_init (SoleusFlagPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
