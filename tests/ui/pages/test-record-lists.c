/* test-record-lists.c: the episodes of an athlete, chosen, grouped and compared, a thousand of them; and the search in notes */
#include "soleus-config.h"

#include "page-fixture.h"
#include "tests/record-values.h"
#include "tests/saved-records.h"

#include <string.h>

#include "soleus-date-entry.h"
#include "soleus-episode-rows.h"
#include "soleus-episodes-tab.h"
#include "soleus-record-line.h"
#include "soleus-search-page.h"
#include "soleus-overview-tab.h"
#include "soleus-tests-card.h"

static char *
add_episode (Fixture    *self,
             const char *onset,
             const char *side,
             const char *muscle,
             const char *pain,
             const char *activity,
             const char *note)
{
  g_autoptr (SoleusRecord) episode = create_record (&soleus_episode_kind, self->rested,
                                                    VALUES ("onset", onset, "side", side, "muscle", muscle, "pain", pain,
                                                            "activity", activity, "note", note));

  return save_dup_id (self->clinic, episode);
}

static void
add_four (Fixture *self)
{
  g_free (add_episode (self, "2025-11-18T20:00+01:00", "left", "calf", "7", "match", "Taped at once"));
  g_free (add_episode (self, "2025-11-10T20:00+01:00", "right", "soleus", "3", "session", "On the hill"));
  g_free (add_episode (self, "2025-10-02", "both", "calf", "", "at-night", ""));
  g_free (add_episode (self, "2025-09-20T08:00+02:00", "left", "soleus", "5", "match", "No tape this time"));
}

static GtkWidget *
show_tab (Fixture *self)
{
  return present (self, g_object_new (SOLEUS_TYPE_EPISODES_TAB, "clinic", self->clinic, "athlete-id", self->rested, NULL), 360, 720);
}

/* the lists of the choices are list views, too */
static gboolean
is_record_list (GtkWidget     *widget,
                gconstpointer  data)
{
  return GTK_IS_LIST_VIEW (widget) && (gtk_widget_has_css_class (widget, "record-list") || gtk_widget_has_css_class (widget, "audit-list"));
}

/* an episode by its pain (“-” unknown), "[…]" for a heading */
static char *
dup_rows (GtkWidget *tab)
{
  GtkListView *view = find (tab, is_record_list, NULL);
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (view));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (SoleusEpisodeRow) row = g_list_model_get_item (model, i);
      SoleusRecord *episode = soleus_episode_row_get_episode (row);
      g_autofree char *heading = episode == NULL ? soleus_episode_rows_dup_heading (row) : NULL;
      gint64 pain = episode != NULL ? soleus_record_get_int (episode, "pain") : 0;

      if (episode == NULL)
        g_string_append_printf (text, "[%s]", heading);
      else if (soleus_int_is_known (pain))
        g_string_append_printf (text, "%d", (int) pain);
      else
        g_string_append_c (text, '-');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_rows(tab, expected) G_STMT_START { g_autofree char *rows_ = dup_rows (tab); g_assert_cmpstr (rows_, ==, expected); } G_STMT_END

static void
test_choices_narrow_the_list (Fixture       *self,
                              gconstpointer  data)
{
  GtkWidget *tab;

  add_four (self);
  tab = show_tab (self);
  assert_rows (tab, "73-5");
  choose (tab, "Side", 1);
  assert_rows (tab, "7-5");
  choose (tab, "Situation", 2);
  assert_rows (tab, "75");
  g_assert_nonnull (find (tab, is_label, "2 of 4 episodes"));
  choose (tab, "Pain", 3);
  assert_rows (tab, "7");
  choose (tab, "Muscle", 8);
  assert_rows (tab, "");
  /* nothing fits: what to do is said, and one key does it */
  g_assert_nonnull (find (tab, is_label, "No Episode Fits"));
  gtk_widget_activate_action (tab, "episodes.clear", NULL);
  assert_rows (tab, "73-5");
  assert_goes (self, tab);
}

static void
test_orders_and_groups (Fixture       *self,
                        gconstpointer  data)
{
  GtkWidget *tab;

  add_four (self);
  tab = show_tab (self);
  choose (tab, "Order", 1);
  assert_rows (tab, "753-");
  choose (tab, "Groups", 1);
  assert_rows (tab, "[November 2025 · 2 episodes]73[October 2025 · 1 episode]-[September 2025 · 1 episode]5");
  choose (tab, "Groups", 2);
  assert_rows (tab, "[Calf · 2 episodes]7-[Soleus · 2 episodes]53");
  choose (tab, "Groups", 3);
  settle ();
  g_assert_nonnull (find (tab, is_label, "Match or race · 2 episodes"));
  choose (tab, "Groups", 0);
  assert_rows (tab, "753-");
  assert_goes (self, tab);
}

