/* soleus-visits-tab.c: 50 rows at a time */
#define G_LOG_DOMAIN "soleus-visits-tab"

#include "soleus-config.h"

#include "soleus-visits-tab.h"

#include "soleus-card.h"
#include "soleus-record-summary.h"

#include <glib/gi18n-lib.h>

#define ROWS_AT_A_TIME 50

struct _SoleusVisitsTab {
  SoleusAthleteTab  parent_instance;

  GtkStack         *stack;
  SoleusCard       *card;
  GtkWidget        *more_button;

  guint             n_shown; /* rows that may be shown */
};

G_DEFINE_FINAL_TYPE (SoleusVisitsTab, soleus_visits_tab, SOLEUS_TYPE_ATHLETE_TAB)

/* Void ones too: they count no longer, and stay readable. */
static GPtrArray *
list_visits (SoleusClinic *clinic,
             const char   *athlete_id)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_visit_kind);

  soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, athlete_id);
  soleus_query_include_void (query);
  soleus_query_order_by (query, "time", TRUE);
  soleus_query_order_by (query, "id", FALSE);
  return soleus_clinic_list (clinic, query, NULL);
}

static void
refresh (SoleusVisitsTab *self)
{
  SoleusAthleteTab *tab = SOLEUS_ATHLETE_TAB (self);
  SoleusClinic *clinic = soleus_athlete_tab_get_clinic (tab);
  g_autoptr (GPtrArray) visits = list_visits (clinic, soleus_athlete_tab_get_athlete_id (tab));
  guint n = visits != NULL ? visits->len : 0;
  g_autofree char *detail = g_strdup_printf (ngettext ("%u visit", "%u visits", n), n);

  soleus_card_clear (self->card);

  for (guint i = 0; i < n && i < self->n_shown; i++)
    {
      SoleusRecord *visit = g_ptr_array_index (visits, i);
      g_autofree char *target = g_strconcat (soleus_record_is_void (visit) ? "versions:visit:" : "visit:", soleus_record_get_id (visit), NULL);

      soleus_card_append_line (self->card, soleus_record_summary_new_visit_line (clinic, visit), target);
    }

  soleus_card_set_detail (self->card, detail);
  gtk_widget_set_visible (self->more_button, n > self->n_shown);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

static void
more_clicked_cb (GtkButton *button,
                 gpointer   user_data)
{
  SoleusVisitsTab *self = SOLEUS_VISITS_TAB (user_data);

  self->n_shown += ROWS_AT_A_TIME;
  refresh (self);
}

static void
soleus_visits_tab_refresh (SoleusAthleteTab *tab)
{
  refresh (SOLEUS_VISITS_TAB (tab));
}

static void
soleus_visits_tab_athlete_set (SoleusAthleteTab *tab,
                               SoleusClinic     *clinic,
                               const char       *athlete_id)
{
  SoleusVisitsTab *self = SOLEUS_VISITS_TAB (tab);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_set_tooltip_text (button, _("New Visit"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New Visit"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.new-visit");
  soleus_card_set_button (self->card, button);

  refresh (self);
}

static void
soleus_visits_tab_dispose (GObject *object)
{
  SoleusVisitsTab *self = SOLEUS_VISITS_TAB (object);

  adw_bin_set_child (ADW_BIN (object), NULL); /* the stack is bound: disposing the template would free it under the bin */
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_VISITS_TAB);

  G_OBJECT_CLASS (soleus_visits_tab_parent_class)->dispose (object);
}

static void
soleus_visits_tab_class_init (SoleusVisitsTabClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = soleus_visits_tab_dispose;
  SOLEUS_ATHLETE_TAB_CLASS (klass)->athlete_set = soleus_visits_tab_athlete_set;
  SOLEUS_ATHLETE_TAB_CLASS (klass)->refresh = soleus_visits_tab_refresh;

  g_type_ensure (SOLEUS_TYPE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-visits-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusVisitsTab, stack);
  gtk_widget_class_bind_template_child (widget_class, SoleusVisitsTab, card);
  gtk_widget_class_bind_template_child (widget_class, SoleusVisitsTab, more_button);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
}

static void
soleus_visits_tab_init (SoleusVisitsTab *self)
{
  self->n_shown = ROWS_AT_A_TIME;
  gtk_widget_init_template (GTK_WIDGET (self));
}
