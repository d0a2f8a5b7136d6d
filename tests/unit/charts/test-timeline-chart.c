#include "soleus-timeline-chart.h"

#include "soleus-moment.h"

#include <string.h>

#define WIDTH  600
#define HEIGHT 340
#define DAY    (24 * SOLEUS_USEC_PER_HOUR)

static SoleusInstant
get_start (void)
{
  return soleus_instant_from_local (2025, 1, 1, 0, 0, 0, NULL);
}

static SoleusTimelineChart *
create_chart (void)
{
  SoleusTimelineChart *chart = soleus_timeline_chart_new (get_start (), get_start () + 300 * DAY);
  SoleusTimelineEpisode episodes[] = {
    { get_start () + 30 * DAY, SOLEUS_SIDE_LEFT, 7, "Left calf" },
    { get_start () + 120 * DAY, SOLEUS_SIDE_RIGHT, SOLEUS_UNKNOWN_INT, NULL },
    { get_start () + 900 * DAY, SOLEUS_SIDE_LEFT, 3, NULL }, /* after the period */
  };
  SoleusTimelineSample sleep[] = {
    { get_start () + 7 * DAY, get_start () + 14 * DAY, SOLEUS_UNKNOWN_REAL },
    { get_start (), get_start () + 7 * DAY, 7 },
    { get_start () + 14 * DAY, get_start () + 21 * DAY, 8 },
  };

  soleus_timeline_chart_set_episodes (chart, episodes, G_N_ELEMENTS (episodes));
  soleus_timeline_chart_set_lane (chart, SOLEUS_TIMELINE_LANE_SLEEP, sleep, G_N_ELEMENTS (sleep), 7.5);
  return chart;
}

/* an image with an outline of ink: 0 where nothing was drawn */
static cairo_surface_t *
render (SoleusTimelineChart *chart,
        int                  width,
        int                  height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  soleus_timeline_chart_render (chart, cr, width, height);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint
count_ink (cairo_surface_t *surface,
           int              x,
           int              y,
           int              width,
           int              height)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint n = 0;

  for (int row = y; row < y + height; row++)
    for (int column = x; column < x + width; column++)
      n += data[row * stride + column * 4 + 3] > 40;
  return n;
}

static void
test_finds_episode_at_its_head_and_stem (void)
{
  g_autoptr (SoleusTimelineChart) chart = create_chart ();
  double x, y;

  soleus_timeline_chart_get_episode_position (chart, WIDTH, HEIGHT, 0, &x, &y);
  g_assert_cmpint (soleus_timeline_chart_find_episode (chart, WIDTH, HEIGHT, x, y), ==, 0);
  g_assert_cmpint (soleus_timeline_chart_find_episode (chart, WIDTH, HEIGHT, x + 4, y + 20), ==, 0);
  g_assert_cmpint (soleus_timeline_chart_find_episode (chart, WIDTH, HEIGHT, x + 60, y), ==, -1);
  g_assert_cmpint (soleus_timeline_chart_find_episode (chart, WIDTH, HEIGHT, x, HEIGHT - 2), ==, -1);
  soleus_timeline_chart_get_episode_position (chart, WIDTH, HEIGHT, 1, &x, &y);
  g_assert_cmpint (soleus_timeline_chart_find_episode (chart, WIDTH, HEIGHT, x, y), ==, 1);
}

static void
test_head_is_drawn_where_it_is_found (void)
{
  g_autoptr (SoleusTimelineChart) chart = create_chart ();
  cairo_surface_t *surface = render (chart, WIDTH, HEIGHT);
  double x, y;

  soleus_timeline_chart_get_episode_position (chart, WIDTH, HEIGHT, 0, &x, &y);
  g_assert_cmpuint (count_ink (surface, (int) x - 3, (int) y - 3, 6, 6), ==, 36);
  g_assert_cmpuint (count_ink (surface, (int) x + 20, (int) y - 3, 6, 6), ==, 0);
  cairo_surface_destroy (surface);
}

