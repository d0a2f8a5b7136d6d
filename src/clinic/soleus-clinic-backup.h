/* soleus-clinic-backup.h: backing up and restoring an opened clinic, by hand, by itself, and before what cannot be taken back */
#pragma once

#include "soleus-backup-folder.h"
#include "soleus-backup-settings.h"
#include "soleus-backup.h"
#include "soleus-clinic.h"
#include "soleus-restore.h"

G_BEGIN_DECLS

SoleusBackupSettings *soleus_clinic_load_backup_settings (SoleusClinic                *self);
gboolean              soleus_clinic_save_backup_settings (SoleusClinic                *self,
                                                          const SoleusBackupSettings  *settings,
                                                          GError                     **error);
/* as the settings say, or into @target; @key NULL: that of the settings */
SoleusBackupReport   *soleus_clinic_back_up              (SoleusClinic                *self,
                                                          const char                  *occasion,
                                                          const char                  *target,
                                                          const SoleusSealKey         *key,
                                                          GError                     **error);
void                  soleus_clinic_back_up_async        (SoleusClinic                *self,
                                                          const char                  *occasion,
                                                          GCancellable                *cancellable,
                                                          GAsyncReadyCallback          callback,
                                                          gpointer                     user_data);
SoleusBackupReport   *soleus_clinic_back_up_finish       (SoleusClinic                *self,
                                                          GAsyncResult                *result,
                                                          GError                     **error);
/* a checked copy beside the clinic file, before something that cannot be taken back */
gboolean              soleus_clinic_back_up_before       (SoleusClinic                *self,
                                                          const char                  *occasion,
                                                          GError                     **error);
GPtrArray            *soleus_clinic_list_backups         (SoleusClinic                *self);
gboolean              soleus_clinic_is_backup_due        (SoleusClinic                *self);

/* without a clinic: a file that cannot be opened is restored too */
GPtrArray            *soleus_backups_list_of_path        (const char                  *clinic_path);
void                  soleus_backup_prepare_async        (const char                  *clinic_path,
                                                          const char                  *source, /* (nullable): the newest good one */
                                                          const char                  *passphrase,
                                                          GCancellable                *cancellable,
                                                          GAsyncReadyCallback          callback,
                                                          gpointer                     user_data);
SoleusRestorePreview *soleus_backup_prepare_finish       (GAsyncResult                *result,
                                                          GError                     **error);
SoleusRestorePreview *soleus_backup_prepare              (const char                  *clinic_path,
                                                          const char                  *source,
                                                          const char                  *passphrase,
                                                          GError                     **error);
/* @kept: (out) (optional) (nullable): where the file is kept that was replaced */
gboolean              soleus_backup_replace_damaged      (const char                  *clinic_path,
                                                          SoleusRestorePreview        *preview,
                                                          SoleusClock                 *clock,
                                                          char                       **kept,
                                                          GError                     **error);

gboolean              soleus_clinic_restore              (SoleusClinic                *self,
                                                          SoleusRestorePreview        *preview,
                                                          GError                     **error);

/* (element-type utf8): as soleus_clinic_verify(), in another thread */
void                  soleus_clinic_verify_async         (SoleusClinic                *self,
                                                          GCancellable                *cancellable,
                                                          GAsyncReadyCallback          callback,
                                                          gpointer                     user_data);
GPtrArray            *soleus_clinic_verify_finish        (SoleusClinic                *self,
                                                          GAsyncResult                *result,
                                                          GError                     **error);

G_END_DECLS
