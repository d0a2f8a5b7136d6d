/* What a handout says, in each language */
#include "soleus-appointment-slip.h"
#include "soleus-check-in-sheet.h"
#include "soleus-handout.h"

#include "document-samples.h"

#include "soleus-content-reader.h"

#include <glib/gstdio.h>

#include <string.h>

/* the text of the whole sheet, with ordinary spaces */
static char *
get_text (SoleusDocument *document)
{
  g_autofree char *text = soleus_document_dup_text (document);
  g_auto (GStrv) parts = g_strsplit (text, "\302\240", -1);

  return g_strjoinv (" ", parts);
}

static void
assert_order (const char        *text,
              const char *const *pieces)
{
  const char *at = text;

  for (gsize i = 0; pieces[i] != NULL; i++)
    {
      const char *next = strstr (at, pieces[i]);

      if (next == NULL)
        g_error ("“%s” is missing or out of order in:\n%s", pieces[i], text);
      at = next;
    }
}

static void
test_reads_in_order (void)
{
  static const char *const pieces[] = {
    "Your calf cramp: the next days", "Mara", "No massage and no heat on your left calf until", "Saturday 22 November, 6:40 pm", "No alcohol",
    "We look at your calf again before any massage.", "When to get help", "Call 112 now", "Chest pain", "See a doctor the same day",
    "more than 10 minutes", "01632 960 123", "What is normal", "What you can do now", "If it cramps again", "Stop. Sit down.", "Page 1 of 2",
    "Your exercises", "Ankle pumps", "3 times a day", "Sets", "2", "Hold", "none", "Side", "left only", "Notes", "Towel stretch",
    "Tick each time you did it", "Fri 21", "Thu 27", "Worst pain, 0 to 10", "0 is no pain.", "Your next visit", "Monday 24 November, 4:30 pm", "Sources", "Page 2 of 2", NULL
  };
  g_autoptr (SoleusDocument) document = sample_create_handout (&(SampleHandout) { "en", SOLEUS_PAPER_A4, FALSE, 2, FALSE, FALSE, "Mara" });
  g_autofree char *text = get_text (document);

  assert_order (text, pieces);
}

static guint
count (const char *text,
       const char *piece)
{
  guint n = 0;

  for (const char *at = strstr (text, piece); at != NULL; at = strstr (at + 1, piece))
    n++;
  return n;
}

static void
test_missing_pictures_are_named (void)
{
  g_autoptr (SoleusDocument) document = sample_create_handout (&(SampleHandout) { "en", SOLEUS_PAPER_A4, FALSE, 1, TRUE, FALSE, NULL });
  g_autoptr (SoleusDocument) drawn = sample_create_handout (&(SampleHandout) { "en", SOLEUS_PAPER_A4, FALSE, 1, FALSE, FALSE, NULL });
  g_autofree char *text = get_text (document), *drawn_text = get_text (drawn);

  g_assert_cmpint (soleus_document_get_n_pages (document), ==, 2);
  g_assert_cmpuint (count (text, "Ankle pumps\n"), ==, count (drawn_text, "Ankle pumps\n") + 2); /* start and end */
}

static void
test_hard_stop_names_no_end (void)
{
  g_autoptr (SoleusDocument) document = sample_create_handout (&(SampleHandout) { "en", SOLEUS_PAPER_A4, FALSE, 1, FALSE, TRUE, NULL });
  g_autoptr (SoleusContent) content = sample_load_content ("en");
  g_autofree char *sentence = soleus_content_format_text (content, "handout.window.no-end", "where", "your left leg", NULL);
  g_autofree char *text = get_text (document);

  g_assert_nonnull (strstr (text, sentence));
  g_assert_nonnull (strstr (text, "Not seen a doctor yet? Go today."));
  g_assert_null (strstr (text, "22 November"));
  g_assert_null (strstr (text, "6:40"));
}

static void
test_name_is_left_off_where_not_given (void)
{
  g_autoptr (SoleusDocument) document = sample_create_handout (&(SampleHandout) { "en", SOLEUS_PAPER_A4, FALSE, 1, FALSE, FALSE, NULL });
  g_autofree char *text = get_text (document);

  g_assert_nonnull (strstr (text, "Chosen for you by T. Exemplar"));
  g_assert_null (strstr (text, "{"));
}

