/* soleus-today-page.c: red flags with their age, windows with the time left, visits of the day, follow-ups due, drafts not finished */
#define G_LOG_DOMAIN "soleus-today-page"

#include "soleus-config.h"

#include "soleus-today-page.h"

#include "soleus-back-button.h"
#include "soleus-card.h"
#include "soleus-columns.h"
#include "soleus-flag-kind.h"
#include "soleus-phrase.h"
#include "soleus-planned-lines.h"
#include "soleus-window-groups.h"
#include "soleus-window-phrase.h"

#include <glib/gi18n-lib.h>

struct _SoleusTodayPage {
  SoleusPage      parent_instance;

  AdwWindowTitle *header_title;
  GtkWidget      *log_button;
  GtkWidget      *relief_button;
  GtkLabel       *title_label;
  SoleusColumns  *upper;
  SoleusCard     *flags;
  SoleusCard     *windows;
  SoleusCard     *visits;
  SoleusCard     *follow_ups;
  SoleusCard     *drafts;

};

G_DEFINE_FINAL_TYPE (SoleusTodayPage, soleus_today_page, SOLEUS_TYPE_PAGE)

static const char *
get_athlete_name (SoleusRecord *athlete)
{
  return athlete != NULL ? soleus_record_get_text (athlete, "name") : _("Unknown athlete");
}

/* --- red flags --- */

static char *
dup_flag_text (SoleusRecord *flag)
{
  const char *label = soleus_catalogue_get_label (soleus_catalogue_get_flag_kinds (), soleus_record_get_text (flag, "kind"));
  SoleusSide side = soleus_record_get_enum (flag, "side");
  gboolean referred = soleus_record_get_enum (flag, "state") == SOLEUS_FLAG_STATE_REFERRED;
  g_autofree char *where = side == SOLEUS_SIDE_LEFT || side == SOLEUS_SIDE_RIGHT
                           /* TRANSLATORS: a red flag, then the leg: “Swelling · the right leg” */
                           ? g_strdup_printf (_("%s · %s"), label, soleus_phrase_get_place (side, SOLEUS_REGION_WHOLE_BODY))
                           : g_strdup (label);

  return g_strdup_printf (referred ? _("%s. Referred, no outcome yet.") : _("%s. Nobody asked yet."), where);
}

static void
append_flag (SoleusTodayPage *self,
             SoleusRecord    *athlete,
             SoleusRecord    *flag,
             SoleusInstant    now)
{
  SoleusRecordLine *line = SOLEUS_RECORD_LINE (soleus_record_line_new ());
  SoleusUrgency urgency = soleus_record_get_enum (flag, "urgency");
  SoleusInstant raised = soleus_record_get_instant (flag, "raised-at");
  gboolean hard_stop = soleus_flag_kind_is_hard_stop (soleus_record_get_text (flag, "kind"));
  g_autofree char *text = dup_flag_text (flag);
  g_autofree char *age = soleus_phrase_dup_age (now - raised);
  g_autofree char *target = g_strconcat ("flag:", soleus_record_get_id (flag), NULL);

  soleus_record_line_set_text (line, get_athlete_name (athlete), text);
  soleus_record_line_set_avatar (line, get_athlete_name (athlete));
  soleus_record_line_set_detail (line, age, -1);

  if (hard_stop)
    soleus_pill_set (soleus_record_line_get_pill (line), SOLEUS_PILL_HARD_STOP, _("Hard stop"));
  else
    soleus_pill_set (soleus_record_line_get_pill (line), SOLEUS_PILL_FLAG,
                     soleus_enum_get_label (SOLEUS_TYPE_URGENCY, urgency));

  soleus_card_append_line (self->flags, line, target);
}

static void
show_flags (SoleusTodayPage *self,
            GPtrArray       *status,
            SoleusInstant    now)
{
  g_autofree char *detail = NULL;
  guint n = 0;

  soleus_card_clear (self->flags);

  for (guint i = 0; i < status->len; i++)
    {
      SoleusAssessment *assessment = g_ptr_array_index (status, i);
      GPtrArray *flags = soleus_assessment_get_flags (assessment);

      for (guint j = 0; j < flags->len; j++)
        {
          SoleusRecord *flag = g_ptr_array_index (flags, j);

          if (soleus_record_get_enum (flag, "state") == SOLEUS_FLAG_STATE_CLEARED)
            continue;

          append_flag (self, soleus_assessment_get_athlete (assessment), flag, now);
          n++;
        }
    }

  if (n == 0)
    soleus_card_set_empty (self->flags, _("No red flag is open."));
  else
    detail = g_strdup_printf (ngettext ("%u open", "%u open", n), n);

  soleus_card_set_detail (self->flags, detail);
}

