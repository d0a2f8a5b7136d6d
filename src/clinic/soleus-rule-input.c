#include "soleus-config.h"

#include "soleus-rule-input-private.h"

#include "soleus-records.h"


static GPtrArray *
list_of (SoleusStore             *store,
         const SoleusRecordKind  *kind,
         const char              *athlete_id,
         GError                 **error)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (kind);

  soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, athlete_id);
  return soleus_store_list (store, query, error);
}

static SoleusRegion
get_region (SoleusRecord *episode)
{
  const char *muscle = soleus_record_get_text (episode, "muscle");
  const SoleusCatalogueRow *row = muscle != NULL ? soleus_catalogue_find (soleus_catalogue_get_muscles (), muscle) : NULL;

  return row != NULL ? (SoleusRegion) row->value : SOLEUS_REGION_WHOLE_BODY;
}

/* An episode that is being edited takes the place of the stored one. */
static void
lay_over (GPtrArray    *episodes,
          SoleusRecord *episode)
{
  for (guint i = 0; i < episodes->len; i++)
    if (g_str_equal (soleus_record_get_id (episodes->pdata[i]), soleus_record_get_id (episode)))
      {
        g_ptr_array_remove_index (episodes, i);
        break;
      }
  g_ptr_array_add (episodes, g_object_ref (episode));
}

/* The latest that a cramp known only to the day can have been: the first visit of that day that concerns it (C18). */
static SoleusInstant
find_latest_possible (SoleusRecord *episode,
                      GPtrArray    *visits)
{
  const SoleusMoment *onset = soleus_record_get_moment (episode, "onset");
  g_autofree char *date = NULL;
  SoleusInstant latest = SOLEUS_UNKNOWN_INSTANT;

  if (onset == NULL || onset->precision != SOLEUS_PRECISION_DAY || visits == NULL)
    return SOLEUS_UNKNOWN_INSTANT;
  date = soleus_moment_dup_date (onset);
  for (guint i = 0; i < visits->len; i++)
    {
      const SoleusMoment *time = soleus_record_get_moment (visits->pdata[i], "time");
      const char *const *about = soleus_record_get_ids (visits->pdata[i], "episodes");
      g_autofree char *visit_date = soleus_moment_dup_date (time);

      if (about == NULL || !g_strv_contains (about, soleus_record_get_id (episode)) ||
          time->precision != SOLEUS_PRECISION_EXACT || !g_str_equal (visit_date, date))
        continue;
      if (latest == SOLEUS_UNKNOWN_INSTANT || time->instant < latest)
        latest = time->instant;
    }
  return latest;
}

static void
fill_episodes (SoleusRuleInput *self,
               GPtrArray       *visits)
{
  for (guint i = 0; i < self->episodes->len; i++)
    {
      SoleusRecord *record = self->episodes->pdata[i];
      SoleusWindowEpisode window_episode = { 0, };
      SoleusRedFlagEpisode flag_episode = { 0, };

      if (soleus_record_get_moment (record, "onset") == NULL)
        continue;
      window_episode.id = soleus_record_get_id (record);
      window_episode.side = soleus_record_get_enum (record, "side");
      window_episode.region = get_region (record);
      window_episode.onset = soleus_record_get_moment (record, "onset");
      window_episode.end = soleus_record_get_moment (record, "end");
      window_episode.latest_possible = find_latest_possible (record, visits);
      window_episode.screen = soleus_record_get_answers (record, "screen");
      g_array_append_val (self->window_episodes, window_episode);

      flag_episode.id = window_episode.id;
      flag_episode.side = window_episode.side;
      flag_episode.region = window_episode.region;
      flag_episode.onset = window_episode.onset;
      flag_episode.end = window_episode.end;
      flag_episode.relieved_by = soleus_record_get_text (record, "relieved-by");
      flag_episode.pain = soleus_record_get_int (record, "pain");
      flag_episode.signs = soleus_record_get_answers (record, "signs");
      flag_episode.screen = window_episode.screen;
      flag_episode.at_rest = g_strcmp0 (soleus_record_get_text (record, "activity"), "at-rest") == 0 ||
                             g_strcmp0 (soleus_record_get_text (record, "activity"), "at-night") == 0;
      g_array_append_val (self->flag_episodes, flag_episode);
    }
}

