/* An exercise of the clinic is added, changed and taken out in every language with its drawings, beside what somebody wrote by hand; or nothing is written. */
#include "own-folder-fixture.h"

#include "soleus-error.h"
#include "soleus-own-exercise-file.h"

#include <glib/gstdio.h>

#define SVG "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"/>"
#define OTHER_SVG "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"4\"/>"

#define HAND "{\"version\": \"by hand\", \"exercises\": [{\"id\": \"own-sand-walk\", \"name\": \"Sand walk\", \"kind\": \"walk-and-run\", \"phase\": 3, " \
  "\"muscle\": \"calf\", \"family\": \"neither\", \"start-drawing\": \"easy-walk-start\", \"end-drawing\": \"easy-walk-end\", " \
  "\"steps\": [\"Walk in sand.\"], \"sets\": 1, \"repetitions\": 1, \"hold-seconds\": 0, \"rest-seconds\": 0, \"times-a-day\": 1, " \
  "\"days-a-week\": 2, \"tempo\": \"easy\", \"load\": \"none\", \"side-rule\": \"both\", \"stop-if\": \"Stop if it hurts.\", \"basis\": \"Our clinic.\", " \
  "\"facts\": [\"113\"], \"sources\": [\"S1\"], \"evidence\": \"weak\"}], " \
  "\"sections\": [{\"id\": \"phase-3\", \"exercises\": [\"march\", \"own-sand-walk\"]}, {\"id\": \"phase-5\", \"exercises\": [\"own-sand-walk\"]}]}"

/* Returns: (transfer full): what was written, for taking it back */
static SoleusOwnFolder *
save (Fixture           *self,
      SoleusOwnExercise *exercise,
      const char        *date)
{
  g_autoptr (GError) error = NULL;
  SoleusOwnFolder *folder = open_folder (self, date);

  soleus_own_exercise_file_put (exercise, folder, soleus_own_exercise_find_language (exercise, "en", languages));
  soleus_own_folder_write (folder, &error);
  g_assert_no_error (error);
  return folder;
}

static SoleusOwnExercise *
look_up (Fixture    *self,
         const char *id)
{
  g_autoptr (SoleusOwnFolder) folder = open_folder (self, NULL);
  g_autoptr (GError) error = NULL;
  SoleusOwnExercise *exercise = soleus_own_exercise_file_find (folder, id, &error);

  g_assert_no_error (error);
  return exercise;
}

static gboolean
is_in_section (SoleusContent *content,
               const char    *section,
               const char    *id)
{
  return g_strv_contains (soleus_content_section_get_exercises (soleus_content_get_section (content, section)), id);
}

static SoleusOwnExercise *
exercise_new (void)
{
  SoleusOwnExercise *self = soleus_own_exercise_new ();

  soleus_own_exercise_set_text (self, "en", SOLEUS_OWN_TEXT_NAME, " Band press ");
  soleus_own_exercise_set_text (self, "en", SOLEUS_OWN_TEXT_STEPS, "Sit with the band round your foot.\n\n  Press the foot down slowly.\n");
  soleus_own_exercise_set_text (self, "en", SOLEUS_OWN_TEXT_STOP_IF, "Stop if it hurts.");
  self->kind = SOLEUS_CONTENT_KIND_STRENGTH;
  self->family = SOLEUS_MODALITY_FAMILY_NEITHER;
  self->numbers[SOLEUS_OWN_NUMBER_PHASE] = 2;
  self->numbers[SOLEUS_OWN_NUMBER_SETS] = 3;
  self->numbers[SOLEUS_OWN_NUMBER_REPETITIONS] = 12;
  return self;
}

static void
set_drawing (SoleusOwnExercise *exercise,
             gboolean           end,
             const char        *svg)
{
  g_autoptr (GBytes) bytes = svg != NULL ? g_bytes_new (svg, strlen (svg)) : NULL;

  soleus_own_exercise_set_svg (exercise, end, bytes);
}

