#define G_LOG_DOMAIN "soleus-handout-choice"

#include "soleus-config.h"

#include "soleus-handout-choice.h"

#include "soleus-clinic-content.h"
#include "soleus-paper.h"
#include "soleus-planning.h"

struct _SoleusHandoutChoice {
  GObject        parent_instance;

  SoleusClinic  *clinic;
  SoleusRecord  *athlete;
  SoleusContent *content;   /* in the language of the handout */
  GPtrArray     *windows;   /* (element-type SoleusWindow) strictest first */
  GPtrArray     *exercises; /* (element-type SoleusPrescribed) in their order */
  GHashTable    *gone;      /* (element-type utf8) ids of exercises that were chosen and are no longer in the protocol */
  GPtrArray     *pieces;    /* (element-type utf8) (array zero-terminated=1) ids of sections in their order */
  char          *phase;     /* (nullable): the id of the section of the phase in which the athlete is */
  char         **offered;   /* ids of the sections that can be chosen, in the language of the handout */
  SoleusRecord  *last;      /* (nullable) the handout that was issued last */
  SoleusPaper    paper;
  gboolean       large_print;
  gboolean       with_name;
  gboolean       with_changes;
};

G_DEFINE_FINAL_TYPE (SoleusHandoutChoice, soleus_handout_choice, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* more than a few exercises are not followed: what is suggested at first */
#define SUGGESTED_EXERCISES 3

static void
tell_change (SoleusHandoutChoice *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What was given last, so that it can be taken further; else the first exercises of the phase. None under a hard stop. What
 * the window holds back is offered too: the handout lists it as left out, with the reason. */
static gboolean
suggest_exercises (SoleusHandoutChoice  *self,
                   GError              **error)
{
  g_autoptr (SoleusPlanning) planning = soleus_planning_new (self->clinic, soleus_record_get_id (self->athlete), self->content, error);
  g_autofree char *id = NULL;
  SoleusContentSection *phase;
  const char *const *exercises;

  if (planning == NULL)
    return FALSE;
  id = g_strdup_printf ("phase-%d", soleus_planning_get_phase (planning));
  phase = soleus_content_get_section (self->content, id);
  if (phase != NULL)
    self->phase = g_steal_pointer (&id);
  self->offered = soleus_content_list_pieces (self->content, self->phase);
  if (phase == NULL)
    return TRUE;
  if (self->last != NULL && soleus_planning_is_current (planning, self->last))
    {
      soleus_handout_choice_set_exercises (self, soleus_record_get_text (self->last, "exercises"));
      return TRUE;
    }
  exercises = soleus_content_section_get_exercises (phase);
  for (guint i = 0; i < SUGGESTED_EXERCISES && exercises[i] != NULL; i++)
    g_ptr_array_add (self->exercises, soleus_prescribed_new (exercises[i]));
  return TRUE;
}

static gboolean
read_records (SoleusHandoutChoice  *self,
              const char           *athlete_id,
              GError              **error)
{
  g_autoptr (SoleusAssessment) assessment = NULL;

  self->athlete = soleus_clinic_resolve (self->clinic, &soleus_athlete_kind, athlete_id, error);
  if (self->athlete == NULL)
    return FALSE;
  assessment = soleus_clinic_assess (self->clinic, soleus_record_get_id (self->athlete), soleus_clinic_get_now (self->clinic), error);
  if (assessment == NULL)
    return FALSE;
  self->windows = g_ptr_array_ref (soleus_assessment_get_windows (assessment));
  return TRUE;
}

static void
soleus_handout_choice_finalize (GObject *object)
{
  SoleusHandoutChoice *self = SOLEUS_HANDOUT_CHOICE (object);

  g_clear_object (&self->clinic);
  g_clear_object (&self->athlete);
  g_clear_object (&self->content);
  g_clear_pointer (&self->windows, g_ptr_array_unref);
  g_clear_pointer (&self->exercises, g_ptr_array_unref);
  g_clear_pointer (&self->gone, g_hash_table_unref);
  g_clear_pointer (&self->pieces, g_ptr_array_unref);
  g_clear_pointer (&self->phase, g_free);
  g_clear_pointer (&self->offered, g_strfreev);
  g_clear_object (&self->last);
  G_OBJECT_CLASS (soleus_handout_choice_parent_class)->finalize (object);
}

static void
soleus_handout_choice_class_init (SoleusHandoutChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_handout_choice_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_handout_choice_init (SoleusHandoutChoice *self)
{
  self->exercises = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_prescribed_free);
  self->gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->pieces = g_ptr_array_new_null_terminated (3, g_free, TRUE);
  self->with_name = TRUE;
}

/**
 * soleus_handout_choice_new:
 * @clinic: a clinic
 * @athlete_id: for whom; a name will do
 * @error: return location for an error
 *
 * Starts with the athlete’s language, else the clinic’s, the clinic’s paper, and what was given last, or the first exercises of
 * the phase.
 *
 * Returns: (transfer full) (nullable): the choice, or %NULL with @error set
 */
SoleusHandoutChoice *
soleus_handout_choice_new (SoleusClinic  *clinic,
                           const char    *athlete_id,
                           GError       **error)
{
  g_autoptr (SoleusHandoutChoice) self = NULL;
  const char *language;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (clinic), NULL);
  g_return_val_if_fail (athlete_id != NULL, NULL);

  self = g_object_new (SOLEUS_TYPE_HANDOUT_CHOICE, NULL);
  self->clinic = g_object_ref (clinic);
  if (!read_records (self, athlete_id, error))
    return NULL;
  language = soleus_record_get_text (self->athlete, "language");
  if (language == NULL)
    language = soleus_record_get_text (soleus_clinic_get_profile (clinic), "language");
  self->content = soleus_clinic_load_content (clinic, language, error);
  if (self->content == NULL)
    return NULL;
  self->paper = soleus_record_get_enum (soleus_clinic_get_profile (clinic), "paper");
  self->last = soleus_paper_find_last_handout (clinic, soleus_record_get_id (self->athlete));
  self->with_changes = self->last != NULL;
  return suggest_exercises (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * soleus_handout_choice_get_athlete:
 *
 * Returns: (transfer none): for whom
 */
SoleusRecord *
soleus_handout_choice_get_athlete (SoleusHandoutChoice *self)
{
  g_return_val_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self), NULL);
  return self->athlete;
}

/**
 * soleus_handout_choice_get_content:
 *
 * Returns: (transfer none): the protocol in the language of the handout
 */
SoleusContent *
soleus_handout_choice_get_content (SoleusHandoutChoice *self)
{
  g_return_val_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self), NULL);
  return self->content;
}

