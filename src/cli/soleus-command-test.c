#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-calf-test.h"
#include "soleus-error.h"
#include "soleus-records.h"

static struct {
  char *athlete;
} options;

static const GOptionEntry list_options[] = {
  { "athlete", 0, 0, G_OPTION_ARG_FILENAME, &options.athlete, N_("Whose results; without it, everyone’s"), N_("NAME") },
  { NULL }
};

static gboolean
add (SoleusCommandContext  *context,
     GError               **error)
{
  g_autoptr (SoleusRecord) record = soleus_record_new (&soleus_measure_kind);

  if (soleus_record_options_get (context->record, "at") == NULL)
    {
      g_autoptr (SoleusMoment) now = soleus_moment_new_local (soleus_clinic_get_now (context->clinic));

      soleus_record_set_moment (record, "at", now);
    }
  if (!soleus_record_options_apply (context->record, record, context->clinic, error))
    return FALSE;
  if (!soleus_record_is_known (record, "left") && !soleus_record_is_known (record, "right") && !soleus_record_is_known (record, "value"))
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Give the result with --left and --right, or with --value."));
      return FALSE;
    }
  if (!soleus_clinic_save (context->clinic, record, error))
    return FALSE;
  soleus_command_print_id (context, soleus_record_get_id (record));
  return TRUE;
}

/* what a test does not have is left out */
static void
add_known (SoleusPrinter *printer,
           const char    *name,
           const char    *label,
           double         value)
{
  if (soleus_real_is_known (value))
    soleus_printer_add_real (printer, name, label, value);
}

static void
print_norm (SoleusCommandContext *context,
            SoleusRecord         *measure)
{
  g_autoptr (SoleusRecord) athlete = soleus_clinic_find (context->clinic, &soleus_athlete_kind, soleus_record_get_text (measure, "athlete"), NULL);
  g_autofree char *date = soleus_moment_dup_date (soleus_record_get_moment (measure, "at"));
  const char *born = athlete != NULL ? soleus_record_get_text (athlete, "born") : NULL;
  gint64 norm;

  if (!soleus_date_is_valid (born) || g_strcmp0 (born, date) > 0)
    return;
  norm = soleus_calf_test_get_norm (soleus_record_get_text (measure, "test"), soleus_date_get_years_between (born, date),
                                    (SoleusSex) soleus_record_get_enum (athlete, "sex"));
  if (soleus_int_is_known (norm))
    soleus_printer_add_integer (context->printer, "norm", _("Median at this age and sex"), norm);
}

static void
print_result (SoleusCommandContext *context,
              SoleusRecord         *measure)
{
  SoleusPrinter *printer = context->printer;
  const char *test = soleus_record_get_text (measure, "test");
  g_autofree char *at = soleus_moment_to_iso8601 (soleus_record_get_moment (measure, "at"));
  SoleusAsymmetry asymmetry;

  soleus_printer_begin_map (printer);
  soleus_printer_add_text (printer, "id", _("Identifier"), soleus_record_get_id (measure));
  soleus_printer_add_text (printer, "athlete", _("Athlete"), soleus_record_get_text (measure, "athlete"));
  soleus_printer_add_text (printer, "at", _("Time"), at);
  soleus_printer_add_text (printer, "test", _("Test"), test);
  add_known (printer, "left", _("Left"), soleus_record_get_real (measure, "left"));
  add_known (printer, "right", _("Right"), soleus_record_get_real (measure, "right"));
  add_known (printer, "value", _("Value"), soleus_record_get_real (measure, "value"));
  if (soleus_calf_test_compare_sides (test, soleus_record_get_real (measure, "left"), soleus_record_get_real (measure, "right"), &asymmetry))
    {
      add_known (printer, "difference", _("Apart"), asymmetry.difference);
      add_known (printer, "asymmetry_percent", _("Apart, % of the better side"), asymmetry.percent);
      soleus_printer_add_boolean (printer, "within_limit", _("Within 10 % (return to play)"), asymmetry.within_limit);
      if (soleus_real_is_known (soleus_calf_test_get_error (test, TRUE)))
        {
          add_known (printer, "measurement_error", _("Measurement error"), soleus_calf_test_get_error (test, TRUE));
          soleus_printer_add_boolean (printer, "within_error", _("Within measurement error"), asymmetry.within_error);
        }
    }
  print_norm (context, measure);
  soleus_printer_add_text (printer, "note", _("Notes"), soleus_record_get_text (measure, "note"));
  soleus_printer_end (printer);
}

static gboolean
list (SoleusCommandContext  *context,
      GError               **error)
{
  g_autoptr (GPtrArray) measures = soleus_command_list (context, &soleus_measure_kind, options.athlete, error);

  if (measures == NULL)
    return FALSE;
  soleus_printer_key (context->printer, "tests", _("Tests"));
  soleus_printer_begin_list (context->printer);
  for (guint i = 0; i < measures->len; i++)
    print_result (context, measures->pdata[i]);
  soleus_printer_end (context->printer);
  return TRUE;
}

const SoleusCommand soleus_commands_test[] = {
  { "test", "add", SOLEUS_COMMAND_WRITE, 0, NULL, N_("Record the result of a calf test"), &soleus_measure_kind, NULL, NULL, add },
  { "test", "list", SOLEUS_COMMAND_READ, 0, NULL, N_("List results with their difference, measurement error and norm"), NULL, NULL, list_options, list },
  { NULL }
};
