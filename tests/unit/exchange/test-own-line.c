/* A line of the clinic is added, changed, moved and taken out in every language, beside what somebody wrote into the files by hand; or nothing is written. */
#include "own-folder-fixture.h"

#include "soleus-error.h"
#include "soleus-own-line-file.h"
#include "soleus-own-section-file.h"

#include <glib/gstdio.h>

#define HAND "{\"version\": \"by hand\", \"sections\": [{\"id\": \"prevention\", \"lines\": [" \
  "{\"id\": \"own-first\", \"text\": \"First.\", \"facts\": [\"113\"], \"sources\": [\"S1\"], \"evidence\": \"weak\", \"audience\": \"both\"}," \
  "{\"id\": \"own-second\", \"text\": \"Second.\", \"facts\": [\"114\"], \"sources\": [\"S2\"], \"evidence\": \"folk\", \"audience\": \"athlete\"}," \
  "{\"id\": \"own-third\", \"text\": \"Third.\", \"facts\": [], \"sources\": [\"clinic-rule\"], \"evidence\": \"folk\", \"audience\": \"both\"}]}, " \
  "{\"id\": \"own-beach\", \"title\": \"At the beach\"}]}"

/* Returns: (transfer full) (nullable): what was written, for taking it back; %NULL with @error set */
static SoleusOwnFolder *
try_save (Fixture            *self,
          SoleusOwnLine      *line,
          const char *const  *all,
          const char         *date,
          GError            **error)
{
  g_autoptr (SoleusOwnFolder) folder = soleus_own_folder_open (self->folder, all, date, error);

  if (folder == NULL)
    return NULL;
  soleus_own_line_file_put (line, folder);
  return soleus_own_folder_write (folder, error) ? g_steal_pointer (&folder) : NULL;
}

static void
save (Fixture       *self,
      SoleusOwnLine *line,
      const char    *date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusOwnFolder) saved = try_save (self, line, languages, date, &error);

  g_assert_no_error (error);
}

static SoleusOwnLine *
look_up (Fixture     *self,
         const char  *id,
         GError     **error)
{
  g_autoptr (SoleusOwnFolder) folder = soleus_own_folder_open (self->folder, languages, NULL, error);

  return folder != NULL ? soleus_own_line_file_find (folder, id, error) : NULL;
}

/* "First.|Second.": the last lines of a section, as many as are the clinic's own */
static char *
dup_own_lines (SoleusContent *content,
               const char    *section)
{
  GListModel *lines = soleus_content_section_get_lines (soleus_content_get_section (content, section));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (SoleusContentLine) line = g_list_model_get_item (lines, i);

      if (g_str_has_prefix (soleus_content_line_get_id (line), "own-"))
        g_string_append_printf (text, "%s%s", text->len > 0 ? "|" : "", soleus_content_line_get_text (line));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_lines (Fixture    *self,
              const char *language,
              const char *section,
              const char *expected,
              const char *version)
{
  g_autoptr (SoleusContent) content = load (self, language);
  g_autofree char *lines = dup_own_lines (content, section);

  g_assert_cmpstr (lines, ==, expected);
  g_assert_cmpstr (soleus_content_get_own_version (content), ==, version);
}

static void
test_life (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (SoleusOwnLine) line = soleus_own_line_new ("prevention"), found = NULL, gone = NULL;
  g_autoptr (GError) error = NULL;

  soleus_own_line_set_text (line, "en", "  Call us before your next race. ");
  save (self, line, "2025-11-21");
  g_assert_true (g_str_has_prefix (line->id, "own-"));
  assert_lines (self, "en", "prevention", "Call us before your next race.", "2025-11-21");
  assert_lines (self, "de", "prevention", "", NULL);

  found = look_up (self, line->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->section, ==, "prevention");
  g_assert_cmpint (found->audience, ==, SOLEUS_CONTENT_AUDIENCE_BOTH);
  g_assert_cmpint (found->evidence, ==, SOLEUS_EVIDENCE_EXPERT);
  g_assert_null (soleus_own_line_get_text (found, "de"));
  found->audience = SOLEUS_CONTENT_AUDIENCE_ATHLETE;
  found->evidence = SOLEUS_EVIDENCE_FOLK;
  soleus_own_line_set_text (found, "de", "Rufen Sie uns vor dem nächsten Wettkampf an.");
  save (self, found, "2025-11-21");
  assert_lines (self, "en", "prevention", "Call us before your next race.", "2025-11-21.2");
  assert_lines (self, "de", "prevention", "Rufen Sie uns vor dem nächsten Wettkampf an.", "2025-11-21");

  soleus_own_line_set_text (found, "en", NULL);
  save (self, found, "2025-11-21");
  assert_lines (self, "en", "prevention", "", "2025-11-21.3");
  soleus_own_line_set_text (found, "de", " \t ");
  save (self, found, "2025-11-22");
  assert_lines (self, "de", "prevention", "", "2025-11-22");
  gone = look_up (self, line->id, &error);
  g_assert_null (gone);
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND);
}

