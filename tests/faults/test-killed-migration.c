/* A file of an older program is opened by one that is killed while it brings it to the present schema, or by several at once: nothing it says
 * changes, a checked copy of it as it was is there, and the next one goes on. */
#include "soleus-config.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "little-clinic.h"
#include "tests/unit/storage/old-schema.h"

#include "soleus-backup-folder.h"
#include "soleus-migrator.h"
#include "soleus-record-table.h"
#include "soleus-storage-resource.h"

#define N_EPISODES 150
#define N_AT_ONCE 4

typedef struct {
  LittleClinic *clinic;
  int           version; /* of the file to begin with */
  GBytes       *bytes;   /* of the file to begin with */
  char         *content;
  gint64        duration; /* of opening it, in microseconds */
} Fixture;

static gboolean
is_full (void)
{
  return g_strcmp0 (g_getenv ("SOLEUS_FULL"), "1") == 0;
}

static void
put_old_file (Fixture *fixture)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (fixture->bytes, &size);

  little_clinic_put_bytes (fixture->clinic, bytes, size);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  SoleusConnection *connection;
  gint64 start;

  fixture->clinic = little_clinic_new ();
  fixture->version = GPOINTER_TO_INT (data);
  connection = old_schema_create (fixture->clinic->path, fixture->version);
  old_schema_execute (connection, "BEGIN");
  old_schema_fill (connection, N_EPISODES);
  old_schema_execute (connection, "COMMIT");
  fixture->content = old_schema_dup_content (connection);
  g_object_unref (connection);
  fixture->bytes = little_clinic_get_bytes (fixture->clinic);
  start = g_get_monotonic_time ();
  g_object_unref (little_clinic_open (fixture->clinic, NULL));
  fixture->duration = g_get_monotonic_time () - start;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->clinic, little_clinic_free);
  g_clear_pointer (&fixture->bytes, g_bytes_unref);
  g_free (fixture->content);
}

/* --- the program --- */

typedef gboolean (*OpenFunc) (Fixture *fixture);

static gboolean
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusStore) store = little_clinic_open (fixture->clinic, &error);

  if (store == NULL)
    g_printerr ("# %s\n", error->message);
  return store != NULL;
}

/* as if each statement of the scripts were on its own */
static gboolean
migrate_without_a_transaction (Fixture *fixture)
{
  static const char *const scripts[] = { "0002-safety.sql", "0003-notes.sql" };
  g_autoptr (SoleusConnection) connection = soleus_connection_open (fixture->clinic->path, SOLEUS_CONNECTION_DEFAULT, NULL);

  for (gsize i = (gsize) fixture->version - 1; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *resource = g_strconcat ("/io/github/soleusapp/Soleus/sql/", scripts[i], NULL);
      g_autoptr (GBytes) script = g_resource_lookup_data (soleus_storage_get_resource (), resource, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_autofree char *sql = g_strndup (g_bytes_get_data (script, NULL), g_bytes_get_size (script));
      g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %d", (int) i + 2);

      if (!soleus_connection_exec (connection, sql, NULL) || !soleus_connection_exec (connection, mark, NULL))
        return FALSE;
    }
  return TRUE;
}

static pid_t
start (Fixture  *fixture,
       OpenFunc  func)
{
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_random_set_seed ((guint32) getpid ());
      _exit (func (fixture) ? 0 : 1);
    }
  return child;
}

/* Returns: whether it had come to its end before */
static gboolean
kill_after (pid_t  child,
            gint64 microseconds)
{
  int status;

  g_usleep ((gulong) microseconds);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL)
    return FALSE;
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  return TRUE;
}

/* --- what is there afterwards --- */

static void
count_sound (const char   *id,
             SoleusRecord *record,
             const char   *row_hash,
             const char   *problem,
             gpointer      user_data)
{
  g_autofree char *hash = NULL;

  g_assert_cmpstr (problem, ==, NULL);
  hash = soleus_record_dup_content_hash (record);
  g_assert_cmpstr (hash, ==, row_hash);
  (*(guint *) user_data)++;
}

