/* soleus-episode-bar.c: knows what may be chosen and what is chosen; what is listed is for the one whose bar it is */
#define G_LOG_DOMAIN "soleus-episode-bar"

#include "soleus-config.h"

#include "soleus-episode-bar.h"

#include "soleus-columns.h"
#include "soleus-date-entry.h"
#include "soleus-episode-choices.h"
#include "soleus-wrap-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SoleusEpisodeBar {
  GtkBox          parent_instance;

  GtkSearchEntry *athlete_entry;
  GtkSearchEntry *words_entry;
  GtkDropDown    *side_choice;
  GtkDropDown    *muscle_choice;
  GtkDropDown    *situation_choice;
  GtkDropDown    *pain_choice;
  GtkDropDown    *standing_choice;
  GtkDropDown    *period_choice;
  GtkDropDown    *order_choice;
  GtkDropDown    *group_choice;
  GtkWidget      *dates_box;
  GtkWidget      *from_entry;
  GtkWidget      *to_entry;

  SoleusClock    *clock;      /* (owned) (nullable) until it is filled */
  char           *typed;      /* (nullable): what was typed in both entries when “changed” was emitted last */
  gboolean        is_setting; /* several things change together */
};

G_DEFINE_FINAL_TYPE (SoleusEpisodeBar, soleus_episode_bar, GTK_TYPE_BOX)

static guint changed_signal;

static char *
dup_typed (SoleusEpisodeBar *self)
{
  return g_strdup_printf ("%s\n%s", soleus_episode_bar_get_athlete (self), soleus_episode_bar_get_words (self));
}

static void
changed_cb (SoleusEpisodeBar *self)
{
  if (self->clock == NULL || self->is_setting)
    return;

  g_free (self->typed);
  self->typed = dup_typed (self);
  gtk_widget_set_visible (self->dates_box, gtk_drop_down_get_selected (self->period_choice) == SOLEUS_EPISODE_PERIOD_BETWEEN);
  g_signal_emit (self, changed_signal, 0);
}

