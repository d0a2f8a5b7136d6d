#include "soleus-page-layout.h"

/* no sheet for an athlete or a doctor is longer; an endless loop would be */
#define MAX_PAGES 500

/**
 * soleus_page_layout_divide:
 * @content: a stack
 * @width: of the text area, points
 * @height: of the text area, points
 *
 * Divides between blocks where that can be done, inside them where they allow it, and inside those that must stay whole
 * only where they are taller than a page.
 *
 * Returns: (transfer full) (element-type SoleusBlock): one stack a page, at least one
 */
GPtrArray *
soleus_page_layout_divide (SoleusBlock      *content,
                           SoleusTypography *type,
                           double            width,
                           double            height)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func (g_object_unref);
  SoleusBlock *rest = g_object_ref (content);

  while (pages->len < MAX_PAGES)
    {
      SoleusBlock *head, *tail;

      if (!soleus_block_split (rest, type, width, height, FALSE, &head, &tail) &&
          !(soleus_block_measure (rest, type, width) > height && soleus_block_split (rest, type, width, height, TRUE, &head, &tail)))
        break;
      g_ptr_array_add (pages, head);
      g_object_unref (rest);
      rest = tail;
    }
  g_ptr_array_add (pages, rest);
  return pages;
}
