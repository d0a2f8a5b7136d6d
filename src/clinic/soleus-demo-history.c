#include "soleus-config.h"

#include "soleus-demo-private.h"

#include "soleus-records.h"

#define HOUR SOLEUS_USEC_PER_HOUR
#define CLOSEST_CRAMPS 10 /* days: closer together they would be “frequent”, which is a story of its own */

/* What leads up to a cramp with this person; it makes the day before and the day itself different. */
typedef enum { TRIGGER_NONE, TRIGGER_SLEEP, TRIGGER_LOAD, TRIGGER_HEAT, N_TRIGGERS } Trigger;

/* One person's months, day by day. */
typedef struct {
  SoleusDemo             *demo;
  const char             *athlete;
  const SoleusDemoPerson *person;
  Trigger                 trigger;
  gboolean               *cramps;      /* by days ago */
  char                   *shoes[2];    /* ids */
  double                  sleep;
  double                  fluid;
  SoleusInstant           last_anchor; /* of the last cramp, SOLEUS_UNKNOWN_INSTANT */
  gboolean                last_screened;
  SoleusSide              last_side;
  char                   *last_episode; /* id, NULL */
} Life;

static const char *const screen_items[] = {
  "pain-persists", "focal-tenderness", "pain-on-resistance", "pain-on-stretch", "bruising", "palpable-gap", "pop-felt", "cannot-heel-raise"
};

/* Answers the first @n_answers items of the damage screen with no. */
void
_soleus_demo_answer_screen (SoleusRecord *episode,
                            int           n_answers)
{
  for (int i = 0; i < n_answers && i < (int) G_N_ELEMENTS (screen_items); i++)
    soleus_record_set_answer (episode, "screen", screen_items[i], SOLEUS_ANSWER_NO);
}

SoleusRecord *
_soleus_demo_new_episode (SoleusDemo   *self,
                          const char   *athlete,
                          SoleusInstant onset,
                          double        minutes,
                          SoleusSide    side,
                          const char   *muscle)
{
  static const char *const activities[] = { "session", "session", "match", "after", "at-night", NULL };
  static const char *const surfaces[] = { "track", "road", "grass", "turf", "trail", NULL };
  static const char *const relief[] = { "seated-straight-knee", "standing-bent-knee", "partner-stretch", "massage", "walking", "by-itself", NULL };
  SoleusRecord *episode = _soleus_demo_new_record (self, &soleus_episode_kind, athlete);
  const char *activity = _soleus_demo_pick (self, activities);

  _soleus_demo_set_moment (episode, "onset", onset);
  _soleus_demo_set_moment (episode, "end", onset + (gint64) (minutes * SOLEUS_USEC_PER_MINUTE));
  soleus_record_set_enum (episode, "side", side);
  soleus_record_set_text (episode, "muscle", muscle);
  soleus_record_set_int (episode, "pain", (gint64) _soleus_demo_within (self, 6, 5, 1, 2, 9));
  soleus_record_set_text (episode, "activity", activity);
  if (!g_str_equal (activity, "at-night"))
    soleus_record_set_text (episode, "surface", _soleus_demo_pick (self, surfaces));
  soleus_record_set_text (episode, "relieved-by", _soleus_demo_pick (self, relief));
  soleus_record_set_enum (episode, "knot", _soleus_demo_chance (self, 0.6) ? SOLEUS_ANSWER_YES : SOLEUS_ANSWER_NO);
  soleus_record_set_enum (episode, "weight-bearing", _soleus_demo_chance (self, 0.8) ? SOLEUS_ANSWER_YES : SOLEUS_ANSWER_UNKNOWN);
  return episode;
}

