/* Which episodes a list has, in which order and under which heading; unknown is in no range and comes last. */
#include "soleus-config.h"

#include "soleus-episode-filter.h"

typedef struct {
  const char *onset, *end, *side, *muscle, *pain, *activity;
} Cramp;

static const Cramp cramps[] = {
  { "2025-05-01T20:00+02:00", "2025-05-01T20:03+02:00", "left", "soleus", "7", "match" },
  { "2025-05-31T23:30+02:00", "2025-05-31T23:31+02:00", "right", "calf", "", "" },
  { "2025-06-01", "", "both", "calf", "2", "at-night" },
  { "2025-06-02T08:00+02:00", "2025-06-02T08:10+02:00", "left", "calf", "7", "match" },
};

static SoleusRecord *
create (const Cramp *cramp)
{
  SoleusRecord *episode = soleus_record_new (&soleus_episode_kind);
  const char *const values[] = { "onset", cramp->onset, "end", cramp->end, "side", cramp->side, "muscle", cramp->muscle,
                                 "pain", cramp->pain, "activity", cramp->activity };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i += 2)
    {
      g_autoptr (GError) error = NULL;

      soleus_record_set_from_text (episode, values[i], values[i + 1], &error);
      g_assert_no_error (error);
    }
  return episode;
}

static void
test_what_is_taken (void)
{
  static const struct {
    const char *from, *to, *muscle, *activity; SoleusSide side; gint64 least, most; const char *taken;
  } cases[] = {
    { NULL, NULL, NULL, NULL, SOLEUS_SIDE_UNKNOWN, -1, -1, "1111" },
    { NULL, NULL, "calf", NULL, SOLEUS_SIDE_UNKNOWN, -1, -1, "0111" },
    { NULL, NULL, NULL, "match", SOLEUS_SIDE_UNKNOWN, -1, -1, "1001" },
    { NULL, NULL, NULL, NULL, SOLEUS_SIDE_LEFT, -1, -1, "1011" },
    { NULL, NULL, NULL, NULL, SOLEUS_SIDE_RIGHT, -1, -1, "0110" },
    { NULL, NULL, NULL, NULL, SOLEUS_SIDE_BOTH, -1, -1, "0010" },
    { "2025-05-31", NULL, NULL, NULL, SOLEUS_SIDE_UNKNOWN, -1, -1, "0111" },
    { NULL, "2025-05-31", NULL, NULL, SOLEUS_SIDE_UNKNOWN, -1, -1, "1100" },
    { "2025-06-01", "2025-06-01", NULL, NULL, SOLEUS_SIDE_UNKNOWN, -1, -1, "0010" },
    { NULL, NULL, NULL, NULL, SOLEUS_SIDE_UNKNOWN, 7, -1, "1001" },
    { NULL, NULL, NULL, NULL, SOLEUS_SIDE_UNKNOWN, 0, 3, "0010" },
    { NULL, NULL, NULL, NULL, SOLEUS_SIDE_UNKNOWN, 0, -1, "1011" },
    { NULL, NULL, "calf", "match", SOLEUS_SIDE_LEFT, 7, 10, "0001" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SoleusEpisodeFilter filter;
      g_autoptr (GString) taken = g_string_new (NULL);

      soleus_episode_filter_init (&filter);
      filter.from = g_strdup (cases[i].from);
      filter.to = g_strdup (cases[i].to);
      filter.muscle = g_strdup (cases[i].muscle);
      filter.activity = g_strdup (cases[i].activity);
      filter.side = cases[i].side;
      filter.least_pain = cases[i].least < 0 ? SOLEUS_UNKNOWN_INT : cases[i].least;
      filter.most_pain = cases[i].most < 0 ? SOLEUS_UNKNOWN_INT : cases[i].most;
      for (gsize j = 0; j < G_N_ELEMENTS (cramps); j++)
        {
          g_autoptr (SoleusRecord) episode = create (&cramps[j]);

          g_string_append_c (taken, soleus_episode_filter_takes (&filter, episode) ? '1' : '0');
        }
      g_test_message ("case %u", (guint) i);
      g_assert_cmpstr (taken->str, ==, cases[i].taken);
      soleus_episode_filter_clear (&filter);
    }
}

static void
test_what_a_search_found (void)
{
  g_autoptr (SoleusRecord) found = create (&cramps[0]);
  g_autoptr (SoleusRecord) other = create (&cramps[0]);
  SoleusEpisodeFilter filter;

  soleus_episode_filter_init (&filter);
  filter.ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_assert_false (soleus_episode_filter_takes (&filter, found));
  g_hash_table_add (filter.ids, (gpointer) soleus_record_get_id (found));
  g_assert_true (soleus_episode_filter_takes (&filter, found));
  g_assert_false (soleus_episode_filter_takes (&filter, other));
  soleus_episode_filter_clear (&filter);
}

/* position in @cramps of what comes first, second … */
static void
test_orders (void)
{
  static const char *const orders[] = { "3210", "3021", "3012" };

  for (int order = SOLEUS_EPISODE_ORDER_DATE; order <= SOLEUS_EPISODE_ORDER_DURATION; order++)
    for (gsize i = 0; i + 1 < G_N_ELEMENTS (cramps); i++)
      {
        g_autoptr (SoleusRecord) first = create (&cramps[orders[order][i] - '0']);
        g_autoptr (SoleusRecord) second = create (&cramps[orders[order][i + 1] - '0']);

        g_test_message ("order %d: %c before %c", order, orders[order][i], orders[order][i + 1]);
        g_assert_cmpint (soleus_episode_compare (first, second, order), <, 0);
        g_assert_cmpint (soleus_episode_compare (second, first, order), >, 0);
        g_assert_cmpint (soleus_episode_compare (first, first, order), ==, 0);
      }
}

static void
test_groups (void)
{
  static const char *const groups[][4] = { { "", "", "", "" }, { "2025-05", "2025-05", "2025-06", "2025-06" },
                                           { "soleus", "calf", "calf", "calf" }, { "match", "", "at-night", "match" } };

  for (int group = SOLEUS_EPISODE_GROUP_NONE; group <= SOLEUS_EPISODE_GROUP_SITUATION; group++)
    for (gsize i = 0; i < G_N_ELEMENTS (cramps); i++)
      {
        g_autoptr (SoleusRecord) episode = create (&cramps[i]);
        g_autofree char *found = soleus_episode_dup_group (episode, group);

        g_assert_cmpstr (found, ==, groups[group][i]);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/episode-filter/what_is_taken", test_what_is_taken);
  g_test_add_func ("/episode-filter/what_a_search_found", test_what_a_search_found);
  g_test_add_func ("/episode-filter/orders", test_orders);
  g_test_add_func ("/episode-filter/groups", test_groups);
  return g_test_run ();
}
