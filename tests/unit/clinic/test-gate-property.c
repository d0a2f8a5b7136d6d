/* No sequence of entries, edits, voids, undos, imports and turns of the clock leaves a gated treatment in a window that was
 * not open without its decision beside it. What must be there is worked out a second time here, from the records alone. */
#include "soleus-config.h"

#include <string.h>

#include "soleus-change-private.h"
#include "soleus-clinic-private.h"
#include "soleus-clock.h"
#include "soleus-error.h"
#include "soleus-flag-kind.h"
#include "soleus-records.h"
#include "soleus-rule-input.h"

#define MINUTE SOLEUS_USEC_PER_MINUTE
#define HOUR SOLEUS_USEC_PER_HOUR
#define DAY (24 * HOUR)
#define OPERATIONS_OF_A_LIFE 50

typedef struct {
  SoleusClock  *clock;
  SoleusClinic *clinic;
  char         *athlete;
  GRand        *rand;
  guint64       n_done;
  guint64       n_refused;
  guint64       n_gated;
  guint64       n_overrides;
  guint64       n_breaches;
} World;

static gboolean
chance (World *world,
        int    percent)
{
  return g_rand_int_range (world->rand, 0, 100) < percent;
}

static gint64
between (World *world,
         gint64 low,
         gint64 high)
{
  return low + (gint64) (g_rand_double (world->rand) * (double) (high - low));
}

static void
set_time (SoleusRecord  *record,
          const char    *field,
          SoleusInstant  at)
{
  g_autoptr (SoleusMoment) moment = soleus_moment_new (at, 3600, SOLEUS_PRECISION_EXACT);

  soleus_record_set_moment (record, field, moment);
}

static GPtrArray *
list (World                  *world,
      const SoleusRecordKind *kind)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records = soleus_clinic_list_of_athlete (world->clinic, kind, world->athlete, &error);

  g_assert_no_error (error);
  return records;
}

static SoleusRecord *
pick (World                  *world,
      const SoleusRecordKind *kind)
{
  g_autoptr (GPtrArray) records = list (world, kind);

  return records->len > 0 ? soleus_record_copy (records->pdata[g_rand_int_range (world->rand, 0, records->len)]) : NULL;
}

/* takes the change */
static void
commit (World        *world,
        SoleusChange *change,
        int           override_percent)
{
  g_autoptr (GError) error = NULL;

  if (chance (world, override_percent))
    soleus_change_set_override (change, SOLEUS_OVERRIDE_REASON_CLINICAL_JUDGEMENT, chance (world, 90) ? "Considered" : " ", SOLEUS_ANSWER_YES);
  if (soleus_clinic_commit (world->clinic, change, &error))
    world->n_done++;
  else
    {
      g_assert_true (g_error_matches (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED) || g_error_matches (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID));
      world->n_refused++;
    }
  g_object_unref (change);
}

static void
commit_record (World        *world,
               SoleusRecord *record,
               int           override_percent)
{
  SoleusChange *change = soleus_change_new ();

  soleus_change_add (change, record);
  commit (world, change, override_percent);
}

static void
fill_screen (World        *world,
             SoleusRecord *record)
{
  const SoleusCatalogue *items = soleus_catalogue_get_screen_items ();
  int kind = g_rand_int_range (world->rand, 0, 4);

  for (gsize i = 0; kind > 0 && i < items->n_rows; i++)
    soleus_record_set_answer (record, "screen", items->rows[i].id,
                              kind == 1 && i == 3 ? SOLEUS_ANSWER_YES : kind == 2 && i == 5 ? SOLEUS_ANSWER_UNKNOWN : SOLEUS_ANSWER_NO);
}

static void
fill_episode (World        *world,
              SoleusRecord *episode)
{
  static const char *const muscles[] = { "gastrocnemius", "soleus", "hamstrings" };
  SoleusInstant onset = between (world, soleus_clock_get_now (world->clock) - 4 * DAY, soleus_clock_get_now (world->clock));

  set_time (episode, "onset", onset);
  soleus_record_set_moment (episode, "end", NULL);
  if (chance (world, 70))
    set_time (episode, "end", MIN (onset + between (world, 0, 9 * MINUTE), soleus_clock_get_now (world->clock)));
  soleus_record_set_enum (episode, "side", g_rand_int_range (world->rand, SOLEUS_SIDE_LEFT, SOLEUS_SIDE_BOTH + 1));
  soleus_record_set_text (episode, "muscle", muscles[g_rand_int_range (world->rand, 0, 3)]);
  fill_screen (world, episode);
  soleus_record_set_answer (episode, "signs", "swelling", chance (world, 8) ? SOLEUS_ANSWER_YES : SOLEUS_ANSWER_NO);
}

