/* soleus-dose-window.h: the dose of one exercise for one athlete
 *
 * Modal. The numbers show what is usual until they are changed; an empty one means the usual. Emits “applied”. */
#pragma once

#include <adwaita.h>

#include "soleus-prescription.h"

G_BEGIN_DECLS

/* signal: applied: the therapist changed the dose; soleus_dose_window_dup_prescribed() says how */
#define SOLEUS_TYPE_DOSE_WINDOW (soleus_dose_window_get_type ())
G_DECLARE_FINAL_TYPE (SoleusDoseWindow, soleus_dose_window, SOLEUS, DOSE_WINDOW, AdwWindow)

GtkWidget        *soleus_dose_window_new            (GtkWindow              *parent,
                                                     SoleusContentExercise  *exercise,
                                                     const SoleusPrescribed *prescribed);
SoleusPrescribed *soleus_dose_window_dup_prescribed (SoleusDoseWindow       *self);

G_END_DECLS
