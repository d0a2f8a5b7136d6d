/* soleus-restore-window.h: opens and checks a backup, asks for its passphrase where it needs one, shows what it would change, and only
 * then restores it */
#pragma once

#include <adwaita.h>

#include "soleus-clinic-backup.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_RESTORE_WINDOW (soleus_restore_window_get_type ())
G_DECLARE_FINAL_TYPE (SoleusRestoreWindow, soleus_restore_window, SOLEUS, RESTORE_WINDOW, AdwWindow)

/* puts the backup into its place; FALSE with a sentence in @error, everything then as it was */
typedef gboolean (*SoleusRestoreFunc) (SoleusRestorePreview  *preview,
                                       gpointer               user_data,
                                       GError               **error);

GtkWidget *soleus_restore_window_new (GtkWindow         *parent,
                                      const char        *clinic_path,
                                      const char        *source,
                                      SoleusRestoreFunc  func,
                                      gpointer           user_data,
                                      GDestroyNotify     destroy);

G_END_DECLS
