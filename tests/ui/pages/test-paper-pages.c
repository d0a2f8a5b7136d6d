/* test-paper-pages.c: protocol and the composer of handouts, with a clinic of two fictional athletes in memory */
#include "soleus-config.h"

#include "page-fixture.h"

#include <string.h>

#include "soleus-clinic-content.h"
#include "soleus-document-page.h"
#include "soleus-documents-tab.h"
#include "soleus-evidence-pill.h"
#include "soleus-exercise-panel.h"
#include "soleus-handout-choice.h"
#include "soleus-handout-page.h"
#include "soleus-page-preview.h"
#include "soleus-paper-desk.h"
#include "soleus-period-choice.h"
#include "soleus-plan-tab.h"
#include "soleus-protocol-line.h"
#include "soleus-protocol-page.h"
#include "soleus-report-page.h"
#include "soleus-toggle-group.h"

/* "first, second, third": the exercises of the composer as they stand */
static char *
dup_order (Fixture   *self,
           GtkWidget *page)
{
  g_autoptr (SoleusContent) content = soleus_clinic_load_content (self->clinic, "en", NULL);
  g_autoptr (GPtrArray) rows = find_all (page, is_type, GSIZE_TO_POINTER (ADW_TYPE_ACTION_ROW));
  GListModel *exercises = soleus_content_list_exercises (content);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0; j < g_list_model_get_n_items (exercises); j++)
      {
        g_autoptr (SoleusContentExercise) exercise = g_list_model_get_item (exercises, j);

        if (is_row (g_ptr_array_index (rows, i), soleus_content_exercise_get_name (exercise)))
          g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", soleus_content_exercise_get_id (exercise));
      }
  return g_string_free (text, FALSE);
}

static char *
dup_paper (GtkWidget *page)
{
  SoleusPagePreview *preview = find (page, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_PAGE_PREVIEW));
  SoleusPageSource *source = soleus_page_preview_get_source (preview);
  GString *text = g_string_new (NULL);

  for (int i = 1; i <= soleus_page_source_get_n_pages (source); i++)
    {
      g_autofree char *words = soleus_page_source_dup_text (source, i);

      g_string_append (text, words);
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
compose (Fixture    *self,
         const char *athlete)
{
  return show (self, g_object_new (SOLEUS_TYPE_HANDOUT_PAGE, "clinic", self->clinic, "target", athlete, NULL));
}

/* --- protocol --- */

static void
test_every_line_says_how_well_it_is_supported (Fixture       *self,
                                               gconstpointer  data)
{
  g_autoptr (SoleusContent) content = soleus_clinic_load_content (self->clinic, "en", NULL);
  GListModel *lines = soleus_content_section_get_lines (soleus_content_get_section (content, "acute"));
  GtkWidget *page = show (self, g_object_new (SOLEUS_TYPE_PROTOCOL_PAGE, "clinic", self->clinic, "target", "acute", NULL));
  g_autoptr (GPtrArray) shown = find_all (page, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_PROTOCOL_LINE));

  g_assert_cmpuint (g_list_model_get_n_items (lines), >, 0);
  g_assert_cmpuint (shown->len, ==, g_list_model_get_n_items (lines));
  for (guint i = 0; i < shown->len; i++)
    {
      g_autoptr (SoleusContentLine) line = g_list_model_get_item (lines, i);
      GtkWidget *widget = g_ptr_array_index (shown, i);
      GtkWidget *pill = find (widget, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_EVIDENCE_PILL));
      SoleusEvidence evidence = soleus_content_line_get_evidence (line);

      g_assert_nonnull (find (widget, is_label, soleus_content_line_get_text (line)));
      g_assert_nonnull (pill);
      g_assert_true (gtk_widget_get_visible (pill) == (evidence != SOLEUS_EVIDENCE_NONE));
      if (evidence != SOLEUS_EVIDENCE_NONE)
        g_assert_nonnull (find (pill, is_label, soleus_evidence_get_short_label (evidence)));
    }
  assert_goes (self, page);
}

