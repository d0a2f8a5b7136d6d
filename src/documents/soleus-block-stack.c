/* soleus-block-stack.c: blocks one below the other; a page is a stack, and pages come from dividing one */
#include "soleus-block-private.h"

#define SOLEUS_TYPE_STACK_BLOCK (soleus_stack_block_get_type ())
G_DECLARE_FINAL_TYPE (SoleusStackBlock, soleus_stack_block, SOLEUS, STACK_BLOCK, SoleusBlock)

struct _SoleusStackBlock {
  SoleusBlock  parent_instance;
  GPtrArray   *children; /* of SoleusBlock */
  gboolean     keep_together;
};

G_DEFINE_FINAL_TYPE (SoleusStackBlock, soleus_stack_block, SOLEUS_TYPE_BLOCK)

static void
soleus_stack_block_finalize (GObject *object)
{
  SoleusStackBlock *self = SOLEUS_STACK_BLOCK (object);

  g_clear_pointer (&self->children, g_ptr_array_unref);

  G_OBJECT_CLASS (soleus_stack_block_parent_class)->finalize (object);
}

static double
get_space_above (SoleusStackBlock *self,
                 SoleusTypography *type,
                 guint             child)
{
  if (child == 0)
    return 0;
  return soleus_typography_get_space (type, MAX (soleus_block_get_space_after (g_ptr_array_index (self->children, child - 1)),
                                                 soleus_block_get_space_before (g_ptr_array_index (self->children, child))));
}

static double
soleus_stack_block_measure (SoleusBlock      *block,
                            SoleusTypography *type,
                            double            width)
{
  SoleusStackBlock *self = SOLEUS_STACK_BLOCK (block);
  double height = 0;

  for (guint i = 0; i < self->children->len; i++)
    height += get_space_above (self, type, i) + soleus_block_measure (g_ptr_array_index (self->children, i), type, width);
  return height;
}

static double
soleus_stack_block_get_stretch (SoleusBlock      *block,
                                SoleusTypography *type)
{
  SoleusStackBlock *self = SOLEUS_STACK_BLOCK (block);
  double stretch = 0;

  for (guint i = 0; i < self->children->len; i++)
    stretch += soleus_block_get_stretch (g_ptr_array_index (self->children, i), type);
  return stretch;
}

static void
soleus_stack_block_draw (SoleusBlock  *block,
                         SoleusCanvas *canvas,
                         double        x,
                         double        y,
                         double        width,
                         double        height)
{
  SoleusStackBlock *self = SOLEUS_STACK_BLOCK (block);
  double stretch = soleus_stack_block_get_stretch (block, canvas->type);
  double spare = MAX (0, height - soleus_block_measure (block, canvas->type, width));
  double share = stretch > 0 ? MIN (1, spare / stretch) : 0;

  for (guint i = 0; i < self->children->len; i++)
    {
      SoleusBlock *child = g_ptr_array_index (self->children, i);
      double child_height = soleus_block_measure (child, canvas->type, width) + share * soleus_block_get_stretch (child, canvas->type);

      y += get_space_above (self, canvas->type, i);
      soleus_block_draw (child, canvas, x, y, width, child_height);
      y += child_height;
    }
}

static SoleusBlock *
create_part (SoleusStackBlock *self,
             SoleusBlock      *first,
             guint             from,
             guint             until,
             SoleusBlock      *last)
{
  SoleusBlock *part = soleus_block_new_stack (FALSE);

  if (first != NULL)
    soleus_block_add (part, first);
  for (guint i = from; i < until; i++)
    soleus_block_add (part, g_object_ref (g_ptr_array_index (self->children, i)));
  if (last != NULL)
    soleus_block_add (part, last);
  soleus_block_copy_frame (part, SOLEUS_BLOCK (self));
  return part;
}

/* Divides before @cut, but never behind a block that wants to stay with the next. */
static gboolean
cut_before (SoleusStackBlock  *self,
            guint              cut,
            gboolean           force,
            SoleusBlock      **head,
            SoleusBlock      **tail)
{
  guint kept = cut;

  while (kept > 0 && soleus_block_get_keep_with_next (g_ptr_array_index (self->children, kept - 1)))
    kept--;
  if (kept == 0)
    {
      if (!force)
        return FALSE;
      kept = MAX (cut, 1); /* nothing can be done: what is too tall for any page stands alone */
      if (kept >= self->children->len)
        return FALSE;
    }
  *head = create_part (self, NULL, 0, kept, NULL);
  *tail = create_part (self, NULL, kept, self->children->len, NULL);
  return TRUE;
}

static gboolean
soleus_stack_block_split (SoleusBlock       *block,
                          SoleusTypography  *type,
                          double             width,
                          double             available,
                          gboolean           force,
                          SoleusBlock      **head,
                          SoleusBlock      **tail)
{
  SoleusStackBlock *self = SOLEUS_STACK_BLOCK (block);
  SoleusBlock *child_head, *child_tail;
  gboolean only_headings = TRUE;
  double y = 0;

  if (self->keep_together && !force)
    return FALSE;

  for (guint i = 0; i < self->children->len; i++)
    {
      SoleusBlock *child = g_ptr_array_index (self->children, i);
      double space = get_space_above (self, type, i), height;

      if (soleus_block_is_page_break (child))
        {
          *head = create_part (self, NULL, 0, i, NULL);
          *tail = create_part (self, NULL, i + 1, self->children->len, NULL);
          return TRUE;
        }
      height = soleus_block_measure (child, type, width);
      if (y + space + height <= available + 0.01)
        {
          y += space + height;
          only_headings = only_headings && soleus_block_get_keep_with_next (child);
          continue;
        }
      if (soleus_block_split (child, type, width, available - y - space, force && only_headings, &child_head, &child_tail))
        {
          *head = create_part (self, NULL, 0, i, child_head);
          *tail = create_part (self, child_tail, i + 1, self->children->len, NULL);
          return TRUE;
        }
      return cut_before (self, i, force, head, tail);
    }
  return FALSE;
}

static void
soleus_stack_block_class_init (SoleusStackBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_stack_block_finalize;
  SOLEUS_BLOCK_CLASS (klass)->measure = soleus_stack_block_measure;
  SOLEUS_BLOCK_CLASS (klass)->draw = soleus_stack_block_draw;
  SOLEUS_BLOCK_CLASS (klass)->split = soleus_stack_block_split;
  SOLEUS_BLOCK_CLASS (klass)->get_stretch = soleus_stack_block_get_stretch;
}

static void
soleus_stack_block_init (SoleusStackBlock *self)
{
  self->children = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * soleus_block_new_stack:
 * @keep_together: %TRUE if it is divided only where it is taller than a page
 *
 * Returns: (transfer full): blocks one below the other
 */
SoleusBlock *
soleus_block_new_stack (gboolean keep_together)
{
  SoleusStackBlock *self = g_object_new (SOLEUS_TYPE_STACK_BLOCK, NULL);

  self->keep_together = keep_together;
  return SOLEUS_BLOCK (self);
}

GPtrArray *
soleus_block_stack_get_children (SoleusBlock *self)
{
  g_return_val_if_fail (SOLEUS_IS_STACK_BLOCK (self), NULL);

  return SOLEUS_STACK_BLOCK (self)->children;
}
