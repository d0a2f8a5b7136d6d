/* test-own-lines.c: a line that the clinic adds to the protocol in the window is on the page and on the handout, is changed there, and goes again */
#include "soleus-config.h"

#include "own-fixture.h"
#include "tests/scratch-folder.h"

#include "soleus-clinic-content.h"
#include "soleus-clinic-own.h"
#include "soleus-handout-choice.h"
#include "soleus-own-line-window.h"
#include "soleus-own-section-window.h"
#include "soleus-protocol-line.h"

#define WORDS "Call us before your next race."

static GtkWidget *
find_line_window (void)
{
  return find_own (SOLEUS_TYPE_OWN_LINE_WINDOW);
}

static gboolean
is_line (GtkWidget     *widget,
         gconstpointer  words)
{
  return SOLEUS_IS_PROTOCOL_LINE (widget) && find (widget, is_label, words) != NULL;
}

static void
test_life (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *folder = set_up_file (fixture);
  GtkWidget *page = show_protocol (fixture, "prevention"), *window, *combo;

  g_assert_null (find (page, is_line, WORDS));
  g_assert_null (find (page, has_action, "protocol.edit-line")); /* what is shipped is not changed */

  /* without words nothing is saved, and the window says why */
  press (page, "protocol.add-line");
  window = find_line_window ();
  g_assert_nonnull (window);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find (window, is_type, GSIZE_TO_POINTER (GTK_TYPE_SCROLLED_WINDOW))), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Line of Your Clinic");
  g_assert_null (find (window, is_problem, NULL));
  press (window, "own.save");
  g_assert_true (find_line_window () == window);
  g_assert_nonnull (find (window, is_problem, NULL));

  write_lines (window, WORDS);
  g_assert_null (find (window, is_problem, NULL));
  press (window, "own.save");
  g_assert_null (find_line_window ());
  g_assert_nonnull (find (page, is_line, WORDS));

  /* in a second language, the first kept */
  press (page, "protocol.edit-line");
  window = find_line_window ();
  combo = find (window, is_row, "Language");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (combo)), ==, 2); /* ar, de, en, … */
  select_in (window, "Language", 1);
  write_lines (window, "Rufen Sie uns vor dem\nnächsten Wettkampf an.");
  select_in (window, "Language", 2);
  {
    g_autofree char *words = dup_lines (window);

    g_assert_cmpstr (words, ==, WORDS);
  }
  press (window, "own.save");
  {
    g_autoptr (SoleusContent) german = soleus_clinic_load_content (fixture->clinic, "de", NULL);
    GListModel *lines = soleus_content_section_get_lines (soleus_content_get_section (german, "prevention"));
    g_autoptr (SoleusContentLine) last = g_list_model_get_item (lines, g_list_model_get_n_items (lines) - 1);

    g_assert_cmpstr (soleus_content_line_get_text (last), ==, "Rufen Sie uns vor dem nächsten Wettkampf an.");
    g_assert_cmpstr (soleus_content_get_own_version (german), ==, "2025-11-21");
  }

  /* taken out in every language, and back again */
  press (page, "protocol.edit-line");
  window = find_line_window ();
  press (window, "own.remove");
  g_assert_null (find_line_window ());
  g_assert_null (find (page, is_line, WORDS));
  g_assert_true (soleus_clinic_undo (fixture->clinic, NULL));
  settle ();
  g_assert_nonnull (find (page, is_line, WORDS));
  leave_file (fixture, page, g_steal_pointer (&folder));
}

/* What was typed is not thrown away unasked; what was only looked at is, in whatever language. */
static void
test_leaving (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *folder = set_up_file (fixture);
  GtkWidget *page = show_protocol (fixture, "prevention"), *window;

  press (page, "protocol.add-line");
  select_in (find_line_window (), "Language", 1);
  gtk_window_close (GTK_WINDOW (find_line_window ()));
  settle ();
  g_assert_null (find_line_window ());

  press (page, "protocol.add-line");
  window = find_line_window ();
  write_lines (window, WORDS);
  leave_and_answer (window, "cancel");
  g_assert_true (find_line_window () == window);
  leave_and_answer (window, "confirm");
  g_assert_null (find_line_window ());
  g_assert_null (find (page, is_line, WORDS));
  leave_file (fixture, page, g_steal_pointer (&folder));
}

