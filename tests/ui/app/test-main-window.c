/* test-main-window.c: the window with a clinic of fictional athletes in memory */
#include <adwaita.h>
#include <string.h>

#include "soleus-application.h"
#include "soleus-banner.h"
#include "soleus-clock.h"
#include "soleus-demo.h"
#include "soleus-error.h"
#include "soleus-main-window.h"
#include "soleus-page-registry.h"
#include "soleus-page.h"
#include "soleus-sheet-page.h"
#include "soleus-sidebar.h"

static SoleusApplication *application;

static SoleusClinic *
create_clinic (gboolean filled)
{
  g_autoptr (SoleusMoment) now = soleus_moment_parse ("2025-11-21T11:28:00+01:00", NULL);
  g_autoptr (SoleusClock) clock = soleus_clock_new_fixed (now->instant);
  g_autoptr (GError) error = NULL;
  SoleusClinic *clinic = soleus_clinic_open (":memory:", SOLEUS_CLINIC_OPEN_CREATE, clock, &error);

  g_assert_no_error (error);

  if (filled)
    soleus_demo_fill (clinic, SOLEUS_DEMO_ATHLETES, 0, 1, &error);

  g_assert_no_error (error);

  return clinic;
}

static SoleusMainWindow *
create_window (SoleusClinic *clinic)
{
  SoleusMainWindow *window = soleus_main_window_new (ADW_APPLICATION (application), ":memory:");

  if (clinic != NULL)
    soleus_main_window_set_clinic (window, clinic);

  return window;
}

static void
wait_for_idle (void)
{
  gint64 deadline = g_get_monotonic_time () + 200 * 1000;

  while (g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
}

/* the first descendant of a type, in reading order */
static GtkWidget *
find_child (GtkWidget *widget,
            GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
close_window (SoleusMainWindow *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_destroy (GTK_WINDOW (window));
  wait_for_idle ();
  g_assert_null (weak);
}

static void
test_pages (void)
{
  SoleusClinic *clinic = create_clinic (TRUE);
  SoleusMainWindow *window = create_window (clinic);
  gsize n_rows;
  const SoleusPageRow *rows = soleus_page_registry_list (&n_rows);
  g_autoptr (SoleusRecord) athlete = soleus_clinic_resolve (clinic, &soleus_athlete_kind, "Mara Swiftwater", NULL);
  g_autofree char *target = g_strconcat ("athlete:", soleus_record_get_id (athlete), NULL);

  gtk_window_present (GTK_WINDOW (window));
  g_assert_cmpuint (n_rows, >, 0);

  for (gsize i = 1; i < n_rows; i++)
    g_assert_cmpstr (rows[i - 1].name, <, rows[i].name);

  g_assert_true (soleus_main_window_show_page (window, "today"));
  wait_for_idle ();
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Today – Soleus");

  g_assert_true (soleus_main_window_show_page (window, target));
  wait_for_idle ();
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Mara Swiftwater – Soleus");
  g_assert_false (soleus_main_window_show_page (window, "no-such-page"));

  close_window (window);
  g_assert_finalize_object (clinic);
}

/* A list box selects what the keyboard passes; two rows looked chosen then. */
static void
test_marked (void)
{
  SoleusClinic *clinic = create_clinic (FALSE);
  SoleusMainWindow *window = create_window (clinic);
  GtkListBox *places;
  GtkListBoxRow *today, *passed;

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (soleus_main_window_show_page (window, "today"));
  wait_for_idle ();
  places = GTK_LIST_BOX (find_child (find_child (GTK_WIDGET (window), SOLEUS_TYPE_SIDEBAR), GTK_TYPE_LIST_BOX));
  today = gtk_list_box_get_row_at_index (places, 0);
  passed = gtk_list_box_get_row_at_index (places, 2);
  g_assert_true (gtk_list_box_get_selected_row (places) == today);
  gtk_widget_grab_focus (GTK_WIDGET (passed));
  gtk_list_box_select_row (places, passed);
  gtk_widget_grab_focus (find_child (find_child (GTK_WIDGET (window), SOLEUS_TYPE_SIDEBAR), GTK_TYPE_SEARCH_ENTRY));
  wait_for_idle ();
  g_assert_true (gtk_list_box_get_selected_row (places) == today);

  close_window (window);
  g_assert_finalize_object (clinic);
}

static void
test_banner (void)
{
  SoleusClinic *clinic = create_clinic (TRUE);
  SoleusMainWindow *window = create_window (clinic);
  g_autoptr (SoleusRecord) stopped = soleus_clinic_resolve (clinic, &soleus_athlete_kind, "Jon Hillrepeat", NULL);
  g_autofree char *target = g_strconcat ("athlete:", soleus_record_get_id (stopped), NULL);
  GtkWidget *banner;

  gtk_window_present (GTK_WINDOW (window));
  soleus_main_window_show_page (window, target);
  wait_for_idle ();
  banner = find_child (GTK_WIDGET (window), SOLEUS_TYPE_BANNER);
  g_assert_nonnull (banner);
  g_assert_true (gtk_widget_has_css_class (banner, "hard-stop"));

  close_window (window);
  g_assert_finalize_object (clinic);
}

/* (transfer full): an athlete at an episode, as the list of all episodes opens it */
static char *
dup_episode_page (SoleusClinic *clinic)
{
  g_autoptr (SoleusRecord) therapist = soleus_record_new (&soleus_therapist_kind);
  g_autoptr (SoleusRecord) athlete = soleus_record_new (&soleus_athlete_kind);
  g_autoptr (SoleusRecord) episode = soleus_record_new (&soleus_episode_kind);
  SoleusRecord *records[] = { therapist, athlete, episode };
  g_autoptr (GError) error = NULL;

  soleus_record_set_text (therapist, "name", "Tamsin Trainer");
  soleus_record_set_text (athlete, "name", "Ada Alpha");
  soleus_record_set_text (episode, "athlete", soleus_record_get_id (athlete));
  g_assert_true (soleus_record_set_from_text (episode, "onset", "2025-10-01", NULL));
  soleus_record_set_enum (episode, "side", SOLEUS_SIDE_LEFT);
  soleus_record_set_text (episode, "muscle", "calf");
  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      soleus_clinic_save (clinic, records[i], &error);
      g_assert_no_error (error);
      if (i == 0)
        soleus_clinic_set_therapist (clinic, therapist);
    }
  return g_strdup_printf ("athlete:%s:episodes:%s", soleus_record_get_id (athlete), soleus_record_get_id (episode));
}

static void
test_back (void)
{
  SoleusClinic *clinic = create_clinic (TRUE);
  SoleusMainWindow *window = create_window (clinic);

  gtk_window_present (GTK_WINDOW (window));
  soleus_main_window_show_page (window, "today");
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "back"));

  soleus_main_window_show_page (window, "preferences");
  wait_for_idle ();
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "back"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Preferences – Soleus");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Today – Soleus");
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "back"));

  close_window (window);
  g_assert_finalize_object (clinic);
}

