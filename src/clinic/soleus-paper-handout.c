#include "soleus-config.h"

#include "soleus-paper-private.h"

#include <glib/gi18n-lib.h>

#include "soleus-appointment-slip.h"
#include "soleus-clinic-content.h"
#include "soleus-clinic-logo.h"
#include "soleus-content-reader.h"
#include "soleus-error.h"
#include "soleus-handout.h"
#include "soleus-id.h"

#define USUAL_EXERCISES 3

static GBytes *
find_drawing (const char *id,
              gpointer    user_data)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.svg", SOLEUS_DRAWINGS_RESOURCES, id);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/* What the athlete must keep to: everything but the caution that is only for the therapist (row 7). “Until” is the end of row 4. */
static GArray *
list_windows (SoleusClinic     *clinic,
              SoleusAssessment *assessment)
{
  GArray *list = g_array_new (FALSE, TRUE, sizeof (SoleusHandoutWindow));
  GPtrArray *windows = soleus_assessment_get_windows (assessment);
  gint64 hours = soleus_record_get_int (soleus_clinic_get_policy (clinic), "window-hours");

  for (guint i = 0; i < windows->len; i++)
    {
      SoleusWindow *window = windows->pdata[i];
      SoleusHandoutWindow one = { window->side, window->region, window->state, window->opens_at };

      if (window->state == SOLEUS_WINDOW_STATE_OPEN || window->row == 7)
        continue;
      if (window->row == 3 && window->anchor != SOLEUS_UNKNOWN_INSTANT)
        one.until = window->anchor + hours * SOLEUS_USEC_PER_HOUR;
      g_array_append_val (list, one);
    }
  return list;
}

/* the leg that the paper is about: that of the strictest window, else of the last cramp */
static SoleusSide
find_affected (SoleusClinic     *clinic,
               SoleusAssessment *assessment)
{
  GPtrArray *windows = soleus_assessment_get_windows (assessment);
  g_autoptr (GPtrArray) episodes = NULL;

  if (windows->len > 0 && soleus_assessment_get_state (assessment) != SOLEUS_WINDOW_STATE_OPEN)
    return ((SoleusWindow *) windows->pdata[0])->side;
  episodes = soleus_clinic_list_of_athlete (clinic, &soleus_episode_kind, soleus_record_get_id (soleus_assessment_get_athlete (assessment)), NULL);
  return episodes != NULL && episodes->len > 0 ? (SoleusSide) soleus_record_get_enum (episodes->pdata[0], "side") : SOLEUS_SIDE_BOTH;
}

static void
append_exercise (GArray                 *list,
                 SoleusContentExercise  *exercise,
                 SoleusSide              affected,
                 const SoleusPrescribed *prescribed)
{
  SoleusHandoutExercise one = SOLEUS_HANDOUT_EXERCISE_INIT;

  one.exercise = exercise;
  one.affected = affected;
  one.prescribed = prescribed;
  g_array_append_val (list, one);
}

/* Nothing under a hard stop; while the window is closed, the first phase; afterwards the second. */
static const char *const *
list_usual_exercises (SoleusContent     *content,
                      SoleusWindowState  state)
{
  static const char *const none[] = { NULL };
  SoleusContentSection *phase;

  if (state == SOLEUS_WINDOW_STATE_HARD_STOP)
    return none;
  phase = soleus_content_get_section (content, state == SOLEUS_WINDOW_STATE_OPEN ? "phase-2" : "phase-1");
  return phase != NULL ? soleus_content_section_get_exercises (phase) : none;
}

/**
 * soleus_paper_dup_usual_exercises:
 * @clinic: a clinic
 * @athlete_id: for whom
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the exercises of a handout for which none were chosen, as a prescription; empty under a
 *   hard stop, %NULL with @error set
 */
