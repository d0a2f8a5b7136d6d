/* soleus-recurrence.h: is a cramp the first, one at another place, or one that came back, and how soon: pure, a description and no forecast
 *
 * Terms of injury surveillance, applied to cramps: index and subsequent, recurrence at the same site and of the same type, and
 * exacerbation where the athlete was not back in training (IOC consensus: Bahr et al., Br J Sports Med 2020;54:372–389); early, late and
 * delayed by the time since the return (Fuller et al., Br J Sports Med 2006;40:193–201). Both are conventions, made for injuries. */
#pragma once

#include "soleus-enums.h"
#include "soleus-types.h"

G_BEGIN_DECLS

#define SOLEUS_RECURRENCE_EARLY_MONTHS 2
#define SOLEUS_RECURRENCE_LATE_MONTHS  12

typedef enum {
  SOLEUS_RECURRENCE_INDEX,        /* the first on record */
  SOLEUS_RECURRENCE_ELSEWHERE,    /* subsequent, none at this side and muscle before */
  SOLEUS_RECURRENCE_EXACERBATION, /* the same place, before the athlete was back from the one before */
  SOLEUS_RECURRENCE_EARLY,        /* the same place, within 2 months of the return */
  SOLEUS_RECURRENCE_LATE,         /* … within 12 months */
  SOLEUS_RECURRENCE_DELAYED,      /* … later */
  SOLEUS_RECURRENCE_NO_RETURN,    /* the same place; the return from the one before is not on record: too little to say when */
  SOLEUS_RECURRENCE_NO_PLACE,     /* subsequent, side or muscle not known */
  SOLEUS_RECURRENCE_N_KINDS,
} SoleusRecurrence;

typedef struct {
  SoleusInstant onset;
  SoleusSide    side;
  const char   *muscle;      /* (nullable) of the catalogue; NULL: not known */
  SoleusInstant returned_at; /* back in training; SOLEUS_UNKNOWN_INSTANT: not on record */
} SoleusRecurrenceEpisode;

SoleusRecurrence soleus_recurrence_classify  (const SoleusRecurrenceEpisode *episodes,
                                              gsize                          index);
const char      *soleus_recurrence_get_label (SoleusRecurrence               kind);
char            *soleus_recurrence_format    (const guint                   *counts);

G_END_DECLS
