#include "soleus-config.h"

#include "soleus-catalogue.h"

#include <glib/gi18n-lib.h>

#define EXPERT SOLEUS_EVIDENCE_EXPERT
#define WEAK SOLEUS_EVIDENCE_WEAK
#define MODERATE SOLEUS_EVIDENCE_MODERATE

#define THERAPIST SOLEUS_OWNER_THERAPIST
#define PODIATRIST SOLEUS_OWNER_PODIATRIST
#define NUTRITIONIST SOLEUS_OWNER_NUTRITIONIST
#define DOCTOR SOLEUS_OWNER_DOCTOR

#define GROUP_FLUIDS N_("Fluids and minerals")
#define GROUP_MUSCLE N_("Muscles, nerves and joints")
#define GROUP_LOAD N_("Training and recovery")
#define GROUP_EQUIPMENT N_("Shoes, equipment, surroundings")
#define GROUP_HEALTH N_("Health")
#define GROUP_HABITS N_("Habits")

#define SALT_CAVEAT N_("A popular theory and an unlikely cause: processed food holds plenty of salt. It may matter after two hours or more of exercise in heat. Still, intake should be adequate. No salt loading is advised.")
#define SUPPLEMENT_CAVEAT N_("Soleus records supplements and never advises them. For cramps without a known cause magnesium showed no useful effect in older adults; trials in pregnancy disagree. In pregnancy ask the midwife or doctor.")
#define CAFFEINE_CAVEAT N_("One source says to avoid it as a diuretic. Studies found no loss of water at up to 3 mg caffeine per kg body mass, and one at 6 mg per kg. Not a ban: note the amount.")
#define HYDRATION_CAVEAT N_("Named by every source text, yet four cohort studies found no link with cramp. Worth correcting for other reasons.")
#define ASSOCIATION_CAVEAT N_("An association found in surveys, not a cause.")
#define PRESCRIBER_CAVEAT N_("Discuss with the prescriber. Do not stop a medicine because of cramp.")

