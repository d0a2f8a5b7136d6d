/* soleus-own-line.h: a line that a clinic adds to a section of the protocol, in each language in which it has words */
#pragma once

#include "soleus-content-line.h"

G_BEGIN_DECLS

typedef struct {
  char                  *id;       /* (nullable): it is new */
  char                  *found;    /* (nullable): as it was described when it was read from the files; %NULL: it was not */
  char                  *section;  /* the id of a section */
  SoleusContentAudience  audience;
  SoleusEvidence         evidence;
  GHashTable            *texts;    /* (element-type utf8 utf8): language → words; no row: it does not speak that language */
} SoleusOwnLine;

SoleusOwnLine *soleus_own_line_new      (const char           *section);
void           soleus_own_line_free     (SoleusOwnLine        *self);
void           soleus_own_line_set_text (SoleusOwnLine        *self,
                                         const char           *language,
                                         const char           *text);
const char    *soleus_own_line_get_text (const SoleusOwnLine  *self,
                                         const char           *language);
char          *soleus_own_line_describe (const SoleusOwnLine  *self);
void           soleus_own_line_make_new (SoleusOwnLine        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusOwnLine, soleus_own_line_free)

G_END_DECLS
