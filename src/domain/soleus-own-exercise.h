/* soleus-own-exercise.h: an exercise that a clinic adds to the shipped ones, in each language in which it has words
 *
 * What nobody has said yet is said so: no kind, no family, no number. The family decides whether the window holds the exercise back, so it is never
 * assumed. */
#pragma once

#include "soleus-content-exercise.h"

G_BEGIN_DECLS

#define SOLEUS_OWN_UNSAID (-1)

typedef enum {
  SOLEUS_OWN_NUMBER_PHASE, /* 0: at any time, and in no plan by itself */
  SOLEUS_OWN_NUMBER_SETS,
  SOLEUS_OWN_NUMBER_REPETITIONS,
  SOLEUS_OWN_NUMBER_HOLD,  /* s */
  SOLEUS_OWN_NUMBER_REST,  /* s */
  SOLEUS_OWN_NUMBER_TIMES_A_DAY,
  SOLEUS_OWN_NUMBER_DAYS_A_WEEK,
  SOLEUS_OWN_N_NUMBERS
} SoleusOwnNumber;

/* words in one language */
typedef enum {
  SOLEUS_OWN_TEXT_NAME,
  SOLEUS_OWN_TEXT_STEPS,   /* one on each line */
  SOLEUS_OWN_TEXT_TEMPO,
  SOLEUS_OWN_TEXT_LOAD,
  SOLEUS_OWN_TEXT_STOP_IF,
  SOLEUS_OWN_TEXT_BASIS,   /* where it comes from, to the therapist */
  SOLEUS_OWN_N_TEXTS
} SoleusOwnText;

/* what is wrong */
typedef enum {
  SOLEUS_OWN_ISSUE_NONE,
  SOLEUS_OWN_ISSUE_NAME,
  SOLEUS_OWN_ISSUE_STEPS,
  SOLEUS_OWN_ISSUE_STOP_IF,
  SOLEUS_OWN_ISSUE_KIND,
  SOLEUS_OWN_ISSUE_FAMILY,
  SOLEUS_OWN_ISSUE_ROLLER, /* it is one, but does not count as massage */
  SOLEUS_OWN_ISSUE_DOSE,
} SoleusOwnIssue;

typedef struct {
  char                  *id;     /* (nullable): it is new */
  char                  *found;  /* (nullable): as it was described when it was read from the files; %NULL: it was not */
  int                    kind;   /* #SoleusContentKind or %SOLEUS_OWN_UNSAID */
  int                    family; /* #SoleusModalityFamily or %SOLEUS_OWN_UNSAID */
  char                  *muscle; /* an id of the catalogue of muscles */
  SoleusEvidence         evidence;
  SoleusContentSideRule  side_rule;
  int                    numbers[SOLEUS_OWN_N_NUMBERS]; /* or %SOLEUS_OWN_UNSAID */
  GHashTable            *texts;       /* (element-type utf8 utf8[]): language → words */
  char                  *drawings[2]; /* (nullable): the names of start and end */
  GBytes                *svgs[2];     /* (nullable): them, where they are the clinic's own */
} SoleusOwnExercise;

SoleusOwnExercise *soleus_own_exercise_new       (void);
void               soleus_own_exercise_free      (SoleusOwnExercise       *self);
void               soleus_own_exercise_set_text  (SoleusOwnExercise       *self,
                                                  const char              *language,
                                                  SoleusOwnText            text,
                                                  const char              *words);
const char        *soleus_own_exercise_get_text  (const SoleusOwnExercise *self,
                                                  const char              *language,
                                                  SoleusOwnText            text);
char             **soleus_own_exercise_list_steps (const SoleusOwnExercise *self,
                                                  const char              *language);
gboolean           soleus_own_exercise_speaks    (const SoleusOwnExercise *self,
                                                  const char              *language);
const char        *soleus_own_exercise_find_language (const SoleusOwnExercise *self,
                                                  const char              *wished,
                                                  const char *const       *languages);
void               soleus_own_exercise_set_svg   (SoleusOwnExercise       *self,
                                                  gboolean                 end,
                                                  GBytes                  *svg);
char              *soleus_own_exercise_describe  (const SoleusOwnExercise *self);
void               soleus_own_exercise_make_new  (SoleusOwnExercise       *self);
SoleusOwnIssue     soleus_own_exercise_check     (const SoleusOwnExercise *self,
                                                  const char *const       *languages,
                                                  const char             **language);
const char        *soleus_own_issue_get_sentence (SoleusOwnIssue           issue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusOwnExercise, soleus_own_exercise_free)

G_END_DECLS
