#include "soleus-config.h"

#include "soleus-visit-editor-page.h"

#include <glib/gi18n-lib.h>

#include "soleus-amend-window.h"
#include "soleus-amendment-list.h"
#include "soleus-banner.h"
#include "soleus-card.h"
#include "soleus-columns.h"
#include "soleus-date-entry.h"
#include "soleus-dialogs.h"
#include "soleus-episode-effect.h"
#include "soleus-error.h"
#include "soleus-field-binding.h"
#include "soleus-form-row.h"
#include "soleus-measure-card.h"
#include "soleus-moment-entry.h"
#include "soleus-phrase.h"
#include "soleus-planned-lines.h"
#include "soleus-recheck-card.h"
#include "soleus-treatment-card.h"
#include "soleus-visit-change.h"
#include "soleus-void-window.h"
#include "soleus-window-groups.h"
#include "soleus-wrap-layout.h"

struct _SoleusVisitEditorPage {
  SoleusEditor         parent_instance;

  SoleusEditorHeader  *header;
  GtkWidget           *banners;
  GtkLabel            *get_help;
  GtkLabel            *issues;
  GtkWidget           *columns;
  GtkWidget           *subjective;
  GtkWidget           *objective;
  GtkWidget           *assessment;
  GtkWidget           *plan;
  GtkWidget           *time;
  GtkMenuButton       *about;
  GtkWidget           *follow_up;
  GtkLabel            *handouts;
  SoleusCard          *signed_card;
  GtkWidget           *amendments;
  SoleusTreatmentCard *treatments;
  GtkWidget           *recheck_part;
  SoleusRecheckCard   *recheck;
  SoleusMeasureCard   *measures;
  GtkWidget           *bottom;
  GtkWidget           *sign;
  GtkWidget           *record_recheck;

  SoleusDraft         *draft;
  GVariant            *typed;       /* (nullable): what was typed before somebody signed, and is no part of the visit */
  char                *typed_words; /* (nullable) */
  GPtrArray           *episodes; /* (element-type SoleusRecord) of the athlete, newest first */
  gboolean             loading;
};

G_DEFINE_FINAL_TYPE (SoleusVisitEditorPage, soleus_visit_editor_page, SOLEUS_TYPE_EDITOR)

/* the episodes that can be chosen: the newest ones, and those that the visit already names */
#define N_EPISODES 8

static SoleusRecord *
get_visit (SoleusVisitEditorPage *self)
{
  return soleus_draft_get_current (self->draft);
}

static SoleusClinic *
get_clinic (SoleusVisitEditorPage *self)
{
  return soleus_page_get_clinic (SOLEUS_PAGE (self));
}

static const char *
get_athlete_id (SoleusVisitEditorPage *self)
{
  return soleus_record_get_text (get_visit (self), "athlete");
}

static gboolean
is_signed (SoleusVisitEditorPage *self)
{
  return soleus_record_get_enum (soleus_draft_get_original (self->draft), "state") == SOLEUS_VISIT_STATE_SIGNED;
}

/* the episode that is treated and looked at again: the newest of those the visit is about */
static SoleusRecord *
find_episode (SoleusVisitEditorPage *self)
{
  const char *const *ids = soleus_record_get_ids (get_visit (self), "episodes");

  for (guint i = 0; ids != NULL && self->episodes != NULL && i < self->episodes->len; i++)
    if (g_strv_contains (ids, soleus_record_get_id (self->episodes->pdata[i])))
      return self->episodes->pdata[i];
  return NULL;
}

/* Returns: (transfer full): "Thu 20 Nov, Gastrocnemius, left" */
static char *
dup_episode_name (SoleusRecord *episode)
{
  g_autofree char *date = soleus_phrase_dup_date (soleus_record_get_instant (episode, "onset"));
  g_autofree char *muscle = soleus_phrase_dup_muscle (soleus_record_get_enum (episode, "side"), soleus_record_get_text (episode, "muscle"));

  return g_strdup_printf ("%s, %s", date, muscle);
}

