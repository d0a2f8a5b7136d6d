#include "soleus-config.h"

#include "soleus-enums.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (SoleusAnswer, soleus_answer,
                    G_DEFINE_ENUM_VALUE (SOLEUS_ANSWER_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_ANSWER_NO, "no"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_ANSWER_YES, "yes"))

G_DEFINE_ENUM_TYPE (SoleusSide, soleus_side,
                    G_DEFINE_ENUM_VALUE (SOLEUS_SIDE_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_SIDE_LEFT, "left"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_SIDE_RIGHT, "right"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_SIDE_BOTH, "both"))

G_DEFINE_ENUM_TYPE (SoleusSex, soleus_sex,
                    G_DEFINE_ENUM_VALUE (SOLEUS_SEX_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_SEX_FEMALE, "female"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_SEX_MALE, "male"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_SEX_OTHER, "other"))

G_DEFINE_ENUM_TYPE (SoleusWindowState, soleus_window_state,
                    G_DEFINE_ENUM_VALUE (SOLEUS_WINDOW_STATE_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_WINDOW_STATE_CAUTION, "caution"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_WINDOW_STATE_CLOSED, "closed"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_WINDOW_STATE_HARD_STOP, "hard-stop"))

G_DEFINE_ENUM_TYPE (SoleusRegion, soleus_region,
                    G_DEFINE_ENUM_VALUE (SOLEUS_REGION_CALF, "calf"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_REGION_POSTERIOR_THIGH, "posterior-thigh"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_REGION_ANTERIOR_THIGH, "anterior-thigh"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_REGION_INNER_THIGH, "inner-thigh"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_REGION_SHIN, "shin"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_REGION_FOOT, "foot"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_REGION_WHOLE_BODY, "whole-body"))

G_DEFINE_ENUM_TYPE (SoleusModalityFamily, soleus_modality_family,
                    G_DEFINE_ENUM_VALUE (SOLEUS_MODALITY_FAMILY_NEITHER, "neither"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_MODALITY_FAMILY_MASSAGE, "massage"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_MODALITY_FAMILY_HEAT, "heat"))

G_DEFINE_ENUM_TYPE (SoleusUrgency, soleus_urgency,
                    G_DEFINE_ENUM_VALUE (SOLEUS_URGENCY_ROUTINE, "routine"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_URGENCY_SAME_DAY, "same-day"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_URGENCY_EMERGENCY, "emergency"))

G_DEFINE_ENUM_TYPE (SoleusReferralTarget, soleus_referral_target,
                    G_DEFINE_ENUM_VALUE (SOLEUS_REFERRAL_TARGET_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_REFERRAL_TARGET_EMERGENCY, "emergency"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_REFERRAL_TARGET_SAME_DAY_MEDICAL, "same-day-medical"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_REFERRAL_TARGET_GP_ROUTINE, "gp-routine"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_REFERRAL_TARGET_PODIATRY, "podiatry"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_REFERRAL_TARGET_DIETETICS, "dietetics"))

G_DEFINE_ENUM_TYPE (SoleusFlagState, soleus_flag_state,
                    G_DEFINE_ENUM_VALUE (SOLEUS_FLAG_STATE_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_FLAG_STATE_REFERRED, "referred"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_FLAG_STATE_CLEARED, "cleared"))

G_DEFINE_ENUM_TYPE (SoleusVisitState, soleus_visit_state,
                    G_DEFINE_ENUM_VALUE (SOLEUS_VISIT_STATE_DRAFT, "draft"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_VISIT_STATE_SIGNED, "signed"))

G_DEFINE_ENUM_TYPE (SoleusAmendmentKind, soleus_amendment_kind,
                    G_DEFINE_ENUM_VALUE (SOLEUS_AMENDMENT_KIND_ADDENDUM, "addendum"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_AMENDMENT_KIND_CORRECTION, "correction"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_AMENDMENT_KIND_LATE_ENTRY, "late-entry"))

