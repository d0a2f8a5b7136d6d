/* Each document of a fixed clinic looks as it looked when somebody last approved of it, and its PDF can be read in order.
 *
 * The approved pages are tests/data/pages/NAME-N.png, a pixel a millimetre. After a change that is meant,
 *   test-golden-pages --write FOLDER
 * writes them anew: look at each before it replaces the former one. */
#include "soleus-config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "one-clinic.h"
#include "page-picture.h"
#include "soleus-paper-letter.h"
#include "soleus-paper-sheets.h"
#include "soleus-paper.h"

/* A tile may differ by this much. Measured on all samples, first pages: the same page again, with another number of its copy, 0.08; every word
 * up to 1.4 mm away 0.25; five millimetres away 0.38 (a sheet of boxes) or 0.78 and more (all others); without one block 0.61 and more. */
#define MOST_APART 0.32

#define YEAR (365 * 24 * SOLEUS_USEC_PER_HOUR)

typedef struct {
  const char  *name;
  SoleusDocument *(*create) (OneClinic *self, const SoleusPaperOptions *options, GError **error);
  const char  *language;
  SoleusPaper  paper;
  guint        n_pictures; /* charts: a sentence stands for each in the text, and a drawing in the PDF */
} Sample;

static SoleusDocument *
create_handout (OneClinic *self, const SoleusPaperOptions *options, GError **error)
{
  return soleus_paper_new_handout (self->clinic, self->athlete, options, error);
}

static SoleusDocument *
create_report (OneClinic *self, const SoleusPaperOptions *options, GError **error)
{
  SoleusInstant now = soleus_clinic_get_now (self->clinic);

  return soleus_paper_new_history_report (self->clinic, self->athlete, now - YEAR, now, options, error);
}

static SoleusDocument *
create_letter (OneClinic *self, const SoleusPaperOptions *options, GError **error)
{
  SoleusPaperLetter letter = { NULL, "Dr. A. Placeholder", "Is there a reason for the cramps at night?" };

  return soleus_paper_new_letter (self->clinic, self->athlete, &letter, options, error);
}

static SoleusDocument *
create_slip (OneClinic *self, const SoleusPaperOptions *options, GError **error)
{
  return soleus_paper_new_appointment_slip (self->clinic, self->athlete, options, error);
}

static SoleusDocument *
create_bench_card (OneClinic *self, const SoleusPaperOptions *options, GError **error)
{
  return soleus_paper_new_bench_card (self->clinic, options, error);
}

static SoleusDocument *
create_check_in_sheet (OneClinic *self, const SoleusPaperOptions *options, GError **error)
{
  return soleus_paper_new_check_in_sheet (self->clinic, self->athlete, "2025-11-24", options, error);
}

static SoleusDocument *
create_summary (OneClinic *self, const SoleusPaperOptions *options, GError **error)
{
  return soleus_paper_new_visit_summary (self->clinic, self->visit, options, error);
}

static const Sample samples[] = {
  { "handout-en", create_handout, "en", SOLEUS_PAPER_A4 },
  { "handout-de-letter", create_handout, "de", SOLEUS_PAPER_LETTER },
  { "handout-ar", create_handout, "ar", SOLEUS_PAPER_A4 },
  { "report-en", create_report, "en", SOLEUS_PAPER_A4, 4 },
  { "letter-en", create_letter, "en", SOLEUS_PAPER_A4 },
  { "slip-en", create_slip, "en", SOLEUS_PAPER_A4 },
  { "bench-card-en", create_bench_card, "en", SOLEUS_PAPER_A4 },
  { "check-in-en", create_check_in_sheet, "en", SOLEUS_PAPER_A4, 1 },
  { "summary-en", create_summary, "en", SOLEUS_PAPER_A4 },
};

