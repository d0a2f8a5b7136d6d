#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-check-in.h"
#include "soleus-clinic-day.h"
#include "soleus-error.h"
#include "soleus-session.h"
#include "soleus-shoe.h"

static struct {
  char **sessions;
  char *minutes;
  char *rpe;
  char *activity;
  char *shoe;
  char *surface;
  char *distance;
  char *athlete;
} options;

static const GOptionEntry add_options[] = {
  { "session", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.sessions, N_("A training session of that day; may be given several times, in the order of the day"), N_("MINUTES:RPE") },
  { "session-minutes", 0, 0, G_OPTION_ARG_STRING, &options.minutes, N_("Length of the training session of that day"), N_("min") },
  { "session-rpe", 0, 0, G_OPTION_ARG_STRING, &options.rpe, N_("How hard it was (0–10)"), N_("NUMBER") },
  { "session-activity", 0, 0, G_OPTION_ARG_FILENAME, &options.activity, N_("What was done"), N_("TEXT") },
  { "session-distance-km", 0, 0, G_OPTION_ARG_STRING, &options.distance, N_("How far"), N_("km") },
  { "shoe", 0, 0, G_OPTION_ARG_FILENAME, &options.shoe, N_("Which pair; a new name is a new pair"), N_("NAME") },
  { "surface", 0, 0, G_OPTION_ARG_STRING, &options.surface, N_("On which surface"), N_("CHOICE") },
  { NULL }
};

static const GOptionEntry list_options[] = {
  { "athlete", 0, 0, G_OPTION_ARG_FILENAME, &options.athlete, N_("Whose check-ins; without it, everyone’s"), N_("NAME") },
  { NULL }
};

/* the first record of a kind that this athlete has for this day, as a copy to change, or a new one */
static SoleusRecord *
find_or_create (SoleusClinic            *clinic,
                const SoleusRecordKind  *kind,
                const char              *athlete,
                const char              *date,
                GError                 **error)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (kind);
  g_autoptr (GPtrArray) stored = NULL;
  SoleusRecord *record;

  soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, athlete);
  soleus_query_where_text (query, "date", SOLEUS_QUERY_EQUAL, date);
  soleus_query_order_by (query, "created-at", FALSE);
  soleus_query_set_limit (query, 1, 0);
  stored = soleus_clinic_list (clinic, query, error);
  if (stored == NULL)
    return NULL;
  if (stored->len > 0)
    return soleus_record_copy (stored->pdata[0]);
  record = soleus_record_new (kind);
  soleus_record_set_text (record, "athlete", athlete);
  soleus_record_set_text (record, "date", date);
  return record;
}

/* Finds the athlete's pair of that name, or adds it to @change. */
static char *
find_or_add_shoe (SoleusClinic  *clinic,
                  SoleusChange  *change,
                  const char    *athlete,
                  const char    *date,
                  GError       **error)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_shoe_kind);
  g_autoptr (GPtrArray) stored = NULL;
  g_autoptr (SoleusRecord) shoe = NULL;

  soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, athlete);
  soleus_query_where_text (query, "name", SOLEUS_QUERY_EQUAL, options.shoe);
  stored = soleus_clinic_list (clinic, query, error);
  if (stored == NULL)
    return NULL;
  if (stored->len > 0)
    return g_strdup (soleus_record_get_id (stored->pdata[0]));
  shoe = soleus_record_new (&soleus_shoe_kind);
  soleus_record_set_text (shoe, "athlete", athlete);
  if (!soleus_record_set_from_text (shoe, "name", options.shoe, error))
    return NULL;
  soleus_record_set_text (shoe, "since", date);
  soleus_change_add (change, shoe);
  return g_strdup (soleus_record_get_id (shoe));
}

static gboolean
apply_session (SoleusRecord  *session,
               const char    *shoe, /* (nullable) id */
               GError       **error)
{
  if (shoe != NULL)
    soleus_record_set_text (session, "shoe", shoe);
  return (options.minutes == NULL || soleus_record_set_from_text (session, "minutes", options.minutes, error)) &&
         (options.rpe == NULL || soleus_record_set_from_text (session, "rpe", options.rpe, error)) &&
         (options.activity == NULL || soleus_record_set_from_text (session, "activity", options.activity, error)) &&
         (options.distance == NULL || soleus_record_set_from_text (session, "distance-km", options.distance, error)) &&
         (options.surface == NULL || soleus_record_set_from_text (session, "surface", options.surface, error));
}

/* "90:7"; either side may be empty, which is unknown */
static gboolean
apply_minutes_and_rpe (SoleusRecord  *session,
                       const char    *text,
                       GError       **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", -1);

  if (g_strv_length (parts) != 2)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--session: “%s” is not MINUTES:RPE. Write it like 90:7."), text);
      return FALSE;
    }
  return soleus_record_set_from_text (session, "minutes", parts[0], error) &&
         soleus_record_set_from_text (session, "rpe", parts[1], error);
}