static void
test_higher_pain_stands_higher (void)
{
  g_autoptr (SoleusTimelineChart) chart = soleus_timeline_chart_new (get_start (), get_start () + 10 * DAY);
  SoleusTimelineEpisode episodes[] = { { get_start () + DAY, SOLEUS_SIDE_LEFT, 2, NULL }, { get_start () + 5 * DAY, SOLEUS_SIDE_LEFT, 9, NULL } };
  double x1, y1, x2, y2;

  soleus_timeline_chart_set_episodes (chart, episodes, 2);
  soleus_timeline_chart_get_episode_position (chart, WIDTH, HEIGHT, 0, &x1, &y1);
  soleus_timeline_chart_get_episode_position (chart, WIDTH, HEIGHT, 1, &x2, &y2);
  g_assert_cmpfloat (x1, <, x2);
  g_assert_cmpfloat (y2, <, y1);
  soleus_timeline_chart_set_mirrored (chart, TRUE);
  soleus_timeline_chart_get_episode_position (chart, WIDTH, HEIGHT, 0, &x1, &y1);
  soleus_timeline_chart_get_episode_position (chart, WIDTH, HEIGHT, 1, &x2, &y2);
  g_assert_cmpfloat (x1, >, x2);
}

static void
test_unknown_is_hatched_and_zero_is_not (void)
{
  g_autoptr (SoleusTimelineChart) unknown = soleus_timeline_chart_new (get_start (), get_start () + 10 * DAY);
  g_autoptr (SoleusTimelineChart) zero = soleus_timeline_chart_new (get_start (), get_start () + 10 * DAY);
  SoleusTimelineSample sample = { get_start (), get_start () + 10 * DAY, SOLEUS_UNKNOWN_REAL };
  cairo_surface_t *hatched, *empty;

  soleus_timeline_chart_set_lane (unknown, SOLEUS_TIMELINE_LANE_LOAD, &sample, 1, SOLEUS_UNKNOWN_REAL);
  sample.value = 0;
  soleus_timeline_chart_set_lane (zero, SOLEUS_TIMELINE_LANE_LOAD, &sample, 1, SOLEUS_UNKNOWN_REAL);
  hatched = render (unknown, WIDTH, HEIGHT);
  empty = render (zero, WIDTH, HEIGHT);
  /* the lane of load lies in the lower half, right of the titles */
  g_assert_cmpuint (count_ink (hatched, 200, 200, 300, 40), >, count_ink (empty, 200, 200, 300, 40) + 1000);
  cairo_surface_destroy (hatched);
  cairo_surface_destroy (empty);
}

static void
test_text_rows_say_what_is_drawn (void)
{
  g_autoptr (SoleusTimelineChart) chart = create_chart ();
  g_auto (GStrv) rows = soleus_timeline_chart_dup_text_rows (chart);

  g_assert_cmpuint (g_strv_length (rows), ==, 4); /* summary, two episodes, sleep */
  g_assert_nonnull (strstr (rows[0], "2 episodes"));
  g_assert_nonnull (strstr (rows[0], "1 left, 1 right"));
  g_assert_nonnull (strstr (rows[1], "Left calf, pain 7 of 10"));
  g_assert_nonnull (strstr (rows[2], "pain unknown"));
  g_assert_nonnull (strstr (rows[3], "mean 7.5"));
  g_assert_nonnull (strstr (rows[3], "known for 2 of 3"));
}

static void
test_no_and_a_thousand_episodes_are_drawn (void)
{
  g_autoptr (SoleusTimelineChart) chart = soleus_timeline_chart_new (get_start (), get_start () + 3650 * DAY);
  g_autofree SoleusTimelineEpisode *episodes = g_new0 (SoleusTimelineEpisode, 1000);
  g_autofree char *summary = soleus_timeline_chart_dup_summary (chart);

  g_assert_true (g_str_has_prefix (summary, "No episodes"));
  cairo_surface_destroy (render (chart, 360, 200));
  for (int i = 0; i < 1000; i++)
    episodes[i] = (SoleusTimelineEpisode) { get_start () + i * 3 * DAY, i % 2 ? SOLEUS_SIDE_LEFT : SOLEUS_SIDE_BOTH, i % 11, NULL };
  soleus_timeline_chart_set_episodes (chart, episodes, 1000);
  cairo_surface_destroy (render (chart, 360, 200));
  cairo_surface_destroy (render (chart, 20, 20));
}

