/* test-own-exercises.c: an exercise that the clinic adds in the window is in the library, in the plan's phase and on the handout; what is missing is said */
#include "soleus-config.h"

#include "own-fixture.h"
#include "tests/scratch-folder.h"

#include "soleus-clinic-content.h"
#include "soleus-clinic-own.h"
#include "soleus-handout-choice.h"
#include "soleus-handout-page.h"
#include "soleus-number-entry.h"
#include "soleus-own-exercise-window.h"
#include "soleus-records.h"
#include "soleus-toggle-group.h"

#include <glib/gstdio.h>

#define NAME "Heel raise with a band"
#define GONE "1 exercise is left out: your clinic has removed it from the protocol."
#define SVG "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"/>"

static GtkWidget *
find_editor (void)
{
  return find_own (SOLEUS_TYPE_OWN_EXERCISE_WINDOW);
}

static void
enter (GtkWidget  *window,
       const char *title,
       double      number)
{
  GtkWidget *row = find (window, is_row, title);

  soleus_number_entry_set_value (find (row, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_NUMBER_ENTRY)), number);
  settle ();
}

/* Saving is refused with this sentence, and the window stays. */
static void
assert_says (GtkWidget      *window,
             SoleusOwnIssue  issue)
{
  GtkWidget *problem;

  press (window, "own.save");
  g_assert_true (find_editor () == window);
  problem = find (window, is_problem, NULL);
  g_assert_nonnull (problem);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (problem)), ==, soleus_own_issue_get_sentence (issue));
}

static gboolean
is_marked_frame (GtkWidget     *widget,
                 gconstpointer  data)
{
  return GTK_IS_FRAME (widget) && gtk_widget_has_css_class (widget, "error");
}

/* Everything that is missing is said, one after the other; whether it is massage is never assumed. */
static void
fill_in (GtkWidget *window)
{
  SoleusToggleGroup *family = find (window, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_TOGGLE_GROUP));

  g_assert_cmpstr (soleus_toggle_group_get_value (family), ==, NULL);
  assert_says (window, SOLEUS_OWN_ISSUE_NAME);
  write_row (window, "Name", NAME);
  g_assert_null (find (window, is_problem, NULL));
  assert_says (window, SOLEUS_OWN_ISSUE_STEPS);
  g_assert_nonnull (find (window, is_marked_frame, NULL)); /* a text view itself shows no edge */
  write_lines (window, "Stand on the band.\nRise on your toes. Pull the band.");
  g_assert_null (find (window, is_marked_frame, NULL));
  write_row (window, "When to stop", "");
  assert_says (window, SOLEUS_OWN_ISSUE_STOP_IF);
  write_row (window, "When to stop", "Stop if the calf hurts.");
  assert_says (window, SOLEUS_OWN_ISSUE_KIND);
  select_in (window, "What it is for", SOLEUS_CONTENT_KIND_ROLLER + 1);
  assert_says (window, SOLEUS_OWN_ISSUE_FAMILY);
  soleus_toggle_group_set_value (family, "neither");
  assert_says (window, SOLEUS_OWN_ISSUE_ROLLER);
  select_in (window, "What it is for", SOLEUS_CONTENT_KIND_STRENGTH + 1);
  assert_says (window, SOLEUS_OWN_ISSUE_DOSE);
  enter (window, "Sets", 3);
  enter (window, "Times", 12);
}

static SoleusContentExercise *
find_written (Fixture    *fixture,
              const char *language)
{
  g_autoptr (SoleusContent) content = soleus_clinic_load_content (fixture->clinic, language, NULL);
  GListModel *exercises = soleus_content_list_exercises (content);

  g_assert_cmpstr (soleus_clinic_get_content_problem (fixture->clinic), ==, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (exercises); i++)
    {
      g_autoptr (SoleusContentExercise) exercise = g_list_model_get_item (exercises, i);

      if (soleus_content_exercise_is_own (exercise))
        return exercise; /* the content keeps it */
    }
  return NULL;
}