/**
 * soleus_handout_choice_get_windows:
 *
 * Returns: (transfer none) (element-type SoleusWindow): the athlete’s windows now, strictest first
 */
GPtrArray *
soleus_handout_choice_get_windows (SoleusHandoutChoice *self)
{
  g_return_val_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self), NULL);
  return self->windows;
}

/**
 * soleus_handout_choice_get_language:
 *
 * Returns: (transfer none): the language of the handout, “en”
 */
const char *
soleus_handout_choice_get_language (SoleusHandoutChoice *self)
{
  g_return_val_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self), NULL);
  return soleus_content_get_language (self->content);
}

/**
 * soleus_handout_choice_set_language:
 * @language: a language
 * @error: return location for an error
 *
 * The exercises stay: their ids are the same in every language.
 *
 * Returns: %TRUE if the content of that language could be read
 */
gboolean
soleus_handout_choice_set_language (SoleusHandoutChoice  *self,
                                    const char           *language,
                                    GError              **error)
{
  g_autoptr (SoleusContent) content = NULL;

  g_return_val_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self), FALSE);

  content = soleus_clinic_load_content (self->clinic, language, error);
  if (content == NULL)
    return FALSE;
  if (g_set_object (&self->content, content))
    {
      /* what the clinic added may not speak that language; what was chosen of it is printed again in one that it does */
      g_strfreev (self->offered);
      self->offered = soleus_content_list_pieces (self->content, self->phase);
      tell_change (self);
    }
  return TRUE;
}

