/* test-window-lock.c: a locked window shows no name anywhere, does nothing, and gives everything back; controls look for the same before */
#include "tests/scratch-folder.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "soleus-application.h"
#include "soleus-clinic-access.h"
#include "soleus-clock.h"
#include "soleus-lock-screen.h"
#include "soleus-main-window.h"
#include "soleus-window-lock.h"

static SoleusApplication *application;

typedef struct {
  char             *folder;
  SoleusClock      *clock;
  SoleusClinic     *clinic;
  SoleusMainWindow *window;
  char             *page;
} Fixture;

static void
settle (void)
{
  for (int i = 0; i < 50 || g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

static void
set_passphrase (Fixture    *fixture,
                const char *passphrase)
{
  g_autoptr (SoleusAccessSettings) settings = soleus_clinic_load_access (fixture->clinic);

  settings->hash = soleus_access_hash (passphrase, NULL);
  g_assert_true (soleus_clinic_save_access (fixture->clinic, settings, NULL));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (SoleusRecord) therapist = soleus_record_new (&soleus_therapist_kind);
  g_autoptr (SoleusRecord) athlete = soleus_record_new (&soleus_athlete_kind);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("soleus-lock-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "clinic.soleus", NULL);
  fixture->clock = soleus_clock_new_fixed (G_GINT64_CONSTANT (1763720820000000));
  fixture->clinic = soleus_clinic_open (path, SOLEUS_CLINIC_OPEN_CREATE, fixture->clock, &error);
  g_assert_no_error (error);
  soleus_record_set_text (therapist, "name", "T. Exemplar");
  g_assert_true (soleus_clinic_save (fixture->clinic, therapist, NULL));
  soleus_record_set_text (athlete, "name", "Quixotic Zebrafeld");
  g_assert_true (soleus_clinic_save (fixture->clinic, athlete, NULL));
  fixture->page = g_strdup_printf ("athlete-editor:%s", soleus_record_get_id (athlete));
  fixture->window = soleus_main_window_new (ADW_APPLICATION (application), path);
  soleus_main_window_set_clinic (fixture->window, fixture->clinic);
  gtk_window_present (GTK_WINDOW (fixture->window));
  soleus_main_window_show_page (fixture->window, fixture->page);
  settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer weak = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), &weak);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (weak);
  g_assert_finalize_object (g_steal_pointer (&fixture->clinic));
  g_clear_object (&fixture->clock);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->page);
}

/* how many widgets below say the name, as a label, an entry or an avatar */
static guint
count_names (GtkWidget  *widget,
             const char *name)
{
  static const char *const properties[] = { "label", "text", "title", "subtitle", "tooltip-text", "description" };
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), properties[i]);
      g_autofree char *text = NULL;

      if (pspec == NULL || pspec->value_type != G_TYPE_STRING || !(pspec->flags & G_PARAM_READABLE))
        continue;
      g_object_get (widget, properties[i], &text, NULL);
      n += text != NULL && strstr (text, name) != NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_names (child, name);
  return n;
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* in every window of the program, the titles too */
static guint
count_everywhere (const char *name)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (!gtk_widget_get_visible (toplevel))
        continue;
      n += gtk_window_get_title (GTK_WINDOW (toplevel)) != NULL && strstr (gtk_window_get_title (GTK_WINDOW (toplevel)), name) != NULL;
      n += count_names (toplevel, name);
    }
  return n;
}

