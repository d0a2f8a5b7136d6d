#include "soleus-config.h"

#include "soleus-own-line.h"

/**
 * soleus_own_line_new:
 * @section: the id of the section that it is added to
 *
 * Returns: (transfer full): a line without words, for everybody
 */
SoleusOwnLine *
soleus_own_line_new (const char *section)
{
  SoleusOwnLine *self = g_new0 (SoleusOwnLine, 1);

  self->section = g_strdup (section);
  self->evidence = SOLEUS_EVIDENCE_EXPERT;
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
soleus_own_line_free (SoleusOwnLine *self)
{
  g_free (self->id);
  g_free (self->section);
  g_hash_table_unref (self->texts);
  g_free (self);
}

/**
 * soleus_own_line_set_text:
 * @text: (nullable): its words; %NULL or blank: it does not speak @language
 */
void
soleus_own_line_set_text (SoleusOwnLine *self,
                          const char    *language,
                          const char    *text)
{
  g_autofree char *words = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  if (words == NULL || *words == '\0')
    g_hash_table_remove (self->texts, language);
  else
    g_hash_table_replace (self->texts, g_strdup (language), g_steal_pointer (&words));
}

/**
 * soleus_own_line_get_text:
 *
 * Returns: (transfer none) (nullable): its words in @language
 */
const char *
soleus_own_line_get_text (const SoleusOwnLine *self,
                          const char          *language)
{
  return g_hash_table_lookup (self->texts, language);
}
