#include "soleus-calendar-chart.h"

#include "soleus-moment.h"

#include <string.h>

static SoleusInstant
at (const char *date)
{
  return soleus_date_get_start (date) + 12 * SOLEUS_USEC_PER_HOUR;
}

static SoleusCalendarChart
create_chart (const SoleusInstant *onsets,
              gsize                n_onsets)
{
  return (SoleusCalendarChart) { onsets, n_onsets, at ("2025-11-20"), soleus_chart_palette_get_light (), "Cantarell,Sans", 12, FALSE };
}

static guint
count_ink (const SoleusCalendarChart *chart,
           int                        width)
{
  int height = (int) soleus_calendar_chart_get_height (chart, width);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  guint n = 0;

  soleus_calendar_chart_draw (chart, cr, width);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      n += cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x * 4 + 3] > 200;
  cairo_surface_destroy (surface);
  return n;
}

/* More episodes cover more of the square: the levels are told apart without their colour. */
static void
test_more_episodes_have_more_ink (void)
{
  const SoleusInstant onsets[] = { at ("2025-06-04"), at ("2025-06-04"), at ("2025-06-04") };
  guint before = 0;

  for (gsize n = 0; n <= G_N_ELEMENTS (onsets); n++)
    {
      SoleusCalendarChart chart = create_chart (onsets, n);
      guint ink = count_ink (&chart, 800);

      g_assert_cmpuint (ink, >, n == 0 ? 0 : before + 4);
      before = ink;
    }
}

static void
test_days_stand_where_they_are_found (void)
{
  const SoleusInstant onsets[] = { at ("2025-11-19"), at ("2025-11-19"), at ("2020-01-01") };
  SoleusCalendarChart chart = create_chart (onsets, G_N_ELEMENTS (onsets));
  gboolean found = FALSE, beyond = FALSE;

  for (int mirrored = 0; mirrored <= 1; mirrored++)
    {
      chart.right_to_left = mirrored;
      for (int x = 0; x < 800; x += 2)
        for (int y = 0; y < 200; y += 2)
          {
            g_autofree char *text = soleus_calendar_chart_dup_text_at (&chart, 800, x, y);

            if (text != NULL && strstr (text, "2 episodes") != NULL)
              {
                found = TRUE;
                g_assert_nonnull (strstr (text, "19 Nov 2025"));
                g_assert_true (mirrored ? x < 100 : x > 600);
              }
            beyond = beyond || (text != NULL && strstr (text, "21 Nov 2025") != NULL);
          }
    }
  g_assert_true (found);
  g_assert_false (beyond);
}

/* Where a year is too fine for one band it is broken, never cut. */
static void
test_narrow_is_taller (void)
{
  SoleusCalendarChart chart = create_chart (NULL, 0);

  g_assert_cmpfloat (soleus_calendar_chart_get_height (&chart, 300), >, soleus_calendar_chart_get_height (&chart, 520));
}

static void
test_summary_counts_months (void)
{
  const SoleusInstant onsets[] = { at ("2025-06-04"), at ("2025-06-30"), at ("2025-11-20") };
  SoleusCalendarChart chart = create_chart (onsets, G_N_ELEMENTS (onsets));
  g_autofree char *some = soleus_calendar_chart_dup_summary (&chart);
  g_autofree char *none = NULL;

  g_assert_cmpstr (some, ==, "June 2025: 2, November 2025: 1");
  chart.n_onsets = 0;
  none = soleus_calendar_chart_dup_summary (&chart);
  g_assert_cmpstr (none, ==, "no episode in this period");
}

static guint
count_days (const SoleusCalendarChart *chart,
            const char                *without)
{
  g_autoptr (GHashTable) days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int x = 0; x < 800; x += 5)
    for (int y = 0; y < 200; y += 5)
      {
        char *text = soleus_calendar_chart_dup_text_at (chart, 800, x, y);

        if (text != NULL)
          {
            g_assert_null (strstr (text, without));
            g_hash_table_add (days, text);
          }
      }
  return g_hash_table_size (days);
}

/* A day before the period is no day without an episode: it is not drawn, and an episode of it is counted nowhere. */
static void
test_a_period_has_its_days_alone (void)
{
  static const struct { const char *from; guint days; } cases[] = {
    { "2025-11-20", 1 }, { "2025-11-17", 4 }, { "2025-11-16", 5 }, { "2025-10-24", 28 },
    { "2024-11-18", 368 }, /* 53 weeks but for the days after Thursday */
    { "2024-11-20", 366 }, /* begins within the first of them */
    { "2020-01-01", 368 },
  };
  const SoleusInstant onsets[] = { at ("2024-11-19"), at ("2025-10-23"), at ("2025-11-20") };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SoleusCalendarChart chart = create_chart (onsets, G_N_ELEMENTS (onsets));

      chart.from = at (cases[i].from);
      g_assert_cmpuint (count_days (&chart, "21 Nov 2025"), ==, cases[i].days);
      if (i == 3)
        {
          g_autofree char *summary = soleus_calendar_chart_dup_summary (&chart);

          g_assert_cmpstr (summary, ==, "November 2025: 1");
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar-chart/more_episodes_have_more_ink", test_more_episodes_have_more_ink);
  g_test_add_func ("/calendar-chart/days_stand_where_they_are_found", test_days_stand_where_they_are_found);
  g_test_add_func ("/calendar-chart/narrow_is_taller", test_narrow_is_taller);
  g_test_add_func ("/calendar-chart/summary_counts_months", test_summary_counts_months);
  g_test_add_func ("/calendar-chart/a_period_has_its_days_alone", test_a_period_has_its_days_alone);
  return g_test_run ();
}