static void
test_a_line_shows_where_its_sources_disagree (Fixture       *self,
                                              gconstpointer  data)
{
  g_autoptr (SoleusContent) content = soleus_clinic_load_content (self->clinic, "en", NULL);
  GListModel *lines = soleus_content_section_get_lines (soleus_content_get_section (content, "acute"));
  GtkWidget *page = show (self, g_object_new (SOLEUS_TYPE_PROTOCOL_PAGE, "clinic", self->clinic, "target", "acute", NULL));
  g_autoptr (GPtrArray) expanders = find_all (page, is_type, GSIZE_TO_POINTER (GTK_TYPE_EXPANDER));
  guint n = 0;

  for (guint i = 0; i < expanders->len; i++)
    gtk_expander_set_expanded (g_ptr_array_index (expanders, i), TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (SoleusContentLine) line = g_list_model_get_item (lines, i);

      if (soleus_content_line_get_disagreement (line) == NULL)
        continue;
      g_assert_nonnull (find (page, is_label, soleus_content_line_get_disagreement (line)));
      n++;
    }
  g_assert_cmpuint (n, >, 0);
  assert_goes (self, page);
}

/* --- composer --- */

static void
test_an_exercise_moves_down_and_up_again (Fixture       *self,
                                          gconstpointer  data)
{
  GtkWidget *page = compose (self, self->waiting);
  g_autofree char *before = dup_order (self, page), *moved = NULL, *after = NULL, *expected = NULL;
  g_auto (GStrv) ids = g_strsplit (before, " ", -1);

  g_assert_cmpuint (g_strv_length (ids), >=, 2);
  gtk_widget_activate_action (page, "handout.move-down", "u", 0);
  moved = dup_order (self, page);
  expected = g_strdup_printf ("%s %s", ids[1], ids[0]);
  g_assert_true (g_str_has_prefix (moved, expected));
  gtk_widget_activate_action (page, "handout.move-up", "u", 1);
  after = dup_order (self, page);
  g_assert_cmpstr (after, ==, before);
  gtk_widget_activate_action (page, "handout.move-up", "u", 0);
  g_free (after);
  after = dup_order (self, page);
  g_assert_cmpstr (after, ==, before);
  assert_goes (self, page);
}

static void
test_the_roller_is_left_out_while_the_calf_must_wait (Fixture       *self,
                                                      gconstpointer  data)
{
  g_autoptr (SoleusContent) content = soleus_clinic_load_content (self->clinic, "en", NULL);
  SoleusContentExercise *roller = soleus_content_find_exercise (content, "calf-roller");
  const char *first_step = soleus_content_exercise_get_steps (roller)[0];
  GtkWidget *page = compose (self, self->waiting), *row;
  g_autofree char *paper = NULL;

  gtk_widget_activate_action (page, "handout.add", "s", "calf-roller");
  row = find (page, is_row, soleus_content_exercise_get_name (roller));
  g_assert_nonnull (row);
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Left out"));
  paper = dup_paper (page);
  g_assert_nonnull (strstr (paper, soleus_content_exercise_get_name (roller)));
  g_assert_null (strstr (paper, first_step));
  assert_goes (self, page);
}

