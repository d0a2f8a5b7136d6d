#include "soleus-config.h"

#include "soleus-episode-filter.h"

G_DEFINE_ENUM_TYPE (SoleusEpisodeOrder, soleus_episode_order,
                    G_DEFINE_ENUM_VALUE (SOLEUS_EPISODE_ORDER_DATE, "date"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_EPISODE_ORDER_PAIN, "pain"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_EPISODE_ORDER_DURATION, "duration"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_EPISODE_ORDER_NAME, "name"))

/**
 * soleus_episode_filter_init:
 * @self: (out caller-allocates): takes every episode
 */
void
soleus_episode_filter_init (SoleusEpisodeFilter *self)
{
  *self = (SoleusEpisodeFilter) { .least_pain = SOLEUS_UNKNOWN_INT, .most_pain = SOLEUS_UNKNOWN_INT };
}

/**
 * soleus_episode_filter_clear:
 *
 * Frees what is in it; it takes every episode again.
 */
void
soleus_episode_filter_clear (SoleusEpisodeFilter *self)
{
  g_free (self->from);
  g_free (self->to);
  g_free (self->muscle);
  g_free (self->activity);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  soleus_episode_filter_init (self);
}

static gboolean
is_in_period (const SoleusEpisodeFilter *self,
              SoleusRecord              *episode)
{
  g_autofree char *date = NULL;

  if (self->from == NULL && self->to == NULL)
    return TRUE;
  date = soleus_moment_dup_date (soleus_record_get_moment (episode, "onset"));
  return (self->from == NULL || g_strcmp0 (date, self->from) >= 0) && (self->to == NULL || g_strcmp0 (date, self->to) <= 0);
}

/* an unknown pain is in no range of pain */
static gboolean
is_in_pain_range (const SoleusEpisodeFilter *self,
                  gint64                     pain)
{
  if (!soleus_int_is_known (self->least_pain) && !soleus_int_is_known (self->most_pain))
    return TRUE;
  return soleus_int_is_known (pain) && (!soleus_int_is_known (self->least_pain) || pain >= self->least_pain) &&
         (!soleus_int_is_known (self->most_pain) || pain <= self->most_pain);
}

/**
 * soleus_episode_filter_takes:
 *
 * Returns: whether @episode is wanted: all that is set must fit
 */
gboolean
soleus_episode_filter_takes (const SoleusEpisodeFilter *self,
                             SoleusRecord              *episode)
{
  SoleusSide side = (SoleusSide) soleus_record_get_enum (episode, "side");

  if (self->side != SOLEUS_SIDE_UNKNOWN && side != self->side && (side != SOLEUS_SIDE_BOTH || self->side == SOLEUS_SIDE_BOTH))
    return FALSE;
  if (self->muscle != NULL && g_strcmp0 (self->muscle, soleus_record_get_text (episode, "muscle")) != 0)
    return FALSE;
  if (self->activity != NULL && g_strcmp0 (self->activity, soleus_record_get_text (episode, "activity")) != 0)
    return FALSE;
  if (self->ids != NULL && !g_hash_table_contains (self->ids, soleus_record_get_id (episode)))
    return FALSE;
  return is_in_pain_range (self, soleus_record_get_int (episode, "pain")) && is_in_period (self, episode);
}

/**
 * soleus_episode_get_duration:
 *
 * Returns: microseconds from onset to end; %SOLEUS_UNKNOWN_INT where the end is unknown or only the day of the onset is known
 */
gint64
soleus_episode_get_duration (SoleusRecord *episode)
{
  const SoleusMoment *onset = soleus_record_get_moment (episode, "onset");
  const SoleusMoment *end = soleus_record_get_moment (episode, "end");

  if (onset == NULL || end == NULL || onset->precision == SOLEUS_PRECISION_DAY || end->precision == SOLEUS_PRECISION_DAY)
    return SOLEUS_UNKNOWN_INT;
  return end->instant - onset->instant;
}

/* descending, what is unknown last */
static int
compare_known (gint64 a,
               gint64 b)
{
  gboolean known_a = soleus_int_is_known (a);
  gboolean known_b = soleus_int_is_known (b);

  if (!known_a || !known_b)
    return known_b - known_a;
  return (a < b) - (a > b);
}

/**
 * soleus_episode_compare:
 *
 * Knows no names: %SOLEUS_EPISODE_ORDER_NAME is the order of the dates here.
 *
 * Returns: below 0 if @a comes before @b; what is alike is in the order of the dates
 */
int
soleus_episode_compare (SoleusRecord       *a,
                        SoleusRecord       *b,
                        SoleusEpisodeOrder  order)
{
  int compared = 0;

  if (order == SOLEUS_EPISODE_ORDER_PAIN)
    compared = compare_known (soleus_record_get_int (a, "pain"), soleus_record_get_int (b, "pain"));
  else if (order == SOLEUS_EPISODE_ORDER_DURATION)
    compared = compare_known (soleus_episode_get_duration (a), soleus_episode_get_duration (b));
  if (compared == 0)
    compared = compare_known (soleus_record_get_instant (a, "onset"), soleus_record_get_instant (b, "onset"));
  return compared != 0 ? compared : g_strcmp0 (soleus_record_get_id (a), soleus_record_get_id (b));
}

/**
 * soleus_episode_dup_group:
 *
 * Returns: (transfer full): what an episode has in common with the others of its group: "2025-05", the id of a muscle, of a situation
 *   or of the athlete; "" where that is unknown, and without grouping
 */
char *
soleus_episode_dup_group (SoleusRecord       *episode,
                          SoleusEpisodeGroup  group)
{
  g_autofree char *date = NULL;
  const char *id = NULL;

  switch (group)
    {
    case SOLEUS_EPISODE_GROUP_MONTH:
      date = soleus_moment_dup_date (soleus_record_get_moment (episode, "onset"));
      return g_strndup (date, strlen ("YYYY-MM"));
    case SOLEUS_EPISODE_GROUP_MUSCLE:
      id = soleus_record_get_text (episode, "muscle");
      break;
    case SOLEUS_EPISODE_GROUP_SITUATION:
      id = soleus_record_get_text (episode, "activity");
      break;
    case SOLEUS_EPISODE_GROUP_ATHLETE:
      id = soleus_record_get_text (episode, "athlete");
      break;
    case SOLEUS_EPISODE_GROUP_NONE:
    default:
      break;
    }
  return g_strdup (id != NULL ? id : "");
}
