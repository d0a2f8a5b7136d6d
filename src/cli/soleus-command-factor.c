#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-error.h"
#include "soleus-factor.h"

static struct {
  char *athlete;
} options;

static const GOptionEntry list_options[] = {
  { "athlete", 0, 0, G_OPTION_ARG_FILENAME, &options.athlete, N_("Whose risk factors; without it, everyone’s"), N_("NAME") },
  { NULL }
};

/* one record a factor until it is resolved */
static SoleusRecord *
find_or_create (SoleusClinic  *clinic,
                const char    *athlete,
                const char    *factor,
                GError       **error)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_factor_kind);
  g_autoptr (GPtrArray) stored = NULL;
  SoleusRecord *record;

  soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, athlete);
  soleus_query_where_text (query, "factor", SOLEUS_QUERY_EQUAL, factor);
  soleus_query_where_known (query, "resolved-on", FALSE);
  stored = soleus_clinic_list (clinic, query, error);
  if (stored == NULL)
    return NULL;
  if (stored->len > 0)
    return soleus_record_copy (stored->pdata[0]);
  record = soleus_record_new (&soleus_factor_kind);
  soleus_record_set_text (record, "athlete", athlete);
  return record;
}

static gboolean
set (SoleusCommandContext  *context,
     GError               **error)
{
  g_autofree char *athlete = soleus_command_dup_athlete (context, soleus_record_options_get (context->record, "athlete"), error);
  const char *factor = soleus_record_options_get (context->record, "factor");
  g_autoptr (SoleusRecord) record = NULL;

  if (athlete == NULL)
    return FALSE;
  if (factor == NULL)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Say which risk factor with --factor."));
      return FALSE;
    }
  record = find_or_create (context->clinic, athlete, factor, error);
  if (record == NULL ||
      !soleus_record_options_apply (context->record, record, context->clinic, error) ||
      !soleus_clinic_save (context->clinic, record, error))
    return FALSE;
  soleus_command_print_id (context, soleus_record_get_id (record));
  return TRUE;
}

static gboolean
list (SoleusCommandContext  *context,
      GError               **error)
{
  static const char *const columns[] = { "id", "factor", "answer", "since", "owner", "action", "review-on", "resolved-on", NULL };
  g_autoptr (GPtrArray) factors = soleus_command_list (context, &soleus_factor_kind, options.athlete, error);

  if (factors == NULL)
    return FALSE;
  soleus_command_print_list (context, factors, &soleus_factor_kind, columns);
  return TRUE;
}

const SoleusCommand soleus_commands_factor[] = {
  { "factor", "set", SOLEUS_COMMAND_WRITE, 0, NULL, N_("Record whether a risk factor is present and who looks after it"), &soleus_factor_kind, NULL, NULL, set },
  { "factor", "list", SOLEUS_COMMAND_READ, 0, NULL, N_("List risk factors"), NULL, NULL, list_options, list },
  { NULL }
};
