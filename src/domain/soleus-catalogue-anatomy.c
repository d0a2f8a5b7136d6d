#include "soleus-config.h"

#include "soleus-catalogue.h"

#include <glib/gi18n-lib.h>

/* value: SoleusRegion, the unit of the window (clinical.md 1C) */
static const SoleusCatalogueRow muscles[] = {
  { "calf", N_("Calf"),
    .facts = "15 16", .sources = "S0 S1 S2 S3 S4", .evidence = SOLEUS_EVIDENCE_EXPERT,
    .value = SOLEUS_REGION_CALF, .group = N_("Lower leg") },
  { "gastrocnemius", N_("Gastrocnemius"),
    .caveat = N_("The large calf muscle under the skin. It starts above the knee, so a straight knee stretches it most."),
    .facts = "16 17 18 19", .sources = "S1 S3", .evidence = SOLEUS_EVIDENCE_EXPERT,
    .value = SOLEUS_REGION_CALF, .group = N_("Lower leg") },
  { "soleus", N_("Soleus"),
    .caveat = N_("The deep calf muscle. It starts below the knee, so a bent knee stretches it most. It cramps less often."),
    .facts = "16 17 18 19", .sources = "S1 S3", .evidence = SOLEUS_EVIDENCE_EXPERT,
    .value = SOLEUS_REGION_CALF, .group = N_("Lower leg") },
  { "tibialis-anterior", N_("Tibialis anterior"),
    .facts = "10", .sources = "S4", .evidence = SOLEUS_EVIDENCE_EXPERT,
    .value = SOLEUS_REGION_SHIN, .group = N_("Lower leg") },
  { "foot", N_("Foot"),
    .facts = "10", .sources = "S4", .evidence = SOLEUS_EVIDENCE_EXPERT,
    .value = SOLEUS_REGION_FOOT, .group = N_("Foot") },
  { "hamstrings", N_("Hamstrings"),
    .facts = "10", .sources = "S4", .evidence = SOLEUS_EVIDENCE_EXPERT,
    .value = SOLEUS_REGION_POSTERIOR_THIGH, .group = N_("Thigh") },
  { "quadriceps", N_("Quadriceps"),
    .facts = "10", .sources = "S4", .evidence = SOLEUS_EVIDENCE_EXPERT,
    .value = SOLEUS_REGION_ANTERIOR_THIGH, .group = N_("Thigh") },
  { "adductors", N_("Adductors"),
    .facts = "10", .sources = "S4", .evidence = SOLEUS_EVIDENCE_EXPERT,
    .value = SOLEUS_REGION_INNER_THIGH, .group = N_("Thigh") },
};

static const SoleusCatalogue catalogue = { "muscles", muscles, G_N_ELEMENTS (muscles) };

/**
 * soleus_catalogue_get_muscles:
 *
 * Returns: (transfer none): muscles and muscle groups of the leg; the value of a row is its #SoleusRegion
 */
const SoleusCatalogue *
soleus_catalogue_get_muscles (void)
{
  return &catalogue;
}
