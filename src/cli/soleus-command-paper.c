#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "soleus-athlete.h"
#include "soleus-clinic-content.h"
#include "soleus-error.h"
#include "soleus-history-report.h"
#include "soleus-paper-letter.h"
#include "soleus-paper-sheets.h"
#include "soleus-paper-team.h"
#include "soleus-period.h"
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
  char     *team;
  char     *week;
  char     *from;
  char     *until;
  char     *reader;
  char     *sections;
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
  { "team", 0, 0, G_OPTION_ARG_FILENAME, &options.team, N_("A handout for each athlete of the team, in one PDF"), N_("TEAM") },
  { NULL }
};

static const GOptionEntry appointment_options[] = {
  COMMON_OPTIONS,
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
  { "team", 0, 0, G_OPTION_ARG_FILENAME, &options.team, N_("A sheet for each athlete of the team"), N_("TEAM") },
  { "week", 0, 0, G_OPTION_ARG_STRING, &options.week, N_("A day of the week; without it, a line for the date"), N_("DATE") },
  { NULL }
};

static const GOptionEntry report_options[] = {
  COMMON_OPTIONS,
  { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_("The first day (default: a year before the last)"), N_("DATE") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &options.until, N_("The last day (default: today)"), N_("DATE") },
  { "for", 0, 0, G_OPTION_ARG_STRING, &options.reader, N_("Whom it is for, which chooses the sections (default: file)"), "file|doctor|athlete" },
  { "sections", 0, 0, G_OPTION_ARG_STRING, &options.sections, N_("Only these sections, with commas between"), N_("SECTION,…") },
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

static void
print_team (SoleusCommandContext *context,
            GPtrArray            *handouts)
{
  gint64 n_pages = 0;

  soleus_printer_add_text (context->printer, "path", _("Written to"), options.output);
  soleus_printer_key (context->printer, "handouts", _("Handouts"));
  soleus_printer_begin_list (context->printer);
  for (guint i = 0; i < handouts->len; i++)
    {
      const SoleusTeamHandout *one = handouts->pdata[i];

      soleus_printer_begin_map (context->printer);
      soleus_printer_add_text (context->printer, "athlete", _("Athlete"), soleus_record_get_text (one->athlete, "name"));
      soleus_printer_add_integer (context->printer, "pages", _("Pages"), one->document != NULL ? soleus_document_get_n_pages (one->document) : 0);
      soleus_printer_add_text (context->printer, "left_out", _("Left out"), one->left_out);
      soleus_printer_end (context->printer);
      n_pages += one->document != NULL ? soleus_document_get_n_pages (one->document) : 0;
    }
  soleus_printer_end (context->printer);
  soleus_printer_add_integer (context->printer, "pages", _("Pages"), n_pages);
}

static gboolean
team_handouts (SoleusCommandContext  *context,
               GError               **error)
{
  SoleusPaperOptions paper_options = { NULL };
  g_autoptr (GPtrArray) handouts = NULL;
  g_autoptr (SoleusSafeFile) file = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (context->arguments[0] != NULL || options.exercises != NULL)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("With --team give neither an athlete nor --exercise: each gets the exercises of the own plan."));
      return FALSE;
    }
  if (!read_options (&paper_options, error))
    return FALSE;
  handouts = soleus_paper_new_team_handouts (context->clinic, options.team, &paper_options, error);
  pdf = handouts != NULL ? soleus_paper_dup_team_pdf (handouts, error) : NULL;
  file = pdf != NULL ? soleus_safe_file_new (options.output, error) : NULL;
  if (file == NULL || !soleus_safe_file_put (file, pdf, error) || !soleus_paper_issue_team_handouts (context->clinic, handouts, error) ||
      !soleus_safe_file_commit (file, error))
    return FALSE;
  print_team (context, handouts);
  return TRUE;
}

