#include "soleus-config.h"

#include "soleus-planning.h"

#include <glib/gi18n-lib.h>

struct _SoleusPlanning {
  GObject                    parent_instance;

  SoleusClinic              *clinic;
  char                      *athlete_id;
  SoleusContent             *content;
  SoleusWindow              *window;   /* (nullable) the strictest */
  SoleusAnswers             *screen;   /* (nullable) of the deciding episode, latest answers */
  GPtrArray                 *measures; /* (element-type SoleusRecord) newest first */
  SoleusRehabilitationInput  input;    /* borrows all of it */
};

G_DEFINE_FINAL_TYPE (SoleusPlanning, soleus_planning, G_TYPE_OBJECT)

static void
soleus_planning_finalize (GObject *object)
{
  SoleusPlanning *self = SOLEUS_PLANNING (object);

  g_clear_object (&self->clinic);
  g_clear_object (&self->content);
  g_clear_pointer (&self->athlete_id, g_free);
  g_clear_pointer (&self->window, soleus_window_unref);
  g_clear_pointer (&self->screen, soleus_answers_free);
  g_clear_pointer (&self->measures, g_ptr_array_unref);
  G_OBJECT_CLASS (soleus_planning_parent_class)->finalize (object);
}

static void
soleus_planning_class_init (SoleusPlanningClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_planning_finalize;
}

static void
soleus_planning_init (SoleusPlanning *self)
{
}

/* The answers of the episode, overlaid by those of later re-checks, oldest first. */
static SoleusAnswers *
read_screen (SoleusPlanning *self,
             SoleusRecord   *episode)
{
  const SoleusCatalogue *items = soleus_catalogue_get_screen_items ();
  g_autoptr (GPtrArray) contacts = soleus_clinic_list_of (self->clinic, &soleus_contact_kind, "episode", soleus_record_get_id (episode), NULL);
  SoleusAnswers *screen = soleus_record_get_answers (episode, "screen") != NULL ? soleus_answers_copy (soleus_record_get_answers (episode, "screen"))
                                                                                : soleus_answers_new ();

  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    {
      const SoleusAnswers *later = soleus_record_get_answers (g_ptr_array_index (contacts, i), "screen");

      for (gsize j = 0; later != NULL && j < items->n_rows; j++)
        if (soleus_answers_get (later, items->rows[j].id) != SOLEUS_ANSWER_UNKNOWN)
          soleus_answers_set (screen, items->rows[j].id, soleus_answers_get (later, items->rows[j].id));
    }
  return screen;
}

static void
read_episode (SoleusPlanning *self)
{
  g_autoptr (SoleusRecord) episode = NULL;
  const SoleusMoment *onset;

  if (self->window == NULL || self->window->episode_id == NULL)
    return;
  episode = soleus_clinic_find (self->clinic, &soleus_episode_kind, self->window->episode_id, NULL);
  if (episode == NULL)
    return;
  onset = soleus_record_get_moment (episode, "onset");
  self->input.since = onset != NULL ? soleus_moment_get_earliest (onset) : 0;
  self->screen = read_screen (self, episode);
}

/**
 * soleus_planning_new:
 * @clinic: a clinic
 * @athlete_id: whose plan
 * @content: the protocol
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): how the plan stands this minute, or %NULL with @error set
 */
SoleusPlanning *
soleus_planning_new (SoleusClinic   *clinic,
                     const char     *athlete_id,
                     SoleusContent  *content,
                     GError        **error)
{
  g_autoptr (SoleusPlanning) self = NULL;
  g_autoptr (SoleusAssessment) assessment = NULL;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (clinic), NULL);
  g_return_val_if_fail (SOLEUS_IS_CONTENT (content), NULL);

  assessment = soleus_clinic_assess (clinic, athlete_id, soleus_clinic_get_now (clinic), error);
  if (assessment == NULL)
    return NULL;
  self = g_object_new (SOLEUS_TYPE_PLANNING, NULL);
  self->clinic = g_object_ref (clinic);
  self->athlete_id = g_strdup (athlete_id);
  self->content = g_object_ref (content);
  if (soleus_assessment_get_windows (assessment)->len > 0)
    self->window = soleus_window_ref (g_ptr_array_index (soleus_assessment_get_windows (assessment), 0));
  self->measures = soleus_clinic_list_of_athlete (clinic, &soleus_measure_kind, athlete_id, error);
  if (self->measures == NULL)
    return NULL;
  read_episode (self);
  self->input.window = self->window;
  self->input.screen = self->screen;
  self->input.affected = self->window != NULL ? self->window->side : SOLEUS_SIDE_UNKNOWN;
  self->input.measures = self->measures;
  return g_steal_pointer (&self);
}

/**
 * soleus_planning_get_window:
 *
 * Returns: (transfer none) (nullable): the strictest window; %NULL: no cramp on record
 */
SoleusWindow *
soleus_planning_get_window (SoleusPlanning *self)
{
  g_return_val_if_fail (SOLEUS_IS_PLANNING (self), NULL);
  return self->window;
}

/**
 * soleus_planning_get_since:
 *
 * Returns: the earliest time at which the cramp can have begun that the plan is about; 0 without one
 */
SoleusInstant
soleus_planning_get_since (SoleusPlanning *self)
{
  g_return_val_if_fail (SOLEUS_IS_PLANNING (self), 0);
  return self->input.since;
}

/**
 * soleus_planning_get_input:
 *
 * Returns: (transfer none): what is on record, for the rules; it lives as long as @self
 */
const SoleusRehabilitationInput *
soleus_planning_get_input (SoleusPlanning *self)
{
  g_return_val_if_fail (SOLEUS_IS_PLANNING (self), NULL);
  return &self->input;
}

