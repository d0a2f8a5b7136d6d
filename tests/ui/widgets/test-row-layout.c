/* test-row-layout.c: who gets how much of a row, and that no text is asked how wide it must be for a height */
#include <adwaita.h>

#include "soleus-row-layout.h"

/* --- a child that counts such questions --- */

#define ASKED_TYPE_CHILD (asked_child_get_type ())
G_DECLARE_FINAL_TYPE (AskedChild, asked_child, ASKED, CHILD, GtkWidget)

struct _AskedChild {
  GtkWidget parent_instance;
  guint     n_width_for_height;
};

G_DEFINE_FINAL_TYPE (AskedChild, asked_child, GTK_TYPE_WIDGET)

/* as a text of 4000 square pixels that wraps: as high as its width makes it, and one line high where there is room for all of it */
static void
asked_child_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      ASKED_CHILD (widget)->n_width_for_height += for_size >= 0;
      *minimum = 40;
      *natural = 200;
    }
  else
    {
      *minimum = *natural = for_size <= 0 ? 20 : MAX (20, (4000 + for_size - 1) / for_size);
    }
}

static GtkSizeRequestMode
asked_child_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
asked_child_class_init (AskedChildClass *klass)
{
  GTK_WIDGET_CLASS (klass)->measure = asked_child_measure;
  GTK_WIDGET_CLASS (klass)->get_request_mode = asked_child_get_request_mode;
}

static void
asked_child_init (AskedChild *self)
{
}

static AskedChild *
add (GtkWidget *box,
     gboolean   expand)
{
  AskedChild *child = g_object_new (ASKED_TYPE_CHILD, "hexpand", expand, NULL);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (child));

  return child;
}

static int
lay_out (GtkWidget *box,
         int        width)
{
  int height;

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_size_allocate (box, &(GtkAllocation) { 0, 0, width, height }, -1);

  return height;
}

static graphene_rect_t
get_bounds (AskedChild *child)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (child), gtk_widget_get_parent (GTK_WIDGET (child)), &bounds));

  return bounds;
}

static void
test_who_gets_how_much (void)
{
  /* two children between 40 and 200 px, 10 px between them; the second expands */
  static const struct { int width, first, second, height; } cases[] = {
    { 410, 200, 200, 20 },  /* what both wish */
    { 610, 200, 400, 20 },  /* the rest goes to the one that expands; the other keeps its wish */
    { 210, 100, 100, 40 },  /* less for both, and the text is higher */
    { 90, 40, 40, 100 },    /* the least */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *box = g_object_ref_sink (soleus_row_layout_new_box (10));
      AskedChild *first = add (box, FALSE), *second = add (box, TRUE);
      AskedChild *hidden = add (box, TRUE);

      gtk_widget_set_visible (GTK_WIDGET (hidden), FALSE);
      g_assert_cmpint (lay_out (box, cases[i].width), ==, cases[i].height);
      g_assert_cmpfloat (get_bounds (first).size.width, ==, cases[i].first);
      g_assert_cmpfloat (get_bounds (second).size.width, ==, cases[i].second);
      g_assert_cmpfloat (get_bounds (first).origin.x, ==, 0);
      g_assert_cmpfloat (get_bounds (second).origin.x, ==, cases[i].first + 10);
      g_assert_true (gtk_widget_compute_expand (box, GTK_ORIENTATION_HORIZONTAL));
      g_assert_finalize_object (box);
    }
}

static void
test_rows_are_mirrored (void)
{
  GtkWidget *box = g_object_ref_sink (soleus_row_layout_new_box (10));
  AskedChild *first, *second;

  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  first = add (box, FALSE);
  second = add (box, FALSE);
  lay_out (box, 450);
  g_assert_cmpfloat (get_bounds (first).origin.x, ==, 250);
  g_assert_cmpfloat (get_bounds (second).origin.x, ==, 40);
  g_assert_finalize_object (box);
}

static void
test_no_text_is_asked_how_wide_it_must_be_for_a_height (void)
{
  GtkWidget *row = g_object_ref_sink (soleus_row_layout_new_box (10));
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10));
  AskedChild *in_row = add (row, TRUE), *in_box = add (box, TRUE);

  lay_out (row, 300);
  lay_out (box, 300);
  g_assert_cmpuint (in_row->n_width_for_height, ==, 0);
  /* the control: the box of GTK asks, else this layout has no purpose; that of GTK 4.18 does not, of a child as simple as this one */
  if (gtk_check_version (4, 18, 0) != NULL)
    g_assert_cmpuint (in_box->n_width_for_height, >, 0);
  g_assert_finalize_object (row);
  g_assert_finalize_object (box);
}

