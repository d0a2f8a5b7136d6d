#define G_LOG_DOMAIN "soleus-lock-screen"

#include "soleus-config.h"

#include "soleus-lock-screen.h"

#include "soleus-accessible.h"
#include "soleus-clinic-access.h"
#include "soleus-password-row.h"

#include <glib/gi18n-lib.h>

struct _SoleusLockScreen {
  AdwBin       parent_instance;

  GtkEditable *passphrase;
  GtkLabel    *issue;
  GtkSpinner  *spinner;

  char        *hash;
  gboolean     checking;
};

enum { UNLOCKED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoleusLockScreen, soleus_lock_screen, ADW_TYPE_BIN)

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SoleusLockScreen) self = SOLEUS_LOCK_SCREEN (user_data);
  gboolean fits = soleus_access_check_finish (result);

  self->checking = FALSE;
  /* the screen may be gone meanwhile */
  if (self->passphrase == NULL)
    return;
  gtk_spinner_set_spinning (self->spinner, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  gtk_editable_set_text (self->passphrase, "");
  gtk_label_set_label (self->issue, fits ? "" : _("This is not the passphrase. Upper and lower case count."));
  if (fits)
    g_signal_emit (self, signals[UNLOCKED], 0);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
}

static void
unlock_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SoleusLockScreen *self = SOLEUS_LOCK_SCREEN (widget);
  const char *passphrase = gtk_editable_get_text (self->passphrase);

  if (self->checking || passphrase[0] == '\0')
    return;
  self->checking = TRUE;
  gtk_spinner_set_spinning (self->spinner, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  soleus_access_check_async (self->hash, passphrase, checked_cb, g_object_ref (self));
}

static void
activated_cb (GtkWidget *entry,
              gpointer   user_data)
{
  unlock_action (GTK_WIDGET (user_data), NULL, NULL);
}

static gboolean
soleus_lock_screen_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SOLEUS_LOCK_SCREEN (widget)->passphrase));
}

static void
soleus_lock_screen_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SOLEUS_TYPE_LOCK_SCREEN);

  G_OBJECT_CLASS (soleus_lock_screen_parent_class)->dispose (object);
}

static void
soleus_lock_screen_finalize (GObject *object)
{
  g_free (SOLEUS_LOCK_SCREEN (object)->hash);

  G_OBJECT_CLASS (soleus_lock_screen_parent_class)->finalize (object);
}

static void
soleus_lock_screen_class_init (SoleusLockScreenClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_lock_screen_dispose;
  G_OBJECT_CLASS (klass)->finalize = soleus_lock_screen_finalize;
  widget_class->grab_focus = soleus_lock_screen_grab_focus;

  /**
   * SoleusLockScreen::unlocked:
   *
   * The passphrase was given.
   */
  signals[UNLOCKED] = g_signal_new ("unlocked", SOLEUS_TYPE_LOCK_SCREEN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/app/soleus-lock-screen.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusLockScreen, passphrase);
  gtk_widget_class_bind_template_child (widget_class, SoleusLockScreen, issue);
  gtk_widget_class_bind_template_child (widget_class, SoleusLockScreen, spinner);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "lock.unlock", NULL, unlock_action);
}

static void
soleus_lock_screen_init (SoleusLockScreen *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  soleus_accessible_mend_names (GTK_WIDGET (self));
  soleus_password_row_guard (GTK_EDITABLE (self->passphrase));
}

/**
 * soleus_lock_screen_new:
 * @hash: of the passphrase
 *
 * Returns: (transfer floating): the screen
 */
GtkWidget *
soleus_lock_screen_new (const char *hash)
{
  SoleusLockScreen *self = g_object_new (SOLEUS_TYPE_LOCK_SCREEN, NULL);

  self->hash = g_strdup (hash);
  return GTK_WIDGET (self);
}