/* --- windows --- */

static void
append_window (SoleusTodayPage   *self,
               SoleusRecord      *athlete,
               SoleusWindowGroup *group,
               SoleusInstant      now)
{
  SoleusRecordLine *line = SOLEUS_RECORD_LINE (soleus_record_line_new ());
  SoleusWindow *window = group->window;
  const char *place = soleus_phrase_get_place (group->side, group->region);
  gboolean ends = window->state != SOLEUS_WINDOW_STATE_HARD_STOP && window->opens_at != SOLEUS_UNKNOWN_INSTANT;
  g_autofree char *first = g_utf8_strup (place, (gssize) (g_utf8_next_char (place) - place));
  g_autofree char *keeps = NULL;
  g_autofree char *text = NULL;
  g_autofree char *until = soleus_window_phrase_dup_until (window);
  g_autofree char *target = g_strconcat ("athlete:", soleus_record_get_id (athlete), NULL);
  double share = -1;

  if (window->state == SOLEUS_WINDOW_STATE_CAUTION)
    keeps = g_strdup (_("only with a reason"));
  else if (window->row == 4 && window->screen_unknown > 0)
    keeps = g_strdup_printf (_("%u of 8 not screened"), window->screen_unknown);

  text = keeps != NULL ? g_strdup_printf ("%s%s · %s", first, g_utf8_next_char (place), keeps)
                       : g_strdup_printf ("%s%s", first, g_utf8_next_char (place));

  if (ends && window->anchor != SOLEUS_UNKNOWN_INSTANT && window->opens_at > window->anchor)
    share = (now - window->anchor) / (double) (window->opens_at - window->anchor);

  soleus_record_line_set_text (line, get_athlete_name (athlete), text);
  soleus_record_line_set_avatar (line, get_athlete_name (athlete));
  soleus_record_line_set_detail (line, until, share);
  soleus_pill_set_window (soleus_record_line_get_pill (line), window->state, ends ? window->opens_at - now : SOLEUS_UNKNOWN_INT, 0);
  soleus_card_append_line (self->windows, line, target);
}

static void
show_windows (SoleusTodayPage *self,
              GPtrArray       *status,
              SoleusInstant    now)
{
  g_autofree char *detail = NULL;
  guint n_athletes = 0;

  soleus_card_clear (self->windows);

  for (guint i = 0; i < status->len; i++)
    {
      SoleusAssessment *assessment = g_ptr_array_index (status, i);
      g_autoptr (GPtrArray) groups = soleus_window_groups_new (soleus_assessment_get_windows (assessment));

      for (guint j = 0; j < groups->len; j++)
        append_window (self, soleus_assessment_get_athlete (assessment), g_ptr_array_index (groups, j), now);

      if (groups->len > 0)
        n_athletes++;
    }

  if (soleus_planned_lines_append (self->windows, soleus_page_get_clinic (SOLEUS_PAGE (self))) == 0 && n_athletes == 0)
    soleus_card_set_empty (self->windows, _("Nobody is in a window."));
  else if (n_athletes > 0)
    detail = g_strdup_printf (ngettext ("%u athlete", "%u athletes", n_athletes), n_athletes);

  soleus_card_set_detail (self->windows, detail);
}

/* --- visits, follow-ups, drafts --- */

static char *
dup_athlete_name (SoleusTodayPage *self,
                  const char      *id)
{
  g_autoptr (SoleusRecord) athlete = NULL;

  if (id == NULL)
    return NULL;

  athlete = soleus_clinic_find (soleus_page_get_clinic (SOLEUS_PAGE (self)), &soleus_athlete_kind, id, NULL);

  return athlete != NULL ? g_strdup (soleus_record_get_text (athlete, "name")) : NULL;
}

/* The first line of what was said, found or planned: enough to know which visit it was. */
static char *
dup_visit_text (SoleusRecord *visit)
{
  static const char *const fields[] = { "assessment", "subjective", "objective", "plan" };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = soleus_record_get_text (visit, fields[i]);

      if (text != NULL)
        return g_strndup (text, strcspn (text, "\n"));
    }

  return NULL;
}

