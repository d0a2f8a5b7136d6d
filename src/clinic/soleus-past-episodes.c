#include "soleus-config.h"

#include "soleus-past-episodes.h"

#include <glib/gi18n-lib.h>

#define DAY ((double) (24 * SOLEUS_USEC_PER_HOUR))

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* the days on which the athlete trained, sorted */
static GPtrArray *
list_training_days (SoleusClinic *clinic,
                    const char   *athlete_id)
{
  g_autoptr (GPtrArray) sessions = soleus_clinic_list_of_athlete (clinic, &soleus_session_kind, athlete_id, NULL);
  GPtrArray *days = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    if (soleus_record_get_real (sessions->pdata[i], "minutes") > 0)
      g_ptr_array_add (days, g_strdup (soleus_record_get_text (sessions->pdata[i], "date")));
  g_ptr_array_sort (days, compare_texts);
  return days;
}

/* The consensus asks for full participation; what is on record is the first training after the day of the cramp. */
static SoleusInstant
find_return (GPtrArray     *days,
             SoleusInstant  onset)
{
  g_autofree char *date = soleus_instant_dup_local_date (onset);
  guint low = 0, high = days->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_strcmp0 (days->pdata[middle], date) <= 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low < days->len ? soleus_date_get_start (days->pdata[low]) : SOLEUS_UNKNOWN_INSTANT;
}

static void
add_value (SoleusPastEpisodes *self,
           SoleusPastLane      lane,
           SoleusInstant       at,
           double              value)
{
  SoleusTrendPoint point = { at, value };

  g_array_append_val (self->values[lane], point);
}

static void
add_episode (SoleusPastEpisodes *self,
             SoleusRecord       *episode,
             SoleusInstant       before)
{
  const SoleusMoment *onset = soleus_record_get_moment (episode, "onset");
  const SoleusMoment *end = soleus_record_get_moment (episode, "end");
  gint64 pain = soleus_record_get_int (episode, "pain");

  g_array_append_val (self->onsets, onset->instant);
  if (before != SOLEUS_UNKNOWN_INSTANT)
    add_value (self, SOLEUS_PAST_INTERVAL, onset->instant, (double) (onset->instant - before) / DAY);
  if (soleus_int_is_known (pain))
    add_value (self, SOLEUS_PAST_PAIN, onset->instant, (double) pain);
  if (end != NULL && end->precision == SOLEUS_PRECISION_EXACT && onset->precision == SOLEUS_PRECISION_EXACT)
    add_value (self, SOLEUS_PAST_MINUTES, onset->instant, (double) (end->instant - onset->instant) / SOLEUS_USEC_PER_MINUTE);
}

static void
set_lanes (SoleusPastEpisodes *self)
{
  const char *titles[SOLEUS_PAST_N_LANES] = { _("Days since the one before"), _("Pain, 0–10"), _("Minutes") };

  for (int i = 0; i < SOLEUS_PAST_N_LANES; i++)
    self->lanes[i] = (SoleusTrendLane) { titles[i], (const SoleusTrendPoint *) (gpointer) self->values[i]->data, self->values[i]->len };
}

/**
 * soleus_past_episodes_read:
 * @episodes: (element-type SoleusRecord): all episodes of the athlete, oldest first
 * @from: the first instant of the period
 * @until: the last
 *
 * Each episode of the period is compared with all before it, also with those before the period.
 *
 * Returns: (transfer full): onsets, intervals, pain and minutes of the period, and how many of each kind of recurrence
 */
SoleusPastEpisodes *
soleus_past_episodes_read (SoleusClinic  *clinic,
                           const char    *athlete_id,
                           GPtrArray     *episodes,
                           SoleusInstant  from,
                           SoleusInstant  until)
{
  SoleusPastEpisodes *self;
  g_autoptr (GPtrArray) days = NULL;
  g_autofree SoleusRecurrenceEpisode *past = NULL;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (clinic), NULL);
  g_return_val_if_fail (episodes != NULL, NULL);

  self = g_new0 (SoleusPastEpisodes, 1);
  days = list_training_days (clinic, athlete_id);
  past = g_new0 (SoleusRecurrenceEpisode, episodes->len + 1);
  self->onsets = g_array_new (FALSE, FALSE, sizeof (SoleusInstant));
  for (int i = 0; i < SOLEUS_PAST_N_LANES; i++)
    self->values[i] = g_array_new (FALSE, FALSE, sizeof (SoleusTrendPoint));

  for (guint i = 0; i < episodes->len; i++)
    {
      SoleusRecord *episode = episodes->pdata[i];
      SoleusInstant onset = soleus_record_get_instant (episode, "onset");

      past[i] = (SoleusRecurrenceEpisode) { onset, soleus_record_get_enum (episode, "side"), soleus_record_get_text (episode, "muscle"),
                                            find_return (days, onset) };
      if (onset < from || onset > until)
        continue;
      self->counts[soleus_recurrence_classify (past, i)]++;
      add_episode (self, episode, i > 0 ? past[i - 1].onset : SOLEUS_UNKNOWN_INSTANT);
    }
  set_lanes (self);
  return self;
}

/**
 * soleus_past_episodes_dup_trend:
 *
 * Returns: (transfer full): intervals, pain and minutes in words, one a line, translated
 */
char *
soleus_past_episodes_dup_trend (const SoleusPastEpisodes *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < SOLEUS_PAST_N_LANES; i++)
    {
      g_autofree char *line = soleus_trend_lane_format (&self->lanes[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
soleus_past_episodes_free (SoleusPastEpisodes *self)
{
  g_array_unref (self->onsets);
  for (int i = 0; i < SOLEUS_PAST_N_LANES; i++)
    g_array_unref (self->values[i]);
  g_free (self);
}
