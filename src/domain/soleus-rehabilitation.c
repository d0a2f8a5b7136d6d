#include "soleus-config.h"

#include "soleus-rehabilitation.h"

#include <glib/gi18n-lib.h>

#include "soleus-asymmetry.h"

G_DEFINE_ENUM_TYPE (SoleusCriterionState, soleus_criterion_state,
                    G_DEFINE_ENUM_VALUE (SOLEUS_CRITERION_STATE_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CRITERION_STATE_MET, "met"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CRITERION_STATE_NOT_YET, "not-yet"))

typedef void (*JudgeFunc) (const SoleusRehabilitationInput *input,
                           SoleusCriterion                 *criterion);

static SoleusRecord *
find_measure (const SoleusRehabilitationInput *input,
              const char                      *test)
{
  for (guint i = 0; input->measures != NULL && i < input->measures->len; i++)
    {
      SoleusRecord *measure = g_ptr_array_index (input->measures, i);

      if (soleus_moment_get_latest (soleus_record_get_moment (measure, "at")) < input->since)
        continue;
      if (g_strcmp0 (soleus_record_get_text (measure, "test"), test) == 0)
        return measure;
    }
  return NULL;
}

static void
settle (SoleusCriterion *criterion,
        gboolean         met)
{
  criterion->state = met ? SOLEUS_CRITERION_STATE_MET : SOLEUS_CRITERION_STATE_NOT_YET;
}

/* what the therapist answered with yes or no; FALSE: not answered */
static gboolean
judge_answer (const SoleusRehabilitationInput *input,
              const char                      *test,
              SoleusCriterion                 *criterion)
{
  SoleusRecord *measure = find_measure (input, test);

  if (measure == NULL || !soleus_real_is_known (soleus_record_get_real (measure, "value")))
    return FALSE;
  settle (criterion, soleus_record_get_real (measure, "value") > 0.0);
  g_clear_pointer (&criterion->value, g_free);
  /* TRANSLATORS: the day on which a criterion was answered, “21 Nov” (g_date_time_format) */
  criterion->value = soleus_instant_format (soleus_record_get_instant (measure, "at"), _("%e %b"));
  return TRUE;
}

static void
judge_walk (const SoleusRehabilitationInput *input,
            SoleusCriterion                 *criterion)
{
  SoleusAnswer walks, pain;

  if (input->screen == NULL)
    return;
  walks = soleus_answers_get (input->screen, "cannot-heel-raise");
  pain = soleus_answers_get (input->screen, "pain-persists");
  if (walks == SOLEUS_ANSWER_YES || pain == SOLEUS_ANSWER_YES)
    {
      settle (criterion, FALSE);
      criterion->value = g_strdup (pain == SOLEUS_ANSWER_YES ? _("pain persists") : _("cannot walk normally"));
    }
  else if (walks == SOLEUS_ANSWER_NO && pain == SOLEUS_ANSWER_NO)
    {
      settle (criterion, TRUE);
      criterion->remark = g_strdup (_("from the damage screen"));
    }
}

static void
judge_screen (const SoleusRehabilitationInput *input,
              SoleusCriterion                 *criterion)
{
  const SoleusWindow *window = input->window;

  if (window == NULL || window->episode_id == NULL)
    return;
  if (window->screen_negative)
    {
      settle (criterion, TRUE);
      criterion->value = g_strdup (_("all no"));
      return;
    }
  if (window->screen_yes > 0)
    settle (criterion, FALSE);
  if (window->screen_yes > 0 && window->screen_unknown > 0)
    criterion->value = g_strdup_printf (_("%u yes, %u unknown"), window->screen_yes, window->screen_unknown);
  else if (window->screen_yes > 0)
    criterion->value = g_strdup_printf (_("%u yes"), window->screen_yes);
  else
    criterion->value = g_strdup_printf (_("%u unknown"), window->screen_unknown);
}

static void
judge_window (const SoleusRehabilitationInput *input,
              SoleusCriterion                 *criterion)
{
  const SoleusWindow *window = input->window;

  if (window == NULL)
    return;
  if (window->state == SOLEUS_WINDOW_STATE_OPEN)
    {
      /* Row 7 opens without a re-check, which this criterion asks for. */
      if (window->row == 6)
        settle (criterion, TRUE);
      else
        criterion->value = g_strdup (_("never checked again"));
      return;
    }
  settle (criterion, FALSE);
  if (window->row == 7)
    criterion->value = g_strdup (_("not checked again"));
  else if (window->opens_at != SOLEUS_UNKNOWN_INSTANT)
    /* TRANSLATORS: weekday and clock time at which the window ends, “Sat 18:40” (g_date_time_format) */
    criterion->value = soleus_instant_format (window->opens_at + SOLEUS_USEC_PER_MINUTE - 1, _("%a %H:%M"));
  else
    criterion->value = g_strdup (_("no end yet"));
}

