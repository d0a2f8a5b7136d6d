/* soleus-overview-tab.c: everything here opens what it stands for */
#define G_LOG_DOMAIN "soleus-overview-tab"

#include "soleus-config.h"

#include "soleus-overview-tab.h"

#include "soleus-athlete-timeline.h"
#include "soleus-body-map-view.h"
#include "soleus-card.h"
#include "soleus-columns.h"
#include "soleus-day-factors-card.h"
#include "soleus-pattern-cards.h"
#include "soleus-phrase.h"
#include "soleus-record-summary.h"
#include "soleus-timeline-panel.h"
#include "soleus-window-groups.h"
#include "soleus-wrap-layout.h"

#include <glib/gi18n-lib.h>

#define DAY       (24 * SOLEUS_USEC_PER_HOUR)
#define N_VISITS  5

struct _SoleusOverviewTab {
  SoleusAthleteTab    parent_instance;

  SoleusColumns      *upper;
  SoleusCard         *timeline_card;
  GtkStack           *timeline_stack;
  SoleusTimelinePanel *timeline;
  SoleusCard         *map_card;
  SoleusBodyMapView  *map_view;
  GtkToggleButton    *back_button;
  SoleusCard         *next_card;
  SoleusCard         *visits_card;
  SoleusCard         *calendar_card;
  SoleusCard         *trend_card;

  GPtrArray          *episodes; /* (nullable): oldest first */
  SoleusBodyMap      *map;
  SoleusInstant       start;  /* of what the timeline holds; at first a year, so that the first frame does not wait for ten */
  gboolean            complete; /* that is all there is, and each episode can be compared with all before it */
  guint               map_source;
  guint               n_frames;    /* asked for since the year is shown */
  guint               all_source;
};

G_DEFINE_FINAL_TYPE (SoleusOverviewTab, soleus_overview_tab, SOLEUS_TYPE_ATHLETE_TAB)

/* --- timeline and map --- */

/* Until everything is read, those of the last year: an athlete may have hundreds before it. */
static void
read_episodes (SoleusOverviewTab *self)
{
  SoleusAthleteTab *tab = SOLEUS_ATHLETE_TAB (self);
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_episode_kind);

  soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, soleus_athlete_tab_get_athlete_id (tab));
  if (!self->complete)
    soleus_query_where_instant (query, "onset", SOLEUS_QUERY_GREATER_EQUAL, self->start);
  soleus_query_order_by (query, "onset", FALSE);
  g_clear_pointer (&self->episodes, g_ptr_array_unref);
  self->episodes = soleus_clinic_list (soleus_athlete_tab_get_clinic (tab), query, NULL);
  if (self->episodes == NULL)
    self->episodes = g_ptr_array_new_with_free_func (g_object_unref);
}

static gboolean
is_shown (SoleusOverviewTab *self,
          SoleusRecord      *episode)
{
  SoleusInstant onset = soleus_record_get_instant (episode, "onset"), from, until;

  soleus_timeline_chart_get_period (soleus_timeline_panel_get_chart (self->timeline), &from, &until);
  return onset >= from && onset <= until;
}

