#include "soleus-config.h"

#include "soleus-health-factor.h"

#include <glib/gi18n-lib.h>

#define EXPERT SOLEUS_EVIDENCE_EXPERT
#define WEAK SOLEUS_EVIDENCE_WEAK
#define MODERATE SOLEUS_EVIDENCE_MODERATE

#define CRAMP SOLEUS_HEALTH_EFFECT_CRAMP
#define BLEEDING SOLEUS_HEALTH_EFFECT_BLEEDING
#define CLOT SOLEUS_HEALTH_EFFECT_CLOT
#define PREGNANCY SOLEUS_HEALTH_EFFECT_PREGNANCY

#define GROUP_LUNG N_("For the lungs")
#define GROUP_WATER N_("Water tablets")
#define GROUP_HEART N_("For heart and vessels")
#define GROUP_BLOOD N_("Against clotting")
#define GROUP_HORMONES N_("Hormones")
#define GROUP_OTHER N_("Other")

#define NOT_LOOKED_UP N_("Named by general knowledge; no ratio was looked up.")

/* Garrison 2012: ratios of starting quinine after and before the medicine, aged 50 and over (clinical.md 3.4). */
static const SoleusHealthFactor medicines[] = {
  { { "long-acting-beta-agonist", N_("Long-acting beta agonist, inhaled"), N_("Alone: ratio 2.17. All of them together: 2.42."),
      "50", "garrison-2012", MODERATE, CRAMP, GROUP_LUNG }, 2.42, 2.02, 2.89 },
  { { "beta-agonist-with-steroid", N_("Long-acting beta agonist with a steroid, inhaled"), NULL,
      "50", "garrison-2012", MODERATE, CRAMP, GROUP_LUNG }, 2.55 },
  { { "short-acting-beta-agonist", N_("Short-acting beta agonist (salbutamol)"), NULL,
      "50", "nice-cks", EXPERT, CRAMP, GROUP_LUNG } },
  { { "potassium-sparing-diuretic", N_("Potassium-sparing diuretic"), NULL,
      "50 55", "garrison-2012", MODERATE, CRAMP, GROUP_WATER }, 2.12 },
  { { "thiazide-like-diuretic", N_("Thiazide-like diuretic"), NULL,
      "50 55", "garrison-2012", MODERATE, CRAMP, GROUP_WATER }, 1.48 },
  { { "loop-diuretic", N_("Loop diuretic"), N_("The difference may be chance (p = 0.07)."),
      "50 55", "garrison-2012", MODERATE, CRAMP, GROUP_WATER }, 1.20 },
  { { "diuretic", N_("Diuretic, kind not known"), NULL,
      "50 55", "garrison-2012", MODERATE, CRAMP, GROUP_WATER }, 1.47 },
  { { "statin", N_("Statin"), NULL,
      "50", "garrison-2012 schwellnus-2018", MODERATE, CRAMP, GROUP_HEART }, 1.16 },
  { { "nifedipine", N_("Nifedipine"), NULL, "50", "nice-cks", EXPERT, CRAMP, GROUP_HEART } },
  { { "ace-inhibitor-or-sartan", N_("ACE inhibitor or sartan"), NOT_LOOKED_UP,
      "50", "professional-knowledge", WEAK, CRAMP, GROUP_HEART } },
  { { "anticoagulant", N_("Anticoagulant"), NULL, NULL, "professional-knowledge", EXPERT, BLEEDING, GROUP_BLOOD } },
  { { "antiplatelet", N_("Antiplatelet"), NULL, NULL, "professional-knowledge", EXPERT, BLEEDING, GROUP_BLOOD } },
  { { "oestrogen", N_("Oestrogen (pill, patch, replacement)"), NOT_LOOKED_UP,
      "50", "professional-knowledge", WEAK, CRAMP | CLOT, GROUP_HORMONES } },
  { { "raloxifene", N_("Raloxifene"), NOT_LOOKED_UP, "50", "professional-knowledge", WEAK, CRAMP, GROUP_HORMONES } },
  { { "teriparatide", N_("Teriparatide"), NOT_LOOKED_UP, "50", "professional-knowledge", WEAK, CRAMP, GROUP_HORMONES } },
  { { "naproxen", N_("Naproxen"), NOT_LOOKED_UP, "50", "professional-knowledge", WEAK, CRAMP, GROUP_OTHER } },
  { { "iron-infusion", N_("Iron by infusion"), NOT_LOOKED_UP, "50", "professional-knowledge", WEAK, CRAMP, GROUP_OTHER } },
  { { "pregabalin", N_("Pregabalin"), NOT_LOOKED_UP, "50", "professional-knowledge", WEAK, CRAMP, GROUP_OTHER } },
  { { "stimulant", N_("Stimulant"), NOT_LOOKED_UP, "50", "professional-knowledge", WEAK, CRAMP, GROUP_OTHER } },
  { { "lithium", N_("Lithium"), NOT_LOOKED_UP, "50", "professional-knowledge", WEAK, CRAMP, GROUP_OTHER } },
  { { "quinine", N_("Quinine"), N_("Not for cramp in exercise; quinine and tonic water are a matter for the doctor."),
      "125", "miller-2022", SOLEUS_EVIDENCE_STRONG, 0, GROUP_OTHER } },
  { { "muscle-relaxant", N_("Muscle relaxant"), N_("Recorded as history. A therapist does not advise on it."),
      "126", "S4", EXPERT, 0, GROUP_OTHER } },
  { { "other", N_("Other medicine"), NULL, NULL, NULL, SOLEUS_EVIDENCE_NONE, 0, GROUP_OTHER } },
};

