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
 * soleus_id_new_from_hash:
 * @hash: at least 30 hexadecimal digits in lower case, of what makes a thing this one
 *
 * Returns: (transfer full): the UUID that always belongs to @hash (version 8: made by the program's own rule)
 */
char *
soleus_id_new_from_hash (const char *hash)
{
  return g_strdup_printf ("%.8s-%.4s-8%.3s-a%.3s-%.12s", hash, hash + 8, hash + 12, hash + 15, hash + 18);
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
  if (id == NULL)
    return FALSE;
  /* each row that is read has several, and g_uuid_string_is_valid() takes five times as long */
  for (int i = 0; i < 36; i++)
    if (i == 8 || i == 13 || i == 18 || i == 23 ? id[i] != '-' : !g_ascii_isxdigit (id[i]))
      return FALSE;
  return id[36] == '\0';
}
