/* The power goes at any moment: what was acknowledged is there, nothing is there by half, and the file verifies. */
#include "soleus-config.h"

#include "counted-changes.h"
#include "crashed-disk.h"
#include "fault-vfs.h"
#include "little-clinic.h"

#include "soleus-journal.h"

#define N_CHANGES 60
#define PAGES_BETWEEN_CHECKPOINTS 60

typedef struct {
  GPtrArray *log;          /* (owned) (element-type FaultOperation) */
  GArray    *acknowledged; /* (owned) (element-type guint) length of the log when change i had been acknowledged */
} Recording;

typedef struct {
  guint n_points;
  guint n_lost;    /* acknowledged, and not there */
  guint n_halves;
  guint n_damaged;
  guint n_alarms;  /* of changes that had been saved and cannot be read */
} Outcome;

static void
recording_clear (Recording *recording)
{
  g_clear_pointer (&recording->log, g_ptr_array_unref);
  g_clear_pointer (&recording->acknowledged, g_array_unref);
}

static SoleusStore *
open_for_recording (LittleClinic *clinic,
                    const char   *synchronous)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusStore) store = little_clinic_open (clinic, &error);
  g_autofree char *often = g_strdup_printf ("PRAGMA wal_autocheckpoint = %d", PAGES_BETWEEN_CHECKPOINTS);

  g_assert_no_error (error);
  g_assert_true (soleus_connection_exec (soleus_store_get_connection (store), often, NULL));
  if (synchronous != NULL)
    g_assert_true (soleus_connection_exec (soleus_store_get_connection (store), synchronous, NULL));
  return g_steal_pointer (&store);
}

static Recording
record (LittleClinic *clinic,
        const char   *synchronous)
{
  Recording recording = { NULL, g_array_new (FALSE, FALSE, sizeof (guint)) };
  g_autoptr (SoleusStore) store = NULL;
  g_autoptr (SoleusRecord) counter = NULL;

  fault_vfs_skip_syncs (TRUE);
  recording.log = fault_vfs_start_log ();
  store = open_for_recording (clinic, synchronous);
  for (guint i = 1; i <= N_CHANGES; i++)
    {
      g_autoptr (SoleusRecord) former = g_steal_pointer (&counter);

      if (i == N_CHANGES / 2) /* closing moves everything into the file and removes the journal */
        {
          g_clear_object (&store);
          store = open_for_recording (clinic, synchronous);
        }
      counter = counted_changes_make (store, former, i, NULL, NULL);
      g_array_append_val (recording.acknowledged, recording.log->len);
    }
  fault_vfs_stop_log ();
  return recording;
}

static guint
count_acknowledged (const Recording *recording,
                    guint            position)
{
  guint n = 0;

  while (n < recording->acknowledged->len && g_array_index (recording->acknowledged, guint, n) <= position)
    n++;
  return n;
}

static void
look (LittleClinic *clinic,
      guint         n_acknowledged,
      Outcome      *outcome)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  guint n_unreadable = soleus_journal_count_unreadable (clinic->path);
  g_autoptr (SoleusStore) store = little_clinic_open (clinic, &error);
  guint n_added, number;

  outcome->n_points++;
  outcome->n_alarms += n_unreadable > 0;
  if (store == NULL || !soleus_store_verify (store, findings, &error) || findings->len > 0)
    {
      g_test_message ("%s", error != NULL ? error->message : (const char *) findings->pdata[0]);
      outcome->n_damaged++;
      return;
    }
  number = counted_changes_read (store, &n_added);
  outcome->n_halves += number != n_added;
  outcome->n_lost += number < n_acknowledged;
}

static Outcome
lose_power (const char *synchronous,
            guint       n_points,
            guint       n_seeds)
{
  g_autoptr (LittleClinic) clinic = little_clinic_new ();
  g_autoptr (CrashedDisk) disk = NULL;
  Recording recording = record (clinic, synchronous);
  Outcome outcome = { 0, };

  disk = crashed_disk_new (recording.log);
  n_points = MIN (n_points, recording.log->len);
  for (guint i = 0; i < n_points; i++)
    {
      guint position = (guint) ((guint64) (i + 1) * recording.log->len / n_points);

      crashed_disk_advance (disk, position);
      for (guint seed = 0; seed < n_seeds; seed++)
        {
          little_clinic_empty (clinic);
          crashed_disk_write (disk, clinic->folder, position * 7919 + seed);
          look (clinic, count_acknowledged (&recording, position), &outcome);
        }
    }
  recording_clear (&recording);
  return outcome;
}

static gboolean
is_full (void)
{
  return g_strcmp0 (g_getenv ("SOLEUS_FULL"), "1") == 0;
}

static void
nothing_acknowledged_is_lost (void)
{
  Outcome outcome = lose_power (NULL, is_full () ? 10000 : 250, is_full () ? 3 : 1);

  g_test_message ("%u states after a power loss", outcome.n_points);
  g_assert_cmpuint (outcome.n_points, >=, 250);
  g_assert_cmpuint (outcome.n_lost, ==, 0);
  g_assert_cmpuint (outcome.n_halves, ==, 0);
  g_assert_cmpuint (outcome.n_damaged, ==, 0);
  /* what the power took had not been saved */
  g_assert_cmpuint (outcome.n_alarms, ==, 0);
}

/* The control: with a sync at checkpoints only, an acknowledged change is lost. */
static void
without_a_sync_at_each_commit_it_is (void)
{
  Outcome outcome = lose_power ("PRAGMA synchronous = NORMAL", 250, 1);

  g_test_message ("%u of %u states lost what was acknowledged", outcome.n_lost, outcome.n_points);
  g_assert_cmpuint (outcome.n_lost, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  g_test_add_func ("/power-loss/nothing_acknowledged_is_lost", nothing_acknowledged_is_lost);
  g_test_add_func ("/power-loss/without_a_sync_at_each_commit_it_is", without_a_sync_at_each_commit_it_is);
  return g_test_run ();
}
