#include "soleus-config.h"

#include "soleus-rule-input-private.h"

#include "soleus-flag-kind.h"
#include "soleus-records.h"
#include "soleus-training-load.h"

/* Medicines, conditions, clot screens and training of one athlete as the rules take them. */

/* a screen made shortly before the flag was raised is about the same matter */
#define SCREEN_BEFORE_USEC (24 * SOLEUS_USEC_PER_HOUR)

static void
add_entries (SoleusRuleInput *self,
             GPtrArray       *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      SoleusRecord *record = records->pdata[i];
      SoleusHealthEntry entry = { 0, };

      if (SOLEUS_IS_MEDICATION (record))
        {
          entry.factor = soleus_medicine_class_find (soleus_record_get_text (record, "class"));
          entry.name = soleus_record_get_text (record, "name");
        }
      else
        {
          entry.factor = soleus_condition_find (soleus_record_get_text (record, "condition"));
          entry.side = soleus_record_get_enum (record, "side");
        }
      entry.since = soleus_record_get_text (record, "since");
      entry.until = soleus_record_get_text (record, "until");
      g_array_append_val (self->health, entry);
    }
}

void
_soleus_rule_input_fill_health (SoleusRuleInput *self)
{
  add_entries (self, self->medications);
  add_entries (self, self->conditions);
}

/**
 * soleus_rule_input_assess_health:
 * @at: the time asked for
 *
 * Returns: (transfer full): what medicines and conditions of that day mean for the rules
 */
SoleusHealth *
soleus_rule_input_assess_health (SoleusRuleInput *self,
                                 SoleusInstant    at)
{
  g_autofree char *date = soleus_instant_dup_local_date (at);

  return soleus_health_assess ((gpointer) self->health->data, self->health->len, date);
}

/**
 * soleus_rule_input_set_time:
 * @at: the time that the window will be asked for
 *
 * Medicines and conditions count for the days on which they hold.
 */
void
soleus_rule_input_set_time (SoleusRuleInput *self,
                            SoleusInstant    at)
{
  g_autoptr (SoleusHealth) health = soleus_rule_input_assess_health (self, at);

  self->window.bleeding_risk = health->bleeding_risk ||
                               soleus_record_get_enum (self->athlete, "blood-thinner") == SOLEUS_ANSWER_YES ||
                               soleus_record_get_enum (self->athlete, "bleeding-disorder") == SOLEUS_ANSWER_YES;
}

/**
 * soleus_rule_input_assess_clot_screen:
 * @screening: a clot screen of this athlete, stored or not
 *
 * Returns: (transfer full): what follows from it, with the conditions of its day
 */
SoleusClotScreen *
soleus_rule_input_assess_clot_screen (SoleusRuleInput *self,
                                      SoleusRecord    *screening)
{
  SoleusInstant at = soleus_moment_get_latest (soleus_record_get_moment (screening, "at"));
  g_autofree char *date = soleus_instant_dup_local_date (at);
  SoleusSide side = soleus_record_get_enum (screening, "side");
  g_autoptr (SoleusAnswers) known = soleus_health_dup_clot_items ((gpointer) self->health->data, self->health->len, side, date);
  g_autoptr (SoleusHealth) health = soleus_rule_input_assess_health (self, at);
  SoleusClotScreenInput input = {
    .side = side,
    .items = soleus_record_get_answers (screening, "items"),
    .known = known,
    .girth_left_cm = soleus_record_get_real (screening, "girth-left-cm"),
    .girth_right_cm = soleus_record_get_real (screening, "girth-right-cm"),
    .age_years = _soleus_rule_input_get_age (self->athlete, at),
    .pregnant = health->pregnant ? SOLEUS_ANSWER_YES : soleus_record_get_enum (self->athlete, "pregnant"),
  };

  return soleus_clot_screen_assess (&input);
}

void
_soleus_rule_input_fill_screens (SoleusRuleInput *self)
{
  for (guint i = 0; i < self->screenings->len; i++)
    {
      SoleusRecord *record = self->screenings->pdata[i];
      SoleusRedFlagClotScreen one = { 0, };

      one.screen = soleus_rule_input_assess_clot_screen (self, record);
      one.episode_id = soleus_record_get_text (record, "episode");
      one.side = soleus_record_get_enum (record, "side");
      one.at = soleus_moment_get_latest (soleus_record_get_moment (record, "at"));
      g_ptr_array_add (self->screens, (gpointer) one.screen);
      g_array_append_val (self->flag_screens, one);
    }
}

/* the latest screen of a leg that can be about a flag */
static const SoleusRedFlagClotScreen *
find_screen (SoleusRuleInput *self,
             SoleusSide       side,
             SoleusInstant    raised_at)
{
  const SoleusRedFlagClotScreen *latest = NULL;

  for (guint i = 0; i < self->flag_screens->len; i++)
    {
      const SoleusRedFlagClotScreen *one = &g_array_index (self->flag_screens, SoleusRedFlagClotScreen, i);

      if (one->side == side && one->at >= raised_at - SCREEN_BEFORE_USEC && (latest == NULL || one->at > latest->at))
        latest = one;
    }
  return latest;
}

