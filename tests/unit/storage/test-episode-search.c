/* A list of episodes made by the file is the list that the pure filter makes of all of them, and the newest first costs no sorting. */
#include "soleus-config.h"

#include "tests/record-values.h"

#include <string.h>

#include "soleus-clock.h"
#include "soleus-episode-search.h"
#include "soleus-records.h"
#include "soleus-statement.h"
#include "soleus-store.h"

#define N_CRAMPS 400
#define N_QUESTIONS 300

typedef struct {
  SoleusClock *clock;
  SoleusStore *store;
  char        *athletes[3];
  GPtrArray   *episodes; /* (element-type SoleusRecord) as they were saved, void ones not among them */
} Fixture;

static SoleusConnection *
get_connection (Fixture *fixture)
{
  return soleus_store_get_connection (fixture->store);
}

static void
save (Fixture      *fixture,
      SoleusRecord *record)
{
  g_autoptr (GError) error = NULL;

  soleus_store_save (fixture->store, record, NULL, NULL, &error);
  g_assert_no_error (error);
}

static char *
add_athlete (Fixture    *fixture,
             const char *name,
             const char *team,
             const char *note)
{
  g_autoptr (SoleusRecord) athlete = create_record (&soleus_athlete_kind, NULL, VALUES ("name", name, "team", team, "note", note));

  save (fixture, athlete);
  return g_strdup (soleus_record_get_id (athlete));
}

/* at a minute of its own, so that no two are alike in time; the zones are half a day and more apart */
static SoleusRecord *
create_cramp (Fixture *fixture,
              GRand   *random,
              int      number)
{
  static const int zones[] = { -39600, 0, 7200, 46800 };
  static const char *const sides[] = { "left", "right", "both" };
  static const char *const muscles[] = { "soleus", "calf", "hamstrings" };
  static const char *const activities[] = { "", "match", "at-night" };
  static const char *const notes[] = { "", "Taped at once", "On the hill" };
  SoleusRecord *episode = soleus_record_new (&soleus_episode_kind);
  gint64 minute = (gint64) number * 997 % N_CRAMPS * 300; /* 83 days, in no order */
  SoleusMoment onset = { G_GINT64_CONSTANT (1740000000000000) + minute * SOLEUS_USEC_PER_MINUTE, zones[g_rand_int_range (random, 0, 4)],
                         SOLEUS_PRECISION_EXACT };
  g_autofree char *pain = g_rand_boolean (random) ? g_strdup_printf ("%d", g_rand_int_range (random, 0, 11)) : g_strdup ("");

  if (g_rand_int_range (random, 0, 6) == 0)
    onset.precision = SOLEUS_PRECISION_DAY;
  set_values (episode, VALUES ("athlete", fixture->athletes[g_rand_int_range (random, 0, 3)], "side", sides[g_rand_int_range (random, 0, 3)],
                               "muscle", muscles[g_rand_int_range (random, 0, 3)], "pain", pain,
                               "activity", activities[g_rand_int_range (random, 0, 3)], "note", notes[g_rand_int_range (random, 0, 3)]));
  soleus_record_set_moment (episode, "onset", &onset);
  if (g_rand_boolean (random))
    {
      SoleusMoment end = onset;

      end.instant += (number + 1) * SOLEUS_USEC_PER_SECOND;
      soleus_record_set_moment (episode, "end", &end);
    }
  return episode;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GError) error = NULL;

  fixture->clock = soleus_clock_new_fixed (G_GINT64_CONSTANT (1750000000000000));
  fixture->store = soleus_store_open (":memory:", SOLEUS_STORE_CREATE, fixture->clock, &error);
  g_assert_no_error (error);
  fixture->episodes = g_ptr_array_new_with_free_func (g_object_unref);
  g_assert_true (soleus_store_begin (fixture->store, &error));
  fixture->athletes[0] = add_athlete (fixture, "zoe Hurdle", "Fell Foxes", "");
  fixture->athletes[1] = add_athlete (fixture, "Ann Sprintwell", "Fell Foxes", "Trains with Zoe");
  fixture->athletes[2] = add_athlete (fixture, "Ben Tailwind", "Lob and Lunge", "");
  for (int i = 0; i < N_CRAMPS; i++)
    {
      SoleusRecord *episode = create_cramp (fixture, random, i);
      gboolean is_void = i % 10 == 9;

      if (is_void)
        soleus_record_set_text (episode, "void-reason", "entered twice");
      save (fixture, episode);
      if (is_void)
        g_object_unref (episode);
      else
        g_ptr_array_add (fixture->episodes, episode);
    }
  g_assert_true (soleus_store_commit (fixture->store, &error));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->episodes);
  g_clear_object (&fixture->store);
  g_clear_object (&fixture->clock);
  for (gsize i = 0; i < G_N_ELEMENTS (fixture->athletes); i++)
    g_free (fixture->athletes[i]);
}