static void
assert_content (Fixture          *fixture,
                SoleusConnection *connection)
{
  const SoleusRecordKind *const *kinds = soleus_record_list_kinds ();
  g_autofree char *content = old_schema_dup_content (connection);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  guint n_rows = 0;

  g_assert_cmpstr (content, ==, fixture->content);
  g_assert_true (soleus_connection_check_integrity (connection, findings, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  if (soleus_migrator_get_version (connection) != soleus_migrator_get_newest_version ())
    return;
  for (gsize i = 0; kinds[i] != NULL; i++)
    soleus_record_table_foreach (connection, kinds[i], count_sound, &n_rows, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, N_EPISODES + OLD_SCHEMA_OTHER_ROWS);
}

/* Each backup is whole, and the oldest is of the file as it was. */
static void
assert_backups (Fixture *fixture)
{
  g_autofree char *folder = soleus_backup_folder_dup_default (fixture->clinic->path);
  g_autoptr (GPtrArray) backups = soleus_backup_folder_list (folder, fixture->clinic->path);
  gboolean is_as_it_was = FALSE;

  g_assert_cmpuint (backups->len, >, 0);
  for (guint i = 0; i < backups->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SoleusConnection) copy = soleus_connection_open (((SoleusBackupFile *) backups->pdata[i])->path, SOLEUS_CONNECTION_READ_ONLY, &error);

      g_assert_no_error (error);
      assert_content (fixture, copy);
      is_as_it_was |= soleus_migrator_get_version (copy) == fixture->version;
    }
  g_assert_true (is_as_it_was);
}

static int
read_version (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusConnection) connection = soleus_connection_open (fixture->clinic->path, SOLEUS_CONNECTION_DEFAULT, &error);

  g_assert_no_error (error);
  return soleus_migrator_get_version (connection);
}

static void
assert_goes_on (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusStore) store = little_clinic_open (fixture->clinic, &error);
  SoleusConnection *connection;

  g_assert_no_error (error);
  connection = soleus_store_get_connection (store);
  g_assert_cmpint (soleus_migrator_get_version (connection), ==, soleus_migrator_get_newest_version ());
  assert_content (fixture, connection);
  assert_backups (fixture);
}

/* --- the tests --- */

static void
killed_while_it_migrates (Fixture       *fixture,
                          gconstpointer  data)
{
  guint n_kills = is_full () ? 200 : 10;
  guint n_before = 0, n_after = 0, n_finished = 0, i = 0;
  double reach = 1.2 * (double) fixture->duration;
  g_autoptr (GRand) random = g_rand_new_with_seed (20260328);

  /* a kill that came too late shows nothing and is tried again, sooner: the machine may be less busy than it was */
  while (i < n_kills && n_finished < 10 * n_kills)
    {
      gint64 microseconds = (gint64) ((i + g_rand_double (random)) * reach / n_kills);
      int version;

      put_old_file (fixture);
      if (kill_after (start (fixture, open_store), microseconds))
        {
          n_finished++;
          reach *= 0.95;
          continue;
        }
      i++;
      version = read_version (fixture);
      n_before += version == fixture->version;
      n_after += version != fixture->version;
      if (version != fixture->version)
        assert_backups (fixture);
      assert_goes_on (fixture);
    }
  g_test_message ("%u kills within %.0f ms: %u before the first step was there, %u after it; %u more came too late", n_kills,
                  reach / 1000, n_before, n_after, n_finished);
  /* the control: kills that all come too early or too late show nothing */
  g_assert_cmpuint (n_before, >, 0);
  g_assert_cmpuint (i, ==, n_kills);
}

/* The control: where each statement is on its own, a kill leaves a file that nobody can open. */
static void
without_a_transaction_it_is_caught (Fixture       *fixture,
                                    gconstpointer  data)
{
  guint n_caught = 0, n_kills = 0;

  for (; n_caught == 0 && n_kills < 500; n_kills++)
    {
      g_autoptr (SoleusStore) store = NULL;

      put_old_file (fixture);
      kill_after (start (fixture, migrate_without_a_transaction), n_kills * 100);
      store = little_clinic_open (fixture->clinic, NULL);
      n_caught += store == NULL;
    }
  g_test_message ("caught at the kill number %u", n_kills);
  g_assert_cmpuint (n_caught, >, 0);
}

/* The window and the command line after an update: each gets its clinic, and each backup is whole. */
static void
opened_by_several_at_once (Fixture       *fixture,
                           gconstpointer  data)
{
  guint n_times = is_full () ? 200 : 3;

  for (guint i = 0; i < n_times; i++)
    {
      pid_t children[N_AT_ONCE];

      put_old_file (fixture);
      for (guint k = 0; k < N_AT_ONCE; k++)
        children[k] = start (fixture, open_store);
      for (guint k = 0; k < N_AT_ONCE; k++)
        {
          int status;

          g_assert_cmpint (waitpid (children[k], &status, 0), ==, children[k]);
          g_assert_cmpint (status, ==, 0);
        }
      assert_goes_on (fixture);
    }
}

#define ADD(name, version) g_test_add ("/killed-migration/" #name "/" #version, Fixture, GINT_TO_POINTER (version), set_up, name, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD (killed_while_it_migrates, 1);
  ADD (killed_while_it_migrates, 2);
  ADD (without_a_transaction_it_is_caught, 1);
  ADD (opened_by_several_at_once, 1);
  ADD (opened_by_several_at_once, 2);
  return g_test_run ();
}
