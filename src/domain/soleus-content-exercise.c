#include "soleus-config.h"

#include "soleus-content-exercise.h"

#include <glib/gi18n-lib.h>

struct _SoleusContentExercise {
  GObject                parent_instance;

  char                  *id;
  char                  *name;
  char                  *muscle;
  char                  *start_drawing;
  char                  *end_drawing;
  char                  *stop_if;
  char                  *basis;
  char                 **steps;
  char                 **facts;
  char                 **sources;
  char                  *tempo; /* (owned), lent to dose */
  char                  *load;  /* (owned), lent to dose */
  char                  *language;
  char                  *version;
  SoleusModalityFamily   family;
  SoleusEvidence         evidence;
  SoleusContentKind      kind;
  int                    phase;
  SoleusContentDose      dose;
  GBytes                *svgs[2]; /* (nullable) of the start and of the end, where they are the clinic's own */
};

G_DEFINE_ENUM_TYPE (SoleusContentSideRule, soleus_content_side_rule,
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_SIDE_RULE_AFFECTED_ONLY, "affected-only"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_SIDE_RULE_AFFECTED_FIRST, "affected-first"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_SIDE_RULE_BOTH, "both"))

G_DEFINE_ENUM_TYPE (SoleusContentKind, soleus_content_kind,
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_KIND_MOBILITY, "mobility"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_KIND_STRETCH, "stretch"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_KIND_BEFORE_SLEEP, "before-sleep"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_KIND_HOLD, "hold"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_KIND_STRENGTH, "strength"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_KIND_LOWERING, "lowering"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_KIND_FOOT, "foot"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_KIND_BALANCE, "balance"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_KIND_WARM_UP, "warm-up"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_KIND_WALK_AND_RUN, "walk-and-run"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_KIND_HOP, "hop"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_KIND_ROLLER, "roller"))

G_DEFINE_FINAL_TYPE (SoleusContentExercise, soleus_content_exercise, G_TYPE_OBJECT)

/* Grouped by type, so that each group is read and written in one place. */
enum {
  PROP_0,
  PROP_ID, PROP_NAME, PROP_MUSCLE, PROP_START_DRAWING, PROP_END_DRAWING, PROP_STOP_IF, PROP_BASIS, PROP_TEMPO, PROP_LOAD,
  PROP_LANGUAGE, PROP_VERSION,
  PROP_STEPS, PROP_FACTS, PROP_SOURCES,
  PROP_PHASE, PROP_SETS, PROP_REPETITIONS, PROP_HOLD_SECONDS, PROP_REST_SECONDS, PROP_TIMES_A_DAY, PROP_DAYS_A_WEEK,
  PROP_FAMILY, PROP_EVIDENCE, PROP_SIDE_RULE, PROP_KIND,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char **
text_field (SoleusContentExercise *self,
            guint                  prop_id)
{
  char **fields[] = { &self->id, &self->name, &self->muscle, &self->start_drawing, &self->end_drawing,
                      &self->stop_if, &self->basis, &self->tempo, &self->load, &self->language, &self->version };

  return fields[prop_id - PROP_ID];
}

static char ***
list_field (SoleusContentExercise *self,
            guint                  prop_id)
{
  char ***fields[] = { &self->steps, &self->facts, &self->sources };

  return fields[prop_id - PROP_STEPS];
}

static int *
number_field (SoleusContentExercise *self,
              guint                  prop_id)
{
  int *fields[] = { &self->phase, &self->dose.sets, &self->dose.repetitions, &self->dose.hold_seconds,
                    &self->dose.rest_seconds, &self->dose.times_a_day, &self->dose.days_a_week };

  return fields[prop_id - PROP_PHASE];
}

static void
soleus_content_exercise_finalize (GObject *object)
{
  SoleusContentExercise *self = SOLEUS_CONTENT_EXERCISE (object);

  for (guint i = PROP_ID; i <= PROP_VERSION; i++)
    g_free (*text_field (self, i));
  for (guint i = PROP_STEPS; i <= PROP_SOURCES; i++)
    g_strfreev (*list_field (self, i));
  g_clear_pointer (&self->svgs[0], g_bytes_unref);
  g_clear_pointer (&self->svgs[1], g_bytes_unref);

  G_OBJECT_CLASS (soleus_content_exercise_parent_class)->finalize (object);
}

static void
soleus_content_exercise_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  SoleusContentExercise *self = SOLEUS_CONTENT_EXERCISE (object);

