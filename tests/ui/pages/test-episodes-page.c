/* test-episodes-page.c: the episodes of all athletes: none, some and ten thousand; what is chosen, how it is ordered, where a row leads */
#include "soleus-config.h"

#include "page-fixture.h"
#include "tests/record-values.h"
#include "tests/saved-records.h"

#include <glib/gstdio.h>
#include <string.h>

#include "soleus-athlete-page.h"
#include "soleus-clock.h"
#include "soleus-episode-rows.h"
#include "soleus-episodes-page.h"
#include "soleus-record-line.h"
#include "soleus-store.h"

#define N_MANY 10000

static char *
add_episode (Fixture    *self,
             const char *athlete,
             const char *onset,
             const char *side,
             const char *pain,
             const char *note)
{
  g_autoptr (SoleusRecord) episode = create_record (&soleus_episode_kind, athlete,
                                                    VALUES ("onset", onset, "side", side, "muscle", "calf", "pain", pain, "note", note));

  return save_dup_id (self->clinic, episode);
}

/* beside the cramp that makes Mara Swiftwater wait: two of hers, two of Olli Tailwind’s */
static void
add_four (Fixture *self)
{
  g_free (add_episode (self, self->waiting, "2025-10-18T20:00+02:00", "left", "7", "Taped at once"));
  g_free (add_episode (self, self->rested, "2025-10-10T20:00+02:00", "right", "3", "On the hill"));
  g_free (add_episode (self, self->rested, "2025-09-02", "both", "5", ""));
  g_free (add_episode (self, self->waiting, "2025-08-20T08:00+02:00", "right", "2", "No tape this time"));
}

static void
make_void (Fixture *self)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_episode_kind);
  g_autoptr (GPtrArray) episodes = soleus_clinic_list (self->clinic, query, NULL);

  for (guint i = 0; i < episodes->len; i++)
    {
      g_autoptr (SoleusRecord) copy = soleus_record_copy (episodes->pdata[i]);

      soleus_record_set_text (copy, "void-reason", "entered twice");
      save_record (self->clinic, copy);
    }
}

static GtkWidget *
show_page (Fixture *self,
           int      width)
{
  return present (self, g_object_new (SOLEUS_TYPE_EPISODES_PAGE, "clinic", self->clinic, NULL), width, 720);
}

static gboolean
is_entry (GtkWidget     *widget,
          gconstpointer  placeholder)
{
  g_autofree char *text = NULL;

  if (GTK_IS_SEARCH_ENTRY (widget))
    g_object_get (widget, "placeholder-text", &text, NULL);
  return text != NULL && g_str_equal (text, placeholder);
}

static void
type (GtkWidget  *page,
      const char *placeholder,
      const char *text)
{
  GtkEditable *entry = find (page, is_entry, placeholder);

  gtk_editable_set_text (entry, text);
  g_signal_emit_by_name (entry, "search-changed");
}

static gboolean
is_record_list (GtkWidget     *widget,
                gconstpointer  data)
{
  return GTK_IS_LIST_VIEW (widget) && gtk_widget_has_css_class (widget, "record-list");
}

static GtkWidget *
get_view (GtkWidget *page)
{
  return find (page, is_record_list, NULL);
}

static SoleusEpisodeList *
get_list (GtkWidget *page)
{
  GtkSelectionModel *selection = gtk_list_view_get_model (GTK_LIST_VIEW (get_view (page)));

  return SOLEUS_EPISODE_LIST (gtk_no_selection_get_model (GTK_NO_SELECTION (selection)));
}

