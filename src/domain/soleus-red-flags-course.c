#include "soleus-config.h"

#include "soleus-red-flags-private.h"

#include <glib/gi18n-lib.h>

/* What follows from how long a cramp lasted, whether its pain stayed, and how often cramps come. */

#define DAY_USEC (24 * SOLEUS_USEC_PER_HOUR)

static const SoleusRedFlagThresholds *
get_thresholds (const SoleusRedFlagInput *input)
{
  return input->thresholds != NULL ? input->thresholds : soleus_red_flag_thresholds_get_default ();
}

/*
 * soleus_red_flags_get_load:
 * @episode: (nullable): what the load came before
 *
 * Returns: yes if either the episode or the athlete as a whole has unaccustomed load on record
 */
SoleusAnswer
soleus_red_flags_get_load (const SoleusRedFlagInput   *input,
                           const SoleusRedFlagEpisode *episode)
{
  return MAX (input->unaccustomed_load, episode != NULL ? episode->unaccustomed_load : SOLEUS_ANSWER_UNKNOWN);
}

static gboolean
is_not_relieved (const SoleusRedFlagEpisode *episode)
{
  return g_strcmp0 (episode->relieved_by, "not-relieved") == 0;
}

static gint64
get_limit (const SoleusRedFlagInput *input)
{
  int minutes = get_thresholds (input)->self_care_minutes;

  return (minutes > 0 ? MIN (minutes, 10) : 10) * SOLEUS_USEC_PER_MINUTE;
}

/* µs, or SOLEUS_UNKNOWN_INT where either time is not known to the clock */
static gint64
get_duration (const SoleusRedFlagEpisode *episode)
{
  if (episode->end == NULL || episode->end->precision == SOLEUS_PRECISION_DAY ||
      episode->onset->precision == SOLEUS_PRECISION_DAY)
    return SOLEUS_UNKNOWN_INT;
  return MAX (episode->end->instant - episode->onset->instant, 0);
}

/*
 * soleus_red_flags_is_unresolved:
 *
 * Returns: %TRUE if it lasted ten minutes or longer, or if it was recorded as not relieved (fact 127, C12)
 */
gboolean
soleus_red_flags_is_unresolved (const SoleusRedFlagInput   *input,
                                const SoleusRedFlagEpisode *episode)
{
  gint64 duration = get_duration (episode);

  return is_not_relieved (episode) || (soleus_int_is_known (duration) && duration >= get_limit (input));
}

/*
 * soleus_red_flags_assess_duration:
 *
 * Fact 127: not resolved after ten minutes of self-care.
 */
void
soleus_red_flags_assess_duration (const SoleusRedFlagInput   *input,
                                  const SoleusRedFlagEpisode *episode,
                                  GPtrArray                  *flags)
{
  gint64 duration = get_duration (episode);
  SoleusInstant at = episode->onset->instant;
  SoleusRaisedFlag *flag;

  if (!soleus_red_flags_is_unresolved (input, episode))
    return;
  if (episode->onset->precision != SOLEUS_PRECISION_DAY)
    at += soleus_int_is_known (duration) ? MIN (duration, get_limit (input)) : get_limit (input);

  flag = soleus_red_flags_raise (
    flags, "not-resolved-10-minutes", SOLEUS_URGENCY_SAME_DAY, episode->side, episode->id, at,
    soleus_int_is_known (duration) && duration >= get_limit (input)
      ? soleus_reason_new ("self-care-limit", "S3 nice-cks kahanov-2012",
                           _("The cramp lasted %d minutes; the limit for self-care is 10."), (int) (duration / SOLEUS_USEC_PER_MINUTE))
      : soleus_reason_new ("self-care-limit", "S3 nice-cks kahanov-2012",
                           _("The cramp was recorded as not relieved; the limit for self-care is 10 minutes.")));
  g_ptr_array_add (flag->reasons, soleus_reason_new (
    "ask-for-muscle-breakdown", "kahanov-2012",
    _("Ask about dark urine, weakness and swelling: a cramp that stayed was muscle breakdown in a published case.")));
  if (soleus_red_flags_get_load (input, episode) == SOLEUS_ANSWER_YES)
    g_ptr_array_add (flag->reasons, soleus_reason_new (
      "unaccustomed-load", "kahanov-2012 rhabdo-review-2016 clinic-rule",
      _("The load before it was unaccustomed, which makes muscle breakdown likelier. From when load counts as unaccustomed is a rule of the clinic, no number is published.")));
}

static gboolean
hurts (const SoleusRedFlagContact *contact)
{
  return contact->pain_persists == SOLEUS_ANSWER_YES ||
         (soleus_int_is_known (contact->pain) && contact->pain > 0) ||
         soleus_answers_get (contact->screen, "pain-persists") == SOLEUS_ANSWER_YES ||
         soleus_answers_get (contact->signs, "pain-at-rest") == SOLEUS_ANSWER_YES;
}

/*
 * soleus_red_flags_assess_persistence:
 *
 * C10: pain that is still recorded at a later contact, or more than a day after the episode. Pain right after the cramp
 * is an item of the damage screen.
 */
