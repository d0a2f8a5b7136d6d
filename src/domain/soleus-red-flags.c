#include "soleus-config.h"

#include "soleus-red-flags.h"

#include <glib/gi18n-lib.h>

#include "soleus-red-flags-private.h"

static const SoleusRedFlagThresholds default_thresholds = { 10, 60, 24, 3, 4, 2 };

/**
 * soleus_red_flag_thresholds_get_default:
 *
 * Ten minutes is published (fact 127); the others are clinic rules, no number is published (C10, C11).
 *
 * Returns: (transfer none): the thresholds that hold where the clinic has set none
 */
const SoleusRedFlagThresholds *
soleus_red_flag_thresholds_get_default (void)
{
  return &default_thresholds;
}

void
soleus_raised_flag_free (SoleusRaisedFlag *self)
{
  if (self == NULL)
    return;
  g_free (self->episode_id);
  g_free (self->key);
  g_array_unref (self->findings);
  g_ptr_array_unref (self->reasons);
  g_free (self);
}

/**
 * soleus_raised_flag_get_first_after:
 * @cleared_at: when the outcome of the flag on record with the same key was written down
 *
 * A flag that was cleared must open again when the same is found anew: swelling at a later contact is not the swelling
 * that a doctor looked at.
 *
 * Returns: the first finding later than @cleared_at, %SOLEUS_UNKNOWN_INSTANT if there is none
 */
SoleusInstant
soleus_raised_flag_get_first_after (const SoleusRaisedFlag *self,
                                    SoleusInstant           cleared_at)
{
  SoleusInstant first = SOLEUS_UNKNOWN_INSTANT;

  g_return_val_if_fail (self != NULL, SOLEUS_UNKNOWN_INSTANT);

  for (guint i = 0; i < self->findings->len; i++)
    {
      SoleusInstant at = g_array_index (self->findings, SoleusInstant, i);

      if (at > cleared_at && (first == SOLEUS_UNKNOWN_INSTANT || at < first))
        first = at;
    }
  return first;
}

/* Who sees it follows from how urgent it is, unless the kind says otherwise. */
static SoleusReferralTarget
get_target (const SoleusFlagKind *kind,
            SoleusUrgency         urgency)
{
  if (urgency == SOLEUS_URGENCY_EMERGENCY)
    return SOLEUS_REFERRAL_TARGET_EMERGENCY;
  return kind->target;
}

static char *
build_key (const char *kind,
           const char *episode_id,
           SoleusSide  side)
{
  return g_strdup_printf ("%s:%s:%s", kind, episode_id != NULL ? episode_id : "", soleus_enum_get_nick (SOLEUS_TYPE_SIDE, side));
}

/*
 * soleus_red_flags_raise:
 * @flags: (element-type SoleusRaisedFlag): what was raised so far
 * @reason: (transfer full): why
 *
 * Raises a flag, or adds to one of the same key: the earliest instant and the higher urgency hold.
 *
 * Returns: (transfer none): the flag
 */
SoleusRaisedFlag *
soleus_red_flags_raise (GPtrArray     *flags,
                        const char    *kind_id,
                        SoleusUrgency  urgency,
                        SoleusSide     side,
                        const char    *episode_id,
                        SoleusInstant  at,
                        SoleusReason  *reason)
{
  const SoleusFlagKind *kind = soleus_flag_kind_find (kind_id);
  g_autofree char *key = build_key (kind_id, episode_id, side);
  SoleusRaisedFlag *flag = NULL;

  g_assert (kind != NULL);

  for (guint i = 0; i < flags->len && flag == NULL; i++)
    {
      SoleusRaisedFlag *known = g_ptr_array_index (flags, i);

      if (g_str_equal (known->key, key))
        flag = known;
    }
  if (flag == NULL)
    {
      flag = g_new0 (SoleusRaisedFlag, 1);
      flag->kind = kind;
      flag->side = side;
      flag->episode_id = g_strdup (episode_id);
      flag->raised_at = at;
      flag->hard_stop = kind->effect == SOLEUS_FLAG_EFFECT_HARD_STOP;
      flag->urgency = (SoleusUrgency) kind->row.value;
      flag->key = g_steal_pointer (&key);
      flag->reasons = soleus_reasons_new ();
      flag->findings = g_array_new (FALSE, FALSE, sizeof (SoleusInstant));
      g_ptr_array_add (flags, flag);
    }

  g_array_append_val (flag->findings, at);
  flag->raised_at = MIN (flag->raised_at, at);
  flag->urgency = MAX (flag->urgency, urgency);
  flag->target = get_target (kind, flag->urgency);
  g_ptr_array_add (flag->reasons, reason);
  return flag;
}

