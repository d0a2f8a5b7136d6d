#include "soleus-config.h"

#include "soleus-drawing.h"

#include "soleus-svg.h"

#include <adwaita.h>

#define DRAWINGS_RESOURCES "/io/github/soleusapp/Soleus/drawings"

struct _SoleusDrawing {
  GtkWidget   parent_instance;

  char       *id;          /* (nullable) */
  GBytes     *own;         /* (nullable): shown instead of a shipped one */
  char       *alternative; /* (nullable) */
  SoleusSvg  *svg;         /* (nullable): there is no such drawing */
  gboolean    mirrored;    /* the figure shows its other side */
  gboolean    on_page;     /* no paper of its own: ink and ground are those of the page, light or dark */
};

enum {
  PROP_0,
  PROP_ID,
  PROP_ALTERNATIVE,
  PROP_MIRRORED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SoleusDrawing, soleus_drawing, GTK_TYPE_WIDGET)

static char *
dup_resource_path (const char *id)
{
  return g_strdup_printf (DRAWINGS_RESOURCES "/%s.svg", id);
}

/* The drawings have three colours: ink, ground and the accent. */
static GBytes *
create_dark (GBytes *svg)
{
  g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));

  g_string_replace (text, "#ffffff", "#242424", 0);
  g_string_replace (text, "#1a1a1a", "#f6f5f4", 0);
  g_string_replace (text, "#1c71d8", "#78aeed", 0);

  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static GBytes *
create_svg (SoleusDrawing *self)
{
  g_autoptr (GBytes) svg = self->own != NULL ? g_bytes_ref (self->own) : self->id != NULL ? soleus_drawing_dup_svg (self->id) : NULL;

  return svg != NULL && self->on_page && adw_style_manager_get_dark (adw_style_manager_get_default ())
         ? create_dark (svg) : g_steal_pointer (&svg);
}

static void
load (SoleusDrawing *self)
{
  g_autoptr (GBytes) data = create_svg (self);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->svg, soleus_svg_free);
  if (data == NULL)
    return;

  self->svg = soleus_svg_new (data, &error);
  if (self->svg == NULL)
    g_message ("%s", error->message);
}

static double
get_aspect (SoleusDrawing *self)
{
  return self->svg != NULL ? soleus_svg_get_aspect (self->svg) : 1.0;
}

static void
set_alternative (SoleusDrawing *self,
                 const char    *alternative)
{
  if (g_strcmp0 (self->alternative, alternative) == 0)
    return;
  g_free (self->alternative);
  self->alternative = g_strdup (alternative);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  alternative != NULL ? alternative : "", -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ALTERNATIVE]);
}

static void
soleus_drawing_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  SoleusDrawing *self = SOLEUS_DRAWING (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double aspect = get_aspect (self);
  double drawn_width = MIN (width, height * aspect), drawn_height = drawn_width / aspect;
  GskRoundedRect paper;
  cairo_t *cr;

  if (width < 1.0 || height < 1.0)
    return;

  gsk_rounded_rect_init_from_rect (&paper, &GRAPHENE_RECT_INIT (0, 0, width, height), 6.0);
  gtk_snapshot_push_rounded_clip (snapshot, &paper);
  if (!self->on_page)
    gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &paper.bounds);
  if (self->svg != NULL && drawn_width >= 1.0 && drawn_height >= 1.0)
    {
      cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
      if (self->mirrored)
        {
          cairo_translate (cr, width, 0);
          cairo_scale (cr, -1, 1);
        }
      soleus_svg_render (self->svg, cr, (width - drawn_width) / 2.0, (height - drawn_height) / 2.0, drawn_width, drawn_height);
      cairo_destroy (cr);
    }
  gtk_snapshot_pop (snapshot);
}

static void
soleus_drawing_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  double aspect = get_aspect (SOLEUS_DRAWING (widget));

  /* At most as tall as a few lines of text: two of them stand beside each other in a card. */
  *minimum = 48;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = for_size > 0 ? MAX (48, (int) (for_size * aspect)) : (int) MAX (48.0, 96.0 * aspect);
  else
    *natural = for_size > 0 ? CLAMP ((int) (for_size / aspect), 48, 96) : 96;
  *minimum_baseline = *natural_baseline = -1;
}

