#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-athlete.h"
#include "soleus-clinic-content.h"
#include "soleus-error.h"
#include "soleus-paper-letter.h"
#include "soleus-paper-sheets.h"
#include "soleus-prescription.h"
#include "soleus-red-flag.h"
#include "soleus-safe-file.h"

#define REPORT_DAYS 365

static struct {
  char     *output;
  char     *language;
  char     *paper;
  char    **exercises;
  char     *flag;
  char     *to;
  char     *question;
  char     *athlete;
  char     *week;
  gboolean  large_print;
  gboolean  without_name;
} options;

#define COMMON_OPTIONS \
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("The PDF to write"), N_("FILE") }, \
  { "language", 0, 0, G_OPTION_ARG_STRING, &options.language, N_("In which language; without it, the athlete’s"), N_("LANGUAGE") }, \
  { "paper", 0, 0, G_OPTION_ARG_STRING, &options.paper, N_("Without it, the clinic’s"), "A4|Letter" }, \
  { "large-print", 0, 0, G_OPTION_ARG_NONE, &options.large_print, N_("Letters of 18 points"), NULL }

static const GOptionEntry handout_options[] = {
  COMMON_OPTIONS,
  { "exercise", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.exercises, N_("An exercise of the protocol; may be repeated"), N_("EXERCISE") },
  { "without-name", 0, 0, G_OPTION_ARG_NONE, &options.without_name, N_("Leave the athlete’s name off the page"), NULL },
  { NULL }
};

static const GOptionEntry letter_options[] = {
  COMMON_OPTIONS,
  { "flag", 0, 0, G_OPTION_ARG_STRING, &options.flag, N_("About which red flag; without it, the most urgent open one"), N_("FLAG") },
  { "to", 0, 0, G_OPTION_ARG_FILENAME, &options.to, N_("Whom the athlete is referred to"), N_("NAME") },
  { "question", 0, 0, G_OPTION_ARG_FILENAME, &options.question, N_("What you ask"), N_("TEXT") },
  { NULL }
};

static const GOptionEntry sheet_options[] = {
  COMMON_OPTIONS,
  { "athlete", 0, 0, G_OPTION_ARG_FILENAME, &options.athlete, N_("Whose; without it, a line for the name"), N_("NAME") },
  { "week", 0, 0, G_OPTION_ARG_STRING, &options.week, N_("A day of the week; without it, a line for the date"), N_("DATE") },
  { NULL }
};

static const GOptionEntry report_options[] = {
  COMMON_OPTIONS,
  { NULL }
};

static gboolean
read_options (SoleusPaperOptions  *paper_options,
              GError             **error)
{
  g_autofree char *nick = NULL;
  int paper = SOLEUS_PAPER_A4;

  if (options.output == NULL)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Name the PDF to write with -o FILE."));
      return FALSE;
    }
  if (options.paper != NULL)
    {
      nick = g_ascii_strdown (options.paper, -1);
      if (!soleus_enum_from_nick (SOLEUS_TYPE_PAPER, nick, &paper))
        {
          g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--paper is A4 or Letter, not “%s”."), options.paper);
          return FALSE;
        }
      paper_options->has_paper = TRUE;
      paper_options->paper = (SoleusPaper) paper;
    }
  paper_options->language = options.language;
  paper_options->large_print = options.large_print;
  paper_options->without_name = options.without_name;
  return TRUE;
}

static void
print_written (SoleusCommandContext *context,
               SoleusDocument       *document)
{
  soleus_printer_add_text (context->printer, "path", _("Written to"), options.output);
  soleus_printer_add_text (context->printer, "title", _("Title"), soleus_document_get_title (document));
  soleus_printer_add_integer (context->printer, "pages", _("Pages"), soleus_document_get_n_pages (document));
}