static void
add_episode (World *world)
{
  g_autoptr (SoleusRecord) episode = soleus_record_new (&soleus_episode_kind);

  soleus_record_set_text (episode, "athlete", world->athlete);
  fill_episode (world, episode);
  commit_record (world, episode, 0);
}

/* sometimes together with a word on a treatment: neither must hide the other */
static void
edit_episode (World *world)
{
  g_autoptr (SoleusRecord) episode = pick (world, &soleus_episode_kind);
  g_autoptr (SoleusRecord) treatment = chance (world, 40) ? pick (world, &soleus_treatment_kind) : NULL;
  SoleusChange *change;

  if (episode == NULL)
    return;
  change = soleus_change_new ();
  fill_episode (world, episode);
  soleus_change_add (change, episode);
  if (treatment != NULL)
    {
      soleus_record_set_text (treatment, "note", chance (world, 50) ? "a word" : "another word");
      soleus_change_add (change, treatment);
    }
  commit (world, change, 0);
}

static void
void_one (World                  *world,
          const SoleusRecordKind *kind)
{
  g_autoptr (SoleusRecord) record = pick (world, kind);
  SoleusChange *change;

  if (record == NULL)
    return;
  change = soleus_change_new ();
  soleus_change_add_void (change, record, "entered twice");
  commit (world, change, 0);
}

static void
add_contact (World *world)
{
  g_autoptr (SoleusRecord) episode = pick (world, &soleus_episode_kind);
  g_autoptr (SoleusRecord) contact = soleus_record_new (&soleus_contact_kind);

  if (episode == NULL)
    return;
  soleus_record_set_text (contact, "athlete", world->athlete);
  soleus_record_set_text (contact, "episode", soleus_record_get_id (episode));
  set_time (contact, "at", soleus_clock_get_now (world->clock) - between (world, 0, DAY));
  soleus_record_set_enum (contact, "bleeding", g_rand_int_range (world->rand, 0, 3));
  if (chance (world, 30))
    fill_screen (world, contact);
  if (chance (world, 20))
    soleus_record_set_int (contact, "pain", g_rand_int_range (world->rand, 0, 5));
  commit_record (world, contact, 0);
}

static void
fill_treatment (World        *world,
                SoleusRecord *treatment)
{
  static const char *const modalities[] = { "kneading", "effleurage", "static-pressure", "foam-roller", "self-massage", "hot-pack", "sauna", "cold-pack" };
  static const int regions[] = { SOLEUS_REGION_CALF, SOLEUS_REGION_CALF, SOLEUS_REGION_POSTERIOR_THIGH, SOLEUS_REGION_FOOT, SOLEUS_REGION_WHOLE_BODY };
  g_autoptr (SoleusRecord) episode = chance (world, 50) ? pick (world, &soleus_episode_kind) : NULL;
  SoleusInstant at = between (world, soleus_clock_get_now (world->clock) - 5 * DAY, soleus_clock_get_now (world->clock) + 3 * DAY);

  /* close to the edges as well */
  if (episode != NULL)
    at = soleus_record_get_instant (episode, "onset") + (chance (world, 50) ? between (world, 0, 10 * MINUTE) : 48 * HOUR + between (world, -MINUTE, MINUTE));
  set_time (treatment, "at", at);
  soleus_record_set_text (treatment, "modality", modalities[g_rand_int_range (world->rand, 0, G_N_ELEMENTS (modalities))]);
  soleus_record_set_enum (treatment, "side", g_rand_int_range (world->rand, 0, SOLEUS_SIDE_BOTH + 1));
  soleus_record_set_enum (treatment, "region", regions[g_rand_int_range (world->rand, 0, G_N_ELEMENTS (regions))]);
}

static SoleusRecord *
create_treatment (World *world)
{
  SoleusRecord *treatment = soleus_record_new (&soleus_treatment_kind);

  soleus_record_set_text (treatment, "athlete", world->athlete);
  fill_treatment (world, treatment);
  return treatment;
}

static void
add_treatment (World *world)
{
  g_autoptr (SoleusRecord) treatment = create_treatment (world);

  commit_record (world, treatment, 40);
}

