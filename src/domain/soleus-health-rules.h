/* soleus-health-rules.h: medicines and conditions of one athlete at a time, and the three rules that they feed: pure.
 * Cramp association: “discuss with the prescriber”. Bleeding: row 7 of the window. Clot: shown in the clot screen. */
#pragma once

#include "soleus-answers.h"
#include "soleus-health-factor.h"
#include "soleus-reason.h"

G_BEGIN_DECLS

/* All pointers are borrowed for the length of the call. */
typedef struct {
  const SoleusHealthFactor *factor; /* (nullable) class not known */
  const char               *name;   /* (nullable) of the medicine */
  SoleusSide                side;   /* of a condition of one leg; unknown or both: either leg */
  const char               *since;  /* (nullable) “YYYY-MM-DD” */
  const char               *until;  /* (nullable) last day */
} SoleusHealthEntry;

typedef struct _SoleusHealth SoleusHealth;
struct _SoleusHealth {
  gboolean   bleeding_risk;
  gboolean   clot_risk;
  gboolean   pregnant;
  GPtrArray *reasons; /* (element-type SoleusReason) */
};

/* an item of the clot screen that asks about the last weeks counts this long after a condition ended */
#define SOLEUS_CLOT_SURGERY_DAYS 84
#define SOLEUS_CLOT_RECENT_DAYS  28 /* clinic rule: the score says “recent” and gives no number */

gboolean       soleus_health_entry_is_active (const SoleusHealthEntry *self,
                                              const char              *date);
SoleusHealth  *soleus_health_assess          (const SoleusHealthEntry *entries,
                                              gsize                    n_entries,
                                              const char              *date);
SoleusAnswers *soleus_health_dup_clot_items  (const SoleusHealthEntry *entries,
                                              gsize                    n_entries,
                                              SoleusSide               side,
                                              const char              *date);
void           soleus_health_free            (SoleusHealth            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusHealth, soleus_health_free)

G_END_DECLS
