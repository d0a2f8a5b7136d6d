/* soleus-content-exercise.h: an exercise as it is taught and printed, with its usual dose */
#pragma once

#include "soleus-enums.h"

G_BEGIN_DECLS

/* which leg, seen from the one that cramped */
typedef enum {
  SOLEUS_CONTENT_SIDE_RULE_AFFECTED_ONLY,
  SOLEUS_CONTENT_SIDE_RULE_AFFECTED_FIRST, /* then the other one */
  SOLEUS_CONTENT_SIDE_RULE_BOTH,           /* both at once */
} SoleusContentSideRule;
#define SOLEUS_TYPE_CONTENT_SIDE_RULE (soleus_content_side_rule_get_type ())
GType soleus_content_side_rule_get_type (void);

/* The usual dose. 0 is none on purpose ("hold: none"). Texts are in the language of the content. */
typedef struct {
  int                    sets;
  int                    repetitions;
  int                    hold_seconds;
  int                    rest_seconds;
  int                    times_a_day;
  int                    days_a_week; /* 7: every day */
  const char            *tempo;       /* "slow" */
  const char            *load;        /* "body weight" */
  SoleusContentSideRule  side_rule;
} SoleusContentDose;

/* Construct-only properties: "id", "name", "phase" (the first phase that may use it; 0: any time), "muscle" (catalogue id),
 * "family", "start-drawing", "end-drawing", "steps" (string list), "stop-if", "basis", "facts", "sources", "evidence",
 * "sets", "repetitions", "hold-seconds", "rest-seconds", "times-a-day", "days-a-week", "tempo", "load", "side-rule". */
#define SOLEUS_TYPE_CONTENT_EXERCISE (soleus_content_exercise_get_type ())
G_DECLARE_FINAL_TYPE (SoleusContentExercise, soleus_content_exercise, SOLEUS, CONTENT_EXERCISE, GObject)

const char              *soleus_content_exercise_get_id            (SoleusContentExercise *self);
const char              *soleus_content_exercise_get_name          (SoleusContentExercise *self);
int                      soleus_content_exercise_get_phase         (SoleusContentExercise *self);
const char              *soleus_content_exercise_get_muscle        (SoleusContentExercise *self);
SoleusModalityFamily     soleus_content_exercise_get_family        (SoleusContentExercise *self);
gboolean                 soleus_content_exercise_is_gated          (SoleusContentExercise *self); /* massage or heat: waits for the window */
const char              *soleus_content_exercise_get_start_drawing (SoleusContentExercise *self);
const char              *soleus_content_exercise_get_end_drawing   (SoleusContentExercise *self);
const char *const       *soleus_content_exercise_get_steps         (SoleusContentExercise *self);
const char              *soleus_content_exercise_get_stop_if       (SoleusContentExercise *self);
const char              *soleus_content_exercise_get_basis         (SoleusContentExercise *self); /* where exercise and dose come from */
const char *const       *soleus_content_exercise_get_facts         (SoleusContentExercise *self);
const char *const       *soleus_content_exercise_get_sources       (SoleusContentExercise *self);
SoleusEvidence           soleus_content_exercise_get_evidence      (SoleusContentExercise *self);
const SoleusContentDose *soleus_content_exercise_get_dose          (SoleusContentExercise *self);

G_END_DECLS
