/* test-encryption.c: the page that encrypts the clinic file, and the one that asks for the passphrase; where this build cannot, that is said */
#include "tests/scratch-folder.h"

#include <adwaita.h>

#include "soleus-application.h"
#include "soleus-clinic-encryption.h"
#include "soleus-clock.h"
#include "soleus-error.h"
#include "soleus-file-key.h"
#include "soleus-main-window.h"

static SoleusApplication *application;

typedef struct {
  char             *folder;
  char             *path;
  SoleusClock      *clock;
  SoleusClinic     *clinic;
  SoleusMainWindow *window;
} Fixture;

static void
settle (void)
{
  for (int i = 0; i < 50 || g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (SoleusRecord) therapist = soleus_record_new (&soleus_therapist_kind);
  g_autoptr (SoleusRecord) athlete = soleus_record_new (&soleus_athlete_kind);
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("soleus-encryption-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "clinic.soleus", NULL);
  fixture->clock = soleus_clock_new_fixed (G_GINT64_CONSTANT (1763720820000000));
  fixture->clinic = soleus_clinic_open (fixture->path, SOLEUS_CLINIC_OPEN_CREATE, fixture->clock, &error);
  g_assert_no_error (error);
  soleus_record_set_text (therapist, "name", "T. Exemplar");
  g_assert_true (soleus_clinic_save (fixture->clinic, therapist, NULL));
  soleus_record_set_text (athlete, "name", "Quixotic Zebrafeld");
  g_assert_true (soleus_clinic_save (fixture->clinic, athlete, NULL));
  fixture->window = soleus_main_window_new (ADW_APPLICATION (application), fixture->path);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer weak = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), &weak);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (weak);
  if (fixture->clinic != NULL)
    g_assert_finalize_object (g_steal_pointer (&fixture->clinic));
  g_clear_object (&fixture->clock);
  soleus_file_key_remember (fixture->path, NULL);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* the first widget below that can be seen and whose text of that property begins so; NULL: there is none */
static GtkWidget *
find (GtkWidget  *widget,
      const char *property,
      const char *text)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), property);
  g_autofree char *found = NULL;
  GtkWidget *result = NULL;

  if (pspec != NULL && pspec->value_type == G_TYPE_STRING && gtk_widget_get_mapped (widget))
    g_object_get (widget, property, &found, NULL);
  if (found != NULL && g_str_has_prefix (found, text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && result == NULL; child = gtk_widget_get_next_sibling (child))
    result = find (child, property, text);
  return result;
}

static GtkWidget *
get (Fixture    *fixture,
     const char *property,
     const char *text)
{
  GtkWidget *widget = find (GTK_WIDGET (fixture->window), property, text);

  if (widget == NULL)
    g_error ("nothing is called “%s”", text);
  return widget;
}

static void
type (Fixture    *fixture,
      const char *row,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get (fixture, "title", row)), text);
}