/* The file is on the disk before it is recorded as issued, and in its place only afterwards: neither is there without the other. */
static gboolean
issue (SoleusCommandContext  *context,
       SoleusDocument        *document,
       SoleusDocumentKind     kind,
       const char            *athlete_id,
       const char            *exercises,
       GError               **error)
{
  g_autoptr (SoleusSafeFile) file = soleus_safe_file_new (options.output, error);
  g_autoptr (GBytes) pdf = file != NULL ? soleus_document_dup_pdf (document, error) : NULL;
  g_autoptr (GBytes) issued = NULL;

  if (pdf == NULL || !soleus_safe_file_put (file, pdf, error))
    return FALSE;
  issued = soleus_paper_issue (context->clinic, document, kind, athlete_id, NULL, exercises, error);
  if (issued == NULL || !soleus_safe_file_commit (file, error))
    return FALSE;
  print_written (context, document);
  return TRUE;
}

/* Homework of massage or heat passes the gate like a treatment; the exercises of the protocol are for the calf. */
static gboolean
check_homework (SoleusCommandContext  *context,
                const char            *athlete_id,
                GError               **error)
{
  g_autoptr (SoleusContent) content = NULL;
  g_autoptr (GPtrArray) prescription = NULL;
  g_autofree char *list = NULL;

  if (options.exercises == NULL)
    return TRUE;
  list = g_strjoinv (" ", options.exercises);
  prescription = soleus_prescription_parse (list);
  content = soleus_clinic_load_content (context->clinic, options.language, error);
  if (content == NULL)
    return FALSE;
  for (guint i = 0; i < prescription->len; i++)
    {
      SoleusContentExercise *exercise = soleus_content_find_exercise (content, ((SoleusPrescribed *) prescription->pdata[i])->id);
      SoleusModalityFamily family = exercise != NULL ? soleus_content_exercise_get_family (exercise) : SOLEUS_MODALITY_FAMILY_NEITHER;
      g_autoptr (SoleusWindow) window = NULL;
      g_autofree char *sentence = NULL;

      /* one that is not in the protocol is refused with its own words when the handout is made */
      if (family == SOLEUS_MODALITY_FAMILY_NEITHER ||
          soleus_clinic_gate (context->clinic, athlete_id, family == SOLEUS_MODALITY_FAMILY_HEAT ? "hot-pack" : "self-massage", SOLEUS_SIDE_BOTH,
                              SOLEUS_REGION_CALF, soleus_clinic_get_now (context->clinic), &window, error) < SOLEUS_GATE_VERDICT_OVERRIDE_NEEDED)
        continue;
      if (window == NULL)
        return FALSE;
      sentence = soleus_window_format (window);
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED, _("%s: not given as homework. %s"), soleus_content_exercise_get_name (exercise), sentence);
      return FALSE;
    }
  return TRUE;
}

static gboolean
handout (SoleusCommandContext  *context,
         GError               **error)
{
  g_autoptr (SoleusRecord) athlete = soleus_command_resolve (context, &soleus_athlete_kind, 0, error);
  g_autoptr (SoleusDocument) document = NULL;
  SoleusPaperOptions paper_options = { NULL };
  g_autofree char *exercises = options.exercises != NULL ? g_strjoinv (" ", options.exercises) : NULL;

  if (athlete == NULL || !read_options (&paper_options, error) || !check_homework (context, soleus_record_get_id (athlete), error))
    return FALSE;
  if (exercises == NULL)
    exercises = soleus_paper_dup_usual_exercises (context->clinic, soleus_record_get_id (athlete), error);
  if (exercises == NULL)
    return FALSE;
  paper_options.exercises = exercises;
  document = soleus_paper_new_handout (context->clinic, soleus_record_get_id (athlete), &paper_options, error);
  return document != NULL && issue (context, document, SOLEUS_DOCUMENT_KIND_HANDOUT, soleus_record_get_id (athlete), exercises, error);
}

static gboolean
report (SoleusCommandContext  *context,
        GError               **error)
{
  g_autoptr (SoleusRecord) athlete = soleus_command_resolve (context, &soleus_athlete_kind, 0, error);
  SoleusInstant now = soleus_clinic_get_now (context->clinic);
  g_autoptr (SoleusDocument) document = NULL;
  SoleusPaperOptions paper_options = { NULL };

  if (athlete == NULL || !read_options (&paper_options, error))
    return FALSE;
  document = soleus_paper_new_history_report (context->clinic, soleus_record_get_id (athlete),
                                              now - REPORT_DAYS * 24 * SOLEUS_USEC_PER_HOUR, now, &paper_options, error);
  return document != NULL && issue (context, document, SOLEUS_DOCUMENT_KIND_HISTORY_REPORT, soleus_record_get_id (athlete), NULL, error);
}

