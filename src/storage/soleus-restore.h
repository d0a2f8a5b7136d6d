/* soleus-restore.h: a backup on its way back: opened, brought to the present version and checked on a copy, compared with the present
 * file, and only then put into its place */
#pragma once

#include "soleus-connection.h"
#include "soleus-record.h"
#include "soleus-seal-key.h"

G_BEGIN_DECLS

/* records that are not void */
typedef struct {
  const SoleusRecordKind *kind;
  gint64                  present; /* -1: the present file cannot be read */
  gint64                  backup;
} SoleusRestoreCount;

typedef struct {
  char         *source;
  char         *staged;               /* the checked copy; it goes away with the preview */
  SoleusFileKey *key;                 /* (nullable): what opens the checked copy */
  char         *clinic_name;          /* (nullable) of the backup */
  char         *head;                 /* its newest audit entry */
  GArray       *counts;               /* (element-type SoleusRestoreCount) kinds of which either has some */
  SoleusInstant present_newest_visit; /* or unknown */
  SoleusInstant backup_newest_visit;
  SoleusInstant present_newest_entry;
  SoleusInstant backup_newest_entry;
  gboolean      same_history;         /* the present file goes on from this backup */
  gint64        n_entries_after;      /* entries made since, where it does */
  gboolean      is_noted;             /* the audit of the checked copy tells of the restore */
  gboolean      present_is_gone;      /* there is no present file, or nothing is left in it */
  char         *content_folder;       /* (nullable): of the clinic; %NULL: it is only in memory */
  GPtrArray    *content;              /* (nullable) (element-type SoleusContentFile): what the clinic had added to the protocol; %NULL: not in it */
  char         *content_problem;      /* (nullable): why that cannot be read, though it is in it */
  gboolean      content_differs;      /* from what there is now, or there is some and the backup has none to offer */
} SoleusRestorePreview;

SoleusRestorePreview *soleus_restore_prepare      (const char            *source,
                                                   const char            *clinic_path,
                                                   const SoleusSealKey   *key,
                                                   const char            *passphrase,
                                                   GError               **error);
gboolean              soleus_restore_put          (SoleusRestorePreview  *preview,
                                                   SoleusConnection      *connection,
                                                   SoleusInstant          at,
                                                   GError               **error);
gboolean              soleus_restore_replace      (SoleusRestorePreview  *preview,
                                                   const char            *clinic_path,
                                                   SoleusInstant          at,
                                                   char                 **kept,
                                                   GError               **error);
char                 *soleus_restore_preview_dup_content_sentence (const SoleusRestorePreview *preview);
void                  soleus_restore_preview_free (SoleusRestorePreview  *preview);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusRestorePreview, soleus_restore_preview_free)

G_END_DECLS