static void
type_passphrase (Fixture    *fixture,
                 const char *passphrase)
{
  GtkWidget *screen = find (GTK_WIDGET (fixture->window), SOLEUS_TYPE_LOCK_SCREEN);
  GtkWidget *row = find (screen, ADW_TYPE_PASSWORD_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (row), passphrase);
  gtk_widget_activate_action (screen, "lock.unlock", NULL);
  /* the answer empties the row, however long it takes */
  while (find (GTK_WIDGET (fixture->window), SOLEUS_TYPE_LOCK_SCREEN) != NULL && gtk_editable_get_text (GTK_EDITABLE (row))[0] != '\0')
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static void
nothing_is_seen_of_anybody (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (SoleusWindowLock) lock = NULL;
  GtkWidget *dialog = gtk_window_new ();
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (fixture->window));
  gtk_window_set_child (GTK_WINDOW (dialog), gtk_label_new ("About Quixotic Zebrafeld"));
  gtk_window_present (GTK_WINDOW (dialog));
  gdk_clipboard_set_text (clipboard, "Quixotic Zebrafeld");
  settle ();
  lock = soleus_window_lock_new (fixture->window, fixture->clinic);
  /* the control: without a passphrase nothing is locked, and the names are there */
  g_assert_false (soleus_window_lock_is_locked (lock));
  g_assert_cmpuint (count_everywhere ("Quixotic"), >, 2);
  g_assert_nonnull (gdk_clipboard_get_content (clipboard));

  set_passphrase (fixture, "three legs");
  soleus_window_lock_lock (lock);
  settle ();
  g_assert_true (soleus_window_lock_is_locked (lock));
  g_assert_cmpuint (count_everywhere ("Quixotic"), ==, 0);
  g_assert_cmpuint (count_everywhere ("Exemplar"), ==, 0);
  g_assert_null (gdk_clipboard_get_content (clipboard));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Soleus");

  type_passphrase (fixture, "four legs");
  g_assert_true (soleus_window_lock_is_locked (lock));
  g_assert_cmpuint (count_everywhere ("Quixotic"), ==, 0);
  type_passphrase (fixture, "three legs");
  g_assert_false (soleus_window_lock_is_locked (lock));
  g_assert_cmpuint (count_everywhere ("Quixotic"), >, 2);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
nothing_is_done_and_what_was_typed_stays (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (SoleusWindowLock) lock = NULL;
  g_autoptr (SoleusKeptDraft) draft = NULL;
  g_autofree char *kept = NULL;
  GtkWidget *entry;

  entry = find (GTK_WIDGET (fixture->window), GTK_TYPE_TEXT_VIEW);
  g_assert_nonnull (entry);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (entry)), "typed a moment ago", -1);
  set_passphrase (fixture, "three legs");
  lock = soleus_window_lock_new (fixture->window, fixture->clinic);
  g_assert_true (soleus_window_lock_is_locked (lock));
  settle ();
  draft = soleus_clinic_find_draft (fixture->clinic, fixture->page);
  g_assert_nonnull (draft);
  kept = g_variant_print (draft->content, FALSE);
  g_assert_nonnull (strstr (kept, "typed a moment ago"));

  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "show"));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show", g_variant_new_string ("today"));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "toast", g_variant_new_string ("Quixotic"));
  settle ();
  g_assert_cmpuint (count_everywhere ("Quixotic"), ==, 0);

  type_passphrase (fixture, "three legs");
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "show"));
  g_assert_true (gtk_widget_get_mapped (entry));
  {
    GtkTextIter start, end;
    g_autofree char *text = NULL;

    gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (entry)), &start, &end);
    text = gtk_text_buffer_get_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (entry)), &start, &end, FALSE);
    g_assert_cmpstr (text, ==, "typed a moment ago");
  }
}

static void
the_passphrase_is_kept_nowhere (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "clinic.access.ini", NULL);
  g_autofree char *text = NULL;
  GStatBuf status;

  set_passphrase (fixture, "three legs");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_null (strstr (text, "three legs"));
  g_assert_nonnull (strstr (text, "$argon2id$"));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);
}

static void
set_idle_minutes (Fixture *fixture,
                  int      minutes)
{
  g_autoptr (SoleusAccessSettings) settings = soleus_clinic_load_access (fixture->clinic);

  settings->idle_minutes = minutes;
  g_assert_true (soleus_clinic_save_access (fixture->clinic, settings, NULL));
}

/* in looks a few seconds apart, as they come while the machine is awake */
static void
pass_time (Fixture          *fixture,
           SoleusWindowLock *lock,
           gint64            seconds)
{
  for (gint64 i = 0; i < seconds; i += 5)
    {
      soleus_clock_advance (fixture->clock, 5 * SOLEUS_USEC_PER_SECOND);
      soleus_window_lock_look (lock);
    }
}

static void
it_locks_after_idle_minutes (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (SoleusWindowLock) lock = soleus_window_lock_new (fixture->window, fixture->clinic);

  set_idle_minutes (fixture, 3);
  /* the controls: without a passphrase, a moment earlier, and where the clinic does not want it */
  pass_time (fixture, lock, 600);
  g_assert_false (soleus_window_lock_is_locked (lock));
  set_passphrase (fixture, "three legs");
  soleus_window_lock_lock (lock);
  type_passphrase (fixture, "three legs");
  pass_time (fixture, lock, 175);
  g_assert_false (soleus_window_lock_is_locked (lock));
  pass_time (fixture, lock, 5);
  g_assert_true (soleus_window_lock_is_locked (lock));
  g_assert_cmpuint (count_everywhere ("Quixotic"), ==, 0);
  type_passphrase (fixture, "three legs");
  set_idle_minutes (fixture, 0);
  pass_time (fixture, lock, 3600);
  g_assert_false (soleus_window_lock_is_locked (lock));
}

