/* A line or an exercise of the clinic is written into files beside the clinic file, and the audit says so. Where the audit takes nothing, it stays as it
 * was. */
#include "soleus-config.h"

#include "broken-table.h"
#include "tests/scratch-folder.h"

#include "soleus-clinic-content.h"
#include "soleus-clinic-drawing.h"
#include "soleus-clinic-own.h"
#include "soleus-clock.h"
#include "soleus-error.h"
#include "soleus-records.h"
#include "soleus-svg.h"

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
  g_assert_true (soleus_clinic_remove_own_line (self->clinic, line, &error));
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

  g_assert_false (soleus_clinic_remove_own_line (self->clinic, line, &error));
  g_assert_nonnull (error);
  assert_words (self, WORDS);
  g_clear_error (&error);

  soleus_own_line_set_text (new_line, "en", OTHER_WORDS);
  g_assert_false (soleus_clinic_save_own_line (self->clinic, new_line, &error));
  g_assert_nonnull (error);
  assert_words (self, WORDS);
}

/* --- a part --- */

static void
assert_part (Fixture    *self,
             const char *id,
             const char *title)
{
  g_autoptr (SoleusContent) content = soleus_clinic_load_content (self->clinic, "de", NULL);
  SoleusContentSection *section = soleus_content_get_section (content, id);

  g_assert_cmpstr (section != NULL ? soleus_content_section_get_title (section) : NULL, ==, title);
}

static void
test_part (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (SoleusOwnSection) part = soleus_own_section_new (), other = soleus_own_section_new ();
  g_autofree char *folder = soleus_clinic_dup_content_folder (self->clinic), *german = NULL, *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (soleus_clinic_save_own_section (self->clinic, part, &error)); /* without a title */
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID);
  g_clear_error (&error);
  soleus_own_section_set_title (part, "en", "At the beach");
  g_assert_true (soleus_clinic_save_own_section (self->clinic, part, &error));
  assert_part (self, part->id, "At the beach");
  g_assert_true (soleus_clinic_remove_own_section (self->clinic, part, &error));
  assert_part (self, part->id, NULL);
  g_assert_true (soleus_clinic_undo (self->clinic, &error));
  assert_part (self, part->id, "At the beach");

  broken_table_break (self->path, "audit", BROKEN_FULL);

  soleus_own_section_set_title (part, "en", "By the sea");
  g_assert_false (soleus_clinic_save_own_section (self->clinic, part, &error));
  g_clear_error (&error);
  g_assert_false (soleus_clinic_remove_own_section (self->clinic, part, &error));
  g_clear_error (&error);
  assert_part (self, part->id, "At the beach");
  soleus_own_section_set_title (other, "en", "By the lake");
  g_assert_false (soleus_clinic_save_own_section (self->clinic, other, &error));
  g_assert_null (other->id); /* as new as it was */
  german = g_build_filename (folder, "de.json", NULL);
  g_assert_true (g_file_get_contents (german, &text, NULL, &error));
  g_assert_nonnull (strstr (text, "At the beach"));
  g_assert_null (strstr (text, "By the"));
}

/* --- an exercise, with a drawing --- */

#define SVG "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"/>"
#define OTHER_SVG "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"4\"/>"

/* what an exercise is called, and its drawing; %NULL: it is not there */
static void
assert_exercise (Fixture    *self,
                 const char *id,
                 const char *name,
                 const char *svg)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusContent) content = soleus_clinic_load_content (self->clinic, "de", &error);
  SoleusContentExercise *exercise;

  g_assert_no_error (error);
  g_assert_cmpstr (soleus_clinic_get_content_problem (self->clinic), ==, NULL);
  exercise = soleus_content_find_exercise (content, id);
  if (name == NULL)
    {
      g_assert_null (exercise);
      return;
    }
  g_assert_nonnull (exercise);
  g_assert_cmpstr (soleus_content_exercise_get_name (exercise), ==, name);
  g_assert_cmpmem (g_bytes_get_data (soleus_content_exercise_get_svg (exercise, FALSE), NULL), g_bytes_get_size (soleus_content_exercise_get_svg (exercise, FALSE)),
                   svg, strlen (svg));
}

