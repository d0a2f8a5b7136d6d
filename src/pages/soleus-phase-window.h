/* soleus-phase-window.h: why a therapist moves an athlete to a phase whose criteria are open; asked before it is recorded
 *
 * It lists what is open. Move stays off until there is a reason. Emits “moved”. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* signal: moved (const char *reason) */
#define SOLEUS_TYPE_PHASE_WINDOW (soleus_phase_window_get_type ())
G_DECLARE_FINAL_TYPE (SoleusPhaseWindow, soleus_phase_window, SOLEUS, PHASE_WINDOW, AdwWindow)

GtkWidget *soleus_phase_window_new (GtkWindow  *parent,
                                    int         phase,
                                    GPtrArray  *open);

G_END_DECLS
