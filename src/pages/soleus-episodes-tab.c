/* soleus-episodes-tab.c: choosing and sorting are done on what was read; rows are made for what is seen, of a thousand too */
#define G_LOG_DOMAIN "soleus-episodes-tab"

#include "soleus-config.h"

#include "soleus-episodes-tab.h"

#include "soleus-clinic-search.h"
#include "soleus-date-entry.h"
#include "soleus-episode-choices.h"
#include "soleus-period-comparison.h"
#include "soleus-record-summary.h"
#include "soleus-wrap-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* more than any athlete has */
#define EVERY_MATCH 1000000

struct _SoleusEpisodesTab {
  SoleusAthleteTab  parent_instance;

  GtkStack         *stack;
  GtkStack         *rows_stack;
  GtkSearchEntry   *search_entry;
  GtkDropDown      *side_choice;
  GtkDropDown      *muscle_choice;
  GtkDropDown      *situation_choice;
  GtkDropDown      *pain_choice;
  GtkDropDown      *period_choice;
  GtkDropDown      *other_choice;
  GtkDropDown      *order_choice;
  GtkDropDown      *group_choice;
  GtkWidget        *dates_box;
  GtkLabel         *count_label;
  GtkLabel         *comparison_label;
  GtkListView      *view;
  GtkWidget        *from_entry;
  GtkWidget        *to_entry;

  GListStore       *rows;     /* (element-type GObject): episodes, and a GtkStringObject before each group */
  GPtrArray        *episodes; /* (nullable): newest first */
  guint             refresh_source;
  gboolean          is_filling;
};

G_DEFINE_FINAL_TYPE (SoleusEpisodesTab, soleus_episodes_tab, SOLEUS_TYPE_ATHLETE_TAB)

static SoleusClinic *
get_clinic (SoleusEpisodesTab *self)
{
  return soleus_athlete_tab_get_clinic (SOLEUS_ATHLETE_TAB (self));
}

/* --- rows: a line for an episode, a label for a heading --- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *heading = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "list-heading");
  gtk_stack_set_vhomogeneous (GTK_STACK (stack), FALSE);
  gtk_stack_set_hhomogeneous (GTK_STACK (stack), FALSE);
  gtk_stack_add_named (GTK_STACK (stack), heading, "heading");
  gtk_stack_add_named (GTK_STACK (stack), soleus_record_line_new (), "episode");
  gtk_list_item_set_child (item, stack);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  GtkStack *stack = GTK_STACK (gtk_list_item_get_child (item));
  GObject *row = gtk_list_item_get_item (item);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (stack));
  gboolean is_episode = SOLEUS_IS_RECORD (row);
  g_autofree char *name = NULL;

  if (is_episode)
    {
      SoleusRecordLine *line = SOLEUS_RECORD_LINE (gtk_stack_get_child_by_name (stack, "episode"));

      soleus_record_summary_show_episode (line, SOLEUS_RECORD (row));
      name = soleus_record_line_dup_name (line);
    }
  else
    {
      name = g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (row)));
      gtk_label_set_label (GTK_LABEL (gtk_stack_get_child_by_name (stack, "heading")), name);
    }
  gtk_stack_set_visible_child_name (stack, is_episode ? "episode" : "heading");
  gtk_list_item_set_activatable (item, is_episode);
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
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
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
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

static void
read_filter (SoleusEpisodesTab   *self,
             SoleusEpisodeFilter *filter)
{
  guint period = gtk_drop_down_get_selected (self->period_choice);
  g_autofree char *today = soleus_instant_dup_local_date (soleus_clinic_get_now (get_clinic (self)));

  soleus_episode_filter_init (filter);
  soleus_episode_choices_apply (filter, gtk_drop_down_get_selected (self->side_choice), gtk_drop_down_get_selected (self->muscle_choice),
                                gtk_drop_down_get_selected (self->situation_choice), gtk_drop_down_get_selected (self->pain_choice));
  if (period == SOLEUS_EPISODE_PERIOD_BETWEEN)
    {
      filter->from = g_strdup (soleus_date_entry_get_value (SOLEUS_DATE_ENTRY (self->from_entry)));
      filter->to = g_strdup (soleus_date_entry_get_value (SOLEUS_DATE_ENTRY (self->to_entry)));
    }
  else
    soleus_episode_choices_find_period (period, today, &filter->from, &filter->to);
  filter->ids = search (self);
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
  guint order = gtk_drop_down_get_selected (self->order_choice);
  guint group = gtk_drop_down_get_selected (self->group_choice);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  g_array_set_clear_func (places, clear_place);
  for (guint i = 0; i < self->episodes->len; i++)
    {
      Place place = { self->episodes->pdata[i], NULL, SOLEUS_EPISODE_ORDER_DATE, SOLEUS_EPISODE_GROUP_NONE };

      if (!soleus_episode_filter_takes (filter, place.episode))
        continue;
      if (order <= SOLEUS_EPISODE_ORDER_DURATION)
        place.order = (SoleusEpisodeOrder) order;
      if (group <= SOLEUS_EPISODE_GROUP_SITUATION)
        place.group = (SoleusEpisodeGroup) group;
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

  read_filter (self, &filter);
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
  if (self->episodes == NULL || self->is_filling)
    return;

  gtk_widget_set_visible (self->dates_box, gtk_drop_down_get_selected (self->period_choice) == SOLEUS_EPISODE_PERIOD_BETWEEN);
  show_rows (self);
}

static void
clear_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SoleusEpisodesTab *self = SOLEUS_EPISODES_TAB (widget);
  GtkDropDown *const choices[] = { self->side_choice, self->muscle_choice, self->situation_choice, self->pain_choice, self->period_choice };

  self->is_filling = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_drop_down_set_selected (choices[i], 0);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  self->is_filling = FALSE;
  choice_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* --- the tab --- */