G_DEFINE_ENUM_TYPE (SoleusOverrideReason, soleus_override_reason,
                    G_DEFINE_ENUM_VALUE (SOLEUS_OVERRIDE_REASON_CLINICAL_JUDGEMENT, "clinical-judgement"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_OVERRIDE_REASON_SCREEN_NEGATIVE_NOW, "screen-negative-now"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_OVERRIDE_REASON_ATHLETE_REQUEST_INFORMED, "athlete-request-informed"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_OVERRIDE_REASON_OTHER, "other"))

G_DEFINE_ENUM_TYPE (SoleusOwner, soleus_owner,
                    G_DEFINE_ENUM_VALUE (SOLEUS_OWNER_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_OWNER_THERAPIST, "therapist"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_OWNER_PODIATRIST, "podiatrist"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_OWNER_NUTRITIONIST, "nutritionist"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_OWNER_DOCTOR, "doctor"))

G_DEFINE_ENUM_TYPE (SoleusEvidence, soleus_evidence,
                    G_DEFINE_ENUM_VALUE (SOLEUS_EVIDENCE_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_EVIDENCE_FOLK, "folk"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_EVIDENCE_EXPERT, "expert"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_EVIDENCE_WEAK, "weak"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_EVIDENCE_MODERATE, "moderate"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_EVIDENCE_STRONG, "strong"))

G_DEFINE_ENUM_TYPE (SoleusPaper, soleus_paper,
                    G_DEFINE_ENUM_VALUE (SOLEUS_PAPER_A4, "a4"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_PAPER_LETTER, "letter"))

G_DEFINE_ENUM_TYPE (SoleusDocumentKind, soleus_document_kind,
                    G_DEFINE_ENUM_VALUE (SOLEUS_DOCUMENT_KIND_HANDOUT, "handout"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_DOCUMENT_KIND_HISTORY_REPORT, "history-report"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_DOCUMENT_KIND_VISIT_SUMMARY, "visit-summary"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_DOCUMENT_KIND_LETTER, "letter"))

/* one label per type and value; a type that is not here shows its nicks */
typedef struct {
  GType (*get_type) (void);
  int          value;
  const char  *label; /* N_() */
} EnumLabel;