static void
edit_treatment (World *world)
{
  g_autoptr (SoleusRecord) treatment = pick (world, &soleus_treatment_kind);

  if (treatment == NULL)
    return;
  fill_treatment (world, treatment);
  commit_record (world, treatment, 30);
}

/* an import with a decision that was never made, or for a milder state */
static void
import_treatment (World *world)
{
  g_autoptr (SoleusRecord) treatment = create_treatment (world);
  g_autoptr (SoleusRecord) override = soleus_record_new (&soleus_override_kind);
  SoleusChange *change = soleus_change_new ();

  soleus_record_set_text (override, "athlete", world->athlete);
  soleus_record_set_text (override, "treatment", soleus_record_get_id (treatment));
  set_time (override, "at", soleus_clock_get_now (world->clock));
  soleus_record_set_text (override, "rule", "window-row-4");
  soleus_record_set_int (override, "policy-version", 1);
  soleus_record_set_enum (override, "state", g_rand_int_range (world->rand, SOLEUS_WINDOW_STATE_OPEN, SOLEUS_WINDOW_STATE_HARD_STOP + 1));
  if (chance (world, 70))
    soleus_record_set_text (override, "text", "decided elsewhere");
  soleus_change_set_import (change);
  soleus_change_add (change, treatment);
  if (chance (world, 70))
    soleus_change_add (change, override);
  commit (world, change, 0);
}

static void
touch_flag (World *world)
{
  g_autoptr (SoleusRecord) flag = pick (world, &soleus_red_flag_kind);

  if (flag == NULL)
    return;
  switch (g_rand_int_range (world->rand, 0, 6))
    {
    case 0:
      soleus_record_set_enum (flag, "state", SOLEUS_FLAG_STATE_CLEARED);
      soleus_record_set_text (flag, "outcome", "Seen by a doctor");
      set_time (flag, "outcome-at", soleus_clock_get_now (world->clock) + between (world, -DAY, HOUR));
      break;
    case 1:
      soleus_record_set_enum (flag, "side", SOLEUS_SIDE_RIGHT);
      break;
    case 2:
      soleus_record_set_text (flag, "kind", "other");
      break;
    case 3:
      soleus_record_set_text (flag, "void-reason", "away with it");
      break;
    case 4:
      soleus_record_set_text (flag, "not-clot-because", "a bruise from a kick");
      break;
    case 5:
    default:
      soleus_record_set_enum (flag, "state", SOLEUS_FLAG_STATE_OPEN);
      set_time (flag, "raised-at", soleus_clock_get_now (world->clock));
      break;
    }
  commit_record (world, flag, 0);
}

static void
add_clot_screen (World *world)
{
  const SoleusCatalogue *items = soleus_catalogue_get_clot_items ();
  g_autoptr (SoleusRecord) screening = soleus_record_new (&soleus_clot_screening_kind);
  gboolean complete = chance (world, 60);

  soleus_record_set_text (screening, "athlete", world->athlete);
  soleus_record_set_enum (screening, "side", g_rand_int_range (world->rand, SOLEUS_SIDE_LEFT, SOLEUS_SIDE_RIGHT + 1));
  set_time (screening, "at", soleus_clock_get_now (world->clock));
  for (gsize i = 0; i < items->n_rows; i++)
    if (complete || i < 3)
      soleus_record_set_answer (screening, "items", items->rows[i].id, chance (world, 6) ? SOLEUS_ANSWER_YES : SOLEUS_ANSWER_NO);
  commit_record (world, screening, 0);
}

static void
add_medication (World *world)
{
  g_autoptr (SoleusRecord) medication = soleus_record_new (&soleus_medication_kind);

  soleus_record_set_text (medication, "athlete", world->athlete);
  soleus_record_set_text (medication, "name", "Thinex");
  soleus_record_set_text (medication, "class", "anticoagulant");
  commit_record (world, medication, 0);
}

static void
undo (World *world)
{
  g_autoptr (GError) error = NULL;

  if (!soleus_clinic_can_undo (world->clinic))
    return;
  if (soleus_clinic_undo (world->clinic, &error))
    world->n_done++;
  else
    world->n_refused++;
}

static void
turn_clock (World *world)
{
  static const gint64 steps[] = { -HOUR, -DAY, -365 * DAY, HOUR, HOUR, DAY, DAY, 3 * DAY, 30 * DAY, 365 * DAY, MINUTE };

  soleus_clock_advance (world->clock, steps[g_rand_int_range (world->rand, 0, G_N_ELEMENTS (steps))]);
}

