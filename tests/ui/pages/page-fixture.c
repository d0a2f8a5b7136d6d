#include "soleus-config.h"

#include "page-fixture.h"
#include "tests/record-values.h"
#include "tests/saved-records.h"

#include <string.h>

#include "soleus-clock.h"
#include "soleus-row-text.h"

static char *
save_athlete (SoleusClinic *clinic,
              const char   *name)
{
  g_autoptr (SoleusRecord) athlete = create_record (&soleus_athlete_kind, NULL, VALUES ("name", name, "language", "en"));

  return save_dup_id (clinic, athlete);
}

static void
save_cramp (SoleusClinic *clinic,
            const char   *athlete)
{
  g_autoptr (SoleusRecord) episode = create_record (&soleus_episode_kind, athlete,
                                                    VALUES ("onset", "2025-11-20T23:38:00+01:00", "end", "2025-11-20T23:40:00+01:00",
                                                            "side", "left", "muscle", "gastrocnemius"));

  save_record (clinic, episode);
}

void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (SoleusMoment) now = soleus_moment_parse (PAGE_FIXTURE_NOW, NULL);
  g_autoptr (SoleusClock) clock = soleus_clock_new_fixed (now->instant);
  g_autoptr (SoleusRecord) therapist = soleus_record_new (&soleus_therapist_kind);
  g_autoptr (GError) error = NULL;

  self->clinic = soleus_clinic_open (":memory:", SOLEUS_CLINIC_OPEN_CREATE, clock, &error);
  g_assert_no_error (error);
  soleus_record_set_text (therapist, "name", "T. Exemplar");
  save_record (self->clinic, therapist);
  soleus_clinic_set_therapist (self->clinic, therapist);
  self->waiting = save_athlete (self->clinic, "Mara Swiftwater");
  self->rested = save_athlete (self->clinic, "Olli Tailwind");
  save_cramp (self->clinic, self->waiting);
  self->window = gtk_window_new ();
}

void
settle (void)
{
  for (gint64 deadline = g_get_monotonic_time () + G_USEC_PER_SEC / 5; g_get_monotonic_time () < deadline;)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  settle ();
  g_assert_finalize_object (self->clinic);
  g_free (self->waiting);
  g_free (self->rested);
}

/* As the athlete's page shows it: what is higher than the window is scrolled. */
GtkWidget *
show_scrolled (Fixture  *self,
               gpointer  widget)
{
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), widget);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 700);
  show (self, scrolled);
  return widget;
}

/* Puts it into the window, which alone holds it from then on. */
GtkWidget *
show (Fixture   *self,
      gpointer   widget)
{
  gtk_window_set_child (GTK_WINDOW (self->window), widget);
  return widget;
}

/* Puts it into the window, which comes up in that size. */
GtkWidget *
present (Fixture  *self,
         gpointer  widget,
         int       width,
         int       height)
{
  show (self, widget);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  gtk_window_present (GTK_WINDOW (self->window));
  settle ();
  return widget;
}

/* Closes the window and sees to it that nothing holds what was in it. */
void
assert_goes (Fixture   *self,
             GtkWidget *widget)
{
  gpointer weak = widget;

  g_object_add_weak_pointer (G_OBJECT (widget), &weak);
  gtk_window_destroy (GTK_WINDOW (self->window));
  self->window = NULL;
  settle ();
  g_assert_null (weak);
}

static void
collect (GtkWidget     *widget,
         Test           test,
         gconstpointer  data,
         GPtrArray     *found)
{
  if (test (widget, data))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, test, data, found);
}

GPtrArray *
find_all (GtkWidget     *widget,
          Test           test,
          gconstpointer  data)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (widget, test, data, found);
  return found;
}

gpointer
find (GtkWidget     *widget,
      Test           test,
      gconstpointer  data)
{
  g_autoptr (GPtrArray) found = find_all (widget, test, data);

  return found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
}

/* Returns: (nullable) (transfer none): an open window of that type */
gpointer
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static void
shown_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  g_free (*(char **) user_data);
  *(char **) user_data = g_variant_dup_string (parameter, NULL);
}

/* Puts into @shown (transfer full) which page is asked for last. */
void
listen (Fixture  *self,
        char    **shown)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("show", G_VARIANT_TYPE_STRING);

  g_signal_connect (action, "activate", G_CALLBACK (shown_cb), shown);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (group));
}

gboolean
is_type (GtkWidget     *widget,
         gconstpointer  type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), GPOINTER_TO_SIZE (type));
}

gboolean
is_label (GtkWidget     *widget,
          gconstpointer  text)
{
  if (SOLEUS_IS_ROW_TEXT (widget))
    return strstr (soleus_row_text_get_text (SOLEUS_ROW_TEXT (widget)), text) != NULL;
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL;
}

gboolean
is_row (GtkWidget     *widget,
        gconstpointer  title)
{
  return ADW_IS_ACTION_ROW (widget) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static gboolean
is_choice (GtkWidget     *widget,
           gconstpointer  tooltip)
{
  return GTK_IS_DROP_DOWN (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0;
}

/* Chooses in the list that opens below the button with that tooltip. */
void
choose (GtkWidget  *page,
        const char *tooltip,
        guint       position)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (page, is_choice, tooltip)), position);
}
