#include "soleus-config.h"

#include "soleus-form-row.h"

#include "soleus-accessible.h"

/* px: the column of titles, the gap, and the width below which the control goes under its title */
#define TITLE_WIDTH 88
#define GAP 12
#define STACK_BELOW 330
#define STACK_GAP 3
#define USUAL_TEXT_SIZE 14.67 /* px, 11 points */

struct _SoleusFormRow {
  GtkWidget  parent_instance;
  GtkWidget *words;    /* (owned by the widget tree) */
  GtkWidget *title;    /* (owned by the widget tree) */
  GtkWidget *subtitle; /* (owned by the widget tree) */
  GtkWidget *control;  /* (nullable) (owned by the widget tree) */
  gboolean   control_end;
};

enum { PROP_0, PROP_TITLE, PROP_SUBTITLE, PROP_CHILD, PROP_CONTROL_END, N_PROPS };
static GParamSpec *properties[N_PROPS];

static GtkBuildableIface *parent_buildable;

static void
add_child (GtkBuildable *buildable,
           GtkBuilder   *builder,
           GObject      *child,
           const char   *type)
{
  if (GTK_IS_WIDGET (child))
    soleus_form_row_set_child (SOLEUS_FORM_ROW (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SoleusFormRow, soleus_form_row, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static int
measure_width (GtkWidget *widget,
               gboolean   minimum)
{
  int min, nat;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &min, &nat, NULL, NULL);
  return minimum ? min : nat;
}

static int
measure_height (GtkWidget *widget,
                int        width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* The column of the titles grows with the letters, so that larger text does not break its words. */
static int
get_title_width (SoleusFormRow *self)
{
  const PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= 96.0 / 72.0;
  return (int) (TITLE_WIDTH * MAX (1, size / USUAL_TEXT_SIZE));
}

static gboolean
has_control (SoleusFormRow *self)
{
  return self->control != NULL && gtk_widget_get_visible (self->control);
}

/* Side by side if the row is wide, or if title and control fit in full. */
static gboolean
is_stacked (SoleusFormRow *self,
            int            width)
{
  if (!has_control (self))
    return FALSE;
  if (self->control_end)
    return MIN (measure_width (self->words, FALSE), get_title_width (self)) + GAP + measure_width (self->control, FALSE) > width;
  if (width >= STACK_BELOW)
    return get_title_width (self) + GAP + measure_width (self->control, TRUE) > width;
  return get_title_width (self) + GAP + measure_width (self->control, FALSE) > width;
}

/* How wide title and control are, side by side. */
static void
share_width (SoleusFormRow *self,
             int            width,
             int           *words,
             int           *control)
{
  if (!self->control_end)
    {
      *words = MAX (get_title_width (self), measure_width (self->words, TRUE));
      *control = MAX (0, width - *words - GAP);
      return;
    }
  *control = CLAMP (measure_width (self->control, FALSE), 0, MAX (0, width - GAP - measure_width (self->words, TRUE)));
  *control = MAX (*control, measure_width (self->control, TRUE));
  *words = MAX (0, width - *control - GAP);
}

static GtkSizeRequestMode
soleus_form_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
soleus_form_row_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  SoleusFormRow *self = SOLEUS_FORM_ROW (widget);
  int words, control;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = measure_width (self->words, TRUE);
      *natural = MAX (get_title_width (self), measure_width (self->words, FALSE));
      if (has_control (self))
        {
          *minimum = MAX (*minimum, measure_width (self->control, TRUE));
          *natural += GAP + measure_width (self->control, FALSE);
        }
      return;
    }

  if (for_size < 0)
    soleus_form_row_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &words, &for_size, &control, &control);
  if (!has_control (self))
    *minimum = *natural = measure_height (self->words, for_size);
  else if (is_stacked (self, for_size))
    *minimum = *natural = measure_height (self->words, for_size) + STACK_GAP + measure_height (self->control, for_size);
  else
    {
      share_width (self, for_size, &words, &control);
      *minimum = *natural = MAX (measure_height (self->words, words), measure_height (self->control, control));
    }
}

/* In the middle, as high as they wish: GTK would ask words that do not fill a height how wide they must be for it, and a text that wraps answers
 * by trying some ten widths. */
