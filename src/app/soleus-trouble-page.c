#define G_LOG_DOMAIN "soleus-trouble-page"

#include "soleus-config.h"

#include "soleus-trouble-page.h"

#include "soleus-accessible.h"
#include "soleus-clinic-backup.h"
#include "soleus-clinic-gone.h"
#include "soleus-error.h"

#include <glib/gi18n-lib.h>

struct _SoleusTroublePage {
  AdwBin         parent_instance;

  AdwStatusPage *status;
  GtkWidget     *restore_newest;
  GtkWidget     *try_again;
  GtkWidget     *begin;
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
  gtk_widget_class_bind_template_child (widget_class, SoleusTroublePage, begin);
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
  if (g_error_matches (error, SOLEUS_ERROR, SOLEUS_ERROR_GONE))
    return _("The Clinic File Is Gone");
  return _("The Clinic Cannot Be Opened");
}

/* What is wrong; of a file that is gone also what becomes of its backups when another clinic takes its place. */
static char *
dup_description (const GError *error,
                 const char   *path,
                 gboolean      is_gone)
{
  g_autofree char *former = is_gone ? soleus_clinic_dup_former_name (path) : NULL;
  g_autofree char *kept = is_gone ? g_strdup_printf (_("Begin a new clinic only if it is to be empty; what is left of the former one is kept as “%s…”."), former) : NULL;

  return g_markup_printf_escaped ("%s\n\n%s", error->message, is_gone ? kept : path);
}

static gboolean
can_restore (const GError *error,
             const char   *path)
{
  g_autoptr (GPtrArray) backups = NULL;

  if (g_error_matches (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED))
    return TRUE;
  if (!g_error_matches (error, SOLEUS_ERROR, SOLEUS_ERROR_GONE))
    return FALSE;
  backups = soleus_backups_list_of_path (path);
  return backups->len > 0;
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
  gboolean restorable, is_gone;
  g_autofree char *description = NULL;

  g_return_val_if_fail (error != NULL && path != NULL, NULL);

  self = g_object_new (SOLEUS_TYPE_TROUBLE_PAGE, NULL);
  restorable = can_restore (error, path);
  is_gone = g_error_matches (error, SOLEUS_ERROR, SOLEUS_ERROR_GONE);
  description = dup_description (error, path, is_gone);
  adw_status_page_set_title (self->status, get_title (error));
  adw_status_page_set_description (self->status, description);
  gtk_widget_set_visible (self->restore_newest, restorable);
  gtk_widget_set_visible (self->begin, is_gone);
  if (!restorable)
    gtk_widget_add_css_class (self->try_again, "suggested-action");
  return GTK_WIDGET (self);
}
