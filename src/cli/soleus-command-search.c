#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-search.h"
#include "soleus-error.h"
#include "soleus-records.h"

#define USUAL_LIMIT 100
#define MOST        10000

static struct {
  char *athlete;
  char *kind;
  int   limit;
} options;

static const GOptionEntry search_options[] = {
  { "athlete", 0, 0, G_OPTION_ARG_FILENAME, &options.athlete, N_("In whose records; without it, everyone’s"), N_("NAME") },
  { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind, N_("In which kind of record: episode, visit, check-in …"), N_("KIND") },
  { "limit", 0, 0, G_OPTION_ARG_INT, &options.limit, N_("How many at most (100 unless told)"), N_("NUMBER") },
  { NULL }
};

/* @kind: (out) (nullable): %NULL for all */
static gboolean
find_kind (const SoleusRecordKind **kind,
           GError                 **error)
{
  *kind = options.kind != NULL ? soleus_record_find_kind (options.kind) : NULL;
  if (options.kind == NULL || *kind != NULL)
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--kind: there is no kind of record “%s”. Examples are episode, visit and check-in."), options.kind);
  return FALSE;
}

static void
print_match (SoleusCommandContext  *context,
             const SoleusNoteMatch *match)
{
  SoleusPrinter *printer = context->printer;
  g_autoptr (SoleusRecord) athlete = soleus_clinic_find (context->clinic, &soleus_athlete_kind, match->athlete, NULL);
  g_autofree char *excerpt = soleus_note_match_dup_plain (match);

  soleus_printer_begin_map (printer);
  soleus_printer_add_text (printer, "kind", _("Kind of record"), match->kind);
  soleus_printer_add_text (printer, "record", _("Identifier"), match->record);
  soleus_printer_add_text (printer, "athlete", NULL, match->athlete);
  soleus_printer_add_text (printer, "name", _("Athlete"), athlete != NULL ? soleus_record_get_text (athlete, "name") : NULL);
  soleus_printer_add_instant (printer, "at", _("Time"), match->at);
  soleus_printer_add_text (printer, "excerpt", _("Notes"), excerpt);
  soleus_printer_end (printer);
}

static gboolean
search (SoleusCommandContext  *context,
        GError               **error)
{
  g_autofree char *words = g_strjoinv (" ", context->arguments);
  int limit = options.limit > 0 ? options.limit : USUAL_LIMIT;
  const SoleusRecordKind *kind;
  g_autofree char *athlete = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (!soleus_clinic_can_search (words))
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("There is no word to look for. Give one with a letter or a digit."));
      return FALSE;
    }
  if (options.limit < 0 || limit > MOST)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--limit: give a number from 1 to %d."), MOST);
      return FALSE;
    }
  if (!find_kind (&kind, error))
    return FALSE;
  if (options.athlete != NULL)
    athlete = soleus_command_dup_athlete (context, options.athlete, error);
  if (options.athlete != NULL && athlete == NULL)
    return FALSE;
  /* one more than asked tells whether there are more */
  found = soleus_clinic_search_notes (context->clinic, words, athlete, kind, (guint) limit + 1, error);
  if (found == NULL)
    return FALSE;
  soleus_printer_key (context->printer, "matches", _("Found, the newest first"));
  soleus_printer_begin_list (context->printer);
  for (guint i = 0; i < MIN (found->len, (guint) limit); i++)
    print_match (context, found->pdata[i]);
  soleus_printer_end (context->printer);
  soleus_printer_add_boolean (context->printer, "more", _("There is more"), found->len > (guint) limit);
  if (found->len == 0)
    soleus_printer_sentence (context->printer, _("No note has these words. Each is looked for as the beginning of a word; use fewer or shorter ones."));
  return TRUE;
}

const SoleusCommand soleus_commands_search[] = {
  { "search", NULL, SOLEUS_COMMAND_READ, 1, N_("WORD…"), N_("Find words in the notes of all records"), NULL, NULL, search_options, search, .takes_more = TRUE },
  { NULL }
};