static gboolean
one_handout (SoleusCommandContext  *context,
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
handout (SoleusCommandContext  *context,
         GError               **error)
{
  if (options.team != NULL)
    return team_handouts (context, error);
  if (context->arguments[0] != NULL && context->arguments[1] == NULL)
    return one_handout (context, error);
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Name one athlete, or a team with --team."));
  return FALSE;
}

/* Returns: the sections of the choice named @id; 0 where there is none */
static guint
find_choice (const SoleusHistoryChoice *choices,
             gsize                      n_choices,
             const char                *id)
{
  for (gsize i = 0; i < n_choices; i++)
    if (g_strcmp0 (choices[i].id, id) == 0)
      return choices[i].sections;
  return 0;
}

static void
set_unknown_choice (const SoleusHistoryChoice  *choices,
                    gsize                       n_choices,
                    const char                 *option,
                    const char                 *id,
                    GError                    **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (gsize i = 0; i < n_choices; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", choices[i].id);
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s: there is no “%s”. Choose from: %s."), option, id, names->str);
}

static gboolean
read_sections (guint   *sections,
               GError **error)
{
  gsize n_readers, n_sections;
  const SoleusHistoryChoice *readers = soleus_history_report_list_readers (&n_readers);
  const SoleusHistoryChoice *all = soleus_history_report_list_sections (&n_sections);
  g_auto (GStrv) wanted = options.sections != NULL ? g_strsplit (options.sections, ",", -1) : NULL;

  if (options.reader != NULL)
    {
      *sections = find_choice (readers, n_readers, options.reader);
      if (*sections == 0)
        {
          set_unknown_choice (readers, n_readers, "--for", options.reader, error);
          return FALSE;
        }
    }
  if (wanted != NULL)
    *sections = 0;
  for (gsize i = 0; wanted != NULL && wanted[i] != NULL; i++)
    {
      guint section = find_choice (all, n_sections, g_strstrip (wanted[i]));

      if (section == 0)
        {
          set_unknown_choice (all, n_sections, "--sections", wanted[i], error);
          return FALSE;
        }
      *sections |= section;
    }
  return TRUE;
}

static gboolean
read_period (SoleusInstant  *from,
             SoleusInstant  *until,
             GError        **error)
{
  g_autofree char *today = soleus_instant_dup_local_date (*until);
  g_autofree char *first = NULL;
  const char *last;

  if (!soleus_command_check_date ("--from", options.from, error) || !soleus_command_check_date ("--to", options.until, error))
    return FALSE;
  last = options.until != NULL ? options.until : today;
  first = options.from != NULL ? g_strdup (options.from) : soleus_date_add_days (last, -REPORT_DAYS);
  switch (soleus_period_find_fault (first, last, today))
    {
    case SOLEUS_PERIOD_FUTURE:
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("A report ends today at the latest: nothing is recorded of the days after %s."), today);
      return FALSE;
    case SOLEUS_PERIOD_BACKWARDS:
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--from is after --to. Exchange the two dates."));
      return FALSE;
    case SOLEUS_PERIOD_TOO_LONG:
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("From %s to %s is more than 100 years. Look at the year."), first, last);
      return FALSE;
    case SOLEUS_PERIOD_FINE:
    default:
      break;
    }
  if (g_strcmp0 (last, today) != 0)
    *until = soleus_date_get_end (last); /* else it ends now */
  *from = options.from != NULL ? soleus_date_get_start (first) : *until - REPORT_DAYS * 24 * SOLEUS_USEC_PER_HOUR;
  return TRUE;
}

/* gettext looks for the labels of another language only in a locale that is not plain C. */
static void
allow_languages (void)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);

  if (g_strcmp0 (locale, "C") == 0 || g_strcmp0 (locale, "POSIX") == 0)
    setlocale (LC_MESSAGES, "C.UTF-8");
}

