/* A clinic file under a passphrase: what is killed, migrated, damaged or typed leaves no word in a byte of its folder, and a file that opens
 * with one passphrase or the other. */
#include "soleus-config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "soleus-encryption.h"
#include "soleus-error.h"
#include "soleus-file-key.h"
#include "soleus-migrator.h"
#include "soleus-records.h"
#include "soleus-storage-resource.h"

#include "little-clinic.h"

#define NAME  "Zweigvogel"
#define NOTE  "Quellenhaupt"
#define DRAFT "Dornenwiese"
#define N_ATHLETES 40

static gboolean
cannot_encrypt (void)
{
  if (soleus_encryption_is_available ())
    return FALSE;
  g_test_skip ("this build does not encrypt");
  return TRUE;
}

/* --- words --- */

static gboolean
holds (const char *bytes,
       gsize       length,
       const char *word)
{
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (word, -1, NULL, NULL, NULL);

  return memmem (bytes, length, word, strlen (word)) != NULL || memmem (bytes, length, wide, 2 * strlen (word)) != NULL;
}

static guint
count_words_of_file (const char *path)
{
  static const char *const words[] = { NAME, NOTE, DRAFT };
  g_autofree char *bytes = NULL;
  gsize length;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    n += holds (bytes, length, words[i]);
  return n;
}

/* of all files in a folder and below; each file by itself */
static guint
count_words (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n += g_file_test (path, G_FILE_TEST_IS_DIR) ? count_words (path) : count_words_of_file (path);
    }
  return n;
}

static guint
count_files (const char *folder,
             const char *part)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += strstr (name, part) != NULL;
  return n;
}

/* --- clinics --- */

static void
remember (LittleClinic *clinic,
          const char   *passphrase)
{
  g_autoptr (SoleusFileKey) key = passphrase != NULL ? soleus_file_key_new (passphrase) : NULL;

  soleus_file_key_remember (clinic->path, key);
}

static void
add_athlete (SoleusStore *store,
             guint        number)
{
  g_autoptr (SoleusRecord) athlete = soleus_record_new (&soleus_athlete_kind);
  g_autofree char *name = g_strdup_printf (NAME " %u", number);
  g_autoptr (GError) error = NULL;

  soleus_record_set_text (athlete, "name", name);
  soleus_record_set_text (athlete, "note", "Tight since the " NOTE " race");
  g_assert_true (soleus_store_begin (store, &error) && soleus_store_save (store, athlete, NULL, NULL, &error) && soleus_store_commit (store, &error));
}

static void
keep_draft (SoleusStore *store)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("'" DRAFT " is being typed'", strlen (DRAFT) + 18);
  SoleusStoredDraft draft = { (char *) "visit:new:x", (char *) "visit", NULL, (char *) DRAFT, bytes, 7 };
  g_autoptr (GError) error = NULL;

  g_assert_true (soleus_store_keep_draft (store, &draft, &error));
}

static SoleusStore *
open_store (LittleClinic *clinic)
{
  g_autoptr (GError) error = NULL;
  SoleusStore *store = little_clinic_open (clinic, &error);

  g_assert_no_error (error);
  return store;
}

static guint
count_athletes (SoleusStore *store)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_athlete_kind);

  return (guint) soleus_store_count (store, query, NULL);
}

/* A child that ended by itself, or of another signal, was not killed in its work: it counts for nothing. */
static void
assert_killed (int status)
{
  if (WIFEXITED (status))
    g_error ("The child ended by itself, with %d.", WEXITSTATUS (status));
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
}

/* --- what is typed, and what a crash leaves --- */