SoleusRecord *
_soleus_demo_new_visit (SoleusDemo   *self,
                        const char   *athlete,
                        SoleusInstant time,
                        gboolean      is_signed)
{
  static const char *const subjective[] = {
    "Calf feels tight in the morning, easier after ten minutes.", "No cramp since the last visit. Sleeps well.",
    "Cramp near the end of the long session, stretched it out with the hand.", "Training went up again last week.",
    "Legs heavy after two sessions on one day.", NULL
  };
  static const char *const objective[] = {
    "No swelling, no redness, skin temperature the same on both sides.", "Tender over the medial gastrocnemius, no gap.",
    "Full range, slight pull at the end of the stretch with the knee straight.", "Walks and hops without pain.", NULL
  };
  static const char *const assessment[] = {
    "Cramp without sign of damage.", "Settling well.", "Calf endurance below the other side.", "Ready for the next phase.", NULL
  };
  static const char *const plan[] = {
    "Calf raises every day, gentle stretch before bed.", "Keep the load as it is for a week, then look again.",
    "Drink to thirst, more on hot days; note sleep and fluids.", "Return to intervals, half the volume first.", NULL
  };
  SoleusRecord *visit = _soleus_demo_new_record (self, &soleus_visit_kind, athlete);

  _soleus_demo_set_moment (visit, "time", time);
  soleus_record_set_text (visit, "subjective", _soleus_demo_pick (self, subjective));
  soleus_record_set_text (visit, "objective", _soleus_demo_pick (self, objective));
  soleus_record_set_text (visit, "assessment", _soleus_demo_pick (self, assessment));
  soleus_record_set_text (visit, "plan", _soleus_demo_pick (self, plan));
  if (is_signed)
    {
      soleus_record_set_enum (visit, "state", SOLEUS_VISIT_STATE_SIGNED);
      _soleus_demo_set_moment (visit, "signed-at", MIN (time + 40 * SOLEUS_USEC_PER_MINUTE, self->now));
      soleus_record_set_text (visit, "signed-by", self->therapists[_soleus_demo_chance (self, 0.7) ? 0 : 1]);
    }
  return visit;
}

SoleusRecord *
_soleus_demo_new_treatment (SoleusDemo   *self,
                            SoleusRecord *visit,
                            const char   *modality,
                            SoleusSide    side,
                            double        minutes)
{
  SoleusRecord *treatment = _soleus_demo_new_record (self, &soleus_treatment_kind, soleus_record_get_text (visit, "athlete"));

  soleus_record_set_text (treatment, "visit", soleus_record_get_id (visit));
  soleus_record_set_moment (treatment, "at", soleus_record_get_moment (visit, "time"));
  soleus_record_set_text (treatment, "modality", modality);
  soleus_record_set_enum (treatment, "side", side);
  soleus_record_set_enum (treatment, "region", SOLEUS_REGION_CALF);
  soleus_record_set_real (treatment, "minutes", minutes);
  return treatment;
}

/* Cramps come apart enough not to be frequent. */
static void
plan_cramps (Life *life)
{
  int every = life->person->every_days;

  if (every == 0)
    return;
  for (int day = life->person->quiet_days + g_rand_int_range (life->demo->rand, 0, 5); day < life->demo->days;
       day += MAX (CLOSEST_CRAMPS, every + g_rand_int_range (life->demo->rand, -every / 4, every / 4 + 1)))
    life->cramps[day] = TRUE;
}

static void
add_shoes (Life *life)
{
  static const char *const names[] = { "Blue trainers", "Grey trainers", "Track spikes", "Trail shoes", "White boots", "Black boots", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (life->shoes); i++)
    {
      g_autoptr (SoleusRecord) shoe = _soleus_demo_new_record (life->demo, &soleus_shoe_kind, life->athlete);
      g_autofree char *since = soleus_date_add_days (life->demo->today, i == 0 ? -life->demo->days : -g_rand_int_range (life->demo->rand, 3, 200));
      g_autofree char *name = g_strdup_printf ("%s %d", _soleus_demo_pick (life->demo, names), (int) i + 1);

      soleus_record_set_text (shoe, "name", name);
      soleus_record_set_text (shoe, "since", since);
      soleus_record_set_text (shoe, "surface", i == 0 ? "road" : "trail");
      soleus_record_set_real (shoe, "start-km", i == 0 ? 120 : 0);
      _soleus_demo_add (life->demo, shoe);
      life->shoes[i] = g_strdup (soleus_record_get_id (shoe));
    }
}

