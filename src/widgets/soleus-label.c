#include "soleus-config.h"

#include "soleus-label.h"

/**
 * soleus_label_new_wrapped:
 * @text: (nullable): what it says, no markup
 * @css_class: (nullable): "caption", "heading"
 *
 * A word that is longer than the line is broken: a name from elsewhere must not make the window wider.
 *
 * Returns: (transfer floating): a label that begins at the start and takes as many lines as it needs
 */
GtkWidget *
soleus_label_new_wrapped (const char *text,
                          const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}