static void
test_beside_what_is_written_by_hand (Fixture       *self,
                                     gconstpointer  data)
{
  g_autoptr (SoleusOwnLine) second = NULL, moved = NULL;
  g_autoptr (SoleusContent) content = NULL;
  g_autoptr (SoleusContentLine) line = NULL;
  GListModel *lines;

  put (self, "en.json", HAND);
  second = look_up (self, "own-second", NULL);
  soleus_own_line_set_text (second, "en", "Second, changed.");
  save (self, second, "2025-11-21");
  assert_lines (self, "en", "prevention", "First.|Second, changed.|Third.", "2025-11-21");

  /* its facts and sources stay */
  content = load (self, "en");
  lines = soleus_content_section_get_lines (soleus_content_get_section (content, "prevention"));
  line = g_list_model_get_item (lines, g_list_model_get_n_items (lines) - 2);
  g_assert_cmpstr (soleus_content_line_get_facts (line)[0], ==, "114");
  g_assert_cmpstr (soleus_content_line_get_sources (line)[0], ==, "S2");
  g_assert_cmpint (soleus_content_line_get_audience (line), ==, SOLEUS_CONTENT_AUDIENCE_ATHLETE);

  moved = look_up (self, "own-first", NULL);
  g_free (moved->section);
  moved->section = g_strdup ("own-beach");
  save (self, moved, "2025-11-21");
  assert_lines (self, "en", "prevention", "Second, changed.|Third.", "2025-11-21.2");
  assert_lines (self, "en", "own-beach", "First.", "2025-11-21.2");
  soleus_own_line_set_text (moved, "en", NULL);
  save (self, moved, "2025-11-21");
  assert_lines (self, "en", "own-beach", "", "2025-11-21.3"); /* a section with a title stays without lines */
}

static void
assert_refused (Fixture       *self,
                SoleusOwnLine *line)
{
  g_autofree char *before = dup_file (self, "en.json"), *german = dup_file (self, "de.json"), *after = NULL, *german_after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusOwnFolder) saved = try_save (self, line, languages, "2025-11-21", &error);

  g_assert_null (saved);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  after = dup_file (self, "en.json");
  german_after = dup_file (self, "de.json");
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (german_after, ==, german);
}

static void
test_nothing_is_half_written (Fixture       *self,
                              gconstpointer  data)
{
  static const char *const faults[] = {
    "{\"version\": \"1\", \"sections\": [{\"id\": \"prevention\", \"lines\": 7}]}",
    "{\"version\": \"1\", \"sections\": [{\"id\": \"prevention\", \"surprise\": true}]}",
    "{\"sections\": []}",
    "{\"version\": \"1\"",
    "[]",
    "",
  };
  g_autofree char *de = dup_path (self, "de.json");

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (SoleusOwnLine) line = soleus_own_line_new ("prevention");

      soleus_own_line_set_text (line, "de", "Zuerst geschrieben.");
      soleus_own_line_set_text (line, "en", "Then.");
      put (self, "en.json", faults[i]);
      assert_refused (self, line);
    }
  {
    /* the second file cannot be read */
    g_autoptr (SoleusOwnLine) line = soleus_own_line_new ("prevention");
    static const char *const other[] = { "en", "de", NULL };
    g_autofree char *before = NULL, *after = NULL;
    g_autoptr (GError) error = NULL;

    put (self, "en.json", HAND);
    before = dup_file (self, "en.json");
    soleus_own_line_set_text (line, "en", "Put back.");
    soleus_own_line_set_text (line, "de", "Nie geschrieben.");
    g_assert_cmpint (g_mkdir (de, 0700), ==, 0);
    g_assert_null (try_save (self, line, other, "2025-11-21", &error));
    g_assert_nonnull (error);
    after = dup_file (self, "en.json");
    g_assert_cmpstr (after, ==, before);
  }
}

static void
test_unknown_section (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr (SoleusOwnLine) line = soleus_own_line_new ("nowhere");

  soleus_own_line_set_text (line, "en", "Lost.");
  assert_refused (self, line);
}

