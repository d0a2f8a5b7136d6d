#include "soleus-config.h"

#include "soleus-cli-run.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "soleus-clinic-encryption.h"
#include "soleus-clinic-profile.h"
#include "soleus-clock.h"
#include "soleus-command-gone.h"
#include "soleus-command.h"
#include "soleus-error.h"
#include "soleus-json-printer.h"
#include "soleus-passphrase.h"
#include "soleus-text-printer.h"
#include "soleus-therapist.h"

#define PROGRAM SOLEUS_COMMAND_PROGRAM

/* what stands before (or behind) the command and holds for every one */
typedef struct {
  char       *clinic;  /* (owned) (nullable) */
  char       *passphrase_file; /* (owned) (nullable): of the clinic file */
  char       *now;     /* (owned) (nullable) */
  char       *format;  /* (owned) (nullable) */
  gboolean    help;
  gboolean    version;
  gboolean    anew;    /* a clinic that is gone is set aside */
  GPtrArray  *rest;    /* (owned) (element-type filename) the command, its options and arguments */
} Invocation;

static void
invocation_clear (Invocation *self)
{
  g_free (self->clinic);
  g_free (self->passphrase_file);
  g_free (self->now);
  g_free (self->format);
  g_ptr_array_unref (self->rest);
}

/* "--clinic FILE" or "--clinic=FILE" at *index; an option without its value is an error */
static gboolean
take_global (int          argc,
             char       **argv,
             int         *index,
             const char  *option,
             char       **value,
             gboolean    *taken,
             GError     **error)
{
  gsize length = strlen (option);

  *taken = FALSE;
  if (strncmp (argv[*index], option, length) != 0)
    return TRUE;
  if (argv[*index][length] == '=')
    {
      g_free (*value);
      *value = g_strdup (argv[*index] + length + 1);
      *taken = TRUE;
      return TRUE;
    }
  if (argv[*index][length] != '\0')
    return TRUE;
  if (*index + 1 >= argc)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s needs a value."), option);
      return FALSE;
    }
  g_free (*value);
  *value = g_strdup (argv[++*index]);
  *taken = TRUE;
  return TRUE;
}

static gboolean
split_command_line (int          argc,
                    char       **argv,
                    Invocation  *self,
                    GError     **error)
{
  gboolean literal = FALSE;

  self->rest = g_ptr_array_new ();
  for (int i = 1; i < argc; i++)
    {
      gboolean taken = FALSE;

      literal = literal || g_str_equal (argv[i], "--");
      if (!literal)
        {
          if (!take_global (argc, argv, &i, "--clinic", &self->clinic, &taken, error))
            return FALSE;
          if (!taken && !take_global (argc, argv, &i, "--clinic-passphrase-file", &self->passphrase_file, &taken, error))
            return FALSE;
          if (!taken && !take_global (argc, argv, &i, "--now", &self->now, &taken, error))
            return FALSE;
          if (!taken && !take_global (argc, argv, &i, "--format", &self->format, &taken, error))
            return FALSE;
        }
      if (taken)
        continue;
      if (!literal && self->rest->len == 0 && argv[i][0] == '-')
        {
          self->help = self->help || g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h");
          self->version = self->version || g_str_equal (argv[i], "--version");
          self->anew = self->anew || g_str_equal (argv[i], "--new-clinic");
          if (self->help || self->version || g_str_equal (argv[i], "--new-clinic"))
            continue;
          g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Unknown option %s. “%s --help” lists what there is."), argv[i], PROGRAM);
          return FALSE;
        }
      g_ptr_array_add (self->rest, argv[i]);
    }
  g_ptr_array_add (self->rest, NULL);
  return TRUE;
}

static void
print_help (const char *name)
{
  g_autofree char *table = soleus_command_dup_help (name);

  printf (_("Usage: %s [--clinic FILE] [--now TIME] [--format=text|json] COMMAND …\n\n"
            "The clinic of Soleus without a window: the same records, the same rules.\n\n"), PROGRAM);
  printf (_("Commands:\n%s\n"), table);
  printf ("%s", _("  --clinic FILE         The clinic file; without it, your own\n"
                  "  --clinic-passphrase-file FILE\n"
                  "                        Its first line opens an encrypted clinic file; “-”: standard input\n"
                  "  --new-clinic          Begin one where there was one of which only backups are left; they are kept\n"
                  "  --now TIME            What “now” is, for scripts and tests\n"
                  "  --format=text|json    For a person, or for a program\n"
                  "  COMMAND --help        The options of one command\n\n"
                  "Times are ISO 8601 with offset, or a date alone. Records are named by their exact name or the beginning of their identifier.\n"
                  "Exit codes: 0 done, 1 failed, 2 usage, 3 refused by a safety rule, 4 not found, 5 the file is damaged, gone, too new, locked or encrypted.\n"));
}

