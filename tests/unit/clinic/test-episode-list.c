/* A list of episodes knows where each stands without reading it, reads a page when one is looked at, and keeps the rows that somebody holds in their places */
#include "soleus-config.h"

#include "tests/saved-records.h"

#include "soleus-clock.h"
#include "soleus-episode-list.h"

#define N 150

typedef struct {
  SoleusClock       *clock;
  SoleusClinic      *clinic;
  SoleusEpisodeList *list;
} Fixture;

/* 150 cramps of two people, a day apart, of three muscles */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char *const muscles[] = { "calf", "soleus", "hamstrings" };
  g_autoptr (SoleusChange) change = soleus_change_new ();
  g_autoptr (GError) error = NULL;
  char *athletes[2];

  fixture->clock = soleus_clock_new_fixed (G_GINT64_CONSTANT (1747735200000000));
  fixture->clinic = soleus_clinic_open (":memory:", SOLEUS_CLINIC_OPEN_CREATE, fixture->clock, &error);
  g_assert_no_error (error);
  g_free (save_named (fixture->clinic, &soleus_therapist_kind, "T. Exemplar"));
  athletes[0] = save_named (fixture->clinic, &soleus_athlete_kind, "Mara Swiftwater");
  athletes[1] = save_named (fixture->clinic, &soleus_athlete_kind, "Kit Halftime");
  for (int i = 0; i < N; i++)
    {
      g_autoptr (SoleusRecord) episode = soleus_record_new (&soleus_episode_kind);
      g_autofree char *date = soleus_date_add_days ("2025-05-01", -i);

      soleus_record_set_text (episode, "athlete", athletes[i % 2]);
      g_assert_true (soleus_record_set_from_text (episode, "onset", date, NULL));
      soleus_record_set_enum (episode, "side", SOLEUS_SIDE_LEFT);
      soleus_record_set_text (episode, "muscle", muscles[i % 3]);
      soleus_change_add (change, episode);
    }
  soleus_clinic_commit (fixture->clinic, change, &error);
  g_assert_no_error (error);
  fixture->list = soleus_episode_list_new (fixture->clinic);
  g_free (athletes[0]);
  g_free (athletes[1]);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->clinic);
  g_clear_object (&fixture->clock);
}

static void
list (Fixture            *fixture,
      const char         *muscle,
      SoleusEpisodeGroup  group)
{
  SoleusEpisodeFilter filter;
  SoleusEpisodeListing listing = { &filter, .group = group };
  g_autoptr (GError) error = NULL;

  soleus_episode_filter_init (&filter);
  filter.muscle = g_strdup (muscle);
  soleus_episode_list_set (fixture->list, &listing, &error);
  g_assert_no_error (error);
  g_assert_cmpint (soleus_clinic_count_episodes (fixture->clinic, &listing, NULL), ==, soleus_episode_list_get_n_episodes (fixture->list));
  soleus_episode_filter_clear (&filter);
}

static SoleusEpisodeRow *
get_row (Fixture *fixture,
         guint    position)
{
  return g_list_model_get_item (G_LIST_MODEL (fixture->list), position);
}

static void
check_rows (Fixture            *fixture,
            SoleusEpisodeGroup  group,
            guint               n_headings)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
  g_autofree char *under = NULL;
  guint left = 0;
  guint headings = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SoleusEpisodeRow) row = get_row (fixture, i);
      SoleusRecord *episode = soleus_episode_row_get_episode (row);
      g_autofree char *id = episode != NULL ? soleus_episode_dup_group (episode, group) : NULL;

      g_assert_cmpint (soleus_episode_row_is_heading (row), ==, episode == NULL);
      if (episode == NULL)
        {
          g_assert_cmpuint (left, ==, 0);
          left = soleus_episode_row_get_n_episodes (row);
          g_free (under);
          under = g_strdup (soleus_episode_row_get_group_id (row));
          headings++;
          continue;
        }
      left -= n_headings > 0;
      g_assert_cmpstr (id, ==, under != NULL ? under : id);
      g_assert_nonnull (soleus_episode_row_get_athlete_name (row));
      g_assert_cmpuint (soleus_episode_list_find_position (fixture->list, soleus_record_get_id (episode)), ==, i);
    }
  g_assert_cmpuint (left, ==, 0);
  g_assert_cmpuint (headings, ==, n_headings);
  g_assert_null (get_row (fixture, n));
}

