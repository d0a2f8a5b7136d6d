/* soleus-application.c: options, opening clinics, actions and keys of the program */
#define G_LOG_DOMAIN "soleus-application"

#include "soleus-config.h"

#include "soleus-application.h"

#include "soleus-backup-schedule.h"
#include "soleus-clinic.h"
#include "soleus-clock.h"
#include "soleus-demo.h"
#include "soleus-error.h"
#include "soleus-main-window.h"
#include "soleus-page-registry.h"
#include "soleus-reminder.h"
#include "soleus-window-lock.h"

#include <glib/gi18n-lib.h>

/* how long after it was kept last a running relief is gone back to by itself; later it waits on Today */
#define RESUME_USEC (20 * SOLEUS_USEC_PER_MINUTE)

struct _SoleusApplication {
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (SoleusApplication, soleus_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "clinic", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Open the clinic in FILE"), N_("FILE") },
  { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the demo clinic"), NULL },
  { "now", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Take TIME for the present (ISO 8601)"), N_("TIME") },
  { "page", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Show a page first"), N_("NAME[:TARGET]") },
  { "size", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Size of the window"), N_("WIDTHxHEIGHT") },
  { "list-pages", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the names of the pages"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version"), NULL },
  { NULL }
};

/* --- opening --- */

static SoleusMainWindow *
find_window (SoleusApplication *self,
             const char        *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (SOLEUS_IS_MAIN_WINDOW (l->data) && g_strcmp0 (soleus_main_window_get_path (l->data), path) == 0)
      return l->data;

  return NULL;
}

static gboolean
is_demo_file (const char *path)
{
  g_autofree char *demo = soleus_clinic_dup_demo_path ();

  return g_str_equal (path, demo);
}

/* Opens the file; what cannot be written is opened for reading. */
static SoleusClinic *
open_clinic (const char   *path,
             SoleusClock  *clock,
             GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  SoleusClinic *clinic;

  if (!g_str_equal (path, ":memory:"))
    g_mkdir_with_parents (folder, 0700);

  if (is_demo_file (path) && !g_file_test (path, G_FILE_TEST_EXISTS) &&
      !soleus_demo_make (path, clock, SOLEUS_DEMO_ATHLETES, 0, 1, error))
    return NULL;

  clinic = soleus_clinic_open (path, SOLEUS_CLINIC_OPEN_CREATE, clock, &local_error);

  if (clinic == NULL && g_error_matches (local_error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY))
    {
      g_clear_error (&local_error);
      clinic = soleus_clinic_open (path, SOLEUS_CLINIC_OPEN_READ_ONLY, clock, &local_error);
    }

  if (clinic == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  if (clinic != NULL && is_demo_file (path) && soleus_clinic_is_new (clinic) &&
      !soleus_demo_fill (clinic, SOLEUS_DEMO_ATHLETES, 0, 1, error))
    g_clear_object (&clinic);

  return clinic;
}

/* the one athlete whose name begins with @text */
static SoleusRecord *
find_only_match (SoleusClinic *clinic,
                 const char   *text)
{
  g_autoptr (SoleusAthleteList) list = soleus_athlete_list_new (clinic);
  SoleusRecord *found = NULL;
  guint n_items;

  soleus_athlete_list_set_search (list, text);
  n_items = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (SoleusAthleteRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);
      SoleusRecord *athlete = soleus_athlete_row_get_athlete (row);

      if (athlete == NULL || !g_str_has_prefix (soleus_record_get_text (athlete, "name"), text))
        continue;

      if (found != NULL)
        {
          g_object_unref (found);
          return NULL;
        }

      found = g_object_ref (athlete);
    }

  return found;
}

/* what the first part of a page’s target names */
static const struct {
  const char             *name;
  const SoleusRecordKind *kind;
} targets[] = {
  { "athlete", &soleus_athlete_kind },
  { "athlete-editor", &soleus_athlete_kind },
  { "audit", &soleus_athlete_kind },
  { "privacy", &soleus_athlete_kind },
  { "check-in", &soleus_athlete_kind },
  { "check-in-week", &soleus_athlete_kind },
  { "clot-screen", &soleus_athlete_kind },
  { "handout", &soleus_athlete_kind },
  { "relief", &soleus_athlete_kind },
  { "letter", &soleus_athlete_kind },
  { "report", &soleus_athlete_kind },
  { "episode", &soleus_episode_kind },
  { "screen", &soleus_episode_kind },
  { "flag", &soleus_red_flag_kind },
  { "summary", &soleus_visit_kind },
  { "visit", &soleus_visit_kind },
  { "document", &soleus_issued_document_kind },
};

/* "athlete:Mara:visits" → "athlete:<id>:visits": a person on the command line knows names, not identifiers */
static char *
resolve_page (SoleusClinic *clinic,
              const char   *page)
{
  g_auto (GStrv) parts = g_strsplit (page, ":", -1);
  const SoleusRecordKind *kind = NULL;
  g_autoptr (SoleusRecord) record = NULL;
  guint at = 1;

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    if (g_strcmp0 (parts[0], targets[i].name) == 0)
      kind = targets[i].kind;

  if (kind == NULL || parts[1] == NULL)
    return g_strdup (page);

  if (g_str_equal (parts[1], "new"))
    {
      kind = &soleus_athlete_kind;
      at = 2;
    }

  if (parts[at] != NULL)
    record = soleus_clinic_resolve (clinic, kind, parts[at], NULL);

  if (record == NULL && kind == &soleus_athlete_kind && parts[at] != NULL)
    record = find_only_match (clinic, parts[at]);

  if (record == NULL)
    return g_strdup (page);

  g_free (parts[at]);
  parts[at] = g_strdup (soleus_record_get_id (record));

  return g_strjoinv (":", parts);
}

/* A relief that was running when the program stopped is gone back to at once: its stop-clock goes on. */
static void
resume_relief (SoleusMainWindow *window,
               SoleusClinic     *clinic)
{
  g_autoptr (GPtrArray) drafts = soleus_clinic_list_drafts (clinic);
  SoleusInstant now = soleus_clinic_get_now (clinic);

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    {
      SoleusKeptDraft *draft = g_ptr_array_index (drafts, i);

      if (g_str_has_prefix (draft->key, "relief:") && ABS (now - draft->updated_at) < RESUME_USEC)
        {
          soleus_main_window_show_page (window, draft->key);
          return;
        }
    }
}

static void
fill_window (SoleusMainWindow *window,
             SoleusClock      *clock,
             const char       *page)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusClinic) clinic = open_clinic (soleus_main_window_get_path (window), clock, &error);
  g_autofree char *resolved = NULL;

  if (clinic == NULL)
    {
      soleus_main_window_show_trouble (window, error);
      return;
    }

  soleus_main_window_set_clinic (window, clinic);
  if (soleus_clinic_get_loss (clinic) != NULL)
    soleus_main_window_warn (window, soleus_clinic_get_loss (clinic));
  g_object_set_data_full (G_OBJECT (window), "soleus-reminder",
                          soleus_reminder_new (g_application_get_default (), clinic), g_object_unref);
  g_object_set_data_full (G_OBJECT (window), "soleus-backup-schedule", soleus_backup_schedule_new (window, clinic), g_object_unref);

  if (page != NULL)
    resolved = resolve_page (clinic, page);
  else
    resolved = g_strdup (soleus_clinic_is_new (clinic) ? "first-run" : "today");

  if (!soleus_main_window_show_first_page (window, resolved))
    {
      soleus_main_window_show_first_page (window, "today");
      soleus_main_window_toast (window, _("There is no such page."));
    }

  if (page == NULL)
    resume_relief (window, clinic);

  g_object_set_data_full (G_OBJECT (window), "soleus-window-lock", soleus_window_lock_new (window, clinic), g_object_unref);
}

static void
set_size (GtkWindow  *window,
          const char *size)
{
  int width, height;

  if (size != NULL && sscanf (size, "%dx%d", &width, &height) == 2 && width >= 360 && height >= 294)
    gtk_window_set_default_size (window, width, height);
}

/* --- command line --- */

static void
print_pages (void)
{
  gsize n_rows;
  const SoleusPageRow *rows = soleus_page_registry_list (&n_rows);

  for (gsize i = 0; i < n_rows; i++)
    g_print ("%s%s%s\t%s\n", rows[i].name, rows[i].target != NULL ? ":" : "", rows[i].target != NULL ? rows[i].target : "",
             _(rows[i].title));
}

static int
soleus_application_handle_local_options (GApplication *application,
                                         GVariantDict *dict)
{
  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("Soleus %s\n", SOLEUS_VERSION);
      return 0;
    }

  if (g_variant_dict_contains (dict, "list-pages"))
    {
      print_pages ();
      return 0;
    }

  /* a clock of its own is a process of its own */
  if (g_variant_dict_contains (dict, "now"))
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  return -1;
}

static char *
dup_path (GApplicationCommandLine *command_line,
          GVariantDict            *dict)
{
  const char *path = NULL;

  if (g_variant_dict_lookup (dict, "clinic", "^&ay", &path))
    {
      g_autoptr (GFile) file = NULL;

      if (g_str_equal (path, ":memory:"))
        return g_strdup (path);

      file = g_application_command_line_create_file_for_arg (command_line, path);

      return g_file_get_path (file);
    }

  return g_variant_dict_contains (dict, "demo") ? soleus_clinic_dup_demo_path () : soleus_clinic_dup_default_path ();
}

/* Returns: (transfer full) (nullable): the clock, or one that stands at --now; NULL if that is no time, which is said */
static SoleusClock *
create_clock (GApplicationCommandLine *command_line,
              GVariantDict            *dict)
{
  const char *now = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusMoment) moment = NULL;

