/* test-safety-pages.c: relief, damage screen, red flag, Safety and its papers, with one fictional athlete in memory */
#include "soleus-config.h"

#include "tests/saved-records.h"

#include <adwaita.h>

#include "soleus-answer-row.h"
#include "soleus-clinic-safety.h"
#include "soleus-clock.h"
#include "soleus-clot-page.h"
#include "soleus-number-entry.h"
#include "soleus-flag-page.h"
#include "soleus-letter-page.h"
#include "soleus-relief-page.h"
#include "soleus-row-text.h"
#include "soleus-safety-page.h"
#include "soleus-screen-page.h"
#include "soleus-sheet-page.h"

typedef struct {
  SoleusClock  *clock;
  SoleusClinic *clinic;
  char         *athlete;
  GtkWidget    *window;
  SoleusPage   *page;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (SoleusMoment) now = soleus_moment_parse ("2025-11-21T11:27:00+01:00", NULL);
  g_autoptr (GError) error = NULL;

  fixture->clock = soleus_clock_new_fixed (now->instant);
  fixture->clinic = soleus_clinic_open (":memory:", SOLEUS_CLINIC_OPEN_CREATE, fixture->clock, &error);
  g_assert_no_error (error);
  g_free (save_named (fixture->clinic, &soleus_therapist_kind, "T. Exemplar"));
  fixture->athlete = save_named (fixture->clinic, &soleus_athlete_kind, "Mara Swiftwater");
}

static void
settle (void)
{
  for (int i = 0; i < 20 || g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

/* The window goes and takes the page with it: nothing else may hold either. */
static void
close_page (Fixture *fixture)
{
  gpointer page = fixture->page;
  gpointer window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (page), &page);
  g_object_add_weak_pointer (G_OBJECT (window), &window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (page);
  g_assert_null (window);
  fixture->page = NULL;
  fixture->window = NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->page != NULL)
    close_page (fixture);

  g_assert_finalize_object (fixture->clinic);
  g_clear_object (&fixture->clock);
  g_free (fixture->athlete);
}

static void
show (Fixture    *fixture,
      GType       type,
      const char *target)
{
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  fixture->page = g_object_new (type, "clinic", fixture->clinic, "target", target, NULL);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  const char *words = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget))
                      : SOLEUS_IS_ROW_TEXT (widget) ? soleus_row_text_get_text (SOLEUS_ROW_TEXT (widget)) : NULL;

  if (g_strcmp0 (words, text) == 0 && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The page ticks five times a second. */
static gboolean
appears (Fixture    *fixture,
         const char *text)
{
  for (int i = 0; i < 100; i++)
    {
      if (find_label (GTK_WIDGET (fixture->page), text) != NULL)
        return TRUE;

      g_main_context_iteration (NULL, FALSE);
      g_usleep (20000);
    }

  return FALSE;
}

static void
press (Fixture *fixture,
       int      button)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "relief.button", "i", button));
}

static void
wait_seconds (Fixture *fixture,
              int      seconds)
{
  soleus_clock_advance (fixture->clock, seconds * SOLEUS_USEC_PER_SECOND);
}

static void
test_relief_ends_in_an_episode (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *target = g_strconcat (fixture->athlete, ":left", NULL);
  g_autoptr (GPtrArray) episodes = NULL;
  SoleusRecord *episode;

  show (fixture, SOLEUS_TYPE_RELIEF_PAGE, target);
  g_assert_true (appears (fixture, "Stopped"));
  press (fixture, 0);
  press (fixture, 0);
  wait_seconds (fixture, 38);
  g_assert_true (appears (fixture, "0:38"));
  g_assert_true (appears (fixture, "Keep holding until it eases."));
  press (fixture, 0);
  press (fixture, 0);
  press (fixture, 0);
  g_assert_true (appears (fixture, "The cramp is over"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "relief.save", NULL));

  episodes = soleus_clinic_list_of_athlete (fixture->clinic, &soleus_episode_kind, fixture->athlete, NULL);
  g_assert_cmpuint (episodes->len, ==, 1);
  episode = episodes->pdata[0];
  g_assert_cmpstr (soleus_record_get_text (episode, "muscle"), ==, "gastrocnemius");
  g_assert_cmpstr (soleus_record_get_text (episode, "relieved-by"), ==, "seated-straight-knee");
  g_assert_cmpint (soleus_record_get_enum (episode, "side"), ==, SOLEUS_SIDE_LEFT);
  g_assert_cmpint (soleus_record_get_instant (episode, "end") - soleus_record_get_instant (episode, "onset"), ==, 38 * SOLEUS_USEC_PER_SECOND);
}

