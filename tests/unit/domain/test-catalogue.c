/* Catalogues and enumerations: stable ids, every fact covered, every source named, every value labelled. */
#include "soleus-catalogue.h"

#include <string.h>

#include "soleus-flag-kind.h"

typedef const SoleusCatalogue *(*GetCatalogue) (void);

static const GetCatalogue catalogues[] = {
  soleus_catalogue_get_muscles, soleus_catalogue_get_modalities, soleus_catalogue_get_screen_items, soleus_catalogue_get_signs,
  soleus_catalogue_get_flag_kinds, soleus_catalogue_get_risk_factors, soleus_catalogue_get_activities,
  soleus_catalogue_get_surfaces, soleus_catalogue_get_relief, soleus_catalogue_get_tests, soleus_catalogue_get_sources,
  soleus_catalogue_get_urine_charts, soleus_catalogue_get_cycle_phases,
};

static void
check_ids (GetCatalogue get, const char *ids)
{
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_test_message ("%s", words[i]);
      g_assert_nonnull (soleus_catalogue_find (get (), words[i]));
    }
}

/* product.md, “Without a window” */
static void
test_stable_ids_are_there (void)
{
  check_ids (soleus_catalogue_get_modalities,
             "deep-tissue-massage effleurage kneading static-pressure transverse-friction trigger-point foam-roller roller-stick "
             "massage-gun self-massage hot-pack warm-towel hot-bath sauna heat-rub thermal-ultrasound diathermy cold-pack "
             "compression elevation calf-support heel-raise stretching joint-mobilisation electrotherapy exercise balance education "
             "activity-modification biomechanical-correction footwear-advice return-to-activity");
  check_ids (soleus_catalogue_get_muscles, "calf gastrocnemius soleus hamstrings quadriceps adductors tibialis-anterior foot");
  check_ids (soleus_catalogue_get_screen_items,
             "pain-persists focal-tenderness pain-on-resistance pain-on-stretch bruising palpable-gap pop-felt cannot-heel-raise");
  check_ids (soleus_catalogue_get_signs,
             "swelling redness warmth pain-at-rest numbness weakness dark-urine chest-pain breathlessness fever disrupts-sleep "
             "pitting-oedema tense-calf pain-out-of-proportion pain-on-passive-stretch fainting confusion");
  check_ids (soleus_catalogue_get_relief, "seated-straight-knee standing-bent-knee massage walking warmth by-itself lip-pinch not-relieved");
  check_ids (soleus_catalogue_get_activities, "session match after at-rest at-night");
  check_ids (soleus_catalogue_get_surfaces, "track road grass turf indoor");
}

static gboolean
cites_fact (const SoleusCatalogue *catalogue, const char *fact)
{
  for (gsize i = 0; i < catalogue->n_rows; i++)
    {
      g_auto (GStrv) facts = g_strsplit (catalogue->rows[i].facts != NULL ? catalogue->rows[i].facts : "", " ", -1);

      if (g_strv_contains ((const char *const *) facts, fact))
        return TRUE;
    }
  return FALSE;
}

/* clinical.md 1.2 */
static void
test_every_factor_has_a_row (void)
{
  for (int fact = 32; fact <= 60; fact++)
    {
      g_autofree char *number = g_strdup_printf ("%d", fact);

      g_test_message ("fact %s", number);
      g_assert_true (cites_fact (soleus_catalogue_get_risk_factors (), number));
    }
  g_assert_true (cites_fact (soleus_catalogue_get_risk_factors (), "60a"));
}

