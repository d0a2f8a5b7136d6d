#include "soleus-config.h"

#include "soleus-paper-letter.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-content.h"
#include "soleus-document-date.h"
#include "soleus-error.h"
#include "soleus-id.h"
#include "soleus-label-language.h"
#include "soleus-paper-private.h"
#include "soleus-referral-letter.h"
#include "soleus-training-load.h"

/* in the order in which a doctor asks */
enum { SIGNS, CLOT, EPISODE, MEDICINES, SCREEN, TRIED, LOAD, N_SECTIONS };

static const char *const titles[N_SECTIONS] = {
  [EPISODE] = "letter.episode", [SIGNS] = "letter.signs", [SCREEN] = "letter.screen", [CLOT] = "letter.clot",
  [TRIED] = "letter.tried", [LOAD] = "letter.load", [MEDICINES] = "letter.medicines",
};

/* a letter on its way */
typedef struct {
  SoleusClinic *clinic;
  SoleusRecord *athlete;
  SoleusRecord *flag;     /* (owned) (nullable) */
  SoleusRecord *episode;  /* (owned) (nullable) */
  const char   *language;
  GPtrArray    *texts;    /* (owned) what the rows point to */
  GArray       *rows[N_SECTIONS];
} Letter;

/* takes @value */
static void
add_row (Letter     *letter,
         int         section,
         const char *label,
         char       *value)
{
  SoleusLetterRow row = { label, value };

  if (value != NULL)
    g_ptr_array_add (letter->texts, value);
  g_array_append_val (letter->rows[section], row);
}

static char *
format_moment (Letter             *letter,
               const SoleusMoment *moment)
{
  if (moment == NULL)
    return NULL;
  if (moment->precision == SOLEUS_PRECISION_DAY)
    return soleus_document_date_format_date (moment->instant, letter->language);
  return soleus_document_date_format_moment (moment->instant, letter->language);
}

static char *
format_choice (SoleusRecord          *record,
               const char            *field,
               const SoleusCatalogue *catalogue)
{
  return soleus_record_is_known (record, field)
           ? g_strdup (soleus_catalogue_get_label (catalogue, soleus_record_get_text (record, field))) : NULL;
}

static char *
format_answer (SoleusAnswer answer)
{
  return answer != SOLEUS_ANSWER_UNKNOWN ? g_strdup (soleus_enum_get_label (SOLEUS_TYPE_ANSWER, answer)) : NULL;
}

static char *
format_duration (const SoleusMoment *onset,
                 const SoleusMoment *end)
{
  gint64 seconds;

  if (onset == NULL || end == NULL || onset->precision == SOLEUS_PRECISION_DAY || end->precision == SOLEUS_PRECISION_DAY)
    return NULL;
  seconds = (end->instant - onset->instant) / SOLEUS_USEC_PER_SECOND;
  return g_strdup_printf (_("%d min %d s"), (int) (seconds / 60), (int) (seconds % 60));
}

/* "Left, Gastrocnemius" */
static char *
format_place (SoleusRecord             *episode,
              const SoleusCatalogueRow *muscle)
{
  return g_strdup_printf ("%s, %s", soleus_enum_get_label (SOLEUS_TYPE_SIDE, soleus_record_get_enum (episode, "side")),
                          muscle != NULL ? soleus_catalogue_row_get_label (muscle) : "____");
}

static void
add_episode (Letter *letter)
{
  SoleusRecord *episode = letter->episode;
  const SoleusCatalogueRow *muscle;

  if (episode == NULL)
    return;
  muscle = soleus_catalogue_find (soleus_catalogue_get_muscles (), soleus_record_get_text (episode, "muscle"));
  add_row (letter, EPISODE, _("Started"), format_moment (letter, soleus_record_get_moment (episode, "onset")));
  add_row (letter, EPISODE, _("Ended"), format_moment (letter, soleus_record_get_moment (episode, "end")));
  /* without an end the line above is the blank one */
  if (soleus_record_get_moment (episode, "end") != NULL)
    add_row (letter, EPISODE, _("Lasted"), format_duration (soleus_record_get_moment (episode, "onset"), soleus_record_get_moment (episode, "end")));
  add_row (letter, EPISODE, _("Side and muscle"), format_place (episode, muscle));
  add_row (letter, EPISODE, _("Pain (0 to 10)"), soleus_record_dup_as_text (episode, "pain"));
  add_row (letter, EPISODE, _("During"), format_choice (episode, "activity", soleus_catalogue_get_activities ()));
  add_row (letter, EPISODE, _("Could bear weight"), format_answer (soleus_record_get_enum (episode, "weight-bearing")));
  if (soleus_record_is_known (episode, "note"))
    add_row (letter, EPISODE, _("Notes"), g_strdup (soleus_record_get_text (episode, "note")));
}

