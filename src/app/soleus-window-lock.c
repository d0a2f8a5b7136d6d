/* soleus-window-lock.c: idle time is counted by the stop-clock that goes on while the machine sleeps */
#define G_LOG_DOMAIN "soleus-window-lock"

#include "soleus-config.h"

#include "soleus-window-lock.h"

#include "soleus-clinic-access.h"
#include "soleus-clock.h"
#include "soleus-lock-screen.h"
#include "soleus-main-window-private.h"

#define LOOK_SECONDS 5
/* the look that comes this late comes after a sleep */
#define SLEPT_USEC (60 * SOLEUS_USEC_PER_SECOND)

struct _SoleusWindowLock {
  GObject           parent_instance;

  SoleusMainWindow *window;   /* (unowned): it owns this */
  SoleusClinic     *clinic;
  GtkWidget        *content;  /* (owned) (nullable): what is shown when it is not locked */
  GPtrArray        *dialogs;  /* (element-type GtkWidget): hidden meanwhile */
  GPtrArray        *actions;  /* (element-type utf8): switched off meanwhile */
  gint64            last;     /* ticks of the last key or pointer */
  gint64            looked;   /* ticks of the last look */
  guint             source;
  GDBusConnection  *bus;      /* (owned) (nullable) */
  guint             listening;
};

G_DEFINE_FINAL_TYPE (SoleusWindowLock, soleus_window_lock, G_TYPE_OBJECT)

static gint64
get_ticks (SoleusWindowLock *self)
{
  return soleus_clock_get_ticks (soleus_clinic_get_clock (self->clinic));
}

/* --- covering --- */

static void
hide_dialogs (SoleusWindowLock *self)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint n = g_list_model_get_n_items (toplevels);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (toplevel) == GTK_WINDOW (self->window) && gtk_widget_get_visible (GTK_WIDGET (toplevel)))
        g_ptr_array_add (self->dialogs, g_object_ref (toplevel));
    }
  for (guint i = 0; i < self->dialogs->len; i++)
    gtk_widget_set_visible (self->dialogs->pdata[i], FALSE);
}

static void
disable_actions (SoleusWindowLock *self)
{
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (self->window));

  for (gsize i = 0; names[i] != NULL; i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->window), names[i]);

      if (!G_IS_SIMPLE_ACTION (action) || !g_action_get_enabled (action))
        continue;
      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), FALSE);
      g_ptr_array_add (self->actions, g_strdup (names[i]));
    }
}

/* What was copied from here must not be pasted elsewhere meanwhile. */
static void
clear_clipboards (SoleusWindowLock *self)
{
  GdkClipboard *clipboards[] = {
    gtk_widget_get_clipboard (GTK_WIDGET (self->window)), gtk_widget_get_primary_clipboard (GTK_WIDGET (self->window)),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (clipboards); i++)
    if (gdk_clipboard_is_local (clipboards[i]))
      gdk_clipboard_set_content (clipboards[i], NULL);
}

static void
unlocked_cb (SoleusWindowLock *self)
{
  g_autoptr (GtkWidget) content = g_steal_pointer (&self->content);

  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self->window), content);
  for (guint i = 0; i < self->actions->len; i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->window), self->actions->pdata[i])), TRUE);
  for (guint i = 0; i < self->dialogs->len; i++)
    gtk_window_present (self->dialogs->pdata[i]);
  g_ptr_array_set_size (self->actions, 0);
  g_ptr_array_set_size (self->dialogs, 0);
  self->last = self->looked = get_ticks (self);
  _soleus_main_window_set_locked (self->window, FALSE);
  if (!soleus_clinic_is_read_only (self->clinic))
    soleus_clinic_note (self->clinic, "unlock", NULL, NULL, NULL, NULL);
}

/**
 * soleus_window_lock_is_locked:
 *
 * Returns: whether the window is covered
 */
gboolean
soleus_window_lock_is_locked (SoleusWindowLock *self)
{
  return self->content != NULL;
}

/**
 * soleus_window_lock_lock:
 *
 * Covers the window, where a passphrase was chosen that uncovers it.
 */
void
soleus_window_lock_lock (SoleusWindowLock *self)
{
  g_autoptr (SoleusAccessSettings) settings = soleus_clinic_load_access (self->clinic);
  GtkWidget *screen;

  if (self->content != NULL || settings->hash == NULL)
    return;
  self->content = g_object_ref (adw_application_window_get_content (ADW_APPLICATION_WINDOW (self->window)));
  hide_dialogs (self);
  disable_actions (self);
  screen = soleus_lock_screen_new (settings->hash);
  g_signal_connect_object (screen, "unlocked", G_CALLBACK (unlocked_cb), self, G_CONNECT_SWAPPED);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self->window), screen);
  clear_clipboards (self);
  _soleus_main_window_set_locked (self->window, TRUE);
  gtk_widget_grab_focus (screen);
}

/* --- when --- */

