/* soleus-document.h: blocks laid out on pages; printing, preview and PDF draw the same pages */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "soleus-block.h"
#include "soleus-enums.h"
#include "soleus-logo.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_DOCUMENT (soleus_document_get_type ())
G_DECLARE_FINAL_TYPE (SoleusDocument, soleus_document, SOLEUS, DOCUMENT, GObject)

SoleusDocument *soleus_document_new              (const char      *title,
                                                  const char      *language,
                                                  SoleusPaper      paper,
                                                  gboolean         large_print,
                                                  SoleusInstant    issued_at);
const char     *soleus_document_get_title        (SoleusDocument  *self);
const char     *soleus_document_get_language     (SoleusDocument  *self);
SoleusPaper     soleus_document_get_paper        (SoleusDocument  *self);
gboolean        soleus_document_get_large_print  (SoleusDocument  *self);
SoleusInstant   soleus_document_get_issued_at    (SoleusDocument  *self);
const char     *soleus_document_get_id           (SoleusDocument  *self); /* (nullable) */
void            soleus_document_set_id           (SoleusDocument  *self,
                                                  const char      *id);
void            soleus_document_set_author       (SoleusDocument  *self,
                                                  const char      *author);
void            soleus_document_set_header       (SoleusDocument  *self,
                                                  const char      *left,
                                                  const char      *right);
void            soleus_document_set_logo         (SoleusDocument  *self,
                                                  SoleusLogo      *logo);
void            soleus_document_set_footer       (SoleusDocument  *self,
                                                  const char      *left,
                                                  const char      *page_of);
/* Makes the labels of charts speak a language while a page is drawn, and as before afterwards. */
typedef char *(*SoleusDocumentSpeakFunc)  (const char *language);
typedef void  (*SoleusDocumentSilentFunc) (char       *former);
void            soleus_document_set_speaker      (SoleusDocument          *self,
                                                  SoleusDocumentSpeakFunc  speak,
                                                  SoleusDocumentSilentFunc silent);
void            soleus_document_add_block        (SoleusDocument  *self,
                                                  SoleusBlock     *block);
int             soleus_document_get_n_pages      (SoleusDocument  *self);
void            soleus_document_get_page_size    (SoleusDocument  *self,
                                                  double          *width,
                                                  double          *height);
void            soleus_document_render_page      (SoleusDocument  *self,
                                                  cairo_t         *cr,
                                                  int              page);
char           *soleus_document_dup_page_text    (SoleusDocument  *self,
                                                  int              page);
char           *soleus_document_dup_text         (SoleusDocument  *self);

/* soleus-document-pdf.c */
GBytes         *soleus_document_dup_bundle_pdf   (SoleusDocument *const *documents,
                                                  gsize            n_documents,
                                                  GError         **error);
GBytes         *soleus_document_dup_pdf          (SoleusDocument  *self,
                                                  GError         **error);

G_END_DECLS