/* Nor is a choice, of a line that is there and of a new one. */
static void
test_leaving_a_choice (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char *const rows[] = { "For", "How sure" };
  g_autofree char *folder = set_up_file (fixture);
  GtkWidget *page = show_protocol (fixture, "prevention"), *window;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      press (page, "protocol.add-line");
      window = find_line_window ();
      select_in (window, rows[i], 1);
      leave_and_answer (window, "cancel");
      g_assert_true (find_line_window () == window);
      leave_and_answer (window, "confirm");
      g_assert_null (find_line_window ());
    }
  leave_file (fixture, page, g_steal_pointer (&folder));
}

static void
assert_english (Fixture    *fixture,
                const char *wanted)
{
  g_autoptr (SoleusContent) content = soleus_clinic_load_content (fixture->clinic, "en", NULL);
  GListModel *lines = soleus_content_section_get_lines (soleus_content_get_section (content, "prevention"));
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (SoleusContentLine) line = g_list_model_get_item (lines, i);

      if (g_str_has_prefix (soleus_content_line_get_id (line), "own-"))
        g_string_append_printf (words, "%s%s", words->len > 0 ? "|" : "", soleus_content_line_get_text (line));
    }
  g_assert_cmpstr (words->str, ==, wanted);
}

/* What another window, or another program, wrote meanwhile is not overwritten unseen: it is opened again, or both are kept. */
static void
test_changed_elsewhere (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *folder = set_up_file (fixture);
  g_autoptr (SoleusOwnLine) line = soleus_own_line_new ("prevention");
  g_autoptr (GError) error = NULL;
  GtkWidget *page, *window;

  soleus_own_line_set_text (line, "en", WORDS);
  g_assert_true (soleus_clinic_save_own_line (fixture->clinic, line, &error));
  page = show_protocol (fixture, "prevention");
  press (page, "protocol.edit-line");
  window = find_line_window ();
  write_lines (window, "Mine.");
  soleus_own_line_set_text (line, "en", "Theirs.");
  g_assert_true (soleus_clinic_save_own_line (fixture->clinic, line, &error));
  settle ();

  press_and_be_asked (window, "own.save");
  assert_english (fixture, "Theirs.");
  answer ("cancel");
  g_assert_true (find_line_window () == window);
  press_and_be_asked (window, "own.remove");
  assert_english (fixture, "Theirs.");
  answer ("again");
  {
    GtkWidget *again = find_above (window);
    g_autofree char *theirs = dup_lines (again), *mine = dup_lines (window);

    g_assert_cmpstr (theirs, ==, "Theirs.");
    g_assert_cmpstr (mine, ==, "Mine.");
    press (again, "own.save");
    g_assert_null (find_above (window));
  }
  press_and_be_asked (window, "own.save");
  answer ("both");
  g_assert_null (find_line_window ());
  assert_english (fixture, "Theirs.|Mine.");

  /* what is gone is saved as a new one only where that is wanted */
  press (page, "protocol.edit-line");
  window = find_line_window ();
  write_lines (window, "Mine, too.");
  g_assert_true (soleus_clinic_remove_own_line (fixture->clinic, line, &error));
  settle ();
  press_and_be_asked (window, "own.save");
  assert_english (fixture, "Mine.");
  answer ("new");
  assert_english (fixture, "Mine.|Mine, too.");
  leave_file (fixture, page, g_steal_pointer (&folder));
}

/* Whoever writes a line is told where it will be seen; to steps that follow each other none is added. */
typedef struct {
  const char *name, *part;
  const char *place; /* (nullable): nothing can be added */
} Place;

#define ON_THE_PAGE "Shown on this page. It is not printed on handouts."

static const Place places[] = {
  { "/own-lines/are_seen/nowhere_among_steps", "relief", NULL },
  { "/own-lines/are_seen/on_the_page", "manual", ON_THE_PAGE },
  { "/own-lines/are_seen/where_a_part_is_chosen", "phase-2", "Shown on this page, and printed on the handouts for which this part is chosen." },
  { "/own-lines/are_seen/on_every_handout", "handout", "Printed on every handout, in the list of this title." },
};

