/* soleus-episodes-tab.c: the file chooses and sorts; what is seen is read, of a thousand too */
#define G_LOG_DOMAIN "soleus-episodes-tab"

#include "soleus-config.h"

#include "soleus-episodes-tab.h"

#include "soleus-date-entry.h"
#include "soleus-episode-bar.h"
#include "soleus-episode-choices.h"
#include "soleus-episode-list.h"
#include "soleus-episode-rows.h"
#include "soleus-period-comparison.h"

#include <glib/gi18n-lib.h>

struct _SoleusEpisodesTab {
  SoleusAthleteTab   parent_instance;

  GtkStack          *stack;
  GtkStack          *rows_stack;
  SoleusEpisodeBar  *bar;
  GtkDropDown       *other_choice;
  GtkLabel          *count_label;
  GtkLabel          *comparison_label;
  GtkListView       *view;

  SoleusEpisodeList *list;
  guint              n_all;   /* episodes of the athlete */
};

G_DEFINE_FINAL_TYPE (SoleusEpisodesTab, soleus_episodes_tab, SOLEUS_TYPE_ATHLETE_TAB)

static SoleusClinic *
get_clinic (SoleusEpisodesTab *self)
{
  return soleus_athlete_tab_get_clinic (SOLEUS_ATHLETE_TAB (self));
}

static void
activate_cb (GtkListView *view,
             guint        position,
             gpointer     user_data)
{
  SoleusEpisodesTab *self = SOLEUS_EPISODES_TAB (user_data);
  g_autoptr (SoleusEpisodeRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  SoleusRecord *episode = row != NULL ? soleus_episode_row_get_episode (row) : NULL;
  g_autofree char *page = episode != NULL ? g_strconcat ("episode:", soleus_record_get_id (episode), NULL) : NULL;

  if (page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show", "s", page);
}

/* --- what is listed --- */

/* @filter is that of the bar, or another period of it */
static SoleusEpisodeListing
get_listing (SoleusEpisodesTab         *self,
             const SoleusEpisodeFilter *filter)
{
  return (SoleusEpisodeListing) {
    .filter = filter,
    .athlete_id = soleus_athlete_tab_get_athlete_id (SOLEUS_ATHLETE_TAB (self)),
    .words = soleus_episode_bar_get_words (self->bar),
    .order = soleus_episode_bar_get_order (self->bar),
    .group = soleus_episode_bar_get_group (self->bar),
  };
}

static guint
count_between (SoleusEpisodesTab         *self,
               const SoleusEpisodeFilter *filter,
               char                      *from,
               char                      *to)
{
  SoleusEpisodeFilter other = *filter;
  SoleusEpisodeListing listing = get_listing (self, &other);

  other.from = from;
  other.to = to;
  return (guint) MAX (0, soleus_clinic_count_episodes (get_clinic (self), &listing, NULL));
}

static char *
dup_rate (const char             *from,
          const char             *to,
          const SoleusPeriodRate *rate)
{
  g_autofree char *first = soleus_date_format (from);
  g_autofree char *last = soleus_date_format (to);
  g_autofree char *days = g_strdup_printf (ngettext ("%u day", "%u days", rate->days), rate->days);

  /* Translators: first day, last day, "3 episodes", "28 days", the rate and between what it may lie */
  return g_strdup_printf (ngettext ("%s to %s: %u episode in %s, %.1f in 28 days (%.1f–%.1f)",
                                    "%s to %s: %u episodes in %s, %.1f in 28 days (%.1f–%.1f)", rate->episodes),
                          first, last, rate->episodes, days, rate->per_28_days, rate->lower, rate->upper);
}

/* One period and another as counts: nothing is coloured, nothing foretold. */
static void
show_comparison (SoleusEpisodesTab         *self,
                 const SoleusEpisodeFilter *filter)
{
  gboolean known = filter->from != NULL && filter->to != NULL && g_strcmp0 (filter->from, filter->to) <= 0;
  g_autofree char *other_from = NULL;
  g_autofree char *other_to = NULL;
  g_autofree char *first_text = NULL;
  g_autofree char *second_text = NULL;
  g_autofree char *text = NULL;
  SoleusPeriodRate first, second;
  guint days;

  gtk_widget_set_visible (GTK_WIDGET (self->comparison_label), known);
  gtk_widget_set_visible (GTK_WIDGET (self->other_choice), known);
  if (!known)
    return;
  soleus_episode_choices_find_other (gtk_drop_down_get_selected (self->other_choice), filter->from, filter->to, &other_from, &other_to);
  days = (guint) soleus_date_get_days_between (filter->from, filter->to) + 1;
  soleus_period_rate_compute (days, count_between (self, filter, filter->from, filter->to), &first);
  soleus_period_rate_compute (days, count_between (self, filter, other_from, other_to), &second);
  first_text = dup_rate (filter->from, filter->to, &first);
  second_text = dup_rate (other_from, other_to, &second);
  text = g_strdup_printf ("%s\n%s\n%s", first_text, second_text, soleus_periods_get_text (soleus_periods_compare (&first, &second)));
  gtk_label_set_label (self->comparison_label, text);
}

static void
show_count (SoleusEpisodesTab *self)
{
  guint n = soleus_episode_list_get_n_episodes (self->list);
  g_autofree char *text = n == self->n_all ? g_strdup_printf (ngettext ("%u episode", "%u episodes", n), n)
                                           : g_strdup_printf (ngettext ("%u of %u episode", "%u of %u episodes", self->n_all), n, self->n_all);

  gtk_label_set_label (self->count_label, text);
}

static void
show_rows (SoleusEpisodesTab *self)
{
  SoleusEpisodeFilter filter;
  SoleusEpisodeListing listing;
  g_autoptr (GError) error = NULL;

  soleus_episode_bar_read_filter (self->bar, &filter);
  listing = get_listing (self, &filter);
  soleus_episode_list_set (self->list, &listing, &error);
  gtk_stack_set_visible_child_name (self->rows_stack, soleus_episode_list_get_n_episodes (self->list) > 0 ? "rows" : "none");
  if (error != NULL)
    gtk_label_set_label (self->count_label, error->message);
  else
    show_count (self);
  show_comparison (self, &filter);
  soleus_episode_filter_clear (&filter);
}

static void
refresh (SoleusEpisodesTab *self)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_episode_kind);

  soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, soleus_athlete_tab_get_athlete_id (SOLEUS_ATHLETE_TAB (self)));
  self->n_all = (guint) MAX (0, soleus_clinic_count (get_clinic (self), query, NULL));
  gtk_stack_set_visible_child_name (self->stack, self->n_all > 0 ? "list" : "empty");
  soleus_episode_list_forget (self->list);
  show_rows (self);
}