static void
operate (World *world)
{
  int dice = g_rand_int_range (world->rand, 0, 100);

  if (dice < 12) add_episode (world);
  else if (dice < 22) edit_episode (world);
  else if (dice < 26) void_one (world, &soleus_episode_kind);
  else if (dice < 36) add_contact (world);
  else if (dice < 56) add_treatment (world);
  else if (dice < 64) edit_treatment (world);
  else if (dice < 67) void_one (world, &soleus_treatment_kind);
  else if (dice < 70) import_treatment (world);
  else if (dice < 78) touch_flag (world);
  else if (dice < 82) add_clot_screen (world);
  else if (dice < 83) add_medication (world);
  else if (dice < 91) undo (world);
  else turn_clock (world);
}

static gboolean
touches (int a,
         int b)
{
  return a == b || a == SOLEUS_SIDE_BOTH || a == SOLEUS_SIDE_UNKNOWN || b == SOLEUS_SIDE_BOTH || b == SOLEUS_SIDE_UNKNOWN;
}

static gboolean
is_negative_at (SoleusRecord  *episode,
                GPtrArray     *contacts,
                SoleusInstant  at)
{
  const SoleusCatalogue *items = soleus_catalogue_get_screen_items ();

  for (gsize i = 0; i < items->n_rows; i++)
    {
      SoleusAnswer answer = soleus_answers_get (soleus_record_get_answers (episode, "screen"), items->rows[i].id);
      SoleusInstant said = G_MININT64;

      for (guint j = 0; j < contacts->len; j++)
        {
          SoleusAnswer later = soleus_answers_get (soleus_record_get_answers (contacts->pdata[j], "screen"), items->rows[i].id);
          SoleusInstant when = soleus_record_get_instant (contacts->pdata[j], "at");

          if (later == SOLEUS_ANSWER_UNKNOWN || when > at || when <= said ||
              g_strcmp0 (soleus_record_get_text (contacts->pdata[j], "episode"), soleus_record_get_id (episode)) != 0)
            continue;
          answer = later;
          said = when;
        }
      if (answer != SOLEUS_ANSWER_NO)
        return FALSE;
    }
  return TRUE;
}

/* What stands in the file beside the treatments: read once for all of them, by the same queries as for each. */
typedef struct {
  GPtrArray *flags, *episodes, *contacts, *overrides, *breaches;
} Beside;

static void
beside_read (Beside *beside,
             World  *world)
{
  beside->flags = list (world, &soleus_red_flag_kind);
  beside->episodes = list (world, &soleus_episode_kind);
  beside->contacts = list (world, &soleus_contact_kind);
  beside->overrides = list (world, &soleus_override_kind);
  beside->breaches = list (world, &soleus_breach_kind);
}

static void
beside_clear (Beside *beside)
{
  g_ptr_array_unref (beside->flags);
  g_ptr_array_unref (beside->episodes);
  g_ptr_array_unref (beside->contacts);
  g_ptr_array_unref (beside->overrides);
  g_ptr_array_unref (beside->breaches);
}

/* rows 1, 3 and 4 once more, from the records alone: the least that must have been decided on */
static SoleusWindowState
work_out_state (const Beside *beside,
                SoleusRecord *treatment)
{
  GPtrArray *flags = beside->flags;
  GPtrArray *episodes = beside->episodes;
  GPtrArray *contacts = beside->contacts;
  SoleusInstant at = soleus_record_get_instant (treatment, "at");
  int side = soleus_record_get_enum (treatment, "side");
  int region = soleus_record_get_enum (treatment, "region");
  const char *modality = soleus_record_get_text (treatment, "modality");
  gboolean gentle = g_str_equal (modality, "kneading") || g_str_equal (modality, "effleurage") || g_str_equal (modality, "static-pressure");
  SoleusWindowState state = SOLEUS_WINDOW_STATE_OPEN;

  for (guint i = 0; i < flags->len; i++)
    {
      gboolean cleared = soleus_record_get_enum (flags->pdata[i], "state") == SOLEUS_FLAG_STATE_CLEARED;

      if (soleus_flag_kind_is_hard_stop (soleus_record_get_text (flags->pdata[i], "kind")) &&
          touches (soleus_record_get_enum (flags->pdata[i], "side"), side) &&
          soleus_record_get_instant (flags->pdata[i], "raised-at") <= at &&
          (!cleared || at < soleus_record_get_instant (flags->pdata[i], "outcome-at")))
        return SOLEUS_WINDOW_STATE_HARD_STOP;
    }
  for (guint i = 0; i < episodes->len; i++)
    {
      SoleusInstant onset = soleus_record_get_instant (episodes->pdata[i], "onset");
      SoleusInstant end = soleus_record_get_instant (episodes->pdata[i], "end");
      const char *muscle = soleus_record_get_text (episodes->pdata[i], "muscle");
      int where = g_str_equal (muscle, "hamstrings") ? SOLEUS_REGION_POSTERIOR_THIGH : SOLEUS_REGION_CALF;
      SoleusWindowState one = SOLEUS_WINDOW_STATE_OPEN;

      if (!touches (soleus_record_get_enum (episodes->pdata[i], "side"), side) || (region != where && region != SOLEUS_REGION_WHOLE_BODY) || at < onset)
        continue;
      if (at < (end != SOLEUS_UNKNOWN_INSTANT ? end : onset + 10 * MINUTE))
        one = gentle ? SOLEUS_WINDOW_STATE_OPEN : SOLEUS_WINDOW_STATE_CAUTION;
      else if (at < MAX (onset, end) + 172800 * SOLEUS_USEC_PER_SECOND)
        one = is_negative_at (episodes->pdata[i], contacts, at) ? SOLEUS_WINDOW_STATE_CAUTION : SOLEUS_WINDOW_STATE_CLOSED;
      state = MAX (state, one);
    }
  return state;
}