  if (!g_variant_dict_lookup (dict, "now", "&s", &now))
    return soleus_clock_new_system ();
  moment = soleus_moment_parse (now, &error);
  if (moment == NULL)
    {
      g_application_command_line_printerr (command_line, "soleus: %s\n", error->message);
      return NULL;
    }
  return soleus_clock_new_fixed (moment->instant);
}

static int
soleus_application_command_line (GApplication            *application,
                                 GApplicationCommandLine *command_line)
{
  SoleusApplication *self = SOLEUS_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  g_autofree char *path = dup_path (command_line, dict);
  g_autoptr (SoleusClock) clock = NULL;
  SoleusMainWindow *window;
  const char *page = NULL;
  const char *size = NULL;

  if (path == NULL)
    {
      g_application_command_line_printerr (command_line, "%s\n", _("soleus: the clinic must be a local file"));
      return 2;
    }

  clock = create_clock (command_line, dict);
  if (clock == NULL)
    return 2;

  g_variant_dict_lookup (dict, "page", "&s", &page);
  g_variant_dict_lookup (dict, "size", "&s", &size);

  window = find_window (self, path);

  if (window == NULL)
    {
      window = soleus_main_window_new (ADW_APPLICATION (self), path);
      set_size (GTK_WINDOW (window), size);
      fill_window (window, clock, page);
    }
  else if (page != NULL && soleus_main_window_get_clinic (window) != NULL &&
           !soleus_window_lock_is_locked (g_object_get_data (G_OBJECT (window), "soleus-window-lock")))
    {
      g_autofree char *resolved = resolve_page (soleus_main_window_get_clinic (window), page);

      soleus_main_window_show_page (window, resolved);
    }

  gtk_window_present (GTK_WINDOW (window));

  return 0;
}