static SoleusTimelineChart *
create_long_chart (void)
{
  SoleusTimelineChart *chart = soleus_timeline_chart_new (get_start (), get_start () + 3650 * DAY);
  g_autofree SoleusTimelineEpisode *episodes = g_new0 (SoleusTimelineEpisode, 1000);
  g_autofree SoleusTimelineSample *days = g_new0 (SoleusTimelineSample, 3650);

  for (int i = 0; i < 1000; i++)
    episodes[i] = (SoleusTimelineEpisode) { get_start () + i * 3 * DAY, SOLEUS_SIDE_LEFT, i % 11, NULL };
  for (int i = 0; i < 3650; i++)
    days[i] = (SoleusTimelineSample) { get_start () + i * DAY, get_start () + (i + 1) * DAY, i >= 30 && i < 400 ? SOLEUS_UNKNOWN_REAL : 6 + i % 3 };
  soleus_timeline_chart_set_episodes (chart, episodes, 1000);
  soleus_timeline_chart_set_lane (chart, SOLEUS_TIMELINE_LANE_SLEEP, days, 3650, SOLEUS_UNKNOWN_REAL);
  return chart;
}

static void
test_period_stays_inside_the_bounds (void)
{
  static const struct { int from, until, expected_from, expected_until; } cases[] = {
    { 10, 20, 10, 20 }, { -5, 5, 0, 10 }, { 295, 305, 290, 300 }, { -100, 900, 0, 300 }, { 500, 510, 290, 300 },
  };
  g_autoptr (SoleusTimelineChart) chart = soleus_timeline_chart_new (get_start (), get_start () + 300 * DAY);
  SoleusInstant from, until;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      soleus_timeline_chart_set_period (chart, get_start () + cases[i].from * DAY, get_start () + cases[i].until * DAY);
      soleus_timeline_chart_get_period (chart, &from, &until);
      g_assert_cmpint ((from - get_start ()) / DAY, ==, cases[i].expected_from);
      g_assert_cmpint ((until - get_start ()) / DAY, ==, cases[i].expected_until);
    }
  soleus_timeline_chart_get_bounds (chart, &from, &until);
  g_assert_cmpint ((until - from) / DAY, ==, 300);
}

/* Ten years on 600 pixels: every episode belongs to a shared mark, and to one of its own once the period is short enough. */
static void
test_dense_episodes_share_marks_until_zoomed (void)
{
  g_autoptr (SoleusTimelineChart) chart = create_long_chart ();
  g_autofree char *text = NULL;
  SoleusInstant first, last;
  double x, y;
  int groups = 0;

  for (int column = 100; column < WIDTH; column += 10)
    groups += soleus_timeline_chart_find_group (chart, WIDTH, HEIGHT, column, 60, &first, &last);
  g_assert_cmpint (groups, >, 20);
  g_assert_cmpint (last, >, first);

  soleus_timeline_chart_set_period (chart, get_start (), get_start () + 60 * DAY);
  soleus_timeline_chart_get_episode_position (chart, WIDTH, HEIGHT, 7, &x, &y);
  g_assert_false (soleus_timeline_chart_find_group (chart, WIDTH, HEIGHT, x, y, &first, &last));
  g_assert_cmpint (soleus_timeline_chart_find_episode (chart, WIDTH, HEIGHT, x, y), ==, 7);
  text = soleus_timeline_chart_dup_text_at (chart, WIDTH, HEIGHT, x, y);
  g_assert_nonnull (strstr (text, "pain 7 of 10"));
}

static void
test_text_says_what_lies_under_the_pointer (void)
{
  g_autoptr (SoleusTimelineChart) chart = soleus_timeline_chart_new (get_start (), get_start () + 100 * DAY);
  SoleusTimelineSample days[] = { { get_start (), get_start () + 50 * DAY, 7.5 } };
  SoleusTimelineSpan spans[] = {
    { get_start () + 10 * DAY, get_start () + 30 * DAY, SOLEUS_WINDOW_STATE_CLOSED },
    { get_start () + 20 * DAY, SOLEUS_UNKNOWN_INSTANT, SOLEUS_WINDOW_STATE_HARD_STOP },
  };
  static const struct { int day; double y; const char *expected; } cases[] = {
    { 15, 20, "No massage or heat" }, { 25, 20, "Hard stop" }, { 80, 20, "no outcome recorded yet" },
    { 25, 245, "7.5 h a night" }, { 80, 245, "nothing recorded" },
  };
  double left, right = WIDTH - 12 * 0.7; /* the plot ends there at the size of the font that a chart begins with */

  soleus_timeline_chart_set_lane (chart, SOLEUS_TIMELINE_LANE_SLEEP, days, 1, SOLEUS_UNKNOWN_REAL);
  soleus_timeline_chart_set_spans (chart, spans, 2);
  left = right - soleus_timeline_chart_get_plot_width (chart, WIDTH);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = soleus_timeline_chart_dup_text_at (chart, WIDTH, HEIGHT, left + (right - left) * cases[i].day / 100, cases[i].y);

      g_assert_nonnull (text);
      g_assert_nonnull (strstr (text, cases[i].expected));
    }
  g_assert_null (soleus_timeline_chart_dup_text_at (chart, WIDTH, HEIGHT, left + 2, 20));
}