/* what was last said of an item, over the episode and its later contacts (oldest first) */
static SoleusAnswer
find_answer (SoleusRecord *episode,
             GPtrArray    *contacts,
             const char   *field,
             const char   *item)
{
  SoleusAnswer answer = soleus_answers_get (soleus_record_get_answers (episode, field), item);

  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    {
      SoleusAnswer later = soleus_answers_get (soleus_record_get_answers (contacts->pdata[i], field), item);

      if (later != SOLEUS_ANSWER_UNKNOWN)
        answer = later;
    }
  return answer;
}

static void
append_item (GString    *text,
             const char *label,
             gboolean    blank)
{
  g_string_append_printf (text, "%s%s%s", text->len > 0 ? blank ? "   " : "; " : "", label, blank ? "\302\240____" : "");
}

/* Three lines in place of one for each item: what is there, what is not, and what nobody asked, to be written on. */
static void
add_answers (Letter                *letter,
             int                    section,
             const SoleusCatalogue *catalogue,
             const SoleusAnswers   *answers,
             const char *const     *always) /* (nullable): of what was not asked only these */
{
  static const SoleusAnswer order[] = { SOLEUS_ANSWER_YES, SOLEUS_ANSWER_NO, SOLEUS_ANSWER_UNKNOWN };

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      gboolean unknown = order[i] == SOLEUS_ANSWER_UNKNOWN;
      g_autoptr (GString) text = g_string_new (NULL);

      for (gsize j = 0; j < catalogue->n_rows; j++)
        if (soleus_answers_get (answers, catalogue->rows[j].id) == order[i] &&
            (!unknown || always == NULL || g_strv_contains (always, catalogue->rows[j].id)))
          append_item (text, soleus_catalogue_row_get_label (&catalogue->rows[j]), unknown);
      if (text->len > 0)
        add_row (letter, section, unknown ? _("Not asked") : soleus_enum_get_label (SOLEUS_TYPE_ANSWER, order[i]),
                 g_string_free (g_steal_pointer (&text), FALSE));
    }
}

static void
add_findings (Letter *letter)
{
  const SoleusCatalogue *screen = soleus_catalogue_get_screen_items ();
  const SoleusCatalogue *signs = soleus_catalogue_get_signs ();
  static const char *const always[] = { "swelling", "redness", "warmth", "numbness", "weakness", "dark-urine", "chest-pain", "breathlessness", NULL };
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (SoleusAnswers) found = soleus_answers_new ();

  if (letter->episode == NULL)
    return;
  contacts = soleus_clinic_list_of (letter->clinic, &soleus_contact_kind, "episode", soleus_record_get_id (letter->episode), NULL);
  for (gsize i = 0; i < screen->n_rows; i++)
    soleus_answers_set (found, screen->rows[i].id, find_answer (letter->episode, contacts, "screen", screen->rows[i].id));
  add_answers (letter, SCREEN, screen, found, NULL);
  for (gsize i = 0; i < signs->n_rows; i++)
    soleus_answers_set (found, signs->rows[i].id, find_answer (letter->episode, contacts, "signs", signs->rows[i].id));
  /* what a doctor asks about first stands there even where nobody asked */
  add_answers (letter, SIGNS, signs, found, always);
  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    if (soleus_record_is_known (contacts->pdata[i], "pain"))
      {
        g_autofree char *pain = soleus_record_dup_as_text (contacts->pdata[i], "pain");
        g_autofree char *when = format_moment (letter, soleus_record_get_moment (contacts->pdata[i], "at"));

        add_row (letter, EPISODE, _("Pain at a later contact"), g_strdup_printf ("%s (%s)", pain, when));
      }
}

