#include "soleus-config.h"

#include "soleus-catalogue.h"

#include <glib/gi18n-lib.h>

#define EXPERT SOLEUS_EVIDENCE_EXPERT
#define WEAK SOLEUS_EVIDENCE_WEAK
#define MODERATE SOLEUS_EVIDENCE_MODERATE
#define STRONG SOLEUS_EVIDENCE_STRONG

#define GROUP_TEXTS N_("Source texts")
#define GROUP_PAPERS N_("Papers and guidance")
#define GROUP_RULES N_("Rules without a published number")

#define ONE_FAMILY N_("Three of the five texts (2005 club page, injury site, 2022 health site) are versions of one text: their agreement is no independent support.")

/* label: as a person names it; caveat: what to know about it or where it stands in full */
static const SoleusCatalogueRow sources[] = {
  { "S0", N_("Sports club page with a clinic’s advice (2005)"), ONE_FAMILY, NULL, NULL, EXPERT, 0, GROUP_TEXTS },
  { "S1", N_("Sports medicine clinic, “Calf cramps”"), NULL, NULL, NULL, EXPERT, 0, GROUP_TEXTS },
  { "S2", N_("Sports injury site, “Cramp in the calf muscles”"), ONE_FAMILY, NULL, NULL, EXPERT, 0, GROUP_TEXTS },
  { "S3", N_("Step-by-step relief guide"), NULL, NULL, NULL, EXPERT, 0, GROUP_TEXTS },
  { "S4", N_("Health information site (2022)"), ONE_FAMILY, NULL, NULL, EXPERT, 0, GROUP_TEXTS },

  { "acsm-2007", "American College of Sports Medicine 2007", "Heat illness position stand", NULL, NULL, EXPERT, 0, GROUP_PAPERS },
  { "armstrong-1994", "Armstrong 1994, Int J Sport Nutr", "Int J Sport Nutr 1994;4:265", NULL, NULL, MODERATE, 0, GROUP_PAPERS },
  { "arnold-2024", "Arnold 2024", NULL, NULL, NULL, WEAK, 0, GROUP_PAPERS },
  { "behera-2018", "Behera 2018", N_("Fatal lung embolism after massage of a leg with an unrecognised clot, aged 23."), NULL, NULL, WEAK, 0, GROUP_PAPERS },
  { "bennell-1998", "Bennell 1998", NULL, NULL, NULL, MODERATE, 0, GROUP_PAPERS },
  { "bom", "Bureau of Meteorology, Australia", N_("An estimate for moderate sun and light wind."), NULL, NULL, EXPERT, 0, GROUP_PAPERS },
  { "de-jager-2022", "de Jager 2022, SAFER XXIX", NULL, NULL, NULL, MODERATE, 0, GROUP_PAPERS },
  { "delphi-2021", N_("Foam rolling, expert consensus (Delphi) 2021"), NULL, NULL, NULL, EXPERT, 0, GROUP_PAPERS },
  { "foster-1998", "Foster 1998", NULL, NULL, NULL, MODERATE, 0, GROUP_PAPERS },
  { "garrison-2012", "Garrison 2012, Arch Intern Med", "Arch Intern Med 2012;172:120–6", NULL, NULL, MODERATE, 0, GROUP_PAPERS },
  { "garrison-2020", "Garrison 2020, Cochrane Review", NULL, NULL, NULL, STRONG, 0, GROUP_PAPERS },
  { "green-2022", "Green 2022, Sports Med Open", "Sports Med Open 2022;8:10", NULL, NULL, EXPERT, 0, GROUP_PAPERS },
  { "hallegraeff-2012", "Hallegraeff 2012", NULL, NULL, NULL, MODERATE, 0, GROUP_PAPERS },
  { "harm-convention", N_("First days after a muscle injury: convention (HARM, PEACE & LOVE)"), N_("Experts differ: 48 hours, 72 hours or longer. None of it rests on trials."), NULL, NULL, EXPERT, 0, GROUP_PAPERS },
  { "hawke-2021", "Hawke 2021, Cochrane Review", NULL, NULL, NULL, WEAK, 0, GROUP_PAPERS },
  { "hebert-losier-2017", "Hébert-Losier 2017", NULL, NULL, NULL, MODERATE, 0, GROUP_PAPERS },
  { "impellizzeri-2021", "Impellizzeri 2021, Sports Med", "Sports Med 2021;51:581–92", NULL, NULL, MODERATE, 0, GROUP_PAPERS },
  { "kahanov-2012", "Kahanov 2012, J Athl Train", "J Athl Train 2012;47:228–32", NULL, NULL, WEAK, 0, GROUP_PAPERS },
  { "killer-2014", "Killer 2014", NULL, NULL, NULL, MODERATE, 0, GROUP_PAPERS },
  { "lolli-2019", "Lolli 2019, Br J Sports Med", "Br J Sports Med 2019;53:921", NULL, NULL, MODERATE, 0, GROUP_PAPERS },
  { "mckenzie-2015", "McKenzie 2015, J Athl Train", "J Athl Train 2015;50:1306", NULL, NULL, MODERATE, 0, GROUP_PAPERS },
  { "milewski-2014", "Milewski 2014, J Pediatr Orthop", "J Pediatr Orthop 2014;34:129", NULL, NULL, WEAK, 0, GROUP_PAPERS },
  { "miller-2022", "Miller 2022, J Athl Train", "J Athl Train 2022;57:5–15", NULL, NULL, STRONG, 0, GROUP_PAPERS },
  { "nata-2007", N_("Athletic trainers’ consensus on sickle cell trait, 2007"), NULL, NULL, NULL, EXPERT, 0, GROUP_PAPERS },
  { "nata-2017", "McDermott 2017, J Athl Train", "J Athl Train 2017;52:877–95", NULL, NULL, EXPERT, 0, GROUP_PAPERS },
  { "nice-cks", "NICE CKS, leg cramps", NULL, NULL, NULL, EXPERT, 0, GROUP_PAPERS },
  { "nice-ng158", "NICE guideline NG158", NULL, NULL, NULL, EXPERT, 0, GROUP_PAPERS },
  { "nws", "US National Weather Service", N_("Values for the shade; full sun may add up to 15 °F (8 °C)."), NULL, NULL, EXPERT, 0, GROUP_PAPERS },
  { "powden-2015", "Powden 2015", NULL, NULL, NULL, MODERATE, 0, GROUP_PAPERS },
  { "return-to-running", N_("Return-to-running criteria, a clinic’s article"), NULL, NULL, NULL, WEAK, 0, GROUP_PAPERS },
  { "rhabdo-review-2016", "BMJ Open Sport Exerc Med 2016", NULL, NULL, NULL, EXPERT, 0, GROUP_PAPERS },
  { "schwellnus-2004", "Schwellnus 2004, Br J Sports Med", "Br J Sports Med 2004;38:488–92", NULL, NULL, MODERATE, 0, GROUP_PAPERS },
  { "schwellnus-2009", "Schwellnus 2009, Br J Sports Med", "Br J Sports Med 2009;43:401–8", NULL, NULL, MODERATE, 0, GROUP_PAPERS },
  { "schwellnus-2018", "Schwellnus 2018, Clin J Sport Med", "Clin J Sport Med 2018;28:289–98", NULL, NULL, MODERATE, 0, GROUP_PAPERS },
  { "seal-2017", "Seal 2017", NULL, NULL, NULL, MODERATE, 0, GROUP_PAPERS },
  { "sutham-2020", "Sutham 2020, BMC Pregnancy Childbirth", N_("Lung embolism after massage in pregnancy."), NULL, NULL, WEAK, 0, GROUP_PAPERS },
  { "taylor-2002", "Taylor 2002, Phys Ther Sport", "Phys Ther Sport 2002;3:110–13", NULL, NULL, WEAK, 0, GROUP_PAPERS },
  { "walsh-2021", "Walsh 2021, Br J Sports Med", "Br J Sports Med 2021;55:356–68", NULL, NULL, EXPERT, 0, GROUP_PAPERS },
  { "wells-2003", "Wells 2003, N Engl J Med", "N Engl J Med 2003;349:1227–35", NULL, NULL, STRONG, 0, GROUP_PAPERS },
  { "williams-2017", "Williams 2017, Br J Sports Med", "Br J Sports Med 2017;51:209", NULL, NULL, MODERATE, 0, GROUP_PAPERS },
  { "windt-gabbett-2018", "Windt and Gabbett 2018", NULL, NULL, NULL, EXPERT, 0, GROUP_PAPERS },

  { "clinic-rule", N_("Clinic rule, no published number"), NULL, NULL, NULL, EXPERT, 0, GROUP_RULES },
  { "professional-knowledge", N_("General professional knowledge"), NULL, NULL, NULL, EXPERT, 0, GROUP_RULES },
};

static const SoleusCatalogue catalogue = { "sources", sources, G_N_ELEMENTS (sources) };

/**
 * soleus_catalogue_get_sources:
 *
 * Returns: (transfer none): what the rows and rules cite: id → a name that a person can read
 */
const SoleusCatalogue *
soleus_catalogue_get_sources (void)
{
  return &catalogue;
}
