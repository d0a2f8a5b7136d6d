#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-athlete.h"
#include "soleus-clinic-day.h"
#include "soleus-flag-kind.h"
#include "soleus-follow-up.h"
#include "soleus-planned-treatment.h"
#include "soleus-red-flag.h"

static struct {
  char *athlete;
  char *at;
} options;

static const GOptionEntry assess_options[] = {
  { "athlete", 0, 0, G_OPTION_ARG_FILENAME, &options.athlete, N_("Who"), N_("NAME") },
  { "at", 0, 0, G_OPTION_ARG_STRING, &options.at, N_("For which time; without it, now"), N_("TIME") },
  { NULL }
};

static const GOptionEntry status_options[] = {
  { "at", 0, 0, G_OPTION_ARG_STRING, &options.at, N_("For which time; without it, now"), N_("TIME") },
  { NULL }
};

static void
print_reason (SoleusPrinter     *printer,
              const char        *rule,
              const char        *text,
              const char *const *sources)
{
  soleus_printer_begin_map (printer);
  soleus_printer_add_text (printer, "rule", _("Rule"), rule);
  soleus_printer_add_text (printer, "text", _("Why"), text);
  soleus_printer_key (printer, "sources", _("Sources"));
  soleus_printer_begin_list (printer);
  for (gsize i = 0; sources != NULL && sources[i] != NULL; i++)
    soleus_printer_text (printer, sources[i]);
  soleus_printer_end (printer);
  soleus_printer_end (printer);
}

static void
print_window (SoleusPrinter *printer,
              SoleusWindow  *window)
{
  g_autofree char *sentence = soleus_window_format (window);
  gint64 remaining = window->remaining;

  soleus_printer_begin_map (printer);
  soleus_printer_sentence (printer, sentence);
  soleus_printer_add_text (printer, "side", _("Side"), soleus_enum_get_nick (SOLEUS_TYPE_SIDE, window->side));
  soleus_printer_add_text (printer, "region", _("Region"), soleus_enum_get_nick (SOLEUS_TYPE_REGION, window->region));
  soleus_printer_add_text (printer, "state", _("State"), soleus_enum_get_nick (SOLEUS_TYPE_WINDOW_STATE, window->state));
  soleus_printer_add_instant (printer, "anchor", _("Counted from"), window->anchor);
  soleus_printer_add_instant (printer, "opens_at", _("Opens"), window->opens_at);
  if (window->opens_at == SOLEUS_UNKNOWN_INSTANT)
    remaining = SOLEUS_UNKNOWN_INT;
  soleus_printer_add_integer (printer, "remaining_s", _("Seconds left"),
                              soleus_int_is_known (remaining) ? remaining / SOLEUS_USEC_PER_SECOND : remaining);
  soleus_printer_add_integer (printer, "row", _("Row of the rule"), window->row);
  soleus_printer_add_text (printer, "episode", _("Cramp"), window->episode_id);
  soleus_printer_add_text (printer, "red_flag", _("Red flag"), window->flag_id);
  soleus_printer_key (printer, "screen", _("Damage screen"));
  soleus_printer_text (printer, window->episode_id == NULL ? NULL
                                : !window->screen_complete ? "incomplete"
                                : window->screen_negative ? "negative" : "positive");
  soleus_printer_key (printer, "reasons", _("Reasons"));
  soleus_printer_begin_list (printer);
  for (guint i = 0; i < window->reasons->len; i++)
    {
      SoleusReason *reason = window->reasons->pdata[i];

      print_reason (printer, reason->rule, reason->text, (const char *const *) reason->sources);
    }
  soleus_printer_end (printer);
  soleus_printer_end (printer);
}

