/* soleus-calf-test.h: what a result of the calf test battery can be held against (clinical.md 3.8) */
#pragma once

#include "soleus-asymmetry.h"
#include "soleus-enums.h"

G_BEGIN_DECLS

/* the same leg on two days */
typedef enum {
  SOLEUS_TEST_CHANGE_UNKNOWN,      /* a result is missing */
  SOLEUS_TEST_CHANGE_NO_ERROR,     /* no measurement error is published: nothing is said */
  SOLEUS_TEST_CHANGE_WITHIN_ERROR, /* measuring alone can be it */
  SOLEUS_TEST_CHANGE_BEYOND_ERROR,
} SoleusTestChange;

SoleusTestChange soleus_calf_test_judge_change (const char *test,
                                     double           before,
                                     double           after);
gint64   soleus_calf_test_get_norm  (const char      *test,
                                     gint64           age,
                                     SoleusSex        sex);
double   soleus_calf_test_get_error (const char      *test,
                                     gboolean         between_sides);
gboolean soleus_calf_test_compare_sides (const char  *test,
                                     double           left,
                                     double           right,
                                     SoleusAsymmetry *asymmetry);

G_END_DECLS
