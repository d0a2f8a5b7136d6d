#include "soleus-asymmetry.h"

/* 11.5 − 9.9 is not exactly 1.6 in binary */
#define EDGE 1e-9

/**
 * soleus_asymmetry_compute:
 * @left: value of the left side, ≥ 0
 * @right: value of the right side, ≥ 0
 * @limit: the criterion in %, such as %SOLEUS_ASYMMETRY_LIMIT
 * @mdc: minimal detectable change in the unit of the test, or %SOLEUS_UNKNOWN_REAL
 * @asymmetry: (out): the difference; show both the criterion and the measurement error
 *
 * Returns: %TRUE; %FALSE if a side is unknown or both are 0
 */
gboolean
soleus_asymmetry_compute (double           left,
                          double           right,
                          double           limit,
                          double           mdc,
                          SoleusAsymmetry *asymmetry)
{
  double better = MAX (left, right);

  g_return_val_if_fail (asymmetry != NULL, FALSE);

  asymmetry->difference = asymmetry->percent = SOLEUS_UNKNOWN_REAL;
  asymmetry->within_limit = asymmetry->within_error = FALSE;
  if (isnan (left) || isnan (right) || !(better > 0))
    return FALSE;

  asymmetry->difference = fabs (left - right);
  asymmetry->percent = asymmetry->difference / better * 100;
  asymmetry->within_limit = asymmetry->percent <= limit + EDGE;
  asymmetry->within_error = !isnan (mdc) && asymmetry->difference < mdc - EDGE;
  return TRUE;
}