void
soleus_red_flags_assess_persistence (const SoleusRedFlagInput   *input,
                                     const SoleusRedFlagEpisode *episode,
                                     const SoleusRedFlagContact *contact,
                                     GPtrArray                  *flags)
{
  const SoleusRedFlagThresholds *thresholds = get_thresholds (input);
  SoleusInstant over = episode->end != NULL ? MAX (episode->end->instant, episode->onset->instant) : episode->onset->instant;
  gint64 passed = contact->at - over;
  gint64 right_after = MIN (thresholds->right_after_minutes * SOLEUS_USEC_PER_MINUTE,
                            thresholds->persistent_hours * SOLEUS_USEC_PER_HOUR);

  SoleusRaisedFlag *flag;

  if (!hurts (contact) || passed <= right_after)
    return;
  flag = soleus_red_flags_raise (
    flags, "persistent-pain", SOLEUS_URGENCY_SAME_DAY, episode->side, episode->id, contact->at,
    passed > thresholds->persistent_hours * SOLEUS_USEC_PER_HOUR
      ? soleus_reason_new ("pain-after-hours", "S3 clinic-rule",
                           _("Pain is still there more than %d hours after the cramp. The hours are a rule of the clinic, no number is published."),
                           thresholds->persistent_hours)
      : soleus_reason_new ("pain-at-later-contact", "S3 clinic-rule",
                           _("Pain is still there at a later contact. That it counts from the next contact on is a rule of the clinic, no number is published.")));
  soleus_red_flags_add_clot_reasons (input, flag);
}

static int
compare_onsets (gconstpointer a,
                gconstpointer b)
{
  const SoleusRedFlagEpisode *episode_a = *(const SoleusRedFlagEpisode *const *) a;
  const SoleusRedFlagEpisode *episode_b = *(const SoleusRedFlagEpisode *const *) b;

  if (episode_a->onset->instant != episode_b->onset->instant)
    return episode_a->onset->instant < episode_b->onset->instant ? -1 : 1;
  return g_strcmp0 (episode_a->id, episode_b->id);
}

/* One bout entered for two limbs or muscles starts at one instant: it counts once. */
static GPtrArray *
list_bouts (const SoleusRedFlagInput *input,
            gboolean                  sleep_only)
{
  GPtrArray *bouts = g_ptr_array_new ();

  for (gsize i = 0; i < input->n_episodes; i++)
    if (!sleep_only || soleus_answers_get (input->episodes[i].signs, "disrupts-sleep") == SOLEUS_ANSWER_YES)
      g_ptr_array_add (bouts, (gpointer) &input->episodes[i]);
  g_ptr_array_sort (bouts, compare_onsets);

  for (guint i = bouts->len; i-- > 1;)
    {
      const SoleusRedFlagEpisode *episode = g_ptr_array_index (bouts, i);
      const SoleusRedFlagEpisode *before = g_ptr_array_index (bouts, i - 1);

      if (episode->onset->instant == before->onset->instant)
        g_ptr_array_remove_index (bouts, i);
    }
  return bouts;
}

/* How many bouts lie in the days up to and including bout @index. */
static int
count_back (GPtrArray *bouts,
            guint      index,
            int        days)
{
  const SoleusRedFlagEpisode *last = g_ptr_array_index (bouts, index);
  int count = 0;

  for (guint i = index + 1; i-- > 0;)
    {
      const SoleusRedFlagEpisode *episode = g_ptr_array_index (bouts, i);

      if (last->onset->instant - episode->onset->instant > days * DAY_USEC)
        break;
      count++;
    }
  return count;
}

/* One flag for a run: raised by the bout with which the count is reached, not again while it stays reached. */
static void
assess_frequent (const SoleusRedFlagInput *input,
                 GPtrArray                *flags)
{
  const SoleusRedFlagThresholds *thresholds = get_thresholds (input);
  g_autoptr (GPtrArray) bouts = list_bouts (input, FALSE);
  gboolean running = FALSE;

  for (guint i = 0; i < bouts->len; i++)
    {
      const SoleusRedFlagEpisode *episode = g_ptr_array_index (bouts, i);
      int in_week = count_back (bouts, i, 7);
      int in_four_weeks = count_back (bouts, i, 28);
      gboolean reached = in_week >= thresholds->frequent_per_week || in_four_weeks >= thresholds->frequent_per_four_weeks;

      if (reached && !running)
        soleus_red_flags_raise (
          flags, "frequent-cramps", SOLEUS_URGENCY_ROUTINE, episode->side, episode->id, episode->onset->instant,
          soleus_reason_new ("frequent", "S2 S3 clinic-rule",
                             _("%d cramps in 7 days and %d in 28 days; the clinic calls it frequent from %d in 7 or %d in 28 days. No number is published."),
                             in_week, in_four_weeks, thresholds->frequent_per_week, thresholds->frequent_per_four_weeks));
      running = reached;
    }
}

static void
assess_sleep (const SoleusRedFlagInput *input,
              GPtrArray                *flags)
{
  const SoleusRedFlagThresholds *thresholds = get_thresholds (input);
  g_autoptr (GPtrArray) bouts = list_bouts (input, TRUE);
  gboolean running = FALSE;

  for (guint i = 0; i < bouts->len; i++)
    {
      const SoleusRedFlagEpisode *episode = g_ptr_array_index (bouts, i);
      int nights = count_back (bouts, i, 14);
      gboolean reached = nights >= thresholds->sleep_per_two_weeks;

      if (reached && !running)
        soleus_red_flags_raise (
          flags, "disrupts-sleep", SOLEUS_URGENCY_ROUTINE, episode->side, episode->id, episode->onset->instant,
          soleus_reason_new ("sleep", "S3 clinic-rule",
                             _("%d cramps disrupted sleep within 14 days; the clinic calls it regular from %d. No number is published."),
                             nights, thresholds->sleep_per_two_weeks));
      running = reached;
    }
}

/*
 * soleus_red_flags_assess_frequency:
 *
 * Facts 128 and 130 with C11, looking back from each episode.
 */
void
soleus_red_flags_assess_frequency (const SoleusRedFlagInput *input,
                                   GPtrArray                *flags)
{
  assess_frequent (input, flags);
  assess_sleep (input, flags);
}
