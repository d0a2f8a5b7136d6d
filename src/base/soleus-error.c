#include "soleus-error.h"

G_DEFINE_QUARK (soleus-error-quark, soleus_error)

/**
 * soleus_error_get_exit_code:
 * @error: (nullable): an error
 *
 * Returns: the exit code of the command line for @error: 0 without one, 1 for domains other than ours
 */
int
soleus_error_get_exit_code (const GError *error)
{
  if (error == NULL)
    return 0;
  if (error->domain == G_OPTION_ERROR)
    return 2;
  if (error->domain != SOLEUS_ERROR)
    return 1;

  switch ((SoleusError) error->code)
    {
    case SOLEUS_ERROR_INVALID:
      return 2;
    case SOLEUS_ERROR_REFUSED:
      return 3;
    case SOLEUS_ERROR_NOT_FOUND:
      return 4;
    case SOLEUS_ERROR_DAMAGED:
    case SOLEUS_ERROR_TOO_NEW:
    case SOLEUS_ERROR_LOCKED:
    case SOLEUS_ERROR_ENCRYPTED:
    case SOLEUS_ERROR_GONE:
      return 5;
    case SOLEUS_ERROR_FAILED:
    case SOLEUS_ERROR_READ_ONLY:
    case SOLEUS_ERROR_FULL:
    case SOLEUS_ERROR_CHANGED:
    default:
      return 1;
    }
}