static SoleusWindowState
find_decision (const Beside *beside,
               SoleusRecord *treatment)
{
  GPtrArray *const lists[] = { beside->overrides, beside->breaches };
  SoleusWindowState state = SOLEUS_WINDOW_STATE_OPEN;

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      {
        SoleusRecord *record = lists[i]->pdata[j];
        SoleusWindowState one = soleus_record_get_enum (record, "state");

        if (g_strcmp0 (soleus_record_get_text (record, "treatment"), soleus_record_get_id (treatment)) != 0)
          continue;
        /* an override is a decision of somebody in words, and there is none for a hard stop */
        if (SOLEUS_IS_OVERRIDE (record))
          {
            g_assert_cmpint (one, <, SOLEUS_WINDOW_STATE_HARD_STOP);
            g_assert_true (soleus_record_is_known (record, "text"));
          }
        state = MAX (state, one);
      }
  return state;
}

/* Returns: how many treatments stand without the decision that they need */
static guint
count_undecided (World *world)
{
  g_autoptr (GPtrArray) treatments = list (world, &soleus_treatment_kind);
  g_autoptr (SoleusRecord) athlete = soleus_clinic_find (world->clinic, &soleus_athlete_kind, world->athlete, NULL);
  g_autoptr (SoleusRuleInput) input = soleus_rule_input_new (world->clinic->store, athlete, NULL, soleus_clinic_get_policy (world->clinic),
                                                             soleus_clinic_get_now (world->clinic), NULL);
  SoleusInstant newest = soleus_store_get_newest_instant (world->clinic->store);
  guint n_undecided = 0;
  Beside beside;

  beside_read (&beside, world);
  for (guint i = 0; i < treatments->len; i++)
    {
      SoleusRecord *treatment = treatments->pdata[i];
      const SoleusCatalogueRow *row = soleus_catalogue_find (soleus_catalogue_get_modalities (), soleus_record_get_text (treatment, "modality"));
      SoleusInstant at = soleus_record_get_instant (treatment, "at");
      g_autoptr (SoleusWindow) window = NULL;
      SoleusWindowState decided;

      if (row->value == SOLEUS_MODALITY_FAMILY_NEITHER)
        continue;
      /* what lay ahead when something was written last was planned then, and not given */
      if (at > newest)
        continue;
      decided = find_decision (&beside, treatment);
      soleus_rule_input_set_time (input, at);
      /* by the second reckoning, and by the rule itself with its rows 2, 5 and 7 */
      if (work_out_state (&beside, treatment) > decided ||
          (soleus_massage_window_gate (soleus_rule_input_get_window (input), row->id, soleus_record_get_enum (treatment, "side"),
                                       soleus_record_get_enum (treatment, "region"), at, &window) != SOLEUS_GATE_VERDICT_ALLOWED &&
           window->state > decided))
        n_undecided++;
    }
  beside_clear (&beside);
  return n_undecided;
}

static guint64
count_of (World                  *world,
          const SoleusRecordKind *kind)
{
  g_autoptr (GPtrArray) records = list (world, kind);

  return records->len;
}

