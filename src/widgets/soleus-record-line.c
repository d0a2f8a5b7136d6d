/* soleus-record-line.c: the line of Today, Episodes, Visits and Overview.
 *
 * CSS: a node “recordline”. In columns that are narrow the detail stands under the second line, and where the words have hardly any room the
 * pill does; nothing is ever clipped: the texts wrap. Accessibility: the row around it carries the whole line as its name (dup_name). */
#define G_LOG_DOMAIN "soleus-record-line"

#include "soleus-config.h"

#include "soleus-record-line.h"

#include "soleus-columns.h"
#include "soleus-row-layout.h"
#include "soleus-row-text.h"

#include <adwaita.h>

struct _SoleusRecordLine {
  GtkWidget     parent_instance;

  GtkWidget    *avatar;   /* (nullable) until there is one: a list keeps 205 lines ready, and most lines lack most of it */
  GtkWidget    *icon;     /* (nullable) likewise */
  GtkWidget    *lead;     /* (nullable) likewise */
  GtkWidget    *words;    /* box: title, subtitle, narrow detail */
  GtkWidget    *title;
  GtkWidget    *subtitle;
  GtkWidget    *detail_box;
  GtkWidget    *detail;
  GtkWidget    *bar;      /* (nullable) likewise */
  GtkWidget    *low_detail; /* the detail in a narrow line */
  GtkWidget    *pill_place;
  SoleusPill   *pill;
  GtkSizeGroup *pill_widths; /* (owned) (nullable): of the list */
  gboolean      shares_width;
  gboolean      narrow;
};

G_DEFINE_FINAL_TYPE (SoleusRecordLine, soleus_record_line, GTK_TYPE_WIDGET)

