#include "soleus-config.h"

#include "soleus-catalogue.h"

#include <glib/gi18n-lib.h>

/* The damage screen of clinical.md 1C. All eight must be answered no before the window becomes caution; swelling is a sign
 * of its own, the item here is the bruise. */
static const SoleusCatalogueRow screen_items[] = {
  { "pain-persists", N_("Pain stayed after it let go"),
    .facts = "28", .sources = "S0 S2", .evidence = SOLEUS_EVIDENCE_EXPERT },
  { "focal-tenderness", N_("Sore at one spot"),
    .facts = "27", .sources = "S0 S2 S4", .evidence = SOLEUS_EVIDENCE_EXPERT },
  { "pain-on-resistance", N_("Hurts when pushing the toes down"),
    .facts = "27 30", .sources = "S0 S2 S4", .evidence = SOLEUS_EVIDENCE_EXPERT },
  { "pain-on-stretch", N_("Hurts when stretched"),
    .facts = "27 30", .sources = "S0 S2 S4", .evidence = SOLEUS_EVIDENCE_EXPERT },
  { "bruising", N_("A bruise shows"),
    .caveat = N_("Swelling is a sign of its own: note it under the signs."),
    .facts = "96", .sources = "S0 S4", .evidence = SOLEUS_EVIDENCE_EXPERT },
  { "palpable-gap", N_("A gap can be felt"),
    .caveat = N_("A gap is a dent in the muscle or tendon. A knot is a hard lump and is common."),
    .facts = "27 6", .sources = "S3", .evidence = SOLEUS_EVIDENCE_EXPERT },
  { "pop-felt", N_("Felt a pop or a kick"),
    .facts = "27", .sources = "S0 S2 S4", .evidence = SOLEUS_EVIDENCE_EXPERT },
  { "cannot-heel-raise", N_("Cannot raise the heel or walk normally"),
    .facts = "8 27", .sources = "S1 S2", .evidence = SOLEUS_EVIDENCE_EXPERT },
};

static const SoleusCatalogue screen_catalogue = { "screen-items", screen_items, G_N_ELEMENTS (screen_items) };

/**
 * soleus_catalogue_get_screen_items:
 *
 * Returns: (transfer none): the eight items of the damage screen
 */
const SoleusCatalogue *
soleus_catalogue_get_screen_items (void)
{
  return &screen_catalogue;
}

#define GROUP_CALF N_("On the leg")
#define GROUP_NERVE N_("Feeling and strength")
#define GROUP_WHOLE N_("The whole person")
#define GROUP_OVER_TIME N_("Over time")