static void
begin_life (World *world)
{
  g_autoptr (SoleusRecord) therapist = soleus_record_new (&soleus_therapist_kind);
  g_autoptr (SoleusRecord) athlete = soleus_record_new (&soleus_athlete_kind);
  g_autoptr (GError) error = NULL;

  world->clock = soleus_clock_new_fixed (G_GINT64_CONSTANT (1746900000) * SOLEUS_USEC_PER_SECOND);
  world->clinic = soleus_clinic_open (":memory:", SOLEUS_CLINIC_OPEN_CREATE, world->clock, &error);
  g_assert_no_error (error);
  soleus_record_set_text (therapist, "name", "T. Exemplar");
  g_assert_true (soleus_clinic_save (world->clinic, therapist, NULL));
  soleus_record_set_text (athlete, "name", "Mara Swiftwater");
  g_assert_true (soleus_clinic_save (world->clinic, athlete, NULL));
  world->athlete = g_strdup (soleus_record_get_id (athlete));
}

static void
end_life (World *world)
{
  world->n_gated += count_of (world, &soleus_treatment_kind);
  world->n_overrides += count_of (world, &soleus_override_kind);
  world->n_breaches += count_of (world, &soleus_breach_kind);
  g_clear_object (&world->clinic);
  g_clear_object (&world->clock);
  g_clear_pointer (&world->athlete, g_free);
}

static void
no_sequence_leaves_a_treatment_undecided (void)
{
  guint n_lives = g_strcmp0 (g_getenv ("SOLEUS_FULL"), "1") == 0 ? 4000 : 400;
  World world = { NULL };

  for (guint life = 0; life < n_lives; life++)
    {
      guint32 seed = (guint32) g_test_rand_int ();

      world.rand = g_rand_new_with_seed (seed);
      begin_life (&world);
      for (int i = 0; i < OPERATIONS_OF_A_LIFE; i++)
        {
          guint64 n_before = world.n_done;

          operate (&world);
          if (world.n_done != n_before && count_undecided (&world) > 0)
            g_error ("seed %u: a treatment stands undecided after operation %d", seed, i);
        }
      end_life (&world);
      g_rand_free (world.rand);
    }
  g_test_message ("%u operations: %" G_GUINT64_FORMAT " done, %" G_GUINT64_FORMAT " refused; %" G_GUINT64_FORMAT " treatments, %" G_GUINT64_FORMAT
                  " decisions, %" G_GUINT64_FORMAT " breaches found afterwards", n_lives * OPERATIONS_OF_A_LIFE, world.n_done, world.n_refused,
                  world.n_gated, world.n_overrides, world.n_breaches);
  /* it was no empty life */
  g_assert_cmpuint (world.n_refused, >, n_lives * 2);
  g_assert_cmpuint (world.n_overrides, >, n_lives / 4);
  g_assert_cmpuint (world.n_breaches, >, n_lives / 4);
}

static void
write_without_a_gate (World        *world,
                      SoleusRecord *treatment)
{
  SoleusStore *store = world->clinic->store;

  g_assert_true (soleus_store_begin (store, NULL));
  g_assert_true (soleus_store_save (store, treatment, soleus_record_get_id (soleus_clinic_get_therapist (world->clinic)), NULL, NULL));
  g_assert_true (soleus_store_commit (store, NULL));
}

/* The control: a program whose gate is gone, which is one that writes treatments straight into the file. */
static void
a_gate_that_is_gone_is_seen (void)
{
  World world = { NULL };
  guint n_seen = 0;

  for (guint life = 0; life < 20; life++)
    {
      world.rand = g_rand_new_with_seed (4711 + life);
      begin_life (&world);
      for (int i = 0; i < OPERATIONS_OF_A_LIFE && count_undecided (&world) == 0; i++)
        {
          g_autoptr (SoleusRecord) treatment = create_treatment (&world);

          operate (&world);
          if (chance (&world, 60))
            write_without_a_gate (&world, treatment);
        }
      n_seen += count_undecided (&world) > 0;
      end_life (&world);
      g_rand_free (world.rand);
    }
  g_test_message ("seen in %u of 20 lives", n_seen);
  g_assert_cmpuint (n_seen, >=, 18);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gate-property/no_sequence_leaves_a_treatment_undecided", no_sequence_leaves_a_treatment_undecided);
  g_test_add_func ("/gate-property/a_gate_that_is_gone_is_seen", a_gate_that_is_gone_is_seen);
  return g_test_run ();
}
