#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-day.h"
#include "soleus-shoe.h"

/* Which pairs an athlete wears, since when, on what, and how far they have gone: a ledger, no verdict. */

static struct {
  char *athlete;
} options;

static const GOptionEntry list_options[] = {
  { "athlete", 0, 0, G_OPTION_ARG_FILENAME, &options.athlete, N_("Whose; without it, everyone’s"), N_("NAME") },
  { NULL }
};

static gboolean
add (SoleusCommandContext  *context,
     GError               **error)
{
  g_autoptr (SoleusRecord) shoe = soleus_record_new (&soleus_shoe_kind);

  if (!soleus_record_options_apply (context->record, shoe, context->clinic, error) ||
      !soleus_clinic_save (context->clinic, shoe, error))
    return FALSE;
  soleus_command_print_id (context, soleus_record_get_id (shoe));
  return TRUE;
}

/* each pair with its fields, the days in use and the distance that its sessions add up to */
static void
print_shoe (SoleusCommandContext *context,
            SoleusRecord         *shoe,
            const char           *today)
{
  const char *since = soleus_record_get_text (shoe, "since");
  double km = soleus_clinic_get_shoe_km (context->clinic, shoe, NULL);

  soleus_printer_begin_map (context->printer);
  soleus_printer_record_fields (context->printer, shoe);
  soleus_printer_add_integer (context->printer, "days", _("Days in use"),
                              soleus_date_is_valid (since) ? soleus_date_get_days_between (since, today) : SOLEUS_UNKNOWN_INT);
  soleus_printer_key (context->printer, "km", _("Distance in all, km"));
  soleus_printer_real (context->printer, km);
  soleus_printer_end (context->printer);
}

static gboolean
list (SoleusCommandContext  *context,
      GError               **error)
{
  g_autoptr (GPtrArray) shoes = soleus_command_list (context, &soleus_shoe_kind, options.athlete, error);
  g_autofree char *today = soleus_instant_dup_local_date (soleus_clinic_get_now (context->clinic));

  if (shoes == NULL)
    return FALSE;
  soleus_printer_key (context->printer, soleus_shoe_kind.plural, _("Shoes"));
  soleus_printer_begin_list (context->printer);
  for (guint i = 0; i < shoes->len; i++)
    print_shoe (context, shoes->pdata[i], today);
  soleus_printer_end (context->printer);
  return TRUE;
}

const SoleusCommand soleus_commands_shoe[] = {
  { "shoe", "add", SOLEUS_COMMAND_WRITE, 0, NULL, N_("Record a pair of shoes"), &soleus_shoe_kind, NULL, NULL, add },
  { "shoe", "edit", SOLEUS_COMMAND_WRITE, 1, N_("SHOE"), N_("Change a pair, such as its last day"), &soleus_shoe_kind, NULL, NULL, soleus_command_edit },
  { "shoe", "list", SOLEUS_COMMAND_READ, 0, NULL, N_("List pairs with age and distance"), NULL, NULL, list_options, list },
  { NULL }
};