  if (prop_id >= PROP_ID && prop_id <= PROP_VERSION)
    g_value_set_string (value, *text_field (self, prop_id));
  else if (prop_id >= PROP_STEPS && prop_id <= PROP_SOURCES)
    g_value_set_boxed (value, *list_field (self, prop_id));
  else if (prop_id >= PROP_PHASE && prop_id <= PROP_DAYS_A_WEEK)
    g_value_set_int (value, *number_field (self, prop_id));
  else if (prop_id == PROP_FAMILY)
    g_value_set_enum (value, self->family);
  else if (prop_id == PROP_EVIDENCE)
    g_value_set_enum (value, self->evidence);
  else if (prop_id == PROP_SIDE_RULE)
    g_value_set_enum (value, self->dose.side_rule);
  else if (prop_id == PROP_KIND)
    g_value_set_enum (value, self->kind);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
soleus_content_exercise_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  SoleusContentExercise *self = SOLEUS_CONTENT_EXERCISE (object);

  if (prop_id >= PROP_ID && prop_id <= PROP_VERSION)
    *text_field (self, prop_id) = g_value_dup_string (value);
  else if (prop_id >= PROP_STEPS && prop_id <= PROP_SOURCES)
    *list_field (self, prop_id) = g_value_dup_boxed (value);
  else if (prop_id >= PROP_PHASE && prop_id <= PROP_DAYS_A_WEEK)
    *number_field (self, prop_id) = g_value_get_int (value);
  else if (prop_id == PROP_FAMILY)
    self->family = g_value_get_enum (value);
  else if (prop_id == PROP_EVIDENCE)
    self->evidence = g_value_get_enum (value);
  else if (prop_id == PROP_SIDE_RULE)
    self->dose.side_rule = g_value_get_enum (value);
  else if (prop_id == PROP_KIND)
    self->kind = g_value_get_enum (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
soleus_content_exercise_constructed (GObject *object)
{
  SoleusContentExercise *self = SOLEUS_CONTENT_EXERCISE (object);

  G_OBJECT_CLASS (soleus_content_exercise_parent_class)->constructed (object);

  self->dose.tempo = self->tempo;
  self->dose.load = self->load;
}

static void
soleus_content_exercise_class_init (SoleusContentExerciseClass *klass)
{
  static const char *const texts[] = { "id", "name", "muscle", "start-drawing", "end-drawing", "stop-if", "basis", "tempo", "load", "language",
                                       "version" };
  static const char *const lists[] = { "steps", "facts", "sources" };
  static const char *const numbers[] = { "phase", "sets", "repetitions", "hold-seconds", "rest-seconds", "times-a-day", "days-a-week" };
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = soleus_content_exercise_finalize;
  object_class->get_property = soleus_content_exercise_get_property;
  object_class->set_property = soleus_content_exercise_set_property;
  object_class->constructed = soleus_content_exercise_constructed;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    properties[PROP_ID + i] = g_param_spec_string (texts[i], NULL, NULL, NULL, flags);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    properties[PROP_STEPS + i] = g_param_spec_boxed (lists[i], NULL, NULL, G_TYPE_STRV, flags);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    properties[PROP_PHASE + i] = g_param_spec_int (numbers[i], NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_FAMILY] = g_param_spec_enum ("family", NULL, NULL, SOLEUS_TYPE_MODALITY_FAMILY, SOLEUS_MODALITY_FAMILY_NEITHER, flags);
  properties[PROP_EVIDENCE] = g_param_spec_enum ("evidence", NULL, NULL, SOLEUS_TYPE_EVIDENCE, SOLEUS_EVIDENCE_NONE, flags);
  properties[PROP_SIDE_RULE] = g_param_spec_enum ("side-rule", NULL, NULL, SOLEUS_TYPE_CONTENT_SIDE_RULE, SOLEUS_CONTENT_SIDE_RULE_AFFECTED_ONLY, flags);
  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, SOLEUS_TYPE_CONTENT_KIND, SOLEUS_CONTENT_KIND_MOBILITY, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
soleus_content_exercise_init (SoleusContentExercise *self)
{
}

static const char *const *
list_or_empty (char **list)
{
  static const char *const empty[] = { NULL };

  return list != NULL ? (const char *const *) list : empty;
}

/**
 * soleus_content_exercise_get_id:
 *
 * Returns: (transfer none): the stable id: "ankle-pumps"
 */
const char *
soleus_content_exercise_get_id (SoleusContentExercise *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_EXERCISE (self), NULL);

  return self->id;
}

/**
 * soleus_content_exercise_get_name:
 *
 * Returns: (transfer none): the name in the language of the content
 */
const char *
soleus_content_exercise_get_name (SoleusContentExercise *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_EXERCISE (self), NULL);

  return self->name;
}

/**
 * soleus_content_exercise_is_own:
 *
 * Returns: whether a clinic added it to the shipped ones
 */
gboolean
soleus_content_exercise_is_own (SoleusContentExercise *self)
{
  return g_str_has_prefix (soleus_content_exercise_get_id (self), "own-");
}

/**
 * soleus_content_exercise_get_language:
 *
 * Returns: (transfer none) (nullable): the language of its words, where they stand in for those that a clinic has not written in that of the content
 */
const char *
soleus_content_exercise_get_language (SoleusContentExercise *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_EXERCISE (self), NULL);

