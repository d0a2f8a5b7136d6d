/* soleus-episodes-tab.c: choosing and sorting are done on what was read; rows are made for what is seen, of a thousand too */
#define G_LOG_DOMAIN "soleus-episodes-tab"

#include "soleus-config.h"

#include "soleus-episodes-tab.h"

#include "soleus-clinic-search.h"
#include "soleus-date-entry.h"
#include "soleus-episode-bar.h"
#include "soleus-episode-choices.h"
#include "soleus-episode-rows.h"
#include "soleus-period-comparison.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* more than any athlete has */
#define EVERY_MATCH 1000000

struct _SoleusEpisodesTab {
  SoleusAthleteTab  parent_instance;

  GtkStack         *stack;
  GtkStack         *rows_stack;
  SoleusEpisodeBar *bar;
  GtkDropDown      *other_choice;
  GtkLabel         *count_label;
  GtkLabel         *comparison_label;
  GtkListView      *view;

  GListStore       *rows;     /* (element-type GObject): episodes, and a GtkStringObject before each group */
  GPtrArray        *episodes; /* (nullable): newest first */
  guint             refresh_source;
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
  g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  g_autofree char *page = SOLEUS_IS_RECORD (row) ? g_strconcat ("episode:", soleus_record_get_id (SOLEUS_RECORD (row)), NULL) : NULL;

  if (page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show", "s", page);
}

/* --- what is listed --- */

/* (nullable): the ids of the episodes whose notes have the words; %NULL: nothing is looked for */
static GHashTable *
search (SoleusEpisodesTab *self)
{
  const char *text = soleus_episode_bar_get_words (self->bar);
  g_autoptr (GPtrArray) found = NULL;
  GHashTable *ids;

  if (!soleus_clinic_can_search (text))
    return NULL;
  found = soleus_clinic_search_notes (get_clinic (self), text, soleus_athlete_tab_get_athlete_id (SOLEUS_ATHLETE_TAB (self)),
                                      &soleus_episode_kind, EVERY_MATCH, NULL);
  ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; found != NULL && i < found->len; i++)
    g_hash_table_add (ids, g_strdup (((SoleusNoteMatch *) found->pdata[i])->record));
  return ids;
}

/* an episode and what it has in common with its group, found out once */
typedef struct {
  SoleusRecord       *episode; /* (not owned) */
  char               *id;      /* (owned) */
  SoleusEpisodeOrder  order;
  SoleusEpisodeGroup  group;
} Place;

static void
clear_place (gpointer data)
{
  g_free (((Place *) data)->id);
}

/* months go backwards like the days in them; what is unknown is the last group */
static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *first = a;
  const Place *second = b;
  int compared = strcmp (first->id, second->id);

  if (compared == 0)
    return soleus_episode_compare (first->episode, second->episode, first->order);
  if (*first->id == '\0' || *second->id == '\0')
    return *first->id == '\0' ? 1 : -1;
  return first->group == SOLEUS_EPISODE_GROUP_MONTH ? -compared : compared;
}

/* (transfer full) (element-type Place): what fits, in order */
static GArray *
arrange (SoleusEpisodesTab         *self,
         const SoleusEpisodeFilter *filter)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  g_array_set_clear_func (places, clear_place);
  for (guint i = 0; i < self->episodes->len; i++)
    {
      Place place = { self->episodes->pdata[i], NULL, soleus_episode_bar_get_order (self->bar), soleus_episode_bar_get_group (self->bar) };

      if (!soleus_episode_filter_takes (filter, place.episode))
        continue;
      place.id = soleus_episode_dup_group (place.episode, place.group);
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  return places;
}

/* (transfer full) (element-type GObject): the episodes with a heading before each group */
static GPtrArray *
add_headings (GArray *places)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint first = 0, next; first < places->len; first = next)
    {
      const Place *place = &g_array_index (places, Place, first);
      g_autofree char *heading = NULL;

      for (next = first + 1; next < places->len && g_str_equal (place->id, g_array_index (places, Place, next).id);)
        next++;
      if (place->group != SOLEUS_EPISODE_GROUP_NONE)
        {
          heading = soleus_episode_choices_dup_heading (place->group, place->id, next - first);
          g_ptr_array_add (rows, gtk_string_object_new (heading));
        }
      for (guint i = first; i < next; i++)
        g_ptr_array_add (rows, g_object_ref (g_array_index (places, Place, i).episode));
    }
  return g_steal_pointer (&rows);
}