static void
test_german_sheet_is_german (void)
{
  g_autoptr (SoleusDocument) document = sample_create_handout (&(SampleHandout) { "de", SOLEUS_PAPER_A4, FALSE, 2, FALSE, FALSE, "Mara" });
  g_autofree char *text = get_text (document);

  g_assert_cmpint (soleus_document_get_n_pages (document), ==, 2);
  g_assert_nonnull (strstr (text, "Samstag, 22. November, 18:40 Uhr"));
  g_assert_nonnull (strstr (text, "Seite 1 von"));
  g_assert_null (strstr (text, "handout."));
}

/* where the ink of one line begins and ends in a column of 300 points */
static void
measure_ink (SoleusTypography *type,
             SoleusAlign       align,
             const char       *text,
             double           *left,
             double           *right)
{
  g_autoptr (PangoLayout) layout = soleus_typography_create_layout (type, SOLEUS_TEXT_ROLE_CELL, align, text, 300);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  *left = (double) logical.x / PANGO_SCALE;
  *right = (double) (logical.x + logical.width) / PANGO_SCALE;
}

static void
test_right_to_left_starts_at_the_right (void)
{
  static const char *const texts[] = { "تشنج ساقك", "Example Street", "2025-11-22, 18:40", "1  تحريك الكاحل", "2." };
  SoleusTypography *type = soleus_typography_new ("ar", SOLEUS_PAPER_A4, FALSE);
  SoleusTypography *latin = soleus_typography_new ("en", SOLEUS_PAPER_A4, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double left, right;

      measure_ink (type, SOLEUS_ALIGN_START, texts[i], &left, &right);
      g_assert_cmpfloat_with_epsilon (right, 300, 0.1);
      measure_ink (type, SOLEUS_ALIGN_END, texts[i], &left, &right);
      g_assert_cmpfloat_with_epsilon (left, 0, 0.1);
      measure_ink (latin, SOLEUS_ALIGN_START, texts[i], &left, &right);
      g_assert_cmpfloat_with_epsilon (left, 0, 0.1);
    }
  soleus_typography_unref (type);
  soleus_typography_unref (latin);
}

/* a name from right to left that begins a line: with a mark before it the line starts where all others do */
static void
test_a_mark_decides_where_a_line_starts (void)
{
  SoleusTypography *type = soleus_typography_new ("en", SOLEUS_PAPER_A4, FALSE);
  static const char *const texts[] = { "سالم", "\342\200\216سالم · born 18 Oct 1993" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double left, right;

      measure_ink (type, SOLEUS_ALIGN_START, texts[i], &left, &right);
      g_assert_cmpfloat_with_epsilon (left, 0, 0.1);
    }
  soleus_typography_unref (type);
}

static void
test_right_to_left_keeps_two_pages_and_the_order_of_numbers (void)
{
  for (gsize n = 1; n <= 4; n++)
    {
      g_autoptr (SoleusDocument) document = sample_create_handout (&(SampleHandout) { "ar", SOLEUS_PAPER_A4, FALSE, n, FALSE, FALSE, "Mara" });
      g_autofree char *text = get_text (document);

      g_assert_cmpint (soleus_document_get_n_pages (document), ==, 2);
      g_assert_nonnull (strstr (text, "\342\201\250Mara\342\201\251"));
      g_assert_nonnull (strstr (text, "\342\201\24601632 960 123\342\201\251")); /* set apart, so that it is not turned round */
      g_assert_nonnull (strstr (text, "\342\201\2468f2c\342\201\251"));
      g_assert_null (strstr (text, "handout."));
    }
}

