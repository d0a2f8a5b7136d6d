/* Pages fit 360 pixels, also where the text is larger, or German; saving is read in full beside the longest name; each control has a name. */
#include "soleus-config.h"

#include "tests/record-values.h"
#include "tests/saved-records.h"
#include "tests/unit/clinic/translated-labels.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "soleus-athlete-editor-page.h"
#include "soleus-athlete-page.h"
#include "soleus-audit-page.h"
#include "soleus-backup-page.h"
#include "soleus-check-in-page.h"
#include "soleus-check-in-week-page.h"
#include "soleus-clinic.h"
#include "soleus-clock.h"
#include "soleus-clot-page.h"
#include "soleus-document-page.h"
#include "soleus-editor-header.h"
#include "soleus-encryption-page.h"
#include "soleus-episodes-page.h"
#include "soleus-episode-editor-page.h"
#include "soleus-handout-page.h"
#include "soleus-import-page.h"
#include "soleus-letter-page.h"
#include "soleus-lock-page.h"
#include "soleus-paper.h"
#include "soleus-preferences-page.h"
#include "soleus-privacy-page.h"
#include "soleus-protocol-page.h"
#include "soleus-report-page.h"
#include "soleus-safety-page.h"
#include "soleus-screen-page.h"
#include "soleus-shoe-page.h"
#include "soleus-today-page.h"
#include "soleus-visit-editor-page.h"

#define NOW "2025-11-21T11:27:00+01:00"
#define ROOM 360

typedef struct {
  SoleusClinic *clinic;
  char         *athlete_id;
  char         *episode_id;
  char         *draft_id;  /* a saved visit, not signed */
  char         *signed_id; /* a signed one */
  char         *document_id; /* (nullable) an issued paper, for the page that shows one */
  char         *nothing;   /* "" */
} Fixture;

static char *
save_visit (SoleusClinic *clinic,
            const char   *athlete_id,
            gboolean      sign)
{
  g_autoptr (SoleusRecord) visit = create_record (&soleus_visit_kind, athlete_id, VALUES ("time", "2025-11-21T10:00:00+01:00"));

  save_record (clinic, visit);
  if (sign)
    {
      g_autoptr (SoleusRecord) stored = soleus_clinic_find (clinic, &soleus_visit_kind, soleus_record_get_id (visit), NULL);
      g_autoptr (SoleusRecord) copy = soleus_record_copy (stored);

      soleus_record_set_enum (copy, "state", SOLEUS_VISIT_STATE_SIGNED);
      save_record (clinic, copy);
    }
  return g_strdup (soleus_record_get_id (visit));
}

static char *
issue (SoleusClinic *clinic,
       const char   *athlete_id)
{
  SoleusPaperOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusDocument) document = soleus_paper_new_handout (clinic, athlete_id, &options, &error);
  g_autoptr (GPtrArray) issued = NULL;
  g_autoptr (GBytes) pdf = NULL;

  g_assert_no_error (error);
  pdf = soleus_paper_issue (clinic, document, SOLEUS_DOCUMENT_KIND_HANDOUT, athlete_id, NULL, NULL, &error);
  g_assert_no_error (error);
  issued = soleus_clinic_list_of_athlete (clinic, &soleus_issued_document_kind, athlete_id, NULL);
  return g_strdup (soleus_record_get_id (issued->pdata[0]));
}