static void
test_place (Fixture       *fixture,
            gconstpointer  data)
{
  const Place *row = data;
  g_autofree char *folder = set_up_file (fixture);
  GtkWidget *page = show_protocol (fixture, row->part), *window;

  g_assert_true ((find (page, has_action, "protocol.add-line") != NULL) == (row->place != NULL));
  if (row->place != NULL)
    {
      press (page, "protocol.add-line");
      window = find_line_window ();
      g_assert_nonnull (find (window, is_label, row->place));
      select_in (window, "For", 2); /* therapists */
      g_assert_nonnull (find (window, is_label, ON_THE_PAGE));
      leave_and_answer (window, "confirm");
    }
  leave_file (fixture, page, g_steal_pointer (&folder));
}

static GtkWidget *
find_part_window (void)
{
  return find_own (SOLEUS_TYPE_OWN_SECTION_WINDOW);
}

static gboolean
is_chip (GtkWidget     *widget,
         gconstpointer  label)
{
  return GTK_IS_TOGGLE_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

/* A part of the clinic is shown once it has a title, takes lines, gets another title, and goes with its lines. */
static void
test_part (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *folder = set_up_file (fixture);
  GtkWidget *page = show_protocol (fixture, "handout");

  press (page, "protocol.add-part");
  press (find_part_window (), "own.save");
  g_assert_nonnull (find (find_part_window (), is_problem, NULL));
  write_row (find_part_window (), "Title", "At the beach");
  g_assert_null (find (find_part_window (), is_problem, NULL));
  press (find_part_window (), "own.save");
  g_assert_null (find_part_window ());
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find (page, is_chip, "At the beach"))));
  press (page, "protocol.add-line");
  write_lines (find_line_window (), WORDS);
  press (find_line_window (), "own.save");
  g_assert_nonnull (find (page, is_line, WORDS));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find (page, is_chip, "At the beach"))));

  press (page, "protocol.edit-part");
  write_row (find_part_window (), "Title", "By the sea");
  press (find_part_window (), "own.save");
  g_assert_null (find (page, is_chip, "At the beach"));
  g_assert_nonnull (find (page, is_chip, "By the sea"));
  g_assert_nonnull (find (page, is_line, WORDS));

  press (page, "protocol.edit-part");
  press (find_part_window (), "own.remove");
  g_assert_null (find (page, is_chip, "By the sea"));
  g_assert_null (find (page, is_line, WORDS));
  g_assert_nonnull (find (page, has_action, "protocol.add-part")); /* among the lists of the handouts again */
  g_assert_true (soleus_clinic_undo (fixture->clinic, NULL));
  settle ();
  g_assert_nonnull (find (page, is_chip, "By the sea"));
  leave_file (fixture, page, g_steal_pointer (&folder));
}

/* Another title that somebody gave it meanwhile is not overwritten unseen; its lines are no matter of the window. */
static void
test_part_changed_elsewhere (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *folder = set_up_file (fixture);
  g_autoptr (SoleusOwnSection) part = soleus_own_section_new ();
  g_autoptr (SoleusOwnLine) line = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page, *window;

  soleus_own_section_set_title (part, "en", "At the beach");
  g_assert_true (soleus_clinic_save_own_section (fixture->clinic, part, &error));
  page = show_protocol (fixture, part->id);
  press (page, "protocol.edit-part");
  line = soleus_own_line_new (part->id);
  soleus_own_line_set_text (line, "en", WORDS);
  g_assert_true (soleus_clinic_save_own_line (fixture->clinic, line, &error));
  write_row (find_part_window (), "Title", "On the sand");
  press (find_part_window (), "own.save");
  g_assert_nonnull (find (page, is_chip, "On the sand"));

  press (page, "protocol.edit-part");
  window = find_part_window ();
  write_row (window, "Title", "By the sea");
  g_clear_pointer (&part, soleus_own_section_free);
  part = soleus_clinic_find_own_section (fixture->clinic, line->section, &error);
  soleus_own_section_set_title (part, "de", "Am Strand");
  g_assert_true (soleus_clinic_save_own_section (fixture->clinic, part, &error));
  settle ();
  press_and_be_asked (window, "own.save");
  g_assert_nonnull (find (page, is_chip, "On the sand"));
  answer ("both");
  g_assert_nonnull (find (page, is_chip, "On the sand"));
  g_assert_nonnull (find (page, is_chip, "By the sea"));
  leave_file (fixture, page, g_steal_pointer (&folder));
}