static void
show_banners (SoleusVisitEditorPage *self)
{
  SoleusClinic *clinic = get_clinic (self);
  SoleusInstant now = soleus_clinic_get_now (clinic);
  g_autoptr (SoleusAssessment) assessment = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->banners)) != NULL)
    gtk_box_remove (GTK_BOX (self->banners), child);
  if (get_athlete_id (self) != NULL)
    assessment = soleus_clinic_assess (clinic, get_athlete_id (self), now, NULL);
  if (assessment != NULL)
    groups = soleus_window_groups_new (soleus_assessment_get_windows (assessment));
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      SoleusWindowGroup *group = groups->pdata[i];
      GtkWidget *banner = soleus_banner_new ();

      soleus_banner_set_window (SOLEUS_BANNER (banner), group->window, group->side, group->region, NULL, now);
      gtk_box_append (GTK_BOX (self->banners), banner);
    }
  if (get_athlete_id (self) != NULL)
    soleus_planned_lines_append_banners (GTK_BOX (self->banners), clinic, get_athlete_id (self), soleus_record_get_id (get_visit (self)));
}

static void
show_about (SoleusVisitEditorPage *self)
{
  const char *const *ids = soleus_record_get_ids (get_visit (self), "episodes");
  guint n = ids != NULL ? g_strv_length ((char **) ids) : 0;
  SoleusRecord *episode = find_episode (self);
  g_autofree char *name = episode != NULL ? dup_episode_name (episode) : NULL;
  g_autofree char *label = NULL;

  if (name == NULL)
    label = g_strdup (_("No episode"));
  else if (n > 1)
    label = g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n - 1), name, n - 1);
  gtk_label_set_label (GTK_LABEL (gtk_menu_button_get_child (self->about)), label != NULL ? label : name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->about), GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : name, -1);
  soleus_recheck_card_set_detail (self->recheck, name);
  gtk_widget_set_visible (self->recheck_part, episode != NULL && !is_signed (self));
  gtk_widget_set_visible (self->record_recheck, episode != NULL && !is_signed (self));
  if (episode != NULL)
    {
      const SoleusCatalogueRow *muscle = soleus_catalogue_find (soleus_catalogue_get_muscles (), soleus_record_get_text (episode, "muscle"));

      soleus_treatment_card_set_place (self->treatments, soleus_record_get_enum (episode, "side"),
                                       muscle != NULL ? (SoleusRegion) muscle->value : SOLEUS_REGION_CALF);
    }
  else
    soleus_treatment_card_set_place (self->treatments, SOLEUS_SIDE_UNKNOWN, SOLEUS_REGION_CALF);
}

static void
episode_toggled_cb (SoleusVisitEditorPage *self,
                    GtkCheckButton        *check)
{
  const char *id = g_object_get_data (G_OBJECT (check), "episode");
  const char *const *ids = soleus_record_get_ids (get_visit (self), "episodes");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) chosen = NULL;

  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
    if (!g_str_equal (ids[i], id))
      g_strv_builder_add (builder, ids[i]);
  if (gtk_check_button_get_active (check))
    g_strv_builder_add (builder, id);
  chosen = g_strv_builder_end (builder);
  soleus_record_set_ids (get_visit (self), "episodes", chosen[0] != NULL ? (const char *const *) chosen : NULL);
}

static void
build_about (SoleusVisitEditorPage *self)
{
  const char *const *ids = soleus_record_get_ids (get_visit (self), "episodes");
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < self->episodes->len; i++)
    {
      g_autofree char *name = NULL;
      gboolean chosen = ids != NULL && g_strv_contains (ids, soleus_record_get_id (self->episodes->pdata[i]));
      GtkWidget *check;

      if (i >= N_EPISODES && !chosen)
        continue;
      name = dup_episode_name (self->episodes->pdata[i]);
      check = gtk_check_button_new_with_label (name);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
      g_object_set_data (G_OBJECT (check), "episode", (gpointer) soleus_record_get_id (self->episodes->pdata[i]));
      g_signal_connect_object (check, "toggled", G_CALLBACK (episode_toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), check);
    }
  if (self->episodes->len == 0)
    gtk_box_append (GTK_BOX (box), gtk_label_new (_("No episode is logged yet.")));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (self->about, popover);
  gtk_menu_button_set_always_show_arrow (self->about, TRUE);
  gtk_menu_button_set_child (self->about, g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, NULL));
}

