/* soleus-reason-window.h: why a therapist decides against the rule: reason, words, consent; asked before anything is recorded
 *
 * No reason is preselected, impossible ones are insensitive and say why, and Record stays off until there are words. */
#pragma once

#include <adwaita.h>

#include "soleus-massage-window.h"

G_BEGIN_DECLS

typedef struct {
  SoleusOverrideReason  reason;
  char                 *text;
  SoleusAnswer          consent;
  SoleusWindowState     state; /* that was seen when it was decided */
} SoleusDecision;

void soleus_decision_free (SoleusDecision *decision);

#define SOLEUS_TYPE_REASON_WINDOW (soleus_reason_window_get_type ())
G_DECLARE_FINAL_TYPE (SoleusReasonWindow, soleus_reason_window, SOLEUS, REASON_WINDOW, AdwWindow)

GtkWidget *soleus_reason_window_new (GtkWindow          *parent,
                                     const char         *what,
                                     const SoleusWindow *window,
                                     SoleusGateVerdict   verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusDecision, soleus_decision_free)

G_END_DECLS