static void
click (Fixture    *fixture,
       const char *label)
{
  GtkWidget *button = gtk_widget_get_ancestor (get (fixture, "label", label), GTK_TYPE_BUTTON);

  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

/* The file is written anew by another thread, and the row that says so is there as long. */
static void
wait_until_written (Fixture *fixture)
{
  gint64 deadline = g_get_monotonic_time () + 120 * G_USEC_PER_SEC;

  while (find (GTK_WIDGET (fixture->window), "title", "The file is being written anew") != NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  settle ();
}

static void
write_anew (Fixture    *fixture,
            const char *label)
{
  click (fixture, label);
  wait_until_written (fixture);
}

static void
show_page (Fixture *fixture)
{
  if (soleus_main_window_get_clinic (fixture->window) == NULL)
    soleus_main_window_set_clinic (fixture->window, fixture->clinic);
  g_assert_true (soleus_main_window_show_page (fixture->window, "encryption"));
  settle ();
}

static void
a_build_without_says_so (Fixture       *fixture,
                         gconstpointer  data)
{
  static const char *const groups[] = { "What is protected", "What is not protected", "What to do" };
  static const struct { const char *row, *there; } ways[] = { { "Lock the window while you are away", "Lock by itself" }, { "Encrypt the backups", "Encrypt backups" } };

  if (soleus_clinic_can_encrypt ())
    {
      g_test_skip ("this build encrypts");
      return;
    }
  show_page (fixture);
  get (fixture, "title", "The Clinic File Is Not Encrypted");
  get (fixture, "description", "This Soleus cannot encrypt it");
  g_assert_null (find (GTK_WIDGET (fixture->window), "title", "New passphrase"));
  g_assert_null (find (GTK_WIDGET (fixture->window), "title", "Clinic file"));
  /* what is protected and what is not, and what to do: two of them here */
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    get (fixture, "title", groups[i]);
  get (fixture, "subtitle", "Whoever reads its disk in another machine");
  get (fixture, "title", "Encrypt the disk");
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      gtk_widget_activate (get (fixture, "title", ways[i].row));
      settle ();
      get (fixture, "title", ways[i].there);
      show_page (fixture);
    }
}

static void
a_passphrase_is_set_changed_and_removed (Fixture       *fixture,
                                         gconstpointer  data)
{
  if (!soleus_clinic_can_encrypt ())
    {
      g_test_skip ("this build does not encrypt");
      return;
    }
  show_page (fixture);
  get (fixture, "subtitle", "Not encrypted");
  type (fixture, "New passphrase", "three legs");
  type (fixture, "The same once more", "three lega");
  g_assert_false (gtk_widget_get_sensitive (gtk_widget_get_ancestor (get (fixture, "label", "_Encrypt"), GTK_TYPE_BUTTON)));
  type (fixture, "The same once more", "three legs");
  write_anew (fixture, "_Encrypt");
  g_assert_true (soleus_clinic_is_encrypted (fixture->clinic));
  g_assert_true (soleus_clinic_is_passphrase (fixture->clinic, "three legs"));
  get (fixture, "subtitle", "Encrypted");

  type (fixture, "Present passphrase", "four legs");
  click (fixture, "_Stop Encrypting");
  g_assert_true (soleus_clinic_is_passphrase (fixture->clinic, "three legs"));
  type (fixture, "Present passphrase", "three legs");
  type (fixture, "New passphrase", "five legs");
  type (fixture, "The same once more", "five legs");
  write_anew (fixture, "_Change Passphrase");
  g_assert_true (soleus_clinic_is_passphrase (fixture->clinic, "five legs"));
  type (fixture, "Present passphrase", "five legs");
  write_anew (fixture, "_Stop Encrypting");
  g_assert_false (soleus_clinic_is_encrypted (fixture->clinic));
  get (fixture, "subtitle", "Not encrypted");
}

static guint
count_unfinished (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += strstr (name, ".unfinished") != NULL;
  return n;
}

/* @leave: to another page; else by the button */
static void
stop (Fixture  *fixture,
      gboolean  leave)
{
  GtkWidget *button;
  gint64 deadline = g_get_monotonic_time () + 120 * G_USEC_PER_SEC;

  show_page (fixture);
  type (fixture, "New passphrase", "three legs");
  type (fixture, "The same once more", "three legs");
  button = gtk_widget_get_ancestor (get (fixture, "label", "_Encrypt"), GTK_TYPE_BUTTON);
  /* nothing else is done between the two */
  g_signal_emit_by_name (button, "clicked");
  if (leave)
    g_assert_true (soleus_main_window_show_page (fixture->window, "backup"));
  else
    g_signal_emit_by_name (gtk_widget_get_ancestor (get (fixture, "label", "_Cancel"), GTK_TYPE_BUTTON), "clicked");
  settle ();
  if (!leave)
    {
      wait_until_written (fixture);
      get (fixture, "label", "Stopped. Nothing was changed.");
      get (fixture, "subtitle", "Not encrypted");
    }
  while (count_unfinished (fixture) > 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  settle ();
  g_assert_false (soleus_clinic_is_encrypted (fixture->clinic));
}

static void
what_is_stopped_changes_nothing (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (SoleusRecord) athlete = soleus_record_new (&soleus_athlete_kind);
  g_autoptr (GPtrArray) findings = NULL;

  if (!soleus_clinic_can_encrypt ())
    {
      g_test_skip ("this build does not encrypt");
      return;
    }
  stop (fixture, FALSE);
  stop (fixture, TRUE);
  soleus_record_set_text (athlete, "name", "Written Afterwards");
  g_assert_true (soleus_clinic_save (fixture->clinic, athlete, NULL));
  findings = soleus_clinic_verify (fixture->clinic, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
an_encrypted_clinic_asks (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  if (!soleus_clinic_can_encrypt ())
    {
      g_test_skip ("this build does not encrypt");
      return;
    }
  g_assert_true (soleus_clinic_encrypt (fixture->clinic, "three legs", &error));
  g_assert_finalize_object (g_steal_pointer (&fixture->clinic));
  soleus_file_key_remember (fixture->path, NULL);
  fixture->clinic = soleus_clinic_open (fixture->path, SOLEUS_CLINIC_OPEN_DEFAULT, fixture->clock, &error);
  g_assert_null (fixture->clinic);
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_ENCRYPTED);
  soleus_main_window_show_trouble (fixture->window, error);
  settle ();
  get (fixture, "label", "The Clinic Is Encrypted");
  g_assert_null (find (GTK_WIDGET (fixture->window), "label", "_Restore the Newest"));
  type (fixture, "Passphrase", "Three legs");
  click (fixture, "_Open");
  get (fixture, "label", "This is not the passphrase");
  get (fixture, "label", "_Restore the Newest");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get (fixture, "title", "Passphrase"))), ==, "");
  /* the application would open a window of its own now: here there is no such action, and the file can be opened */
  g_clear_error (&error);
  type (fixture, "Passphrase", "three legs");
  g_action_map_remove_action (G_ACTION_MAP (application), "open-clinic");
  click (fixture, "_Open");
  fixture->clinic = soleus_clinic_open (fixture->path, SOLEUS_CLINIC_OPEN_DEFAULT, fixture->clock, &error);
  g_assert_no_error (error);
  g_assert_true (soleus_clinic_is_encrypted (fixture->clinic));
}