/* The sides differ by at most @limit per cent, or by less than measuring explains (@mdc, NaN: not known). */
static gboolean
judge_sides (SoleusRecord    *measure,
             double           limit,
             double           mdc,
             const char      *unit,
             SoleusCriterion *criterion)
{
  SoleusAsymmetry sides;

  if (measure == NULL ||
      !soleus_asymmetry_compute (soleus_record_get_real (measure, "left"), soleus_record_get_real (measure, "right"),
                                 limit, mdc, &sides))
    return FALSE;
  settle (criterion, sides.within_limit || sides.within_error);
  if (unit != NULL)
    criterion->value = g_strdup_printf ("%.1f %s", sides.difference, unit);
  if (sides.within_error && !sides.within_limit)
    criterion->remark = g_strdup_printf (_("%.0f %% apart, but within measurement error"), sides.percent);
  else
    criterion->remark = g_strdup_printf (_("%.0f %% apart"), sides.percent);
  return TRUE;
}

static void
judge_knee_to_wall (const SoleusRehabilitationInput *input,
                    SoleusCriterion                 *criterion)
{
  judge_sides (find_measure (input, "knee-to-wall"), SOLEUS_ASYMMETRY_LIMIT, SOLEUS_KNEE_TO_WALL_MDC_BETWEEN_CM, "cm", criterion);
}

static void
judge_raises (const SoleusRehabilitationInput *input,
              int                              least,
              SoleusCriterion                 *criterion)
{
  SoleusRecord *measure = find_measure (input, "heel-raise");
  double affected;

  if (!judge_sides (measure, SOLEUS_ASYMMETRY_LIMIT, SOLEUS_UNKNOWN_REAL, NULL, criterion))
    return;
  if (input->affected == SOLEUS_SIDE_LEFT || input->affected == SOLEUS_SIDE_RIGHT)
    affected = soleus_record_get_real (measure, input->affected == SOLEUS_SIDE_LEFT ? "left" : "right");
  else
    affected = MIN (soleus_record_get_real (measure, "left"), soleus_record_get_real (measure, "right"));
  criterion->value = g_strdup_printf ("%.0f", affected);
  if (affected < least)
    settle (criterion, FALSE);
}

static void
judge_raises_25 (const SoleusRehabilitationInput *input,
                 SoleusCriterion                 *criterion)
{
  judge_raises (input, 25, criterion);
}

static void
judge_raises_30 (const SoleusRehabilitationInput *input,
                 SoleusCriterion                 *criterion)
{
  judge_raises (input, 30, criterion);
}

static void
judge_bent_knee (const SoleusRehabilitationInput *input,
                 SoleusCriterion                 *criterion)
{
  judge_sides (find_measure (input, "heel-raise-bent-knee"), SOLEUS_ASYMMETRY_LIMIT, SOLEUS_UNKNOWN_REAL, NULL, criterion);
}

static void
judge_range (const SoleusRehabilitationInput *input,
             SoleusCriterion                 *criterion)
{
  SoleusCriterion stretch = { SOLEUS_CRITERION_STATE_UNKNOWN, NULL, NULL };

  /* Both tests count; the worse one decides. */
  if (!judge_sides (find_measure (input, "straight-leg-stretch"), SOLEUS_ASYMMETRY_LIMIT, SOLEUS_UNKNOWN_REAL, NULL, &stretch))
    return;
  if (judge_sides (find_measure (input, "knee-to-wall"), SOLEUS_ASYMMETRY_LIMIT, SOLEUS_KNEE_TO_WALL_MDC_BETWEEN_CM, "cm", criterion) &&
      stretch.state == SOLEUS_CRITERION_STATE_NOT_YET)
    settle (criterion, FALSE);
  g_free (stretch.value);
  g_free (stretch.remark);
}

static void
judge_symptoms (const SoleusRehabilitationInput *input,
                SoleusCriterion                 *criterion)
{
  SoleusRecord *measure = find_measure (input, "pain");

  if (measure == NULL || !soleus_real_is_known (soleus_record_get_real (measure, "value")))
    {
      judge_answer (input, "symptom-free", criterion);
      return;
    }
  criterion->value = g_strdup_printf (_("pain %.0f"), soleus_record_get_real (measure, "value"));
  /* No pain alone does not answer for tightness and cramps. */
  if (soleus_record_get_real (measure, "value") > 0.0)
    settle (criterion, FALSE);
  else
    judge_answer (input, "symptom-free", criterion);
}

static void
judge_rise (const SoleusRehabilitationInput *input,
            SoleusCriterion                 *criterion)
{
  judge_answer (input, "rises-on-both", criterion);
}

static void
judge_stretch (const SoleusRehabilitationInput *input,
               SoleusCriterion                 *criterion)
{
  judge_answer (input, "stretch-alike", criterion);
}

