#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-look-back.h"
#include "soleus-error.h"

/* What preceded: training load as a description of change, and factors before cramps against ordinary days. */

static struct {
  char *athlete;
  char *at;
  char *from;
  char *to;
} options;

static const GOptionEntry load_options[] = {
  { "athlete", 0, 0, G_OPTION_ARG_FILENAME, &options.athlete, N_("Whose training load"), N_("NAME") },
  { "at", 0, 0, G_OPTION_ARG_STRING, &options.at, N_("The last of the 28 days (default: today)"), N_("DATE") },
  { NULL }
};

static const GOptionEntry look_back_options[] = {
  { "athlete", 0, 0, G_OPTION_ARG_FILENAME, &options.athlete, N_("Whose cramps"), N_("NAME") },
  { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_("The first day (default: the first with an entry)"), N_("DATE") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_("The last day (default: today)"), N_("DATE") },
  { NULL }
};

static gboolean
print_load (SoleusCommandContext  *context,
            GError               **error)
{
  g_autofree char *athlete = soleus_command_dup_athlete (context, options.athlete, error);
  SoleusPrinter *printer = context->printer;
  g_autoptr (SoleusLoadReport) report = NULL;
  g_autofree char *date = NULL;
  SoleusInstant at;

  if (athlete == NULL || !soleus_command_parse_time (context, options.at, &at, error))
    return FALSE;
  date = soleus_date_is_valid (options.at) ? g_strdup (options.at) : soleus_instant_dup_local_date (at);
  report = soleus_clinic_report_load (context->clinic, athlete, date, error);
  if (report == NULL)
    return FALSE;

  soleus_printer_key (printer, "daily", _("Load a day (minutes × effort)"));
  soleus_printer_begin_list (printer);
  for (gsize i = 0; i < SOLEUS_CHRONIC_DAYS; i++)
    {
      soleus_printer_begin_map (printer);
      soleus_printer_add_text (printer, "date", _("Date"), report->dates[i]);
      soleus_printer_add_real (printer, "load", _("Load"), report->days[i]);
      soleus_printer_end (printer);
    }
  soleus_printer_end (printer);
  soleus_printer_add_real (printer, "weekly", _("Last 7 days"), report->load.weekly);
  soleus_printer_add_real (printer, "week_on_week", _("Change to the week before (0.1 is 10 % more)"), report->load.week_change);
  soleus_printer_add_real (printer, "monotony", _("Monotony: mean day ÷ sample standard deviation"), report->load.monotony);
  soleus_printer_add_real (printer, "strain", _("Strain: week × monotony"), report->load.strain);
  soleus_printer_key (printer, "acwr", _("Last 7 days ÷ usual days: a description, it predicts nothing"));
  soleus_printer_begin_map (printer);
  soleus_printer_add_real (printer, "coupled", _("Usual: the mean of the 28 days"), report->load.coupled);
  soleus_printer_add_real (printer, "uncoupled", _("Usual: the mean of the 21 days before"), report->load.uncoupled);
  soleus_printer_add_real (printer, "ewma", _("Usual: weighted towards the last days"), report->load.ewma);
  soleus_printer_end (printer);
  soleus_printer_add_boolean (printer, "enough", _("All 28 days are known"), report->load.enough);
  soleus_printer_add_integer (printer, "unknown_days", _("Days without an entry"), report->n_unknown);
  return TRUE;
}

static void
print_count (SoleusPrinter             *printer,
             const char                *name,
             const char                *label,
             const SoleusLookBackCount *count)
{
  soleus_printer_key (printer, name, label);
  soleus_printer_begin_map (printer);
  soleus_printer_add_integer (printer, "with", _("With it"), count->with);
  soleus_printer_add_integer (printer, "of", _("Of those known"), count->of);
  soleus_printer_add_real (printer, "low", _("Share at least (95 %)"), count->is_known ? count->share.lower : SOLEUS_UNKNOWN_REAL);
  soleus_printer_add_real (printer, "high", _("Share at most (95 %)"), count->is_known ? count->share.upper : SOLEUS_UNKNOWN_REAL);
  soleus_printer_add_integer (printer, "unknown", _("Too little known"), count->unknown);
  soleus_printer_end (printer);
}

static void
print_line (SoleusPrinter            *printer,
            const SoleusLookBackLine *line,
            guint                     window)
{
  static const char *const names[SOLEUS_LOOK_BACK_N_WINDOWS] = { "24h", "7d", "28d" };
  const SoleusLookBackComparison *comparison = &line->windows[window];

  soleus_printer_begin_map (printer);
  soleus_printer_sentence (printer, soleus_look_back_factor_get_label (line->factor));
  soleus_printer_add_text (printer, "factor", _("Factor"), line->factor->id);
  soleus_printer_add_text (printer, "window", _("Window before"), names[window]);
  print_count (printer, "episodes", _("Before a cramp"), &comparison->cramps);
  print_count (printer, "ordinary_days", _("On ordinary days"), &comparison->ordinary_days);
  soleus_printer_add_boolean (printer, "enough", _("Enough to say"), comparison->enough);
  soleus_printer_end (printer);
}

static gboolean
print_look_back (SoleusCommandContext  *context,
                 GError               **error)
{
  SoleusPrinter *printer = context->printer;
  g_autoptr (SoleusLookBackReport) report = NULL;
  g_autofree char *athlete = NULL;

  if (!soleus_command_check_date ("--from", options.from, error) || !soleus_command_check_date ("--to", options.to, error))
    return FALSE;
  if (options.from != NULL && options.to != NULL && g_strcmp0 (options.from, options.to) > 0)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--from is after --to. Exchange the two dates."));
      return FALSE;
    }
  athlete = soleus_command_dup_athlete (context, options.athlete, error);
  report = athlete != NULL ? soleus_clinic_report_look_back (context->clinic, athlete, options.from, options.to, error) : NULL;
  if (report == NULL)
    return FALSE;

  soleus_printer_add_text (printer, "from", _("From"), report->from);
  soleus_printer_add_text (printer, "to", _("To"), report->to);
  soleus_printer_add_integer (printer, "episodes", _("Cramps"), report->n_cramps);
  soleus_printer_add_integer (printer, "ordinary_days", _("Ordinary days: with an entry, without a cramp"), report->n_ordinary_days);
  soleus_printer_key (printer, "factors", _("What was there before, not what caused it"));
  soleus_printer_begin_list (printer);
  for (guint i = 0; i < report->lines->len; i++)
    for (guint window = 0; window < SOLEUS_LOOK_BACK_N_WINDOWS; window++)
      print_line (printer, report->lines->pdata[i], window);
  soleus_printer_end (printer);
  return TRUE;
}

const SoleusCommand soleus_commands_load[] = {
  { "load", NULL, SOLEUS_COMMAND_READ, 0, NULL, N_("Describe an athlete’s training load of 28 days"), NULL, NULL, load_options, print_load },
  { "lookback", NULL, SOLEUS_COMMAND_READ, 0, NULL, N_("Compare what was there before the cramps with ordinary days"), NULL, NULL, look_back_options, print_look_back },
  { NULL }
};