static void
test_life (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (SoleusOwnExercise) exercise = exercise_new (), found = NULL;
  g_autoptr (SoleusOwnFolder) first = save (self, exercise, "2025-11-21"), second = NULL;
  g_autoptr (SoleusContent) english = load (self, "en"), german = load (self, "de"), later = NULL;
  SoleusContentExercise *made = soleus_content_find_exercise (english, exercise->id), *stands_in = soleus_content_find_exercise (german, exercise->id);

  g_assert_true (soleus_content_exercise_is_own (made));
  g_assert_cmpstr (soleus_content_exercise_get_name (made), ==, "Band press");
  g_assert_cmpstr (soleus_content_exercise_get_steps (made)[1], ==, "Press the foot down slowly.");
  g_assert_null (soleus_content_exercise_get_steps (made)[2]);
  g_assert_cmpint (soleus_content_exercise_get_dose (made)->repetitions, ==, 12);
  g_assert_null (soleus_content_exercise_get_dose (made)->tempo);
  g_assert_null (soleus_content_exercise_get_start_drawing (made));
  g_assert_null (soleus_content_exercise_get_language (made));
  g_assert_cmpstr (soleus_content_exercise_get_version (made), ==, "2025-11-21");
  g_assert_true (is_in_section (english, "phase-2", exercise->id));

  /* who speaks no English gets the English words, and it is known */
  g_assert_cmpstr (soleus_content_exercise_get_name (stands_in), ==, "Band press");
  g_assert_cmpstr (soleus_content_exercise_get_language (stands_in), ==, "en");
  g_assert_true (is_in_section (german, "phase-2", exercise->id));

  /* found again, it has no German words until somebody writes them */
  found = look_up (self, exercise->id);
  g_assert_false (soleus_own_exercise_speaks (found, "de"));
  g_assert_cmpint (found->kind, ==, SOLEUS_CONTENT_KIND_STRENGTH);
  g_assert_cmpint (found->numbers[SOLEUS_OWN_NUMBER_SETS], ==, 3);
  soleus_own_exercise_set_text (found, "de", SOLEUS_OWN_TEXT_NAME, "Drücken mit Band");
  soleus_own_exercise_set_text (found, "de", SOLEUS_OWN_TEXT_STEPS, "Drücken Sie.");
  soleus_own_exercise_set_text (found, "de", SOLEUS_OWN_TEXT_STOP_IF, "Aufhören, wenn es weh tut.");
  found->numbers[SOLEUS_OWN_NUMBER_PHASE] = 4;
  second = save (self, found, "2025-11-21");
  later = load (self, "de");
  g_assert_null (soleus_content_exercise_get_language (soleus_content_find_exercise (later, exercise->id)));
  g_assert_cmpstr (soleus_content_exercise_get_name (soleus_content_find_exercise (later, exercise->id)), ==, "Drücken mit Band");
  g_assert_cmpstr (soleus_content_exercise_get_version (soleus_content_find_exercise (later, exercise->id)), ==, "2025-11-21.2");
  g_assert_false (is_in_section (later, "phase-2", exercise->id));
  g_assert_true (is_in_section (later, "phase-4", exercise->id));
}

static char *
dup_drawing (Fixture           *self,
             SoleusOwnExercise *exercise,
             const char        *end)
{
  g_autofree char *name = g_strdup_printf ("drawings/%s-%s.svg", exercise->id, end);

  return dup_file (self, name);
}

static void
assert_drawings (Fixture           *self,
                 SoleusOwnExercise *exercise,
                 const char        *start,
                 const char        *end)
{
  g_autofree char *is_start = dup_drawing (self, exercise, "start"), *is_end = dup_drawing (self, exercise, "end");
  g_autoptr (SoleusContent) content = load (self, "de");
  SoleusContentExercise *made = soleus_content_find_exercise (content, exercise->id);

  g_assert_cmpstr (is_start, ==, start);
  g_assert_cmpstr (is_end, ==, end);
  g_assert_true ((made != NULL && soleus_content_exercise_get_svg (made, FALSE) != NULL) == (start != NULL));
  g_assert_true ((made != NULL && soleus_content_exercise_get_svg (made, TRUE) != NULL) == (end != NULL));
}

