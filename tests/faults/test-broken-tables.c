/* Of the file a table is gone, cannot be read any more, or takes nothing: each job that needs it says so in a sentence and leaves everything
 * as it was; each that does not goes on. */
#include "soleus-config.h"

#include "broken-table.h"
#include "fault-vfs.h"
#include "little-clinic.h"
#include "tests/record-values.h"

#include "soleus-athlete-search.h"
#include "soleus-audit-log.h"
#include "soleus-audit-reader.h"
#include "soleus-content-hash.h"
#include "soleus-error.h"
#include "soleus-note-search.h"
#include "soleus-records.h"

typedef struct {
  LittleClinic *clinic;
  GBytes       *bytes;   /* the whole file */
  char         *athlete; /* id of the first one */
  char         *episode; /* id of hers */
  char         *hash;    /* of a document that is kept */
} Fixture;

/* --- what is asked of a store; each says whether it was done, and if not, why --- */

static SoleusRecord *
create_athlete (void)
{
  SoleusRecord *athlete = soleus_record_new (&soleus_athlete_kind);

  soleus_record_set_text (athlete, "name", "Newcomer");
  soleus_record_set_text (athlete, "note", "Came by bicycle");
  return athlete;
}

static gboolean
save_new (Fixture      *fixture,
          SoleusStore  *store,
          GError      **error)
{
  g_autoptr (SoleusRecord) athlete = create_athlete ();

  return soleus_store_begin (store, error) && little_clinic_finish (store, soleus_store_save (store, athlete, NULL, NULL, error), error);
}

static gboolean
save_history (Fixture      *fixture,
              SoleusStore  *store,
              GError      **error)
{
  g_autoptr (SoleusRecord) record = create_athlete ();
  g_autoptr (GPtrArray) history = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SoleusMoment) then = soleus_moment_parse ("2024-03-01T10:00:00+01:00", NULL);

  for (int revision = 1; revision <= 2; revision++)
    {
      SoleusRecord *version = soleus_record_copy (record);

      soleus_record_set_int (version, "revision", revision);
      soleus_record_set_moment (version, "created-at", then);
      soleus_record_set_moment (version, "updated-at", then);
      soleus_record_set_text (version, "team", revision == 1 ? "Juniors" : NULL);
      g_ptr_array_add (history, version);
    }
  return soleus_store_begin (store, error) && little_clinic_finish (store, soleus_store_save_history (store, record, history, NULL, error), error);
}

static gboolean
change (Fixture      *fixture,
        SoleusStore  *store,
        GError      **error)
{
  g_autoptr (SoleusRecord) found = soleus_store_find (store, &soleus_episode_kind, fixture->episode, error);
  g_autoptr (SoleusRecord) copy = found != NULL ? soleus_record_copy (found) : NULL;

  if (copy == NULL)
    return FALSE;
  soleus_record_set_text (copy, "note", "Another word");
  return soleus_store_begin (store, error) && little_clinic_finish (store, soleus_store_save (store, copy, NULL, NULL, error), error);
}

static gboolean
note (Fixture      *fixture,
      SoleusStore  *store,
      GError      **error)
{
  return soleus_store_note (store, NULL, "view", "athlete", fixture->athlete, NULL, error);
}

static gboolean
note_within (Fixture      *fixture,
             SoleusStore  *store,
             GError      **error)
{
  return soleus_store_begin (store, error) && little_clinic_finish (store, soleus_store_note (store, NULL, "view", NULL, NULL, NULL, error), error);
}

static gboolean
list_versions (Fixture      *fixture,
               SoleusStore  *store,
               GError      **error)
{
  g_autoptr (GPtrArray) versions = soleus_store_list_versions (store, &soleus_athlete_kind, fixture->athlete, error);

  return versions != NULL;
}

static gboolean
count (Fixture      *fixture,
       SoleusStore  *store,
       GError      **error)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_athlete_kind);

  return soleus_store_count (store, query, error) >= 0;
}

static gboolean
list_by_prefix (Fixture      *fixture,
                SoleusStore  *store,
                GError      **error)
{
  g_auto (GStrv) ids = soleus_store_list_ids_by_prefix (store, &soleus_athlete_kind, "", 10, error);

  return ids != NULL;
}

static gboolean
put_blob (Fixture      *fixture,
          SoleusStore  *store,
          GError      **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("another document", 16);

  return soleus_store_begin (store, error) && little_clinic_finish (store, soleus_store_put_blob (store, bytes, error), error);
}

static gboolean
get_blob (Fixture      *fixture,
          SoleusStore  *store,
          GError      **error)
{
  g_autoptr (GBytes) bytes = soleus_store_get_blob (store, fixture->hash, error);

  return bytes != NULL;
}

