/* soleus-look-back.h: how often a risk factor was there before a cramp, against this athlete's own ordinary days (clinical.md 5, 8).
 * Counts and their uncertainty, never a cause, a ranking or a risk score. Plain values in, plain values out. */
#pragma once

#include "soleus-day.h"
#include "soleus-proportion.h"

G_BEGIN_DECLS

/* Clinic rules, no published number: below these it is too few to say. */
#define SOLEUS_LOOK_BACK_LEAST_CRAMPS   5
#define SOLEUS_LOOK_BACK_LEAST_ORDINARY 20

typedef enum {
  SOLEUS_LOOK_BACK_DAY,        /* 24 h: the day that holds most of them */
  SOLEUS_LOOK_BACK_WEEK,       /* that day and the 6 before it */
  SOLEUS_LOOK_BACK_FOUR_WEEKS, /* that day and the 27 before it */
} SoleusLookBackWindow;
#define SOLEUS_LOOK_BACK_N_WINDOWS   3
#define SOLEUS_LOOK_BACK_LONGEST_DAYS 28

typedef struct {
  const char *id;      /* of the risk-factor catalogue, or one that only days have: "travel", "illness" */
  gboolean    by_event; /* one day is enough for a longer window; otherwise it takes a third of its known days */
} SoleusLookBackFactor;

typedef struct {
  guint            with;     /* windows in which the factor was there */
  guint            of;       /* windows of which enough is known */
  guint            unknown;  /* the others */
  gboolean         is_known; /* of > 0 */
  SoleusProportion share;
} SoleusLookBackCount;

typedef struct {
  SoleusLookBackCount cramps;
  SoleusLookBackCount ordinary_days;
  gboolean            enough; /* else: too few to say */
} SoleusLookBackComparison;

/* what the counts allow to say in words: no cause, no strength */
typedef enum {
  SOLEUS_LOOK_BACK_TOO_FEW,
  SOLEUS_LOOK_BACK_NO_CLEAR_DIFFERENCE,
  SOLEUS_LOOK_BACK_MORE_OFTEN,
  SOLEUS_LOOK_BACK_LESS_OFTEN,
} SoleusLookBackVerdict;

const SoleusLookBackFactor *soleus_look_back_list_factors (gsize                    *n_factors);
const char                 *soleus_look_back_factor_get_label (const SoleusLookBackFactor *factor);
guint                       soleus_look_back_get_days     (SoleusLookBackWindow      window);
char                       *soleus_look_back_dup_day      (const SoleusMoment       *onset);
SoleusAnswer                soleus_look_back_judge        (const SoleusAnswer       *days,
                                                           gsize                     n_days,
                                                           gboolean                  by_event);
char                       *soleus_look_back_count_format (const SoleusLookBackCount *count);
void                        soleus_look_back_compare      (const SoleusAnswer       *days,
                                                           const guint              *cramps,
                                                           gsize                     n_days,
                                                           gsize                     first,
                                                           SoleusLookBackWindow      window,
                                                           gboolean                  by_event,
                                                           SoleusLookBackComparison *comparison);
SoleusLookBackVerdict       soleus_look_back_get_verdict  (const SoleusLookBackComparison *comparison);
const char                 *soleus_look_back_verdict_get_label (SoleusLookBackVerdict  verdict);

G_END_DECLS
