/* soleus-prescription.h: the exercises an athlete was given, with the doses the therapist changed
 *
 * Pure. A prescription is an ordered list; as text it is what an issued document keeps: "ankle-pumps
 * towel-stretch(hold=30;load=red band)". A list of bare ids, as earlier versions wrote it, is a prescription of usual doses. */
#pragma once

#include "soleus-content-exercise.h"

G_BEGIN_DECLS

/* -1 and %NULL: the usual dose of the content */
typedef struct {
  char *id; /* of an exercise */
  int   sets, repetitions, hold_seconds, rest_seconds, times_a_day, days_a_week;
  int   side;    /* SoleusSide: left, right or both; -1: as the exercise says */
  char *tempo;   /* (nullable) */
  char *load;    /* (nullable) */
  char *stop_if; /* (nullable): for this athlete, in place of what the exercise says */
} SoleusPrescribed;

typedef enum {
  SOLEUS_PRESCRIPTION_SAME,
  SOLEUS_PRESCRIPTION_NEW,
  SOLEUS_PRESCRIPTION_CHANGED, /* the dose */
  SOLEUS_PRESCRIPTION_GONE,
} SoleusPrescriptionChange;

typedef struct {
  const char               *id;     /* borrowed from the prescription it stands in */
  SoleusPrescriptionChange  change;
} SoleusPrescriptionStep;

SoleusPrescribed  *soleus_prescribed_new         (const char             *id);
SoleusPrescribed  *soleus_prescribed_copy        (const SoleusPrescribed *self);
void               soleus_prescribed_free        (SoleusPrescribed       *self);
gboolean           soleus_prescribed_is_equal    (const SoleusPrescribed *self,
                                                  const SoleusPrescribed *other);
gboolean           soleus_prescribed_is_usual    (const SoleusPrescribed *self);
SoleusContentDose  soleus_prescribed_get_dose    (const SoleusPrescribed *self,
                                                  SoleusContentExercise  *exercise);

SoleusSide         soleus_prescribed_get_side    (const SoleusPrescribed *self,
                                                  SoleusSide              affected);
const char        *soleus_prescribed_get_stop_if (const SoleusPrescribed *self,
                                                  SoleusContentExercise  *exercise);

GPtrArray         *soleus_prescription_parse     (const char             *text);
char              *soleus_prescription_format    (GPtrArray              *prescription);
SoleusPrescribed  *soleus_prescription_find      (GPtrArray              *prescription,
                                                  const char             *id);
int                soleus_prescription_count_agreed (const SoleusContentDose *dose,
                                                  int                     days);
GArray            *soleus_prescription_compare   (GPtrArray              *before,
                                                  GPtrArray              *after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusPrescribed, soleus_prescribed_free)

G_END_DECLS