  return self->language;
}

/**
 * soleus_content_exercise_get_version:
 *
 * Returns: (transfer none) (nullable): the version of the clinic's own content that changed it last, “2025-11-21.2”
 */
const char *
soleus_content_exercise_get_version (SoleusContentExercise *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_EXERCISE (self), NULL);

  return self->version;
}

/**
 * soleus_content_exercise_get_phase:
 *
 * Returns: the first rehabilitation phase in which the exercise is usual; 0: at any time
 */
int
soleus_content_exercise_get_phase (SoleusContentExercise *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_EXERCISE (self), 0);

  return self->phase;
}

/**
 * soleus_content_exercise_get_kind:
 *
 * Returns: what the exercise is for
 */
SoleusContentKind
soleus_content_exercise_get_kind (SoleusContentExercise *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_EXERCISE (self), SOLEUS_CONTENT_KIND_MOBILITY);

  return self->kind;
}

/**
 * soleus_content_exercise_get_muscle:
 *
 * Returns: (transfer none): the muscle that works, an id of the catalogue of muscles
 */
const char *
soleus_content_exercise_get_muscle (SoleusContentExercise *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_EXERCISE (self), NULL);

  return self->muscle;
}

/**
 * soleus_content_exercise_get_family:
 *
 * Returns: massage, heat or neither (fact 110, C17: a roller is massage)
 */
SoleusModalityFamily
soleus_content_exercise_get_family (SoleusContentExercise *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_EXERCISE (self), SOLEUS_MODALITY_FAMILY_NEITHER);

  return self->family;
}

/**
 * soleus_content_exercise_is_gated:
 *
 * Returns: %TRUE if the no-massage, no-heat window holds for this exercise (clinical.md 1C)
 */
gboolean
soleus_content_exercise_is_gated (SoleusContentExercise *self)
{
  return soleus_content_exercise_get_family (self) != SOLEUS_MODALITY_FAMILY_NEITHER;
}

/**
 * soleus_content_exercise_get_start_drawing:
 *
 * Returns: (transfer none) (nullable): the name of the drawing of the starting position, without folder and ".svg"; %NULL: it has none
 */
const char *
soleus_content_exercise_get_start_drawing (SoleusContentExercise *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_EXERCISE (self), NULL);

  return self->start_drawing;
}

/**
 * soleus_content_exercise_get_end_drawing:
 *
 * Returns: (transfer none) (nullable): the name of the drawing of the end position, without folder and ".svg"; %NULL: it has none
 */
const char *
soleus_content_exercise_get_end_drawing (SoleusContentExercise *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_EXERCISE (self), NULL);

  return self->end_drawing;
}

/**
 * soleus_content_exercise_is_mirrored:
 * @affected: the leg that cramped
 *
 * The figures look to the right, so that the leg in front, which works, is the right one.
 *
 * Returns: %TRUE if the drawings are to be mirrored, so that the left leg works
 */
