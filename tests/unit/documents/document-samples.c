#include "document-samples.h"

#include "soleus-content-reader.h"

SoleusInstant
sample_instant (int year,
                int month,
                int day,
                int hour,
                int minute)
{
  g_autoptr (GDateTime) time = g_date_time_new_local (year, month, day, hour, minute, 0);

  return g_date_time_to_unix (time) * SOLEUS_USEC_PER_SECOND;
}

SoleusContent *
sample_load_content (const char *language)
{
  g_autofree char *base = g_build_filename (g_getenv ("SOLEUS_SOURCE_DIR"), "data", "content", NULL);
  g_autoptr (GError) error = NULL;
  SoleusContent *content = soleus_content_load (base, language, &error);

  g_assert_no_error (error);
  return content;
}

static GBytes *
find_drawing (const char *id,
              gpointer    user_data)
{
  g_autofree char *name = g_strconcat (id, ".svg", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("SOLEUS_SOURCE_DIR"), "data", "drawings", name, NULL);
  char *contents;
  gsize length;

  return g_file_get_contents (path, &contents, &length, NULL) ? g_bytes_new_take (contents, length) : NULL;
}

SoleusDocument *
sample_create_handout (const SampleHandout *sample)
{
  g_autoptr (SoleusContent) content = sample_load_content (sample->language);

  return sample_create_handout_from (content, sample);
}

SoleusDocument *
sample_create_handout_from (SoleusContent       *content,
                            const SampleHandout *sample)
{
  static const char *const ids[] = { "ankle-pumps", "towel-stretch", "wall-stretch-bent", "seated-heel-raise", "towel-scrunch", "easy-walk" };
  SoleusHandoutWindow window = { SOLEUS_SIDE_LEFT, SOLEUS_REGION_CALF, SOLEUS_WINDOW_STATE_CLOSED, sample_instant (2025, 11, 22, 18, 40) };
  g_autofree SoleusHandoutExercise *exercises = g_new0 (SoleusHandoutExercise, sample->n_exercises + 1);
  SoleusHandoutSpec spec = {
    .content = content,
    .paper = sample->paper,
    .large_print = sample->large_print,
    .issued_at = sample_instant (2025, 11, 21, 11, 30),
    .clinic_name = sample->clinic != NULL ? sample->clinic : "Example Street Sports Therapy",
    .clinic_address = sample->without_phone ? NULL : "12 Example Street, Exampleton",
    .clinic_phone = sample->without_phone ? NULL : "01632 960 123, Monday to Friday, 8 am to 6 pm",
    .emergency_number = sample->without_phone ? NULL : "112",
    .therapist_name = "T. Exemplar",
    .therapist_credential = sample->without_phone ? NULL : "sports therapist",
    .athlete_name = sample->athlete,
    .windows = &window,
    .n_windows = 1,
    .exercises = exercises,
    .n_exercises = sample->n_exercises,
    .next_visit = sample_instant (2025, 11, 24, 16, 30),
    .copy_id = "8f2c",
    .find_drawing = sample->without_drawings ? NULL : find_drawing,
  };

  if (sample->hard_stop)
    {
      window.state = SOLEUS_WINDOW_STATE_HARD_STOP;
      window.until = SOLEUS_UNKNOWN_INSTANT;
    }
  for (gsize i = 0; i < sample->n_exercises; i++)
    {
      exercises[i] = (SoleusHandoutExercise) SOLEUS_HANDOUT_EXERCISE_INIT;
      exercises[i].exercise = soleus_content_find_exercise (content, sample->ids != NULL ? sample->ids[i] : ids[i % G_N_ELEMENTS (ids)]);
      exercises[i].affected = SOLEUS_SIDE_LEFT;
      g_assert_nonnull (exercises[i].exercise);
    }
  return soleus_handout_new_document (&spec);
}

#define N_WEEKS 53

static void
fill_lane (SoleusTimelineSample *samples,
           SoleusInstant         from,
           double                mean,
           double                swing,
           guint32               seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (int i = 0; i < N_WEEKS; i++)
    {
      samples[i].from = from + i * 7 * 24 * SOLEUS_USEC_PER_HOUR;
      samples[i].until = samples[i].from + 7 * 24 * SOLEUS_USEC_PER_HOUR;
      samples[i].value = i >= 31 && i < 35 ? SOLEUS_UNKNOWN_REAL : mean + swing * (g_rand_double (rand) + g_rand_double (rand) - 1);
    }
}

