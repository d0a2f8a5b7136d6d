#define G_LOG_DOMAIN "soleus-logo-row"

#include "soleus-config.h"

#include "soleus-logo-row.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-logo.h"
#include "soleus-dialogs.h"

#define PICTURE_WIDTH  96
#define PICTURE_HEIGHT 32
#define PADDING        4.0

struct _SoleusLogoRow {
  AdwActionRow    parent_instance;

  SoleusPage     *page; /* (not owned) (nullable): it is gone; it holds the row */
  GtkDrawingArea *picture;
  GtkWidget      *remove_button;
};

G_DEFINE_FINAL_TYPE (SoleusLogoRow, soleus_logo_row, ADW_TYPE_ACTION_ROW)

static SoleusClinic *
get_clinic (SoleusLogoRow *self)
{
  return self->page != NULL ? soleus_page_get_clinic (self->page) : NULL;
}

/* as on paper, also where the window is dark */
static void
draw_picture (GtkDrawingArea *area,
              cairo_t        *cr,
              int             width,
              int             height,
              gpointer        user_data)
{
  SoleusLogoRow *self = SOLEUS_LOGO_ROW (user_data);
  SoleusLogo *logo = get_clinic (self) != NULL ? soleus_clinic_get_logo (get_clinic (self)) : NULL;

  if (logo == NULL)
    return;
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  soleus_logo_draw (logo, cr, PADDING, PADDING, width - 2 * PADDING, height - 2 * PADDING);
}

static void
change (SoleusLogoRow *self,
        SoleusLogo    *logo,
        const char    *done)
{
  g_autoptr (GError) error = NULL;

  if (soleus_clinic_set_logo (get_clinic (self), logo, &error))
    soleus_page_toast_undo (self->page, done);
  else
    soleus_page_toast (self->page, error->message);
  soleus_logo_row_refresh (self);
}

static void
file_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  SoleusLogoRow *self = SOLEUS_LOGO_ROW (user_data);
  g_autoptr (SoleusLogo) logo = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL || self->page == NULL)
    return;
  logo = soleus_clinic_read_logo (file, &error);
  if (logo != NULL)
    change (self, logo, _("Logo saved"));
  else
    soleus_page_toast (self->page, error->message);
}

static void
choose_cb (SoleusLogoRow *self)
{
  soleus_choose_file (GTK_WIDGET (self), _("Logo"), _("_Choose"), FALSE, NULL, "*.svg *.png *.SVG *.PNG", file_chosen_cb, g_object_ref (self), g_object_unref);
}

static void
remove_cb (SoleusLogoRow *self)
{
  change (self, NULL, _("Logo removed"));
}

static void
soleus_logo_row_dispose (GObject *object)
{
  g_clear_weak_pointer (&SOLEUS_LOGO_ROW (object)->page);
  G_OBJECT_CLASS (soleus_logo_row_parent_class)->dispose (object);
}

static void
soleus_logo_row_class_init (SoleusLogoRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_logo_row_dispose;
}

static void
soleus_logo_row_init (SoleusLogoRow *self)
{
  GtkWidget *choose = gtk_button_new_with_label (_("Choose…"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Logo"));
  self->picture = GTK_DRAWING_AREA (gtk_drawing_area_new ());
  gtk_drawing_area_set_content_width (self->picture, PICTURE_WIDTH);
  gtk_drawing_area_set_content_height (self->picture, PICTURE_HEIGHT);
  gtk_drawing_area_set_draw_func (self->picture, draw_picture, self, NULL);
  gtk_widget_set_valign (GTK_WIDGET (self->picture), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The logo as it is printed"), -1);
  gtk_widget_set_valign (choose, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choose), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose the logo"), -1);
  g_signal_connect_object (choose, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  self->remove_button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_valign (self->remove_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->remove_button, "flat");
  gtk_widget_set_tooltip_text (self->remove_button, _("Remove the logo"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove the logo"), -1);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->picture));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->remove_button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), choose);
}

/**
 * soleus_logo_row_new:
 * @page: the page it stands on; it owns the row
 *
 * Returns: (transfer full): a row that shows the logo of the page’s clinic and changes it at once
 */
GtkWidget *
soleus_logo_row_new (SoleusPage *page)
{
  SoleusLogoRow *self;

  g_return_val_if_fail (SOLEUS_IS_PAGE (page), NULL);

  self = g_object_new (SOLEUS_TYPE_LOGO_ROW, NULL);
  g_set_weak_pointer (&self->page, page);
  soleus_logo_row_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * soleus_logo_row_refresh:
 * @self: a row
 *
 * Shows what the clinic has now.
 */
void
soleus_logo_row_refresh (SoleusLogoRow *self)
{
  gboolean has_logo;

  g_return_if_fail (SOLEUS_IS_LOGO_ROW (self));

  has_logo = get_clinic (self) != NULL && soleus_clinic_get_logo (get_clinic (self)) != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->picture), has_logo);
  gtk_widget_set_visible (self->remove_button, has_logo);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), has_logo ? NULL : _("An SVG or PNG of at most 200 kB. It is printed 8 mm high."));
  gtk_widget_queue_draw (GTK_WIDGET (self->picture));
}