/* Returns: the folder as the crash left it */
static guint
crash_while_typing (LittleClinic *clinic)
{
  g_autofree char *log = g_strconcat (clinic->path, "-wal", NULL);
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      SoleusStore *store = little_clinic_open (clinic, NULL);

      if (store == NULL)
        _exit (3);
      add_athlete (store, 1);
      keep_draft (store);
      raise (SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  assert_killed (status);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  return count_words (clinic->folder);
}

static void
a_crashed_log_holds_no_word (void)
{
  g_autoptr (LittleClinic) clinic = little_clinic_new ();
  g_autoptr (SoleusStore) store = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  if (cannot_encrypt ())
    return;
  remember (clinic, "three legs");
  g_clear_object (&store);
  store = open_store (clinic);
  g_clear_object (&store);
  g_assert_cmpuint (crash_while_typing (clinic), ==, 0);
  store = open_store (clinic);
  g_assert_cmpuint (count_athletes (store), ==, 1);
  drafts = soleus_store_list_drafts (store, NULL, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  little_clinic_assert_clean (store);
  g_assert_cmpuint (count_words (clinic->folder), ==, 0);
  remember (clinic, NULL);
}

/* The control: without a passphrase the same words are in the log. */
static void
a_plain_log_holds_them (void)
{
  g_autoptr (LittleClinic) clinic = little_clinic_new ();

  g_object_unref (open_store (clinic));
  g_assert_cmpuint (crash_while_typing (clinic), >=, 3);
}

/* --- an older file --- */

static void
create_version_1 (LittleClinic *clinic)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusConnection) connection = soleus_connection_open (clinic->path, SOLEUS_CONNECTION_CREATE, &error);
  g_autoptr (GBytes) script = g_resource_lookup_data (soleus_storage_get_resource (), "/io/github/soleusapp/Soleus/sql/0001-records.sql", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (SoleusRecord) athlete = soleus_record_new (&soleus_athlete_kind);
  g_autofree char *hash = NULL;
  g_autofree char *row = NULL;
  g_autofree char *marks = g_strdup_printf ("PRAGMA user_version = 1; PRAGMA application_id = %d", SOLEUS_CONNECTION_APPLICATION_ID);

  g_assert_no_error (error);
  soleus_record_set_text (athlete, "name", NAME);
  soleus_record_set_text (athlete, "note", NOTE);
  soleus_record_set_int (athlete, "revision", 1);
  hash = soleus_record_dup_content_hash (athlete);
  row = g_strdup_printf ("INSERT INTO athlete (id, revision, name, note, sex, blood_thinner, bleeding_disorder, pregnant, row_hash) "
                         "VALUES ('%s', 1, '" NAME "', '" NOTE "', 'unknown', 'unknown', 'unknown', 'unknown', '%s')",
                         soleus_record_get_id (athlete), hash);
  g_assert_true (soleus_connection_exec (connection, g_bytes_get_data (script, NULL), &error));
  g_assert_true (soleus_connection_exec (connection, row, &error));
  g_assert_true (soleus_connection_exec (connection, "INSERT INTO draft VALUES ('x', 'visit', NULL, '" DRAFT "', x'00', 7)", &error));
  g_assert_true (soleus_connection_exec (connection, marks, &error));
}

static char *
find_backup (LittleClinic *clinic)
{
  g_autofree char *folder = g_build_filename (clinic->folder, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;

  g_assert_nonnull (name);
  g_assert_nonnull (strstr (name, "before-migration"));
  return g_build_filename (folder, name, NULL);
}

static void
migrate (LittleClinic *clinic)
{
  g_autoptr (SoleusStore) store = NULL;

  create_version_1 (clinic);
  store = open_store (clinic);
  g_assert_cmpint (soleus_migrator_get_version (soleus_store_get_connection (store)), ==, soleus_migrator_get_newest_version ());
  g_assert_cmpuint (count_athletes (store), ==, 1);
}

static void
an_older_file_is_backed_up_encrypted (void)
{
  g_autoptr (LittleClinic) clinic = little_clinic_new ();
  g_autoptr (SoleusFileKey) key = soleus_file_key_new ("three legs");
  g_autoptr (SoleusConnection) backup = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (cannot_encrypt ())
    return;
  remember (clinic, "three legs");
  migrate (clinic);
  g_assert_cmpuint (count_words (clinic->folder), ==, 0);
  path = find_backup (clinic);
  backup = soleus_connection_open_with_key (path, SOLEUS_CONNECTION_READ_ONLY, NULL, &error);
  g_assert_null (backup);
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_ENCRYPTED);
  g_clear_error (&error);
  backup = soleus_connection_open_with_key (path, SOLEUS_CONNECTION_READ_ONLY, key, &error);
  g_assert_no_error (error);
  g_assert_cmpint (soleus_migrator_get_version (backup), ==, 1);
  g_assert_cmpint (soleus_connection_get_int (backup, "SELECT count (*) FROM athlete WHERE name = '" NAME "'", 0), ==, 1);
  remember (clinic, NULL);
}

/* The control: without a passphrase the backup is there for everybody to read. */
static void
an_older_plain_file_is_backed_up_plain (void)
{
  g_autoptr (LittleClinic) clinic = little_clinic_new ();
  g_autofree char *path = NULL;

  migrate (clinic);
  path = find_backup (clinic);
  g_assert_cmpuint (count_words_of_file (path), ==, 3);
}

/* --- killed while the encryption changes --- */

typedef struct {
  guint n_kills;
  guint n_before; /* the file opened with what it had */
  guint n_after;  /* with what it was to have */
  guint n_left;   /* something of the change lay beside it */
} Outcome;

static _Noreturn void
change_until_killed (LittleClinic *clinic,
                     int           fd,
                     const char   *passphrase)
{
  SoleusStore *store = little_clinic_open (clinic, NULL);
  g_autoptr (SoleusFileKey) key = passphrase != NULL ? soleus_file_key_new (passphrase) : NULL;

  if (store == NULL || write (fd, "!", 1) != 1)
    _exit (3);
  g_random_set_seed ((guint32) getpid ());
  if (!soleus_encryption_change (soleus_store_get_connection (store), key, NULL) || write (fd, ".", 1) != 1)
    _exit (4);
  for (;;)
    pause ();
}

/* Returns: whether the change was acknowledged */
static gboolean
let_change (LittleClinic *clinic,
            const char   *passphrase,
            gulong        microseconds)
{
  int ends[2];
  pid_t child;
  char answer;
  gboolean done;
  int status;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      change_until_killed (clinic, ends[1], passphrase);
    }
  close (ends[1]);
  g_assert_cmpint (read (ends[0], &answer, 1), ==, 1);
  g_usleep (microseconds);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  assert_killed (status);
  done = read (ends[0], &answer, 1) == 1;
  close (ends[0]);
  return done;
}

