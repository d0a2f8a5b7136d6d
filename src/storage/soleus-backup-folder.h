/* soleus-backup-folder.h: a folder of backups: how they are called, which there are, which are no longer needed */
#pragma once

#include "soleus-types.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct {
  char          *path;
  char          *occasion; /* "backup", "automatic", "before-restore" … */
  SoleusInstant  at;       /* to the second */
  gboolean       sealed;   /* opens with a passphrase only */
  gint64         size;     /* bytes */
} SoleusBackupFile;

void       soleus_backup_file_free           (SoleusBackupFile    *file);
char      *soleus_backup_folder_dup_default  (const char          *clinic_path);
char      *soleus_backup_folder_dup_beside   (const char          *clinic_path,
                                              const char          *ending);
char      *soleus_backup_folder_dup_new_path (const char          *folder,
                                              const char          *clinic_path,
                                              const char          *occasion,
                                              SoleusInstant        at,
                                              gboolean             sealed);
GPtrArray *soleus_backup_folder_list         (const char          *folder,
                                              const char          *clinic_path);
void       soleus_backup_folder_choose       (const SoleusInstant *times,
                                              gsize                n_times,
                                              SoleusInstant        now,
                                              gboolean            *keep);
guint      soleus_backup_folder_thin         (const char          *folder,
                                              const char          *clinic_path,
                                              const char          *newest,
                                              SoleusInstant        now);

gboolean   soleus_backup_folder_rename       (const char          *folder,
                                              const char          *clinic_path,
                                              const char          *other_path,
                                              GError             **error);
void       soleus_backup_folder_tidy         (const char          *folder,
                                              const char          *clinic_path,
                                              SoleusInstant        now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusBackupFile, soleus_backup_file_free)

G_END_DECLS
