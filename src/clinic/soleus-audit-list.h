/* soleus-audit-list.h: a lazy GListModel of the audit, newest first: numbers are known, an entry is read when its row is shown */
#pragma once

#include "soleus-clinic.h"

G_BEGIN_DECLS

typedef enum {
  SOLEUS_AUDIT_SUBJECT_ALL,
  SOLEUS_AUDIT_SUBJECT_CHANGES,   /* added, changed, made void */
  SOLEUS_AUDIT_SUBJECT_VIEWS,
  SOLEUS_AUDIT_SUBJECT_PAPERS,    /* printed and exported */
  SOLEUS_AUDIT_SUBJECT_DECISIONS, /* against a rule */
  SOLEUS_AUDIT_SUBJECT_FILE,      /* backed up, restored, erased */
} SoleusAuditSubject;

#define SOLEUS_TYPE_AUDIT_ROW (soleus_audit_row_get_type ())
G_DECLARE_FINAL_TYPE (SoleusAuditRow, soleus_audit_row, SOLEUS, AUDIT_ROW, GObject)

/* in words, read when they are asked for */
const char *soleus_audit_row_get_title    (SoleusAuditRow *self); /* “Changed: Mara Swiftwater” */
const char *soleus_audit_row_get_subtitle (SoleusAuditRow *self); /* when, who, which version, remark */
const char *soleus_audit_row_get_page     (SoleusAuditRow *self); /* (nullable): for win.show */

#define SOLEUS_TYPE_AUDIT_LIST (soleus_audit_list_get_type ())
G_DECLARE_FINAL_TYPE (SoleusAuditList, soleus_audit_list, SOLEUS, AUDIT_LIST, GObject)

SoleusAuditList *soleus_audit_list_new        (SoleusClinic       *clinic);
void             soleus_audit_list_set_filter (SoleusAuditList    *self,
                                               SoleusAuditSubject  subject,
                                               const char         *therapist,  /* (nullable) id */
                                               const char *const  *athletes,   /* (nullable) ids */
                                               SoleusInstant       since);     /* or SOLEUS_UNKNOWN_INSTANT */
/* what is listed, as a table for a spreadsheet; its last column holds the hash of each entry */
char            *soleus_audit_list_dup_csv    (SoleusAuditList    *self);

G_END_DECLS
