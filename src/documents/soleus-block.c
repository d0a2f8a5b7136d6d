#include "soleus-block-private.h"

typedef struct {
  double   before, after; /* points at 12 pt body */
  gboolean keep_with_next;
  gboolean is_page_break;
  double   width;         /* last measured for; < 0: never */
  double   height;
} SoleusBlockPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SoleusBlock, soleus_block, G_TYPE_OBJECT)

static void
soleus_block_class_init (SoleusBlockClass *klass)
{
}

static void
soleus_block_init (SoleusBlock *self)
{
  SoleusBlockPrivate *priv = soleus_block_get_instance_private (self);

  priv->width = -1;
}

/**
 * soleus_block_measure:
 * @width: points
 *
 * Lays the block out.
 *
 * Returns: the least height, points
 */
double
soleus_block_measure (SoleusBlock      *self,
                      SoleusTypography *type,
                      double            width)
{
  SoleusBlockPrivate *priv = soleus_block_get_instance_private (self);

  g_return_val_if_fail (SOLEUS_IS_BLOCK (self), 0);

  if (priv->width != width)
    {
      priv->height = SOLEUS_BLOCK_GET_CLASS (self)->measure (self, type, width);
      priv->width = width;
    }
  return priv->height;
}

/**
 * soleus_block_draw:
 *
 * Draws the block as it was measured for @width.
 */
void
soleus_block_draw (SoleusBlock  *self,
                   SoleusCanvas *canvas,
                   double        x,
                   double        y,
                   double        width,
                   double        height)
{
  g_return_if_fail (SOLEUS_IS_BLOCK (self));

  soleus_block_measure (self, canvas->type, width);
  SOLEUS_BLOCK_GET_CLASS (self)->draw (self, canvas, x, y, width, height);
}

/**
 * soleus_block_split:
 * @available: points
 * @force: %TRUE if the block is taller than a whole page
 * @head: (out) (transfer full): what fits
 * @tail: (out) (transfer full): the rest
 *
 * Divides the block where that may be done: never inside an exercise, never leaving a single line behind.
 *
 * Returns: %FALSE if the block stays whole
 */
gboolean
soleus_block_split (SoleusBlock       *self,
                    SoleusTypography  *type,
                    double             width,
                    double             available,
                    gboolean           force,
                    SoleusBlock      **head,
                    SoleusBlock      **tail)
{
  g_return_val_if_fail (SOLEUS_IS_BLOCK (self), FALSE);

  if (available <= 0 || SOLEUS_BLOCK_GET_CLASS (self)->split == NULL)
    return FALSE;
  soleus_block_measure (self, type, width);
  return SOLEUS_BLOCK_GET_CLASS (self)->split (self, type, width, available, force, head, tail);
}

/**
 * soleus_block_get_stretch:
 *
 * Returns: how much taller than measured the block looks good, points
 */
double
soleus_block_get_stretch (SoleusBlock      *self,
                          SoleusTypography *type)
{
  g_return_val_if_fail (SOLEUS_IS_BLOCK (self), 0);

  return SOLEUS_BLOCK_GET_CLASS (self)->get_stretch != NULL ? SOLEUS_BLOCK_GET_CLASS (self)->get_stretch (self, type) : 0;
}

/**
 * soleus_block_get_keep_with_next:
 *
 * Returns: %TRUE if the block never ends a page, as a heading
 */
gboolean
soleus_block_get_keep_with_next (SoleusBlock *self)
{
  SoleusBlockPrivate *priv = soleus_block_get_instance_private (self);

  return priv->keep_with_next;
}

/**
 * soleus_block_set_keep_with_next:
 */
void
soleus_block_set_keep_with_next (SoleusBlock *self,
                                 gboolean     keep_with_next)
{
  SoleusBlockPrivate *priv = soleus_block_get_instance_private (self);

  priv->keep_with_next = keep_with_next;
}

/**
 * soleus_block_get_space_before:
 *
 * Returns: the least space above, points at 12 pt body
 */
double
soleus_block_get_space_before (SoleusBlock *self)
{
  SoleusBlockPrivate *priv = soleus_block_get_instance_private (self);

  return priv->before;
}

/**
 * soleus_block_get_space_after:
 *
 * Returns: the least space below, points at 12 pt body
 */
double
soleus_block_get_space_after (SoleusBlock *self)
{
  SoleusBlockPrivate *priv = soleus_block_get_instance_private (self);

  return priv->after;
}

/**
 * soleus_block_set_space:
 * @before: the least space above; the larger of two neighbours' spaces counts
 * @after: the least space below
 */
void
soleus_block_set_space (SoleusBlock *self,
                        double       before,
                        double       after)
{
  SoleusBlockPrivate *priv = soleus_block_get_instance_private (self);

  priv->before = before;
  priv->after = after;
}

/**
 * soleus_block_is_page_break:
 *
 * Returns: %TRUE if what follows begins a page
 */
gboolean
soleus_block_is_page_break (SoleusBlock *self)
{
  SoleusBlockPrivate *priv = soleus_block_get_instance_private (self);

  return priv->is_page_break;
}

void
soleus_block_set_page_break (SoleusBlock *self)
{
  SoleusBlockPrivate *priv = soleus_block_get_instance_private (self);

  priv->is_page_break = TRUE;
}

void
soleus_block_copy_frame (SoleusBlock *self,
                         SoleusBlock *from)
{
  soleus_block_set_space (self, soleus_block_get_space_before (from), soleus_block_get_space_after (from));
  soleus_block_set_keep_with_next (self, soleus_block_get_keep_with_next (from));
}
