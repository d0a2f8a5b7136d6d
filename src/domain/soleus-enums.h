/* soleus-enums.h: enumerations whose nicks are the stable text in SQL, JSON, CSV and on the command line */
#pragma once

#include "soleus-types.h"

G_BEGIN_DECLS

/* "Unknown" is an answer. */
typedef enum { SOLEUS_ANSWER_UNKNOWN, SOLEUS_ANSWER_NO, SOLEUS_ANSWER_YES } SoleusAnswer;
#define SOLEUS_TYPE_ANSWER (soleus_answer_get_type ())
GType soleus_answer_get_type (void);

typedef enum { SOLEUS_SIDE_UNKNOWN, SOLEUS_SIDE_LEFT, SOLEUS_SIDE_RIGHT, SOLEUS_SIDE_BOTH } SoleusSide;
#define SOLEUS_TYPE_SIDE (soleus_side_get_type ())
GType soleus_side_get_type (void);

typedef enum { SOLEUS_SEX_UNKNOWN, SOLEUS_SEX_FEMALE, SOLEUS_SEX_MALE, SOLEUS_SEX_OTHER } SoleusSex;
#define SOLEUS_TYPE_SEX (soleus_sex_get_type ())
GType soleus_sex_get_type (void);

/* ordered from permissive to strict, so that the strictest is the maximum */
typedef enum {
  SOLEUS_WINDOW_STATE_OPEN,
  SOLEUS_WINDOW_STATE_CAUTION,
  SOLEUS_WINDOW_STATE_CLOSED,
  SOLEUS_WINDOW_STATE_HARD_STOP,
} SoleusWindowState;
#define SOLEUS_TYPE_WINDOW_STATE (soleus_window_state_get_type ())
GType soleus_window_state_get_type (void);

typedef enum {
  SOLEUS_REGION_CALF,
  SOLEUS_REGION_POSTERIOR_THIGH,
  SOLEUS_REGION_ANTERIOR_THIGH,
  SOLEUS_REGION_INNER_THIGH,
  SOLEUS_REGION_SHIN,
  SOLEUS_REGION_FOOT,
  SOLEUS_REGION_WHOLE_BODY,
} SoleusRegion;
#define SOLEUS_TYPE_REGION (soleus_region_get_type ())
GType soleus_region_get_type (void);

typedef enum { SOLEUS_MODALITY_FAMILY_NEITHER, SOLEUS_MODALITY_FAMILY_MASSAGE, SOLEUS_MODALITY_FAMILY_HEAT } SoleusModalityFamily;
#define SOLEUS_TYPE_MODALITY_FAMILY (soleus_modality_family_get_type ())
GType soleus_modality_family_get_type (void);

typedef enum { SOLEUS_URGENCY_ROUTINE, SOLEUS_URGENCY_SAME_DAY, SOLEUS_URGENCY_EMERGENCY } SoleusUrgency;
#define SOLEUS_TYPE_URGENCY (soleus_urgency_get_type ())
GType soleus_urgency_get_type (void);

/* clinical.md C14 */
typedef enum {
  SOLEUS_REFERRAL_TARGET_UNKNOWN,
  SOLEUS_REFERRAL_TARGET_EMERGENCY,
  SOLEUS_REFERRAL_TARGET_SAME_DAY_MEDICAL,
  SOLEUS_REFERRAL_TARGET_GP_ROUTINE,
  SOLEUS_REFERRAL_TARGET_PODIATRY,
  SOLEUS_REFERRAL_TARGET_DIETETICS,
} SoleusReferralTarget;
#define SOLEUS_TYPE_REFERRAL_TARGET (soleus_referral_target_get_type ())
GType soleus_referral_target_get_type (void);

typedef enum { SOLEUS_FLAG_STATE_OPEN, SOLEUS_FLAG_STATE_REFERRED, SOLEUS_FLAG_STATE_CLEARED } SoleusFlagState;
#define SOLEUS_TYPE_FLAG_STATE (soleus_flag_state_get_type ())
GType soleus_flag_state_get_type (void);

typedef enum { SOLEUS_VISIT_STATE_DRAFT, SOLEUS_VISIT_STATE_SIGNED } SoleusVisitState;
#define SOLEUS_TYPE_VISIT_STATE (soleus_visit_state_get_type ())
GType soleus_visit_state_get_type (void);

typedef enum { SOLEUS_AMENDMENT_KIND_ADDENDUM, SOLEUS_AMENDMENT_KIND_CORRECTION, SOLEUS_AMENDMENT_KIND_LATE_ENTRY } SoleusAmendmentKind;
#define SOLEUS_TYPE_AMENDMENT_KIND (soleus_amendment_kind_get_type ())
GType soleus_amendment_kind_get_type (void);

typedef enum {
  SOLEUS_OVERRIDE_REASON_CLINICAL_JUDGEMENT,
  SOLEUS_OVERRIDE_REASON_SCREEN_NEGATIVE_NOW,
  SOLEUS_OVERRIDE_REASON_ATHLETE_REQUEST_INFORMED,
  SOLEUS_OVERRIDE_REASON_OTHER,
} SoleusOverrideReason;
#define SOLEUS_TYPE_OVERRIDE_REASON (soleus_override_reason_get_type ())
GType soleus_override_reason_get_type (void);

/* who is to deal with a risk factor (fact 60a) */
typedef enum {
  SOLEUS_OWNER_UNKNOWN,
  SOLEUS_OWNER_THERAPIST,
  SOLEUS_OWNER_PODIATRIST,
  SOLEUS_OWNER_NUTRITIONIST,
  SOLEUS_OWNER_DOCTOR,
} SoleusOwner;
#define SOLEUS_TYPE_OWNER (soleus_owner_get_type ())
GType soleus_owner_get_type (void);

/* how well a statement is supported; shown beside it */
typedef enum {
  SOLEUS_EVIDENCE_NONE,     /* not graded */
  SOLEUS_EVIDENCE_FOLK,     /* folk remedy, unproven */
  SOLEUS_EVIDENCE_EXPERT,   /* expert convention, source texts only */
  SOLEUS_EVIDENCE_WEAK,     /* studies do not support it well */
  SOLEUS_EVIDENCE_MODERATE, /* SORT B */
  SOLEUS_EVIDENCE_STRONG,   /* SORT A */
} SoleusEvidence;
#define SOLEUS_TYPE_EVIDENCE (soleus_evidence_get_type ())
GType soleus_evidence_get_type (void);

typedef enum { SOLEUS_PAPER_A4, SOLEUS_PAPER_LETTER } SoleusPaper;
#define SOLEUS_TYPE_PAPER (soleus_paper_get_type ())
GType soleus_paper_get_type (void);

typedef enum { SOLEUS_DOCUMENT_KIND_HANDOUT, SOLEUS_DOCUMENT_KIND_HISTORY_REPORT, SOLEUS_DOCUMENT_KIND_VISIT_SUMMARY, SOLEUS_DOCUMENT_KIND_LETTER } SoleusDocumentKind;
#define SOLEUS_TYPE_DOCUMENT_KIND (soleus_document_kind_get_type ())
GType soleus_document_kind_get_type (void);

const char *soleus_enum_get_nick  (GType type, int value);
const char *soleus_enum_get_label (GType type, int value); /* translated */
gboolean    soleus_enum_from_nick (GType type, const char *nick, int *value);
char       *soleus_enum_dup_nicks (GType type);            /* "a, b, c" for messages */

G_END_DECLS
