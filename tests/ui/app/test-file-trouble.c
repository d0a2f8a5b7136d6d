/* test-file-trouble.c: what the window says of a clinic file that is gone or whose journal is damaged, and the ways out of it */
#include "tests/scratch-folder.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "soleus-application.h"
#include "soleus-clinic-backup.h"
#include "soleus-clock.h"
#include "soleus-main-window.h"
#include "soleus-restore-window.h"

#define DEADLINE_USEC (60 * G_USEC_PER_SEC)

static SoleusApplication *application;

typedef struct {
  char        *folder;
  char        *path;
  SoleusClock *clock;
} Fixture;

static void
settle (void)
{
  for (int i = 0; i < 50 || g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

static SoleusClinic *
open_file (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SoleusClinic *clinic = soleus_clinic_open (fixture->path, SOLEUS_CLINIC_OPEN_CREATE, fixture->clock, &error);

  g_assert_no_error (error);
  return clinic;
}

static void
save_athlete (SoleusClinic *clinic,
              const char   *name)
{
  g_autoptr (SoleusRecord) athlete = soleus_record_new (&soleus_athlete_kind);

  soleus_record_set_text (athlete, "name", name);
  g_assert_true (soleus_clinic_save (clinic, athlete, NULL));
}

/* A clinic with a person in it. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (SoleusClinic) clinic = NULL;
  g_autoptr (SoleusRecord) therapist = soleus_record_new (&soleus_therapist_kind);
  g_autoptr (SoleusRecord) profile = NULL;

  fixture->folder = g_dir_make_tmp ("soleus-trouble-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "clinic.soleus", NULL);
  fixture->clock = soleus_clock_new_fixed (G_GINT64_CONSTANT (1763720820000000));
  clinic = open_file (fixture);
  soleus_record_set_text (therapist, "name", "T. Exemplar");
  g_assert_true (soleus_clinic_save (clinic, therapist, NULL));
  profile = soleus_record_copy (soleus_clinic_get_profile (clinic));
  soleus_record_set_text (profile, "name", "Harbour Street Sports Therapy");
  g_assert_true (soleus_clinic_save (clinic, profile, NULL));
  save_athlete (clinic, "Quixotic Zebrafeld");
}

static SoleusMainWindow *
find_window (Fixture *fixture)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (SOLEUS_IS_MAIN_WINDOW (l->data) && g_str_equal (soleus_main_window_get_path (l->data), fixture->path))
      return l->data;
  return NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  SoleusMainWindow *window = find_window (fixture);

  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  g_assert_null (find_window (fixture));
  g_clear_object (&fixture->clock);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* the first widget below that can be seen and whose label begins so; NULL: there is none */
static GtkWidget *
find (GtkWidget  *widget,
      const char *text)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "label");
  g_autofree char *found = NULL;
  GtkWidget *result = NULL;

  if (pspec != NULL && pspec->value_type == G_TYPE_STRING && gtk_widget_get_mapped (widget))
    g_object_get (widget, "label", &found, NULL);
  if (found != NULL && g_str_has_prefix (found, text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && result == NULL; child = gtk_widget_get_next_sibling (child))
    result = find (child, text);
  return result;
}

static GtkWidget *
get (gpointer    window,
     const char *text)
{
  GtkWidget *widget = find (GTK_WIDGET (window), text);

  if (widget == NULL)
    g_error ("nothing is called “%s”", text);
  return widget;
}

static void
click (gpointer    window,
       const char *label)
{
  GtkWidget *button = gtk_widget_get_ancestor (get (window, label), GTK_TYPE_BUTTON);

  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

static SoleusMainWindow *
open_window (Fixture *fixture)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), "open-clinic", g_variant_new ("(ss)", fixture->path, fixture->path));
  settle ();
  g_assert_nonnull (find_window (fixture));
  return find_window (fixture);
}

/* The file is gone; its backup, made before the second athlete came, is there. */
static void
lose_file (Fixture *fixture)
{
  SoleusClinic *clinic = open_file (fixture);
  g_autoptr (SoleusBackupReport) report = soleus_clinic_back_up (clinic, "automatic", NULL, NULL, NULL);

  g_assert_nonnull (report);
  save_athlete (clinic, "Wilma Afterwards");
  g_assert_finalize_object (clinic);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
}

static gboolean
is_on_record (SoleusMainWindow *window,
              const char       *name)
{
  g_autoptr (SoleusRecord) athlete = soleus_clinic_resolve (soleus_main_window_get_clinic (window), &soleus_athlete_kind, name, NULL);

  return athlete != NULL;
}