/* The flag is referred from now on: its outcome is chased. */
static gboolean
letter (SoleusCommandContext  *context,
        GError               **error)
{
  g_autoptr (SoleusRecord) athlete = soleus_command_resolve (context, &soleus_athlete_kind, 0, error);
  g_autoptr (SoleusRecord) flag = NULL;
  g_autoptr (SoleusDocument) document = NULL;
  g_autoptr (SoleusSafeFile) file = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) issued = NULL;
  SoleusPaperOptions paper_options = { NULL };
  SoleusPaperLetter request = { NULL, options.to, options.question };

  if (athlete == NULL || !read_options (&paper_options, error))
    return FALSE;
  if (options.flag != NULL)
    {
      flag = soleus_clinic_resolve (context->clinic, &soleus_red_flag_kind, options.flag, error);
      if (flag == NULL)
        return FALSE;
      request.flag_id = soleus_record_get_id (flag);
    }
  document = soleus_paper_new_letter (context->clinic, soleus_record_get_id (athlete), &request, &paper_options, error);
  file = document != NULL ? soleus_safe_file_new (options.output, error) : NULL;
  pdf = file != NULL ? soleus_document_dup_pdf (document, error) : NULL;
  if (pdf == NULL || !soleus_safe_file_put (file, pdf, error))
    return FALSE;
  issued = soleus_paper_issue_letter (context->clinic, document, soleus_record_get_id (athlete), &request, error);
  if (issued == NULL || !soleus_safe_file_commit (file, error))
    return FALSE;
  print_written (context, document);
  return TRUE;
}

/* A blank form says nothing about anybody: it is written, not issued. */
static gboolean
sheet (SoleusCommandContext  *context,
       GError               **error)
{
  SoleusPaperOptions paper_options = { NULL };
  g_autofree char *athlete = options.athlete != NULL ? soleus_command_dup_athlete (context, options.athlete, error) : NULL;
  g_autofree char *monday = NULL;
  g_autoptr (SoleusDocument) document = NULL;
  g_autoptr (SoleusSafeFile) file = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if ((options.athlete != NULL && athlete == NULL) || !read_options (&paper_options, error))
    return FALSE;
  if (options.week != NULL && !soleus_date_is_valid (options.week))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--week: “%s” is not a date that exists. Write it like 2001-05-31."), options.week);
      return FALSE;
    }
  monday = options.week != NULL ? soleus_date_dup_monday (options.week) : NULL;
  document = soleus_paper_new_check_in_sheet (context->clinic, athlete, monday, &paper_options, error);
  file = document != NULL ? soleus_safe_file_new (options.output, error) : NULL;
  pdf = file != NULL ? soleus_document_dup_pdf (document, error) : NULL;
  if (pdf == NULL || !soleus_safe_file_put (file, pdf, error) || !soleus_safe_file_commit (file, error))
    return FALSE;
  print_written (context, document);
  return TRUE;
}

const SoleusCommand soleus_commands_paper[] = {
  { "check-in", "sheet", SOLEUS_COMMAND_READ, 0, NULL, N_("Write a blank week for an athlete to fill in by hand, as PDF"), NULL, NULL, sheet_options, sheet },
  { "handout", NULL, SOLEUS_COMMAND_WRITE, 1, N_("ATHLETE"), N_("Write the athlete’s handout as PDF: until when, what to do, which exercises"), NULL, NULL, handout_options, handout },
  { "letter", NULL, SOLEUS_COMMAND_WRITE, 1, N_("ATHLETE"), N_("Write the referral letter as PDF and mark the red flag as referred"), NULL, NULL, letter_options, letter },
  { "report", NULL, SOLEUS_COMMAND_WRITE, 1, N_("ATHLETE"), N_("Write the history of the last year as PDF"), NULL, NULL, report_options, report },
  { NULL }
};
