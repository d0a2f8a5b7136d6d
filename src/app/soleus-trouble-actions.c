/* soleus-trouble-actions.c: restore a backup, try again, look at the backups, choose another file */
#define G_LOG_DOMAIN "soleus-trouble-actions"

#include "soleus-config.h"

#include "soleus-trouble-actions.h"

#include "soleus-clinic-backup.h"
#include "soleus-clinic-gone.h"
#include "soleus-clock.h"
#include "soleus-dialogs.h"
#include "soleus-restore-window.h"

#include <glib/gi18n-lib.h>

/* Asks the application for the clinic in @path; a window without a clinic goes away then. */
static void
open_clinic (SoleusMainWindow *window,
             const char       *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  g_action_group_activate_action (G_ACTION_GROUP (application), "open-clinic",
                                  g_variant_new ("(ss)", path, soleus_main_window_get_path (window)));
}

static void
try_again_action_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  SoleusMainWindow *window = SOLEUS_MAIN_WINDOW (user_data);
  g_autofree char *path = g_strdup (soleus_main_window_get_path (window));

  open_clinic (window, path);
}

static void
open_backups_action_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  g_autofree char *folder = g_path_get_dirname (soleus_main_window_get_path (SOLEUS_MAIN_WINDOW (user_data)));
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autofree char *uri = g_filename_to_uri (g_file_test (backups, G_FILE_TEST_IS_DIR) ? backups : folder, NULL, NULL);

  if (uri != NULL)
    g_app_info_launch_default_for_uri_async (uri, NULL, NULL, NULL, NULL);
}

static gboolean
restore_cb (SoleusRestorePreview  *preview,
            gpointer               user_data,
            GError               **error)
{
  SoleusMainWindow *window = SOLEUS_MAIN_WINDOW (user_data);
  g_autofree char *path = g_strdup (soleus_main_window_get_path (window));
  g_autoptr (SoleusClock) clock = soleus_clock_new_system ();

  if (!soleus_backup_replace_damaged (path, preview, clock, NULL, error))
    return FALSE;
  open_clinic (window, path);
  return TRUE;
}

static void
restore_newest_action_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  SoleusMainWindow *window = SOLEUS_MAIN_WINDOW (user_data);

  gtk_window_present (GTK_WINDOW (soleus_restore_window_new (GTK_WINDOW (window), soleus_main_window_get_path (window), NULL,
                                                             restore_cb, g_object_ref (window), g_object_unref)));
}

/* The window that has the clinic now, or tells why it has none. */
static void
tell (GtkApplication *application,
      const char     *path,
      const char     *text)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (SOLEUS_IS_MAIN_WINDOW (l->data) && g_str_equal (soleus_main_window_get_path (l->data), path))
      soleus_main_window_toast (l->data, text);
}

static void
begin_clinic_action_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  SoleusMainWindow *window = SOLEUS_MAIN_WINDOW (user_data);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  g_autofree char *path = g_strdup (soleus_main_window_get_path (window));
  g_autoptr (SoleusClock) clock = soleus_clock_new_system ();
  g_autofree char *former = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!soleus_clinic_set_former_aside (path, clock, &former, &error))
    {
      soleus_main_window_show_trouble (window, error);
      return;
    }
  open_clinic (window, path);
  text = g_strdup_printf (_("The backups of the former clinic are kept as “%s…”."), former);
  tell (application, path, text);
}

static void
clinic_chosen_cb (GFile    *file,
                  gpointer  user_data)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    open_clinic (SOLEUS_MAIN_WINDOW (user_data), path);
}

static void
choose_clinic_action_cb (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  soleus_choose_file (GTK_WIDGET (user_data), _("Open a Clinic"), _("_Open"), FALSE, NULL, "*.soleus",
                      clinic_chosen_cb, g_object_ref (user_data), g_object_unref);
}

/**
 * soleus_trouble_actions_add:
 * @window: a window
 *
 * Adds the actions “restore-newest”, “try-again”, “open-backups”, “choose-clinic” and “begin-clinic” to @window.
 */
void
soleus_trouble_actions_add (SoleusMainWindow *window)
{
  static const GActionEntry entries[] = {
    { "try-again", try_again_action_cb },
    { "restore-newest", restore_newest_action_cb },
    { "open-backups", open_backups_action_cb },
    { "choose-clinic", choose_clinic_action_cb },
    { "begin-clinic", begin_clinic_action_cb },
  };

  g_return_if_fail (SOLEUS_IS_MAIN_WINDOW (window));

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
}
