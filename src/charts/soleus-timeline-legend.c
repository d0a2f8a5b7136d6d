/* soleus-timeline-legend.c: what the marks and shadings mean, in one line or two */
#include "soleus-config.h"

#include "soleus-timeline-private.h"

#include <glib/gi18n-lib.h>

typedef enum { KEY_LEFT, KEY_RIGHT, KEY_SEVERAL, KEY_GAP, KEY_NEED, KEY_WINDOW, KEY_STOP, KEY_VISIT, N_KEYS } Key;

static void
stroke (cairo_t            *cr,
        const SoleusColour *colour,
        double              line_width)
{
  soleus_colour_set_source (colour, cr);
  cairo_set_line_width (cr, line_width);
  cairo_stroke (cr);
}

static void
draw_box (SoleusTimelineChart *self,
          cairo_t             *cr,
          const SoleusColour  *fill,
          gboolean             hatched,
          double               x,
          double               y)
{
  double s = self->size;

  if (fill != NULL)
    {
      soleus_colour_set_source (fill, cr);
      cairo_rectangle (cr, x, y - s * 0.4, s, s * 0.8);
      cairo_fill (cr);
    }
  if (hatched)
    soleus_timeline_chart_draw_hatch (cr, &self->palette.hatch, x, x + s, y - s * 0.4, y + s * 0.4);
  cairo_rectangle (cr, x, y - s * 0.4, s, s * 0.8);
  stroke (cr, &self->palette.grid, 0.8);
}

static void
draw_key (SoleusTimelineChart *self,
          cairo_t             *cr,
          Key                  key,
          double               x,
          double               y)
{
  static const double dashes[] = { 3, 2 };
  double s = self->size;

  switch (key)
    {
    case KEY_LEFT:
    case KEY_RIGHT:
    case KEY_SEVERAL:
      soleus_timeline_chart_draw_head (self, cr, key == KEY_LEFT ? SOLEUS_SIDE_LEFT : key == KEY_RIGHT ? SOLEUS_SIDE_RIGHT : SOLEUS_SIDE_BOTH,
                                       key == KEY_SEVERAL, x + s * 0.5, y, s * 0.32);
      break;
    case KEY_GAP:
      draw_box (self, cr, NULL, TRUE, x, y);
      break;
    case KEY_NEED:
      cairo_save (cr);
      cairo_set_dash (cr, dashes, 2, 0);
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x + s, y);
      stroke (cr, &self->palette.dim, 1);
      cairo_restore (cr);
      break;
    case KEY_WINDOW:
      draw_box (self, cr, &self->palette.window, FALSE, x, y);
      break;
    case KEY_STOP:
      draw_box (self, cr, &self->palette.stop, TRUE, x, y);
      soleus_colour_set_source (&self->palette.ink, cr);
      cairo_rectangle (cr, x, y - s * 0.4, s, 2.5);
      cairo_fill (cr);
      break;
    case KEY_VISIT:
    case N_KEYS:
    default:
      cairo_move_to (cr, x + s * 0.5, y - s * 0.28);
      cairo_line_to (cr, x + s * 0.78, y);
      cairo_line_to (cr, x + s * 0.5, y + s * 0.28);
      cairo_line_to (cr, x + s * 0.22, y);
      cairo_close_path (cr);
      soleus_colour_set_source (&self->palette.ink, cr);
      cairo_fill (cr);
      break;
    }
}

static gboolean
has_span (SoleusTimelineChart *self,
          gboolean             stop)
{
  for (guint i = 0; i < self->spans->len; i++)
    if ((g_array_index (self->spans, SoleusTimelineSpan, i).state == SOLEUS_WINDOW_STATE_HARD_STOP) == stop)
      return TRUE;
  return FALSE;
}

/* Only what the drawing holds; in two lines where one is too short. */
void
soleus_timeline_chart_draw_legend (SoleusTimelineChart          *self,
                                   cairo_t                      *cr,
                                   const SoleusTimelineGeometry *geometry,
                                   double                        width)
{
  const char *texts[N_KEYS] = { _("left"), _("right"), _("several, highest pain"), _("no check-ins"), _("usual need"), _("no massage or heat"),
                                _("hard stop"), _("visit") };
  gboolean has_lanes = geometry->is_shown[0] || geometry->is_shown[1] || geometry->is_shown[2];
  gboolean has_need = soleus_real_is_known (self->lanes[SOLEUS_TIMELINE_LANE_SLEEP].own_need) ||
                      soleus_real_is_known (self->lanes[SOLEUS_TIMELINE_LANE_FLUIDS].own_need);
  gboolean shown[N_KEYS] = { TRUE, TRUE, geometry->is_dense, has_lanes, has_need, has_span (self, FALSE), has_span (self, TRUE),
                             self->visits->len > 0 };
  double items[N_KEYS], gap = self->size, whole = -gap, x = 0, y = geometry->legend;
  gboolean second = FALSE;

  for (int i = 0; i < N_KEYS; i++)
    {
      items[i] = self->size * 1.35 + soleus_chart_text_get_width (&geometry->small, texts[i], FALSE);
      whole += shown[i] ? items[i] + gap : 0;
    }
  if (whole > width)
    y -= soleus_chart_text_get_height (&geometry->small) * 1.1;

  for (int i = 0; i < N_KEYS; i++)
    {
      double left;

      if (!shown[i])
        continue;
      if (x > 0 && x + items[i] > width)
        {
          if (second)
            break; /* the text under the pointer and the table explain what no longer fits */
          second = TRUE;
          x = 0;
          y = geometry->legend;
        }
      left = self->mirrored ? width - x - self->size : x;
      draw_key (self, cr, i, left, y);
      soleus_chart_text_draw (&geometry->small, cr, &self->palette.dim, texts[i], FALSE,
                              self->mirrored ? SOLEUS_CHART_ANCHOR_RIGHT : SOLEUS_CHART_ANCHOR_LEFT,
                              self->mirrored ? left - self->size * 0.35 : left + self->size * 1.35, y);
      x += items[i] + gap;
    }
}