/* with one of both passphrases, and with everybody in it */
static gboolean
opens (LittleClinic *clinic,
       const char   *passphrase)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusStore) store = NULL;
  SoleusConnection *connection;

  remember (clinic, passphrase);
  store = little_clinic_open (clinic, &error);
  if (store == NULL)
    {
      g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_ENCRYPTED);
      return FALSE;
    }
  connection = soleus_store_get_connection (store);
  if ((soleus_connection_get_key (connection) != NULL) != (passphrase != NULL))
    return FALSE; /* it is plain, and needs none */
  g_assert_cmpuint (count_athletes (store), ==, N_ATHLETES);
  little_clinic_assert_clean (store);
  return TRUE;
}

static void
look (LittleClinic *clinic,
      const char   *before,
      const char   *after,
      gboolean      acknowledged,
      Outcome      *outcome)
{
  gboolean left = count_files (clinic->folder, ".unfinished") > 0;
  gboolean is_after = opens (clinic, after);

  g_assert_true (is_after || opens (clinic, before));
  g_assert_true (is_after || !acknowledged);
  outcome->n_before += !is_after;
  outcome->n_after += is_after;
  outcome->n_left += left;
  /* once it was opened nothing lies beside it, and no word where it is encrypted */
  g_assert_cmpuint (count_files (clinic->folder, ".unfinished"), ==, 0);
  if ((is_after ? after : before) != NULL)
    g_assert_cmpuint (count_words (clinic->folder), ==, 0);
  remember (clinic, NULL);
}

