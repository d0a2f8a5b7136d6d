#include "soleus-document.h"
#include "soleus-document-date.h"

#include "document-samples.h"

#include <string.h>

static const char *const long_text =
  "The calf feels sore for some days and then it gets a little better each day, which is what most people tell us when they "
  "come back. The calf feels sore for some days and then it gets a little better each day, which is what most people tell us "
  "when they come back. The calf feels sore for some days and then it gets a little better each day.";

static SoleusDocument *
create_document (const char *language,
                 gboolean    large_print)
{
  SoleusDocument *document = soleus_document_new ("Sheet", language, SOLEUS_PAPER_A4, large_print, sample_instant (2025, 11, 21, 11, 30));

  soleus_document_set_header (document, "Example Street Sports Therapy", "Fri 21 November 2025");
  soleus_document_set_footer (document, "T. Exemplar", "Page {page} of {pages}");
  return document;
}

static void
test_empty_document_has_one_page (void)
{
  g_autoptr (SoleusDocument) document = create_document ("en", FALSE);
  g_autofree char *text = soleus_document_dup_text (document);

  g_assert_cmpint (soleus_document_get_n_pages (document), ==, 1);
  g_assert_nonnull (strstr (text, "Page 1 of 1"));
}

static void
test_paragraphs_flow_and_leave_no_single_line (void)
{
  g_autoptr (SoleusDocument) document = create_document ("en", FALSE);

  for (int i = 0; i < 30; i++)
    soleus_document_add_block (document, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_BODY, long_text));
  g_assert_cmpint (soleus_document_get_n_pages (document), ==, 4);
  for (int page = 0; page < 4; page++)
    {
      g_autofree char *text = soleus_document_dup_page_text (document, page);
      g_auto (GStrv) pieces = g_strsplit (text, "\n", -1);

      for (guint i = 2; pieces[i] != NULL && !g_str_has_prefix (pieces[i], "T. Exemplar"); i++)
        g_assert_cmpuint (strlen (pieces[i]), >, 75); /* more than a line */
    }
}

static void
test_dividing_loses_no_word (void)
{
  g_autoptr (SoleusDocument) document = create_document ("en", FALSE);
  g_autofree char *text = NULL;
  guint n = 0;

  for (int i = 0; i < 30; i++)
    soleus_document_add_block (document, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_BODY, long_text));
  text = soleus_document_dup_text (document);
  for (const char *at = strstr (text, "sore"); at != NULL; at = strstr (at + 1, "sore"))
    n++;
  g_assert_cmpuint (n, ==, 90);
}

static void
test_heading_stays_with_what_follows (void)
{
  for (int n_before = 5; n_before < 45; n_before++)
    {
      g_autoptr (SoleusDocument) document = create_document ("en", FALSE);
      g_autofree char *text = NULL;

      for (int i = 0; i < n_before; i++)
        soleus_document_add_block (document, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_BODY, "One line."));
      soleus_document_add_block (document, soleus_block_new_heading (2, "Heading"));
      soleus_document_add_block (document, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_BODY, "Follows."));
      text = soleus_document_dup_text (document);
      g_assert_nonnull (strstr (text, "Heading\nFollows."));
    }
}

static void
test_stack_that_keeps_together_moves_whole (void)
{
  g_autoptr (SoleusDocument) document = create_document ("en", FALSE);
  SoleusBlock *stack = soleus_block_new_stack (TRUE);
  g_autofree char *second = NULL;

  soleus_document_add_block (document, soleus_block_new_spacer (600));
  for (int i = 0; i < 10; i++)
    soleus_block_add (stack, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_BODY, "Kept."));
  soleus_document_add_block (document, stack);
  g_assert_cmpint (soleus_document_get_n_pages (document), ==, 2);
  second = soleus_document_dup_page_text (document, 1);
  g_assert_nonnull (strstr (second, "Kept.\nKept.\nKept.\nKept.\nKept.\nKept.\nKept.\nKept.\nKept.\nKept."));
}

static void
test_what_is_taller_than_a_page_divides_all_the_same (void)
{
  g_autoptr (SoleusDocument) document = create_document ("en", FALSE);
  SoleusBlock *box = soleus_block_new_box (SOLEUS_BOX_STYLE_RED_BAND, "When to get help");
  g_autofree char *second = NULL;

  for (int i = 0; i < 60; i++)
    soleus_block_add (box, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_BODY, "A line in the box."));
  soleus_document_add_block (document, box);
  g_assert_cmpint (soleus_document_get_n_pages (document), ==, 2);
  second = soleus_document_dup_page_text (document, 1);
  g_assert_nonnull (strstr (second, "When to get help"));
}

