#include "soleus-config.h"

#include "soleus-clinic-content.h"

#include "soleus-content-own.h"
#include "soleus-content-reader.h"
#include "soleus-error.h"
#include "soleus-own-line-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FALLBACK_LANGUAGE "en"

/* "de-AT" is read as "de"; a language without content as English. */
static char *
settle_language (const char *wished)
{
  g_auto (GStrv) speaks = soleus_content_list_languages (SOLEUS_CONTENT_RESOURCES);
  g_autofree char *own = wished == NULL || *wished == '\0' ? soleus_clinic_dup_interface_language () : NULL;
  g_autofree char *main_part = NULL;
  const char *language = own != NULL ? own : wished;

  if (language == NULL)
    return g_strdup (FALLBACK_LANGUAGE);
  if (g_strv_contains ((const char *const *) speaks, language))
    return g_strdup (language);
  main_part = g_strndup (language, strcspn (language, "_.@-"));
  if (g_strv_contains ((const char *const *) speaks, main_part))
    return g_steal_pointer (&main_part);
  return g_strdup (FALLBACK_LANGUAGE);
}

/* A fault in what the clinic added must not take its handouts away: then the shipped content is served, and the fault told. */
static SoleusContent *
load_with_own (SoleusClinic  *self,
               const char    *language,
               GError       **error)
{
  g_autofree char *folder = soleus_clinic_dup_content_folder (self);
  g_autoptr (SoleusContent) content = NULL;
  g_autoptr (GError) problem = NULL;

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    return soleus_content_load_built_in (language, error);
  content = soleus_content_load (SOLEUS_CONTENT_RESOURCES, language, error);
  if (content == NULL || soleus_content_read_own (content, folder, &problem))
    return g_steal_pointer (&content);
  g_object_set_data_full (G_OBJECT (self), "soleus-content-problem", g_strdup (problem->message), g_free);
  return g_steal_pointer (&content);
}

/**
 * soleus_clinic_dup_interface_language:
 *
 * Returns: (transfer full): the language that labels speak, "de" or "pt-BR": that of the translation in use, which names
 * itself in its header; else English
 */
char *
soleus_clinic_dup_interface_language (void)
{
  const char *header = g_dgettext (GETTEXT_PACKAGE, "");
  const char *field = header != NULL ? strstr (header, "Language: ") : NULL;
  g_autofree char *language = NULL;

  if (field == NULL)
    return g_strdup (FALLBACK_LANGUAGE);
  field += strlen ("Language: ");
  language = g_strndup (field, strcspn (field, "\n .@"));
  return g_strdelimit (g_steal_pointer (&language), "_", '-');
}

/**
 * soleus_clinic_load_content:
 * @self: a clinic
 * @language: (nullable): a language, "de" or "de-AT"; %NULL for that in which the program speaks: a page is of one piece,
 *   while a handout may speak a language that the program does not
 * @error: return location for an error
 *
 * A language in which there is no content is served in English.
 *
 * Returns: (transfer full) (nullable): the protocol in that language, or %NULL with @error set
 */
SoleusContent *
soleus_clinic_load_content (SoleusClinic  *self,
                            const char    *language,
                            GError       **error)
{
  g_autofree char *settled = NULL, *key = NULL;
  SoleusContent *content;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (self), NULL);

  settled = settle_language (language);
  key = g_strconcat ("soleus-content-", settled, NULL);
  content = g_object_get_data (G_OBJECT (self), key);
  if (content != NULL)
    return g_object_ref (content);
  content = load_with_own (self, settled, error);
  if (content != NULL)
    g_object_set_data_full (G_OBJECT (self), key, g_object_ref (content), g_object_unref);
  return content;
}

/**
 * soleus_clinic_dup_content_folder:
 * @self: a clinic
 *
 * Returns: (transfer full) (nullable): the folder beside the clinic file in which its own lines and exercises lie:
 *   "clinic.content" for "clinic.soleus"; %NULL for a clinic in memory
 */
char *
soleus_clinic_dup_content_folder (SoleusClinic *self)
{
  const char *path;
  g_autofree char *stem = NULL;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (self), NULL);

  path = soleus_clinic_get_path (self);
  if (path == NULL || g_str_has_prefix (path, ":"))
    return NULL;
  stem = g_str_has_suffix (path, ".soleus") ? g_strndup (path, strlen (path) - strlen (".soleus")) : g_strdup (path);
  return g_strconcat (stem, ".content", NULL);
}

/**
 * soleus_clinic_get_content_problem:
 * @self: a clinic
 *
 * Returns: (transfer none) (nullable): why what the clinic added is not shown: which file, which entry and what is wrong
 */
const char *
soleus_clinic_get_content_problem (SoleusClinic *self)
{
  g_return_val_if_fail (SOLEUS_IS_CLINIC (self), NULL);

  return g_object_get_data (G_OBJECT (self), "soleus-content-problem");
}

/**
 * soleus_clinic_list_content_languages:
 * @self: a clinic
 *
 * Returns: (transfer full) (array zero-terminated=1): the languages in which there are handouts
 */