static void
draw (SoleusOwnExercise *exercise,
      const char        *svg)
{
  g_autoptr (GBytes) bytes = g_bytes_new (svg, strlen (svg));

  soleus_own_exercise_set_svg (exercise, FALSE, bytes);
}

static SoleusOwnExercise *
add_exercise (Fixture *self)
{
  SoleusOwnExercise *exercise = soleus_own_exercise_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (soleus_clinic_save_own_exercise (self->clinic, exercise, &error)); /* nothing is said in it */
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID);
  g_clear_error (&error);
  soleus_own_exercise_set_text (exercise, "en", SOLEUS_OWN_TEXT_NAME, "Band press");
  soleus_own_exercise_set_text (exercise, "en", SOLEUS_OWN_TEXT_STEPS, "Press.");
  soleus_own_exercise_set_text (exercise, "en", SOLEUS_OWN_TEXT_STOP_IF, "Stop if it hurts.");
  exercise->kind = SOLEUS_CONTENT_KIND_STRENGTH;
  exercise->family = SOLEUS_MODALITY_FAMILY_NEITHER;
  exercise->numbers[SOLEUS_OWN_NUMBER_SETS] = exercise->numbers[SOLEUS_OWN_NUMBER_REPETITIONS] = 3;
  draw (exercise, SVG);
  soleus_clinic_save_own_exercise (self->clinic, exercise, &error);
  g_assert_no_error (error);
  return exercise;
}

static void
test_exercise (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (SoleusOwnExercise) exercise = add_exercise (self), found = NULL;
  g_autoptr (GError) error = NULL;

  assert_exercise (self, exercise->id, "Band press", SVG);
  found = soleus_clinic_find_own_exercise (self->clinic, exercise->id, &error);
  g_assert_no_error (error);
  soleus_own_exercise_set_text (found, "en", SOLEUS_OWN_TEXT_NAME, "Band push");
  draw (found, OTHER_SVG);
  g_assert_true (soleus_clinic_save_own_exercise (self->clinic, found, &error));
  assert_exercise (self, exercise->id, "Band push", OTHER_SVG);
  g_assert_true (soleus_clinic_undo (self->clinic, &error));
  assert_exercise (self, exercise->id, "Band press", SVG);
  g_assert_true (soleus_clinic_remove_own_exercise (self->clinic, exercise, &error));
  assert_exercise (self, exercise->id, NULL, NULL);
  g_assert_true (soleus_clinic_undo (self->clinic, &error));
  assert_exercise (self, exercise->id, "Band press", SVG);
}

static void
test_exercise_without_audit (Fixture       *self,
                             gconstpointer  data)
{
  g_autoptr (SoleusOwnExercise) exercise = add_exercise (self), found = NULL;
  g_autoptr (GError) error = NULL;

  broken_table_break (self->path, "audit", BROKEN_FULL);

  found = soleus_clinic_find_own_exercise (self->clinic, exercise->id, &error);
  soleus_own_exercise_set_text (found, "en", SOLEUS_OWN_TEXT_NAME, "Band push");
  draw (found, OTHER_SVG);
  g_assert_false (soleus_clinic_save_own_exercise (self->clinic, found, &error));
  g_assert_nonnull (error);
  assert_exercise (self, exercise->id, "Band press", SVG);
  g_clear_error (&error);

  g_assert_false (soleus_clinic_remove_own_exercise (self->clinic, exercise, &error));
  g_assert_nonnull (error);
  assert_exercise (self, exercise->id, "Band press", SVG);
}