/* The leg that the letter is about; of several screens the newest one. */
static SoleusRecord *
find_screening (Letter *letter)
{
  g_autoptr (GPtrArray) screenings = soleus_clinic_list_of_athlete (letter->clinic, &soleus_clot_screening_kind,
                                                                    soleus_record_get_id (letter->athlete), NULL);
  int side = letter->flag != NULL ? soleus_record_get_enum (letter->flag, "side") : SOLEUS_SIDE_UNKNOWN;

  for (guint i = 0; screenings != NULL && i < screenings->len; i++)
    if (side == SOLEUS_SIDE_UNKNOWN || side == SOLEUS_SIDE_BOTH || soleus_record_get_enum (screenings->pdata[i], "side") == side)
      return g_object_ref (screenings->pdata[i]);
  return NULL;
}

static gboolean
is_about_clot (SoleusRecord *flag)
{
  static const char *const kinds[] = { "swelling", "redness", "warmth", "persistent-pain", "clot-screen-incomplete", "clot-screen-complete",
                                       "clot-screen-likely", "clot-screen-no-score", NULL };

  return flag != NULL && g_strv_contains (kinds, soleus_record_get_text (flag, "kind"));
}

static char *
format_girth (SoleusRecord *screening,
              const char   *field)
{
  double girth = screening != NULL ? soleus_record_get_real (screening, field) : SOLEUS_UNKNOWN_REAL;

  return soleus_real_is_known (girth) ? g_strdup_printf ("%.1f cm", girth) : g_strdup ("________ cm");
}

static void
add_girths (Letter       *letter,
            SoleusRecord *screening)
{
  g_autofree char *left = format_girth (screening, "girth-left-cm");
  g_autofree char *right = format_girth (screening, "girth-right-cm");

  add_row (letter, CLOT, _("Calf girths, 10 cm below the tibial tuberosity"), g_strdup_printf (_("left %s, right %s"), left, right));
}

/* Where a clot is thought of and nobody screened, the empty lines ask for it. */
static void
add_clot (Letter *letter)
{
  const SoleusCatalogue *items = soleus_catalogue_get_clot_items ();
  g_autoptr (SoleusRecord) screening = find_screening (letter);
  g_autoptr (SoleusClotScreen) screen = screening != NULL ? soleus_clinic_assess_clot_screen (letter->clinic, screening, NULL) : NULL;

  if (screen == NULL && !is_about_clot (letter->flag))
    return;
  add_answers (letter, CLOT, items, screen != NULL ? screen->effective : NULL, NULL);
  add_girths (letter, screening);
  if (screen == NULL)
    return;
  add_row (letter, CLOT, _("Two-level score (Wells 2003)"),
           !screen->applicable ? g_strdup (_("does not apply: below 18 years or pregnant"))
           : screen->complete ? g_strdup_printf (_("%d; without the −2 item %d"), screen->score, screen->score_without)
                              : g_strdup_printf (_("at least %d without the −2 item; not complete"), screen->score_without));
}

static void
add_tried (Letter *letter)
{
  g_autoptr (GPtrArray) treatments = NULL;
  SoleusInstant from;

  if (letter->episode == NULL)
    return;
  add_row (letter, TRIED, _("Relieved by"), format_choice (letter->episode, "relieved-by", soleus_catalogue_get_relief ()));
  from = soleus_record_get_instant (letter->episode, "onset");
  treatments = soleus_clinic_list_of_athlete (letter->clinic, &soleus_treatment_kind, soleus_record_get_id (letter->athlete), NULL);
  for (guint i = treatments != NULL ? treatments->len : 0; i > 0; i--)
    {
      SoleusRecord *treatment = treatments->pdata[i - 1];
      SoleusInstant at = soleus_record_get_instant (treatment, "at");

      if (at >= from && at <= soleus_clinic_get_now (letter->clinic))
        add_row (letter, TRIED, soleus_catalogue_get_label (soleus_catalogue_get_modalities (), soleus_record_get_text (treatment, "modality")),
                 format_moment (letter, soleus_record_get_moment (treatment, "at")));
    }
}