/* how long a change takes here and now */
static gulong
measure (LittleClinic *clinic,
         const char   *before,
         const char   *after)
{
  g_autoptr (SoleusFileKey) key = after != NULL ? soleus_file_key_new (after) : NULL;
  g_autoptr (SoleusStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start;

  remember (clinic, before);
  store = open_store (clinic);
  for (guint i = 0; i < N_ATHLETES; i++)
    add_athlete (store, i);
  start = g_get_monotonic_time ();
  soleus_encryption_change (soleus_store_get_connection (store), key, &error);
  g_assert_no_error (error);
  return (gulong) (g_get_monotonic_time () - start);
}

static void
change_back (LittleClinic *clinic,
             const char   *before)
{
  g_autoptr (SoleusStore) store = open_store (clinic);
  g_autoptr (SoleusFileKey) key = before != NULL ? soleus_file_key_new (before) : NULL;
  g_autoptr (GError) error = NULL;

  if (!soleus_file_key_equal (soleus_connection_get_key (soleus_store_get_connection (store)), key))
    soleus_encryption_change (soleus_store_get_connection (store), key, &error);
  g_assert_no_error (error);
}

static void
killed_while_it_changes (gconstpointer data)
{
  const char *const *passphrases = data; /* before, after; NULL: plain */
  g_autoptr (LittleClinic) clinic = little_clinic_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (20260328);
  const char *present = passphrases[1];
  guint n_kills = g_strcmp0 (g_getenv ("SOLEUS_FULL"), "1") == 0 ? 300 : 8;
  Outcome outcome = { 0 };
  gulong duration;

  if (cannot_encrypt ())
    return;
  duration = measure (clinic, passphrases[0], passphrases[1]);
  for (; outcome.n_kills < n_kills; outcome.n_kills++)
    {
      gboolean acknowledged;
      guint former = outcome.n_after;

      remember (clinic, present);
      change_back (clinic, passphrases[0]);
      remember (clinic, passphrases[0]);
      acknowledged = let_change (clinic, passphrases[1], (gulong) ((outcome.n_kills + g_rand_double (random)) * 1.3 * (double) duration / n_kills));
      look (clinic, passphrases[0], passphrases[1], acknowledged, &outcome);
      present = outcome.n_after > former ? passphrases[1] : passphrases[0];
    }
  g_test_message ("%u kills within %lu ms: %u before, %u after, %u left something", outcome.n_kills, duration * 13 / 10000, outcome.n_before,
                  outcome.n_after, outcome.n_left);
  /* the control: kills that come too early or too late show nothing */
  g_assert_cmpuint (outcome.n_before, >, 0);
  g_assert_cmpuint (outcome.n_left, >, 0);
}

/* --- prepared by another thread --- */

static void
what_is_written_meanwhile_is_kept (void)
{
  g_autoptr (LittleClinic) clinic = little_clinic_new ();
  g_autoptr (SoleusFileKey) key = soleus_file_key_new ("three legs");
  g_autoptr (SoleusReencryption) change = NULL;
  g_autoptr (SoleusStore) store = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;

  if (cannot_encrypt ())
    return;
  store = open_store (clinic);
  add_athlete (store, 1);
  change = soleus_reencryption_prepare (clinic->path, NULL, key, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (clinic->folder, ".encryption-"), ==, 1);
  add_athlete (store, 2);
  keep_draft (store);
  g_assert_true (soleus_reencryption_put (change, soleus_store_get_connection (store), &error));
  g_assert_no_error (error);
  soleus_reencryption_wipe (change);
  g_assert_cmpuint (count_athletes (store), ==, 2);
  drafts = soleus_store_list_drafts (store, NULL, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  little_clinic_assert_clean (store);
  g_clear_object (&store);
  g_assert_cmpuint (count_words (clinic->folder), ==, 0);
  g_assert_cmpuint (count_files (clinic->folder, ".unfinished"), ==, 0);
  remember (clinic, NULL);
}

static void
what_is_stopped_leaves_nothing (void)
{
  g_autoptr (LittleClinic) clinic = little_clinic_new ();
  g_autoptr (SoleusFileKey) key = soleus_file_key_new ("three legs");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SoleusStore) store = NULL;
  SoleusReencryption *change;
  g_autoptr (GError) error = NULL;

  if (cannot_encrypt ())
    return;
  store = open_store (clinic);
  add_athlete (store, 1);
  g_cancellable_cancel (cancellable);
  change = soleus_reencryption_prepare (clinic->path, NULL, key, cancellable, &error);
  g_assert_null (change);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (clinic->folder, ".unfinished"), ==, 0);
  /* made, and not wanted any more */
  g_clear_error (&error);
  change = soleus_reencryption_prepare (clinic->path, NULL, key, NULL, &error);
  g_assert_no_error (error);
  soleus_reencryption_free (change);
  g_assert_cmpuint (count_files (clinic->folder, ".unfinished"), ==, 0);
  add_athlete (store, 2);
  little_clinic_assert_clean (store);
}

static void
a_copy_that_somebody_works_on_stays (void)
{
  g_autoptr (LittleClinic) clinic = little_clinic_new ();
  g_autoptr (SoleusFileKey) key = soleus_file_key_new ("three legs");
  g_autoptr (SoleusReencryption) change = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *abandoned = g_build_filename (clinic->folder, ".encryption-0123456789abcdef.unfinished", NULL);
  g_autofree char *log = g_strconcat (abandoned, "-wal", NULL);

  if (cannot_encrypt ())
    return;
  g_object_unref (open_store (clinic));
  change = soleus_reencryption_prepare (clinic->path, NULL, key, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (abandoned, NOTE, -1, NULL) && g_file_set_contents (log, NOTE, -1, NULL));
  g_object_unref (open_store (clinic));
  g_assert_cmpuint (count_files (clinic->folder, ".unfinished"), ==, 1);
  g_assert_cmpuint (count_words (clinic->folder), ==, 0);
}