/**
 * soleus_planning_get_measures:
 *
 * Returns: (transfer none) (element-type SoleusRecord): all of the athlete, newest first
 */
GPtrArray *
soleus_planning_get_measures (SoleusPlanning *self)
{
  g_return_val_if_fail (SOLEUS_IS_PLANNING (self), NULL);
  return self->measures;
}

/**
 * soleus_planning_get_decision:
 *
 * Returns: (transfer none) (nullable): the measure of the therapist's last decision since the cramp
 */
SoleusRecord *
soleus_planning_get_decision (SoleusPlanning *self)
{
  g_return_val_if_fail (SOLEUS_IS_PLANNING (self), NULL);
  return soleus_rehabilitation_find_decision (&self->input);
}

/**
 * soleus_planning_get_suggested:
 *
 * Returns: the phase that fits by the rules; 0: none
 */
int
soleus_planning_get_suggested (SoleusPlanning *self)
{
  g_return_val_if_fail (SOLEUS_IS_PLANNING (self), 0);
  return soleus_rehabilitation_suggest_phase (&self->input, self->content);
}

/**
 * soleus_planning_get_phase:
 *
 * Returns: the phase in which the athlete is: the therapist's, else the one that fits; 0: none, as under a hard stop
 */
int
soleus_planning_get_phase (SoleusPlanning *self)
{
  int suggested = soleus_planning_get_suggested (self), n_phases;
  SoleusRecord *decision = soleus_planning_get_decision (self);

  if (suggested == 0 || decision == NULL || !soleus_real_is_known (soleus_record_get_real (decision, "value")))
    return suggested;
  n_phases = (int) g_list_model_get_n_items (soleus_content_list_phases (self->content));
  return CLAMP ((int) soleus_record_get_real (decision, "value"), 1, n_phases);
}

/**
 * soleus_planning_list_open:
 * @phase: a phase
 *
 * Returns: (transfer full) (element-type SoleusContentLine): the criteria to enter it that are not met, or not known to be
 */
GPtrArray *
soleus_planning_list_open (SoleusPlanning *self,
                           int             phase)
{
  g_autofree char *id = g_strdup_printf ("phase-%d", phase);
  GPtrArray *open = g_ptr_array_new_with_free_func (g_object_unref);
  SoleusContentSection *section;
  GListModel *criteria;

  g_return_val_if_fail (SOLEUS_IS_PLANNING (self), open);

  section = soleus_content_get_section (self->content, id);
  criteria = section != NULL ? soleus_content_section_get_criteria (section) : NULL;
  for (guint i = 0; criteria != NULL && i < g_list_model_get_n_items (criteria); i++)
    {
      g_autoptr (SoleusContentLine) line = g_list_model_get_item (criteria, i);
      g_autoptr (SoleusCriterion) judgement = soleus_rehabilitation_judge (&self->input, soleus_content_line_get_id (line));

      if (judgement->state != SOLEUS_CRITERION_STATE_MET)
        g_ptr_array_add (open, g_steal_pointer (&line));
    }
  return open;
}

/**
 * soleus_planning_new_measure:
 * @test: a test of the catalogue
 * @value: its value
 * @note: (nullable): in words
 *
 * Returns: (transfer full): a measure of this minute, to be committed
 */
SoleusRecord *
soleus_planning_new_measure (SoleusPlanning *self,
                             const char     *test,
                             double          value,
                             const char     *note)
{
  SoleusRecord *measure;
  g_autoptr (SoleusMoment) now = NULL;

  g_return_val_if_fail (SOLEUS_IS_PLANNING (self), NULL);

  now = soleus_moment_new_local (soleus_clinic_get_now (self->clinic));
  measure = soleus_record_new (&soleus_measure_kind);
  soleus_record_set_text (measure, "athlete", self->athlete_id);
  soleus_record_set_moment (measure, "at", now);
  soleus_record_set_text (measure, "test", test);
  soleus_record_set_real (measure, "value", value);
  soleus_record_set_text (measure, "note", note);
  return measure;
}

/**
 * soleus_planning_new_decision:
 * @phase: the phase that the therapist moves the athlete to
 * @reason: (nullable): why, where criteria are open
 *
 * What is open is written down with it: later it could no longer be told.
 *
 * Returns: (transfer full): the decision, to be committed
 */
SoleusRecord *
soleus_planning_new_decision (SoleusPlanning *self,
                              int             phase,
                              const char     *reason)
{
  g_autoptr (GPtrArray) open = soleus_planning_list_open (self, phase);
  g_autoptr (GString) note = g_string_new (reason);

  for (guint i = 0; i < open->len; i++)
    {
      if (i == 0)
        g_string_append_printf (note, "%s%s", note->len > 0 ? "\n" : "", _("Open then: "));
      g_string_append_printf (note, "%s%s", i > 0 ? " " : "", soleus_content_line_get_text (g_ptr_array_index (open, i)));
    }
  return soleus_planning_new_measure (self, "rehabilitation-phase", phase, note->len > 0 ? note->str : NULL);
}

/**
 * soleus_planning_is_current:
 * @handout: an issued handout
 *
 * Returns: whether its exercises still hold: given since the cramp, and since the therapist last decided on a phase
 */
gboolean
soleus_planning_is_current (SoleusPlanning *self,
                            SoleusRecord   *handout)
{
  SoleusRecord *decision = soleus_planning_get_decision (self);
  SoleusInstant issued = soleus_record_get_instant (handout, "issued-at");

  return soleus_record_is_known (handout, "exercises") && issued >= soleus_planning_get_since (self) &&
         (decision == NULL || issued >= soleus_record_get_instant (decision, "at"));
}