/* Written in a phase, it is there at once, says whose it is, and is offered for a handout in whatever language. */
static void
test_life (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *folder = set_up_file (fixture), *drawing = g_build_filename (folder, "drawing.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (drawing);
  GtkWidget *page = show_protocol (fixture, "phase-2");
  GtkWidget *window;

  g_assert_null (find (page, has_action, "protocol.edit-exercise")); /* what is shipped is not changed */
  press (page, "protocol.add-exercise");
  window = find_editor ();
  g_assert_nonnull (window);
  fill_in (window);

  /* a file that is no drawing is refused in a sentence */
  soleus_own_exercise_window_take_drawing (SOLEUS_OWN_EXERCISE_WINDOW (window), FALSE, file);
  g_assert_nonnull (find (window, is_problem, NULL));
  g_assert_true (g_file_set_contents (drawing, SVG, -1, NULL));
  soleus_own_exercise_window_take_drawing (SOLEUS_OWN_EXERCISE_WINDOW (window), FALSE, file);
  g_assert_null (find (window, is_problem, NULL));
  press (window, "own.save");
  g_assert_null (find_editor ());
  g_assert_nonnull (find (page, is_label, NAME));
  g_assert_nonnull (find (page, is_label, "Your clinic’s own · version 2025-11-21"));
  g_assert_nonnull (soleus_content_exercise_get_svg (find_written (fixture, "en"), FALSE));
  g_assert_cmpint (soleus_content_exercise_get_family (find_written (fixture, "de")), ==, SOLEUS_MODALITY_FAMILY_NEITHER);
  g_assert_cmpstr (soleus_content_exercise_get_language (find_written (fixture, "de")), ==, "en");

  /* in a second language, the first kept */
  press (page, "protocol.edit-exercise");
  window = find_editor ();
  select_in (window, "Language", 1); /* ar, de, en, … */
  write_row (window, "Name", "Fersenheben mit Band");
  write_lines (window, "Stellen Sie sich auf das Band.");
  press (window, "own.save");
  g_assert_cmpstr (soleus_content_exercise_get_name (find_written (fixture, "de")), ==, "Fersenheben mit Band");
  g_assert_cmpstr (soleus_content_exercise_get_name (find_written (fixture, "en")), ==, NAME);

  /* taken out, and back again */
  press (page, "protocol.edit-exercise");
  press (find_editor (), "own.remove");
  g_assert_null (find_editor ());
  g_assert_null (find (page, is_label, NAME));
  g_assert_true (soleus_clinic_undo (fixture->clinic, NULL));
  settle ();
  g_assert_nonnull (find (page, is_label, NAME));
  leave_file (fixture, page, g_steal_pointer (&folder));
}

/* Returns: (transfer full): an exercise that the clinic has, with a drawing */
static SoleusOwnExercise *
save_exercise (Fixture *fixture)
{
  SoleusOwnExercise *exercise = soleus_own_exercise_new ();
  g_autoptr (GBytes) svg = g_bytes_new_static (SVG, strlen (SVG));
  g_autoptr (GError) error = NULL;

  soleus_own_exercise_set_text (exercise, "en", SOLEUS_OWN_TEXT_NAME, NAME);
  soleus_own_exercise_set_text (exercise, "en", SOLEUS_OWN_TEXT_STEPS, "Rise.");
  soleus_own_exercise_set_text (exercise, "en", SOLEUS_OWN_TEXT_STOP_IF, "Stop if it hurts.");
  exercise->kind = SOLEUS_CONTENT_KIND_STRENGTH;
  exercise->family = SOLEUS_MODALITY_FAMILY_NEITHER;
  exercise->numbers[SOLEUS_OWN_NUMBER_SETS] = exercise->numbers[SOLEUS_OWN_NUMBER_REPETITIONS] = 3;
  soleus_own_exercise_set_svg (exercise, FALSE, svg);
  soleus_clinic_save_own_exercise (fixture->clinic, exercise, &error);
  g_assert_no_error (error);
  return exercise;
}

/* It is given like a shipped one, in whatever language; one that is taken out meanwhile is no longer on the handout that is being made. */
static void
test_handout (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *folder = set_up_file (fixture);
  g_autoptr (SoleusOwnExercise) exercise = save_exercise (fixture);
  g_autofree char *athlete = save_athlete (fixture);
  g_autoptr (SoleusHandoutChoice) choice = NULL;
  g_autoptr (SoleusDocument) document = NULL, without = NULL;
  g_autoptr (GError) error = NULL;
  guint n;


  choice = soleus_handout_choice_new (fixture->clinic, athlete, &error);
  g_assert_no_error (error);
  n = soleus_handout_choice_get_n_exercises (choice);
  soleus_handout_choice_add_exercise (choice, exercise->id);
  g_assert_true (soleus_handout_choice_set_language (choice, "ar", &error));
  g_assert_true (soleus_handout_choice_has_exercise (choice, exercise->id));
  document = soleus_handout_choice_compose (choice, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (soleus_handout_choice_get_n_gone (choice), ==, 0);
  g_assert_true (soleus_clinic_remove_own_exercise (fixture->clinic, exercise, &error));
  soleus_handout_choice_reload (choice);
  g_assert_cmpuint (soleus_handout_choice_get_n_gone (choice), ==, 1);
  g_assert_cmpuint (soleus_handout_choice_get_n_exercises (choice), ==, n);
  without = soleus_handout_choice_compose (choice, &error);
  g_assert_no_error (error);
  scratch_folder_remove (folder);
}

/* From the handout that it is meant for: written there, it is on it. */
static void
test_from_the_handout (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *folder = set_up_file (fixture);
  g_autofree char *athlete = save_athlete (fixture);
  g_autoptr (SoleusOwnExercise) written = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *window;
  GtkWidget *page;

  page = show (fixture, g_object_new (SOLEUS_TYPE_HANDOUT_PAGE, "clinic", fixture->clinic, "target", athlete, NULL));
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (find (page, is_row, NAME));
  gtk_widget_activate_action (page, "protocol.add-exercise", "i", 0);
  settle ();
  window = find_editor ();
  g_assert_nonnull (window);
  fill_in (window);
  press (window, "own.save");
  g_assert_null (find_editor ());
  g_assert_nonnull (find (page, is_row, NAME));

  /* taken out meanwhile, it is missed in a sentence */
  g_assert_null (find (page, is_label, GONE));
  written = soleus_clinic_find_own_exercise (fixture->clinic, soleus_content_exercise_get_id (find_written (fixture, "en")), &error);
  g_assert_true (soleus_clinic_remove_own_exercise (fixture->clinic, written, &error));
  settle ();
  g_assert_null (find (page, is_row, NAME));
  g_assert_nonnull (find (page, is_label, GONE));
  leave_file (fixture, page, g_steal_pointer (&folder));
}

/* What was typed is not thrown away unasked; what was only looked at is. */
static void
test_leaving (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *folder = set_up_file (fixture);
  GtkWidget *page = show_protocol (fixture, "exercises");
  GtkWidget *window;

  press (page, "protocol.add-exercise");
  gtk_window_close (GTK_WINDOW (find_editor ()));
  settle ();
  g_assert_null (find_editor ());

  press (page, "protocol.add-exercise");
  window = find_editor ();
  write_row (window, "Name", NAME);
  leave_and_answer (window, "cancel");
  g_assert_true (find_editor () == window);
  leave_and_answer (window, "confirm");
  g_assert_null (find_editor ());
  g_assert_null (find_written (fixture, "en"));
  leave_file (fixture, page, g_steal_pointer (&folder));
}

static void
choose_muscle (GtkWidget *window)
{
  select_in (window, "Muscle", 3);
}

static void
choose_family (GtkWidget *window)
{
  soleus_toggle_group_set_value (find (window, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_TOGGLE_GROUP)), "heat");
}

static void
enter_sets (GtkWidget *window)
{
  enter (window, "Sets", 3);
}

/* what is typed and is no number is no value of the entry, but was typed */
static void
type_sets (GtkWidget *window)
{
  GtkWidget *row = find (window, is_row, "Sets");

  gtk_editable_set_text (GTK_EDITABLE (find (row, is_type, GSIZE_TO_POINTER (GTK_TYPE_ENTRY))), "three");
}

static void
choose_drawing (GtkWidget *window)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "soleus-own-exercises-drawing.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, SVG, -1, NULL));
  soleus_own_exercise_window_take_drawing (SOLEUS_OWN_EXERCISE_WINDOW (window), TRUE, file);
  g_remove (path);
}

