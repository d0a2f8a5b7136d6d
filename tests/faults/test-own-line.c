/* A line of the clinic is written into files beside the clinic file, and the audit says so. Where the audit takes nothing, the line stays as it was. */
#include "soleus-config.h"

#include "broken-table.h"
#include "tests/scratch-folder.h"

#include "soleus-clinic-content.h"
#include "soleus-clinic-own.h"
#include "soleus-clock.h"
#include "soleus-records.h"

#define WORDS "Call us before your next race."
#define OTHER_WORDS "Call us after your next race."

typedef struct {
  char         *folder;
  char         *path;
  SoleusClinic *clinic;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (SoleusMoment) now = soleus_moment_parse ("2025-05-20T12:00+02:00", NULL);
  g_autoptr (SoleusClock) clock = soleus_clock_new_fixed (now->instant);
  g_autoptr (SoleusRecord) therapist = soleus_record_new (&soleus_therapist_kind);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("soleus-own-line-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "clinic.soleus", NULL);
  self->clinic = soleus_clinic_open (self->path, SOLEUS_CLINIC_OPEN_CREATE, clock, &error);
  g_assert_no_error (error);
  soleus_record_set_text (therapist, "name", "T. Exemplar");
  soleus_clinic_save (self->clinic, therapist, &error);
  g_assert_no_error (error);
  soleus_clinic_set_therapist (self->clinic, therapist);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_object_unref (self->clinic);
  g_free (self->path);
  scratch_folder_remove (self->folder);
  g_free (self->folder);
}

/* "Call us…": the words of the line that the clinic added to “prevention”; "" where there is none */
static char *
dup_words (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusContent) content = soleus_clinic_load_content (self->clinic, "en", &error);
  GListModel *lines;
  g_autoptr (SoleusContentLine) last = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (soleus_clinic_get_content_problem (self->clinic), ==, NULL);
  lines = soleus_content_section_get_lines (soleus_content_get_section (content, "prevention"));
  last = g_list_model_get_item (lines, g_list_model_get_n_items (lines) - 1);
  return g_strdup (g_str_has_prefix (soleus_content_line_get_id (last), "own-") ? soleus_content_line_get_text (last) : "");
}

static void
assert_words (Fixture    *self,
              const char *wanted)
{
  g_autofree char *words = dup_words (self);

  g_assert_cmpstr (words, ==, wanted);
}

static SoleusOwnLine *
add (Fixture *self)
{
  SoleusOwnLine *line = soleus_own_line_new ("prevention");
  g_autoptr (GError) error = NULL;

  soleus_own_line_set_text (line, "en", WORDS);
  soleus_clinic_save_own_line (self->clinic, line, &error);
  g_assert_no_error (error);
  return line;
}

static void
test_whole (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (SoleusOwnLine) line = add (self);
  g_autoptr (GError) error = NULL;

  assert_words (self, WORDS);
  soleus_own_line_set_text (line, "en", OTHER_WORDS);
  g_assert_true (soleus_clinic_save_own_line (self->clinic, line, &error));
  assert_words (self, OTHER_WORDS);
  g_assert_true (soleus_clinic_remove_own_line (self->clinic, line->id, &error));
  assert_words (self, "");
  g_assert_true (soleus_clinic_undo (self->clinic, &error));
  assert_words (self, OTHER_WORDS);
  g_assert_false (soleus_clinic_can_undo (self->clinic));
}

static void
test_no_audit (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (SoleusOwnLine) line = add (self), new_line = soleus_own_line_new ("prevention");
  g_autoptr (GError) error = NULL;

  broken_table_break (self->path, "audit", BROKEN_FULL);

  g_assert_false (soleus_clinic_undo (self->clinic, &error));
  g_assert_nonnull (error);
  assert_words (self, WORDS);
  g_clear_error (&error);

  soleus_own_line_set_text (line, "en", OTHER_WORDS);
  g_assert_false (soleus_clinic_save_own_line (self->clinic, line, &error));
  g_assert_nonnull (error);
  assert_words (self, WORDS);
  g_clear_error (&error);

  g_assert_false (soleus_clinic_remove_own_line (self->clinic, line->id, &error));
  g_assert_nonnull (error);
  assert_words (self, WORDS);
  g_clear_error (&error);

  soleus_own_line_set_text (new_line, "en", OTHER_WORDS);
  g_assert_false (soleus_clinic_save_own_line (self->clinic, new_line, &error));
  g_assert_nonnull (error);
  assert_words (self, WORDS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/own-line/is_written_changed_and_removed", Fixture, NULL, set_up, test_whole, tear_down);
  g_test_add ("/own-line/stays_as_it_was_without_an_audit", Fixture, NULL, set_up, test_no_audit, tear_down);

  return g_test_run ();
}
