/* test-records-out.c: a table of athletes comes in and goes again with undo; a signed visit becomes void with a reason; exports have buttons */
#include "soleus-config.h"

#include "page-fixture.h"

#include <glib/gstdio.h>

#include "soleus-athlete-import-page.h"
#include "soleus-export-group.h"
#include "soleus-format-registry.h"
#include "soleus-privacy-page.h"
#include "soleus-records.h"
#include "soleus-visit-editor-page.h"
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

static void
test_not_a_table (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *page = show_import (fixture, "");

  g_assert_nonnull (find (page, is_label, "Not Read"));
  assert_goes (fixture, page);
}

static char *
add_signed_visit (Fixture *fixture)
{
  g_autoptr (SoleusRecord) visit = soleus_record_new (&soleus_visit_kind);
  g_autoptr (SoleusMoment) time = soleus_moment_parse ("2025-11-21T10:00:00+01:00", NULL);
  g_autoptr (SoleusRecord) stored = NULL;
  g_autoptr (SoleusRecord) copy = NULL;
  g_autoptr (GError) error = NULL;

  soleus_record_set_text (visit, "athlete", fixture->rested);
  soleus_record_set_moment (visit, "time", time);
  soleus_clinic_save (fixture->clinic, visit, &error);
  g_assert_no_error (error);
  stored = soleus_clinic_find (fixture->clinic, &soleus_visit_kind, soleus_record_get_id (visit), &error);
  copy = soleus_record_copy (stored);
  soleus_record_set_enum (copy, "state", SOLEUS_VISIT_STATE_SIGNED);
  soleus_clinic_save (fixture->clinic, copy, &error);
  g_assert_no_error (error);
  return g_strdup (soleus_record_get_id (visit));
}

static void
test_void (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *id = add_signed_visit (fixture);
  GtkWidget *page = show (fixture, g_object_new (SOLEUS_TYPE_VISIT_EDITOR_PAGE, "clinic", fixture->clinic, "target", id, NULL));
  g_autoptr (SoleusRecord) visit = soleus_clinic_find (fixture->clinic, &soleus_visit_kind, id, NULL);
  GtkWidget *window = soleus_void_window_new (GTK_WINDOW (fixture->window), SOLEUS_PAGE (page), visit);
  GtkWidget *reason;
  g_autoptr (SoleusRecord) after = NULL;

  gtk_window_present (GTK_WINDOW (window));
  settle ();
  /* the control: without a reason nothing happens */
  gtk_widget_activate_action (window, "void.record", NULL);
  settle ();
  after = soleus_clinic_find (fixture->clinic, &soleus_visit_kind, id, NULL);
  g_assert_false (soleus_record_is_void (after));
  g_clear_object (&after);

  reason = find (window, is_type, GSIZE_TO_POINTER (ADW_TYPE_ENTRY_ROW));
  g_assert_nonnull (reason);
  gtk_editable_set_text (GTK_EDITABLE (reason), "Wrong athlete");
  gtk_widget_activate_action (window, "void.record", NULL);
  settle ();
  after = soleus_clinic_find (fixture->clinic, &soleus_visit_kind, id, NULL);
  g_assert_cmpstr (soleus_record_get_text (after, "void-reason"), ==, "Wrong athlete");
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
    if (formats[i].write != NULL)
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
  g_test_add ("/records-out/not-a-table", Fixture, NULL, set_up, test_not_a_table, tear_down);
  g_test_add ("/records-out/void", Fixture, NULL, set_up, test_void, tear_down);
  g_test_add ("/records-out/exports", Fixture, NULL, set_up, test_exports, tear_down);

  return g_test_run ();
}
