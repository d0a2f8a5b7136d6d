/* soleus-paper-desk.h: a paper that is being made for an athlete, until it is printed or saved: then exactly these bytes are
 * kept in the clinic, once, however often the same paper is printed after that */
#pragma once

#include "soleus-document.h"
#include "soleus-page-source.h"
#include "soleus-page.h"

G_BEGIN_DECLS

/* signal: issued: a paper was kept */
#define SOLEUS_TYPE_PAPER_DESK (soleus_paper_desk_get_type ())
G_DECLARE_FINAL_TYPE (SoleusPaperDesk, soleus_paper_desk, SOLEUS, PAPER_DESK, GObject)

SoleusPaperDesk  *soleus_paper_desk_new          (SoleusPage         *page,
                                                  SoleusDocumentKind  kind,
                                                  const char         *athlete_id,
                                                  const char         *visit_id);
SoleusPageSource *soleus_paper_desk_set_document (SoleusPaperDesk    *self,
                                                  SoleusDocument     *document,
                                                  const char         *exercises);
void              soleus_paper_desk_set_letter   (SoleusPaperDesk    *self,
                                                  const char         *flag_id,
                                                  const char         *to);
gboolean          soleus_paper_desk_is_issued    (SoleusPaperDesk    *self);
gboolean          soleus_paper_desk_issue        (SoleusPaperDesk    *self,
                                                  GError            **error);
gboolean          soleus_paper_desk_note         (SoleusPaperDesk    *self,
                                                  const char         *action,
                                                  GError            **error);
void              soleus_paper_desk_print        (SoleusPaperDesk    *self);
void              soleus_paper_desk_save         (SoleusPaperDesk    *self);

G_END_DECLS