/* a closed window and a hard stop differ in more than their colour */
static void
test_hard_stop_is_hatched (void)
{
  g_autoptr (SoleusTimelineChart) chart = soleus_timeline_chart_new (get_start (), get_start () + 100 * DAY);
  SoleusTimelineSpan span = { get_start (), get_start () + 100 * DAY, SOLEUS_WINDOW_STATE_CLOSED };
  SoleusChartPalette grey = *soleus_chart_palette_get_print ();
  cairo_surface_t *closed, *stopped;
  gsize size = (gsize) WIDTH * 4 * 40;

  grey.stop = grey.window;
  soleus_timeline_chart_set_palette (chart, &grey);
  soleus_timeline_chart_set_spans (chart, &span, 1);
  closed = render (chart, WIDTH, HEIGHT);
  span.state = SOLEUS_WINDOW_STATE_HARD_STOP;
  soleus_timeline_chart_set_spans (chart, &span, 1);
  stopped = render (chart, WIDTH, HEIGHT);
  g_assert_cmpint (memcmp (cairo_image_surface_get_data (closed), cairo_image_surface_get_data (stopped), size), !=, 0);
  cairo_surface_destroy (closed);
  cairo_surface_destroy (stopped);
}

static void
test_table_holds_the_period_newest_first (void)
{
  g_autoptr (SoleusTimelineChart) chart = create_chart ();
  SoleusInstant visit = get_start () + 60 * DAY;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) part = NULL;
  g_autofree char *text = NULL;

  soleus_timeline_chart_set_visits (chart, &visit, 1);
  all = soleus_timeline_chart_dup_table (chart);
  g_assert_cmpuint (all->len, ==, 5); /* two episodes, a visit, two weeks of sleep */
  text = g_strjoinv ("|", g_ptr_array_index (all, 0));
  g_assert_nonnull (strstr (text, "Episode|right, pain unknown"));
  g_clear_pointer (&text, g_free);
  text = g_strjoinv ("|", g_ptr_array_index (all, 1));
  g_assert_nonnull (strstr (text, "|Visit|"));

  soleus_timeline_chart_set_period (chart, get_start () + 20 * DAY, get_start () + 40 * DAY);
  part = soleus_timeline_chart_dup_table (chart);
  g_assert_cmpuint (part->len, ==, 2); /* one episode, the end of a week */
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-chart/finds_episode_at_its_head_and_stem", test_finds_episode_at_its_head_and_stem);
  g_test_add_func ("/timeline-chart/head_is_drawn_where_it_is_found", test_head_is_drawn_where_it_is_found);
  g_test_add_func ("/timeline-chart/higher_pain_stands_higher", test_higher_pain_stands_higher);
  g_test_add_func ("/timeline-chart/unknown_is_hatched_and_zero_is_not", test_unknown_is_hatched_and_zero_is_not);
  g_test_add_func ("/timeline-chart/text_rows_say_what_is_drawn", test_text_rows_say_what_is_drawn);
  g_test_add_func ("/timeline-chart/no_and_a_thousand_episodes_are_drawn", test_no_and_a_thousand_episodes_are_drawn);
  g_test_add_func ("/timeline-chart/period_stays_inside_the_bounds", test_period_stays_inside_the_bounds);
  g_test_add_func ("/timeline-chart/dense_episodes_share_marks_until_zoomed", test_dense_episodes_share_marks_until_zoomed);
  g_test_add_func ("/timeline-chart/text_says_what_lies_under_the_pointer", test_text_says_what_lies_under_the_pointer);
  g_test_add_func ("/timeline-chart/hard_stop_is_hatched", test_hard_stop_is_hatched);
  g_test_add_func ("/timeline-chart/table_holds_the_period_newest_first", test_table_holds_the_period_newest_first);
  return g_test_run ();
}