static void
set_up (Fixture *self)
{
  g_autoptr (SoleusMoment) now = soleus_moment_parse (NOW, NULL);
  g_autoptr (SoleusClock) clock = soleus_clock_new_fixed (now->instant);
  g_autoptr (SoleusRecord) therapist = soleus_record_new (&soleus_therapist_kind);
  g_autoptr (SoleusRecord) episode = NULL;
  g_autoptr (SoleusRecord) shoe = NULL;
  g_autoptr (SoleusRecord) session = NULL;
  g_autoptr (SoleusRecord) check_in = NULL;
  g_autoptr (GError) error = NULL;

  self->clinic = soleus_clinic_open (":memory:", SOLEUS_CLINIC_OPEN_CREATE, clock, &error);
  g_assert_no_error (error);
  soleus_record_set_text (therapist, "name", "T. Exemplar");
  save_record (self->clinic, therapist);
  soleus_clinic_set_therapist (self->clinic, therapist);
  self->athlete_id = save_named (self->clinic, &soleus_athlete_kind, "Maximiliana-Theodora von Langstreckenlauf-Bergaufsprint");
  episode = create_record (&soleus_episode_kind, self->athlete_id, VALUES ("onset", "2025-11-20T18:38:00+01:00", "side", "left", "muscle", "gastrocnemius"));
  self->episode_id = save_dup_id (self->clinic, episode);
  shoe = create_record (&soleus_shoe_kind, self->athlete_id,
                        VALUES ("name", "The long-distance pair with the quite remarkably long name", "since", "2025-01-01", "start-km", "512"));
  save_record (self->clinic, shoe);
  session = create_record (&soleus_session_kind, self->athlete_id,
                           VALUES ("date", "2025-11-21", "shoe", soleus_record_get_id (shoe), "minutes", "118", "rpe", "9"));
  save_record (self->clinic, session);
  check_in = create_record (&soleus_check_in_kind, self->athlete_id,
                            VALUES ("date", "2025-11-21", "mass-before-kg", "70", "mass-after-kg", "70.5", "urine-colour", "7"));
  save_record (self->clinic, check_in);
  self->draft_id = save_visit (self->clinic, self->athlete_id, FALSE);
  self->signed_id = save_visit (self->clinic, self->athlete_id, TRUE);
  self->nothing = g_strdup ("");
}

static void
tear_down (Fixture *self)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->clinic);
  g_free (self->athlete_id);
  g_free (self->episode_id);
  g_free (self->draft_id);
  g_free (self->signed_id);
  g_free (self->document_id);
  g_free (self->nothing);
}

/* Names what is widest inside what is widest, for whoever has to make it narrower. */
static void
tell_widest (GtkWidget *widget)
{
  while (widget != NULL)
    {
      GtkWidget *widest = NULL;
      int most = 0;

      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
        {
          int minimum = 0;

          if (gtk_widget_should_layout (child))
            gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
          if (minimum > most)
            {
              most = minimum;
              widest = child;
            }
        }
      if (widest != NULL)
        g_printerr ("%d %s %s\n", most, G_OBJECT_TYPE_NAME (widest), GTK_IS_LABEL (widest) ? gtk_label_get_label (GTK_LABEL (widest)) : "");
      widget = widest;
    }
}

