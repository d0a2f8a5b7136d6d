/* soleus-document-private.h: what the document and its PDF writer share */
#pragma once

#include "soleus-document.h"

G_BEGIN_DECLS

const char *soleus_document_get_author  (SoleusDocument *self); /* (nullable) */
void        soleus_document_draw_page   (SoleusDocument *self,
                                         SoleusCanvas   *canvas,
                                         int             page);
SoleusTypography *soleus_document_get_typography (SoleusDocument *self);
void        soleus_pdf_catalog_set_language (GByteArray *pdf,
                                             const char *language);

G_END_DECLS
