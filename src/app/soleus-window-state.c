/* soleus-window-state.c: a program started from its build folder has no settings; it works all the same */
#define G_LOG_DOMAIN "soleus-window-state"

#include "soleus-config.h"

#include "soleus-window-state.h"

static GSettings *
create_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source == NULL)
    return NULL;

  schema = g_settings_schema_source_lookup (source, SOLEUS_APPLICATION_ID, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/**
 * soleus_window_state_restore:
 * @window: a window that is not shown yet
 *
 * Gives @window the size it was last closed with.
 *
 * Returns: (transfer full) (nullable): the order of the athlete list, "name", "last-visit" or "last-episode"
 */
char *
soleus_window_state_restore (GtkWindow *window)
{
  g_autoptr (GSettings) settings = create_settings ();

  if (settings == NULL)
    return NULL;

  gtk_window_set_default_size (window,
                               g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));

  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (window);

  return g_settings_get_string (settings, "list-sort");
}

/**
 * soleus_window_state_save:
 * @window: a window that is being closed
 * @sort: the order of the athlete list
 *
 * Keeps both for the next start.
 */
void
soleus_window_state_save (GtkWindow  *window,
                          const char *sort)
{
  g_autoptr (GSettings) settings = create_settings ();
  int width, height;

  if (settings == NULL)
    return;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
  g_settings_set_string (settings, "list-sort", sort);

  if (!gtk_window_is_maximized (window) && width >= 360 && height >= 294)
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }
}
