#define G_LOG_DOMAIN "soleus-passphrase-page"

#include "soleus-config.h"

#include "soleus-passphrase-page.h"

#include "soleus-accessible.h"
#include "soleus-clinic-encryption.h"
#include "soleus-password-row.h"

#include <glib/gi18n-lib.h>

struct _SoleusPassphrasePage {
  AdwBin         parent_instance;

  AdwStatusPage *status;
  GtkEditable   *passphrase;
  GtkLabel      *issue;
  GtkWidget     *restore_newest;

  char          *path;
};

G_DEFINE_FINAL_TYPE (SoleusPassphrasePage, soleus_passphrase_page, ADW_TYPE_BIN)

/* A wrong one is told here; with the right one the application opens the clinic in a window of its own. */
static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SoleusPassphrasePage *self = SOLEUS_PASSPHRASE_PAGE (widget);
  g_autofree char *passphrase = g_strdup (gtk_editable_get_text (self->passphrase));
  g_autofree char *path = g_strdup (self->path);
  g_autoptr (GError) error = NULL;

  if (passphrase[0] == '\0')
    return;
  gtk_editable_set_text (self->passphrase, "");
  if (soleus_clinic_give_passphrase (path, passphrase, &error))
    {
      gtk_label_set_label (self->issue, "");
      gtk_widget_activate_action (widget, "app.open-clinic", "(ss)", path, path);
      return;
    }
  gtk_label_set_label (self->issue, error->message);
  /* a damaged beginning looks like a wrong passphrase */
  gtk_widget_set_visible (self->restore_newest, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
}

static void
activated_cb (GtkWidget *entry,
              gpointer   user_data)
{
  open_action (GTK_WIDGET (user_data), NULL, NULL);
}

static gboolean
soleus_passphrase_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SOLEUS_PASSPHRASE_PAGE (widget)->passphrase));
}

static void
soleus_passphrase_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SOLEUS_TYPE_PASSPHRASE_PAGE);

  G_OBJECT_CLASS (soleus_passphrase_page_parent_class)->dispose (object);
}

static void
soleus_passphrase_page_finalize (GObject *object)
{
  g_free (SOLEUS_PASSPHRASE_PAGE (object)->path);

  G_OBJECT_CLASS (soleus_passphrase_page_parent_class)->finalize (object);
}

static void
soleus_passphrase_page_class_init (SoleusPassphrasePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_passphrase_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = soleus_passphrase_page_finalize;
  widget_class->grab_focus = soleus_passphrase_page_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/app/soleus-passphrase-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusPassphrasePage, status);
  gtk_widget_class_bind_template_child (widget_class, SoleusPassphrasePage, passphrase);
  gtk_widget_class_bind_template_child (widget_class, SoleusPassphrasePage, issue);
  gtk_widget_class_bind_template_child (widget_class, SoleusPassphrasePage, restore_newest);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "passphrase.open", NULL, open_action);
}

static void
soleus_passphrase_page_init (SoleusPassphrasePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  soleus_accessible_mend_names (GTK_WIDGET (self));
  soleus_password_row_guard (self->passphrase);
}

/**
 * soleus_passphrase_page_new:
 * @path: of the clinic
 *
 * Returns: (transfer floating): the page that asks for its passphrase
 */
GtkWidget *
soleus_passphrase_page_new (const char *path)
{
  SoleusPassphrasePage *self = g_object_new (SOLEUS_TYPE_PASSPHRASE_PAGE, NULL);
  g_autofree char *description = g_markup_printf_escaped ("%s\n\n%s", _("It opens with the passphrase that was chosen for it."), path);

  self->path = g_strdup (path);
  adw_status_page_set_description (self->status, description);
  return GTK_WIDGET (self);
}
