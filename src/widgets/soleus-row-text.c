/* soleus-row-text.c: one layout, and one more where the text wraps.
 *
 * A label of GTK that wraps lays out its text anew for each question: how wide at most, how wide at least (each letter on a line of its own),
 * how high for each width that boxes try. A list view asks that of 205 rows at each change. This text asks once how wide it is in one piece;
 * where there is so much room that is its height too, and it may be as narrow as two letters.
 *
 * CSS: a node “label”. Accessibility: a label with the text as its name. */
#define G_LOG_DOMAIN "soleus-row-text"

#include "soleus-config.h"

#include "soleus-row-text.h"

#define LEAST_CHARS 2

struct _SoleusRowText {
  GtkWidget    parent_instance;

  char        *text;    /* (owned) */
  PangoLayout *layout;  /* (owned) (nullable) until it is asked for */
  int          width;   /* px in one piece; −1 not known */
  int          height;  /* px likewise */
  int          char_width; /* px likewise */
  int          least_chars;
  int          most_chars; /* 0: as many as there are */
  int          most_lines; /* 0: likewise */
  gboolean     at_end;
};

enum { PROP_0, PROP_LABEL, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SoleusRowText, soleus_row_text, GTK_TYPE_WIDGET)

/* --- layout --- */

/* Figures that stand under each other are of one width, where the text has the class “numeric” when it is laid out first: GTK gives what the
 * style asks of a font to its own labels alone. */
static void
ask_for_figures (SoleusRowText *self)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  if (!gtk_widget_has_css_class (GTK_WIDGET (self), "numeric"))
    return;
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (self->layout, attributes);
}

static void
measure_char (SoleusRowText *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = MAX (pango_font_metrics_get_approximate_char_width (metrics), pango_font_metrics_get_approximate_digit_width (metrics));

  self->char_width = PANGO_PIXELS_CEIL (width);
  pango_font_metrics_unref (metrics);
}

/* Knows afterwards how large the text is in one piece. */
static PangoLayout *
lay_out (SoleusRowText *self)
{
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
      ask_for_figures (self);
      self->width = -1;
    }
  if (self->width >= 0)
    return self->layout;
  pango_layout_set_width (self->layout, -1);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_get_pixel_size (self->layout, &self->width, &self->height);
  return self->layout;
}

static void
forget_size (SoleusRowText *self)
{
  self->width = self->char_width = -1;
}

/* Returns: (transfer none): the text for a width in pixels */
static PangoLayout *
fit (SoleusRowText *self,
     int            width)
{
  PangoLayout *layout = lay_out (self);
  gboolean wraps = width < self->width;

  pango_layout_set_width (layout, wraps ? MAX (0, width) * PANGO_SCALE : -1);
  pango_layout_set_height (layout, wraps && self->most_lines > 0 ? -self->most_lines : -1);
  pango_layout_set_ellipsize (layout, wraps && self->most_lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  return layout;
}

/* Returns: px, as wide as so many letters */
static int
count_width (SoleusRowText *self,
             int            chars)
{
  if (self->char_width < 0)
    measure_char (self);
  return chars * self->char_width;
}

static int
find_natural_width (SoleusRowText *self)
{
  int width = self->width, most = self->most_chars > 0 ? count_width (self, self->most_chars) : width;

  if (width <= most)
    return width;
  pango_layout_get_pixel_size (fit (self, most), &width, NULL);
  return MIN (width, most);
}

static void
measure_width (SoleusRowText *self,
               int           *minimum,
               int           *natural)
{
  lay_out (self);
  *natural = find_natural_width (self);
  *minimum = MIN (*natural, count_width (self, LEAST_CHARS));
  if (self->least_chars < 0)
    *minimum = *natural;
  else if (self->least_chars > 0)
    *minimum = MAX (*minimum, count_width (self, self->least_chars));
  *natural = MAX (*natural, *minimum);
}

static void
soleus_row_text_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  SoleusRowText *self = SOLEUS_ROW_TEXT (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }
  lay_out (self);
  if (for_size < 0)
    for_size = find_natural_width (self);
  if (for_size >= self->width)
    *natural = self->height;
  else
    pango_layout_get_pixel_size (fit (self, for_size), NULL, natural);
  *minimum = *natural;
}

static GtkSizeRequestMode
soleus_row_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
soleus_row_text_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  SoleusRowText *self = SOLEUS_ROW_TEXT (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean at_right = self->at_end != mirrored;
  PangoLayout *layout = fit (self, gtk_widget_get_width (widget));
  PangoRectangle logical;
  GdkRGBA color;

  pango_layout_set_alignment (layout, at_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_get_pixel_extents (layout, NULL, &logical);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((at_right ? gtk_widget_get_width (widget) - logical.width : 0) - logical.x, 0));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/* --- what changes it --- */

/* another font, or its size */
static void
soleus_row_text_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  forget_size (SOLEUS_ROW_TEXT (widget));
  GTK_WIDGET_CLASS (soleus_row_text_parent_class)->css_changed (widget, change);
}

