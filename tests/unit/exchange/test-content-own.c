/* What a clinic adds is taken whole or not at all, and never in the place of what is shipped. */
#include "soleus-content-own.h"
#include "soleus-content-reader.h"
#include "soleus-error.h"

#include <glib/gstdio.h>
#include <string.h>

#define EXERCISE(id, more) "{\"id\": \"" id "\", \"name\": \"Sand walk\", \"kind\": \"walk-and-run\", \"phase\": 3, \"muscle\": \"calf\", " \
  "\"family\": \"neither\", \"start-drawing\": \"easy-walk-start\", \"end-drawing\": \"easy-walk-end\", \"steps\": [\"Walk in sand.\"], \"sets\": 1, " \
  "\"repetitions\": 1, \"hold-seconds\": 0, \"rest-seconds\": 0, \"times-a-day\": 1, \"days-a-week\": 2, \"tempo\": \"easy\", \"load\": \"none\", " \
  "\"side-rule\": \"both\", \"stop-if\": \"Stop if it hurts.\", \"basis\": \"Our clinic.\", \"facts\": [], \"sources\": [\"clinic-rule\"], \"evidence\": \"expert\"" more "}"
#define LINE(id) "{\"id\": \"" id "\", \"text\": \"Rinse with sea water.\", \"facts\": [], \"sources\": [\"clinic-rule\"], \"evidence\": \"folk\", \"audience\": \"both\"}"

typedef struct {
  char          *folder;
  SoleusContent *content;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("soleus-own-XXXXXX", &error);
  g_assert_no_error (error);
  g_clear_object (&self->content);
  {
    g_autoptr (SoleusContent) registers = soleus_content_load_built_in ("en", &error);

    g_assert_no_error (error);
  }
  self->content = soleus_content_load (SOLEUS_CONTENT_RESOURCES, "en", &error);
  g_assert_no_error (error);
}

static void
write_file (Fixture    *self,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL), *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  static const char *const names[] = { "en.json", "drawings/own-sand-start.svg", "drawings" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_assert_finalize_object (self->content);
}