static void
test_table_repeats_its_header (void)
{
  static const double shares[] = { 1, 1 };
  g_autoptr (SoleusDocument) document = create_document ("en", FALSE);
  SoleusBlock *table = soleus_block_new_table (NULL, (const char *[]) { "Date", "Pain", NULL }, shares, "se");

  for (int i = 0; i < 80; i++)
    soleus_block_table_add_row (table, (const char *[]) { "21 Nov", "7", NULL });
  soleus_document_add_block (document, table);
  g_assert_cmpint (soleus_document_get_n_pages (document), >=, 2);
  for (int page = 0; page < soleus_document_get_n_pages (document); page++)
    {
      g_autofree char *text = soleus_document_dup_page_text (document, page);

      g_assert_nonnull (strstr (text, "Date\nPain\n21 Nov"));
    }
}

static guint
count_rows (SoleusDocument *document,
            int             page)
{
  g_autofree char *text = soleus_document_dup_page_text (document, page);
  guint n = 0;

  for (const char *at = strstr (text, "hours\n"); at != NULL; at = strstr (at + 1, "hours\n"))
    n++;
  return n;
}

/* no page begins with a row that goes on from nowhere, and none with a row alone */
static void
test_table_goes_on_with_its_label (void)
{
  static const double shares[] = { 1, 1 };

  for (int n_rows = 30; n_rows < 70; n_rows++)
    {
      g_autoptr (SoleusDocument) document = create_document ("en", FALSE);
      SoleusBlock *table = soleus_block_new_table (NULL, (const char *[]) { "What", "Within", NULL }, shares, "ss");
      int n_pages;

      for (int i = 0; i < n_rows; i++)
        soleus_block_table_add_row (table, (const char *[]) { i == 0 ? "Too little sleep" : "", "24 hours", NULL });
      soleus_document_add_block (document, table);
      n_pages = soleus_document_get_n_pages (document);
      g_assert_cmpuint (count_rows (document, n_pages - 1), >, 1);
      for (int page = 0; page < n_pages; page++)
        {
          g_autofree char *text = soleus_document_dup_page_text (document, page);

          g_assert_nonnull (strstr (text, "Within\nToo little sleep\n24 hours"));
        }
    }
}

static void
test_page_breaks_are_kept (void)
{
  g_autoptr (SoleusDocument) document = create_document ("en", FALSE);

  soleus_document_add_block (document, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_BODY, "First."));
  soleus_document_add_block (document, soleus_block_new_page_break ());
  soleus_document_add_block (document, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_BODY, "Second."));
  g_assert_cmpint (soleus_document_get_n_pages (document), ==, 2);
}

/* the ink's left and right edge on the paper, points */
static void
get_ink (SoleusDocument *document,
         double         *left,
         double         *right)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double y, width, height;

  soleus_document_render_page (document, cr, 0);
  cairo_recording_surface_ink_extents (surface, left, &y, &width, &height);
  *right = *left + width;
  g_assert_cmpfloat (y, >=, 15 / 25.4 * 72 - 1);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_margins_are_at_least_fifteen_millimetres (void)
{
  const SampleHandout samples[] = { { "en", SOLEUS_PAPER_A4, FALSE, 4, FALSE, FALSE, "Mara" }, { "de", SOLEUS_PAPER_LETTER, TRUE, 4, FALSE, FALSE, NULL } };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (SoleusDocument) document = sample_create_handout (&samples[i]);
      double left, right, width;

      get_ink (document, &left, &right);
      soleus_document_get_page_size (document, &width, NULL);
      g_assert_cmpfloat (left, >=, 15 / 25.4 * 72 - 1);
      g_assert_cmpfloat (right, <=, width - 15 / 25.4 * 72 + 1);
    }
}