static void
fill_choice (SoleusEpisodesTab *self,
             GtkDropDown       *choice,
             GListModel        *labels) /* (transfer full) */
{
  gtk_drop_down_set_model (choice, labels);
  g_object_unref (labels);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
fill_choices (SoleusEpisodesTab *self)
{
  GtkWidget **const entries[] = { &self->from_entry, &self->to_entry };
  const char *const titles[] = { _("From"), _("To") };

  fill_choice (self, self->side_choice, soleus_episode_choices_new_sides ());
  fill_choice (self, self->muscle_choice, soleus_episode_choices_new_muscles ());
  fill_choice (self, self->situation_choice, soleus_episode_choices_new_situations ());
  fill_choice (self, self->pain_choice, soleus_episode_choices_new_pains ());
  fill_choice (self, self->period_choice, soleus_episode_choices_new_periods ());
  fill_choice (self, self->other_choice, soleus_episode_choices_new_others ());
  fill_choice (self, self->order_choice, soleus_episode_choices_new_orders ());
  fill_choice (self, self->group_choice, soleus_episode_choices_new_groups ());
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      *entries[i] = soleus_date_entry_new (titles[i]);
      soleus_date_entry_set_clock (SOLEUS_DATE_ENTRY (*entries[i]), soleus_clinic_get_clock (get_clinic (self)));
      gtk_box_append (GTK_BOX (self->dates_box), gtk_label_new (titles[i]));
      gtk_box_append (GTK_BOX (self->dates_box), *entries[i]);
      g_signal_connect_object (*entries[i], "notify::value", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->search_entry, "search-changed", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
soleus_episodes_tab_athlete_set (SoleusAthleteTab *tab,
                                 SoleusClinic     *clinic,
                                 const char       *athlete_id)
{
  SoleusEpisodesTab *self = SOLEUS_EPISODES_TAB (tab);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  fill_choices (self);
  self->rows = g_list_store_new (G_TYPE_OBJECT);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
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

  g_type_ensure (SOLEUS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-episodes-tab.ui");
  BIND (stack); BIND (rows_stack); BIND (search_entry); BIND (side_choice); BIND (muscle_choice); BIND (situation_choice); BIND (pain_choice);
  BIND (period_choice); BIND (other_choice); BIND (order_choice); BIND (group_choice); BIND (dates_box); BIND (count_label);
  BIND (comparison_label); BIND (view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "episodes.clear", NULL, clear_action);
}

static void
soleus_episodes_tab_init (SoleusEpisodesTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