static void
add_load (Letter *letter)
{
  g_autoptr (GPtrArray) sessions = NULL;
  g_autofree char *day = NULL;
  guint n_sessions = 0;

  if (letter->episode == NULL)
    return;
  day = soleus_moment_dup_date (soleus_record_get_moment (letter->episode, "onset"));
  sessions = soleus_clinic_list_of_athlete (letter->clinic, &soleus_session_kind, soleus_record_get_id (letter->athlete), NULL);
  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    {
      double minutes = soleus_record_get_real (sessions->pdata[i], "minutes");
      double rpe = soleus_record_get_real (sessions->pdata[i], "rpe");
      const char *activity = soleus_record_get_text (sessions->pdata[i], "activity");

      if (g_strcmp0 (soleus_record_get_text (sessions->pdata[i], "date"), day) != 0 || !soleus_real_is_known (minutes))
        continue;
      n_sessions++;
      add_row (letter, LOAD, activity != NULL ? activity : _("Session"),
               soleus_real_is_known (rpe)
                 ? g_strdup_printf (_("%g min at %g of 10, load %g"), minutes, rpe, soleus_training_load_session (minutes, rpe))
                 : g_strdup_printf (_("%g min"), minutes));
      if (activity != NULL)
        {
          /* the record does not outlive this list */
          char *kept = g_strdup (activity);

          g_ptr_array_add (letter->texts, kept);
          g_array_index (letter->rows[LOAD], SoleusLetterRow, letter->rows[LOAD]->len - 1).label = kept;
        }
    }
  if (n_sessions == 0)
    add_row (letter, LOAD, _("Sessions of that day"), NULL);
}