/**
 * soleus_handout_choice_reload:
 *
 * Goes on with what the clinic has changed in its content; what it has taken out is no longer chosen. Where the content cannot be read now, it stays.
 */
void
soleus_handout_choice_reload (SoleusHandoutChoice *self)
{
  g_autofree char *exercises = NULL;
  g_autoptr (GPtrArray) pieces = NULL;

  g_return_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self));

  if (!soleus_handout_choice_set_language (self, soleus_content_get_language (self->content), NULL))
    return;
  exercises = soleus_handout_choice_dup_exercises (self);
  soleus_handout_choice_set_exercises (self, exercises);
  pieces = g_ptr_array_ref (self->pieces);
  soleus_handout_choice_set_pieces (self, (const char *const *) pieces->pdata);
}

/**
 * soleus_handout_choice_get_paper:
 *
 * Returns: the paper
 */
SoleusPaper
soleus_handout_choice_get_paper (SoleusHandoutChoice *self)
{
  g_return_val_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self), SOLEUS_PAPER_A4);
  return self->paper;
}

/**
 * soleus_handout_choice_set_paper:
 * @paper: the paper
 *
 * Chooses the paper.
 */
void
soleus_handout_choice_set_paper (SoleusHandoutChoice *self,
                                 SoleusPaper          paper)
{
  g_return_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self));

  if (self->paper == paper)
    return;
  self->paper = paper;
  tell_change (self);
}

/**
 * soleus_handout_choice_get_large_print:
 *
 * Returns: whether it is printed in 18 pt
 */
gboolean
soleus_handout_choice_get_large_print (SoleusHandoutChoice *self)
{
  g_return_val_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self), FALSE);
  return self->large_print;
}

/**
 * soleus_handout_choice_set_large_print:
 * @large_print: whether to print in 18 pt
 *
 * Chooses the print.
 */
void
soleus_handout_choice_set_large_print (SoleusHandoutChoice *self,
                                       gboolean             large_print)
{
  g_return_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self));

  if (self->large_print == !!large_print)
    return;
  self->large_print = !!large_print;
  tell_change (self);
}

/**
 * soleus_handout_choice_get_with_name:
 *
 * Returns: whether the athlete’s name stands on the page
 */
gboolean
soleus_handout_choice_get_with_name (SoleusHandoutChoice *self)
{
  g_return_val_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self), FALSE);
  return self->with_name;
}

/**
 * soleus_handout_choice_set_with_name:
 * @with_name: whether the athlete’s name stands on the page
 *
 * A handout that lies about at home may do without the name.
 */
void
soleus_handout_choice_set_with_name (SoleusHandoutChoice *self,
                                     gboolean             with_name)
{
  g_return_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self));

  if (self->with_name == !!with_name)
    return;
  self->with_name = !!with_name;
  tell_change (self);
}

/**
 * soleus_handout_choice_get_n_exercises:
 *
 * Returns: the number of exercises chosen
 */
guint
soleus_handout_choice_get_n_exercises (SoleusHandoutChoice *self)
{
  g_return_val_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self), 0);
  return self->exercises->len;
}

/**
 * soleus_handout_choice_get_n_gone:
 *
 * Returns: how many were given or chosen before and are left out, because the protocol has them no longer
 */
guint
soleus_handout_choice_get_n_gone (SoleusHandoutChoice *self)
{
  g_return_val_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self), 0);
  return g_hash_table_size (self->gone);
}

/**
 * soleus_handout_choice_get_exercise:
 * @position: from 0
 *
 * Returns: (transfer none): an exercise in its dose
 */
const SoleusPrescribed *
soleus_handout_choice_get_exercise (SoleusHandoutChoice *self,
                                    guint                position)
{
  g_return_val_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self), NULL);
  g_return_val_if_fail (position < self->exercises->len, NULL);
  return g_ptr_array_index (self->exercises, position);
}

/**
 * soleus_handout_choice_has_exercise:
 * @id: the id of an exercise
 *
 * Returns: whether it is chosen
 */