/* facts 61–64, C8, C9, C15 */
static void
test_caveats_stand_where_they_must (void)
{
  const SoleusCatalogue *factors = soleus_catalogue_get_risk_factors ();
  static const char *const ids[] = { "low-sodium", "coffee-tea", "caffeinated-soft-drinks", "energy-drinks", "low-magnesium",
                                     "low-calcium", "vitamin-deficiency", "medication", "dehydration" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_nonnull (soleus_catalogue_row_get_caveat (soleus_catalogue_find (factors, ids[i])));
  g_assert_nonnull (strstr (soleus_catalogue_find (factors, "low-sodium")->caveat, "unlikely"));
  g_assert_cmpint (soleus_catalogue_find (factors, "low-sodium")->evidence, ==, SOLEUS_EVIDENCE_WEAK);
  g_assert_cmpint (soleus_catalogue_find (soleus_catalogue_get_relief (), "lip-pinch")->evidence, ==, SOLEUS_EVIDENCE_FOLK);
}

static void
test_rows_are_whole_and_cite_known_sources (void)
{
  for (gsize c = 0; c < G_N_ELEMENTS (catalogues); c++)
    {
      const SoleusCatalogue *catalogue = catalogues[c] ();

      for (gsize i = 0; i < catalogue->n_rows; i++)
        {
          const SoleusCatalogueRow *row = &catalogue->rows[i];
          g_auto (GStrv) sources = g_strsplit (row->sources != NULL ? row->sources : "", " ", -1);

          g_test_message ("%s: %s", catalogue->id, row->id);
          g_assert_true (soleus_catalogue_find (catalogue, row->id) == row); /* no id twice */
          g_assert_cmpuint (strlen (row->label), >, 0);
          g_assert_cmpuint (strspn (row->id, "abcdefghijklmnopqrstuvwxyzS0123456789-"), ==, strlen (row->id));
          for (gsize s = 0; sources[s] != NULL; s++)
            g_assert_nonnull (soleus_catalogue_find (soleus_catalogue_get_sources (), sources[s]));
        }
    }
}

/* row 1 of clinical.md 1C */
static void
test_hard_stops_are_those_of_row_one (void)
{
  static const char *const stops[] = { "swelling", "redness", "warmth", "clot-screen-likely", "chest-pain", "breathlessness",
                                       "compartment-syndrome", "infection", "fracture", "achilles-rupture", "rhabdomyolysis",
                                       "dark-urine" };
  static const char *const others[] = { "not-resolved-10-minutes", "persistent-pain", "clot-screen-incomplete", "frequent-cramps",
                                        "disrupts-sleep", "numbness", "weakness" };

  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    g_assert_true (soleus_flag_kind_is_hard_stop (stops[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (soleus_flag_kind_is_hard_stop (others[i]));
  g_assert_true (soleus_flag_kind_find ("chest-pain")->whole_body);
  g_assert_false (soleus_flag_kind_find ("swelling")->whole_body);
}

static void
test_unknown_ids (void)
{
  g_assert_null (soleus_catalogue_find (soleus_catalogue_get_muscles (), "elbow"));
  g_assert_null (soleus_catalogue_find (soleus_catalogue_get_muscles (), NULL));
  g_assert_cmpstr (soleus_catalogue_get_label (soleus_catalogue_get_muscles (), "elbow"), ==, "elbow");
  g_assert_cmpstr (soleus_catalogue_get_label (soleus_catalogue_get_muscles (), NULL), ==, "");
}

/* every nick finds its value again, and a person reads a label that is not the nick */
static void
test_enumerations_have_nicks_and_labels (void)
{
  const GType types[] = {
    SOLEUS_TYPE_ANSWER, SOLEUS_TYPE_SIDE, SOLEUS_TYPE_SEX, SOLEUS_TYPE_WINDOW_STATE, SOLEUS_TYPE_REGION,
    SOLEUS_TYPE_MODALITY_FAMILY, SOLEUS_TYPE_URGENCY, SOLEUS_TYPE_REFERRAL_TARGET, SOLEUS_TYPE_FLAG_STATE,
    SOLEUS_TYPE_VISIT_STATE, SOLEUS_TYPE_AMENDMENT_KIND, SOLEUS_TYPE_OVERRIDE_REASON, SOLEUS_TYPE_OWNER,
    SOLEUS_TYPE_EVIDENCE, SOLEUS_TYPE_PAPER, SOLEUS_TYPE_DOCUMENT_KIND,
  };
  g_autofree char *nicks = soleus_enum_dup_nicks (SOLEUS_TYPE_OVERRIDE_REASON);
  int value = 77;

  for (gsize t = 0; t < G_N_ELEMENTS (types); t++)
    for (int i = 0; soleus_enum_get_nick (types[t], i) != NULL; i++)
      {
        g_assert_true (soleus_enum_from_nick (types[t], soleus_enum_get_nick (types[t], i), &value));
        g_assert_cmpint (value, ==, i);
        g_assert_cmpstr (soleus_enum_get_label (types[t], i), !=, soleus_enum_get_nick (types[t], i));
      }
  g_assert_cmpstr (nicks, ==, "clinical-judgement, screen-negative-now, athlete-request-informed, other");
  value = 77;
  g_assert_false (soleus_enum_from_nick (SOLEUS_TYPE_SIDE, "middle", &value));
  g_assert_cmpint (value, ==, 77);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue/stable_ids_are_there", test_stable_ids_are_there);
  g_test_add_func ("/catalogue/every_factor_has_a_row", test_every_factor_has_a_row);
  g_test_add_func ("/catalogue/caveats_stand_where_they_must", test_caveats_stand_where_they_must);
  g_test_add_func ("/catalogue/rows_are_whole_and_cite_known_sources", test_rows_are_whole_and_cite_known_sources);
  g_test_add_func ("/catalogue/hard_stops_are_those_of_row_one", test_hard_stops_are_those_of_row_one);
  g_test_add_func ("/catalogue/unknown_ids", test_unknown_ids);
  g_test_add_func ("/catalogue/enumerations_have_nicks_and_labels", test_enumerations_have_nicks_and_labels);

  return g_test_run ();
}
