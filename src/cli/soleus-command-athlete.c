#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-athlete.h"
#include "soleus-clinic-privacy.h"

/* how long records are kept where nothing else is said */
#define DEFAULT_YEARS 10

static struct {
  gboolean archived;
  gboolean renew_backups;
  char    *ground;
  int      years;
} options;

#define GROUND_OPTION \
  { "ground", 0, 0, G_OPTION_ARG_FILENAME, &options.ground, N_("Why; it stays in the audit, so do not say what was recorded"), N_("TEXT") }

static const GOptionEntry erase_options[] = {
  GROUND_OPTION,
  { "renew-backups", 0, 0, G_OPTION_ARG_NONE, &options.renew_backups, N_("Replace the backups that still hold the records by a new one"), NULL },
  { NULL }
};

static const GOptionEntry ground_options[] = {
  GROUND_OPTION,
  { NULL }
};

static const GOptionEntry retention_options[] = {
  { "years", 0, 0, G_OPTION_ARG_INT, &options.years, N_("How long records are kept; without it, 10"), N_("YEARS") },
  { NULL }
};

static const GOptionEntry list_options[] = {
  { "archived", 0, 0, G_OPTION_ARG_NONE, &options.archived, N_("List archived athletes, too"), NULL },
  { NULL }
};

static gboolean
add (SoleusCommandContext  *context,
     GError               **error)
{
  g_autoptr (SoleusRecord) athlete = soleus_record_new (&soleus_athlete_kind);

  if (!soleus_record_options_apply (context->record, athlete, context->clinic, error) ||
      !soleus_clinic_save (context->clinic, athlete, error))
    return FALSE;
  soleus_command_print_id (context, soleus_record_get_id (athlete));
  return TRUE;
}

static gboolean
list (SoleusCommandContext  *context,
      GError               **error)
{
  static const char *const columns[] = { "id", "name", "born", "sport", "team", NULL };
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_athlete_kind);
  g_autoptr (GPtrArray) athletes = NULL;

  if (!options.archived)
    soleus_query_where_int (query, "archived", SOLEUS_QUERY_EQUAL, 0);
  soleus_query_order_by (query, "name", FALSE);
  athletes = soleus_clinic_list (context->clinic, query, error);
  if (athletes == NULL)
    return FALSE;
  soleus_command_print_list (context, athletes, &soleus_athlete_kind, columns);
  return TRUE;
}

static gboolean
show (SoleusCommandContext  *context,
      GError               **error)
{
  g_autoptr (SoleusRecord) athlete = soleus_command_resolve (context, &soleus_athlete_kind, 0, error);

  if (athlete == NULL)
    return FALSE;
  soleus_command_print_one (context, "athlete", athlete);
  return TRUE;
}

static gboolean
archive (SoleusCommandContext  *context,
         GError               **error)
{
  g_autoptr (SoleusRecord) stored = soleus_command_resolve (context, &soleus_athlete_kind, 0, error);
  g_autoptr (SoleusRecord) athlete = NULL;

  if (stored == NULL)
    return FALSE;
  athlete = soleus_record_copy (stored);
  soleus_record_set_bool (athlete, "archived", TRUE);
  if (!soleus_clinic_save (context->clinic, athlete, error))
    return FALSE;
  soleus_command_print_id (context, soleus_record_get_id (athlete));
  return TRUE;
}

static gboolean
erase (SoleusCommandContext  *context,
       GError               **error)
{
  g_autoptr (SoleusRecord) athlete = soleus_command_resolve (context, &soleus_athlete_kind, 0, error);
  SoleusErasureReport report = { 0 };
  int n_removed = 0;

  if (athlete == NULL || !soleus_clinic_erase_athlete (context->clinic, soleus_record_get_id (athlete), options.ground, &report, error))
    return FALSE;
  if (options.renew_backups && (n_removed = soleus_clinic_renew_backups (context->clinic, error)) < 0)
    return FALSE;
  soleus_printer_add_integer (context->printer, "erased", _("Records erased"), report.n_erased);
  soleus_printer_add_integer (context->printer, "backups_removed", _("Older backups removed"), n_removed);
  soleus_printer_add_integer (context->printer, "backups_left", _("Backups that still hold them"), (int) report.n_backups - n_removed);
  return TRUE;
}