static void
judge_fast_walk (const SoleusRehabilitationInput *input,
                 SoleusCriterion                 *criterion)
{
  judge_answer (input, "walks-fast", criterion);
}

static void
judge_jump (const SoleusRehabilitationInput *input,
            SoleusCriterion                 *criterion)
{
  judge_answer (input, "jumps-on-both", criterion);
}

static void
judge_confidence (const SoleusRehabilitationInput *input,
                  SoleusCriterion                 *criterion)
{
  SoleusRecord *measure = find_measure (input, "confidence");

  /* The checklist names no number: 0 to 10 is shown and settles nothing. */
  if (!judge_answer (input, "trusts-leg", criterion) && measure != NULL && soleus_real_is_known (soleus_record_get_real (measure, "value")))
    criterion->value = g_strdup_printf (_("%.0f of 10"), soleus_record_get_real (measure, "value"));
}

/* the worse of two tests of both sides decides; one alone says nothing */
static void
judge_pair (const SoleusRehabilitationInput *input,
            const char                      *first,
            const char                      *second,
            SoleusCriterion                 *criterion)
{
  SoleusCriterion other = { SOLEUS_CRITERION_STATE_UNKNOWN, NULL, NULL };

  if (!judge_sides (find_measure (input, second), SOLEUS_ASYMMETRY_LIMIT, SOLEUS_UNKNOWN_REAL, NULL, &other))
    return;
  if (judge_sides (find_measure (input, first), SOLEUS_ASYMMETRY_LIMIT, SOLEUS_UNKNOWN_REAL, NULL, criterion) &&
      other.state == SOLEUS_CRITERION_STATE_NOT_YET)
    {
      settle (criterion, FALSE);
      g_free (criterion->remark);
      criterion->remark = g_steal_pointer (&other.remark);
    }
  g_free (other.value);
  g_free (other.remark);
}

static void
judge_strength (const SoleusRehabilitationInput *input,
                SoleusCriterion                 *criterion)
{
  judge_pair (input, "strength-straight-knee", "strength-bent-knee", criterion);
}

static void
judge_power (const SoleusRehabilitationInput *input,
             SoleusCriterion                 *criterion)
{
  judge_sides (find_measure (input, "hop"), SOLEUS_ASYMMETRY_LIMIT, SOLEUS_UNKNOWN_REAL, NULL, criterion);
}

static void
judge_running (const SoleusRehabilitationInput *input,
               SoleusCriterion                 *criterion)
{
  judge_answer (input, "running-demands", criterion);
}

static void
judge_session (const SoleusRehabilitationInput *input,
               SoleusCriterion                 *criterion)
{
  SoleusRecord *measure = find_measure (input, "full-sessions");

  if (measure == NULL || !soleus_real_is_known (soleus_record_get_real (measure, "value")))
    return;
  settle (criterion, soleus_record_get_real (measure, "value") >= 1.0);
  criterion->value = g_strdup_printf ("%.0f", soleus_record_get_real (measure, "value"));
}

static void
judge_palpation (const SoleusRehabilitationInput *input,
                 SoleusCriterion                 *criterion)
{
  const char *side = input->affected == SOLEUS_SIDE_RIGHT ? "right" : "left";
  SoleusRecord *pain = find_measure (input, "pain-on-palpation"), *length = find_measure (input, "tender-length");
  double pain_value, length_value;

  if (pain == NULL || length == NULL || (input->affected != SOLEUS_SIDE_LEFT && input->affected != SOLEUS_SIDE_RIGHT))
    return;
  pain_value = soleus_record_get_real (pain, side);
  length_value = soleus_record_get_real (length, side);
  if (!soleus_real_is_known (pain_value) || !soleus_real_is_known (length_value))
    return;
  settle (criterion, pain_value <= 0.0 && length_value <= 0.0);
  criterion->value = g_strdup_printf (_("%.0f, %.0f cm"), pain_value, length_value);
}

static const struct {
  const char *id;       /* of a line of the content */
  JudgeFunc   judge;
  const char *question; /* (nullable): the test that answers it with yes or no */
} judges[] = {
  { "phase-2.criterion.walk", judge_walk },
  { "phase-2.criterion.screen", judge_screen },
  { "phase-2.criterion.window", judge_window },
  { "phase-3.criterion.raise", judge_rise, "rises-on-both" },
  { "phase-3.criterion.knee-to-wall", judge_knee_to_wall },
  { "phase-3.criterion.stretch", judge_stretch, "stretch-alike" },
  { "phase-4.criterion.walk", judge_fast_walk, "walks-fast" },
  { "phase-4.criterion.raises", judge_raises_25 },
  { "phase-4.criterion.bent-knee", judge_bent_knee },
  { "phase-4.criterion.jump", judge_jump, "jumps-on-both" },
  { "phase-5.criterion.symptoms", judge_symptoms, "symptom-free" },
  { "phase-5.criterion.confidence", judge_confidence, "trusts-leg" },
  { "phase-5.criterion.palpation", judge_palpation },
  { "phase-5.criterion.range", judge_range },
  { "phase-5.criterion.raises", judge_raises_30 },
  { "phase-5.criterion.strength", judge_strength },
  { "phase-5.criterion.power", judge_power },
  { "phase-5.criterion.running", judge_running, "running-demands" },
  { "phase-5.criterion.session", judge_session },
};

