#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-athlete.h"

static struct {
  gboolean archived;
} options;

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

const SoleusCommand soleus_commands_athlete[] = {
  { "athlete", "add", SOLEUS_COMMAND_CREATE, 0, NULL, N_("Add an athlete; prints the identifier"), &soleus_athlete_kind, NULL, NULL, add },
  { "athlete", "list", SOLEUS_COMMAND_READ, 0, NULL, N_("List the athletes"), NULL, NULL, list_options, list },
  { "athlete", "show", SOLEUS_COMMAND_READ, 1, N_("ATHLETE"), N_("Show everything recorded about one athlete"), NULL, NULL, NULL, show },
  { "athlete", "edit", SOLEUS_COMMAND_WRITE, 1, N_("ATHLETE"), N_("Change an athlete"), &soleus_athlete_kind, NULL, NULL, soleus_command_edit },
  { "athlete", "archive", SOLEUS_COMMAND_WRITE, 1, N_("ATHLETE"), N_("Archive an athlete; nothing is deleted"), NULL, NULL, NULL, archive },
  { NULL }
};