static void
each_row_stands_where_it_is_found (Fixture       *fixture,
                                   gconstpointer  data)
{
  static const struct { SoleusEpisodeGroup group; guint n_headings; } cases[] = {
    { SOLEUS_EPISODE_GROUP_NONE, 0 }, { SOLEUS_EPISODE_GROUP_MONTH, 6 }, { SOLEUS_EPISODE_GROUP_MUSCLE, 3 },
    { SOLEUS_EPISODE_GROUP_SITUATION, 1 }, { SOLEUS_EPISODE_GROUP_ATHLETE, 2 },
  };

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 0);
  g_assert_null (get_row (fixture, 0));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      list (fixture, NULL, cases[i].group);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, N + cases[i].n_headings);
      check_rows (fixture, cases[i].group, cases[i].n_headings);
    }
  g_assert_cmpuint (soleus_episode_list_find_position (fixture->list, "nobody"), ==, G_MAXUINT);
  g_assert_cmpuint (soleus_episode_list_find_position (fixture->list, NULL), ==, G_MAXUINT);
}

static void
a_page_is_read_when_one_is_looked_at (Fixture       *fixture,
                                      gconstpointer  data)
{
  list (fixture, NULL, SOLEUS_EPISODE_GROUP_ATHLETE);
  for (guint i = 0; i < N + 2; i++)
    g_object_unref (get_row (fixture, i));
  g_assert_cmpuint (soleus_episode_list_count_read (fixture->list), ==, 0);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (SoleusEpisodeRow) row = get_row (fixture, 5);

      g_assert_nonnull (soleus_episode_row_get_episode (row));
      g_assert_cmpuint (soleus_episode_list_count_read (fixture->list), ==, 64);
    }
  for (guint i = N + 1; i > N - 10; i--)
    {
      g_autoptr (SoleusEpisodeRow) row = get_row (fixture, i);

      g_assert_nonnull (soleus_episode_row_get_episode (row));
    }
  g_assert_cmpuint (soleus_episode_list_count_read (fixture->list), ==, 64 + N % 64);
  soleus_episode_list_forget (fixture->list);
  g_assert_cmpuint (soleus_episode_list_count_read (fixture->list), ==, 0);
}

/* --- rows --- */

typedef struct {
  guint n_rows;    /* rows that say something else */
  guint n_items;   /* times that the list has others */
  guint position;  /* of the last of these */
  guint n_removed;
  guint n_added;
} Told;

static void
row_changed_cb (SoleusEpisodeRow *row,
                Told             *told)
{
  told->n_rows++;
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  Told       *told)
{
  told->n_items++;
  told->position = position;
  told->n_removed = n_removed;
  told->n_added = n_added;
}

static void
assert_told (Told *told,
             guint n_rows,
             guint n_items)
{
  g_assert_cmpuint (told->n_rows, ==, n_rows);
  g_assert_cmpuint (told->n_items, ==, n_items);
  told->n_rows = told->n_items = 0;
}

