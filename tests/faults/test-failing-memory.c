/* Any allocation of the store fails, once or from then on: an error comes back, nothing is acknowledged, done by half or leaked. */
#include "soleus-config.h"

#include <sqlite3.h>

#include "little-clinic.h"

#define N_ATHLETES 4
#define MORE_THAN_ANY_JOB 200000

static struct {
  sqlite3_mem_methods real;
  guint               countdown;
  gboolean            for_good;
  gboolean            fired;
} memory;

static gboolean
fails (void)
{
  if (memory.fired && memory.for_good)
    return TRUE;
  if (memory.countdown == 0 || --memory.countdown > 0)
    return FALSE;
  memory.fired = TRUE;
  return TRUE;
}

static void *
allocate (int size)
{
  return fails () ? NULL : memory.real.xMalloc (size);
}

static void *
reallocate (void *block,
            int   size)
{
  return fails () ? NULL : memory.real.xRealloc (block, size);
}

static void
install (void)
{
  sqlite3_mem_methods methods;

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &memory.real), ==, SQLITE_OK);
  methods = memory.real;
  methods.xMalloc = allocate;
  methods.xRealloc = reallocate;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &methods), ==, SQLITE_OK);
  /* what a connection sets aside when it opens would hide most allocations from the faults */
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_LOOKASIDE, 0, 0), ==, SQLITE_OK);
}

static char *
dup_state_of_file (LittleClinic *clinic)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusStore) store = little_clinic_open (clinic, &error);

  g_assert_no_error (error);
  return little_clinic_dup_state (store);
}

/* Returns: whether the fault happened, so that there may be a later allocation to fail */
static gboolean
fail_one (LittleClinic *clinic,
          GBytes       *bytes,
          const Job    *job,
          const char   *before,
          const char   *after,
          guint         nth,
          gboolean      for_good)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusStore) store = NULL;
  g_autofree char *state = NULL;
  gboolean done, fired;

  little_clinic_put_bytes (clinic, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  store = little_clinic_open (clinic, NULL);
  memory.countdown = nth;
  memory.for_good = for_good;
  memory.fired = FALSE;
  done = job->run (clinic, store, &error);
  fired = memory.fired;
  memory.countdown = 0;
  memory.fired = FALSE;

  if (!done)
    {
      g_assert_nonnull (error);
      g_clear_object (&store);
      state = dup_state_of_file (clinic);
      if (job->erased == NULL || !g_str_equal (state, after))
        g_assert_cmpstr (state, ==, before);
      else
        little_clinic_assert_erased (clinic, job->erased);
    }
  else
    little_clinic_assert_clean (store);
  return fired;
}

static char *
dup_state_after (LittleClinic *clinic,
                 const Job    *job)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusStore) store = little_clinic_open (clinic, NULL);

  g_assert_true (job->run (clinic, store, &error));
  g_assert_no_error (error);
  return little_clinic_dup_state (store);
}

static void
each_allocation_fails (gconstpointer data)
{
  const Job *job = data;
  gboolean is_full = g_strcmp0 (g_getenv ("SOLEUS_FULL"), "1") == 0;
  g_autoptr (LittleClinic) clinic = little_clinic_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_faults = 0;

  little_clinic_fill (clinic, N_ATHLETES);
  bytes = little_clinic_get_bytes (clinic);
  before = dup_state_of_file (clinic);
  after = dup_state_after (clinic, job);
  for (guint for_good = 0; for_good <= 1; for_good++)
    for (guint nth = 1; fail_one (clinic, bytes, job, before, after, nth, for_good != 0); nth += is_full ? 1 : 1 + nth / 4)
      {
        g_assert_cmpuint (nth, <, MORE_THAN_ANY_JOB);
        n_faults++;
      }
  g_test_message ("%u faults", n_faults);
  g_assert_cmpuint (n_faults, >, 5);
}

int
main (int   argc,
      char *argv[])
{
  install ();
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < little_clinic_n_jobs; i++)
    {
      g_autofree char *path = g_strdup_printf ("/failing-memory/%s", little_clinic_jobs[i].name);

      g_test_add_data_func (path, &little_clinic_jobs[i], each_allocation_fails);
    }
  return g_test_run ();
}
