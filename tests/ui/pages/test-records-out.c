/* test-records-out.c: a table of athletes comes in and goes again with undo; a visit becomes void with a reason; a late entry has a time; exports have buttons */
#include "soleus-config.h"

#include "page-fixture.h"

#include <glib/gstdio.h>

#include "soleus-amend-window.h"
#include "soleus-athlete-import-page.h"
#include "soleus-choice-chips.h"
#include "soleus-export-group.h"
#include "soleus-format-registry.h"
#include "soleus-moment-entry.h"
#include "soleus-privacy-page.h"
#include "soleus-records.h"
#include "soleus-visit-editor-page.h"
#include "soleus-visits-tab.h"
#include "soleus-void-window.h"

static gint64
count_athletes (Fixture *fixture)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_athlete_kind);

  return soleus_clinic_count (fixture->clinic, query, NULL);
}

static char *
write_table (const char *text)
{
  char *path = NULL;
  int file = g_file_open_tmp ("soleus-athletes-XXXXXX.csv", &path, NULL);

  g_assert_cmpint (file, >=, 0);
  g_assert_true (g_close (file, NULL));
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static GtkWidget *
show_import (Fixture    *fixture,
             const char *text)
{
  GtkWidget *page = show (fixture, g_object_new (SOLEUS_TYPE_ATHLETE_IMPORT_PAGE, "clinic", fixture->clinic, NULL));
  g_autofree char *path = write_table (text);

  soleus_athlete_import_page_read (SOLEUS_ATHLETE_IMPORT_PAGE (page), path);
  settle ();
  g_unlink (path);
  return page;
}

static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 before = count_athletes (fixture);
  GtkWidget *page = show_import (fixture, "Vorname;Nachname;geboren\nUna;Neu;28.3.2001\nDuo;Neu;30.2.2001\n");
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (find (page, is_row, "Una Neu"));
  g_assert_nonnull (find (page, is_label, "Refused"));
  g_assert_cmpint (count_athletes (fixture), ==, before);
  g_assert_true (gtk_widget_activate_action (page, "athletes.save", NULL));
  settle ();
  g_assert_cmpint (count_athletes (fixture), ==, before + 1);
  /* who was imported is known now, so that nothing is left to do */
  g_assert_nonnull (find (page, is_label, "Known"));
  g_assert_null (find (page, is_label, "New"));
  g_assert_true (soleus_clinic_undo (fixture->clinic, &error));
  g_assert_no_error (error);
  settle ();
  g_assert_cmpint (count_athletes (fixture), ==, before);
  g_assert_nonnull (find (page, is_label, "New"));
  assert_goes (fixture, page);
}

