/* A page on the screen has its letters where they are on paper, however small it is shown. */
#include "soleus-config.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "soleus-page-sheet.h"

#define N_LETTERS 24
#define STEP 9.3 /* points from one letter to the next: no whole number of pixels at any scale here */
#define LEFT 20.0
#define HEIGHT 40.0

static void
draw_letters (GObject *document,
              cairo_t *cr,
              int      page)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Cantarell 12");

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, "l", -1);
  for (guint i = 0; i < N_LETTERS; i++)
    {
      cairo_move_to (cr, LEFT + i * STEP, 8);
      pango_cairo_show_layout (cr, layout);
    }
}

static GdkTexture *
show (double scale,
      int    n_pages)
{
  static const SoleusPageFuncs funcs = { draw_letters, NULL };
  g_autoptr (GObject) document = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (SoleusPageSource) source = soleus_page_source_new (document, &funcs, "Letters", n_pages, 2 * LEFT + N_LETTERS * STEP, HEIGHT);
  GtkWidget *sheet = soleus_page_sheet_new (source, 1), *window = gtk_window_new ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  GdkTexture *texture;
  gpointer alive = sheet;

  g_object_add_weak_pointer (G_OBJECT (sheet), &alive);
  soleus_page_sheet_set_scale (SOLEUS_PAGE_SHEET (sheet), scale);
  gtk_window_set_child (GTK_WINDOW (window), sheet);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (sheet) == 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_snapshot_child (window, sheet, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (alive);
  return texture;
}

/* Returns: the largest distance of a letter's middle from where it should be beside the first, in pixels */
static double
measure (double scale,
         int    n_pages)
{
  g_autoptr (GdkTexture) texture = show (scale, n_pages);
  int width = gdk_texture_get_width (texture), height = gdk_texture_get_height (texture);
  g_autofree guchar *pixels = g_malloc ((gsize) width * (gsize) height * 4);
  double first = 0, worst = 0;
  guint n_found = 0;
  int x = 0;

  gdk_texture_download (texture, pixels, (gsize) width * 4);
  while (x < width)
    {
      double ink = 0, moment = 0;

      for (; x < width; x++)
        {
          double column = 0;

          for (int y = 0; y < height; y++)
            column += 255 - pixels[((gsize) y * (gsize) width + (gsize) x) * 4];
          if (column < 1 && ink > 0)
            break;
          ink += column;
          moment += column * (x + 0.5);
        }
      if (ink <= 0)
        break;
      if (n_found == 0)
        first = moment / ink;
      worst = MAX (worst, fabs (moment / ink - first - n_found * STEP * scale));
      n_found++;
    }
  g_assert_cmpuint (n_found, ==, N_LETTERS);
  return worst;
}

static void
letters_are_where_they_are_on_paper (void)
{
  static const double scales[] = { 0.5, 0.67, 0.9, 1.1, 1.5 };

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      double off = measure (scales[i], 2);

      g_test_message ("at %g pixels a point: %.2f pixels off at most", scales[i], off);
      g_assert_cmpfloat (off, <, 0.3);
    }
}

/* A whole team's pages are drawn as they come: then a letter is up to a pixel off its neighbour. It is the control of the other test. */
static void
many_pages_are_drawn_as_they_come (void)
{
  if (cairo_version () >= CAIRO_VERSION_ENCODE (1, 17, 4))
    {
      g_test_skip ("this cairo puts letters between pixels itself");
      return;
    }
  g_assert_cmpfloat (measure (0.5, 100), >, 0.4);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-sheet/letters_are_where_they_are_on_paper", letters_are_where_they_are_on_paper);
  g_test_add_func ("/page-sheet/many_pages_are_drawn_as_they_come", many_pages_are_drawn_as_they_come);
  return g_test_run ();
}
