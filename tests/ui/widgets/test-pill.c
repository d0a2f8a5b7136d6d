/* test-pill.c: the worst of window and flag, in words */
#include <adwaita.h>

#include "soleus-pill.h"

static void
assert_pill (SoleusWindowState  state,
             gint64             remaining,
             guint              n_flags,
             const char        *css_class,
             const char        *label)
{
  SoleusPill *pill = g_object_ref_sink (SOLEUS_PILL (soleus_pill_new (SOLEUS_PILL_NEUTRAL, NULL)));
  g_autofree char *shown = NULL;

  soleus_pill_set_window (pill, state, remaining, n_flags);
  g_object_get (pill, "label", &shown, NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (pill)));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (pill), css_class));
  g_assert_cmpstr (shown, ==, label);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (pill), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  g_assert_finalize_object (pill);
}

static void
test_worst (void)
{
  const gint64 hour = SOLEUS_USEC_PER_HOUR;

  assert_pill (SOLEUS_WINDOW_STATE_HARD_STOP, SOLEUS_UNKNOWN_INT, 1, "hard-stop", "Hard stop");
  assert_pill (SOLEUS_WINDOW_STATE_CLOSED, 32 * hour - 1, 1, "closed", "31 h");
  assert_pill (SOLEUS_WINDOW_STATE_CLOSED, hour - 1, 0, "closed", "59 min");
  assert_pill (SOLEUS_WINDOW_STATE_CLOSED, SOLEUS_UNKNOWN_INT, 0, "closed", "Closed");
  assert_pill (SOLEUS_WINDOW_STATE_CAUTION, 9 * hour, 1, "flag", "Flag");
  assert_pill (SOLEUS_WINDOW_STATE_CAUTION, 9 * 24 * hour, 0, "caution", "9 d");
}

static void
test_nothing (void)
{
  SoleusPill *pill = g_object_ref_sink (SOLEUS_PILL (soleus_pill_new (SOLEUS_PILL_CLOSED, "31 h")));

  soleus_pill_set_window (pill, SOLEUS_WINDOW_STATE_OPEN, SOLEUS_UNKNOWN_INT, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (pill)));
  g_assert_finalize_object (pill);
}

int
main (int    argc,
      char **argv)
{
  if (!gtk_init_check ())
    return 77;

  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/pill/says_the_worst_rounded_down", test_worst);
  g_test_add_func ("/pill/hides_where_there_is_nothing_to_say", test_nothing);

  return g_test_run ();
}