/* which page, and what of the fixture it shows: an athlete, an episode, a saved or a signed visit */
static const struct { const char *name; GType (*get_type) (void); gsize of; const char *format; } pages[] = {
  { "check-in", soleus_check_in_page_get_type, G_STRUCT_OFFSET (Fixture, athlete_id), "%s:2025-11-21" },
  { "week", soleus_check_in_week_page_get_type, G_STRUCT_OFFSET (Fixture, athlete_id), "%s" },
  { "shoe", soleus_shoe_page_get_type, G_STRUCT_OFFSET (Fixture, athlete_id), "new:%s" },
  { "visit", soleus_visit_editor_page_get_type, G_STRUCT_OFFSET (Fixture, athlete_id), "new:%s" },
  { "saved-visit", soleus_visit_editor_page_get_type, G_STRUCT_OFFSET (Fixture, draft_id), "%s" },
  { "signed-visit", soleus_visit_editor_page_get_type, G_STRUCT_OFFSET (Fixture, signed_id), "%s" },
  { "privacy", soleus_privacy_page_get_type, G_STRUCT_OFFSET (Fixture, athlete_id), "%s" },
  { "handout", soleus_handout_page_get_type, G_STRUCT_OFFSET (Fixture, athlete_id), "%s" },
  { "episode", soleus_episode_editor_page_get_type, G_STRUCT_OFFSET (Fixture, episode_id), "%s" },
  { "screen", soleus_screen_page_get_type, G_STRUCT_OFFSET (Fixture, episode_id), "%s" },
  { "today", soleus_today_page_get_type, G_STRUCT_OFFSET (Fixture, nothing), "%s" },
  { "record", soleus_athlete_page_get_type, G_STRUCT_OFFSET (Fixture, athlete_id), "%s" },
  { "episodes", soleus_episodes_page_get_type, G_STRUCT_OFFSET (Fixture, nothing), "%s" },
  { "athlete", soleus_athlete_editor_page_get_type, G_STRUCT_OFFSET (Fixture, athlete_id), "%s" },
  { "clot-screen", soleus_clot_page_get_type, G_STRUCT_OFFSET (Fixture, athlete_id), "%s:left" },
  { "letter", soleus_letter_page_get_type, G_STRUCT_OFFSET (Fixture, athlete_id), "%s" },
  { "report", soleus_report_page_get_type, G_STRUCT_OFFSET (Fixture, athlete_id), "%s" },
  { "safety", soleus_safety_page_get_type, G_STRUCT_OFFSET (Fixture, athlete_id), "%s" },
  { "audit", soleus_audit_page_get_type, G_STRUCT_OFFSET (Fixture, athlete_id), "%s" },
  { "import", soleus_import_page_get_type, G_STRUCT_OFFSET (Fixture, athlete_id), "%s" },
  { "protocol", soleus_protocol_page_get_type, G_STRUCT_OFFSET (Fixture, nothing), "%s" },
  { "backup", soleus_backup_page_get_type, G_STRUCT_OFFSET (Fixture, nothing), "%s" },
  { "encryption", soleus_encryption_page_get_type, G_STRUCT_OFFSET (Fixture, nothing), "%s" },
  { "preferences", soleus_preferences_page_get_type, G_STRUCT_OFFSET (Fixture, nothing), "%s" },
  { "lock", soleus_lock_page_get_type, G_STRUCT_OFFSET (Fixture, nothing), "%s" },
  { "document", soleus_document_page_get_type, G_STRUCT_OFFSET (Fixture, document_id), "%s" },
};

static char *
dup_target (Fixture *self,
            gsize    page)
{
  g_auto (GStrv) halves = g_strsplit (pages[page].format, "%s", 2);

  return g_strconcat (halves[0], G_STRUCT_MEMBER (char *, self, pages[page].of), halves[1], NULL);
}

/* Returns: (transfer none) (nullable) */
static SoleusEditorHeader *
find_header (GtkWidget *widget)
{
  SoleusEditorHeader *header = SOLEUS_IS_EDITOR_HEADER (widget) ? SOLEUS_EDITOR_HEADER (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && header == NULL; child = gtk_widget_get_next_sibling (child))
    header = find_header (child);
  return header;
}

static void
assert_fits (GtkWidget *widget)
{
  int minimum;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (minimum > ROOM)
    tell_widest (widget);
  g_assert_cmpint (minimum, <=, ROOM);
}

/* Returns: (transfer none) (nullable): the button that saves */
static GtkWidget *
find_save (GtkWidget *widget)
{
  GtkWidget *save = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "editor.save") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && save == NULL; child = gtk_widget_get_next_sibling (child))
    save = find_save (child);
  return save;
}

static void
assert_save_is_read (GtkWidget *widget)
{
  GtkWidget *save = find_save (widget);

  if (save != NULL && gtk_widget_get_mapped (save))
    g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (save))))));
}

/* The button in a menu button is heard by the name or the text of the menu button: GTK 4.8 says so in a relation, later ones when they are asked for the name. */
static gboolean
is_named (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)) != NULL) ||
         gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY) ||
         (GTK_IS_MENU_BUTTON (parent) && is_named (parent));
}

