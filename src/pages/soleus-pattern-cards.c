#include "soleus-config.h"

#include "soleus-pattern-cards.h"

#include <glib/gi18n-lib.h>

#include "soleus-calendar-view.h"
#include "soleus-card.h"
#include "soleus-chart-theme.h"
#include "soleus-past-episodes.h"

#define YEAR         (365 * 24 * SOLEUS_USEC_PER_HOUR)
#define TREND_HEIGHT 190

static void
append_text (GtkWidget  *card,
             const char *text,
             gboolean    dim)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, dim ? "dim-label" : "numeric");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_margin_top (label, 6);
  gtk_box_append (GTK_BOX (card), label);
}

static void
draw_trend (GtkDrawingArea *area,
            cairo_t        *cr,
            int             width,
            int             height,
            gpointer        user_data)
{
  const SoleusPastEpisodes *past = user_data;
  g_autofree char *family = NULL;
  SoleusChartPalette palette;
  SoleusTrendChart chart = { past->lanes, SOLEUS_PAST_N_LANES, &palette };

  soleus_chart_theme_get_palette (GTK_WIDGET (area), &palette);
  chart.size = soleus_chart_theme_get_size (GTK_WIDGET (area), &family) * .85;
  chart.family = family;
  chart.right_to_left = gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL;
  soleus_trend_chart_draw (&chart, cr, width, height);
}

static void
free_past (gpointer past)
{
  soleus_past_episodes_free (past);
}

/* All rows but the header of the card. */
static void
clear (GtkWidget *card)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_last_child (card)) != gtk_widget_get_first_child (card))
    gtk_box_remove (GTK_BOX (card), child);
}

/* The episode of that day; of several the list, to choose from. @episodes: (element-type SoleusRecord) */
static void
day_activated_cb (GtkWidget  *view,
                  const char *date,
                  GPtrArray  *episodes)
{
  g_autofree char *target = NULL;
  guint n = 0;

  for (guint i = 0; i < episodes->len; i++)
    {
      g_autofree char *day = soleus_instant_dup_local_date (soleus_record_get_moment (episodes->pdata[i], "onset")->instant);

      if (g_strcmp0 (day, date) != 0)
        continue;
      n++;
      g_free (target);
      target = g_strconcat ("episode:", soleus_record_get_id (episodes->pdata[i]), NULL);
    }
  if (n == 1)
    gtk_widget_activate_action (view, "win.show", "s", target);
  else if (n > 1)
    gtk_widget_activate_action (view, "page.tab", "s", "episodes");
}

static void
free_episodes (gpointer  episodes,
               GClosure *closure)
{
  g_ptr_array_unref (episodes);
}

static void
show_calendar (GtkWidget                *card,
               const SoleusPastEpisodes *past,
               GPtrArray                *episodes,
               SoleusInstant             until)
{
  g_autofree char *kinds = soleus_recurrence_format (past->counts);
  GtkWidget *view = soleus_calendar_view_new ();

  clear (card);
  soleus_calendar_view_set_onsets (SOLEUS_CALENDAR_VIEW (view), (const SoleusInstant *) (gpointer) past->onsets->data, past->onsets->len, until);
  g_signal_connect_data (view, "day-activated", G_CALLBACK (day_activated_cb), g_ptr_array_ref (episodes), free_episodes, 0);
  gtk_box_append (GTK_BOX (card), view);
  append_text (card, kinds, FALSE);
  append_text (card, _("Terms of injury surveillance, a convention: Bahr 2020 (IOC) for recurrence and exacerbation, Fuller 2006 for 2 and 12 months. "
                       "“Training again” is the first session entered after the cramp."), TRUE);
}

static void
show_trend (GtkWidget          *card,
            SoleusPastEpisodes *past)
{
  g_autofree char *trend = soleus_past_episodes_dup_trend (past);
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);

  clear (card);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), TREND_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_trend, past, free_past);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, trend, -1);
  gtk_box_append (GTK_BOX (card), area);
  append_text (card, trend, FALSE);
  append_text (card, _("A dot is an episode, a bar the median of a half. A description, no forecast."), TRUE);
}

/**
 * soleus_pattern_cards_show:
 * @calendar_card: a #SoleusCard whose content is replaced: the calendar of 53 weeks and the recurrences of 12 months in words
 * @trend_card: a #SoleusCard likewise: days between episodes, pain and minutes
 * @episodes: (element-type SoleusRecord): all episodes of the athlete, oldest first
 * @until: the end of the 12 months
 *
 * Without an episode in that time both are hidden: the timeline says so.
 */
void
soleus_pattern_cards_show (GtkWidget     *calendar_card,
                           GtkWidget     *trend_card,
                           SoleusClinic  *clinic,
                           const char    *athlete_id,
                           GPtrArray     *episodes,
                           SoleusInstant  until)
{
  g_autoptr (SoleusPastEpisodes) past = NULL;
  gboolean any;

  g_return_if_fail (SOLEUS_IS_CARD (calendar_card) && SOLEUS_IS_CARD (trend_card));

  past = soleus_past_episodes_read (clinic, athlete_id, episodes, until - YEAR, until);
  any = past->onsets->len > 0;
  gtk_widget_set_visible (calendar_card, any);
  gtk_widget_set_visible (trend_card, any);
  if (!any)
    return;
  show_calendar (calendar_card, past, episodes, until);
  show_trend (trend_card, g_steal_pointer (&past));
}
