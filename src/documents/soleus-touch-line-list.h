/* soleus-touch-line-list.h: one page for the touch-line: who must not be massaged or warmed now, where, and until when */
#pragma once

#include "soleus-document.h"

G_BEGIN_DECLS

/* Texts are in the language of the page. Everything is borrowed and must live until the document is made. */
typedef struct {
  const char *athlete;
  const char *team;   /* (nullable) */
  const char *where;  /* "left calf" */
  const char *state;  /* "Closed" */
  const char *until;  /* "Sat 22 Nov, 18:40", "a doctor’s outcome" */
} SoleusTouchLineRow;

typedef struct {
  const char               *language;
  SoleusPaper               paper;
  gboolean                  large_print;
  SoleusInstant             issued_at;
  const char               *clinic_name;
  const char               *clinic_phone;     /* (nullable) */
  const char               *emergency_number; /* (nullable): 112 */
  const SoleusTouchLineRow *rows;             /* strictest first */
  gsize                     n_rows;
} SoleusTouchLineSpec;

SoleusDocument *soleus_touch_line_list_new_document (const SoleusTouchLineSpec *spec);

G_END_DECLS
