/* Any call to the disk fails, once or from then on: no job that failed is acknowledged or done by half, and a sentence says so. */
#include "soleus-config.h"

#include <sys/wait.h>
#include <unistd.h>

#include "fault-vfs.h"
#include "little-clinic.h"

#define N_ATHLETES 4
#define MORE_THAN_ANY_JOB 20000

static void
assert_sentence (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true (g_str_has_suffix (error->message, ".") || g_str_has_suffix (error->message, ".)"));
}

static char *
dup_state_of_file (LittleClinic *clinic)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusStore) store = little_clinic_open (clinic, &error);

  g_assert_no_error (error);
  little_clinic_assert_clean (store);
  return little_clinic_dup_state (store);
}

static char *
dup_state_after (LittleClinic *clinic,
                 GBytes       *bytes,
                 const Job    *job)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusStore) store = NULL;

  little_clinic_put_bytes (clinic, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  store = little_clinic_open (clinic, NULL);
  g_assert_true (job->run (clinic, store, &error));
  g_assert_no_error (error);
  g_clear_object (&store);
  return dup_state_of_file (clinic);
}

/* Returns: whether the fault happened, so that there may be a later call to fail */
static gboolean
fail_one_call (LittleClinic *clinic,
               GBytes       *bytes,
               const Job    *job,
               const char   *after,
               guint         nth,
               gboolean      for_good)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusStore) store = NULL;
  g_autofree char *before = NULL;
  g_autofree char *state = NULL;
  gboolean done = FALSE, fired;

  little_clinic_put_bytes (clinic, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  before = dup_state_of_file (clinic);
  fault_vfs_arm (nth, for_good);
  store = little_clinic_open (clinic, &error);
  if (store != NULL)
    done = job->run (clinic, store, &error);
  g_clear_object (&store);
  fired = fault_vfs_disarm ();

  if (!done)
    assert_sentence (error);
  state = dup_state_of_file (clinic);
  if (done)
    g_assert_cmpstr (state, ==, after);
  else if (!g_str_equal (state, after)) /* the sync that failed may have been done all the same */
    g_assert_cmpstr (state, ==, before);
  if (job->erased != NULL && g_str_equal (state, after))
    little_clinic_assert_erased (clinic, job->erased);
  return fired;
}

static void
each_call_fails (gconstpointer data)
{
  const Job *job = data;
  gboolean is_full = g_strcmp0 (g_getenv ("SOLEUS_FULL"), "1") == 0;
  guint step = is_full ? 1 : 11;
  g_autoptr (LittleClinic) clinic = little_clinic_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *after = NULL;
  guint n_faults = 0;

  fault_vfs_skip_syncs (TRUE);
  little_clinic_fill (clinic, N_ATHLETES);
  bytes = little_clinic_get_bytes (clinic);
  after = dup_state_after (clinic, bytes, job);
  for (guint for_good = 0; for_good <= 1; for_good++)
    for (guint nth = 1 + for_good; fail_one_call (clinic, bytes, job, after, nth, for_good != 0); nth += step)
      {
        g_assert_cmpuint (nth, <, MORE_THAN_ANY_JOB);
        n_faults++;
      }
  g_test_message ("%u faults", n_faults);
  g_assert_cmpuint (n_faults, >, 5);
}

/* --- while it is read what a crash left --- */

typedef struct {
  GBytes *file;
  GBytes *journal;
} Crashed;

static char *
dup_journal_path (LittleClinic *clinic)
{
  return g_strconcat (clinic->path, "-wal", NULL);
}

/* A program that does one job after the other and is gone: what it did last stands in the journal alone. */
static Crashed
crash (LittleClinic *clinic)
{
  g_autofree char *journal = dup_journal_path (clinic);
  Crashed crashed;
  char *bytes;
  gsize size;
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      SoleusStore *store = little_clinic_open (clinic, NULL);

      for (gsize i = 0; i < little_clinic_n_jobs; i++)
        if (little_clinic_jobs[i].erased == NULL && !little_clinic_jobs[i].run (clinic, store, NULL)) /* erasing empties the journal */
          _exit (1);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  crashed.file = little_clinic_get_bytes (clinic);
  g_assert_true (g_file_get_contents (journal, &bytes, &size, NULL));
  g_assert_cmpuint (size, >, 32);
  crashed.journal = g_bytes_new_take (bytes, size);
  return crashed;
}

