/* soleus-phase-button.h: a phase of rehabilitation to choose, as a card with number, title and a few words
 *
 * The phases are not locked: each can be looked at. The one that fits now says so in words.
 * CSS: a toggle button with the class "phase". */
#pragma once

#include <gtk/gtk.h>

#include "soleus-content-section.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_PHASE_BUTTON (soleus_phase_button_get_type ())
G_DECLARE_FINAL_TYPE (SoleusPhaseButton, soleus_phase_button, SOLEUS, PHASE_BUTTON, GtkToggleButton)

GtkWidget            *soleus_phase_button_new         (SoleusContentSection *phase);
SoleusContentSection *soleus_phase_button_get_phase   (SoleusPhaseButton    *self);
void                  soleus_phase_button_set_state   (SoleusPhaseButton    *self,
                                                       const char           *state);

G_END_DECLS