static SoleusDocument *
create_sample (OneClinic    *self,
               const Sample *sample)
{
  SoleusPaperOptions options = { .language = sample->language, .has_paper = TRUE, .paper = sample->paper };
  g_autoptr (GError) error = NULL;
  SoleusDocument *document = sample->create (self, &options, &error);

  g_assert_no_error (error);
  return document;
}

static char *
dup_path (const char   *folder,
          const Sample *sample,
          int           page)
{
  return g_strdup_printf ("%s/%s-%d.png", folder, sample->name, page + 1);
}

static char *
dup_approved_folder (void)
{
  return g_build_filename (g_getenv ("SOLEUS_SOURCE_DIR"), "tests", "data", "pages", NULL);
}

static void
test_pages (OneClinic     *self,
            gconstpointer  data)
{
  const Sample *sample = data;
  g_autoptr (SoleusDocument) document = create_sample (self, sample);
  g_autofree char *folder = dup_approved_folder ();
  g_autofree char *beyond = dup_path (folder, sample, soleus_document_get_n_pages (document));

  g_assert_false (g_file_test (beyond, G_FILE_TEST_EXISTS)); /* as many pages as were approved */
  for (int page = 0; page < soleus_document_get_n_pages (document); page++)
    {
      g_autofree char *path = dup_path (folder, sample, page);
      g_autoptr (PagePicture) approved = page_picture_load (path);
      g_autoptr (PagePicture) picture = page_picture_new_from_document (document, page);
      double apart;

      g_assert_nonnull (approved);
      apart = page_picture_compare (approved, picture);
      g_test_message ("%s page %d: %.3f", sample->name, page + 1, apart);
      g_assert_cmpfloat (apart, <=, MOST_APART);
    }
}

/* Half a line and a word up or down, as another version of Pango might set it, is not noticed; half a centimetre is, in each direction, and
 * so is an empty place of 45 × 25 mm where a block stood. */
static void
test_controls (OneClinic     *self,
               gconstpointer  data)
{
  const Sample *sample = data;
  g_autofree char *folder = dup_approved_folder ();
  g_autofree char *path = dup_path (folder, sample, 0);
  g_autoptr (PagePicture) approved = page_picture_load (path);
  static const struct {
    double x, y;
  } moves[] = { { 5, 0 }, { -5, 0 }, { 0, 5 }, { 0, -5 } }, little[] = { { 0.4, 0.3 }, { -0.3, 1.4 }, { 1.2, -0.6 } };
  g_autoptr (PagePicture) erased = NULL;
  double apart;

  g_assert_nonnull (approved);
  for (gsize i = 0; i < G_N_ELEMENTS (little); i++)
    {
      g_autoptr (PagePicture) moved = page_picture_move (approved, little[i].x, little[i].y);

      apart = page_picture_compare (approved, moved);
      g_test_message ("%s moved by %.1f, %.1f mm: %.3f", sample->name, little[i].x, little[i].y, apart);
      g_assert_cmpfloat (apart, <=, MOST_APART);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (PagePicture) moved = page_picture_move (approved, moves[i].x, moves[i].y);

      apart = page_picture_compare (approved, moved);
      g_test_message ("%s moved by %.0f, %.0f mm: %.3f", sample->name, moves[i].x, moves[i].y, apart);
      g_assert_cmpfloat (apart, >, MOST_APART);
    }
  erased = page_picture_erase (approved, 45, 25);
  apart = page_picture_compare (approved, erased);
  g_test_message ("%s without a block: %.3f", sample->name, apart);
  g_assert_cmpfloat (apart, >, MOST_APART);
}

/* --- text --------------------------------------------------------------------------------------------------------- */

/* without spaces, and without the marks that say which way a line runs: both are how a program reads a page, not what stands on it */
static char *
dup_letters (const char *text)
{
  GString *letters = g_string_new (NULL);
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  for (const char *at = plain; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (letters, c);
    }
  return g_string_free (letters, FALSE);
}

