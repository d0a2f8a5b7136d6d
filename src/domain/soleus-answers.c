#include "soleus-config.h"

#include "soleus-answers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "soleus-catalogue.h"
#include "soleus-error.h"

/* a damage screen has as many */
#define USUAL_N_ITEMS 8

typedef struct {
  const char   *item;   /* id of a catalogue row: that of the row, which does not go, or @owned */
  char         *owned;  /* (owned) (nullable) */
  SoleusAnswer  answer;
} Known;

/* Sorted by item id, so that the text is canonical. Only yes and no are kept. */
struct _SoleusAnswers {
  GArray *known; /* (owned) (element-type Known) */
};

G_DEFINE_BOXED_TYPE (SoleusAnswers, soleus_answers, soleus_answers_copy, soleus_answers_free)

static void
clear_known (gpointer data)
{
  g_free (((Known *) data)->owned);
}

static const Known *
get_known (const SoleusAnswers *self,
           guint                index)
{
  return &g_array_index (self->known, Known, index);
}

/* Returns: whether @item is known; @index is where it stands, or where it belongs */
static gboolean
find_known (const SoleusAnswers *self,
            const char          *item,
            guint               *index)
{
  guint from = 0, until = self->known->len;

  /* a text is sorted already: what comes next belongs at the end */
  if (until > 0 && strcmp (get_known (self, until - 1)->item, item) < 0)
    from = until;
  while (from < until)
    {
      guint middle = from + (until - from) / 2;

      if (strcmp (get_known (self, middle)->item, item) < 0)
        from = middle + 1;
      else
        until = middle;
    }
  *index = from;
  return from < self->known->len && g_str_equal (get_known (self, from)->item, item);
}

/**
 * soleus_answers_new:
 *
 * Returns: (transfer full): a map in which everything is unknown
 */
SoleusAnswers *
soleus_answers_new (void)
{
  SoleusAnswers *self = g_new0 (SoleusAnswers, 1);

  self->known = g_array_sized_new (FALSE, FALSE, sizeof (Known), USUAL_N_ITEMS);
  g_array_set_clear_func (self->known, clear_known);
  return self;
}

void
soleus_answers_free (SoleusAnswers *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->known);
  g_free (self);
}

static void
take_answer (SoleusAnswers *self,
             const char    *item,
             char          *owned, /* (transfer full) (nullable): @item, where nothing else keeps it */
             SoleusAnswer   answer)
{
  Known known = { item, owned, answer };
  guint index;
  gboolean is_known = find_known (self, item, &index);

  if (is_known)
    g_array_remove_index (self->known, index);
  if (answer == SOLEUS_ANSWER_UNKNOWN)
    g_free (owned);
  else
    g_array_insert_val (self->known, index, known);
}

/**
 * soleus_answers_set:
 * @item: id of a catalogue row
 * @answer: %SOLEUS_ANSWER_UNKNOWN takes the item out
 */
void
soleus_answers_set (SoleusAnswers *self,
                    const char    *item,
                    SoleusAnswer   answer)
{
  char *owned;

  g_return_if_fail (self != NULL && item != NULL);

  owned = g_strdup (item);
  take_answer (self, owned, owned, answer);
}

/**
 * soleus_answers_get:
 * @self: (nullable): answers; %NULL means that nothing is known
 *
 * Returns: the answer to @item
 */
SoleusAnswer
soleus_answers_get (const SoleusAnswers *self,
                    const char          *item)
{
  guint index;

  g_return_val_if_fail (item != NULL, SOLEUS_ANSWER_UNKNOWN);

  if (self == NULL || !find_known (self, item, &index))
    return SOLEUS_ANSWER_UNKNOWN;
  return get_known (self, index)->answer;
}

/**
 * soleus_answers_copy:
 * @self: (nullable): answers
 *
 * Returns: (transfer full) (nullable): a copy
 */
SoleusAnswers *
soleus_answers_copy (const SoleusAnswers *self)
{
  SoleusAnswers *copy;

  if (self == NULL)
    return NULL;

  copy = soleus_answers_new ();
  for (guint i = 0; i < self->known->len; i++)
    soleus_answers_set (copy, get_known (self, i)->item, get_known (self, i)->answer);
  return copy;
}

/**
 * soleus_answers_is_empty:
 * @self: (nullable): answers
 *
 * Returns: %TRUE if nothing is known
 */
gboolean
soleus_answers_is_empty (const SoleusAnswers *self)
{
  return self == NULL || self->known->len == 0;
}

/**
 * soleus_answers_count:
 * @self: (nullable): answers
 * @answer: yes or no
 *
 * Returns: how many items have that answer
 */
guint
soleus_answers_count (const SoleusAnswers *self,
                      SoleusAnswer         answer)
{
  g_auto (GStrv) items = soleus_answers_list (self, answer);

  return g_strv_length (items);
}