static const EnumLabel labels[] = {
  { soleus_answer_get_type, SOLEUS_ANSWER_UNKNOWN, N_("Unknown") },
  { soleus_answer_get_type, SOLEUS_ANSWER_NO, N_("No") },
  { soleus_answer_get_type, SOLEUS_ANSWER_YES, N_("Yes") },
  { soleus_side_get_type, SOLEUS_SIDE_UNKNOWN, N_("Unknown") },
  { soleus_side_get_type, SOLEUS_SIDE_LEFT, N_("Left") },
  { soleus_side_get_type, SOLEUS_SIDE_RIGHT, N_("Right") },
  { soleus_side_get_type, SOLEUS_SIDE_BOTH, N_("Both") },
  { soleus_sex_get_type, SOLEUS_SEX_UNKNOWN, N_("Unknown") },
  { soleus_sex_get_type, SOLEUS_SEX_FEMALE, N_("Female") },
  { soleus_sex_get_type, SOLEUS_SEX_MALE, N_("Male") },
  { soleus_sex_get_type, SOLEUS_SEX_OTHER, N_("Other") },
  { soleus_window_state_get_type, SOLEUS_WINDOW_STATE_OPEN, N_("Open") },
  { soleus_window_state_get_type, SOLEUS_WINDOW_STATE_CAUTION, N_("Caution") },
  { soleus_window_state_get_type, SOLEUS_WINDOW_STATE_CLOSED, N_("Closed") },
  { soleus_window_state_get_type, SOLEUS_WINDOW_STATE_HARD_STOP, N_("Hard stop") },
  { soleus_region_get_type, SOLEUS_REGION_CALF, N_("Calf") },
  { soleus_region_get_type, SOLEUS_REGION_POSTERIOR_THIGH, N_("Back of the thigh") },
  { soleus_region_get_type, SOLEUS_REGION_ANTERIOR_THIGH, N_("Front of the thigh") },
  { soleus_region_get_type, SOLEUS_REGION_INNER_THIGH, N_("Inner thigh") },
  { soleus_region_get_type, SOLEUS_REGION_SHIN, N_("Shin") },
  { soleus_region_get_type, SOLEUS_REGION_FOOT, N_("Foot") },
  { soleus_region_get_type, SOLEUS_REGION_WHOLE_BODY, N_("Whole body") },
  { soleus_modality_family_get_type, SOLEUS_MODALITY_FAMILY_NEITHER, N_("Neither massage nor heat") },
  { soleus_modality_family_get_type, SOLEUS_MODALITY_FAMILY_MASSAGE, N_("Massage") },
  { soleus_modality_family_get_type, SOLEUS_MODALITY_FAMILY_HEAT, N_("Heat") },
  { soleus_urgency_get_type, SOLEUS_URGENCY_ROUTINE, N_("Routine") },
  { soleus_urgency_get_type, SOLEUS_URGENCY_SAME_DAY, N_("Same day") },
  { soleus_urgency_get_type, SOLEUS_URGENCY_EMERGENCY, N_("Emergency") },
  { soleus_referral_target_get_type, SOLEUS_REFERRAL_TARGET_UNKNOWN, N_("Unknown") },
  { soleus_referral_target_get_type, SOLEUS_REFERRAL_TARGET_EMERGENCY, N_("Emergency services") },
  { soleus_referral_target_get_type, SOLEUS_REFERRAL_TARGET_SAME_DAY_MEDICAL, N_("Doctor, the same day") },
  { soleus_referral_target_get_type, SOLEUS_REFERRAL_TARGET_GP_ROUTINE, N_("Family doctor, routine") },
  { soleus_referral_target_get_type, SOLEUS_REFERRAL_TARGET_PODIATRY, N_("Podiatrist") },
  { soleus_referral_target_get_type, SOLEUS_REFERRAL_TARGET_DIETETICS, N_("Dietitian") },
  { soleus_flag_state_get_type, SOLEUS_FLAG_STATE_OPEN, N_("Open") },
  { soleus_flag_state_get_type, SOLEUS_FLAG_STATE_REFERRED, N_("Referred") },
  { soleus_flag_state_get_type, SOLEUS_FLAG_STATE_CLEARED, N_("Cleared") },
  { soleus_visit_state_get_type, SOLEUS_VISIT_STATE_DRAFT, N_("Draft") },
  { soleus_visit_state_get_type, SOLEUS_VISIT_STATE_SIGNED, N_("Signed") },
  { soleus_amendment_kind_get_type, SOLEUS_AMENDMENT_KIND_ADDENDUM, N_("Addendum") },
  { soleus_amendment_kind_get_type, SOLEUS_AMENDMENT_KIND_CORRECTION, N_("Correction") },
  { soleus_amendment_kind_get_type, SOLEUS_AMENDMENT_KIND_LATE_ENTRY, N_("Late entry") },
  { soleus_override_reason_get_type, SOLEUS_OVERRIDE_REASON_CLINICAL_JUDGEMENT, N_("Clinical judgement") },
  { soleus_override_reason_get_type, SOLEUS_OVERRIDE_REASON_SCREEN_NEGATIVE_NOW, N_("Damage screen is negative now") },
  { soleus_override_reason_get_type, SOLEUS_OVERRIDE_REASON_ATHLETE_REQUEST_INFORMED, N_("The athlete asks for it, informed of the risk") },
  { soleus_override_reason_get_type, SOLEUS_OVERRIDE_REASON_OTHER, N_("Other reason") },
  { soleus_owner_get_type, SOLEUS_OWNER_UNKNOWN, N_("Nobody yet") },
  { soleus_owner_get_type, SOLEUS_OWNER_THERAPIST, N_("Therapist") },
  { soleus_owner_get_type, SOLEUS_OWNER_PODIATRIST, N_("Podiatrist") },
  { soleus_owner_get_type, SOLEUS_OWNER_NUTRITIONIST, N_("Nutritionist") },
  { soleus_owner_get_type, SOLEUS_OWNER_DOCTOR, N_("Doctor") },
  { soleus_evidence_get_type, SOLEUS_EVIDENCE_NONE, N_("Not graded") },
  { soleus_evidence_get_type, SOLEUS_EVIDENCE_FOLK, N_("Folk remedy, unproven") },
  { soleus_evidence_get_type, SOLEUS_EVIDENCE_EXPERT, N_("Expert convention") },
  { soleus_evidence_get_type, SOLEUS_EVIDENCE_WEAK, N_("Weak evidence") },
  { soleus_evidence_get_type, SOLEUS_EVIDENCE_MODERATE, N_("Moderate evidence") },
  { soleus_evidence_get_type, SOLEUS_EVIDENCE_STRONG, N_("Strong evidence") },
  { soleus_paper_get_type, SOLEUS_PAPER_A4, N_("A4") },
  { soleus_paper_get_type, SOLEUS_PAPER_LETTER, N_("US Letter") },
  { soleus_document_kind_get_type, SOLEUS_DOCUMENT_KIND_HANDOUT, N_("Handout") },
  { soleus_document_kind_get_type, SOLEUS_DOCUMENT_KIND_HISTORY_REPORT, N_("History report") },
  { soleus_document_kind_get_type, SOLEUS_DOCUMENT_KIND_VISIT_SUMMARY, N_("Visit summary") },
  { soleus_document_kind_get_type, SOLEUS_DOCUMENT_KIND_LETTER, N_("Letter") },
};