/* A PNG is a drawing too, and is seen. */
static void
test_png (Fixture       *self,
          gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "picture.png", NULL);
  cairo_surface_t *red = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 40, 20), *seen = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 40, 20);
  cairo_t *cr = cairo_create (red);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) drawing = NULL, none = NULL;
  g_autoptr (SoleusSvg) svg = NULL;
  g_autoptr (GError) error = NULL;

  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  g_assert_cmpint (cairo_surface_write_to_png (red, path), ==, CAIRO_STATUS_SUCCESS);
  drawing = soleus_clinic_read_drawing (file, &error);
  g_assert_no_error (error);
  svg = soleus_svg_new (drawing, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (soleus_svg_get_aspect (svg), 2, 0.01);
  cr = cairo_create (seen);
  g_assert_true (soleus_svg_render (svg, cr, 0, 0, 40, 20));
  cairo_destroy (cr);
  cairo_surface_flush (seen);
  g_assert_cmphex (*(guint32 *) (gpointer) (cairo_image_surface_get_data (seen) + 10 * cairo_image_surface_get_stride (seen) + 80) & 0xffffff, ==, 0xff0000);
  cairo_surface_destroy (red);
  cairo_surface_destroy (seen);

  g_assert_true (g_file_set_contents (path, "GIF89a", -1, NULL));
  none = soleus_clinic_read_drawing (file, &error);
  g_assert_null (none);
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID);
}

#define JPEG "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAGAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAXEAEAAwAAAAAAAAAAAAAAAAAAAhRh/8QAFQEBAQAAAAAAAAAAAAAAAAAABAb/xAAZEQACAwEAAAAAAAAAAAAAAAAAAQQVUlP/2gAMAwEAAhEDEQA/AI27PQFhWROaE2MrbP/Z"

/* So is a JPEG, which then stands in the content and is read again; not one that is larger than a picture may be. */
static void
test_jpeg (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "photo.jpg", NULL), *text = NULL;
  g_autoptr (SoleusOwnExercise) exercise = add_exercise (self);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) drawing = NULL, none = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree guchar *photo = NULL;
  gsize size;

  photo = g_base64_decode (JPEG, &size);
  g_assert_true (g_file_set_contents (path, (const char *) photo, (gssize) size, NULL));
  drawing = soleus_clinic_read_drawing (file, &error);
  g_assert_no_error (error);
  soleus_own_exercise_set_svg (exercise, FALSE, drawing);
  g_assert_true (soleus_clinic_save_own_exercise (self->clinic, exercise, &error));
  text = g_strndup (g_bytes_get_data (drawing, NULL), g_bytes_get_size (drawing));
  assert_exercise (self, exercise->id, "Band press", text);

  photo = g_realloc (photo, 200001);
  memset (photo + size, 0, 200001 - size);
  g_assert_true (g_file_set_contents (path, (const char *) photo, 200001, NULL));
  none = soleus_clinic_read_drawing (file, &error);
  g_assert_null (none);
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/own-line/is_written_changed_and_removed", Fixture, NULL, set_up, test_whole, tear_down);
  g_test_add ("/own-line/stays_as_it_was_without_an_audit", Fixture, NULL, set_up, test_no_audit, tear_down);

  g_test_add ("/own-part/is_written_and_removed_or_stays_as_it_was_without_an_audit", Fixture, NULL, set_up, test_part, tear_down);
  g_test_add ("/own-exercise/is_written_changed_and_removed", Fixture, NULL, set_up, test_exercise, tear_down);
  g_test_add ("/own-exercise/stays_as_it_was_without_an_audit", Fixture, NULL, set_up, test_exercise_without_audit, tear_down);
  g_test_add ("/own-exercise/has_a_PNG_for_a_drawing", Fixture, NULL, set_up, test_png, tear_down);
  g_test_add ("/own-exercise/has_a_JPEG_for_a_drawing", Fixture, NULL, set_up, test_jpeg, tear_down);

  return g_test_run ();
}
