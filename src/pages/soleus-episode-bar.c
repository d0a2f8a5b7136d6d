/* soleus-episode-bar.c: knows what may be chosen and what is chosen; what is listed is for the one whose bar it is */
#define G_LOG_DOMAIN "soleus-episode-bar"

#include "soleus-config.h"

#include "soleus-episode-bar.h"

#include "soleus-date-entry.h"
#include "soleus-episode-choices.h"
#include "soleus-wrap-layout.h"

#include <glib/gi18n-lib.h>

struct _SoleusEpisodeBar {
  GtkBox          parent_instance;

  GtkSearchEntry *words_entry;
  GtkDropDown    *side_choice;
  GtkDropDown    *muscle_choice;
  GtkDropDown    *situation_choice;
  GtkDropDown    *pain_choice;
  GtkDropDown    *period_choice;
  GtkDropDown    *order_choice;
  GtkDropDown    *group_choice;
  GtkWidget      *dates_box;
  GtkWidget      *from_entry;
  GtkWidget      *to_entry;

  SoleusClock    *clock;      /* (owned) (nullable) until it is filled */
  gboolean        is_setting; /* several things change together */
};

G_DEFINE_FINAL_TYPE (SoleusEpisodeBar, soleus_episode_bar, GTK_TYPE_BOX)

static guint changed_signal;

static void
changed_cb (SoleusEpisodeBar *self)
{
  if (self->clock == NULL || self->is_setting)
    return;

  gtk_widget_set_visible (self->dates_box, gtk_drop_down_get_selected (self->period_choice) == SOLEUS_EPISODE_PERIOD_BETWEEN);
  g_signal_emit (self, changed_signal, 0);
}

static void
fill_choice (SoleusEpisodeBar *self,
             GtkDropDown      *choice,
             GListModel       *labels) /* (transfer full) */
{
  gtk_drop_down_set_model (choice, labels);
  g_object_unref (labels);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
add_dates (SoleusEpisodeBar *self)
{
  GtkWidget **const entries[] = { &self->from_entry, &self->to_entry };
  const char *const titles[] = { _("From"), _("To") };

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      *entries[i] = soleus_date_entry_new (titles[i]);
      soleus_date_entry_set_clock (SOLEUS_DATE_ENTRY (*entries[i]), self->clock);
      gtk_box_append (GTK_BOX (self->dates_box), gtk_label_new (titles[i]));
      gtk_box_append (GTK_BOX (self->dates_box), *entries[i]);
      g_signal_connect_object (*entries[i], "notify::value", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
soleus_episode_bar_dispose (GObject *object)
{
  SoleusEpisodeBar *self = SOLEUS_EPISODE_BAR (object);

  g_clear_object (&self->clock);
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_EPISODE_BAR);

  G_OBJECT_CLASS (soleus_episode_bar_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusEpisodeBar, name)

static void
soleus_episode_bar_class_init (SoleusEpisodeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_episode_bar_dispose;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SOLEUS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-episode-bar.ui");
  BIND (words_entry); BIND (side_choice); BIND (muscle_choice); BIND (situation_choice); BIND (pain_choice); BIND (period_choice);
  BIND (order_choice); BIND (group_choice); BIND (dates_box);
}

static void
soleus_episode_bar_init (SoleusEpisodeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * soleus_episode_bar_fill:
 * @self: a bar
 * @clock: says which day is today
 *
 * Offers the choices. Called once, before anything is read.
 */
void
soleus_episode_bar_fill (SoleusEpisodeBar *self,
                         SoleusClock      *clock)
{
  g_return_if_fail (SOLEUS_IS_EPISODE_BAR (self));
  g_return_if_fail (self->clock == NULL);

  fill_choice (self, self->side_choice, soleus_episode_choices_new_sides ());
  fill_choice (self, self->muscle_choice, soleus_episode_choices_new_muscles ());
  fill_choice (self, self->situation_choice, soleus_episode_choices_new_situations ());
  fill_choice (self, self->pain_choice, soleus_episode_choices_new_pains ());
  fill_choice (self, self->period_choice, soleus_episode_choices_new_periods ());
  fill_choice (self, self->order_choice, soleus_episode_choices_new_orders ());
  fill_choice (self, self->group_choice, soleus_episode_choices_new_groups ());
  self->clock = g_object_ref (clock);
  add_dates (self);
  g_signal_connect_object (self->words_entry, "search-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * soleus_episode_bar_read_filter:
 * @self: a bar that was filled
 * @filter: (out caller-allocates): what is chosen; to be cleared with soleus_episode_filter_clear(). Words are not in it.
 */
void
soleus_episode_bar_read_filter (SoleusEpisodeBar    *self,
                                SoleusEpisodeFilter *filter)
{
  guint period = gtk_drop_down_get_selected (self->period_choice);
  g_autofree char *today = NULL;

  g_return_if_fail (SOLEUS_IS_EPISODE_BAR (self));
  g_return_if_fail (self->clock != NULL);

  today = soleus_instant_dup_local_date (soleus_clock_get_now (self->clock));
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
}

/**
 * soleus_episode_bar_get_words:
 * @self: a bar
 *
 * Returns: (transfer none): what is looked for in the notes; there may be no word in it
 */
const char *
soleus_episode_bar_get_words (SoleusEpisodeBar *self)
{
  g_return_val_if_fail (SOLEUS_IS_EPISODE_BAR (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->words_entry));
}

/**
 * soleus_episode_bar_get_order:
 * @self: a bar
 *
 * Returns: the order that is chosen
 */
SoleusEpisodeOrder
soleus_episode_bar_get_order (SoleusEpisodeBar *self)
{
  guint order;

  g_return_val_if_fail (SOLEUS_IS_EPISODE_BAR (self), SOLEUS_EPISODE_ORDER_DATE);

  order = gtk_drop_down_get_selected (self->order_choice);
  return order != GTK_INVALID_LIST_POSITION ? (SoleusEpisodeOrder) order : SOLEUS_EPISODE_ORDER_DATE;
}

/**
 * soleus_episode_bar_get_group:
 * @self: a bar
 *
 * Returns: the groups that are chosen
 */
SoleusEpisodeGroup
soleus_episode_bar_get_group (SoleusEpisodeBar *self)
{
  guint group;

  g_return_val_if_fail (SOLEUS_IS_EPISODE_BAR (self), SOLEUS_EPISODE_GROUP_NONE);

  group = gtk_drop_down_get_selected (self->group_choice);
  return group != GTK_INVALID_LIST_POSITION ? (SoleusEpisodeGroup) group : SOLEUS_EPISODE_GROUP_NONE;
}

/**
 * soleus_episode_bar_clear:
 * @self: a bar
 *
 * Chooses everything again, in the order and the groups that are chosen, and puts the cursor where words are typed.
 */
void
soleus_episode_bar_clear (SoleusEpisodeBar *self)
{
  GtkDropDown *choices[] = { self->side_choice, self->muscle_choice, self->situation_choice, self->pain_choice, self->period_choice };

  g_return_if_fail (SOLEUS_IS_EPISODE_BAR (self));

  self->is_setting = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_drop_down_set_selected (choices[i], 0);
  gtk_editable_set_text (GTK_EDITABLE (self->words_entry), "");
  self->is_setting = FALSE;
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->words_entry));
}