/* (transfer full) (element-type utf8): the ids of what is listed */
static GPtrArray *
list (Fixture                    *fixture,
      const SoleusEpisodeListing *listing,
      GArray                    **runs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = soleus_episode_search_list (get_connection (fixture), listing, runs, &error);
  g_autoptr (GPtrArray) episodes = NULL;
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  episodes = soleus_episode_search_read (get_connection (fixture), (const gint64 *) (gpointer) rows->data, rows->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (episodes->len, ==, rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      const char *id = soleus_record_get_id (episodes->pdata[i]);

      g_assert_cmpint (soleus_episode_search_find_row (get_connection (fixture), id, NULL), ==, g_array_index (rows, gint64, i));
      g_ptr_array_add (ids, g_strdup (id));
    }
  return ids;
}

static void
what_is_gone_is_a_gap_in_its_page (Fixture       *fixture,
                                   gconstpointer  data)
{
  const char *id = soleus_record_get_id (fixture->episodes->pdata[5]);
  gint64 row = soleus_episode_search_find_row (get_connection (fixture), id, NULL);
  const gint64 rows[] = { 1000000, row, -3 };
  g_autoptr (GPtrArray) episodes = soleus_episode_search_read (get_connection (fixture), rows, G_N_ELEMENTS (rows), NULL);

  g_assert_cmpuint (episodes->len, ==, 3);
  g_assert_null (episodes->pdata[0]);
  g_assert_cmpstr (soleus_record_get_id (episodes->pdata[1]), ==, id);
  g_assert_null (episodes->pdata[2]);
  g_assert_cmpint (soleus_episode_search_find_row (get_connection (fixture), "nobody", NULL), ==, -1);
}

static SoleusRecord *
find (Fixture    *fixture,
      const char *id)
{
  for (guint i = 0; i < fixture->episodes->len; i++)
    if (g_str_equal (soleus_record_get_id (fixture->episodes->pdata[i]), id))
      return fixture->episodes->pdata[i];
  g_assert_not_reached ();
}

static char *
dup_day (GRand *random)
{
  return soleus_date_add_days ("2025-02-19", g_rand_int_range (random, -2, 90));
}

static void
choose (GRand               *random,
        Fixture             *fixture,
        SoleusEpisodeFilter *filter)
{
  soleus_episode_filter_init (filter);
  filter->from = g_rand_boolean (random) ? dup_day (random) : NULL;
  filter->to = g_rand_boolean (random) ? dup_day (random) : NULL;
  filter->muscle = g_rand_int_range (random, 0, 3) == 0 ? g_strdup ("calf") : NULL;
  filter->activity = g_rand_int_range (random, 0, 3) == 0 ? g_strdup ("match") : NULL;
  filter->side = (SoleusSide) g_rand_int_range (random, SOLEUS_SIDE_UNKNOWN, SOLEUS_SIDE_BOTH + 1);
  if (g_rand_int_range (random, 0, 3) == 0)
    filter->least_pain = g_rand_int_range (random, 0, 11);
  if (g_rand_int_range (random, 0, 3) == 0)
    filter->most_pain = g_rand_int_range (random, 0, 11);
  if (g_rand_int_range (random, 0, 4) == 0)
    {
      filter->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (int i = 0; i < 50; i++)
        g_hash_table_add (filter->ids, g_strdup (soleus_record_get_id (fixture->episodes->pdata[g_rand_int_range (random, 0, 300)])));
    }
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      order)
{
  return soleus_episode_compare (*(SoleusRecord *const *) a, *(SoleusRecord *const *) b, (SoleusEpisodeOrder) GPOINTER_TO_INT (order));
}

/* What is known of an episode in memory decides the same as its row in the file does. */
static void
the_file_lists_what_the_filter_takes (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  guint n_listed = 0;

  for (int i = 0; i < N_QUESTIONS; i++)
    {
      SoleusEpisodeFilter filter;
      SoleusEpisodeListing listing = { &filter, .order = (SoleusEpisodeOrder) (i % 3) };
      g_autoptr (GPtrArray) expected = g_ptr_array_new ();
      g_autoptr (GArray) runs = NULL;
      g_autoptr (GPtrArray) ids = NULL;

      choose (random, fixture, &filter);
      listing.athlete_id = g_rand_boolean (random) ? fixture->athletes[1] : NULL;
      for (guint j = 0; j < fixture->episodes->len; j++)
        if (soleus_episode_filter_takes (&filter, fixture->episodes->pdata[j]) &&
            (listing.athlete_id == NULL || g_str_equal (listing.athlete_id, soleus_record_get_text (fixture->episodes->pdata[j], "athlete"))))
          g_ptr_array_add (expected, fixture->episodes->pdata[j]);
      g_ptr_array_sort_with_data (expected, compare, GINT_TO_POINTER (listing.order));
      ids = list (fixture, &listing, &runs);
      g_test_message ("question %d: %u episodes", i, ids->len);
      g_assert_cmpuint (ids->len, ==, expected->len);
      for (guint j = 0; j < ids->len; j++)
        g_assert_cmpstr (ids->pdata[j], ==, soleus_record_get_id (expected->pdata[j]));
      g_assert_cmpuint (runs->len, ==, ids->len > 0 ? 1 : 0);
      n_listed += ids->len;
      soleus_episode_filter_clear (&filter);
    }
  g_assert_cmpuint (n_listed, >, 5000);
}

static void
check_runs (Fixture            *fixture,
            SoleusEpisodeGroup  group,
            GPtrArray          *ids,
            GArray             *runs)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint position = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const SoleusEpisodeRun *run = &g_array_index (runs, SoleusEpisodeRun, i);

      g_assert_cmpuint (run->first, ==, position);
      g_assert_cmpuint (run->n, >, 0);
      g_assert_true (g_hash_table_add (seen, run->id));
      for (guint j = run->first; j < run->first + run->n; j++)
        {
          g_autofree char *id = soleus_episode_dup_group (find (fixture, ids->pdata[j]), group);

          g_assert_cmpstr (run->id, ==, id);
          if (j > run->first)
            g_assert_cmpint (soleus_episode_compare (find (fixture, ids->pdata[j - 1]), find (fixture, ids->pdata[j]), SOLEUS_EPISODE_ORDER_PAIN), <, 0);
        }
      position += run->n;
    }
  g_assert_cmpuint (position, ==, ids->len);
  g_assert_cmpuint (position, ==, fixture->episodes->len);
}

