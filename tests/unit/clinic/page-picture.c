#include "soleus-config.h"

#include "page-picture.h"

#include <math.h>

#define POINTS_A_MILLIMETRE (72 / 25.4)
#define TILE     30 /* millimetres */
#define SLACK    2  /* millimetres */
#define LITTLE   6.0 /* square millimetres of ink in a tile: a word; less weighs as much as this */

static PagePicture *
create_picture (int width,
                int height)
{
  PagePicture *self = g_new0 (PagePicture, 1);

  self->width = width;
  self->height = height;
  self->ink = g_new0 (double, (gsize) width * (gsize) height);
  return self;
}

void
page_picture_free (PagePicture *self)
{
  g_free (self->ink);
  g_free (self);
}

static double
get_ink (const PagePicture *self,
         int                x,
         int                y)
{
  return x < 0 || y < 0 || x >= self->width || y >= self->height ? 0 : self->ink[y * self->width + x];
}

static PagePicture *
read_surface (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  const guint8 *bytes;
  PagePicture *self = create_picture (width, height);

  cairo_surface_flush (surface);
  bytes = cairo_image_surface_get_data (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint32 pixel = ((const guint32 *) (gconstpointer) (bytes + (gsize) y * (gsize) stride))[x];

        self->ink[y * width + x] = 1 - ((pixel >> 16 & 0xff) + (pixel >> 8 & 0xff) + (pixel & 0xff)) / 765.0;
      }
  return self;
}

/* @page from 0 */
PagePicture *
page_picture_new_from_document (SoleusDocument *document,
                                int             page)
{
  double width, height;
  cairo_surface_t *surface;
  PagePicture *self;
  cairo_t *cr;

  soleus_document_get_page_size (document, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width / POINTS_A_MILLIMETRE), (int) ceil (height / POINTS_A_MILLIMETRE));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 1 / POINTS_A_MILLIMETRE, 1 / POINTS_A_MILLIMETRE);
  soleus_document_render_page (document, cr, page);
  cairo_destroy (cr);
  self = read_surface (surface);
  cairo_surface_destroy (surface);
  return self;
}

/* Returns: (nullable): there is none */
PagePicture *
page_picture_load (const char *path)
{
  cairo_surface_t *file = cairo_image_surface_create_from_png (path), *surface;
  PagePicture *self = NULL;
  cairo_t *cr;

  if (cairo_surface_status (file) == CAIRO_STATUS_SUCCESS)
    {
      /* a small file may be stored in shades of grey */
      surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, cairo_image_surface_get_width (file), cairo_image_surface_get_height (file));
      cr = cairo_create (surface);
      cairo_set_source_surface (cr, file, 0, 0);
      cairo_paint (cr);
      cairo_destroy (cr);
      self = read_surface (surface);
      cairo_surface_destroy (surface);
    }
  cairo_surface_destroy (file);
  return self;
}

void
page_picture_save (const PagePicture *self,
                   const char        *path)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, self->width, self->height);
  guint8 *bytes = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < self->height; y++)
    for (int x = 0; x < self->width; x++)
      {
        guint32 grey = (guint32) lround (255 * (1 - get_ink (self, x, y)));

        ((guint32 *) (gpointer) (bytes + (gsize) y * (gsize) stride))[x] = grey << 16 | grey << 8 | grey;
      }
  cairo_surface_mark_dirty (surface);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

/* The same page, printed @dx millimetres to the right and @dy millimetres down; between pixels the ink is shared. */
PagePicture *
page_picture_move (const PagePicture *self,
                   double             dx,
                   double             dy)
{
  PagePicture *moved = create_picture (self->width, self->height);
  int left = (int) floor (dx), top = (int) floor (dy);
  double u = dx - left, v = dy - top;

  for (int y = 0; y < self->height; y++)
    for (int x = 0; x < self->width; x++)
      moved->ink[y * self->width + x] = (1 - v) * ((1 - u) * get_ink (self, x - left, y - top) + u * get_ink (self, x - left - 1, y - top)) +
                                        v * ((1 - u) * get_ink (self, x - left, y - top - 1) + u * get_ink (self, x - left - 1, y - top - 1));
  return moved;
}

/* The same page with nothing in the place of @width × @height millimetres that held most. */
PagePicture *
page_picture_erase (const PagePicture *self,
                    int                width,
                    int                height)
{
  PagePicture *erased = page_picture_move (self, 0, 0);
  double most = -1;
  int left = 0, top = 0;

  for (int y = 0; y + height <= self->height; y += 5)
    for (int x = 0; x + width <= self->width; x += 5)
      {
        double ink = 0;

        for (int row = y; row < y + height; row++)
          for (int column = x; column < x + width; column++)
            ink += get_ink (self, column, row);
        if (ink > most)
          {
            most = ink;
            left = x;
            top = y;
          }
      }
  for (int row = top; row < top + height; row++)
    for (int column = left; column < left + width; column++)
      erased->ink[row * self->width + column] = 0;
  return erased;
}

/* letters become grey: what is compared is where they stand */
static double
get_grey (const PagePicture *self,
          int                x,
          int                y)
{
  double sum = 0;

  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      sum += get_ink (self, x + dx, y + dy);
  return sum / 9;
}

/* 0: the same ink in the same places … 1: none in the same place */
static double
compare_tile (const PagePicture *one,
              const PagePicture *two,
              int                left,
              int                top,
              int                dx,
              int                dy)
{
  double apart = 0, all = 0;

  for (int y = top; y < top + TILE; y++)
    for (int x = left; x < left + TILE; x++)
      {
        double a = get_ink (one, x, y), b = get_ink (two, x + dx, y + dy);

        apart += fabs (a - b);
        all += a + b;
      }
  return apart / MAX (all, LITTLE);
}

static PagePicture *
create_grey (const PagePicture *self)
{
  PagePicture *grey = create_picture (self->width, self->height);

  for (int y = 0; y < self->height; y++)
    for (int x = 0; x < self->width; x++)
      grey->ink[y * self->width + x] = get_grey (self, x, y);
  return grey;
}

/* Returns: how far the worst tile is from its like: 0 … 1; 1 for pages of different sizes */
double
page_picture_compare (const PagePicture *self,
                      const PagePicture *other)
{
  g_autoptr (PagePicture) one = create_grey (self);
  g_autoptr (PagePicture) two = create_grey (other);
  double worst = 0;

  if (self->width != other->width || self->height != other->height)
    return 1;
  for (int top = 0; top < self->height; top += TILE / 2)
    for (int left = 0; left < self->width; left += TILE / 2)
      {
        double least = 1;

        for (int dy = -SLACK; dy <= SLACK; dy++)
          for (int dx = -SLACK; dx <= SLACK; dx++)
            least = MIN (least, compare_tile (one, two, left, top, dx, dy));
        worst = MAX (worst, least);
      }
  return worst;
}
