/* soleus-sign-chips.h: which signs of a catalogue are there: several answers, “none of these” is not the same as not asked
 *
 * Nothing active: not asked, the value is %NULL. A sign that is pressed is yes; pressed again, it is what the others are: no after
 * “None of these”, else unknown. “None of these” answers no to all of them and pressed again takes its answers back.
 *
 * CSS: one node, “sign-chips”.
 *
 * Accessibility: set “title”, the name of the group. “summary” says in words what is known and is shown by the owner. */
#pragma once

#include <gtk/gtk.h>

#include "soleus-answers.h"
#include "soleus-catalogue.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_SIGN_CHIPS (soleus_sign_chips_get_type ())
G_DECLARE_FINAL_TYPE (SoleusSignChips, soleus_sign_chips, SOLEUS, SIGN_CHIPS, GtkWidget)

GtkWidget           *soleus_sign_chips_new           (void);
void                 soleus_sign_chips_set_catalogue (SoleusSignChips       *self,
                                                      const SoleusCatalogue *catalogue,
                                                      const char *const     *first);
const SoleusAnswers *soleus_sign_chips_get_value     (SoleusSignChips       *self);
void                 soleus_sign_chips_set_value     (SoleusSignChips       *self,
                                                      const SoleusAnswers   *value);

G_END_DECLS