/* an episode by the first letter of whose it is and its pain (“-” unknown), "[…]" for a heading */
static char *
dup_rows (GtkWidget *page)
{
  GListModel *model = G_LIST_MODEL (get_list (page));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (SoleusEpisodeRow) row = g_list_model_get_item (model, i);
      SoleusRecord *episode = soleus_episode_row_get_episode (row);
      g_autofree char *heading = episode == NULL ? soleus_episode_rows_dup_heading (row) : NULL;

      if (episode == NULL)
        g_string_append_printf (text, "[%s]", heading);
      else if (soleus_record_is_known (episode, "pain"))
        g_string_append_printf (text, "%c%d ", *soleus_episode_row_get_athlete_name (row), (int) soleus_record_get_int (episode, "pain"));
      else
        g_string_append_printf (text, "%c- ", *soleus_episode_row_get_athlete_name (row));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_rows(page, expected) G_STMT_START { g_autofree char *rows_ = dup_rows (page); g_assert_cmpstr (rows_, ==, expected); } G_STMT_END

/* What was saved is listed when nothing is more urgent. */
static void
await_rows (GtkWidget  *page,
            const char *expected)
{
  for (gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC; g_get_monotonic_time () < deadline;)
    {
      g_autofree char *rows = dup_rows (page);

      if (g_str_equal (rows, expected))
        break;
      settle ();
    }
  settle ();
  assert_rows (page, expected);
}

/* the row widget that shows an episode of the list */
static GtkWidget *
find_row (GtkWidget  *page,
          const char *text)
{
  GtkWidget *label = find (get_view (page), is_label, text);

  g_assert_nonnull (label);
  while (gtk_widget_get_parent (label) != get_view (page))
    label = gtk_widget_get_parent (label);
  return label;
}

/* It is marked, and has the keyboard when the list has placed its rows. */
static void
assert_marked (Fixture    *self,
               GtkWidget  *page,
               const char *text)
{
  for (gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC; g_get_monotonic_time () < deadline;)
    {
      settle ();
      if (find (get_view (page), is_label, text) != NULL && gtk_root_get_focus (GTK_ROOT (self->window)) == find_row (page, text))
        break;
    }
  g_assert_true (gtk_widget_has_css_class (find_row (page, text), "marked"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->window)) == find_row (page, text));
  g_assert_true (gtk_widget_get_child_visible (find_row (page, text)));
}

