#include "soleus-config.h"

#include "soleus-own-editors.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-content.h"
#include "soleus-clinic-own.h"
#include "soleus-own-line-window.h"

static GtkWindow *
get_window (SoleusPage *page)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
}

/* --- lines --- */

static void
line_saved_cb (SoleusPage          *page,
               SoleusOwnLineWindow *window)
{
  g_autoptr (GError) error = NULL;

  if (!soleus_clinic_save_own_line (soleus_page_get_clinic (page), soleus_own_line_window_get_line (window), &error))
    {
      soleus_own_line_window_show_problem (window, error->message);
      return;
    }
  gtk_window_close (GTK_WINDOW (window));
  soleus_page_toast_undo (page, _("Line saved"));
}

static void
line_removed_cb (SoleusPage          *page,
                 SoleusOwnLineWindow *window)
{
  g_autoptr (GError) error = NULL;

  if (!soleus_clinic_remove_own_line (soleus_page_get_clinic (page), soleus_own_line_window_get_line (window)->id, &error))
    {
      soleus_own_line_window_show_problem (window, error->message);
      return;
    }
  gtk_window_close (GTK_WINDOW (window));
  soleus_page_toast_undo (page, _("Line removed"));
}

/* @line: (transfer full) */
static void
present_line (SoleusPage    *page,
              SoleusOwnLine *line)
{
  SoleusClinic *clinic = soleus_page_get_clinic (page);
  g_autoptr (SoleusContent) content = soleus_clinic_load_content (clinic, NULL, NULL);
  SoleusContentSection *section = content != NULL ? soleus_content_get_section (content, line->section) : NULL;
  const char *number = soleus_record_get_text (soleus_clinic_get_profile (clinic), "emergency-number");
  g_auto (GStrv) languages = soleus_clinic_list_content_languages (clinic);
  g_autofree char *title = section != NULL ? soleus_content_fill_number (soleus_content_section_get_title (section), number) : g_strdup (line->section);
  GtkWidget *window = soleus_own_line_window_new (get_window (page), line, title,
                                                  section != NULL ? soleus_content_section_get_use (section) : SOLEUS_CONTENT_USE_PAGE,
                                                  (const char *const *) languages, content != NULL ? soleus_content_get_language (content) : NULL);

  g_signal_connect_object (window, "saved", G_CALLBACK (line_saved_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "removed", G_CALLBACK (line_removed_cb), page, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
add_line_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  present_line (SOLEUS_PAGE (widget), soleus_own_line_new (g_variant_get_string (parameter, NULL)));
}

static void
edit_line_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  g_autoptr (GError) error = NULL;
  SoleusOwnLine *line = soleus_clinic_find_own_line (soleus_page_get_clinic (SOLEUS_PAGE (widget)), g_variant_get_string (parameter, NULL), &error);

  if (line == NULL)
    soleus_page_toast (SOLEUS_PAGE (widget), error->message);
  else
    present_line (SOLEUS_PAGE (widget), line);
}

/**
 * soleus_own_editors_install:
 * @page_class: the class of a #SoleusPage that shows the protocol
 *
 * Gives it the actions.
 */
void
soleus_own_editors_install (GtkWidgetClass *page_class)
{
  gtk_widget_class_install_action (page_class, "protocol.add-line", "s", add_line_cb);
  gtk_widget_class_install_action (page_class, "protocol.edit-line", "s", edit_line_cb);
}