static void
test_pressing_is_recorded_with_its_reason (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autofree char *target = g_strconcat (fixture->athlete, ":left", NULL);
  g_autoptr (GPtrArray) treatments = NULL;

  show (fixture, SOLEUS_TYPE_RELIEF_PAGE, target);
  press (fixture, 0);
  press (fixture, 0);
  wait_seconds (fixture, 20);
  press (fixture, 0);
  press (fixture, 1);
  wait_seconds (fixture, 12);
  press (fixture, 0);
  press (fixture, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "relief.save", NULL));
  treatments = soleus_clinic_list_of_athlete (fixture->clinic, &soleus_treatment_kind, fixture->athlete, NULL);
  g_assert_cmpuint (treatments->len, ==, 1);
  g_assert_cmpint (soleus_record_get_enum (treatments->pdata[0], "state-then"), ==, SOLEUS_WINDOW_STATE_CAUTION);
  g_assert_nonnull (soleus_record_get_text (treatments->pdata[0], "note"));
}

static void
test_help_is_called_for_at_ten_minutes (Fixture       *fixture,
                                        gconstpointer  data)
{
  show (fixture, SOLEUS_TYPE_RELIEF_PAGE, fixture->athlete);
  press (fixture, 0);
  press (fixture, 0);
  wait_seconds (fixture, 600);
  g_assert_true (appears (fixture, "Get medical help"));
  g_assert_true (appears (fixture, "10:00"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "relief.help", "s", "called");
  g_assert_true (appears (fixture, "began 11:27:00\nhelp called 11:37:00"));
}

static void
test_relief_goes_on_after_it_was_left (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autofree char *key = g_strconcat ("relief:", fixture->athlete, NULL);
  g_autoptr (SoleusKeptDraft) kept = NULL;

  show (fixture, SOLEUS_TYPE_RELIEF_PAGE, fixture->athlete);
  press (fixture, 0);
  press (fixture, 0);
  wait_seconds (fixture, 30);
  close_page (fixture);
  kept = soleus_clinic_find_draft (fixture->clinic, key);
  g_assert_nonnull (kept);
  wait_seconds (fixture, 60);
  show (fixture, SOLEUS_TYPE_RELIEF_PAGE, fixture->athlete);
  g_assert_true (appears (fixture, "1:30"));
}

static char *
save_swollen (Fixture *fixture)
{
  g_autoptr (SoleusRecord) episode = soleus_record_new (&soleus_episode_kind);
  g_autoptr (SoleusMoment) onset = soleus_moment_parse ("2025-11-20T23:38:00+01:00", NULL);

  soleus_record_set_text (episode, "athlete", fixture->athlete);
  soleus_record_set_moment (episode, "onset", onset);
  soleus_record_set_enum (episode, "side", SOLEUS_SIDE_LEFT);
  soleus_record_set_text (episode, "muscle", "calf");
  soleus_record_set_answer (episode, "signs", "swelling", SOLEUS_ANSWER_YES);
  return save_dup_id (fixture->clinic, episode);
}

static void
test_flag_is_referred_on_its_page (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autofree char *episode = save_swollen (fixture);
  g_autoptr (GPtrArray) flags = soleus_clinic_list_of_athlete (fixture->clinic, &soleus_red_flag_kind, fixture->athlete, NULL);
  g_autofree char *id = g_strdup (soleus_record_get_id (flags->pdata[0]));
  g_autoptr (SoleusRecord) flag = NULL;

  show (fixture, SOLEUS_TYPE_FLAG_PAGE, id);
  g_assert_true (appears (fixture, "Swelling"));

  /* without an outcome nothing closes */
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "flag.outcome", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "flag.refer", NULL);
  flag = soleus_clinic_find (fixture->clinic, &soleus_red_flag_kind, id, NULL);
  g_assert_cmpint (soleus_record_get_enum (flag, "state"), ==, SOLEUS_FLAG_STATE_REFERRED);
  g_assert_nonnull (soleus_record_get_text (flag, "referred-to"));
}

