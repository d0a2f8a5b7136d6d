/* What is written into a record is found, what was written before or is void is not, and an index that says otherwise is noticed. */
#include "soleus-config.h"

#include "one-store.h"
#include "tests/record-values.h"

#include "soleus-note-search.h"
#include "soleus-records.h"
#include "soleus-search-words.h"

typedef struct {
  SoleusClock *clock;
  SoleusStore *store;
  char        *ann;
  char        *ben;
} Fixture;

static char *
add (Fixture                *fixture,
     const SoleusRecordKind *kind,
     const char *const      *values)
{
  g_autoptr (SoleusRecord) record = create_record (kind, NULL, values);

  one_store_save (fixture->store, record);
  return g_strdup (soleus_record_get_id (record));
}

static char *
add_episode (Fixture    *fixture,
             const char *athlete,
             const char *onset,
             const char *note)
{
  return add (fixture, &soleus_episode_kind, VALUES ("athlete", athlete, "onset", onset, "side", "left", "muscle", "soleus", "note", note));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->clock = soleus_clock_new_fixed (G_GINT64_CONSTANT (1750000000123456));
  fixture->store = soleus_store_open (":memory:", SOLEUS_STORE_CREATE, fixture->clock, &error);
  g_assert_no_error (error);
  fixture->ann = add (fixture, &soleus_athlete_kind, VALUES ("name", "Ann"));
  fixture->ben = add (fixture, &soleus_athlete_kind, VALUES ("name", "Ben"));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->store);
  g_clear_object (&fixture->clock);
  g_free (fixture->ann);
  g_free (fixture->ben);
}

static guint
count (Fixture    *fixture,
       const char *text,
       const char *athlete,
       const char *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = soleus_note_search_find (soleus_store_get_connection (fixture->store), text, athlete, kind, 100, &error);

  g_assert_no_error (error);
  return found->len;
}

static void
words_are_found_by_their_beginning (Fixture       *fixture,
                                    gconstpointer  data)
{
  static const struct { const char *text; guint n; } cases[] = {
    { "tape", 1 }, { "Tap", 1 }, { "TAPED", 1 }, { "apedx", 0 }, { "aped", 0 },
    { "taped metre", 1 }, { "metre taped", 1 }, { "taped yard", 0 },
    { "metres", 1 }, { "mètres", 1 }, { "metrës", 1 },
    { "", 0 }, { "   ", 0 }, { "***", 0 }, { "\"", 0 }, { "tap\"ed", 0 }, { "-tape", 1 }, { "NOT tape", 0 }, { "tape OR", 0 },
    { "text:tape", 0 }, { "\xff\xfe", 0 }, { "漢", 1 },
  };
  g_autofree char *id = add_episode (fixture, fixture->ann, "2025-05-10T20:00+02:00", "Taped the calf after 400 mètres.\nSecond line 漢字");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (g_utf8_validate (cases[i].text, -1, NULL))
        g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (count (fixture, cases[i].text, NULL, NULL), ==, cases[i].n);
    }
}

static void
what_is_found_is_marked_and_names_its_record (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autofree char *id = add_episode (fixture, fixture->ann, "2025-05-10T20:00+02:00", "Felt a pop, then a popping noise");
  g_autoptr (GPtrArray) found = soleus_note_search_find (soleus_store_get_connection (fixture->store), "pop", NULL, NULL, 10, NULL);
  const SoleusNoteMatch *match;

  g_assert_cmpuint (found->len, ==, 1);
  match = found->pdata[0];
  g_assert_cmpstr (match->kind, ==, "episode");
  g_assert_cmpstr (match->record, ==, id);
  g_assert_cmpstr (match->athlete, ==, fixture->ann);
  g_assert_cmpint (match->at, ==, G_GINT64_CONSTANT (1746900000000000));
  g_assert_cmpstr (match->excerpt, ==, "Felt a \002pop\003, then a \002popping\003 noise");
}