static char *
format_period (Letter       *letter,
               SoleusRecord *record,
               const char   *what)
{
  g_autoptr (GString) text = g_string_new (what);
  static const char *const fields[] = { "since", "until" };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *date = soleus_record_get_text (record, fields[i]);
      g_autofree char *day = soleus_date_is_valid (date) ? soleus_document_date_format_date (soleus_date_get_start (date), letter->language) : NULL;

      if (day == NULL)
        continue;
      g_string_append (text, text->len > 0 ? ", " : "");
      g_string_append_printf (text, i == 0 ? _("since %s") : _("until %s"), day);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_medicines (Letter *letter)
{
  const char *id = soleus_record_get_id (letter->athlete);
  g_autoptr (GPtrArray) medications = soleus_clinic_list_of_athlete (letter->clinic, &soleus_medication_kind, id, NULL);
  g_autoptr (GPtrArray) conditions = soleus_clinic_list_of_athlete (letter->clinic, &soleus_condition_kind, id, NULL);
  static const char *const yes_no[] = { "blood-thinner", "bleeding-disorder", "pregnant", NULL };

  for (guint i = 0; medications != NULL && i < medications->len; i++)
    add_row (letter, MEDICINES, _("Medicine"), format_period (letter, medications->pdata[i], soleus_record_get_text (medications->pdata[i], "name")));
  if (soleus_record_is_known (letter->athlete, "medication"))
    add_row (letter, MEDICINES, _("Medicine"), g_strdup (soleus_record_get_text (letter->athlete, "medication")));
  for (guint i = 0; conditions != NULL && i < conditions->len; i++)
    add_row (letter, MEDICINES, soleus_catalogue_get_label (soleus_catalogue_get_conditions (), soleus_record_get_text (conditions->pdata[i], "condition")),
             format_period (letter, conditions->pdata[i], _("yes")));
  if (soleus_record_is_known (letter->athlete, "conditions"))
    add_row (letter, MEDICINES, _("Conditions"), g_strdup (soleus_record_get_text (letter->athlete, "conditions")));
  for (gsize i = 0; yes_no[i] != NULL; i++)
    if (!g_str_equal (yes_no[i], "pregnant") || soleus_record_get_enum (letter->athlete, "sex") != SOLEUS_SEX_MALE ||
        soleus_record_get_enum (letter->athlete, "pregnant") != SOLEUS_ANSWER_UNKNOWN)
      add_row (letter, MEDICINES, soleus_field_get_label (soleus_record_find_field (letter->athlete, yes_no[i])),
               format_answer (soleus_record_get_enum (letter->athlete, yes_no[i])));
}

/* the episode that the flag is about, else the last one */
static SoleusRecord *
find_episode (Letter *letter)
{
  const char *id = letter->flag != NULL ? soleus_record_get_text (letter->flag, "episode") : NULL;
  g_autoptr (GPtrArray) episodes = NULL;

  if (id != NULL)
    return soleus_clinic_find (letter->clinic, &soleus_episode_kind, id, NULL);
  episodes = soleus_clinic_list_of_athlete (letter->clinic, &soleus_episode_kind, soleus_record_get_id (letter->athlete), NULL);
  return episodes != NULL && episodes->len > 0 ? g_object_ref (episodes->pdata[0]) : NULL;
}

static void
letter_clear (Letter *letter)
{
  for (int i = 0; i < N_SECTIONS; i++)
    g_array_unref (letter->rows[i]);
  g_ptr_array_unref (letter->texts);
  g_clear_object (&letter->flag);
  g_clear_object (&letter->episode);
}

/* Two people may bear one name: by these a doctor’s desk finds the right one. A blank where nobody asked for the date of birth. */
static char *
format_identity (Letter *letter)
{
  const char *born = soleus_record_get_text (letter->athlete, "born");
  const char *number = soleus_record_get_text (letter->athlete, "identifier");
  g_autofree char *date = soleus_date_is_valid (born) ? soleus_document_date_format_date (soleus_date_get_start (born), letter->language)
                                                      : g_strdup ("________________");
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, _("born %s"), date);
  if (soleus_record_is_known (letter->athlete, "identifier"))
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _("No. %s"), number);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
format_details (Letter     *letter,
                const char *identity)
{
  g_autoptr (GString) text = g_string_new (identity);
  static const char *const fields[] = { "sport", "team" };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (soleus_record_is_known (letter->athlete, fields[i]))
      g_string_append_printf (text, " · %s", soleus_record_get_text (letter->athlete, fields[i]));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static SoleusDocument *
create_document (Letter                   *letter,
                 SoleusContent            *content,
                 const SoleusPaperLetter  *request,
                 const SoleusPaperOptions *options)
{
  SoleusRecord *profile = soleus_clinic_get_profile (letter->clinic);
  SoleusRecord *therapist = soleus_clinic_get_therapist (letter->clinic);
  g_autofree char *identity = format_identity (letter);
  g_autofree char *details = format_details (letter, identity);
  g_autoptr (GPtrArray) flags = _soleus_paper_letter_list_flags (letter->clinic, soleus_record_get_id (letter->athlete), request, letter->flag);
  g_auto (GStrv) reasons = _soleus_paper_letter_list_reasons (letter->clinic, flags);
  g_autofree char *concern = _soleus_paper_letter_format_concern (flags);
  SoleusLetterSection sections[N_SECTIONS];
  SoleusReferralLetterSpec spec = { .content = content, .sections = sections, .n_sections = N_SECTIONS };

  for (int i = 0; i < N_SECTIONS; i++)
    sections[i] = (SoleusLetterSection) { titles[i], (gpointer) letter->rows[i]->data, letter->rows[i]->len };
  spec.paper = _soleus_paper_get_paper (letter->clinic, options);
  spec.large_print = options->large_print;
  spec.issued_at = soleus_clinic_get_now (letter->clinic);
  spec.clinic_name = _soleus_paper_get_clinic_name (letter->clinic);
  spec.clinic_address = soleus_record_get_text (profile, "address");
  spec.clinic_phone = soleus_record_get_text (profile, "phone");
  spec.clinic_email = soleus_record_get_text (profile, "email");
  spec.therapist_name = _soleus_paper_get_therapist (letter->clinic);
  spec.therapist_credential = therapist != NULL ? soleus_record_get_text (therapist, "credential") : NULL;
  spec.to = request->to;
  spec.urgency = letter->flag != NULL ? (SoleusUrgency) soleus_record_get_enum (letter->flag, "urgency") : SOLEUS_URGENCY_ROUTINE;
  spec.athlete_name = soleus_record_get_text (letter->athlete, "name");
  spec.athlete_identity = identity;
  spec.athlete_details = details;
  spec.athlete_phone = soleus_record_get_text (letter->athlete, "phone");
  spec.concern = concern;
  spec.reasons = (const char *const *) reasons;
  spec.question = request->question;
  return soleus_referral_letter_new_document (&spec);
}

static SoleusDocument *
create_letter (SoleusClinic              *clinic,
               const char                *athlete_id,
               const SoleusPaperLetter   *request,
               const SoleusPaperOptions  *options,
               GError                   **error)
{
  g_autoptr (SoleusRecord) athlete = _soleus_paper_find_athlete (clinic, athlete_id, error);
  g_autofree char *language = _soleus_paper_dup_own_language (options);
  g_autofree char *id = NULL;
  g_autoptr (SoleusContent) content = NULL;
  Letter letter = { clinic, athlete };
  SoleusDocument *document;

  if (athlete == NULL || !_soleus_paper_letter_find_flag (clinic, athlete_id, request, &letter.flag, error))
    return NULL;
  content = soleus_clinic_load_content (clinic, language, error);
  if (content == NULL)
    {
      g_clear_object (&letter.flag);
      return NULL;
    }
  letter.language = soleus_content_get_language (content);
  letter.texts = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < N_SECTIONS; i++)
    letter.rows[i] = g_array_new (FALSE, TRUE, sizeof (SoleusLetterRow));
  letter.episode = find_episode (&letter);
  add_episode (&letter);
  add_findings (&letter);
  add_clot (&letter);
  add_tried (&letter);
  add_load (&letter);
  add_medicines (&letter);
  document = create_document (&letter, content, request, options);
  letter_clear (&letter);
  id = soleus_id_new ();
  return _soleus_paper_finish (clinic, document, id);
}

