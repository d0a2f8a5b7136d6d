#include "soleus-config.h"

#include "little-clinic.h"

#include <string.h>

#include "tests/scratch-folder.h"

#include "soleus-backup.h"
#include "soleus-records.h"

LittleClinic *
little_clinic_new (void)
{
  LittleClinic *self = g_new0 (LittleClinic, 1);

  self->folder = g_dir_make_tmp ("soleus-faults-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = g_build_filename (self->folder, "clinic.soleus", NULL);
  self->clock = soleus_clock_new_fixed (G_GINT64_CONSTANT (1750000000123456));
  return self;
}

/* Removes the clinic file and everything beside it. */
void
little_clinic_empty (LittleClinic *self)
{
  scratch_folder_empty (self->folder);
}

void
little_clinic_free (LittleClinic *self)
{
  scratch_folder_remove (self->folder);
  g_clear_object (&self->clock);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

SoleusStore *
little_clinic_open (LittleClinic  *self,
                    GError       **error)
{
  return soleus_store_open (self->path, SOLEUS_STORE_CREATE, self->clock, error);
}

static SoleusRecord *
create_athlete (const char *name)
{
  SoleusRecord *athlete = soleus_record_new (&soleus_athlete_kind);

  soleus_record_set_text (athlete, "name", name);
  soleus_record_set_text (athlete, "team", "Test Harriers");
  return athlete;
}

static SoleusRecord *
create_episode (const char *athlete)
{
  SoleusRecord *episode = soleus_record_new (&soleus_episode_kind);
  g_autoptr (SoleusMoment) onset = soleus_moment_parse ("2025-03-29T20:00:00+01:00", NULL);

  soleus_record_set_text (episode, "athlete", athlete);
  soleus_record_set_moment (episode, "onset", onset);
  soleus_record_set_enum (episode, "side", SOLEUS_SIDE_LEFT);
  soleus_record_set_text (episode, "muscle", "soleus");
  soleus_record_set_int (episode, "pain", 6);
  soleus_record_set_answer (episode, "screen", "bruising", SOLEUS_ANSWER_NO);
  soleus_record_set_text (episode, "note", "Woke up with it; let go after two minutes of pulling the toes up.");
  return episode;
}

static gboolean
save (SoleusStore   *store,
      SoleusRecord  *record,
      GError       **error)
{
  return soleus_store_save (store, record, NULL, NULL, error);
}

/* An athlete and an episode each, in one transaction each, and a draft and a document. */
void
little_clinic_fill (LittleClinic *self,
                    guint         n_athletes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusStore) store = little_clinic_open (self, &error);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("half a sentence", 15);
  SoleusStoredDraft draft = { (char *) "visit:new:x", (char *) "visit", NULL, (char *) "Visit", bytes, 7 };

  g_assert_no_error (error);
  for (guint i = 0; i < n_athletes; i++)
    {
      g_autofree char *name = g_strdup_printf ("Testrunner %03u", i);
      g_autoptr (SoleusRecord) athlete = create_athlete (name);
      g_autoptr (SoleusRecord) episode = create_episode (soleus_record_get_id (athlete));

      g_assert_true (soleus_store_begin (store, NULL));
      g_assert_true (save (store, athlete, NULL) && save (store, episode, NULL));
      g_assert_true (soleus_store_commit (store, NULL));
    }
  g_assert_true (soleus_store_keep_draft (store, &draft, NULL));
}

/* Returns: (transfer full): the file after everything was written into it */
GBytes *
little_clinic_get_bytes (LittleClinic *self)
{
  char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (self->path, &bytes, &size, NULL));
  return g_bytes_new_take (bytes, size);
}

