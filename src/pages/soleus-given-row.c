/* soleus-given-row.c: a reason and what was found afterwards stand at the treatment, not only on the Safety page */
#define G_LOG_DOMAIN "soleus-given-row"

#include "soleus-config.h"

#include "soleus-given-row.h"

#include <glib/gi18n-lib.h>

#include "soleus-label.h"

/**
 * soleus_given_row_get_label:
 * @treatment: a treatment
 *
 * Returns: (transfer none): its modality in words
 */
const char *
soleus_given_row_get_label (SoleusRecord *treatment)
{
  return soleus_catalogue_get_label (soleus_catalogue_get_modalities (), soleus_record_get_text (treatment, "modality"));
}

/* Returns: (transfer full) (nullable): what was found about a treatment that was recorded; the latest where it was several times */
static char *
dup_found_afterwards (SoleusClinic *clinic,
                      SoleusRecord *treatment)
{
  g_autoptr (GPtrArray) breaches = NULL;
  const char *reason;

  if (clinic == NULL)
    return NULL;
  breaches = soleus_clinic_list_of (clinic, &soleus_breach_kind, "treatment", soleus_record_get_id (treatment), NULL);
  if (breaches == NULL || breaches->len == 0)
    return NULL;
  reason = soleus_record_get_text (breaches->pdata[breaches->len - 1], "reason");
  return g_strdup_printf (_("Found afterwards: %s"), reason != NULL ? reason : _("given while the window was not open"));
}

static char *
dup_reason (const SoleusDecision *decision)
{
  return g_strdup_printf (_("Reason: %s. “%s”"), soleus_enum_get_label (SOLEUS_TYPE_OVERRIDE_REASON, decision->reason), decision->text);
}

static GtkWidget *
create_remove_button (SoleusRecord *treatment)
{
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = g_strdup_printf (_("Take Out %s"), soleus_given_row_get_label (treatment));

  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return remove;
}

/**
 * soleus_given_row_new:
 * @clinic: (nullable): where it may be stored
 * @given: a treatment of the list
 * @remove: (out) (optional) (transfer none): a button that takes it out; %NULL: it has none
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
soleus_given_row_new (SoleusClinic *clinic,
                      SoleusGiven  *given,
                      GtkWidget   **remove)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *details = soleus_given_dup_details (given);
  g_autofree char *reason = given->decision != NULL ? dup_reason (given->decision) : NULL;
  g_autofree char *found = dup_found_afterwards (clinic, given->record);
  GtkWidget *second = soleus_label_new_wrapped (details, "caption");

  gtk_widget_add_css_class (row, "editor-row");
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name (reason != NULL || found != NULL ? "dialog-warning-symbolic" : "object-select-symbolic"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (words, "given-words");
  gtk_box_append (GTK_BOX (words), soleus_label_new_wrapped (soleus_given_row_get_label (given->record), NULL));
  gtk_widget_add_css_class (second, "dim-label");
  gtk_box_append (GTK_BOX (words), second);
  if (reason != NULL)
    gtk_box_append (GTK_BOX (words), soleus_label_new_wrapped (reason, "caption"));
  if (found != NULL)
    gtk_box_append (GTK_BOX (words), soleus_label_new_wrapped (found, "caption"));
  gtk_box_append (GTK_BOX (row), words);
  if (remove != NULL)
    {
      *remove = create_remove_button (given->record);
      gtk_box_append (GTK_BOX (row), *remove);
    }
  return row;
}