static gboolean
report (SoleusCommandContext  *context,
        GError               **error)
{
  g_autoptr (SoleusRecord) athlete = soleus_command_resolve (context, &soleus_athlete_kind, 0, error);
  SoleusInstant until = soleus_clinic_get_now (context->clinic), from = until;
  g_autoptr (SoleusDocument) document = NULL;
  SoleusPaperOptions paper_options = { NULL };

  if (athlete == NULL || !read_options (&paper_options, error) || !read_sections (&paper_options.sections, error) || !read_period (&from, &until, error))
    return FALSE;
  allow_languages ();
  document = soleus_paper_new_history_report (context->clinic, soleus_record_get_id (athlete), from, until, &paper_options, error);
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
  allow_languages ();
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

/* Writes what is not kept as issued. */
static gboolean
write_document (SoleusCommandContext  *context,
                SoleusDocument        *document,
                GError               **error)
{
  g_autoptr (SoleusSafeFile) file = document != NULL ? soleus_safe_file_new (options.output, error) : NULL;
  g_autoptr (GBytes) pdf = file != NULL ? soleus_document_dup_pdf (document, error) : NULL;

  if (pdf == NULL || !soleus_safe_file_put (file, pdf, error) || !soleus_safe_file_commit (file, error))
    return FALSE;
  print_written (context, document);
  return TRUE;
}

/* The slip repeats what the record says; that it left the clinic is noted. */
static gboolean
appointment (SoleusCommandContext  *context,
             GError               **error)
{
  g_autoptr (SoleusRecord) athlete = soleus_command_resolve (context, &soleus_athlete_kind, 0, error);
  g_autoptr (SoleusDocument) document = NULL;
  SoleusPaperOptions paper_options = { NULL };

  if (athlete == NULL || !read_options (&paper_options, error))
    return FALSE;
  document = soleus_paper_new_appointment_slip (context->clinic, soleus_record_get_id (athlete), &paper_options, error);
  if (document == NULL || !write_document (context, document, error))
    return FALSE;
  soleus_clinic_note (context->clinic, "export", "sheet", soleus_record_get_id (athlete), soleus_document_get_title (document), NULL);
  return TRUE;
}

static gboolean
write_team_sheets (SoleusCommandContext      *context,
                   const char                *monday,
                   const SoleusPaperOptions  *paper_options,
                   GError                   **error)
{
  g_autoptr (GPtrArray) sheets = soleus_paper_new_team_sheets (context->clinic, options.team, monday, paper_options, error);
  g_autoptr (SoleusSafeFile) file = sheets != NULL ? soleus_safe_file_new (options.output, error) : NULL;
  g_autoptr (GBytes) pdf = file != NULL ? soleus_document_dup_bundle_pdf ((SoleusDocument *const *) sheets->pdata, sheets->len, error) : NULL;
  gint64 n_pages = 0;

  if (pdf == NULL || !soleus_safe_file_put (file, pdf, error) || !soleus_safe_file_commit (file, error))
    return FALSE;
  for (guint i = 0; i < sheets->len; i++)
    n_pages += soleus_document_get_n_pages (sheets->pdata[i]);
  soleus_printer_add_text (context->printer, "path", _("Written to"), options.output);
  soleus_printer_add_integer (context->printer, "pages", _("Pages"), n_pages);
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

  if ((options.athlete != NULL && athlete == NULL) || !read_options (&paper_options, error))
    return FALSE;
  if (options.week != NULL && !soleus_date_is_valid (options.week))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--week: “%s” is not a date that exists. Write it like 2001-05-31."), options.week);
      return FALSE;
    }
  if (options.team != NULL && athlete != NULL)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Give --athlete or --team, not both."));
      return FALSE;
    }
  allow_languages ();
  monday = options.week != NULL ? soleus_date_dup_monday (options.week) : NULL;
  if (options.team != NULL)
    return write_team_sheets (context, monday, &paper_options, error);
  document = soleus_paper_new_check_in_sheet (context->clinic, athlete, monday, &paper_options, error);
  return write_document (context, document, error);
}

const SoleusCommand soleus_commands_paper[] = {
  { "appointment", NULL, SOLEUS_COMMAND_WRITE, 1, N_("ATHLETE"), N_("Write the slip with the athlete’s next visit as PDF"), NULL, NULL, appointment_options, appointment },
  { "check-in", "sheet", SOLEUS_COMMAND_READ, 0, NULL, N_("Write a blank week for an athlete to fill in by hand, as PDF"), NULL, NULL, sheet_options, sheet },
  { "handout", NULL, SOLEUS_COMMAND_WRITE, 0, N_("ATHLETE"), N_("Write the athlete’s handout as PDF: until when, what to do, which exercises"), NULL, NULL, handout_options, handout, .takes_more = TRUE },
  { "letter", NULL, SOLEUS_COMMAND_WRITE, 1, N_("ATHLETE"), N_("Write the referral letter as PDF and mark the red flag as referred"), NULL, NULL, letter_options, letter },
  { "report", NULL, SOLEUS_COMMAND_WRITE, 1, N_("ATHLETE"), N_("Write the history of a period as PDF"), NULL, NULL, report_options, report },
  { NULL }
};
