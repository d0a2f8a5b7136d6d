/* test-row-text.c: as large as a label of GTK with the same text, at every width, and laid out as seldom as may be */
#include <adwaita.h>

#include "soleus-row-text.h"

typedef struct {
  GtkWidget     *window;
  GtkWidget     *box;
  GtkWidget     *label; /* of GTK, that wraps */
  SoleusRowText *text;
} Fixture;

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->window = gtk_window_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);
  self->text = SOLEUS_ROW_TEXT (soleus_row_text_new ());
  gtk_box_append (GTK_BOX (self->box), self->label);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->text));
  gtk_window_set_child (GTK_WINDOW (self->window), self->box);
  gtk_window_present (GTK_WINDOW (self->window));
  settle ();
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static void
say (Fixture    *self,
     const char *words)
{
  gtk_label_set_text (GTK_LABEL (self->label), words);
  soleus_row_text_set_text (self->text, words);
}

static int
get_width (GtkWidget *widget)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

static int
get_least_width (GtkWidget *widget)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width;
}

static int
get_height (GtkWidget *widget,
            int        width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static void
assert_as_large (Fixture *self)
{
  static const int widths[] = { 60, 90, 150, 240, 400, 1000 };

  g_assert_cmpint (get_width (GTK_WIDGET (self->text)), ==, get_width (self->label));
  g_assert_cmpint (get_height (GTK_WIDGET (self->text), -1), ==, get_height (self->label, -1));
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    if (widths[i] >= get_least_width (GTK_WIDGET (self->text)) && widths[i] >= get_least_width (self->label)) /* newer versions of GTK ask for no less */
      g_assert_cmpint (get_height (GTK_WIDGET (self->text), widths[i]), ==, get_height (self->label, widths[i]));
}

static void
test_as_large_as_a_label (Fixture       *self,
                          gconstpointer  data)
{
  static const char *const words[] = {
    "Calf, right", "Wadenmuskulatur (unbestimmt), beidseits · Fr. 10. Okt. 2025, 20:00 · dauerte 3 min · beim Schlafen",
    "ربلة الساق اليمنى · الجمعة 10 أكتوبر 2025", "1 2 3\n4 5 6", "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", "",
  };
  static const char *const classes[] = { "heading", "caption" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      say (self, words[i]);
      assert_as_large (self);
    }
  say (self, words[1]);
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      gtk_widget_add_css_class (self->label, classes[i]);
      gtk_widget_add_css_class (GTK_WIDGET (self->text), classes[i]);
      settle ();
      assert_as_large (self);
    }
  for (int percent = 100; percent <= 200; percent += 50)
    {
      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * percent / 100, NULL);
      settle ();
      assert_as_large (self);
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
}

/* as GTK does where a style asks for it: a one is as wide as a zero */
static void
test_figures_are_of_one_width (Fixture       *self,
                               gconstpointer  data)
{
  int width;

  say (self, "00:00");
  width = get_width (GTK_WIDGET (self->text));
  say (self, "11:11");
  g_assert_cmpint (get_width (GTK_WIDGET (self->text)), <, width); /* the control */
  gtk_box_remove (GTK_BOX (self->box), GTK_WIDGET (self->text));
  self->text = SOLEUS_ROW_TEXT (soleus_row_text_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "numeric");
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->text));
  say (self, "00:00");
  settle ();
  width = get_width (GTK_WIDGET (self->text));
  say (self, "11:11");
  settle ();
  g_assert_cmpint (get_width (GTK_WIDGET (self->text)), ==, width);
  assert_as_large (self);
}

static void
test_numbers_of_letters_bound_the_width (Fixture       *self,
                                         gconstpointer  data)
{
  const char *words = "until Saturday, 28 November, 15:53";

  say (self, words);
  gtk_label_set_width_chars (GTK_LABEL (self->label), 13);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), 24);
  soleus_row_text_set_chars (self->text, 13, 24);
  for (gsize i = 0; i < 2; i++)
    {
      int least, label_least;

      say (self, i == 0 ? words : "Pain 7");
      assert_as_large (self);
      gtk_widget_measure (GTK_WIDGET (self->text), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, &label_least, NULL, NULL, NULL);
      g_assert_cmpint (least, ==, label_least);
    }
}

