/* Half a protocol is never shown: every fault in a file is refused, and named with its file and id. */
#include "soleus-content-reader.h"
#include "soleus-error.h"

#include <glib/gstdio.h>
#include <string.h>

#define LINE(more) "{\"sections\": [{\"id\": \"s\", \"title\": \"S\", \"lines\": [{\"id\": \"s.a\"," more "}]}]}"
#define GOOD "\"text\": \"T\", \"facts\": [\"65\"], \"sources\": [\"S3\"], \"evidence\": \"expert\", \"audience\": \"both\""
#define PROTOCOL "{\"language\": \"en\", \"version\": \"7\", \"files\": [\"a.json\"]}"

typedef struct {
  char *base;
} Fixture;

static void
write_file (Fixture    *fixture,
            const char *language,
            const char *file,
            const char *text)
{
  g_autofree char *folder = g_build_filename (fixture->base, language, NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  fixture->base = g_dir_make_tmp ("soleus-content-XXXXXX", &error);
  g_assert_no_error (error);
  write_file (fixture, "en", "protocol.json", PROTOCOL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  const char *const files[] = { "en/protocol.json", "en/a.json", "en", "de/protocol.json", "de/a.json", "de" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->base, files[i], NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (fixture->base), ==, 0);
  g_free (fixture->base);
}

static void
assert_refused (Fixture    *fixture,
                const char *text,
                const char *part)
{
  g_autoptr (GError) error = NULL;

  write_file (fixture, "en", "a.json", text);
  g_assert_null (soleus_content_load (fixture->base, "en", &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
}

static void
test_good (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusContent) content = NULL;
  SoleusContentLine *line;

  write_file (fixture, "en", "a.json", LINE (GOOD ", \"timer\": \"count-down\", \"minimum-seconds\": 10, \"maximum-seconds\": 15"));
  content = soleus_content_load (fixture->base, "en", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (soleus_content_get_version (content), ==, "7");

  line = soleus_content_section_find_line (soleus_content_get_section (content, "s"), "s.a");
  g_assert_cmpstr (soleus_content_line_get_text (line), ==, "T");
  g_assert_cmpstr (soleus_content_line_get_facts (line)[0], ==, "65");
  g_assert_cmpint (soleus_content_line_get_evidence (line), ==, SOLEUS_EVIDENCE_EXPERT);
  g_assert_null (soleus_content_line_get_disagreement (line));
  g_assert_null (soleus_content_line_get_drawing (line));
  g_assert_cmpint (soleus_content_line_get_timer (line), ==, SOLEUS_CONTENT_TIMER_COUNT_DOWN);
  g_assert_cmpint (soleus_content_line_get_maximum_seconds (line), ==, 15);

  g_assert_finalize_object (g_steal_pointer (&content));
}

static void
test_faults (Fixture       *fixture,
             gconstpointer  user_data)
{
  assert_refused (fixture, LINE ("\"facts\": []"), "en/a.json, s.a: “text” is missing");
  assert_refused (fixture, LINE (GOOD ", \"colour\": \"red\""), "en/a.json, s.a: “colour” is not known");
  assert_refused (fixture, LINE ("\"text\": \"T\", \"facts\": [], \"sources\": [], \"evidence\": \"sure\", \"audience\": \"both\""), "s.a: “evidence” cannot be “sure”");
  assert_refused (fixture, LINE ("\"text\": \"T\", \"facts\": [\"132\"]"), "s.a: There is no fact “132”");
  assert_refused (fixture, LINE ("\"text\": \"T\", \"facts\": [\"6b\"]"), "There is no fact “6b”");
  assert_refused (fixture, LINE ("\"text\": \"T\", \"facts\": [65]"), "not a text");
  assert_refused (fixture, LINE ("\"text\": \"\""), "“text” is not a text");
  assert_refused (fixture, LINE ("\"text\": [\"T\"]"), "“text” is not a text");
  assert_refused (fixture, LINE (GOOD ", \"minimum-seconds\": -1"), "not a number");
  assert_refused (fixture, LINE (GOOD ", \"minimum-seconds\": 99999999999999999999"), "not a number");
  assert_refused (fixture, LINE (GOOD ", \"minimum-seconds\": 1.5"), "not a number");
  assert_refused (fixture, LINE (GOOD "}, {\"id\": \"s.a\", " GOOD), "s.a: This id is used twice");
  assert_refused (fixture, "{\"sections\": [{\"title\": \"S\"}]}", "An entry has no id");
  assert_refused (fixture, "{\"sections\": [1]}", "An entry has no id");
  assert_refused (fixture, "{\"sections\": {}}", "“sections” is not a list");
  assert_refused (fixture, "{\"chapters\": []}", "“chapters” is not known");
  assert_refused (fixture, "{\"texts\": {\"a\": 1}}", "en/a.json, a: This is not a text");
  assert_refused (fixture, "[]", "does not begin with {");
  assert_refused (fixture, "{\"sections\": [}", "en/a.json: ");
  assert_refused (fixture, "{\"sections\": [{\"id\": \"p\", \"title\": \"P\", \"phase\": 1, \"exercises\": [\"none\"]}]}", "There is no exercise “none”");
  assert_refused (fixture, "{\"exercises\": [{\"id\": \"e\"}]}", "en/a.json, e: “name” is missing");
}

static void
test_missing_file (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (soleus_content_load (fixture->base, "en", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
test_escape (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  write_file (fixture, "en", "protocol.json", "{\"language\": \"en\", \"version\": \"7\", \"files\": [\"../en/a.json\"]}");
  write_file (fixture, "en", "a.json", "{}");
  g_assert_null (soleus_content_load (fixture->base, "en", &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID);
}

static void
assert_language (Fixture    *fixture,
                 const char *wished,
                 const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusContent) content = soleus_content_load (fixture->base, wished, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (soleus_content_get_language (content), ==, expected);
}

static void
test_fallback (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_auto (GStrv) languages = NULL;

  write_file (fixture, "en", "a.json", "{}");
  write_file (fixture, "de", "protocol.json", "{\"language\": \"de\", \"version\": \"7\", \"files\": [\"a.json\"]}");
  write_file (fixture, "de", "a.json", "{}");

  assert_language (fixture, "de", "de");
  assert_language (fixture, "de_AT.UTF-8", "de");
  assert_language (fixture, "de-CH", "de");
  assert_language (fixture, "en_GB", "en");
  assert_language (fixture, "yo", "en");
  assert_language (fixture, "", "en");
  assert_language (fixture, "../de", "en");
  assert_language (fixture, NULL, "en");

  languages = soleus_content_list_languages (fixture->base);
  g_assert_cmpuint (g_strv_length (languages), ==, 2);
  g_assert_cmpstr (languages[0], ==, "de");
  g_assert_cmpstr (languages[1], ==, "en");
}

static void
test_built_in (void)
{
  g_auto (GStrv) languages = soleus_content_list_languages (SOLEUS_CONTENT_RESOURCES);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (g_getenv ("SOLEUS_SOURCE_DIR"), "data", "content", NULL);
  g_autoptr (SoleusContent) built_in = soleus_content_load_built_in ("de", &error);
  g_autoptr (SoleusContent) files = NULL;
  static const char *const expected[] = { "ar", "de", "en", "es", "fr" };

  g_assert_no_error (error);
  for (guint i = 0; i <= G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (languages[i], ==, i < G_N_ELEMENTS (expected) ? expected[i] : NULL);

  files = soleus_content_load (folder, "de", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (soleus_content_list_exercises (files)), ==,
                    g_list_model_get_n_items (soleus_content_list_exercises (built_in)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/content-reader/a_line_arrives_with_all_its_members", Fixture, NULL, set_up, test_good, tear_down);
  g_test_add ("/content-reader/faults_are_refused_with_file_and_id", Fixture, NULL, set_up, test_faults, tear_down);
  g_test_add ("/content-reader/a_file_that_is_listed_must_be_there", Fixture, NULL, set_up, test_missing_file, tear_down);
  g_test_add ("/content-reader/a_list_of_files_cannot_leave_its_folder", Fixture, NULL, set_up, test_escape, tear_down);
  g_test_add ("/content-reader/a_language_falls_back_to_english", Fixture, NULL, set_up, test_fallback, tear_down);
  g_test_add_func ("/content-reader/resources_and_files_hold_the_same", test_built_in);

  return g_test_run ();
}