static void
fill_contacts (SoleusRuleInput *self)
{
  for (guint i = 0; i < self->contacts->len; i++)
    {
      SoleusRecord *record = self->contacts->pdata[i];
      SoleusWindowContact window_contact = { 0, };
      SoleusRedFlagContact flag_contact = { 0, };
      const SoleusMoment *at = soleus_record_get_moment (record, "at");

      window_contact.episode_id = soleus_record_get_text (record, "episode");
      window_contact.at = soleus_moment_get_latest (at);
      window_contact.screen = soleus_record_get_answers (record, "screen");
      window_contact.bleeding = soleus_record_get_enum (record, "bleeding");
      g_array_append_val (self->window_contacts, window_contact);

      flag_contact.episode_id = window_contact.episode_id;
      flag_contact.side = SOLEUS_SIDE_UNKNOWN;
      flag_contact.at = window_contact.at;
      flag_contact.signs = soleus_record_get_answers (record, "signs");
      flag_contact.screen = window_contact.screen;
      flag_contact.pain_persists = soleus_answers_get (window_contact.screen, "pain-persists");
      flag_contact.pain = soleus_record_get_int (record, "pain");
      g_array_append_val (self->flag_contacts, flag_contact);
    }
}

static void
fill_flags (SoleusRuleInput *self)
{
  for (guint i = 0; i < self->flags->len; i++)
    {
      SoleusRecord *record = self->flags->pdata[i];
      gboolean cleared = soleus_record_get_enum (record, "state") == SOLEUS_FLAG_STATE_CLEARED;
      SoleusWindowFlag flag = { 0, };

      flag.id = soleus_record_get_id (record);
      flag.kind = soleus_record_get_text (record, "kind");
      flag.side = soleus_record_get_enum (record, "side");
      flag.raised_at = soleus_record_get_instant (record, "raised-at");
      flag.cleared_at = cleared ? soleus_moment_get_latest (soleus_record_get_moment (record, "outcome-at")) : SOLEUS_UNKNOWN_INSTANT;
      _soleus_rule_input_judge_clot (self, record, &flag);
      g_array_append_val (self->window_flags, flag);
    }
}

/**
 * soleus_rule_input_set_policy:
 * @policy: the version to decide under
 */
void
soleus_rule_input_set_policy (SoleusRuleInput *self,
                              SoleusRecord    *policy)
{
  const SoleusRedFlagThresholds *defaults = soleus_red_flag_thresholds_get_default ();

  self->policy.version = (int) soleus_record_get_int (policy, "version");
  self->policy.window_hours = (int) soleus_record_get_int (policy, "window-hours");
  self->policy.caution_days = (int) soleus_record_get_int (policy, "caution-days");
  self->thresholds = *defaults;
  self->thresholds.persistent_hours = (int) soleus_record_get_int (policy, "persistent-hours");
  self->thresholds.frequent_per_week = (int) soleus_record_get_int (policy, "frequent-in-7-days");
  self->thresholds.frequent_per_four_weeks = (int) soleus_record_get_int (policy, "frequent-in-28-days");
  self->thresholds.sleep_per_two_weeks = (int) soleus_record_get_int (policy, "sleep-in-14-days");
}

/* in years, SOLEUS_UNKNOWN_INT where the birthday is not known */
gint64
_soleus_rule_input_get_age (SoleusRecord  *athlete,
                            SoleusInstant  at)
{
  const char *born = soleus_record_get_text (athlete, "born");
  g_autofree char *today = soleus_instant_dup_local_date (at);

  return soleus_date_is_valid (born) ? soleus_date_get_years_between (born, today) : SOLEUS_UNKNOWN_INT;
}

static void
finish (SoleusRuleInput *self,
        SoleusInstant    now)
{
  g_autoptr (SoleusHealth) health = soleus_rule_input_assess_health (self, now);

  self->window.episodes = (gpointer) self->window_episodes->data;
  self->window.n_episodes = self->window_episodes->len;
  self->window.contacts = (gpointer) self->window_contacts->data;
  self->window.n_contacts = self->window_contacts->len;
  self->window.flags = (gpointer) self->window_flags->data;
  self->window.n_flags = self->window_flags->len;
  soleus_rule_input_set_time (self, now);
  self->window.policy = &self->policy;

  self->red_flags.episodes = (gpointer) self->flag_episodes->data;
  self->red_flags.n_episodes = self->flag_episodes->len;
  self->red_flags.contacts = (gpointer) self->flag_contacts->data;
  self->red_flags.n_contacts = self->flag_contacts->len;
  self->red_flags.unaccustomed_load = SOLEUS_ANSWER_UNKNOWN;
  self->red_flags.pregnant = health->pregnant ? SOLEUS_ANSWER_YES : soleus_record_get_enum (self->athlete, "pregnant");
  self->red_flags.age_years = _soleus_rule_input_get_age (self->athlete, now);
  self->red_flags.clot_screens = (gpointer) self->flag_screens->data;
  self->red_flags.n_clot_screens = self->flag_screens->len;
  self->red_flags.thresholds = &self->thresholds;
}

