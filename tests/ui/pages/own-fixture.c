#include "soleus-config.h"

#include "own-fixture.h"

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

/* Returns: (transfer full): the words in a text view or an entry */
char *
dup_typed (GtkWidget *field)
{
  GtkTextIter start, end;

  if (!GTK_IS_TEXT_VIEW (field))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (field)));
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), &start, &end);
  return gtk_text_buffer_get_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), &start, &end, FALSE);
}

/* Answers what a window asks, as a press of that button does. */
void
answer (const char *response)
{
  AdwMessageDialog *question = find_window (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (question);
  adw_message_dialog_response (question, response);
  gtk_window_destroy (GTK_WINDOW (question));
  settle ();
}

/* Closes a window in which something was written, and answers what it asks: “cancel” or “confirm”. */
void
leave_and_answer (GtkWidget  *window,
                  const char *response)
{
  GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);

  if (gtk_check_version (4, 18, 0) != NULL) /* which warns of the question of the libadwaita beside it */
    g_log_set_always_fatal (fatal);
  gtk_window_close (GTK_WINDOW (window));
  settle ();
  answer (response);
  g_log_set_always_fatal (fatal);
}
