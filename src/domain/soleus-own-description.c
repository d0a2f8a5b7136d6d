#include "soleus-config.h"

#include "soleus-own-description.h"

#include <string.h>

/**
 * soleus_own_description_add:
 * @text: (nullable): what is said
 *
 * Adds it so that no other texts give the same: its length stands before it.
 */
void
soleus_own_description_add (GString    *description,
                            const char *text)
{
  if (text == NULL)
    g_string_append (description, "-;");
  else
    g_string_append_printf (description, "%" G_GSIZE_FORMAT ":%s;", strlen (text), text);
}

/**
 * soleus_own_description_add_words:
 * @languages: (element-type utf8 any): the keys are the languages
 * @self: what has words
 * @func: its words
 * @n_fields: how many fields it has in each language
 *
 * Adds the words of each language that has any, in the order of their codes.
 */
void
soleus_own_description_add_words (GString            *description,
                                  GHashTable         *languages,
                                  gconstpointer       self,
                                  SoleusOwnWordsFunc  func,
                                  guint               n_fields)
{
  g_autoptr (GList) sorted = g_list_sort (g_hash_table_get_keys (languages), (GCompareFunc) g_strcmp0);

  for (GList *l = sorted; l != NULL; l = l->next)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      gboolean any = FALSE;

      for (guint i = 0; i < n_fields; i++)
        {
          g_autofree char *field = func (self, l->data, i);

          any = any || field != NULL;
          soleus_own_description_add (words, field);
        }
      if (!any)
        continue;
      soleus_own_description_add (description, l->data);
      g_string_append (description, words->str);
    }
}
