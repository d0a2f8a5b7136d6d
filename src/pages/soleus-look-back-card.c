#include "soleus-config.h"

#include "soleus-look-back-card.h"

#include <glib/gi18n-lib.h>

#include "soleus-card.h"
#include "soleus-clinic-look-back.h"
#include "soleus-columns.h"
#include "soleus-date-entry.h"
#include "soleus-interval-view.h"
#include "soleus-label.h"
#include "soleus-row-layout.h"
#include "soleus-toggle-group.h"

/* of each kind; the popover scrolls */
#define MOST_DATES 400
#define KEY "soleus-look-back"

static const struct {
  const char *id;
  const char *label;
  const char *caption; /* under the name of a factor */
} windows[SOLEUS_LOOK_BACK_N_WINDOWS] = {
  { "24h", N_("24 Hours"), N_("in the 24 hours before") },
  { "7d", N_("7 Days"), N_("in the 7 days before") },
  { "28d", N_("28 Days"), N_("in the 28 days before") },
};

/* what a card keeps between two looks */
typedef struct {
  SoleusLookBackReport *report; /* (owned) (nullable) */
  SoleusLookBackWindow  window;
  GtkWidget            *rows;   /* (owned by the widget tree) */
} Content;

static void
content_free (gpointer data)
{
  g_clear_pointer (&((Content *) data)->report, soleus_look_back_report_free);
  g_free (data);
}

static GtkWidget *
new_label (const char *text,
           gboolean    dim)
{
  GtkWidget *label = soleus_label_new_wrapped (text, dim ? "caption" : NULL);

  if (dim)
    gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* --- the basis: which days ---------------------------------------------------------------------------------------- */

static void
append_dates (GString                    *text,
              const SoleusLookBackReport *report,
              const SoleusLookBackLine   *line,
              SoleusLookBackWindow        window,
              gboolean                    cramped,
              SoleusAnswer                answer,
              const char                 *heading)
{
  gsize length = soleus_look_back_get_days (window);
  guint n = 0;

  for (gsize i = report->n_days; i-- > report->first;)
    {
      SoleusAnswer judged = i + 1 >= length ? soleus_look_back_judge (line->days + i + 1 - length, length, line->factor->by_event)
                                            : SOLEUS_ANSWER_UNKNOWN;
      g_autofree char *date = NULL;
      g_autofree char *words = NULL;

      if ((report->cramps[i] > 0) != cramped || judged != answer)
        continue;
      if (++n > MOST_DATES)
        break;
      date = soleus_date_add_days (report->start, (int) i);
      words = soleus_date_format (date);
      g_string_append_printf (text, "%s%s", n == 1 ? heading : ", ", words);
    }
  if (n > MOST_DATES)
    g_string_append (text, " …");
  if (n > 0)
    g_string_append_c (text, '\n');
}

static char *
dup_share (const SoleusLookBackCount *count,
           const char                *format) /* translated, “%u of %u: %.0f %% (%.0f to %.0f %%)” in it */
{
  if (!count->is_known)
    return NULL;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, count->with, count->of, 100 * count->share.share, 100 * count->share.lower, 100 * count->share.upper);
#pragma GCC diagnostic pop
}

static char *
dup_basis (const SoleusLookBackReport *report,
           const SoleusLookBackLine   *line,
           SoleusLookBackWindow        window)
{
  const SoleusLookBackComparison *comparison = &line->windows[window];
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *cramps = dup_share (&comparison->cramps, _("Before cramps %u of %u: %.0f %% (95 %% interval %.0f to %.0f %%)."));
  g_autofree char *ordinary = dup_share (&comparison->ordinary_days, _("On ordinary days %u of %u: %.0f %% (%.0f to %.0f %%)."));

  g_string_append_printf (text, "%s\n%s\n", cramps != NULL ? cramps : "", ordinary != NULL ? ordinary : "");
  if (comparison->cramps.unknown > 0)
    g_string_append_printf (text, ngettext ("Before %u cramp too little is known.\n", "Before %u cramps too little is known.\n",
                                            comparison->cramps.unknown), comparison->cramps.unknown);
  if (window != SOLEUS_LOOK_BACK_DAY)
    g_string_append_printf (text, "%s\n", line->factor->by_event ? _("One day with it is enough (clinic rule).")
                                                                 : _("It counts where a third of the known days had it (clinic rule)."));
  append_dates (text, report, line, window, TRUE, SOLEUS_ANSWER_YES, _("Cramps with it: "));
  append_dates (text, report, line, window, TRUE, SOLEUS_ANSWER_NO, _("Cramps without it: "));
  append_dates (text, report, line, window, FALSE, SOLEUS_ANSWER_YES, _("Ordinary days with it: "));
  append_dates (text, report, line, window, FALSE, SOLEUS_ANSWER_NO, _("Ordinary days without it: "));
  g_strchomp (text->str);
  return g_strdup (text->str);
}

static void
create_basis (GtkMenuButton *button,
              gpointer       user_data)
{
  GtkWidget *card = gtk_widget_get_ancestor (GTK_WIDGET (button), SOLEUS_TYPE_CARD);
  Content *content = g_object_get_data (G_OBJECT (card), KEY);
  g_autofree char *basis = dup_basis (content->report, user_data, content->window);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *label = new_label (basis, FALSE);
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                                      "propagate-natural-width", TRUE, "max-content-height", 360, NULL);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 46);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), label);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_menu_button_set_popover (button, popover);
}