static void
put_crashed (LittleClinic  *clinic,
             const Crashed *crashed)
{
  g_autofree char *journal = dup_journal_path (clinic);
  gsize size;
  gconstpointer bytes = g_bytes_get_data (crashed->journal, &size);

  little_clinic_put_bytes (clinic, g_bytes_get_data (crashed->file, NULL), g_bytes_get_size (crashed->file));
  g_assert_true (g_file_set_contents_full (journal, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* Returns: whether the fault happened */
static gboolean
fail_one_call_of_a_recovery (LittleClinic  *clinic,
                             const Crashed *crashed,
                             const char    *expected,
                             guint          nth,
                             gboolean       for_good)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusStore) store = NULL;
  g_autofree char *state = NULL;
  gboolean fired;

  put_crashed (clinic, crashed);
  fault_vfs_arm (nth, for_good);
  store = little_clinic_open (clinic, &error);
  if (store == NULL)
    assert_sentence (error);
  g_clear_object (&store);
  fired = fault_vfs_disarm ();
  state = dup_state_of_file (clinic);
  g_assert_cmpstr (state, ==, expected);
  return fired;
}

static void
each_call_of_a_recovery_fails (void)
{
  g_autoptr (LittleClinic) clinic = little_clinic_new ();
  g_autofree char *expected = NULL;
  g_autofree char *without = NULL;
  Crashed crashed;
  guint step = g_strcmp0 (g_getenv ("SOLEUS_FULL"), "1") == 0 ? 1 : 5;
  guint n_faults = 0;

  fault_vfs_skip_syncs (TRUE);
  little_clinic_fill (clinic, N_ATHLETES);
  crashed = crash (clinic);
  put_crashed (clinic, &crashed);
  expected = dup_state_of_file (clinic);
  /* the control: without the journal there is less */
  little_clinic_put_bytes (clinic, g_bytes_get_data (crashed.file, NULL), g_bytes_get_size (crashed.file));
  without = dup_state_of_file (clinic);
  g_assert_cmpstr (without, !=, expected);
  for (guint for_good = 0; for_good <= 1; for_good++)
    for (guint nth = 1; fail_one_call_of_a_recovery (clinic, &crashed, expected, nth, for_good != 0); nth += step)
      {
        g_assert_cmpuint (nth, <, MORE_THAN_ANY_JOB);
        n_faults++;
      }
  g_test_message ("%u faults", n_faults);
  g_assert_cmpuint (n_faults, >, 20);
  g_bytes_unref (crashed.file);
  g_bytes_unref (crashed.journal);
}

/* --- a disk that is full -------------------------------------------------------------------------------------- */

static void
the_disk_is_full (gconstpointer data)
{
  const Job *job = data;
  guint n_levels = g_strcmp0 (g_getenv ("SOLEUS_FULL"), "1") == 0 ? 50 : 10;
  g_autoptr (LittleClinic) clinic = little_clinic_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fault_vfs_skip_syncs (TRUE);
  little_clinic_fill (clinic, N_ATHLETES);
  bytes = little_clinic_get_bytes (clinic);
  before = dup_state_of_file (clinic);
  after = dup_state_after (clinic, bytes, job);
  for (guint level = 0; level < n_levels; level++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SoleusStore) store = NULL;
      g_autofree char *state = NULL;
      gboolean done;

      little_clinic_put_bytes (clinic, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      store = little_clinic_open (clinic, NULL);
      fault_vfs_set_space ((gint64) level * 200 * 1024 / n_levels);
      done = job->run (clinic, store, &error);
      if (!done)
        assert_sentence (error);
      fault_vfs_set_space (-1);

      /* once there is space again, the same store goes on */
      if (!done)
        {
          g_clear_error (&error);
          g_assert_true (job->run (clinic, store, &error));
          g_assert_no_error (error);
        }
      g_clear_object (&store);
      state = dup_state_of_file (clinic);
      g_assert_cmpstr (state, ==, after);
      if (job->erased != NULL)
        little_clinic_assert_erased (clinic, job->erased);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  for (gsize i = 0; i < little_clinic_n_jobs; i++)
    {
      g_autofree char *failing = g_strdup_printf ("/failing-disk/each_call/%s", little_clinic_jobs[i].name);
      g_autofree char *full = g_strdup_printf ("/failing-disk/full/%s", little_clinic_jobs[i].name);

      g_test_add_data_func (failing, &little_clinic_jobs[i], each_call_fails);
      g_test_add_data_func (full, &little_clinic_jobs[i], the_disk_is_full);
    }
  g_test_add_func ("/failing-disk/each_call_of_a_recovery", each_call_of_a_recovery_fails);
  return g_test_run ();
}
