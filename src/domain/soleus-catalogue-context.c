#include "soleus-config.h"

#include "soleus-catalogue.h"

#include <glib/gi18n-lib.h>

static const SoleusCatalogueRow activities[] = {
  { "session", N_("Session"), .facts = "12 14", .sources = "S0 S2 S4", .evidence = SOLEUS_EVIDENCE_EXPERT },
  { "match", N_("Match or race"), .facts = "12", .sources = "S2", .evidence = SOLEUS_EVIDENCE_EXPERT },
  { "after", N_("After exercise"), .facts = "12", .sources = "S2", .evidence = SOLEUS_EVIDENCE_EXPERT },
  { "at-rest", N_("At rest"), .facts = "13", .sources = "S4", .evidence = SOLEUS_EVIDENCE_EXPERT },
  { "at-night", N_("At night"), .facts = "13 120", .sources = "S4 nice-cks", .evidence = SOLEUS_EVIDENCE_EXPERT },
  { "work", N_("At work or in daily life"), .facts = "14 60", .sources = "S4", .evidence = SOLEUS_EVIDENCE_EXPERT },
  { "treatment", N_("During treatment"), .facts = "90", .sources = "S0 S2 S4", .evidence = SOLEUS_EVIDENCE_EXPERT },
  { "other", N_("Other"), .evidence = SOLEUS_EVIDENCE_NONE },
};

static const SoleusCatalogueRow surfaces[] = {
  { "track", N_("Track"), .facts = "49 119", .sources = "S1", .evidence = SOLEUS_EVIDENCE_EXPERT },
  { "road", N_("Road"), .facts = "49 119", .sources = "S1", .evidence = SOLEUS_EVIDENCE_EXPERT },
  { "grass", N_("Grass"), .facts = "49 119", .sources = "S1", .evidence = SOLEUS_EVIDENCE_EXPERT },
  { "turf", N_("Artificial turf"), .facts = "49 119", .sources = "S1", .evidence = SOLEUS_EVIDENCE_EXPERT },
  { "indoor", N_("Indoor floor"), .facts = "49 119", .sources = "S1", .evidence = SOLEUS_EVIDENCE_EXPERT },
  { "trail", N_("Trail"), .facts = "49 119", .sources = "S1", .evidence = SOLEUS_EVIDENCE_EXPERT },
  { "sand", N_("Sand"), .facts = "49 119", .sources = "S1", .evidence = SOLEUS_EVIDENCE_EXPERT },
  { "treadmill", N_("Treadmill"), .facts = "49 119", .sources = "S1", .evidence = SOLEUS_EVIDENCE_EXPERT },
  { "bike", N_("Bicycle"), .facts = "48 49", .sources = "S1", .evidence = SOLEUS_EVIDENCE_EXPERT },
  { "water", N_("Water"), .facts = "49", .sources = "S1", .evidence = SOLEUS_EVIDENCE_EXPERT },
  { "other", N_("Other"), .evidence = SOLEUS_EVIDENCE_NONE },
};

static const SoleusCatalogueRow relief[] = {
  { "seated-straight-knee", N_("Seated, straight knee"),
    .caveat = N_("A straight knee stretches the gastrocnemius most: what helped tells which muscle it was."),
    .facts = "69 71 74", .sources = "S3 miller-2022", .evidence = SOLEUS_EVIDENCE_STRONG, .group = N_("Stretch") },
  { "standing-bent-knee", N_("Standing, bent knee"),
    .caveat = N_("A bent knee stretches the soleus most: what helped tells which muscle it was. Only if the leg bears weight."),
    .facts = "70 71 72 74", .sources = "S3 miller-2022", .evidence = SOLEUS_EVIDENCE_STRONG, .group = N_("Stretch") },
  { "partner-stretch", N_("Stretched by somebody else"),
    .facts = "73 74", .sources = "S2", .evidence = SOLEUS_EVIDENCE_STRONG, .group = N_("Stretch") },
  { "massage", N_("Massage"),
    .caveat = N_("Only gentle, with a broad contact, and only after the stretch has made the muscle yield."),
    .facts = "76 77 78 90", .sources = "S0 S2 S3 S4", .evidence = SOLEUS_EVIDENCE_EXPERT, .group = N_("Other means") },
  { "walking", N_("Careful walking"),
    .caveat = N_("Only after the muscle has let go."),
    .facts = "75", .sources = "S1", .evidence = SOLEUS_EVIDENCE_EXPERT, .group = N_("Other means") },
  { "warmth", N_("Heat"),
    .caveat = N_("Heat makes bleeding worse if fibres are torn, and it hides redness and warmth."),
    .facts = "79 96", .sources = "S0 S1", .evidence = SOLEUS_EVIDENCE_EXPERT, .group = N_("Other means") },
  { "cold", N_("Cold"),
    .facts = "107 108", .sources = "S2 S3", .evidence = SOLEUS_EVIDENCE_EXPERT, .group = N_("Other means") },
  { "drink", N_("A drink"),
    .caveat = N_("A sports drink with electrolytes is not a caffeinated energy drink."),
    .facts = "105", .sources = "S3 miller-2022", .evidence = SOLEUS_EVIDENCE_EXPERT, .group = N_("Other means") },
  { "lip-pinch", N_("Pinching the top lip"),
    .caveat = N_("Unproven and harmless. It must not delay the stretch."),
    .facts = "80", .sources = "S0 S2", .evidence = SOLEUS_EVIDENCE_FOLK, .group = N_("Other means") },
  { "by-itself", N_("By itself"),
    .facts = "11", .sources = "S1", .evidence = SOLEUS_EVIDENCE_EXPERT, .group = N_("Nothing done") },
  { "not-relieved", N_("Still cramping after 10 minutes"),
    .caveat = N_("Ten minutes of self-care without relief is a red flag."),
    .facts = "81 127", .sources = "S3", .evidence = SOLEUS_EVIDENCE_EXPERT, .group = N_("Not relieved") },
  { "other", N_("Other"), .evidence = SOLEUS_EVIDENCE_NONE, .group = N_("Other means") },
};