static void
soleus_row_text_system_setting_changed (GtkWidget        *widget,
                                        GtkSystemSetting  settings)
{
  forget_size (SOLEUS_ROW_TEXT (widget));
  GTK_WIDGET_CLASS (soleus_row_text_parent_class)->system_setting_changed (widget, settings);
}

static void
soleus_row_text_direction_changed (GtkWidget        *widget,
                                   GtkTextDirection  before)
{
  g_clear_object (&SOLEUS_ROW_TEXT (widget)->layout);
  GTK_WIDGET_CLASS (soleus_row_text_parent_class)->direction_changed (widget, before);
}

static void
soleus_row_text_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (property_id == PROP_LABEL)
    g_value_set_string (value, SOLEUS_ROW_TEXT (object)->text);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
soleus_row_text_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (property_id == PROP_LABEL)
    soleus_row_text_set_text (SOLEUS_ROW_TEXT (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
soleus_row_text_finalize (GObject *object)
{
  SoleusRowText *self = SOLEUS_ROW_TEXT (object);

  g_clear_object (&self->layout);
  g_free (self->text);

  G_OBJECT_CLASS (soleus_row_text_parent_class)->finalize (object);
}

static void
soleus_row_text_class_init (SoleusRowTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = soleus_row_text_get_property;
  object_class->set_property = soleus_row_text_set_property;
  object_class->finalize = soleus_row_text_finalize;
  widget_class->measure = soleus_row_text_measure;
  widget_class->get_request_mode = soleus_row_text_get_request_mode;
  widget_class->snapshot = soleus_row_text_snapshot;
  widget_class->css_changed = soleus_row_text_css_changed;
  widget_class->system_setting_changed = soleus_row_text_system_setting_changed;
  widget_class->direction_changed = soleus_row_text_direction_changed;

  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
soleus_row_text_init (SoleusRowText *self)
{
  self->text = g_strdup ("");
  forget_size (self);
}

/**
 * soleus_row_text_new:
 *
 * Returns: (transfer floating): an empty text
 */
GtkWidget *
soleus_row_text_new (void)
{
  return g_object_new (SOLEUS_TYPE_ROW_TEXT, NULL);
}

/**
 * soleus_row_text_set_text:
 * @self: a text
 * @text: (nullable): what it says
 */
void
soleus_row_text_set_text (SoleusRowText *self,
                          const char    *text)
{
  g_return_if_fail (SOLEUS_IS_ROW_TEXT (self));

  if (g_str_equal (self->text, text != NULL ? text : ""))
    return;
  g_free (self->text);
  self->text = g_strdup (text != NULL ? text : "");
  self->width = -1;
  if (self->layout != NULL)
    pango_layout_set_text (self->layout, self->text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

/**
 * soleus_row_text_get_text:
 * @self: a text
 *
 * Returns: (transfer none): what it says, "" where that is nothing
 */
const char *
soleus_row_text_get_text (SoleusRowText *self)
{
  g_return_val_if_fail (SOLEUS_IS_ROW_TEXT (self), NULL);

  return self->text;
}

/**
 * soleus_row_text_set_chars:
 * @self: a text
 * @least: so many letters find room in any case; 0: two of them; −1: all in one piece, it never wraps
 * @most: it does not wish to be wider than so many; 0: as wide as it is in one piece
 */
void
soleus_row_text_set_chars (SoleusRowText *self,
                           int            least,
                           int            most)
{
  g_return_if_fail (SOLEUS_IS_ROW_TEXT (self));

  if (self->least_chars == least && self->most_chars == most)
    return;
  self->least_chars = least;
  self->most_chars = most;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * soleus_row_text_set_lines:
 * @self: a text
 * @most: of more lines the last one ends in an ellipsis; 0: all are shown
 */
void
soleus_row_text_set_lines (SoleusRowText *self,
                           int            most)
{
  g_return_if_fail (SOLEUS_IS_ROW_TEXT (self));

  self->most_lines = most;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * soleus_row_text_set_at_end:
 * @self: a text
 * @at_end: whether its lines end at the end of their room rather than begin at its beginning
 */
void
soleus_row_text_set_at_end (SoleusRowText *self,
                            gboolean       at_end)
{
  g_return_if_fail (SOLEUS_IS_ROW_TEXT (self));

  self->at_end = at_end;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * soleus_row_text_get_layout:
 * @self: a text
 *
 * Returns: (transfer none): the text as it is drawn in its width
 */
PangoLayout *
soleus_row_text_get_layout (SoleusRowText *self)
{
  g_return_val_if_fail (SOLEUS_IS_ROW_TEXT (self), NULL);

  return fit (self, gtk_widget_get_width (GTK_WIDGET (self)));
}
