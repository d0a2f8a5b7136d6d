#include "soleus-content-line.h"

/* A line is immutable: everything is given at construction, so that pages and printed copies can share it. */
struct _SoleusContentLine {
  GObject                 parent_instance;

  char                   *id;
  char                   *text;
  char                  **facts;
  char                  **sources;
  char                   *disagreement; /* (nullable) */
  char                   *drawing;      /* (nullable) */
  SoleusEvidence          evidence;
  SoleusContentAudience   audience;
  SoleusContentBranch     branch;
  SoleusContentTimer      timer;
  int                     minimum_seconds; /* >= 0 */
  int                     maximum_seconds; /* >= 0 */
};

G_DEFINE_ENUM_TYPE (SoleusContentAudience, soleus_content_audience,
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_AUDIENCE_BOTH, "both"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_AUDIENCE_ATHLETE, "athlete"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_AUDIENCE_THERAPIST, "therapist"))

G_DEFINE_ENUM_TYPE (SoleusContentBranch, soleus_content_branch,
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_BRANCH_ANY, "any"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_BRANCH_CANNOT_BEAR_WEIGHT, "cannot-bear-weight"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_BRANCH_CAN_BEAR_WEIGHT, "can-bear-weight"))

G_DEFINE_ENUM_TYPE (SoleusContentTimer, soleus_content_timer,
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_TIMER_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_TIMER_COUNT_UP, "count-up"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_TIMER_COUNT_DOWN, "count-down"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CONTENT_TIMER_LIMIT, "limit"))

G_DEFINE_FINAL_TYPE (SoleusContentLine, soleus_content_line, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ID,
  PROP_TEXT,
  PROP_FACTS,
  PROP_SOURCES,
  PROP_EVIDENCE,
  PROP_DISAGREEMENT,
  PROP_AUDIENCE,
  PROP_BRANCH,
  PROP_TIMER,
  PROP_MINIMUM_SECONDS,
  PROP_MAXIMUM_SECONDS,
  PROP_DRAWING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
soleus_content_line_finalize (GObject *object)
{
  SoleusContentLine *self = SOLEUS_CONTENT_LINE (object);

  g_free (self->id);
  g_free (self->text);
  g_strfreev (self->facts);
  g_strfreev (self->sources);
  g_free (self->disagreement);
  g_free (self->drawing);

  G_OBJECT_CLASS (soleus_content_line_parent_class)->finalize (object);
}

static void
soleus_content_line_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  SoleusContentLine *self = SOLEUS_CONTENT_LINE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_FACTS:
      g_value_set_boxed (value, self->facts);
      break;
    case PROP_SOURCES:
      g_value_set_boxed (value, self->sources);
      break;
    case PROP_EVIDENCE:
      g_value_set_enum (value, self->evidence);
      break;
    case PROP_DISAGREEMENT:
      g_value_set_string (value, self->disagreement);
      break;
    case PROP_AUDIENCE:
      g_value_set_enum (value, self->audience);
      break;
    case PROP_BRANCH:
      g_value_set_enum (value, self->branch);
      break;
    case PROP_TIMER:
      g_value_set_enum (value, self->timer);
      break;
    case PROP_MINIMUM_SECONDS:
      g_value_set_int (value, self->minimum_seconds);
      break;
    case PROP_MAXIMUM_SECONDS:
      g_value_set_int (value, self->maximum_seconds);
      break;
    case PROP_DRAWING:
      g_value_set_string (value, self->drawing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_content_line_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  SoleusContentLine *self = SOLEUS_CONTENT_LINE (object);

  switch (prop_id)
    {
    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;
    case PROP_TEXT:
      self->text = g_value_dup_string (value);
      break;
    case PROP_FACTS:
      self->facts = g_value_dup_boxed (value);
      break;
    case PROP_SOURCES:
      self->sources = g_value_dup_boxed (value);
      break;
    case PROP_EVIDENCE:
      self->evidence = g_value_get_enum (value);
      break;
    case PROP_DISAGREEMENT:
      self->disagreement = g_value_dup_string (value);
      break;
    case PROP_AUDIENCE:
      self->audience = g_value_get_enum (value);
      break;
    case PROP_BRANCH:
      self->branch = g_value_get_enum (value);
      break;
    case PROP_TIMER:
      self->timer = g_value_get_enum (value);
      break;
    case PROP_MINIMUM_SECONDS:
      self->minimum_seconds = g_value_get_int (value);
      break;
    case PROP_MAXIMUM_SECONDS:
      self->maximum_seconds = g_value_get_int (value);
      break;
    case PROP_DRAWING:
      self->drawing = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_content_line_class_init (SoleusContentLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = soleus_content_line_finalize;
  object_class->get_property = soleus_content_line_get_property;
  object_class->set_property = soleus_content_line_set_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_FACTS] = g_param_spec_boxed ("facts", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_SOURCES] = g_param_spec_boxed ("sources", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_EVIDENCE] = g_param_spec_enum ("evidence", NULL, NULL, SOLEUS_TYPE_EVIDENCE, SOLEUS_EVIDENCE_NONE, flags);
  properties[PROP_DISAGREEMENT] = g_param_spec_string ("disagreement", NULL, NULL, NULL, flags);
  properties[PROP_AUDIENCE] = g_param_spec_enum ("audience", NULL, NULL, SOLEUS_TYPE_CONTENT_AUDIENCE, SOLEUS_CONTENT_AUDIENCE_BOTH, flags);
  properties[PROP_BRANCH] = g_param_spec_enum ("branch", NULL, NULL, SOLEUS_TYPE_CONTENT_BRANCH, SOLEUS_CONTENT_BRANCH_ANY, flags);
  properties[PROP_TIMER] = g_param_spec_enum ("timer", NULL, NULL, SOLEUS_TYPE_CONTENT_TIMER, SOLEUS_CONTENT_TIMER_NONE, flags);
  properties[PROP_MINIMUM_SECONDS] = g_param_spec_int ("minimum-seconds", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_MAXIMUM_SECONDS] = g_param_spec_int ("maximum-seconds", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_DRAWING] = g_param_spec_string ("drawing", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
soleus_content_line_init (SoleusContentLine *self)
{
}

static const char *const *
list_or_empty (char **list)
{
  static const char *const empty[] = { NULL };

  return list != NULL ? (const char *const *) list : empty;
}

/**
 * soleus_content_line_get_id:
 *
 * Returns: (transfer none): the stable id, unique within the content: "relief.hold"
 */
const char *
soleus_content_line_get_id (SoleusContentLine *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_LINE (self), NULL);

  return self->id;
}

/**
 * soleus_content_line_get_text:
 *
 * Returns: (transfer none): the statement in the language of the content
 */
const char *
soleus_content_line_get_text (SoleusContentLine *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_LINE (self), NULL);

  return self->text;
}

/**
 * soleus_content_line_get_facts:
 *
 * Returns: (transfer none): fact numbers of the clinical text, %NULL-terminated, may be empty
 */
const char *const *
soleus_content_line_get_facts (SoleusContentLine *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_LINE (self), NULL);

  return list_or_empty (self->facts);
}

/**
 * soleus_content_line_get_sources:
 *
 * Returns: (transfer none): ids of the catalogue of sources, %NULL-terminated, may be empty
 */
const char *const *
soleus_content_line_get_sources (SoleusContentLine *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_LINE (self), NULL);

  return list_or_empty (self->sources);
}