static void
test_sheet_without_phone_leaves_no_gap (void)
{
  g_autoptr (SoleusDocument) document = sample_create_handout (&(SampleHandout) { .language = "en", .n_exercises = 3, .without_phone = TRUE });
  g_autofree char *text = get_text (document);

  g_assert_nonnull (strstr (text, "Call 112 now"));
  g_assert_nonnull (strstr (text, "Not sure? Ask us."));
  g_assert_nonnull (strstr (text, "T. Exemplar · protocol 1, copy 8f2c"));
  g_assert_null (strstr (text, "Call us:"));
  g_assert_null (strstr (text, "{"));
}

static void
test_sources_speak_the_language_of_the_sheet (void)
{
  g_autoptr (SoleusDocument) german = sample_create_handout (&(SampleHandout) { "de", SOLEUS_PAPER_A4, FALSE, 3, FALSE, FALSE, "Mara" });
  g_autofree char *text = get_text (german);

  g_assert_nonnull (strstr (text, "Quellen: Sportverein und Praxis 2005"));
  g_assert_nonnull (strstr (text, "Miller 2022"));
  g_assert_null (strstr (text, "club"));
  g_assert_null (strstr (text, "guide"));
  g_assert_null (strstr (text, "Clinic rule"));
}

static void
test_roller_waits_for_the_window (void)
{
  g_autoptr (SoleusContent) content = sample_load_content ("en");
  SoleusHandoutExercise exercises[] = { SOLEUS_HANDOUT_EXERCISE_INIT, SOLEUS_HANDOUT_EXERCISE_INIT };
  SoleusHandoutWindow window = { SOLEUS_SIDE_LEFT, SOLEUS_REGION_CALF, SOLEUS_WINDOW_STATE_CLOSED, sample_instant (2025, 11, 22, 18, 40) };
  SoleusHandoutSpec spec = { .content = content, .issued_at = sample_instant (2025, 11, 21, 11, 30), .clinic_name = "Example Street Sports Therapy",
                             .therapist_name = "T. Exemplar", .windows = &window, .n_windows = 1, .exercises = exercises, .n_exercises = 2,
                             .next_visit = SOLEUS_UNKNOWN_INSTANT };
  g_autoptr (GPtrArray) closed = NULL, open = NULL;
  g_autoptr (SoleusDocument) document = NULL;
  g_autofree char *text = NULL;

  exercises[0].exercise = soleus_content_find_exercise (content, "calf-roller");
  exercises[1].exercise = soleus_content_find_exercise (content, "ankle-pumps");
  closed = soleus_handout_list_left_out (&spec);
  g_assert_cmpuint (closed->len, ==, 1);
  document = soleus_handout_new_document (&spec);
  text = get_text (document);
  g_assert_nonnull (strstr (text, "Left out until the waiting time is over"));
  g_assert_cmpuint (count (text, "Notes"), ==, 1);

  window.state = SOLEUS_WINDOW_STATE_OPEN;
  open = soleus_handout_list_left_out (&spec);
  g_assert_cmpuint (open->len, ==, 0);
}

/* An exercise of the clinic without a drawing leaves no hole for one; with one drawing alone there is no other beside it. */
static void
test_drawings_that_are_not_there (void)
{
  static const struct { const char *start, *end; gboolean says_start, says_end; } rows[] = {
    { NULL, NULL, FALSE, FALSE }, { "ankle-pumps-start", NULL, TRUE, FALSE }, { NULL, "ankle-pumps-end", TRUE, FALSE },
    { "ankle-pumps-start", "ankle-pumps-end", TRUE, TRUE },
  };
  static const char *const steps[] = { "Press the ball of your foot into the band.", NULL };
  g_autoptr (SoleusContent) content = sample_load_content ("en");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int large = 0; large < 2; large++)
      {
        g_autoptr (SoleusContentExercise) exercise = g_object_new (SOLEUS_TYPE_CONTENT_EXERCISE, "id", "own-band", "name", "Band press", "steps", steps,
                                                                   "muscle", "calf", "sets", 3, "repetitions", 12, "stop-if", "Stop if it hurts.",
                                                                   "start-drawing", rows[i].start, "end-drawing", rows[i].end, NULL);
        SoleusHandoutExercise chosen = SOLEUS_HANDOUT_EXERCISE_INIT;
        SoleusHandoutSpec spec = { .content = content, .issued_at = sample_instant (2025, 11, 21, 11, 30), .clinic_name = "Example Street Sports Therapy",
                                   .therapist_name = "T. Exemplar", .exercises = &chosen, .n_exercises = 1, .large_print = large == 1,
                                   .next_visit = SOLEUS_UNKNOWN_INSTANT };
        g_autoptr (SoleusDocument) document = NULL;
        g_autofree char *text = NULL;

        chosen.exercise = exercise;
        document = soleus_handout_new_document (&spec);
        text = get_text (document);
        g_assert_nonnull (strstr (text, steps[0]));
        g_assert_true ((count (text, "\nstart\n") == 1) == rows[i].says_start);
        g_assert_true ((count (text, "\nend\n") == 1) == rows[i].says_end);
      }
}

