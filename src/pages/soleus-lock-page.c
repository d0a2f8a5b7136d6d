/* soleus-lock-page.c: to change or remove the passphrase, the present one is given first */
#define G_LOG_DOMAIN "soleus-lock-page"

#include "soleus-config.h"

#include "soleus-lock-page.h"

#include "soleus-back-button.h"
#include "soleus-clinic-access.h"
#include "soleus-clinic-encryption.h"
#include "soleus-password-row.h"

#include <glib/gi18n-lib.h>

struct _SoleusLockPage {
  SoleusPage            parent_instance;

  AdwPreferencesGroup  *lock_group;
  AdwActionRow         *state_row;
  GtkWidget            *lock_button;
  AdwComboRow          *idle_row;
  GtkEditable          *present;
  GtkEditable          *passphrase;
  GtkEditable          *again;
  GtkSpinner           *spinner;
  GtkWidget            *set_button;
  GtkWidget            *remove_button;

  SoleusAccessSettings *settings;
  gboolean              removing; /* else: changing */
  gboolean              quiet;
};

G_DEFINE_FINAL_TYPE (SoleusLockPage, soleus_lock_page, SOLEUS_TYPE_PAGE)

/* in the order of the choices */
static const int idle_minutes[] = { 2, 5, 15, 60, 0 };

static void
update (SoleusLockPage *self)
{
  gboolean is_set = self->settings->hash != NULL;
  gboolean has_present = !is_set || gtk_editable_get_text (self->present)[0] != '\0';
  const char *passphrase = gtk_editable_get_text (self->passphrase);

  gtk_widget_set_sensitive (self->set_button, has_present && passphrase[0] != '\0' && g_str_equal (passphrase, gtk_editable_get_text (self->again)));
  gtk_widget_set_sensitive (self->remove_button, is_set && gtk_editable_get_text (self->present)[0] != '\0');
}

static void
show_settings (SoleusLockPage *self)
{
  gboolean is_set = self->settings->hash != NULL;

  self->quiet = TRUE;
  adw_action_row_set_subtitle (self->state_row, is_set ? _("The window asks for the passphrase when it is opened and when it was covered.")
                                                       : _("There is no passphrase yet: whoever sits here sees everything."));
  gtk_widget_set_visible (self->lock_button, is_set);
  gtk_widget_set_sensitive (GTK_WIDGET (self->idle_row), is_set);
  gtk_widget_set_visible (GTK_WIDGET (self->present), is_set);
  gtk_widget_set_visible (self->remove_button, is_set);
  for (guint i = 0; i < G_N_ELEMENTS (idle_minutes); i++)
    if (idle_minutes[i] == self->settings->idle_minutes)
      adw_combo_row_set_selected (self->idle_row, i);
  self->quiet = FALSE;
  update (self);
}

static void
save (SoleusLockPage *self,
      const char     *done)
{
  g_autoptr (GError) error = NULL;

  soleus_page_toast (SOLEUS_PAGE (self), soleus_clinic_save_access (soleus_page_get_clinic (SOLEUS_PAGE (self)), self->settings, &error) ? done : error->message);
  gtk_editable_set_text (self->present, "");
  gtk_editable_set_text (self->passphrase, "");
  gtk_editable_set_text (self->again, "");
  show_settings (self);
}

static void
set_busy (SoleusLockPage *self,
          gboolean        busy)
{
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_widget_set_sensitive (self->set_button, !busy);
  gtk_widget_set_sensitive (self->remove_button, !busy);
}

static void
hashed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SoleusLockPage) self = SOLEUS_LOCK_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  char *hash = soleus_access_hash_finish (result, &error);

  if (self->passphrase == NULL)
    {
      g_free (hash);
      return;
    }
  set_busy (self, FALSE);
  if (hash == NULL)
    {
      soleus_page_toast (SOLEUS_PAGE (self), error->message);
      return;
    }
  g_free (self->settings->hash);
  self->settings->hash = hash;
  save (self, _("Passphrase set; Ctrl+Shift+L locks the window"));
}

static void
hash_new (SoleusLockPage *self)
{
  set_busy (self, TRUE);
  soleus_access_hash_async (gtk_editable_get_text (self->passphrase), hashed_cb, g_object_ref (self));
}