static gboolean
restrict_or_lift (SoleusCommandContext  *context,
                  gboolean               restricted,
                  GError               **error)
{
  g_autoptr (SoleusRecord) athlete = soleus_command_resolve (context, &soleus_athlete_kind, 0, error);

  if (athlete == NULL || !soleus_clinic_restrict_athlete (context->clinic, soleus_record_get_id (athlete), restricted, options.ground, error))
    return FALSE;
  soleus_command_print_id (context, soleus_record_get_id (athlete));
  return TRUE;
}

static gboolean
restrict_athlete (SoleusCommandContext  *context,
                  GError               **error)
{
  return restrict_or_lift (context, TRUE, error);
}

static gboolean
unrestrict_athlete (SoleusCommandContext  *context,
                    GError               **error)
{
  return restrict_or_lift (context, FALSE, error);
}

/* Only says who: erasing is always a person's decision. */
static gboolean
retention (SoleusCommandContext  *context,
           GError               **error)
{
  g_autoptr (GPtrArray) rows = soleus_clinic_list_retention (context->clinic, options.years > 0 ? options.years : DEFAULT_YEARS, error);

  if (rows == NULL)
    return FALSE;
  soleus_printer_key (context->printer, "athletes", _("Kept long enough"));
  soleus_printer_begin_list (context->printer);
  for (guint i = 0; i < rows->len; i++)
    {
      const SoleusRetentionRow *row = rows->pdata[i];

      soleus_printer_begin_map (context->printer);
      soleus_printer_add_text (context->printer, "id", NULL, row->athlete);
      soleus_printer_add_text (context->printer, "name", _("Name"), row->name);
      soleus_printer_add_instant (context->printer, "last", _("Newest entry"), row->last);
      soleus_printer_end (context->printer);
    }
  soleus_printer_end (context->printer);
  return TRUE;
}

const SoleusCommand soleus_commands_athlete[] = {
  { "athlete", "add", SOLEUS_COMMAND_CREATE, 0, NULL, N_("Add an athlete; prints the identifier"), &soleus_athlete_kind, NULL, NULL, add },
  { "athlete", "list", SOLEUS_COMMAND_READ, 0, NULL, N_("List the athletes"), NULL, NULL, list_options, list },
  { "athlete", "show", SOLEUS_COMMAND_READ, 1, N_("ATHLETE"), N_("Show everything recorded about one athlete"), NULL, NULL, NULL, show },
  { "athlete", "edit", SOLEUS_COMMAND_WRITE, 1, N_("ATHLETE"), N_("Change an athlete"), &soleus_athlete_kind, NULL, NULL, soleus_command_edit },
  { "athlete", "archive", SOLEUS_COMMAND_WRITE, 1, N_("ATHLETE"), N_("Archive an athlete; nothing is deleted"), NULL, NULL, NULL, archive },
  { "athlete", "erase", SOLEUS_COMMAND_WRITE, 1, N_("ATHLETE"), N_("Erase everything about an athlete; it cannot be taken back"), NULL, NULL, erase_options, erase },
  { "athlete", "restrict", SOLEUS_COMMAND_WRITE, 1, N_("ATHLETE"), N_("Keep the records, and let nothing be changed or added"), NULL, NULL, ground_options, restrict_athlete },
  { "athlete", "unrestrict", SOLEUS_COMMAND_WRITE, 1, N_("ATHLETE"), N_("Lift the restriction"), NULL, NULL, ground_options, unrestrict_athlete },
  { "athlete", "retention", SOLEUS_COMMAND_READ, 0, NULL, N_("List whose records have been kept long enough"), NULL, NULL, retention_options, retention },
  { NULL }
};
