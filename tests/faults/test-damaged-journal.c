/* What a crash left beside a clinic file is damaged, cut off, or that of another clinic: the file then says what it said after one of the changes
 * that were saved, nothing in between, or it is reported. */
#include "soleus-config.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fault-clinic.h"
#include "tests/record-values.h"
#include "tests/saved-records.h"

#include "soleus-clinic-backup.h"
#include "soleus-clinic-private.h"
#include "soleus-error.h"
#include "soleus-transfer.h"

#define N_CHANGES 20
#define JOURNAL "-wal"
#define INDEX   "-shm"
#define HEADER_OF_JOURNAL 32
#define HEADER_OF_FRAME 24
#define SECTOR 512

typedef struct {
  FaultClinic *fault;
  GBytes      *file;
  GBytes      *journal;
  GBytes      *index;
  GPtrArray   *states;  /* (element-type utf8): hashes of content after each change, in order, the first is without the journal */
} Fixture;

static char *
dup_path (Fixture    *fixture,
          const char *end)
{
  return g_strconcat (fixture->fault->path, end, NULL);
}

static GBytes *
read_bytes (const char *path)
{
  char *bytes;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  return g_bytes_new_take (bytes, size);
}

/* @bytes: (nullable): no such file */
static void
put (Fixture    *fixture,
     const char *end,
     GBytes     *bytes)
{
  g_autofree char *path = dup_path (fixture, end);
  gsize size;
  gconstpointer data;

  unlink (path);
  if (bytes == NULL)
    return;
  data = g_bytes_get_data (bytes, &size);
  g_assert_true (g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* (nullable): the hash of what is there, where nothing is reported */
static char *
dup_state (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusClinic) clinic = soleus_clinic_open (fixture->fault->path, SOLEUS_CLINIC_OPEN_DEFAULT, fixture->fault->clock, &error);
  g_autoptr (GPtrArray) findings = clinic != NULL ? soleus_clinic_verify (clinic, &error) : NULL;

  if (findings == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == SOLEUS_ERROR);
      return NULL;
    }
  return findings->len == 0 ? soleus_transfer_dup_content_hash (clinic, NULL) : NULL;
}

static void
save_episode (SoleusClinic *clinic,
              const char   *athlete,
              guint         number)
{
  g_autoptr (SoleusRecord) episode = create_record (&soleus_episode_kind, athlete, VALUES ("onset", "2025-05-10T20:00+02:00", "side", "left", "muscle", "soleus"));
  g_autofree char *note = g_strdup_printf ("Change %u", number);

  soleus_record_set_text (episode, "note", note);
  save_record (clinic, episode);
}

/* A program that saves some changes and is gone; they stand in the journal alone. */
static void
crash (FaultClinic *fault)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      fault_clinic_open (fault);
      for (guint i = 0; i < N_CHANGES; i++)
        save_episode (fault->clinic, fault->athlete, i);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

static guint32
read_big_endian (const guint8 *bytes)
{
  guint32 value;

  memcpy (&value, bytes, sizeof value);
  return GUINT32_FROM_BE (value);
}

/* Each commit ends with a frame that has the size of the file in it: what is there up to it. */
static void
learn_states (Fixture *fixture)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (fixture->journal, &size);
  gsize frame = HEADER_OF_FRAME + read_big_endian (bytes + 8);

  fixture->states = g_ptr_array_new_with_free_func (g_free);
  for (gsize end = HEADER_OF_JOURNAL; end <= size; end += frame)
    {
      g_autoptr (GBytes) prefix = g_bytes_new_from_bytes (fixture->journal, 0, end);

      if (end > HEADER_OF_JOURNAL && read_big_endian (bytes + end - frame + 4) == 0)
        continue;
      put (fixture, "", fixture->file);
      put (fixture, JOURNAL, prefix);
      put (fixture, INDEX, NULL);
      g_ptr_array_add (fixture->states, dup_state (fixture));
    }
  g_assert_cmpuint (fixture->states->len, >=, N_CHANGES + 1);
  for (guint i = 0; i < fixture->states->len; i++)
    g_assert_nonnull (fixture->states->pdata[i]);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *journal = NULL;
  g_autofree char *index = NULL;

  fixture->fault = fault_clinic_new ("Token");
  fault_clinic_close (fixture->fault);
  journal = dup_path (fixture, JOURNAL);
  index = dup_path (fixture, INDEX);
  crash (fixture->fault);
  fixture->file = read_bytes (fixture->fault->path);
  fixture->journal = read_bytes (journal);
  fixture->index = read_bytes (index);
  learn_states (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fault_clinic_free (fixture->fault);
  g_bytes_unref (fixture->file);
  g_bytes_unref (fixture->journal);
  g_bytes_unref (fixture->index);
  g_ptr_array_unref (fixture->states);
}