static void
test_first_screen_belongs_to_the_episode (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autofree char *episode = save_swollen (fixture);
  g_autoptr (GPtrArray) contacts = NULL;

  show (fixture, SOLEUS_TYPE_SCREEN_PAGE, episode);
  g_assert_true (appears (fixture, "0 of 8 answered"));
  contacts = soleus_clinic_list_of_athlete (fixture->clinic, &soleus_contact_kind, fixture->athlete, NULL);
  g_assert_cmpuint (contacts->len, ==, 0);
}

static void
find_rows (GtkWidget *widget,
           GPtrArray *rows)
{
  if (SOLEUS_IS_ANSWER_ROW (widget))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_rows (child, rows);
}

static void
find_entries (GtkWidget *widget,
              GPtrArray *entries)
{
  if (SOLEUS_IS_NUMBER_ENTRY (widget))
    g_ptr_array_add (entries, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_entries (child, entries);
}

static char *
dup_screen_target (Fixture *fixture)
{
  return g_strconcat (fixture->athlete, ":left", NULL);
}

/* clinical.md section 6: tenderness, swelling and oedema are 3 points, with the −2 item 1: still referred */
static void
test_a_clot_screen_refers_by_the_higher_reading (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autofree char *target = dup_screen_target (fixture);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) screenings = NULL;
  g_autoptr (SoleusAssessment) assessment = NULL;
  int minimum;

  show (fixture, SOLEUS_TYPE_CLOT_PAGE, target);
  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  find_rows (GTK_WIDGET (fixture->page), rows);
  g_assert_cmpuint (rows->len, ==, 14);
  g_assert_true (appears (fixture, "0 of 10 answered"));
  for (guint i = 0; i < 10; i++)
    soleus_answer_row_set_value (rows->pdata[i], i == 4 || i == 6 || i == 7 || i == 9 ? SOLEUS_ANSWER_YES : SOLEUS_ANSWER_NO);
  g_assert_true (appears (fixture, "3 points: likely"));
  g_assert_true (appears (fixture, "1 point: below 2"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "editor.save", NULL);
  screenings = soleus_clinic_list_of_athlete (fixture->clinic, &soleus_clot_screening_kind, fixture->athlete, NULL);
  g_assert_cmpuint (screenings->len, ==, 1);
  assessment = soleus_clinic_assess (fixture->clinic, fixture->athlete, soleus_clinic_get_now (fixture->clinic), NULL);
  g_assert_cmpint (soleus_assessment_get_state (assessment), ==, SOLEUS_WINDOW_STATE_HARD_STOP);
}

/* Wells 2003: the girths answer the item, a yes that was chosen stays */
static void
test_girths_answer_the_swelling (Fixture       *fixture,
                                 gconstpointer  data)
{
  static const struct { double left, right; SoleusAnswer chosen; const char *said; } cases[] = {
    { 38.1, 35.1, SOLEUS_ANSWER_UNKNOWN, "This calf minus the other: +3.0 cm. From 3 cm on the item counts as yes." },
    { 38.0, 35.1, SOLEUS_ANSWER_UNKNOWN, "This calf minus the other: +2.9 cm. A yes needs 3 cm, so the item counts as no." },
    { 35.0, 36.0, SOLEUS_ANSWER_YES, "This calf minus the other: -1.0 cm. A yes needs 3 cm; the yes that was chosen counts." },
  };
  g_autofree char *target = dup_screen_target (fixture);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  show (fixture, SOLEUS_TYPE_CLOT_PAGE, target);
  find_rows (GTK_WIDGET (fixture->page), rows);
  find_entries (GTK_WIDGET (fixture->page), entries);
  g_assert_cmpuint (entries->len, ==, 2);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      soleus_answer_row_set_value (rows->pdata[6], cases[i].chosen);
      soleus_number_entry_set_value (entries->pdata[0], cases[i].left);
      soleus_number_entry_set_value (entries->pdata[1], cases[i].right);
      g_assert_true (appears (fixture, cases[i].said));
    }
}

