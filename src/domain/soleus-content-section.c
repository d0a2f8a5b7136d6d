#include "soleus-content-section.h"

struct _SoleusContentSection {
  GObject      parent_instance;

  char        *id;
  char        *title;
  char        *introduction; /* (nullable) */
  char        *language;     /* (nullable) */
  int          phase;        /* 0: not a phase */
  char       **exercises;    /* (nullable) */
  GListStore  *lines;        /* (owned) (element-type SoleusContentLine) */
  GListStore  *criteria;     /* (owned) (element-type SoleusContentLine) */
};

G_DEFINE_FINAL_TYPE (SoleusContentSection, soleus_content_section, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_INTRODUCTION,
  PROP_LANGUAGE,
  PROP_PHASE,
  PROP_EXERCISES,
  PROP_LINES,
  PROP_CRITERIA,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
soleus_content_section_dispose (GObject *object)
{
  SoleusContentSection *self = SOLEUS_CONTENT_SECTION (object);

  g_clear_object (&self->lines);
  g_clear_object (&self->criteria);

  G_OBJECT_CLASS (soleus_content_section_parent_class)->dispose (object);
}

static void
soleus_content_section_finalize (GObject *object)
{
  SoleusContentSection *self = SOLEUS_CONTENT_SECTION (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->introduction);
  g_free (self->language);
  g_strfreev (self->exercises);

  G_OBJECT_CLASS (soleus_content_section_parent_class)->finalize (object);
}

static void
soleus_content_section_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  SoleusContentSection *self = SOLEUS_CONTENT_SECTION (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_INTRODUCTION:
      g_value_set_string (value, self->introduction);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_PHASE:
      g_value_set_int (value, self->phase);
      break;
    case PROP_EXERCISES:
      g_value_set_boxed (value, self->exercises);
      break;
    case PROP_LINES:
      g_value_set_object (value, self->lines);
      break;
    case PROP_CRITERIA:
      g_value_set_object (value, self->criteria);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_content_section_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  SoleusContentSection *self = SOLEUS_CONTENT_SECTION (object);

  switch (prop_id)
    {
    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;
    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      break;
    case PROP_INTRODUCTION:
      self->introduction = g_value_dup_string (value);
      break;
    case PROP_LANGUAGE:
      self->language = g_value_dup_string (value);
      break;
    case PROP_PHASE:
      self->phase = g_value_get_int (value);
      break;
    case PROP_EXERCISES:
      self->exercises = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_content_section_class_init (SoleusContentSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags given = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags derived = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = soleus_content_section_dispose;
  object_class->finalize = soleus_content_section_finalize;
  object_class->get_property = soleus_content_section_get_property;
  object_class->set_property = soleus_content_section_set_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, given);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, given);
  properties[PROP_INTRODUCTION] = g_param_spec_string ("introduction", NULL, NULL, NULL, given);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, given);
  properties[PROP_PHASE] = g_param_spec_int ("phase", NULL, NULL, 0, G_MAXINT, 0, given);
  properties[PROP_EXERCISES] = g_param_spec_boxed ("exercises", NULL, NULL, G_TYPE_STRV, given);
  properties[PROP_LINES] = g_param_spec_object ("lines", NULL, NULL, G_TYPE_LIST_MODEL, derived);
  properties[PROP_CRITERIA] = g_param_spec_object ("criteria", NULL, NULL, G_TYPE_LIST_MODEL, derived);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
soleus_content_section_init (SoleusContentSection *self)
{
  self->lines = g_list_store_new (SOLEUS_TYPE_CONTENT_LINE);
  self->criteria = g_list_store_new (SOLEUS_TYPE_CONTENT_LINE);
}

/**
 * soleus_content_section_get_id:
 *
 * Returns: (transfer none): the stable id: "relief", "phase-2"
 */
const char *
soleus_content_section_get_id (SoleusContentSection *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_SECTION (self), NULL);

  return self->id;
}

/**
 * soleus_content_section_get_title:
 *
 * Returns: (transfer none): the heading in the language of the content
 */
const char *
soleus_content_section_get_title (SoleusContentSection *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_SECTION (self), NULL);

  return self->title;
}

/**
 * soleus_content_section_get_introduction:
 *
 * Returns: (transfer none) (nullable): a sentence or two under the heading
 */
const char *
soleus_content_section_get_introduction (SoleusContentSection *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_SECTION (self), NULL);

  return self->introduction;
}

/**
 * soleus_content_section_is_own:
 *
 * Returns: whether a clinic added it to the shipped ones
 */
gboolean
soleus_content_section_is_own (SoleusContentSection *self)
{
  return g_str_has_prefix (soleus_content_section_get_id (self), "own-");
}

/**
 * soleus_content_section_get_language:
 *
 * Returns: (transfer none) (nullable): the language of its title, where that stands in for the one that a clinic has not written in that of the content
 */
const char *
soleus_content_section_get_language (SoleusContentSection *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_SECTION (self), NULL);

  return self->language;
}

/**
 * soleus_content_section_get_phase:
 *
 * Returns: 1, 2, … for a rehabilitation phase, else 0
 */
int
soleus_content_section_get_phase (SoleusContentSection *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_SECTION (self), 0);

  return self->phase;
}

