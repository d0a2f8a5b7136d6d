#include "soleus-config.h"

#include "soleus-own-line.h"

#include "soleus-own-description.h"

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
  g_free (self->found);
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

static char *
dup_words (gconstpointer  self,
           const char    *language,
           guint          field)
{
  return g_strdup (soleus_own_line_get_text (self, language));
}

/**
 * soleus_own_line_describe:
 *
 * Returns: (transfer full): all that it says, to compare
 */
char *
soleus_own_line_describe (const SoleusOwnLine *self)
{
  g_autoptr (GString) description = g_string_new (NULL);

  soleus_own_description_add (description, self->section);
  g_string_append_printf (description, "%d;%d;", self->audience, self->evidence);
  soleus_own_description_add_words (description, self->texts, self, dup_words, 1);
  return g_string_free (g_steal_pointer (&description), FALSE);
}

/**
 * soleus_own_line_make_new:
 *
 * It says what it said, and is none of those that are there: both are kept.
 */
void
soleus_own_line_make_new (SoleusOwnLine *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->found, g_free);
}