static void
test_map (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *page = show_import (fixture, "Wer;Wann\nUna Neu;28.3.2001\n");
  GtkWidget *row = find (page, is_row, "Wer");

  g_assert_nonnull (row);
  g_assert_null (find (page, is_row, "Una Neu"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  settle ();
  g_assert_nonnull (find (page, is_row, "Una Neu"));
  assert_goes (fixture, page);
}

/* Long words in the table and in what the program says of it leave the page 360 pixels wide. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *page = show_import (fixture, "Vorname und Nachname;Geburtsdatum;Bemerkung\n"
                                          "Olli Tailwind;;steht schon hier, ohne Geburtsdatum\n"
                                          "Maximiliana-Theodora von Langstreckenlauf-Bergaufsprint;30.2.2001;\n");
  int minimum;

  adw_combo_row_set_selected (ADW_COMBO_ROW (find (page, is_row, "Vorname und Nachname")), 1);
  settle ();
  g_assert_nonnull (find (page, is_label, "Possible duplicate"));
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  assert_goes (fixture, page);
}

static void
test_not_a_table (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *page = show_import (fixture, "");

  g_assert_nonnull (find (page, is_label, "Not Read"));
  assert_goes (fixture, page);
}

static void
sign_visit (Fixture    *fixture,
            const char *id)
{
  g_autoptr (SoleusRecord) stored = soleus_clinic_find (fixture->clinic, &soleus_visit_kind, id, NULL);
  g_autoptr (SoleusRecord) copy = soleus_record_copy (stored);
  g_autoptr (GError) error = NULL;

  soleus_record_set_enum (copy, "state", SOLEUS_VISIT_STATE_SIGNED);
  soleus_clinic_save (fixture->clinic, copy, &error);
  g_assert_no_error (error);
}

static char *
add_visit (Fixture  *fixture,
           gboolean  sign)
{
  g_autoptr (SoleusRecord) visit = soleus_record_new (&soleus_visit_kind);
  g_autoptr (SoleusMoment) time = soleus_moment_parse ("2025-11-21T10:00:00+01:00", NULL);
  g_autoptr (GError) error = NULL;

  soleus_record_set_text (visit, "athlete", fixture->rested);
  soleus_record_set_moment (visit, "time", time);
  soleus_clinic_save (fixture->clinic, visit, &error);
  g_assert_no_error (error);
  if (sign)
    sign_visit (fixture, soleus_record_get_id (visit));
  return g_strdup (soleus_record_get_id (visit));
}

static GtkWidget *
show_visit (Fixture    *fixture,
            const char *target)
{
  return show (fixture, g_object_new (SOLEUS_TYPE_VISIT_EDITOR_PAGE, "clinic", fixture->clinic, "target", target, NULL));
}

/* The window that an action of the page opens. */
static GtkWidget *
open_window (GtkWidget  *page,
             const char *action,
             GType       type)
{
  GtkWidget *found;

  g_assert_true (gtk_widget_activate_action (page, action, NULL));
  settle ();
  found = find_window (type);
  g_assert_nonnull (found);
  return found;
}

static void
give_reason (GtkWidget  *window,
             const char *reason)
{
  GtkWidget *row = find (window, is_type, GSIZE_TO_POINTER (ADW_TYPE_ENTRY_ROW));

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), reason);
}

static SoleusRecord *
find_visit (Fixture    *fixture,
            const char *id)
{
  SoleusRecord *visit = soleus_clinic_find (fixture->clinic, &soleus_visit_kind, id, NULL);

  g_assert_nonnull (visit);
  return visit;
}

static void
test_void (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *id = add_visit (fixture, TRUE);
  GtkWidget *page = show_visit (fixture, id);
  GtkWidget *window = open_window (page, "visit.void", SOLEUS_TYPE_VOID_WINDOW);
  g_autoptr (SoleusRecord) before = NULL;
  g_autoptr (SoleusRecord) after = NULL;
  GtkWidget *tab;

  /* the control: without a reason nothing happens */
  give_reason (window, "  ");
  gtk_widget_activate_action (window, "void.record", NULL);
  settle ();
  before = find_visit (fixture, id);
  g_assert_false (soleus_record_is_void (before));

  give_reason (window, "Wrong athlete");
  g_assert_true (gtk_widget_activate_action (window, "void.record", NULL));
  settle ();
  after = find_visit (fixture, id);
  g_assert_cmpstr (soleus_record_get_text (after, "void-reason"), ==, "Wrong athlete");
  g_assert_false (soleus_clinic_can_undo (fixture->clinic));

  /* it stays in the list, as what it is */
  tab = show (fixture, g_object_new (SOLEUS_TYPE_VISITS_TAB, "clinic", fixture->clinic, "athlete-id", fixture->rested, NULL));
  settle ();
  g_assert_nonnull (find (tab, is_label, "Void"));
  assert_goes (fixture, tab);
}

static void
test_void_draft (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *id = add_visit (fixture, FALSE);
  g_autofree char *target = g_strconcat ("new:", fixture->rested, NULL);
  GtkWidget *page = show_visit (fixture, target);
  GtkWidget *window;
  g_autoptr (SoleusRecord) after = NULL;
  g_autoptr (SoleusRecord) again = NULL;
  g_autoptr (GError) error = NULL;

  /* the control: what was never saved is not there to be made void */
  gtk_widget_activate_action (page, "visit.void", NULL);
  settle ();
  g_assert_null (find_window (SOLEUS_TYPE_VOID_WINDOW));

  page = show_visit (fixture, id);
  window = open_window (page, "visit.void", SOLEUS_TYPE_VOID_WINDOW);
  give_reason (window, "Entered twice");
  g_assert_true (gtk_widget_activate_action (window, "void.record", NULL));
  settle ();
  after = find_visit (fixture, id);
  g_assert_true (soleus_record_is_void (after));
  g_assert_true (soleus_clinic_undo (fixture->clinic, &error));
  g_assert_no_error (error);
  again = find_visit (fixture, id);
  g_assert_false (soleus_record_is_void (again));
  assert_goes (fixture, page);
}

