#include "soleus-config.h"

#include "soleus-catalogue.h"

#include <glib/gi18n-lib.h>

#define GROUP_CALF N_("Calf")
#define GROUP_RETURN N_("Back to sport")
#define GROUP_PLAN N_("Plan")
#define GROUP_PERSON N_("Whole person")

/* value: how it is entered, a SoleusTestShape */
static const SoleusCatalogueRow tests[] = {
  { "knee-to-wall", N_("Knee to wall, cm"),
    N_("A difference below 1.6 cm lies within measurement error. One centimetre is about 3.6°."),
    "45 123", "bennell-1998 powden-2015", SOLEUS_EVIDENCE_MODERATE, SOLEUS_TEST_TWO_SIDES, GROUP_CALF },
  { "heel-raise", N_("Single-leg heel raises, repetitions"),
    N_("On a 10° incline, 30 a minute, fingertips for balance. Stop when height, pace or alignment is lost. Norms start at 20 years."),
    "40 123", "hebert-losier-2017", SOLEUS_EVIDENCE_MODERATE, SOLEUS_TEST_TWO_SIDES, GROUP_CALF },
  { "heel-raise-bent-knee", N_("Heel raises with bent knee, repetitions"),
    N_("The bent knee loads the soleus more."),
    "40 123", "green-2022", SOLEUS_EVIDENCE_EXPERT, SOLEUS_TEST_TWO_SIDES, GROUP_CALF },
  { "straight-leg-stretch", N_("Calf stretch with straight knee, °"), NULL,
    "38 123", "green-2022", SOLEUS_EVIDENCE_EXPERT, SOLEUS_TEST_TWO_SIDES, GROUP_CALF },
  { "calf-girth", N_("Calf girth, cm"),
    N_("Measured 10 cm below the bony bump under the kneecap. A side 3 cm or more larger belongs in the clot screen."),
    "128", "wells-2003", SOLEUS_EVIDENCE_MODERATE, SOLEUS_TEST_TWO_SIDES, GROUP_CALF },
  { "pain-on-palpation", N_("Pain on palpation, 0–10"), NULL,
    "4 123", "green-2022", SOLEUS_EVIDENCE_EXPERT, SOLEUS_TEST_TWO_SIDES, GROUP_CALF },
  { "tender-length", N_("Length of the tender spot, cm"), NULL,
    "123", "green-2022", SOLEUS_EVIDENCE_EXPERT, SOLEUS_TEST_TWO_SIDES, GROUP_CALF },
  { "resisted-plantar-flexion", N_("Pain pushing the toes down, 0–10"), NULL,
    "27 123", "professional-knowledge", SOLEUS_EVIDENCE_EXPERT, SOLEUS_TEST_TWO_SIDES, GROUP_CALF },
  { "hop", N_("Single-leg hop, cm"), NULL,
    "123", "green-2022", SOLEUS_EVIDENCE_EXPERT, SOLEUS_TEST_TWO_SIDES, GROUP_CALF },
  { "strength-straight-knee", N_("Pushing the toes down, knee straight, kg"), N_("The straight knee loads the gastrocnemius more."),
    "40 123", "green-2022", SOLEUS_EVIDENCE_EXPERT, SOLEUS_TEST_TWO_SIDES, GROUP_CALF },
  { "strength-bent-knee", N_("Pushing the toes down, knee bent, kg"), N_("The bent knee loads the soleus more."),
    "40 123", "green-2022", SOLEUS_EVIDENCE_EXPERT, SOLEUS_TEST_TWO_SIDES, GROUP_CALF },
  { "ultrasound-scan", N_("Ultrasound scan reported, 0 no or 1 yes"),
    N_("Imaging that rules out other injury. Not the same as ultrasound treatment."),
    "104 124", "S1", SOLEUS_EVIDENCE_EXPERT, SOLEUS_TEST_TWO_SIDES, GROUP_CALF },

  { "rises-on-both", N_("Rises on both toes without pain"), NULL, "123", "clinic-rule", SOLEUS_EVIDENCE_EXPERT, SOLEUS_TEST_YES_NO, GROUP_RETURN },
  { "stretch-alike", N_("Calf stretch feels the same on both sides"), NULL, "38 123", "clinic-rule", SOLEUS_EVIDENCE_EXPERT, SOLEUS_TEST_YES_NO, GROUP_RETURN },
  { "walks-fast", N_("Walks fast without pain"), NULL, "123", "return-to-running", SOLEUS_EVIDENCE_WEAK, SOLEUS_TEST_YES_NO, GROUP_RETURN },
  { "jumps-on-both", N_("Jumps on both legs without pain"), NULL, "123", "return-to-running", SOLEUS_EVIDENCE_WEAK, SOLEUS_TEST_YES_NO, GROUP_RETURN },
  { "symptom-free", N_("No pain, tight feeling or cramps"), NULL, "123", "green-2022", SOLEUS_EVIDENCE_EXPERT, SOLEUS_TEST_YES_NO, GROUP_RETURN },
  { "trusts-leg", N_("Trusts the calf"), NULL, "123", "green-2022", SOLEUS_EVIDENCE_EXPERT, SOLEUS_TEST_YES_NO, GROUP_RETURN },
  { "running-demands", N_("Did all the running that the sport asks for"), NULL, "112 123", "green-2022", SOLEUS_EVIDENCE_EXPERT, SOLEUS_TEST_YES_NO, GROUP_RETURN },
  { "full-sessions", N_("Full training sessions finished"), NULL, "112 123", "green-2022", SOLEUS_EVIDENCE_EXPERT, SOLEUS_TEST_ONE_VALUE, GROUP_RETURN },

  { "rehabilitation-phase", N_("Rehabilitation phase, 1–5"), N_("The phase that the therapist decided on, with the reason in the note."),
    "112", "clinic-rule", SOLEUS_EVIDENCE_EXPERT, SOLEUS_TEST_OF_PLAN, GROUP_PLAN },
  { "adherence", N_("Share of the agreed exercises done, %"), N_("Counted from the tick chart of the handout."),
    "99 112", "clinic-rule", SOLEUS_EVIDENCE_EXPERT, SOLEUS_TEST_ONE_VALUE, GROUP_PLAN },

  { "pain", N_("Pain now, 0–10"), N_("A change of 2 points, or of 30 %, is usually noticed by the person."),
    "4 123", "professional-knowledge", SOLEUS_EVIDENCE_EXPERT, SOLEUS_TEST_ONE_VALUE, GROUP_PERSON },
  { "confidence", N_("Confidence in the leg, 0–10"), NULL,
    "123", "green-2022", SOLEUS_EVIDENCE_EXPERT, SOLEUS_TEST_ONE_VALUE, GROUP_PERSON },
  { "temperature", N_("Body temperature, °C"), NULL,
    "123", "professional-knowledge", SOLEUS_EVIDENCE_EXPERT, SOLEUS_TEST_ONE_VALUE, GROUP_PERSON },
  { "heart-rate", N_("Heart rate, per minute"), NULL,
    "123", "professional-knowledge", SOLEUS_EVIDENCE_EXPERT, SOLEUS_TEST_ONE_VALUE, GROUP_PERSON },
};

static const SoleusCatalogue catalogue = { "tests", tests, G_N_ELEMENTS (tests) };

/**
 * soleus_catalogue_get_tests:
 *
 * Returns: (transfer none): calf tests and measures; the value of a row is a #SoleusTestShape
 */
const SoleusCatalogue *
soleus_catalogue_get_tests (void)
{
  return &catalogue;
}
