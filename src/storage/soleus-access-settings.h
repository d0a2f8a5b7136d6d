/* soleus-access-settings.h: the passphrase that uncovers the window, after how long it is covered, and how long records are kept
 *
 * Kept beside the clinic file, for its owner alone. Of the passphrase there is only what Argon2id makes of it. The lock covers the
 * screen; it does not encrypt the clinic file. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct {
  char *hash;            /* (nullable): there is no lock */
  int   idle_minutes;    /* 0: only on demand */
  int   retention_years;
} SoleusAccessSettings;

char                 *soleus_access_settings_dup_path (const char *clinic_path);
SoleusAccessSettings *soleus_access_settings_load  (const char                  *clinic_path);
gboolean              soleus_access_settings_save  (const SoleusAccessSettings  *settings,
                                                    const char                  *clinic_path,
                                                    GError                     **error);
void                  soleus_access_settings_free  (SoleusAccessSettings        *settings);
/* both take a good part of a second by intention: call them in a thread */
char                 *soleus_access_hash           (const char                  *passphrase,
                                                    GError                     **error);
gboolean              soleus_access_check          (const char                  *hash,
                                                    const char                  *passphrase);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusAccessSettings, soleus_access_settings_free)

G_END_DECLS