static void
show_counts (SoleusOverviewTab *self)
{
  SoleusInstant now = soleus_clinic_get_now (soleus_athlete_tab_get_clinic (SOLEUS_ATHLETE_TAB (self)));
  g_autofree char *period = soleus_timeline_panel_dup_period (self->timeline);
  g_autofree char *title = NULL;
  g_autofree char *counted = NULL;
  g_autofree char *detail = NULL;
  guint recent = 0, shown = 0;

  for (guint i = 0; i < self->episodes->len; i++)
    {
      recent += soleus_record_get_instant (g_ptr_array_index (self->episodes, i), "onset") >= now - 28 * DAY;
      shown += is_shown (self, g_ptr_array_index (self->episodes, i));
    }

  if (period == NULL)
    {
      SoleusInstant from, until;
      g_autofree char *first = NULL;
      g_autofree char *last = NULL;

      soleus_timeline_chart_get_period (soleus_timeline_panel_get_chart (self->timeline), &from, &until);
      first = soleus_phrase_dup_date (from);
      last = soleus_phrase_dup_date (until);
      period = g_strdup_printf ("%s – %s", first, last);
    }
  /* TRANSLATORS: then the period: “12 months”, “all”, or from which day to which */
  title = g_strdup_printf (_("Episodes, %s"), period);
  counted = g_strdup_printf (ngettext ("%u episode", "%u episodes", shown), shown);
  /* TRANSLATORS: “9 episodes”, then how many of them in the last 28 days */
  detail = g_strdup_printf (_("%s · %u in the last 28 days"), counted, recent);

  soleus_card_set_title (self->timeline_card, title);
  soleus_card_set_detail (self->timeline_card, detail);
}

static void
show_timeline (SoleusOverviewTab *self,
               SoleusRecord      *athlete,
               SoleusInstant      now)
{
  SoleusClinic *clinic = soleus_athlete_tab_get_clinic (SOLEUS_ATHLETE_TAB (self));
  g_autoptr (SoleusTimelineChart) chart = soleus_athlete_timeline_new (clinic, athlete, self->episodes, self->start, now);

  soleus_timeline_chart_set_period (chart, now - 365 * DAY, now);
  soleus_timeline_panel_set_chart (self->timeline, chart, self->episodes->len);
}

/* where, in the period that the timeline shows */
static void
show_map (SoleusOverviewTab *self)
{
  g_autofree char *detail = NULL;
  guint left = 0, right = 0;

  soleus_body_map_clear_counts (self->map);

  for (guint i = 0; i < self->episodes->len; i++)
    {
      SoleusRecord *episode = g_ptr_array_index (self->episodes, i);
      SoleusSide side = soleus_record_get_enum (episode, "side");

      if (!is_shown (self, episode))
        continue;
      left += side == SOLEUS_SIDE_LEFT || side == SOLEUS_SIDE_BOTH;
      right += side == SOLEUS_SIDE_RIGHT || side == SOLEUS_SIDE_BOTH;
      soleus_body_map_add_count (self->map, side, soleus_record_get_text (episode, "muscle"), 1);
    }

  detail = g_strdup_printf (_("%u left, %u right"), left, right);
  soleus_card_set_detail (self->map_card, left + right > 0 ? detail : NULL);
  soleus_body_map_view_set_map (self->map_view, self->map);
}

static void
show_map_cb (gpointer user_data)
{
  SoleusOverviewTab *self = SOLEUS_OVERVIEW_TAB (user_data);

  self->map_source = 0;
  show_counts (self);
  show_map (self);
}

static void
period_changed_cb (SoleusOverviewTab *self)
{
  if (self->map_source == 0)
    self->map_source = g_idle_add_once (show_map_cb, self);
}

static void
view_toggled_cb (GtkToggleButton *button,
                 gpointer         user_data)
{
  SoleusOverviewTab *self = SOLEUS_OVERVIEW_TAB (user_data);

  soleus_body_map_set_view (self->map, gtk_toggle_button_get_active (button) ? SOLEUS_BODY_VIEW_BACK : SOLEUS_BODY_VIEW_FRONT);
  soleus_body_map_view_set_map (self->map_view, self->map);
}

static void
episode_activated_cb (SoleusOverviewTab *self,
                      int                index)
{
  g_autofree char *target = g_strconcat ("episode:", soleus_record_get_id (g_ptr_array_index (self->episodes, index)), NULL);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show", "s", target);
}

static void
muscle_activated_cb (SoleusOverviewTab *self,
                     SoleusSide         side,
                     const char        *muscle)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "page.tab", "s", "episodes");
}

/* --- next --- */