/* --- actions --- */

/* (path, path of the window that asks): opens a clinic and closes the window that was for a file that could not be opened */
static void
open_clinic_action_cb (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  SoleusApplication *self = SOLEUS_APPLICATION (user_data);
  g_autoptr (SoleusClock) clock = soleus_clock_new_system ();
  const char *path, *asking_path;
  SoleusMainWindow *asking, *window;

  g_variant_get (parameter, "(&s&s)", &path, &asking_path);
  asking = find_window (self, asking_path);
  window = find_window (self, path);

  /* trying again what could not be opened is a new window for the same file */
  if (window != NULL && soleus_main_window_get_clinic (window) == NULL)
    window = NULL;

  if (window == NULL)
    {
      window = soleus_main_window_new (ADW_APPLICATION (self), path);
      fill_window (window, clock, NULL);
    }

  gtk_window_present (GTK_WINDOW (window));

  if (asking != NULL && asking != window && soleus_main_window_get_clinic (asking) == NULL)
    gtk_window_destroy (GTK_WINDOW (asking));
}

/* The demo clinic is a file of its own; the window that was for a new clinic is no longer needed then. */
static void
open_demo_action_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  SoleusApplication *self = SOLEUS_APPLICATION (user_data);
  GtkWindow *asking = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *path = soleus_clinic_dup_demo_path ();

  g_action_group_activate_action (G_ACTION_GROUP (self), "open-clinic", g_variant_new ("(ss)", path, path));

  if (SOLEUS_IS_MAIN_WINDOW (asking) && g_strcmp0 (soleus_main_window_get_path (SOLEUS_MAIN_WINDOW (asking)), path) != 0)
    gtk_window_close (asking);
}