static void
test_a_period_is_compared (Fixture       *self,
                           gconstpointer  data)
{
  GtkWidget *tab;

  add_four (self);
  tab = show_tab (self);
  g_assert_null (find (tab, is_label, "Too few to say"));
  choose (tab, "Period", 1);
  assert_rows (tab, "73");
  g_assert_nonnull (find (tab, is_label, "2 episodes in 28 days, 2.0 in 28 days"));
  g_assert_nonnull (find (tab, is_label, "1 episode in 28 days, 1.0 in 28 days"));
  g_assert_nonnull (find (tab, is_label, "Too few to say"));
  choose (tab, "Compared with", 1);
  g_assert_nonnull (find (tab, is_label, "0 episodes in 28 days"));
  assert_goes (self, tab);
}

static void
test_two_days_bound_a_period (Fixture       *self,
                              gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = NULL;
  GtkWidget *tab;

  add_four (self);
  tab = show_tab (self);
  choose (tab, "Period", 4);
  assert_rows (tab, "73-5");
  entries = find_all (tab, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_DATE_ENTRY));
  g_assert_cmpuint (entries->len, ==, 2);
  soleus_date_entry_set_value (entries->pdata[0], "2025-10-01");
  soleus_date_entry_set_value (entries->pdata[1], "2025-11-10");
  assert_rows (tab, "3-");
  g_assert_nonnull (find (tab, is_label, "2 episodes in 41 days"));
  assert_goes (self, tab);
}

/* whose they are is asked for only where episodes of all athletes are listed */
static gboolean
is_shown_entry (GtkWidget     *widget,
                gconstpointer  data)
{
  return GTK_IS_SEARCH_ENTRY (widget) && gtk_widget_get_mapped (widget);
}

static void
test_words_in_notes_choose_too (Fixture       *self,
                                gconstpointer  data)
{
  GtkEditable *entry;
  GtkWidget *tab;

  add_four (self);
  tab = show_tab (self);
  entry = find (tab, is_shown_entry, NULL);
  gtk_editable_set_text (entry, "tape");
  g_signal_emit_by_name (entry, "search-changed");
  assert_rows (tab, "75");
  choose (tab, "Pain", 3);
  assert_rows (tab, "7");
  assert_goes (self, tab);
}

static void
test_a_thousand_are_listed_and_few_are_made (Fixture       *self,
                                             gconstpointer  data)
{
  g_autoptr (SoleusChange) change = soleus_change_new ();
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = NULL;
  GtkWidget *tab;
  gint64 began;

  for (int i = 0; i < 1000; i++)
    {
      g_autoptr (SoleusRecord) episode = soleus_record_new (&soleus_episode_kind);
      g_autofree char *date = soleus_date_add_days ("2025-11-01", -i);

      soleus_record_set_text (episode, "athlete", self->rested);
      g_assert_true (soleus_record_set_from_text (episode, "onset", date, NULL));
      soleus_record_set_enum (episode, "side", SOLEUS_SIDE_LEFT);
      soleus_record_set_text (episode, "muscle", "calf");
      soleus_record_set_int (episode, "pain", i % 10);
      soleus_change_add (change, episode);
    }
  soleus_clinic_commit (self->clinic, change, &error);
  g_assert_no_error (error);
  tab = show_tab (self);
  began = g_get_monotonic_time ();
  choose (tab, "Groups", 1);
  choose (tab, "Order", 1);
  g_test_message ("arranged twice in %.1f ms", (double) (g_get_monotonic_time () - began) / 1000);
  settle ();
  rows = dup_rows (tab);
  g_assert_cmpuint (strlen (rows), >, 1000);
  lines = find_all (tab, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_RECORD_LINE));
  g_test_message ("%u lines were made", lines->len);
  g_assert_cmpuint (lines->len, <, 300);
  assert_goes (self, tab);
}

/* --- search --- */

static GtkWidget *
show_search (Fixture    *self,
             const char *target)
{
  return present (self, g_object_new (SOLEUS_TYPE_SEARCH_PAGE, "clinic", self->clinic, "target", target, NULL), 360, 720);
}

/* a choice has a stack of its own */
static gboolean
is_result_stack (GtkWidget     *widget,
                 gconstpointer  data)
{
  return GTK_IS_STACK (widget) && gtk_stack_get_child_by_name (GTK_STACK (widget), "ask") != NULL;
}