static void
print_flag (SoleusCommandContext *context,
            SoleusRecord         *flag)
{
  SoleusPrinter *printer = context->printer;
  SoleusFlagChase chase = soleus_clinic_get_chase (context->clinic, flag);
  const char *kind_id = soleus_record_get_text (flag, "kind");
  const SoleusFlagKind *kind = soleus_flag_kind_find (kind_id);
  g_auto (GStrv) sources = kind != NULL && kind->row.sources != NULL ? g_strsplit (kind->row.sources, " ", -1) : NULL;
  g_auto (GStrv) reasons = soleus_clinic_list_flag_reasons (context->clinic, flag);
  g_autofree char *raised_at = soleus_moment_to_iso8601 (soleus_record_get_moment (flag, "raised-at"));

  soleus_printer_begin_map (printer);
  soleus_printer_sentence (printer, soleus_catalogue_get_label (soleus_catalogue_get_flag_kinds (), kind_id));
  soleus_printer_add_text (printer, "id", _("Identifier"), soleus_record_get_id (flag));
  soleus_printer_add_text (printer, "kind", _("Kind"), kind_id);
  soleus_printer_add_text (printer, "side", _("Side"), soleus_enum_get_nick (SOLEUS_TYPE_SIDE, soleus_record_get_enum (flag, "side")));
  soleus_printer_add_text (printer, "urgency", _("Urgency"), soleus_enum_get_nick (SOLEUS_TYPE_URGENCY, soleus_record_get_enum (flag, "urgency")));
  soleus_printer_add_text (printer, "state", _("State"), soleus_enum_get_nick (SOLEUS_TYPE_FLAG_STATE, soleus_record_get_enum (flag, "state")));
  soleus_printer_add_text (printer, "target", _("Refer to"), soleus_enum_get_nick (SOLEUS_TYPE_REFERRAL_TARGET, soleus_record_get_enum (flag, "target")));
  soleus_printer_add_text (printer, "raised_at", _("Raised"), raised_at);
  soleus_printer_add_text (printer, "episode", _("Cramp"), soleus_record_get_text (flag, "episode"));
  soleus_printer_add_text (printer, "referred_to", _("Referred to"), soleus_record_get_text (flag, "referred-to"));
  soleus_printer_add_text (printer, "referred_how", _("Referred by"), soleus_record_get_text (flag, "referred-how"));
  soleus_printer_add_instant (printer, "due_at", _("Outcome due"), chase.due_at);
  if (chase.due_at != SOLEUS_UNKNOWN_INSTANT)
    {
      soleus_printer_key (printer, "overdue", _("Overdue"));
      soleus_printer_boolean (printer, chase.overdue);
    }
  soleus_printer_add_text (printer, "reopens", _("Opens again"), soleus_record_get_text (flag, "reopens"));
  soleus_printer_add_text (printer, "basis_changed", _("Its basis changed"), soleus_clinic_get_flag_basis (flag));
  soleus_printer_add_text (printer, "outcome", _("Outcome"), soleus_record_get_text (flag, "outcome"));
  soleus_printer_add_text (printer, "advice", _("What to do"), kind != NULL ? soleus_flag_kind_get_advice (kind) : NULL);
  soleus_printer_key (printer, "reasons", _("Reasons"));
  soleus_printer_begin_list (printer);
  for (gsize i = 0; reasons[i] != NULL; i++)
    if (reasons[i][0] != '\0')
      print_reason (printer, soleus_record_get_bool (flag, "by-rule") ? kind_id : "by-hand", reasons[i], (const char *const *) sources);
  soleus_printer_end (printer);
  soleus_printer_end (printer);
}

/* into an open map */
static void
print_assessment (SoleusCommandContext *context,
                  SoleusAssessment     *assessment)
{
  SoleusPrinter *printer = context->printer;
  SoleusRecord *athlete = soleus_assessment_get_athlete (assessment);
  GPtrArray *windows = soleus_assessment_get_windows (assessment);
  GPtrArray *flags = soleus_assessment_get_flags (assessment);
  GPtrArray *remarks = soleus_assessment_get_remarks (assessment);

  soleus_printer_add_text (printer, "athlete", _("Identifier"), soleus_record_get_id (athlete));
  soleus_printer_add_text (printer, "name", _("Name"), soleus_record_get_text (athlete, "name"));
  soleus_printer_add_instant (printer, "at", _("At"), soleus_assessment_get_at (assessment));
  soleus_printer_key (printer, "windows", _("No massage or heat"));
  soleus_printer_begin_list (printer);
  for (guint i = 0; i < windows->len; i++)
    print_window (printer, windows->pdata[i]);
  soleus_printer_end (printer);
  soleus_printer_key (printer, "red_flags", _("Red flags"));
  soleus_printer_begin_list (printer);
  for (guint i = 0; i < flags->len; i++)
    print_flag (context, flags->pdata[i]);
  soleus_printer_end (printer);
  if (remarks->len == 0)
    return;
  soleus_printer_key (printer, "remarks", _("To know"));
  soleus_printer_begin_list (printer);
  for (guint i = 0; i < remarks->len; i++)
    soleus_command_print_reason (printer, remarks->pdata[i]);
  soleus_printer_end (printer);
}

