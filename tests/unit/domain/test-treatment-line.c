#include "soleus-config.h"

#include "soleus-treatment-line.h"

#include "soleus-error.h"

#include <glib/gi18n-lib.h>
#include <gnu/libc-version.h>
#include <locale.h>
#include <string.h>

typedef struct {
  const char   *text;
  const char   *modality;
  SoleusSide    side;
  gboolean      has_region;
  SoleusRegion  region;
  double        minutes; /* -1: unknown */
  int           hour, minute;
} Row;

static const Row rows[] = {
  { "kneading left calf 10 min 11:20", "kneading", SOLEUS_SIDE_LEFT, TRUE, SOLEUS_REGION_CALF, 10, 11, 20 },
  { "Kneading, left calf, 10 min, 9:05", "kneading", SOLEUS_SIDE_LEFT, TRUE, SOLEUS_REGION_CALF, 10, 9, 5 },
  { "11:20 10min left calf kneading", "kneading", SOLEUS_SIDE_LEFT, TRUE, SOLEUS_REGION_CALF, 10, 11, 20 },
  { "deep-tissue-massage right soleus 20", "deep-tissue-massage", SOLEUS_SIDE_RIGHT, TRUE, SOLEUS_REGION_CALF, 20, -1, -1 },
  { "deep-tissue massage on the right calf", "deep-tissue-massage", SOLEUS_SIDE_RIGHT, TRUE, SOLEUS_REGION_CALF, -1, -1, -1 },
  { "foam roller both calves 5 min", "foam-roller", SOLEUS_SIDE_BOTH, TRUE, SOLEUS_REGION_CALF, 5, -1, -1 },
  { "foam roller left and right hamstrings", "foam-roller", SOLEUS_SIDE_BOTH, TRUE, SOLEUS_REGION_POSTERIOR_THIGH, -1, -1, -1 },
  { "effleurage r quadriceps 7,5 min", "effleurage", SOLEUS_SIDE_RIGHT, TRUE, SOLEUS_REGION_ANTERIOR_THIGH, 7.5, -1, -1 },
  { "EFFLEURAGE (LONG STROKES) left front of the thigh 3 minutes", "effleurage", SOLEUS_SIDE_LEFT, TRUE, SOLEUS_REGION_ANTERIOR_THIGH, 3, -1, -1 },
  { "ultrasound treatment left calf", "thermal-ultrasound", SOLEUS_SIDE_LEFT, TRUE, SOLEUS_REGION_CALF, -1, -1, -1 },
  { "sauna whole body 15 min 18:00", "sauna", SOLEUS_SIDE_UNKNOWN, TRUE, SOLEUS_REGION_WHOLE_BODY, 15, 18, 0 },
  { "education", "education", SOLEUS_SIDE_UNKNOWN, FALSE, SOLEUS_REGION_CALF, -1, -1, -1 },
  { "cold pack 10 min", "cold-pack", SOLEUS_SIDE_UNKNOWN, FALSE, SOLEUS_REGION_CALF, 10, -1, -1 },
  { "kneading kneading left calf calf", "kneading", SOLEUS_SIDE_LEFT, TRUE, SOLEUS_REGION_CALF, -1, -1, -1 }, /* said twice is said once */
  { ", kneading. left calf, 7.5. 11:20,", "kneading", SOLEUS_SIDE_LEFT, TRUE, SOLEUS_REGION_CALF, 7.5, 11, 20 },
  { "kneading left calf 5′", "kneading", SOLEUS_SIDE_LEFT, TRUE, SOLEUS_REGION_CALF, 5, -1, -1 },
  { "kneading left calf 10 at 11:20", "kneading", SOLEUS_SIDE_LEFT, TRUE, SOLEUS_REGION_CALF, 10, 11, 20 },
  { "kneading of the right inner thigh for 600 minutes", "kneading", SOLEUS_SIDE_RIGHT, TRUE, SOLEUS_REGION_INNER_THIGH, 600, -1, -1 },
  { "heel raise left foot", "heel-raise", SOLEUS_SIDE_LEFT, TRUE, SOLEUS_REGION_FOOT, -1, -1, -1 },
};

