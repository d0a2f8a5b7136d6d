/* soleus-calf-test.h: what a result of the calf test battery can be held against (clinical.md 3.8) */
#pragma once

#include "soleus-asymmetry.h"
#include "soleus-enums.h"

G_BEGIN_DECLS

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