gboolean
soleus_handout_choice_has_exercise (SoleusHandoutChoice *self,
                                    const char          *id)
{
  g_return_val_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self), FALSE);
  return soleus_prescription_find (self->exercises, id) != NULL;
}

/**
 * soleus_handout_choice_add_exercise:
 * @id: the id of an exercise of the content
 *
 * Adds it at the end; nothing happens if it is chosen already.
 */
void
soleus_handout_choice_add_exercise (SoleusHandoutChoice *self,
                                    const char          *id)
{
  g_return_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self));
  g_return_if_fail (soleus_content_find_exercise (self->content, id) != NULL);

  if (soleus_handout_choice_has_exercise (self, id))
    return;
  g_ptr_array_add (self->exercises, soleus_prescribed_new (id));
  tell_change (self);
}

/**
 * soleus_handout_choice_set_dose:
 * @position: from 0
 * @prescribed: (transfer none): the same exercise in another dose
 *
 * Changes the dose.
 */
void
soleus_handout_choice_set_dose (SoleusHandoutChoice    *self,
                                guint                   position,
                                const SoleusPrescribed *prescribed)
{
  SoleusPrescribed *former;

  g_return_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self));
  g_return_if_fail (position < self->exercises->len);

  former = g_ptr_array_index (self->exercises, position);
  if (soleus_prescribed_is_equal (former, prescribed))
    return;
  g_return_if_fail (g_str_equal (former->id, prescribed->id));
  self->exercises->pdata[position] = soleus_prescribed_copy (prescribed);
  soleus_prescribed_free (former);
  tell_change (self);
}

/**
 * soleus_handout_choice_remove_exercise:
 * @position: from 0
 *
 * Takes an exercise off the handout.
 */
void
soleus_handout_choice_remove_exercise (SoleusHandoutChoice *self,
                                       guint                position)
{
  g_return_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self));
  g_return_if_fail (position < self->exercises->len);

  g_ptr_array_remove_index (self->exercises, position);
  tell_change (self);
}

/**
 * soleus_handout_choice_move_exercise:
 * @position: from 0
 * @by: -1 up, 1 down; beyond the ends nothing happens
 *
 * Changes the order.
 */
void
soleus_handout_choice_move_exercise (SoleusHandoutChoice *self,
                                     guint                position,
                                     int                  by)
{
  gint64 target = (gint64) position + by;
  SoleusPrescribed *moved;

  g_return_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self));
  g_return_if_fail (position < self->exercises->len);

  if (target < 0 || target >= self->exercises->len)
    return;
  moved = g_ptr_array_steal_index (self->exercises, position);
  g_ptr_array_insert (self->exercises, target, moved);
  tell_change (self);
}

/**
 * soleus_handout_choice_set_exercises:
 * @text: (nullable): a prescription as text; what the content does not have is left out
 *
 * Chooses these exercises instead.
 */
void
soleus_handout_choice_set_exercises (SoleusHandoutChoice *self,
                                     const char          *text)
{
  g_autoptr (GPtrArray) prescription = soleus_prescription_parse (text);

  g_return_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self));

  g_ptr_array_set_size (self->exercises, 0);
  for (guint i = 0; i < prescription->len; i++)
    {
      const SoleusPrescribed *one = g_ptr_array_index (prescription, i);

      if (soleus_content_find_exercise (self->content, one->id) != NULL)
        g_ptr_array_add (self->exercises, soleus_prescribed_copy (one));
      else
        g_hash_table_add (self->gone, g_strdup (one->id));
    }
  tell_change (self);
}

/**
 * soleus_handout_choice_dup_exercises:
 *
 * Returns: (transfer full) (nullable): the exercises and their doses as an issued document keeps them
 */
char *
soleus_handout_choice_dup_exercises (SoleusHandoutChoice *self)
{
  g_return_val_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self), NULL);
  return soleus_prescription_format (self->exercises);
}

/**
 * soleus_handout_choice_list_pieces:
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the sections whose advice can be added
 */
const char *const *
soleus_handout_choice_list_pieces (SoleusHandoutChoice *self)
{
  g_return_val_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self), NULL);
  return (const char *const *) self->offered;
}