static gboolean
find_command (Invocation           *invocation,
              const SoleusCommand **command,
              guint                *n_words,
              GError              **error)
{
  const char *name = invocation->rest->pdata[0];
  const char *verb = name != NULL ? invocation->rest->pdata[1] : NULL;
  g_autofree char *table = NULL;

  *command = NULL;
  if (name == NULL)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Say what to do. “%s --help” lists the commands."), PROGRAM);
      return FALSE;
    }
  *command = soleus_command_find (name, verb);
  if (*command != NULL)
    {
      *n_words = (*command)->verb != NULL ? 2 : 1;
      return TRUE;
    }
  if (soleus_command_has_verbs (name) && g_strcmp0 (verb, "--help") == 0)
    return TRUE;
  table = soleus_command_has_verbs (name) ? soleus_command_dup_help (name) : NULL;
  if (table != NULL)
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("“%s” needs one of these:\n%s"), name, g_strchomp (table));
  else
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("There is no command “%s”. “%s --help” lists what there is."), name, PROGRAM);
  return FALSE;
}

static GOptionContext *
create_options (SoleusCommandContext *context)
{
  const SoleusCommand *command = context->command;
  const char *arguments = command->arguments != NULL ? g_dgettext (GETTEXT_PACKAGE, command->arguments) : "";
  GOptionContext *options = g_option_context_new (arguments);
  g_autofree char *name = g_strconcat (PROGRAM, " ", command->name, command->verb != NULL ? " " : NULL, command->verb, NULL);

  /* what the usage line begins with */
  g_set_prgname (name);
  g_option_context_set_translation_domain (options, GETTEXT_PACKAGE);
  g_option_context_set_summary (options, g_dgettext (GETTEXT_PACKAGE, command->summary));
  if (command->kind != NULL)
    {
      context->record = soleus_record_options_new (command->kind, command->left_out);
      g_option_context_set_main_group (options, soleus_record_options_create_group (context->record, command->options));
    }
  else if (command->options != NULL)
    {
      g_option_context_add_main_entries (options, command->options, GETTEXT_PACKAGE);
    }
  return options;
}

/* Takes the options out of @words; what is left are the arguments, as many as the command wants. */
static gboolean
parse_options (SoleusCommandContext   *context,
               char                 ***words,
               GError                **error)
{
  g_autoptr (GOptionContext) options = create_options (context);
  g_autoptr (GError) local_error = NULL;
  guint n_given;

  if (!g_option_context_parse_strv (options, words, &local_error))
    {
      if (local_error->domain == G_OPTION_ERROR)
        g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s. The options are listed by --help."), local_error->message);
      else
        g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  n_given = g_strv_length (*words) - 1;
  if (n_given > 0 && g_str_equal ((*words)[1], "--"))
    {
      g_free ((*words)[1]);
      memmove (*words + 1, *words + 2, n_given * sizeof (char *));
      n_given--;
    }
  if (n_given < context->command->n_arguments || (n_given > context->command->n_arguments && !context->command->takes_more))
    {
      if (n_given > context->command->n_arguments)
        g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("“%s” is one word too many. Put text with spaces into quotation marks."),
                     (*words)[context->command->n_arguments + 1]);
      else
        g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Something is missing: %s."),
                     g_dgettext (GETTEXT_PACKAGE, context->command->arguments));
      return FALSE;
    }
  context->arguments = *words + 1;
  return TRUE;
}

static SoleusClock *
create_clock (const char  *now,
              GError     **error)
{
  g_autoptr (SoleusMoment) moment = NULL;

  if (now == NULL)
    return soleus_clock_new_system ();
  moment = soleus_moment_parse (now, error);
  return moment != NULL ? soleus_clock_new_fixed (moment->instant) : NULL;
}

