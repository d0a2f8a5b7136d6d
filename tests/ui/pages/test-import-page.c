/* test-import-page.c: training files are looked at, imported, and taken back; without a name nothing is compared */
#include "soleus-config.h"

#include "page-fixture.h"

#include <glib/gstdio.h>

#include "soleus-import-page.h"
#include "soleus-records.h"
#include "soleus-training-row.h"

#define N_MANY 1500

static gint64
count_sessions (Fixture *fixture)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_session_kind);

  return soleus_clinic_count (fixture->clinic, query, NULL);
}

/* The file is read in another thread. */
static void
wait_for (GtkWidget  *page,
          Test        test,
          const void *data)
{
  gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (find (page, test, data) == NULL && g_get_monotonic_time () < deadline)
    settle ();
  g_assert_nonnull (find (page, test, data));
}

/* the file may go then */
static gboolean
was_read (GtkWidget *page)
{
  return find (page, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_TRAINING_ROW)) != NULL || find (page, is_label, "Whose Training Is It?") != NULL;
}

static GtkWidget *
show_import (Fixture    *fixture,
             const char *athlete,
             const char *text)
{
  GtkWidget *page = show (fixture, g_object_new (SOLEUS_TYPE_IMPORT_PAGE, "clinic", fixture->clinic, "target", athlete, NULL));
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("soleus-training-XXXXXX.csv", &path, NULL);
  const char *paths[] = { path, NULL };

  g_assert_cmpint (file, >=, 0);
  g_assert_true (g_close (file, NULL));
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
  gtk_window_present (GTK_WINDOW (fixture->window));
  soleus_import_page_read (SOLEUS_IMPORT_PAGE (page), paths);
  for (gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC; !was_read (page) && g_get_monotonic_time () < deadline;)
    settle ();
  g_unlink (path);
  return page;
}

static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *page = show_import (fixture, fixture->rested, "Date,Duration\n2025-11-19,30 min\n2025-11-20,45 min\n2027-01-01,30 min\n");
  g_autoptr (GError) error = NULL;

  wait_for (page, is_label, "2 new · 1 refused");
  g_assert_cmpint (count_sessions (fixture), ==, 0);
  g_assert_true (gtk_widget_activate_action (page, "import.save", NULL));
  g_assert_cmpint (count_sessions (fixture), ==, 2);
  /* what is here now is known, and nothing is left to do */
  wait_for (page, is_label, "0 new · 2 known · 1 refused");
  gtk_widget_activate_action (page, "import.save", NULL);
  settle ();
  g_assert_cmpint (count_sessions (fixture), ==, 2);

  g_assert_true (soleus_clinic_undo (fixture->clinic, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_sessions (fixture), ==, 0);
  wait_for (page, is_label, "2 new · 1 refused");
  assert_goes (fixture, page);
}

static void
test_left_out (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *page = show_import (fixture, fixture->rested, "Date,Duration\n2025-11-19,30 min\n2025-11-20,45 min\n");
  GtkWidget *row;
  g_autoptr (GPtrArray) checks = NULL;

  wait_for (page, is_label, "2 new");
  row = find (page, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_TRAINING_ROW));
  checks = find_all (row, is_type, GSIZE_TO_POINTER (GTK_TYPE_CHECK_BUTTON));
  gtk_check_button_set_active (g_ptr_array_index (checks, 0), FALSE);
  g_assert_true (gtk_widget_activate_action (page, "import.save", NULL));
  g_assert_cmpint (count_sessions (fixture), ==, 1);
  assert_goes (fixture, page);
}

static void
test_whose (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *page = show_import (fixture, NULL, "Date,Duration\n2025-11-19,30 min\n");
  GtkWidget *entry = find (page, is_type, GSIZE_TO_POINTER (GTK_TYPE_SEARCH_ENTRY));

  wait_for (page, is_label, "Whose Training Is It?");
  gtk_widget_activate_action (page, "import.save", NULL);
  g_assert_cmpint (count_sessions (fixture), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "olli");
  wait_for (page, is_label, "For Olli Tailwind");
  wait_for (page, is_label, "1 new");
  g_assert_true (gtk_widget_activate_action (page, "import.save", NULL));
  g_assert_cmpint (count_sessions (fixture), ==, 1);
  assert_goes (fixture, page);
}

static void
test_not_a_table (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *page = show_import (fixture, fixture->rested, "");

  wait_for (page, is_label, "0 new · 1 refused");
  gtk_widget_activate_action (page, "import.save", NULL);
  g_assert_cmpint (count_sessions (fixture), ==, 0);
  assert_goes (fixture, page);
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          guint      *n)
{
  (*n)++;
}

/* Years of training are compared once after they are saved, not once for each session. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("Date,Duration\n");
  g_autoptr (GDateTime) last = g_date_time_new_utc (2025, 11, 20, 0, 0, 0);
  GtkWidget *page;
  guint n_compared = 0;

  for (int i = 0; i < N_MANY; i++)
    {
      g_autoptr (GDateTime) day = g_date_time_add_days (last, -i);
      g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

      g_string_append_printf (text, "%s,%d min\n", date, 20 + i % 60);
    }
  page = show_import (fixture, fixture->rested, text->str);
  wait_for (page, is_label, "1500 new");
  g_signal_connect (find (page, is_label, "1500 new"), "notify::label", G_CALLBACK (count_cb), &n_compared);
  g_assert_true (gtk_widget_activate_action (page, "import.save", NULL));
  wait_for (page, is_label, "0 new · 1500 known");
  g_assert_cmpint (count_sessions (fixture), ==, N_MANY);
  g_assert_cmpuint (n_compared, ==, 1);
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

  g_test_add ("/import-page/import", Fixture, NULL, set_up, test_import, tear_down);
  g_test_add ("/import-page/left-out", Fixture, NULL, set_up, test_left_out, tear_down);
  g_test_add ("/import-page/whose", Fixture, NULL, set_up, test_whose, tear_down);
  g_test_add ("/import-page/not-a-table", Fixture, NULL, set_up, test_not_a_table, tear_down);
  g_test_add ("/import-page/many", Fixture, NULL, set_up, test_many, tear_down);

  return g_test_run ();
}
