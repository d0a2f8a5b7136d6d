/* soleus-choice-chips.h: one choice of a catalogue or an enumeration, as chips that wrap
 *
 * The value is the stable text: the id of the row or the nick; unknown is %NULL. Nothing is chosen beforehand: the chip Unknown
 * is shown active only after it was pressed. With “linked” it is a row of linked buttons instead.
 *
 * Accessibility: set “title”, the name of the group. */
#pragma once

#include <gtk/gtk.h>

#include "soleus-catalogue.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_CHOICE_CHIPS (soleus_choice_chips_get_type ())
G_DECLARE_FINAL_TYPE (SoleusChoiceChips, soleus_choice_chips, SOLEUS, CHOICE_CHIPS, GtkWidget)

GtkWidget  *soleus_choice_chips_new           (void);
void        soleus_choice_chips_set_catalogue (SoleusChoiceChips     *self,
                                               const SoleusCatalogue *catalogue,
                                               const char *const     *first);
void        soleus_choice_chips_set_enum      (SoleusChoiceChips     *self,
                                               GType                  type);
void        soleus_choice_chips_add           (SoleusChoiceChips     *self,
                                               const char            *id,
                                               const char            *label);
const char *soleus_choice_chips_get_value     (SoleusChoiceChips     *self);
void        soleus_choice_chips_set_value     (SoleusChoiceChips     *self,
                                               const char            *value);

G_END_DECLS