/* value: SoleusUrgency of the flag that a "yes" leads to on its own (soleus-red-flags.c has the combinations) */
static const SoleusCatalogueRow signs[] = {
  { "swelling", N_("Swelling"), NULL,
    "128 129", "S2 S3", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_SAME_DAY, GROUP_CALF },
  { "redness", N_("Redness"), NULL,
    "128 129", "S2 S3", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_SAME_DAY, GROUP_CALF },
  { "warmth", N_("Warmth"), NULL,
    "128 129", "S2 S3", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_SAME_DAY, GROUP_CALF },
  { "pitting-oedema", N_("A pressed finger leaves a dent"), NULL,
    "128 129", "S3 wells-2003", SOLEUS_EVIDENCE_MODERATE, SOLEUS_URGENCY_SAME_DAY, GROUP_CALF },
  { "pain-at-rest", N_("Pain at rest"), NULL,
    "128", "S3", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_SAME_DAY, GROUP_CALF },
  { "tense-calf", N_("Stays tense and hard after the cramp"), NULL,
    NULL, "professional-knowledge", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_SAME_DAY, GROUP_CALF },
  { "pain-out-of-proportion", N_("Pain far worse than it looks"), NULL,
    NULL, "professional-knowledge", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_SAME_DAY, GROUP_CALF },
  { "pain-on-passive-stretch", N_("Severe pain when somebody else moves the foot"), NULL,
    NULL, "professional-knowledge", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_SAME_DAY, GROUP_CALF },
  { "squeeze-no-movement", N_("Squeezing the calf does not move the foot"),
    N_("The calf squeeze test of Simmonds and Thompson."),
    NULL, "professional-knowledge", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_SAME_DAY, GROUP_CALF },
  { "bone-pain", N_("Sharp pain on the bone"), NULL,
    "57", "S4 professional-knowledge", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_SAME_DAY, GROUP_CALF },
  { "pale-cold-foot", N_("Pale or cold foot, no pulse felt"), NULL,
    "54", "nice-cks", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_EMERGENCY, GROUP_CALF },
  { "spreading-redness", N_("Redness that spreads, or a wound"), NULL,
    NULL, "professional-knowledge", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_SAME_DAY, GROUP_CALF },

  { "numbness", N_("Numbness"), NULL,
    "128", "S3", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_SAME_DAY, GROUP_NERVE },
  { "weakness", N_("New weakness"),
    N_("Weakness that came with the cramp. Weakness found in a strength test is a risk factor, not this sign."),
    "40 128", "S3", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_SAME_DAY, GROUP_NERVE },
  { "wasting-or-twitching", N_("Muscle wasting or twitching"), NULL,
    NULL, "nice-cks", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_ROUTINE, GROUP_NERVE },
  { "bladder-or-bowel", N_("New trouble with bladder or bowel"), NULL,
    NULL, "professional-knowledge", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_EMERGENCY, GROUP_NERVE },

  { "dark-urine", N_("Dark urine"), NULL,
    NULL, "kahanov-2012", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_SAME_DAY, GROUP_WHOLE },
  { "fever", N_("Fever"), NULL,
    NULL, "professional-knowledge", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_SAME_DAY, GROUP_WHOLE },
  { "chest-pain", N_("Chest pain"), NULL,
    "129", "S2 wells-2003", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_EMERGENCY, GROUP_WHOLE },
  { "breathlessness", N_("Breathlessness"), NULL,
    "129", "S2 wells-2003", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_EMERGENCY, GROUP_WHOLE },
  { "coughing-blood", N_("Coughing up blood"), NULL,
    "129", "S2 wells-2003", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_EMERGENCY, GROUP_WHOLE },
  { "fainting", N_("Fainting"), NULL,
    NULL, "professional-knowledge", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_EMERGENCY, GROUP_WHOLE },
  { "collapse", N_("Slumped down, muscles feel normal"),
    N_("More weak than in pain, early in the session, breathing fast. A cramp looks different: locked and hobbling."),
    NULL, "nata-2007", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_EMERGENCY, GROUP_WHOLE },
  { "confusion", N_("Confusion"), NULL,
    NULL, "nata-2017", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_EMERGENCY, GROUP_WHOLE },
  { "cannot-keep-fluids", N_("Vomiting, cannot keep fluids down"), NULL,
    NULL, "miller-2022", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_EMERGENCY, GROUP_WHOLE },
  { "bloating-headache", N_("Bloated with a headache after drinking a lot"), NULL,
    NULL, "nata-2017", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_SAME_DAY, GROUP_WHOLE },

  { "disrupts-sleep", N_("Disrupts sleep"), NULL,
    "13 128", "S3 S4", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_ROUTINE, GROUP_OVER_TIME },
  { "pain-on-walking", N_("Calf pain on every walk, gone with rest"), NULL,
    NULL, "nice-cks", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_ROUTINE, GROUP_OVER_TIME },
  { "limp", N_("Limps between cramps"), NULL,
    NULL, "nice-cks", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_ROUTINE, GROUP_OVER_TIME },
  { "weight-loss", N_("Weight loss without a reason"), NULL,
    NULL, "nice-cks", SOLEUS_EVIDENCE_EXPERT, SOLEUS_URGENCY_ROUTINE, GROUP_OVER_TIME },
};

static const SoleusCatalogue sign_catalogue = { "signs", signs, G_N_ELEMENTS (signs) };

/**
 * soleus_catalogue_get_signs:
 *
 * Returns: (transfer none): signs that accompany an episode or are seen at a contact; the value of a row is the
 * #SoleusUrgency that it has alone
 */
const SoleusCatalogue *
soleus_catalogue_get_signs (void)
{
  return &sign_catalogue;
}