static void
test_search_marks_and_names (Fixture       *self,
                             gconstpointer  data)
{
  GtkWidget *page;

  add_four (self);
  page = show_search (self, ":tape");
  g_assert_nonnull (find (page, is_label, "2 records"));
  g_assert_nonnull (find (page, is_label, "<b><u>Taped</u></b> at once"));
  g_assert_nonnull (find (page, is_label, "Olli Tailwind · Episode · Tue 18 Nov 2025, 20:00"));
  assert_goes (self, page);
}

static void
test_search_of_one_athlete (Fixture       *self,
                            gconstpointer  data)
{
  g_autofree char *target = g_strconcat (self->waiting, ":tape", NULL);
  GtkWidget *page;

  add_four (self);
  page = show_search (self, target);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find (page, is_result_stack, NULL)), ==, "none");
  assert_goes (self, page);
}

static void
test_search_without_words_asks (Fixture       *self,
                                gconstpointer  data)
{
  GtkWidget *page = show_search (self, NULL);
  GtkStack *stack = find (page, is_result_stack, NULL);
  GtkEditable *entry = find (page, is_type, GSIZE_TO_POINTER (GTK_TYPE_SEARCH_ENTRY));

  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "ask");
  add_four (self);
  gtk_editable_set_text (entry, "hill <b>");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "none");
  gtk_editable_set_text (entry, "hill");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "rows");
  assert_goes (self, page);
}

static void
test_a_row_leads_to_its_record (Fixture       *self,
                                gconstpointer  data)
{
  g_autofree char *id = add_episode (self, "2025-11-18T20:00+01:00", "left", "calf", "7", "match", "Taped at once");
  g_autofree char *expected = g_strconcat ("episode:", id, NULL);
  g_autofree char *shown = NULL;
  GtkWidget *page;

  listen (self, &shown);
  page = show_search (self, ":taped");
  g_signal_emit_by_name (find (page, is_record_list, NULL), "activate", 0);
  g_assert_cmpstr (shown, ==, expected);
  assert_goes (self, page);
}

/* --- calf tests --- */

static void
add_test (Fixture    *self,
          const char *at,
          const char *test,
          const char *left,
          const char *right)
{
  g_autoptr (SoleusRecord) measure = create_record (&soleus_measure_kind, self->rested, VALUES ("at", at, "test", test, "left", left, "right", right));

  save_record (self->clinic, measure);
}

/* clinical.md 6: 11.5 and 10.0 cm fail 10 % and lie within 1.6 cm; a leg has changed from 1.9 cm on */
static void
test_calf_tests_show_sides_and_change (Fixture       *self,
                                       gconstpointer  data)
{
  GtkWidget *card = show (self, soleus_tests_card_new ());

  soleus_tests_card_show (card, self->clinic, self->rested);
  g_assert_nonnull (find (card, is_label, "No calf test yet"));
  add_test (self, "2025-10-01T10:00+02:00", "knee-to-wall", "9.0", "9.5");
  soleus_tests_card_show (card, self->clinic, self->rested);
  g_assert_null (find (card, is_label, "Since"));
  g_assert_null (find (card, is_type, GSIZE_TO_POINTER (GTK_TYPE_DRAWING_AREA))); /* one result is no trend */
  add_test (self, "2025-11-01T10:00+01:00", "knee-to-wall", "11.5", "10.0");
  add_test (self, "2025-10-01T10:00+02:00", "heel-raise", "20", "");
  add_test (self, "2025-11-01T10:00+01:00", "heel-raise", "25", "30");
  soleus_tests_card_show (card, self->clinic, self->rested);
  g_assert_nonnull (find (card, is_label, "Left 11.5, right 10: 1.5 apart, 13 %; above 10 %; within measurement error (1.6)"));
  g_assert_nonnull (find (card, is_label, "left +2.5 (more than measurement error, 1.9); right +0.5 (within measurement error, 1.9)"));
  g_assert_nonnull (find (card, is_label, "left +5; no measurement error is published for this test"));
  assert_goes (self, card);
}