static void
print_day_factor (SoleusPrinter   *printer,
                  SoleusDayFactor *factor)
{
  soleus_printer_begin_map (printer);
  soleus_printer_sentence (printer, soleus_catalogue_row_get_label (factor->row));
  soleus_printer_add_text (printer, "factor", _("Factor"), factor->row->id);
  soleus_printer_add_text (printer, "present", _("Present"), soleus_enum_get_nick (SOLEUS_TYPE_ANSWER, factor->present));
  soleus_printer_add_text (printer, "text", _("Why"), factor->reason->text);
  soleus_printer_add_text (printer, "caveat", _("To know"), soleus_catalogue_row_get_caveat (factor->row));
  soleus_printer_add_text (printer, "evidence", _("Evidence"), soleus_enum_get_nick (SOLEUS_TYPE_EVIDENCE, factor->row->evidence));
  soleus_printer_add_text (printer, "owner", _("Usually looked after by"), soleus_enum_get_nick (SOLEUS_TYPE_OWNER, factor->row->value));
  soleus_printer_key (printer, "sources", _("Sources"));
  soleus_printer_begin_list (printer);
  for (gsize i = 0; factor->reason->sources[i] != NULL; i++)
    soleus_printer_text (printer, factor->reason->sources[i]);
  soleus_printer_end (printer);
  soleus_printer_end (printer);
}

/* The day of the last cramp: which factors what was recorded of it shows, and of which nothing was recorded. */
static gboolean
print_day (SoleusCommandContext  *context,
           const char            *athlete,
           SoleusInstant          at,
           GError               **error)
{
  SoleusPrinter *printer = context->printer;
  g_autoptr (SoleusDayReport) day = soleus_clinic_report_last_cramp (context->clinic, athlete, at, error);

  if (day == NULL)
    return FALSE;
  soleus_printer_key (printer, "day", day->episode_id != NULL ? _("The day of the last cramp") : _("The day"));
  soleus_printer_begin_map (printer);
  soleus_printer_add_text (printer, "date", _("Date"), day->date);
  soleus_printer_add_text (printer, "episode", _("Cramp"), day->episode_id);
  soleus_printer_key (printer, "factors", _("Risk factors of that day"));
  soleus_printer_begin_list (printer);
  for (guint i = 0; i < day->factors->len; i++)
    print_day_factor (printer, day->factors->pdata[i]);
  soleus_printer_end (printer);
  soleus_printer_key (printer, "not_recorded", _("Nothing recorded of"));
  soleus_printer_begin_list (printer);
  for (guint i = 0; i < day->unknown->len; i++)
    soleus_printer_text (printer, ((const SoleusCatalogueRow *) day->unknown->pdata[i])->id);
  soleus_printer_end (printer);
  soleus_printer_end (printer);
  return TRUE;
}

static gboolean
assess (SoleusCommandContext  *context,
        GError               **error)
{
  g_autofree char *athlete = soleus_command_dup_athlete (context, options.athlete, error);
  g_autoptr (SoleusAssessment) assessment = NULL;
  SoleusInstant at;

  if (athlete == NULL || !soleus_command_parse_time (context, options.at, &at, error))
    return FALSE;
  assessment = soleus_clinic_assess (context->clinic, athlete, at, error);
  if (assessment == NULL)
    return FALSE;
  print_assessment (context, assessment);
  return print_day (context, athlete, at, error);
}

