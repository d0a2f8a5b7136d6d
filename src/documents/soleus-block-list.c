/* soleus-block-list.c: bullet and numbered lists; an item stays whole, and none is left alone */
#include "soleus-block-private.h"

#define SOLEUS_TYPE_LIST_BLOCK (soleus_list_block_get_type ())
G_DECLARE_FINAL_TYPE (SoleusListBlock, soleus_list_block, SOLEUS, LIST_BLOCK, SoleusBlock)

struct _SoleusListBlock {
  SoleusBlock   parent_instance;
  GStrv         items;
  gboolean      numbered;
  guint         first;   /* the number of the first item */
};

G_DEFINE_FINAL_TYPE (SoleusListBlock, soleus_list_block, SOLEUS_TYPE_BLOCK)

#define GAP 1.2

static void
soleus_list_block_finalize (GObject *object)
{
  SoleusListBlock *self = SOLEUS_LIST_BLOCK (object);

  g_clear_pointer (&self->items, g_strfreev);

  G_OBJECT_CLASS (soleus_list_block_parent_class)->finalize (object);
}

static double
get_indent (SoleusListBlock  *self,
            SoleusTypography *type)
{
  return soleus_typography_get_size (type, SOLEUS_TEXT_ROLE_BODY) * (self->numbered ? 1.5 : 1.0);
}

static double
get_item_height (SoleusListBlock  *self,
                 SoleusTypography *type,
                 double            width,
                 guint             item)
{
  return soleus_typography_measure_text (type, SOLEUS_TEXT_ROLE_BODY, self->items[item], MAX (1, width - get_indent (self, type)));
}

static double
soleus_list_block_measure (SoleusBlock      *block,
                           SoleusTypography *type,
                           double            width)
{
  SoleusListBlock *self = SOLEUS_LIST_BLOCK (block);
  double height = 0;

  for (guint i = 0; self->items[i] != NULL; i++)
    height += get_item_height (self, type, width, i) + (i > 0 ? soleus_typography_get_space (type, GAP) : 0);
  return height;
}

static void
draw_mark (SoleusListBlock *self,
           SoleusCanvas    *canvas,
           guint            item,
           double           x,
           double           y,
           double           width)
{
  double size = soleus_typography_get_size (canvas->type, SOLEUS_TEXT_ROLE_BODY);
  double line = soleus_typography_get_line_height (canvas->type, SOLEUS_TEXT_ROLE_BODY);

  if (self->numbered)
    {
      g_autofree char *mark = g_strdup_printf ("%u.", self->first + item);

      soleus_canvas_show_tagged (canvas, "Lbl", SOLEUS_TEXT_ROLE_BODY, SOLEUS_TONE_INK, SOLEUS_ALIGN_START, mark,
                                 soleus_canvas_place (canvas, x, width, 0, size * 1.5), y, size * 1.5);
      return;
    }
  cairo_new_path (canvas->cr);
  cairo_arc (canvas->cr, soleus_canvas_place (canvas, x, width, size * 0.1, size * 0.36) + size * 0.18, y + line * 0.54, size * 0.16, 0, 2 * G_PI);
  soleus_canvas_set_tone (canvas, SOLEUS_TONE_INK);
  cairo_fill (canvas->cr);
}

static void
soleus_list_block_draw (SoleusBlock  *block,
                        SoleusCanvas *canvas,
                        double        x,
                        double        y,
                        double        width,
                        double        height)
{
  SoleusListBlock *self = SOLEUS_LIST_BLOCK (block);
  double indent = get_indent (self, canvas->type);

  soleus_canvas_begin_tag (canvas, "L");
  for (guint i = 0; self->items[i] != NULL; i++)
    {
      soleus_canvas_begin_tag (canvas, "LI");
      draw_mark (self, canvas, i, x, y, width);
      soleus_canvas_show_tagged (canvas, "LBody", SOLEUS_TEXT_ROLE_BODY, SOLEUS_TONE_INK, SOLEUS_ALIGN_START, self->items[i],
                                 soleus_typography_is_mirrored (canvas->type) ? x : x + indent, y, MAX (1, width - indent));
      soleus_canvas_end_tag (canvas, "LI");
      y += get_item_height (self, canvas->type, width, i) + soleus_typography_get_space (canvas->type, GAP);
    }
  soleus_canvas_end_tag (canvas, "L");
}

static SoleusBlock *
create_part (SoleusListBlock *self,
             guint            from,
             guint            until)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  SoleusListBlock *part = g_object_new (SOLEUS_TYPE_LIST_BLOCK, NULL);

  for (guint i = from; i < until; i++)
    g_strv_builder_add (items, self->items[i]);
  part->items = g_strv_builder_end (items);
  part->numbered = self->numbered;
  part->first = self->first + from;
  soleus_block_copy_frame (SOLEUS_BLOCK (part), SOLEUS_BLOCK (self));
  return SOLEUS_BLOCK (part);
}

static gboolean
soleus_list_block_split (SoleusBlock       *block,
                         SoleusTypography  *type,
                         double             width,
                         double             available,
                         gboolean           force,
                         SoleusBlock      **head,
                         SoleusBlock      **tail)
{
  SoleusListBlock *self = SOLEUS_LIST_BLOCK (block);
  guint n_items = g_strv_length (self->items), n_fit = 0;

  for (double y = 0; n_fit < n_items; n_fit++)
    {
      y += get_item_height (self, type, width, n_fit);
      if (y > available)
        break;
      y += soleus_typography_get_space (type, GAP);
    }
  if (!force)
    n_fit = MIN (n_fit, n_items - MIN (n_items, 2)); /* one item alone looks forgotten, on either page */
  if (n_fit < (force ? 1 : 2) || n_fit >= n_items)
    return FALSE;

  *head = create_part (self, 0, n_fit);
  *tail = create_part (self, n_fit, n_items);
  return TRUE;
}

static void
soleus_list_block_class_init (SoleusListBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_list_block_finalize;
  SOLEUS_BLOCK_CLASS (klass)->measure = soleus_list_block_measure;
  SOLEUS_BLOCK_CLASS (klass)->draw = soleus_list_block_draw;
  SOLEUS_BLOCK_CLASS (klass)->split = soleus_list_block_split;
}

static void
soleus_list_block_init (SoleusListBlock *self)
{
  self->first = 1;
}

/**
 * soleus_block_new_list:
 * @items: (array zero-terminated=1): the texts
 * @numbered: %TRUE for 1. 2. 3., %FALSE for bullets
 *
 * Returns: (transfer full): a list that divides between items
 */
SoleusBlock *
soleus_block_new_list (const char *const *items,
                       gboolean           numbered)
{
  SoleusListBlock *self = g_object_new (SOLEUS_TYPE_LIST_BLOCK, NULL);

  self->items = g_strdupv ((char **) items);
  self->numbered = numbered;
  soleus_block_set_space (SOLEUS_BLOCK (self), 0, 5);
  return SOLEUS_BLOCK (self);
}