/* A change of the layout makes Pango lay it out again. */
static void
test_what_fits_is_laid_out_once (Fixture       *self,
                                 gconstpointer  data)
{
  GtkWidget *widget = GTK_WIDGET (self->text);
  guint serial;
  int width;

  say (self, "Calf, right · Fri 10 Oct 2025, 20:00");
  width = get_width (widget);
  serial = pango_layout_get_serial (soleus_row_text_get_layout (self->text));
  for (int i = 0; i < 5; i++)
    {
      gtk_widget_queue_resize (widget);
      g_assert_cmpint (get_width (widget), ==, width);
      g_assert_cmpint (get_height (widget, width + i * 40), ==, get_height (widget, -1));
    }
  g_assert_cmpuint (pango_layout_get_serial (soleus_row_text_get_layout (self->text)), ==, serial);
  /* the control: what must wrap is laid out for it */
  g_assert_cmpint (get_height (widget, width / 2), >, get_height (widget, width));
  g_assert_cmpuint (pango_layout_get_serial (soleus_row_text_get_layout (self->text)), !=, serial);
}

static void
test_lines_are_bounded (Fixture       *self,
                        gconstpointer  data)
{
  GtkWidget *widget = GTK_WIDGET (self->text);
  int line;

  say (self, "Calf, right · Fri 10 Oct 2025, 20:00 · lasted 3 min · during a competition · on artificial turf · relieved by: standing");
  line = get_height (widget, -1);
  g_assert_cmpint (get_height (widget, 90), >, 5 * line);
  soleus_row_text_set_lines (self->text, 3);
  g_assert_cmpint (get_height (widget, 90), >, 2 * line);
  g_assert_cmpint (get_height (widget, 90), <=, 3 * line);
  gtk_widget_size_allocate (widget, &(GtkAllocation) { 0, 0, 90, 3 * line }, -1);
  g_assert_true (pango_layout_is_ellipsized (soleus_row_text_get_layout (self->text)));
  gtk_widget_size_allocate (widget, &(GtkAllocation) { 0, 0, 2000, 3 * line }, -1);
  g_assert_false (pango_layout_is_ellipsized (soleus_row_text_get_layout (self->text)));
}

/* A layout knows its own alignment, that of GTK’s label is asked for. */
static void
test_mirrored_as_a_label (Fixture       *self,
                          gconstpointer  data)
{
  for (GtkTextDirection direction = GTK_TEXT_DIR_LTR; direction <= GTK_TEXT_DIR_RTL; direction++)
    for (int at_end = 0; at_end <= 1; at_end++)
      {
        GtkSnapshot *snapshot = gtk_snapshot_new ();

        gtk_widget_set_direction (self->label, direction);
        gtk_widget_set_direction (GTK_WIDGET (self->text), direction);
        gtk_label_set_justify (GTK_LABEL (self->label), at_end ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
        soleus_row_text_set_at_end (self->text, at_end);
        say (self, "until Saturday, 28 November, 15:53");
        settle ();
        GTK_WIDGET_GET_CLASS (self->text)->snapshot (GTK_WIDGET (self->text), snapshot);
        g_assert_cmpint (pango_layout_get_alignment (soleus_row_text_get_layout (self->text)), ==,
                         pango_layout_get_alignment (gtk_label_get_layout (GTK_LABEL (self->label))));
        g_object_unref (snapshot);
      }
}

static void
test_it_says_what_it_is (Fixture       *self,
                         gconstpointer  data)
{
  g_autofree char *label = NULL;

  soleus_row_text_set_text (self->text, "Pain 7");
  g_object_get (self->text, "label", &label, NULL);
  g_assert_cmpstr (label, ==, "Pain 7");
  g_assert_cmpstr (soleus_row_text_get_text (self->text), ==, "Pain 7");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, "Pain 7");
  soleus_row_text_set_text (self->text, NULL);
  g_assert_cmpstr (soleus_row_text_get_text (self->text), ==, "");
}

#define ADD(name) g_test_add ("/row-text/" #name, Fixture, NULL, set_up, test_##name, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD (as_large_as_a_label);
  ADD (figures_are_of_one_width);
  ADD (numbers_of_letters_bound_the_width);
  ADD (what_fits_is_laid_out_once);
  ADD (lines_are_bounded);
  ADD (mirrored_as_a_label);
  ADD (it_says_what_it_is);
  return g_test_run ();
}
