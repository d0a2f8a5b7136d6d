/* A list of episodes knows where each stands without reading it, reads a page when one is looked at, and gives the same row while it is held */
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

/* A list view finds by it what it shows already; what it shows anew must not be old. */
static void
a_row_is_the_same_while_it_is_held (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (SoleusEpisodeRow) held = NULL;
  g_autoptr (SoleusEpisodeRow) again = NULL;
  g_autoptr (SoleusEpisodeRow) below_name = NULL;
  g_autoptr (SoleusEpisodeRow) saved = NULL;
  g_autoptr (SoleusRecord) copy = NULL;
  const char *id;

  list (fixture, NULL, SOLEUS_EPISODE_GROUP_NONE);
  held = get_row (fixture, 2);
  id = soleus_record_get_id (soleus_episode_row_get_episode (held));
  list (fixture, "hamstrings", SOLEUS_EPISODE_GROUP_MUSCLE);
  again = get_row (fixture, 1);
  g_assert_true (held == again);
  /* under the name of its athlete it does not say the name: that is another row */
  list (fixture, "hamstrings", SOLEUS_EPISODE_GROUP_ATHLETE);
  below_name = get_row (fixture, soleus_episode_list_find_position (fixture->list, id));
  g_assert_true (held != below_name);
  g_assert_true (soleus_episode_row_is_below_name (below_name));
  g_assert_false (soleus_episode_row_is_below_name (held));
  copy = soleus_record_copy (soleus_episode_row_get_episode (held));
  soleus_record_set_int (copy, "pain", 6);
  save_record (fixture->clinic, copy);
  soleus_episode_list_forget (fixture->list);
  list (fixture, "hamstrings", SOLEUS_EPISODE_GROUP_ATHLETE);
  saved = get_row (fixture, soleus_episode_list_find_position (fixture->list, id));
  g_assert_true (saved != below_name);
  g_assert_cmpint (soleus_record_get_int (soleus_episode_row_get_episode (saved), "pain"), ==, 6);
}

#define ADD(name) g_test_add ("/episode-list/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (each_row_stands_where_it_is_found);
  ADD (a_page_is_read_when_one_is_looked_at);
  ADD (a_row_is_the_same_while_it_is_held);
  return g_test_run ();
}
