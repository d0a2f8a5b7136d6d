#include "soleus-config.h"

#include "soleus-issued-document.h"

#include <glib/gi18n-lib.h>

static const SoleusField fields[] = {
  { "athlete", SOLEUS_FIELD_ID, N_("Athlete"), SOLEUS_FIELD_REQUIRED, .reference = "athlete" },
  { "visit", SOLEUS_FIELD_ID, N_("Visit"), .reference = "visit" },
  { "kind", SOLEUS_FIELD_ENUM, N_("Kind"), .enum_type = soleus_document_kind_get_type },
  { "issued-at", SOLEUS_FIELD_MOMENT, N_("Issued"), SOLEUS_FIELD_REQUIRED },
  { "title", SOLEUS_FIELD_TEXT, N_("Title"), SOLEUS_FIELD_REQUIRED },
  { "language", SOLEUS_FIELD_TEXT, N_("Language") },
  { "paper", SOLEUS_FIELD_ENUM, N_("Paper"), .enum_type = soleus_paper_get_type },
  { "large-print", SOLEUS_FIELD_BOOL, N_("Large print") },
  { "pages", SOLEUS_FIELD_INT, N_("Pages"), .minimum = 0, .maximum = 1000 },
  { "exercises", SOLEUS_FIELD_TEXT, N_("Exercises") },
  { "content-hash", SOLEUS_FIELD_TEXT, N_("Content"), SOLEUS_FIELD_REQUIRED | SOLEUS_FIELD_INTERNAL },
};

SOLEUS_DEFINE_RECORD (SoleusIssuedDocument, soleus_issued_document, "document", "documents", N_("Document"), fields, NULL)