/* row 1 of the window rule stops the limb: two windows of one leg are one sentence about the leg, in each language */
static void
test_stop_is_of_the_leg (void)
{
  static const struct { const char *language, *leg, *calf; } expected[] = {
    { "en", "your right leg", "right calf" }, { "de", "Ihrem rechten Bein", "rechten Wade" }, { "es", "su pierna derecha", "pantorrilla derecha" },
    { "fr", "votre jambe droite", "mollet droit" }, { "ar", "رجلك اليمنى", "ساقك اليمنى" },
  };
  const SoleusHandoutWindow windows[] = {
    { SOLEUS_SIDE_RIGHT, SOLEUS_REGION_CALF, SOLEUS_WINDOW_STATE_HARD_STOP, SOLEUS_UNKNOWN_INSTANT },
    { SOLEUS_SIDE_RIGHT, SOLEUS_REGION_FOOT, SOLEUS_WINDOW_STATE_HARD_STOP, SOLEUS_UNKNOWN_INSTANT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    for (int slip = 0; slip < 2; slip++)
      {
        g_autoptr (SoleusContent) content = sample_load_content (expected[i].language);
        SoleusHandoutSpec spec = { .content = content, .issued_at = sample_instant (2025, 11, 21, 11, 30), .clinic_name = "Example Street Sports Therapy",
                                   .therapist_name = "T. Exemplar", .windows = windows, .n_windows = G_N_ELEMENTS (windows),
                                   .next_visit = SOLEUS_UNKNOWN_INSTANT };
        g_autoptr (SoleusDocument) document = slip ? soleus_appointment_slip_new_document (&spec) : soleus_handout_new_document (&spec);
        g_autofree char *text = get_text (document);

        g_assert_cmpuint (count (text, expected[i].leg), ==, 1);
        g_assert_cmpuint (count (text, expected[i].calf), ==, 0);
      }
}

/* every language, on both papers: two pages, its own dates, nothing unfilled, nothing in English */
static void
test_every_language_is_whole (void)
{
  static const struct { const char *language, *until, *day, *page; } expected[] = {
    { "en", "Saturday 22 November, 6:40 pm", "Fri 21", "Page 1 of 2" },
    { "de", "Samstag, 22. November, 18:40 Uhr", "Fr 21.", "Seite 1 von 2" },
    { "es", "sábado 22 de noviembre, 18:40 h", "vie 21", "Página 1 de 2" },
    { "fr", "samedi 22 novembre, 18 h 40", "ven. 21", "Page 1 sur 2" },
    { "ar", "السبت 22 نوفمبر، 6:40 مساء", "جمعة 21", "صفحة 1 من 2" },
  };
  static const char *const english[] = { "Saturday", "Your", "Hold", "Sets", "none", "advice", "relief", "Times", "calf", "knee" };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    for (int paper = SOLEUS_PAPER_A4; paper <= SOLEUS_PAPER_LETTER; paper++)
      for (gsize n = 0; n <= 4; n++)
        {
          g_autoptr (SoleusDocument) document = sample_create_handout (&(SampleHandout) { expected[i].language, paper, FALSE, n, FALSE, FALSE, "Mara", "Kx" });
          g_autofree char *text = get_text (document);

          g_assert_cmpint (soleus_document_get_n_pages (document), <=, 2);
          g_assert_cmpint (soleus_document_get_n_pages (document), ==, n == 0 ? soleus_document_get_n_pages (document) : 2);
          g_assert_nonnull (strstr (text, expected[i].until));
          g_assert_true (soleus_document_get_n_pages (document) == 1 || strstr (text, expected[i].page) != NULL);
          g_assert_true (n == 0 || strstr (text, expected[i].day) != NULL);
          g_assert_null (strstr (text, "{"));
          g_assert_null (strstr (text, "handout."));
          g_assert_null (strstr (text, "dose."));
          for (gsize w = 0; i > 0 && w < G_N_ELEMENTS (english); w++)
            if (strstr (text, english[w]) != NULL)
              g_error ("“%s” stands in the handout in “%s”", english[w], expected[i].language);
        }
}

static const char *const all_languages[] = { "en", "de", "es", "fr", "ar" };

/* seven days stand in the chart: of an exercise of four of them nobody has to find out how many are ticked */
static void
test_chart_says_how_many_days_are_ticked (void)
{
  static const struct { const char *language, *four, *one; } expected[] = {
    { "en", "Tick 4 of these 7 days", "Tick 1 of these 7 days" },
    { "de", "Haken Sie 4 der 7 Tage ab", "Haken Sie 1 der 7 Tage ab" },
    { "es", "Marque 4 de estos 7 días", "Marque 1 de estos 7 días" },
    { "fr", "Cochez 4 de ces 7 jours", "Cochez 1 de ces 7 jours" },
    { "ar", "ضع علامة على 4 من هذه الأيام السبعة", "ضع علامة على يوم واحد من هذه الأيام السبعة" },
  };
  static const char *const ids[] = { "one-leg-heel-raise", "ankle-pumps" }; /* on four days, on each day */

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    for (int days = -1; days <= 1; days++) /* −1: as it is usual */
      {
        g_autoptr (SoleusContent) content = sample_load_content (expected[i].language);
        SoleusHandoutExercise exercises[2] = { SOLEUS_HANDOUT_EXERCISE_INIT, SOLEUS_HANDOUT_EXERCISE_INIT };
        g_autoptr (SoleusPrescribed) prescribed = soleus_prescribed_new (ids[0]);
        SoleusHandoutSpec spec = { .content = content, .issued_at = sample_instant (2025, 11, 21, 11, 30), .clinic_name = "Kx", .therapist_name = "Kx",
                                   .exercises = exercises, .n_exercises = 2, .next_visit = SOLEUS_UNKNOWN_INSTANT };
        g_autoptr (SoleusDocument) document = NULL;
        g_autofree char *text = NULL;

        for (gsize n = 0; n < 2; n++)
          exercises[n].exercise = soleus_content_find_exercise (content, ids[n]);
        prescribed->days_a_week = days == 0 ? 7 : days;
        exercises[0].prescribed = prescribed;
        document = soleus_handout_new_document (&spec);
        text = get_text (document);
        g_assert_cmpuint (count (text, expected[i].four), ==, days < 0);
        g_assert_cmpuint (count (text, expected[i].one), ==, days == 1);
      }
}

/* what matters most, once more in a few words: the strictest place decides, and nobody ticks exercises that are not there */
static void
test_summary_says_the_strictest (void)
{
  static const struct { gboolean hard_stop; gsize n; const char *expected; } samples[] = {
    { FALSE, 3, "In short: No massage and no heat until Saturday 22 November, 6:40 pm. Do your exercises and tick them. Get help" },
    { TRUE, 0, "In short: No massage and no heat until a doctor has cleared it. Get help" },
    { TRUE, 0, "No exercises until a doctor has cleared it." },
    { FALSE, 0, "No exercises for now." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (SoleusDocument) document = sample_create_handout (&(SampleHandout) { "en", SOLEUS_PAPER_A4, FALSE, samples[i].n, FALSE, samples[i].hard_stop, "Mara" });
      g_autofree char *text = get_text (document);

      if (count (text, samples[i].expected) != 1)
        g_error ("“%s” does not stand once in:\n%s", samples[i].expected, text);
    }
}

/* the week is filled in at home, without anybody to ask */
static void
test_a_week_fits_a_page_in_every_language (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (all_languages); i++)
    for (int paper = SOLEUS_PAPER_A4; paper <= SOLEUS_PAPER_LETTER; paper++)
      {
        g_autoptr (SoleusContent) content = sample_load_content (all_languages[i]);
        g_autoptr (SoleusDocument) document = soleus_check_in_sheet_new_document (&(SoleusCheckInSheetSpec) {
          .content = content, .paper = (SoleusPaper) paper, .issued_at = sample_instant (2025, 11, 21, 11, 30),
          .clinic_name = "Example Street Sports Therapy", .clinic_phone = "01632 960123", .athlete_name = "Mara", .monday = "2025-11-24" });
        g_autofree char *text = get_text (document);

        if (soleus_document_get_n_pages (document) != 1)
          g_error ("%s, paper %d: %d pages", all_languages[i], paper, soleus_document_get_n_pages (document));
        g_assert_nonnull (strstr (text, "Mara"));
        for (const char *const *field = soleus_check_in_sheet_list_fields (); *field != NULL; field++)
          {
            g_autofree char *key = g_strconcat ("sheet.", *field, NULL);

            if (strstr (text, soleus_content_get_text (content, key)) == NULL)
              g_error ("%s: “%s” is not asked for", all_languages[i], key);
          }
      }
}

static gboolean
repeat_cb (const GMatchInfo *match,
           GString          *result,
           gpointer          user_data)
{
  g_autofree char *before = g_match_info_fetch (match, 1), *text = g_match_info_fetch (match, 2), *after = g_match_info_fetch (match, 3);

  g_string_append_printf (result, "%s%s %s %s%s", before, text, text, text, after);
  return FALSE;
}

/* all words of the English content three times over, in a folder of its own */
static char *
write_long_content (void)
{
  g_autoptr (GRegex) regex = g_regex_new ("^(\\s+(?:\"(?:text|title|introduction|name|tempo|load|stop-if|basis|[a-z]+\\.[^\"]*)\": )?\")([^\"]*)(\",?)$", G_REGEX_MULTILINE, 0, NULL);
  g_autofree char *source = g_build_filename (g_getenv ("SOLEUS_SOURCE_DIR"), "data", "content", "en", NULL);
  g_autofree char *base = g_dir_make_tmp ("soleus-long-XXXXXX", NULL), *target = g_build_filename (base, "en", NULL);
  g_autoptr (GDir) dir = g_dir_open (source, 0, NULL);
  const char *name;

  g_assert_nonnull (regex);
  g_assert_cmpint (g_mkdir (target, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *from = g_build_filename (source, name, NULL), *to = g_build_filename (target, name, NULL), *text = NULL, *longer = NULL;

      g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
      longer = g_str_equal (name, "protocol.json") || g_str_equal (name, "rehabilitation.json")
               ? g_strdup (text) : g_regex_replace_eval (regex, text, -1, 0, 0, repeat_cb, NULL, NULL);
      g_assert_true (g_file_set_contents (to, longer, -1, NULL));
    }
  return g_steal_pointer (&base);
}

static void
remove_content (const char *base)
{
  g_autofree char *folder = g_build_filename (base, "en", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpint (g_rmdir (base), ==, 0);
}

/* a language that takes three times the room loses nothing: it takes more pages, and no exercise is broken */
static void
test_words_three_times_as_long (void)
{
  g_autofree char *base = write_long_content ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusContent) content = soleus_content_load (base, "en", &error);

  g_assert_no_error (error);
  for (int large = 0; large <= 1; large++)
    for (gsize n = 0; n <= 4; n += 4)
      {
        g_autoptr (SoleusDocument) document = sample_create_handout_from (content, &(SampleHandout) { "en", SOLEUS_PAPER_LETTER, large, n, FALSE, FALSE, "Mara" });
        g_autofree char *whole = get_text (document);
        guint exercises = 0;

        g_assert_nonnull (strstr (whole, "Your exercises Your exercises Your exercises"));
        g_assert_nonnull (strstr (whole, "Chest pain Chest pain Chest pain"));
        for (int page = 0; page < soleus_document_get_n_pages (document); page++)
          {
            g_autofree char *text = soleus_document_dup_page_text (document, page);

            g_assert_cmpuint (count (text, "Notes Notes Notes"), ==, count (text, "Side Side Side"));
            exercises += count (text, "Notes Notes Notes");
          }
        g_assert_cmpuint (exercises, ==, n);
        g_assert_cmpint (soleus_document_get_n_pages (document), <=, large ? 40 : 12);
      }
  remove_content (base);
}

static void
test_report_and_summary_say_what_is_unknown (void)
{
  g_autoptr (SoleusDocument) report = sample_create_report (9, SOLEUS_PAPER_A4, FALSE);
  g_autoptr (SoleusDocument) none = sample_create_report (0, SOLEUS_PAPER_LETTER, TRUE);
  g_autoptr (SoleusDocument) visit = sample_create_visit ();
  g_autofree char *text = get_text (report), *none_text = get_text (none), *visit_text = get_text (visit);

  g_assert_cmpint (soleus_document_get_n_pages (report), <=, 4);
  g_assert_cmpint (soleus_document_get_n_pages (visit), ==, 1);
  g_assert_nonnull (strstr (text, "9; 7 left, 2 right"));
  g_assert_nonnull (strstr (text, "known for 8 of 9"));
  g_assert_nonnull (strstr (text, "What is not known"));
  g_assert_nonnull (strstr (none_text, "No episode is recorded in this period."));
  g_assert_nonnull (strstr (visit_text, "Given against the window"));
  g_assert_nonnull (strstr (visit_text, "Clinical judgement"));
  g_assert_nonnull (strstr (visit_text, "Correction, Fri 21 Nov 2025, 5:05 pm, T. Exemplar"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/handout/reads_in_order", test_reads_in_order);
  g_test_add_func ("/handout/missing_pictures_are_named", test_missing_pictures_are_named);
  g_test_add_func ("/handout/hard_stop_names_no_end", test_hard_stop_names_no_end);
  g_test_add_func ("/handout/name_is_left_off_where_not_given", test_name_is_left_off_where_not_given);
  g_test_add_func ("/handout/german_sheet_is_german", test_german_sheet_is_german);
  g_test_add_func ("/handout/right_to_left_starts_at_the_right", test_right_to_left_starts_at_the_right);
  g_test_add_func ("/handout/a_mark_decides_where_a_line_starts", test_a_mark_decides_where_a_line_starts);
  g_test_add_func ("/handout/right_to_left_keeps_two_pages_and_the_order_of_numbers", test_right_to_left_keeps_two_pages_and_the_order_of_numbers);
  g_test_add_func ("/handout/sheet_without_phone_leaves_no_gap", test_sheet_without_phone_leaves_no_gap);
  g_test_add_func ("/handout/sources_speak_the_language_of_the_sheet", test_sources_speak_the_language_of_the_sheet);
  g_test_add_func ("/handout/roller_waits_for_the_window", test_roller_waits_for_the_window);
  g_test_add_func ("/handout/leaves_no_hole_for_a_drawing_that_is_not_there", test_drawings_that_are_not_there);
  g_test_add_func ("/handout/stop_is_of_the_leg", test_stop_is_of_the_leg);
  g_test_add_func ("/handout/every_language_is_whole", test_every_language_is_whole);
  g_test_add_func ("/handout/chart_says_how_many_days_are_ticked", test_chart_says_how_many_days_are_ticked);
  g_test_add_func ("/handout/summary_says_the_strictest", test_summary_says_the_strictest);
  g_test_add_func ("/handout/a_week_fits_a_page_in_every_language", test_a_week_fits_a_page_in_every_language);
  g_test_add_func ("/handout/words_three_times_as_long_lose_nothing", test_words_three_times_as_long);
  g_test_add_func ("/handout/report_and_summary_say_what_is_unknown", test_report_and_summary_say_what_is_unknown);
  return g_test_run ();
}