/* Why a clot is not suspected may stand on any open flag of the leg that asks for the screen: it is one question. */
static SoleusInstant
find_argument (SoleusRuleInput *self,
               SoleusSide       side)
{
  SoleusInstant since = SOLEUS_UNKNOWN_INSTANT;

  for (guint i = 0; i < self->flags->len; i++)
    {
      SoleusRecord *flag = self->flags->pdata[i];
      const SoleusFlagKind *kind = soleus_flag_kind_find (soleus_record_get_text (flag, "kind"));
      SoleusInstant at = soleus_record_get_instant (flag, "not-clot-at");

      if (kind == NULL || kind->effect != SOLEUS_FLAG_EFFECT_CLOT_SCREEN || !soleus_record_is_known (flag, "not-clot-because") ||
          soleus_record_get_enum (flag, "side") != (int) side)
        continue;
      /* written before its time was kept: from when the flag was last changed */
      if (at == SOLEUS_UNKNOWN_INSTANT)
        at = soleus_record_get_instant (flag, "updated-at");
      since = MAX (since, at);
    }
  return since;
}

/*
 * _soleus_rule_input_judge_clot:
 *
 * Row 2: the screen of each leg that the flag is about is complete and applies, nothing in it speaks for a clot, and it is
 * recorded why a clot is not suspected.
 */
void
_soleus_rule_input_judge_clot (SoleusRuleInput  *self,
                               SoleusRecord     *record,
                               SoleusWindowFlag *flag)
{
  SoleusInstant argument = find_argument (self, flag->side);
  gboolean without_sign = TRUE;

  flag->clot_screen_complete = TRUE;
  for (int side = SOLEUS_SIDE_LEFT; side <= SOLEUS_SIDE_RIGHT; side++)
    {
      const SoleusRedFlagClotScreen *one;

      if (flag->side != SOLEUS_SIDE_UNKNOWN && flag->side != SOLEUS_SIDE_BOTH && flag->side != (SoleusSide) side)
        continue;
      one = find_screen (self, (SoleusSide) side, flag->raised_at);
      if (one == NULL || !one->screen->complete || !one->screen->applicable)
        {
          flag->clot_screen_complete = FALSE;
          return;
        }
      without_sign = without_sign && one->screen->without_sign;
      flag->complete_at = MAX (flag->complete_at, one->at);
    }
  flag->clot_not_suspected = without_sign && argument != SOLEUS_UNKNOWN_INSTANT;
  flag->not_suspected_at = argument;
}

/*
 * _soleus_rule_input_sum_loads:
 * @sessions: (element-type SoleusSession): of one athlete
 * @last: "YYYY-MM-DD", the day that the last of @days stands for
 * @days: (out caller-allocates) (array length=n_days): the load of each day; unknown without a session whose load is known
 */
void
_soleus_rule_input_sum_loads (GPtrArray  *sessions,
                              const char *last,
                              double     *days,
                              gsize       n_days)
{
  for (gsize i = 0; i < n_days; i++)
    days[i] = SOLEUS_UNKNOWN_REAL;
  for (guint i = 0; i < sessions->len; i++)
    {
      const char *date = soleus_record_get_text (sessions->pdata[i], "date");
      int before = soleus_date_is_valid (date) ? soleus_date_get_days_between (date, last) : -1;
      double load = soleus_training_load_session (soleus_record_get_real (sessions->pdata[i], "minutes"),
                                                  soleus_record_get_real (sessions->pdata[i], "rpe"));
      double *sum;

      if (before < 0 || before >= (int) n_days || !soleus_real_is_known (load))
        continue;
      sum = &days[n_days - 1 - before];
      *sum = soleus_real_is_known (*sum) ? *sum + load : load;
    }
}

/* Loads of the days up to and including the day of the cramp, or the day before where the cramp came at night. */
static SoleusAnswer
judge_load (GPtrArray          *sessions,
            const SoleusMoment *onset)
{
  double days[SOLEUS_CHRONIC_DAYS + 2];
  g_autofree char *day = soleus_moment_dup_date (onset);
  gboolean today = FALSE;
  gboolean yesterday = FALSE;
  gboolean is_known;

  _soleus_rule_input_sum_loads (sessions, day, days, G_N_ELEMENTS (days));
  is_known = soleus_training_load_find_unaccustomed (days, SOLEUS_CHRONIC_DAYS + 1, days[SOLEUS_CHRONIC_DAYS + 1], &today);
  is_known = soleus_training_load_find_unaccustomed (days, SOLEUS_CHRONIC_DAYS, days[SOLEUS_CHRONIC_DAYS], &yesterday) || is_known;
  if (today || yesterday)
    return SOLEUS_ANSWER_YES;
  return is_known ? SOLEUS_ANSWER_NO : SOLEUS_ANSWER_UNKNOWN;
}

/* Sessions bear on red flags alone: they are read when those are asked for. */
void
_soleus_rule_input_fill_loads (SoleusRuleInput *self)
{
  g_autoptr (SoleusQuery) query = NULL;
  g_autoptr (GPtrArray) sessions = NULL;

  if (self->has_loads || self->flag_episodes->len == 0)
    return;
  self->has_loads = TRUE;
  query = soleus_query_new (&soleus_session_kind);
  soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, soleus_record_get_id (self->athlete));
  sessions = soleus_store_list (self->store, query, NULL);
  for (guint i = 0; sessions != NULL && sessions->len > 0 && i < self->flag_episodes->len; i++)
    {
      SoleusRedFlagEpisode *episode = &g_array_index (self->flag_episodes, SoleusRedFlagEpisode, i);

      episode->unaccustomed_load = judge_load (sessions, episode->onset);
    }
}
