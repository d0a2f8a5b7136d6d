/* draw-icon SVG SIZE PNG: runs at build time, so that the window needs no reader of SVG for its own icon. */
#include <cairo.h>
#include <librsvg/rsvg.h>
#include <stdio.h>
#include <stdlib.h>

static gboolean
draw (RsvgHandle  *icon,
      int          size,
      const char  *path,
      GError     **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *cr = cairo_create (surface);
  gboolean drawn = rsvg_handle_render_document (icon, cr, &(RsvgRectangle) { 0, 0, size, size }, error);
  cairo_status_t status = cairo_surface_write_to_png (surface, path);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  if (drawn && status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s cannot be written: %s", path, cairo_status_to_string (status));
  return drawn && status == CAIRO_STATUS_SUCCESS;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) owned = NULL;
  RsvgHandle *icon;

  if (argc != 4 || atoi (argv[2]) <= 0)
    {
      fputs ("usage: draw-icon SVG SIZE PNG\n", stderr);
      return 2;
    }
  icon = rsvg_handle_new_from_file (argv[1], &error);
  owned = (GObject *) icon;
  if (icon == NULL || !draw (icon, atoi (argv[2]), argv[3], &error))
    {
      fprintf (stderr, "draw-icon: %s\n", error->message);
      return 1;
    }
  return 0;
}