/* Whatever was changed, a choice as well as words, is not thrown away unasked. */
static void
test_leaving_a_choice (Fixture       *fixture,
                       gconstpointer  data)
{
  static void (*const changes[]) (GtkWidget *) = { choose_muscle, choose_family, enter_sets, type_sets, choose_drawing };
  g_autofree char *folder = set_up_file (fixture);
  GtkWidget *page = show_protocol (fixture, "exercises");

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_test_message ("change %" G_GSIZE_FORMAT, i);
      press (page, "protocol.add-exercise");
      changes[i] (find_editor ());
      settle ();
      leave_and_answer (find_editor (), "confirm");
      g_assert_null (find_editor ());
    }
  leave_file (fixture, page, g_steal_pointer (&folder));
}

/* A dose or a drawing that somebody changed meanwhile is not overwritten unseen; both that are kept have their drawing. */
static void
test_changed_elsewhere (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *folder = set_up_file (fixture);
  g_autoptr (SoleusOwnExercise) exercise = save_exercise (fixture);
  g_autoptr (SoleusContent) content = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page = show_protocol (fixture, "exercises");
  GtkWidget *window;
  guint n = 0;

  press (page, "protocol.edit-exercise");
  window = find_editor ();
  write_row (window, "Name", "Mine");
  exercise->numbers[SOLEUS_OWN_NUMBER_SETS] = 5;
  g_assert_true (soleus_clinic_save_own_exercise (fixture->clinic, exercise, &error));
  settle ();
  press_and_be_asked (window, "own.save");
  g_assert_cmpstr (soleus_content_exercise_get_name (find_written (fixture, "en")), ==, NAME);
  answer ("both");
  g_assert_null (find_editor ());
  g_assert_true (soleus_clinic_remove_own_exercise (fixture->clinic, exercise, &error));
  content = soleus_clinic_load_content (fixture->clinic, "en", NULL);
  g_assert_cmpstr (soleus_clinic_get_content_problem (fixture->clinic), ==, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (soleus_content_list_exercises (content)); i++)
    {
      g_autoptr (SoleusContentExercise) left = g_list_model_get_item (soleus_content_list_exercises (content), i);

      if (!soleus_content_exercise_is_own (left))
        continue;
      n++;
      g_assert_cmpstr (soleus_content_exercise_get_name (left), ==, "Mine");
      g_assert_nonnull (soleus_content_exercise_get_svg (left, FALSE));
    }
  g_assert_cmpuint (n, ==, 1);
  leave_file (fixture, page, g_steal_pointer (&folder));
}

