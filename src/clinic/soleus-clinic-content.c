#include "soleus-config.h"

#include "soleus-clinic-content.h"

#include "soleus-clinic-private.h"
#include "soleus-content-folder.h"
#include "soleus-content-own.h"
#include "soleus-content-reader.h"

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
  g_return_val_if_fail (SOLEUS_IS_CLINIC (self), NULL);

  return soleus_content_folder_dup_path (soleus_clinic_get_path (self));
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

/* What was read is read again when it is next asked for. */
void
_soleus_clinic_forget_content (SoleusClinic *self)
{
  g_auto (GStrv) languages = soleus_clinic_list_content_languages (self);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *key = g_strconcat ("soleus-content-", languages[i], NULL);

      g_object_set_data (G_OBJECT (self), key, NULL);
    }
  g_object_set_data (G_OBJECT (self), "soleus-content-problem", NULL);
}
