/* soleus-reminder.c: once a minute it compares the figures with those of the minute before. A notification may stand on a locked
 * screen: it says how many, never who. */
#define G_LOG_DOMAIN "soleus-reminder"

#include "soleus-config.h"

#include "soleus-reminder.h"

#include "soleus-clinic-safety.h"
#include "soleus-clock.h"

#include <glib/gi18n-lib.h>

#define WINDOW_ENDED "window-ended"
#define FLAG_OVERDUE "flag-overdue"

struct _SoleusReminder {
  GObject       parent_instance;

  GApplication *application; /* (unowned): it owns the window that owns this */
  SoleusClinic *clinic;
  GArray       *ends;        /* (element-type gint64): when the windows of the last look end */
  guint         n_overdue;
  guint         source;
};

G_DEFINE_FINAL_TYPE (SoleusReminder, soleus_reminder, G_TYPE_OBJECT)

static gboolean
ask_bus (GDBusConnection *bus,
         const char      *method,
         const char      *name)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method,
                                                             g_str_equal (method, "NameHasOwner") ? g_variant_new ("(s)", name) : NULL,
                                                             NULL, G_DBUS_CALL_FLAGS_NONE, 500, NULL, NULL);
  g_autofree const char **names = NULL;
  g_autoptr (GVariant) list = NULL;
  gboolean has_owner = FALSE;

  if (answer == NULL)
    return FALSE;
  if (g_variant_is_of_type (answer, G_VARIANT_TYPE ("(b)")))
    {
      g_variant_get (answer, "(b)", &has_owner);
      return has_owner;
    }
  list = g_variant_get_child_value (answer, 0);
  names = g_variant_get_strv (list, NULL);
  return g_strv_contains (names, name);
}

/* GIO only logs that nobody shows notifications. Without such a service Today and Safety say the same. */
static gboolean
can_notify (GApplication *application)
{
  static const char *const services[] = { "org.gtk.Notifications", "org.freedesktop.Notifications" };
  GDBusConnection *bus = g_application_get_dbus_connection (application);

  if (bus == NULL)
    return FALSE;
  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    /* cppcheck-suppress memleak; the application keeps its connection */
    return TRUE; /* by the portal, whose names are not listed inside */
  for (gsize i = 0; i < G_N_ELEMENTS (services); i++)
    if (ask_bus (bus, "NameHasOwner", services[i]) || ask_bus (bus, "ListActivatableNames", services[i]))
      return TRUE;
  return FALSE;
}

static void
notify (SoleusReminder *self,
        const char     *id,
        const char     *title,
        const char     *body)
{
  g_autoptr (GNotification) notification = g_notification_new (title);

  if (!can_notify (self->application))
    return;
  g_notification_set_body (notification, body);
  g_application_send_notification (self->application, id, notification);
}

static guint
count_ended (SoleusReminder *self,
             SoleusInstant   now)
{
  guint n = 0;

  for (guint i = 0; i < self->ends->len; i++)
    n += g_array_index (self->ends, gint64, i) <= now;

  return n;
}

static void
remember_ends (SoleusReminder *self,
               GPtrArray      *status,
               SoleusInstant   now)
{
  g_array_set_size (self->ends, 0);

  for (guint i = 0; i < status->len; i++)
    {
      GPtrArray *windows = soleus_assessment_get_windows (status->pdata[i]);

      for (guint j = 0; j < windows->len; j++)
        {
          const SoleusWindow *window = windows->pdata[j];

          if (window->state != SOLEUS_WINDOW_STATE_OPEN && window->opens_at != SOLEUS_UNKNOWN_INSTANT && window->opens_at > now)
            g_array_append_val (self->ends, window->opens_at);
        }
    }
}

/**
 * soleus_reminder_look:
 *
 * Compares the figures with those of the look before, and tells what is new: a window that ended since, more flags overdue.
 */
void
soleus_reminder_look (SoleusReminder *self)
{
  SoleusInstant now = soleus_clinic_get_now (self->clinic);
  g_autoptr (GPtrArray) status = soleus_clinic_list_status (self->clinic, now, NULL);
  guint n_ended = count_ended (self, now);
  SoleusSafetyNow figures;

  if (status == NULL)
    return;

  soleus_safety_count_status (&figures, status, now);

  if (n_ended > 0)
    notify (self, WINDOW_ENDED, ngettext ("A window has ended", "Windows have ended", n_ended),
            _("Look at the leg again before any massage. See Safety."));

  if (figures.n_flags_overdue > self->n_overdue)
    notify (self, FLAG_OVERDUE, ngettext ("A red flag is overdue", "Red flags are overdue", figures.n_flags_overdue),
            _("No outcome is recorded yet. See Safety."));
  else if (figures.n_flags_overdue == 0)
    g_application_withdraw_notification (self->application, FLAG_OVERDUE);

  self->n_overdue = figures.n_flags_overdue;
  remember_ends (self, status, now);
}

static gboolean
look_cb (gpointer user_data)
{
  soleus_reminder_look (SOLEUS_REMINDER (user_data));
  return G_SOURCE_CONTINUE;
}

static void
soleus_reminder_dispose (GObject *object)
{
  SoleusReminder *self = SOLEUS_REMINDER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  /* What is told here is no longer true of a clinic that is closed; and GLib 2.74 does not survive the end of an application
   * that still shows something. */
  g_application_withdraw_notification (self->application, WINDOW_ENDED);
  g_application_withdraw_notification (self->application, FLAG_OVERDUE);
  g_clear_object (&self->clinic);
  g_clear_pointer (&self->ends, g_array_unref);

  G_OBJECT_CLASS (soleus_reminder_parent_class)->dispose (object);
}

static void
soleus_reminder_class_init (SoleusReminderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_reminder_dispose;
}

static void
soleus_reminder_init (SoleusReminder *self)
{
  self->ends = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * soleus_reminder_new:
 * @application: the application, which outlives the reminder
 * @clinic: an opened clinic
 *
 * Looks once a minute for as long as it lives; a clock that stands still is not looked at.
 *
 * Returns: (transfer full): a reminder
 */
SoleusReminder *
soleus_reminder_new (GApplication *application,
                     SoleusClinic *clinic)
{
  SoleusReminder *self = g_object_new (SOLEUS_TYPE_REMINDER, NULL);

  self->application = application;
  self->clinic = g_object_ref (clinic);

  if (!soleus_clock_is_fixed (soleus_clinic_get_clock (clinic)))
    self->source = g_timeout_add_seconds (60, look_cb, self);

  return self;
}
