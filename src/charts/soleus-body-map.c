#include "soleus-config.h"

#include "soleus-body-map.h"
#include "soleus-body-shapes.h"
#include "soleus-catalogue.h"
#include "soleus-chart-text.h"

#include <glib/gi18n-lib.h>

struct _SoleusBodyMap {
  GObject             parent_instance;
  SoleusBodyView      view;
  GHashTable         *counts;   /* (element-type utf8 guint): "left:soleus" */
  SoleusSide          side;     /* of the selection */
  char               *selected; /* (nullable) */
  SoleusChartPalette  palette;
  char               *family;
  double              size;
};

G_DEFINE_FINAL_TYPE (SoleusBodyMap, soleus_body_map, G_TYPE_OBJECT)

/* both legs side by side, in leg units */
#define PAIR_WIDTH (2 * SOLEUS_LEG_WIDTH + 6)
#define BADGE_RADIUS 11.0

typedef struct {
  double scale;
  double x, y;       /* of the left leg's corner */
  double caption_y;
} Placement;

static void
soleus_body_map_finalize (GObject *object)
{
  SoleusBodyMap *self = SOLEUS_BODY_MAP (object);

  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_pointer (&self->selected, g_free);
  g_clear_pointer (&self->family, g_free);

  G_OBJECT_CLASS (soleus_body_map_parent_class)->finalize (object);
}

static void
soleus_body_map_class_init (SoleusBodyMapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_body_map_finalize;
}

static void
soleus_body_map_init (SoleusBodyMap *self)
{
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->palette = *soleus_chart_palette_get_light ();
  self->family = g_strdup ("Cantarell,Sans");
  self->size = 12;
}

/**
 * soleus_body_map_new:
 *
 * Returns: (transfer full): a body map without counts
 */
SoleusBodyMap *
soleus_body_map_new (SoleusBodyView view)
{
  SoleusBodyMap *self = g_object_new (SOLEUS_TYPE_BODY_MAP, NULL);

  self->view = view;
  return self;
}

/**
 * soleus_body_map_set_view:
 *
 * Turns the legs around.
 */
void
soleus_body_map_set_view (SoleusBodyMap  *self,
                          SoleusBodyView  view)
{
  g_return_if_fail (SOLEUS_IS_BODY_MAP (self));

  self->view = view;
}

/**
 * soleus_body_map_get_view:
 *
 * Returns: the side from which the legs are seen
 */
SoleusBodyView
soleus_body_map_get_view (SoleusBodyMap *self)
{
  g_return_val_if_fail (SOLEUS_IS_BODY_MAP (self), SOLEUS_BODY_VIEW_BACK);

  return self->view;
}

static const SoleusBodyShape *
get_shapes (SoleusBodyView  view,
            gsize          *n_shapes)
{
  *n_shapes = view == SOLEUS_BODY_VIEW_BACK ? soleus_n_body_shapes_back : soleus_n_body_shapes_front;
  return view == SOLEUS_BODY_VIEW_BACK ? soleus_body_shapes_back : soleus_body_shapes_front;
}

static const SoleusBodyShape *
find_shape (SoleusBodyView  view,
            const char     *muscle)
{
  gsize n_shapes;
  const SoleusBodyShape *shapes = get_shapes (view, &n_shapes);

  for (gsize i = 0; i < n_shapes; i++)
    if (g_strcmp0 (shapes[i].muscle, muscle) == 0)
      return &shapes[i];
  return NULL;
}

/**
 * soleus_body_map_get_view_for_muscle:
 * @muscle: a catalogue id
 *
 * Returns: the view in which the muscle is seen; the back where both or neither show it
 */
SoleusBodyView
soleus_body_map_get_view_for_muscle (const char *muscle)
{
  if (find_shape (SOLEUS_BODY_VIEW_BACK, muscle) == NULL && find_shape (SOLEUS_BODY_VIEW_FRONT, muscle) != NULL)
    return SOLEUS_BODY_VIEW_FRONT;
  return SOLEUS_BODY_VIEW_BACK;
}

static char *
get_key (SoleusSide  side,
         const char *muscle)
{
  return g_strdup_printf ("%d:%s", side, muscle);
}

/**
 * soleus_body_map_clear_counts:
 *
 * Forgets all counts.
 */
void
soleus_body_map_clear_counts (SoleusBodyMap *self)
{
  g_return_if_fail (SOLEUS_IS_BODY_MAP (self));

  g_hash_table_remove_all (self->counts);
}

/**
 * soleus_body_map_add_count:
 * @side: both counts on either leg; unknown is said in the text rows only
 * @muscle: a catalogue id
 *
 * Adds episodes to a muscle.
 */