/* Who shows the rows makes none anew where others stand in the same places: they say that they changed, and at the end some come or go. */
static void
a_row_keeps_its_place_and_says_what_stands_there (Fixture       *fixture,
                                                  gconstpointer  data)
{
  Told told = { 0 };
  g_autoptr (SoleusEpisodeRow) held = NULL;
  g_autoptr (SoleusEpisodeRow) first = NULL;
  g_autofree char *id = NULL;

  list (fixture, NULL, SOLEUS_EPISODE_GROUP_NONE);
  held = get_row (fixture, 2);
  id = g_strdup (soleus_record_get_id (soleus_episode_row_get_episode (held)));
  g_signal_connect (held, "changed", G_CALLBACK (row_changed_cb), &told);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (items_changed_cb), &told);
  list (fixture, NULL, SOLEUS_EPISODE_GROUP_NONE);
  assert_told (&told, 0, 0);
  list (fixture, "hamstrings", SOLEUS_EPISODE_GROUP_MUSCLE);
  assert_told (&told, 1, 1);
  g_assert_cmpuint (told.position, ==, N / 3 + 1);
  g_assert_cmpuint (told.n_removed, ==, N - N / 3 - 1);
  g_assert_cmpuint (told.n_added, ==, 0);
  g_assert_cmpstr (soleus_record_get_text (soleus_episode_row_get_episode (held), "muscle"), ==, "hamstrings");
  g_assert_cmpuint (soleus_episode_list_find_position (fixture->list, soleus_record_get_id (soleus_episode_row_get_episode (held))), ==, 2);
  /* from an episode to a heading and back */
  first = get_row (fixture, 0);
  g_signal_connect (first, "changed", G_CALLBACK (row_changed_cb), &told);
  g_assert_true (soleus_episode_row_is_heading (first));
  list (fixture, NULL, SOLEUS_EPISODE_GROUP_NONE);
  assert_told (&told, 2, 1);
  g_assert_cmpuint (told.n_added, ==, N - N / 3 - 1);
  g_assert_false (soleus_episode_row_is_heading (first));
  g_assert_cmpstr (soleus_record_get_id (soleus_episode_row_get_episode (held)), ==, id);
  for (guint i = 0; i < 3; i += 2)
    {
      g_autoptr (SoleusEpisodeRow) again = get_row (fixture, i);

      g_assert_true (again == (i == 0 ? first : held));
    }
  g_signal_handlers_disconnect_by_data (fixture->list, &told);
}

/* The same cramp under the name of its athlete does not say the name; and what was saved since is said. */
static void
a_row_says_when_it_says_something_else (Fixture       *fixture,
                                        gconstpointer  data)
{
  Told told = { 0 };
  g_autoptr (SoleusEpisodeRow) row = NULL;
  g_autoptr (SoleusEpisodeRow) another = NULL;
  g_autoptr (SoleusRecord) copy = NULL;

  list (fixture, "hamstrings", SOLEUS_EPISODE_GROUP_MUSCLE);
  row = get_row (fixture, 1);
  g_signal_connect (row, "changed", G_CALLBACK (row_changed_cb), &told);
  g_assert_false (soleus_episode_row_is_below_name (row));
  list (fixture, "hamstrings", SOLEUS_EPISODE_GROUP_ATHLETE);
  g_assert_true (soleus_episode_row_is_below_name (row));
  assert_told (&told, 1, 0);
  copy = soleus_record_copy (soleus_episode_row_get_episode (row));
  soleus_record_set_int (copy, "pain", 6);
  save_record (fixture->clinic, copy);
  soleus_episode_list_forget (fixture->list);
  list (fixture, "hamstrings", SOLEUS_EPISODE_GROUP_ATHLETE);
  assert_told (&told, 1, 0);
  g_assert_cmpint (soleus_record_get_int (soleus_episode_row_get_episode (row), "pain"), ==, 6);
  /* where nothing fits it has no place any more, and stays what it was */
  list (fixture, "foot", SOLEUS_EPISODE_GROUP_ATHLETE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 0);
  g_assert_null (get_row (fixture, 1));
  list (fixture, "calf", SOLEUS_EPISODE_GROUP_NONE);
  another = get_row (fixture, 1);
  g_assert_true (another != row);
  assert_told (&told, 0, 0);
  g_assert_cmpstr (soleus_record_get_text (soleus_episode_row_get_episode (row), "muscle"), ==, "hamstrings");
  g_assert_cmpstr (soleus_record_get_text (soleus_episode_row_get_episode (another), "muscle"), ==, "calf");
}

#define ADD(name) g_test_add ("/episode-list/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (each_row_stands_where_it_is_found);
  ADD (a_page_is_read_when_one_is_looked_at);
  ADD (a_row_keeps_its_place_and_says_what_stands_there);
  ADD (a_row_says_when_it_says_something_else);
  return g_test_run ();
}