static void
test_words_in_any_order_are_read (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      SoleusTreatmentLine line;

      g_test_message ("%s", rows[i].text);
      g_assert_true (soleus_treatment_line_parse (rows[i].text, &line, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (line.modality, ==, rows[i].modality);
      g_assert_cmpint (line.side, ==, rows[i].side);
      g_assert_cmpint (line.has_region, ==, rows[i].has_region);
      if (rows[i].has_region)
        g_assert_cmpint (line.region, ==, rows[i].region);
      if (rows[i].minutes < 0)
        g_assert_false (soleus_real_is_known (line.minutes));
      else
        g_assert_cmpfloat (line.minutes, ==, rows[i].minutes);
      g_assert_cmpint (line.hour, ==, rows[i].hour);
      if (rows[i].hour >= 0)
        g_assert_cmpint (line.minute, ==, rows[i].minute);
    }
}

static void
test_what_is_not_understood_is_named (void)
{
  static const struct { const char *text, *names; } bad[] = {
    { "", "Which treatment" },
    { "left calf 10 min", "Which treatment" },
    { "kneading left", "body part" },
    { "kneading calf", "which side" },
    { "hot pack", "body part" },
    { "kneading left calf 25:00", "25:00" },
    { "kneading left calf 11:7", "11:7" },
    { "kneading left calf 900 min", "900" },
    { "kneading left calf 10 min 20 min", "20" },
    { "kneading left calf softly", "softly" },
    { "kneading cold pack left calf", "cold" },
    { "kneading left calf left shin", "shin" },
    { "kneading left calf 10 km", "km" },
    { "kneading left calf 10km", "10km" },
    { "kneading left calf 11:60", "11:60" },
    { "kneading left calf noon:10", "noon:10" },
    { "kneading left calf 10:10:10", "10:10:10" },
    { "kneading left calf 11:20 12:20", "12:20" }, /* which of the two did it stand in? */
    { "kneading left calf 601 min", "601" },
    { "kneading whole", "whole" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      SoleusTreatmentLine line;

      g_test_message ("%s", bad[i].text);
      g_assert_false (soleus_treatment_line_parse (bad[i].text, &line, &error));
      g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, bad[i].names));
    }
}

static void
test_every_treatment_is_read_by_id_and_by_label (void)
{
  const SoleusCatalogue *catalogue = soleus_catalogue_get_modalities ();

  for (gsize i = 0; i < catalogue->n_rows; i++)
    {
      const char *names[] = { catalogue->rows[i].id, catalogue->rows[i].label };

      for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
        {
          g_autofree char *text = g_strconcat (names[j], " left calf", NULL);
          g_autoptr (GError) error = NULL;
          SoleusTreatmentLine line;

          soleus_treatment_line_parse (text, &line, &error);
          g_assert_no_error (error);
          g_assert_cmpstr (line.modality, ==, catalogue->rows[i].id);
        }
    }
}

static void
test_a_formatted_line_reads_back_to_the_same (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SoleusTreatmentLine line, again;
      g_autofree char *text = NULL;
      g_autofree char *twice = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (soleus_treatment_line_parse (rows[i].text, &line, NULL));
      text = soleus_treatment_line_format (&line);
      soleus_treatment_line_parse (text, &again, &error);
      g_assert_no_error (error);
      twice = soleus_treatment_line_format (&again);
      g_assert_cmpstr (text, ==, twice);
    }
}

static void
test_completion_offers_names_by_any_of_their_words (void)
{
  g_auto (GStrv) foam = soleus_treatment_line_complete ("fo");
  g_auto (GStrv) pack = soleus_treatment_line_complete ("pack");
  g_auto (GStrv) none = soleus_treatment_line_complete ("");
  g_auto (GStrv) past = soleus_treatment_line_complete ("kneading left");
  g_auto (GStrv) null = soleus_treatment_line_complete (NULL);
  g_auto (GStrv) quoted = soleus_treatment_line_complete ("  “fo");

  g_assert_true (g_strv_contains ((const char *const *) foam, "Foam roller"));
  g_assert_true (g_strv_contains ((const char *const *) foam, "Footwear advice"));
  g_assert_true (g_strv_contains ((const char *const *) pack, "Hot pack"));
  g_assert_true (g_strv_contains ((const char *const *) pack, "Cold pack"));
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (g_strv_length (past), ==, 0);
  g_assert_cmpuint (g_strv_length (null), ==, 0);
  g_assert_cmpuint (g_strv_length (quoted), ==, g_strv_length (foam));
}