static void
test_drawings (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (SoleusOwnExercise) exercise = exercise_new (), found = NULL, last = NULL;
  g_autoptr (SoleusOwnFolder) first = NULL, second = NULL, gone = NULL, back = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  set_drawing (exercise, FALSE, SVG);
  set_drawing (exercise, TRUE, SVG);
  first = save (self, exercise, "2025-11-21");
  assert_drawings (self, exercise, SVG, SVG);

  found = look_up (self, exercise->id);
  set_drawing (found, FALSE, OTHER_SVG);
  set_drawing (found, TRUE, NULL);
  second = save (self, found, "2025-11-21");
  assert_drawings (self, exercise, OTHER_SVG, NULL);

  /* taken out with its drawings, and back again */
  last = look_up (self, exercise->id);
  gone = open_folder (self, "2025-11-22");
  soleus_own_exercise_file_take_out (last, gone);
  g_assert_true (soleus_own_folder_write (gone, &error));
  assert_drawings (self, exercise, NULL, NULL);
  back = soleus_own_folder_reverse (gone, "2025-11-22", &error);
  g_assert_no_error (error);
  g_assert_true (soleus_own_folder_write (back, &error));
  assert_drawings (self, exercise, OTHER_SVG, NULL);

  again = open_folder (self, "2025-11-22");
  soleus_own_exercise_file_take_out (last, again);
  g_assert_true (soleus_own_folder_write (again, &error));
  assert_drawings (self, exercise, NULL, NULL);
}

static void
test_beside_what_is_written_by_hand (Fixture       *self,
                                     gconstpointer  data)
{
  g_autoptr (SoleusOwnExercise) exercise = NULL;
  g_autoptr (SoleusOwnFolder) saved = NULL, gone = NULL;
  g_autoptr (SoleusContent) content = NULL, without = NULL;
  g_autoptr (GError) error = NULL;
  SoleusContentExercise *made;

  put (self, "en.json", HAND);
  exercise = look_up (self, "own-sand-walk");
  g_assert_cmpstr (exercise->drawings[0], ==, "easy-walk-start");
  soleus_own_exercise_set_text (exercise, "en", SOLEUS_OWN_TEXT_NAME, "Walk in sand");
  saved = save (self, exercise, "2025-11-21");
  content = load (self, "en");
  made = soleus_content_find_exercise (content, "own-sand-walk");
  g_assert_cmpstr (soleus_content_exercise_get_name (made), ==, "Walk in sand");
  g_assert_cmpstr (soleus_content_exercise_get_facts (made)[0], ==, "113");
  g_assert_cmpstr (soleus_content_exercise_get_sources (made)[0], ==, "S1");
  g_assert_cmpstr (soleus_content_exercise_get_start_drawing (made), ==, "easy-walk-start");
  g_assert_true (is_in_section (content, "phase-3", "own-sand-walk") && is_in_section (content, "phase-5", "own-sand-walk"));

  gone = open_folder (self, "2025-11-21");
  soleus_own_exercise_file_take_out (exercise, gone);
  g_assert_true (soleus_own_folder_write (gone, &error));
  without = load (self, "en");
  g_assert_null (soleus_content_find_exercise (without, "own-sand-walk"));
  g_assert_false (is_in_section (without, "phase-5", "own-sand-walk"));
  g_assert_true (is_in_section (without, "phase-3", "march"));
}

