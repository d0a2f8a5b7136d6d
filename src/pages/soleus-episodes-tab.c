/* soleus-episodes-tab.c: 100 rows at a time; there may be a thousand */
#define G_LOG_DOMAIN "soleus-episodes-tab"

#include "soleus-config.h"

#include "soleus-episodes-tab.h"

#include "soleus-card.h"
#include "soleus-catalogue.h"
#include "soleus-record-summary.h"

#include <glib/gi18n-lib.h>

#define ROWS_AT_A_TIME 100

struct _SoleusEpisodesTab {
  SoleusAthleteTab  parent_instance;

  GtkStack         *stack;
  GtkDropDown      *side_choice;
  GtkDropDown      *muscle_choice;
  SoleusCard       *card;
  GtkWidget        *more_button;

  GPtrArray        *episodes; /* (nullable): newest first */
  guint             n_shown;  /* rows that may be shown */
  guint             refresh_source;
};

G_DEFINE_FINAL_TYPE (SoleusEpisodesTab, soleus_episodes_tab, SOLEUS_TYPE_ATHLETE_TAB)

static gboolean
is_wanted (SoleusEpisodesTab *self,
           SoleusRecord      *episode)
{
  guint side = gtk_drop_down_get_selected (self->side_choice);
  guint muscle = gtk_drop_down_get_selected (self->muscle_choice);
  const SoleusCatalogue *muscles = soleus_catalogue_get_muscles ();
  SoleusSide found = soleus_record_get_enum (episode, "side");

  if (side == 1 && found != SOLEUS_SIDE_LEFT && found != SOLEUS_SIDE_BOTH)
    return FALSE;

  if (side == 2 && found != SOLEUS_SIDE_RIGHT && found != SOLEUS_SIDE_BOTH)
    return FALSE;

  return muscle == 0 || muscle == GTK_INVALID_LIST_POSITION ||
         g_strcmp0 (soleus_record_get_text (episode, "muscle"), muscles->rows[muscle - 1].id) == 0;
}

static void
show_rows (SoleusEpisodesTab *self)
{
  g_autofree char *detail = NULL;
  guint n_wanted = 0;

  soleus_card_clear (self->card);

  for (guint i = 0; i < self->episodes->len; i++)
    {
      SoleusRecord *episode = g_ptr_array_index (self->episodes, i);
      g_autofree char *target = NULL;

      if (!is_wanted (self, episode) || n_wanted++ >= self->n_shown)
        continue;

      target = g_strconcat ("episode:", soleus_record_get_id (episode), NULL);
      soleus_card_append_line (self->card, soleus_record_summary_new_episode_line (episode), target);
    }

  if (n_wanted == 0)
    soleus_card_set_empty (self->card, _("No episode of this kind."));

  detail = n_wanted == self->episodes->len
           ? g_strdup_printf (ngettext ("%u episode", "%u episodes", n_wanted), n_wanted)
           : g_strdup_printf (ngettext ("%u of %u episode", "%u of %u episodes", self->episodes->len), n_wanted, self->episodes->len);
  soleus_card_set_detail (self->card, detail);
  gtk_widget_set_visible (self->more_button, n_wanted > self->n_shown);
}

static void
refresh (SoleusEpisodesTab *self)
{
  SoleusAthleteTab *tab = SOLEUS_ATHLETE_TAB (self);

  g_clear_pointer (&self->episodes, g_ptr_array_unref);
  self->episodes = soleus_clinic_list_of_athlete (soleus_athlete_tab_get_clinic (tab), &soleus_episode_kind,
                                                  soleus_athlete_tab_get_athlete_id (tab), NULL);

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
filter_changed_cb (GtkDropDown *choice,
                   GParamSpec  *pspec,
                   gpointer     user_data)
{
  SoleusEpisodesTab *self = SOLEUS_EPISODES_TAB (user_data);

  self->n_shown = ROWS_AT_A_TIME;

  if (self->episodes != NULL)
    show_rows (self);
}

static void
more_clicked_cb (GtkButton *button,
                 gpointer   user_data)
{
  SoleusEpisodesTab *self = SOLEUS_EPISODES_TAB (user_data);

  self->n_shown += ROWS_AT_A_TIME;
  show_rows (self);
}

static void
fill_choices (SoleusEpisodesTab *self)
{
  const char *const sides[] = { _("Both sides"), _("Left"), _("Right"), NULL };
  const SoleusCatalogue *muscles = soleus_catalogue_get_muscles ();
  g_autoptr (GtkStringList) side_list = gtk_string_list_new (sides);
  g_autoptr (GtkStringList) muscle_list = gtk_string_list_new (NULL);

  gtk_string_list_append (muscle_list, _("All muscles"));

  for (gsize i = 0; i < muscles->n_rows; i++)
    gtk_string_list_append (muscle_list, soleus_catalogue_row_get_label (&muscles->rows[i]));

  gtk_drop_down_set_model (self->side_choice, G_LIST_MODEL (side_list));
  gtk_drop_down_set_model (self->muscle_choice, G_LIST_MODEL (muscle_list));
}

static void
soleus_episodes_tab_athlete_set (SoleusAthleteTab *tab,
                                 SoleusClinic     *clinic,
                                 const char       *athlete_id)
{
  SoleusEpisodesTab *self = SOLEUS_EPISODES_TAB (tab);

  fill_choices (self);
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

  G_OBJECT_CLASS (soleus_episodes_tab_parent_class)->dispose (object);
}

static void
soleus_episodes_tab_class_init (SoleusEpisodesTabClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = soleus_episodes_tab_dispose;
  SOLEUS_ATHLETE_TAB_CLASS (klass)->athlete_set = soleus_episodes_tab_athlete_set;

  g_type_ensure (SOLEUS_TYPE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-episodes-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusEpisodesTab, stack);
  gtk_widget_class_bind_template_child (widget_class, SoleusEpisodesTab, side_choice);
  gtk_widget_class_bind_template_child (widget_class, SoleusEpisodesTab, muscle_choice);
  gtk_widget_class_bind_template_child (widget_class, SoleusEpisodesTab, card);
  gtk_widget_class_bind_template_child (widget_class, SoleusEpisodesTab, more_button);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
}

static void
soleus_episodes_tab_init (SoleusEpisodesTab *self)
{
  self->n_shown = ROWS_AT_A_TIME;
  gtk_widget_init_template (GTK_WIDGET (self));
}