/**
 * soleus_criterion_free:
 * @self: (transfer full) (nullable): a judgement
 *
 * Frees it.
 */
void
soleus_criterion_free (SoleusCriterion *self)
{
  if (self == NULL)
    return;
  g_free (self->value);
  g_free (self->remark);
  g_free (self);
}

/**
 * soleus_rehabilitation_judge:
 * @input: what is on record
 * @criterion: the id of an entry criterion of the content, “phase-2.criterion.screen”
 *
 * Limits: 10 % between the sides, 30 raises (Green 2022); 25 raises (a clinic’s return-to-running gate); 1.6 cm of
 * measurement error for knee to wall (Bennell 1998, Powden 2015); the window of clinical.md 1C.
 *
 * Returns: (transfer full): whether it is met; unknown where the records cannot say
 */
SoleusCriterion *
soleus_rehabilitation_judge (const SoleusRehabilitationInput *input,
                             const char                      *criterion)
{
  SoleusCriterion *judgement;

  g_return_val_if_fail (input != NULL, NULL);
  g_return_val_if_fail (criterion != NULL, NULL);

  judgement = g_new0 (SoleusCriterion, 1);
  for (guint i = 0; i < G_N_ELEMENTS (judges); i++)
    if (g_str_equal (judges[i].id, criterion))
      judges[i].judge (input, judgement);
  return judgement;
}

/**
 * soleus_rehabilitation_get_question:
 * @criterion: the id of an entry criterion
 *
 * Returns: (transfer none) (nullable): the test, answered with yes or no, that settles it; %NULL where it is measured or
 *   follows from the window and the damage screen
 */
const char *
soleus_rehabilitation_get_question (const char *criterion)
{
  g_return_val_if_fail (criterion != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (judges); i++)
    if (g_str_equal (judges[i].id, criterion))
      return judges[i].question;
  return NULL;
}

/**
 * soleus_rehabilitation_find_decision:
 * @input: what is on record
 *
 * Returns: (transfer none) (nullable): the measure in which the therapist last decided on a phase since the cramp: its value
 *   is the phase, its note the reason
 */
SoleusRecord *
soleus_rehabilitation_find_decision (const SoleusRehabilitationInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);

  return find_measure (input, "rehabilitation-phase");
}

static gboolean
may_enter (const SoleusRehabilitationInput *input,
           SoleusContentSection            *phase)
{
  GListModel *criteria = soleus_content_section_get_criteria (phase);

  for (guint i = 0; i < g_list_model_get_n_items (criteria); i++)
    {
      g_autoptr (SoleusContentLine) line = g_list_model_get_item (criteria, i);
      g_autoptr (SoleusCriterion) judgement = soleus_rehabilitation_judge (input, soleus_content_line_get_id (line));

      if (judgement->state != SOLEUS_CRITERION_STATE_MET)
        return FALSE;
    }
  return g_list_model_get_n_items (criteria) > 0;
}

/**
 * soleus_rehabilitation_suggest_phase:
 * @input: what is on record
 * @content: the protocol
 *
 * A clinic convention: protect (phase 1) while the window is closed or in caution, move (phase 2) once it is open, and
 * further only when every entry criterion of the next phase is on record as met. It never decides: the therapist does.
 *
 * Returns: the number of the phase that fits now; 0 where none does, under a hard stop or without a cramp on record
 */
int
soleus_rehabilitation_suggest_phase (const SoleusRehabilitationInput *input,
                                     SoleusContent                   *content)
{
  GListModel *phases;
  int suggested = 2;

  g_return_val_if_fail (input != NULL, 0);
  g_return_val_if_fail (SOLEUS_IS_CONTENT (content), 0);

  if (input->window == NULL || input->window->state == SOLEUS_WINDOW_STATE_HARD_STOP)
    return 0;
  if (input->window->state != SOLEUS_WINDOW_STATE_OPEN)
    return 1;
  phases = soleus_content_list_phases (content);
  for (guint i = 2; i < g_list_model_get_n_items (phases); i++)
    {
      g_autoptr (SoleusContentSection) phase = g_list_model_get_item (phases, i);

      if (!may_enter (input, phase))
        break;
      suggested = soleus_content_section_get_phase (phase);
    }
  return suggested;
}
