#include "soleus-id.h"

/**
 * soleus_id_new:
 *
 * Returns: (transfer full): a new random UUID
 */
char *
soleus_id_new (void)
{
  return g_uuid_string_random ();
}

/**
 * soleus_id_is_valid:
 * @id: (nullable): text
 *
 * Returns: %TRUE if @id is a whole UUID
 */
gboolean
soleus_id_is_valid (const char *id)
{
  return id != NULL && g_uuid_string_is_valid (id);
}
