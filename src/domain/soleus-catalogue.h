/* soleus-catalogue.h: choice lists as data; adding a risk factor, sign, flag, modality or test is one row */
#pragma once

#include "soleus-enums.h"

G_BEGIN_DECLS

struct _SoleusCatalogueRow {
  const char     *id;       /* stable text in SQL, JSON, CSV and on the command line */
  const char     *label;    /* N_(), sentence case */
  const char     *caveat;   /* (nullable) N_(), a sentence shown wherever the row is shown */
  const char     *facts;    /* (nullable) fact numbers of the clinical text, "32 58" */
  const char     *sources;  /* (nullable) source ids, "S0 S1" */
  SoleusEvidence  evidence;
  int             value;    /* what this catalogue says it is: a SoleusRegion, a SoleusModalityFamily, a SoleusUrgency, … */
  const char     *group;    /* (nullable) N_(), heading in long lists */
};

struct _SoleusCatalogue {
  const char               *id;
  const SoleusCatalogueRow *rows;
  gsize                     n_rows;
};

/* how a test is entered: the value of its row */
typedef enum {
  SOLEUS_TEST_ONE_VALUE,
  SOLEUS_TEST_TWO_SIDES, /* left and right */
  SOLEUS_TEST_YES_NO,    /* 1 or 0 */
  SOLEUS_TEST_OF_PLAN,   /* entered with the plan, not among the tests of a visit */
} SoleusTestShape;

const SoleusCatalogueRow *soleus_catalogue_find        (const SoleusCatalogue    *self,
                                                        const char               *id);
const char               *soleus_catalogue_row_get_label (const SoleusCatalogueRow *row);  /* translated */
const char               *soleus_catalogue_row_get_caveat (const SoleusCatalogueRow *row); /* translated, nullable */
const char               *soleus_catalogue_get_label   (const SoleusCatalogue    *self,
                                                        const char               *id);     /* translated; the id itself if unknown */
char                     *soleus_catalogue_dup_ids     (const SoleusCatalogue    *self);   /* "a, b, c" for messages */

const SoleusCatalogue *soleus_catalogue_get_muscles        (void); /* value: SoleusRegion */
const SoleusCatalogue *soleus_catalogue_get_modalities     (void); /* value: SoleusModalityFamily */
const SoleusCatalogue *soleus_catalogue_get_screen_items   (void); /* the 8 items of the damage screen */
const SoleusCatalogue *soleus_catalogue_get_signs          (void); /* accompanying signs */
const SoleusCatalogue *soleus_catalogue_get_flag_kinds     (void); /* value: SoleusUrgency */
const SoleusCatalogue *soleus_catalogue_get_risk_factors   (void); /* facts 32–60a; value: SoleusOwner usual owner */
const SoleusCatalogue *soleus_catalogue_get_activities     (void); /* what they were doing */
const SoleusCatalogue *soleus_catalogue_get_surfaces       (void);
const SoleusCatalogue *soleus_catalogue_get_urine_charts   (void);
const SoleusCatalogue *soleus_catalogue_get_cycle_phases   (void);
const SoleusCatalogue *soleus_catalogue_get_relief         (void); /* what relieved it */
const SoleusCatalogue *soleus_catalogue_get_tests          (void); /* calf tests and measures */
const SoleusCatalogue *soleus_catalogue_get_clot_items     (void); /* the 10 items of the clot screen; value: points of a yes */
const SoleusCatalogue *soleus_catalogue_get_medicine_classes (void); /* value: SoleusHealthEffects */
const SoleusCatalogue *soleus_catalogue_get_conditions     (void); /* value: SoleusHealthEffects */
const SoleusCatalogue *soleus_catalogue_get_sources        (void); /* S0…, papers: id → readable name */

G_END_DECLS