/**
 * soleus_content_section_get_use:
 *
 * Returns: where its lines are seen. A section that a clinic added is a piece for its handouts.
 */
SoleusContentUse
soleus_content_section_get_use (SoleusContentSection *self)
{
  static const struct {
    const char       *id;
    SoleusContentUse  use;
  } known[] = {
    { "relief", SOLEUS_CONTENT_USE_FIXED },
    { "handout-window", SOLEUS_CONTENT_USE_FIXED },
    { "handout-cramp", SOLEUS_CONTENT_USE_FIXED },
    { "return", SOLEUS_CONTENT_USE_PIECE },
    { "prevention", SOLEUS_CONTENT_USE_PIECE },
  };

  g_return_val_if_fail (SOLEUS_IS_CONTENT_SECTION (self), SOLEUS_CONTENT_USE_FIXED);

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (self->id, known[i].id))
      return known[i].use;
  if (g_str_has_prefix (self->id, "handout-"))
    return SOLEUS_CONTENT_USE_HANDOUT;
  return self->phase > 0 || soleus_content_section_is_own (self) ? SOLEUS_CONTENT_USE_PIECE : SOLEUS_CONTENT_USE_PAGE;
}

/**
 * soleus_content_section_speaks_to_athletes:
 *
 * Returns: %TRUE if a line of it may be printed for them
 */
gboolean
soleus_content_section_speaks_to_athletes (SoleusContentSection *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_SECTION (self), FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->lines)); i++)
    {
      g_autoptr (SoleusContentLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

      if (soleus_content_line_is_for (line, SOLEUS_CONTENT_AUDIENCE_ATHLETE))
        return TRUE;
    }
  return FALSE;
}

/**
 * soleus_content_section_get_exercises:
 *
 * Returns: (transfer none): the ids of the exercises usual in this phase, %NULL-terminated, may be empty
 */
const char *const *
soleus_content_section_get_exercises (SoleusContentSection *self)
{
  static const char *const empty[] = { NULL };

  g_return_val_if_fail (SOLEUS_IS_CONTENT_SECTION (self), NULL);

  return self->exercises != NULL ? (const char *const *) self->exercises : empty;
}

/**
 * soleus_content_section_get_lines:
 *
 * Returns: (transfer none): the lines in order, a list model of #SoleusContentLine
 */
GListModel *
soleus_content_section_get_lines (SoleusContentSection *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_SECTION (self), NULL);

  return G_LIST_MODEL (self->lines);
}

/**
 * soleus_content_section_get_criteria:
 *
 * Returns: (transfer none): what is to be met before this phase is entered, a list model of #SoleusContentLine
 */
GListModel *
soleus_content_section_get_criteria (SoleusContentSection *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT_SECTION (self), NULL);

  return G_LIST_MODEL (self->criteria);
}

static SoleusContentLine *
find_in (GListStore *store,
         const char *id)
{
  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (store));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (SoleusContentLine) line = g_list_model_get_item (G_LIST_MODEL (store), i);

      if (g_strcmp0 (soleus_content_line_get_id (line), id) == 0)
        return line; /* the store keeps its own reference */
    }
  return NULL;
}

/**
 * soleus_content_section_find_line:
 * @id: the id of a line or criterion
 *
 * Returns: (transfer none) (nullable): the line, or %NULL if this section has none of that id
 */
SoleusContentLine *
soleus_content_section_find_line (SoleusContentSection *self,
                                  const char           *id)
{
  SoleusContentLine *line;

  g_return_val_if_fail (SOLEUS_IS_CONTENT_SECTION (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  line = find_in (self->lines, id);
  return line != NULL ? line : find_in (self->criteria, id);
}

/**
 * soleus_content_section_add_line:
 * @line: (transfer none): the next line
 *
 * Appends @line. To be called only while the content is being read.
 */
void
soleus_content_section_add_line (SoleusContentSection *self,
                                 SoleusContentLine    *line)
{
  g_return_if_fail (SOLEUS_IS_CONTENT_SECTION (self));
  g_return_if_fail (SOLEUS_IS_CONTENT_LINE (line));

  g_list_store_append (self->lines, line);
}

/**
 * soleus_content_section_add_criterion:
 * @criterion: (transfer none): the next entry criterion
 *
 * Appends @criterion. To be called only while the content is being read.
 */
void
soleus_content_section_add_criterion (SoleusContentSection *self,
                                      SoleusContentLine    *criterion)
{
  g_return_if_fail (SOLEUS_IS_CONTENT_SECTION (self));
  g_return_if_fail (SOLEUS_IS_CONTENT_LINE (criterion));

  g_list_store_append (self->criteria, criterion);
}

/**
 * soleus_content_section_add_exercise:
 * @id: of an exercise
 *
 * Appends it to the exercises. To be called only while the content is being read.
 */
void
soleus_content_section_add_exercise (SoleusContentSection *self,
                                     const char           *id)
{
  guint n;

  g_return_if_fail (SOLEUS_IS_CONTENT_SECTION (self));
  g_return_if_fail (id != NULL);

  n = self->exercises != NULL ? g_strv_length (self->exercises) : 0;
  self->exercises = g_renew (char *, self->exercises, n + 2);
  self->exercises[n] = g_strdup (id);
  self->exercises[n + 1] = NULL;
}
