#include "soleus-config.h"

#include "soleus-look-back.h"

#include <glib/gi18n-lib.h>

/* A habit is there when it was there on a third of the days; what happens on one day is there when it happened (clinic rule). */
#define SHARE_OF_A_HABIT 3

/* fluids, sleep, load, shoes, heat, medicines, travel: what a check-in, a session or the record can show of a day */
static const SoleusLookBackFactor factors[] = {
  { "dehydration", FALSE },
  { "low-carbohydrate", FALSE },
  { "lack-of-sleep", FALSE },
  { "excessive-training", TRUE },
  { "muscle-fatigue", TRUE },
  { "poor-recovery", FALSE },
  { "muscle-tightness", FALSE },
  { "footwear", FALSE },
  { "heat", TRUE },
  { "coffee-tea", FALSE },
  { "alcohol", FALSE },
  { "medication", TRUE },
  { "travel", TRUE },
  { "illness", TRUE },
};

/**
 * soleus_look_back_list_factors:
 * @n_factors: (out)
 *
 * Returns: (transfer none) (array length=n_factors): what is compared, in the order in which it is read
 */
const SoleusLookBackFactor *
soleus_look_back_list_factors (gsize *n_factors)
{
  *n_factors = G_N_ELEMENTS (factors);
  return factors;
}

/**
 * soleus_look_back_factor_get_label:
 *
 * Returns: (transfer none): translated
 */
const char *
soleus_look_back_factor_get_label (const SoleusLookBackFactor *factor)
{
  const SoleusCatalogueRow *row = soleus_catalogue_find (soleus_catalogue_get_risk_factors (), factor->id);

  if (row != NULL)
    return soleus_catalogue_row_get_label (row);
  return g_str_equal (factor->id, "travel") ? _("Travel of three hours or more") : _("Illness");
}

/**
 * soleus_look_back_get_days:
 *
 * Returns: the days of a window, its last one included
 */
guint
soleus_look_back_get_days (SoleusLookBackWindow window)
{
  switch (window)
    {
    case SOLEUS_LOOK_BACK_WEEK:
      return 7;
    case SOLEUS_LOOK_BACK_FOUR_WEEKS:
      return SOLEUS_LOOK_BACK_LONGEST_DAYS;
    case SOLEUS_LOOK_BACK_DAY:
    default:
      return 1;
    }
}

/**
 * soleus_look_back_dup_day:
 * @onset: of a cramp
 *
 * Check-ins are kept by the day. The 24 hours before a cramp at eight in the evening are mostly those of its own day; before one
 * that woke the athlete at three they are those of the day before.
 *
 * Returns: (transfer full): "YYYY-MM-DD", the calendar day that holds most of the 24 hours before @onset
 */
char *
soleus_look_back_dup_day (const SoleusMoment *onset)
{
  g_autoptr (SoleusMoment) middle = NULL;

  if (onset->precision == SOLEUS_PRECISION_DAY)
    return soleus_moment_dup_date (onset);
  middle = soleus_moment_copy (onset);
  middle->instant -= 12 * SOLEUS_USEC_PER_HOUR;
  return soleus_moment_dup_date (middle);
}

/**
 * soleus_look_back_judge:
 * @days: (array length=n_days): whether each day of the window shows the factor
 *
 * Returns: whether the window shows it; unknown where less than half of its days are known and those do not settle it
 */
SoleusAnswer
soleus_look_back_judge (const SoleusAnswer *days,
                        gsize               n_days,
                        gboolean            by_event)
{
  gsize n_known = 0, n_yes = 0;

  for (gsize i = 0; i < n_days; i++)
    {
      n_known += days[i] != SOLEUS_ANSWER_UNKNOWN;
      n_yes += days[i] == SOLEUS_ANSWER_YES;
    }
  if (by_event && n_yes > 0)
    return SOLEUS_ANSWER_YES;
  if (n_known == 0 || n_known * 2 < n_days)
    return SOLEUS_ANSWER_UNKNOWN;
  if (by_event)
    return SOLEUS_ANSWER_NO;
  return n_yes > 0 && n_yes * SHARE_OF_A_HABIT >= n_known ? SOLEUS_ANSWER_YES : SOLEUS_ANSWER_NO;
}

