/* soleus-clock.h: the only reader of the wall clock; tests and --now inject a fixed one */
#pragma once

#include "soleus-types.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_CLOCK (soleus_clock_get_type ())
G_DECLARE_FINAL_TYPE (SoleusClock, soleus_clock, SOLEUS, CLOCK, GObject)

SoleusClock   *soleus_clock_new_system (void);
SoleusClock   *soleus_clock_new_fixed  (SoleusInstant now);
SoleusInstant  soleus_clock_get_now    (SoleusClock  *self);
gint64         soleus_clock_get_ticks  (SoleusClock  *self);
gboolean       soleus_clock_is_fixed   (SoleusClock  *self);
void           soleus_clock_advance    (SoleusClock  *self,
                                        gint64        microseconds);

G_END_DECLS