static void
show_handouts (SoleusVisitEditorPage *self)
{
  g_autoptr (GPtrArray) documents = soleus_clinic_list_of (get_clinic (self), &soleus_issued_document_kind, "visit",
                                                           soleus_record_get_id (get_visit (self)), NULL);
  guint n = documents != NULL ? documents->len : 0;
  g_autofree char *text = n > 0 ? g_strdup_printf (ngettext ("%u document issued", "%u documents issued", n), n) : NULL;

  gtk_label_set_label (self->handouts, text != NULL ? text : _("none given yet"));
}

static void
show_amendments (SoleusVisitEditorPage *self)
{
  GtkTextView *const texts[] = { GTK_TEXT_VIEW (self->subjective), GTK_TEXT_VIEW (self->objective), GTK_TEXT_VIEW (self->assessment), GTK_TEXT_VIEW (self->plan) };
  g_autofree char *detail = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->signed_card), is_signed (self));
  if (!is_signed (self))
    return;
  detail = soleus_amendment_list_fill (GTK_BOX (self->amendments), get_clinic (self), get_visit (self), self->typed_words, texts);
  soleus_card_set_detail (self->signed_card, detail);
}

static void
show_help (SoleusVisitEditorPage *self)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  gboolean needed = soleus_get_help_describe (soleus_clinic_get_profile (get_clinic (self)), soleus_recheck_card_get_signs (self->recheck),
                                              &title, &text);
  g_autofree char *both = needed ? g_strdup_printf ("%s. %s", title, text) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->get_help), needed);
  gtk_label_set_label (self->get_help, both != NULL ? both : "");
}

static void
draft_changed_cb (SoleusVisitEditorPage *self)
{
  if (self->loading)
    return;
  show_about (self);
  show_help (self);
  soleus_treatment_card_set_visit (self->treatments, get_clinic (self), get_visit (self));
  soleus_editor_touch (SOLEUS_EDITOR (self));
}

static void
show_title (SoleusVisitEditorPage *self)
{
  g_autoptr (SoleusRecord) athlete = get_athlete_id (self) != NULL
                                       ? soleus_clinic_find (get_clinic (self), &soleus_athlete_kind, get_athlete_id (self), NULL) : NULL;
  const SoleusMoment *time = soleus_record_get_moment (get_visit (self), "time");
  g_autofree char *when = soleus_phrase_dup_moment (time);
  g_autofree char *title = g_strdup_printf (is_signed (self) ? _("Signed Visit, %s") : _("Visit, %s"), when);
  const char *name = athlete != NULL ? soleus_record_get_text (athlete, "name") : "";

  g_object_set (self->header, "title", title, "subtitle", name, "save-label", _("_Save Draft"), "save-visible", !is_signed (self), NULL);
  soleus_page_set_title (SOLEUS_PAGE (self), title);
}

static void
set_editable (SoleusVisitEditorPage *self,
              gboolean               editable)
{
  GtkWidget *texts[] = { self->subjective, self->objective, self->assessment, self->plan };
  GtkWidget *controls[] = { self->time, GTK_WIDGET (self->about), self->follow_up };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    gtk_text_view_set_editable (GTK_TEXT_VIEW (texts[i]), editable);
  for (gsize i = 0; i < G_N_ELEMENTS (controls); i++)
    gtk_widget_set_sensitive (controls[i], editable);
  soleus_treatment_card_set_editable (self->treatments, editable);
  soleus_measure_card_set_editable (self->measures, editable);
  gtk_widget_set_visible (self->bottom, editable);
}

