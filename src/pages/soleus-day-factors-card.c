#include "soleus-config.h"

#include "soleus-day-factors-card.h"

#include <glib/gi18n-lib.h>

#include "soleus-card.h"
#include "soleus-clinic-day.h"
#include "soleus-date-entry.h"
#include "soleus-evidence-pill.h"
#include "soleus-label.h"
#include "soleus-row-layout.h"

/* the sources by name, in one sentence */
static char *
dup_sources (const SoleusReason *reason)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (char **source = reason->sources; *source != NULL; source++)
    if (**source != '\0')
      g_string_append_printf (names, "%s%s", names->len > 0 ? " · " : "",
                              soleus_catalogue_get_label (soleus_catalogue_get_sources (), *source));
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static GtkWidget *
new_row (const SoleusDayFactor *factor)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = soleus_row_layout_new_box (6);
  const char *name = soleus_catalogue_row_get_label (factor->row);
  const char *caveat = soleus_catalogue_row_get_caveat (factor->row);
  g_autofree char *sources = dup_sources (factor->reason);
  g_autofree char *title = factor->present == SOLEUS_ANSWER_YES ? g_strdup (name) : g_strdup_printf (_("%s: not known"), name);
  GtkWidget *heading = soleus_label_new_wrapped (title, "heading");
  GtkWidget *pill = soleus_evidence_pill_new (factor->row->evidence);

  gtk_widget_add_css_class (row, "editor-row");
  gtk_widget_add_css_class (row, "day-factor");
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), heading);
  gtk_box_append (GTK_BOX (head), pill);
  gtk_box_append (GTK_BOX (row), head);
  gtk_box_append (GTK_BOX (row), soleus_label_new_wrapped (factor->reason->text, NULL));
  if (caveat != NULL)
    gtk_box_append (GTK_BOX (row), soleus_label_new_wrapped (caveat, "caption"));
  heading = soleus_label_new_wrapped (sources, "caption");
  gtk_widget_add_css_class (heading, "dim-label");
  gtk_box_append (GTK_BOX (row), heading);
  return row;
}

/* what nothing was recorded of: unknown is an answer, and said as one */
static GtkWidget *
new_unknown (GPtrArray *unknown)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;
  GtkWidget *label;

  for (guint i = 0; i < unknown->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", soleus_catalogue_row_get_label (unknown->pdata[i]));
  text = g_strdup_printf (_("Too little is recorded of that day to say: %s."), names->str);
  label = soleus_label_new_wrapped (text, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "editor-row");
  gtk_widget_add_css_class (label, "day-factor");
  return label;
}

/**
 * soleus_day_factors_card_new:
 *
 * Returns: (transfer floating): a card for soleus_day_factors_card_show()
 */
GtkWidget *
soleus_day_factors_card_new (void)
{
  return soleus_card_new (_("The day of the last cramp"));
}

/**
 * soleus_day_factors_card_show:
 *
 * Reads the day of the athlete’s last cramp and shows what it holds; the card hides itself where there was none. A description,
 * not a cause: that is said above the factors.
 */
void
soleus_day_factors_card_show (GtkWidget    *card,
                              SoleusClinic *clinic,
                              const char   *athlete_id)
{
  g_autoptr (SoleusDayReport) day = soleus_clinic_report_last_cramp (clinic, athlete_id, soleus_clinic_get_now (clinic), NULL);
  g_autofree char *date = NULL;
  GtkWidget *note;

  soleus_card_clear (SOLEUS_CARD (card));
  gtk_widget_set_visible (card, day != NULL && day->episode_id != NULL);
  if (day == NULL || day->episode_id == NULL)
    return;
  date = soleus_date_format (day->date);
  soleus_card_set_detail (SOLEUS_CARD (card), date);
  note = soleus_label_new_wrapped (day->factors->len > 0 ? _("What was recorded of that day. It describes the day and names no cause.")
                                                         : _("Nothing that was recorded of that day is among the known factors."), "caption");
  gtk_widget_add_css_class (note, "dim-label");
  gtk_widget_set_margin_bottom (note, 6);
  gtk_box_append (GTK_BOX (card), note);
  for (guint i = 0; i < day->factors->len; i++)
    gtk_box_append (GTK_BOX (card), new_row (day->factors->pdata[i]));
  if (day->unknown->len > 0)
    gtk_box_append (GTK_BOX (card), new_unknown (day->unknown));
}

/**
 * soleus_day_factors_dup_summary:
 * @target: (out) (transfer full): where the day is entered, for win.show
 *
 * Returns: (transfer full) (nullable): the factors that the day of the last cramp shows, by name; %NULL where there was no cramp
 */
char *
soleus_day_factors_dup_summary (SoleusClinic  *clinic,
                                const char    *athlete_id,
                                char         **target)
{
  g_autoptr (SoleusDayReport) day = soleus_clinic_report_last_cramp (clinic, athlete_id, soleus_clinic_get_now (clinic), NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  g_return_val_if_fail (target != NULL, NULL);

  *target = NULL;
  if (day == NULL || day->episode_id == NULL)
    return NULL;
  *target = g_strdup_printf ("check-in:%s:%s", athlete_id, day->date);
  for (guint i = 0; i < day->factors->len; i++)
    {
      SoleusDayFactor *factor = day->factors->pdata[i];

      if (factor->present == SOLEUS_ANSWER_YES)
        g_string_append_printf (names, "%s%s", names->len > 0 ? " · " : "", soleus_catalogue_row_get_label (factor->row));
    }
  if (names->len == 0)
    g_string_append (names, day->check_in != NULL ? _("No known factor recorded") : _("No check-in of that day"));
  return g_string_free (g_steal_pointer (&names), FALSE);
}