static void
add_check_in (Life     *life,
              int       days_ago,
              gboolean  cramp)
{
  SoleusDemo *demo = life->demo;
  g_autoptr (SoleusRecord) check_in = _soleus_demo_new_record (demo, &soleus_check_in_kind, life->athlete);
  g_autofree char *date = soleus_date_add_days (demo->today, -days_ago);
  double sleep = _soleus_demo_around (demo, life->sleep, 2, 0.25) - (cramp && life->trigger == TRIGGER_SLEEP ? 2 : 0);
  double fluid = _soleus_demo_around (demo, life->fluid, 1200, 50) - (cramp && life->trigger == TRIGGER_HEAT ? 700 : 0);

  soleus_record_set_text (check_in, "date", date);
  soleus_record_set_real (check_in, "sleep-hours", CLAMP (sleep, 3.5, 11));
  soleus_record_set_real (check_in, "fluid-ml", CLAMP (fluid, 600, 5000));
  soleus_record_set_int (check_in, "sleep-quality", (gint64) _soleus_demo_within (demo, sleep > 7 ? 4 : 2.6, 2, 1, 1, 5));
  soleus_record_set_int (check_in, "urine-colour", (gint64) _soleus_demo_within (demo, fluid > 1900 ? 2.5 : 5, 2, 1, 1, 8));
  soleus_record_set_int (check_in, "soreness", (gint64) _soleus_demo_within (demo, cramp ? 4 : 2, 3, 1, 0, 10));
  if (_soleus_demo_chance (demo, 0.5))
    soleus_record_set_real (check_in, "caffeine-mg", _soleus_demo_within (demo, 160, 200, 20, 0, 600));
  if (_soleus_demo_chance (demo, 0.15))
    soleus_record_set_real (check_in, "alcohol-units", _soleus_demo_within (demo, 2, 3, 0.5, 0, 8));
  if (_soleus_demo_chance (demo, 0.3))
    soleus_record_set_int (check_in, "recovery", (gint64) _soleus_demo_within (demo, 3.4, 2, 1, 1, 5));
  if (cramp && life->trigger == TRIGGER_HEAT)
    soleus_record_set_real (check_in, "temperature-c", _soleus_demo_around (demo, 30, 4, 1));
  _soleus_demo_add (demo, check_in);
}

static void
add_session (Life     *life,
             int       days_ago,
             gboolean  cramp)
{
  static const char *const activities[] = { "Easy run", "Intervals", "Long run", "Team training", "Gym", NULL };
  SoleusDemo *demo = life->demo;
  g_autoptr (SoleusRecord) session = _soleus_demo_new_record (demo, &soleus_session_kind, life->athlete);
  g_autofree char *date = soleus_date_add_days (demo->today, -days_ago);
  gboolean heavy = cramp && life->trigger == TRIGGER_LOAD;
  double minutes = _soleus_demo_within (demo, heavy ? 120 : 62, 40, 5, 20, 180);

  soleus_record_set_text (session, "date", date);
  soleus_record_set_real (session, "minutes", minutes);
  soleus_record_set_real (session, "rpe", _soleus_demo_within (demo, heavy ? 8.5 : 5, 3, 1, 1, 10));
  soleus_record_set_text (session, "activity", _soleus_demo_pick (demo, activities));
  soleus_record_set_text (session, "shoe", life->shoes[_soleus_demo_chance (demo, 0.7) ? 0 : 1]);
  if (_soleus_demo_chance (demo, 0.6))
    soleus_record_set_real (session, "distance-km", _soleus_demo_within (demo, minutes / 6, 3, 0.5, 1, 40));
  _soleus_demo_add (demo, session);
}

static void
add_cramp (Life *life,
           int   days_ago)
{
  static const char *const muscles[] = { "gastrocnemius", "gastrocnemius", "gastrocnemius", "soleus", "calf", NULL };
  SoleusDemo *demo = life->demo;
  SoleusInstant onset = _soleus_demo_get_instant (demo, days_ago, g_rand_int_range (demo->rand, 8, 22), g_rand_int_range (demo->rand, 0, 60));
  double minutes = _soleus_demo_within (demo, 2.5, 3, 0.5, 0.5, 7);
  SoleusSide side = _soleus_demo_chance (demo, 0.6) ? SOLEUS_SIDE_LEFT : SOLEUS_SIDE_RIGHT;
  g_autoptr (SoleusRecord) episode = _soleus_demo_new_episode (demo, life->athlete, onset, minutes, side, _soleus_demo_pick (demo, muscles));

  life->last_screened = _soleus_demo_chance (demo, 0.7);
  _soleus_demo_answer_screen (episode, life->last_screened ? 8 : g_rand_int_range (demo->rand, 0, 5));
  _soleus_demo_add (demo, episode);
  life->last_anchor = soleus_record_get_instant (episode, "end");
  life->last_side = side;
  g_free (life->last_episode);
  life->last_episode = g_strdup (soleus_record_get_id (episode));
}

/* The rule that the therapists of the demo keep, too: nothing that massages or warms before the window is open. */
static gboolean
window_is_open (Life          *life,
                SoleusInstant  at)
{
  if (life->last_anchor == SOLEUS_UNKNOWN_INSTANT || at > life->last_anchor + 15 * 24 * HOUR)
    return TRUE;
  return life->last_screened && at > life->last_anchor + 49 * HOUR;
}