/* Every entry carries its therapist: a clinic that was begun here gets the person at this machine. */
gboolean
soleus_command_add_first_therapist (SoleusClinic  *clinic,
                                    GError       **error)
{
  g_autoptr (SoleusChange) change = soleus_change_new ();
  g_autoptr (SoleusRecord) therapist = NULL;
  g_autoptr (SoleusRecord) profile = NULL;
  const char *name = g_get_real_name ();
  gboolean is_name = name != NULL && name[0] != '\0' && !g_str_equal (name, "Unknown") && !g_str_equal (name, "root") &&
                     g_utf8_validate (name, -1, NULL);

  if (!soleus_clinic_is_new (clinic))
    return TRUE;
  if (soleus_clinic_get_therapist (clinic) == NULL)
    {
      therapist = soleus_record_new (&soleus_therapist_kind);
      soleus_record_set_text (therapist, "name", is_name ? name : _("Therapist"));
      soleus_change_add (change, therapist);
    }
  if (!soleus_record_is_known (soleus_clinic_get_profile (clinic), "name"))
    {
      profile = soleus_record_copy (soleus_clinic_get_profile (clinic));
      soleus_record_set_text (profile, "name", _("My clinic"));
      soleus_change_add (change, profile);
    }
  return soleus_clinic_commit (clinic, change, error);
}

static gboolean
check_demo_place (const char  *path,
                  GError     **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED,
               _("“%s” is already there and was left as it is. Name another file with --clinic."), path);
  return FALSE;
}

/* A file that may be missing or damaged is opened later, and what is wrong is said then. */
static gboolean
give_passphrase (SoleusCommandContext  *context,
                 const char            *passphrase_file,
                 GError               **error)
{
  g_autofree char *passphrase = NULL;

  if (passphrase_file == NULL)
    return TRUE;
  passphrase = soleus_passphrase_read (passphrase_file, error);
  if (passphrase == NULL)
    return FALSE;
  if (context->command->access == SOLEUS_COMMAND_FILE || !g_file_test (context->path, G_FILE_TEST_EXISTS))
    {
      soleus_clinic_give_passphrase (context->path, passphrase, NULL);
      return TRUE;
    }
  return soleus_clinic_give_passphrase (context->path, passphrase, error);
}

/* At a terminal the person is asked for the passphrase that is missing, once. */
static SoleusClinic *
open_or_ask (SoleusCommandContext   *context,
             SoleusClinicOpenFlags   flags,
             GError                **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *passphrase = NULL;
  SoleusClinic *clinic = soleus_clinic_open (context->path, flags, context->clock, &local_error);

  if (clinic != NULL)
    return clinic;
  if (g_error_matches (local_error, SOLEUS_ERROR, SOLEUS_ERROR_ENCRYPTED) && soleus_clinic_can_encrypt ())
    passphrase = soleus_passphrase_ask (context->path);
  if (passphrase == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return soleus_clinic_give_passphrase (context->path, passphrase, error) ? soleus_clinic_open (context->path, flags, context->clock, error) : NULL;
}

static char *
dup_path (const Invocation    *invocation,
          SoleusCommandAccess  access)
{
  if (invocation->clinic != NULL)
    return g_strdup (invocation->clinic);
  return access == SOLEUS_COMMAND_DEMO ? soleus_clinic_dup_demo_path () : soleus_clinic_dup_default_path ();
}

static gboolean
open_clinic (SoleusCommandContext  *context,
             const Invocation      *invocation,
             SoleusClock           *clock,
             GError               **error)
{
  SoleusCommandAccess access = context->command->access;
  gboolean creates = access == SOLEUS_COMMAND_CREATE || access == SOLEUS_COMMAND_IMPORT;

  context->path = dup_path (invocation, access);
  context->clock = clock;
  if (access == SOLEUS_COMMAND_DEMO && !check_demo_place (context->path, error))
    return FALSE;
  if (!give_passphrase (context, invocation->passphrase_file, error))
    return FALSE;
  if (access == SOLEUS_COMMAND_FILE)
    return TRUE;
  /* the demo clinic in its own place is made anew, whatever is left of it */
  if (!(access == SOLEUS_COMMAND_DEMO && invocation->clinic == NULL) && !soleus_command_settle_gone (context, invocation->anew, error))
    return FALSE;
  if (access == SOLEUS_COMMAND_DEMO)
    return TRUE;
  if (!creates && !g_file_test (context->path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND,
                   _("There is no clinic yet at “%s”. Add an athlete, or name another file with --clinic."), context->path);
      return FALSE;
    }
  context->clinic = open_or_ask (context, creates ? SOLEUS_CLINIC_OPEN_CREATE : SOLEUS_CLINIC_OPEN_DEFAULT, error);
  if (context->clinic == NULL)
    return FALSE;
  if (soleus_clinic_get_loss (context->clinic) != NULL)
    fprintf (stderr, "%s: %s\n", PROGRAM, soleus_clinic_get_loss (context->clinic));
  if (access == SOLEUS_COMMAND_READ)
    return TRUE;
  if (soleus_clinic_is_read_only (context->clinic))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY,
                   _("“%s” can be read but not written. Check who owns the file and its folder; nothing was changed."), context->path);
      return FALSE;
    }
  return access == SOLEUS_COMMAND_IMPORT || soleus_command_add_first_therapist (context->clinic, error);
}