/* a screen of nothing but no still refers; chest pain is an emergency though no cramp is on record */
static void
test_a_clot_screen_never_clears (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *target = dup_screen_target (fixture);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) flags = NULL;
  gboolean emergency = FALSE;
  gboolean refers = FALSE;

  show (fixture, SOLEUS_TYPE_CLOT_PAGE, target);
  find_rows (GTK_WIDGET (fixture->page), rows);
  for (guint i = 0; i < 10; i++)
    soleus_answer_row_set_value (rows->pdata[i], SOLEUS_ANSWER_NO);
  g_assert_true (appears (fixture, "Refer the same day: this score does not rule a clot out."));
  soleus_answer_row_set_value (rows->pdata[10], SOLEUS_ANSWER_YES);
  g_assert_true (appears (fixture, "Chest pain does not wait. Stay with the person. This page keeps what you entered."));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "editor.save", NULL);
  flags = soleus_clinic_list_of_athlete (fixture->clinic, &soleus_red_flag_kind, fixture->athlete, NULL);
  for (guint i = 0; i < flags->len; i++)
    {
      const char *kind = soleus_record_get_text (flags->pdata[i], "kind");

      emergency = emergency || (g_str_equal (kind, "chest-pain") && soleus_record_get_enum (flags->pdata[i], "urgency") == SOLEUS_URGENCY_EMERGENCY);
      refers = refers || g_str_equal (kind, "clot-screen-complete");
    }
  g_assert_true (emergency);
  g_assert_true (refers);
}

/* row 2: pain alone, a complete screen without a sign, and a reason: the clock decides again */
static void
test_pain_alone_needs_a_reason (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *target = dup_screen_target (fixture);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) flags = NULL;
  g_autoptr (SoleusRecord) pain = soleus_record_new (&soleus_red_flag_kind);
  g_autoptr (SoleusMoment) now = soleus_moment_new_local (soleus_clinic_get_now (fixture->clinic));
  g_autoptr (SoleusAssessment) assessment = NULL;
  g_autofree char *id = NULL;

  soleus_record_set_text (pain, "athlete", fixture->athlete);
  soleus_record_set_text (pain, "kind", "persistent-pain");
  soleus_record_set_enum (pain, "side", SOLEUS_SIDE_LEFT);
  soleus_record_set_enum (pain, "urgency", SOLEUS_URGENCY_SAME_DAY);
  soleus_record_set_moment (pain, "raised-at", now);
  id = save_dup_id (fixture->clinic, pain);
  show (fixture, SOLEUS_TYPE_CLOT_PAGE, target);
  find_rows (GTK_WIDGET (fixture->page), rows);
  for (guint i = 0; i < 10; i++)
    soleus_answer_row_set_value (rows->pdata[i], SOLEUS_ANSWER_NO);
  g_assert_true (appears (fixture, "Pain alone led here. Without a reason the leg stays stopped until a doctor’s outcome is recorded."));
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (GTK_WIDGET (fixture->page), SOLEUS_TYPE_CLOT_PAGE, "reason_entry")), "A bruise from a kick");
  g_assert_true (appears (fixture, "Saving records why a clot is not suspected: the window of the cramp then decides on the left leg."));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "editor.save", NULL);
  flags = soleus_clinic_list_of_athlete (fixture->clinic, &soleus_red_flag_kind, fixture->athlete, NULL);
  for (guint i = 0; i < flags->len; i++)
    if (g_str_equal (soleus_record_get_text (flags->pdata[i], "kind"), "persistent-pain"))
      g_assert_cmpstr (soleus_record_get_text (flags->pdata[i], "not-clot-because"), ==, "A bruise from a kick");
  assessment = soleus_clinic_assess (fixture->clinic, fixture->athlete, soleus_clinic_get_now (fixture->clinic), NULL);
  g_assert_cmpint (soleus_assessment_get_state (assessment), ==, SOLEUS_WINDOW_STATE_OPEN);
}