static gboolean
is_shown (GtkWidget  *page,
          const char *text)
{
  GtkWidget *label = find (page, is_label, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static void
test_an_empty_clinic_says_what_to_do (Fixture       *self,
                                      gconstpointer  data)
{
  g_autofree char *id = NULL;
  GtkWidget *page;

  make_void (self);
  page = show_page (self, 900);
  g_assert_true (is_shown (page, "No Episodes Yet"));
  g_assert_true (is_shown (page, "Find an Athlete"));
  g_assert_false (is_shown (page, "In any state"));
  assert_rows (page, "");
  /* the first one is seen as soon as it is saved */
  id = add_episode (self, self->rested, "2025-10-10T20:00+02:00", "right", "3", "");
  await_rows (page, "O3 ");
  g_assert_false (is_shown (page, "No Episodes Yet"));
  g_assert_true (is_shown (page, "1 episode"));
  assert_goes (self, page);
}

static void
test_choices_narrow_the_list (Fixture       *self,
                              gconstpointer  data)
{
  GtkWidget *page;

  add_four (self);
  page = show_page (self, 900);
  assert_rows (page, "M- M7 O3 O5 M2 ");
  g_assert_true (is_shown (page, "5 episodes"));
  g_assert_false (is_shown (page, "Show All"));
  choose (page, "Side", 2);
  assert_rows (page, "O3 O5 M2 ");
  type (page, "Name, team or sport", "tail");
  assert_rows (page, "O3 O5 ");
  settle ();
  g_assert_true (is_shown (page, "2 of 5 episodes"));
  g_assert_true (is_shown (page, "Show All"));
  type (page, "Words in the notes", "hill");
  assert_rows (page, "O3 ");
  choose (page, "Pain", 3);
  assert_rows (page, "");
  settle ();
  g_assert_true (is_shown (page, "No Episode Fits"));
  gtk_widget_activate_action (page, "episodes.clear", NULL);
  assert_rows (page, "M- M7 O3 O5 M2 ");
  settle ();
  g_assert_false (is_shown (page, "No Episode Fits"));
  choose (page, "Period", 2);
  assert_rows (page, "M- M7 O3 O5 ");
  assert_goes (self, page);
}

/* A cramp that still closes a calf, and the one for which a doctor’s outcome is waited for. */
static void
test_what_matters_now_can_be_chosen (Fixture       *self,
                                     gconstpointer  data)
{
  g_autofree char *swollen = NULL;
  g_autoptr (SoleusRecord) stored = NULL;
  g_autoptr (SoleusRecord) copy = NULL;
  GtkWidget *page;

  add_four (self);
  page = show_page (self, 900);
  choose (page, "State now", 1);
  assert_rows (page, "M- ");
  choose (page, "State now", 2);
  assert_rows (page, "");
  swollen = add_episode (self, self->rested, "2025-11-21T08:00+01:00", "right", "8", "");
  stored = soleus_clinic_find (self->clinic, &soleus_episode_kind, swollen, NULL);
  copy = soleus_record_copy (stored);
  soleus_record_set_answer (copy, "signs", "swelling", SOLEUS_ANSWER_YES);
  soleus_record_set_answer (copy, "signs", "warmth", SOLEUS_ANSWER_YES);
  save_record (self->clinic, copy);
  await_rows (page, "O8 ");
  choose (page, "State now", 1);
  assert_rows (page, "O8 M- ");
  /* the clock opens the window of the first without anything being saved */
  soleus_clock_advance (soleus_clinic_get_clock (self->clinic), 60 * 24 * SOLEUS_USEC_PER_HOUR);
  soleus_page_minute_passed (SOLEUS_PAGE (page));
  await_rows (page, "O8 ");
  assert_goes (self, page);
}

static void
test_orders_and_groups (Fixture       *self,
                        gconstpointer  data)
{
  GtkWidget *page;

  add_four (self);
  page = show_page (self, 900);
  choose (page, "Order", 1);
  assert_rows (page, "M7 O5 O3 M2 M- ");
  choose (page, "Order", 3);
  assert_rows (page, "M- M7 M2 O3 O5 ");
  choose (page, "Order", 0);
  choose (page, "Groups", 1);
  assert_rows (page, "[November 2025 · 1 episode]M- [October 2025 · 2 episodes]M7 O3 [September 2025 · 1 episode]O5 [August 2025 · 1 episode]M2 ");
  /* whose they are, from A to Z: how many of each is not said, a list of people is no ranking */
  choose (page, "Groups", 4);
  assert_rows (page, "[Mara Swiftwater]M- M7 M2 [Olli Tailwind]O3 O5 ");
  settle ();
  g_assert_true (is_shown (page, "Olli Tailwind"));
  g_assert_nonnull (find (get_view (page), is_label, "Fri 10 Oct 2025, 20:00"));
  g_assert_null (find (get_view (page), is_label, "Calf, right · "));
  choose (page, "Groups", 1);
  settle ();
  g_assert_nonnull (find (get_view (page), is_label, "Calf, right · Fri 10 Oct 2025, 20:00"));
  assert_goes (self, page);
}

/* --- where a row leads --- */

/* Return on a row is gtk_widget_activate() of it. */
static void
test_a_row_leads_to_the_record_and_back (Fixture       *self,
                                         gconstpointer  data)
{
  g_autofree char *id = add_episode (self, self->rested, "2025-10-10T20:00+02:00", "right", "3", "On the hill");
  g_autofree char *expected = g_strdup_printf ("athlete:%s:episodes:%s", self->rested, id);
  g_autofree char *shown = NULL;
  GtkWidget *page;

  listen (self, &shown);
  page = show_page (self, 900);
  gtk_test_accessible_assert_property (find_row (page, "Calf, right"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Olli Tailwind, Calf, right · Fri 10 Oct 2025, 20:00, Pain 3, Not screened");
  choose (page, "Groups", 4);
  settle ();
  gtk_test_accessible_assert_property (find_row (page, "Calf, right"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Olli Tailwind, Calf, right, Fri 10 Oct 2025, 20:00, Pain 3, Not screened");
  gtk_test_accessible_assert_property (find_row (page, "Olli Tailwind"), GTK_ACCESSIBLE_PROPERTY_LABEL, "Olli Tailwind");
  /* a heading leads nowhere */
  gtk_widget_activate (find_row (page, "Mara Swiftwater"));
  g_assert_null (shown);
  type (page, "Words in the notes", "hill");
  choose (page, "Side", 2);
  settle ();
  gtk_widget_activate (find_row (page, "Calf, right"));
  g_assert_cmpstr (shown, ==, expected);
  /* the page is made anew when one comes back: what was chosen still is, and the row has the keyboard */
  page = show_page (self, 900);
  assert_rows (page, "[Olli Tailwind]O3 ");
  assert_marked (self, page, "Calf, right");
  gtk_widget_activate_action (page, "episodes.clear", NULL);
  page = show_page (self, 900);
  assert_rows (page, "[Mara Swiftwater]M- [Olli Tailwind]O3 ");
  assert_goes (self, page);
}

static void
test_the_record_opens_at_the_episode (Fixture       *self,
                                      gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autofree char *target = NULL;
  GtkWidget *page;

  for (int i = 0; i < 60; i++)
    {
      g_autofree char *date = soleus_date_add_days ("2025-06-01", -i);
      g_autofree char *added = add_episode (self, self->rested, date, "left", i == 40 ? "9" : "1", "");

      if (i == 40)
        id = g_steal_pointer (&added);
    }
  target = g_strdup_printf ("%s:episodes:%s", self->rested, id);
  page = show (self, g_object_new (SOLEUS_TYPE_ATHLETE_PAGE, "clinic", self->clinic, "target", target, NULL));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 360, 720);
  gtk_window_present (GTK_WINDOW (self->window));
  assert_marked (self, page, "Pain 9");
  assert_goes (self, page);
}

/* --- narrow --- */

static void
test_a_narrow_page_shows_the_list_first (Fixture       *self,
                                         gconstpointer  data)
{
  GtkWidget *page;
  GtkWidget *toggle;
  int width;

  add_four (self);
  page = show_page (self, 360);
  toggle = find (page, is_type, GSIZE_TO_POINTER (GTK_TYPE_TOGGLE_BUTTON));
  for (int i = 0; i < 50 && is_shown (page, "In any state"); i++)
    settle ();
  g_assert_false (is_shown (page, "In any state"));
  g_assert_true (is_shown (page, "Mara Swiftwater"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  choose (page, "Groups", 1);
  choose (page, "Period", 4);
  settle ();
  g_assert_true (is_shown (page, "In any state"));
  for (int percent = 100; percent <= 150; percent += 50)
    {
      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * percent / 100, NULL);
      settle ();
      gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      g_test_message ("%d %% text: %d pixels", percent, width);
      g_assert_cmpint (width, <=, 360);
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
  assert_goes (self, page);
}

/* --- ten thousand --- */

/* Rows as the program writes them but for their hashes, which a list does not look at: saving each would take a minute. */
static const char many[] =
  "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < " G_STRINGIFY (N_MANY) ") "
  "INSERT INTO episode (id, revision, athlete, onset, onset_offset, onset_precision, side, muscle, pain, weight_bearing, knot, row_hash) "
  "SELECT printf ('%08x-0000-4000-8000-000000000000', i), 1, a.id, "
  "1700000000000000 - i * 3600000000, 3600, 'exact', CASE WHEN i % 3 = 0 THEN 'left' ELSE 'right' END, "
  "CASE WHEN i % 2 = 0 THEN 'calf' ELSE 'soleus' END, i % 11, 'unknown', 'unknown', printf ('%064x', i) "
  "FROM n JOIN (SELECT id, row_number () OVER (ORDER BY rowid) - 1 AS place FROM athlete) AS a ON a.place = i % 20";

static void
add_named (SoleusClinic           *clinic,
           const SoleusRecordKind *kind,
           const char             *name)
{
  g_autoptr (SoleusRecord) record = create_record (kind, NULL, VALUES ("name", name));

  save_record (clinic, record);
  if (kind == &soleus_therapist_kind)
    soleus_clinic_set_therapist (clinic, record);
}

static SoleusClinic *
open_large (const char *path)
{
  g_autoptr (SoleusMoment) now = soleus_moment_parse (PAGE_FIXTURE_NOW, NULL);
  g_autoptr (SoleusClock) clock = soleus_clock_new_fixed (now->instant);
  g_autoptr (SoleusStore) store = NULL;
  g_autoptr (GError) error = NULL;
  SoleusClinic *clinic = soleus_clinic_open (path, SOLEUS_CLINIC_OPEN_CREATE, clock, &error);

  g_assert_no_error (error);
  add_named (clinic, &soleus_therapist_kind, "T. Exemplar");
  for (int i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("Runner %c", 'A' + i);

      add_named (clinic, &soleus_athlete_kind, name);
    }
  store = soleus_store_open (path, SOLEUS_STORE_DEFAULT, clock, &error);
  g_assert_no_error (error);
  soleus_connection_exec (soleus_store_get_connection (store), many, &error);
  g_assert_no_error (error);
  return clinic;
}

static void
assert_bounded (GtkWidget *page)
{
  g_autoptr (GPtrArray) lines = find_all (page, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_RECORD_LINE));
  guint n_read = soleus_episode_list_count_read (get_list (page));

  g_test_message ("%u lines, %u episodes read", lines->len, n_read);
  g_assert_cmpuint (lines->len, >, 5);
  g_assert_cmpuint (lines->len, <, 300);
  g_assert_cmpuint (n_read, >, 5);
  g_assert_cmpuint (n_read, <=, 1024);
}

/* What has no height yet cannot be scrolled. */
static void
draw (GtkWidget *page)
{
  settle ();
  gtk_test_widget_wait_for_draw (GTK_WIDGET (gtk_widget_get_root (page)));
}

static void
look_through (GtkWidget *page)
{
  static const struct { const char *tooltip; guint position; guint n_rows; } steps[] = {
    { "Groups", 1, N_MANY + 15 }, { "Groups", 4, N_MANY + 20 }, { "Order", 1, N_MANY + 20 }, { "Groups", 0, N_MANY }, { "Muscle", 1, N_MANY / 2 },
  };
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_view (page)));

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gint64 began = g_get_monotonic_time ();

      choose (page, steps[i].tooltip, steps[i].position);
      g_test_message ("%s %u in %.1f ms", steps[i].tooltip, steps[i].position, (double) (g_get_monotonic_time () - began) / 1000);
      draw (page);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_list (page))), ==, steps[i].n_rows);
      g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0); /* other rows are looked at from the first on */
      assert_bounded (page);
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
      draw (page);
      assert_bounded (page);
    }
}

