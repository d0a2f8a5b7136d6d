#include "soleus-config.h"

#include "own-fixture.h"
#include "tests/scratch-folder.h"

#include "soleus-clock.h"
#include "soleus-protocol-page.h"
#include "soleus-records.h"

/* the clinic of the others is in memory; this one is in a file, with the folder of its content beside it */
char *
set_up_file (Fixture *fixture)
{
  char *folder = g_dir_make_tmp ("soleus-own-lines-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "clinic.soleus", NULL);
  g_autoptr (SoleusMoment) now = soleus_moment_parse (PAGE_FIXTURE_NOW, NULL);
  g_autoptr (SoleusClock) clock = soleus_clock_new_fixed (now->instant);
  g_autoptr (SoleusRecord) therapist = soleus_record_new (&soleus_therapist_kind);
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->clinic);
  fixture->clinic = soleus_clinic_open (path, SOLEUS_CLINIC_OPEN_CREATE, clock, &error);
  g_assert_no_error (error);
  soleus_record_set_text (therapist, "name", "T. Exemplar");
  soleus_clinic_save (fixture->clinic, therapist, &error);
  g_assert_no_error (error);
  soleus_clinic_set_therapist (fixture->clinic, therapist);
  return folder;
}

/* Sees to it that nothing holds the page, and removes the clinic with its folder.
 *
 * @folder: (transfer full): that of set_up_file() */
void
leave_file (Fixture   *fixture,
            GtkWidget *page,
            char      *folder)
{
  assert_goes (fixture, page);
  scratch_folder_remove (folder);
  g_free (folder);
}

/* Returns: (transfer full): the id of somebody who is given a handout in English */
char *
save_athlete (Fixture *fixture)
{
  g_autoptr (SoleusRecord) athlete = soleus_record_new (&soleus_athlete_kind);
  g_autoptr (GError) error = NULL;

  soleus_record_set_text (athlete, "name", "Sandy Example");
  soleus_record_set_text (athlete, "language", "en");
  soleus_clinic_save (fixture->clinic, athlete, &error);
  g_assert_no_error (error);
  return g_strdup (soleus_record_get_id (athlete));
}

GtkWidget *
show_protocol (Fixture    *fixture,
               const char *part)
{
  GtkWidget *page = show (fixture, g_object_new (SOLEUS_TYPE_PROTOCOL_PAGE, "clinic", fixture->clinic, "target", part, NULL));

  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
  return page;
}

gboolean
has_action (GtkWidget     *widget,
            gconstpointer  name)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), name) == 0;
}

gboolean
is_problem (GtkWidget     *widget,
            gconstpointer  data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "error") && gtk_widget_get_mapped (widget);
}

/* Presses the button of that action; one that is not there, or is off, is a fault. */
void
press (GtkWidget  *within,
       const char *action)
{
  GtkWidget *button = find (within, has_action, action);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

/* Returns: (nullable) (transfer none): the window of that type in which something is written */
GtkWidget *
find_own (GType type)
{
  GtkWidget *window = find_window (type);

  return window != NULL && gtk_widget_get_visible (window) ? window : NULL;
}

/* Returns: (nullable) (transfer none): the window that was opened from that one */
GtkWidget *
find_above (GtkWidget *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) above = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (above) == GTK_WINDOW (window) && gtk_widget_get_visible (GTK_WIDGET (above)))
        return GTK_WIDGET (above);
    }
  return NULL;
}

static GtkTextBuffer *
get_buffer (GtkWidget *window)
{
  return gtk_text_view_get_buffer (find (window, is_type, GSIZE_TO_POINTER (GTK_TYPE_TEXT_VIEW)));
}

/* Returns: (transfer full): the words in the text view of the window */
char *
dup_lines (GtkWidget *window)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (window), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (window), &start, &end, FALSE);
}

void
write_lines (GtkWidget  *window,
             const char *words)
{
  gtk_text_buffer_set_text (get_buffer (window), words, -1);
  settle ();
}

static gboolean
is_entry_row (GtkWidget     *widget,
              gconstpointer  title)
{
  return ADW_IS_ENTRY_ROW (widget) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

void
write_row (GtkWidget  *window,
           const char *title,
           const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (find (window, is_entry_row, title)), words);
  settle ();
}

void
select_in (GtkWidget  *window,
           const char *title,
           guint       choice)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (window, is_row, title)), choice);
  settle ();
}

/* GTK 4.18 warns of the question of the libadwaita beside it. */
static GLogLevelFlags
allow_warnings (void)
{
  GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);

  if (gtk_check_version (4, 18, 0) != NULL)
    g_log_set_always_fatal (fatal);
  return fatal;
}

/* Presses the button of that action, whereupon something is asked. */
void
press_and_be_asked (GtkWidget  *within,
                    const char *action)
{
  GLogLevelFlags fatal = allow_warnings ();

  press (within, action);
  g_assert_nonnull (find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_log_set_always_fatal (fatal);
}

/* Answers what a window asks, as a press of that button does. */
void
answer (const char *response)
{
  GLogLevelFlags fatal = allow_warnings ();
  AdwMessageDialog *question = find_window (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (question);
  adw_message_dialog_response (question, response);
  gtk_window_destroy (GTK_WINDOW (question));
  settle ();
  g_log_set_always_fatal (fatal);
}

/* Closes a window in which something was written, and answers what it asks: “cancel” or “confirm”. */
void
leave_and_answer (GtkWidget  *window,
                  const char *response)
{
  GLogLevelFlags fatal = allow_warnings ();

  gtk_window_close (GTK_WINDOW (window));
  settle ();
  answer (response);
  g_log_set_always_fatal (fatal);
}
