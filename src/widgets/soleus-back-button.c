/* soleus-back-button.c: for the start of a page's header bar. The window enables “win.back” where there is a way back; a button of a
 * disabled action is insensitive, and this one hides then. */
#define G_LOG_DOMAIN "soleus-back-button"

#include "soleus-config.h"

#include "soleus-back-button.h"

#include <glib/gi18n-lib.h>

struct _SoleusBackButton {
  GtkButton parent_instance;
};

G_DEFINE_FINAL_TYPE (SoleusBackButton, soleus_back_button, GTK_TYPE_BUTTON)

static void
soleus_back_button_class_init (SoleusBackButtonClass *klass)
{
}

static void
soleus_back_button_init (SoleusBackButton *self)
{
  gtk_button_set_icon_name (GTK_BUTTON (self), "go-previous-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("Back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.back");
  g_object_bind_property (self, "sensitive", self, "visible", G_BINDING_SYNC_CREATE);
}

/**
 * soleus_back_button_new:
 *
 * Returns: (transfer floating): a button that goes back
 */
GtkWidget *
soleus_back_button_new (void)
{
  return g_object_new (SOLEUS_TYPE_BACK_BUTTON, NULL);
}