/* What stops the Tab key must be heard as something. What a row of preferences holds is named by libadwaita. */
static void
assert_named (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || ADW_IS_PREFERENCES_ROW (widget))
    return;
  if (gtk_widget_get_focusable (widget) && !GTK_IS_TEXT (widget) && !GTK_IS_LABEL (widget) && !is_named (widget))
    {
      g_printerr ("without a name: %s in %s\n", G_OBJECT_TYPE_NAME (widget), G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
      g_test_fail ();
    }
  if (GTK_IS_BUTTON (widget))
    return; /* of a drop-down: it holds the row that is chosen */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_named (child);
}

/* When the draft was kept is read whole or not at all: “…” says nothing. */
static void
assert_kept_is_read (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && gtk_widget_get_child_visible (widget))
    g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))) && gtk_widget_has_css_class (widget, "caption"));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_kept_is_read (child);
}

/* With a draft from earlier its header holds most: when it was kept, and discarding it or taking that back. */
static void
assert_fits_with_a_draft (GtkWidget    *widget,
                          SoleusClinic *clinic)
{
  SoleusEditorHeader *header = find_header (widget);

  if (header == NULL)
    return;
  soleus_editor_header_set_kept (header, soleus_clinic_get_now (clinic), TRUE);
  assert_fits (widget);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (gtk_widget_get_root (widget)));
  assert_kept_is_read (GTK_WIDGET (header));
  soleus_editor_header_set_discarded (header, TRUE);
  assert_fits (widget);
}

static void
measure_page (gsize page,
              int   percent)
{
  Fixture fixture = { 0 };
  GtkWidget *window = gtk_window_new ();
  g_autofree char *target = NULL;
  GtkWidget *widget;

  set_up (&fixture);
  if (pages[page].of == G_STRUCT_OFFSET (Fixture, document_id))
    fixture.document_id = issue (fixture.clinic, fixture.athlete_id);
  target = dup_target (&fixture, page);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * percent / 100, NULL);
  widget = g_object_new (pages[page].get_type (), "clinic", fixture.clinic, "target", target, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), ROOM, 720);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  assert_fits (widget);
  if (percent == 100)
    {
      assert_save_is_read (widget);
      assert_named (widget);
    }
  assert_fits_with_a_draft (widget, fixture.clinic);
  gtk_window_destroy (GTK_WINDOW (window));
  tear_down (&fixture);
}

/* German words are the longest of those that are translated. */
#define GERMAN 500

/* Each in a process of its own: together they have more names than the table of GLib holds, which then leaves the old one behind. */
static void
test_page_fits (gconstpointer data)
{
  gsize page = GPOINTER_TO_SIZE (data) / 1000;

  if (g_test_subprocess ())
    {
      gsize percent = GPOINTER_TO_SIZE (data) % 1000;

      if (percent == GERMAN)
        {
          if (!translated_labels_begin ())
            return;
          g_setenv ("LANGUAGE", "de", TRUE);
          g_assert_cmpstr (_("Cancel"), ==, "Abbrechen"); /* else nothing is tried */
        }
      measure_page (page, percent == GERMAN ? 100 : (int) percent);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int   argc,
      char *argv[])
{
  static const gsize percents[] = { 100, 150, GERMAN };
  g_autofree char *labels = g_build_filename (g_getenv ("SOLEUS_BUILD_DIR"), "po", NULL);
  g_autoptr (GtkCssProvider) provider = NULL;

  if (!gtk_init_check ())
    return 77;
  bindtextdomain (GETTEXT_PACKAGE, labels);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  provider = gtk_css_provider_new ();
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_css_provider_load_from_resource (provider, "/io/github/soleusapp/Soleus/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (percents); j++)
      {
        g_autofree char *path = percents[j] == GERMAN ? g_strdup_printf ("/narrow/%s/german", pages[i].name)
                                                      : g_strdup_printf ("/narrow/%s/%zu", pages[i].name, percents[j]);

        g_test_add_data_func (path, GSIZE_TO_POINTER (i * 1000 + percents[j]), test_page_fits);
      }
  return g_test_run ();
}
