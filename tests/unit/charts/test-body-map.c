#include "soleus-body-map.h"

#include "soleus-catalogue.h"

#include <string.h>

#define WIDTH  206
#define HEIGHT 333 /* one unit of a leg is then one of the drawing */

static void
test_left_leg_stands_left_from_behind_and_right_from_the_front (void)
{
  g_autoptr (SoleusBodyMap) map = soleus_body_map_new (SOLEUS_BODY_VIEW_BACK);
  SoleusSide side;

  g_assert_cmpstr (soleus_body_map_find_muscle (map, WIDTH, HEIGHT, 36, 170, &side), ==, "gastrocnemius");
  g_assert_cmpint (side, ==, SOLEUS_SIDE_LEFT);
  g_assert_cmpstr (soleus_body_map_find_muscle (map, WIDTH, HEIGHT, 206 - 36, 170, &side), ==, "gastrocnemius");
  g_assert_cmpint (side, ==, SOLEUS_SIDE_RIGHT);

  soleus_body_map_set_view (map, SOLEUS_BODY_VIEW_FRONT);
  g_assert_cmpstr (soleus_body_map_find_muscle (map, WIDTH, HEIGHT, 43, 62, &side), ==, "quadriceps");
  g_assert_cmpint (side, ==, SOLEUS_SIDE_RIGHT);
  g_assert_cmpstr (soleus_body_map_find_muscle (map, WIDTH, HEIGHT, 206 - 43, 62, &side), ==, "quadriceps");
  g_assert_cmpint (side, ==, SOLEUS_SIDE_LEFT);
}

static void
test_beside_the_muscles_is_nothing (void)
{
  g_autoptr (SoleusBodyMap) map = soleus_body_map_new (SOLEUS_BODY_VIEW_BACK);
  SoleusSide side = SOLEUS_SIDE_LEFT;

  g_assert_null (soleus_body_map_find_muscle (map, WIDTH, HEIGHT, 103, 200, &side));
  g_assert_cmpint (side, ==, SOLEUS_SIDE_UNKNOWN);
  g_assert_null (soleus_body_map_find_muscle (map, WIDTH, HEIGHT, -50, -50, NULL));
}

static void
test_every_muscle_of_the_catalogue_is_in_a_view (void)
{
  const SoleusCatalogue *muscles = soleus_catalogue_get_muscles ();

  for (gsize i = 0; i < muscles->n_rows; i++)
    {
      g_autoptr (SoleusBodyMap) map = soleus_body_map_new (soleus_body_map_get_view_for_muscle (muscles->rows[i].id));
      gboolean found = FALSE;

      for (int y = 0; y < HEIGHT && !found; y++)
        for (int x = 0; x < WIDTH && !found; x++)
          found = g_strcmp0 (soleus_body_map_find_muscle (map, WIDTH, HEIGHT, x, y, NULL), muscles->rows[i].id) == 0;
      if (!found)
        g_error ("%s is nowhere on the body map", muscles->rows[i].id);
    }
}

static void
test_counts_add_up_and_are_said (void)
{
  g_autoptr (SoleusBodyMap) map = soleus_body_map_new (SOLEUS_BODY_VIEW_BACK);
  g_auto (GStrv) rows = NULL;

  soleus_body_map_add_count (map, SOLEUS_SIDE_LEFT, "soleus", 2);
  soleus_body_map_add_count (map, SOLEUS_SIDE_LEFT, "soleus", 1);
  soleus_body_map_add_count (map, SOLEUS_SIDE_BOTH, "quadriceps", 1);
  soleus_body_map_add_count (map, SOLEUS_SIDE_UNKNOWN, "calf", 1);
  g_assert_cmpuint (soleus_body_map_get_count (map, SOLEUS_SIDE_LEFT, "soleus"), ==, 3);
  g_assert_cmpuint (soleus_body_map_get_count (map, SOLEUS_SIDE_RIGHT, "soleus"), ==, 0);
  g_assert_cmpuint (soleus_body_map_get_count (map, SOLEUS_SIDE_RIGHT, "quadriceps"), ==, 1);
  rows = soleus_body_map_dup_text_rows (map);
  g_assert_cmpuint (g_strv_length (rows), ==, 4); /* the muscle of the other view and the unknown side are there too */
  soleus_body_map_clear_counts (map);
  g_assert_cmpuint (soleus_body_map_get_count (map, SOLEUS_SIDE_LEFT, "soleus"), ==, 0);
}

static guint32
get_pixel (SoleusBodyMap *map,
           int            x,
           int            y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  guint32 pixel;

  soleus_body_map_render (map, cr, WIDTH, HEIGHT);
  cairo_surface_flush (surface);
  memcpy (&pixel, cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + x * 4, 4);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return pixel;
}

static void
test_count_and_selection_change_the_shade (void)
{
  g_autoptr (SoleusBodyMap) map = soleus_body_map_new (SOLEUS_BODY_VIEW_BACK);
  guint32 plain = get_pixel (map, 30, 180), counted, selected;

  soleus_body_map_add_count (map, SOLEUS_SIDE_LEFT, "gastrocnemius", 1);
  counted = get_pixel (map, 30, 180);
  soleus_body_map_set_selected (map, SOLEUS_SIDE_LEFT, "gastrocnemius");
  selected = get_pixel (map, 30, 180);
  g_assert_cmpuint (plain, !=, counted);
  g_assert_cmpuint (counted, !=, selected);
  g_assert_cmpuint (get_pixel (map, WIDTH - 30, 180), ==, plain); /* the other leg */
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body-map/left_leg_stands_left_from_behind_and_right_from_the_front", test_left_leg_stands_left_from_behind_and_right_from_the_front);
  g_test_add_func ("/body-map/beside_the_muscles_is_nothing", test_beside_the_muscles_is_nothing);
  g_test_add_func ("/body-map/every_muscle_of_the_catalogue_is_in_a_view", test_every_muscle_of_the_catalogue_is_in_a_view);
  g_test_add_func ("/body-map/counts_add_up_and_are_said", test_counts_add_up_and_are_said);
  g_test_add_func ("/body-map/count_and_selection_change_the_shade", test_count_and_selection_change_the_shade);
  return g_test_run ();
}
