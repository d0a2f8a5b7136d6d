/* soleus-backup.h: whole copies of a clinic file, checked before they count
 *
 * A copy is made by SQLite while others go on writing, read back, checked record by record against its audit, and holds what was
 * acknowledged before it was begun. What the clinic added to the protocol, which lies beside the file, is in the copy, too. An encrypted one is made from such a copy and decrypted again before it gets its name. */
#pragma once

#include "soleus-connection.h"
#include "soleus-seal-key.h"

G_BEGIN_DECLS

typedef struct {
  const char          *target;   /* (nullable): the file to be made; it must not exist */
  const char          *folder;   /* (nullable): where @target is %NULL, the folder; %NULL: "backups" beside the clinic file */
  const char          *name_path; /* (nullable): after which clinic file the backups in @folder are called; %NULL: this one */
  const char          *occasion; /* for the name of the file: "backup", "automatic", "before-erasure" */
  const SoleusSealKey *key;      /* (nullable): not encrypted */
  SoleusInstant        at;
  gboolean             thin;     /* afterwards, remove older ones that are no longer needed */
} SoleusBackupRequest;

typedef struct {
  char     *path;
  char     *head;       /* number and hash of the newest audit entry in it */
  gboolean  sealed;
  guint     n_findings; /* what is wrong with the records in it, or not in it; it is kept, but nothing was thinned */
  char     *finding;    /* (nullable) the first of them */
  guint     n_thinned;
} SoleusBackupReport;

SoleusBackupReport *soleus_backup_run         (SoleusConnection           *connection,
                                               const SoleusBackupRequest  *request,
                                               GError                    **error);
SoleusBackupReport *soleus_backup_run_on_path (const char                 *clinic_path,
                                               const SoleusBackupRequest  *request,
                                               GError                    **error);
void                soleus_backup_report_free (SoleusBackupReport         *report);

/* for what else is about to replace a file: puts a file, or the names in a folder, on the disk */
gboolean            soleus_backup_sync_path   (const char                 *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusBackupReport, soleus_backup_report_free)

G_END_DECLS