/* Shows a stored visit, or a new one. */
static void
load_visit (SoleusVisitEditorPage *self,
            SoleusRecord          *visit)
{
  const char *id = soleus_record_get_id (visit);
  g_autoptr (GPtrArray) treatments = soleus_clinic_list_of (get_clinic (self), &soleus_treatment_kind, "visit", id, NULL);
  g_autoptr (GPtrArray) overrides = soleus_clinic_list_of (get_clinic (self), &soleus_override_kind, "visit", id, NULL);
  g_autoptr (GPtrArray) measures = soleus_clinic_list_of (get_clinic (self), &soleus_measure_kind, "visit", id, NULL);

  self->loading = TRUE;
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_clear_object (&self->draft);
  self->draft = soleus_draft_new (visit);
  soleus_field_bind (self->draft, "subjective", self->subjective);
  soleus_field_bind (self->draft, "objective", self->objective);
  soleus_field_bind (self->draft, "assessment", self->assessment);
  soleus_field_bind (self->draft, "plan", self->plan);
  soleus_field_bind (self->draft, "time", self->time);
  soleus_field_bind (self->draft, "follow-up", self->follow_up);
  soleus_treatment_card_set_visit (self->treatments, get_clinic (self), get_visit (self));
  soleus_treatment_card_load (self->treatments, treatments, overrides);
  soleus_measure_card_load (self->measures, measures);
  soleus_recheck_card_clear (self->recheck);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  self->loading = FALSE;

  build_about (self);
  show_about (self);
  show_banners (self);
  show_handouts (self);
  show_amendments (self);
  show_title (self);
  set_editable (self, !is_signed (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "visit.void", soleus_record_get_revision (visit) > 0);
}

static GVariant *
soleus_visit_editor_page_collect (SoleusEditor *editor)
{
  SoleusVisitEditorPage *self = SOLEUS_VISIT_EDITOR_PAGE (editor);

  if (self->typed != NULL)
    return g_variant_ref (self->typed);
  return g_variant_new ("(@a{sv}vv@a{sv})", soleus_draft_to_variant (self->draft), soleus_treatment_card_collect (self->treatments),
                        soleus_measure_card_collect (self->measures), soleus_recheck_card_collect (self->recheck));
}

/* @typed: (nullable) */
static void
take_typed (SoleusVisitEditorPage *self,
            GVariant              *typed)
{
  g_autoptr (GVariant) visit = typed != NULL ? g_variant_get_child_value (typed, 0) : NULL;

  g_free (self->typed_words);
  self->typed_words = visit != NULL ? soleus_amendment_list_dup_unsigned (get_visit (self), visit) : NULL;
  g_clear_pointer (&self->typed, g_variant_unref);
  self->typed = self->typed_words != NULL ? g_variant_ref (typed) : NULL;
  show_amendments (self);
}

static gboolean
soleus_visit_editor_page_restore (SoleusEditor  *editor,
                                  GVariant      *content,
                                  GError       **error)
{
  SoleusVisitEditorPage *self = SOLEUS_VISIT_EDITOR_PAGE (editor);
  g_autoptr (GVariant) visit = NULL;
  g_autoptr (GVariant) treatments = NULL;
  g_autoptr (GVariant) measures = NULL;
  g_autoptr (GVariant) contact = NULL;

  if (!g_variant_is_of_type (content, G_VARIANT_TYPE ("(a{sv}vva{sv})")))
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The kept draft was written by another version and cannot be read."));
      return FALSE;
    }
  if (is_signed (self))
    {
      take_typed (self, content);
      return TRUE;
    }
  g_variant_get (content, "(@a{sv}vv@a{sv})", &visit, &treatments, &measures, &contact);
  if (!soleus_draft_restore (self->draft, visit, error))
    return FALSE;
  soleus_treatment_card_set_visit (self->treatments, get_clinic (self), get_visit (self));
  soleus_treatment_card_restore (self->treatments, treatments);
  soleus_measure_card_restore (self->measures, measures);
  soleus_recheck_card_restore (self->recheck, contact);
  build_about (self);
  show_about (self);
  return TRUE;
}

static void
add_contact (SoleusVisitEditorPage *self,
             SoleusRecord          *visit,
             SoleusChange          *change)
{
  SoleusRecord *episode = find_episode (self);
  const SoleusMoment *time = soleus_record_get_moment (visit, "time");
  g_autoptr (SoleusMoment) now = soleus_moment_new_local (soleus_clinic_get_now (get_clinic (self)));
  const SoleusMoment *at = time != NULL && time->instant < now->instant ? time : now;
  g_autoptr (SoleusRecord) contact = NULL;

  contact = soleus_recheck_card_dup_contact (self->recheck, soleus_record_get_text (visit, "athlete"),
                                             episode != NULL ? soleus_record_get_id (episode) : NULL, soleus_record_get_id (visit), at);
  if (contact != NULL)
    soleus_change_add (change, contact);
}