static void
test_the_roller_is_printed_where_nothing_must_wait (Fixture       *self,
                                                    gconstpointer  data)
{
  g_autoptr (SoleusContent) content = soleus_clinic_load_content (self->clinic, "en", NULL);
  SoleusContentExercise *roller = soleus_content_find_exercise (content, "calf-roller");
  g_auto (GStrv) words = g_strsplit (soleus_content_exercise_get_steps (roller)[0], " ", 3);
  GtkWidget *page = compose (self, self->rested), *row;
  g_autofree char *paper = NULL;

  gtk_widget_activate_action (page, "handout.add", "s", "calf-roller");
  row = find (page, is_row, soleus_content_exercise_get_name (roller));
  g_assert_nonnull (row);
  g_assert_false (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Left out"));
  paper = dup_paper (page);
  g_assert_nonnull (strstr (paper, words[0]));
  assert_goes (self, page);
}

static void
test_what_is_issued_is_kept_to_the_byte (Fixture       *self,
                                         gconstpointer  data)
{
  GtkWidget *page = compose (self, self->waiting);
  g_autoptr (GError) error = NULL;
  SoleusHandoutChoice *choice = soleus_handout_choice_new (self->clinic, self->waiting, &error);
  SoleusPaperDesk *desk = soleus_paper_desk_new (SOLEUS_PAGE (page), SOLEUS_DOCUMENT_KIND_HANDOUT, self->waiting, NULL);
  g_autoptr (SoleusDocument) document = soleus_handout_choice_compose (choice, &error);
  g_autoptr (SoleusPageSource) source = soleus_paper_desk_set_document (desk, document, "ankle-pumps");
  g_autoptr (GBytes) pdf = soleus_document_dup_pdf (document, &error);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  g_autoptr (GPtrArray) issued = NULL;
  g_autoptr (GBytes) kept = NULL;
  const char *kept_hash;

  g_assert_no_error (error);
  g_assert_false (soleus_paper_desk_is_issued (desk));
  g_assert_true (soleus_paper_desk_issue (desk, &error));
  g_assert_true (soleus_paper_desk_issue (desk, &error)); /* a second print of the same paper is no second paper */
  g_assert_no_error (error);
  issued = soleus_clinic_list_of_athlete (self->clinic, &soleus_issued_document_kind, self->waiting, NULL);
  g_assert_cmpuint (issued->len, ==, 1);
  kept_hash = soleus_record_get_text (g_ptr_array_index (issued, 0), "content-hash");
  g_assert_cmpstr (kept_hash, ==, hash);
  kept = soleus_clinic_get_blob (self->clinic, kept_hash, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (kept, pdf));
  g_assert_finalize_object (desk);
  g_assert_finalize_object (choice);
  assert_goes (self, page);
}

static void
test_what_is_printed_is_noted_under_the_number_of_its_copy (Fixture       *self,
                                                  gconstpointer  data)
{
  GtkWidget *page = compose (self, self->waiting);
  g_autoptr (GError) error = NULL;
  SoleusHandoutChoice *choice = soleus_handout_choice_new (self->clinic, self->waiting, &error);
  SoleusPaperDesk *desk = soleus_paper_desk_new (SOLEUS_PAGE (page), SOLEUS_DOCUMENT_KIND_HANDOUT, self->waiting, NULL);
  g_autoptr (SoleusDocument) document = soleus_handout_choice_compose (choice, &error);
  g_autoptr (SoleusPageSource) source = soleus_paper_desk_set_document (desk, document, NULL);
  g_autofree char *issued_head = NULL, *printed_head = NULL;
  g_autoptr (GPtrArray) issued = NULL;

  g_assert_true (soleus_paper_desk_issue (desk, &error));
  issued_head = soleus_clinic_dup_audit_head (self->clinic);
  g_assert_true (soleus_paper_desk_note (desk, "print", &error));
  g_assert_no_error (error);
  printed_head = soleus_clinic_dup_audit_head (self->clinic);
  g_assert_cmpstr (issued_head, !=, printed_head);
  issued = soleus_clinic_list_of_athlete (self->clinic, &soleus_issued_document_kind, self->waiting, NULL);
  g_assert_cmpuint (issued->len, ==, 1);
  g_assert_cmpstr (soleus_record_get_id (g_ptr_array_index (issued, 0)), ==, soleus_document_get_id (document));
  g_assert_finalize_object (desk);
  g_assert_finalize_object (choice);
  assert_goes (self, page);
}

static void
test_a_draft_is_kept_until_it_is_discarded (Fixture       *self,
                                            gconstpointer  data)
{
  g_autofree char *key = g_strconcat ("handout:", self->waiting, NULL);
  g_autoptr (SoleusKeptDraft) draft = NULL;
  GtkWidget *page = compose (self, self->waiting);
  g_autofree char *suggested = dup_order (self, page), *changed = NULL, *again = NULL, *discarded = NULL, *restored = NULL;

  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_activate_action (page, "handout.move-down", "u", 0);
  changed = dup_order (self, page);
  g_assert_cmpstr (changed, !=, suggested);
  for (gint64 deadline = g_get_monotonic_time () + 5 * G_USEC_PER_SEC; draft == NULL && g_get_monotonic_time () < deadline;)
    {
      settle ();
      draft = soleus_clinic_find_draft (self->clinic, key);
    }
  g_assert_nonnull (draft);

  gtk_window_set_child (GTK_WINDOW (self->window), NULL);
  page = compose (self, self->waiting);
  again = dup_order (self, page);
  g_assert_cmpstr (again, ==, changed);
  g_assert_nonnull (find (page, is_label, "Draft kept"));
  gtk_widget_activate_action (page, "handout.discard", NULL);
  discarded = dup_order (self, page);
  g_assert_cmpstr (discarded, ==, suggested);
  g_clear_pointer (&draft, soleus_kept_draft_free);
  draft = soleus_clinic_find_draft (self->clinic, key);
  g_assert_null (draft);
  gtk_widget_activate_action (page, "handout.discard", NULL);
  restored = dup_order (self, page);
  g_assert_cmpstr (restored, ==, changed);
  draft = soleus_clinic_find_draft (self->clinic, key);
  g_assert_nonnull (draft);
  assert_goes (self, page);
}

/* --- report --- */

static void
choose_dates (GtkWidget  *page,
              const char *from,
              const char *to)
{
  GtkWidget *choice = find (page, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_PERIOD_CHOICE));
  g_autoptr (GPtrArray) entries = find_all (choice, is_type, GSIZE_TO_POINTER (GTK_TYPE_ENTRY));

  g_assert_cmpuint (entries->len, ==, 2);
  g_signal_emit_by_name (soleus_toggle_group_get_button (find (choice, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_TOGGLE_GROUP)), "dates"), "clicked");
  gtk_editable_set_text (g_ptr_array_index (entries, 0), from);
  gtk_editable_set_text (g_ptr_array_index (entries, 1), to);
}