static void
groups_are_runs_in_their_order (Fixture       *fixture,
                                gconstpointer  data)
{
  static const struct { SoleusEpisodeGroup group; const char *ids; } cases[] = {
    { SOLEUS_EPISODE_GROUP_NONE, "" },
    { SOLEUS_EPISODE_GROUP_MONTH, "2025-05 2025-04 2025-03 2025-02" },
    { SOLEUS_EPISODE_GROUP_MUSCLE, "calf hamstrings soleus" },
    { SOLEUS_EPISODE_GROUP_SITUATION, "at-night match " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SoleusEpisodeFilter filter;
      SoleusEpisodeListing listing = { &filter, .order = SOLEUS_EPISODE_ORDER_PAIN, .group = cases[i].group };
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) runs = NULL;
      g_autoptr (GPtrArray) ids = NULL;

      soleus_episode_filter_init (&filter);
      ids = list (fixture, &listing, &runs);
      for (guint j = 0; j < runs->len; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? " " : "", g_array_index (runs, SoleusEpisodeRun, j).id);
      g_assert_cmpstr (text->str, ==, cases[i].ids);
      check_runs (fixture, cases[i].group, ids, runs);
    }
}

/* By name means from A to Z, whatever is a capital; nobody stands higher for having cramped more. */
static void
names_are_in_order (Fixture       *fixture,
                    gconstpointer  data)
{
  static const int in_order[] = { 1, 2, 0 };
  SoleusEpisodeFilter filter;
  SoleusEpisodeListing grouped = { &filter, .order = SOLEUS_EPISODE_ORDER_DATE, .group = SOLEUS_EPISODE_GROUP_ATHLETE };
  SoleusEpisodeListing ordered = { &filter, .order = SOLEUS_EPISODE_ORDER_NAME };
  g_autoptr (GArray) runs = NULL;
  g_autoptr (GArray) no_runs = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GPtrArray) same_ids = NULL;

  soleus_episode_filter_init (&filter);
  ids = list (fixture, &grouped, &runs);
  same_ids = list (fixture, &ordered, &no_runs);
  g_assert_cmpuint (runs->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (g_array_index (runs, SoleusEpisodeRun, i).id, ==, fixture->athletes[in_order[i]]);
  g_assert_cmpuint (no_runs->len, ==, 1);
  g_assert_cmpuint (ids->len, ==, same_ids->len);
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpstr (ids->pdata[i], ==, same_ids->pdata[i]);
}