/* Writes everything as a draft visit, all or nothing. The commit has the last word about the treatments. */
static gboolean
commit_draft (SoleusVisitEditorPage  *self,
              GError                **error)
{
  g_autoptr (SoleusRecord) visit = soleus_record_copy (get_visit (self));
  g_autoptr (SoleusChange) change = soleus_change_new ();
  g_autoptr (GPtrArray) measures = soleus_measure_card_list (self->measures);
  g_autoptr (GError) local_error = NULL;

  if (!soleus_record_check (visit, soleus_clinic_get_now (get_clinic (self)), error) ||
      !soleus_treatment_card_finish_line (self->treatments, error) || !soleus_treatment_card_ask_again (self->treatments, error))
    return FALSE;
  soleus_change_add (change, visit);
  add_contact (self, visit, change);
  soleus_treatment_card_add_to_change (self->treatments, change, soleus_record_get_id (visit));
  soleus_visit_change_add_measures (change, visit, measures, soleus_measure_card_list_removed (self->measures));
  soleus_visit_change_add_follow_up (change, visit, get_clinic (self));
  if (soleus_clinic_commit (get_clinic (self), change, &local_error))
    return TRUE;
  if (g_error_matches (local_error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED))
    soleus_treatment_card_show_refusal (self->treatments, local_error->message);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
reload (SoleusVisitEditorPage *self)
{
  g_autofree char *id = g_strdup (soleus_record_get_id (get_visit (self)));
  g_autofree char *key = g_strdup_printf ("visit:%s", id);
  g_autoptr (SoleusRecord) stored = soleus_clinic_find (get_clinic (self), &soleus_visit_kind, id, NULL);

  if (stored == NULL)
    return;
  load_visit (self, stored);
  soleus_editor_forget (SOLEUS_EDITOR (self));
  soleus_editor_set_key (SOLEUS_EDITOR (self), key, soleus_page_get_title (SOLEUS_PAGE (self)));
}

/* Saves and stays on the page, for what needs a stored visit. */
static gboolean
save_here (SoleusVisitEditorPage *self)
{
  g_autoptr (GError) error = NULL;

  if (is_signed (self))
    return TRUE;
  if (!soleus_editor_all_valid (SOLEUS_EDITOR (self)) || !commit_draft (self, &error))
    {
      soleus_editor_show_issue (SOLEUS_EDITOR (self), error != NULL ? error->message : _("An entry cannot be read. It is marked."));
      return FALSE;
    }
  reload (self);
  return TRUE;
}

static gboolean
soleus_visit_editor_page_save (SoleusEditor  *editor,
                               GError       **error)
{
  SoleusVisitEditorPage *self = SOLEUS_VISIT_EDITOR_PAGE (editor);

  if (is_signed (self))
    return TRUE;
  if (!commit_draft (self, error))
    return FALSE;
  soleus_editor_forget (editor);
  soleus_page_toast_undo (SOLEUS_PAGE (self), _("Visit saved as a draft"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
  return TRUE;
}

static void
sign_confirmed_cb (gboolean confirmed,
                   gpointer user_data)
{
  SoleusVisitEditorPage *self = user_data;
  SoleusRecord *therapist = soleus_clinic_get_therapist (get_clinic (self));
  g_autoptr (SoleusRecord) visit = NULL;
  g_autoptr (SoleusMoment) now = NULL;
  g_autoptr (GError) error = NULL;

  if (!confirmed || !save_here (self))
    return;
  visit = soleus_record_copy (get_visit (self));
  now = soleus_moment_new_local (soleus_clinic_get_now (get_clinic (self)));
  soleus_record_set_enum (visit, "state", SOLEUS_VISIT_STATE_SIGNED);
  soleus_record_set_moment (visit, "signed-at", now);
  soleus_record_set_text (visit, "signed-by", therapist != NULL ? soleus_record_get_id (therapist) : NULL);
  if (!soleus_clinic_save (get_clinic (self), visit, &error))
    {
      soleus_editor_show_issue (SOLEUS_EDITOR (self), error->message);
      return;
    }
  reload (self);
  soleus_page_toast (SOLEUS_PAGE (self), _("Visit signed"));
}

static void
sign_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  soleus_ask (widget, _("Sign this visit?"), _("A signed visit is frozen. What comes later is added as a dated amendment."), _("_Sign"), FALSE,
              sign_confirmed_cb, g_object_ref (widget), g_object_unref);
}

static void
recheck_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SoleusVisitEditorPage *self = SOLEUS_VISIT_EDITOR_PAGE (widget);

  if (!soleus_recheck_card_is_answered (self->recheck))
    soleus_editor_show_issue (SOLEUS_EDITOR (self), _("Nothing was answered under “Looked at again”."));
  else if (save_here (self))
    soleus_page_toast_undo (SOLEUS_PAGE (self), _("Re-check recorded"));
}

static void
handout_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SoleusVisitEditorPage *self = SOLEUS_VISIT_EDITOR_PAGE (widget);

  if (save_here (self))
    soleus_page_show (SOLEUS_PAGE (self), "handout:%s:%s", get_athlete_id (self), soleus_record_get_id (get_visit (self)));
}