static GtkSizeRequestMode
soleus_drawing_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
soleus_drawing_finalize (GObject *object)
{
  SoleusDrawing *self = SOLEUS_DRAWING (object);

  g_clear_pointer (&self->svg, soleus_svg_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->own, g_bytes_unref);
  g_clear_pointer (&self->alternative, g_free);
  G_OBJECT_CLASS (soleus_drawing_parent_class)->finalize (object);
}

static void
soleus_drawing_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  SoleusDrawing *self = SOLEUS_DRAWING (object);

  switch (property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_ALTERNATIVE:
      g_value_set_string (value, self->alternative);
      break;
    case PROP_MIRRORED:
      g_value_set_boolean (value, self->mirrored);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
soleus_drawing_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  SoleusDrawing *self = SOLEUS_DRAWING (object);

  switch (property_id)
    {
    case PROP_ID:
      soleus_drawing_set_id (self, g_value_get_string (value));
      break;
    case PROP_ALTERNATIVE:
      set_alternative (self, g_value_get_string (value));
      break;
    case PROP_MIRRORED:
      self->mirrored = g_value_get_boolean (value);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
soleus_drawing_class_init (SoleusDrawingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = soleus_drawing_finalize;
  object_class->get_property = soleus_drawing_get_property;
  object_class->set_property = soleus_drawing_set_property;
  widget_class->snapshot = soleus_drawing_snapshot;
  widget_class->measure = soleus_drawing_measure;
  widget_class->get_request_mode = soleus_drawing_get_request_mode;

  /* The name of the SVG in the resources, without its ending. */
  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* What the picture shows, in words, for a screen reader. */
  properties[PROP_ALTERNATIVE] =
    g_param_spec_string ("alternative", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* Left and right exchanged: the drawings show a right leg at work. */
  properties[PROP_MIRRORED] =
    g_param_spec_boolean ("mirrored", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "drawing");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
soleus_drawing_init (SoleusDrawing *self)
{
}

/**
 * soleus_drawing_new:
 * @id: (nullable): the name of the drawing, "relief-stop"
 * @alternative: (nullable): what it shows, in words
 *
 * Returns: (transfer full): a new widget; blank paper where there is no such drawing
 */
GtkWidget *
soleus_drawing_new (const char *id,
                    const char *alternative)
{
  return g_object_new (SOLEUS_TYPE_DRAWING, "id", id, "alternative", alternative, NULL);
}

/**
 * soleus_drawing_set_id:
 * @self: a drawing
 * @id: (nullable): the name of the drawing
 *
 * Shows another drawing.
 */
void
soleus_drawing_set_id (SoleusDrawing *self,
                       const char    *id)
{
  g_return_if_fail (SOLEUS_IS_DRAWING (self));

  if (g_strcmp0 (self->id, id) == 0)
    return;
  g_free (self->id);
  self->id = g_strdup (id);
  load (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
}

/**
 * soleus_drawing_set_svg:
 * @self: a drawing
 * @svg: (nullable) (transfer none): a drawing that is not a shipped one
 *
 * Shows it instead; %NULL shows that of the id again.
 */
void
soleus_drawing_set_svg (SoleusDrawing *self,
                        GBytes        *svg)
{
  g_return_if_fail (SOLEUS_IS_DRAWING (self));

  if (self->own == svg)
    return;
  g_clear_pointer (&self->own, g_bytes_unref);
  self->own = svg != NULL ? g_bytes_ref (svg) : NULL;
  load (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
dark_cb (SoleusDrawing *self)
{
  load (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * soleus_drawing_set_on_page:
 * @self: a drawing
 *
 * Draws without paper of its own, in the colours of the page, also when it becomes dark.
 */
void
soleus_drawing_set_on_page (SoleusDrawing *self)
{
  g_return_if_fail (SOLEUS_IS_DRAWING (self));

  if (self->on_page)
    return;

  self->on_page = TRUE;
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (dark_cb), self, G_CONNECT_SWAPPED);
  dark_cb (self);
}

/**
 * soleus_drawing_is_there:
 * @id: (nullable): the name of a drawing
 *
 * Returns: %TRUE if the resources hold it
 */
gboolean
soleus_drawing_is_there (const char *id)
{
  g_autofree char *path = id != NULL ? dup_resource_path (id) : NULL;

  return path != NULL && g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
}

/**
 * soleus_drawing_dup_svg:
 * @id: the name of a drawing
 *
 * Returns: (transfer full) (nullable): its SVG, %NULL where there is no such drawing
 */
GBytes *
soleus_drawing_dup_svg (const char *id)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  path = dup_resource_path (id);
  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}
