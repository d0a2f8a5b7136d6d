/* Random records: one more episode or red flag never makes a window looser, the gate follows the state, and answers are those of the episode. */
#include "soleus-config.h"

#include "soleus-flag-kind.h"
#include "soleus-massage-window.h"

#define MINUTE SOLEUS_USEC_PER_MINUTE
#define HOUR SOLEUS_USEC_PER_HOUR
#define START (G_GINT64_CONSTANT (1746900000) * SOLEUS_USEC_PER_SECOND)
#define N_EPISODES 3
#define N_CONTACTS 5
#define N_FLAGS 3
#define N_WORLDS 4000

typedef struct {
  SoleusMoment        onsets[N_EPISODES];
  SoleusMoment        ends[N_EPISODES];
  SoleusAnswers      *screens[N_EPISODES + N_CONTACTS];
  SoleusWindowEpisode episodes[N_EPISODES];
  SoleusWindowContact contacts[N_CONTACTS];
  SoleusWindowFlag    flags[N_FLAGS];
} World;

static const char *const ids[] = { "e0", "e1", "e2" };

static SoleusAnswers *
create_screen (void)
{
  const SoleusCatalogue *items = soleus_catalogue_get_screen_items ();
  SoleusAnswers *screen = soleus_answers_new ();
  int kind = g_test_rand_int_range (0, 4);

  for (gsize i = 0; kind > 0 && i < items->n_rows; i++)
    soleus_answers_set (screen, items->rows[i].id, kind == 1 ? SOLEUS_ANSWER_NO : (SoleusAnswer) g_test_rand_int_range (kind == 3, 3));
  return screen;
}

/* whole hours, so that equal times and edges come up often */
static SoleusInstant
create_time (int hours)
{
  return START + g_test_rand_int_range (0, hours) * HOUR;
}

static void
world_init (World *self)
{
  const SoleusCatalogue *kinds = soleus_catalogue_get_flag_kinds ();

  for (gsize i = 0; i < G_N_ELEMENTS (self->screens); i++)
    self->screens[i] = create_screen ();
  for (int i = 0; i < N_EPISODES; i++)
    {
      self->onsets[i] = (SoleusMoment) { create_time (48), 0, (SoleusPrecision) g_test_rand_int_range (0, 3) };
      self->ends[i] = (SoleusMoment) { self->onsets[i].instant + g_test_rand_int_range (0, 20) * MINUTE, 0, (SoleusPrecision) g_test_rand_int_range (0, 3) };
      self->episodes[i] = (SoleusWindowEpisode) {
        ids[i], (SoleusSide) g_test_rand_int_range (0, 4), (SoleusRegion) g_test_rand_int_range (0, SOLEUS_REGION_WHOLE_BODY + 1), &self->onsets[i],
        g_test_rand_int_range (0, 3) ? &self->ends[i] : NULL, g_test_rand_int_range (0, 2) ? create_time (72) : SOLEUS_UNKNOWN_INSTANT, self->screens[i] };
    }
  for (int i = 0; i < N_CONTACTS; i++)
    self->contacts[i] = (SoleusWindowContact) { ids[g_test_rand_int_range (0, 3)], create_time (120), self->screens[N_EPISODES + i], (SoleusAnswer) g_test_rand_int_range (0, 3) };
  for (int i = 0; i < N_FLAGS; i++)
    self->flags[i] = (SoleusWindowFlag) {
      ids[i], g_test_rand_int_range (0, 20) ? kinds->rows[g_test_rand_int_range (0, (int) kinds->n_rows)].id : "no-such-kind",
      (SoleusSide) g_test_rand_int_range (0, 4), create_time (96), g_test_rand_int_range (0, 2) ? create_time (200) : SOLEUS_UNKNOWN_INSTANT,
      g_test_rand_int_range (0, 2), g_test_rand_int_range (0, 2), create_time (96), create_time (96) };
}

static void
check_gate (const SoleusWindowInput *input,
            SoleusSide               side,
            SoleusRegion             region,
            SoleusInstant            at,
            SoleusWindowState        state)
{
  static const char *const modalities[] = { "kneading", "foam-roller", "hot-pack", "cold-pack", "no-such-modality", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (modalities); i++)
    {
      const SoleusCatalogueRow *row = soleus_catalogue_find (soleus_catalogue_get_modalities (), modalities[i]);
      g_autoptr (SoleusWindow) window = NULL;
      SoleusGateVerdict verdict = soleus_massage_window_gate (input, modalities[i], side, region, at, i % 2 ? &window : NULL);

      if (row != NULL && row->value == SOLEUS_MODALITY_FAMILY_NEITHER)
        g_assert_cmpint (verdict, ==, SOLEUS_GATE_VERDICT_ALLOWED);
      else
        g_assert_true ((verdict == SOLEUS_GATE_VERDICT_FORBIDDEN) == (state == SOLEUS_WINDOW_STATE_HARD_STOP));
      if (state == SOLEUS_WINDOW_STATE_OPEN)
        g_assert_cmpint (verdict, ==, SOLEUS_GATE_VERDICT_ALLOWED);
      if (state == SOLEUS_WINDOW_STATE_CLOSED && (row == NULL || row->value != SOLEUS_MODALITY_FAMILY_NEITHER))
        g_assert_cmpint (verdict, ==, SOLEUS_GATE_VERDICT_OVERRIDE_NEEDED);
    }
}

