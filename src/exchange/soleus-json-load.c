#include "soleus-config.h"

#include "soleus-json-load.h"

#include "soleus-error.h"
#include "soleus-json-guard.h"

/**
 * soleus_json_load:
 * @parser: takes what the text holds
 * @text: (array length=length): the text of a file; need not end with a zero
 * @length: its length in bytes
 * @maximum_size: the most bytes that are accepted
 * @error: what is wrong, in text that can be shown: json-glib quotes the file, and may cut a character in two
 *
 * Checks the text with soleus_json_guard_check() and parses it.
 *
 * Returns: %TRUE if @parser holds the content
 */
gboolean
soleus_json_load (JsonParser  *parser,
                  const char  *text,
                  gsize        length,
                  gsize        maximum_size,
                  GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *said = NULL;

  if (!soleus_json_guard_check (text, length, maximum_size, error))
    return FALSE;
  if (json_parser_load_from_data (parser, text, (gssize) length, &local_error))
    return TRUE;
  said = g_utf8_make_valid (local_error->message, -1);
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, said);
  return FALSE;
}
