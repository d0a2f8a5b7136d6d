/* soleus-bench-card.h: the relief steps on one page for the bench: drawings, times, the 10-minute limit and whom to call */
#pragma once

#include "soleus-content.h"
#include "soleus-document.h"
#include "soleus-handout.h"

G_BEGIN_DECLS

/* Everything is borrowed and must live until the document is made. */
typedef struct {
  SoleusContent     *content;
  SoleusPaper        paper;
  gboolean           large_print;
  SoleusInstant      issued_at;
  const char        *clinic_name;
  const char        *clinic_phone;     /* (nullable) */
  const char        *emergency_number; /* (nullable): 112 */
  SoleusDrawingFunc  find_drawing;     /* (nullable) */
  gpointer           drawing_data;
} SoleusBenchCardSpec;

SoleusDocument *soleus_bench_card_new_document (const SoleusBenchCardSpec *spec);

G_END_DECLS