static void
place_words (SoleusFormRow *self,
             int            x,
             int            width,
             int            height)
{
  int wish = MIN (height, measure_height (self->words, width));

  gtk_widget_size_allocate (self->words, &(GtkAllocation) { x, (height - wish) / 2, width, wish }, -1);
}

static void
soleus_form_row_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  SoleusFormRow *self = SOLEUS_FORM_ROW (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int words, control;

  if (!has_control (self))
    {
      place_words (self, 0, width, height);
      return;
    }
  if (is_stacked (self, width))
    {
      int top = measure_height (self->words, width);

      gtk_widget_size_allocate (self->words, &(GtkAllocation) { 0, 0, width, top }, -1);
      gtk_widget_size_allocate (self->control, &(GtkAllocation) { 0, top + STACK_GAP, width, height - top - STACK_GAP }, -1);
      return;
    }
  share_width (self, width, &words, &control);
  place_words (self, mirrored ? width - words : 0, words, height);
  gtk_widget_size_allocate (self->control, &(GtkAllocation) { mirrored ? 0 : width - control, 0, control, height }, -1);
}

static void
name_control (SoleusFormRow *self)
{
  const char *title = gtk_label_get_label (GTK_LABEL (self->title));

  if (self->control == NULL || title == NULL || title[0] == '\0')
    return;
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (self->control), "title") != NULL)
    g_object_set (self->control, "title", title, NULL);
  else
    soleus_accessible_set_name (self->control, title);
}

static void
soleus_form_row_dispose (GObject *object)
{
  SoleusFormRow *self = SOLEUS_FORM_ROW (object);

  g_clear_pointer (&self->words, gtk_widget_unparent);
  g_clear_pointer (&self->control, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_form_row_parent_class)->dispose (object);
}

static void
soleus_form_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  SoleusFormRow *self = SOLEUS_FORM_ROW (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->title)));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->subtitle)));
      break;
    case PROP_CHILD:
      g_value_set_object (value, self->control);
      break;
    case PROP_CONTROL_END:
      g_value_set_boolean (value, self->control_end);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_form_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  SoleusFormRow *self = SOLEUS_FORM_ROW (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      gtk_label_set_label (GTK_LABEL (self->title), g_value_get_string (value));
      name_control (self);
      break;
    case PROP_SUBTITLE:
      gtk_label_set_label (GTK_LABEL (self->subtitle), g_value_get_string (value));
      gtk_widget_set_visible (self->subtitle, g_value_get_string (value) != NULL);
      break;
    case PROP_CHILD:
      soleus_form_row_set_child (self, g_value_get_object (value));
      break;
    case PROP_CONTROL_END:
      self->control_end = g_value_get_boolean (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_form_row_class_init (SoleusFormRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = soleus_form_row_dispose;
  object_class->get_property = soleus_form_row_get_property;
  object_class->set_property = soleus_form_row_set_property;
  widget_class->get_request_mode = soleus_form_row_get_request_mode;
  widget_class->measure = soleus_form_row_measure;
  widget_class->size_allocate = soleus_form_row_size_allocate;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CONTROL_END] = g_param_spec_boolean ("control-end", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "form-row");
}

static GtkWidget *
new_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static void
soleus_form_row_init (SoleusFormRow *self)
{
  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->title = new_label ();
  self->subtitle = new_label ();
  gtk_widget_add_css_class (self->subtitle, "caption");
  gtk_widget_add_css_class (self->subtitle, "dim-label");
  gtk_widget_set_visible (self->subtitle, FALSE);
  gtk_box_append (GTK_BOX (self->words), self->title);
  gtk_box_append (GTK_BOX (self->words), self->subtitle);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
}

/**
 * soleus_form_row_new:
 * @title: translated
 * @control: (nullable): what is entered
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
soleus_form_row_new (const char *title,
                     GtkWidget  *control)
{
  return g_object_new (SOLEUS_TYPE_FORM_ROW, "title", title, "child", control, NULL);
}

/**
 * soleus_form_row_set_child:
 * @control: (nullable): what is entered
 */
void
soleus_form_row_set_child (SoleusFormRow *self,
                           GtkWidget     *control)
{
  g_return_if_fail (SOLEUS_IS_FORM_ROW (self));

  if (self->control == control)
    return;
  g_clear_pointer (&self->control, gtk_widget_unparent);
  self->control = control;
  if (control != NULL)
    {
      gtk_widget_set_parent (control, GTK_WIDGET (self));
      gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
      name_control (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}
