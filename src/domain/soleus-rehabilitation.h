/* soleus-rehabilitation.h: which phase of rehabilitation fits, and which entry criteria the records already answer
 *
 * Pure. The criteria are lines of the protocol content (clinical.md 3.8–3.9 and clinic convention); this judges those that
 * the window, the damage screen and the measures can answer, and leaves the others unknown: the therapist answers them. */
#pragma once

#include "soleus-content.h"
#include "soleus-massage-window.h"
#include "soleus-record.h"

G_BEGIN_DECLS

typedef enum {
  SOLEUS_CRITERION_STATE_UNKNOWN,
  SOLEUS_CRITERION_STATE_MET,
  SOLEUS_CRITERION_STATE_NOT_YET,
} SoleusCriterionState;
#define SOLEUS_TYPE_CRITERION_STATE (soleus_criterion_state_get_type ())
GType soleus_criterion_state_get_type (void);

typedef struct {
  SoleusCriterionState  state;
  char                 *value;  /* (nullable) what was found: "1.5 cm", "1 yes, 3 unknown" */
  char                 *remark; /* (nullable) "9 % apart", "within measurement error" */
} SoleusCriterion;

/* All pointers are borrowed for the length of the call. */
typedef struct {
  const SoleusWindow *window;   /* (nullable) the strictest: no cramp on record */
  const SoleusAnswers       *screen;   /* (nullable) of the deciding episode, latest answers */
  SoleusSide           affected; /* the leg that cramped */
  GPtrArray           *measures; /* (nullable) (element-type SoleusRecord) newest first */
  SoleusInstant        since;    /* of the cramp: what was measured before it says nothing about now; 0: all count */
} SoleusRehabilitationInput;

void             soleus_criterion_free              (SoleusCriterion                 *self);
SoleusCriterion *soleus_rehabilitation_judge        (const SoleusRehabilitationInput *input,
                                                     const char                      *criterion);
const char      *soleus_rehabilitation_get_question (const char                      *criterion);
SoleusRecord    *soleus_rehabilitation_find_decision (const SoleusRehabilitationInput *input);
int              soleus_rehabilitation_suggest_phase (const SoleusRehabilitationInput *input,
                                                     SoleusContent                   *content);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusCriterion, soleus_criterion_free)

G_END_DECLS