static SoleusRecord *
find_amendment (Fixture    *fixture,
                const char *visit_id)
{
  g_autoptr (GPtrArray) amendments = soleus_clinic_list_of (fixture->clinic, &soleus_amendment_kind, "visit", visit_id, NULL);

  return amendments->len > 0 ? g_object_ref (amendments->pdata[0]) : NULL;
}

static void
enter_amendment (GtkWidget  *window,
                 const char *kind,
                 const char *time)
{
  g_autoptr (GPtrArray) chips = find_all (window, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_CHOICE_CHIPS));
  g_autoptr (SoleusMoment) moment = time != NULL ? soleus_moment_parse (time, NULL) : NULL;
  GtkTextView *text = find (window, is_type, GSIZE_TO_POINTER (GTK_TYPE_TEXT_VIEW));
  SoleusMomentEntry *entry = find (window, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_MOMENT_ENTRY));

  soleus_choice_chips_set_value (g_ptr_array_index (chips, 0), kind);
  soleus_moment_entry_set_value (entry, moment);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (text), "Walked off the pitch on her own", -1);
  give_reason (window, "Remembered on the way home");
  settle ();
}

static void
test_late_entry (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *id = add_visit (fixture, TRUE);
  GtkWidget *page = show_visit (fixture, id);
  GtkWidget *window = open_window (page, "visit.amend", SOLEUS_TYPE_AMEND_WINDOW);
  GtkWidget *time = find (window, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_MOMENT_ENTRY));
  g_autoptr (SoleusRecord) none = NULL;
  g_autoptr (SoleusRecord) amendment = NULL;
  g_autofree char *at = NULL;

  enter_amendment (window, "addendum", NULL);
  g_assert_false (gtk_widget_get_mapped (time));
  /* the control: what has not happened yet is refused, in the window, which keeps what was typed */
  enter_amendment (window, "late-entry", "2025-11-22T09:00:00+01:00");
  g_assert_true (gtk_widget_get_mapped (time));
  gtk_widget_activate_action (window, "amend.record", NULL);
  settle ();
  none = find_amendment (fixture, id);
  g_assert_null (none);
  g_assert_true (gtk_widget_get_mapped (window));

  enter_amendment (window, "late-entry", "2025-11-20T19:30:00+01:00");
  g_assert_true (gtk_widget_activate_action (window, "amend.record", NULL));
  settle ();
  amendment = find_amendment (fixture, id);
  g_assert_nonnull (amendment);
  at = soleus_record_dup_as_text (amendment, "at");
  g_assert_cmpstr (at, ==, "2025-11-20T19:30:00+01:00");
  g_assert_cmpint (soleus_record_get_instant (amendment, "created-at"), ==, soleus_clinic_get_now (fixture->clinic));
  assert_goes (fixture, page);
}

static gboolean
has_draft (Fixture    *fixture,
           const char *visit_id)
{
  g_autofree char *key = g_strconcat ("visit:", visit_id, NULL);
  g_autoptr (SoleusKeptDraft) draft = soleus_clinic_find_draft (fixture->clinic, key);

  return draft != NULL;
}

/* On the screen: what is typed is kept when it goes from there. */
static GtkWidget *
present_visit (Fixture    *fixture,
               const char *id)
{
  if (fixture->window == NULL)
    fixture->window = gtk_window_new ();
  return present (fixture, g_object_new (SOLEUS_TYPE_VISIT_EDITOR_PAGE, "clinic", fixture->clinic, "target", id, NULL), 1000, 700);
}