static void
test_languages_from_right_to_left_are_mirrored (void)
{
  g_autoptr (SoleusDocument) document = soleus_document_new ("ورقة", "ar", SOLEUS_PAPER_A4, FALSE, 0);
  SoleusBlock *columns = soleus_block_new_columns (TRUE);
  const char *const items[] = { "راحة", "Latin too", NULL };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 596, 842);
  cairo_t *cr = cairo_create (surface);
  const guint8 *data;
  guint left = 0, right = 0;

  soleus_block_add (columns, soleus_block_new_list (items, FALSE));
  soleus_document_add_block (document, columns);
  soleus_document_add_block (document, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_BODY, "Latin too"));
  soleus_document_render_page (document, cr, 0);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int y = 80; y < 200; y++)
    for (int x = 0; x < 596; x++)
      if (data[y * cairo_image_surface_get_stride (surface) + x] > 40)
        x < 298 ? left++ : right++;
  g_assert_cmpuint (right, >, 50);
  g_assert_cmpuint (left, ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_pdf_is_the_same_twice (void)
{
  const SampleHandout sample = { "en", SOLEUS_PAPER_A4, FALSE, 4, FALSE, FALSE, "Mara" };
  g_autoptr (SoleusDocument) one = sample_create_handout (&sample);
  g_autoptr (SoleusDocument) two = sample_create_handout (&sample);
  g_autoptr (SoleusDocument) visit = sample_create_visit ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) first = soleus_document_dup_pdf (one, &error);
  g_autoptr (GBytes) second = NULL, other = NULL;

  g_assert_no_error (error);
  g_usleep (1100 * 1000); /* a date taken from the wall clock would differ now */
  second = soleus_document_dup_pdf (two, NULL);
  other = soleus_document_dup_pdf (visit, NULL);
  g_assert_cmpuint (g_bytes_get_size (first), >, 10000);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_false (g_bytes_equal (first, other));
}

/* what a reader of the file sees: the bytes, and each stream that inflates, for newer versions of cairo pack their objects into streams */
static GString *
inflate_streams (GBytes *pdf)
{
  gsize size;
  const char *bytes = g_bytes_get_data (pdf, &size);
  const char *end = bytes + size;
  GString *text = g_string_new_len (bytes, size);

  for (const char *at = memmem (bytes, size, "stream\n", 7); at != NULL; at = memmem (at, end - at, "stream\n", 7))
    {
      g_autoptr (GConverter) inflate = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
      char out[4096];
      gsize read, written;
      GConverterResult result;

      at += 7;
      for (const char *from = at; from < end; from += read)
        {
          result = g_converter_convert (inflate, from, end - from, out, sizeof out, G_CONVERTER_NO_FLAGS, &read, &written, NULL);
          if (result == G_CONVERTER_ERROR)
            break;
          g_string_append_len (text, out, written);
          if (result == G_CONVERTER_FINISHED)
            break;
        }
    }
  return text;
}

static gboolean
contains (GString    *text,
          const char *word)
{
  return memmem (text->str, text->len, word, strlen (word)) != NULL;
}

static void
test_pdf_is_tagged_and_embeds_its_fonts (void)
{
  const SampleHandout sample = { "en", SOLEUS_PAPER_A4, FALSE, 2, FALSE, FALSE, NULL };
  g_autoptr (SoleusDocument) document = sample_create_handout (&sample);
  g_autoptr (GBytes) pdf = soleus_document_dup_pdf (document, NULL);
  GString *text = inflate_streams (pdf);

  g_assert_true (g_str_has_prefix (text->str, "%PDF-1."));
  g_assert_cmpint (g_ascii_digit_value (text->str[7]), >=, 4); /* the first version that has tags */
  g_assert_true (contains (text, "/StructTreeRoot"));
  g_assert_true (contains (text, "/H1"));
  g_assert_true (contains (text, "/Outlines"));
  g_assert_true (contains (text, "/FontFile"));
  g_assert_false (contains (text, "/Mars"));
  g_string_free (text, TRUE);
}

/* a reader finds each object at the place that the table names, also behind what was added to the catalog */
static void
test_pdf_names_its_language (void)
{
  static const char *const languages[] = { "de", "ar" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (SoleusDocument) document = sample_create_handout (&(SampleHandout) { languages[i], SOLEUS_PAPER_A4, FALSE, 2, FALSE, FALSE, NULL });
      g_autoptr (GBytes) pdf = soleus_document_dup_pdf (document, NULL);
      gsize size;
      const char *bytes = g_bytes_get_data (pdf, &size), *start = g_strrstr_len (bytes + size - 40, 40, "startxref\n"), *entry;
      g_autofree char *line = g_strdup_printf ("/Lang (%s)", languages[i]);
      guint n_objects;

      g_assert_nonnull (memmem (bytes, size, line, strlen (line)));
      g_assert_nonnull (start);
      entry = bytes + g_ascii_strtoull (start + 10, NULL, 10);
      g_assert_true (g_str_has_prefix (entry, "xref\n0 "));
      n_objects = (guint) g_ascii_strtoull (entry + 7, NULL, 10);
      g_assert_cmpuint (n_objects, >, 20);
      entry = strchr (entry + 7, '\n') + 1;
      for (guint object = 1; object < n_objects; object++)
        {
          g_autofree char *head = g_strdup_printf ("%u 0 obj\n", object);
          guint64 offset = g_ascii_strtoull (entry + 20 * object, NULL, 10);

          g_assert_cmpuint (offset, <, size);
          g_assert_true (g_str_has_prefix (bytes + offset, head));
        }
    }
}