static void
append_next (SoleusOverviewTab *self,
             const char        *icon_name,
             const char        *title,
             const char        *text,
             const char        *target)
{
  SoleusRecordLine *line = SOLEUS_RECORD_LINE (soleus_record_line_new ());

  soleus_record_line_set_icon (line, icon_name);
  soleus_record_line_set_text (line, title, text);
  soleus_card_append_line (self->next_card, line, target);
}

static void
append_screens (SoleusOverviewTab *self,
                SoleusAssessment  *assessment)
{
  g_autoptr (GPtrArray) groups = soleus_window_groups_new (soleus_assessment_get_windows (assessment));

  for (guint i = 0; i < groups->len; i++)
    {
      SoleusWindowGroup *group = g_ptr_array_index (groups, i);
      SoleusWindow *window = group->window;
      g_autofree char *target = window->episode_id != NULL ? g_strconcat ("episode:", window->episode_id, NULL) : NULL;
      g_autofree char *text = NULL;

      if (target == NULL || window->state == SOLEUS_WINDOW_STATE_HARD_STOP)
        continue;

      if (!window->screen_complete)
        {
          text = g_strdup_printf (_("%u of 8 unknown"), window->screen_unknown);
          append_next (self, "checkbox-mixed-symbolic", _("Finish the damage screen"), text, target);
        }
      else if (window->row == 5 || window->row == 7)
        {
          text = g_strdup_printf (_("Signs of bleeding on %s?"), soleus_phrase_get_place (group->side, group->region));
          append_next (self, "view-refresh-symbolic", _("Check again before massage"), text, target);
        }
    }
}

static char *
dup_due (const char    *due,
         SoleusInstant  now)
{
  g_autofree char *today = soleus_instant_dup_local_date (now);
  g_autofree char *date = soleus_phrase_dup_date (soleus_date_get_start (due));
  int days = soleus_date_get_days_between (today, due);

  if (days == 0)
    return g_strdup_printf (_("%s, today"), date);

  return g_strdup_printf (days > 0 ? ngettext ("%s, in %d day", "%s, in %d days", days)
                                   : ngettext ("%s, %d day overdue", "%s, %d days overdue", -days), date, ABS (days));
}

/* the day of the last cramp: what it shows, or that nobody has entered it yet */
static void
append_day (SoleusOverviewTab *self,
            SoleusClinic      *clinic,
            const char        *athlete_id)
{
  g_autofree char *target = NULL;
  g_autofree char *names = soleus_day_factors_dup_summary (clinic, athlete_id, &target);

  if (names != NULL)
    append_next (self, "view-list-symbolic", _("The day of the last cramp"), names, target);
}

static void
show_next (SoleusOverviewTab *self,
           SoleusInstant      now)
{
  SoleusAthleteTab *tab = SOLEUS_ATHLETE_TAB (self);
  SoleusClinic *clinic = soleus_athlete_tab_get_clinic (tab);
  const char *id = soleus_athlete_tab_get_athlete_id (tab);
  g_autoptr (SoleusAssessment) assessment = soleus_clinic_assess (clinic, id, now, NULL);
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_follow_up_kind);
  g_autoptr (GPtrArray) follow_ups = NULL;

  soleus_card_clear (self->next_card);

  if (assessment != NULL)
    append_screens (self, assessment);
  append_day (self, clinic, id);

  soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, id);
  soleus_query_where_known (query, "done-at", FALSE);
  soleus_query_order_by (query, "due", FALSE);
  soleus_query_set_limit (query, 10, 0);
  follow_ups = soleus_clinic_list (clinic, query, NULL);

  for (guint i = 0; follow_ups != NULL && i < follow_ups->len; i++)
    {
      SoleusRecord *follow_up = g_ptr_array_index (follow_ups, i);
      const char *visit = soleus_record_get_text (follow_up, "visit");
      g_autofree char *due = dup_due (soleus_record_get_text (follow_up, "due"), now);
      g_autofree char *target = visit != NULL ? g_strconcat ("visit:", visit, NULL) : NULL;

      append_next (self, "x-office-calendar-symbolic", soleus_record_get_text (follow_up, "text"), due, target);
    }

  if (gtk_widget_get_first_child (GTK_WIDGET (self->next_card)) == gtk_widget_get_last_child (GTK_WIDGET (self->next_card)))
    soleus_card_set_empty (self->next_card, _("Nothing is planned. A visit can set a follow-up date."));
}

