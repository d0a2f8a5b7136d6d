#include "soleus-config.h"

#include "soleus-own-section-file.h"

#include <glib/gi18n-lib.h>

#include "soleus-error.h"
#include "soleus-own-folder-private.h"

static JsonObject *
find_section (JsonObject *root,
              const char *id)
{
  return root != NULL ? soleus_own_json_get_object (soleus_own_json_get_array (root, "sections"), id) : NULL;
}

/**
 * soleus_own_section_file_find:
 * @folder: the clinic's own content
 * @id: of a part that the clinic added
 * @error: there is none
 *
 * Returns: (transfer full) (nullable): the part with its title in each of the languages; %NULL with @error set
 */
SoleusOwnSection *
soleus_own_section_file_find (SoleusOwnFolder  *folder,
                              const char       *id,
                              GError          **error)
{
  g_autoptr (SoleusOwnSection) self = soleus_own_section_new ();

  for (const char *const *language = soleus_own_folder_get_languages (folder); *language != NULL; language++)
    {
      JsonObject *object = find_section (soleus_own_folder_get_root (folder, *language), id);
      const char *spoken = object != NULL ? soleus_own_json_get_text (object, "language") : NULL;

      if (object == NULL || !g_str_has_prefix (id, SOLEUS_OWN_PREFIX))
        continue;
      if (self->id == NULL)
        self->id = g_strdup (id);
      if (spoken == NULL || g_str_equal (spoken, *language))
        soleus_own_section_set_title (self, *language, soleus_own_json_get_text (object, "title"));
    }
  if (self->id == NULL)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND, _("This part is no longer there."));
      return NULL;
    }
  self->found = soleus_own_section_describe (self);
  return g_steal_pointer (&self);
}

/**
 * soleus_own_section_file_is_as_found:
 * @self: a part
 * @folder: the clinic's own content as it is now
 * @error: somebody changed it since @self was found (%SOLEUS_ERROR_CHANGED), or it is gone
 *
 * Returns: whether nothing is lost that somebody else wrote where @self is written; what was not found in the files is always so
 */
gboolean
soleus_own_section_file_is_as_found (const SoleusOwnSection *self,
                                     SoleusOwnFolder        *folder,
                                     GError                **error)
{
  g_autoptr (SoleusOwnSection) now = NULL;

  if (self->found == NULL)
    return TRUE;
  now = soleus_own_section_file_find (folder, self->id, error);
  if (now == NULL || g_str_equal (now->found, self->found))
    return now != NULL;
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_CHANGED,
                       _("The part was changed elsewhere while you were editing it. Open it again and repeat your change."));
  return FALSE;
}

/**
 * soleus_own_section_file_put:
 * @self: a part; one that is new gets its id here
 * @folder: the clinic's own content, to be written
 * @standing_in: the language whose title stands in where it has none
 *
 * Puts the part into the file of each language, so that lines can be added to it in each. What it holds there stays.
 */
void
soleus_own_section_file_put (SoleusOwnSection *self,
                             SoleusOwnFolder  *folder,
                             const char       *standing_in)
{
  g_return_if_fail (self != NULL && soleus_own_section_get_title (self, standing_in) != NULL);

  if (self->id == NULL)
    self->id = soleus_own_folder_dup_new_id ();
  for (const char *const *language = soleus_own_folder_get_languages (folder); *language != NULL; language++)
    {
      const char *title = soleus_own_section_get_title (self, *language);
      JsonObject *object = soleus_own_json_take_section (soleus_own_folder_edit (folder, *language), self->id);

      json_object_set_string_member (object, "title", title != NULL ? title : soleus_own_section_get_title (self, standing_in));
      if (title == NULL)
        json_object_set_string_member (object, "language", standing_in);
      else if (json_object_has_member (object, "language"))
        json_object_remove_member (object, "language");
    }
}

/**
 * soleus_own_section_file_take_out:
 * @self: a part that is there
 * @folder: the clinic's own content, to be written
 *
 * Takes it out of every file with all that it holds.
 */
void
soleus_own_section_file_take_out (const SoleusOwnSection *self,
                                  SoleusOwnFolder        *folder)
{
  g_return_if_fail (self != NULL && self->id != NULL);

  for (const char *const *language = soleus_own_folder_get_languages (folder); *language != NULL; language++)
    if (find_section (soleus_own_folder_get_root (folder, *language), self->id) != NULL)
      {
        JsonArray *sections = soleus_own_json_get_array (soleus_own_folder_edit (folder, *language), "sections");

        json_array_remove_element (sections, (guint) soleus_own_json_find (sections, self->id));
      }
}
