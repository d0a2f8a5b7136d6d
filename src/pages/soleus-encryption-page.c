/* soleus-encryption-page.c: to change or remove the passphrase, the present one is given first; a build that cannot encrypt says what else
 * protects the file */
#define G_LOG_DOMAIN "soleus-encryption-page"

#include "soleus-config.h"

#include "soleus-encryption-page.h"

#include "soleus-back-button.h"
#include "soleus-clinic-encryption.h"
#include "soleus-password-row.h"

#include <glib/gi18n-lib.h>

struct _SoleusEncryptionPage {
  SoleusPage    parent_instance;

  GtkStack     *stack;
  AdwActionRow *state_row;
  GtkWidget    *passphrase_group;
  GtkWidget    *traces_group;
  GtkEditable  *present;
  GtkEditable  *passphrase;
  GtkEditable  *again;
  GtkButton    *encrypt_button;
  GtkWidget    *remove_button;
  GtkWidget    *progress_row;
  GtkSpinner   *spinner;
  GCancellable *cancellable; /* (owned) (nullable): while the file is written anew */
};

G_DEFINE_FINAL_TYPE (SoleusEncryptionPage, soleus_encryption_page, SOLEUS_TYPE_PAGE)

static void
update (SoleusEncryptionPage *self)
{
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  gboolean is_encrypted = clinic != NULL && soleus_clinic_is_encrypted (clinic);
  gboolean has_present = gtk_editable_get_text (self->present)[0] != '\0';
  const char *passphrase = gtk_editable_get_text (self->passphrase);

  gtk_widget_set_sensitive (GTK_WIDGET (self->encrypt_button), (has_present || !is_encrypted) && passphrase[0] != '\0' &&
                                                               g_str_equal (passphrase, gtk_editable_get_text (self->again)));
  gtk_widget_set_sensitive (self->remove_button, is_encrypted && has_present);
}

static void
show_state (SoleusEncryptionPage *self)
{
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  gboolean is_encrypted = soleus_clinic_is_encrypted (clinic);
  gboolean may_change = soleus_clinic_can_encrypt () && !soleus_clinic_is_read_only (clinic);

  gtk_stack_set_visible_child_name (self->stack, soleus_clinic_can_encrypt () ? "settings" : "absent");
  if (is_encrypted)
    adw_action_row_set_subtitle (self->state_row, _("Encrypted: it opens with the passphrase only, and so do the backups made of it."));
  else
    adw_action_row_set_subtitle (self->state_row, _("Not encrypted: whoever can use this account, or reads this disk in another machine, can read it."));
  gtk_widget_set_visible (self->passphrase_group, may_change);
  gtk_widget_set_visible (self->traces_group, may_change);
  gtk_widget_set_visible (GTK_WIDGET (self->present), is_encrypted);
  gtk_widget_set_visible (self->remove_button, is_encrypted);
  gtk_button_set_label (self->encrypt_button, is_encrypted ? _("_Change Passphrase") : _("_Encrypt"));
  update (self);
}

static void
show_progress (SoleusEncryptionPage *self,
               gboolean              is_running)
{
  gtk_widget_set_visible (self->progress_row, is_running);
  gtk_spinner_set_spinning (self->spinner, is_running);
  gtk_widget_set_sensitive (self->passphrase_group, !is_running);
}

/* What a change on its way comes back to; the page may be gone then. */
typedef struct {
  GWeakRef    page;
  const char *done; /* what is said when it went well */
} Waiting;

static void
encrypted_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Waiting *waiting = user_data;
  g_autoptr (SoleusEncryptionPage) self = g_weak_ref_get (&waiting->page);
  g_autoptr (GError) error = NULL;
  gboolean done = soleus_clinic_encrypt_finish (SOLEUS_CLINIC (source), result, &error);

  if (self != NULL && self->cancellable != NULL)
    {
      g_clear_object (&self->cancellable);
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        soleus_page_toast (SOLEUS_PAGE (self), _("Stopped. Nothing was changed."));
      else
        soleus_page_toast (SOLEUS_PAGE (self), done ? waiting->done : error->message);
      show_progress (self, FALSE);
      show_state (self);
    }
  g_weak_ref_clear (&waiting->page);
  g_free (waiting);
}

/* Writes the file anew, which takes a moment; one may go on working, but not leave this page: that stops it. */
static void
change (SoleusEncryptionPage *self,
        const char           *passphrase,
        const char           *done)
{
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  Waiting *waiting;

  if (self->cancellable != NULL)
    return;
  if (soleus_clinic_is_encrypted (clinic) && !soleus_clinic_is_passphrase (clinic, gtk_editable_get_text (self->present)))
    {
      soleus_page_toast (SOLEUS_PAGE (self), _("The present passphrase is not right. Nothing was changed."));
      return;
    }
  waiting = g_new0 (Waiting, 1);
  g_weak_ref_init (&waiting->page, self);
  waiting->done = done;
  self->cancellable = g_cancellable_new ();
  show_progress (self, TRUE);
  soleus_clinic_encrypt_async (clinic, passphrase, self->cancellable, encrypted_cb, waiting);
  gtk_editable_set_text (self->present, "");
  gtk_editable_set_text (self->passphrase, "");
  gtk_editable_set_text (self->again, "");
}

static void
encrypt_clicked_cb (GtkButton *button,
                    gpointer   user_data)
{
  SoleusEncryptionPage *self = SOLEUS_ENCRYPTION_PAGE (user_data);
  g_autofree char *passphrase = g_strdup (gtk_editable_get_text (self->passphrase));

  change (self, passphrase, _("The clinic file is encrypted"));
}

static void
remove_clicked_cb (GtkButton *button,
                   gpointer   user_data)
{
  change (SOLEUS_ENCRYPTION_PAGE (user_data), NULL, _("The clinic file is no longer encrypted"));
}

static void
cancel_clicked_cb (GtkButton *button,
                   gpointer   user_data)
{
  g_cancellable_cancel (SOLEUS_ENCRYPTION_PAGE (user_data)->cancellable);
}

static void
changed_cb (GtkEditable *entry,
            gpointer     user_data)
{
  update (SOLEUS_ENCRYPTION_PAGE (user_data));
}

static void
soleus_encryption_page_clinic_set (SoleusPage   *page,
                                   SoleusClinic *clinic)
{
  soleus_page_set_title (page, _("Encryption"));
  show_state (SOLEUS_ENCRYPTION_PAGE (page));
}

static void
soleus_encryption_page_dispose (GObject *object)
{
  SoleusEncryptionPage *self = SOLEUS_ENCRYPTION_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), SOLEUS_TYPE_ENCRYPTION_PAGE);

  G_OBJECT_CLASS (soleus_encryption_page_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusEncryptionPage, name)

static void
soleus_encryption_page_class_init (SoleusEncryptionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_encryption_page_dispose;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_encryption_page_clinic_set;

  g_type_ensure (SOLEUS_TYPE_BACK_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-encryption-page.ui");
  BIND (stack); BIND (state_row); BIND (passphrase_group); BIND (traces_group); BIND (present); BIND (passphrase); BIND (again); BIND (encrypt_button);
  BIND (remove_button); BIND (progress_row); BIND (spinner);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, encrypt_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
soleus_encryption_page_init (SoleusEncryptionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  soleus_password_row_guard (self->present);
  soleus_password_row_guard (self->passphrase);
  soleus_password_row_guard (self->again);
}
