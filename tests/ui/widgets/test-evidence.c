/* test-evidence.c: what a statement rests on, in plain words */
#include "soleus-config.h"

#include <adwaita.h>
#include <string.h>

#include "soleus-evidence-popover.h"

static void
test_versions_of_one_text_count_once (void)
{
  static const struct { const char *sources[7]; guint n_texts, independent; } rows[] = {
    { { NULL }, 0, 0 },
    { { "clinic-rule", "professional-knowledge" }, 0, 0 },
    { { "S0" }, 1, 1 },
    { { "S0", "S2", "S4" }, 3, 1 },
    { { "S0", "S1", "S2", "S3", "S4", "miller-2022" }, 6, 4 },
    { { "S3", "clinic-rule" }, 1, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint n_texts;

      g_assert_cmpuint (soleus_evidence_count_independent (rows[i].sources, &n_texts), ==, rows[i].independent);
      g_assert_cmpuint (n_texts, ==, rows[i].n_texts);
    }
}

static void
test_what_differs_and_what_is_done (void)
{
  static const struct { const char *text, *differs, *resolved; } rows[] = {
    { NULL, NULL, NULL },
    { "Two say so. Soleus takes the first.", "Two say so.", "Soleus takes the first." },
    { "Soleus takes the first.", NULL, "Soleus takes the first." },
    { "Zwei sagen es. In Soleus gilt der erste. Mehr nicht.", "Zwei sagen es.", "In Soleus gilt der erste. Mehr nicht." },
    { "Two say so.", "Two say so.", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *differs = NULL, *resolved = NULL;

      soleus_evidence_split_disagreement (rows[i].text, &differs, &resolved);
      g_assert_cmpstr (differs, ==, rows[i].differs);
      g_assert_cmpstr (resolved, ==, rows[i].resolved);
    }
}

static gboolean
has_text (GtkWidget  *widget,
          const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_text (child, text))
      return TRUE;
  return FALSE;
}

static void
test_the_popover_says_all_of_it (void)
{
  static const char *const sources[] = { "S0", "S4", NULL }, *const facts[] = { "94", "95", NULL };
  GtkWidget *popover = g_object_ref_sink (soleus_evidence_popover_new (SOLEUS_EVIDENCE_EXPERT, sources, facts, "One says 48, one 24. Soleus takes 48.", NULL));

  g_assert_true (has_text (popover, "not tested in trials"));
  g_assert_true (has_text (popover, "only 1 of them is independent"));
  g_assert_true (has_text (popover, "Health information site (2022)"));
  g_assert_true (has_text (popover, "One says 48, one 24."));
  g_assert_true (has_text (popover, "Soleus takes 48."));
  g_assert_true (has_text (popover, "94, 95"));
  g_assert_finalize_object (popover);
}

int
main (int   argc,
      char *argv[])
{
  if (!gtk_init_check ())
    return 77;
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/evidence/versions_of_one_text_count_once", test_versions_of_one_text_count_once);
  g_test_add_func ("/evidence/what_differs_and_what_is_done", test_what_differs_and_what_is_done);
  g_test_add_func ("/evidence/the_popover_says_all_of_it", test_the_popover_says_all_of_it);
  return g_test_run ();
}
