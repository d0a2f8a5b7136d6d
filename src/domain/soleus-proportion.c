#include "soleus-proportion.h"

/* two-sided 95 % */
#define Z 1.959963984540054

/**
 * soleus_proportion_compute:
 * @cases: at most @total
 * @proportion: (out): the share with its 95 % Wilson interval
 *
 * Returns: %TRUE; %FALSE with everything unknown for a @total of 0
 */
gboolean
soleus_proportion_compute (guint             cases,
                           guint             total,
                           SoleusProportion *proportion)
{
  double n = total;
  double centre;
  double half;

  g_return_val_if_fail (proportion != NULL && cases <= total, FALSE);

  proportion->share = proportion->lower = proportion->upper = SOLEUS_UNKNOWN_REAL;
  if (total == 0)
    return FALSE;

  proportion->share = cases / n;
  centre = (proportion->share + Z * Z / (2 * n)) / (1 + Z * Z / n);
  half = Z / (1 + Z * Z / n) * sqrt (proportion->share * (1 - proportion->share) / n + Z * Z / (4 * n * n));
  /* inside 0 to 1 but for rounding at the ends */
  proportion->lower = cases == 0 ? 0 : centre - half;
  proportion->upper = cases == total ? 1 : centre + half;
  return TRUE;
}