typedef enum { FLIP, ZERO, CUT, N_DAMAGES } Damage;

static GBytes *
damage (GBytes *bytes,
        Damage  kind,
        GRand  *random)
{
  gsize size = g_bytes_get_size (bytes);
  gsize at = (gsize) g_rand_double_range (random, 0, (double) size);
  guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);

  if (kind == FLIP)
    copy[at] ^= (guint8) (1 << g_rand_int_range (random, 0, 8));
  else if (kind == ZERO)
    memset (copy + at / 512 * 512, 0, MIN (512, size - at / 512 * 512));
  else
    size = at;
  return g_bytes_new_take (copy, size);
}

/* Returns: the number of the change after which the file says this, or the number of changes where it is reported */
static guint
find_state (Fixture    *fixture,
            const char *state)
{
  for (guint i = 0; i < fixture->states->len; i++)
    if (g_strcmp0 (state, fixture->states->pdata[i]) == 0)
      return i;
  g_assert_cmpstr (state, ==, NULL); /* nothing in between */
  return fixture->states->len;
}

static void
damage_often (Fixture    *fixture,
              const char *end,
              GBytes     *whole,
              guint       n_times,
              guint      *n_found)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260328);
  guint last = fixture->states->len - 1, n_reported = 0, n_last = 0, n_two = 0, n_cut = 0;

  for (guint i = 0; i < n_times; i++)
    {
      g_autoptr (GBytes) damaged = damage (whole, (Damage) (i % N_DAMAGES), random);
      g_autofree char *state = NULL;
      guint number;

      put (fixture, "", fixture->file);
      put (fixture, JOURNAL, fixture->journal);
      put (fixture, INDEX, fixture->index);
      put (fixture, end, damaged);
      state = dup_state (fixture);
      number = find_state (fixture, state);
      n_reported += number > last;
      /* a journal that is cut off is one of a crash that came earlier, and the last change may be one that the power took */
      n_cut += number < last && i % N_DAMAGES == CUT;
      n_last += number + 1 == last && i % N_DAMAGES != CUT;
      n_two += number + 2 == last && i % N_DAMAGES != CUT; /* what ended the last but one is itself what was damaged */
      if (i % N_DAMAGES != CUT && number + 2 < last)
        g_error ("%s, damage %u: %u changes are lost without a word", end, i, last - number);
    }
  g_test_message ("%s: of %u damages %u were reported; %u lost the last change, %u the last two, %u journals that were cut off said something earlier",
                  end, n_times, n_reported, n_last, n_two, n_cut);
  g_assert_cmpuint (n_two, <=, 1 + n_times / 100);
  *n_found = n_reported;
}

static void
a_damaged_journal (Fixture       *fixture,
                   gconstpointer  data)
{
  guint n_times = fault_clinic_get_size (90, 3000), n_found;

  damage_often (fixture, JOURNAL, fixture->journal, n_times, &n_found);
  g_assert_cmpuint (n_found, >, n_times / 3);
}

/* It is made anew from the journal. */
static void
a_damaged_index (Fixture       *fixture,
                 gconstpointer  data)
{
  guint n_found;

  damage_often (fixture, INDEX, fixture->index, fault_clinic_get_size (90, 1500), &n_found);
  g_assert_cmpuint (n_found, ==, 0);
}

/* A journal that was left by another clinic, or by this one before it went on. */
static void
a_journal_that_is_not_its_own (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (FaultClinic) other = fault_clinic_new ("Other");
  g_autofree char *path = g_strconcat (other->path, JOURNAL, NULL);
  g_autoptr (GBytes) foreign = NULL;
  g_autofree char *with_foreign = NULL;
  g_autofree char *with_older = NULL;

  fault_clinic_close (other);
  crash (other);
  foreign = read_bytes (path);
  put (fixture, "", fixture->file);
  put (fixture, JOURNAL, foreign);
  put (fixture, INDEX, NULL);
  with_foreign = dup_state (fixture);
  g_test_message ("another clinic’s: %s", with_foreign != NULL ? "says something" : "reported");
  find_state (fixture, with_foreign);

  put (fixture, "", fixture->file);
  put (fixture, JOURNAL, NULL);
  put (fixture, INDEX, NULL);
  fault_clinic_open (fixture->fault);
  for (guint i = 0; i < N_CHANGES; i++)
    save_episode (fixture->fault->clinic, fixture->fault->athlete, 100 + i);
  fault_clinic_close (fixture->fault);
  put (fixture, JOURNAL, fixture->journal);
  with_older = dup_state (fixture);
  g_test_message ("its own of before: %s", with_older != NULL ? "says something" : "reported");
  find_state (fixture, with_older);
}

