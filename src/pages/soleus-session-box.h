/* soleus-session-box.h: one training session of a day: how long, how hard, what, in which shoes, on what
 *
 * What is entered goes into the draft. Signals: “changed” after an entry, “removed” when the person wants it away. */
#pragma once

#include <gtk/gtk.h>

#include "soleus-draft.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_SESSION_BOX (soleus_session_box_get_type ())
G_DECLARE_FINAL_TYPE (SoleusSessionBox, soleus_session_box, SOLEUS, SESSION_BOX, GtkBox)

GtkWidget   *soleus_session_box_new        (SoleusDraft      *session);
SoleusDraft *soleus_session_box_get_draft  (SoleusSessionBox *self);
void         soleus_session_box_set_number (SoleusSessionBox *self,
                                            guint             number,
                                            guint             n_sessions);
void         soleus_session_box_set_shoes  (SoleusSessionBox *self,
                                            GPtrArray        *shoes,
                                            char            **labels);
void         soleus_session_box_set_offered (SoleusSessionBox *self,
                                            SoleusRecord     *last);

G_END_DECLS