/**
 * soleus_handout_choice_get_pieces:
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the sections whose advice is printed, in order
 */
const char *const *
soleus_handout_choice_get_pieces (SoleusHandoutChoice *self)
{
  g_return_val_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self), NULL);
  return (const char *const *) self->pieces->pdata;
}

/**
 * soleus_handout_choice_set_pieces:
 * @pieces: (array zero-terminated=1): ids of sections in order; what is not offered is left out
 *
 * Chooses the advice that is printed.
 */
void
soleus_handout_choice_set_pieces (SoleusHandoutChoice *self,
                                  const char *const   *pieces)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_null_terminated (3, g_free, TRUE);

  g_return_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self));

  for (gsize i = 0; pieces[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) self->offered, pieces[i]))
      g_ptr_array_add (chosen, g_strdup (pieces[i]));
  g_ptr_array_unref (self->pieces);
  self->pieces = g_steal_pointer (&chosen);
  tell_change (self);
}

/**
 * soleus_handout_choice_move_piece:
 * @piece: the id of a section
 * @by: -1 up, 1 down; 0: puts it at the end if it is not chosen, else takes it out
 *
 * Changes which advice is printed, and in which order.
 */
void
soleus_handout_choice_move_piece (SoleusHandoutChoice *self,
                                  const char          *piece,
                                  int                  by)
{
  guint position;
  gboolean chosen;
  gint64 target;

  g_return_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self));

  chosen = g_ptr_array_find_with_equal_func (self->pieces, piece, g_str_equal, &position);
  if (by == 0)
    {
      if (chosen)
        g_ptr_array_remove_index (self->pieces, position);
      else if (g_strv_contains ((const char *const *) self->offered, piece))
        g_ptr_array_add (self->pieces, g_strdup (piece));
    }
  else
    {
      target = (gint64) position + by;
      if (!chosen || target < 0 || target >= self->pieces->len)
        return;
      g_ptr_array_insert (self->pieces, target, g_ptr_array_steal_index (self->pieces, position));
    }
  tell_change (self);
}

/**
 * soleus_handout_choice_get_last:
 *
 * Returns: (transfer none) (nullable): the record of the handout that was issued before
 */
SoleusRecord *
soleus_handout_choice_get_last (SoleusHandoutChoice *self)
{
  g_return_val_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self), NULL);
  return self->last;
}

/**
 * soleus_handout_choice_get_with_changes:
 *
 * Returns: whether the page says what changed since the handout before
 */
gboolean
soleus_handout_choice_get_with_changes (SoleusHandoutChoice *self)
{
  g_return_val_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self), FALSE);
  return self->with_changes;
}

/**
 * soleus_handout_choice_set_with_changes:
 * @with_changes: whether to say what changed; without a handout before there is nothing to say
 *
 * Chooses it.
 */
void
soleus_handout_choice_set_with_changes (SoleusHandoutChoice *self,
                                        gboolean             with_changes)
{
  g_return_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self));

  with_changes = with_changes && self->last != NULL;
  if (self->with_changes == with_changes)
    return;
  self->with_changes = with_changes;
  tell_change (self);
}

/**
 * soleus_handout_choice_compose:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the handout for this minute, or %NULL with @error set
 */
SoleusDocument *
soleus_handout_choice_compose (SoleusHandoutChoice  *self,
                               GError              **error)
{
  g_autofree char *exercises = NULL;
  SoleusPaperOptions options = { NULL };

  g_return_val_if_fail (SOLEUS_IS_HANDOUT_CHOICE (self), NULL);

  exercises = soleus_handout_choice_dup_exercises (self);
  options.language = soleus_content_get_language (self->content);
  options.has_paper = TRUE;
  options.paper = self->paper;
  options.large_print = self->large_print;
  options.without_name = !self->with_name;
  options.exercises = exercises != NULL ? exercises : "";
  options.pieces = soleus_handout_choice_get_pieces (self);
  options.with_changes = self->with_changes;
  return soleus_paper_new_handout (self->clinic, soleus_record_get_id (self->athlete), &options, error);
}