static void
the_newest_come_first_and_no_more_than_asked (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autofree char *older = add_episode (fixture, fixture->ann, "2025-05-01T20:00+02:00", "hill repeats");
  g_autofree char *newer = add_episode (fixture, fixture->ben, "2025-05-10T20:00+02:00", "hill");
  g_autoptr (GPtrArray) all = soleus_note_search_find (soleus_store_get_connection (fixture->store), "hill", NULL, NULL, 10, NULL);
  g_autoptr (GPtrArray) one = soleus_note_search_find (soleus_store_get_connection (fixture->store), "hill", NULL, NULL, 1, NULL);

  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (((SoleusNoteMatch *) all->pdata[0])->record, ==, newer);
  g_assert_cmpstr (((SoleusNoteMatch *) all->pdata[1])->record, ==, older);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (((SoleusNoteMatch *) one->pdata[0])->record, ==, newer);
  g_assert_cmpuint (count (fixture, "hill", fixture->ann, NULL), ==, 1);
  g_assert_cmpuint (count (fixture, "hill", NULL, "visit"), ==, 0);
  g_assert_cmpuint (count (fixture, "hill", NULL, "episode"), ==, 2);
}

static void
every_part_of_a_visit_is_searched (Fixture       *fixture,
                                   gconstpointer  data)
{
  static const char *const words[] = { "alpha", "beta", "gamma", "delta" };
  g_autofree char *id = add (fixture, &soleus_visit_kind, VALUES ("athlete", fixture->ann, "time", "2025-05-20T10:00+02:00", "subjective", "alpha",
                                                                 "objective", "beta", "assessment", "gamma", "plan", "delta"));

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpuint (count (fixture, words[i], NULL, NULL), ==, 1);
  g_assert_cmpuint (count (fixture, "alpha delta", NULL, NULL), ==, 1);
}

static void
a_change_replaces_and_void_takes_away (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autofree char *id = add_episode (fixture, fixture->ann, "2025-05-10T20:00+02:00", "first words");
  g_autoptr (SoleusRecord) stored = soleus_store_find (fixture->store, &soleus_episode_kind, id, NULL);
  g_autoptr (SoleusRecord) changed = soleus_record_copy (stored);
  g_autoptr (SoleusRecord) gone = NULL;

  soleus_record_set_text (changed, "note", "other sentence");
  one_store_save (fixture->store, changed);
  g_assert_cmpuint (count (fixture, "first", NULL, NULL), ==, 0);
  g_assert_cmpuint (count (fixture, "sentence", NULL, NULL), ==, 1);
  gone = soleus_record_copy (changed);
  soleus_record_set_text (gone, "void-reason", "sentence about a mistake");
  one_store_save (fixture->store, gone);
  g_assert_cmpuint (count (fixture, "sentence", NULL, NULL), ==, 0);
}

static guint
count_findings (Fixture *fixture)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  soleus_store_verify (fixture->store, findings, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) findings->pdata[i]);
  return findings->len;
}

static SoleusRecord *
save_uncommitted (Fixture    *fixture,
                  const char *note)
{
  SoleusRecord *episode = create_record (&soleus_episode_kind, fixture->ann,
                                         VALUES ("onset", "2025-05-10T20:00+02:00", "side", "left", "muscle", "soleus", "note", note));

  g_assert_true (soleus_store_save (fixture->store, episode, NULL, NULL, NULL));
  return episode;
}

/* nor in the next transaction, which commits */
static void
nothing_is_indexed_of_what_is_rolled_back (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr (SoleusRecord) gone = NULL, kept = NULL;

  g_assert_true (soleus_store_begin (fixture->store, NULL));
  gone = save_uncommitted (fixture, "evanescent");
  soleus_store_rollback (fixture->store);
  g_assert_true (soleus_store_begin (fixture->store, NULL));
  kept = save_uncommitted (fixture, "lasting");
  g_assert_true (soleus_store_commit (fixture->store, NULL));
  g_assert_cmpuint (count (fixture, "lasting", NULL, NULL), ==, 1);
  g_assert_cmpuint (count (fixture, "evanescent", NULL, NULL), ==, 0);
  g_assert_cmpuint (count_findings (fixture), ==, 0);
}

