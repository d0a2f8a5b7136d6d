#include "soleus-config.h"

#include "soleus-search-words.h"

static gboolean
has_letter_or_digit (const char *word)
{
  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

/**
 * soleus_search_words_dup_match:
 * @text: (nullable): what was typed; it need not be valid UTF-8
 *
 * Each word typed is the beginning of a word that is looked for; all of them must be there. Words without a letter or a digit are left out.
 *
 * Returns: (transfer full): an FTS5 expression, "" if @text has no word
 */
char *
soleus_search_words_dup_match (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_auto (GStrv) words = g_strsplit_set (valid, " \t\r\n", -1);
  g_autoptr (GString) match = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = NULL;
      g_autofree char *escaped = NULL;

      if (!has_letter_or_digit (words[i]))
        continue;
      parts = g_strsplit (words[i], "\"", -1);
      escaped = g_strjoinv ("\"\"", parts);
      g_string_append_printf (match, "%s\"%s\"*", match->len > 0 ? " " : "", escaped);
    }
  return g_string_free (g_steal_pointer (&match), FALSE);
}
