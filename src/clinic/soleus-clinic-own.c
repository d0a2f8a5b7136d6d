#include "soleus-config.h"

#include "soleus-clinic-own.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-content.h"
#include "soleus-clinic-private.h"
#include "soleus-error.h"
#include "soleus-own-exercise-file.h"
#include "soleus-own-line-file.h"
#include "soleus-own-section-file.h"

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

/* What was saved is what is found from now on; what could not be is as new as it was.
 *
 * @now: (transfer full): a description of what was to be saved */
static gboolean
take_as_found (gboolean   saved,
               char     **id,
               char     **found,
               char      *now)
{
  if (saved)
    {
      g_free (*found);
      *found = now;
      return TRUE;
    }
  g_free (now);
  if (*found == NULL)
    g_clear_pointer (id, g_free);
  return FALSE;
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
 * Returns: %FALSE with @error set and nothing changed: %SOLEUS_ERROR_CHANGED where somebody else changed it since it was found
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
  if (change == NULL || !soleus_own_line_file_is_as_found (line, change, error))
    return FALSE;
  soleus_own_line_file_put (line, change);
  return take_as_found (carry_out (self, g_steal_pointer (&change), "protocol", get_words (self, line), error),
                        &line->id, &line->found, soleus_own_line_describe (line));
}

/**
 * soleus_clinic_remove_own_line:
 * @self: a clinic
 * @line: a line that the clinic added, as it was found
 * @error: what is wrong
 *
 * Takes it out in every language. Handouts that were issued keep it.
 *
 * Returns: %FALSE with @error set and nothing changed
 */
gboolean
soleus_clinic_remove_own_line (SoleusClinic         *self,
                               const SoleusOwnLine  *line,
                               GError              **error)
{
  g_autoptr (SoleusOwnFolder) change = NULL;
  g_autoptr (SoleusOwnLine) present = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (line != NULL && line->id != NULL, FALSE);

  change = begin (self, error);
  if (change == NULL || !soleus_own_line_file_is_as_found (line, change, error))
    return FALSE;
  present = soleus_own_line_file_find (change, line->id, error);
  if (present == NULL)
    return FALSE;
  words = g_strdup (get_words (self, present));
  g_hash_table_remove_all (present->texts);
  soleus_own_line_file_put (present, change);
  return carry_out (self, g_steal_pointer (&change), "protocol-remove", words, error);
}

/* --- exercises --- */

/* Returns: (transfer full): the language in which it is printed for who speaks none of its own; it has words in one */
static char *
dup_standing_in (SoleusClinic            *self,
                 const SoleusOwnExercise *exercise)
{
  g_auto (GStrv) languages = soleus_clinic_list_content_languages (self);
  g_autofree char *interface = soleus_clinic_dup_interface_language ();

  return g_strdup (soleus_own_exercise_find_language (exercise, interface, (const char *const *) languages));
}

/**
 * soleus_clinic_find_own_exercise:
 * @self: a clinic
 * @id: the id of an exercise that the clinic added
 * @error: why it cannot be read
 *
 * Returns: (transfer full) (nullable): the exercise in all its languages, or %NULL with @error set
 */
SoleusOwnExercise *
soleus_clinic_find_own_exercise (SoleusClinic  *self,
                                 const char    *id,
                                 GError       **error)
{
  g_autoptr (SoleusOwnFolder) folder = NULL;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (self), NULL);

  folder = look (self, error);
  return folder != NULL ? soleus_own_exercise_file_find (folder, id, error) : NULL;
}

/**
 * soleus_clinic_save_own_exercise:
 * @self: a clinic
 * @exercise: an exercise, new or changed; a new one gets its id here
 * @error: what is wrong in it, or why it cannot be written
 *
 * Where it has no words those in the language of the program stand in, else the first that there are.
 *
 * Returns: %FALSE with @error set and nothing changed: %SOLEUS_ERROR_CHANGED where somebody else changed it since it was found
 */
gboolean
soleus_clinic_save_own_exercise (SoleusClinic       *self,
                                 SoleusOwnExercise  *exercise,
                                 GError            **error)
{
  g_auto (GStrv) languages = NULL;
  g_autofree char *standing_in = NULL;
  g_autoptr (SoleusOwnFolder) change = NULL;
  SoleusOwnIssue issue;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (exercise != NULL, FALSE);

  languages = soleus_clinic_list_content_languages (self);
  issue = soleus_own_exercise_check (exercise, (const char *const *) languages, NULL);
  if (issue != SOLEUS_OWN_ISSUE_NONE)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, soleus_own_issue_get_sentence (issue));
      return FALSE;
    }
  change = begin (self, error);
  if (change == NULL || !soleus_own_exercise_file_is_as_found (exercise, change, error))
    return FALSE;
  standing_in = dup_standing_in (self, exercise);
  soleus_own_exercise_file_put (exercise, change, standing_in);
  return take_as_found (carry_out (self, g_steal_pointer (&change), "protocol-exercise",
                                   soleus_own_exercise_get_text (exercise, standing_in, SOLEUS_OWN_TEXT_NAME), error),
                        &exercise->id, &exercise->found, soleus_own_exercise_describe (exercise));
}