void
soleus_body_map_add_count (SoleusBodyMap *self,
                           SoleusSide     side,
                           const char    *muscle,
                           guint          count)
{
  char *key;
  guint before;

  g_return_if_fail (SOLEUS_IS_BODY_MAP (self));
  g_return_if_fail (muscle != NULL);

  if (side == SOLEUS_SIDE_BOTH)
    {
      soleus_body_map_add_count (self, SOLEUS_SIDE_LEFT, muscle, count);
      soleus_body_map_add_count (self, SOLEUS_SIDE_RIGHT, muscle, count);
      return;
    }
  key = get_key (side, muscle);
  before = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, key));
  g_hash_table_insert (self->counts, key, GUINT_TO_POINTER (before + count));
}

/**
 * soleus_body_map_get_count:
 *
 * Returns: how many episodes were added for that muscle and side
 */
guint
soleus_body_map_get_count (SoleusBodyMap *self,
                           SoleusSide     side,
                           const char    *muscle)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (SOLEUS_IS_BODY_MAP (self), 0);

  key = get_key (side, muscle);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, key));
}

/**
 * soleus_body_map_set_selected:
 * @side: left, right or both
 * @muscle: (nullable): a catalogue id; %NULL selects nothing
 *
 * Marks a muscle as chosen.
 */
void
soleus_body_map_set_selected (SoleusBodyMap *self,
                              SoleusSide     side,
                              const char    *muscle)
{
  char *copy;

  g_return_if_fail (SOLEUS_IS_BODY_MAP (self));

  copy = g_strdup (muscle);
  g_free (self->selected);
  self->selected = copy;
  self->side = side;
}

/**
 * soleus_body_map_set_palette:
 * @palette: copied
 */
void
soleus_body_map_set_palette (SoleusBodyMap            *self,
                             const SoleusChartPalette *palette)
{
  g_return_if_fail (SOLEUS_IS_BODY_MAP (self));

  self->palette = *palette;
}

/**
 * soleus_body_map_set_font:
 * @family: "Cantarell,Sans"
 * @size: of the captions, in the units of the drawing
 */
void
soleus_body_map_set_font (SoleusBodyMap *self,
                          const char    *family,
                          double         size)
{
  g_return_if_fail (SOLEUS_IS_BODY_MAP (self));
  g_return_if_fail (size > 0);

  g_free (self->family);
  self->family = g_strdup (family);
  self->size = size;
}

static Placement
place (SoleusBodyMap *self,
       double         width,
       double         height)
{
  double caption = self->size * 1.9;
  double scale = MAX (0.01, MIN (width / PAIR_WIDTH, (height - caption) / SOLEUS_LEG_HEIGHT));
  double top = MAX (0, (height - caption - SOLEUS_LEG_HEIGHT * scale) / 2);

  return (Placement) { scale, (width - PAIR_WIDTH * scale) / 2, top, top + SOLEUS_LEG_HEIGHT * scale + caption * 0.45 };
}

/* the body's own side of the leg that stands on the left (FALSE) or right (TRUE) of the drawing */
static SoleusSide
get_side (SoleusBodyMap *self,
          gboolean       stands_right)
{
  return (self->view == SOLEUS_BODY_VIEW_BACK) != stands_right ? SOLEUS_SIDE_LEFT : SOLEUS_SIDE_RIGHT;
}

static void
enter_leg (cairo_t         *cr,
           const Placement *placement,
           gboolean         stands_right)
{
  cairo_translate (cr, placement->x, placement->y);
  cairo_scale (cr, placement->scale, placement->scale);
  if (stands_right)
    {
      cairo_translate (cr, PAIR_WIDTH, 0);
      cairo_scale (cr, -1, 1);
    }
}

static guint
get_largest_count (SoleusBodyMap *self)
{
  GHashTableIter iter;
  gpointer value;
  guint largest = 0;

  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    largest = MAX (largest, GPOINTER_TO_UINT (value));
  return largest;
}

static gboolean
is_selected (SoleusBodyMap *self,
             SoleusSide     side,
             const char    *muscle)
{
  return g_strcmp0 (self->selected, muscle) == 0 && (self->side == side || self->side == SOLEUS_SIDE_BOTH);
}

/* A calf that is shaded as a whole shows through the muscles in it that have no episodes of their own. */
static gboolean
is_inside_shaded_calf (SoleusBodyMap *self,
                       SoleusSide     side,
                       const char    *muscle)
{
  return (g_str_equal (muscle, "gastrocnemius") || g_str_equal (muscle, "soleus")) &&
         (soleus_body_map_get_count (self, side, "calf") > 0 || is_selected (self, side, "calf"));
}

