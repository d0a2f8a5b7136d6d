#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-error.h"
#include "soleus-json-printer.h"

static const SoleusCommand *const tables[] = {
  soleus_commands_athlete,
  soleus_commands_episode,
  soleus_commands_episode_list,
  soleus_commands_contact,
  soleus_commands_clot_screen,
  soleus_commands_health,
  soleus_commands_check_in,
  soleus_commands_search,
  soleus_commands_shoe,
  soleus_commands_visit,
  soleus_commands_flag,
  soleus_commands_factor,
  soleus_commands_test,
  soleus_commands_load,
  soleus_commands_assess,
  soleus_commands_paper,
  soleus_commands_protocol,
  soleus_commands_exchange,
  soleus_commands_file,
  soleus_commands_clinic,
  soleus_commands_demo,
};

/**
 * soleus_command_find:
 * @name: "episode"
 * @verb: (nullable): "add"
 *
 * Returns: (transfer none) (nullable): the command; one without verbs is found whatever @verb is
 */
const SoleusCommand *
soleus_command_find (const char *name,
                     const char *verb)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const SoleusCommand *command = tables[i]; command->name != NULL; command++)
      if (g_str_equal (command->name, name) && (command->verb == NULL || g_strcmp0 (command->verb, verb) == 0))
        return command;
  return NULL;
}

/**
 * soleus_command_has_verbs:
 *
 * Returns: %TRUE if there is such a command and it takes a verb ("athlete add")
 */
gboolean
soleus_command_has_verbs (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const SoleusCommand *command = tables[i]; command->name != NULL; command++)
      if (g_str_equal (command->name, name))
        return command->verb != NULL;
  return FALSE;
}

/**
 * soleus_command_dup_help:
 * @name: (nullable): only the commands of this name
 *
 * Returns: (transfer full): the table of commands, one a line
 */
char *
soleus_command_dup_help (const char *name)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const SoleusCommand *command = tables[i]; command->name != NULL; command++)
      {
        g_autofree char *line = NULL;

        if (name != NULL && !g_str_equal (name, command->name))
          continue;
        line = g_strconcat (command->name, command->verb != NULL ? " " : "", command->verb != NULL ? command->verb : "", " ",
                            command->arguments != NULL ? g_dgettext (GETTEXT_PACKAGE, command->arguments) : "", NULL);
        g_string_append_printf (text, "  %-28s %s\n", line, g_dgettext (GETTEXT_PACKAGE, command->summary));
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * soleus_command_print_id:
 *
 * Prints {"id": …}, with "schema": 1 where JSON was asked for: a script reads the identifier the same way in both.
 */
void
soleus_command_print_id (SoleusCommandContext *context,
                         const char           *id)
{
  g_autofree char *line = g_strdup_printf ("{\"id\": \"%s\"}", id);

  if (SOLEUS_IS_JSON_PRINTER (context->printer))
    soleus_printer_add_text (context->printer, "id", NULL, id);
  else
    soleus_printer_sentence (context->printer, line);
}

/**
 * soleus_command_print_one:
 * @key: "athlete"
 *
 * Prints every field of one record.
 */
void
soleus_command_print_one (SoleusCommandContext *context,
                          const char           *key,
                          SoleusRecord         *record)
{
  soleus_printer_key (context->printer, key, g_dgettext (GETTEXT_PACKAGE, soleus_record_get_kind (record)->label));
  soleus_printer_record (context->printer, record);
}

/**
 * soleus_command_print_list:
 * @columns: what a person sees of each
 */
void
soleus_command_print_list (SoleusCommandContext   *context,
                           GPtrArray              *records,
                           const SoleusRecordKind *kind,
                           const char *const      *columns)
{
  soleus_command_print_list_with (context, records, kind, columns, NULL);
}

/**
 * soleus_command_print_list_with:
 * @columns: what a person sees of each
 * @first: (nullable): what stands before that and is no field
 */
void
soleus_command_print_list_with (SoleusCommandContext      *context,
                                GPtrArray                 *records,
                                const SoleusRecordKind    *kind,
                                const char *const         *columns,
                                const SoleusPrinterColumn *first)
{
  soleus_printer_key (context->printer, kind->plural, g_dgettext (GETTEXT_PACKAGE, kind->label));
  soleus_printer_records (context->printer, records, columns, first);
  if (records->len == 0)
    soleus_printer_sentence (context->printer, _("There is nothing to list."));
}

/**
 * soleus_command_print_reason:
 *
 * Prints one reason as a map: rule, text, sources.
 */
void
soleus_command_print_reason (SoleusPrinter      *printer,
                             const SoleusReason *reason)
{
  soleus_printer_begin_map (printer);
  soleus_printer_add_text (printer, "rule", _("Rule"), reason->rule);
  soleus_printer_add_text (printer, "text", _("Why"), reason->text);
  soleus_printer_key (printer, "sources", _("Sources"));
  soleus_printer_begin_list (printer);
  for (gsize i = 0; reason->sources[i] != NULL; i++)
    soleus_printer_text (printer, reason->sources[i]);
  soleus_printer_end (printer);
  soleus_printer_end (printer);
}

/**
 * soleus_command_resolve:
 * @argument: which argument names it, from 0
 *
 * Returns: (transfer full): the stored record, or %NULL with @error set
 */
SoleusRecord *
soleus_command_resolve (SoleusCommandContext    *context,
                        const SoleusRecordKind  *kind,
                        guint                    argument,
                        GError                 **error)
{
  return soleus_clinic_resolve (context->clinic, kind, context->arguments[argument], error);
}

/**
 * soleus_command_check_date:
 * @option: what it was typed behind, “--from”
 * @date: (nullable): what was typed; nothing is all right
 *
 * Returns: %FALSE with @error set where @date is no day
 */
gboolean
soleus_command_check_date (const char  *option,
                           const char  *date,
                           GError     **error)
{
  if (date == NULL || soleus_date_is_valid (date))
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s: “%s” is not a date that exists. Write it like 2001-05-31."), option, date);
  return FALSE;
}

/**
 * soleus_command_dup_athlete:
 * @text: (nullable): what was typed behind --athlete
 *
 * Returns: (transfer full): the identifier of the athlete, or %NULL with @error set
 */
char *
soleus_command_dup_athlete (SoleusCommandContext  *context,
                            const char            *text,
                            GError               **error)
{
  g_autoptr (SoleusRecord) athlete = NULL;

  if (text == NULL)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Say whose with --athlete NAME."));
      return NULL;
    }
  athlete = soleus_clinic_resolve (context->clinic, soleus_record_find_kind ("athlete"), text, error);
  return athlete != NULL ? g_strdup (soleus_record_get_id (athlete)) : NULL;
}