static GtkWidget *
find_restore_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (SOLEUS_IS_RESTORE_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* The backup is read by another thread. */
static GtkWidget *
wait_for_preview (void)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE_USEC;
  GtkWidget *window = find_restore_window ();

  g_assert_nonnull (window);
  while (find (window, "In the backup") == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  settle ();
  return window;
}

static void
a_file_that_is_gone_is_restored (Fixture       *fixture,
                                 gconstpointer  data)
{
  SoleusMainWindow *window;
  GtkWidget *restore;

  lose_file (fixture);
  window = open_window (fixture);
  g_assert_null (soleus_main_window_get_clinic (window));
  get (window, "The Clinic File Is Gone");
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_true (gtk_widget_has_css_class (gtk_widget_get_ancestor (get (window, "_Restore the Newest Good Backup…"), GTK_TYPE_BUTTON), "suggested-action"));
  get (window, "_Choose Another File…");
  get (window, "Begin a _New Clinic");

  click (window, "_Restore the Newest Good Backup…");
  restore = wait_for_preview ();
  get (restore, "Harbour Street Sports Therapy, as of ");
  get (restore, "The clinic file is gone.");
  click (restore, "_Restore");
  settle ();
  window = find_window (fixture);
  g_assert_nonnull (soleus_main_window_get_clinic (window));
  g_assert_true (is_on_record (window, "Quixotic Zebrafeld"));
  g_assert_false (is_on_record (window, "Wilma Afterwards"));
}

static void
a_new_clinic_is_begun_where_it_is_asked_for (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autofree char *former = g_build_filename (fixture->folder, "clinic-former.soleus", NULL);
  g_autoptr (GPtrArray) kept = NULL;
  SoleusMainWindow *window;

  lose_file (fixture);
  window = open_window (fixture);
  click (window, "Begin a _New Clinic");
  window = find_window (fixture);
  g_assert_nonnull (soleus_main_window_get_clinic (window));
  g_assert_true (soleus_clinic_is_new (soleus_main_window_get_clinic (window)));
  get (window, "The backups of the former clinic are kept as “clinic-former…”.");
  kept = soleus_backups_list_of_path (former);
  g_assert_cmpuint (kept->len, ==, 1);
}

/* It came back, from wherever it was. */
static void
a_file_that_is_back_is_opened (Fixture       *fixture,
                               gconstpointer  data)
{
  SoleusMainWindow *window;

  lose_file (fixture);
  window = open_window (fixture);
  g_assert_null (soleus_main_window_get_clinic (window));
  {
    g_autoptr (GPtrArray) backups = soleus_backups_list_of_path (fixture->path);

    g_assert_cmpint (g_rename (((SoleusBackupFile *) backups->pdata[0])->path, fixture->path), ==, 0);
  }
  click (window, "_Try Again");
  window = find_window (fixture);
  g_assert_true (is_on_record (window, "Quixotic Zebrafeld"));
}

/* The control: without a backup a missing file is a new clinic, as on the first day. */
static void
a_first_start_is_a_first_start (Fixture       *fixture,
                                gconstpointer  data)
{
  SoleusMainWindow *window;

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  window = open_window (fixture);
  g_assert_nonnull (soleus_main_window_get_clinic (window));
  g_assert_true (soleus_clinic_is_new (soleus_main_window_get_clinic (window)));
  g_assert_null (find (GTK_WIDGET (window), "Begin a _New Clinic"));
}

/* A crash left the file with a journal, of which nobody closed either; @damaged: a bit in the middle of it flipped since. */
static void
crash (Fixture  *fixture,
       gboolean  damaged)
{
  g_autofree char *journal_path = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *file = NULL;
  g_autofree char *journal = NULL;
  gsize file_size, journal_size;
  SoleusClinic *clinic = open_file (fixture);

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *name = g_strdup_printf ("Wilma Afterwards %u", i);

      save_athlete (clinic, name);
    }
  g_assert_true (g_file_get_contents (fixture->path, &file, &file_size, NULL));
  g_assert_true (g_file_get_contents (journal_path, &journal, &journal_size, NULL));
  g_assert_finalize_object (clinic);
  if (damaged)
    journal[journal_size / 2] ^= 1;
  g_assert_true (g_file_set_contents (fixture->path, file, (gssize) file_size, NULL));
  g_assert_true (g_file_set_contents (journal_path, journal, (gssize) journal_size, NULL));
}

/* What was lost stands at the foot of the window, with the way to the backups; it is told once. */
static void
a_damaged_journal_is_told (Fixture       *fixture,
                           gconstpointer  data)
{
  SoleusMainWindow *window;
  GtkWidget *line;

  crash (fixture, TRUE);
  window = open_window (fixture);
  g_assert_nonnull (soleus_clinic_get_loss (soleus_main_window_get_clinic (window)));
  line = get (window, "The last ");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (line)), ==, soleus_clinic_get_loss (soleus_main_window_get_clinic (window)));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (line)), "It is kept as"));
  g_assert_true (is_on_record (window, "Wilma Afterwards 0"));
  g_assert_false (is_on_record (window, "Wilma Afterwards 7"));
  click (window, "_Backups…");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Backup and Restore – Soleus");
  get (window, "The last ");

  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  window = open_window (fixture);
  g_assert_null (find (GTK_WIDGET (window), "The last "));
}

/* The control: a whole one is read, and nothing is said. */
static void
a_whole_journal_is_read (Fixture       *fixture,
                         gconstpointer  data)
{
  SoleusMainWindow *window;

  crash (fixture, FALSE);
  window = open_window (fixture);
  g_assert_true (is_on_record (window, "Wilma Afterwards 7"));
  g_assert_null (find (GTK_WIDGET (window), "The last "));
}

#define ADD(name) g_test_add ("/file-trouble/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int   argc,
      char *argv[])
{
  int result;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = soleus_application_new ();
  g_application_set_flags (G_APPLICATION (application), g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  ADD (a_file_that_is_gone_is_restored);
  ADD (a_new_clinic_is_begun_where_it_is_asked_for);
  ADD (a_file_that_is_back_is_opened);
  ADD (a_first_start_is_a_first_start);
  ADD (a_damaged_journal_is_told);
  ADD (a_whole_journal_is_read);
  result = g_test_run ();
  g_object_unref (application);
  return result;
}
