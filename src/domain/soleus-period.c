#include "soleus-config.h"

#include "soleus-period.h"

#include "soleus-moment.h"

/**
 * soleus_period_find_fault:
 * @from: "YYYY-MM-DD", the first day
 * @to: "YYYY-MM-DD", the last day
 * @today: "YYYY-MM-DD"
 *
 * Nothing is recorded of days to come: a report that reached into them would draw them as days without a cramp.
 *
 * Returns: what to say first; a single day is a period
 */
SoleusPeriodFault
soleus_period_find_fault (const char *from,
                          const char *to,
                          const char *today)
{
  g_return_val_if_fail (soleus_date_is_valid (from) && soleus_date_is_valid (to) && soleus_date_is_valid (today), SOLEUS_PERIOD_BACKWARDS);

  if (g_strcmp0 (from, today) > 0 || g_strcmp0 (to, today) > 0)
    return SOLEUS_PERIOD_FUTURE;
  if (g_strcmp0 (from, to) > 0)
    return SOLEUS_PERIOD_BACKWARDS;
  return soleus_date_get_years_between (from, to) >= SOLEUS_PERIOD_MOST_YEARS ? SOLEUS_PERIOD_TOO_LONG : SOLEUS_PERIOD_FINE;
}