static void
words_find_notes_and_people (Fixture       *fixture,
                             gconstpointer  data)
{
  static const struct { const char *words; const char *athlete; const char *note; int people; } cases[] = {
    { "tap", NULL, "Taped at once", 7 }, { "hill the", NULL, "On the hill", 7 }, { "absent", NULL, "–", 7 }, { "***", " ", NULL, 7 },
    { NULL, "zo", NULL, 1 }, /* not Ann, whose note has the name */
    { NULL, "fell", NULL, 3 }, { NULL, "sprintwell ann", NULL, 2 }, { NULL, "fell sprintwell", NULL, 2 }, { NULL, "nobody", NULL, 0 },
    { "TAPED", "ben", "Taped at once", 4 }, { "tap OR hill", NULL, "–", 7 }, { NULL, "name : zoe", NULL, 0 }, { NULL, "zo\"e", NULL, 0 },
    { NULL, "zoe) OR (ben", NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SoleusEpisodeFilter filter;
      SoleusEpisodeListing listing = { &filter, .words = cases[i].words, .athlete = cases[i].athlete };
      g_autoptr (GArray) runs = NULL;
      g_autoptr (GPtrArray) ids = NULL;
      guint n = 0;

      soleus_episode_filter_init (&filter);
      ids = list (fixture, &listing, &runs);
      for (guint j = 0; j < fixture->episodes->len; j++)
        for (int k = 0; k < 3; k++)
          n += (cases[i].people >> k & 1) != 0 && g_str_equal (soleus_record_get_text (fixture->episodes->pdata[j], "athlete"), fixture->athletes[k]) &&
               (cases[i].note == NULL || g_strcmp0 (soleus_record_get_text (fixture->episodes->pdata[j], "note"), cases[i].note) == 0);
      g_test_message ("case %u: %u episodes", (guint) i, n);
      g_assert_cmpuint (ids->len, ==, n);
    }
}

static char *
dup_plan (Fixture                    *fixture,
          const SoleusEpisodeListing *listing)
{
  g_autofree char *sql = soleus_episode_search_dup_sql (listing);
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (get_connection (fixture), explain, &error);
  g_autoptr (GString) plan = g_string_new (NULL);

  g_assert_no_error (error);
  while (soleus_statement_step (statement, &error) == SOLEUS_STEP_ROW)
    g_string_append_printf (plan, "%s\n", soleus_statement_get_text (statement, 3));
  g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&plan), FALSE);
}

static void
the_newest_first_is_read_from_an_index (Fixture       *fixture,
                                        gconstpointer  data)
{
  SoleusEpisodeFilter all, period;
  const struct { SoleusEpisodeListing listing; const char *index; } cases[] = {
    { { &all, NULL }, "SCAN e USING INDEX episode_by_onset" },
    { { &period, NULL }, "SEARCH e USING INDEX episode_by_onset (onset>? AND onset<?)" },
    { { &all, fixture->athletes[0] }, "SEARCH e USING INDEX episode_of_athlete (athlete=?)" },
  };
  const SoleusEpisodeListing sorted = { &all, .order = SOLEUS_EPISODE_ORDER_PAIN };
  g_autofree char *sorted_plan = NULL;

  soleus_episode_filter_init (&all);
  soleus_episode_filter_init (&period);
  period.from = g_strdup ("2025-03-01");
  period.to = g_strdup ("2025-03-31");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plan = dup_plan (fixture, &cases[i].listing);

      g_test_message ("%s", plan);
      g_assert_nonnull (strstr (plan, cases[i].index));
      g_assert_null (strstr (plan, "TEMP B-TREE"));
    }
  /* the control: an order that no index has is sorted, and it is seen */
  sorted_plan = dup_plan (fixture, &sorted);
  g_assert_nonnull (strstr (sorted_plan, "TEMP B-TREE"));
  soleus_episode_filter_clear (&period);
}

#define ADD(name) g_test_add ("/storage/episode-search/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (the_file_lists_what_the_filter_takes);
  ADD (what_is_gone_is_a_gap_in_its_page);
  ADD (groups_are_runs_in_their_order);
  ADD (names_are_in_order);
  ADD (words_find_notes_and_people);
  ADD (the_newest_first_is_read_from_an_index);
  return g_test_run ();
}
