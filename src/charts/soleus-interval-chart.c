#include "soleus-interval-chart.h"

#include <math.h>

#include "soleus-scale.h"

#define N_QUARTERS 4
#define DOT_RADIUS 4.5
#define LINE_WIDTH 3.0

static void
draw_grid (const SoleusScale        *scale,
           const SoleusChartPalette *palette,
           cairo_t                  *cr,
           double                    height)
{
  soleus_colour_set_source (&palette->grid, cr);
  cairo_set_line_width (cr, 1);
  for (int i = 0; i <= N_QUARTERS; i++)
    {
      double x = floor (soleus_scale_get_position (scale, i / (double) N_QUARTERS)) + .5;

      cairo_move_to (cr, x, 0);
      cairo_line_to (cr, x, height);
    }
  cairo_stroke (cr);
}

/* Enough cases are a solid line with a full dot, too few a dashed one with a ring: told apart without colour. */
static void
draw_share (const SoleusProportion   *share,
            gboolean                  enough,
            const SoleusScale        *scale,
            const SoleusChartPalette *palette,
            cairo_t                  *cr,
            double                    y)
{
  static const double dashes[] = { 2, 3 };
  double at = soleus_scale_get_position (scale, share->share);

  soleus_colour_set_source (enough ? &palette->accent : &palette->dim, cr);
  cairo_set_line_width (cr, enough ? LINE_WIDTH : LINE_WIDTH / 2);
  if (!enough)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, soleus_scale_get_position (scale, share->lower), y);
  cairo_line_to (cr, soleus_scale_get_position (scale, share->upper), y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_arc (cr, at, y, DOT_RADIUS, 0, 2 * G_PI);
  if (enough)
    cairo_fill (cr);
  else
    {
      cairo_set_line_width (cr, LINE_WIDTH / 2);
      cairo_stroke (cr);
    }
}

/**
 * soleus_interval_chart_draw:
 * @comparison: what is drawn: cramps as a dot with its 95 % interval, ordinary days as an upright mark
 * @right_to_left: 0 % is then on the right
 * @width: in the units of @cr, as @height
 */
void
soleus_interval_chart_draw (const SoleusLookBackComparison *comparison,
                            const SoleusChartPalette       *palette,
                            gboolean                        right_to_left,
                            cairo_t                        *cr,
                            double                          width,
                            double                          height)
{
  double edge = DOT_RADIUS + 1;
  SoleusScale scale = { 0, 1, right_to_left ? width - edge : edge, right_to_left ? edge : width - edge };

  cairo_save (cr);
  draw_grid (&scale, palette, cr, height);
  if (comparison->cramps.is_known)
    draw_share (&comparison->cramps.share, comparison->enough, &scale, palette, cr, height / 2);
  if (comparison->ordinary_days.is_known)
    {
      double x = soleus_scale_get_position (&scale, comparison->ordinary_days.share.share);

      soleus_colour_set_source (&palette->ink, cr);
      cairo_set_line_width (cr, 2);
      cairo_move_to (cr, x, height * .12);
      cairo_line_to (cr, x, height * .88);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}