static gboolean
keep_draft (Fixture      *fixture,
            SoleusStore  *store,
            GError      **error)
{
  return little_clinic_keep_draft (store, error);
}

static gboolean
list_drafts (Fixture      *fixture,
             SoleusStore  *store,
             GError      **error)
{
  g_autoptr (GPtrArray) drafts = soleus_store_list_drafts (store, NULL, error);

  return drafts != NULL;
}

static gboolean
discard_draft (Fixture      *fixture,
               SoleusStore  *store,
               GError      **error)
{
  return soleus_store_discard_draft (store, "visit:new:x", error);
}

static gboolean
list_athletes (Fixture      *fixture,
               SoleusStore  *store,
               GError      **error)
{
  g_autoptr (GArray) rows = soleus_athlete_search_list (soleus_store_get_connection (store), NULL, FALSE, SOLEUS_ATHLETE_ORDER_NAME, error);

  return rows != NULL;
}

static gboolean
list_by_visit (Fixture      *fixture,
               SoleusStore  *store,
               GError      **error)
{
  g_autoptr (GArray) rows = soleus_athlete_search_list (soleus_store_get_connection (store), "Test Harriers", FALSE,
                                                        SOLEUS_ATHLETE_ORDER_LAST_VISIT, error);

  return rows != NULL;
}

static gboolean
list_by_episode (Fixture      *fixture,
                 SoleusStore  *store,
                 GError      **error)
{
  g_autoptr (GArray) rows = soleus_athlete_search_list (soleus_store_get_connection (store), NULL, FALSE, SOLEUS_ATHLETE_ORDER_LAST_EPISODE, error);

  return rows != NULL;
}

static gboolean
match_athletes (Fixture      *fixture,
                SoleusStore  *store,
                GError      **error)
{
  g_autoptr (GArray) rows = soleus_athlete_search_match (soleus_store_get_connection (store), "testrun", error);

  return rows != NULL;
}

static gboolean
list_teams (Fixture      *fixture,
            SoleusStore  *store,
            GError      **error)
{
  g_auto (GStrv) teams = soleus_athlete_search_list_teams (soleus_store_get_connection (store), error);

  return teams != NULL;
}

static gboolean
find_row (Fixture      *fixture,
          SoleusStore  *store,
          GError      **error)
{
  return soleus_athlete_search_find_row (soleus_store_get_connection (store), fixture->athlete, error) >= 0;
}

static gboolean
name_athlete (Fixture      *fixture,
              SoleusStore  *store,
              GError      **error)
{
  g_autofree char *id = soleus_athlete_search_dup_id (soleus_store_get_connection (store), 1, error);
  g_autofree char *name = id != NULL ? soleus_athlete_search_dup_name (soleus_store_get_connection (store), id, error) : NULL;

  return name != NULL;
}

static gboolean
name_by_id (Fixture      *fixture,
            SoleusStore  *store,
            GError      **error)
{
  g_autofree char *name = soleus_athlete_search_dup_name (soleus_store_get_connection (store), fixture->athlete, error);

  return name != NULL;
}

static gboolean
find_notes (Fixture      *fixture,
            SoleusStore  *store,
            GError      **error)
{
  g_autoptr (GPtrArray) found = soleus_note_search_find (soleus_store_get_connection (store), "toes", NULL, NULL, 10, error);

  return found != NULL;
}

static gboolean
index_notes (Fixture      *fixture,
             SoleusStore  *store,
             GError      **error)
{
  return soleus_store_begin (store, error) &&
         little_clinic_finish (store, soleus_note_search_rebuild (soleus_store_get_connection (store), error), error);
}

static gboolean
list_audit (Fixture      *fixture,
            SoleusStore  *store,
            GError      **error)
{
  static const char *const actions[] = { "add", NULL };
  SoleusAuditFilter filter = { NULL, actions, NULL, NULL, SOLEUS_UNKNOWN_INSTANT };
  g_autoptr (GArray) numbers = soleus_audit_reader_list (soleus_store_get_connection (store), &filter, error);

  return numbers != NULL;
}

static gboolean
list_audit_of (Fixture      *fixture,
               SoleusStore  *store,
               GError      **error)
{
  const char *athletes[] = { fixture->athlete, NULL };
  SoleusAuditFilter filter = { NULL, NULL, NULL, athletes, SOLEUS_UNKNOWN_INSTANT };
  g_autoptr (GArray) numbers = soleus_audit_reader_list (soleus_store_get_connection (store), &filter, error);

  return numbers != NULL;
}

static gboolean
read_audit (Fixture      *fixture,
            SoleusStore  *store,
            GError      **error)
{
  g_autoptr (SoleusReadEntry) entry = soleus_audit_reader_read (soleus_store_get_connection (store), 1, error);

  return entry != NULL;
}