static void
add_treatments (Life         *life,
                SoleusRecord *visit)
{
  static const char *const open[] = { "kneading", "effleurage", "deep-tissue-massage", "static-pressure", "warm-towel", "foam-roller", NULL };
  static const char *const always[] = { "cold-pack", "stretching", "exercise", "education", "calf-support", "compression", "balance", NULL };
  SoleusDemo *demo = life->demo;
  SoleusInstant at = soleus_record_get_instant (visit, "time");
  int n_treatments = g_rand_int_range (demo->rand, 1, 4);

  for (int i = 0; i < n_treatments; i++)
    {
      const char *modality = i == 0 && window_is_open (life, at) ? _soleus_demo_pick (demo, open) : _soleus_demo_pick (demo, always);
      g_autoptr (SoleusRecord) treatment = _soleus_demo_new_treatment (demo, visit, modality, life->last_side, _soleus_demo_within (demo, 12, 12, 1, 3, 30));

      _soleus_demo_add (demo, treatment);
    }
}

static void
add_measures (Life         *life,
              SoleusRecord *visit,
              int           days_ago)
{
  SoleusDemo *demo = life->demo;
  double progress = 1 - (double) days_ago / demo->days;
  g_autoptr (SoleusRecord) raises = _soleus_demo_new_record (demo, &soleus_measure_kind, life->athlete);
  g_autoptr (SoleusRecord) wall = _soleus_demo_new_record (demo, &soleus_measure_kind, life->athlete);

  soleus_record_set_text (raises, "test", "heel-raise");
  soleus_record_set_real (raises, "left", _soleus_demo_around (demo, 19 + 9 * progress, 5, 1));
  soleus_record_set_real (raises, "right", _soleus_demo_around (demo, 23 + 6 * progress, 5, 1));
  soleus_record_set_text (wall, "test", "knee-to-wall");
  soleus_record_set_real (wall, "left", _soleus_demo_within (demo, 8.5 + 2 * progress, 2, 0.5, 3, 16));
  soleus_record_set_real (wall, "right", _soleus_demo_around (demo, 10 + progress, 2, 0.5));
  soleus_record_set_moment (raises, "at", soleus_record_get_moment (visit, "time"));
  soleus_record_set_moment (wall, "at", soleus_record_get_moment (visit, "time"));
  soleus_record_set_text (raises, "visit", soleus_record_get_id (visit));
  soleus_record_set_text (wall, "visit", soleus_record_get_id (visit));
  _soleus_demo_add (demo, raises);
  if (_soleus_demo_chance (demo, 0.5))
    _soleus_demo_add (demo, wall);
}

static void
add_follow_up (Life         *life,
               SoleusRecord *visit,
               int           days_ago)
{
  SoleusDemo *demo = life->demo;
  int due_ago = days_ago - g_rand_int_range (demo->rand, 5, 20);
  g_autofree char *due = soleus_date_add_days (demo->today, -due_ago);
  g_autoptr (SoleusRecord) follow_up = NULL;

  if (!_soleus_demo_chance (demo, 0.4))
    return;
  follow_up = _soleus_demo_new_record (demo, &soleus_follow_up_kind, life->athlete);
  soleus_record_set_text (visit, "follow-up", due);
  soleus_record_set_text (follow_up, "visit", soleus_record_get_id (visit));
  soleus_record_set_text (follow_up, "due", due);
  soleus_record_set_text (follow_up, "text", "Repeat the heel raises and look at the diary");
  if (due_ago > 4)
    _soleus_demo_set_moment (follow_up, "done-at", _soleus_demo_get_instant (demo, due_ago - 1, 12, 0));
  _soleus_demo_add (demo, follow_up);
}

static void
add_visit (Life *life,
           int   days_ago)
{
  SoleusDemo *demo = life->demo;
  SoleusInstant time = _soleus_demo_get_instant (demo, days_ago, g_rand_int_range (demo->rand, 9, 18), 15 * g_rand_int_range (demo->rand, 0, 4));
  g_autoptr (SoleusRecord) visit = _soleus_demo_new_visit (demo, life->athlete, time, days_ago > 2);
  gboolean about_cramp = life->last_anchor != SOLEUS_UNKNOWN_INSTANT && time > life->last_anchor && time < life->last_anchor + 20 * 24 * HOUR;
  const char *about[] = { life->last_episode, NULL };

  if (about_cramp)
    soleus_record_set_ids (visit, "episodes", about);
  _soleus_demo_add (demo, visit);
  add_treatments (life, visit);
  if (_soleus_demo_chance (demo, 0.7))
    add_measures (life, visit, days_ago);
  add_follow_up (life, visit, days_ago);
  if (about_cramp && life->last_screened && time > life->last_anchor + 49 * HOUR)
    {
      g_autoptr (SoleusRecord) contact = _soleus_demo_new_record (demo, &soleus_contact_kind, life->athlete);

      soleus_record_set_text (contact, "episode", life->last_episode);
      soleus_record_set_text (contact, "visit", soleus_record_get_id (visit));
      soleus_record_set_moment (contact, "at", soleus_record_get_moment (visit, "time"));
      soleus_record_set_enum (contact, "bleeding", SOLEUS_ANSWER_NO);
      soleus_record_set_int (contact, "pain", 0);
      _soleus_demo_add (demo, contact);
    }
}