static void
test_places_are_named_as_in_a_sentence (void)
{
  g_autofree char *left = soleus_treatment_format_place (SOLEUS_SIDE_LEFT, SOLEUS_REGION_CALF);
  g_autofree char *both = soleus_treatment_format_place (SOLEUS_SIDE_BOTH, SOLEUS_REGION_CALF);
  g_autofree char *right = soleus_treatment_format_place (SOLEUS_SIDE_RIGHT, SOLEUS_REGION_WHOLE_BODY);
  g_autofree char *any = soleus_treatment_format_place (SOLEUS_SIDE_UNKNOWN, SOLEUS_REGION_SHIN);

  g_assert_cmpstr (left, ==, "left calf");
  g_assert_cmpstr (both, ==, "both calves");
  g_assert_cmpstr (right, ==, "right side of the body");
  g_assert_cmpstr (any, ==, "shin");
}

/* German sides bend with what they belong to: a therapist writes “linke Wade” and “am rechten Fuß”. */
static void
test_german_sides_bend (void)
{
  static const struct { const char *text; SoleusSide side; SoleusRegion region; } german[] = {
    { "Knetung links Wade 10 min", SOLEUS_SIDE_LEFT, SOLEUS_REGION_CALF },
    { "Knetung linke Wade 10 min", SOLEUS_SIDE_LEFT, SOLEUS_REGION_CALF },
    { "Knetung an der linken Wade", SOLEUS_SIDE_LEFT, SOLEUS_REGION_CALF },
    { "Knetung rechter Fuß 5 min", SOLEUS_SIDE_RIGHT, SOLEUS_REGION_FOOT },
    { "Knetung am rechten Fuß", SOLEUS_SIDE_RIGHT, SOLEUS_REGION_FOOT },
    { "Knetung rechtes Schienbein", SOLEUS_SIDE_RIGHT, SOLEUS_REGION_SHIN },
    { "Knetung beide Waden 8 min", SOLEUS_SIDE_BOTH, SOLEUS_REGION_CALF },
    { "Knetung beider Waden", SOLEUS_SIDE_BOTH, SOLEUS_REGION_CALF },
  };

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  /* from glibc 2.37 on a C locale, C.UTF-8 too, is never translated */
  if (setlocale (LC_MESSAGES, "en_US.UTF-8") == NULL && strverscmp (gnu_get_libc_version (), "2.36") > 0)
    {
      g_test_skip ("no locale but C is installed, and that is not translated");
      return;
    }
  g_setenv ("LANGUAGE", "de", TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (german); i++)
    {
      g_autoptr (GError) error = NULL;
      SoleusTreatmentLine line;

      if (!soleus_treatment_line_parse (german[i].text, &line, &error))
        g_error ("%s: %s", german[i].text, error->message);
      g_assert_cmpstr (line.modality, ==, "kneading");
      g_assert_cmpint (line.side, ==, german[i].side);
      g_assert_cmpint (line.region, ==, german[i].region);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *labels = g_build_filename (g_getenv ("SOLEUS_BUILD_DIR"), "po", NULL);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, labels);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/treatment-line/german_sides_bend", test_german_sides_bend);
  g_test_add_func ("/treatment-line/words_in_any_order_are_read", test_words_in_any_order_are_read);
  g_test_add_func ("/treatment-line/what_is_not_understood_is_named", test_what_is_not_understood_is_named);
  g_test_add_func ("/treatment-line/every_treatment_is_read_by_id_and_by_label", test_every_treatment_is_read_by_id_and_by_label);
  g_test_add_func ("/treatment-line/a_formatted_line_reads_back_to_the_same", test_a_formatted_line_reads_back_to_the_same);
  g_test_add_func ("/treatment-line/completion_offers_names_by_any_of_their_words", test_completion_offers_names_by_any_of_their_words);
  g_test_add_func ("/treatment-line/places_are_named_as_in_a_sentence", test_places_are_named_as_in_a_sentence);
  return g_test_run ();
}