static gboolean
find_audit (Fixture      *fixture,
            SoleusStore  *store,
            GError      **error)
{
  g_autoptr (SoleusReadEntry) entry = soleus_audit_reader_find_newest (soleus_store_get_connection (store), fixture->athlete, "add", "change", error);

  return entry != NULL;
}

static gboolean
verify (Fixture      *fixture,
        SoleusStore  *store,
        GError      **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  if (!soleus_store_verify (store, findings, error))
    return FALSE;
  if (findings->len > 0)
    g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED, findings->pdata[0]);
  return findings->len == 0;
}

static gboolean
hash_content (Fixture      *fixture,
              SoleusStore  *store,
              GError      **error)
{
  g_autofree char *hash = soleus_content_hash_compute (soleus_store_get_connection (store), error);

  return hash != NULL;
}

static gboolean
erase (Fixture      *fixture,
       SoleusStore  *store,
       GError      **error)
{
  guint n_erased = 0;

  return soleus_store_erase_athlete (store, fixture->athlete, NULL, "asked for", &n_erased, error);
}

#define WRITTEN "version audit audit_head "
#define KINDS "therapist policy athlete episode visit contact red_flag treatment override breach measure amendment shoe check_in session factor " \
              "follow_up document medication condition clot_screen clinic_profile "
#define ATHLETE_KINDS "episode visit contact red_flag treatment override breach measure amendment shoe check_in session factor follow_up document " \
                      "medication condition clot_screen "

/* The tables that a job reads, and those into which it writes: it fails without any of them, and where one of the latter is full. */
typedef struct {
  const char *name;
  gboolean  (*run) (Fixture      *fixture,
                    SoleusStore  *store,
                    GError      **error);
  const char *reads;
  const char *writes;
} Task;

static const Task tasks[] = {
  { "find out which row", find_row, "athlete", "" },
  { "name", name_athlete, "athlete", "" },
  { "name by id", name_by_id, "athlete", "" },
  { "list athletes", list_athletes, "athlete", "" },
  { "list them by visit", list_by_visit, "athlete visit", "" },
  { "list them by episode", list_by_episode, "athlete episode", "" },
  { "match athletes", match_athletes, "athlete_search", "" },
  { "list teams", list_teams, "athlete", "" },
  { "list versions", list_versions, "version", "" },
  { "count", count, "athlete", "" },
  { "list by prefix", list_by_prefix, "athlete", "" },
  { "read a document", get_blob, "blob", "" },
  { "list drafts", list_drafts, "draft", "" },
  { "find notes", find_notes, "note_search note_entry", "" },
  { "list the audit", list_audit, "audit", "" },
  { "list the audit of a person", list_audit_of, "audit " ATHLETE_KINDS, "" },
  { "read the audit", read_audit, "audit", "" },
  { "find in the audit", find_audit, "audit", "" },
  { "verify", verify, KINDS "version audit audit_head blob note_entry note_search", "" },
  { "hash the content", hash_content, "version draft blob", "" },
  { "save", save_new, "", "athlete athlete_search note_entry note_search " WRITTEN },
  { "save with its history", save_history, "", "athlete athlete_search note_entry note_search " WRITTEN },
  { "change", change, "athlete", "episode note_entry note_search " WRITTEN },
  { "note a view", note, "", "audit audit_head" },
  { "note it within", note_within, "", "audit audit_head" },
  { "keep a document", put_blob, "", "blob" },
  { "keep a draft", keep_draft, "", "draft" },
  { "discard a draft", discard_draft, "", "draft" },
  { "index the notes", index_notes, KINDS, "note_entry note_search note_scope" },
  { "erase", erase, KINDS "draft", "athlete episode document athlete_search note_entry note_search note_scope blob " WRITTEN },
};

static gboolean
names (const char *list,
       const char *table)
{
  g_auto (GStrv) tables = g_strsplit (list, " ", -1);

  return g_strv_contains ((const char *const *) tables, table);
}