/**
 * soleus_paper_new_letter:
 * @athlete_id: about whom
 * @letter: which red flag, to whom, with which question
 *
 * In the language that @options name, else the athlete’s, else the clinic’s: throughout, labels included. Where the program
 * has no labels in that language the letter speaks the one that the program speaks: half a letter in each helps no doctor.
 *
 * Returns: (transfer full): the letter as the record stands now, or %NULL with @error set
 */
SoleusDocument *
soleus_paper_new_letter (SoleusClinic              *clinic,
                         const char                *athlete_id,
                         const SoleusPaperLetter   *request,
                         const SoleusPaperOptions  *options,
                         GError                   **error)
{
  g_autoptr (SoleusRecord) athlete = _soleus_paper_find_athlete (clinic, athlete_id, error);
  const char *language = athlete != NULL ? _soleus_paper_get_language (clinic, athlete, options) : NULL;
  SoleusDocument *document;
  gboolean spoken;
  char *former;

  if (athlete == NULL)
    return NULL;
  if (language == NULL)
    return create_letter (clinic, athlete_id, request, options, error);
  spoken = soleus_label_language_begin (language, &former);
  if (!spoken)
    {
      soleus_label_language_end (former);
      return create_letter (clinic, athlete_id, request, options, error);
    }
  document = create_letter (clinic, athlete_id, request, options, error);
  soleus_label_language_end (former);
  return document;
}

/**
 * soleus_paper_dup_letter_name:
 * @issued: an issued letter
 *
 * By this name a red flag, and the outcome that is entered on it, name the letter that they answer.
 *
 * Returns: (transfer full): a word and the start of the identifier under which the copy is kept
 */
char *
soleus_paper_dup_letter_name (SoleusRecord *issued)
{
  return g_strdup_printf (_("Letter %.8s"), soleus_record_get_id (issued));
}

/**
 * soleus_paper_find_letter:
 * @flag: a red flag
 *
 * Returns: (transfer full) (nullable): the issued letter by which the athlete was referred, by its identifier in “referred-how”, in
 *   whatever language that was written; %NULL: it was by other means
 */
SoleusRecord *
soleus_paper_find_letter (SoleusClinic *clinic,
                          SoleusRecord *flag)
{
  const char *how = soleus_record_get_text (flag, "referred-how");
  g_autoptr (GPtrArray) documents = NULL;

  if (how == NULL)
    return NULL;
  documents = soleus_clinic_list_of_athlete (clinic, &soleus_issued_document_kind, soleus_record_get_text (flag, "athlete"), NULL);
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      g_autofree char *start = g_strndup (soleus_record_get_id (documents->pdata[i]), 8);

      if (soleus_record_get_enum (documents->pdata[i], "kind") == SOLEUS_DOCUMENT_KIND_LETTER && g_str_has_suffix (how, start))
        return g_object_ref (documents->pdata[i]);
    }
  return NULL;
}