static void
fill_episodes (SoleusHistoryEpisode *episodes,
               gsize                 n_episodes,
               SoleusInstant         from)
{
  static const char *const muscles[][2] = { { "gastrocnemius", "Gastrocnemius" }, { "soleus", "Soleus" }, { "calf", "Calf" },
                                            { "hamstrings", "Hamstrings" }, { "quadriceps", "Quadriceps" } };
  static const int hours[] = { 36, 411, 497, 1212, 1731, 2078, 2649, 3590, 3901, 5822, 7204, 8600 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (gsize i = 0; i < n_episodes; i++)
    {
      int hour = n_episodes <= G_N_ELEMENTS (hours) ? hours[i] : (int) (8700 * i / n_episodes) + g_rand_int_range (rand, 0, 60);
      int muscle = g_rand_int_range (rand, 0, G_N_ELEMENTS (muscles));

      episodes[i] = (SoleusHistoryEpisode) {
        .onset = from + hour * SOLEUS_USEC_PER_HOUR,
        .side = i % 4 == 2 ? SOLEUS_SIDE_RIGHT : SOLEUS_SIDE_LEFT,
        .muscle = muscles[muscle][0],
        .muscle_label = muscles[muscle][1],
        .pain = i == 4 ? SOLEUS_UNKNOWN_INT : g_rand_int_range (rand, 2, 9),
        .minutes = i == 3 ? SOLEUS_UNKNOWN_REAL : g_rand_int_range (rand, 1, 8),
        .relieved_by = i % 3 == 0 ? "Seated stretch, straight knee" : i % 3 == 1 ? "Standing, bent knee" : NULL,
        .note = i % 5 == 0 ? "End of a long run in the heat" : NULL,
      };
    }
}

SoleusTimelineChart *
sample_create_timeline (gsize n_episodes)
{
  SoleusInstant from = sample_instant (2024, 11, 21, 0, 0), until = sample_instant (2025, 11, 21, 12, 0);
  SoleusTimelineChart *chart = soleus_timeline_chart_new (from, until);
  g_autofree SoleusHistoryEpisode *history = g_new0 (SoleusHistoryEpisode, n_episodes + 1);
  g_autofree SoleusTimelineEpisode *episodes = g_new0 (SoleusTimelineEpisode, n_episodes + 1);
  SoleusTimelineSample samples[N_WEEKS];
  SoleusTimelineSpan span = { sample_instant (2025, 11, 14, 9, 0), SOLEUS_UNKNOWN_INSTANT, SOLEUS_WINDOW_STATE_CLOSED };
  SoleusInstant visits[] = { sample_instant (2025, 3, 2, 9, 0), sample_instant (2025, 10, 20, 9, 0), sample_instant (2025, 11, 20, 9, 0) };

  fill_episodes (history, n_episodes, from);
  for (gsize i = 0; i < n_episodes; i++)
    episodes[i] = (SoleusTimelineEpisode) { history[i].onset, history[i].side, history[i].pain, NULL };
  soleus_timeline_chart_set_episodes (chart, episodes, n_episodes);
  fill_lane (samples, from, 1900, 900, 1);
  soleus_timeline_chart_set_lane (chart, SOLEUS_TIMELINE_LANE_LOAD, samples, N_WEEKS, SOLEUS_UNKNOWN_REAL);
  fill_lane (samples, from, 7.2, 1.6, 2);
  soleus_timeline_chart_set_lane (chart, SOLEUS_TIMELINE_LANE_SLEEP, samples, N_WEEKS, 7.5);
  fill_lane (samples, from, 2.4, 0.8, 3);
  soleus_timeline_chart_set_lane (chart, SOLEUS_TIMELINE_LANE_FLUIDS, samples, N_WEEKS, 2);
  soleus_timeline_chart_set_spans (chart, &span, 1);
  soleus_timeline_chart_set_visits (chart, visits, G_N_ELEMENTS (visits));
  return chart;
}

SoleusDocument *
sample_create_report (gsize       n_episodes,
                      SoleusPaper paper,
                      gboolean    large_print)
{
  SoleusInstant from = sample_instant (2024, 11, 21, 0, 0);
  g_autofree SoleusHistoryEpisode *episodes = g_new0 (SoleusHistoryEpisode, n_episodes + 1);
  SoleusTimelineSample lanes[SOLEUS_TIMELINE_N_LANES][N_WEEKS];
  SoleusHistoryVisit visits[] = {
    { sample_instant (2025, 3, 2, 9, 0), "Calf tests, heel-raise programme", "T. Exemplar", TRUE },
    { sample_instant (2025, 11, 20, 9, 0), "Cold pack, compression, gentle stretch", "R. Placeholder", FALSE },
  };
  SoleusHistoryFlag flags[] = {
    { sample_instant (2025, 3, 2, 9, 0), "Damage screen", "negative" },
    { sample_instant (2025, 6, 11, 9, 0), "Frequent cramps", "referred; blood tests without findings, 3 July" },
  };
  SoleusTimelineSpan span = { sample_instant (2025, 11, 14, 9, 0), SOLEUS_UNKNOWN_INSTANT, SOLEUS_WINDOW_STATE_CLOSED };
  const char *const unknowns[] = { "Check-ins are missing for 4 of 53 weeks.", "Footwear was not recorded in this period.", NULL };
  SoleusHistorySpec spec = {
    .paper = paper,
    .language = "en",
    .large_print = large_print,
    .issued_at = sample_instant (2025, 11, 21, 11, 30),
    .clinic_name = "Example Street Sports Therapy",
    .clinic_phone = "01632 960 123",
    .therapist_name = "T. Exemplar",
    .athlete_name = "Mara Swiftwater",
    .athlete_details = "Born 3 May 2001 · middle distance · Harbour Harriers",
    .copy_id = "77aa",
    .from = from,
    .until = sample_instant (2025, 11, 21, 12, 0),
    .episodes = episodes,
    .n_episodes = n_episodes,
    .spans = &span,
    .n_spans = 1,
    .own_need = { SOLEUS_UNKNOWN_REAL, 7.5, 2 },
    .visits = visits,
    .n_visits = G_N_ELEMENTS (visits),
    .flags = flags,
    .n_flags = G_N_ELEMENTS (flags),
    .unknowns = unknowns,
  };

  fill_episodes (episodes, n_episodes, from);
  fill_lane (lanes[0], from, 1900, 900, 1);
  fill_lane (lanes[1], from, 7.2, 1.6, 2);
  fill_lane (lanes[2], from, 2.4, 0.8, 3);
  for (int lane = 0; lane < SOLEUS_TIMELINE_N_LANES; lane++)
    {
      spec.lanes[lane] = lanes[lane];
      spec.n_lanes[lane] = N_WEEKS;
    }
  return soleus_history_report_new_document (&spec);
}

SoleusDocument *
sample_create_visit (void)
{
  const char *const episodes[] = { "Left calf, gastrocnemius, 20 November 18:40, pain 7", NULL };
  const char *const measures[] = { "Calf girth 10 cm below the tibial tuberosity: left 38.0 cm, right 37.5 cm", "Single-leg heel raise: left 12, right 27", NULL };
  const char *const windows[] = { "No massage or heat on the left calf until Sat 22 Nov 2025, 6:40 pm.", NULL };
  SoleusVisitSummaryTreatment treatments[] = {
    { sample_instant (2025, 11, 21, 11, 0), "Cold pack", "Left calf", 10, FALSE, NULL, NULL },
    { sample_instant (2025, 11, 21, 11, 15), "Effleurage", "Left calf", 5, FALSE, "Clinical judgement", "Swelling ruled out, light strokes only." },
    { SOLEUS_UNKNOWN_INSTANT, "Deep tissue massage", "Left calf", SOLEUS_UNKNOWN_REAL, TRUE, NULL, NULL },
  };
  SoleusVisitSummaryAmendment amendments[] = {
    { SOLEUS_AMENDMENT_KIND_CORRECTION, sample_instant (2025, 11, 21, 17, 5), "T. Exemplar", "Wrong side in the measures", "Heel raises: left 21, right 27.", "objective" },
  };
  SoleusVisitSummarySpec spec = {
    .paper = SOLEUS_PAPER_A4,
    .language = "en",
    .issued_at = sample_instant (2025, 11, 21, 18, 0),
    .clinic_name = "Example Street Sports Therapy",
    .clinic_phone = "01632 960 123",
    .therapist_name = "T. Exemplar",
    .therapist_credential = "sports therapist",
    .athlete_name = "Mara Swiftwater",
    .athlete_details = "Born 3 May 2001 · middle distance · Harbour Harriers",
    .copy_id = "91be",
    .time = sample_instant (2025, 11, 21, 11, 0),
    .state = SOLEUS_VISIT_STATE_SIGNED,
    .signed_at = sample_instant (2025, 11, 21, 11, 40),
    .signed_by = "T. Exemplar",
    .subjective = "Cramp at the end of a 12 km run. Eased with a seated stretch after about two minutes. Sore since.",
    .objective = "Tender over the inner gastrocnemius. No swelling, no redness, no warmth. Walks without a limp.",
    .assessment = "Cramp; a strain is not ruled out while the screen is incomplete.",
    .plan = "Ankle pumps and towel stretch. Screen again on Monday before any massage.",
    .episodes = episodes,
    .measures = measures,
    .windows = windows,
    .treatments = treatments,
    .n_treatments = G_N_ELEMENTS (treatments),
    .amendments = amendments,
    .n_amendments = G_N_ELEMENTS (amendments),
    .follow_up = "Monday 24 November, 4:30 pm",
  };

  return soleus_visit_summary_new_document (&spec);
}
