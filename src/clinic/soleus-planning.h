/* soleus-planning.h: where an athlete stands in rehabilitation: what the rules suggest, what the therapist decided, and since when
 *
 * A decision is a measure of the test “rehabilitation-phase”, so that it is versioned, audited and exported as all measures
 * are: its value is the phase, its note the reason and what was open. */
#pragma once

#include "soleus-clinic.h"
#include "soleus-rehabilitation.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_PLANNING (soleus_planning_get_type ())
G_DECLARE_FINAL_TYPE (SoleusPlanning, soleus_planning, SOLEUS, PLANNING, GObject)

SoleusPlanning *soleus_planning_new           (SoleusClinic    *clinic,
                                               const char      *athlete_id,
                                               SoleusContent   *content,
                                               GError         **error);
SoleusWindow   *soleus_planning_get_window    (SoleusPlanning  *self);
SoleusInstant   soleus_planning_get_since     (SoleusPlanning  *self);
SoleusRecord   *soleus_planning_get_decision  (SoleusPlanning  *self);
int             soleus_planning_get_suggested (SoleusPlanning  *self);
int             soleus_planning_get_phase     (SoleusPlanning  *self);
gboolean        soleus_planning_is_current    (SoleusPlanning  *self,
                                               SoleusRecord    *handout);
GPtrArray      *soleus_planning_get_measures  (SoleusPlanning  *self);
const SoleusRehabilitationInput *soleus_planning_get_input (SoleusPlanning *self);
GPtrArray      *soleus_planning_list_open     (SoleusPlanning  *self,
                                               int              phase);
SoleusRecord   *soleus_planning_new_decision  (SoleusPlanning  *self,
                                               int              phase,
                                               const char      *reason);
SoleusRecord   *soleus_planning_new_measure   (SoleusPlanning  *self,
                                               const char      *test,
                                               double           value,
                                               const char      *note);

G_END_DECLS
