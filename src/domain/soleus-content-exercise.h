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

/* what it is for; the order in which a library of exercises is shown */
typedef enum {
  SOLEUS_CONTENT_KIND_MOBILITY,
  SOLEUS_CONTENT_KIND_STRETCH,
  SOLEUS_CONTENT_KIND_BEFORE_SLEEP,
  SOLEUS_CONTENT_KIND_HOLD,     /* isometric */
  SOLEUS_CONTENT_KIND_STRENGTH,
  SOLEUS_CONTENT_KIND_LOWERING, /* eccentric */
  SOLEUS_CONTENT_KIND_FOOT,
  SOLEUS_CONTENT_KIND_BALANCE,
  SOLEUS_CONTENT_KIND_WARM_UP,
  SOLEUS_CONTENT_KIND_WALK_AND_RUN,
  SOLEUS_CONTENT_KIND_HOP,
  SOLEUS_CONTENT_KIND_ROLLER,   /* massage: waits for the window */
} SoleusContentKind;
#define SOLEUS_TYPE_CONTENT_KIND (soleus_content_kind_get_type ())
GType soleus_content_kind_get_type (void);

/* The usual dose. 0 is none on purpose ("hold: none"). Texts are in the language of the content. */
typedef struct {
  int                    sets;
  int                    repetitions;
  int                    hold_seconds;
  int                    rest_seconds;
  int                    times_a_day;
  int                    days_a_week; /* 7: every day */
  const char            *tempo;       /* (nullable) "slow" */
  const char            *load;        /* (nullable) "body weight" */
  SoleusContentSideRule  side_rule;
} SoleusContentDose;

/* Construct-only properties: "id", "name", "phase" (the first phase that may use it; 0: any time), "muscle" (catalogue id),
 * "family", "start-drawing", "end-drawing", "steps" (string list), "stop-if", "basis", "facts", "sources", "evidence",
 * "kind", "sets", "repetitions", "hold-seconds", "rest-seconds", "times-a-day", "days-a-week", "tempo", "load", "side-rule"; of one that a
 * clinic added also "language" and "version". */
#define SOLEUS_TYPE_CONTENT_EXERCISE (soleus_content_exercise_get_type ())
G_DECLARE_FINAL_TYPE (SoleusContentExercise, soleus_content_exercise, SOLEUS, CONTENT_EXERCISE, GObject)

const char              *soleus_content_exercise_get_id            (SoleusContentExercise *self);
const char              *soleus_content_exercise_get_name          (SoleusContentExercise *self);
gboolean                 soleus_content_exercise_is_own            (SoleusContentExercise *self);
const char              *soleus_content_exercise_get_language      (SoleusContentExercise *self); /* (nullable) */
const char              *soleus_content_exercise_get_version       (SoleusContentExercise *self); /* (nullable) */
int                      soleus_content_exercise_get_phase         (SoleusContentExercise *self);
SoleusContentKind        soleus_content_exercise_get_kind          (SoleusContentExercise *self);
const char              *soleus_content_exercise_get_muscle        (SoleusContentExercise *self);
SoleusModalityFamily     soleus_content_exercise_get_family        (SoleusContentExercise *self);
gboolean                 soleus_content_exercise_is_gated          (SoleusContentExercise *self); /* massage or heat: waits for the window */
const char              *soleus_content_exercise_get_start_drawing (SoleusContentExercise *self); /* (nullable) */
const char              *soleus_content_exercise_get_end_drawing   (SoleusContentExercise *self); /* (nullable) */
gboolean                 soleus_content_exercise_is_mirrored       (SoleusContentExercise *self,
                                                                    SoleusSide             affected);
GBytes                  *soleus_content_exercise_get_svg           (SoleusContentExercise *self,
                                                                    gboolean               end);   /* (transfer none) (nullable) */
void                     soleus_content_exercise_set_svg           (SoleusContentExercise *self,
                                                                    gboolean               end,
                                                                    GBytes                *svg);
const char *const       *soleus_content_exercise_get_steps         (SoleusContentExercise *self);
const char              *soleus_content_exercise_get_stop_if       (SoleusContentExercise *self);
const char              *soleus_content_exercise_get_basis         (SoleusContentExercise *self); /* (nullable) where exercise and dose come from */
const char *const       *soleus_content_exercise_get_facts         (SoleusContentExercise *self);
const char *const       *soleus_content_exercise_get_sources       (SoleusContentExercise *self);
SoleusEvidence           soleus_content_exercise_get_evidence      (SoleusContentExercise *self);
const SoleusContentDose *soleus_content_exercise_get_dose          (SoleusContentExercise *self);

const char              *soleus_content_kind_get_label             (SoleusContentKind      kind);  /* translated */

G_END_DECLS
