#include "soleus-config.h"

#include "soleus-load-card.h"

#include <glib/gi18n-lib.h>

#include "soleus-card.h"
#include "soleus-clinic-look-back.h"
#include "soleus-label.h"
#include "soleus-row-layout.h"

static void
append_note (GtkWidget  *card,
             const char *text)
{
  GtkWidget *label = soleus_label_new_wrapped (text, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 6);
  gtk_box_append (GTK_BOX (card), label);
}

static void
append_figure (GtkWidget  *card,
               const char *name,
               const char *format, /* NULL: in whole percent, with its sign */
               double      value)
{
  GtkWidget *row = soleus_row_layout_new_box (12);
  g_autofree char *text = NULL;
  GtkWidget *label = soleus_label_new_wrapped (name, NULL);

  if (!soleus_real_is_known (value))
    text = g_strdup (_("not known"));
  else if (format == NULL)
    text = g_strdup_printf (_("%+.0f %%"), value * 100);
  else
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      text = g_strdup (g_ascii_formatd (buffer, sizeof buffer, format, value));
    }
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  label = soleus_label_new_wrapped (text, NULL);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (row), label);
  gtk_widget_add_css_class (row, "editor-row");
  gtk_widget_add_css_class (row, "day-factor");
  gtk_box_append (GTK_BOX (card), row);
}

/**
 * soleus_load_card_new:
 *
 * Returns: (transfer floating): a card for soleus_load_card_show()
 */
GtkWidget *
soleus_load_card_new (void)
{
  return soleus_card_new (_("Training load"));
}

/**
 * soleus_load_card_show:
 *
 * The week and its change first, then monotony and strain (Foster 1998), last the ratio by three methods with what speaks against
 * it (Lolli 2019, Impellizzeri 2021): a description, in the colour of everything else.
 */
void
soleus_load_card_show (GtkWidget    *card,
                       SoleusClinic *clinic,
                       const char   *athlete_id)
{
  g_autofree char *today = soleus_instant_dup_local_date (soleus_clinic_get_now (clinic));
  g_autoptr (SoleusLoadReport) report = soleus_clinic_report_load (clinic, athlete_id, today, NULL);
  g_autofree char *missing = NULL;

  soleus_card_clear (SOLEUS_CARD (card));
  if (report == NULL || report->n_unknown == SOLEUS_CHRONIC_DAYS)
    {
      soleus_card_set_empty (SOLEUS_CARD (card), _("No training recorded in the last 28 days. Minutes and effort of each session make the load."));
      return;
    }
  soleus_card_set_detail (SOLEUS_CARD (card), _("minutes × effort"));
  append_figure (card, _("Last 7 days"), "%.0f", report->load.weekly);
  append_figure (card, _("Change to the week before"), NULL, report->load.week_change);
  append_figure (card, _("Monotony, 7 days"), "%.2f", report->load.monotony);
  append_figure (card, _("Strain, 7 days"), "%.0f", report->load.strain);
  if (!report->load.enough)
    {
      missing = g_strdup_printf (ngettext ("Insufficient for more: %u of the last 28 days has no known load. A day without an entry is unknown, not rest.",
                                           "Insufficient for more: %u of the last 28 days have no known load. A day without an entry is unknown, not rest.",
                                           report->n_unknown), report->n_unknown);
      append_note (card, missing);
      return;
    }
  append_figure (card, _("7 days ÷ 28 days (coupled)"), "%.2f", report->load.coupled);
  append_figure (card, _("7 days ÷ the 21 before (uncoupled)"), "%.2f", report->load.uncoupled);
  append_figure (card, _("Weighted towards the last days (EWMA)"), "%.2f", report->load.ewma);
  append_note (card, _("One athlete, three ratios: they describe a change and predict no injury and no cramp. Part of the link that was "
                       "reported comes from the arithmetic itself (Lolli 2019; Impellizzeri 2021)."));
}
