/* soleus-backup-settings.h: where, how often and with which key a clinic is backed up; kept beside the clinic file, for its owner alone
 *
 * The key stands there so that a backup made by itself is encrypted too. Whoever can read it can read the clinic file beside it; the
 * backups on a stick or another disk open with the passphrase only. */
#pragma once

#include "soleus-seal-key.h"

G_BEGIN_DECLS

typedef struct {
  char          *folder;      /* (nullable): beside the clinic file */
  int            every_hours; /* 0: only by hand */
  SoleusSealKey *key;         /* (nullable): not encrypted */
  char          *tag;         /* (nullable): what tells the backups of this clinic in @folder from those of another one of its name; made when
                               * they are kept with a folder */
} SoleusBackupSettings;

SoleusBackupSettings *soleus_backup_settings_load (const char                  *clinic_path);
gboolean              soleus_backup_settings_save (const SoleusBackupSettings  *settings,
                                                   const char                  *clinic_path,
                                                   GError                     **error);
char                 *soleus_backup_settings_dup_name_path (const SoleusBackupSettings *settings,
                                                            const char                 *clinic_path);
void                  soleus_backup_settings_free (SoleusBackupSettings        *settings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusBackupSettings, soleus_backup_settings_free)

G_END_DECLS