/* Facts 32–60a. value: the SoleusOwner who usually looks after it; the one who does is recorded (fact 60a). */
static const SoleusCatalogueRow factors[] = {
  { "dehydration", N_("Dehydration"), HYDRATION_CAVEAT,
    "23 32", "S0 S1 S2 S3 S4 schwellnus-2004 schwellnus-2009", WEAK, THERAPIST, GROUP_FLUIDS },
  { "low-potassium", N_("Low potassium"), N_("Only a blood test tells. Intake should be adequate."),
    "25 33 64 115", "S0 S1 S2 S3 S4 schwellnus-2009", WEAK, DOCTOR, GROUP_FLUIDS },
  { "low-sodium", N_("Low sodium or salt"), SALT_CAVEAT,
    "25 34 61 62 63 64", "S0 S1 S2 S3 S4 schwellnus-2009", WEAK, NUTRITIONIST, GROUP_FLUIDS },
  { "low-magnesium", N_("Low magnesium"), SUPPLEMENT_CAVEAT,
    "25 35 121", "S3 S4 garrison-2020", WEAK, DOCTOR, GROUP_FLUIDS },
  { "low-calcium", N_("Low calcium"), SUPPLEMENT_CAVEAT,
    "36 121", "S4", WEAK, DOCTOR, GROUP_FLUIDS },
  { "low-carbohydrate", N_("Too little carbohydrate"), NULL,
    "26 37 115", "S0 S1 S2 S4", EXPERT, NUTRITIONIST, GROUP_FLUIDS },
  { "vitamin-deficiency", N_("Vitamin deficiency"), SUPPLEMENT_CAVEAT,
    "53 121", "S4", EXPERT, DOCTOR, GROUP_FLUIDS },

  { "muscle-tightness", N_("Tight calf muscles"), NULL,
    "24 38", "S0 S1 S2 S4", EXPERT, THERAPIST, GROUP_MUSCLE },
  { "neural-tightness", N_("Neural tightness"), NULL,
    "21 39", "S1", EXPERT, THERAPIST, GROUP_MUSCLE },
  { "muscle-weakness", N_("Calf weakness, tested"),
    N_("Weakness found in a strength test. New weakness that came with a cramp is a red flag."),
    "40", "S1", EXPERT, THERAPIST, GROUP_MUSCLE },
  { "muscle-fatigue", N_("Muscle fatigue"), NULL,
    "41", "S1 S3 S4 schwellnus-2009", MODERATE, THERAPIST, GROUP_MUSCLE },
  { "neural-fatigue", N_("Neural fatigue"), NULL,
    "21 42", "S1 schwellnus-2009", EXPERT, THERAPIST, GROUP_MUSCLE },
  { "joint-stiffness", N_("Stiff ankle, heel or foot"), NULL,
    "45", "S1", EXPERT, THERAPIST, GROUP_MUSCLE },
  { "foot-biomechanics", N_("Foot biomechanics, such as flat feet"), NULL,
    "46", "S1", EXPERT, PODIATRIST, GROUP_MUSCLE },
  { "injury", N_("Injury, strain or fracture"), ASSOCIATION_CAVEAT,
    "31 57", "S4 schwellnus-2018", MODERATE, THERAPIST, GROUP_MUSCLE },

  { "excessive-training", N_("More or harder training than accustomed"), NULL,
    "12 43 117", "S1 S2 S3 S4 schwellnus-2009", EXPERT, THERAPIST, GROUP_LOAD },
  { "low-fitness", N_("Lack of fitness for the task"), NULL,
    "44", "S1", EXPERT, THERAPIST, GROUP_LOAD },
  { "poor-recovery", N_("Too little recovery between sessions"), NULL,
    "51 118", "S1", EXPERT, THERAPIST, GROUP_LOAD },
  { "lack-of-sleep", N_("Too little sleep"), NULL,
    "52 118", "S1 walsh-2021", EXPERT, THERAPIST, GROUP_LOAD },
  { "no-warm-up", N_("No warm-up"), NULL,
    "60 113", "S4", EXPERT, THERAPIST, GROUP_LOAD },

  { "footwear", N_("Unsuitable or worn shoes"), N_("Evidence on shoe age is thin: go by comfort and symptoms."),
    "47 119", "S1 S4 arnold-2024", EXPERT, PODIATRIST, GROUP_EQUIPMENT },
  { "equipment", N_("Unsuitable equipment"), NULL,
    "48 119", "S1", EXPERT, THERAPIST, GROUP_EQUIPMENT },
  { "training-surface", N_("Unsuitable training surface"), NULL,
    "49 119", "S1", EXPERT, THERAPIST, GROUP_EQUIPMENT },
  { "missing-supports", N_("Missing supports"), NULL,
    "60 119", "S4", EXPERT, PODIATRIST, GROUP_EQUIPMENT },
  { "heat", N_("Heat, heavy sweating"),
    N_("It may matter from two hours of exercise in heat. Cramp does not follow body temperature."),
    "58 63", "S0 S2 S4 miller-2022", WEAK, THERAPIST, GROUP_EQUIPMENT },

  { "medication", N_("Medicine that may cause cramp"), PRESCRIBER_CAVEAT,
    "50 125", "S1 S4 garrison-2012", MODERATE, DOCTOR, GROUP_HEALTH },
  { "poor-circulation", N_("Poor circulation"), NULL,
    "54", "S4", EXPERT, DOCTOR, GROUP_HEALTH },
  { "cirrhosis", N_("Cirrhosis of the liver"), NULL,
    "55", "S4", EXPERT, DOCTOR, GROUP_HEALTH },
  { "dialysis", N_("Kidney failure, dialysis"), NULL,
    "55", "S4 schwellnus-2018", EXPERT, DOCTOR, GROUP_HEALTH },
  { "older-age", N_("Older age, cramps at rest or at night"), NULL,
    "13 56", "S4 nice-cks", EXPERT, DOCTOR, GROUP_HEALTH },
  { "pregnancy", N_("Pregnancy"), SUPPLEMENT_CAVEAT,
    "59 121", "S4 garrison-2020", EXPERT, DOCTOR, GROUP_HEALTH },
  { "chronic-disease", N_("Long-term illness"), ASSOCIATION_CAVEAT,
    "55", "S4 schwellnus-2018 de-jager-2022", MODERATE, DOCTOR, GROUP_HEALTH },
  { "earlier-cramps", N_("Cramps before"), ASSOCIATION_CAVEAT,
    "14", "S0 S2 S4 schwellnus-2018", MODERATE, THERAPIST, GROUP_HEALTH },

  { "coffee-tea", N_("Coffee or tea"), CAFFEINE_CAVEAT,
    "60 116", "S1 killer-2014 seal-2017", WEAK, NUTRITIONIST, GROUP_HABITS },
  { "caffeinated-soft-drinks", N_("Soft drinks with caffeine"), CAFFEINE_CAVEAT,
    "60 116", "S1 killer-2014 seal-2017", WEAK, NUTRITIONIST, GROUP_HABITS },
  { "energy-drinks", N_("Caffeinated energy drinks"),
    N_("Not the same as a sports drink with electrolytes, which the sources recommend. Not for children and teenagers."),
    "60 116", "S1 S2 seal-2017", WEAK, NUTRITIONIST, GROUP_HABITS },
  { "alcohol", N_("Alcohol"), N_("A drink of 4 %, or stronger, slows down rehydration."),
    "60 116", "S1 nata-2017", EXPERT, NUTRITIONIST, GROUP_HABITS },
  { "body-position", N_("Poor body position"), NULL,
    "60 119", "S4", EXPERT, THERAPIST, GROUP_HABITS },
  { "no-breaks", N_("No breaks from one activity"), NULL,
    "60 119", "S4", EXPERT, THERAPIST, GROUP_HABITS },
  { "combination", N_("Several factors together"),
    N_("Factors act alone or together. Each one found has somebody who looks after it."),
    "60a 100 101", "S1", EXPERT, THERAPIST, GROUP_HABITS },
};

static const SoleusCatalogue catalogue = { "risk-factors", factors, G_N_ELEMENTS (factors) };

/**
 * soleus_catalogue_get_risk_factors:
 *
 * Returns: (transfer none): recordable factors; the value of a row is the usual #SoleusOwner
 */
const SoleusCatalogue *
soleus_catalogue_get_risk_factors (void)
{
  return &catalogue;
}