/* --- rows --------------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_row (SoleusLookBackLine   *line,
         SoleusLookBackWindow  window)
{
  const SoleusLookBackComparison *comparison = &line->windows[window];
  const char *name = soleus_look_back_factor_get_label (line->factor);
  g_autofree char *counts = g_strdup_printf (_("%u of %u cramps · %u of %u ordinary days"), comparison->cramps.with, comparison->cramps.of,
                                             comparison->ordinary_days.with, comparison->ordinary_days.of);
  g_autofree char *tooltip = g_strdup_printf (_("The Days behind “%s”"), name);
  GtkWidget *row = g_object_new (SOLEUS_TYPE_COLUMNS, "max-columns", 2, "min-column-width", 300, NULL);
  GtkWidget *picture = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = soleus_row_layout_new_box (6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *heading = new_label (name, FALSE);
  GtkWidget *button = gtk_menu_button_new ();

  gtk_widget_add_css_class (row, "editor-row");
  gtk_widget_add_css_class (row, "day-factor");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), heading);
  gtk_box_append (GTK_BOX (words), new_label (counts, TRUE));
  gtk_box_append (GTK_BOX (head), words);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-list-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_basis, line, NULL);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), button);
  soleus_columns_append (SOLEUS_COLUMNS (row), head, 1);
  gtk_box_append (GTK_BOX (picture), soleus_interval_view_new (comparison));
  gtk_box_append (GTK_BOX (picture), new_label (soleus_look_back_verdict_get_label (soleus_look_back_get_verdict (comparison)), FALSE));
  soleus_columns_append (SOLEUS_COLUMNS (row), picture, 1);
  return row;
}

static void
show_rows (Content *content)
{
  g_autoptr (GString) unknown = g_string_new (NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (content->rows)) != NULL)
    gtk_box_remove (GTK_BOX (content->rows), child);
  for (guint i = 0; i < content->report->lines->len; i++)
    {
      SoleusLookBackLine *line = content->report->lines->pdata[i];

      if (line->windows[content->window].cramps.is_known)
        gtk_box_append (GTK_BOX (content->rows), new_row (line, content->window));
      else
        g_string_append_printf (unknown, "%s%s", unknown->len > 0 ? ", " : "", soleus_look_back_factor_get_label (line->factor));
    }
  if (unknown->len > 0)
    {
      g_autofree char *text = g_strdup_printf (_("Too little is recorded before the cramps to say: %s."), unknown->str);
      GtkWidget *label = new_label (text, TRUE);

      gtk_widget_add_css_class (label, "editor-row");
      gtk_widget_add_css_class (label, "day-factor");
      gtk_box_append (GTK_BOX (content->rows), label);
    }
}

static void
window_chosen_cb (Content           *content,
                  GParamSpec        *pspec,
                  SoleusToggleGroup *group)
{
  const char *id = soleus_toggle_group_get_value (group);

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    if (g_strcmp0 (id, windows[i].id) == 0)
      content->window = (SoleusLookBackWindow) i;
  show_rows (content);
}

static GtkWidget *
new_window_choice (Content *content)
{
  GtkWidget *group = soleus_toggle_group_new (FALSE, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      GtkWidget *button = soleus_toggle_group_add (SOLEUS_TOGGLE_GROUP (group), windows[i].id, g_dgettext (GETTEXT_PACKAGE, windows[i].label));

      gtk_widget_set_tooltip_text (button, g_dgettext (GETTEXT_PACKAGE, windows[i].caption));
    }
  soleus_toggle_group_set_value (SOLEUS_TOGGLE_GROUP (group), windows[content->window].id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL, _("How Far to Look Back"), -1);
  gtk_widget_set_halign (group, GTK_ALIGN_START);
  gtk_widget_set_margin_bottom (group, 6);
  g_signal_connect_swapped (group, "notify::value", G_CALLBACK (window_chosen_cb), content);
  return group;
}

/**
 * soleus_look_back_card_new:
 *
 * Returns: (transfer floating): a card for soleus_look_back_card_show()
 */
GtkWidget *
soleus_look_back_card_new (void)
{
  GtkWidget *card = soleus_card_new (_("Looking back from the cramps"));

  g_object_set_data_full (G_OBJECT (card), KEY, g_new0 (Content, 1), content_free);
  return card;
}

/**
 * soleus_look_back_card_show:
 *
 * Reads what was recorded and shows, for each factor, how often it was there before a cramp and on ordinary days. It describes
 * one person's days and names no cause: that is said on the card. Where there was no cramp the card hides itself.
 */
void
soleus_look_back_card_show (GtkWidget    *card,
                            SoleusClinic *clinic,
                            const char   *athlete_id)
{
  Content *content = g_object_get_data (G_OBJECT (card), KEY);
  g_autofree char *detail = NULL;
  GtkWidget *note;

  soleus_card_clear (SOLEUS_CARD (card));
  content->rows = NULL;
  g_clear_pointer (&content->report, soleus_look_back_report_free);
  content->report = soleus_clinic_report_look_back (clinic, athlete_id, NULL, NULL, NULL);
  gtk_widget_set_visible (card, content->report != NULL && content->report->n_cramps > 0);
  if (content->report == NULL || content->report->n_cramps == 0)
    return;

  detail = g_strdup_printf (ngettext ("%u cramp", "%u cramps", content->report->n_cramps), content->report->n_cramps);
  soleus_card_set_detail (SOLEUS_CARD (card), detail);
  gtk_box_append (GTK_BOX (card), new_window_choice (content));
  note = new_label (_("From 0 to 100 %. Dot and line: share of the cramps with its 95 % interval, a ring where they are too few. Upright "
                      "mark: share of the ordinary days. A pattern in one person’s days, not a cause."), TRUE);
  gtk_widget_set_margin_bottom (note, 6);
  gtk_box_append (GTK_BOX (card), note);
  content->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (card), content->rows);
  show_rows (content);
}
