/* A letter speaks one language, whichever the flags were raised in, and says whom it is about; what else leaves the clinic on paper. */
#include "soleus-config.h"

#include <locale.h>

#include <glib/gi18n-lib.h>

#include "one-athlete.h"

#include "soleus-paper-letter.h"
#include "soleus-paper-sheets.h"
#include "translated-labels.h"

typedef OneAthlete Fixture;

static SoleusRecord *
create_long_cramp (Fixture    *fixture,
                   const char *end)
{
  SoleusRecord *episode = soleus_record_new (&soleus_episode_kind);

  soleus_record_set_text (episode, "athlete", fixture->athlete);
  one_athlete_set_moment (episode, "onset", "2025-05-10T20:00+02:00");
  one_athlete_set_moment (episode, "end", end);
  soleus_record_set_enum (episode, "side", SOLEUS_SIDE_LEFT);
  soleus_record_set_text (episode, "muscle", "gastrocnemius");
  return episode;
}

static char *
dup_letter (Fixture    *fixture,
            const char *language)
{
  SoleusPaperLetter letter = { NULL, };
  SoleusPaperOptions options = { .language = language };
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusDocument) document = soleus_paper_new_letter (fixture->clinic, fixture->athlete, &letter, &options, &error);

  g_assert_no_error (error);
  return soleus_document_dup_text (document);
}

/* the flag was raised, and its sentence stored, in English */
static void
test_reasons_speak_the_language_of_the_letter (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_autoptr (SoleusRecord) episode = create_long_cramp (fixture, "2025-05-10T20:12+02:00");
  g_autofree char *english = NULL;
  g_autofree char *german = NULL;

  if (!translated_labels_begin ())
    return;
  one_athlete_save (fixture, episode);
  english = dup_letter (fixture, "en");
  german = dup_letter (fixture, "de");

  g_assert_nonnull (strstr (english, "The cramp lasted 12 minutes"));
  g_assert_null (strstr (german, "The cramp lasted"));
  g_assert_null (strstr (german, "self-care"));
  g_assert_nonnull (strstr (german, "12 Minuten"));
  g_assert_nonnull (strstr (german, "Dunkler Urin"));
}

/* what somebody wrote is nobody's to translate */
static void
test_a_note_stays_as_it_was_written (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (SoleusRecord) flag = soleus_record_new (&soleus_red_flag_kind);
  g_autofree char *german = NULL;

  soleus_record_set_text (flag, "athlete", fixture->athlete);
  soleus_record_set_text (flag, "kind", "swelling");
  soleus_record_set_enum (flag, "side", SOLEUS_SIDE_LEFT);
  one_athlete_set_moment (flag, "raised-at", "2025-05-10T21:00+02:00");
  soleus_record_set_text (flag, "reason", "Seen across the room");
  one_athlete_save (fixture, flag);
  german = dup_letter (fixture, "de");

  g_assert_nonnull (strstr (german, "Seen across the room"));
}

/* the rules no longer say it: then the sentence of that time is all there is */
static void
test_what_the_rules_no_longer_say_stays (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr (SoleusRecord) episode = create_long_cramp (fixture, "2025-05-10T20:12+02:00");
  g_autoptr (SoleusRecord) stored = NULL;
  g_autoptr (SoleusRecord) copy = NULL;
  g_autofree char *english = NULL;

  one_athlete_save (fixture, episode);
  stored = soleus_clinic_find (fixture->clinic, &soleus_episode_kind, soleus_record_get_id (episode), NULL);
  copy = soleus_record_copy (stored);
  one_athlete_set_moment (copy, "end", "2025-05-10T20:02+02:00");
  one_athlete_save (fixture, copy);
  english = dup_letter (fixture, "en");

  g_assert_nonnull (strstr (english, "The cramp lasted 12 minutes"));
}