static void
choice_changed_cb (SoleusEpisodesTab *self)
{
  if (self->list == NULL)
    return;
  show_rows (self);
  soleus_episode_rows_show_first (self->view);
}

static void
clear_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  soleus_episode_bar_clear (SOLEUS_EPISODES_TAB (widget)->bar);
}

/* --- the tab --- */

static void
soleus_episodes_tab_refresh (SoleusAthleteTab *tab)
{
  refresh (SOLEUS_EPISODES_TAB (tab));
}

static void
soleus_episodes_tab_athlete_set (SoleusAthleteTab *tab,
                                 SoleusClinic     *clinic,
                                 const char       *athlete_id)
{
  SoleusEpisodesTab *self = SOLEUS_EPISODES_TAB (tab);
  g_autoptr (GtkListItemFactory) factory = soleus_episode_rows_new_factory (FALSE);
  g_autoptr (GtkSelectionModel) selection = NULL;
  g_autoptr (GListModel) others = soleus_episode_choices_new_others ();

  soleus_episode_bar_fill (self->bar, soleus_clinic_get_clock (clinic), FALSE);
  g_signal_connect_object (self->bar, "changed", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_drop_down_set_model (self->other_choice, others);
  g_signal_connect_object (self->other_choice, "notify::selected", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  self->list = soleus_episode_list_new (clinic);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list))));
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, selection);
  refresh (self);
}

static void
soleus_episodes_tab_record_shown (SoleusAthleteTab *tab,
                                  const char       *record_id)
{
  SoleusEpisodesTab *self = SOLEUS_EPISODES_TAB (tab);

  soleus_episode_rows_show (self->view, self->list, record_id);
}

static void
soleus_episodes_tab_dispose (GObject *object)
{
  SoleusEpisodesTab *self = SOLEUS_EPISODES_TAB (object);

  adw_bin_set_child (ADW_BIN (object), NULL); /* the stack is bound: disposing the template would free it under the bin */
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_EPISODES_TAB);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (soleus_episodes_tab_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusEpisodesTab, name)

static void
soleus_episodes_tab_class_init (SoleusEpisodesTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_episodes_tab_dispose;
  SOLEUS_ATHLETE_TAB_CLASS (klass)->athlete_set = soleus_episodes_tab_athlete_set;
  SOLEUS_ATHLETE_TAB_CLASS (klass)->refresh = soleus_episodes_tab_refresh;
  SOLEUS_ATHLETE_TAB_CLASS (klass)->record_shown = soleus_episodes_tab_record_shown;

  g_type_ensure (SOLEUS_TYPE_EPISODE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-episodes-tab.ui");
  BIND (stack); BIND (rows_stack); BIND (bar); BIND (other_choice); BIND (count_label); BIND (comparison_label); BIND (view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "episodes.clear", NULL, clear_action);
}

static void
soleus_episodes_tab_init (SoleusEpisodesTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
