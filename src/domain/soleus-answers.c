#include "soleus-config.h"

#include "soleus-answers.h"

#include <glib/gi18n-lib.h>

#include "soleus-catalogue.h"
#include "soleus-error.h"

/* Sorted by item id, so that the text is canonical. Only yes and no are kept. */
struct _SoleusAnswers {
  GTree *known; /* (owned) (element-type utf8 gint) item id → SoleusAnswer */
};

G_DEFINE_BOXED_TYPE (SoleusAnswers, soleus_answers, soleus_answers_copy, soleus_answers_free)

static int
compare_ids (gconstpointer a,
             gconstpointer b,
             gpointer      user_data)
{
  return g_strcmp0 (a, b);
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

  self->known = g_tree_new_full (compare_ids, NULL, g_free, NULL);
  return self;
}

void
soleus_answers_free (SoleusAnswers *self)
{
  if (self == NULL)
    return;
  g_tree_unref (self->known);
  g_free (self);
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
  g_return_if_fail (self != NULL && item != NULL);

  if (answer == SOLEUS_ANSWER_UNKNOWN)
    g_tree_remove (self->known, item);
  else
    g_tree_replace (self->known, g_strdup (item), GINT_TO_POINTER (answer));
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
  g_return_val_if_fail (item != NULL, SOLEUS_ANSWER_UNKNOWN);

  if (self == NULL)
    return SOLEUS_ANSWER_UNKNOWN;
  return (SoleusAnswer) GPOINTER_TO_INT (g_tree_lookup (self->known, item));
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
  for (GTreeNode *node = g_tree_node_first (self->known); node != NULL; node = g_tree_node_next (node))
    soleus_answers_set (copy, g_tree_node_key (node), (SoleusAnswer) GPOINTER_TO_INT (g_tree_node_value (node)));
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
  return self == NULL || g_tree_nnodes (self->known) == 0;
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

  if (self != NULL)
    for (GTreeNode *node = g_tree_node_first (self->known); node != NULL; node = g_tree_node_next (node))
      if (GPOINTER_TO_INT (g_tree_node_value (node)) == (int) answer)
        g_strv_builder_add (builder, g_tree_node_key (node));
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
  GTreeNode *node_a, *node_b;

  if (soleus_answers_is_empty (a) || soleus_answers_is_empty (b))
    return soleus_answers_is_empty (a) && soleus_answers_is_empty (b);
  if (g_tree_nnodes (a->known) != g_tree_nnodes (b->known))
    return FALSE;
  for (node_a = g_tree_node_first (a->known), node_b = g_tree_node_first (b->known); node_a != NULL;
       node_a = g_tree_node_next (node_a), node_b = g_tree_node_next (node_b))
    if (g_tree_node_value (node_a) != g_tree_node_value (node_b) || !g_str_equal (g_tree_node_key (node_a), g_tree_node_key (node_b)))
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

  if (self != NULL)
    for (GTreeNode *node = g_tree_node_first (self->known); node != NULL; node = g_tree_node_next (node))
      {
        if (text->len > 0)
          g_string_append_c (text, ' ');
        g_string_append (text, g_tree_node_key (node));
        g_string_append (text, GPOINTER_TO_INT (g_tree_node_value (node)) == SOLEUS_ANSWER_YES ? "=yes" : "=no");
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
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
  g_autoptr (SoleusAnswers) self = soleus_answers_new ();
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " ,;", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      char *equals = strchr (words[i], '=');
      int answer;

      if (words[i][0] == '\0')
        continue;
      if (equals != NULL)
        *equals = '\0';
      if (equals == NULL || !soleus_enum_from_nick (SOLEUS_TYPE_ANSWER, equals + 1, &answer))
        {
          g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                       _("“%s” needs an answer: write %s=yes, %s=no or %s=unknown."), words[i], words[i], words[i], words[i]);
          return NULL;
        }
      if (catalogue != NULL && soleus_catalogue_find (catalogue, words[i]) == NULL)
        {
          g_autofree char *ids = soleus_catalogue_dup_ids (catalogue);

          g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                       _("“%s” is not an item here. Choose from: %s."), words[i], ids);
          return NULL;
        }
      soleus_answers_set (self, words[i], (SoleusAnswer) answer);
    }
  return g_steal_pointer (&self);
}
