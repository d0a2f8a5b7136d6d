/* soleus-training-import.h: training files into the sessions of an athlete: what is new, known, perhaps a duplicate or refused;
 * the same for the window and the command line */
#pragma once

#include "soleus-clinic.h"
#include "soleus-training-file.h"

G_BEGIN_DECLS

typedef enum {
  SOLEUS_TRAINING_NEW,
  SOLEUS_TRAINING_KNOWN,     /* was read before */
  SOLEUS_TRAINING_DUPLICATE, /* perhaps the same training from another source: a person decides */
  SOLEUS_TRAINING_REFUSED,
  SOLEUS_TRAINING_N_STATES,
} SoleusTrainingState;

#define SOLEUS_TYPE_TRAINING_ITEM (soleus_training_item_get_type ())
G_DECLARE_FINAL_TYPE (SoleusTrainingItem, soleus_training_item, SOLEUS, TRAINING_ITEM, GObject)

const char         *soleus_training_item_get_place   (SoleusTrainingItem *self);
SoleusTrainingState soleus_training_item_get_state   (SoleusTrainingItem *self);
const char         *soleus_training_item_get_message (SoleusTrainingItem *self); /* (nullable) why it is not simply new */
SoleusRecord       *soleus_training_item_get_session (SoleusTrainingItem *self); /* (nullable) */
gboolean            soleus_training_item_is_taken    (SoleusTrainingItem *self);
void                soleus_training_item_set_taken   (SoleusTrainingItem *self,
                                                      gboolean            taken);

const char *soleus_training_state_get_id (SoleusTrainingState   state);
GPtrArray  *soleus_training_import_sort  (SoleusClinic         *clinic,
                                          const char           *athlete_id,
                                          GPtrArray            *lines,
                                          GError              **error);
guint       soleus_training_import_count (GPtrArray            *items,
                                          SoleusTrainingState   state);
guint       soleus_training_import_count_taken (GPtrArray      *items);
gboolean    soleus_training_import_save  (SoleusClinic         *clinic,
                                          GPtrArray            *items,
                                          GError              **error);

G_END_DECLS