/* clinical.md 3.6: a number means nothing without its chart */
static const SoleusCatalogueRow urine_charts[] = {
  { "armstrong-8", N_("8 colours (Armstrong 1994)"),
    .caveat = N_("Light shifts the colour by one or two shades; vitamins, food and medicines change it."),
    .facts = "32", .sources = "armstrong-1994", .evidence = SOLEUS_EVIDENCE_MODERATE },
  { "seven-colours", N_("7 colours"),
    .caveat = N_("The bands of the 8-colour chart do not hold for it, so only the number is kept."),
    .facts = "32", .evidence = SOLEUS_EVIDENCE_NONE },
};

/* optional: no source says that a phase brings on cramp */
static const SoleusCatalogueRow cycle_phases[] = {
  { "menstruation", N_("Menstruation"), .evidence = SOLEUS_EVIDENCE_NONE },
  { "follicular", N_("After menstruation"), .evidence = SOLEUS_EVIDENCE_NONE },
  { "ovulation", N_("Around ovulation"), .evidence = SOLEUS_EVIDENCE_NONE },
  { "luteal", N_("Before menstruation"), .evidence = SOLEUS_EVIDENCE_NONE },
  { "no-cycle", N_("No cycle at present"), .evidence = SOLEUS_EVIDENCE_NONE },
};

static const SoleusCatalogue urine_chart_catalogue = { "urine-charts", urine_charts, G_N_ELEMENTS (urine_charts) };
static const SoleusCatalogue cycle_phase_catalogue = { "cycle-phases", cycle_phases, G_N_ELEMENTS (cycle_phases) };
static const SoleusCatalogue activity_catalogue = { "activities", activities, G_N_ELEMENTS (activities) };
static const SoleusCatalogue surface_catalogue = { "surfaces", surfaces, G_N_ELEMENTS (surfaces) };
static const SoleusCatalogue relief_catalogue = { "relief", relief, G_N_ELEMENTS (relief) };

/**
 * soleus_catalogue_get_activities:
 *
 * Returns: (transfer none): what they were doing when it cramped
 */
const SoleusCatalogue *
soleus_catalogue_get_activities (void)
{
  return &activity_catalogue;
}

/**
 * soleus_catalogue_get_surfaces:
 *
 * Returns: (transfer none): what they were on
 */
const SoleusCatalogue *
soleus_catalogue_get_surfaces (void)
{
  return &surface_catalogue;
}

/**
 * soleus_catalogue_get_relief:
 *
 * Returns: (transfer none): what relieved it
 */
const SoleusCatalogue *
soleus_catalogue_get_relief (void)
{
  return &relief_catalogue;
}

/**
 * soleus_catalogue_get_urine_charts:
 *
 * Returns: (transfer none): which chart a urine colour was read from
 */
const SoleusCatalogue *
soleus_catalogue_get_urine_charts (void)
{
  return &urine_chart_catalogue;
}

/**
 * soleus_catalogue_get_cycle_phases:
 *
 * Returns: (transfer none): the phases of the menstrual cycle, in their order
 */
const SoleusCatalogue *
soleus_catalogue_get_cycle_phases (void)
{
  return &cycle_phase_catalogue;
}