/* What was written is taken back in a version of its own, not where it was changed since; what had not been recorded leaves no trace. */
static void
test_is_taken_back (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr (SoleusOwnLine) line = soleus_own_line_new ("prevention");
  g_autoptr (SoleusOwnFolder) first = NULL, second = NULL, back = NULL, forward = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;

  put (self, "en.json", HAND);
  before = dup_file (self, "en.json");
  soleus_own_line_set_text (line, "en", "Fourth.");
  soleus_own_line_set_text (line, "de", "Viertens.");
  first = try_save (self, line, languages, "2025-11-21", &error);
  g_assert_no_error (error);
  assert_lines (self, "en", "prevention", "First.|Second.|Third.|Fourth.", "2025-11-21");
  soleus_own_folder_put_back (first);
  after = dup_file (self, "en.json");
  g_assert_cmpstr (after, ==, before);
  g_assert_null (dup_file (self, "de.json"));

  second = try_save (self, line, languages, "2025-11-21", &error);
  g_assert_no_error (error);
  back = soleus_own_folder_reverse (second, "2025-11-22", &error);
  g_assert_no_error (error);
  g_assert_true (soleus_own_folder_write (back, &error));
  assert_lines (self, "en", "prevention", "First.|Second.|Third.", "2025-11-22");
  assert_lines (self, "de", "prevention", "", "2025-11-22");

  /* and forward again, but not twice */
  forward = soleus_own_folder_reverse (back, "2025-11-22", &error);
  g_assert_no_error (error);
  g_assert_true (soleus_own_folder_write (forward, &error));
  assert_lines (self, "en", "prevention", "First.|Second.|Third.|Fourth.", "2025-11-22.2");
  assert_lines (self, "de", "prevention", "Viertens.", "2025-11-22.2");
  g_assert_null (soleus_own_folder_reverse (back, "2025-11-22", &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED);
}

static SoleusOwnFolder *
save_section (Fixture          *self,
              SoleusOwnSection *section)
{
  g_autoptr (GError) error = NULL;
  SoleusOwnFolder *folder = open_folder (self, "2025-11-21");

  soleus_own_section_file_put (section, folder, soleus_own_section_find_language (section, "en", languages));
  soleus_own_folder_write (folder, &error);
  g_assert_no_error (error);
  return folder;
}

static void
assert_section (Fixture    *self,
                const char *language,
                const char *id,
                const char *title,
                const char *spoken)
{
  g_autoptr (SoleusContent) content = load (self, language);
  SoleusContentSection *section = soleus_content_get_section (content, id);

  g_assert_true ((section != NULL) == (title != NULL));
  if (section == NULL)
    return;
  g_assert_true (soleus_content_section_is_own (section));
  g_assert_cmpstr (soleus_content_section_get_title (section), ==, title);
  g_assert_cmpstr (soleus_content_section_get_language (section), ==, spoken);
}

/* A part of the clinic has a title in every language, so that lines can be added to it in each; it goes with its lines, and comes back with them. */
static void
test_part (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (SoleusOwnSection) section = soleus_own_section_new (), found = NULL;
  g_autoptr (SoleusOwnFolder) first = NULL, second = NULL, gone = NULL, back = NULL, folder = NULL;
  g_autoptr (SoleusOwnLine) line = NULL;
  g_autoptr (GError) error = NULL;

  soleus_own_section_set_title (section, "en", " At the beach ");
  first = save_section (self, section);
  assert_section (self, "en", section->id, "At the beach", NULL);
  assert_section (self, "de", section->id, "At the beach", "en");
  line = soleus_own_line_new (section->id);
  soleus_own_line_set_text (line, "de", "Ruhen Sie im Schatten.");
  save (self, line, "2025-11-21");

  folder = open_folder (self, NULL);
  found = soleus_own_section_file_find (folder, section->id, &error);
  g_assert_no_error (error);
  g_assert_null (soleus_own_section_get_title (found, "de"));
  soleus_own_section_set_title (found, "de", "Am Strand");
  second = save_section (self, found);
  assert_section (self, "de", section->id, "Am Strand", NULL);
  assert_lines (self, "de", section->id, "Ruhen Sie im Schatten.", "2025-11-21.3");

  gone = open_folder (self, "2025-11-22");
  soleus_own_section_file_take_out (found, gone);
  g_assert_true (soleus_own_folder_write (gone, &error));
  assert_section (self, "en", section->id, NULL, NULL);
  assert_section (self, "de", section->id, NULL, NULL);
  back = soleus_own_folder_reverse (gone, "2025-11-22", &error);
  g_assert_no_error (error);
  g_assert_true (soleus_own_folder_write (back, &error));
  assert_section (self, "en", section->id, "At the beach", NULL);
  assert_lines (self, "de", section->id, "Ruhen Sie im Schatten.", "2025-11-22.2");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/own-line/lives_in_each_language_that_it_speaks", test_life);
  ADD ("/own-line/stands_beside_what_is_written_by_hand", test_beside_what_is_written_by_hand);
  ADD ("/own-line/is_written_whole_or_not_at_all", test_nothing_is_half_written);
  ADD ("/own-line/needs_a_section_that_is_there", test_unknown_section);

  ADD ("/own-line/is_taken_back", test_is_taken_back);
  ADD ("/own-line/stands_in_a_part_of_the_clinic", test_part);

  return g_test_run ();
}