static GtkWidget *
create_text (const char *css_class)
{
  GtkWidget *text = soleus_row_text_new ();

  gtk_widget_set_visible (text, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (text, css_class);

  return text;
}

static void
set_text (GtkWidget  *widget,
          const char *text)
{
  soleus_row_text_set_text (SOLEUS_ROW_TEXT (widget), text);
  gtk_widget_set_visible (widget, text != NULL && *text != '\0');
}

static const char *
get_text (GtkWidget *widget)
{
  return widget != NULL ? soleus_row_text_get_text (SOLEUS_ROW_TEXT (widget)) : "";
}

static void
soleus_record_line_dispose (GObject *object)
{
  SoleusRecordLine *self = SOLEUS_RECORD_LINE (object);
  GtkWidget *child;

  g_clear_object (&self->pill_widths);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (soleus_record_line_parent_class)->dispose (object);
}

/* What stands before the pills begins at one edge. Where nothing stands there, as on a narrow page, the words need the room. */
static void
update_pill_width (SoleusRecordLine *self)
{
  gboolean shares = gtk_widget_get_visible (self->detail_box);

  if (self->pill_widths == NULL || self->shares_width == shares)
    return;
  self->shares_width = shares;
  if (shares)
    gtk_size_group_add_widget (self->pill_widths, self->pill_place);
  else
    gtk_size_group_remove_widget (self->pill_widths, self->pill_place);
}

static void
update_detail (SoleusRecordLine *self)
{
  const char *text = get_text (self->detail);
  gboolean has_bar = self->bar != NULL && gtk_widget_get_visible (self->bar);

  gtk_widget_set_visible (self->detail_box, !self->narrow && (*text != '\0' || has_bar));
  set_text (self->low_detail, self->narrow ? text : NULL);
  update_pill_width (self);
}

static void
narrow_cb (SoleusRecordLine *self,
           GParamSpec       *pspec,
           SoleusColumns    *columns)
{
  self->narrow = soleus_columns_is_narrow (columns);
  update_detail (self);
}

static void
folded_cb (SoleusRecordLine *self,
           GParamSpec       *pspec,
           AdwLeaflet       *leaflet)
{
  self->narrow = adw_leaflet_get_folded (leaflet);
  update_detail (self);
}

/* A row of a long list stands in no columns: there the window says whether it shows one pane. */
static void
watch_window (SoleusRecordLine *self)
{
  GtkWidget *leaflet = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_LEAFLET);

  if (leaflet == NULL)
    return;
  g_signal_connect_object (leaflet, "notify::folded", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  folded_cb (self, NULL, ADW_LEAFLET (leaflet));
}

static void
soleus_record_line_root (GtkWidget *widget)
{
  GtkWidget *columns = gtk_widget_get_ancestor (widget, SOLEUS_TYPE_COLUMNS);

  GTK_WIDGET_CLASS (soleus_record_line_parent_class)->root (widget);

  if (columns == NULL)
    {
      watch_window (SOLEUS_RECORD_LINE (widget));
      return;
    }

  g_signal_connect_object (columns, "notify::narrow", G_CALLBACK (narrow_cb), widget, G_CONNECT_SWAPPED);
  narrow_cb (SOLEUS_RECORD_LINE (widget), NULL, SOLEUS_COLUMNS (columns));
}

static void
soleus_record_line_unroot (GtkWidget *widget)
{
  GtkWidget *columns = gtk_widget_get_ancestor (widget, SOLEUS_TYPE_COLUMNS);
  GtkWidget *leaflet = gtk_widget_get_ancestor (widget, ADW_TYPE_LEAFLET);

  if (columns != NULL)
    g_signal_handlers_disconnect_by_func (columns, narrow_cb, widget);
  if (leaflet != NULL)
    g_signal_handlers_disconnect_by_func (leaflet, folded_cb, widget);

  GTK_WIDGET_CLASS (soleus_record_line_parent_class)->unroot (widget);
}

static void
soleus_record_line_class_init (SoleusRecordLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = soleus_record_line_dispose;
  widget_class->root = soleus_record_line_root;
  widget_class->unroot = soleus_record_line_unroot;

  gtk_widget_class_set_layout_manager_type (widget_class, SOLEUS_TYPE_ROW_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "recordline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
create_words (SoleusRecordLine *self)
{
  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));

  self->title = create_text (NULL);
  gtk_box_append (GTK_BOX (self->words), self->title);

  self->subtitle = create_text ("caption");
  gtk_widget_add_css_class (self->subtitle, "dim-label");
  soleus_row_text_set_lines (SOLEUS_ROW_TEXT (self->subtitle), 3);
  gtk_box_append (GTK_BOX (self->words), self->subtitle);

  self->low_detail = create_text ("caption");
  gtk_widget_add_css_class (self->low_detail, "numeric");
  gtk_box_append (GTK_BOX (self->words), self->low_detail);

  self->detail_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_visible (self->detail_box, FALSE);
  gtk_widget_set_parent (self->detail_box, GTK_WIDGET (self));

  self->detail = create_text ("numeric");
  soleus_row_text_set_at_end (SOLEUS_ROW_TEXT (self->detail), TRUE);
  gtk_box_append (GTK_BOX (self->detail_box), self->detail);
}

static void
soleus_record_line_init (SoleusRecordLine *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  g_object_set (layout, "spacing", 12, "center", TRUE, "fold-chars", 14, NULL);

  create_words (self);

  self->pill = SOLEUS_PILL (soleus_pill_new (SOLEUS_PILL_NEUTRAL, NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->pill), FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->pill), TRUE);
  self->pill_place = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->pill_place, "pill-place");
  gtk_widget_set_hexpand (self->pill_place, FALSE);
  g_object_bind_property (self->pill, "visible", self->pill_place, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (self->pill_place), GTK_WIDGET (self->pill));
  gtk_widget_set_parent (self->pill_place, GTK_WIDGET (self));
}

/**
 * soleus_record_line_new:
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
soleus_record_line_new (void)
{
  return g_object_new (SOLEUS_TYPE_RECORD_LINE, NULL);
}

/**
 * soleus_record_line_set_text:
 * @self: a line
 * @title: what it is
 * @subtitle: (nullable): more about it
 *
 * Sets the two lines of text.
 */
void
soleus_record_line_set_text (SoleusRecordLine *self,
                             const char       *title,
                             const char       *subtitle)
{
  g_return_if_fail (SOLEUS_IS_RECORD_LINE (self));

  set_text (self->title, title);
  set_text (self->subtitle, subtitle);
}

/**
 * soleus_record_line_set_avatar:
 * @self: a line
 * @name: (nullable): the person
 *
 * Shows the person's initials before the text.
 */
void
soleus_record_line_set_avatar (SoleusRecordLine *self,
                               const char       *name)
{
  g_return_if_fail (SOLEUS_IS_RECORD_LINE (self));

  if (self->avatar == NULL && name == NULL)
    return;
  if (self->avatar == NULL)
    {
      self->avatar = adw_avatar_new (32, NULL, TRUE);
      gtk_widget_insert_after (self->avatar, GTK_WIDGET (self), NULL);
    }
  adw_avatar_set_text (ADW_AVATAR (self->avatar), name);
  gtk_widget_set_visible (self->avatar, name != NULL);
}

/**
 * soleus_record_line_set_icon:
 * @self: a line
 * @icon_name: (nullable): an icon
 *
 * Shows an icon before the text.
 */