static void
present_checked_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (SoleusLockPage) self = SOLEUS_LOCK_PAGE (user_data);
  gboolean fits = soleus_access_check_finish (result);

  if (self->passphrase == NULL)
    return;
  set_busy (self, FALSE);
  if (!fits)
    {
      soleus_page_toast (SOLEUS_PAGE (self), _("The present passphrase is not right. Nothing was changed."));
      update (self);
      return;
    }
  if (!self->removing)
    {
      hash_new (self);
      return;
    }
  g_clear_pointer (&self->settings->hash, g_free);
  save (self, _("Passphrase removed"));
}

static void
check_present (SoleusLockPage *self,
               gboolean        removing)
{
  self->removing = removing;
  set_busy (self, TRUE);
  soleus_access_check_async (self->settings->hash, gtk_editable_get_text (self->present), present_checked_cb, g_object_ref (self));
}

static void
set_clicked_cb (GtkButton *button,
                gpointer   user_data)
{
  SoleusLockPage *self = SOLEUS_LOCK_PAGE (user_data);

  if (self->settings->hash != NULL)
    check_present (self, FALSE);
  else
    hash_new (self);
}

static void
remove_clicked_cb (GtkButton *button,
                   gpointer   user_data)
{
  check_present (SOLEUS_LOCK_PAGE (user_data), TRUE);
}

static void
changed_cb (GtkEditable *entry,
            gpointer     user_data)
{
  update (SOLEUS_LOCK_PAGE (user_data));
}

static void
idle_changed_cb (AdwComboRow *row,
                 GParamSpec  *pspec,
                 gpointer     user_data)
{
  SoleusLockPage *self = SOLEUS_LOCK_PAGE (user_data);
  guint selected = adw_combo_row_get_selected (row);

  if (self->quiet || selected >= G_N_ELEMENTS (idle_minutes))
    return;
  self->settings->idle_minutes = idle_minutes[selected];
  save (self, _("Saved"));
}

static void
soleus_lock_page_clinic_set (SoleusPage   *page,
                             SoleusClinic *clinic)
{
  SoleusLockPage *self = SOLEUS_LOCK_PAGE (page);
  const char *const choices[] = { _("After 2 minutes"), _("After 5 minutes"), _("After 15 minutes"), _("After an hour"), _("Only on demand"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (choices);

  soleus_page_set_title (page, _("Lock"));
  adw_preferences_group_set_description (self->lock_group, soleus_clinic_is_encrypted (clinic)
    ? _("The lock covers the screen. The clinic file itself is encrypted.")
    : _("The lock covers the screen. It does not encrypt the clinic file: whoever can use this account or this disk by other means can read it. Encrypt the disk."));
  self->settings = soleus_clinic_load_access (clinic);
  self->quiet = TRUE;
  adw_combo_row_set_model (self->idle_row, G_LIST_MODEL (list));
  show_settings (self);
}

static void
soleus_lock_page_dispose (GObject *object)
{
  SOLEUS_LOCK_PAGE (object)->quiet = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), SOLEUS_TYPE_LOCK_PAGE);

  G_OBJECT_CLASS (soleus_lock_page_parent_class)->dispose (object);
}

static void
soleus_lock_page_finalize (GObject *object)
{
  g_clear_pointer (&SOLEUS_LOCK_PAGE (object)->settings, soleus_access_settings_free);

  G_OBJECT_CLASS (soleus_lock_page_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusLockPage, name)

static void
soleus_lock_page_class_init (SoleusLockPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_lock_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = soleus_lock_page_finalize;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_lock_page_clinic_set;

  g_type_ensure (SOLEUS_TYPE_BACK_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-lock-page.ui");
  BIND (lock_group); BIND (state_row); BIND (lock_button); BIND (idle_row); BIND (present); BIND (passphrase); BIND (again); BIND (spinner); BIND (set_button);
  BIND (remove_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, idle_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
soleus_lock_page_init (SoleusLockPage *self)
{
  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  soleus_password_row_guard (GTK_EDITABLE (self->present));
  soleus_password_row_guard (GTK_EDITABLE (self->passphrase));
  soleus_password_row_guard (GTK_EDITABLE (self->again));
}
