/* soleus-audit-page.h: who did what when, for a person to read: changes, views, prints, exports, decisions, backups */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_AUDIT_PAGE (soleus_audit_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusAuditPage, soleus_audit_page, SOLEUS, AUDIT_PAGE, SoleusPage)

G_END_DECLS