/* A search entry says some time later, and again, what was put into it by the program. */
static void
search_changed_cb (SoleusEpisodeBar *self)
{
  g_autofree char *typed = dup_typed (self);

  if (g_strcmp0 (typed, self->typed) != 0)
    changed_cb (self);
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

static void
soleus_episode_bar_finalize (GObject *object)
{
  g_free (SOLEUS_EPISODE_BAR (object)->typed);

  G_OBJECT_CLASS (soleus_episode_bar_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusEpisodeBar, name)

static void
soleus_episode_bar_class_init (SoleusEpisodeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_episode_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = soleus_episode_bar_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SOLEUS_TYPE_COLUMNS);
  g_type_ensure (SOLEUS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-episode-bar.ui");
  BIND (athlete_entry); BIND (words_entry); BIND (side_choice); BIND (muscle_choice); BIND (situation_choice); BIND (pain_choice);
  BIND (standing_choice); BIND (period_choice); BIND (order_choice); BIND (group_choice); BIND (dates_box);
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
 * @of_all: whether episodes of all athletes are listed: then who, and what matters now, can be chosen too
 *
 * Offers the choices. Called once, before anything is read.
 */
void
soleus_episode_bar_fill (SoleusEpisodeBar *self,
                         SoleusClock      *clock,
                         gboolean          of_all)
{
  g_return_if_fail (SOLEUS_IS_EPISODE_BAR (self));
  g_return_if_fail (self->clock == NULL);

  fill_choice (self, self->side_choice, soleus_episode_choices_new_sides ());
  fill_choice (self, self->muscle_choice, soleus_episode_choices_new_muscles ());
  fill_choice (self, self->situation_choice, soleus_episode_choices_new_situations ());
  fill_choice (self, self->pain_choice, soleus_episode_choices_new_pains ());
  fill_choice (self, self->period_choice, soleus_episode_choices_new_periods ());
  fill_choice (self, self->order_choice, soleus_episode_choices_new_orders (of_all));
  fill_choice (self, self->group_choice, soleus_episode_choices_new_groups (of_all));
  fill_choice (self, self->standing_choice, soleus_episode_choices_new_standings ());
  gtk_widget_set_visible (GTK_WIDGET (self->athlete_entry), of_all);
  gtk_widget_set_visible (GTK_WIDGET (self->standing_choice), of_all);
  self->clock = g_object_ref (clock);
  self->typed = dup_typed (self);
  add_dates (self);
  g_signal_connect_object (self->athlete_entry, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->words_entry, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
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
 * soleus_episode_bar_get_athlete:
 * @self: a bar
 *
 * Returns: (transfer none): what is typed of a name, a team, a sport or an identifier; there may be no word in it
 */
const char *
soleus_episode_bar_get_athlete (SoleusEpisodeBar *self)
{
  g_return_val_if_fail (SOLEUS_IS_EPISODE_BAR (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->athlete_entry));
}

/* the first choice, as long as there are none */
static guint
get_position (GtkDropDown *choice)
{
  guint position = gtk_drop_down_get_selected (choice);

  return position != GTK_INVALID_LIST_POSITION ? position : 0;
}

/**
 * soleus_episode_bar_get_standing:
 * @self: a bar
 *
 * Returns: which episodes are chosen by what matters now
 */
SoleusEpisodeStanding
soleus_episode_bar_get_standing (SoleusEpisodeBar *self)
{
  g_return_val_if_fail (SOLEUS_IS_EPISODE_BAR (self), SOLEUS_EPISODE_STANDING_ANY);

  return (SoleusEpisodeStanding) get_position (self->standing_choice);
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
  g_return_val_if_fail (SOLEUS_IS_EPISODE_BAR (self), SOLEUS_EPISODE_ORDER_DATE);

  return (SoleusEpisodeOrder) get_position (self->order_choice);
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
  g_return_val_if_fail (SOLEUS_IS_EPISODE_BAR (self), SOLEUS_EPISODE_GROUP_NONE);

  return (SoleusEpisodeGroup) get_position (self->group_choice);
}

#define N_CHOICES 8
#define N_FILTERS 6

/* those that leave episodes out first */
static void
collect_choices (SoleusEpisodeBar *self,
                 GtkDropDown      *choices[N_CHOICES])
{
  GtkDropDown *all[N_CHOICES] = { self->side_choice, self->muscle_choice, self->situation_choice, self->pain_choice,
                                  self->standing_choice, self->period_choice, self->order_choice, self->group_choice };

  memcpy (choices, all, sizeof all);
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
  GtkDropDown *choices[N_CHOICES];

  g_return_if_fail (SOLEUS_IS_EPISODE_BAR (self));

  collect_choices (self, choices);
  self->is_setting = TRUE;
  for (gsize i = 0; i < N_FILTERS; i++)
    gtk_drop_down_set_selected (choices[i], 0);
  gtk_editable_set_text (GTK_EDITABLE (self->athlete_entry), "");
  gtk_editable_set_text (GTK_EDITABLE (self->words_entry), "");
  self->is_setting = FALSE;
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->words_entry));
}

/* athlete, words, positions of the choices, from, to */
#define SAVED_TYPE "(ssaumsms)"

/**
 * soleus_episode_bar_save:
 * @self: a bar that was filled
 *
 * Returns: (transfer floating): what is chosen, for soleus_episode_bar_restore()
 */
GVariant *
soleus_episode_bar_save (SoleusEpisodeBar *self)
{
  GtkDropDown *choices[N_CHOICES];
  GVariantBuilder positions;

  g_return_val_if_fail (SOLEUS_IS_EPISODE_BAR (self), NULL);

  collect_choices (self, choices);
  g_variant_builder_init (&positions, G_VARIANT_TYPE ("au"));
  for (gsize i = 0; i < N_CHOICES; i++)
    g_variant_builder_add (&positions, "u", gtk_drop_down_get_selected (choices[i]));
  return g_variant_new (SAVED_TYPE, soleus_episode_bar_get_athlete (self), soleus_episode_bar_get_words (self), &positions,
                        soleus_date_entry_get_value (SOLEUS_DATE_ENTRY (self->from_entry)),
                        soleus_date_entry_get_value (SOLEUS_DATE_ENTRY (self->to_entry)));
}

/**
 * soleus_episode_bar_restore:
 * @self: a bar that was filled in the same way
 * @saved: from soleus_episode_bar_save()
 *
 * Chooses again what was chosen then; “changed” is emitted once.
 */
void
soleus_episode_bar_restore (SoleusEpisodeBar *self,
                            GVariant         *saved)
{
  g_autoptr (GVariantIter) positions = NULL;
  GtkDropDown *choices[N_CHOICES];
  const char *athlete, *words, *from, *to;
  guint position;

  g_return_if_fail (SOLEUS_IS_EPISODE_BAR (self));
  g_return_if_fail (g_variant_is_of_type (saved, G_VARIANT_TYPE (SAVED_TYPE)));

  collect_choices (self, choices);
  g_variant_get (saved, "(&s&saum&sm&s)", &athlete, &words, &positions, &from, &to);
  self->is_setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->athlete_entry), athlete);
  gtk_editable_set_text (GTK_EDITABLE (self->words_entry), words);
  for (gsize i = 0; i < N_CHOICES && g_variant_iter_next (positions, "u", &position); i++)
    gtk_drop_down_set_selected (choices[i], position);
  soleus_date_entry_set_value (SOLEUS_DATE_ENTRY (self->from_entry), from);
  soleus_date_entry_set_value (SOLEUS_DATE_ENTRY (self->to_entry), to);
  self->is_setting = FALSE;
  changed_cb (self);
}