static void
show_visits (SoleusOverviewTab *self)
{
  SoleusAthleteTab *tab = SOLEUS_ATHLETE_TAB (self);
  SoleusClinic *clinic = soleus_athlete_tab_get_clinic (tab);
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_visit_kind);
  g_autoptr (GPtrArray) visits = NULL;

  soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, soleus_athlete_tab_get_athlete_id (tab));
  soleus_query_order_by (query, "time", TRUE);
  soleus_query_set_limit (query, N_VISITS, 0);
  visits = soleus_clinic_list (clinic, query, NULL);

  soleus_card_clear (self->visits_card);

  for (guint i = 0; visits != NULL && i < visits->len; i++)
    {
      SoleusRecord *visit = g_ptr_array_index (visits, i);
      g_autofree char *target = g_strconcat ("visit:", soleus_record_get_id (visit), NULL);

      soleus_card_append_line (self->visits_card, soleus_record_summary_new_visit_line (clinic, visit), target);
    }

  if (visits == NULL || visits->len == 0)
    soleus_card_set_empty (self->visits_card, _("No visit yet."));
}

/* --- the tab --- */

static void
show_patterns (SoleusOverviewTab *self)
{
  SoleusAthleteTab *tab = SOLEUS_ATHLETE_TAB (self);
  SoleusClinic *clinic = soleus_athlete_tab_get_clinic (tab);

  soleus_pattern_cards_show (GTK_WIDGET (self->calendar_card), GTK_WIDGET (self->trend_card), clinic,
                             soleus_athlete_tab_get_athlete_id (tab), self->episodes, soleus_clinic_get_now (clinic));
}

/* once the years before are known, too */
static gboolean
is_empty (SoleusOverviewTab *self)
{
  return self->complete && soleus_timeline_chart_is_empty (soleus_timeline_panel_get_chart (self->timeline));
}

static void
refresh (SoleusOverviewTab *self)
{
  SoleusAthleteTab *tab = SOLEUS_ATHLETE_TAB (self);
  SoleusClinic *clinic = soleus_athlete_tab_get_clinic (tab);
  SoleusInstant now = soleus_clinic_get_now (clinic);
  g_autoptr (SoleusRecord) athlete = soleus_clinic_find (clinic, &soleus_athlete_kind, soleus_athlete_tab_get_athlete_id (tab), NULL);

  if (athlete == NULL)
    return;

  read_episodes (self);
  show_timeline (self, athlete, now);
  show_counts (self);
  show_map (self);
  gtk_stack_set_visible_child_name (self->timeline_stack, is_empty (self) ? "empty" : "timeline");
  show_visits (self);
  if (self->complete)
    {
      /* asks the rules about each episode there was: not before the first frame where there are years of them */
      show_next (self, now);
      show_patterns (self);
    }
}

static SoleusInstant
find_start (SoleusOverviewTab *self)
{
  SoleusAthleteTab *tab = SOLEUS_ATHLETE_TAB (self);

  return soleus_athlete_timeline_find_start (soleus_athlete_tab_get_clinic (tab), soleus_athlete_tab_get_athlete_id (tab), self->start);
}

/* The years before the last one, once that is on the screen, and what is compared with them. */
static void
read_all_cb (gpointer user_data)
{
  SoleusOverviewTab *self = SOLEUS_OVERVIEW_TAB (user_data);

  self->all_source = 0;
  self->complete = TRUE;
  self->start = find_start (self);
  refresh (self);
}

