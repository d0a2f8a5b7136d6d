#include "soleus-config.h"

#include "soleus-massage-window-private.h"

/*
 * soleus_window_contacts_new:
 *
 * Returns: (transfer full): the contacts of @input by episode; they must outlive it
 */
SoleusWindowContacts *
soleus_window_contacts_new (const SoleusWindowInput *input)
{
  GHashTable *self = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (gsize i = 0; i < input->n_contacts; i++)
    {
      const char *id = input->contacts[i].episode_id != NULL ? input->contacts[i].episode_id : "";
      GPtrArray *contacts = g_hash_table_lookup (self, id);

      if (contacts == NULL)
        {
          contacts = g_ptr_array_new ();
          g_hash_table_insert (self, (gpointer) id, contacts);
        }
      g_ptr_array_add (contacts, (gpointer) &input->contacts[i]);
    }
  return self;
}

/*
 * soleus_window_contacts_list:
 * @episode_id: (nullable): an episode
 *
 * Returns: (transfer none) (nullable) (element-type SoleusWindowContact): those that concern it, in their order; %NULL: none
 */
GPtrArray *
soleus_window_contacts_list (SoleusWindowContacts *self,
                             const char           *episode_id)
{
  return g_hash_table_lookup (self, episode_id != NULL ? episode_id : "");
}