/* Somebody signs while another one types: the visit is as it was signed, and what was typed can be read, discarded, or put into an amendment. */
static void
test_signed_meanwhile (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *id = add_visit (fixture, FALSE), *words = NULL;
  GtkWidget *page = present_visit (fixture, id), *window;
  GtkWidget *plan = GTK_WIDGET (gtk_widget_get_template_child (page, SOLEUS_TYPE_VISIT_EDITOR_PAGE, "plan"));
  g_autoptr (SoleusRecord) amendment = NULL;

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (plan)), "Run tomorrow", -1);
  page = present_visit (fixture, id);
  g_assert_null (find (page, is_label, "Typed here before somebody signed, and no part of the visit")); /* the control: it goes on */
  sign_visit (fixture, id);

  page = present_visit (fixture, id);
  plan = GTK_WIDGET (gtk_widget_get_template_child (page, SOLEUS_TYPE_VISIT_EDITOR_PAGE, "plan"));
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (plan)), "text", &words, NULL);
  g_assert_cmpstr (words, ==, "");
  g_assert_nonnull (find (page, is_label, "Plan: Run tomorrow"));
  page = present_visit (fixture, id); /* nor does looking at it take it away */
  g_assert_nonnull (find (page, is_label, "Plan: Run tomorrow"));
  gtk_widget_activate_action (page, "editor.discard", NULL);
  settle ();
  g_assert_null (find (page, is_label, "Plan: Run tomorrow"));
  g_assert_false (has_draft (fixture, id));
  gtk_widget_activate_action (page, "editor.discard", NULL); /* taken back */
  settle ();
  g_assert_nonnull (find (page, is_label, "Plan: Run tomorrow"));
  g_assert_true (has_draft (fixture, id));

  window = open_window (page, "visit.amend-typed", SOLEUS_TYPE_AMEND_WINDOW);
  soleus_choice_chips_set_value (SOLEUS_CHOICE_CHIPS (find (window, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_CHOICE_CHIPS))), "addendum");
  give_reason (window, "Typed while the visit was being signed");
  g_assert_true (gtk_widget_activate_action (window, "amend.record", NULL));
  settle ();
  amendment = find_amendment (fixture, id);
  g_assert_cmpstr (soleus_record_get_text (amendment, "text"), ==, "Plan: Run tomorrow");
  g_assert_null (find (page, is_label, "Typed here before somebody signed, and no part of the visit"));
  g_assert_false (has_draft (fixture, id));
  assert_goes (fixture, page);
}

static void
test_exports (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *page = show (fixture, g_object_new (SOLEUS_TYPE_PRIVACY_PAGE, "clinic", fixture->clinic, "target", fixture->rested, NULL));
  gsize n_formats;
  const SoleusFormat *formats = soleus_format_list (&n_formats);

  g_assert_nonnull (find (page, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_EXPORT_GROUP)));
  g_assert_nonnull (find (page, is_row, "Copy for the athlete"));
  for (gsize i = 0; i < n_formats; i++)
    if (soleus_format_is_written (&formats[i]))
      g_assert_nonnull (find (page, is_row, formats[i].label));
  assert_goes (fixture, page);
}

int
main (int    argc,
      char **argv)
{
  if (!gtk_init_check ())
    return 77;
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/records-out/import", Fixture, NULL, set_up, test_import, tear_down);
  g_test_add ("/records-out/map", Fixture, NULL, set_up, test_map, tear_down);
  g_test_add ("/records-out/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/records-out/not-a-table", Fixture, NULL, set_up, test_not_a_table, tear_down);
  g_test_add ("/records-out/void", Fixture, NULL, set_up, test_void, tear_down);
  g_test_add ("/records-out/void-draft", Fixture, NULL, set_up, test_void_draft, tear_down);
  g_test_add ("/records-out/signed-meanwhile", Fixture, NULL, set_up, test_signed_meanwhile, tear_down);
  g_test_add ("/records-out/late-entry", Fixture, NULL, set_up, test_late_entry, tear_down);
  g_test_add ("/records-out/exports", Fixture, NULL, set_up, test_exports, tear_down);

  return g_test_run ();
}