/* due on that day or earlier, and not done */
static gboolean
print_follow_ups (SoleusCommandContext  *context,
                  SoleusInstant          at,
                  GError               **error)
{
  static const char *const columns[] = { "due", "athlete", "text", NULL };
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_follow_up_kind);
  g_autofree char *today = soleus_instant_dup_local_date (at);
  g_autoptr (GPtrArray) follow_ups = NULL;

  soleus_query_where_text (query, "due", SOLEUS_QUERY_LESS_EQUAL, today);
  soleus_query_where_known (query, "done-at", FALSE);
  soleus_query_order_by (query, "due", FALSE);
  follow_ups = soleus_clinic_list (context->clinic, query, error);
  if (follow_ups == NULL)
    return FALSE;
  soleus_printer_key (context->printer, "follow_ups", _("Follow-ups due"));
  soleus_printer_records (context->printer, follow_ups, columns, NULL);
  return TRUE;
}

/* massage and heat planned where a window arose since; nothing is said where there is none */
static gboolean
print_planned (SoleusCommandContext  *context,
               GError               **error)
{
  SoleusPrinter *printer = context->printer;
  g_autoptr (GPtrArray) list = soleus_clinic_list_planned_inside (context->clinic, NULL, error);

  if (list == NULL || list->len == 0)
    return list != NULL;
  soleus_printer_key (printer, "planned_inside", _("Planned inside a window"));
  soleus_printer_begin_list (printer);
  for (guint i = 0; i < list->len; i++)
    {
      SoleusPlannedTreatment *planned = list->pdata[i];
      SoleusRecord *treatment = planned->treatment;
      g_autofree char *sentence = soleus_planned_treatment_dup_sentence (planned);

      soleus_printer_begin_map (printer);
      soleus_printer_sentence (printer, sentence);
      soleus_printer_add_text (printer, "treatment", _("Treatment"), soleus_record_get_id (treatment));
      soleus_printer_add_text (printer, "visit", _("Visit"), soleus_record_get_text (treatment, "visit"));
      soleus_printer_add_text (printer, "athlete", _("Athlete"), soleus_record_get_text (treatment, "athlete"));
      soleus_printer_add_text (printer, "modality", _("Treatment"), soleus_record_get_text (treatment, "modality"));
      soleus_printer_add_instant (printer, "at", _("Time"), soleus_record_get_instant (treatment, "at"));
      soleus_printer_add_text (printer, "state", _("State"), soleus_enum_get_nick (SOLEUS_TYPE_WINDOW_STATE, planned->window->state));
      soleus_printer_end (printer);
    }
  soleus_printer_end (printer);
  return TRUE;
}

static gboolean
status (SoleusCommandContext  *context,
        GError               **error)
{
  g_autoptr (GPtrArray) assessments = NULL;
  SoleusInstant at;

  if (!soleus_command_parse_time (context, options.at, &at, error))
    return FALSE;
  assessments = soleus_clinic_list_status (context->clinic, at, error);
  if (assessments == NULL)
    return FALSE;
  soleus_printer_add_instant (context->printer, "at", _("At"), at);
  soleus_printer_key (context->printer, "athletes", _("Athletes"));
  soleus_printer_begin_list (context->printer);
  for (guint i = 0; i < assessments->len; i++)
    {
      soleus_printer_begin_map (context->printer);
      print_assessment (context, assessments->pdata[i]);
      soleus_printer_end (context->printer);
    }
  soleus_printer_end (context->printer);
  return print_planned (context, error) && print_follow_ups (context, at, error);
}

const SoleusCommand soleus_commands_assess[] = {
  { "assess", NULL, SOLEUS_COMMAND_READ, 0, NULL, N_("Windows and red flags of one athlete, with reasons and sources"), NULL, NULL, assess_options, assess },
  { "status", NULL, SOLEUS_COMMAND_READ, 0, NULL, N_("Everyone with a window or an open red flag, and what is due"), NULL, NULL, status_options, status },
  { NULL }
};