static void
typed_amended_cb (SoleusVisitEditorPage *self)
{
  take_typed (self, NULL);
  soleus_editor_forget (SOLEUS_EDITOR (self));
}

static void
amend_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SoleusVisitEditorPage *self = SOLEUS_VISIT_EDITOR_PAGE (widget);
  gboolean with_typed = g_str_equal (name, "visit.amend-typed");
  GtkWidget *window = soleus_amend_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), get_clinic (self), get_visit (self),
                                               with_typed ? self->typed_words : NULL);

  g_signal_connect_object (window, "amended", with_typed ? G_CALLBACK (typed_amended_cb) : G_CALLBACK (show_amendments), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
void_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (soleus_void_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), SOLEUS_EDITOR (widget),
                                                          get_visit (SOLEUS_VISIT_EDITOR_PAGE (widget)))));
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SoleusVisitEditorPage *self = SOLEUS_VISIT_EDITOR_PAGE (widget);

  soleus_page_show (SOLEUS_PAGE (self), "summary:%s", soleus_record_get_id (get_visit (self)));
}

static SoleusRecord *
create_visit (SoleusVisitEditorPage *self,
              const char            *athlete_id)
{
  SoleusRecord *visit = soleus_record_new (&soleus_visit_kind);
  g_autoptr (SoleusMoment) now = soleus_moment_new_local (soleus_clinic_get_now (get_clinic (self)) / SOLEUS_USEC_PER_MINUTE * SOLEUS_USEC_PER_MINUTE);

  soleus_record_set_text (visit, "athlete", athlete_id);
  soleus_record_set_moment (visit, "time", now);
  return visit;
}

/* A new visit is about the newest episode if that is of the last two weeks. */
static void
suggest_episode (SoleusVisitEditorPage *self,
                 SoleusRecord          *visit)
{
  const char *ids[] = { NULL, NULL };

  if (soleus_record_get_revision (visit) > 0 || self->episodes->len == 0 ||
      soleus_clinic_get_now (get_clinic (self)) - soleus_record_get_instant (self->episodes->pdata[0], "onset") > 14 * 24 * SOLEUS_USEC_PER_HOUR)
    return;
  ids[0] = soleus_record_get_id (self->episodes->pdata[0]);
  soleus_record_set_ids (visit, "episodes", ids);
}