/* the very bytes are kept, and the flag is referred by them */
static void
test_a_letter_refers_its_flag (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autofree char *episode = save_swollen (fixture);
  g_autoptr (GPtrArray) flags = soleus_clinic_list_of_athlete (fixture->clinic, &soleus_red_flag_kind, fixture->athlete, NULL);
  g_autofree char *target = g_strdup_printf ("%s:%s", fixture->athlete, soleus_record_get_id (flags->pdata[0]));
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (SoleusRecord) flag = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *hash = NULL;
  const char *kept;

  show (fixture, SOLEUS_TYPE_LETTER_PAGE, target);
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (GTK_WIDGET (fixture->page), SOLEUS_TYPE_LETTER_PAGE, "to_entry")), "Dr Example");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "letter.issue", NULL);
  documents = soleus_clinic_list_of_athlete (fixture->clinic, &soleus_issued_document_kind, fixture->athlete, NULL);
  g_assert_cmpuint (documents->len, ==, 1);
  g_assert_cmpint (soleus_record_get_int (documents->pdata[0], "pages"), <=, 2);
  kept = soleus_record_get_text (documents->pdata[0], "content-hash");
  pdf = soleus_clinic_get_blob (fixture->clinic, kept, NULL);
  g_assert_nonnull (pdf);
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  g_assert_cmpstr (hash, ==, kept);
  flag = soleus_clinic_find (fixture->clinic, &soleus_red_flag_kind, soleus_record_get_id (flags->pdata[0]), NULL);
  g_assert_cmpint (soleus_record_get_enum (flag, "state"), ==, SOLEUS_FLAG_STATE_REFERRED);
  g_assert_cmpstr (soleus_record_get_text (flag, "referred-to"), ==, "Dr Example");
}

/* saving answers leaves no draft behind, and asks for the clot screen where a sign was seen */
static void
test_a_saved_screen_leaves_no_draft (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autofree char *episode = save_swollen (fixture);
  g_autofree char *key = g_strconcat ("screen:", episode, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (SoleusKeptDraft) kept = NULL;
  g_autoptr (SoleusRecord) stored = NULL;

  show (fixture, SOLEUS_TYPE_SCREEN_PAGE, episode);
  find_rows (GTK_WIDGET (fixture->page), rows);
  soleus_answer_row_set_value (rows->pdata[0], SOLEUS_ANSWER_NO);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "editor.save", NULL);
  kept = soleus_clinic_find_draft (fixture->clinic, key);
  g_assert_null (kept);
  stored = soleus_clinic_find (fixture->clinic, &soleus_episode_kind, episode, NULL);
  g_assert_cmpint (soleus_answers_get (soleus_record_get_answers (stored, "screen"), "pain-persists"), ==, SOLEUS_ANSWER_NO);
}

static void
test_safety_shows_the_numbers_of_the_list (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autofree char *episode = save_swollen (fixture);

  show (fixture, SOLEUS_TYPE_SAFETY_PAGE, NULL);
  g_assert_true (appears (fixture, "1 hard stop, 0 closed, 0 caution"));
}

static void
test_papers_come_up (Fixture       *fixture,
                     gconstpointer  data)
{
  show (fixture, SOLEUS_TYPE_SHEET_PAGE, "bench-card");
  g_assert_true (appears (fixture, "Relief Bench Card"));
  close_page (fixture);
  show (fixture, SOLEUS_TYPE_SHEET_PAGE, "touch-line");
  g_assert_true (appears (fixture, "Touch-Line List"));
}

#define ADD(name, func) g_test_add ("/safety-pages/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();

  ADD ("relief_ends_in_an_episode", test_relief_ends_in_an_episode);
  ADD ("pressing_is_recorded_with_its_reason", test_pressing_is_recorded_with_its_reason);
  ADD ("help_is_called_for_at_ten_minutes", test_help_is_called_for_at_ten_minutes);
  ADD ("relief_goes_on_after_it_was_left", test_relief_goes_on_after_it_was_left);
  ADD ("flag_is_referred_on_its_page", test_flag_is_referred_on_its_page);
  ADD ("first_screen_belongs_to_the_episode", test_first_screen_belongs_to_the_episode);
  ADD ("a_clot_screen_refers_by_the_higher_reading", test_a_clot_screen_refers_by_the_higher_reading);
  ADD ("girths_answer_the_swelling", test_girths_answer_the_swelling);
  ADD ("a_clot_screen_never_clears", test_a_clot_screen_never_clears);
  ADD ("pain_alone_needs_a_reason", test_pain_alone_needs_a_reason);
  ADD ("a_letter_refers_its_flag", test_a_letter_refers_its_flag);
  ADD ("a_saved_screen_leaves_no_draft", test_a_saved_screen_leaves_no_draft);
  ADD ("safety_shows_the_numbers_of_the_list", test_safety_shows_the_numbers_of_the_list);
  ADD ("papers_come_up", test_papers_come_up);

  return g_test_run ();
}
