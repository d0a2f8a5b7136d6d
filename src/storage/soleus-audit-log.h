/* soleus-audit-log.h: append-only, hash-chained: who, when, what, before and after */
#pragma once

#include "soleus-connection.h"
#include "soleus-moment.h"

G_BEGIN_DECLS

typedef struct {
  gint64        seq;        /* 0 until it is appended */
  SoleusInstant at;
  int           utc_offset;
  const char   *therapist;  /* (nullable) id */
  const char   *action;     /* "add", "change", "void", "export", "print", "view", "restore" … */
  const char   *kind;       /* (nullable) */
  const char   *record;     /* (nullable) id */
  gint64        revision;   /* 0: none */
  const char   *before_hash; /* (nullable) */
  const char   *after_hash;  /* (nullable) */
  const char   *detail;      /* (nullable) */
} SoleusAuditEntry;

gboolean soleus_audit_log_append   (SoleusConnection        *connection,
                                    const SoleusAuditEntry  *entry,
                                    GError                 **error);
char    *soleus_audit_log_dup_head (SoleusConnection        *connection);
gboolean soleus_audit_log_has_entry (SoleusConnection       *connection,
                                    const char              *head);

/* for each row in order; @problem is NULL while the chain holds */
typedef void (*SoleusAuditFunc) (const SoleusAuditEntry *entry,
                                 const char             *problem,
                                 gpointer                user_data);
gboolean soleus_audit_log_foreach  (SoleusConnection        *connection,
                                    SoleusAuditFunc          func,
                                    gpointer                 user_data,
                                    GError                 **error);

G_END_DECLS