static void
add_factors (Life *life)
{
  static const char *const usual[] = { "muscle-tightness", "low-sodium", "joint-stiffness", "foot-biomechanics", "coffee-tea", "poor-recovery",
                                       "footwear", "no-warm-up", "muscle-fatigue", NULL };
  static const char *const by_trigger[N_TRIGGERS] = { "muscle-weakness", "lack-of-sleep", "excessive-training", "dehydration" };
  SoleusDemo *demo = life->demo;

  for (int i = 0; i < (demo->diary > 0.3 ? 4 : 2); i++)
    {
      g_autoptr (SoleusRecord) factor = _soleus_demo_new_record (demo, &soleus_factor_kind, life->athlete);
      g_autofree char *since = soleus_date_add_days (demo->today, -g_rand_int_range (demo->rand, 20, demo->days));
      g_autofree char *review = soleus_date_add_days (demo->today, g_rand_int_range (demo->rand, -3, 40));

      soleus_record_set_text (factor, "factor", i == 0 ? by_trigger[life->trigger] : usual[(i * 3 + (int) life->trigger + g_rand_int_range (demo->rand, 0, 3)) % 9]);
      soleus_record_set_enum (factor, "answer", i == 0 || _soleus_demo_chance (demo, 0.4) ? SOLEUS_ANSWER_YES : SOLEUS_ANSWER_NO);
      soleus_record_set_text (factor, "since", since);
      soleus_record_set_enum (factor, "owner", g_rand_int_range (demo->rand, SOLEUS_OWNER_UNKNOWN, SOLEUS_OWNER_DOCTOR + 1));
      if (i == 0)
        {
          soleus_record_set_text (factor, "action", "Talk it through, look again with the diary");
          soleus_record_set_text (factor, "review-on", review);
        }
      _soleus_demo_add (demo, factor);
    }
}

/* Rest days are real; the diary is kept when there is time. A day with a cramp is written down more often. */
static void
live_day (Life *life,
          int   days_ago)
{
  SoleusDemo *demo = life->demo;
  gboolean cramp = life->cramps[days_ago];
  double diary = cramp && demo->diary > 0.3 ? 0.9 : demo->diary;

  if (_soleus_demo_chance (demo, diary))
    add_check_in (life, days_ago, cramp);
  if (_soleus_demo_chance (demo, diary))
    add_session (life, days_ago, cramp);
  if (cramp)
    add_cramp (life, days_ago);
}

/**
 * _soleus_demo_add_history:
 * @athlete: id
 * @person: what this athlete is like
 *
 * Adds shoes, days, cramps, visits and risk factors from the past up to yesterday.
 */
void
_soleus_demo_add_history (SoleusDemo             *self,
                          const char             *athlete,
                          const SoleusDemoPerson *person)
{
  Life life = { self, athlete, person };
  int next_visit;

  life.trigger = (Trigger) g_rand_int_range (self->rand, 0, N_TRIGGERS);
  life.cramps = g_new0 (gboolean, self->days + 1);
  life.sleep = _soleus_demo_around (self, person->age < 18 ? 8.6 : 7.5, 1, 0.25);
  life.fluid = _soleus_demo_around (self, 2300, 900, 100);
  life.last_anchor = SOLEUS_UNKNOWN_INSTANT;
  life.last_side = SOLEUS_SIDE_LEFT;
  plan_cramps (&life);
  add_shoes (&life);
  add_factors (&life);
  next_visit = person->visits_every > 0 ? self->days - g_rand_int_range (self->rand, 0, person->visits_every) : 0;
  for (int days_ago = self->days - 1; days_ago > 0; days_ago--)
    {
      live_day (&life, days_ago);
      /* not on the day of a cramp: whether the visit was before or after it would be chance */
      if (person->visits_every > 0 && days_ago <= next_visit && days_ago > person->visits_until && !life.cramps[days_ago])
        {
          add_visit (&life, days_ago);
          next_visit = days_ago - MAX (7, person->visits_every + g_rand_int_range (self->rand, -5, 6));
        }
    }
  g_free (life.cramps);
  g_free (life.shoes[0]);
  g_free (life.shoes[1]);
  g_free (life.last_episode);
}