static char *
read_pdf (SoleusDocument    *document,
          const char *const *reader) /* (array zero-terminated=1): a program and its words; the path stands for an empty one */
{
  g_autoptr (GStrvBuilder) command = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = soleus_document_dup_pdf (document, &error);
  g_autofree char *path = NULL;
  char *text = NULL;
  int file, status;

  g_assert_no_error (error);
  file = g_file_open_tmp ("soleus-XXXXXX.pdf", &path, &error);
  g_assert_no_error (error);
  g_close (file, NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  for (; *reader != NULL; reader++)
    g_strv_builder_add (command, **reader != '\0' ? *reader : path);
  words = g_strv_builder_end (command);
  g_spawn_sync (NULL, words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);
  return text;
}

/* Returns: how many lines of the text are not there, or not in order */
static guint
find_lines (const char *written,
            const char *text,
            gboolean    say)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\n\f", -1);
  g_autofree char *all = dup_letters (written);
  const char *from = all;
  guint n_missing = 0;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *letters = dup_letters (lines[i]);
      const char *found = strstr (from, letters);

      if (found != NULL)
        from = found + strlen (letters);
      else
        n_missing++;
      if (found == NULL && say)
        g_test_message ("not in order: %s", lines[i]);
    }
  return n_missing;
}

static GHashTable *
count_letters (const char *text)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);
  g_autofree char *letters = dup_letters (text);

  for (const char *at = letters; *at != '\0'; at = g_utf8_next_char (at))
    {
      gpointer key = GUINT_TO_POINTER (g_utf8_get_char (at));

      g_hash_table_insert (counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }
  return counts;
}

/* Returns: how many letters of @text are not written */
static guint
find_letters (const char *written,
              const char *text)
{
  g_autoptr (GHashTable) there = count_letters (written);
  g_autoptr (GHashTable) wanted = count_letters (text);
  GHashTableIter iter;
  gpointer letter, count;
  guint n_missing = 0;

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &letter, &count))
    {
      guint found = GPOINTER_TO_UINT (g_hash_table_lookup (there, letter));

      n_missing += found < GPOINTER_TO_UINT (count) ? GPOINTER_TO_UINT (count) - found : 0;
    }
  return n_missing;
}

static void
test_text (OneClinic     *self,
           gconstpointer  data)
{
  const Sample *sample = data;
  g_autoptr (SoleusDocument) document = create_sample (self, sample);
  g_autofree char *text = soleus_document_dup_text (document);
  g_autofree char *pdftotext = g_find_program_in_path ("pdftotext");
  g_autofree char *written = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *backwards = NULL;
  GString *turned = g_string_new (NULL);

  if (pdftotext == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      g_string_free (turned, TRUE);
      return;
    }
  written = read_pdf (document, (const char *[]) { "pdftotext", "-raw", "", "-", NULL });
  /* how pdftotext guesses the order of letters that run from right to left is not ours to judge: that all are there is */
  if (soleus_typography_is_right_to_left (sample->language))
    {
      g_autofree char *more = g_strconcat (text, text, NULL);

      g_assert_cmpuint (find_letters (written, text), ==, 0);
      g_assert_cmpuint (find_letters (written, more), >, 0);
      g_string_free (turned, TRUE);
      return;
    }
  g_assert_cmpuint (find_lines (written, text, TRUE), ==, sample->n_pictures);

  lines = g_strsplit_set (text, "\n\f", -1);
  for (guint i = g_strv_length (lines); i > 0; i--)
    g_string_append_printf (turned, "%s\n", lines[i - 1]);
  backwards = g_string_free (turned, FALSE);
  g_assert_cmpuint (find_lines (written, backwards, FALSE), >, sample->n_pictures); /* the order matters */
}

/* the words in quotes, without the names of the tags around them */
static char *
dup_words (const char *tags)
{
  g_auto (GStrv) lines = g_strsplit (tags, "\n", -1);
  GString *words = g_string_new (NULL);

  for (gsize i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (g_strchug (lines[i]), "\""))
      g_string_append (words, lines[i]);
  return g_string_free (words, FALSE);
}

