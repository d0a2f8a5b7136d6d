#include "soleus-config.h"

#include "soleus-recurrence.h"

#include <glib/gi18n-lib.h>

#include "soleus-moment.h"

static gboolean
has_place (const SoleusRecurrenceEpisode *self)
{
  return self->side != SOLEUS_SIDE_UNKNOWN && self->muscle != NULL;
}

/* @one has a place */
static gboolean
is_same_place (const SoleusRecurrenceEpisode *one,
               const SoleusRecurrenceEpisode *two)
{
  return has_place (two) && g_str_equal (one->muscle, two->muscle) &&
         (one->side == two->side || one->side == SOLEUS_SIDE_BOTH || two->side == SOLEUS_SIDE_BOTH);
}

/* calendar months, local time */
static gboolean
is_within (SoleusInstant from,
           SoleusInstant at,
           int           months)
{
  g_autoptr (GDateTime) start = g_date_time_new_from_unix_local (from / SOLEUS_USEC_PER_SECOND);
  g_autoptr (GDateTime) end = g_date_time_add_months (start, months);

  /* the calendar ends with the year 9999 */
  return end != NULL && at / SOLEUS_USEC_PER_SECOND <= g_date_time_to_unix (end);
}

/**
 * soleus_recurrence_classify:
 * @episodes: oldest first
 * @index: which of them
 *
 * An episode is compared with the latest one before it at the same side and muscle; both sides count as either.
 *
 * Returns: what it is by the definitions that are named above
 */
SoleusRecurrence
soleus_recurrence_classify (const SoleusRecurrenceEpisode *episodes,
                            gsize                          index)
{
  const SoleusRecurrenceEpisode *self = &episodes[index], *before = NULL;

  if (index == 0)
    return SOLEUS_RECURRENCE_INDEX;
  if (!has_place (self))
    return SOLEUS_RECURRENCE_NO_PLACE;

  for (gsize i = index; i > 0 && before == NULL; i--)
    if (is_same_place (self, &episodes[i - 1]))
      before = &episodes[i - 1];

  if (before == NULL)
    return SOLEUS_RECURRENCE_ELSEWHERE;
  if (before->returned_at == SOLEUS_UNKNOWN_INSTANT)
    return SOLEUS_RECURRENCE_NO_RETURN;
  if (before->returned_at > self->onset)
    return SOLEUS_RECURRENCE_EXACERBATION;
  if (is_within (before->returned_at, self->onset, SOLEUS_RECURRENCE_EARLY_MONTHS))
    return SOLEUS_RECURRENCE_EARLY;
  return is_within (before->returned_at, self->onset, SOLEUS_RECURRENCE_LATE_MONTHS) ? SOLEUS_RECURRENCE_LATE : SOLEUS_RECURRENCE_DELAYED;
}

/**
 * soleus_recurrence_get_label:
 *
 * Returns: the kind in words, translated
 */
const char *
soleus_recurrence_get_label (SoleusRecurrence kind)
{
  static const char *const labels[SOLEUS_RECURRENCE_N_KINDS] = {
    [SOLEUS_RECURRENCE_INDEX] = N_("first on record"),
    [SOLEUS_RECURRENCE_ELSEWHERE] = N_("at a new place"),
    [SOLEUS_RECURRENCE_EXACERBATION] = N_("same place, before training again"),
    [SOLEUS_RECURRENCE_EARLY] = N_("same place, within 2 months of training again"),
    [SOLEUS_RECURRENCE_LATE] = N_("same place, after 2 to 12 months"),
    [SOLEUS_RECURRENCE_DELAYED] = N_("same place, after more than 12 months"),
    [SOLEUS_RECURRENCE_NO_RETURN] = N_("same place, return to training not recorded"),
    [SOLEUS_RECURRENCE_NO_PLACE] = N_("place not known"),
  };

  g_return_val_if_fail (kind < SOLEUS_RECURRENCE_N_KINDS, NULL);

  return g_dgettext (GETTEXT_PACKAGE, labels[kind]);
}

/**
 * soleus_recurrence_format:
 * @counts: (array fixed-size=8): how many episodes of each kind
 *
 * Returns: (transfer full): those that there are, one a line, translated
 */
char *
soleus_recurrence_format (const guint *counts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int kind = 0; kind < SOLEUS_RECURRENCE_N_KINDS; kind++)
    if (counts[kind] > 0)
      g_string_append_printf (text, "%s%u %s", text->len > 0 ? "\n" : "", counts[kind], soleus_recurrence_get_label (kind));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