static void
soleus_visit_editor_page_clinic_set (SoleusPage   *page,
                                     SoleusClinic *clinic)
{
  SoleusVisitEditorPage *self = SOLEUS_VISIT_EDITOR_PAGE (page);
  const char *target = soleus_page_get_target (page) != NULL ? soleus_page_get_target (page) : "";
  g_autofree char *key = g_strdup_printf ("visit:%s", target);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusRecord) visit = NULL;

  if (g_str_has_prefix (target, "new:"))
    visit = create_visit (self, target + strlen ("new:"));
  else
    visit = soleus_clinic_resolve (clinic, &soleus_visit_kind, target, &error);
  if (visit == NULL)
    visit = create_visit (self, NULL);
  if (soleus_record_get_text (visit, "athlete") != NULL)
    self->episodes = soleus_clinic_list_of_athlete (clinic, &soleus_episode_kind, soleus_record_get_text (visit, "athlete"), NULL);
  if (self->episodes == NULL)
    self->episodes = g_ptr_array_new_with_free_func (g_object_unref);
  suggest_episode (self, visit);

  soleus_moment_entry_set_clock (SOLEUS_MOMENT_ENTRY (self->time), soleus_clinic_get_clock (clinic));
  soleus_date_entry_set_clock (SOLEUS_DATE_ENTRY (self->follow_up), soleus_clinic_get_clock (clinic));
  load_visit (self, visit);
  soleus_editor_start (SOLEUS_EDITOR (self), self->header, self->issues, key, "visit", get_athlete_id (self), soleus_page_get_title (page));
  g_signal_connect_object (self->treatments, "changed", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->measures, "changed", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recheck, "changed", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clinic, "changed", G_CALLBACK (show_banners), self, G_CONNECT_SWAPPED);
  show_help (self);
  if (error != NULL)
    soleus_editor_show_issue (SOLEUS_EDITOR (self), error->message);
}

static void
soleus_visit_editor_page_dispose (GObject *object)
{
  SoleusVisitEditorPage *self = SOLEUS_VISIT_EDITOR_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_VISIT_EDITOR_PAGE);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->typed, g_variant_unref);
  g_clear_pointer (&self->typed_words, g_free);
  g_clear_pointer (&self->episodes, g_ptr_array_unref);

  G_OBJECT_CLASS (soleus_visit_editor_page_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusVisitEditorPage, name)

static void
soleus_visit_editor_page_class_init (SoleusVisitEditorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SoleusEditorClass *editor_class = SOLEUS_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_visit_editor_page_dispose;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_visit_editor_page_clinic_set;
  editor_class->collect = soleus_visit_editor_page_collect;
  editor_class->restore = soleus_visit_editor_page_restore;
  editor_class->save = soleus_visit_editor_page_save;

  g_type_ensure (SOLEUS_TYPE_CARD);
  g_type_ensure (SOLEUS_TYPE_COLUMNS);
  g_type_ensure (SOLEUS_TYPE_DATE_ENTRY);
  g_type_ensure (SOLEUS_TYPE_EDITOR_HEADER);
  g_type_ensure (SOLEUS_TYPE_FORM_ROW);
  g_type_ensure (SOLEUS_TYPE_MEASURE_CARD);
  g_type_ensure (SOLEUS_TYPE_MOMENT_ENTRY);
  g_type_ensure (SOLEUS_TYPE_RECHECK_CARD);
  g_type_ensure (SOLEUS_TYPE_TREATMENT_CARD);
  g_type_ensure (SOLEUS_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-visit-editor-page.ui");
  BIND (header); BIND (banners); BIND (get_help); BIND (issues); BIND (columns); BIND (subjective); BIND (objective); BIND (assessment);
  BIND (plan); BIND (time); BIND (about); BIND (follow_up); BIND (handouts); BIND (signed_card); BIND (amendments); BIND (treatments);
  BIND (recheck_part); BIND (recheck); BIND (measures); BIND (bottom); BIND (sign); BIND (record_recheck);

  gtk_widget_class_install_action (widget_class, "visit.sign", NULL, sign_action);
  gtk_widget_class_install_action (widget_class, "visit.recheck", NULL, recheck_action);
  gtk_widget_class_install_action (widget_class, "visit.handout", NULL, handout_action);
  gtk_widget_class_install_action (widget_class, "visit.amend", NULL, amend_action);
  gtk_widget_class_install_action (widget_class, "visit.amend-typed", NULL, amend_action);
  gtk_widget_class_install_action (widget_class, "visit.void", NULL, void_action);
  gtk_widget_class_install_action (widget_class, "visit.print", NULL, print_action);
}

static void
soleus_visit_editor_page_init (SoleusVisitEditorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_natural_wrap_mode (self->handouts, GTK_NATURAL_WRAP_NONE); /* beside its button while there is room */
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->record_recheck))), TRUE);
}
