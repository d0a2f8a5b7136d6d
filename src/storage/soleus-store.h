/* soleus-store.h: an opened clinic file: records with their revisions and audit, drafts, blobs. Synchronous, one thread. */
#pragma once

#include "soleus-audit-log.h"
#include "soleus-backup.h"
#include "soleus-query.h"
#include "soleus-restore.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_STORE (soleus_store_get_type ())
G_DECLARE_FINAL_TYPE (SoleusStore, soleus_store, SOLEUS, STORE, GObject)

typedef enum {
  SOLEUS_STORE_DEFAULT   = 0,
  SOLEUS_STORE_CREATE    = 1 << 0,
  SOLEUS_STORE_READ_ONLY = 1 << 1,
} SoleusStoreFlags;

SoleusStore  *soleus_store_open             (const char              *path,
                                             SoleusStoreFlags         flags,
                                             SoleusClock             *clock,
                                             GError                 **error);
const char   *soleus_store_get_loss         (SoleusStore             *self);
const char   *soleus_store_get_path         (SoleusStore             *self);
gboolean      soleus_store_is_read_only     (SoleusStore             *self);

/* everything between begin and commit happens or nothing does */
gboolean      soleus_store_begin            (SoleusStore             *self,
                                             GError                 **error);
gboolean      soleus_store_commit           (SoleusStore             *self,
                                             GError                 **error);
void          soleus_store_rollback         (SoleusStore             *self);

gboolean      soleus_store_save             (SoleusStore             *self,
                                             SoleusRecord            *record,
                                             const char              *therapist,
                                             const char              *detail,
                                             GError                 **error);
/* with its revisions and stamps of another clinic */
gboolean      soleus_store_save_history     (SoleusStore             *self,
                                             SoleusRecord            *record,
                                             GPtrArray               *history,
                                             const char              *therapist,
                                             GError                 **error);
gboolean      soleus_store_note             (SoleusStore             *self,
                                             const char              *therapist,
                                             const char              *action,
                                             const char              *kind,
                                             const char              *record,
                                             const char              *detail,
                                             GError                 **error);

SoleusRecord *soleus_store_find             (SoleusStore             *self,
                                             const SoleusRecordKind  *kind,
                                             const char              *id,
                                             GError                 **error);
GPtrArray    *soleus_store_list             (SoleusStore             *self,
                                             SoleusQuery             *query,
                                             GError                 **error);
gint64        soleus_store_count            (SoleusStore             *self,
                                             SoleusQuery             *query,
                                             GError                 **error);
GPtrArray    *soleus_store_list_versions    (SoleusStore             *self,
                                             const SoleusRecordKind  *kind,
                                             const char              *id,
                                             GError                 **error);
/* ids of the records of a kind that begin with prefix, at most limit */
char        **soleus_store_list_ids_by_prefix (SoleusStore           *self,
                                             const SoleusRecordKind  *kind,
                                             const char              *prefix,
                                             guint                    limit,
                                             GError                 **error);
/* the newest stored instant of any audit entry: a clock that is behind it was set back */
SoleusInstant soleus_store_get_newest_instant (SoleusStore           *self);

gboolean      soleus_store_put_blob         (SoleusStore             *self,
                                             GBytes                  *bytes,
                                             GError                 **error);
GBytes       *soleus_store_get_blob         (SoleusStore             *self,
                                             const char              *hash,
                                             GError                 **error);

typedef struct {
  char         *key;
  char         *kind;
  char         *athlete; /* (nullable) */
  char         *title;
  GBytes       *content;
  SoleusInstant updated_at;
} SoleusStoredDraft;

void          soleus_stored_draft_free      (SoleusStoredDraft       *draft);
gboolean      soleus_store_keep_draft       (SoleusStore             *self,
                                             const SoleusStoredDraft *draft,
                                             GError                 **error);
GPtrArray    *soleus_store_list_drafts      (SoleusStore             *self,
                                             const char              *key, /* (nullable): all */
                                             GError                 **error);
gboolean      soleus_store_discard_draft    (SoleusStore             *self,
                                             const char              *key,
                                             GError                 **error);

SoleusBackupReport *soleus_store_back_up    (SoleusStore               *self,
                                             const SoleusBackupRequest *request,
                                             GError                   **error);
gboolean      soleus_store_restore          (SoleusStore             *self,
                                             SoleusRestorePreview    *preview,
                                             GError                 **error);
/* (out) n_erased; the ground stays in the audit */
gboolean      soleus_store_erase_athlete    (SoleusStore             *self,
                                             const char              *athlete,
                                             const char              *therapist,
                                             const char              *ground,
                                             guint                   *n_erased,
                                             GError                 **error);
gboolean      soleus_store_verify           (SoleusStore             *self,
                                             GPtrArray               *findings,
                                             GError                 **error);
char         *soleus_store_dup_audit_head   (SoleusStore             *self);

SoleusConnection *soleus_store_get_connection (SoleusStore           *self); /* for search and list in storage */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusStoredDraft, soleus_stored_draft_free)

G_END_DECLS