#define GROUP_CLOT N_("Clot risk")
#define GROUP_BLEEDING N_("Bleeding")
#define GROUP_SYSTEMS N_("Long-standing conditions")

/* Schwellnus 2018: prevalence ratios of a cramp history in runners; cross-sectional (clinical.md 3.3). */
static const SoleusHealthFactor conditions[] = {
  { { "bleeding-disorder", N_("Bleeding disorder"), NULL, NULL, "professional-knowledge", EXPERT, BLEEDING, GROUP_BLEEDING } },
  { { "clot-history", N_("A clot in a deep vein before"), NULL, "129", "wells-2003", MODERATE, CLOT, GROUP_CLOT }, .clot_item = "previous-clot" },
  { { "active-cancer", N_("Active cancer"), N_("Under treatment, treated within the last 6 months, or palliative."),
      NULL, "wells-2003 schwellnus-2018", MODERATE, CLOT | CRAMP, GROUP_CLOT }, 1.34, .clot_item = "active-cancer" },
  { { "pregnancy", N_("Pregnancy"), N_("Cramps in pregnancy are for midwife or doctor."),
      "59 121", "S4 sutham-2020 professional-knowledge", EXPERT, CLOT | PREGNANCY, GROUP_CLOT } },
  { { "leg-immobilised", N_("Leg in plaster, splint or boot, or paralysed"), NULL,
      NULL, "wells-2003 taylor-2002", MODERATE, CLOT, GROUP_CLOT }, .clot_item = "immobilised" },
  { { "crutches", N_("No weight on the leg, on crutches"), N_("Counted like a leg that is kept still."),
      NULL, "taylor-2002 clinic-rule", EXPERT, CLOT, GROUP_CLOT }, .clot_item = "immobilised" },
  { { "bedridden", N_("In bed for 3 days or more"), NULL, NULL, "wells-2003", MODERATE, CLOT, GROUP_CLOT }, .clot_item = "bedridden-or-surgery" },
  { { "recent-surgery", N_("Major surgery within 12 weeks"), NULL, "129", "wells-2003 S2", MODERATE, CLOT, GROUP_CLOT }, .clot_item = "bedridden-or-surgery" },
  { { "heart-or-vessel-symptoms", N_("Symptoms of heart or vessels"), NULL, "54", "schwellnus-2018", MODERATE, CRAMP, GROUP_SYSTEMS }, 2.38 },
  { { "stomach-or-bowel-disease", N_("Stomach or bowel disease"), NULL, NULL, "schwellnus-2018", MODERATE, CRAMP, GROUP_SYSTEMS }, 1.86 },
  { { "kidney-or-bladder-disease", N_("Kidney or bladder disease"), N_("Dialysis shifts body fluid."),
      "55", "S4 schwellnus-2018", MODERATE, CRAMP, GROUP_SYSTEMS }, 1.60 },
  { { "blood-or-immune-disease", N_("Blood or immune disease"), NULL, NULL, "schwellnus-2018", MODERATE, CRAMP, GROUP_SYSTEMS }, 1.54 },
  { { "nervous-or-mental-illness", N_("Nervous or mental illness"), NULL, NULL, "schwellnus-2018", MODERATE, CRAMP, GROUP_SYSTEMS }, 1.51 },
  { { "allergies", N_("Allergies"), NULL, NULL, "schwellnus-2018", MODERATE, CRAMP, GROUP_SYSTEMS }, 1.37 },
  { { "lung-disease", N_("Lung disease"), NULL, NULL, "schwellnus-2018", MODERATE, CRAMP, GROUP_SYSTEMS }, 1.33 },
  { { "cirrhosis", N_("Cirrhosis of the liver"), NULL, "55", "S4", EXPERT, CRAMP, GROUP_SYSTEMS } },
  { { "sickle-cell-trait", N_("Sickle cell trait"), N_("Weak rather than in pain, slumped down early: call for help."),
      NULL, "nata-2007", EXPERT, 0, GROUP_SYSTEMS } },
  { { "other", N_("Other condition"), NULL, NULL, NULL, SOLEUS_EVIDENCE_NONE, 0, GROUP_SYSTEMS } },
};