static void
it_locks_after_sleep (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (SoleusWindowLock) lock = soleus_window_lock_new (fixture->window, fixture->clinic);

  set_passphrase (fixture, "three legs");
  set_idle_minutes (fixture, 0);
  /* a look that is late because the machine is busy is none after a sleep */
  soleus_clock_advance (fixture->clock, 50 * SOLEUS_USEC_PER_SECOND);
  soleus_window_lock_look (lock);
  g_assert_false (soleus_window_lock_is_locked (lock));
  soleus_clock_advance (fixture->clock, 2 * SOLEUS_USEC_PER_MINUTE);
  soleus_window_lock_look (lock);
  g_assert_true (soleus_window_lock_is_locked (lock));
  g_assert_cmpuint (count_everywhere ("Quixotic"), ==, 0);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Soleus");
}

static void
say_on_the_bus (const char *interface,
                GVariant   *parameters)
{
  GDBusConnection *bus = g_application_get_dbus_connection (G_APPLICATION (application));
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;

  g_assert_true (g_dbus_connection_emit_signal (bus, NULL, "/ScreenSaver", interface, "ActiveChanged", parameters, NULL));
  g_assert_true (g_dbus_connection_flush_sync (bus, NULL, NULL));
  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
it_locks_with_the_screen (Fixture       *fixture,
                          gconstpointer  data)
{
  static const char *const interfaces[] = { "org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.mate.ScreenSaver" };
  g_autoptr (SoleusWindowLock) lock = NULL;
  gboolean registers = FALSE;

  if (g_application_get_dbus_connection (G_APPLICATION (application)) == NULL)
    {
      g_test_skip ("no bus");
      return;
    }
  /* what GTK hears of GNOME, Xfce and portals it passes on to those that are registered only */
  g_object_get (application, "register-session", &registers, NULL);
  g_assert_true (registers);
  lock = soleus_window_lock_new (fixture->window, fixture->clinic);
  set_passphrase (fixture, "three legs");
  /* the controls: it is unlocked, something else is active, or says something else */
  say_on_the_bus ("org.freedesktop.ScreenSaver", g_variant_new ("(b)", FALSE));
  say_on_the_bus ("org.example.Radio", g_variant_new ("(b)", TRUE));
  say_on_the_bus ("org.freedesktop.ScreenSaver", g_variant_new ("(s)", "on"));
  g_assert_false (soleus_window_lock_is_locked (lock));
  for (gsize i = 0; i < G_N_ELEMENTS (interfaces); i++)
    {
      say_on_the_bus (interfaces[i], g_variant_new ("(b)", TRUE));
      g_assert_true (soleus_window_lock_is_locked (lock));
      g_assert_cmpuint (count_everywhere ("Quixotic"), ==, 0);
      type_passphrase (fixture, "three legs");
      g_assert_false (soleus_window_lock_is_locked (lock));
    }
}

/* Closing a locked window leaves nothing behind. */
static void
a_locked_window_closes (Fixture       *fixture,
                        gconstpointer  data)
{
  set_passphrase (fixture, "three legs");
  g_object_set_data_full (G_OBJECT (fixture->window), "soleus-window-lock", soleus_window_lock_new (fixture->window, fixture->clinic), g_object_unref);
  settle ();
  g_assert_nonnull (find (GTK_WIDGET (fixture->window), SOLEUS_TYPE_LOCK_SCREEN));
}

int
main (int    argc,
      char **argv)
{
  int result;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = soleus_application_new ();
  /* tests that run beside this one share the session bus */
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_COMMAND_LINE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
#define ADD(function) g_test_add ("/window-lock/" #function, Fixture, NULL, set_up, function, tear_down)
  ADD (nothing_is_seen_of_anybody);
  ADD (nothing_is_done_and_what_was_typed_stays);
  ADD (it_locks_after_idle_minutes);
  ADD (it_locks_after_sleep);
  ADD (it_locks_with_the_screen);
  ADD (the_passphrase_is_kept_nowhere);
  ADD (a_locked_window_closes);
#undef ADD
  result = g_test_run ();
  g_object_unref (application);
  return result;
}