void
soleus_record_line_set_icon (SoleusRecordLine *self,
                             const char       *icon_name)
{
  g_return_if_fail (SOLEUS_IS_RECORD_LINE (self));

  if (self->icon == NULL && icon_name == NULL)
    return;
  if (self->icon == NULL)
    {
      self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_insert_before (self->icon, GTK_WIDGET (self), self->lead != NULL ? self->lead : self->words);
    }
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  gtk_widget_set_visible (self->icon, icon_name != NULL);
}

/**
 * soleus_record_line_set_lead:
 * @self: a line
 * @text: (nullable): a time or a date
 *
 * Shows a time before the text.
 */
void
soleus_record_line_set_lead (SoleusRecordLine *self,
                             const char       *text)
{
  g_return_if_fail (SOLEUS_IS_RECORD_LINE (self));

  if (self->lead == NULL && text == NULL)
    return;
  if (self->lead == NULL)
    {
      self->lead = create_text ("numeric");
      gtk_widget_add_css_class (self->lead, "dim-label");
      soleus_row_text_set_chars (SOLEUS_ROW_TEXT (self->lead), -1, 0);
      gtk_widget_insert_before (self->lead, GTK_WIDGET (self), self->words);
    }
  set_text (self->lead, text);
}

static void
set_share (SoleusRecordLine *self,
           double            share)
{
  if (self->bar == NULL && share < 0)
    return;
  if (self->bar == NULL)
    {
      self->bar = g_object_new (GTK_TYPE_PROGRESS_BAR,
                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                "width-request", 96,
                                NULL);
      gtk_box_append (GTK_BOX (self->detail_box), self->bar);
    }
  gtk_widget_set_visible (self->bar, share >= 0);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), CLAMP (share, 0, 1));
}

/**
 * soleus_record_line_set_detail:
 * @self: a line
 * @text: (nullable): what stands at the end of the line, before the pill
 * @share: how much of a stretch of time has passed, 0 … 1, drawn as a bar under @text; negative: no bar
 *
 * Sets the detail.
 */
void
soleus_record_line_set_detail (SoleusRecordLine *self,
                               const char       *text,
                               double            share)
{
  g_return_if_fail (SOLEUS_IS_RECORD_LINE (self));

  set_text (self->detail, text);
  soleus_row_text_set_chars (SOLEUS_ROW_TEXT (self->detail), text != NULL ? (int) MIN (13, g_utf8_strlen (text, -1)) : 0, 24);
  set_share (self, share);
  update_detail (self);
}

/**
 * soleus_record_line_get_pill:
 * @self: a line
 *
 * Returns: (transfer none): the pill at its end, hidden until it is set
 */
SoleusPill *
soleus_record_line_get_pill (SoleusRecordLine *self)
{
  g_return_val_if_fail (SOLEUS_IS_RECORD_LINE (self), NULL);

  return self->pill;
}

/**
 * soleus_record_line_set_pill_widths:
 * @self: a line
 * @group: the pills of the same list
 *
 * Gives the pill as much room as the widest of the list needs, so that what stands before it is a column.
 */
void
soleus_record_line_set_pill_widths (SoleusRecordLine *self,
                                    GtkSizeGroup     *group)
{
  g_return_if_fail (SOLEUS_IS_RECORD_LINE (self));
  g_return_if_fail (GTK_IS_SIZE_GROUP (group) && self->pill_widths == NULL);

  self->pill_widths = g_object_ref (group);
  update_pill_width (self);
}

/**
 * soleus_record_line_dup_name:
 * @self: a line
 *
 * Returns: (transfer full): all that the line says, for a screen reader
 */
char *
soleus_record_line_dup_name (SoleusRecordLine *self)
{
  GtkWidget *texts[] = { self->lead, self->title, self->subtitle, self->detail };
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *pill = NULL;

  g_return_val_if_fail (SOLEUS_IS_RECORD_LINE (self), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (*get_text (texts[i]) != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", get_text (texts[i]));

  if (gtk_widget_get_visible (GTK_WIDGET (self->pill)))
    {
      g_object_get (self->pill, "label", &pill, NULL);
      g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", pill);
    }

  return g_strdup (name->str);
}

/**
 * soleus_record_line_wrap_in_row:
 * @self: a line
 * @target: (nullable): the target of “win.show”; %NULL: the row opens nothing
 *
 * Returns: (transfer floating): a row for a GtkListBox that opens @target when it is activated
 */
GtkWidget *
soleus_record_line_wrap_in_row (SoleusRecordLine *self,
                                const char       *target)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *name = soleus_record_line_dup_name (self);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  if (target != NULL)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show");
    }
  else
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
    }

  return row;
}