static int
compare_most_urgent_first (gconstpointer a,
                           gconstpointer b)
{
  const SoleusRaisedFlag *flag_a = *(const SoleusRaisedFlag *const *) a;
  const SoleusRaisedFlag *flag_b = *(const SoleusRaisedFlag *const *) b;

  if (flag_a->urgency != flag_b->urgency)
    return (int) flag_b->urgency - (int) flag_a->urgency;
  if (flag_a->hard_stop != flag_b->hard_stop)
    return flag_b->hard_stop - flag_a->hard_stop;
  if (flag_a->raised_at != flag_b->raised_at)
    return flag_a->raised_at < flag_b->raised_at ? -1 : 1;
  return g_strcmp0 (flag_a->key, flag_b->key);
}

static const SoleusRedFlagEpisode *
find_episode (const SoleusRedFlagInput *input,
              const char               *id)
{
  for (gsize i = 0; id != NULL && i < input->n_episodes; i++)
    if (g_strcmp0 (input->episodes[i].id, id) == 0)
      return &input->episodes[i];
  return NULL;
}

/* The episode with what its own entry says. */
static void
assess_episode (const SoleusRedFlagInput   *input,
                const SoleusRedFlagEpisode *episode,
                GPtrArray                  *flags)
{
  SoleusFinding finding = {
    .input = input,
    .episode_id = episode->id,
    .side = episode->side,
    .region = episode->region,
    .signs = episode->signs,
    .screen = episode->screen,
    .unresolved = soleus_red_flags_is_unresolved (input, episode),
    .at_rest = episode->at_rest,
    .onset = episode->onset,
    .unaccustomed_load = soleus_red_flags_get_load (input, episode),
  };

  finding.at = episode->end != NULL ? MAX (episode->end->instant, episode->onset->instant) : episode->onset->instant;
  soleus_red_flags_assess_signs (&finding, flags);
  soleus_red_flags_assess_duration (input, episode, flags);
}

static void
assess_contact (const SoleusRedFlagInput   *input,
                const SoleusRedFlagContact *contact,
                GPtrArray                  *flags)
{
  const SoleusRedFlagEpisode *episode = find_episode (input, contact->episode_id);
  SoleusFinding finding = {
    .input = input,
    .episode_id = contact->episode_id,
    .side = contact->side,
    .region = episode != NULL ? episode->region : SOLEUS_REGION_CALF,
    .at = contact->at,
    .signs = contact->signs,
    .screen = contact->screen,
    .unresolved = episode != NULL && soleus_red_flags_is_unresolved (input, episode),
    .unaccustomed_load = soleus_red_flags_get_load (input, episode),
  };

  if (finding.side == SOLEUS_SIDE_UNKNOWN && episode != NULL)
    finding.side = episode->side;
  soleus_red_flags_assess_signs (&finding, flags);
  if (episode != NULL)
    soleus_red_flags_assess_persistence (input, episode, contact, flags);
}

/**
 * soleus_red_flags_assess:
 * @input: what is on record of one athlete
 *
 * Facts 127–130 with C10–C13, the mimics of clinical.md 3.2 and the clot screen of 3.1. One flag for each kind, episode and side; the same input
 * gives the same flags with the same keys, so that one already on record is known again.
 *
 * Returns: (transfer full) (element-type SoleusRaisedFlag): the flags, most urgent first
 */
GPtrArray *
soleus_red_flags_assess (const SoleusRedFlagInput *input)
{
  GPtrArray *flags = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_raised_flag_free);

  g_return_val_if_fail (input != NULL, flags);

  for (gsize i = 0; i < input->n_episodes; i++)
    assess_episode (input, &input->episodes[i], flags);
  for (gsize i = 0; i < input->n_contacts; i++)
    assess_contact (input, &input->contacts[i], flags);
  for (gsize i = 0; i < input->n_clot_screens; i++)
    soleus_red_flags_assess_clot_screen (input, &input->clot_screens[i], flags);
  soleus_red_flags_assess_frequency (input, flags);

  g_ptr_array_sort (flags, compare_most_urgent_first);
  return flags;
}