char **
soleus_clinic_list_content_languages (SoleusClinic *self)
{
  g_return_val_if_fail (SOLEUS_IS_CLINIC (self), NULL);

  return soleus_content_list_languages (SOLEUS_CONTENT_RESOURCES);
}

static void
forget_content (SoleusClinic *self)
{
  g_auto (GStrv) languages = soleus_clinic_list_content_languages (self);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *key = g_strconcat ("soleus-content-", languages[i], NULL);

      g_object_set_data (G_OBJECT (self), key, NULL);
    }
  g_object_set_data (G_OBJECT (self), "soleus-content-problem", NULL);
}

/* Returns: (transfer full) (nullable): the folder, %NULL with @error set where nothing can be written */
static char *
dup_writable_folder (SoleusClinic  *self,
                     GError       **error)
{
  g_autofree char *folder = soleus_clinic_dup_content_folder (self);

  if (folder != NULL && !soleus_clinic_is_read_only (self))
    return g_steal_pointer (&folder);
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY, _("This clinic cannot be changed here: its lines stay as they are."));
  return NULL;
}

/* what the audit says of the change: the words in the language of the program, else in the first there is */
static const char *
get_words (const SoleusOwnLine *line,
           const char *const   *languages)
{
  g_autofree char *interface = soleus_clinic_dup_interface_language ();
  const char *words = soleus_own_line_get_text (line, interface);

  for (; words == NULL && *languages != NULL; languages++)
    words = soleus_own_line_get_text (line, *languages);
  return words;
}

/**
 * soleus_clinic_find_own_line:
 * @self: a clinic
 * @id: the id of a line that the clinic added
 * @error: why it cannot be read
 *
 * Returns: (transfer full) (nullable): the line in all its languages, or %NULL with @error set
 */
SoleusOwnLine *
soleus_clinic_find_own_line (SoleusClinic  *self,
                             const char    *id,
                             GError       **error)
{
  g_auto (GStrv) languages = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (self), NULL);

  languages = soleus_clinic_list_content_languages (self);
  folder = soleus_clinic_dup_content_folder (self);
  return soleus_own_line_file_find (folder != NULL ? folder : "", (const char *const *) languages, id, error);
}

/* @former: (nullable): the line as it was, %NULL for a new one. Where the audit cannot be written it is put back: nothing changes of which nobody
 * can say who did it. */
static gboolean
write_and_note (SoleusClinic         *self,
                SoleusOwnLine        *line,
                const SoleusOwnLine  *former,
                const char           *action,
                GError              **error)
{
  g_auto (GStrv) languages = soleus_clinic_list_content_languages (self);
  const char *const *all = (const char *const *) languages;
  g_autofree char *folder = dup_writable_folder (self, error);
  g_autofree char *date = soleus_instant_dup_local_date (soleus_clinic_get_now (self));
  g_autoptr (SoleusOwnLine) back = NULL;

  if (folder == NULL || !soleus_own_line_file_write (line, folder, all, date, error))
    return FALSE;
  forget_content (self);
  if (soleus_clinic_note (self, action, NULL, NULL, get_words (g_hash_table_size (line->texts) > 0 ? line : former, all), error))
    return TRUE;
  back = soleus_own_line_copy (former != NULL ? former : line);
  if (former == NULL)
    g_hash_table_remove_all (back->texts);
  soleus_own_line_file_write (back, folder, all, date, NULL);
  forget_content (self);
  return FALSE;
}

/**
 * soleus_clinic_save_own_line:
 * @self: a clinic
 * @line: a line, new or changed; a new one gets its id here
 * @error: what is wrong
 *
 * The version of the clinic's content becomes the date of today; handouts that were issued keep their words. The audit says what was changed.
 *
 * Returns: %FALSE with @error set and nothing changed
 */
gboolean
soleus_clinic_save_own_line (SoleusClinic   *self,
                             SoleusOwnLine  *line,
                             GError        **error)
{
  g_autoptr (SoleusOwnLine) former = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (line != NULL, FALSE);

  if (g_hash_table_size (line->texts) == 0)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Write the line in at least one language."));
      return FALSE;
    }
  if (line->id != NULL)
    former = soleus_clinic_find_own_line (self, line->id, &local_error);
  if (local_error != NULL && !g_error_matches (local_error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return write_and_note (self, line, former, "protocol", error);
}

/**
 * soleus_clinic_remove_own_line:
 * @self: a clinic
 * @id: the id of a line that the clinic added
 * @error: what is wrong
 *
 * Takes it out in every language. Handouts that were issued keep it.
 *
 * Returns: %FALSE with @error set and nothing changed
 */
gboolean
soleus_clinic_remove_own_line (SoleusClinic  *self,
                               const char    *id,
                               GError       **error)
{
  g_autoptr (SoleusOwnLine) former = NULL, line = NULL;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (self), FALSE);

  former = soleus_clinic_find_own_line (self, id, error);
  if (former == NULL)
    return FALSE;
  line = soleus_own_line_copy (former);
  g_hash_table_remove_all (line->texts);
  return write_and_note (self, line, former, "protocol-remove", error);
}