static gboolean
read_records (SoleusRuleInput  *self,
              const char       *athlete_id,
              GError          **error)
{
  const struct { const SoleusRecordKind *kind; GPtrArray **records; } parts[] = {
    { &soleus_episode_kind, &self->episodes },
    { &soleus_contact_kind, &self->contacts },
    { &soleus_red_flag_kind, &self->flags },
    { &soleus_medication_kind, &self->medications },
    { &soleus_condition_kind, &self->conditions },
    { &soleus_clot_screening_kind, &self->screenings },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      *parts[i].records = list_of (self->store, parts[i].kind, athlete_id, error);
      if (*parts[i].records == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * soleus_rule_input_new:
 * @athlete: whose record
 * @episode: (nullable): an episode that is not stored, or is stored otherwise
 * @policy: the version to decide under
 * @now: for the age
 *
 * Returns: (transfer full): the input, or %NULL with @error set
 */
SoleusRuleInput *
soleus_rule_input_new (SoleusStore    *store,
                       SoleusRecord   *athlete,
                       SoleusRecord   *episode,
                       SoleusRecord   *policy,
                       SoleusInstant   now,
                       GError        **error)
{
  g_autoptr (SoleusRuleInput) self = g_new0 (SoleusRuleInput, 1);
  g_autoptr (GPtrArray) visits = NULL;
  const char *id = soleus_record_get_id (athlete);

  self->store = g_object_ref (store);
  self->athlete = g_object_ref (athlete);
  self->screens = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_clot_screen_free);
  self->window_episodes = g_array_new (FALSE, TRUE, sizeof (SoleusWindowEpisode));
  self->window_contacts = g_array_new (FALSE, TRUE, sizeof (SoleusWindowContact));
  self->window_flags = g_array_new (FALSE, TRUE, sizeof (SoleusWindowFlag));
  self->flag_episodes = g_array_new (FALSE, TRUE, sizeof (SoleusRedFlagEpisode));
  self->flag_contacts = g_array_new (FALSE, TRUE, sizeof (SoleusRedFlagContact));
  self->flag_screens = g_array_new (FALSE, TRUE, sizeof (SoleusRedFlagClotScreen));
  self->health = g_array_new (FALSE, TRUE, sizeof (SoleusHealthEntry));

  if (!read_records (self, id, error))
    return NULL;
  visits = list_of (store, &soleus_visit_kind, id, error);
  if (visits == NULL)
    return NULL;

  if (episode != NULL)
    lay_over (self->episodes, episode);
  fill_episodes (self, visits);
  fill_contacts (self);
  _soleus_rule_input_fill_health (self);
  _soleus_rule_input_fill_screens (self);
  fill_flags (self);
  soleus_rule_input_set_policy (self, policy);
  finish (self, now);
  return g_steal_pointer (&self);
}

void
soleus_rule_input_free (SoleusRuleInput *self)
{
  g_clear_pointer (&self->episodes, g_ptr_array_unref);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->flags, g_ptr_array_unref);
  g_clear_pointer (&self->medications, g_ptr_array_unref);
  g_clear_pointer (&self->conditions, g_ptr_array_unref);
  g_clear_pointer (&self->screenings, g_ptr_array_unref);
  g_ptr_array_unref (self->screens);
  g_array_unref (self->flag_screens);
  g_array_unref (self->health);
  g_object_unref (self->athlete);
  g_object_unref (self->store);
  g_array_unref (self->window_episodes);
  g_array_unref (self->window_contacts);
  g_array_unref (self->window_flags);
  g_array_unref (self->flag_episodes);
  g_array_unref (self->flag_contacts);
  g_free (self);
}

const SoleusWindowInput *
soleus_rule_input_get_window (SoleusRuleInput *self)
{
  return &self->window;
}

const SoleusRedFlagInput *
soleus_rule_input_get_red_flags (SoleusRuleInput *self)
{
  _soleus_rule_input_fill_loads (self);
  return &self->red_flags;
}

GPtrArray *
soleus_rule_input_get_flag_records (SoleusRuleInput *self)
{
  return self->flags;
}
