#include "soleus-config.h"

#include "soleus-catalogue.h"

#include <glib/gi18n-lib.h>

#define MODERATE SOLEUS_EVIDENCE_MODERATE

#define GROUP_HISTORY N_("What is known")
#define GROUP_LEG N_("On the leg")
#define GROUP_JUDGEMENT N_("Judgement")

/* The two-level items of Wells 2003 (clinical.md 3.1); the value is the points that a yes has. Not to be mixed with the
 * three-level version of 1997, whose items and limits differ. */
static const SoleusCatalogueRow items[] = {
  { "active-cancer", N_("Active cancer"),
    N_("Under treatment, treated within the last 6 months, or palliative."),
    NULL, "wells-2003 nice-ng158", MODERATE, 1, GROUP_HISTORY },
  { "immobilised", N_("Paralysis, or the leg kept still lately"),
    N_("Weakness from a nerve injury; plaster, splint or boot. On crutches without weight on the leg counts too (clinic rule)."),
    NULL, "wells-2003 nice-ng158 taylor-2002 clinic-rule", MODERATE, 1, GROUP_HISTORY },
  { "bedridden-or-surgery", N_("In bed 3 days or more, or major surgery"),
    N_("In bed lately, or an operation within 12 weeks under a general or regional anaesthetic."),
    "129", "wells-2003 nice-ng158 S2", MODERATE, 1, GROUP_HISTORY },
  { "previous-clot", N_("A clot in a deep vein before"),
    N_("One that was documented."),
    NULL, "wells-2003 nice-ng158", MODERATE, 1, GROUP_HISTORY },
  { "deep-vein-tenderness", N_("Tender along the deep veins"), NULL,
    "128", "wells-2003 nice-ng158", MODERATE, 1, GROUP_LEG },
  { "entire-leg-swollen", N_("The entire leg is swollen"), NULL,
    "128", "wells-2003 nice-ng158 S3", MODERATE, 1, GROUP_LEG },
  { "calf-swelling", N_("Calf 3 cm or more thicker than the other"),
    N_("Measured 10 cm below the tibial tuberosity. Both girths answer this item."),
    "128", "wells-2003 nice-ng158 S3", MODERATE, 1, GROUP_LEG },
  { "pitting-oedema", N_("A pressed finger leaves a dent, on this leg only"), NULL,
    "128", "wells-2003 nice-ng158", MODERATE, 1, GROUP_LEG },
  { "collateral-veins", N_("Surface veins stand out that are no varicose veins"), NULL,
    NULL, "wells-2003 nice-ng158", MODERATE, 1, GROUP_LEG },
  { "alternative-diagnosis", N_("Something else is at least as likely"),
    N_("Takes 2 points away. “It is just a strain” is the usual trap in athletes: both scores are shown, and the higher one decides."),
    NULL, "wells-2003 nice-ng158 taylor-2002", MODERATE, -2, GROUP_JUDGEMENT },
};

static const SoleusCatalogue catalogue = { "clot-items", items, G_N_ELEMENTS (items) };

/**
 * soleus_catalogue_get_clot_items:
 *
 * Returns: (transfer none): the ten items of the clot screen; the value of a row is the points of a yes
 */
const SoleusCatalogue *
soleus_catalogue_get_clot_items (void)
{
  return &catalogue;
}