/* @task on a file in which @table is broken: fails where it needs the table, says so, and leaves all else as it was. */
static gboolean
is_as_it_should (Fixture    *fixture,
                 const Task *task,
                 const char *table,
                 BrokenWay   way)
{
  gboolean needed = names (task->writes, table) || (way != BROKEN_FULL && names (task->reads, table));
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusStore) store = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gboolean done;

  little_clinic_put_bytes (fixture->clinic, g_bytes_get_data (fixture->bytes, NULL), g_bytes_get_size (fixture->bytes));
  store = little_clinic_open (fixture->clinic, &error);
  g_assert_no_error (error);
  broken_table_break (fixture->clinic->path, table, way);
  /* either it sees the change when it prepares what it asks, or only when it reads */
  if (way == BROKEN_GONE)
    soleus_connection_get_int (soleus_store_get_connection (store), "SELECT count (*) FROM sqlite_schema", 0);
  before = broken_table_dup_content (fixture->clinic->path, table);
  done = task->run (fixture, store, &error);
  if (done != (error == NULL) || done == needed)
    {
      g_printerr ("# %s, %s %s: %s, %s\n", task->name, table, broken_way_names[way], done ? "done" : "failed", error != NULL ? error->message : "without a word");
      return FALSE;
    }
  if (done)
    return TRUE;
  after = broken_table_dup_content (fixture->clinic->path, table);
  if (g_str_equal (before, after) && error->message[0] != '\0' && g_str_has_suffix (error->message, ".") &&
      !soleus_connection_in_transaction (soleus_store_get_connection (store)))
    return TRUE;
  g_printerr ("# %s, %s %s: not as it was, or: %s\n", task->name, table, broken_way_names[way], error->message);
  return FALSE;
}

static void
test_each_job_says_so_and_changes_nothing (Fixture       *fixture,
                                           gconstpointer  data)
{
  static const char *const tables[] = { "athlete", "episode", "visit", "document", "shoe", "version", "audit", "audit_head", "draft", "blob", "athlete_search",
                                        "note_entry", "note_search", "note_scope" };
  gboolean full = g_strcmp0 (g_getenv ("SOLEUS_FULL"), "1") == 0;
  guint n_wrong = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    for (BrokenWay way = BROKEN_GONE; way < BROKEN_N_WAYS; way++)
      for (gsize j = 0; j < G_N_ELEMENTS (tasks); j++)
        {
          gboolean needed = names (tasks[j].reads, tables[i]) || names (tasks[j].writes, tables[i]);

          /* an index of words takes no trigger; of those that go on without the table a slice is tried */
          if ((way == BROKEN_FULL && g_str_has_suffix (tables[i], "_search")) || (!needed && !full && (i + way + j) % 8 != 0))
            continue;
          n_wrong += !is_as_it_should (fixture, &tasks[j], tables[i], way);
        }
  g_assert_cmpuint (n_wrong, ==, 0);
}

/* Adds a document to the first athlete, so that there is a blob that stays. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (SoleusStore) store = NULL;
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_episode_kind);
  g_autoptr (GPtrArray) episodes = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a document", 10);
  g_autoptr (SoleusRecord) document = NULL;
  g_autoptr (GError) error = NULL;

  fixture->clinic = little_clinic_new ();
  little_clinic_fill (fixture->clinic, 2);
  store = little_clinic_open (fixture->clinic, NULL);
  episodes = soleus_store_list (store, query, NULL);
  fixture->episode = g_strdup (soleus_record_get_id (episodes->pdata[0]));
  fixture->athlete = g_strdup (soleus_record_get_text (episodes->pdata[0], "athlete"));
  fixture->hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  document = create_record (&soleus_issued_document_kind, fixture->athlete,
                            VALUES ("title", "Handout", "content-hash", fixture->hash, "issued-at", "2025-03-29T20:00:00+01:00"));
  g_assert_true (soleus_store_begin (store, NULL));
  g_assert_true (soleus_store_put_blob (store, bytes, NULL));
  soleus_store_save (store, document, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (soleus_store_commit (store, NULL));
  g_clear_object (&store);
  broken_table_checkpoint (fixture->clinic->path);
  fixture->bytes = little_clinic_get_bytes (fixture->clinic);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->clinic, little_clinic_free);
  g_clear_pointer (&fixture->bytes, g_bytes_unref);
  g_free (fixture->athlete);
  g_free (fixture->episode);
  g_free (fixture->hash);
}

/* On a whole file each job is done: else it would prove nothing that it fails. */
static void
test_on_a_whole_file_each_is_done (Fixture       *fixture,
                                   gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SoleusStore) store = NULL;

      little_clinic_put_bytes (fixture->clinic, g_bytes_get_data (fixture->bytes, NULL), g_bytes_get_size (fixture->bytes));
      store = little_clinic_open (fixture->clinic, &error);
      g_assert_no_error (error);
      g_test_message ("%s", tasks[i].name);
      g_assert_true (tasks[i].run (fixture, store, &error));
      g_assert_no_error (error);
      little_clinic_assert_clean (store);
    }
}

#define ADD(name, func) g_test_add ("/broken-tables/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  fault_vfs_skip_syncs (TRUE);

  ADD ("on_a_whole_file_each_is_done", test_on_a_whole_file_each_is_done);
  ADD ("each_job_says_so_and_changes_nothing", test_each_job_says_so_and_changes_nothing);

  return g_test_run ();
}