/* The check of what the program links does not see what is loaded later: modules of GTK and of GIO. */
static void
one_sqlite_is_loaded (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *maps = NULL;
  gboolean plain, codec;

  soleus_main_window_set_clinic (fixture->window, fixture->clinic);
  soleus_main_window_show_page (fixture->window, "backup");
  settle ();
  g_assert_true (g_file_get_contents ("/proc/self/maps", &maps, NULL, NULL));
  plain = strstr (maps, "/libsqlite3.so") != NULL;
  codec = strstr (maps, "/libsqlcipher.so") != NULL;
  g_assert_true (plain != codec);
  g_assert_true (codec == soleus_clinic_can_encrypt ());
}

int
main (int   argc,
      char *argv[])
{
  int result;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = soleus_application_new ();
  g_application_set_flags (G_APPLICATION (application), g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add ("/encryption/a_build_without_says_so", Fixture, NULL, set_up, a_build_without_says_so, tear_down);
  g_test_add ("/encryption/a_passphrase_is_set_changed_and_removed", Fixture, NULL, set_up, a_passphrase_is_set_changed_and_removed, tear_down);
  g_test_add ("/encryption/what_is_stopped_changes_nothing", Fixture, NULL, set_up, what_is_stopped_changes_nothing, tear_down);
  g_test_add ("/encryption/an_encrypted_clinic_asks", Fixture, NULL, set_up, an_encrypted_clinic_asks, tear_down);
  g_test_add ("/encryption/one_sqlite_is_loaded", Fixture, NULL, set_up, one_sqlite_is_loaded, tear_down);

  result = g_test_run ();
  g_object_unref (application);
  return result;
}