static gboolean
event_cb (GtkEventController *controller,
          GdkEvent           *event,
          gpointer            user_data)
{
  SoleusWindowLock *self = SOLEUS_WINDOW_LOCK (user_data);

  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
    case GDK_BUTTON_PRESS:
    case GDK_MOTION_NOTIFY:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
      self->last = get_ticks (self);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

/**
 * soleus_window_lock_look:
 *
 * Looks whether it is time to cover the window: nobody did anything for as long as the clinic wants, or the machine slept. Done every few
 * seconds by itself, but not with a clock that stands still.
 */
void
soleus_window_lock_look (SoleusWindowLock *self)
{
  gint64 ticks = get_ticks (self);
  gboolean slept = ticks - self->looked > SLEPT_USEC;
  g_autoptr (SoleusAccessSettings) settings = NULL;

  self->looked = ticks;
  if (self->content != NULL || (!slept && ticks - self->last < SOLEUS_USEC_PER_MINUTE))
    return;
  settings = soleus_clinic_load_access (self->clinic);
  if (slept || (settings->idle_minutes > 0 && ticks - self->last >= settings->idle_minutes * SOLEUS_USEC_PER_MINUTE))
    soleus_window_lock_lock (self);
}

static gboolean
look_cb (gpointer user_data)
{
  soleus_window_lock_look (SOLEUS_WINDOW_LOCK (user_data));
  return G_SOURCE_CONTINUE;
}

/* Desktops of which GTK does not know tell it on the bus: org.freedesktop.ScreenSaver, org.mate.ScreenSaver … */
static void
bus_cb (GDBusConnection *bus,
        const char      *sender,
        const char      *path,
        const char      *interface,
        const char      *signal,
        GVariant        *parameters,
        gpointer         user_data)
{
  gboolean active = FALSE;

  if (!g_str_has_suffix (interface, ".ScreenSaver") || !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;
  g_variant_get (parameters, "(b)", &active);
  if (active)
    soleus_window_lock_lock (SOLEUS_WINDOW_LOCK (user_data));
}

static void
screensaver_cb (SoleusWindowLock *self,
                GParamSpec       *pspec,
                GtkApplication   *application)
{
  gboolean active = FALSE;

  g_object_get (application, "screensaver-active", &active, NULL);
  if (active)
    soleus_window_lock_lock (self);
}

static void
lock_action_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  SoleusWindowLock *self = SOLEUS_WINDOW_LOCK (user_data);

  soleus_window_lock_lock (self);
  /* without a passphrase there is nothing to lock with: the page says so and takes one */
  if (self->content == NULL)
    soleus_main_window_show_page (self->window, "lock");
}

static void
soleus_window_lock_dispose (GObject *object)
{
  SoleusWindowLock *self = SOLEUS_WINDOW_LOCK (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->bus != NULL)
    g_dbus_connection_signal_unsubscribe (self->bus, self->listening);
  g_clear_object (&self->bus);
  g_ptr_array_set_size (self->dialogs, 0);
  g_clear_object (&self->content);
  g_clear_object (&self->clinic);

  G_OBJECT_CLASS (soleus_window_lock_parent_class)->dispose (object);
}

static void
soleus_window_lock_finalize (GObject *object)
{
  SoleusWindowLock *self = SOLEUS_WINDOW_LOCK (object);

  g_ptr_array_unref (self->dialogs);
  g_ptr_array_unref (self->actions);

  G_OBJECT_CLASS (soleus_window_lock_parent_class)->finalize (object);
}

static void
soleus_window_lock_class_init (SoleusWindowLockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_window_lock_dispose;
  G_OBJECT_CLASS (klass)->finalize = soleus_window_lock_finalize;
}

static void
soleus_window_lock_init (SoleusWindowLock *self)
{
  self->dialogs = g_ptr_array_new_with_free_func (g_object_unref);
  self->actions = g_ptr_array_new_with_free_func (g_free);
}

/**
 * soleus_window_lock_new:
 * @window: the window
 * @clinic: the clinic that is open in it
 *
 * Adds the action “lock” to @window, and covers it at once where a passphrase was chosen.
 *
 * Returns: (transfer full): works until it is freed, which the window does when it goes
 */
SoleusWindowLock *
soleus_window_lock_new (SoleusMainWindow *window,
                        SoleusClinic     *clinic)
{
  SoleusWindowLock *self = g_object_new (SOLEUS_TYPE_WINDOW_LOCK, NULL);
  GtkEventController *events = gtk_event_controller_legacy_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("lock", NULL);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  self->window = window;
  self->clinic = g_object_ref (clinic);
  self->last = self->looked = get_ticks (self);
  g_signal_connect_object (action, "activate", G_CALLBACK (lock_action_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (action));
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (event_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), events);
  if (application != NULL)
    {
      g_signal_connect_object (application, "notify::screensaver-active", G_CALLBACK (screensaver_cb), self, G_CONNECT_SWAPPED);
      g_set_object (&self->bus, g_application_get_dbus_connection (G_APPLICATION (application)));
    }
  if (self->bus != NULL)
    self->listening = g_dbus_connection_signal_subscribe (self->bus, NULL, NULL, "ActiveChanged", NULL, NULL, G_DBUS_SIGNAL_FLAGS_NONE, bus_cb, self, NULL);
  if (!soleus_clock_is_fixed (soleus_clinic_get_clock (clinic)))
    self->source = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
  soleus_window_lock_lock (self);
  return self;
}