static void
show_visits (SoleusTodayPage *self,
             SoleusInstant    now)
{
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  g_autofree char *today = soleus_instant_dup_local_date (now);
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_visit_kind);
  g_autoptr (GPtrArray) visits = NULL;

  soleus_query_where_instant (query, "time", SOLEUS_QUERY_GREATER_EQUAL, soleus_date_get_start (today));
  soleus_query_where_instant (query, "time", SOLEUS_QUERY_LESS, soleus_date_get_end (today));
  soleus_query_order_by (query, "time", FALSE);
  visits = soleus_clinic_list (clinic, query, NULL);

  soleus_card_clear (self->visits);

  for (guint i = 0; visits != NULL && i < visits->len; i++)
    {
      SoleusRecord *visit = g_ptr_array_index (visits, i);
      SoleusRecordLine *line = SOLEUS_RECORD_LINE (soleus_record_line_new ());
      gboolean is_signed = soleus_record_get_enum (visit, "state") == SOLEUS_VISIT_STATE_SIGNED;
      g_autofree char *name = dup_athlete_name (self, soleus_record_get_text (visit, "athlete"));
      g_autofree char *text = dup_visit_text (visit);
      g_autofree char *time = soleus_instant_format (soleus_record_get_instant (visit, "time"), "%H:%M");
      g_autofree char *target = g_strconcat ("visit:", soleus_record_get_id (visit), NULL);

      soleus_record_line_set_lead (line, time);
      soleus_record_line_set_text (line, name, text);
      soleus_pill_set (soleus_record_line_get_pill (line), is_signed ? SOLEUS_PILL_SIGNED : SOLEUS_PILL_DRAFT,
                       is_signed ? _("Signed") : _("Draft"));
      soleus_card_append_line (self->visits, line, target);
    }

  if (visits == NULL || visits->len == 0)
    soleus_card_set_empty (self->visits, _("No visit yet."));
}

static char *
dup_due (const char *due,
         const char *today)
{
  g_autofree char *date = soleus_phrase_dup_date (soleus_date_get_start (due));
  int days = soleus_date_get_days_between (due, today);

  if (days == 0)
    return g_strdup (_("due today"));

  return g_strdup_printf (ngettext ("was due %s, %d day ago", "was due %s, %d days ago", days), date, days);
}

static void
show_follow_ups (SoleusTodayPage *self,
                 SoleusInstant    now)
{
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  g_autofree char *today = soleus_instant_dup_local_date (now);
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_follow_up_kind);
  g_autoptr (GPtrArray) follow_ups = NULL;

  soleus_query_where_known (query, "done-at", FALSE);
  soleus_query_where_text (query, "due", SOLEUS_QUERY_LESS_EQUAL, today);
  soleus_query_order_by (query, "due", FALSE);
  soleus_query_set_limit (query, 50, 0);
  follow_ups = soleus_clinic_list (clinic, query, NULL);

  soleus_card_clear (self->follow_ups);

  for (guint i = 0; follow_ups != NULL && i < follow_ups->len; i++)
    {
      SoleusRecord *follow_up = g_ptr_array_index (follow_ups, i);
      SoleusRecordLine *line = SOLEUS_RECORD_LINE (soleus_record_line_new ());
      g_autofree char *name = dup_athlete_name (self, soleus_record_get_text (follow_up, "athlete"));
      g_autofree char *due = dup_due (soleus_record_get_text (follow_up, "due"), today);
      g_autofree char *text = g_strdup_printf (_("%s · %s"), name, due);
      g_autofree char *target = g_strconcat ("athlete:", soleus_record_get_text (follow_up, "athlete"), NULL);

      soleus_record_line_set_icon (line, "alarm-symbolic");
      soleus_record_line_set_text (line, soleus_record_get_text (follow_up, "text"), text);
      soleus_card_append_line (self->follow_ups, line, target);
    }

  if (follow_ups == NULL || follow_ups->len == 0)
    soleus_card_set_empty (self->follow_ups, _("Nothing is due."));
}

