#include "soleus-config.h"

#include "soleus-calf-test.h"

#include <math.h>

/* Medians of single-leg heel raises on a 10° incline (Hébert-Losier 2017, n = 566, body mass index up to 30), by decade from 20 on. */
static const struct {
  gint64 men, women;
} heel_raises[] = {
  { 37, 30 }, { 32, 27 }, { 28, 24 }, { 23, 21 }, { 19, 19 }, { 14, 16 }, { 10, 13 },
};

#define FIRST_AGE 20

/**
 * soleus_calf_test_get_norm:
 * @test: id of a row of soleus_catalogue_get_tests()
 * @age: years, or %SOLEUS_UNKNOWN_INT
 *
 * Returns: the median of healthy people of that decade and sex in the unit of the test; unknown where there is no published
 *   one: for another test, below 20 years, or without age or sex
 */
gint64
soleus_calf_test_get_norm (const char *test,
                           gint64      age,
                           SoleusSex   sex)
{
  gsize decade;

  if (g_strcmp0 (test, "heel-raise") != 0 || !soleus_int_is_known (age) || age < FIRST_AGE)
    return SOLEUS_UNKNOWN_INT;
  decade = MIN ((gsize) (age - FIRST_AGE) / 10, G_N_ELEMENTS (heel_raises) - 1);
  switch (sex)
    {
    case SOLEUS_SEX_MALE:
      return heel_raises[decade].men;
    case SOLEUS_SEX_FEMALE:
      return heel_raises[decade].women;
    case SOLEUS_SEX_UNKNOWN:
    case SOLEUS_SEX_OTHER:
    default:
      return SOLEUS_UNKNOWN_INT;
    }
}

/**
 * soleus_calf_test_get_error:
 * @between_sides: two legs on one day; otherwise the same leg on two days
 *
 * Returns: the minimal detectable change in the unit of the test; a difference below it may be measuring alone. Unknown where
 *   none is published (Bennell 1998 and Powden 2015 give one for knee to wall)
 */
double
soleus_calf_test_get_error (const char *test,
                            gboolean    between_sides)
{
  if (g_strcmp0 (test, "knee-to-wall") != 0)
    return SOLEUS_UNKNOWN_REAL;
  return between_sides ? SOLEUS_KNEE_TO_WALL_MDC_BETWEEN_CM : SOLEUS_KNEE_TO_WALL_MDC_WITHIN_CM;
}

/**
 * soleus_calf_test_compare_sides:
 * @asymmetry: (out): show both the criterion of 10 % (Green 2022) and the measurement error
 *
 * Returns: %FALSE if a side is unknown or both are 0
 */
gboolean
soleus_calf_test_compare_sides (const char      *test,
                                double           left,
                                double           right,
                                SoleusAsymmetry *asymmetry)
{
  return soleus_asymmetry_compute (left, right, SOLEUS_ASYMMETRY_LIMIT, soleus_calf_test_get_error (test, TRUE), asymmetry);
}

/**
 * soleus_calf_test_judge_change:
 * @before: an earlier result of a leg
 * @after: a later one of the same leg
 *
 * Returns: whether the change is more than measuring twice can be (clinical.md 3.8: a change counts only above the minimal
 *   detectable change within a person)
 */
SoleusTestChange
soleus_calf_test_judge_change (const char *test,
                               double      before,
                               double      after)
{
  double error = soleus_calf_test_get_error (test, FALSE);

  if (!soleus_real_is_known (before) || !soleus_real_is_known (after))
    return SOLEUS_TEST_CHANGE_UNKNOWN;
  if (!soleus_real_is_known (error))
    return SOLEUS_TEST_CHANGE_NO_ERROR;
  /* 11.9 − 10 is not exactly 1.9 in binary */
  return fabs (after - before) > error + 1e-9 ? SOLEUS_TEST_CHANGE_BEYOND_ERROR : SOLEUS_TEST_CHANGE_WITHIN_ERROR;
}