/* A flag that has its outcome stays as it is: the letter is a copy for somebody. */
static void
add_referral (SoleusRecord             *flag,
              const SoleusPaperLetter  *letter,
              SoleusRecord             *issued,
              SoleusChange             *change)
{
  g_autoptr (SoleusRecord) copy = NULL;
  g_autofree char *how = soleus_paper_dup_letter_name (issued);
  int target;

  if (flag == NULL || soleus_record_get_enum (flag, "state") == SOLEUS_FLAG_STATE_CLEARED)
    return;
  target = soleus_record_get_enum (flag, "target");
  copy = soleus_record_copy (flag);
  /* a second letter does not make the first referral later */
  if (soleus_record_get_enum (flag, "state") == SOLEUS_FLAG_STATE_OPEN)
    soleus_record_set_moment (copy, "referred-at", soleus_record_get_moment (issued, "issued-at"));
  soleus_record_set_enum (copy, "state", SOLEUS_FLAG_STATE_REFERRED);
  if (letter->to != NULL && letter->to[0] != '\0')
    soleus_record_set_text (copy, "referred-to", letter->to);
  else if (!soleus_record_is_known (copy, "referred-to"))
    soleus_record_set_text (copy, "referred-to", soleus_enum_get_label (SOLEUS_TYPE_REFERRAL_TARGET, target));
  soleus_record_set_text (copy, "referred-how", how);
  soleus_change_add (change, copy);
}

/**
 * soleus_paper_issue_letter:
 * @document: what soleus_paper_new_letter() made of the same @letter
 *
 * Keeps the very bytes, records that the letter was issued, and marks the red flag as referred, or every open one where
 * @letter names none: all or nothing.
 *
 * Returns: (transfer full): the PDF, or %NULL with @error set and nothing recorded
 */
GBytes *
soleus_paper_issue_letter (SoleusClinic             *clinic,
                           SoleusDocument           *document,
                           const char               *athlete_id,
                           const SoleusPaperLetter  *letter,
                           GError                  **error)
{
  g_autoptr (SoleusChange) change = soleus_change_new ();
  g_autoptr (SoleusRecord) issued = soleus_record_new (&soleus_issued_document_kind);
  g_autoptr (SoleusMoment) now = soleus_moment_new_local (soleus_clinic_get_now (clinic));
  g_autoptr (GBytes) pdf = soleus_document_dup_pdf (document, error);
  g_autoptr (SoleusRecord) flag = NULL;
  g_autoptr (GPtrArray) flags = NULL;
  g_autofree char *hash = NULL;

  if (pdf == NULL || !_soleus_paper_letter_find_flag (clinic, athlete_id, letter, &flag, error))
    return NULL;
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  soleus_record_set_text (issued, "id", soleus_document_get_id (document));
  soleus_record_set_text (issued, "athlete", athlete_id);
  soleus_record_set_enum (issued, "kind", SOLEUS_DOCUMENT_KIND_LETTER);
  soleus_record_set_moment (issued, "issued-at", now);
  soleus_record_set_text (issued, "title", soleus_document_get_title (document));
  soleus_record_set_text (issued, "language", soleus_document_get_language (document));
  soleus_record_set_enum (issued, "paper", soleus_document_get_paper (document));
  soleus_record_set_bool (issued, "large-print", soleus_document_get_large_print (document));
  soleus_record_set_int (issued, "pages", soleus_document_get_n_pages (document));
  soleus_record_set_text (issued, "content-hash", hash);
  soleus_change_add (change, issued);
  soleus_change_add_blob (change, pdf);
  flags = _soleus_paper_letter_list_flags (clinic, athlete_id, letter, flag);
  for (guint i = 0; i < flags->len; i++)
    add_referral (flags->pdata[i], letter, issued, change);
  return soleus_clinic_commit (clinic, change, error) ? g_steal_pointer (&pdf) : NULL;
}
