#include "soleus-config.h"

#include "soleus-catalogue.h"

#include <glib/gi18n-lib.h>

#define GROUP_CALF N_("Calf")
#define GROUP_PERSON N_("Whole person")

/* value: 1 where the test is measured on the left and on the right, 0 where it has one value */
static const SoleusCatalogueRow tests[] = {
  { "knee-to-wall", N_("Knee to wall, cm"),
    N_("A difference below 1.6 cm lies within measurement error. One centimetre is about 3.6°."),
    "45 123", "bennell-1998 powden-2015", SOLEUS_EVIDENCE_MODERATE, 1, GROUP_CALF },
  { "heel-raise", N_("Single-leg heel raises, repetitions"),
    N_("On a 10° incline, 30 a minute, fingertips for balance. Stop when height, pace or alignment is lost. Norms start at 20 years."),
    "40 123", "hebert-losier-2017", SOLEUS_EVIDENCE_MODERATE, 1, GROUP_CALF },
  { "heel-raise-bent-knee", N_("Heel raises with bent knee, repetitions"),
    N_("The bent knee loads the soleus more."),
    "40 123", "green-2022", SOLEUS_EVIDENCE_EXPERT, 1, GROUP_CALF },
  { "straight-leg-stretch", N_("Calf stretch with straight knee, °"), NULL,
    "38 123", "green-2022", SOLEUS_EVIDENCE_EXPERT, 1, GROUP_CALF },
  { "calf-girth", N_("Calf girth, cm"),
    N_("Measured 10 cm below the bony bump under the kneecap. A side 3 cm or more larger belongs in the clot screen."),
    "128", "wells-2003", SOLEUS_EVIDENCE_MODERATE, 1, GROUP_CALF },
  { "pain-on-palpation", N_("Pain on palpation, 0–10"), NULL,
    "4 123", "green-2022", SOLEUS_EVIDENCE_EXPERT, 1, GROUP_CALF },
  { "tender-length", N_("Length of the tender spot, cm"), NULL,
    "123", "green-2022", SOLEUS_EVIDENCE_EXPERT, 1, GROUP_CALF },
  { "resisted-plantar-flexion", N_("Pain pushing the toes down, 0–10"), NULL,
    "27 123", "professional-knowledge", SOLEUS_EVIDENCE_EXPERT, 1, GROUP_CALF },
  { "hop", N_("Single-leg hop, cm"), NULL,
    "123", "green-2022", SOLEUS_EVIDENCE_EXPERT, 1, GROUP_CALF },
  { "ultrasound-scan", N_("Ultrasound scan reported, 0 no or 1 yes"),
    N_("Imaging that rules out other injury. Not the same as ultrasound treatment."),
    "104 124", "S1", SOLEUS_EVIDENCE_EXPERT, 1, GROUP_CALF },

  { "pain", N_("Pain now, 0–10"), N_("A change of 2 points, or of 30 %, is usually noticed by the person."),
    "4 123", "professional-knowledge", SOLEUS_EVIDENCE_EXPERT, 0, GROUP_PERSON },
  { "confidence", N_("Confidence in the leg, 0–10"), NULL,
    "123", "green-2022", SOLEUS_EVIDENCE_EXPERT, 0, GROUP_PERSON },
  { "temperature", N_("Body temperature, °C"), NULL,
    "123", "professional-knowledge", SOLEUS_EVIDENCE_EXPERT, 0, GROUP_PERSON },
  { "heart-rate", N_("Heart rate, per minute"), NULL,
    "123", "professional-knowledge", SOLEUS_EVIDENCE_EXPERT, 0, GROUP_PERSON },
};

static const SoleusCatalogue catalogue = { "tests", tests, G_N_ELEMENTS (tests) };

/**
 * soleus_catalogue_get_tests:
 *
 * Returns: (transfer none): calf tests and measures; the value of a row is 1 for left and right, 0 for one value
 */
const SoleusCatalogue *
soleus_catalogue_get_tests (void)
{
  return &catalogue;
}