static void
test_adds_beside_what_is_shipped (Fixture       *self,
                                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  SoleusContentSection *prevention = soleus_content_get_section (self->content, "prevention"), *phase = soleus_content_get_section (self->content, "phase-3");
  guint n_lines = g_list_model_get_n_items (soleus_content_section_get_lines (prevention));
  guint n_exercises = g_strv_length ((char **) soleus_content_section_get_exercises (phase));
  const char *const *exercises;

  write_file (self, "en.json", "{\"version\": \"2026-11\", \"exercises\": [" EXERCISE ("own-sand-walk", "") "], \"sections\": ["
              "{\"id\": \"prevention\", \"lines\": [" LINE ("own-rinse") "]}, {\"id\": \"phase-3\", \"exercises\": [\"own-sand-walk\", \"march\"]}, "
              "{\"id\": \"own-beach\", \"title\": \"At the beach\", \"lines\": [" LINE ("own-beach.rinse") "]}]}");
  g_assert_true (soleus_content_read_own (self->content, self->folder, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (soleus_content_get_own_version (self->content), ==, "2026-11");
  g_assert_cmpuint (g_list_model_get_n_items (soleus_content_section_get_lines (prevention)), ==, n_lines + 1);
  exercises = soleus_content_section_get_exercises (phase);
  g_assert_cmpuint (g_strv_length ((char **) exercises), ==, n_exercises + 2);
  g_assert_cmpstr (exercises[n_exercises], ==, "own-sand-walk");
  g_assert_nonnull (soleus_content_find_exercise (self->content, "own-sand-walk"));
  g_assert_nonnull (soleus_content_section_find_line (soleus_content_get_section (self->content, "own-beach"), "own-beach.rinse"));
}

static void
test_a_drawing_of_its_own (Fixture       *self,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf ("{\"version\": \"1\", \"exercises\": [%s]}", EXERCISE ("own-sand-walk", ""));
  g_autoptr (GString) own = g_string_new (text);
  SoleusContentExercise *exercise;

  g_string_replace (own, "easy-walk-start", "own-sand-start", 0);
  write_file (self, "en.json", own->str);
  g_assert_false (soleus_content_read_own (self->content, self->folder, &error)); /* the drawing is missing */
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);
  g_assert_null (soleus_content_find_exercise (self->content, "own-sand-walk"));
  write_file (self, "drawings/own-sand-start.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"/>");
  g_assert_true (soleus_content_read_own (self->content, self->folder, &error));
  g_assert_no_error (error);
  exercise = soleus_content_find_exercise (self->content, "own-sand-walk");
  g_assert_nonnull (soleus_content_exercise_get_svg (exercise, FALSE));
  g_assert_null (soleus_content_exercise_get_svg (exercise, TRUE)); /* a shipped one */
}

static void
test_nothing_there_adds_nothing (Fixture       *self,
                                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (soleus_content_read_own (self->content, self->folder, &error));
  g_assert_no_error (error);
  g_assert_null (soleus_content_get_own_version (self->content));
}

static void
test_faults_leave_the_content_as_it_was (Fixture       *self,
                                         gconstpointer  data)
{
  static const struct { const char *text, *part; } rows[] = {
    { "{\"sections\": []}", "“version” is missing" },
    { "{\"version\": \"1\", \"texts\": {}}", "“texts” is not known" },
    { "{\"version\": \"1\", \"exercises\": [" EXERCISE ("sand-walk", "") "]}", "begins with “own-”" },
    { "{\"version\": \"1\", \"exercises\": [" EXERCISE ("ankle-pumps", "") "]}", "used twice" },
    { "{\"version\": \"1\", \"exercises\": [" EXERCISE ("own-a", ", \"colour\": \"red\"") "]}", "“colour” is not known" },
    { "{\"version\": \"1\", \"sections\": [{\"id\": \"prevention\", \"title\": \"Mine\"}]}", "“title” is not known" },
    { "{\"version\": \"1\", \"sections\": [{\"id\": \"prevention\", \"lines\": [" LINE ("mine") "]}]}", "begins with “own-”" },
    { "{\"version\": \"1\", \"sections\": [{\"id\": \"beach\", \"title\": \"Beach\"}]}", "begins with “own-”" },
    { "{\"version\": \"1\", \"sections\": [{\"id\": \"phase-3\", \"exercises\": [\"own-none\"]}]}", "There is no exercise" },
    { "{\"version\": \"1\", \"sections\": [{\"id\": \"phase-3\", \"exercises\": [\"march\"]}, {\"id\": \"beach\", \"title\": \"B\"}]}", "begins with “own-”" },
    { "{\"version\": \"1\", \"sections\": [{\"id\": [], \"title\": \"B\"}]}", "An entry has no id" },
    { "{\"version\": \"1\", \"sections\": [{\"id\": {}, \"lines\": 1}]}", "An entry has no id" },
    { "{\"version\": \"1\"", "en/en.json" },
  };
  guint n = g_strv_length ((char **) soleus_content_section_get_exercises (soleus_content_get_section (self->content, "phase-3")));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      write_file (self, "en.json", rows[i].text);
      g_assert_false (soleus_content_read_own (self->content, self->folder, &error));
      g_assert_nonnull (error);
      if (strstr (error->message, rows[i].part) == NULL)
        g_error ("“%s” does not say “%s”", error->message, rows[i].part);
      g_assert_null (soleus_content_get_own_version (self->content));
      g_assert_cmpuint (g_strv_length ((char **) soleus_content_section_get_exercises (soleus_content_get_section (self->content, "phase-3"))), ==, n);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/content-own/adds_beside_what_is_shipped", Fixture, NULL, set_up, test_adds_beside_what_is_shipped, tear_down);
  g_test_add ("/content-own/a_drawing_of_its_own", Fixture, NULL, set_up, test_a_drawing_of_its_own, tear_down);
  g_test_add ("/content-own/nothing_there_adds_nothing", Fixture, NULL, set_up, test_nothing_there_adds_nothing, tear_down);
  g_test_add ("/content-own/faults_leave_the_content_as_it_was", Fixture, NULL, set_up, test_faults_leave_the_content_as_it_was, tear_down);
  return g_test_run ();
}
