/* Two programs work on one clinic file at once: every change of both is there, nobody is told to wait for nothing, and a backup taken meanwhile is whole. */
#include "soleus-config.h"

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include "counted-changes.h"
#include "little-clinic.h"
#include "soleus-backup.h"
#include "soleus-error.h"
#include "soleus-records.h"

#define LONGEST_WAIT_US (5 * G_USEC_PER_SEC)

static guint
get_size (void)
{
  return g_strcmp0 (g_getenv ("SOLEUS_FULL"), "1") == 0 ? 10000 : 150;
}

static SoleusStore *
open_store (LittleClinic *clinic)
{
  g_autoptr (GError) error = NULL;
  SoleusStore *store = little_clinic_open (clinic, &error);

  g_assert_no_error (error);
  return store;
}

/* One more, whatever the other program does: the counter is read inside the transaction, so that it is never an old one. */
static gint64
add_one (SoleusStore *store)
{
  g_autoptr (SoleusRecord) added = soleus_record_new (&soleus_athlete_kind);
  g_autoptr (SoleusRecord) counter = NULL;
  g_autoptr (SoleusRecord) changed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 started = g_get_monotonic_time ();
  gint64 waited;

  soleus_store_begin (store, &error);
  g_assert_no_error (error);
  waited = g_get_monotonic_time () - started;
  counter = counted_changes_find (store);
  changed = soleus_record_copy (counter);
  text = g_strdup_printf ("%u", (guint) g_ascii_strtoull (soleus_record_get_text (counter, "team"), NULL, 10) + 1);
  soleus_record_set_text (changed, "team", text);
  soleus_record_set_text (added, "name", text);
  soleus_store_save (store, changed, NULL, NULL, &error);
  g_assert_no_error (error);
  soleus_store_save (store, added, NULL, NULL, &error);
  g_assert_no_error (error);
  soleus_store_commit (store, &error);
  g_assert_no_error (error);
  return waited;
}

static void
add_many (LittleClinic *clinic)
{
  g_autoptr (SoleusStore) store = open_store (clinic);
  guint n = get_size ();
  gint64 longest = 0;

  for (guint i = 0; i < n; i++)
    {
      gint64 waited = add_one (store);

      longest = MAX (longest, waited);
    }
  g_assert_cmpint (longest, <, LONGEST_WAIT_US);
}

/* What is read while others write is one state of the file: as many people as the counter says, never fewer than before. */
static void
read_many (LittleClinic *clinic)
{
  g_autoptr (SoleusStore) store = open_store (clinic);
  guint before = 0;

  for (guint i = 0; i < get_size (); i++)
    {
      guint n_added, number;

      g_assert_true (soleus_store_begin (store, NULL));
      number = counted_changes_read (store, &n_added);
      soleus_store_rollback (store);
      g_assert_cmpuint (n_added, ==, number);
      g_assert_cmpuint (number, >=, before);
      before = number;
    }
}

static void
assert_whole (const char  *path,
              SoleusClock *clock,
              guint       *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusStore) store = soleus_store_open (path, SOLEUS_STORE_READ_ONLY, clock, &error);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  guint n_added;

  g_assert_no_error (error);
  *number = counted_changes_read (store, &n_added);
  g_assert_cmpuint (n_added, ==, *number);
  g_assert_true (soleus_store_verify (store, findings, NULL));
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
back_up_many (LittleClinic *clinic)
{
  g_autoptr (SoleusStore) store = open_store (clinic);

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *target = g_strdup_printf ("%s/copy-%u.soleus", clinic->folder, i);
      SoleusBackupRequest request = { .target = target, .occasion = "backup", .at = soleus_clock_get_now (clinic->clock) };
      g_autoptr (GError) error = NULL;
      guint n_added, least, number;
      g_autoptr (SoleusBackupReport) report = NULL;

      least = counted_changes_read (store, &n_added);
      report = soleus_store_back_up (store, &request, &error);
      g_assert_no_error (error);
      assert_whole (target, clinic->clock, &number);
      g_assert_cmpuint (number, >=, least);
    }
}

typedef void (* Work) (LittleClinic *clinic);

/* Its ids differ from those of the others: each child would draw the same ones otherwise. */
static pid_t
start (LittleClinic *clinic,
       Work          work)
{
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_random_set_seed ((guint32) getpid ());
      work (clinic);
      _exit (0);
    }
  return child;
}

