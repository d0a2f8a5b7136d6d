#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-clot-screening.h"

static struct {
  char *athlete;
} options;

static const GOptionEntry list_options[] = {
  { "athlete", 0, 0, G_OPTION_ARG_FILENAME, &options.athlete, N_("Whose clot screens; without it, everyone’s"), N_("NAME") },
  { NULL }
};

static void
print_reasons (SoleusPrinter *printer,
               GPtrArray     *reasons)
{
  soleus_printer_key (printer, "reasons", _("Reasons"));
  soleus_printer_begin_list (printer);
  for (guint i = 0; i < reasons->len; i++)
    soleus_command_print_reason (printer, reasons->pdata[i]);
  soleus_printer_end (printer);
}

/* into an open map: what the screen says, with both readings */
static gboolean
print_verdict (SoleusCommandContext  *context,
               SoleusRecord          *screening,
               GError               **error)
{
  SoleusPrinter *printer = context->printer;
  g_autoptr (SoleusClotScreen) screen = soleus_clinic_assess_clot_screen (context->clinic, screening, error);
  g_autofree char *sentence = NULL;

  if (screen == NULL)
    return FALSE;
  sentence = soleus_clot_screen_format (screen);
  soleus_printer_sentence (printer, sentence);
  soleus_printer_add_text (printer, "verdict", _("Verdict"), soleus_enum_get_nick (SOLEUS_TYPE_CLOT_VERDICT, screen->verdict));
  soleus_printer_add_integer (printer, "score", _("Score"), screen->applicable ? screen->score : SOLEUS_UNKNOWN_INT);
  soleus_printer_add_integer (printer, "score_without_alternative", _("Score without the −2 item"),
                              screen->applicable ? screen->score_without : SOLEUS_UNKNOWN_INT);
  soleus_printer_add_integer (printer, "unknown", _("Not answered"), screen->n_unknown);
  print_reasons (printer, screen->reasons);
  return TRUE;
}

static gboolean
save (SoleusCommandContext  *context,
      SoleusRecord          *screening,
      GError               **error)
{
  if (!soleus_record_options_apply (context->record, screening, context->clinic, error) ||
      !soleus_clinic_save (context->clinic, screening, error))
    return FALSE;
  soleus_command_print_id (context, soleus_record_get_id (screening));
  return print_verdict (context, screening, error);
}

static gboolean
add (SoleusCommandContext  *context,
     GError               **error)
{
  g_autoptr (SoleusRecord) screening = soleus_record_new (&soleus_clot_screening_kind);
  g_autoptr (SoleusMoment) now = soleus_moment_new_local (soleus_clinic_get_now (context->clinic));

  soleus_record_set_moment (screening, "at", now);
  return save (context, screening, error);
}

static gboolean
edit (SoleusCommandContext  *context,
      GError               **error)
{
  g_autoptr (SoleusRecord) stored = soleus_command_resolve (context, &soleus_clot_screening_kind, 0, error);
  g_autoptr (SoleusRecord) screening = stored != NULL ? soleus_record_copy (stored) : NULL;

  return screening != NULL && save (context, screening, error);
}

static gboolean
list (SoleusCommandContext  *context,
      GError               **error)
{
  static const char *const columns[] = { "id", "at", "side", "items", "girth-left-cm", "girth-right-cm", NULL };
  g_autoptr (GPtrArray) screenings = soleus_command_list (context, &soleus_clot_screening_kind, options.athlete, error);

  if (screenings == NULL)
    return FALSE;
  soleus_command_print_list (context, screenings, &soleus_clot_screening_kind, columns);
  return TRUE;
}

static gboolean
show (SoleusCommandContext  *context,
      GError               **error)
{
  g_autoptr (SoleusRecord) screening = soleus_command_resolve (context, &soleus_clot_screening_kind, 0, error);

  if (screening == NULL)
    return FALSE;
  soleus_command_print_one (context, "clot_screen", screening);
  return print_verdict (context, screening, error);
}

const SoleusCommand soleus_commands_clot_screen[] = {
  { "clot-screen", "add", SOLEUS_COMMAND_WRITE, 0, NULL, N_("Record a clot screen; it says how urgently to refer, never that there is no clot"), &soleus_clot_screening_kind, NULL, NULL, add },
  { "clot-screen", "edit", SOLEUS_COMMAND_WRITE, 1, N_("CLOT-SCREEN"), N_("Complete or change a clot screen"), &soleus_clot_screening_kind, NULL, NULL, edit },
  { "clot-screen", "show", SOLEUS_COMMAND_READ, 1, N_("CLOT-SCREEN"), N_("Show a clot screen with both scores"), NULL, NULL, NULL, show },
  { "clot-screen", "list", SOLEUS_COMMAND_READ, 0, NULL, N_("List clot screens, the newest first"), NULL, NULL, list_options, list },
  { NULL }
};