/* so many that some are indexed before the transaction ends, some of them changed meanwhile */
static void
many_in_one_transaction_are_all_found (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_assert_true (soleus_store_begin (fixture->store, NULL));
  for (guint i = 0; i < 700; i++)
    {
      g_autoptr (SoleusRecord) episode = save_uncommitted (fixture, i % 2 == 0 ? "uphill" : "downhill");
      g_autoptr (SoleusRecord) changed = soleus_record_copy (episode);

      if (i % 7 != 0)
        continue;
      soleus_record_set_text (changed, "note", "level");
      g_assert_true (soleus_store_save (fixture->store, changed, NULL, NULL, NULL));
    }
  g_assert_true (soleus_store_commit (fixture->store, NULL));
  g_assert_cmpuint (soleus_connection_get_int (soleus_store_get_connection (fixture->store), "SELECT count (*) FROM note_search ('uphill')", -1), ==, 300);
  g_assert_cmpuint (soleus_connection_get_int (soleus_store_get_connection (fixture->store), "SELECT count (*) FROM note_search ('downhill')", -1), ==, 300);
  g_assert_cmpuint (soleus_connection_get_int (soleus_store_get_connection (fixture->store), "SELECT count (*) FROM note_search ('level')", -1), ==, 100);
  g_assert_cmpuint (count_findings (fixture), ==, 0);
}

/* @data: what somebody does behind the program’s back; NULL is the control */
static void
verify_finds_an_index_that_disagrees (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autofree char *id = add_episode (fixture, fixture->ann, "2025-05-10T20:00+02:00", "cramp on the track");
  g_autofree char *other = add_episode (fixture, fixture->ann, "2025-05-11T20:00+02:00", "cramp on the road");
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_findings (fixture), ==, 0);
  if (data == NULL)
    return;
  soleus_connection_exec (soleus_store_get_connection (fixture->store), data, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_findings (fixture), >, 0);
  /* and making it anew is all that is needed */
  g_assert_true (soleus_store_begin (fixture->store, NULL));
  g_assert_true (soleus_note_search_rebuild (soleus_store_get_connection (fixture->store), &error));
  g_assert_true (soleus_store_commit (fixture->store, NULL));
  g_assert_cmpuint (count_findings (fixture), ==, 0);
  g_assert_cmpuint (count (fixture, "cramp", NULL, NULL), ==, 2);
}

#define ADD(path, sql, func) g_test_add (path, Fixture, sql, set_up, func, tear_down)
#define DISAGREES(path, sql) ADD ("/note-search/verify/" path, sql, verify_finds_an_index_that_disagrees)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/note-search/words_are_found_by_their_beginning", NULL, words_are_found_by_their_beginning);
  ADD ("/note-search/what_is_found_is_marked_and_names_its_record", NULL, what_is_found_is_marked_and_names_its_record);
  ADD ("/note-search/the_newest_come_first_and_no_more_than_asked", NULL, the_newest_come_first_and_no_more_than_asked);
  ADD ("/note-search/every_part_of_a_visit_is_searched", NULL, every_part_of_a_visit_is_searched);
  ADD ("/note-search/a_change_replaces_and_void_takes_away", NULL, a_change_replaces_and_void_takes_away);
  ADD ("/note-search/nothing_is_indexed_of_what_is_rolled_back", NULL, nothing_is_indexed_of_what_is_rolled_back);
  ADD ("/note-search/many_in_one_transaction_are_all_found", NULL, many_in_one_transaction_are_all_found);
  DISAGREES ("accepts_what_is_well", NULL);
  DISAGREES ("finds_changed_words", "UPDATE note_entry SET text = 'nothing' WHERE entry = (SELECT max (entry) FROM note_entry)");
  DISAGREES ("finds_changed_words_in_rows_and_index", "UPDATE note_entry SET text = 'nothing'; INSERT INTO note_search (note_search) VALUES ('rebuild')");
  DISAGREES ("finds_a_row_of_another_athlete", "UPDATE note_entry SET athlete = (SELECT id FROM athlete WHERE name = 'Ben')");
  DISAGREES ("finds_a_missing_row", "DELETE FROM note_entry WHERE entry = 1; INSERT INTO note_search (note_search) VALUES ('rebuild')");
  DISAGREES ("finds_a_row_too_many", "INSERT INTO note_entry (kind, record, athlete, text) SELECT 'visit', id, id, 'x' FROM athlete LIMIT 1; "
                                     "INSERT INTO note_search (note_search) VALUES ('rebuild')");
  DISAGREES ("finds_an_empty_index", "INSERT INTO note_search (note_search) VALUES ('delete-all')");
  DISAGREES ("finds_a_word_too_many", "INSERT INTO note_search (rowid, text) VALUES (1, 'added')");
  DISAGREES ("finds_words_in_the_wrong_place", "INSERT INTO note_search (note_search, rowid, text) SELECT 'delete', entry, text FROM note_entry; "
                                               "INSERT INTO note_search (rowid, text) SELECT 3 - entry, text FROM note_entry");
  return g_test_run ();
}
