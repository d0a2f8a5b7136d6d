/* soleus-measure-card.h: tests and measures of a visit, left and right, with what the difference means. Signal “changed”. */
#pragma once

#include <adwaita.h>

#include "soleus-records.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_MEASURE_CARD (soleus_measure_card_get_type ())
G_DECLARE_FINAL_TYPE (SoleusMeasureCard, soleus_measure_card, SOLEUS, MEASURE_CARD, AdwBin)

void       soleus_measure_card_load         (SoleusMeasureCard *self,
                                             GPtrArray         *measures);
void       soleus_measure_card_set_editable (SoleusMeasureCard *self,
                                             gboolean           editable);
GVariant  *soleus_measure_card_collect      (SoleusMeasureCard *self);
void       soleus_measure_card_restore      (SoleusMeasureCard *self,
                                             GVariant          *content);
GPtrArray *soleus_measure_card_list         (SoleusMeasureCard *self); /* (element-type SoleusRecord), all that have a value */
GPtrArray *soleus_measure_card_list_removed (SoleusMeasureCard *self); /* (element-type SoleusRecord), stored ones taken out */

G_END_DECLS
