#include "soleus-config.h"

#include "soleus-own-drawing-row.h"

#include <glib/gi18n-lib.h>

#include "soleus-dialogs.h"
#include "soleus-drawing.h"

#define PICTURE_SIZE 64

struct _SoleusOwnDrawingRow {
  AdwActionRow   parent_instance;

  SoleusDrawing *picture;
  GtkWidget     *choose_button;
  GtkWidget     *remove_button;
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoleusOwnDrawingRow, soleus_own_drawing_row, ADW_TYPE_ACTION_ROW)

static void
file_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  if (file != NULL)
    g_signal_emit (user_data, signals[CHOSEN], 0, file);
}

static void
choose_cb (SoleusOwnDrawingRow *self)
{
  soleus_choose_file (GTK_WIDGET (self), _("Drawing"), _("_Choose"), FALSE, NULL, "*.svg *.png *.jpg *.jpeg *.SVG *.PNG *.JPG *.JPEG", file_chosen_cb, g_object_ref (self), g_object_unref);
}

static void
remove_cb (SoleusOwnDrawingRow *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, NULL);
}

static void
soleus_own_drawing_row_class_init (SoleusOwnDrawingRowClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
}

static void
soleus_own_drawing_row_init (SoleusOwnDrawingRow *self)
{
  self->picture = SOLEUS_DRAWING (soleus_drawing_new (NULL, NULL));
  gtk_widget_set_size_request (GTK_WIDGET (self->picture), PICTURE_SIZE, PICTURE_SIZE);
  gtk_widget_set_valign (GTK_WIDGET (self->picture), GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (GTK_WIDGET (self->picture), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->picture), 6);
  self->choose_button = gtk_button_new_with_label (_("Choose…"));
  gtk_widget_set_valign (self->choose_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->choose_button, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  self->remove_button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_valign (self->remove_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->remove_button, "flat");
  gtk_widget_set_tooltip_text (self->remove_button, _("Remove the drawing"));
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE); /* its buttons are */
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->picture));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->remove_button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->choose_button);
}

/**
 * soleus_own_drawing_row_new:
 * @title: which of the drawings
 *
 * Returns: (transfer full): a row without a drawing
 */
GtkWidget *
soleus_own_drawing_row_new (const char *title)
{
  SoleusOwnDrawingRow *self = g_object_new (SOLEUS_TYPE_OWN_DRAWING_ROW, "title", title, NULL);
  /* TRANSLATORS: a verb of a button and what it is for, “Move Up: Ankle pumps” */
  g_autofree char *choose = g_strdup_printf (_("%s: %s"), _("Choose a drawing"), title), *remove = g_strdup_printf (_("%s: %s"), _("Remove the drawing"), title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choose_button), GTK_ACCESSIBLE_PROPERTY_LABEL, choose, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  g_object_set (self->picture, "alternative", title, NULL);
  soleus_own_drawing_row_show (self, NULL, NULL);
  return GTK_WIDGET (self);
}

/**
 * soleus_own_drawing_row_show:
 * @svg: (nullable): a drawing of the clinic's own
 * @name: (nullable): that of a shipped one, where it is none of the clinic's own
 */
void
soleus_own_drawing_row_show (SoleusOwnDrawingRow *self,
                             GBytes              *svg,
                             const char          *name)
{
  gboolean has_drawing;

  g_return_if_fail (SOLEUS_IS_OWN_DRAWING_ROW (self));

  has_drawing = svg != NULL || soleus_drawing_is_there (name);
  soleus_drawing_set_svg (self->picture, svg);
  soleus_drawing_set_id (self->picture, name);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), has_drawing);
  gtk_widget_set_visible (self->remove_button, has_drawing);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), has_drawing ? NULL : _("No drawing"));
}