/* An athlete is a place; one that a list opened at a record leads back to the list. */
static void
test_back_to_the_list (void)
{
  SoleusClinic *clinic = create_clinic (FALSE);
  g_autofree char *page = dup_episode_page (clinic);
  SoleusMainWindow *window = create_window (clinic);

  gtk_window_present (GTK_WINDOW (window));
  soleus_main_window_show_page (window, "episodes");
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "back"));
  soleus_main_window_show_page (window, page);
  wait_for_idle ();
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "back"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Episodes – Soleus");
  *strrchr (page, ':') = '\0';
  soleus_main_window_show_page (window, page);
  wait_for_idle ();
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "back"));

  close_window (window);
  g_assert_finalize_object (clinic);
}

static void
test_take_back (void)
{
  SoleusClinic *clinic = create_clinic (FALSE);
  SoleusMainWindow *window = create_window (clinic);
  g_autoptr (SoleusRecord) therapist = soleus_record_new (&soleus_therapist_kind);
  g_autoptr (SoleusRecord) athlete = soleus_record_new (&soleus_athlete_kind);
  g_autoptr (GError) error = NULL;

  soleus_record_set_text (therapist, "name", "Tamsin Trainer");
  soleus_clinic_save (clinic, therapist, &error);
  g_assert_no_error (error);
  soleus_clinic_set_therapist (clinic, therapist);
  soleus_record_set_text (athlete, "name", "Nils Neverthere");
  soleus_clinic_save (clinic, athlete, &error);
  g_assert_no_error (error);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_idle ();

  /* nothing is offered: a slip of the hand takes nothing back */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo-offered", NULL);
  g_assert_true (soleus_clinic_can_undo (clinic));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toast-undo", "s", "Added.");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo-offered", NULL);
  g_assert_null (soleus_clinic_resolve (clinic, &soleus_athlete_kind, "Nils Neverthere", NULL));

  close_window (window);
  g_assert_finalize_object (clinic);
}

static void
test_the_list_is_hidden_and_shown (void)
{
  SoleusClinic *clinic = create_clinic (FALSE);
  SoleusMainWindow *window = create_window (clinic);
  GtkWidget *sidebar;

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 700);
  gtk_window_present (GTK_WINDOW (window));
  soleus_main_window_show_page (window, "today");
  wait_for_idle ();
  sidebar = find_child (GTK_WIDGET (window), SOLEUS_TYPE_SIDEBAR);
  g_assert_true (gtk_widget_get_child_visible (sidebar));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-sidebar", NULL);
  wait_for_idle ();
  g_assert_false (gtk_widget_get_child_visible (sidebar));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-sidebar", NULL);
  wait_for_idle ();
  g_assert_true (gtk_widget_get_child_visible (sidebar));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-sidebar", NULL);
  wait_for_idle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  wait_for_idle ();
  g_assert_true (gtk_widget_get_child_visible (sidebar));

  close_window (window);
  g_assert_finalize_object (clinic);
}