/* Runs the command; what it said is printed even if it failed, for an import that refused something says which. */
static gboolean
run_command (SoleusCommandContext  *context,
             gboolean               is_json,
             GError               **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  gboolean done;
  gboolean printed;

  context->printer = is_json ? SOLEUS_PRINTER (soleus_json_printer_new (memory, 16)) : SOLEUS_PRINTER (soleus_text_printer_new (text));
  soleus_printer_begin_map (context->printer);
  if (is_json)
    soleus_printer_add_integer (context->printer, "schema", NULL, 1);
  done = context->command->run (context, error);
  printed = done || g_str_equal (context->command->name, "import") || g_str_equal (context->command->name, "verify");
  soleus_printer_end (context->printer);
  if (context->raw != NULL)
    {
      g_string_append_len (text, context->raw->str, context->raw->len);
    }
  else if (is_json)
    {
      soleus_json_printer_finish (SOLEUS_JSON_PRINTER (context->printer), NULL);
      g_string_append_len (text, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory)),
                           g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory)));
    }
  if (printed && (fwrite (text->str, 1, text->len, stdout) != text->len || fflush (stdout) != 0) && done)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("The answer could not be printed."));
      return FALSE;
    }
  return done;
}

static gboolean
run_invocation (Invocation  *invocation,
                GError     **error)
{
  SoleusCommandContext context = { NULL };
  g_autoptr (SoleusClock) clock = NULL;
  g_auto (GStrv) words = NULL;
  gboolean is_json = g_strcmp0 (invocation->format, "json") == 0;
  guint n_words = 0;
  gboolean done;

  if (invocation->format != NULL && !is_json && !g_str_equal (invocation->format, "text"))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--format is text or json, not “%s”."), invocation->format);
      return FALSE;
    }
  if (!find_command (invocation, &context.command, &n_words, error))
    return FALSE;
  if (context.command == NULL)
    {
      print_help (invocation->rest->pdata[0]);
      return TRUE;
    }
  words = g_strdupv ((char **) invocation->rest->pdata + n_words - 1);
  clock = create_clock (invocation->now, error);
  done = clock != NULL &&
         parse_options (&context, &words, error) &&
         open_clinic (&context, invocation, clock, error) &&
         run_command (&context, is_json, error);
  g_clear_object (&context.printer);
  g_clear_object (&context.clinic);
  g_clear_pointer (&context.record, soleus_record_options_free);
  g_free (context.path);
  if (context.raw != NULL)
    g_string_free (context.raw, TRUE);
  return done;
}

/**
 * soleus_cli_run:
 * @argc: as main() got it
 * @argv: as main() got it
 *
 * Returns: the exit code
 */
int
soleus_cli_run (int    argc,
                char **argv)
{
  Invocation invocation = { NULL };
  g_autoptr (GError) error = NULL;
  int code;

  if (split_command_line (argc, argv, &invocation, &error))
    {
      if (invocation.version)
        printf ("%s %s\n", PROGRAM, SOLEUS_VERSION);
      else if (invocation.help)
        print_help (NULL);
      else
        run_invocation (&invocation, &error);
    }
  code = soleus_error_get_exit_code (error);
  if (error != NULL)
    fprintf (stderr, "%s: %s\n", PROGRAM, error->message);
  invocation_clear (&invocation);
  return code;
}
