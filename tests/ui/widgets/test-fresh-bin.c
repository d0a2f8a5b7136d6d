/* test-fresh-bin.c: when a child is asked how large it must be, and that it gets the room */
#include "soleus-config.h"

#include "soleus-fresh-bin.h"

#define CHILD_WIDTH 420
#define CHILD_HEIGHT 310

/* a widget that counts how often it is asked before it has its style, and after */
#define TYPE_PROBE (probe_get_type ())
G_DECLARE_FINAL_TYPE (Probe, probe, TEST, PROBE, GtkWidget)

struct _Probe {
  GtkWidget parent_instance;

  gboolean  styled;
  guint     n_early;
  guint     n_asked;
};

G_DEFINE_FINAL_TYPE (Probe, probe, GTK_TYPE_WIDGET)

static void
probe_measure (GtkWidget      *widget,
               GtkOrientation  orientation,
               int             for_size,
               int            *minimum,
               int            *natural,
               int            *minimum_baseline,
               int            *natural_baseline)
{
  Probe *self = TEST_PROBE (widget);

  self->n_early += !self->styled;
  self->n_asked += self->styled;
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? CHILD_WIDTH : CHILD_HEIGHT;
}

static void
probe_css_changed (GtkWidget         *widget,
                   GtkCssStyleChange *change)
{
  TEST_PROBE (widget)->styled = TRUE;
  GTK_WIDGET_CLASS (probe_parent_class)->css_changed (widget, change);
}

static void
probe_class_init (ProbeClass *klass)
{
  GTK_WIDGET_CLASS (klass)->measure = probe_measure;
  GTK_WIDGET_CLASS (klass)->css_changed = probe_css_changed;
}

static void
probe_init (Probe *self)
{
}

static void
settle (void)
{
  for (gint64 deadline = g_get_monotonic_time () + G_USEC_PER_SEC / 5; g_get_monotonic_time () < deadline;)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static GtkWidget *
create_bin (GType type)
{
  return g_object_new (type, "child", g_object_new (TYPE_PROBE, NULL), NULL);
}

/* Returns: (transfer none): the child of a bin that came into a window which stood there */
static Probe *
put_into_window (GtkWindow *window,
                 GType      type)
{
  GtkWidget *bin = create_bin (type);

  gtk_window_set_default_size (window, 900, 700);
  gtk_window_present (window);
  settle ();
  gtk_window_set_child (window, bin);
  settle ();
  return TEST_PROBE (adw_bin_get_child (ADW_BIN (bin)));
}

static void
assert_is_placed (Probe *probe,
                  int    width,
                  int    height)
{
  g_assert_true (probe->styled);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (probe)), ==, width);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (probe)), ==, height);
}

static void
test_a_child_is_asked_with_its_style (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  Probe *probe = put_into_window (window, ADW_TYPE_BIN);

  /* GTK asks before: else this bin has nothing to do */
  g_assert_cmpuint (probe->n_early, >, 0);

  probe = put_into_window (window, SOLEUS_TYPE_FRESH_BIN);
  g_assert_cmpuint (probe->n_early, ==, 0);
  g_assert_cmpuint (probe->n_asked, >, 0);
  assert_is_placed (probe, 900, 700);
  gtk_window_destroy (window);
}

static void
test_a_window_comes_up_as_large_as_it_must (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *bin = create_bin (SOLEUS_TYPE_FRESH_BIN);
  int width;

  gtk_window_set_child (window, bin);
  gtk_widget_measure (bin, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, ==, CHILD_WIDTH);
  gtk_window_present (window);
  settle ();
  assert_is_placed (TEST_PROBE (adw_bin_get_child (ADW_BIN (bin))), CHILD_WIDTH, CHILD_HEIGHT);
  gtk_window_destroy (window);
}

static void
test_a_small_window_grows (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *bin = create_bin (SOLEUS_TYPE_FRESH_BIN);
  int width;

  gtk_window_set_default_size (window, 200, 120);
  gtk_window_present (window);
  settle ();
  gtk_window_set_child (window, bin);
  settle ();
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, >=, CHILD_WIDTH);
  g_assert_cmpint (gtk_widget_get_width (bin), >=, CHILD_WIDTH);
  g_assert_cmpint (gtk_widget_get_height (bin), >=, CHILD_HEIGHT);
  gtk_window_destroy (window);
}

/* a page of a stack that is not shown has no styles; it gets them when it is */
static void
test_it_comes_forward_later (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *stack = gtk_stack_new (), *bin = create_bin (SOLEUS_TYPE_FRESH_BIN);

  gtk_stack_add_named (GTK_STACK (stack), gtk_label_new ("first"), "first");
  gtk_window_set_default_size (window, 900, 700);
  gtk_window_set_child (window, stack);
  gtk_window_present (window);
  settle ();
  gtk_stack_add_named (GTK_STACK (stack), bin, "second");
  settle ();
  gtk_stack_set_visible_child (GTK_STACK (stack), bin);
  settle ();
  assert_is_placed (TEST_PROBE (adw_bin_get_child (ADW_BIN (bin))), 900, 700);
  gtk_window_destroy (window);
}

#define ADD(name) g_test_add_func ("/fresh-bin/" #name, test_##name)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD (a_child_is_asked_with_its_style);
  ADD (a_window_comes_up_as_large_as_it_must);
  ADD (a_small_window_grows);
  ADD (it_comes_forward_later);
  return g_test_run ();
}
