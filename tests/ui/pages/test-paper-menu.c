/* test-paper-menu.c: what is chosen before a report is printed, and what the next paper of its kind begins with */
#include "soleus-config.h"

#include "page-fixture.h"

#include <string.h>

#include "soleus-handout-page.h"
#include "soleus-page-preview.h"
#include "soleus-paper-menu.h"
#include "soleus-print-memory.h"
#include "soleus-report-page.h"
#include "soleus-sheet-page.h"

#define LETTER_WIDTH 612.0

static SoleusPageSource *
get_source (GtkWidget *page)
{
  return soleus_page_preview_get_source (find (page, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_PAGE_PREVIEW)));
}

static gboolean
is_letter (GtkWidget *page)
{
  return soleus_page_source_get_width (get_source (page)) == LETTER_WIDTH;
}

static gboolean
says (GtkWidget  *page,
      const char *words)
{
  for (int i = 1; i <= soleus_page_source_get_n_pages (get_source (page)); i++)
    {
      g_autofree char *text = soleus_page_source_dup_text (get_source (page), i);

      if (strstr (text, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_check (GtkWidget     *widget,
          gconstpointer  label)
{
  return GTK_IS_CHECK_BUTTON (widget) && g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), label) == 0;
}

static gboolean
is_button (GtkWidget     *widget,
           gconstpointer  label)
{
  return GTK_IS_BUTTON (widget) && find (widget, is_label, label) != NULL;
}

static void
tick (GtkWidget  *page,
      const char *label,
      gboolean    active)
{
  GtkWidget *check = find (page, is_check, label);

  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
}

static void
press (GtkWidget  *page,
       const char *label)
{
  GtkWidget *button = find (page, is_button, label);

  g_assert_nonnull (button);
  gtk_widget_activate (button);
  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static GtkWidget *
show_report (Fixture *self)
{
  return show (self, g_object_new (SOLEUS_TYPE_REPORT_PAGE, "clinic", self->clinic, "target", self->waiting, NULL));
}

static void
test_sections_are_chosen (Fixture       *self,
                          gconstpointer  data)
{
  static const char *const others[] = { "Where", "Over time", "Before the cramps", "Training load", "What is not known", "Calf tests",
                                        "Screens and red flags", "Episodes", "Visits" };
  GtkWidget *page = show_report (self);

  g_assert_true (says (page, "Relieved by"));
  tick (page, "Episodes", FALSE);
  g_assert_false (says (page, "Relieved by"));
  g_assert_true (says (page, "Summary"));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    tick (page, others[i], FALSE);
  g_assert_true (says (page, "Summary"));
  tick (page, "Summary", FALSE); /* the last one: a report of nothing is none */
  g_assert_true (says (page, "Summary"));
  assert_goes (self, page);
}

static void
test_the_next_paper_of_its_kind_begins_alike (Fixture       *self,
                                              gconstpointer  data)
{
  GtkWidget *page = show_report (self);
  int n_pages = soleus_page_source_get_n_pages (get_source (page));

  g_assert_false (is_letter (page));
  press (page, "Letter");
  tick (page, "Large print", TRUE);
  g_assert_true (is_letter (page));
  g_assert_cmpint (soleus_page_source_get_n_pages (get_source (page)), >, n_pages);
  gtk_window_set_child (GTK_WINDOW (self->window), NULL);

  page = show_report (self);
  g_assert_true (is_letter (page));
  gtk_window_set_child (GTK_WINDOW (self->window), NULL);
  page = show (self, g_object_new (SOLEUS_TYPE_HANDOUT_PAGE, "clinic", self->clinic, "target", self->waiting, NULL));
  g_assert_false (is_letter (page)); /* each kind for itself */
  gtk_window_set_child (GTK_WINDOW (self->window), NULL);
  page = show (self, g_object_new (SOLEUS_TYPE_SHEET_PAGE, "clinic", self->clinic, "target", "bench-card", NULL));
  g_assert_false (is_letter (page));
  press (page, "Letter");
  g_assert_true (is_letter (page));
  assert_goes (self, page);
}

static void
test_no_name_of_a_file_is_remembered (Fixture       *self,
                                      gconstpointer  data)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPrintSettings) kept = NULL;
  g_autoptr (GtkPrintSettings) other = NULL;

  gtk_print_settings_set_printer (settings, "Back office");
  gtk_print_settings_set_orientation (settings, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_settings_set_n_copies (settings, 12);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, "file:///Mara%20Swiftwater.pdf");
  soleus_print_memory_set_settings ("handout", settings);
  soleus_print_memory_set_settings ("letter", settings);

  kept = soleus_print_memory_get_settings ("handout");
  g_assert_cmpstr (gtk_print_settings_get_printer (kept), ==, "Back office");
  g_assert_cmpint (gtk_print_settings_get_orientation (kept), ==, GTK_PAGE_ORIENTATION_LANDSCAPE);
  g_assert_cmpint (gtk_print_settings_get_n_copies (kept), ==, 1);
  g_assert_null (gtk_print_settings_get (kept, GTK_PRINT_SETTINGS_OUTPUT_URI));
  other = soleus_print_memory_get_settings ("bench-card");
  g_assert_null (other);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  if (!gtk_init_check ())
    return 77;
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/report-page/sections_are_chosen", test_sections_are_chosen);
  ADD ("/paper-menu/the_next_paper_of_its_kind_begins_alike", test_the_next_paper_of_its_kind_begins_alike);
  ADD ("/print-memory/no_name_of_a_file_is_remembered", test_no_name_of_a_file_is_remembered);
  return g_test_run ();
}