/* Called before a frame is drawn: the second time the first one is on the screen. */
static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  SoleusOverviewTab *self = SOLEUS_OVERVIEW_TAB (widget);

  if (self->n_frames++ == 0)
    return G_SOURCE_CONTINUE;
  self->all_source = g_idle_add_once (read_all_cb, self);
  return G_SOURCE_REMOVE;
}

static void
soleus_overview_tab_refresh (SoleusAthleteTab *tab)
{
  refresh (SOLEUS_OVERVIEW_TAB (tab));
}

static void
soleus_overview_tab_athlete_set (SoleusAthleteTab *tab,
                                 SoleusClinic     *clinic,
                                 const char       *athlete_id)
{
  SoleusOverviewTab *self = SOLEUS_OVERVIEW_TAB (tab);
  GtkWidget *all = gtk_button_new_with_label (_("All Visits"));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (all), "s", "visits");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (all), "page.tab");
  soleus_card_set_button (self->visits_card, all);

  self->start = soleus_clinic_get_now (clinic) - 365 * DAY;
  self->complete = find_start (self) == self->start;
  gtk_widget_set_visible (GTK_WIDGET (self->calendar_card), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->trend_card), FALSE);
  refresh (self);
  if (!self->complete)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
}

static void
soleus_overview_tab_dispose (GObject *object)
{
  SoleusOverviewTab *self = SOLEUS_OVERVIEW_TAB (object);

  g_clear_handle_id (&self->map_source, g_source_remove);
  g_clear_handle_id (&self->all_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_OVERVIEW_TAB);
  g_clear_pointer (&self->episodes, g_ptr_array_unref);
  g_clear_object (&self->map);

  G_OBJECT_CLASS (soleus_overview_tab_parent_class)->dispose (object);
}

static void
soleus_overview_tab_class_init (SoleusOverviewTabClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = soleus_overview_tab_dispose;
  SOLEUS_ATHLETE_TAB_CLASS (klass)->athlete_set = soleus_overview_tab_athlete_set;
  SOLEUS_ATHLETE_TAB_CLASS (klass)->refresh = soleus_overview_tab_refresh;

  g_type_ensure (SOLEUS_TYPE_BODY_MAP_VIEW);
  g_type_ensure (SOLEUS_TYPE_CARD);
  g_type_ensure (SOLEUS_TYPE_COLUMNS);
  g_type_ensure (SOLEUS_TYPE_TIMELINE_PANEL);
  g_type_ensure (SOLEUS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-overview-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusOverviewTab, upper);
  gtk_widget_class_bind_template_child (widget_class, SoleusOverviewTab, timeline_card);
  gtk_widget_class_bind_template_child (widget_class, SoleusOverviewTab, timeline);
  gtk_widget_class_bind_template_child (widget_class, SoleusOverviewTab, timeline_stack);
  gtk_widget_class_bind_template_child (widget_class, SoleusOverviewTab, map_card);
  gtk_widget_class_bind_template_child (widget_class, SoleusOverviewTab, map_view);
  gtk_widget_class_bind_template_child (widget_class, SoleusOverviewTab, back_button);
  gtk_widget_class_bind_template_child (widget_class, SoleusOverviewTab, next_card);
  gtk_widget_class_bind_template_child (widget_class, SoleusOverviewTab, visits_card);
  gtk_widget_class_bind_template_child (widget_class, SoleusOverviewTab, calendar_card);
  gtk_widget_class_bind_template_child (widget_class, SoleusOverviewTab, trend_card);
  gtk_widget_class_bind_template_callback (widget_class, view_toggled_cb);
}

static void
soleus_overview_tab_init (SoleusOverviewTab *self)
{
  self->map = soleus_body_map_new (SOLEUS_BODY_VIEW_BACK);
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (self->timeline, "episode-activated", G_CALLBACK (episode_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "period-changed", G_CALLBACK (period_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map_view, "muscle-activated", G_CALLBACK (muscle_activated_cb), self, G_CONNECT_SWAPPED);
}