/* one sentence for a flag whose basis was edited away, in the language of who reads it; and it is written once */
static void
test_a_changed_basis_is_said_in_the_language_of_the_labels (Fixture       *fixture,
                                                            gconstpointer  data)
{
  g_autoptr (SoleusRecord) episode = create_long_cramp (fixture, "2025-05-10T20:12+02:00");
  g_autoptr (SoleusRecord) stored = NULL;
  g_autoptr (SoleusRecord) copy = NULL;
  g_autoptr (SoleusRecord) again = NULL;
  g_autoptr (GPtrArray) flags = NULL;
  g_autoptr (GPtrArray) later = NULL;
  char *former = NULL;

  if (!translated_labels_begin ())
    return;
  one_athlete_save (fixture, episode);
  stored = soleus_clinic_find (fixture->clinic, &soleus_episode_kind, soleus_record_get_id (episode), NULL);
  copy = soleus_record_copy (stored);
  one_athlete_set_moment (copy, "end", "2025-05-10T20:02+02:00");
  one_athlete_save (fixture, copy);
  flags = soleus_clinic_list_of_athlete (fixture->clinic, &soleus_red_flag_kind, fixture->athlete, NULL);
  g_assert_cmpuint (flags->len, ==, 1);
  g_assert_nonnull (strstr (soleus_clinic_get_flag_basis (flags->pdata[0]), "no longer stands"));

  g_assert_true (soleus_label_language_begin ("de", &former));
  g_assert_nonnull (strstr (soleus_clinic_get_flag_basis (flags->pdata[0]), "steht nicht mehr in der Akte"));
  g_set_object (&stored, NULL);
  stored = soleus_clinic_find (fixture->clinic, &soleus_episode_kind, soleus_record_get_id (episode), NULL);
  again = soleus_record_copy (stored);
  soleus_record_set_text (again, "note", "gesehen");
  one_athlete_save (fixture, again);
  soleus_label_language_end (former);
  later = soleus_clinic_list_of_athlete (fixture->clinic, &soleus_red_flag_kind, fixture->athlete, NULL);
  g_assert_cmpint (soleus_record_get_revision (later->pdata[0]), ==, soleus_record_get_revision (flags->pdata[0]));
}

static guint
count (const char *text,
       const char *word)
{
  guint n = 0;

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    n++;
  return n;
}

/* a blank where nobody asked for the date of birth; below the header the clinic is not named again */
static void
test_it_says_whom_it_is_about (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (SoleusRecord) stored = soleus_clinic_find (fixture->clinic, &soleus_athlete_kind, fixture->athlete, NULL);
  g_autoptr (SoleusRecord) copy = soleus_record_copy (stored);
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;

  soleus_record_set_text (copy, "born", NULL);
  soleus_record_set_text (copy, "identifier", "K-4711");
  one_athlete_save (fixture, copy);
  text = dup_letter (fixture, "en");
  g_assert_nonnull (strstr (text, "born ____"));
  g_assert_nonnull (strstr (text, "No. K-4711"));
  pages = g_strsplit (text, "\f", -1);
  /* the header of every page names it */
  g_assert_cmpuint (count (pages[0], "My clinic"), ==, 0);

  g_set_object (&stored, NULL);
  stored = soleus_clinic_find (fixture->clinic, &soleus_athlete_kind, fixture->athlete, NULL);
  g_set_object (&copy, NULL);
  copy = soleus_record_copy (stored);
  soleus_record_set_text (copy, "born", "1998-05-04");
  one_athlete_save (fixture, copy);
  g_free (text);
  text = dup_letter (fixture, "en");
  g_assert_null (strstr (text, "born ____"));
  g_assert_nonnull (strstr (text, "1998 · No. K-4711"));
}

/* a line for the answer where it can be one */
static void
test_no_man_is_asked_whether_he_is_pregnant (Fixture       *fixture,
                                             gconstpointer  data)
{
  static const SoleusSex sexes[] = { SOLEUS_SEX_MALE, SOLEUS_SEX_FEMALE, SOLEUS_SEX_OTHER };

  for (gsize i = 0; i < G_N_ELEMENTS (sexes); i++)
    {
      g_autoptr (SoleusRecord) stored = soleus_clinic_find (fixture->clinic, &soleus_athlete_kind, fixture->athlete, NULL);
      g_autoptr (SoleusRecord) copy = soleus_record_copy (stored);
      g_autofree char *text = NULL;

      soleus_record_set_enum (copy, "sex", sexes[i]);
      one_athlete_save (fixture, copy);
      text = dup_letter (fixture, "en");
      g_assert_cmpuint (count (text, "Pregnant"), ==, sexes[i] == SOLEUS_SEX_MALE ? 0 : 1);
      g_assert_cmpuint (count (text, "Bleeding disorder"), ==, 1);
    }
}