/**
 * soleus_command_list:
 * @athlete: (nullable): what was typed behind --athlete; %NULL lists those of everyone
 *
 * Returns: (transfer container): the records, or %NULL with @error set
 */
GPtrArray *
soleus_command_list (SoleusCommandContext    *context,
                     const SoleusRecordKind  *kind,
                     const char              *athlete,
                     GError                 **error)
{
  g_autoptr (SoleusQuery) query = NULL;
  g_autofree char *id = NULL;

  if (athlete == NULL)
    {
      query = soleus_query_new (kind);
      return soleus_clinic_list (context->clinic, query, error);
    }
  id = soleus_command_dup_athlete (context, athlete, error);
  return id != NULL ? soleus_clinic_list_of_athlete (context->clinic, kind, id, error) : NULL;
}

/**
 * soleus_command_edit:
 *
 * Applies the options of the command to the record that the first argument names, saves it and prints its identifier.
 *
 * Returns: %FALSE with @error set
 */
gboolean
soleus_command_edit (SoleusCommandContext  *context,
                     GError               **error)
{
  g_autoptr (SoleusRecord) stored = soleus_command_resolve (context, context->command->kind, 0, error);
  g_autoptr (SoleusRecord) record = NULL;

  if (stored == NULL)
    return FALSE;
  record = soleus_record_copy (stored);
  if (!soleus_record_options_apply (context->record, record, context->clinic, error) ||
      !soleus_clinic_save (context->clinic, record, error))
    return FALSE;
  soleus_command_print_id (context, soleus_record_get_id (record));
  return TRUE;
}

/**
 * soleus_command_parse_time:
 * @text: (nullable): a time, or a date; %NULL is now
 * @instant: (out): microseconds UTC
 *
 * Returns: %FALSE with a sentence in @error
 */
gboolean
soleus_command_parse_time (SoleusCommandContext  *context,
                           const char            *text,
                           SoleusInstant         *instant,
                           GError               **error)
{
  g_autoptr (SoleusMoment) moment = NULL;

  *instant = soleus_clinic_get_now (context->clinic);
  if (text == NULL)
    return TRUE;
  moment = soleus_moment_parse (text, error);
  if (moment == NULL)
    return FALSE;
  *instant = moment->instant;
  return TRUE;
}