/* the cramp of the fixture is of 20 November: it is on the paper of a period that holds that day, and on no other */
static void
test_a_report_is_of_the_days_that_are_chosen (Fixture       *self,
                                              gconstpointer  data)
{
  GtkWidget *page = show (self, g_object_new (SOLEUS_TYPE_REPORT_PAGE, "clinic", self->clinic, "target", self->waiting, NULL));
  g_autofree char *with = NULL, *without = NULL;

  choose_dates (page, "2025-11-20", "2025-11-20");
  with = dup_paper (page);
  g_assert_nonnull (strstr (with, "From 20\u00a0Nov 2025 to 20\u00a0Nov 2025"));
  g_assert_nonnull (strstr (with, "1; 1 left, 0 right"));
  choose_dates (page, "2025-11-01", "2025-11-19");
  without = dup_paper (page);
  g_assert_nonnull (strstr (without, "From 1\u00a0Nov 2025 to 19\u00a0Nov 2025"));
  g_assert_nonnull (strstr (without, "No episode is recorded in this period."));
  assert_goes (self, page);
}

static gboolean
is_enabled (GtkWidget  *page,
            const char *action)
{
  g_autoptr (GPtrArray) buttons = find_all (page, is_type, GSIZE_TO_POINTER (GTK_TYPE_BUTTON));

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (buttons->pdata[i]), action) == 0)
      return gtk_widget_is_sensitive (buttons->pdata[i]);
  g_error ("no button does %s", action);
}

static void
test_without_a_period_nothing_can_be_printed (Fixture       *self,
                                              gconstpointer  data)
{
  GtkWidget *page = show (self, g_object_new (SOLEUS_TYPE_REPORT_PAGE, "clinic", self->clinic, "target", self->waiting, NULL));
  GtkWidget *preview = find (page, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_PAGE_PREVIEW));

  g_assert_true (gtk_widget_get_visible (preview) && is_enabled (page, "report.print") && is_enabled (page, "report.save"));
  choose_dates (page, "2025-11-20", "2025-11-19");
  g_assert_false (gtk_widget_get_visible (preview) || is_enabled (page, "report.print") || is_enabled (page, "report.save"));
  g_assert_nonnull (find (page, is_label, "Exchange the two dates"));
  choose_dates (page, "2025-11-20", "2025-12-24");
  g_assert_false (gtk_widget_get_visible (preview));
  g_assert_nonnull (find (page, is_label, "still to come"));
  choose_dates (page, "2025-11-19", "2025-11-20");
  g_assert_true (gtk_widget_get_visible (preview) && is_enabled (page, "report.print") && is_enabled (page, "report.save"));
  assert_goes (self, page);
}

static void
assert_fits (Fixture   *self,
             gpointer   widget)
{
  int minimum;

  gtk_window_set_child (GTK_WINDOW (self->window), widget);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (minimum > 360)
    g_error ("%s wants %d px", G_OBJECT_TYPE_NAME (widget), minimum);
}