/* The class of an enumeration lives as long as the process: keep the first reference. */
static GEnumClass *
peek_class (GType type)
{
  GEnumClass *klass;

  g_return_val_if_fail (G_TYPE_IS_ENUM (type), NULL);

  klass = g_type_class_peek (type);
  return klass != NULL ? klass : g_type_class_ref (type);
}

/**
 * soleus_enum_get_nick:
 * @type: an enumeration
 * @value: one of its values
 *
 * Returns: (transfer none) (nullable): the stable text of @value, %NULL if @type has no such value
 */
const char *
soleus_enum_get_nick (GType type,
                      int   value)
{
  GEnumClass *klass = peek_class (type);
  const GEnumValue *row = klass != NULL ? g_enum_get_value (klass, value) : NULL;

  return row != NULL ? row->value_nick : NULL;
}

/**
 * soleus_enum_get_label:
 * @type: an enumeration
 * @value: one of its values
 *
 * Returns: (transfer none): @value in the words of the person, translated; its nick where it has no label
 */
const char *
soleus_enum_get_label (GType type,
                       int   value)
{
  const char *nick;

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (labels[i].value == value && labels[i].get_type () == type)
      return g_dgettext (GETTEXT_PACKAGE, labels[i].label);

  nick = soleus_enum_get_nick (type, value);
  return nick != NULL ? nick : "";
}

/**
 * soleus_enum_from_nick:
 * @type: an enumeration
 * @nick: (nullable): stable text
 * @value: (out): the value, untouched if there is none
 *
 * Returns: %TRUE if @type has a value with that nick
 */
gboolean
soleus_enum_from_nick (GType       type,
                       const char *nick,
                       int        *value)
{
  GEnumClass *klass = peek_class (type);
  const GEnumValue *row;

  g_return_val_if_fail (value != NULL, FALSE);

  if (klass == NULL || nick == NULL)
    return FALSE;
  row = g_enum_get_value_by_nick (klass, nick);
  if (row == NULL)
    return FALSE;
  *value = row->value;
  return TRUE;
}

/**
 * soleus_enum_dup_nicks:
 * @type: an enumeration
 *
 * Returns: (transfer full): all nicks, "left, right, both", for a message that names the choices
 */
char *
soleus_enum_dup_nicks (GType type)
{
  GEnumClass *klass = peek_class (type);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; klass != NULL && i < klass->n_values; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", klass->values[i].value_nick);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