static void
about_action_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  adw_show_about_window (parent,
                         "application-name", _("Soleus"),
                         "application-icon", SOLEUS_APPLICATION_ID,
                         "version", SOLEUS_VERSION,
                         "developer-name", _("The Soleus contributors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Keeps the cramp records of a sports therapist’s athletes, on this machine, without a network.\n\n"
                                       "Soleus shows rules, their basis and where the sources disagree. It does not diagnose: the therapist decides."),
                         /* TRANSLATORS: your name, one per line; shown in the About window */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
quit_action_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));

  g_list_free (windows);
}

/* GTK begins by reading a theme of its own, which libadwaita then takes the place of: an eighth of the time until the list stands there,
 * for nothing. Its settings, which read it, are made here with the empty theme of libadwaita; that knows nothing of it, and whoever sets
 * GTK_THEME gets what it names. */
static void
make_settings_without_theme (void)
{
  gtk_init ();
  if (g_getenv ("GTK_THEME") != NULL)
    return;
  g_setenv ("GTK_THEME", "Adwaita-empty", TRUE);
  gtk_settings_get_default ();
  g_unsetenv ("GTK_THEME");
}

static void
soleus_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "open-clinic", open_clinic_action_cb, "(ss)" },
    { "open-demo", open_demo_action_cb },
    { "about", about_action_cb },
    { "quit", quit_action_cb },
  };
  static const struct {
    const char *action;
    const char *keys[3];
  } accels[] = {
    { "app.quit", { "<Control>q" } },
    { "win.search", { "<Control>f" } },
    { "win.show::athlete-editor:new", { "<Control>n" } },
    { "win.log-episode", { "<Control>e" } },
    { "win.log-visit", { "<Control><Shift>n" } },
    { "win.log-check-in", { "<Control><Shift>e" } },
    { "win.show::search", { "<Control><Shift>f" } },
    { "win.relief", { "<Control>r" } },
    { "win.show::today", { "<Alt>Home" } },
    { "win.show::episodes", { "<Control>l" } },
    { "win.show::preferences", { "<Control>comma" } },
    { "win.show::protocol", { "<Control><Shift>p" } },
    { "win.lock", { "<Control><Shift>l" } },
    { "win.toggle-sidebar", { "F9" } },
    { "win.show-help-overlay", { "<Control>question", "<Control>F1" } },
    { "window.close", { "<Control>w" } },
  };

  make_settings_without_theme ();
  G_APPLICATION_CLASS (soleus_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);

  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action, accels[i].keys);
}

static void
soleus_application_class_init (SoleusApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->handle_local_options = soleus_application_handle_local_options;
  application_class->command_line = soleus_application_command_line;
  application_class->startup = soleus_application_startup;
}

static void
soleus_application_init (SoleusApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (G_APPLICATION (self), _("Keeps the cramp records of a sports therapist’s athletes."));
}

/**
 * soleus_application_new:
 *
 * Returns: (transfer full): the application
 */
SoleusApplication *
soleus_application_new (void)
{
  return g_object_new (SOLEUS_TYPE_APPLICATION,
                       "application-id", SOLEUS_APPLICATION_ID,
                       "register-session", TRUE, /* else nobody tells that the screen is locked */
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       NULL);
}