static void
assert_date (char       *text,
             const char *expected)
{
  g_auto (GStrv) parts = g_strsplit (text, "\302\240", -1);
  g_autofree char *plain = g_strjoinv (" ", parts);

  g_assert_cmpstr (plain, ==, expected);
  g_free (text);
}

static void
test_dates_speak_the_language_of_the_sheet (void)
{
  SoleusInstant issued = sample_instant (2025, 11, 21, 11, 30), until = sample_instant (2025, 11, 22, 18, 40);

  assert_date (soleus_document_date_format_until (until, issued, "en"), "Saturday 22 November, 6:40 pm");
  assert_date (soleus_document_date_format_until (until, issued, "en-US"), "Saturday, November 22, 6:40 pm");
  assert_date (soleus_document_date_format_until (until, issued, "de"), "Samstag, 22. November, 18:40 Uhr");
  assert_date (soleus_document_date_format_until (until, issued, "sw"), "2025-11-22, 18:40");
  assert_date (soleus_document_date_format_until (sample_instant (2026, 1, 2, 12, 0), issued, "en"), "Friday 2 January 2026, 12 noon");
  assert_date (soleus_document_date_format_header (issued, "de_DE"), "Fr, 21. November 2025");
  assert_date (soleus_document_date_format_header (sample_instant (2025, 12, 1, 9, 0), "fr"), "lun. 1er décembre 2025");
  assert_date (soleus_document_date_format_header (sample_instant (2025, 12, 11, 9, 0), "fr"), "jeu. 11 décembre 2025");
}

static void
test_no_window_reads_shorter_than_it_is (void)
{
  SoleusInstant issued = sample_instant (2025, 11, 21, 11, 30), until = sample_instant (2025, 11, 22, 18, 40);

  assert_date (soleus_document_date_format_until (until + 1, issued, "en"), "Saturday 22 November, 6:41 pm");
  assert_date (soleus_document_date_format_until (sample_instant (2025, 11, 23, 0, 0) - SOLEUS_USEC_PER_SECOND, issued, "en"),
               "Saturday 22 November, end of the day"); /* “midnight” could be the one before */
  assert_date (soleus_document_date_format_until (sample_instant (2025, 11, 23, 0, 0), issued, "de"), "Samstag, 22. November, 24:00 Uhr");
  assert_date (soleus_document_date_format_until (sample_instant (2025, 11, 23, 0, 0), issued, "fr"), "samedi 22 novembre, 24 h 00");
  assert_date (soleus_document_date_format_until (sample_instant (2025, 11, 23, 0, 0), issued, "ar"), "السبت 22 نوفمبر، نهاية اليوم");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/empty_document_has_one_page", test_empty_document_has_one_page);
  g_test_add_func ("/document/paragraphs_flow_and_leave_no_single_line", test_paragraphs_flow_and_leave_no_single_line);
  g_test_add_func ("/document/dividing_loses_no_word", test_dividing_loses_no_word);
  g_test_add_func ("/document/heading_stays_with_what_follows", test_heading_stays_with_what_follows);
  g_test_add_func ("/document/stack_that_keeps_together_moves_whole", test_stack_that_keeps_together_moves_whole);
  g_test_add_func ("/document/what_is_taller_than_a_page_divides_all_the_same", test_what_is_taller_than_a_page_divides_all_the_same);
  g_test_add_func ("/document/table_repeats_its_header", test_table_repeats_its_header);
  g_test_add_func ("/document/table_goes_on_with_its_label", test_table_goes_on_with_its_label);
  g_test_add_func ("/document/page_breaks_are_kept", test_page_breaks_are_kept);
  g_test_add_func ("/document/margins_are_at_least_fifteen_millimetres", test_margins_are_at_least_fifteen_millimetres);
  g_test_add_func ("/document/languages_from_right_to_left_are_mirrored", test_languages_from_right_to_left_are_mirrored);
  g_test_add_func ("/document/pdf_is_the_same_twice", test_pdf_is_the_same_twice);
  g_test_add_func ("/document/pdf_is_tagged_and_embeds_its_fonts", test_pdf_is_tagged_and_embeds_its_fonts);
  g_test_add_func ("/document/pdf_names_its_language", test_pdf_names_its_language);
  g_test_add_func ("/document/dates_speak_the_language_of_the_sheet", test_dates_speak_the_language_of_the_sheet);
  g_test_add_func ("/document/no_window_reads_shorter_than_it_is", test_no_window_reads_shorter_than_it_is);
  return g_test_run ();
}