/* In the middle by the layout: by its own alignment GTK asks the child, which is the control. */
static void
test_children_in_the_middle_are_not_asked_either (void)
{
  GtkWidget *row = g_object_ref_sink (soleus_row_layout_new_box (10));
  GtkWidget *aligned = g_object_ref_sink (soleus_row_layout_new_box (10));
  AskedChild *low = add (row, FALSE), *high = add (row, FALSE), *other = add (aligned, FALSE);

  g_object_set (gtk_widget_get_layout_manager (row), "center", TRUE, NULL);
  gtk_widget_set_size_request (GTK_WIDGET (high), -1, 60);
  gtk_widget_set_valign (GTK_WIDGET (other), GTK_ALIGN_CENTER);
  g_assert_cmpint (lay_out (row, 410), ==, 60);
  g_assert_cmpfloat (get_bounds (low).origin.y, ==, 20);
  g_assert_cmpfloat (get_bounds (low).size.height, ==, 20);
  g_assert_cmpfloat (get_bounds (high).origin.y, ==, 0);
  g_assert_cmpfloat (get_bounds (high).size.height, ==, 60);
  g_assert_cmpuint (low->n_width_for_height + high->n_width_for_height, ==, 0);
  lay_out (aligned, 200);
  if (gtk_check_version (4, 18, 0) != NULL)
    g_assert_cmpuint (other->n_width_for_height, >, 0);
  g_assert_finalize_object (row);
  g_assert_finalize_object (aligned);
}

/* Both wish 200 px: where the first would get less than twelve letters of them, the second stands below it. */
static void
test_what_is_last_goes_below_words_that_have_no_room (void)
{
  for (GtkTextDirection direction = GTK_TEXT_DIR_LTR; direction <= GTK_TEXT_DIR_RTL; direction++)
    for (int fold = 0; fold <= 12; fold += 12)
      {
        GtkWidget *box = g_object_ref_sink (soleus_row_layout_new_box (10));
        AskedChild *mark = add (box, FALSE), *words, *last;
        gboolean mirrored = direction == GTK_TEXT_DIR_RTL;

        gtk_widget_set_direction (box, direction);
        gtk_widget_set_visible (GTK_WIDGET (mark), FALSE);
        words = add (box, TRUE);
        last = add (box, FALSE);
        g_object_set (gtk_widget_get_layout_manager (box), "fold-chars", fold, NULL);
        g_assert_cmpint (lay_out (box, 130), ==, fold ? 31 + 4 + 31 : 67);
        g_assert_cmpfloat (get_bounds (words).size.width, ==, fold ? 130 : 60);
        g_assert_cmpfloat (get_bounds (words).size.height, ==, fold ? 31 : 67);
        g_assert_cmpfloat (get_bounds (last).origin.x, ==, fold || mirrored ? 0 : 70);
        g_assert_cmpfloat (get_bounds (last).origin.y, ==, fold ? 35 : 0);
        /* with room they stand beside each other */
        g_assert_cmpint (lay_out (box, 410), ==, 20);
        g_assert_cmpfloat (get_bounds (last).origin.y, ==, 0);
        /* below the words, not below what stands before them */
        gtk_widget_set_visible (GTK_WIDGET (mark), TRUE);
        lay_out (box, 190);
        if (fold)
          g_assert_cmpfloat (get_bounds (last).origin.x, ==, mirrored ? 0 : get_bounds (words).origin.x);
        g_assert_finalize_object (box);
      }
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/row-layout/who_gets_how_much", test_who_gets_how_much);
  g_test_add_func ("/row-layout/rows_are_mirrored", test_rows_are_mirrored);
  g_test_add_func ("/row-layout/no_text_is_asked_how_wide_it_must_be_for_a_height", test_no_text_is_asked_how_wide_it_must_be_for_a_height);
  g_test_add_func ("/row-layout/children_in_the_middle_are_not_asked_either", test_children_in_the_middle_are_not_asked_either);
  g_test_add_func ("/row-layout/what_is_last_goes_below_words_that_have_no_room", test_what_is_last_goes_below_words_that_have_no_room);
  return g_test_run ();
}