char *
soleus_paper_dup_usual_exercises (SoleusClinic  *clinic,
                                  const char    *athlete_id,
                                  GError       **error)
{
  g_autoptr (SoleusAssessment) assessment = soleus_clinic_assess (clinic, athlete_id, soleus_clinic_get_now (clinic), error);
  g_autoptr (SoleusContent) content = assessment != NULL ? soleus_clinic_load_content (clinic, "en", error) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  const char *const *ids;

  if (content == NULL)
    return NULL;
  ids = list_usual_exercises (content, soleus_assessment_get_state (assessment));
  for (gsize i = 0; i < USUAL_EXERCISES && ids[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ids[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
list_exercises (SoleusContent            *content,
                GPtrArray                *prescription,
                SoleusSide                affected,
                GArray                   *list,
                GError                  **error)
{
  for (guint i = 0; i < prescription->len; i++)
    {
      const SoleusPrescribed *prescribed = g_ptr_array_index (prescription, i);
      SoleusContentExercise *exercise = soleus_content_find_exercise (content, prescribed->id);

      if (exercise == NULL)
        {
          g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND, _("There is no exercise “%s” in the protocol."), prescribed->id);
          return FALSE;
        }
      append_exercise (list, exercise, affected, prescribed);
    }
  return TRUE;
}

/**
 * soleus_paper_find_last_handout:
 * @clinic: a clinic
 * @athlete_id: whose
 *
 * Returns: (transfer full) (nullable): the record of the handout that was issued last; its exercises are a prescription
 */
SoleusRecord *
soleus_paper_find_last_handout (SoleusClinic *clinic,
                                const char   *athlete_id)
{
  g_autoptr (GPtrArray) documents = soleus_clinic_list_of_athlete (clinic, &soleus_issued_document_kind, athlete_id, NULL);
  SoleusRecord *last = NULL;

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      SoleusRecord *document = documents->pdata[i];

      if (soleus_record_get_enum (document, "kind") == SOLEUS_DOCUMENT_KIND_HANDOUT &&
          (last == NULL || soleus_record_get_instant (document, "issued-at") > soleus_record_get_instant (last, "issued-at")))
        last = document;
    }
  return last != NULL ? g_object_ref (last) : NULL;
}

/* the next follow-up that is not done, or a visit that is planned */
static void
find_next_visit (SoleusClinic      *clinic,
                 const char        *athlete_id,
                 SoleusHandoutSpec *spec)
{
  SoleusInstant now = soleus_clinic_get_now (clinic);
  g_autofree char *today = soleus_instant_dup_local_date (now);
  g_autoptr (GPtrArray) follow_ups = soleus_clinic_list_of_athlete (clinic, &soleus_follow_up_kind, athlete_id, NULL);
  g_autoptr (GPtrArray) visits = soleus_clinic_list_of_athlete (clinic, &soleus_visit_kind, athlete_id, NULL);

  spec->next_visit = SOLEUS_UNKNOWN_INSTANT;
  for (guint i = 0; follow_ups != NULL && i < follow_ups->len; i++)
    {
      const char *due = soleus_record_get_text (follow_ups->pdata[i], "due");

      if (soleus_record_is_known (follow_ups->pdata[i], "done-at") || !soleus_date_is_valid (due) || g_strcmp0 (due, today) <= 0)
        continue;
      if (spec->next_visit == SOLEUS_UNKNOWN_INSTANT || soleus_date_get_start (due) < spec->next_visit)
        spec->next_visit = soleus_date_get_start (due);
      spec->next_visit_is_day = TRUE;
    }
  for (guint i = 0; visits != NULL && i < visits->len; i++)
    {
      const SoleusMoment *time = soleus_record_get_moment (visits->pdata[i], "time");

      if (time->instant <= now || (spec->next_visit != SOLEUS_UNKNOWN_INSTANT && time->instant >= spec->next_visit))
        continue;
      spec->next_visit = time->instant;
      spec->next_visit_is_day = time->precision == SOLEUS_PRECISION_DAY;
    }
}

static void
fill_letterhead (SoleusClinic      *clinic,
                 SoleusHandoutSpec *spec)
{
  SoleusRecord *profile = soleus_clinic_get_profile (clinic);
  SoleusRecord *therapist = soleus_clinic_get_therapist (clinic);

  spec->clinic_name = _soleus_paper_get_clinic_name (clinic);
  spec->logo = soleus_clinic_get_logo (clinic);
  spec->clinic_address = soleus_record_get_text (profile, "address");
  spec->clinic_phone = soleus_record_get_text (profile, "phone");
  spec->out_of_hours = soleus_record_get_text (profile, "out-of-hours");
  spec->emergency_number = soleus_record_get_text (profile, "emergency-number");
  spec->therapist_name = _soleus_paper_get_therapist (clinic);
  spec->therapist_credential = therapist != NULL ? soleus_record_get_text (therapist, "credential") : NULL;
}

/* what the handout and the appointment slip of one minute say alike; borrows from all that is given */
static SoleusHandoutSpec
create_spec (SoleusClinic              *clinic,
             SoleusRecord              *athlete,
             SoleusContent             *content,
             GArray                    *windows,
             const SoleusPaperOptions  *options)
{
  SoleusHandoutSpec spec = { NULL };

  spec.content = content;
  spec.paper = _soleus_paper_get_paper (clinic, options);
  spec.large_print = options->large_print;
  spec.issued_at = soleus_clinic_get_now (clinic);
  fill_letterhead (clinic, &spec);
  spec.athlete_name = options->without_name ? NULL : soleus_record_get_text (athlete, "name");
  spec.windows = (gpointer) windows->data;
  spec.n_windows = windows->len;
  find_next_visit (clinic, soleus_record_get_id (athlete), &spec);
  spec.find_drawing = find_drawing;
  return spec;
}

/**
 * soleus_paper_new_handout:
 * @clinic: a clinic
 * @athlete_id: for whom
 * @options: how
 *
 * The handout for the state of this minute. What the window forbids is named as left out, never printed as homework.
 *
 * Returns: (transfer full): the document, or %NULL with @error set
 */
SoleusDocument *
soleus_paper_new_handout (SoleusClinic              *clinic,
                          const char                *athlete_id,
                          const SoleusPaperOptions  *options,
                          GError                   **error)
{
  g_autoptr (SoleusRecord) athlete = _soleus_paper_find_athlete (clinic, athlete_id, error);
  g_autoptr (SoleusAssessment) assessment = NULL;
  g_autoptr (SoleusContent) content = NULL;
  g_autoptr (SoleusRecord) last = NULL;
  g_autofree char *usual = options->exercises == NULL ? soleus_paper_dup_usual_exercises (clinic, athlete_id, NULL) : NULL;
  g_autoptr (GPtrArray) prescription = soleus_prescription_parse (options->exercises != NULL ? options->exercises : usual), before = NULL;
  g_autoptr (GArray) windows = NULL;
  g_autoptr (GArray) exercises = g_array_new (FALSE, TRUE, sizeof (SoleusHandoutExercise));
  g_autofree char *id = soleus_id_new ();
  g_autofree char *copy_id = g_strndup (id, SOLEUS_PAPER_COPY_LENGTH);
  SoleusHandoutSpec spec;

  if (athlete == NULL)
    return NULL;
  assessment = soleus_clinic_assess (clinic, athlete_id, soleus_clinic_get_now (clinic), error);
  if (assessment == NULL)
    return NULL;
  content = soleus_clinic_load_content (clinic, _soleus_paper_get_language (clinic, athlete, options), error);
  if (content == NULL ||
      !list_exercises (content, prescription, find_affected (clinic, assessment), exercises, error))
    return NULL;

  windows = list_windows (clinic, assessment);
  spec = create_spec (clinic, athlete, content, windows, options);
  spec.exercises = (gpointer) exercises->data;
  spec.n_exercises = exercises->len;
  spec.pieces = options->pieces;
  last = options->with_changes ? soleus_paper_find_last_handout (clinic, athlete_id) : NULL;
  if (last != NULL && soleus_record_is_known (last, "exercises"))
    {
      before = soleus_prescription_parse (soleus_record_get_text (last, "exercises"));
      spec.last = before;
      spec.last_issued_at = soleus_record_get_instant (last, "issued-at");
    }
  spec.copy_id = copy_id;
  return _soleus_paper_finish (clinic, soleus_handout_new_document (&spec), id);
}

/**
 * soleus_paper_new_appointment_slip:
 * @clinic: a clinic
 * @athlete_id: for whom
 * @options: language, paper, size of type, and whether the name is printed
 *
 * Returns: (transfer full): when the next visit is and what holds until then, or %NULL with @error set
 */
SoleusDocument *
soleus_paper_new_appointment_slip (SoleusClinic              *clinic,
                                   const char                *athlete_id,
                                   const SoleusPaperOptions  *options,
                                   GError                   **error)
{
  g_autoptr (SoleusRecord) athlete = _soleus_paper_find_athlete (clinic, athlete_id, error);
  g_autoptr (SoleusAssessment) assessment = athlete != NULL ? soleus_clinic_assess (clinic, athlete_id, soleus_clinic_get_now (clinic), error) : NULL;
  g_autoptr (SoleusContent) content = NULL;
  g_autoptr (GArray) windows = NULL;
  SoleusHandoutSpec spec;

  if (assessment == NULL)
    return NULL;
  content = soleus_clinic_load_content (clinic, _soleus_paper_get_language (clinic, athlete, options), error);
  if (content == NULL)
    return NULL;
  windows = list_windows (clinic, assessment);
  spec = create_spec (clinic, athlete, content, windows, options);
  return _soleus_paper_finish (clinic, soleus_appointment_slip_new_document (&spec), NULL);
}
