#define G_LOG_DOMAIN "soleus-trouble-page"

#include "soleus-config.h"

#include "soleus-trouble-page.h"

#include "soleus-accessible.h"
#include "soleus-error.h"

#include <glib/gi18n-lib.h>

struct _SoleusTroublePage {
  AdwBin         parent_instance;

  AdwStatusPage *status;
  GtkWidget     *restore_newest;
  GtkWidget     *try_again;
};

G_DEFINE_FINAL_TYPE (SoleusTroublePage, soleus_trouble_page, ADW_TYPE_BIN)

static void
soleus_trouble_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SOLEUS_TYPE_TROUBLE_PAGE);

  G_OBJECT_CLASS (soleus_trouble_page_parent_class)->dispose (object);
}

static void
soleus_trouble_page_class_init (SoleusTroublePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_trouble_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/app/soleus-trouble-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusTroublePage, status);
  gtk_widget_class_bind_template_child (widget_class, SoleusTroublePage, restore_newest);
  gtk_widget_class_bind_template_child (widget_class, SoleusTroublePage, try_again);
}

static void
soleus_trouble_page_init (SoleusTroublePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  soleus_accessible_mend_names (GTK_WIDGET (self));
}

static const char *
get_title (const GError *error)
{
  if (g_error_matches (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED))
    return _("The Clinic File Is Damaged");
  if (g_error_matches (error, SOLEUS_ERROR, SOLEUS_ERROR_TOO_NEW))
    return _("The Clinic Is from a Newer Soleus");
  if (g_error_matches (error, SOLEUS_ERROR, SOLEUS_ERROR_LOCKED))
    return _("The Clinic Is in Use");
  if (g_error_matches (error, SOLEUS_ERROR, SOLEUS_ERROR_ENCRYPTED))
    return _("The Clinic Is Encrypted");
  return _("The Clinic Cannot Be Opened");
}

/**
 * soleus_trouble_page_new:
 * @error: why the clinic could not be opened
 * @path: of the clinic
 *
 * Returns: (transfer floating): what is wrong and the ways out
 */
GtkWidget *
soleus_trouble_page_new (const GError *error,
                         const char   *path)
{
  SoleusTroublePage *self;
  gboolean is_damaged;
  g_autofree char *description = NULL;

  g_return_val_if_fail (error != NULL && path != NULL, NULL);

  self = g_object_new (SOLEUS_TYPE_TROUBLE_PAGE, NULL);
  is_damaged = g_error_matches (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED);
  description = g_markup_printf_escaped ("%s\n\n%s", error->message, path);
  adw_status_page_set_title (self->status, get_title (error));
  adw_status_page_set_description (self->status, description);
  gtk_widget_set_visible (self->restore_newest, is_damaged);
  if (!is_damaged)
    gtk_widget_add_css_class (self->try_again, "suggested-action");
  return GTK_WIDGET (self);
}