static void
check_world (const World *world)
{
  static const SoleusWindowPolicy policies[] = { { 1, 48, 14 }, { 2, 72, 21 }, { 3, 1, 1 } };
  SoleusSide side = (SoleusSide) g_test_rand_int_range (0, 4);
  SoleusRegion region = (SoleusRegion) g_test_rand_int_range (0, SOLEUS_REGION_WHOLE_BODY + 1);
  SoleusInstant at = g_test_rand_int_range (0, 3) ? create_time (450) : create_time (48) + g_test_rand_int_range (0, 12) * MINUTE;
  SoleusWindowState former = SOLEUS_WINDOW_STATE_OPEN;
  int choice = g_test_rand_int_range (0, 4);

  for (int n = 0; n <= N_EPISODES + N_FLAGS; n++)
    {
      SoleusWindowInput input = { world->episodes, MIN (n, N_EPISODES), world->contacts, N_CONTACTS, world->flags, MAX (n - N_EPISODES, 0),
                                  g_test_rand_int_range (0, 1), choice < 3 ? &policies[choice] : NULL };
      g_autoptr (SoleusWindow) window = soleus_massage_window_assess (&input, side, region, at);
      g_autoptr (GPtrArray) all = soleus_massage_window_assess_all (&input, at);
      g_autofree char *sentence = soleus_window_format (window);

      g_assert_cmpint (window->state, >=, former);
      g_assert_cmpint (sentence[0], !=, '\0');
      g_assert_cmpuint (window->reasons->len, >, 0);
      for (guint i = 1; i < all->len; i++)
        g_assert_cmpint (soleus_window_compare (all->pdata[i - 1], all->pdata[i]), >=, 0);
      check_gate (&input, side, region, at, window->state);
      former = window->state;
    }
}

static void
one_more_never_makes_it_looser (void)
{
  for (int i = 0; i < N_WORLDS; i++)
    {
      World world;

      world_init (&world);
      check_world (&world);
      for (gsize j = 0; j < G_N_ELEMENTS (world.screens); j++)
        soleus_answers_free (world.screens[j]);
    }
}

/* As the rule is told: of each item the latest known answer by then, of two at one instant the yes. */
static SoleusAnswer
find_answer (const World               *world,
             const SoleusWindowEpisode *episode,
             const char                *item,
             SoleusInstant              at)
{
  SoleusAnswer answer = soleus_answers_get (episode->screen, item);
  SoleusInstant latest = G_MININT64;

  for (int i = 0; i < N_CONTACTS; i++)
    {
      const SoleusWindowContact *contact = &world->contacts[i];
      gboolean counts = g_str_equal (contact->episode_id, episode->id) && contact->at <= at &&
                        soleus_answers_get (contact->screen, item) != SOLEUS_ANSWER_UNKNOWN;

      if (counts && contact->at >= latest)
        {
          if (contact->at > latest || soleus_answers_get (contact->screen, item) == SOLEUS_ANSWER_YES)
            answer = soleus_answers_get (contact->screen, item);
          latest = contact->at;
        }
    }
  return answer;
}

static void
check_answers (World *world)
{
  const SoleusCatalogue *items = soleus_catalogue_get_screen_items ();

  for (int i = 0; i < N_EPISODES; i++)
    {
      SoleusInstant at = world->onsets[i].instant + g_test_rand_int_range (0, 120) * HOUR;
      SoleusWindowInput input = { &world->episodes[i], 1, world->contacts, N_CONTACTS };
      g_autoptr (SoleusWindow) window = NULL;
      guint n[3] = { 0 };

      world->episodes[i].side = SOLEUS_SIDE_LEFT;
      window = soleus_massage_window_assess (&input, SOLEUS_SIDE_LEFT, SOLEUS_REGION_WHOLE_BODY, at);
      for (gsize j = 0; j < items->n_rows; j++)
        n[find_answer (world, &world->episodes[i], items->rows[j].id, at)]++;
      g_assert_cmpstr (window->episode_id, ==, world->episodes[i].id);
      g_assert_cmpuint (window->screen_yes, ==, n[SOLEUS_ANSWER_YES]);
      g_assert_cmpuint (window->screen_unknown, ==, n[SOLEUS_ANSWER_UNKNOWN]);
    }
}

static void
the_latest_known_answers_count (void)
{
  for (int i = 0; i < N_WORLDS; i++)
    {
      World world;

      world_init (&world);
      check_answers (&world);
      for (gsize j = 0; j < G_N_ELEMENTS (world.screens); j++)
        soleus_answers_free (world.screens[j]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window-random/one_more_never_makes_it_looser", one_more_never_makes_it_looser);
  g_test_add_func ("/window-random/the_latest_known_answers_count", the_latest_known_answers_count);
  return g_test_run ();
}
