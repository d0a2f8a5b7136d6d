/* soleus-effect-box.h: what saving will do to the window, in two lines that follow every change
 *
 * CSS: one node, “effect-box”, with the class of the state: “caution”, “closed” or “hard-stop”.
 *
 * Accessibility: the role is status, so that a change is announced; its label is both lines. */
#pragma once

#include <gtk/gtk.h>

#include "soleus-enums.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_EFFECT_BOX (soleus_effect_box_get_type ())
G_DECLARE_FINAL_TYPE (SoleusEffectBox, soleus_effect_box, SOLEUS, EFFECT_BOX, GtkWidget)

void        soleus_effect_box_set_effect (SoleusEffectBox   *self,
                                          SoleusWindowState  state,
                                          const char        *title,
                                          const char        *because);
const char *soleus_effect_box_get_title  (SoleusEffectBox   *self);

G_END_DECLS