static guint
count_told (SoleusClinic *clinic)
{
  return (guint) soleus_connection_get_int (soleus_store_get_connection (clinic->store), "SELECT count (*) FROM audit WHERE action = 'damaged-journal'", -1);
}

static void
it_is_told_once_and_the_journal_kept (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GBytes) damaged = NULL;
  g_autoptr (GBytes) kept = NULL;
  gsize size = g_bytes_get_size (fixture->journal);
  guint8 *copy = g_memdup2 (g_bytes_get_data (fixture->journal, NULL), size);

  copy[size / 2] ^= 1;
  damaged = g_bytes_new_take (copy, size);
  put (fixture, "", fixture->file);
  put (fixture, JOURNAL, damaged);
  put (fixture, INDEX, NULL);
  fault_clinic_open (fixture->fault);
  g_assert_nonnull (soleus_clinic_get_loss (fixture->fault->clinic));
  g_assert_cmpuint (count_told (fixture->fault->clinic), ==, 1);
  backups = soleus_clinic_list_backups (fixture->fault->clinic);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_cmpstr (((SoleusBackupFile *) backups->pdata[0])->occasion, ==, "damaged");
  kept = read_bytes (((SoleusBackupFile *) backups->pdata[0])->path);
  g_assert_true (g_bytes_equal (kept, damaged));
  {
    g_autoptr (SoleusClinic) meanwhile = soleus_clinic_open (fixture->fault->path, SOLEUS_CLINIC_OPEN_DEFAULT, fixture->fault->clock, NULL);

    g_assert_null (soleus_clinic_get_loss (meanwhile));
  }
  fault_clinic_close (fixture->fault);
  fault_clinic_open (fixture->fault);
  g_assert_null (soleus_clinic_get_loss (fixture->fault->clinic));
  g_assert_cmpuint (count_told (fixture->fault->clinic), ==, 1);
}

/* The control of that: the same journal as it was. */
static void
a_whole_one_is_no_loss (Fixture       *fixture,
                        gconstpointer  data)
{
  put (fixture, "", fixture->file);
  put (fixture, JOURNAL, fixture->journal);
  put (fixture, INDEX, NULL);
  fault_clinic_open (fixture->fault);
  g_assert_null (soleus_clinic_get_loss (fixture->fault->clinic));
  g_assert_cmpuint (count_told (fixture->fault->clinic), ==, 0);
}

/* Returns: where a frame stands that does not end its change, and whose header lies in two sectors, the size of the file in the first of them;
 * @end: behind that change */
static gsize
find_torn_frame (Fixture *fixture,
                 gsize   *end)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (fixture->journal, &size);
  gsize step = HEADER_OF_FRAME + read_big_endian (bytes + 8);

  for (gsize at = HEADER_OF_JOURNAL; at + 2 * step <= size; at += step)
    if (at % SECTOR == SECTOR - 8 && read_big_endian (bytes + at + 4) == 0)
      {
        for (*end = at + step; read_big_endian (bytes + *end + 4) == 0; *end += step)
          g_assert_cmpuint (*end + step, <, size);
        *end += step;
        return at;
      }
  g_error ("no header lies in two sectors: make more changes");
}

/* The power goes within a change of several frames. Of a header that lies in two sectors the first keeps what an older journal had there, and that may
 * be the size of a file, as it stands where a change ends. The change had not been saved: nothing is lost. */
static void
a_change_that_was_being_saved_is_no_loss (Fixture       *fixture,
                                          gconstpointer  data)
{
  const guint32 older_size = GUINT32_TO_BE (7);
  gsize end, at = find_torn_frame (fixture, &end);
  guint8 *copy = g_memdup2 (g_bytes_get_data (fixture->journal, NULL), end);
  g_autoptr (GBytes) torn = g_bytes_new_take (copy, end);

  memcpy (copy + at + 4, &older_size, sizeof older_size);
  put (fixture, "", fixture->file);
  put (fixture, JOURNAL, torn);
  put (fixture, INDEX, NULL);
  fault_clinic_open (fixture->fault);
  g_assert_null (soleus_clinic_get_loss (fixture->fault->clinic));
  g_assert_cmpuint (count_told (fixture->fault->clinic), ==, 0);
}

#define ADD(name) g_test_add ("/damaged-journal/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD (a_damaged_journal);
  ADD (a_damaged_index);
  ADD (a_journal_that_is_not_its_own);
  ADD (it_is_told_once_and_the_journal_kept);
  ADD (a_whole_one_is_no_loss);
  ADD (a_change_that_was_being_saved_is_no_loss);
  return g_test_run ();
}