static void
test_the_address_is_one_line (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (SoleusRecord) profile = soleus_record_copy (soleus_clinic_get_profile (fixture->clinic));
  g_autofree char *text = NULL;

  soleus_record_set_text (profile, "name", "Example Street Sports Therapy");
  soleus_record_set_text (profile, "address", "12 Example Street\nExampleton");
  one_athlete_save (fixture, profile);
  text = dup_letter (fixture, "en");
  g_assert_nonnull (strstr (text, "12 Example Street, Exampleton"));
}

/* who fills the week in must understand it, whatever the clinic speaks */
static void
test_the_week_speaks_the_language_of_the_athlete (Fixture       *fixture,
                                                  gconstpointer  data)
{
  static const struct { const char *own, *wished, *expected; } samples[] = {
    { "en", NULL, "Hours of sleep" }, { "de", NULL, "Stunden Schlaf" }, { "de", "en", "Hours of sleep" }, { "en", "de", "Stunden Schlaf" },
    { "es", NULL, "Horas de sueño" }, { "fr", NULL, "Heures de sommeil" }, { "ar", NULL, "ساعات النوم" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      SoleusPaperOptions options = { .language = samples[i].wished };
      g_autoptr (SoleusRecord) stored = soleus_clinic_find (fixture->clinic, &soleus_athlete_kind, fixture->athlete, NULL);
      g_autoptr (SoleusRecord) copy = soleus_record_copy (stored);
      g_autoptr (SoleusDocument) document = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      soleus_record_set_text (copy, "language", samples[i].own);
      one_athlete_save (fixture, copy);
      document = soleus_paper_new_check_in_sheet (fixture->clinic, fixture->athlete, NULL, &options, &error);
      g_assert_no_error (error);
      text = soleus_document_dup_text (document);
      if (strstr (text, samples[i].expected) == NULL)
        g_error ("“%s” is missing in:\n%s", samples[i].expected, text);
      g_assert_true (strstr (text, "Stunden") == NULL || strstr (text, " du ") == NULL); /* the handout that goes home with it says “Sie” */
    }
}

/* the list and the handout name the end of one window in the same words */
static void
test_the_list_tells_the_time_like_a_handout (Fixture       *fixture,
                                             gconstpointer  data)
{
  SoleusPaperOptions options = { .language = "en" };
  g_autoptr (SoleusRecord) episode = create_long_cramp (fixture, "2025-05-10T20:02+02:00");
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusDocument) list = NULL, handout = NULL;
  g_autofree char *list_text = NULL, *handout_text = NULL;

  one_athlete_save (fixture, episode);
  list = soleus_paper_new_touch_line_list (fixture->clinic, &options, &error);
  g_assert_no_error (error);
  handout = soleus_paper_new_handout (fixture->clinic, fixture->athlete, &options, &error);
  g_assert_no_error (error);
  list_text = soleus_document_dup_text (list);
  handout_text = soleus_document_dup_text (handout);
  g_assert_nonnull (strstr (handout_text, "8:02\302\240pm"));
  g_assert_nonnull (strstr (list_text, "8:02\302\240pm"));
  g_assert_null (strstr (list_text, "20:02"));
}

#define ADD(name, func) g_test_add ("/letter/" name, Fixture, NULL, one_athlete_set_up, func, one_athlete_tear_down)

int
main (int    argc,
      char **argv)
{
  g_autofree char *labels = g_build_filename (g_getenv ("SOLEUS_BUILD_DIR"), "po", NULL);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, labels);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_init (&argc, &argv, NULL);

  ADD ("reasons_speak_the_language_of_the_letter", test_reasons_speak_the_language_of_the_letter);
  ADD ("a_note_stays_as_it_was_written", test_a_note_stays_as_it_was_written);
  ADD ("what_the_rules_no_longer_say_stays", test_what_the_rules_no_longer_say_stays);
  ADD ("a_changed_basis_is_said_in_the_language_of_the_labels", test_a_changed_basis_is_said_in_the_language_of_the_labels);
  ADD ("it_says_whom_it_is_about", test_it_says_whom_it_is_about);
  ADD ("no_man_is_asked_whether_he_is_pregnant", test_no_man_is_asked_whether_he_is_pregnant);
  ADD ("the_address_is_one_line", test_the_address_is_one_line);
  ADD ("the_week_speaks_the_language_of_the_athlete", test_the_week_speaks_the_language_of_the_athlete);
  ADD ("the_list_tells_the_time_like_a_handout", test_the_list_tells_the_time_like_a_handout);

  return g_test_run ();
}