/* A file that is not right is looked at without harm, and not changed. */
static void
test_odd_files (Fixture       *self,
                gconstpointer  data)
{
  static const char *const texts[] = {
    "{\"version\": \"1\", \"exercises\": [7, {\"id\": \"own-a\", \"phase\": [], \"steps\": {}, \"name\": [1], \"sets\": \"x\"}], "
      "\"sections\": [3, {\"exercises\": [{}, []]}, {\"id\": {}, \"lines\": 7}]}",
    "{\"version\": [], \"exercises\": {\"id\": \"own-a\"}, \"sections\": \"none\"}",
    "{\"version\": \"1\", \"exercises\": [{\"id\": \"own-a\", \"start-drawing\": \"own-../../etc\"}]}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SoleusOwnFolder) folder = NULL, change = NULL;
      g_autoptr (SoleusOwnExercise) found = NULL;
      g_autoptr (GError) error = NULL, find_error = NULL;

      put (self, "en.json", texts[i]);
      folder = open_folder (self, NULL);
      found = soleus_own_exercise_file_find (folder, "own-a", &find_error);
      g_assert_true ((found == NULL) == (find_error != NULL));
      if (i == 2) /* no file elsewhere is read */
        g_assert_error (find_error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID);
      g_assert_cmpint (found != NULL ? found->numbers[SOLEUS_OWN_NUMBER_SETS] : SOLEUS_OWN_UNSAID, ==, SOLEUS_OWN_UNSAID);
      change = soleus_own_folder_open (self->folder, languages, "2025-11-21", &error);
      g_assert_null (change);
      g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID);
    }
}

static void
assert_refused (Fixture    *self,
                const char *svg)
{
  g_autoptr (SoleusOwnExercise) exercise = exercise_new ();
  g_autofree char *before = dup_file (self, "en.json"), *after = NULL;
  g_autoptr (SoleusOwnFolder) folder = open_folder (self, "2025-11-21");
  g_autoptr (GError) error = NULL;

  set_drawing (exercise, FALSE, svg);
  soleus_own_exercise_file_put (exercise, folder, "en");
  g_assert_false (soleus_own_folder_write (folder, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  after = dup_file (self, "en.json");
  g_assert_cmpstr (after, ==, before);
  g_assert_null (dup_file (self, "de.json"));
  g_assert_null (dup_drawing (self, exercise, "start"));
}

static void
test_nothing_is_half_written (Fixture       *self,
                              gconstpointer  data)
{
  g_autofree char *drawings = NULL;

  assert_refused (self, "no drawing");
  put (self, "en.json", HAND);
  assert_refused (self, "no drawing");
  drawings = dup_path (self, "drawings");
  g_assert_cmpint (g_rmdir (drawings), ==, 0);
  put (self, "drawings", "a file where the folder should be");
  assert_refused (self, SVG);
}

/* The last file of a change cannot be written: those before it are put back. */
static void
test_is_put_back (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (SoleusOwnExercise) exercise = exercise_new (), found = NULL;
  g_autoptr (SoleusOwnFolder) first = NULL, second = NULL;
  g_autofree char *en = NULL, *de = NULL, *path = NULL, *en_after = NULL, *de_after = NULL;
  g_autoptr (GError) error = NULL;

  set_drawing (exercise, FALSE, SVG);
  first = save (self, exercise, "2025-11-21");
  en = dup_file (self, "en.json");
  de = dup_file (self, "de.json");
  found = look_up (self, exercise->id);
  second = open_folder (self, "2025-11-21");
  soleus_own_exercise_file_take_out (found, second);
  {
    g_autofree char *name = g_strdup_printf ("drawings/%s-start.svg", exercise->id);

    path = dup_path (self, name);
    g_assert_cmpint (g_unlink (path), ==, 0);
    g_assert_cmpint (g_mkdir (path, 0700), ==, 0); /* in the place of the drawing that is to go */
  }
  g_assert_false (soleus_own_folder_write (second, &error));
  g_assert_nonnull (error);
  en_after = dup_file (self, "en.json");
  de_after = dup_file (self, "de.json");
  g_assert_cmpstr (en_after, ==, en);
  g_assert_cmpstr (de_after, ==, de);
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

/* What could not be written the first time is written whole the second. */
static void
test_is_written_again (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr (SoleusOwnExercise) exercise = exercise_new (), found = NULL;
  g_autoptr (SoleusOwnFolder) first = NULL, second = NULL, gone = NULL;
  g_autofree char *en = dup_path (self, "en.json");
  g_autoptr (GError) error = NULL;

  set_drawing (exercise, FALSE, SVG);
  first = open_folder (self, "2025-11-21");
  soleus_own_exercise_file_put (exercise, first, "en");
  g_assert_cmpint (g_mkdir_with_parents (en, 0700), ==, 0); /* in the place of the file */
  g_assert_false (soleus_own_folder_write (first, &error));
  g_assert_cmpint (g_rmdir (en), ==, 0);
  second = save (self, exercise, "2025-11-21");
  assert_drawings (self, exercise, SVG, NULL);

  found = look_up (self, exercise->id);
  gone = open_folder (self, "2025-11-22");
  soleus_own_exercise_file_take_out (found, gone);
  g_clear_error (&error);
  g_assert_true (soleus_own_folder_write (gone, &error));
}

/* It is known whether somebody changed it since it was found: its words in whatever language, a number or a drawing; not that it was saved as it is. */
static void
test_is_as_found (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (SoleusOwnExercise) exercise = exercise_new (), mine = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *described = NULL;

  set_drawing (exercise, FALSE, SVG);
  soleus_own_exercise_set_text (exercise, "de", SOLEUS_OWN_TEXT_STOP_IF, "Steht allein da."); /* which is no German exercise yet */
  soleus_own_folder_free (save (self, exercise, "2025-11-21"));
  described = soleus_own_exercise_describe (exercise);
  mine = look_up (self, exercise->id);
  g_assert_cmpstr (mine->found, ==, described);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (SoleusOwnExercise) theirs = look_up (self, exercise->id);
      g_autoptr (SoleusOwnFolder) folder = NULL;

      g_clear_pointer (&mine, soleus_own_exercise_free);
      mine = look_up (self, exercise->id);
      if (i == 1)
        soleus_own_exercise_set_text (theirs, "en", SOLEUS_OWN_TEXT_STEPS, "Press the foot down at once.");
      else if (i == 2)
        theirs->numbers[SOLEUS_OWN_NUMBER_HOLD] = 7;
      else if (i == 3)
        set_drawing (theirs, FALSE, OTHER_SVG);
      else if (i == 4)
        set_drawing (theirs, FALSE, NULL);
      soleus_own_folder_free (save (self, theirs, "2025-11-21"));
      folder = open_folder (self, "2025-11-21");
      g_assert_true (soleus_own_exercise_file_is_as_found (mine, folder, &error) == (i == 0));
      if (i > 0)
        g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_CHANGED);
      g_clear_error (&error);
    }
  {
    g_autoptr (SoleusOwnFolder) gone = open_folder (self, "2025-11-22"), folder = NULL;

    soleus_own_exercise_file_take_out (mine, gone);
    g_assert_true (soleus_own_folder_write (gone, &error));
    folder = open_folder (self, NULL);
    g_assert_false (soleus_own_exercise_file_is_as_found (mine, folder, &error));
    g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND);
    soleus_own_exercise_make_new (mine);
    g_assert_true (soleus_own_exercise_file_is_as_found (mine, folder, NULL));
  }
}