/**
 * soleus_answers_list:
 * @self: (nullable): answers
 * @answer: yes or no
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of the items with that answer, sorted
 */
char **
soleus_answers_list (const SoleusAnswers *self,
                     SoleusAnswer         answer)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; self != NULL && i < self->known->len; i++)
    if (get_known (self, i)->answer == answer)
      g_strv_builder_add (builder, get_known (self, i)->item);
  return g_strv_builder_end (builder);
}

/**
 * soleus_answers_equal:
 * @a: (nullable): answers
 * @b: (nullable): answers
 *
 * Returns: %TRUE if the same is known
 */
gboolean
soleus_answers_equal (const SoleusAnswers *a,
                      const SoleusAnswers *b)
{
  if (soleus_answers_is_empty (a) || soleus_answers_is_empty (b))
    return soleus_answers_is_empty (a) && soleus_answers_is_empty (b);
  if (a->known->len != b->known->len)
    return FALSE;
  for (guint i = 0; i < a->known->len; i++)
    if (get_known (a, i)->answer != get_known (b, i)->answer || !g_str_equal (get_known (a, i)->item, get_known (b, i)->item))
      return FALSE;
  return TRUE;
}

/**
 * soleus_answers_to_text:
 * @self: (nullable): answers
 *
 * Returns: (transfer full): the canonical text, "bruising=no pop-felt=yes", empty where nothing is known
 */
char *
soleus_answers_to_text (const SoleusAnswers *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; self != NULL && i < self->known->len; i++)
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, get_known (self, i)->item);
      g_string_append (text, get_known (self, i)->answer == SOLEUS_ANSWER_YES ? "=yes" : "=no");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* @text: not terminated */
static gboolean
read_answer (const char   *text,
             gsize         length,
             SoleusAnswer *answer)
{
  static const struct { const char *nick; SoleusAnswer answer; } answers[] = {
    { "no", SOLEUS_ANSWER_NO }, { "yes", SOLEUS_ANSWER_YES }, { "unknown", SOLEUS_ANSWER_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    if (strlen (answers[i].nick) == length && memcmp (answers[i].nick, text, length) == 0)
      {
        *answer = answers[i].answer;
        return TRUE;
      }
  return FALSE;
}

/* Returns: (transfer none) (nullable): the row with the id that begins at @text, which is not terminated */
static const SoleusCatalogueRow *
find_row (const SoleusCatalogue *catalogue,
          const char            *text,
          gsize                  length)
{
  for (gsize i = 0; i < catalogue->n_rows; i++)
    if (strncmp (catalogue->rows[i].id, text, length) == 0 && catalogue->rows[i].id[length] == '\0')
      return &catalogue->rows[i];
  return NULL;
}

/* Keeps what is said of one item; a row of the catalogue keeps its id itself. */
static gboolean
read_item (SoleusAnswers          *self,
           const char             *text, /* not terminated */
           gsize                   length,
           const SoleusCatalogue  *catalogue, /* (nullable) */
           SoleusAnswer            answer,
           GError                **error)
{
  const SoleusCatalogueRow *row = catalogue != NULL ? find_row (catalogue, text, length) : NULL;
  g_autofree char *item = row == NULL ? g_strndup (text, length) : NULL;
  g_autofree char *ids = NULL;

  if (row != NULL)
    {
      take_answer (self, row->id, NULL, answer);
      return TRUE;
    }
  if (catalogue == NULL)
    {
      take_answer (self, item, item, answer);
      item = NULL;
      return TRUE;
    }
  ids = soleus_catalogue_dup_ids (catalogue);
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
               _("“%s” is not an item here. Choose from: %s."), item, ids);
  return FALSE;
}

/**
 * soleus_answers_parse:
 * @text: as soleus_answers_to_text() writes it; "item=unknown" is accepted
 * @catalogue: (nullable): the items that may occur; %NULL accepts any
 *
 * Returns: (transfer full): the answers, or %NULL with a sentence in @error
 */
SoleusAnswers *
soleus_answers_parse (const char             *text,
                      const SoleusCatalogue  *catalogue,
                      GError                **error)
{
  static const char separators[] = " ,;";
  g_autoptr (SoleusAnswers) self = soleus_answers_new ();
  gsize length;

  for (const char *at = text != NULL ? text : ""; *at != '\0'; at += length)
    {
      const char *equals;
      gsize item_length;
      SoleusAnswer answer;

      at += strspn (at, separators);
      length = strcspn (at, separators);
      if (length == 0)
        break;
      equals = memchr (at, '=', length);
      item_length = equals != NULL ? (gsize) (equals - at) : length;
      if (equals == NULL || !read_answer (equals + 1, length - item_length - 1, &answer))
        {
          g_autofree char *item = g_strndup (at, item_length);

          g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                       _("“%s” needs an answer: write %s=yes, %s=no or %s=unknown."), item, item, item, item);
          return NULL;
        }
      if (!read_item (self, at, item_length, catalogue, answer, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}
