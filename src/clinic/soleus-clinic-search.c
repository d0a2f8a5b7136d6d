#include "soleus-config.h"

#include "soleus-clinic-search.h"

#include <string.h>

#include "soleus-clinic-private.h"
#include "soleus-search-words.h"

/**
 * soleus_clinic_search_notes:
 * @text: what was typed: each word is the beginning of a word that must be there, in any order; case and accents do not count
 * @athlete_id: (nullable): only in the records of that athlete
 * @kind: (nullable): only in records of that kind
 * @limit: at most so many
 *
 * Returns: (transfer full) (element-type SoleusNoteMatch): records that are not void, newest first; none where @text has no word;
 *   %NULL with @error set
 */
GPtrArray *
soleus_clinic_search_notes (SoleusClinic            *self,
                            const char              *text,
                            const char              *athlete_id,
                            const SoleusRecordKind  *kind,
                            guint                    limit,
                            GError                 **error)
{
  return soleus_note_search_find (soleus_store_get_connection (self->store), text, athlete_id, kind != NULL ? kind->name : NULL, limit, error);
}

/**
 * soleus_clinic_can_search:
 * @text: (nullable): what was typed
 *
 * Returns: whether there is a word to look for: something with a letter or a digit
 */
gboolean
soleus_clinic_can_search (const char *text)
{
  g_autofree char *match = soleus_search_words_dup_match (text);

  return match[0] != '\0';
}

/* Lines of a note become spaces: an excerpt is one line. */
static void
append_part (GString    *string,
             const char *part,
             gsize       length,
             gboolean    escaped)
{
  g_autofree char *line = g_strdelimit (g_strndup (part, length), "\r\n\t", ' ');
  g_autofree char *markup = escaped ? g_markup_escape_text (line, -1) : NULL;

  g_string_append (string, escaped ? markup : line);
}

static char *
dup_excerpt (const SoleusNoteMatch *match,
             const char            *begin,
             const char            *end,
             gboolean               escaped)
{
  static const char marks[] = { SOLEUS_NOTE_MATCH_BEGIN, SOLEUS_NOTE_MATCH_END, '\0' };
  g_autoptr (GString) text = g_string_new (NULL);
  const char *at = match->excerpt;

  while (*at != '\0')
    {
      gsize length = strcspn (at, marks);

      append_part (text, at, length, escaped);
      at += length;
      if (*at != '\0')
        g_string_append (text, *at++ == SOLEUS_NOTE_MATCH_BEGIN ? begin : end);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * soleus_note_match_dup_plain:
 *
 * Returns: (transfer full): the excerpt on one line, what was found between ‹ and ›
 */
char *
soleus_note_match_dup_plain (const SoleusNoteMatch *match)
{
  return dup_excerpt (match, "‹", "›", FALSE);
}

/**
 * soleus_note_match_dup_markup:
 *
 * Returns: (transfer full): the excerpt on one line as Pango markup, what was found in bold and underlined: not by colour alone
 */
char *
soleus_note_match_dup_markup (const SoleusNoteMatch *match)
{
  return dup_excerpt (match, "<b><u>", "</u></b>", TRUE);
}
