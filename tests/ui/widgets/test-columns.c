/* test-columns.c: how many columns fit, and who stands where */
#include <adwaita.h>

#include "soleus-columns.h"

static GtkWidget *
add (SoleusColumns *columns,
     int            span)
{
  GtkWidget *child = gtk_label_new ("child");

  soleus_columns_append (columns, child, span);

  return child;
}

static void
lay_out (SoleusColumns *columns,
         int            width)
{
  int minimum, natural;

  gtk_widget_measure (GTK_WIDGET (columns), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (columns), GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (columns), &(GtkAllocation) { 0, 0, width, natural }, -1);
}

static void
wait_for_idle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static graphene_rect_t
get_bounds (GtkWidget     *child,
            SoleusColumns *columns)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, GTK_WIDGET (columns), &bounds));

  return bounds;
}

static void
test_wide (void)
{
  SoleusColumns *columns = g_object_ref_sink (SOLEUS_COLUMNS (soleus_columns_new ()));
  GtkWidget *a = add (columns, 2);
  GtkWidget *b = add (columns, 1);
  GtkWidget *c = add (columns, 1);

  lay_out (columns, 924);
  wait_for_idle ();
  g_assert_false (soleus_columns_is_narrow (columns));
  g_assert_cmpfloat (get_bounds (a, columns).size.width, ==, 612);
  g_assert_cmpfloat (get_bounds (b, columns).origin.x, ==, 624);
  g_assert_cmpfloat (get_bounds (b, columns).size.width, ==, 300);
  /* the last row is not full: its last child fills it */
  g_assert_cmpfloat (get_bounds (c, columns).origin.x, ==, 0);
  g_assert_cmpfloat (get_bounds (c, columns).size.width, ==, 924);
  g_assert_cmpfloat (get_bounds (c, columns).origin.y, >, get_bounds (a, columns).origin.y);

  g_assert_finalize_object (columns);
}

static void
test_narrow (void)
{
  SoleusColumns *columns = g_object_ref_sink (SOLEUS_COLUMNS (soleus_columns_new ()));
  GtkWidget *a = add (columns, 2);
  GtkWidget *b = add (columns, 1);

  lay_out (columns, 336);
  wait_for_idle ();
  g_assert_true (soleus_columns_is_narrow (columns));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (columns), "narrow"));
  g_assert_cmpfloat (get_bounds (a, columns).size.width, ==, 336);
  g_assert_cmpfloat (get_bounds (b, columns).origin.x, ==, 0);
  g_assert_cmpfloat (get_bounds (b, columns).origin.y, ==, get_bounds (a, columns).size.height + 12);

  lay_out (columns, 924);
  wait_for_idle ();
  g_assert_false (soleus_columns_is_narrow (columns));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (columns), "narrow"));

  g_assert_finalize_object (columns);
}

/* Before anything is measured: what is measured wide makes the window open wider than it was asked to. */
static void
test_narrow_window (void)
{
  static const struct { int width; gboolean narrow; } rows[] = { { 360, TRUE }, { 599, TRUE }, { 600, FALSE }, { 1200, FALSE }, { -1, FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *window = gtk_window_new ();
      SoleusColumns *columns = SOLEUS_COLUMNS (soleus_columns_new ());

      gtk_window_set_default_size (GTK_WINDOW (window), rows[i].width, 400);
      gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (columns));
      g_assert_cmpint (soleus_columns_is_narrow (columns), ==, rows[i].narrow);
      g_assert_cmpint (gtk_widget_has_css_class (GTK_WIDGET (columns), "narrow"), ==, rows[i].narrow);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
test_right_to_left (void)
{
  SoleusColumns *columns = g_object_ref_sink (SOLEUS_COLUMNS (soleus_columns_new ()));
  GtkWidget *a = add (columns, 2);

  add (columns, 1);
  gtk_widget_set_direction (GTK_WIDGET (columns), GTK_TEXT_DIR_RTL);
  lay_out (columns, 924);
  g_assert_cmpfloat (get_bounds (a, columns).origin.x, ==, 312);

  g_assert_finalize_object (columns);
}

int
main (int    argc,
      char **argv)
{
  if (!gtk_init_check ())
    return 77;

  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/columns/a_wide_row_holds_three_and_the_last_child_fills", test_wide);
  g_test_add_func ("/columns/in_a_narrow_window_all_are_narrow", test_narrow_window);
  g_test_add_func ("/columns/a_narrow_one_has_one_column_and_says_so", test_narrow);
  g_test_add_func ("/columns/right_to_left_mirrors", test_right_to_left);

  return g_test_run ();
}