/* What is said to be massage or heat waits for the window in every language, and for the muscle that is said; also after it was changed. */
static void
test_waits_for_the_window (Fixture       *self,
                           gconstpointer  data)
{
  static const struct { SoleusModalityFamily family; const char *muscle; gboolean waits; } rows[] = {
    { SOLEUS_MODALITY_FAMILY_MASSAGE, "foot", TRUE }, { SOLEUS_MODALITY_FAMILY_NEITHER, "calf", FALSE }, { SOLEUS_MODALITY_FAMILY_HEAT, "soleus", TRUE },
  };
  g_autoptr (SoleusOwnExercise) exercise = exercise_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusOwnFolder) saved = NULL;
      g_autoptr (SoleusOwnExercise) found = NULL;

      exercise->family = rows[i].family;
      g_free (exercise->muscle);
      exercise->muscle = g_strdup (rows[i].muscle);
      saved = save (self, exercise, "2025-11-21");
      found = look_up (self, exercise->id);
      g_assert_cmpint (found->family, ==, rows[i].family);
      for (guint l = 0; languages[l] != NULL; l++)
        {
          g_autoptr (SoleusContent) content = load (self, languages[l]);
          SoleusContentExercise *made = soleus_content_find_exercise (content, exercise->id);

          g_assert_true (soleus_content_exercise_is_gated (made) == rows[i].waits);
          g_assert_cmpstr (soleus_content_exercise_get_muscle (made), ==, rows[i].muscle);
        }
    }
}