static void
finish (pid_t child)
{
  int status;

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

static LittleClinic *
create_counted (void)
{
  LittleClinic *clinic = little_clinic_new ();
  g_autoptr (SoleusStore) store = open_store (clinic);
  g_autoptr (SoleusRecord) counter = counted_changes_make (store, NULL, 1, NULL, NULL);

  g_assert_nonnull (counter);
  return clinic;
}

static void
test_together (gconstpointer data)
{
  LittleClinic *clinic = create_counted ();
  Work other = data;
  pid_t one = start (clinic, add_many);
  pid_t two = start (clinic, other);
  guint expected = 1 + get_size () + (other == add_many ? get_size () : 0);
  guint number;

  finish (one);
  finish (two);
  assert_whole (clinic->path, clinic->clock, &number);
  g_assert_cmpuint (number, ==, expected);
  little_clinic_free (clinic);
}

/* The control: who changes what another changed meanwhile is told, and the change of the other stays. */
static void
test_stale (void)
{
  LittleClinic *clinic = create_counted ();
  g_autoptr (SoleusStore) one = open_store (clinic);
  g_autoptr (SoleusStore) two = open_store (clinic);
  g_autoptr (SoleusRecord) counter = counted_changes_find (one);
  g_autoptr (SoleusRecord) changed = soleus_record_copy (counter);
  g_autoptr (GError) error = NULL;
  guint number;

  add_one (two);
  soleus_record_set_text (changed, "team", "2");
  g_assert_true (soleus_store_begin (one, NULL));
  g_assert_false (soleus_store_save (one, changed, NULL, NULL, &error));
  soleus_store_rollback (one);
  g_assert_nonnull (error);
  assert_whole (clinic->path, clinic->clock, &number);
  g_assert_cmpuint (number, ==, 2);
  g_clear_object (&one);
  g_clear_object (&two);
  little_clinic_free (clinic);
}

static int
get_number (sqlite3 *file)
{
  sqlite3_stmt *statement;
  int number;

  g_assert_cmpint (sqlite3_prepare_v2 (file, "SELECT number FROM counter", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  number = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return number;
}

/* The control of the sum: two programs that read first and write then, without looking again, lose one of two changes. */
static void
test_sum_sees_a_loss (void)
{
  LittleClinic *clinic = little_clinic_new ();
  sqlite3 *files[2];
  int numbers[2];

  for (gsize i = 0; i < 2; i++)
    g_assert_cmpint (sqlite3_open (clinic->path, &files[i]), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (files[0], "CREATE TABLE counter (number INTEGER); INSERT INTO counter VALUES (0)", NULL, NULL, NULL), ==, SQLITE_OK);
  for (gsize i = 0; i < 2; i++)
    numbers[i] = get_number (files[i]);
  for (gsize i = 0; i < 2; i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE counter SET number = %d", numbers[i] + 1);

      g_assert_cmpint (sqlite3_exec (files[i], sql, NULL, NULL, NULL), ==, SQLITE_OK);
    }
  g_assert_cmpint (get_number (files[0]), !=, 2);
  for (gsize i = 0; i < 2; i++)
    sqlite3_close (files[i]);
  little_clinic_free (clinic);
}

/* Who finds the file in use waits, and after five seconds is told so in a sentence, with nothing written. */
static void
test_held (void)
{
  LittleClinic *clinic = create_counted ();
  g_autoptr (SoleusStore) holder = open_store (clinic);
  g_autoptr (SoleusStore) other = open_store (clinic);
  g_autoptr (GError) error = NULL;
  gint64 started = g_get_monotonic_time ();
  guint number;

  g_assert_true (soleus_store_begin (holder, NULL));
  g_assert_false (soleus_store_begin (other, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_LOCKED);
  g_assert_cmpint (g_get_monotonic_time () - started, >=, LONGEST_WAIT_US - G_USEC_PER_SEC / 2);
  soleus_store_rollback (holder);
  add_one (other);
  assert_whole (clinic->path, clinic->clock, &number);
  g_assert_cmpuint (number, ==, 2);
  g_clear_object (&holder);
  g_clear_object (&other);
  little_clinic_free (clinic);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/two-writers/both-add", add_many, test_together);
  g_test_add_data_func ("/two-writers/one-reads", read_many, test_together);
  g_test_add_data_func ("/two-writers/one-backs-up", back_up_many, test_together);
  g_test_add_func ("/two-writers/stale", test_stale);
  g_test_add_func ("/two-writers/the-sum-sees-a-loss", test_sum_sees_a_loss);
  g_test_add_func ("/two-writers/held", test_held);

  return g_test_run ();
}