/* Returns: the text of the pages without the two lines at the head and the two at the foot of each, which are no part of what is read aloud */
static char *
dup_body (SoleusDocument *document)
{
  GString *body = g_string_new (NULL);

  for (int page = 0; page < soleus_document_get_n_pages (document); page++)
    {
      g_autofree char *text = soleus_document_dup_page_text (document, page);
      g_auto (GStrv) lines = g_strsplit (g_strstrip (text), "\n", -1);

      for (guint i = 2; i + 2 < g_strv_length (lines); i++)
        g_string_append_printf (body, "%s\n", lines[i]);
    }
  return g_string_free (body, FALSE);
}

/* Returns: how many lines of @text are not in @heard, wherever */
static guint
count_unheard (const char *heard,
               const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *all = dup_letters (heard);
  guint n_unheard = 0;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *letters = dup_letters (lines[i]);

      if (strstr (all, letters) != NULL)
        continue;
      g_test_message ("not heard: %s", lines[i]);
      n_unheard++;
    }
  return n_unheard;
}

/* A screen reader reads the tags, not the page. Pictures have no words there. */
static void
test_tags (OneClinic     *self,
           gconstpointer  data)
{
  const Sample *sample = data;
  g_autoptr (SoleusDocument) document = create_sample (self, sample);
  g_autofree char *pdfinfo = g_find_program_in_path ("pdfinfo");
  g_autofree char *body = dup_body (document);
  g_autofree char *tags = NULL, *heard = NULL;

  if (pdfinfo == NULL)
    {
      g_test_skip ("pdfinfo is not installed");
      return;
    }
  tags = read_pdf (document, (const char *[]) { "pdfinfo", "-struct-text", "", NULL });
  heard = dup_words (tags);
  if (soleus_typography_is_right_to_left (sample->language))
    g_assert_cmpuint (find_letters (heard, body), ==, 0);
  else
    g_assert_cmpuint (count_unheard (heard, body), ==, sample->n_pictures);
}

/* ------------------------------------------------------------------------------------------------------------------ */

static int
write_pages (const char *folder)
{
  OneClinic self = { NULL };

  one_clinic_set_up (&self, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (SoleusDocument) document = create_sample (&self, &samples[i]);

      for (int page = 0; page < soleus_document_get_n_pages (document); page++)
        {
          g_autofree char *path = dup_path (folder, &samples[i], page);
          g_autoptr (PagePicture) picture = page_picture_new_from_document (document, page);

          page_picture_save (picture, path);
          g_print ("%s\n", path);
        }
    }
  one_clinic_tear_down (&self, NULL);
  return 0;
}

int
main (int    argc,
      char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_pages (argv[2]);
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *pages = g_strconcat ("/golden-pages/", samples[i].name, "/looks_as_approved", NULL);
      g_autofree char *controls = g_strconcat ("/golden-pages/", samples[i].name, "/half_a_centimetre_is_noticed", NULL);
      g_autofree char *text = g_strconcat ("/golden-pages/", samples[i].name, "/is_read_in_order", NULL);
      g_autofree char *tags = g_strconcat ("/golden-pages/", samples[i].name, "/is_heard_whole", NULL);

      g_test_add (pages, OneClinic, &samples[i], one_clinic_set_up, test_pages, one_clinic_tear_down);
      g_test_add (controls, OneClinic, &samples[i], one_clinic_set_up, test_controls, one_clinic_tear_down);
      g_test_add (text, OneClinic, &samples[i], one_clinic_set_up, test_text, one_clinic_tear_down);
      g_test_add (tags, OneClinic, &samples[i], one_clinic_set_up, test_tags, one_clinic_tear_down);
    }
  return g_test_run ();
}