static const SoleusHealthFactor *
find (const SoleusHealthFactor *factors,
      gsize                     n_factors,
      const char               *id)
{
  for (gsize i = 0; id != NULL && i < n_factors; i++)
    if (g_str_equal (factors[i].row.id, id))
      return &factors[i];
  return NULL;
}

/**
 * soleus_medicine_class_find:
 * @id: (nullable): id of a row of soleus_catalogue_get_medicine_classes()
 *
 * Returns: (transfer none) (nullable): the class with its effects and published ratio
 */
const SoleusHealthFactor *
soleus_medicine_class_find (const char *id)
{
  return find (medicines, G_N_ELEMENTS (medicines), id);
}

/**
 * soleus_condition_find:
 * @id: (nullable): id of a row of soleus_catalogue_get_conditions()
 *
 * Returns: (transfer none) (nullable): the condition with its effects
 */
const SoleusHealthFactor *
soleus_condition_find (const char *id)
{
  return find (conditions, G_N_ELEMENTS (conditions), id);
}

/**
 * soleus_catalogue_get_medicine_classes:
 *
 * Returns: (transfer none): classes of medicine; the value of a row is its #SoleusHealthEffects
 */
const SoleusCatalogue *
soleus_catalogue_get_medicine_classes (void)
{
  static SoleusCatalogueRow rows[G_N_ELEMENTS (medicines)];
  static const SoleusCatalogue catalogue = { "medicine-classes", rows, G_N_ELEMENTS (rows) };
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (medicines); i++)
        rows[i] = medicines[i].row;
      g_once_init_leave (&ready, 1);
    }
  return &catalogue;
}

/**
 * soleus_catalogue_get_conditions:
 *
 * Returns: (transfer none): conditions that bear on the rules; the value of a row is its #SoleusHealthEffects
 */
const SoleusCatalogue *
soleus_catalogue_get_conditions (void)
{
  static SoleusCatalogueRow rows[G_N_ELEMENTS (conditions)];
  static const SoleusCatalogue catalogue = { "conditions", rows, G_N_ELEMENTS (rows) };
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (conditions); i++)
        rows[i] = conditions[i].row;
      g_once_init_leave (&ready, 1);
    }
  return &catalogue;
}