static void
draw_muscle (SoleusBodyMap         *self,
             cairo_t               *cr,
             const SoleusBodyShape *shape,
             SoleusSide             side,
             guint                  largest,
             double                 hairline)
{
  static const double dashes[] = { 3, 2.4 };
  guint count = soleus_body_map_get_count (self, side, shape->muscle);
  gboolean chosen = is_selected (self, side, shape->muscle);
  gboolean is_envelope = g_str_equal (shape->muscle, "calf");
  SoleusColour fill = self->palette.muscle;
  SoleusColour edge = soleus_colour_mix (&self->palette.muscle, &self->palette.dim, 0.55);

  if (is_envelope && count == 0 && !chosen)
    return; /* the calf as a whole is drawn only when an episode says no more than "calf" */
  if (count > 0)
    fill = soleus_colour_mix (&self->palette.skin, &self->palette.accent, 0.22 + 0.5 * count / MAX (largest, 1));
  if (chosen)
    fill = self->palette.accent;

  cairo_new_path (cr);
  soleus_body_shape_append_path (shape->path, cr);
  soleus_colour_set_source (&fill, cr);
  if (count > 0 || chosen || is_envelope || !is_inside_shaded_calf (self, side, shape->muscle))
    cairo_fill_preserve (cr);
  soleus_colour_set_source (chosen || count > 0 ? &self->palette.accent : &edge, cr);
  cairo_set_line_width (cr, chosen ? hairline * 2 : hairline);
  if (is_envelope)
    cairo_set_dash (cr, dashes, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_badge (SoleusBodyMap         *self,
            cairo_t               *cr,
            const Placement       *placement,
            const SoleusBodyShape *shape,
            gboolean               stands_right,
            guint                  count)
{
  double x = stands_right ? PAIR_WIDTH - shape->badge_x : shape->badge_x;
  double radius = MAX (self->size * 0.72, BADGE_RADIUS * placement->scale);
  SoleusChartFont font = { self->family, radius * 1.15 };
  g_autofree char *text = g_strdup_printf ("%u", count);
  double half = MAX (radius, soleus_chart_text_get_width (&font, text, TRUE) / 2 + radius * 0.4);

  x = placement->x + x * placement->scale;
  cairo_new_path (cr);
  cairo_arc (cr, x - half + radius, placement->y + shape->badge_y * placement->scale, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_arc (cr, x + half - radius, placement->y + shape->badge_y * placement->scale, radius, -G_PI / 2, G_PI / 2);
  cairo_close_path (cr);
  soleus_colour_set_source (&self->palette.on_accent, cr);
  cairo_fill_preserve (cr);
  soleus_colour_set_source (&self->palette.accent, cr);
  cairo_set_line_width (cr, MAX (1.2, radius * 0.13));
  cairo_stroke (cr);
  soleus_chart_text_draw (&font, cr, &self->palette.ink, text, TRUE, SOLEUS_CHART_ANCHOR_CENTRE, x,
                          placement->y + shape->badge_y * placement->scale);
}

static void
draw_leg (SoleusBodyMap   *self,
          cairo_t         *cr,
          const Placement *placement,
          gboolean         stands_right)
{
  gsize n_shapes;
  const SoleusBodyShape *shapes = get_shapes (self->view, &n_shapes);
  gboolean from_back = self->view == SOLEUS_BODY_VIEW_BACK;
  SoleusSide side = get_side (self, stands_right);
  SoleusColour edge = soleus_colour_mix (&self->palette.skin, &self->palette.dim, 0.75);
  guint largest = get_largest_count (self);
  double hairline = 1.1 / placement->scale;

  cairo_save (cr);
  enter_leg (cr, placement, stands_right);
  cairo_new_path (cr);
  soleus_body_shape_append_path (from_back ? soleus_body_leg_back : soleus_body_leg_front, cr);
  soleus_colour_set_source (&self->palette.skin, cr);
  cairo_fill_preserve (cr);
  soleus_colour_set_source (&edge, cr);
  cairo_set_line_width (cr, hairline * 1.4);
  cairo_stroke (cr);

  for (gsize i = 0; i < n_shapes; i++)
    draw_muscle (self, cr, &shapes[i], side, largest, hairline);
  soleus_body_shape_append_path (from_back ? soleus_body_details_back : soleus_body_details_front, cr);
  soleus_colour_set_source (&edge, cr);
  cairo_set_line_width (cr, hairline * 0.8);
  cairo_stroke (cr);
  cairo_restore (cr);

  for (gsize i = 0; i < n_shapes; i++)
    {
      guint count = soleus_body_map_get_count (self, side, shapes[i].muscle);

      if (count > 0)
        draw_badge (self, cr, placement, &shapes[i], stands_right, count);
    }
}

/**
 * soleus_body_map_render:
 * @cr: drawn to, with the map's top left corner at the origin
 *
 * Draws both legs with their captions. Sides are the body's own: seen from behind the left leg stands on the left, seen
 * from the front on the right.
 */
void
soleus_body_map_render (SoleusBodyMap *self,
                        cairo_t       *cr,
                        double         width,
                        double         height)
{
  SoleusChartFont font = { self->family, self->size };
  Placement placement;

  g_return_if_fail (SOLEUS_IS_BODY_MAP (self));

  placement = place (self, width, height);
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  if (self->palette.background.alpha > 0)
    {
      soleus_colour_set_source (&self->palette.background, cr);
      cairo_rectangle (cr, 0, 0, width, height);
      cairo_fill (cr);
    }
  for (int right = 0; right <= 1; right++)
    {
      double middle = right ? PAIR_WIDTH - SOLEUS_LEG_WIDTH / 2 : SOLEUS_LEG_WIDTH / 2;

      draw_leg (self, cr, &placement, right);
      soleus_chart_text_draw (&font, cr, &self->palette.ink,
                              get_side (self, right) == SOLEUS_SIDE_LEFT ? C_("body map", "Left") : C_("body map", "Right"),
                              TRUE, SOLEUS_CHART_ANCHOR_CENTRE, placement.x + middle * placement.scale, placement.caption_y);
    }
  cairo_restore (cr);
}

static gboolean
is_inside (cairo_t    *cr,
           const char *path,
           double      x,
           double      y)
{
  cairo_new_path (cr);
  soleus_body_shape_append_path (path, cr);
  return cairo_in_fill (cr, x, y);
}

/**
 * soleus_body_map_find_muscle:
 * @width: the width it was rendered with
 * @height: the height it was rendered with
 * @side: (out) (optional): the body's own side
 *
 * Returns: (transfer none) (nullable): the catalogue id of the muscle at the point; %NULL beside the muscles
 */
const char *
soleus_body_map_find_muscle (SoleusBodyMap *self,
                             double         width,
                             double         height,
                             double         x,
                             double         y,
                             SoleusSide    *side)
{
  gsize n_shapes;
  const SoleusBodyShape *shapes;
  Placement placement;
  gboolean stands_right;
  cairo_surface_t *surface;
  const char *found = NULL;
  cairo_t *cr;

  g_return_val_if_fail (SOLEUS_IS_BODY_MAP (self), NULL);

  placement = place (self, width, height);
  shapes = get_shapes (self->view, &n_shapes);
  x = (x - placement.x) / placement.scale;
  y = (y - placement.y) / placement.scale;
  stands_right = x > PAIR_WIDTH / 2;
  if (stands_right)
    x = PAIR_WIDTH - x;

  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cr = cairo_create (surface);
  for (gsize i = n_shapes; i > 0 && found == NULL; i--)
    if (is_inside (cr, shapes[i - 1].path, x, y))
      found = shapes[i - 1].muscle;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  if (side != NULL)
    *side = found != NULL ? get_side (self, stands_right) : SOLEUS_SIDE_UNKNOWN;
  return found;
}

/**
 * soleus_body_map_dup_text_rows:
 *
 * Returns: (transfer full) (array zero-terminated=1): one row for each muscle with episodes, translated, whichever view is
 *   shown: "Left gastrocnemius: 3 episodes"
 */
char **
soleus_body_map_dup_text_rows (SoleusBodyMap *self)
{
  static const SoleusSide sides[] = { SOLEUS_SIDE_LEFT, SOLEUS_SIDE_RIGHT, SOLEUS_SIDE_UNKNOWN };
  const SoleusCatalogue *muscles = soleus_catalogue_get_muscles ();
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (SOLEUS_IS_BODY_MAP (self), NULL);

  rows = g_ptr_array_new ();
  for (gsize s = 0; s < G_N_ELEMENTS (sides); s++)
    for (gsize i = 0; i < muscles->n_rows; i++)
      {
        guint count = soleus_body_map_get_count (self, sides[s], muscles->rows[i].id);
        const char *format;

        if (count == 0)
          continue;
        format = sides[s] == SOLEUS_SIDE_LEFT ? ngettext ("Left: %s, %u episode", "Left: %s, %u episodes", count)
                 : sides[s] == SOLEUS_SIDE_RIGHT ? ngettext ("Right: %s, %u episode", "Right: %s, %u episodes", count)
                 : ngettext ("Side unknown: %s, %u episode", "Side unknown: %s, %u episodes", count);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        g_ptr_array_add (rows, g_strdup_printf (format, soleus_catalogue_row_get_label (&muscles->rows[i]), count));
#pragma GCC diagnostic pop
      }
  g_ptr_array_add (rows, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&rows), FALSE);
}