static void
test_therapist (void)
{
  SoleusClinic *clinic = create_clinic (TRUE);
  SoleusMainWindow *window = create_window (clinic);
  g_autoptr (SoleusRecord) therapist = soleus_record_new (&soleus_therapist_kind);
  g_autoptr (GError) error = NULL;

  soleus_record_set_text (therapist, "name", "Tamsin Trainer");
  soleus_clinic_save (clinic, therapist, &error);
  g_assert_no_error (error);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "therapist", g_variant_new_string (soleus_record_get_id (therapist)));
  g_assert_cmpstr (soleus_record_get_text (soleus_clinic_get_therapist (clinic), "name"), ==, "Tamsin Trainer");

  close_window (window);
  g_assert_finalize_object (clinic);
}

/* the sidebar has status pages of its own, which are not on the screen */
static GtkWidget *
find_mapped_status (GtkWidget *widget)
{
  if (ADW_IS_STATUS_PAGE (widget) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_mapped_status (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_trouble (void)
{
  SoleusMainWindow *window = create_window (NULL);
  g_autoptr (GError) error = g_error_new_literal (SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED, "Page 3 of the file cannot be read.");
  GtkWidget *status;

  gtk_window_present (GTK_WINDOW (window));
  soleus_main_window_show_trouble (window, error);
  wait_for_idle ();
  status = find_mapped_status (GTK_WIDGET (window));
  g_assert_nonnull (status);
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (status)), ==, "The Clinic File Is Damaged");
  g_assert_nonnull (strstr (adw_status_page_get_description (ADW_STATUS_PAGE (status)), "Page 3 of the file"));
  g_assert_false (soleus_main_window_show_page (window, "today"));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "choose-clinic"));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "open-backups"));

  close_window (window);
}

/* the sheets of a team are asked for where the team is chosen; without one there is nothing to ask */
static void
test_team_sheets (void)
{
  SoleusClinic *clinic = create_clinic (TRUE);
  SoleusMainWindow *window = create_window (clinic);
  GtkWidget *sidebar;

  gtk_window_present (GTK_WINDOW (window));
  wait_for_idle ();
  sidebar = find_child (GTK_WIDGET (window), SOLEUS_TYPE_SIDEBAR);
  gtk_widget_activate_action (sidebar, "list.print-weeks", NULL);
  wait_for_idle ();
  g_assert_null (find_child (GTK_WIDGET (window), SOLEUS_TYPE_SHEET_PAGE));
  gtk_widget_activate_action (sidebar, "list.team", "s", "Fell Foxes");
  gtk_widget_activate_action (sidebar, "list.print-weeks", NULL);
  wait_for_idle ();
  g_assert_cmpstr (soleus_page_get_target (SOLEUS_PAGE (find_child (GTK_WIDGET (window), SOLEUS_TYPE_SHEET_PAGE))), ==, "team-check-in:Fell Foxes");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  wait_for_idle ();
  gtk_widget_activate_action (sidebar, "list.print-handouts", NULL);
  wait_for_idle ();
  g_assert_cmpstr (soleus_page_get_target (SOLEUS_PAGE (find_child (GTK_WIDGET (window), SOLEUS_TYPE_SHEET_PAGE))), ==, "team-handouts:Fell Foxes");
  close_window (window);
  g_assert_finalize_object (clinic);
}

/* the empty theme that GTK is begun with is for this program alone: what it starts, a viewer of a PDF say, keeps that of the person */
static void
test_theme (void)
{
  g_autofree char *name = NULL;

  g_object_get (gtk_settings_get_default (), "gtk-theme-name", &name, NULL);
  g_assert_cmpstr (name, ==, "Adwaita-empty");
  g_assert_null (g_getenv ("GTK_THEME"));
}

int
main (int    argc,
      char **argv)
{
  int result;

  if (!gtk_init_check ())
    return 77;

  g_test_init (&argc, &argv, NULL);
  application = soleus_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_COMMAND_LINE);
  g_application_register (G_APPLICATION (application), NULL, NULL);

  g_test_add_func ("/main-window/shows_each_page_by_its_name", test_pages);
  g_test_add_func ("/main-window/a_team_gets_its_sheets", test_team_sheets);
  g_test_add_func ("/main-window/the_list_marks_what_is_shown", test_marked);
  g_test_add_func ("/main-window/a_hard_stop_is_the_first_banner", test_banner);
  g_test_add_func ("/main-window/back_is_enabled_only_where_there_is_a_way_back", test_back);
  g_test_add_func ("/main-window/a_record_that_a_list_opened_leads_back_to_it", test_back_to_the_list);
  g_test_add_func ("/main-window/only_what_is_offered_is_taken_back", test_take_back);
  g_test_add_func ("/main-window/the_list_is_hidden_and_shown", test_the_list_is_hidden_and_shown);
  g_test_add_func ("/main-window/one_action_switches_who_is_working", test_therapist);
  g_test_add_func ("/main-window/what_it_starts_keeps_its_theme", test_theme);
  g_test_add_func ("/main-window/a_clinic_that_cannot_be_opened_offers_ways_out", test_trouble);

  result = g_test_run ();
  g_object_unref (application);

  return result;
}