static void
test_every_page_fits_a_telephone (Fixture       *self,
                                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) issued = NULL;
  GtkWidget *page = compose (self, self->waiting);
  SoleusHandoutChoice *choice = soleus_handout_choice_new (self->clinic, self->waiting, &error);
  SoleusPaperDesk *desk = soleus_paper_desk_new (SOLEUS_PAGE (page), SOLEUS_DOCUMENT_KIND_HANDOUT, self->waiting, NULL);
  g_autoptr (SoleusDocument) document = soleus_handout_choice_compose (choice, &error);
  g_autoptr (SoleusPageSource) source = soleus_paper_desk_set_document (desk, document, "ankle-pumps towel-scrunch");
  const char *id;

  g_assert_true (soleus_paper_desk_issue (desk, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (desk);
  g_assert_finalize_object (choice);
  issued = soleus_clinic_list_of_athlete (self->clinic, &soleus_issued_document_kind, self->waiting, NULL);
  id = soleus_record_get_id (g_ptr_array_index (issued, 0));
  assert_fits (self, g_object_new (SOLEUS_TYPE_HANDOUT_PAGE, "clinic", self->clinic, "target", self->waiting, NULL));
  assert_fits (self, g_object_new (SOLEUS_TYPE_REPORT_PAGE, "clinic", self->clinic, "target", self->waiting, NULL));
  assert_fits (self, g_object_new (SOLEUS_TYPE_DOCUMENT_PAGE, "clinic", self->clinic, "target", id, NULL));
  assert_fits (self, g_object_new (SOLEUS_TYPE_PROTOCOL_PAGE, "clinic", self->clinic, "target", "acute", NULL));
  assert_fits (self, g_object_new (SOLEUS_TYPE_DOCUMENTS_TAB, "clinic", self->clinic, "athlete-id", self->waiting, NULL));
  assert_fits (self, g_object_new (SOLEUS_TYPE_PLAN_TAB, "clinic", self->clinic, "athlete-id", self->waiting, NULL));
}

/* what follows from folding waits for a frame, which a busy machine draws late */
static void
wait_until_folded (AdwLeaflet *leaflet,
                   GtkWidget  *preview,
                   gboolean    folded)
{
  for (gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC; g_get_monotonic_time () < deadline;)
    {
      settle ();
      if (adw_leaflet_get_folded (leaflet) == folded && gtk_widget_get_mapped (preview) == folded)
        break;
    }
  g_assert_true (adw_leaflet_get_folded (leaflet) == folded);
  g_assert_true (gtk_widget_get_mapped (preview) == folded);
}

/* Every warning ends the program here: what is drawn without a place, too narrow, or resized while it gets its size, is one. */
static void
test_the_composer_folds_and_unfolds (Fixture       *self,
                                     gconstpointer  data)
{
  GtkWidget *page = compose (self, self->waiting);
  AdwLeaflet *leaflet = find (page, is_type, GSIZE_TO_POINTER (ADW_TYPE_LEAFLET));
  GtkToggleButton *preview = NULL;
  g_autoptr (GPtrArray) toggles = find_all (page, is_type, GSIZE_TO_POINTER (GTK_TYPE_TOGGLE_BUTTON));

  for (guint i = 0; i < toggles->len; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (g_ptr_array_index (toggles, i)), "Preview") == 0)
      preview = g_ptr_array_index (toggles, i);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 360, 720);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_until_folded (leaflet, GTK_WIDGET (preview), TRUE);
  g_assert_cmpint (gtk_widget_get_width (page), ==, 360);
  gtk_toggle_button_set_active (preview, TRUE);
  settle ();
  g_assert_true (gtk_widget_get_mapped (find (page, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_PAGE_PREVIEW))));
  gtk_toggle_button_set_active (preview, FALSE);
  settle ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 800);
  wait_until_folded (leaflet, GTK_WIDGET (preview), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 360, 720);
  wait_until_folded (leaflet, GTK_WIDGET (preview), TRUE);
  assert_goes (self, page);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  if (!gtk_init_check ())
    return 77;
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/protocol-page/every_line_says_how_well_it_is_supported", test_every_line_says_how_well_it_is_supported);
  ADD ("/protocol-page/a_line_shows_where_its_sources_disagree", test_a_line_shows_where_its_sources_disagree);
  ADD ("/handout-page/an_exercise_moves_down_and_up_again", test_an_exercise_moves_down_and_up_again);
  ADD ("/handout-page/the_roller_is_left_out_while_the_calf_must_wait", test_the_roller_is_left_out_while_the_calf_must_wait);
  ADD ("/handout-page/the_roller_is_printed_where_nothing_must_wait", test_the_roller_is_printed_where_nothing_must_wait);
  ADD ("/handout-page/what_is_issued_is_kept_to_the_byte", test_what_is_issued_is_kept_to_the_byte);
  ADD ("/handout-page/what_is_printed_is_noted_under_the_number_of_its_copy", test_what_is_printed_is_noted_under_the_number_of_its_copy);
  ADD ("/handout-page/a_draft_is_kept_until_it_is_discarded", test_a_draft_is_kept_until_it_is_discarded);
  ADD ("/report-page/a_report_is_of_the_days_that_are_chosen", test_a_report_is_of_the_days_that_are_chosen);
  ADD ("/report-page/without_a_period_nothing_can_be_printed", test_without_a_period_nothing_can_be_printed);
  ADD ("/paper-pages/every_page_fits_a_telephone", test_every_page_fits_a_telephone);
  ADD ("/handout-page/the_composer_folds_and_unfolds", test_the_composer_folds_and_unfolds);
  return g_test_run ();
}