/* --- a damaged beginning --- */

static char *
dup_refusal (LittleClinic *clinic,
             const char   *passphrase)
{
  g_autoptr (SoleusFileKey) key = soleus_file_key_new (passphrase);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusConnection) connection = soleus_connection_open_with_key (clinic->path, SOLEUS_CONNECTION_DEFAULT, key, &error);

  g_assert_null (connection);
  g_assert_nonnull (error);
  return g_strdup (error->message);
}

static void
change_byte (LittleClinic *clinic,
             off_t         at)
{
  int fd = g_open (clinic->path, O_RDWR | O_CLOEXEC, 0);
  guint8 byte;

  g_assert_cmpint (pread (fd, &byte, 1, at), ==, 1);
  byte ^= 0x55;
  g_assert_cmpint (pwrite (fd, &byte, 1, at), ==, 1);
  close (fd);
}

static void
a_damaged_beginning_is_told_from_a_wrong_passphrase (void)
{
  g_autoptr (LittleClinic) clinic = little_clinic_new ();
  g_autofree char *wrong = NULL;
  g_autofree char *damaged = NULL;
  g_autofree char *both = NULL;
  g_autofree char *salt = NULL;
  SoleusStore *store;

  if (cannot_encrypt ())
    return;
  remember (clinic, "three legs");
  store = open_store (clinic);
  add_athlete (store, 1);
  g_object_unref (store);
  remember (clinic, NULL);
  wrong = dup_refusal (clinic, "four legs");
  g_assert_nonnull (strstr (wrong, "This is not the passphrase"));
  change_byte (clinic, 1000);
  damaged = dup_refusal (clinic, "three legs");
  g_assert_nonnull (strstr (damaged, "passphrase is right"));
  g_assert_nonnull (strstr (damaged, "backup"));
  both = dup_refusal (clinic, "four legs");
  g_assert_nonnull (strstr (both, "This is not the passphrase"));
  change_byte (clinic, 1000);
  /* where the salt is damaged, nothing tells the two apart: the sentence names both */
  change_byte (clinic, 3);
  salt = dup_refusal (clinic, "three legs");
  g_assert_nonnull (strstr (salt, "This is not the passphrase"));
  g_assert_nonnull (strstr (salt, "or the beginning of the file is damaged"));
}

int
main (int   argc,
      char *argv[])
{
  static const char *const encrypting[] = { NULL, "three legs" };
  static const char *const changing[] = { "three legs", "five legs" };
  static const char *const decrypting[] = { "three legs", NULL };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encryption/a_crashed_log_holds_no_word", a_crashed_log_holds_no_word);
  g_test_add_func ("/encryption/a_plain_log_holds_them", a_plain_log_holds_them);
  g_test_add_func ("/encryption/an_older_file_is_backed_up_encrypted", an_older_file_is_backed_up_encrypted);
  g_test_add_func ("/encryption/an_older_plain_file_is_backed_up_plain", an_older_plain_file_is_backed_up_plain);
  g_test_add_data_func ("/encryption/killed_while_it_is_encrypted", encrypting, killed_while_it_changes);
  g_test_add_data_func ("/encryption/killed_while_the_passphrase_changes", changing, killed_while_it_changes);
  g_test_add_data_func ("/encryption/killed_while_it_is_decrypted", decrypting, killed_while_it_changes);
  g_test_add_func ("/encryption/what_is_written_meanwhile_is_kept", what_is_written_meanwhile_is_kept);
  g_test_add_func ("/encryption/what_is_stopped_leaves_nothing", what_is_stopped_leaves_nothing);
  g_test_add_func ("/encryption/a_copy_that_somebody_works_on_stays", a_copy_that_somebody_works_on_stays);
  g_test_add_func ("/encryption/a_damaged_beginning_is_told_from_a_wrong_passphrase", a_damaged_beginning_is_told_from_a_wrong_passphrase);
  return g_test_run ();
}