/* Who has scrolled down to something is not thrown back by what somebody else saves. */
static void
keeps_its_place (Fixture   *self,
                 GtkWidget *page)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_view (page)));
  g_autoptr (SoleusEpisodeRow) row = g_list_model_get_item (G_LIST_MODEL (get_list (page)), 0);
  g_autofree char *id = NULL;
  double value;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 2);
  draw (page);
  value = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (value, >, 10000);
  id = add_episode (self, soleus_record_get_text (soleus_episode_row_get_episode (row), "athlete"), "2025-10-10T20:00+02:00", "right", "3", "");
  for (int i = 0; i < 50 && g_list_model_get_n_items (G_LIST_MODEL (get_list (page))) == N_MANY / 2; i++)
    settle ();
  draw (page);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_list (page))), ==, N_MANY / 2 + 1);
  g_test_message ("at %.0f, then at %.0f", value, gtk_adjustment_get_value (adjustment));
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), value, 200);
  assert_bounded (page);
}

static void
test_ten_thousand_are_listed_and_few_are_read (Fixture       *self,
                                               gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("soleus-episodes-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "clinic.soleus", NULL);
  SoleusClinic *clinic = self->clinic;
  g_autoptr (SoleusClinic) large = open_large (path);
  GtkWidget *page;
  gint64 began = g_get_monotonic_time ();

  self->clinic = large;
  page = show (self, g_object_new (SOLEUS_TYPE_EPISODES_PAGE, "clinic", large, NULL));
  g_test_message ("made in %.1f ms", (double) (g_get_monotonic_time () - began) / 1000);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 720);
  gtk_window_present (GTK_WINDOW (self->window));
  settle ();
  g_assert_true (is_shown (page, "10000 episodes"));
  assert_bounded (page);
  look_through (page);
  keeps_its_place (self, page);
  type (page, "Name, team or sport", "runner b");
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_list (page))), ==, 0); /* another muscle */
  gtk_widget_activate_action (page, "episodes.clear", NULL);
  type (page, "Name, team or sport", "runner b");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_list (page))), ==, N_MANY / 20);
  assert_goes (self, page);
  self->clinic = clinic;
  g_assert_finalize_object (g_steal_pointer (&large));
  for (gsize i = 0; i < 3; i++)
    {
      g_autofree char *file = g_strconcat (path, ((const char *const[]) { "", "-wal", "-shm" })[i], NULL);

      g_remove (file);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

#define ADD(name) g_test_add ("/episodes-page/" #name, Fixture, NULL, set_up, test_##name, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD (an_empty_clinic_says_what_to_do);
  ADD (choices_narrow_the_list);
  ADD (what_matters_now_can_be_chosen);
  ADD (orders_and_groups);
  ADD (a_row_leads_to_the_record_and_back);
  ADD (the_record_opens_at_the_episode);
  ADD (a_narrow_page_shows_the_list_first);
  ADD (ten_thousand_are_listed_and_few_are_read);
  return g_test_run ();
}
