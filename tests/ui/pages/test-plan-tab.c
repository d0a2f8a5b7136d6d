/* test-plan-tab.c: the plan: its window, answers, decisions, and the doses that go on from one handout to the next */
#include "soleus-config.h"

#include "page-fixture.h"

#include <string.h>

#include "soleus-exercise-panel.h"
#include "soleus-handout-choice.h"
#include "soleus-paper.h"
#include "soleus-phase-button.h"
#include "soleus-phase-window.h"
#include "soleus-plan-tab.h"

static void
test_the_plan_of_a_waiting_calf_names_its_window (Fixture       *self,
                                                  gconstpointer  data)
{
  GtkWidget *tab = show_scrolled (self, g_object_new (SOLEUS_TYPE_PLAN_TAB, "clinic", self->clinic, "athlete-id", self->waiting, NULL));
  g_autoptr (GPtrArray) exercises = find_all (tab, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_EXERCISE_PANEL));

  g_assert_cmpuint (exercises->len, >, 0);
  g_assert_nonnull (find (tab, is_label, "until Sat 22 Nov, 23:40"));
  gtk_window_present (GTK_WINDOW (self->window));
  settle ();
  assert_goes (self, tab);
}

static void
test_the_plan_without_a_cramp_asks_for_one (Fixture       *self,
                                        gconstpointer  data)
{
  GtkWidget *tab = show_scrolled (self, g_object_new (SOLEUS_TYPE_PLAN_TAB, "clinic", self->clinic, "athlete-id", self->rested, NULL));

  g_assert_null (find (tab, is_label, "until Sat"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find (tab, is_type, GSIZE_TO_POINTER (GTK_TYPE_STACK))), ==, "empty");
  assert_goes (self, tab);
}

static void
answer_everything (Fixture *self)
{
  GtkWidget *tab = show_scrolled (self, g_object_new (SOLEUS_TYPE_PLAN_TAB, "clinic", self->clinic, "athlete-id", self->waiting, NULL));

  gtk_widget_activate_action (tab, "plan.answer", "(ss)", "rises-on-both", "yes");
  assert_goes (self, tab);
}

static guint
count_measures (Fixture    *self,
                const char *test)
{
  g_autoptr (GPtrArray) measures = soleus_clinic_list_of_athlete (self->clinic, &soleus_measure_kind, self->waiting, NULL);
  guint n = 0;

  for (guint i = 0; i < measures->len; i++)
    n += g_strcmp0 (soleus_record_get_text (measures->pdata[i], "test"), test) == 0;
  return n;
}

static void
test_an_answer_is_a_measure_of_the_record (Fixture       *self,
                                           gconstpointer  data)
{
  answer_everything (self);
  g_assert_cmpuint (count_measures (self, "rises-on-both"), ==, 1);
}

/* A step forward with criteria open asks why; the reason and what was open stay with the plan. */
static void
test_a_phase_with_criteria_open_needs_a_reason (Fixture       *self,
                                                gconstpointer  data)
{
  GtkWidget *tab = show_scrolled (self, g_object_new (SOLEUS_TYPE_PLAN_TAB, "clinic", self->clinic, "athlete-id", self->waiting, NULL));
  g_autoptr (GPtrArray) phases = find_all (tab, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_PHASE_BUTTON)), measures = NULL;
  GtkWindow *window;

  g_assert_cmpuint (phases->len, ==, 5);
  gtk_toggle_button_set_active (g_ptr_array_index (phases, 1), TRUE);
  gtk_widget_activate_action (tab, "plan.move", NULL);
  g_assert_cmpuint (count_measures (self, "rehabilitation-phase"), ==, 0);
  window = find_window (SOLEUS_TYPE_PHASE_WINDOW);
  g_assert_nonnull (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "phase.move", NULL); /* without a reason nothing happens */
  g_assert_cmpuint (count_measures (self, "rehabilitation-phase"), ==, 0);
  gtk_editable_set_text (find (GTK_WIDGET (window), is_type, GSIZE_TO_POINTER (ADW_TYPE_ENTRY_ROW)), "Needs the range for a flight");
  gtk_widget_activate_action (GTK_WIDGET (window), "phase.move", NULL);
  settle ();
  measures = soleus_clinic_list_of_athlete (self->clinic, &soleus_measure_kind, self->waiting, NULL);
  g_assert_cmpuint (count_measures (self, "rehabilitation-phase"), ==, 1);
  g_assert_nonnull (find (tab, is_label, "Needs the range for a flight"));
  g_assert_nonnull (find (tab, is_label, "Open then:"));
  assert_goes (self, tab);
}

