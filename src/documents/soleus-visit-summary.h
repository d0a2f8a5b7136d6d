/* soleus-visit-summary.h: one visit as a SOAP note on paper, with treatments, overrides and amendments marked */
#pragma once

#include "soleus-document.h"

G_BEGIN_DECLS

/* Everything here is borrowed and must live until soleus_visit_summary_new_document () returns. Texts are in the summary's language. */
typedef struct {
  SoleusInstant start;           /* SOLEUS_UNKNOWN_INSTANT */
  const char   *modality;        /* label */
  const char   *place;           /* "Left calf" */
  double        minutes;         /* SOLEUS_UNKNOWN_REAL */
  gboolean      is_refused;      /* not given: the window was closed */
  const char   *override_reason; /* (nullable): given against the window */
  const char   *override_text;   /* (nullable) */
} SoleusVisitSummaryTreatment;

typedef struct {
  SoleusAmendmentKind kind;
  SoleusInstant       time;
  const char         *author;
  const char         *reason;    /* (nullable) */
  const char         *text;
  const char         *section;   /* (nullable): "subjective", "objective", "assessment", "plan", "treatments" */
} SoleusVisitSummaryAmendment;

typedef struct {
  SoleusPaper                        paper;
  const char                        *language;
  gboolean                           large_print;
  SoleusInstant                      issued_at;
  const char                        *clinic_name;
  const char                        *clinic_phone;    /* (nullable) */
  const char                        *therapist_name;
  const char                        *therapist_credential; /* (nullable) */
  const char                        *athlete_name;
  const char                        *athlete_details; /* (nullable) */
  const char                        *copy_id;         /* (nullable) */
  SoleusInstant                      time;
  SoleusVisitState                   state;
  SoleusInstant                      signed_at;       /* SOLEUS_UNKNOWN_INSTANT */
  const char                        *signed_by;       /* (nullable) */
  const char                        *subjective, *objective, *assessment, *plan; /* (nullable) */
  const char *const                 *episodes;        /* (nullable): a line each */
  const char *const                 *measures;        /* (nullable): a line each */
  const char *const                 *windows;         /* (nullable): a sentence each */
  const SoleusVisitSummaryTreatment *treatments;
  gsize                              n_treatments;
  const SoleusVisitSummaryAmendment *amendments;      /* oldest first */
  gsize                              n_amendments;
  const char                        *follow_up;       /* (nullable) */
} SoleusVisitSummarySpec;

SoleusDocument *soleus_visit_summary_new_document (const SoleusVisitSummarySpec *spec);

G_END_DECLS
