#include "soleus-pictogram.h"

/* All signs are drawn in a square from −12 to 12, inside a ring with a bar. */

static void
draw_hand (cairo_t *cr)
{
  static const double fingers[][3] = { { -4.6, -5.2, 0.2 }, { -1.5, -6.9, 0.2 }, { 1.6, -6.5, 0.2 }, { 4.6, -4.6, 0.6 } };

  /* fingertips */
  for (gsize i = 0; i < G_N_ELEMENTS (fingers); i++)
    {
      cairo_move_to (cr, fingers[i][0], fingers[i][1]);
      cairo_line_to (cr, fingers[i][0], fingers[i][2]);
    }
  cairo_stroke (cr);
  /* palm, thumb to the left */
  cairo_move_to (cr, 6, 0.2);
  cairo_curve_to (cr, 6.4, 5.4, 3.4, 7.4, 0, 7.4);
  cairo_curve_to (cr, -3.6, 7.4, -5, 5, -7.4, 1.2);
  cairo_stroke (cr);
}

static void
draw_heat (cairo_t *cr)
{
  for (int i = -1; i <= 1; i++)
    {
      cairo_move_to (cr, i * 4.6, 4.6);
      cairo_curve_to (cr, i * 4.6 - 3.4, 1.4, i * 4.6 + 3.4, -2.6, i * 4.6, -6.4);
    }
  cairo_move_to (cr, -6.4, 7.4);
  cairo_line_to (cr, 6.4, 7.4);
  cairo_stroke (cr);
}

static void
draw_glass (cairo_t *cr)
{
  /* a stemmed glass, half full */
  cairo_move_to (cr, -4.6, -7);
  cairo_line_to (cr, 4.6, -7);
  cairo_curve_to (cr, 5.4, 1.6, 2.2, 2.4, 0, 2.4);
  cairo_curve_to (cr, -2.2, 2.4, -5.4, 1.6, -4.6, -7);
  cairo_move_to (cr, -4.7, -3);
  cairo_line_to (cr, 4.7, -3);
  cairo_move_to (cr, 0, 2.4);
  cairo_line_to (cr, 0, 7.4);
  cairo_move_to (cr, -3.4, 7.4);
  cairo_line_to (cr, 3.4, 7.4);
  cairo_stroke (cr);
}

/**
 * soleus_pictogram_draw:
 * @x: left edge
 * @y: top edge
 * @size: width and height, in the units of @cr
 *
 * Draws the sign in near-black on whatever is there; the bar is set off in white.
 */
void
soleus_pictogram_draw (SoleusPictogram  self,
                       cairo_t         *cr,
                       double           x,
                       double           y,
                       double           size)
{
  cairo_save (cr);
  cairo_translate (cr, x + size / 2, y + size / 2);
  cairo_scale (cr, size / 27, size / 27);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_source_rgb (cr, 0.07, 0.07, 0.09);
  cairo_set_line_width (cr, 1.7);
  cairo_new_path (cr);
  if (self == SOLEUS_PICTOGRAM_NO_MASSAGE)
    draw_hand (cr);
  else if (self == SOLEUS_PICTOGRAM_NO_HEAT)
    draw_heat (cr);
  else
    draw_glass (cr);

  cairo_move_to (cr, -8.3, 8.3);
  cairo_line_to (cr, 8.3, -8.3);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 4.6);
  cairo_stroke (cr);
  cairo_move_to (cr, -8.6, 8.6);
  cairo_line_to (cr, 8.6, -8.6);
  cairo_set_source_rgb (cr, 0.07, 0.07, 0.09);
  cairo_set_line_width (cr, 2.1);
  cairo_stroke (cr);
  cairo_arc (cr, 0, 0, 12.2, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_restore (cr);
}
