/* soleus-training-row.h: one line of a training import: whether it is taken, what it is, and how hard it was */
#pragma once

#include <gtk/gtk.h>

#include "soleus-training-import.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_TRAINING_ROW (soleus_training_row_get_type ())
G_DECLARE_FINAL_TYPE (SoleusTrainingRow, soleus_training_row, SOLEUS, TRAINING_ROW, GtkBox)

GtkWidget *soleus_training_row_new      (void);
void       soleus_training_row_set_item (SoleusTrainingRow  *self,
                                         SoleusTrainingItem *item);

G_END_DECLS
