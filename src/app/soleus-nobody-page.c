#include "soleus-config.h"

#include "soleus-nobody-page.h"

#include <glib/gi18n-lib.h>

/**
 * soleus_nobody_page_new:
 * @narrowed: a search or a filter hides those who are there
 *
 * Returns: (transfer floating): says why the list is empty and what to do
 */
GtkWidget *
soleus_nobody_page_new (gboolean narrowed)
{
  GtkWidget *page = g_object_new (ADW_TYPE_STATUS_PAGE,
                                  "icon-name", narrowed ? "edit-find-symbolic" : "system-users-symbolic",
                                  "title", narrowed ? _("Nobody Found") : _("No Athletes Yet"),
                                  "description", narrowed ? _("Try other words, or another filter.")
                                                          : _("Add the first with the plus button above."),
                                  NULL);

  gtk_widget_add_css_class (page, "compact");
  return page;
}