/**
 * soleus_content_line_get_evidence:
 *
 * Returns: how well the statement is supported
 */
SoleusEvidence
soleus_content_line_get_evidence (SoleusContentLine *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_LINE (self), SOLEUS_EVIDENCE_NONE);

  return self->evidence;
}

/**
 * soleus_content_line_get_disagreement:
 *
 * Returns: (transfer none) (nullable): where the sources disagree, and what Soleus does about it; %NULL where they agree
 */
const char *
soleus_content_line_get_disagreement (SoleusContentLine *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_LINE (self), NULL);

  return self->disagreement;
}

/**
 * soleus_content_line_get_audience:
 *
 * Returns: for whom the line is written
 */
SoleusContentAudience
soleus_content_line_get_audience (SoleusContentLine *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_LINE (self), SOLEUS_CONTENT_AUDIENCE_BOTH);

  return self->audience;
}

/**
 * soleus_content_line_get_branch:
 *
 * Returns: whether the step holds for everybody, or depends on bearing weight
 */
SoleusContentBranch
soleus_content_line_get_branch (SoleusContentLine *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_LINE (self), SOLEUS_CONTENT_BRANCH_ANY);

  return self->branch;
}

/**
 * soleus_content_line_get_timer:
 *
 * Returns: the clock that runs with this step
 */
SoleusContentTimer
soleus_content_line_get_timer (SoleusContentLine *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_LINE (self), SOLEUS_CONTENT_TIMER_NONE);

  return self->timer;
}

/**
 * soleus_content_line_get_minimum_seconds:
 *
 * Returns: the shortest time of the clock in seconds; 0 if the step names none
 */
int
soleus_content_line_get_minimum_seconds (SoleusContentLine *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_LINE (self), 0);

  return self->minimum_seconds;
}

/**
 * soleus_content_line_get_maximum_seconds:
 *
 * Returns: the longest time of the clock in seconds; 0 if the step is open-ended
 */
int
soleus_content_line_get_maximum_seconds (SoleusContentLine *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_LINE (self), 0);

  return self->maximum_seconds;
}

/**
 * soleus_content_line_get_drawing:
 *
 * Returns: (transfer none) (nullable): the name of the drawing, without folder and ".svg"
 */
const char *
soleus_content_line_get_drawing (SoleusContentLine *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_LINE (self), NULL);

  return self->drawing;
}

/**
 * soleus_content_line_is_for:
 * @audience: athlete or therapist
 *
 * Returns: %TRUE if the line is to be shown to @audience: it is written for it, or for both
 */
gboolean
soleus_content_line_is_for (SoleusContentLine     *self,
                            SoleusContentAudience  audience)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_LINE (self), FALSE);

  return self->audience == SOLEUS_CONTENT_AUDIENCE_BOTH ||
         audience == SOLEUS_CONTENT_AUDIENCE_BOTH ||
         self->audience == audience;
}