static void
test_what_is_wrong (void)
{
  g_autoptr (SoleusOwnExercise) exercise = soleus_own_exercise_new ();
  const char *language;

#define ASSERT_ISSUE(issue, spoken) \
  g_assert_cmpint (soleus_own_exercise_check (exercise, languages, &language), ==, issue); \
  g_assert_cmpstr (language, ==, spoken); \
  g_assert_true ((soleus_own_issue_get_sentence (issue) == NULL) == (issue == SOLEUS_OWN_ISSUE_NONE))

  ASSERT_ISSUE (SOLEUS_OWN_ISSUE_NAME, NULL);
  soleus_own_exercise_set_text (exercise, "de", SOLEUS_OWN_TEXT_STEPS, "  \n Gehen Sie.");
  ASSERT_ISSUE (SOLEUS_OWN_ISSUE_NAME, "de");
  soleus_own_exercise_set_text (exercise, "de", SOLEUS_OWN_TEXT_NAME, "Gehen");
  soleus_own_exercise_set_text (exercise, "de", SOLEUS_OWN_TEXT_STEPS, " \n ");
  ASSERT_ISSUE (SOLEUS_OWN_ISSUE_STEPS, "de");
  soleus_own_exercise_set_text (exercise, "de", SOLEUS_OWN_TEXT_STEPS, "Gehen Sie.");
  ASSERT_ISSUE (SOLEUS_OWN_ISSUE_STOP_IF, "de");
  soleus_own_exercise_set_text (exercise, "de", SOLEUS_OWN_TEXT_STOP_IF, "Bei Schmerz.");
  ASSERT_ISSUE (SOLEUS_OWN_ISSUE_KIND, NULL);
  exercise->kind = SOLEUS_CONTENT_KIND_ROLLER;
  ASSERT_ISSUE (SOLEUS_OWN_ISSUE_FAMILY, NULL);
  exercise->family = SOLEUS_MODALITY_FAMILY_NEITHER;
  ASSERT_ISSUE (SOLEUS_OWN_ISSUE_ROLLER, NULL);
  exercise->family = SOLEUS_MODALITY_FAMILY_HEAT;
  ASSERT_ISSUE (SOLEUS_OWN_ISSUE_ROLLER, NULL);
  exercise->family = SOLEUS_MODALITY_FAMILY_MASSAGE;
  ASSERT_ISSUE (SOLEUS_OWN_ISSUE_DOSE, NULL);
  exercise->numbers[SOLEUS_OWN_NUMBER_SETS] = exercise->numbers[SOLEUS_OWN_NUMBER_REPETITIONS] = 1;
  ASSERT_ISSUE (SOLEUS_OWN_ISSUE_NONE, NULL);
  soleus_own_exercise_set_text (exercise, "en", SOLEUS_OWN_TEXT_NAME, "Walk");
  ASSERT_ISSUE (SOLEUS_OWN_ISSUE_STEPS, "en");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/own-exercise/stands_in_every_language_in_its_words_or_those_that_there_are", test_life);
  ADD ("/own-exercise/has_its_drawings", test_drawings);
  ADD ("/own-exercise/stands_beside_what_is_written_by_hand", test_beside_what_is_written_by_hand);
  ADD ("/own-exercise/is_looked_for_in_odd_files", test_odd_files);
  ADD ("/own-exercise/is_written_whole_or_not_at_all", test_nothing_is_half_written);
  ADD ("/own-exercise/is_put_back_where_the_last_file_fails", test_is_put_back);
  ADD ("/own-exercise/is_written_again_where_it_failed", test_is_written_again);
  ADD ("/own-exercise/is_as_it_was_found", test_is_as_found);
  ADD ("/own-exercise/waits_for_the_window_as_it_was_said", test_waits_for_the_window);
  g_test_add_func ("/own-exercise/says_what_is_wrong", test_what_is_wrong);

  return g_test_run ();
}
