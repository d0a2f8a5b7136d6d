/* test-backup-page.c: backing up, the preview of a restore with and without a passphrase, and what a restore brings back */
#include "soleus-config.h"

#include "tests/scratch-folder.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "soleus-backup-page.h"
#include "soleus-clinic-backup.h"
#include "soleus-clinic-content.h"
#include "soleus-clock.h"
#include "soleus-restore-window.h"

typedef struct {
  char         *folder;
  SoleusClock  *clock;
  SoleusClinic *clinic;
  guint         n_asked;
} Fixture;

static void
add_athlete (Fixture    *fixture,
             const char *name)
{
  g_autoptr (SoleusRecord) athlete = soleus_record_new (&soleus_athlete_kind);
  g_autoptr (GError) error = NULL;

  soleus_record_set_text (athlete, "name", name);
  soleus_clinic_save (fixture->clinic, athlete, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (SoleusRecord) therapist = soleus_record_new (&soleus_therapist_kind);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("soleus-backup-page-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "clinic.soleus", NULL);
  fixture->clock = soleus_clock_new_fixed (G_GINT64_CONSTANT (1763720820000000));
  fixture->clinic = soleus_clinic_open (path, SOLEUS_CLINIC_OPEN_CREATE, fixture->clock, &error);
  g_assert_no_error (error);
  soleus_record_set_text (therapist, "name", "T. Exemplar");
  soleus_clinic_save (fixture->clinic, therapist, &error);
  g_assert_no_error (error);
  add_athlete (fixture, "Before Backup");
}

static void
settle (void)
{
  for (int i = 0; i < 20 || g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  settle ();
  g_assert_finalize_object (g_steal_pointer (&fixture->clinic));
  g_clear_object (&fixture->clock);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

static GtkWidget *
find (GtkWidget *widget,
      gboolean (*matches) (GtkWidget *widget, const char *text),
      const char *text)
{
  if (matches (widget, text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, matches, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_row (GtkWidget  *widget,
        const char *text)
{
  return ADW_IS_PREFERENCES_ROW (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), text) == 0;
}

static gboolean
is_button (GtkWidget  *widget,
           const char *text)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0;
}

static gboolean
is_label (GtkWidget  *widget,
          const char *text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

/* the thread ends when it ends: waited for until then, however slow the machine is */
static GtkWidget *
wait_for (GtkWidget  *root,
          gboolean (*matches) (GtkWidget *widget, const char *text),
          const char *text)
{
  GtkWidget *found;

  while ((found = find (root, matches, text)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return found;
}

static void
the_page_backs_up (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *window = gtk_window_new ();
  SoleusPage *page = g_object_new (SOLEUS_TYPE_BACKUP_PAGE, "clinic", fixture->clinic, NULL);
  g_autoptr (GPtrArray) files = NULL;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (page));
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  g_assert_null (find (window, is_button, "_Restore…"));
  g_signal_emit_by_name (find (window, is_button, "_Back Up Now"), "clicked");
  wait_for (window, is_button, "_Restore…");
  files = soleus_clinic_list_backups (fixture->clinic);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_false (((SoleusBackupFile *) files->pdata[0])->sealed);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
the_page_encrypts (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *window = gtk_window_new ();
  SoleusPage *page = g_object_new (SOLEUS_TYPE_BACKUP_PAGE, "clinic", fixture->clinic, NULL);
  g_autoptr (GPtrArray) files = NULL;
  GtkWidget *encrypt;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (page));
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  encrypt = find (window, is_button, "_Encrypt");
  gtk_editable_set_text (GTK_EDITABLE (find (window, is_row, "Passphrase")), "three legs");
  g_assert_false (gtk_widget_get_sensitive (encrypt));
  gtk_editable_set_text (GTK_EDITABLE (find (window, is_row, "The same once more")), "three leg");
  g_assert_false (gtk_widget_get_sensitive (encrypt));
  gtk_editable_set_text (GTK_EDITABLE (find (window, is_row, "The same once more")), "three legs");
  g_assert_true (gtk_widget_get_sensitive (encrypt));
  g_signal_emit_by_name (encrypt, "clicked");
  wait_for (window, is_row, "New passphrase");
  g_signal_emit_by_name (find (window, is_button, "_Back Up Now"), "clicked");
  wait_for (window, is_button, "_Restore…");
  files = soleus_clinic_list_backups (fixture->clinic);
  g_assert_true (((SoleusBackupFile *) files->pdata[0])->sealed);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
restore_cb (SoleusRestorePreview  *preview,
            gpointer               user_data,
            GError               **error)
{
  Fixture *fixture = user_data;

  fixture->n_asked++;
  return soleus_clinic_restore (fixture->clinic, preview, error);
}

static void
add_own_content (Fixture *fixture)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "clinic.content", NULL);
  g_autofree char *path = g_build_filename (folder, "en.json", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "{ \"version\": \"2025-11-20\", \"sections\": [] }", -1, NULL));
}

static void
assert_own_version (Fixture    *fixture,
                    const char *version)
{
  g_autoptr (SoleusContent) content = soleus_clinic_load_content (fixture->clinic, "en", NULL);

  g_assert_cmpstr (soleus_content_get_own_version (content), ==, version);
}

static void
a_restore_is_seen_before_it_is_done (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (SoleusSealKey) key = soleus_seal_key_new ("three legs", NULL);
  g_autofree char *target = g_build_filename (fixture->folder, "copy.sealed", NULL);
  g_autoptr (SoleusBackupReport) report = soleus_clinic_back_up (fixture->clinic, "backup", target, key, NULL);
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_athlete_kind);
  GtkWidget *window;

  add_athlete (fixture, "After Backup");
  add_own_content (fixture);
  assert_own_version (fixture, "2025-11-20");
  g_assert_cmpint (soleus_clinic_count (fixture->clinic, query, NULL), ==, 2);
  window = soleus_restore_window_new (NULL, soleus_clinic_get_path (fixture->clinic), report->path, restore_cb, fixture, NULL);
  gtk_window_present (GTK_WINDOW (window));
  wait_for (window, is_row, "Passphrase");
  /* nothing is restored that was not seen */
  gtk_widget_activate_action (window, "restore.restore", NULL);
  g_assert_cmpuint (fixture->n_asked, ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (find (window, is_row, "Passphrase")), "four legs");
  gtk_widget_activate_action (window, "restore.open", NULL);
  wait_for (window, is_label, "not the passphrase");
  gtk_editable_set_text (GTK_EDITABLE (find (window, is_row, "Passphrase")), "three legs");
  gtk_widget_activate_action (window, "restore.open", NULL);
  wait_for (window, is_label, "entries were made since this backup");
  g_assert_nonnull (find (window, is_label, "What your clinic added to the protocol"));
  g_assert_cmpint (soleus_clinic_count (fixture->clinic, query, NULL), ==, 2);
  gtk_widget_activate_action (window, "restore.restore", NULL);
  g_assert_cmpuint (fixture->n_asked, ==, 1);
  g_assert_cmpint (soleus_clinic_count (fixture->clinic, query, NULL), ==, 1);
  assert_own_version (fixture, NULL);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(function) g_test_add ("/backup-page/" #function, Fixture, NULL, set_up, function, tear_down)
  ADD (the_page_backs_up);
  ADD (the_page_encrypts);
  ADD (a_restore_is_seen_before_it_is_done);
#undef ADD
  return g_test_run ();
}
