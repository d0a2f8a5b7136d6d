#include "soleus-config.h"

#include "soleus-clinic-own.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-content.h"
#include "soleus-clinic-private.h"
#include "soleus-error.h"
#include "soleus-own-line-file.h"

/* Returns: (transfer full) (nullable): the content as it is, %NULL with @error set */
static SoleusOwnFolder *
look (SoleusClinic  *self,
      GError       **error)
{
  g_auto (GStrv) languages = soleus_clinic_list_content_languages (self);
  g_autofree char *folder = soleus_clinic_dup_content_folder (self);

  return soleus_own_folder_open (folder != NULL ? folder : "", (const char *const *) languages, NULL, error);
}

static char *
dup_date (SoleusClinic *self)
{
  return soleus_instant_dup_local_date (soleus_clinic_get_now (self));
}

/* Returns: (transfer full) (nullable): the content to be changed, %NULL with @error set where nothing can be written */
static SoleusOwnFolder *
begin (SoleusClinic  *self,
       GError       **error)
{
  g_auto (GStrv) languages = soleus_clinic_list_content_languages (self);
  g_autofree char *folder = soleus_clinic_dup_content_folder (self);
  g_autofree char *date = dup_date (self);

  if (folder != NULL && !soleus_clinic_is_read_only (self))
    return soleus_own_folder_open (folder, (const char *const *) languages, date, error);
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY, _("This clinic cannot be changed here: its protocol stays as it is."));
  return NULL;
}

/* Where the audit cannot be written every file is put back: nothing changes of which nobody can say who did it. */
static gboolean
write_and_note (SoleusClinic     *self,
                SoleusOwnFolder  *change,
                const char       *action,
                const char       *words,
                GError          **error)
{
  gboolean done;

  if (!soleus_own_folder_write (change, error))
    return FALSE;
  done = soleus_clinic_note (self, action, NULL, NULL, words, error);
  if (!done)
    soleus_own_folder_put_back (change);
  _soleus_clinic_forget_content (self);
  return done;
}

/* @change: (transfer full). It can be taken back afterwards. */
static gboolean
carry_out (SoleusClinic     *self,
           SoleusOwnFolder  *change,
           const char       *action,
           const char       *words,
           GError          **error)
{
  g_autoptr (SoleusOwnFolder) own = change;

  if (!write_and_note (self, own, action, words, error))
    return FALSE;
  g_clear_pointer (&self->undo, _soleus_undo_step_free);
  self->undo = _soleus_undo_step_new ();
  self->undo->own = g_steal_pointer (&own);
  self->undo->own_words = g_strdup (words);
  _soleus_clinic_emit_changed (self, SOLEUS_CLINIC_OWN_CONTENT, NULL);
  return TRUE;
}

gboolean
_soleus_clinic_undo_own (SoleusClinic  *self,
                         GError       **error)
{
  g_autofree char *date = dup_date (self);
  g_autoptr (SoleusOwnFolder) back = soleus_own_folder_reverse (self->undo->own, date, error);

  if (back == NULL || !write_and_note (self, back, "protocol-undo", self->undo->own_words, error))
    return FALSE;
  g_clear_pointer (&self->undo, _soleus_undo_step_free);
  _soleus_clinic_emit_changed (self, SOLEUS_CLINIC_OWN_CONTENT, NULL);
  return TRUE;
}

/* --- lines --- */

/* what the audit says of the change: the words in the language of the program, else in the first there is */
static const char *
get_words (SoleusClinic        *self,
           const SoleusOwnLine *line)
{
  g_auto (GStrv) languages = soleus_clinic_list_content_languages (self);
  g_autofree char *interface = soleus_clinic_dup_interface_language ();
  const char *words = soleus_own_line_get_text (line, interface);

  for (guint i = 0; words == NULL && languages[i] != NULL; i++)
    words = soleus_own_line_get_text (line, languages[i]);
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
  g_autoptr (SoleusOwnFolder) folder = NULL;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (self), NULL);

  folder = look (self, error);
  return folder != NULL ? soleus_own_line_file_find (folder, id, error) : NULL;
}

/**
 * soleus_clinic_save_own_line:
 * @self: a clinic
 * @line: a line, new or changed; a new one gets its id here
 * @error: what is wrong
 *
 * Returns: %FALSE with @error set and nothing changed
 */
gboolean
soleus_clinic_save_own_line (SoleusClinic   *self,
                             SoleusOwnLine  *line,
                             GError        **error)
{
  g_autoptr (SoleusOwnFolder) change = NULL;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (line != NULL, FALSE);

  if (g_hash_table_size (line->texts) == 0)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Write the line in at least one language."));
      return FALSE;
    }
  change = begin (self, error);
  if (change == NULL)
    return FALSE;
  soleus_own_line_file_put (line, change);
  return carry_out (self, g_steal_pointer (&change), "protocol", get_words (self, line), error);
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
  g_autoptr (SoleusOwnFolder) change = NULL;
  g_autoptr (SoleusOwnLine) line = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (self), FALSE);

  change = begin (self, error);
  line = change != NULL ? soleus_own_line_file_find (change, id, error) : NULL;
  if (line == NULL)
    return FALSE;
  words = g_strdup (get_words (self, line));
  g_hash_table_remove_all (line->texts);
  soleus_own_line_file_put (line, change);
  return carry_out (self, g_steal_pointer (&change), "protocol-remove", words, error);
}