static void
test_a_changed_dose_is_printed_and_told_next_time (Fixture       *self,
                                                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusHandoutChoice) first = soleus_handout_choice_new (self->clinic, self->waiting, &error), second = NULL;
  g_autoptr (SoleusDocument) document = NULL, next = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (SoleusPrescribed) dose = soleus_prescribed_new ("ankle-pumps");
  g_autofree char *exercises = NULL, *text = NULL, *next_text = NULL;
  static const char *const pieces[] = { "prevention", "return", "no-such-piece", NULL };

  g_assert_no_error (error);
  g_assert_null (soleus_handout_choice_get_last (first));
  soleus_handout_choice_set_exercises (first, "ankle-pumps");
  dose->sets = 7;
  soleus_handout_choice_set_dose (first, 0, dose);
  soleus_handout_choice_set_pieces (first, pieces);
  g_assert_cmpuint (g_strv_length ((char **) soleus_handout_choice_get_pieces (first)), ==, 2);
  exercises = soleus_handout_choice_dup_exercises (first);
  g_assert_cmpstr (exercises, ==, "ankle-pumps(sets=7)");
  document = soleus_handout_choice_compose (first, &error);
  text = soleus_document_dup_text (document);
  g_assert_nonnull (strstr (text, "Keep cramps away"));
  g_assert_true (strstr (text, "Keep cramps away") < strstr (text, "Back to running and play"));
  g_assert_null (strstr (text, "What changed since"));
  pdf = soleus_paper_issue (self->clinic, document, SOLEUS_DOCUMENT_KIND_HANDOUT, self->waiting, NULL, exercises, &error);
  g_assert_no_error (error);

  second = soleus_handout_choice_new (self->clinic, self->waiting, &error);
  g_assert_cmpint (soleus_handout_choice_get_exercise (second, 0)->sets, ==, 7); /* goes on from what was given */
  soleus_handout_choice_set_exercises (second, "ankle-pumps(sets=8) towel-scrunch");
  next = soleus_handout_choice_compose (second, &error);
  g_assert_no_error (error);
  next_text = soleus_document_dup_text (next);
  g_assert_nonnull (strstr (next_text, "What changed since"));
  g_assert_nonnull (strstr (next_text, "New: Towel scrunch"));
  g_assert_nonnull (strstr (next_text, "Changed: Ankle pumps"));
  soleus_handout_choice_set_with_changes (second, FALSE);
  g_clear_object (&next);
  g_free (next_text);
  next = soleus_handout_choice_compose (second, &error);
  next_text = soleus_document_dup_text (next);
  g_assert_null (strstr (next_text, "What changed since"));
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
  ADD ("/plan-tab/the_plan_of_a_waiting_calf_names_its_window", test_the_plan_of_a_waiting_calf_names_its_window);
  ADD ("/plan-tab/the_plan_without_a_cramp_asks_for_one", test_the_plan_without_a_cramp_asks_for_one);
  ADD ("/plan-tab/an_answer_is_a_measure_of_the_record", test_an_answer_is_a_measure_of_the_record);
  ADD ("/plan-tab/a_phase_with_criteria_open_needs_a_reason", test_a_phase_with_criteria_open_needs_a_reason);
  ADD ("/plan-tab/a_changed_dose_is_printed_and_told_next_time", test_a_changed_dose_is_printed_and_told_next_time);
  return g_test_run ();
}