/* The n-th --session edits the n-th session of the day, or is a new one; a session that is not named stays as it is. */
static gboolean
add_listed_sessions (SoleusCommandContext  *context,
                     SoleusChange          *change,
                     const char            *athlete,
                     const char            *date,
                     const char            *shoe, /* (nullable) id */
                     GError               **error)
{
  g_autoptr (GPtrArray) stored = soleus_clinic_list_of_day (context->clinic, &soleus_session_kind, athlete, date, error);

  if (stored == NULL)
    return FALSE;
  for (guint i = 0; options.sessions[i] != NULL; i++)
    {
      g_autoptr (SoleusRecord) session = i < stored->len ? soleus_record_copy (stored->pdata[i]) : soleus_record_new (&soleus_session_kind);

      soleus_record_set_text (session, "athlete", athlete);
      soleus_record_set_text (session, "date", date);
      if (!apply_session (session, shoe, error) || !apply_minutes_and_rpe (session, options.sessions[i], error))
        return FALSE;
      soleus_change_add (change, session);
    }
  return TRUE;
}

/* With --session-minutes and the like, one session: a second call edits it. */
static gboolean
add_sessions (SoleusCommandContext  *context,
              SoleusChange          *change,
              const char            *athlete,
              const char            *date,
              GError               **error)
{
  g_autoptr (SoleusRecord) session = NULL;
  g_autofree char *shoe = NULL;

  if (options.sessions == NULL && options.minutes == NULL && options.rpe == NULL && options.activity == NULL &&
      options.distance == NULL && options.shoe == NULL && options.surface == NULL)
    return TRUE;
  if (options.sessions != NULL && (options.minutes != NULL || options.rpe != NULL))
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                           _("Give either --session MINUTES:RPE, as often as needed, or --session-minutes with --session-rpe."));
      return FALSE;
    }
  if (options.shoe != NULL && options.shoe[0] != '\0')
    {
      shoe = find_or_add_shoe (context->clinic, change, athlete, date, error);
      if (shoe == NULL)
        return FALSE;
    }
  if (options.sessions != NULL)
    return add_listed_sessions (context, change, athlete, date, shoe, error);
  session = find_or_create (context->clinic, &soleus_session_kind, athlete, date, error);
  if (session == NULL || !apply_session (session, shoe, error))
    return FALSE;
  soleus_change_add (change, session);
  return TRUE;
}

static gboolean
add (SoleusCommandContext  *context,
     GError               **error)
{
  g_autoptr (SoleusChange) change = soleus_change_new ();
  g_autofree char *athlete = soleus_command_dup_athlete (context, soleus_record_options_get (context->record, "athlete"), error);
  const char *date = soleus_record_options_get (context->record, "date");
  g_autoptr (SoleusRecord) check_in = NULL;

  if (athlete == NULL)
    return FALSE;
  if (!soleus_date_is_valid (date))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--date: “%s” is not a date that exists. Write it like 2001-05-31."), date != NULL ? date : "");
      return FALSE;
    }
  check_in = find_or_create (context->clinic, &soleus_check_in_kind, athlete, date, error);
  if (check_in == NULL || !soleus_record_options_apply (context->record, check_in, context->clinic, error))
    return FALSE;
  soleus_check_in_note_chart (check_in);
  soleus_change_add (change, check_in);
  if (!add_sessions (context, change, athlete, date, error) ||
      !soleus_clinic_commit (context->clinic, change, error))
    return FALSE;
  soleus_command_print_id (context, soleus_record_get_id (check_in));
  return TRUE;
}

static gboolean
list (SoleusCommandContext  *context,
      GError               **error)
{
  static const char *const columns[] = { "date", "fluid-ml", "urine-colour", "sleep-hours", "sleep-quality", "caffeine-mg", "soreness", NULL };
  static const char *const session_columns[] = { "date", "minutes", "rpe", "activity", "surface", "shoe", NULL };
  g_autoptr (GPtrArray) check_ins = soleus_command_list (context, &soleus_check_in_kind, options.athlete, error);
  g_autoptr (GPtrArray) sessions = NULL;

  if (check_ins == NULL)
    return FALSE;
  sessions = soleus_command_list (context, &soleus_session_kind, options.athlete, error);
  if (sessions == NULL)
    return FALSE;
  soleus_command_print_list (context, check_ins, &soleus_check_in_kind, columns);
  soleus_printer_key (context->printer, soleus_session_kind.plural, _("Training sessions"));
  soleus_printer_records (context->printer, sessions, session_columns, NULL);
  return TRUE;
}

const SoleusCommand soleus_commands_check_in[] = {
  { "check-in", "add", SOLEUS_COMMAND_WRITE, 0, NULL, N_("Record the risk factors of a day; a second call edits that day"), &soleus_check_in_kind, NULL, add_options, add },
  { "check-in", "list", SOLEUS_COMMAND_READ, 0, NULL, N_("List check-ins and training sessions, the newest first"), NULL, NULL, list_options, list },
  { NULL }
};
