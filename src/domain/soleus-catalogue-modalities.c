#include "soleus-config.h"

#include "soleus-catalogue.h"

#include <glib/gi18n-lib.h>

#define MASSAGE SOLEUS_MODALITY_FAMILY_MASSAGE
#define HEAT SOLEUS_MODALITY_FAMILY_HEAT
#define NEITHER SOLEUS_MODALITY_FAMILY_NEITHER

#define GROUP_MASSAGE N_("Massage")
#define GROUP_HEAT N_("Heat")
#define GROUP_COLD N_("Cold and support")
#define GROUP_MOVEMENT N_("Movement")
#define GROUP_ADVICE N_("Advice")

/* value: SoleusModalityFamily; massage and heat pass the gate of the window (clinical.md 1C, C2, C17) */
static const SoleusCatalogueRow modalities[] = {
  { "deep-tissue-massage", N_("Deep-tissue massage"),
    N_("Never on a muscle that is still in cramp, and not in the first days after an injury: it may tear or bruise."),
    "77 91 92 94 95 96 98", "S0 S2 S3 S4", SOLEUS_EVIDENCE_EXPERT, MASSAGE, GROUP_MASSAGE },
  { "effleurage", N_("Effleurage (long strokes)"), NULL,
    "78 84 89", "S0 S2 S3 S4", SOLEUS_EVIDENCE_EXPERT, MASSAGE, GROUP_MASSAGE },
  { "kneading", N_("Kneading"),
    N_("Broad contact and medium pressure, from the Achilles tendon up to the back of the knee."),
    "82 83 84 85", "S3", SOLEUS_EVIDENCE_EXPERT, MASSAGE, GROUP_MASSAGE },
  { "static-pressure", N_("Static pressure"),
    N_("Stop kneading at the hard point and hold 10 to 15 seconds, or until it softens. Ease off if the pain rises sharply."),
    "86 87", "S3", SOLEUS_EVIDENCE_EXPERT, MASSAGE, GROUP_MASSAGE },
  { "transverse-friction", N_("Transverse friction"), NULL,
    "88", "S0 S2 S4", SOLEUS_EVIDENCE_EXPERT, MASSAGE, GROUP_MASSAGE },
  { "trigger-point", N_("Trigger point work"), NULL,
    "86 102", "S1 S3", SOLEUS_EVIDENCE_EXPERT, MASSAGE, GROUP_MASSAGE },
  { "foam-roller", N_("Foam roller"),
    N_("Used in place of massage, so it counts as massage, also where a clot or an inflammation is possible."),
    "110 122", "S2 delphi-2021", SOLEUS_EVIDENCE_EXPERT, MASSAGE, GROUP_MASSAGE },
  { "roller-stick", N_("Roller stick"), N_("Counts as massage."),
    "110", "S2", SOLEUS_EVIDENCE_EXPERT, MASSAGE, GROUP_MASSAGE },
  { "massage-gun", N_("Massage gun"), N_("Counts as massage."),
    "110", "S2", SOLEUS_EVIDENCE_EXPERT, MASSAGE, GROUP_MASSAGE },
  { "self-massage", N_("Self-massage at home"), N_("Counts as massage, also when it is homework."),
    "93 122", "S0 S2 S4", SOLEUS_EVIDENCE_EXPERT, MASSAGE, GROUP_MASSAGE },

  { "hot-pack", N_("Hot pack"),
    N_("Comfortable warmth may ease soreness. While the muscle may still bleed, heat makes the bleeding worse."),
    "79 96 106", "S0 S1 S3", SOLEUS_EVIDENCE_EXPERT, HEAT, GROUP_HEAT },
  { "warm-towel", N_("Warm towel"),
    N_("Comfortable warmth may ease soreness. While the muscle may still bleed, heat makes the bleeding worse."),
    "79 96 106", "S0 S1 S3", SOLEUS_EVIDENCE_EXPERT, HEAT, GROUP_HEAT },
  { "hot-bath", N_("Hot bath"), NULL, "79 96", "S0 S1", SOLEUS_EVIDENCE_EXPERT, HEAT, GROUP_HEAT },
  { "sauna", N_("Sauna"), NULL, "96", "S0", SOLEUS_EVIDENCE_EXPERT, HEAT, GROUP_HEAT },
  { "heat-rub", N_("Heat rub"), NULL, "96", "S0", SOLEUS_EVIDENCE_EXPERT, HEAT, GROUP_HEAT },
  { "thermal-ultrasound", N_("Ultrasound treatment (warming)"),
    N_("A treatment. Not the same as an ultrasound scan."),
    "102 104", "S1", SOLEUS_EVIDENCE_EXPERT, HEAT, GROUP_HEAT },
  { "diathermy", N_("Diathermy"), NULL, "96 102", "S0 S1", SOLEUS_EVIDENCE_EXPERT, HEAT, GROUP_HEAT },

  { "cold-water-immersion", N_("Cold-water immersion"), NULL, NULL, "miller-2022", SOLEUS_EVIDENCE_WEAK, NEITHER, GROUP_COLD },
  { "cold-pack", N_("Cold pack"),
    N_("Short. The usual choice in the first days, and after massage that left the calf tender."),
    "107 108", "S2 S3", SOLEUS_EVIDENCE_EXPERT, NEITHER, GROUP_COLD },
  { "compression", N_("Compression wrap"), NULL, "108", "S2", SOLEUS_EVIDENCE_EXPERT, NEITHER, GROUP_COLD },
  { "elevation", N_("Elevation"), NULL, NULL, "harm-convention", SOLEUS_EVIDENCE_EXPERT, NEITHER, GROUP_COLD },
  { "cryotherapy", N_("Cryotherapy"), NULL, NULL, "miller-2022", SOLEUS_EVIDENCE_EXPERT, NEITHER, GROUP_COLD },
  { "calf-support", N_("Calf support"), NULL, "109", "S2", SOLEUS_EVIDENCE_EXPERT, NEITHER, GROUP_COLD },
  { "heel-raise", N_("Heel raise"),
    N_("A pad under the heel: it lessens shock and shortens the calf while walking."),
    "111", "S2", SOLEUS_EVIDENCE_EXPERT, NEITHER, GROUP_COLD },

  { "stretching", N_("Stretching"), N_("Gentle and within comfort."),
    "68 74 99 102 113", "S0 S1 S2 S3 S4 miller-2022", SOLEUS_EVIDENCE_STRONG, NEITHER, GROUP_MOVEMENT },
  { "joint-mobilisation", N_("Joint mobilisation"), NULL, "102", "S1", SOLEUS_EVIDENCE_EXPERT, NEITHER, GROUP_MOVEMENT },
  { "electrotherapy", N_("Electrotherapy (not warming)"),
    N_("Ultrasound that warms the tissue is listed under heat."),
    "102 104", "S1", SOLEUS_EVIDENCE_EXPERT, NEITHER, GROUP_MOVEMENT },
  { "exercise", N_("Strength and fitness exercise"), NULL,
    "99 102 103 112", "S0 S1 S2 S4", SOLEUS_EVIDENCE_EXPERT, NEITHER, GROUP_MOVEMENT },
  { "balance", N_("Balance exercise"), NULL, "102", "S1", SOLEUS_EVIDENCE_EXPERT, NEITHER, GROUP_MOVEMENT },

  { "education", N_("Education"), NULL, "102", "S1", SOLEUS_EVIDENCE_EXPERT, NEITHER, GROUP_ADVICE },
  { "activity-modification", N_("Activity modification"), NULL, "102 117", "S1 S4", SOLEUS_EVIDENCE_EXPERT, NEITHER, GROUP_ADVICE },
  { "biomechanical-correction", N_("Biomechanical correction"), NULL, "102", "S1", SOLEUS_EVIDENCE_EXPERT, NEITHER, GROUP_ADVICE },
  { "footwear-advice", N_("Footwear advice"), NULL, "102 119", "S1 S4", SOLEUS_EVIDENCE_EXPERT, NEITHER, GROUP_ADVICE },
  { "return-to-activity", N_("Gradual return to activity"), NULL, "102", "S1", SOLEUS_EVIDENCE_EXPERT, NEITHER, GROUP_ADVICE },
};

static const SoleusCatalogue catalogue = { "modalities", modalities, G_N_ELEMENTS (modalities) };

/**
 * soleus_catalogue_get_modalities:
 *
 * Returns: (transfer none): treatments; the value of a row is its #SoleusModalityFamily
 */
const SoleusCatalogue *
soleus_catalogue_get_modalities (void)
{
  return &catalogue;
}
