#include "soleus-config.h"

#include "soleus-own-section.h"

#include "soleus-own-description.h"

/**
 * soleus_own_section_new:
 *
 * Returns: (transfer full): a part without a title
 */
SoleusOwnSection *
soleus_own_section_new (void)
{
  SoleusOwnSection *self = g_new0 (SoleusOwnSection, 1);

  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
soleus_own_section_free (SoleusOwnSection *self)
{
  g_free (self->id);
  g_free (self->found);
  g_hash_table_unref (self->titles);
  g_free (self);
}

/**
 * soleus_own_section_set_title:
 * @title: (nullable): its title; %NULL or blank: it has none in @language
 */
void
soleus_own_section_set_title (SoleusOwnSection *self,
                              const char       *language,
                              const char       *title)
{
  g_autofree char *words = title != NULL ? g_strstrip (g_strdup (title)) : NULL;

  if (words == NULL || *words == '\0')
    g_hash_table_remove (self->titles, language);
  else
    g_hash_table_replace (self->titles, g_strdup (language), g_steal_pointer (&words));
}

/**
 * soleus_own_section_get_title:
 *
 * Returns: (transfer none) (nullable): its title in @language
 */
const char *
soleus_own_section_get_title (const SoleusOwnSection *self,
                              const char             *language)
{
  return g_hash_table_lookup (self->titles, language);
}

/**
 * soleus_own_section_find_language:
 * @wished: (nullable): the first to be looked for
 * @languages: (array zero-terminated=1): then these in order
 *
 * Returns: (transfer none) (nullable): a language in which it has a title, which stands in where it has none; %NULL: it has none at all
 */
const char *
soleus_own_section_find_language (const SoleusOwnSection *self,
                                  const char             *wished,
                                  const char *const      *languages)
{
  if (wished != NULL && soleus_own_section_get_title (self, wished) != NULL)
    return wished;
  for (; *languages != NULL; languages++)
    if (soleus_own_section_get_title (self, *languages) != NULL)
      return *languages;
  return NULL;
}

static char *
dup_words (gconstpointer  self,
           const char    *language,
           guint          field)
{
  return g_strdup (soleus_own_section_get_title (self, language));
}

/**
 * soleus_own_section_describe:
 *
 * Returns: (transfer full): all that it says, to compare; what stands in it says its own
 */
char *
soleus_own_section_describe (const SoleusOwnSection *self)
{
  g_autoptr (GString) description = g_string_new (NULL);

  soleus_own_description_add_words (description, self->titles, self, dup_words, 1);
  return g_string_free (g_steal_pointer (&description), FALSE);
}

/**
 * soleus_own_section_make_new:
 *
 * It has the titles that it had, and is none of those that are there: both are kept.
 */
void
soleus_own_section_make_new (SoleusOwnSection *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->found, g_free);
}