static void
show_drafts (SoleusTodayPage *self,
             SoleusInstant    now)
{
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  g_autoptr (GPtrArray) drafts = soleus_clinic_list_drafts (clinic);
  g_autofree char *today = soleus_instant_dup_local_date (now);

  soleus_card_clear (self->drafts);

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    {
      SoleusKeptDraft *draft = g_ptr_array_index (drafts, i);
      SoleusRecordLine *line = SOLEUS_RECORD_LINE (soleus_record_line_new ());
      g_autofree char *date = soleus_instant_dup_local_date (draft->updated_at);
      g_autofree char *time = g_str_equal (date, today) ? soleus_instant_format (draft->updated_at, "%H:%M")
                                                        : soleus_phrase_dup_date_time (draft->updated_at);
      g_autofree char *text = g_strdup_printf (_("draft kept %s"), time);

      soleus_record_line_set_icon (line, "document-edit-symbolic");
      soleus_record_line_set_text (line, draft->title != NULL ? draft->title : _("Draft"), text);
      soleus_card_append_line (self->drafts, line, draft->key);
    }

  if (drafts == NULL || drafts->len == 0)
    soleus_card_set_empty (self->drafts, _("No draft is waiting."));
}

/* --- the page --- */

static void
refresh (SoleusTodayPage *self)
{
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  SoleusInstant now = soleus_clinic_get_now (clinic);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) status = soleus_clinic_list_status (clinic, now, &error);
  /* TRANSLATORS: the title of Today, “Friday 21 November 2025” */
  g_autofree char *date = soleus_instant_format (now, _("%A %-d %B %Y"));
  /* TRANSLATORS: the date of Today under its name in a narrow window, “Fri 21 November” */
  g_autofree char *subtitle = soleus_instant_format (now, _("%a %-d %B"));

  gtk_label_set_text (self->title_label, date);
  adw_window_title_set_subtitle (self->header_title, soleus_columns_is_narrow (self->upper) ? subtitle : "");

  if (status == NULL)
    {
      soleus_card_clear (self->flags);
      soleus_card_clear (self->windows);
      soleus_card_set_empty (self->windows, error->message);
    }
  else
    {
      show_flags (self, status, now);
      show_windows (self, status, now);
    }

  show_visits (self, now);
  show_follow_ups (self, now);
  show_drafts (self, now);
}

static void
narrow_cb (SoleusTodayPage *self)
{
  gboolean narrow = soleus_columns_is_narrow (self->upper);

  gtk_widget_set_visible (GTK_WIDGET (self->title_label), !narrow);
  gtk_widget_set_visible (self->log_button, !narrow);
  gtk_widget_set_visible (self->relief_button, !narrow);
  soleus_page_queue_refresh (SOLEUS_PAGE (self));
}

static void
soleus_today_page_refresh (SoleusPage *page)
{
  refresh (SOLEUS_TODAY_PAGE (page));
}

static void
soleus_today_page_clinic_set (SoleusPage   *page,
                              SoleusClinic *clinic)
{
  SoleusTodayPage *self = SOLEUS_TODAY_PAGE (page);

  soleus_page_set_title (page, _("Today"));
  gtk_widget_set_sensitive (self->log_button, !soleus_clinic_is_read_only (clinic));

  g_signal_connect_object (clinic, "changed", G_CALLBACK (soleus_page_queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "minute-passed", G_CALLBACK (soleus_page_queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->upper, "notify::narrow", G_CALLBACK (narrow_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
soleus_today_page_dispose (GObject *object)
{
  SoleusTodayPage *self = SOLEUS_TODAY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_TODAY_PAGE);

  G_OBJECT_CLASS (soleus_today_page_parent_class)->dispose (object);
}

static void
soleus_today_page_class_init (SoleusTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = soleus_today_page_dispose;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_today_page_clinic_set;
  SOLEUS_PAGE_CLASS (klass)->refresh = soleus_today_page_refresh;

  g_type_ensure (SOLEUS_TYPE_BACK_BUTTON);
  g_type_ensure (SOLEUS_TYPE_CARD);
  g_type_ensure (SOLEUS_TYPE_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusTodayPage, header_title);
  gtk_widget_class_bind_template_child (widget_class, SoleusTodayPage, log_button);
  gtk_widget_class_bind_template_child (widget_class, SoleusTodayPage, relief_button);
  gtk_widget_class_bind_template_child (widget_class, SoleusTodayPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusTodayPage, upper);
  gtk_widget_class_bind_template_child (widget_class, SoleusTodayPage, flags);
  gtk_widget_class_bind_template_child (widget_class, SoleusTodayPage, windows);
  gtk_widget_class_bind_template_child (widget_class, SoleusTodayPage, visits);
  gtk_widget_class_bind_template_child (widget_class, SoleusTodayPage, follow_ups);
  gtk_widget_class_bind_template_child (widget_class, SoleusTodayPage, drafts);
}

static void
soleus_today_page_init (SoleusTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