gboolean
soleus_content_exercise_is_mirrored (SoleusContentExercise *self,
                                     SoleusSide             affected)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_EXERCISE (self), FALSE);

  return affected == SOLEUS_SIDE_LEFT && self->dose.side_rule != SOLEUS_CONTENT_SIDE_RULE_BOTH;
}

/**
 * soleus_content_exercise_get_svg:
 * @end: the end position, else the start
 *
 * Returns: (transfer none) (nullable): a drawing of the clinic's own; %NULL where the name is that of a shipped one
 */
GBytes *
soleus_content_exercise_get_svg (SoleusContentExercise *self,
                                 gboolean               end)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_EXERCISE (self), NULL);

  return self->svgs[end ? 1 : 0];
}

/**
 * soleus_content_exercise_set_svg:
 * @end: the end position, else the start
 * @svg: (transfer none): a drawing
 *
 * To be called only while the content is being read.
 */
void
soleus_content_exercise_set_svg (SoleusContentExercise *self,
                                 gboolean               end,
                                 GBytes                *svg)
{
  g_return_if_fail (SOLEUS_IS_CONTENT_EXERCISE (self));
  g_return_if_fail (svg != NULL);

  g_clear_pointer (&self->svgs[end ? 1 : 0], g_bytes_unref);
  self->svgs[end ? 1 : 0] = g_bytes_ref (svg);
}

/**
 * soleus_content_exercise_get_steps:
 *
 * Returns: (transfer none): what to do, one sentence or two per step, %NULL-terminated
 */
const char *const *
soleus_content_exercise_get_steps (SoleusContentExercise *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_EXERCISE (self), NULL);

  return list_or_empty (self->steps);
}

/**
 * soleus_content_exercise_get_stop_if:
 *
 * Returns: (transfer none): when to stop, a sentence to the athlete
 */
const char *
soleus_content_exercise_get_stop_if (SoleusContentExercise *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_EXERCISE (self), NULL);

  return self->stop_if;
}

/**
 * soleus_content_exercise_get_basis:
 *
 * Returns: (transfer none) (nullable): where the exercise and its dose come from, a sentence to the therapist
 */
const char *
soleus_content_exercise_get_basis (SoleusContentExercise *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_EXERCISE (self), NULL);

  return self->basis;
}

/**
 * soleus_content_exercise_get_facts:
 *
 * Returns: (transfer none): fact numbers of the clinical text, %NULL-terminated, may be empty
 */
const char *const *
soleus_content_exercise_get_facts (SoleusContentExercise *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_EXERCISE (self), NULL);

  return list_or_empty (self->facts);
}

/**
 * soleus_content_exercise_get_sources:
 *
 * Returns: (transfer none): ids of the catalogue of sources, %NULL-terminated, may be empty
 */
const char *const *
soleus_content_exercise_get_sources (SoleusContentExercise *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_EXERCISE (self), NULL);

  return list_or_empty (self->sources);
}

/**
 * soleus_content_exercise_get_evidence:
 *
 * Returns: how well exercise and dose are supported
 */
SoleusEvidence
soleus_content_exercise_get_evidence (SoleusContentExercise *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_EXERCISE (self), SOLEUS_EVIDENCE_NONE);

  return self->evidence;
}

/**
 * soleus_content_exercise_get_dose:
 *
 * Returns: (transfer none): the usual dose, which the therapist may change for an athlete; it lives as long as @self
 */
const SoleusContentDose *
soleus_content_exercise_get_dose (SoleusContentExercise *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_EXERCISE (self), NULL);

  return &self->dose;
}

/**
 * soleus_content_kind_get_label:
 * @kind: what exercises are for
 *
 * Returns: (transfer none): its name for the therapist, translated
 */
const char *
soleus_content_kind_get_label (SoleusContentKind kind)
{
  static const char *const labels[] = {
    N_("Move the ankle"), N_("Stretch"), N_("Before sleep"), N_("Hold still (isometric)"), N_("Strength"), N_("Slow lowering (eccentric)"),
    N_("Foot"), N_("Balance"), N_("Warm-up"), N_("Walk and run"), N_("Hops"), N_("Roller (counts as massage)"),
  };

  g_return_val_if_fail (kind >= 0 && (gsize) kind < G_N_ELEMENTS (labels), NULL);
  return _(labels[kind]);
}
