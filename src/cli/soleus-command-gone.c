#include "soleus-config.h"

#include "soleus-command-gone.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "soleus-clinic-backup.h"
#include "soleus-clinic-gone.h"

#define MOST_NAMED 3 /* backups */

/* What is left of a clinic that is gone, and what to type; added to the sentence that says so. */
static void
add_ways_out (const char *path,
              GError     *error)
{
  g_autoptr (GPtrArray) backups = soleus_backups_list_of_path (path);
  g_autofree char *former = soleus_clinic_dup_former_name (path);
  g_autofree char *quoted = g_shell_quote (path);
  g_autofree char *sentence = error->message;
  GString *text = g_string_new (sentence);
  guint n_named = 0;

  for (guint i = 0; i < backups->len && n_named < MOST_NAMED; i++)
    {
      const SoleusBackupFile *file = backups->pdata[i];
      g_autofree char *backup = g_shell_quote (file->path);

      if (g_str_equal (file->occasion, "damaged"))
        continue;
      if (n_named++ == 0)
        g_string_append_printf (text, _("\nTo put a backup into its place, the newest first:"));
      g_string_append_printf (text, "\n  %s --clinic %s restore %s", SOLEUS_COMMAND_PROGRAM, quoted, backup);
    }
  g_string_append_printf (text, _("\nTo begin a new clinic there (the backups of the former one are kept as “%s…”):"), former);
  g_string_append_printf (text, "\n  %s --new-clinic --clinic %s …", SOLEUS_COMMAND_PROGRAM, quoted);
  error->message = g_string_free (text, FALSE);
}

/**
 * soleus_command_settle_gone:
 * @context: of a command, with the path of the clinic file
 * @anew: whether the person asked for a new clinic
 * @error: %SOLEUS_ERROR_GONE, with the backups and what to type
 *
 * Sets what is left of a clinic that is gone aside where a new one is to be made in its place.
 *
 * Returns: %TRUE unless there was a clinic at the path, of which the file is gone
 */
gboolean
soleus_command_settle_gone (SoleusCommandContext  *context,
                            gboolean               anew,
                            GError               **error)
{
  SoleusCommandAccess access = context->command->access;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *former = NULL;

  if (!soleus_clinic_is_gone (context->path, &local_error))
    return TRUE;
  if (!anew || access == SOLEUS_COMMAND_READ || access == SOLEUS_COMMAND_WRITE)
    {
      add_ways_out (context->path, local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (!soleus_clinic_set_former_aside (context->path, context->clock, &former, error))
    return FALSE;
  fprintf (stderr, _("%s: The backups of the former clinic are kept as “%s…”.\n"), SOLEUS_COMMAND_PROGRAM, former);
  return TRUE;
}