/**
 * soleus_clinic_remove_own_exercise:
 * @self: a clinic
 * @exercise: an exercise that the clinic added, as it was found
 * @error: what is wrong
 *
 * Takes it out in every language, with its drawings. Handouts that were issued keep it.
 *
 * Returns: %FALSE with @error set and nothing changed
 */
gboolean
soleus_clinic_remove_own_exercise (SoleusClinic             *self,
                                   const SoleusOwnExercise  *exercise,
                                   GError                  **error)
{
  g_autoptr (SoleusOwnFolder) change = NULL;
  g_autoptr (SoleusOwnExercise) present = NULL;
  g_autofree char *standing_in = NULL;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (exercise != NULL && exercise->id != NULL, FALSE);

  change = begin (self, error);
  if (change == NULL || !soleus_own_exercise_file_is_as_found (exercise, change, error))
    return FALSE;
  present = soleus_own_exercise_file_find (change, exercise->id, error);
  if (present == NULL)
    return FALSE;
  standing_in = dup_standing_in (self, present);
  soleus_own_exercise_file_take_out (present, change);
  return carry_out (self, g_steal_pointer (&change), "protocol-exercise-remove", standing_in != NULL ? soleus_own_exercise_get_text (present, standing_in, SOLEUS_OWN_TEXT_NAME) : present->id, error);
}

/* --- parts --- */

/* Returns: (transfer full) (nullable): the language whose title stands in where it has none */
static char *
dup_title_language (SoleusClinic           *self,
                    const SoleusOwnSection *section)
{
  g_auto (GStrv) languages = soleus_clinic_list_content_languages (self);
  g_autofree char *interface = soleus_clinic_dup_interface_language ();

  return g_strdup (soleus_own_section_find_language (section, interface, (const char *const *) languages));
}

/**
 * soleus_clinic_find_own_section:
 * @self: a clinic
 * @id: the id of a part that the clinic added
 * @error: why it cannot be read
 *
 * Returns: (transfer full) (nullable): the part in all its languages, or %NULL with @error set
 */
SoleusOwnSection *
soleus_clinic_find_own_section (SoleusClinic  *self,
                                const char    *id,
                                GError       **error)
{
  g_autoptr (SoleusOwnFolder) folder = NULL;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (self), NULL);

  folder = look (self, error);
  return folder != NULL ? soleus_own_section_file_find (folder, id, error) : NULL;
}

/**
 * soleus_clinic_save_own_section:
 * @self: a clinic
 * @section: a part, new or changed; a new one gets its id here
 * @error: what is wrong
 *
 * Returns: %FALSE with @error set and nothing changed: %SOLEUS_ERROR_CHANGED where somebody else changed it since it was found
 */
gboolean
soleus_clinic_save_own_section (SoleusClinic      *self,
                                SoleusOwnSection  *section,
                                GError           **error)
{
  g_autofree char *standing_in = NULL;
  g_autoptr (SoleusOwnFolder) change = NULL;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (section != NULL, FALSE);

  standing_in = dup_title_language (self, section);
  if (standing_in == NULL)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Give the part a title in at least one language."));
      return FALSE;
    }
  change = begin (self, error);
  if (change == NULL || !soleus_own_section_file_is_as_found (section, change, error))
    return FALSE;
  soleus_own_section_file_put (section, change, standing_in);
  return take_as_found (carry_out (self, g_steal_pointer (&change), "protocol-part", soleus_own_section_get_title (section, standing_in), error),
                        &section->id, &section->found, soleus_own_section_describe (section));
}

/**
 * soleus_clinic_remove_own_section:
 * @self: a clinic
 * @section: a part that the clinic added, as it was found
 * @error: what is wrong
 *
 * Takes it out in every language, with its lines. Handouts that were issued keep them.
 *
 * Returns: %FALSE with @error set and nothing changed
 */
gboolean
soleus_clinic_remove_own_section (SoleusClinic            *self,
                                  const SoleusOwnSection  *section,
                                  GError                 **error)
{
  g_autoptr (SoleusOwnFolder) change = NULL;
  g_autoptr (SoleusOwnSection) present = NULL;
  g_autofree char *standing_in = NULL;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (section != NULL && section->id != NULL, FALSE);

  change = begin (self, error);
  if (change == NULL || !soleus_own_section_file_is_as_found (section, change, error))
    return FALSE;
  present = soleus_own_section_file_find (change, section->id, error);
  if (present == NULL)
    return FALSE;
  standing_in = dup_title_language (self, present);
  soleus_own_section_file_take_out (present, change);
  return carry_out (self, g_steal_pointer (&change), "protocol-part-remove", standing_in != NULL ? soleus_own_section_get_title (present, standing_in) : present->id, error);
}
