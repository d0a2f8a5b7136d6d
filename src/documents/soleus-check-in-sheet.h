/* soleus-check-in-sheet.h: a blank week for each athlete to fill in on paper, in the order in which it is then entered */
#pragma once

#include "soleus-content.h"
#include "soleus-document.h"

G_BEGIN_DECLS

/* Everything is borrowed and must live until the document is made. */
typedef struct {
  SoleusContent *content;      /* in the language of who fills it in */
  SoleusPaper    paper;
  gboolean       large_print;
  SoleusInstant  issued_at;
  const char    *clinic_name;
  const char    *clinic_phone; /* (nullable) */
  const char    *athlete_name; /* (nullable): without it a line to write the name on */
  const char    *monday;       /* (nullable): "YYYY-MM-DD"; without it a line to write the week on */
} SoleusCheckInSheetSpec;

SoleusDocument    *soleus_check_in_sheet_new_document (const SoleusCheckInSheetSpec *spec);
const char *const *soleus_check_in_sheet_list_fields  (void);

G_END_DECLS