/* The window that was closed is gone, and nothing of it is left. */
static void
test_window_goes (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *folder = set_up_file (fixture);
  GtkWidget *window = soleus_own_exercise_window_new (NULL, fixture->clinic, soleus_own_exercise_new ());
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  g_assert_null (weak);
  scratch_folder_remove (folder);
}

/* Where nothing can be written, nothing is offered. */
static void
test_in_memory (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *page = show_protocol (fixture, "exercises");

  g_assert_null (find (page, has_action, "protocol.add-exercise"));
  assert_goes (fixture, page);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/own-exercises/are_added_changed_and_removed", Fixture, NULL, set_up, test_life, tear_down);
  g_test_add ("/own-exercises/are_given_in_every_language", Fixture, NULL, set_up, test_handout, tear_down);
  g_test_add ("/own-exercises/are_written_for_a_handout", Fixture, NULL, set_up, test_from_the_handout, tear_down);
  g_test_add ("/own-exercises/are_not_thrown_away_unasked", Fixture, NULL, set_up, test_leaving, tear_down);
  g_test_add ("/own-exercises/lose_no_choice_unasked", Fixture, NULL, set_up, test_leaving_a_choice, tear_down);
  g_test_add ("/own-exercises/do_not_overwrite_what_was_changed_elsewhere", Fixture, NULL, set_up, test_changed_elsewhere, tear_down);
  g_test_add ("/own-exercises/have_a_window_that_goes", Fixture, NULL, set_up, test_window_goes, tear_down);
  g_test_add ("/own-exercises/are_not_offered_without_a_file", Fixture, NULL, set_up, test_in_memory, tear_down);

  return g_test_run ();
}