#define BEACH "{\"version\": \"by hand\", \"sections\": [{\"id\": \"own-beach\", \"title\": \"At the beach\", \"lines\": [" \
  "{\"id\": \"own-shade\", \"text\": \"Rest in the shade.\", \"facts\": [], \"sources\": [\"clinic-rule\"], \"evidence\": \"folk\", \"audience\": \"both\"}]}," \
  "{\"id\": \"own-desk\", \"title\": \"At the desk\", \"lines\": [" \
  "{\"id\": \"own-file\", \"text\": \"File it.\", \"facts\": [], \"sources\": [\"clinic-rule\"], \"evidence\": \"folk\", \"audience\": \"therapist\"}]}]}"

/* A section of the clinic is offered for handouts where it says something to athletes in their language. */
static void
test_own_section (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char *const english[] = { "return", "prevention", "own-beach", NULL }, *const german[] = { "return", "prevention", NULL };
  g_autofree char *folder = set_up_file (fixture), *content = soleus_clinic_dup_content_folder (fixture->clinic);
  g_autofree char *path = g_build_filename (content, "en.json", NULL), *id = NULL;
  g_autofree char *athlete = save_athlete (fixture);
  g_autoptr (SoleusHandoutChoice) choice = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (content, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, BEACH, -1, NULL));
  choice = soleus_handout_choice_new (fixture->clinic, athlete, &error);
  g_assert_no_error (error);
  g_assert_true (g_strv_equal (soleus_handout_choice_list_pieces (choice), english) ||
                 g_strv_equal (soleus_handout_choice_list_pieces (choice) + 1, english)); /* after the phase, if there is one */
  soleus_handout_choice_set_pieces (choice, (const char *const[]) { "own-beach", "own-desk", NULL });
  g_assert_cmpuint (g_strv_length ((char **) soleus_handout_choice_get_pieces (choice)), ==, 1);
  g_assert_true (soleus_handout_choice_set_language (choice, "de", &error));
  g_assert_true (g_strv_equal (soleus_handout_choice_list_pieces (choice), german) ||
                 g_strv_equal (soleus_handout_choice_list_pieces (choice) + 1, german));
  scratch_folder_remove (folder);
}

/* Where nothing can be written, nothing is offered. */
static void
test_in_memory (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *page = show_protocol (fixture, "prevention");

  g_assert_null (find (page, has_action, "protocol.add-line"));
  assert_goes (fixture, page);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/own-lines/are_added_changed_and_removed", Fixture, NULL, set_up, test_life, tear_down);
  g_test_add ("/own-lines/are_not_thrown_away_unasked", Fixture, NULL, set_up, test_leaving, tear_down);
  g_test_add ("/own-lines/lose_no_choice_unasked", Fixture, NULL, set_up, test_leaving_a_choice, tear_down);
  g_test_add ("/own-lines/do_not_overwrite_what_was_changed_elsewhere", Fixture, NULL, set_up, test_changed_elsewhere, tear_down);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    g_test_add (places[i].name, Fixture, &places[i], set_up, test_place, tear_down);
  g_test_add ("/own-lines/stand_in_a_part_of_the_clinic", Fixture, NULL, set_up, test_part, tear_down);
  g_test_add ("/own-lines/do_not_overwrite_a_part_that_was_changed_elsewhere", Fixture, NULL, set_up, test_part_changed_elsewhere, tear_down);
  g_test_add ("/own-lines/a_section_of_the_clinic_is_a_piece_of_handouts", Fixture, NULL, set_up, test_own_section, tear_down);
  g_test_add ("/own-lines/are_not_offered_without_a_file", Fixture, NULL, set_up, test_in_memory, tear_down);

  return g_test_run ();
}