static guint
count_between (SoleusEpisodesTab         *self,
               const SoleusEpisodeFilter *filter,
               char                      *from,
               char                      *to)
{
  SoleusEpisodeFilter other = *filter;
  guint n = 0;

  other.from = from;
  other.to = to;
  for (guint i = 0; i < self->episodes->len; i++)
    n += soleus_episode_filter_takes (&other, self->episodes->pdata[i]);
  return n;
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
show_count (SoleusEpisodesTab *self,
            guint              n_taken)
{
  g_autofree char *text = n_taken == self->episodes->len
                          ? g_strdup_printf (ngettext ("%u episode", "%u episodes", n_taken), n_taken)
                          : g_strdup_printf (ngettext ("%u of %u episode", "%u of %u episodes", self->episodes->len), n_taken, self->episodes->len);

  gtk_label_set_label (self->count_label, text);
}

static void
show_rows (SoleusEpisodesTab *self)
{
  g_autoptr (GArray) places = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  SoleusEpisodeFilter filter;

  soleus_episode_bar_read_filter (self->bar, &filter);
  filter.ids = search (self);
  places = arrange (self, &filter);
  rows = add_headings (places);
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  gtk_stack_set_visible_child_name (self->rows_stack, places->len > 0 ? "rows" : "none");
  show_count (self, places->len);
  show_comparison (self, &filter);
  soleus_episode_filter_clear (&filter);
}

static void
refresh (SoleusEpisodesTab *self)
{
  g_clear_pointer (&self->episodes, g_ptr_array_unref);
  self->episodes = soleus_clinic_list_of_athlete (get_clinic (self), &soleus_episode_kind,
                                                  soleus_athlete_tab_get_athlete_id (SOLEUS_ATHLETE_TAB (self)), NULL);

  if (self->episodes == NULL)
    self->episodes = g_ptr_array_new ();

  gtk_stack_set_visible_child_name (self->stack, self->episodes->len > 0 ? "list" : "empty");
  show_rows (self);
}

static void
refresh_cb (gpointer user_data)
{
  SoleusEpisodesTab *self = SOLEUS_EPISODES_TAB (user_data);

  self->refresh_source = 0;
  refresh (self);
}

static void
clinic_changed_cb (SoleusEpisodesTab *self,
                   const char        *kind,
                   const char        *athlete_id)
{
  if (athlete_id != NULL && g_strcmp0 (athlete_id, soleus_athlete_tab_get_athlete_id (SOLEUS_ATHLETE_TAB (self))) != 0)
    return;

  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add_once (refresh_cb, self);
}

static void
choice_changed_cb (SoleusEpisodesTab *self)
{
  if (self->episodes != NULL)
    show_rows (self);
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
soleus_episodes_tab_athlete_set (SoleusAthleteTab *tab,
                                 SoleusClinic     *clinic,
                                 const char       *athlete_id)
{
  SoleusEpisodesTab *self = SOLEUS_EPISODES_TAB (tab);
  g_autoptr (GtkListItemFactory) factory = soleus_episode_rows_new_factory ();
  g_autoptr (GtkSelectionModel) selection = NULL;
  g_autoptr (GListModel) others = soleus_episode_choices_new_others ();

  soleus_episode_bar_fill (self->bar, soleus_clinic_get_clock (clinic));
  g_signal_connect_object (self->bar, "changed", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_drop_down_set_model (self->other_choice, others);
  g_signal_connect_object (self->other_choice, "notify::selected", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  self->rows = g_list_store_new (G_TYPE_OBJECT);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, selection);
  g_signal_connect_object (clinic, "changed", G_CALLBACK (clinic_changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
soleus_episodes_tab_dispose (GObject *object)
{
  SoleusEpisodesTab *self = SOLEUS_EPISODES_TAB (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_pointer (&self->episodes, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (object), NULL); /* the stack is bound: disposing the template would free it under the bin */
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_EPISODES_TAB);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (soleus_episodes_tab_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusEpisodesTab, name)

static void
soleus_episodes_tab_class_init (SoleusEpisodesTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_episodes_tab_dispose;
  SOLEUS_ATHLETE_TAB_CLASS (klass)->athlete_set = soleus_episodes_tab_athlete_set;

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