/* The folder then has this file and nothing else. */
void
little_clinic_put_bytes (LittleClinic *self,
                         const guint8 *bytes,
                         gsize         size)
{
  little_clinic_empty (self);
  g_assert_true (g_file_set_contents_full (self->path, (const char *) bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* Returns: (transfer full): what the file says, without ids and times: equal states of the same clinic give equal texts */
char *
little_clinic_dup_state (SoleusStore *store)
{
  const SoleusRecordKind *const *kinds = soleus_record_list_kinds ();
  GString *state = g_string_new (NULL);
  g_autoptr (GPtrArray) drafts = soleus_store_list_drafts (store, NULL, NULL);
  SoleusConnection *connection = soleus_store_get_connection (store);

  g_assert_nonnull (drafts);
  for (gsize i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (SoleusQuery) query = soleus_query_new (kinds[i]);

      soleus_query_include_void (query);
      g_string_append_printf (state, "%s %" G_GINT64_FORMAT "\n", kinds[i]->name, soleus_store_count (store, query, NULL));
    }
  g_string_append_printf (state, "drafts %u\n", drafts->len);
  g_string_append_printf (state, "versions %" G_GINT64_FORMAT "\n",
                          soleus_connection_get_int (connection, "SELECT count (*) FROM version", -1));
  g_string_append_printf (state, "blobs %" G_GINT64_FORMAT "\n", soleus_connection_get_int (connection, "SELECT count (*) FROM blob", -1));
  g_string_append_printf (state, "audit %" G_GINT64_FORMAT "\n", soleus_connection_get_int (connection, "SELECT count (*) FROM audit", -1));
  return g_string_free (state, FALSE);
}

/* The clinic is open, and has been since the job: the journal is looked at, too. */
void
little_clinic_assert_erased (LittleClinic *self,
                             const char   *word)
{
  static const char *const ends[] = { "", "-wal" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *path = g_strconcat (self->path, ends[i], NULL);
      g_autofree char *bytes = NULL;
      gsize size = 0;

      if (g_file_get_contents (path, &bytes, &size, NULL))
        g_assert_null (memmem (bytes, size, word, strlen (word)));
    }
}

void
little_clinic_assert_clean (SoleusStore *store)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  soleus_store_verify (store, findings, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (const char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* --- jobs ---------------------------------------------------------------------------------------------- */

static SoleusRecord *
find_first (SoleusStore             *store,
            const SoleusRecordKind  *kind,
            GError                 **error)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (kind);
  g_autoptr (GPtrArray) records = soleus_store_list (store, query, error);

  if (records == NULL)
    return NULL;
  g_assert_cmpuint (records->len, >, 0);
  return soleus_record_copy (records->pdata[0]);
}

/* Ends a transaction: what was @done is kept, what was not is taken back, with the error that says why. */
gboolean
little_clinic_finish (SoleusStore  *store,
                      gboolean      done,
                      GError      **error)
{
  if (done)
    return soleus_store_commit (store, error);
  soleus_store_rollback (store);
  return FALSE;
}

static gboolean
add_athlete (LittleClinic  *clinic,
             SoleusStore   *store,
             GError       **error)
{
  g_autoptr (SoleusRecord) athlete = create_athlete ("Newcomer");

  return soleus_store_begin (store, error) && little_clinic_finish (store, save (store, athlete, error), error);
}

static gboolean
add_athlete_with_episode (LittleClinic  *clinic,
                          SoleusStore   *store,
                          GError       **error)
{
  g_autoptr (SoleusRecord) athlete = create_athlete ("Newcomer");
  g_autoptr (SoleusRecord) episode = create_episode (soleus_record_get_id (athlete));

  return soleus_store_begin (store, error) &&
         little_clinic_finish (store, save (store, athlete, error) && save (store, episode, error), error);
}

static gboolean
change_athlete (LittleClinic  *clinic,
                SoleusStore   *store,
                GError       **error)
{
  g_autoptr (SoleusRecord) athlete = find_first (store, &soleus_athlete_kind, error);

  if (athlete == NULL)
    return FALSE;
  soleus_record_set_text (athlete, "team", "Another team");
  return soleus_store_begin (store, error) && little_clinic_finish (store, save (store, athlete, error), error);
}

static gboolean
void_episode (LittleClinic  *clinic,
              SoleusStore   *store,
              GError       **error)
{
  g_autoptr (SoleusRecord) episode = find_first (store, &soleus_episode_kind, error);

  if (episode == NULL)
    return FALSE;
  soleus_record_set_text (episode, "void-reason", "Entered for the wrong athlete");
  return soleus_store_begin (store, error) && little_clinic_finish (store, save (store, episode, error), error);
}

static gboolean
note_a_view (LittleClinic  *clinic,
             SoleusStore   *store,
             GError       **error)
{
  return soleus_store_note (store, NULL, "view", "athlete", NULL, NULL, error);
}

/* Keeps another draft beside that of little_clinic_fill(). */
gboolean
little_clinic_keep_draft (SoleusStore  *store,
                          GError      **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a few words", 11);
  SoleusStoredDraft draft = { (char *) "episode:new:x", (char *) "episode", NULL, (char *) "Episode", bytes, 9 };

  return soleus_store_keep_draft (store, &draft, error);
}

static gboolean
keep_draft (LittleClinic  *clinic,
            SoleusStore   *store,
            GError       **error)
{
  return little_clinic_keep_draft (store, error);
}

static gboolean
discard_draft (LittleClinic  *clinic,
               SoleusStore   *store,
               GError       **error)
{
  return soleus_store_discard_draft (store, "visit:new:x", error);
}

static gboolean
keep_document (LittleClinic  *clinic,
               SoleusStore   *store,
               GError       **error)
{
  g_autofree char *text = g_strnfill (20000, 'p');
  g_autoptr (GBytes) bytes = g_bytes_new (text, 20000);

  return soleus_store_put_blob (store, bytes, error);
}

static gboolean
read_everything (LittleClinic  *clinic,
                 SoleusStore   *store,
                 GError       **error)
{
  g_autoptr (SoleusRecord) athlete = find_first (store, &soleus_athlete_kind, error);
  g_autoptr (GPtrArray) versions = NULL;

  if (athlete == NULL)
    return FALSE;
  versions = soleus_store_list_versions (store, &soleus_athlete_kind, soleus_record_get_id (athlete), error);
  return versions != NULL;
}

static gboolean
verify_everything (LittleClinic  *clinic,
                   SoleusStore   *store,
                   GError       **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  return soleus_store_verify (store, findings, error);
}

static gboolean
back_up (LittleClinic  *clinic,
         SoleusStore   *store,
         GError       **error)
{
  SoleusBackupRequest request = { .folder = clinic->folder, .occasion = "backup", .at = soleus_clock_get_now (clinic->clock) };
  g_autoptr (SoleusBackupReport) report = soleus_backup_run (soleus_store_get_connection (store), &request, error);

  return report != NULL;
}

static gboolean
many_changes (LittleClinic  *clinic,
              SoleusStore   *store,
              GError       **error)
{
  gboolean done;

  if (!soleus_store_begin (store, error))
    return FALSE;
  done = TRUE;
  for (guint i = 0; done && i < 12; i++)
    {
      g_autoptr (SoleusRecord) athlete = create_athlete ("One of many");

      done = save (store, athlete, error);
    }
  return little_clinic_finish (store, done, error);
}

/* Somebody who is gone already is not erased again. */
static gboolean
erase_athlete (LittleClinic  *clinic,
               SoleusStore   *store,
               GError       **error)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_athlete_kind);
  g_autoptr (GPtrArray) athletes = NULL;
  guint n_erased;

  soleus_query_where_text (query, "name", SOLEUS_QUERY_EQUAL, "Testrunner 000");
  athletes = soleus_store_list (store, query, error);
  if (athletes == NULL)
    return FALSE;
  return athletes->len == 0 || soleus_store_erase_athlete (store, soleus_record_get_id (athletes->pdata[0]), NULL, "asked for it", &n_erased, error);
}

const Job little_clinic_jobs[] = {
  { "add an athlete", add_athlete },
  { "add an athlete with an episode", add_athlete_with_episode },
  { "change an athlete", change_athlete },
  { "void an episode", void_episode },
  { "note a view", note_a_view },
  { "keep a draft", keep_draft },
  { "discard a draft", discard_draft },
  { "keep a document", keep_document },
  { "read a record and its versions", read_everything },
  { "verify", verify_everything },
  { "back up", back_up },
  { "add many in one step", many_changes },
  { "erase an athlete", erase_athlete, "Testrunner 000" },
};
const gsize little_clinic_n_jobs = G_N_ELEMENTS (little_clinic_jobs);