static void
count (SoleusLookBackCount *self,
       SoleusAnswer         answer,
       guint                times)
{
  if (answer == SOLEUS_ANSWER_UNKNOWN)
    {
      self->unknown += times;
      return;
    }
  self->of += times;
  if (answer == SOLEUS_ANSWER_YES)
    self->with += times;
}

/**
 * soleus_look_back_compare:
 * @days: (array length=n_days): whether each day shows the factor, oldest first
 * @cramps: (array length=n_days): how many cramps look back from each day
 * @first: the first day of the period; those before it only lead up to it
 * @comparison: (out caller-allocates)
 *
 * Every cramp counts its window, and every day without one counts the window that ends with it: the athlete's own ordinary
 * days. Neighbouring windows share days, so that the interval of the ordinary days is narrower than it should be; the shares
 * describe what was recorded. (Wilson interval, 95 %: clinical.md section 6.)
 */
void
soleus_look_back_compare (const SoleusAnswer       *days,
                          const guint              *cramps,
                          gsize                     n_days,
                          gsize                     first,
                          SoleusLookBackWindow      window,
                          gboolean                  by_event,
                          SoleusLookBackComparison *comparison)
{
  gsize length = soleus_look_back_get_days (window);

  *comparison = (SoleusLookBackComparison) { 0, };
  for (gsize i = first; i < n_days; i++)
    {
      SoleusAnswer answer = i + 1 >= length ? soleus_look_back_judge (days + i + 1 - length, length, by_event) : SOLEUS_ANSWER_UNKNOWN;

      if (cramps[i] > 0)
        count (&comparison->cramps, answer, cramps[i]);
      else
        count (&comparison->ordinary_days, answer, 1);
    }
  comparison->cramps.is_known = soleus_proportion_compute (comparison->cramps.with, comparison->cramps.of, &comparison->cramps.share);
  comparison->ordinary_days.is_known =
    soleus_proportion_compute (comparison->ordinary_days.with, comparison->ordinary_days.of, &comparison->ordinary_days.share);
  comparison->enough = comparison->cramps.of >= SOLEUS_LOOK_BACK_LEAST_CRAMPS &&
                       comparison->ordinary_days.of >= SOLEUS_LOOK_BACK_LEAST_ORDINARY;
}

/**
 * soleus_look_back_get_verdict:
 *
 * Returns: more or less often only where the two intervals do not touch (clinic rule, the cautious one)
 */
SoleusLookBackVerdict
soleus_look_back_get_verdict (const SoleusLookBackComparison *comparison)
{
  if (!comparison->enough)
    return SOLEUS_LOOK_BACK_TOO_FEW;
  if (comparison->cramps.share.lower > comparison->ordinary_days.share.upper)
    return SOLEUS_LOOK_BACK_MORE_OFTEN;
  if (comparison->cramps.share.upper < comparison->ordinary_days.share.lower)
    return SOLEUS_LOOK_BACK_LESS_OFTEN;
  return SOLEUS_LOOK_BACK_NO_CLEAR_DIFFERENCE;
}

/**
 * soleus_look_back_verdict_get_label:
 *
 * Returns: (transfer none): translated, for a person
 */
const char *
soleus_look_back_verdict_get_label (SoleusLookBackVerdict verdict)
{
  switch (verdict)
    {
    case SOLEUS_LOOK_BACK_MORE_OFTEN:
      return _("More often than on ordinary days");
    case SOLEUS_LOOK_BACK_LESS_OFTEN:
      return _("Less often than on ordinary days");
    case SOLEUS_LOOK_BACK_NO_CLEAR_DIFFERENCE:
      return _("No clear difference");
    case SOLEUS_LOOK_BACK_TOO_FEW:
    default:
      return _("Too few to say");
    }
}

/**
 * soleus_look_back_count_format:
 *
 * Returns: (transfer full): "7 of 12 (58 %, 32–81 %)", the share and its 95 % interval
 */
char *
soleus_look_back_count_format (const SoleusLookBackCount *count)
{
  if (!count->is_known)
    return g_strdup (_("not known"));
  /* TRANSLATORS: "7 of 12 (58 %, 32–81 %)", the share and its 95 % interval */
  return g_strdup_printf (_("%u of %u (%.0f %%, %.0f–%.0f %%)"), count->with, count->of, count->share.share * 100,
                          count->share.lower * 100, count->share.upper * 100);
}
