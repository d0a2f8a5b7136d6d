/* soleus-block-columns.c: blocks side by side; one below the other in large print and where they are taller than a page */
#include "soleus-block-private.h"

#define SOLEUS_TYPE_COLUMNS_BLOCK (soleus_columns_block_get_type ())
G_DECLARE_FINAL_TYPE (SoleusColumnsBlock, soleus_columns_block, SOLEUS, COLUMNS_BLOCK, SoleusBlock)

struct _SoleusColumnsBlock {
  SoleusBlock  parent_instance;
  gboolean     ruled;
  double       first_share; /* of the width; 0: all alike */
  gboolean     seeks_share; /* first_share is found when measuring */
  SoleusBlock *stack;       /* holds the columns */
};

G_DEFINE_FINAL_TYPE (SoleusColumnsBlock, soleus_columns_block, SOLEUS_TYPE_BLOCK)

#define GUTTER 24.0

static void
soleus_columns_block_finalize (GObject *object)
{
  g_clear_object (&SOLEUS_COLUMNS_BLOCK (object)->stack);

  G_OBJECT_CLASS (soleus_columns_block_parent_class)->finalize (object);
}

static double
get_column_width (SoleusColumnsBlock *self,
                  double              width,
                  guint               column)
{
  guint n = MAX (1, soleus_block_stack_get_children (self->stack)->len);
  double room = width - GUTTER * (n - 1);

  if (self->first_share <= 0 || n < 2)
    return room / n;
  return column == 0 ? room * self->first_share : room * (1 - self->first_share) / (n - 1);
}

static double
measure_row (SoleusColumnsBlock *self,
             SoleusTypography   *type,
             double              width)
{
  GPtrArray *columns = soleus_block_stack_get_children (self->stack);
  double height = 0;

  for (guint i = 0; i < columns->len; i++)
    height = MAX (height, soleus_block_measure (g_ptr_array_index (columns, i), type, get_column_width (self, width, i)));
  return height;
}

static void
find_share (SoleusColumnsBlock *self,
            SoleusTypography   *type,
            double              width)
{
  static const double shares[] = { 0.37, 0.40, 0.34, 0.43, 0.31, 0.46, 0.28, 0.5, 0.54, 0.58, 0.62 };
  double best = shares[0], least = G_MAXDOUBLE;

  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      double height;

      self->first_share = shares[i];
      height = measure_row (self, type, width);
      if (height < least - 1)
        {
          least = height;
          best = shares[i];
        }
    }
  self->first_share = best;
}

static double
soleus_columns_block_measure (SoleusBlock      *block,
                              SoleusTypography *type,
                              double            width)
{
  SoleusColumnsBlock *self = SOLEUS_COLUMNS_BLOCK (block);

  if (soleus_typography_is_large_print (type))
    return soleus_block_measure (self->stack, type, width);
  if (self->seeks_share)
    find_share (self, type, width);
  return measure_row (self, type, width);
}

static void
soleus_columns_block_draw (SoleusBlock  *block,
                           SoleusCanvas *canvas,
                           double        x,
                           double        y,
                           double        width,
                           double        height)
{
  SoleusColumnsBlock *self = SOLEUS_COLUMNS_BLOCK (block);
  GPtrArray *columns = soleus_block_stack_get_children (self->stack);
  double offset = 0;

  if (soleus_typography_is_large_print (canvas->type))
    {
      soleus_block_draw (self->stack, canvas, x, y, width, height);
      return;
    }
  for (guint i = 0; i < columns->len; i++)
    {
      double column = get_column_width (self, width, i);

      if (i > 0 && self->ruled)
        {
          double rule = soleus_canvas_place (canvas, x, width, offset - GUTTER / 2, 0);

          soleus_canvas_line (canvas, SOLEUS_TONE_RULE, 0.8, rule, y + 2, rule, y + height);
        }
      soleus_block_draw (g_ptr_array_index (columns, i), canvas, soleus_canvas_place (canvas, x, width, offset, column), y, column, height);
      offset += column + GUTTER;
    }
}

static gboolean
soleus_columns_block_split (SoleusBlock       *block,
                            SoleusTypography  *type,
                            double             width,
                            double             available,
                            gboolean           force,
                            SoleusBlock      **head,
                            SoleusBlock      **tail)
{
  SoleusColumnsBlock *self = SOLEUS_COLUMNS_BLOCK (block);

  if (!force && !soleus_typography_is_large_print (type))
    return FALSE;
  soleus_block_measure (self->stack, type, width);
  return soleus_block_split (self->stack, type, width, available, force, head, tail);
}

static void
soleus_columns_block_class_init (SoleusColumnsBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_columns_block_finalize;
  SOLEUS_BLOCK_CLASS (klass)->measure = soleus_columns_block_measure;
  SOLEUS_BLOCK_CLASS (klass)->draw = soleus_columns_block_draw;
  SOLEUS_BLOCK_CLASS (klass)->split = soleus_columns_block_split;
}

static void
soleus_columns_block_init (SoleusColumnsBlock *self)
{
  self->stack = soleus_block_new_stack (FALSE);
}

/**
 * soleus_block_new_columns:
 * @ruled: %TRUE for a thin line between the columns
 *
 * Returns: (transfer full): a row of columns; each block added is one
 */
SoleusBlock *
soleus_block_new_columns (gboolean ruled)
{
  SoleusColumnsBlock *self = g_object_new (SOLEUS_TYPE_COLUMNS_BLOCK, NULL);

  self->ruled = ruled;
  return SOLEUS_BLOCK (self);
}

/**
 * soleus_block_columns_set_first_share:
 * @share: what the first column gets of the width, 0 … 1; %SOLEUS_COLUMNS_LEAST_HEIGHT to find it
 */
void
soleus_block_columns_set_first_share (SoleusBlock *self,
                                      double       share)
{
  g_return_if_fail (SOLEUS_IS_COLUMNS_BLOCK (self));

  SOLEUS_COLUMNS_BLOCK (self)->first_share = MAX (0, share);
  SOLEUS_COLUMNS_BLOCK (self)->seeks_share = share < 0;
}

/**
 * soleus_block_add:
 * @self: a stack, a box or columns
 * @child: (transfer full): the next block in it
 */
void
soleus_block_add (SoleusBlock *self,
                  SoleusBlock *child)
{
  SoleusBlock *stack = self;

  g_return_if_fail (SOLEUS_IS_BLOCK (self));
  g_return_if_fail (SOLEUS_IS_BLOCK (child));

  if (soleus_block_box_get_content (self) != NULL)
    stack = soleus_block_box_get_content (self);
  else if (SOLEUS_IS_COLUMNS_BLOCK (self))
    stack = SOLEUS_COLUMNS_BLOCK (self)->stack;
  g_ptr_array_add (soleus_block_stack_get_children (stack), child);
}