/* each drawing says in words what it shows, and every result can be read without it */
static void
test_calf_tests_are_drawn_and_read (Fixture       *self,
                                    gconstpointer  data)
{
  static const char *const days[] = { "2025-06-01", "2025-07-01", "2025-08-01", "2025-09-01", "2025-10-01" };
  GtkWidget *card = soleus_tests_card_new ();
  g_autoptr (GPtrArray) drawings = NULL;
  GtkWidget *expander;

  show_scrolled (self, card);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *at = g_strconcat (days[i], "T10:00+02:00", NULL);
      g_autofree char *left = g_strdup_printf ("%d", 8 + (int) i);

      add_test (self, at, "knee-to-wall", left, "8");
      add_test (self, at, "hop", left, "8");
    }
  soleus_tests_card_show (card, self->clinic, self->rested);
  gtk_window_present (GTK_WINDOW (self->window));
  settle ();
  drawings = find_all (card, is_type, GSIZE_TO_POINTER (GTK_TYPE_DRAWING_AREA));
  g_assert_cmpuint (drawings->len, ==, 2);
  g_assert_cmpint (gtk_widget_get_height (drawings->pdata[0]), >, 60);
  gtk_test_accessible_assert_role (drawings->pdata[0], GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (drawings->pdata[0], GTK_ACCESSIBLE_PROPERTY_LABEL,
    "Since Sun 1 Jun 2025: left +4 (more than measurement error, 1.9); right +0 (within measurement error, 1.9)");
  g_assert_nonnull (find (card, is_label, "The band reaches 1.9 to each side of a leg’s first result"));
  expander = find (card, is_type, GSIZE_TO_POINTER (GTK_TYPE_EXPANDER));
  g_assert_nonnull (expander);
  g_assert_cmpstr (gtk_expander_get_label (GTK_EXPANDER (expander)), ==, "2 earlier results");
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *shown = soleus_date_format (days[i]);

      g_assert_nonnull (find (card, is_label, shown));
    }
  assert_goes (self, card);
}

static void
add_cramp (Fixture    *self,
           const char *onset)
{
  g_autoptr (SoleusRecord) episode = create_record (&soleus_episode_kind, self->rested, VALUES ("onset", onset, "side", "left", "muscle", "soleus"));

  save_record (self->clinic, episode);
}

static GtkWidget *
show_overview (Fixture *self)
{
  GtkWidget *tab = g_object_new (SOLEUS_TYPE_OVERVIEW_TAB, "clinic", self->clinic, "athlete-id", self->rested, NULL);

  show_scrolled (self, tab);
  gtk_window_present (GTK_WINDOW (self->window));
  return tab;
}

/* What is compared with the years before waits for them: before that, the second cramp in a place would be called the first. */
static void
test_an_overview_of_years_begins_with_the_last (Fixture       *self,
                                                gconstpointer  data)
{
  GtkWidget *tab;

  add_cramp (self, "2023-03-01T19:00+01:00");
  add_cramp (self, "2025-03-01T19:00+01:00");
  add_cramp (self, "2025-06-01T19:00+02:00");
  tab = show_overview (self);
  g_assert_nonnull (find (tab, is_label, "2 episodes · 0 in the last 28 days"));
  g_assert_null (find (tab, is_label, "on record"));
  g_assert_null (find (tab, is_label, "return to training not recorded"));
  for (gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
       find (tab, is_label, "return to training not recorded") == NULL && g_get_monotonic_time () < deadline;)
    settle ();
  g_assert_nonnull (find (tab, is_label, "2 same place, return to training not recorded"));
  g_assert_null (find (tab, is_label, "first on record"));
  g_assert_nonnull (find (tab, is_label, "2 episodes · 0 in the last 28 days")); /* the year is still what is shown */
  assert_goes (self, tab);
}

/* where nothing is older, nothing is waited for */
static void
test_an_overview_of_a_year_is_there_at_once (Fixture       *self,
                                             gconstpointer  data)
{
  GtkWidget *tab;

  add_cramp (self, "2025-03-01T19:00+01:00");
  tab = show_overview (self);
  g_assert_nonnull (find (tab, is_label, "1 first on record"));
  assert_goes (self, tab);
}

#define ADD(name) g_test_add ("/record-lists/" #name, Fixture, NULL, set_up, test_##name, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD (choices_narrow_the_list);
  ADD (orders_and_groups);
  ADD (a_period_is_compared);
  ADD (two_days_bound_a_period);
  ADD (words_in_notes_choose_too);
  ADD (a_thousand_are_listed_and_few_are_made);
  ADD (search_marks_and_names);
  ADD (search_of_one_athlete);
  ADD (search_without_words_asks);
  ADD (a_row_leads_to_its_record);
  ADD (calf_tests_show_sides_and_change);
  ADD (calf_tests_are_drawn_and_read);
  ADD (an_overview_of_years_begins_with_the_last);
  ADD (an_overview_of_a_year_is_there_at_once);
  return g_test_run ();
}
