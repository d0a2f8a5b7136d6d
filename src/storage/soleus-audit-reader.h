/* soleus-audit-reader.h: reads the audit for people: which entries there are, newest first, and each one when it is asked for */
#pragma once

#include "soleus-connection.h"

G_BEGIN_DECLS

typedef struct {
  const char        *therapist; /* (nullable) id */
  const char *const *actions;   /* (nullable): one of these */
  const char        *kind;      /* (nullable): about a record of this kind */
  const char *const *athletes;  /* (nullable) ids: about one of these people, or a record of theirs */
  SoleusInstant      since;     /* SOLEUS_UNKNOWN_INSTANT: from the beginning */
} SoleusAuditFilter;

typedef struct {
  gint64        seq;
  SoleusInstant at;
  char         *therapist; /* (nullable) id */
  char         *action;
  char         *kind;      /* (nullable) */
  char         *record;    /* (nullable) id */
  gint64        revision;  /* 0: none */
  char         *detail;    /* (nullable) */
  char         *hash;
} SoleusReadEntry;

/* numbers, newest first */
GArray          *soleus_audit_reader_list  (SoleusConnection         *connection,
                                            const SoleusAuditFilter  *filter,
                                            GError                  **error);
SoleusReadEntry *soleus_audit_reader_read  (SoleusConnection         *connection,
                                            gint64                    seq,
                                            GError                  **error);
/* (nullable): the newest entry about a record with one of two actions */
SoleusReadEntry *soleus_audit_reader_find_newest (SoleusConnection   *connection,
                                            const char               *record,
                                            const char               *action,
                                            const char               *or_action,
                                            GError                  **error);
void             soleus_read_entry_free    (SoleusReadEntry          *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusReadEntry, soleus_read_entry_free)

G_END_DECLS
