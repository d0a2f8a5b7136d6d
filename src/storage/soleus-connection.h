/* soleus-connection.h: one open clinic file on SQLite; the only place that knows which database this is */
#pragma once

#include "soleus-file-key.h"
#include "soleus-types.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_CONNECTION (soleus_connection_get_type ())
G_DECLARE_FINAL_TYPE (SoleusConnection, soleus_connection, SOLEUS, CONNECTION, GObject)

typedef enum {
  SOLEUS_CONNECTION_DEFAULT   = 0,
  SOLEUS_CONNECTION_CREATE    = 1 << 0,
  SOLEUS_CONNECTION_READ_ONLY = 1 << 1,
} SoleusConnectionFlags;

/* "Sole" in ASCII: PRAGMA application_id of a clinic file */
#define SOLEUS_CONNECTION_APPLICATION_ID 0x536f6c65

typedef struct _SoleusStatement SoleusStatement;

/* how far the file was written, by this connection and by others */
typedef struct {
  gint64 own;
  gint64 others;
} SoleusConnectionMark;

SoleusConnection *soleus_connection_open             (const char            *path,
                                                      SoleusConnectionFlags  flags,
                                                      GError               **error);
SoleusConnection *soleus_connection_open_with_key    (const char            *path,
                                                      SoleusConnectionFlags  flags,
                                                      SoleusFileKey         *key,
                                                      GError               **error);
SoleusFileKey    *soleus_connection_get_key          (SoleusConnection      *self);
const char       *soleus_connection_get_path         (SoleusConnection      *self);
gboolean          soleus_connection_is_read_only     (SoleusConnection      *self);
gboolean          soleus_connection_exec             (SoleusConnection      *self,
                                                      const char            *sql,
                                                      GError               **error);
SoleusStatement  *soleus_connection_prepare          (SoleusConnection      *self,
                                                      const char            *sql,
                                                      GError               **error);
gint64            soleus_connection_get_int          (SoleusConnection      *self,
                                                      const char            *sql,
                                                      gint64                 fallback);
gint64            soleus_connection_get_changes      (SoleusConnection      *self);
void              soleus_connection_mark             (SoleusConnection      *self,
                                                      SoleusConnectionMark  *mark);
gboolean          soleus_connection_mark_equal       (const SoleusConnectionMark *a,
                                                      const SoleusConnectionMark *b);
gboolean          soleus_connection_begin            (SoleusConnection      *self,
                                                      GError               **error);
gboolean          soleus_connection_commit           (SoleusConnection      *self,
                                                      GError               **error);
void              soleus_connection_rollback         (SoleusConnection      *self);
gboolean          soleus_connection_in_transaction   (SoleusConnection      *self);
void              soleus_connection_set_guarded      (SoleusConnection      *self,
                                                      gboolean               guarded);
gboolean          soleus_connection_copy_to          (SoleusConnection      *self,
                                                      SoleusConnection      *target,
                                                      GError               **error);
gboolean          soleus_connection_check_integrity  (SoleusConnection      *self,
                                                      GPtrArray             *findings,
                                                      GError               **error);
gboolean          soleus_connection_vacuum           (SoleusConnection      *self,
                                                      GError               **error);

G_END_DECLS
