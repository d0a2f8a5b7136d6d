/* test-reminder.c: what a desktop is told when a window ends or a flag is overdue: once, and without a name.
 * A session bus of its own, with a service that shows notifications, stands in for the desktop. */
#include "soleus-config.h"

#include "tests/record-values.h"
#include "tests/saved-records.h"

#include "soleus-clock.h"
#include "soleus-records.h"
#include "soleus-reminder.h"

#define NAME "Mara Swiftwater"

static const char interface[] =
  "<node><interface name='org.freedesktop.Notifications'>"
  "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/><arg type='a{sv}' direction='in'/>"
  "<arg type='i' direction='in'/><arg type='u' direction='out'/></method>"
  "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
  "</interface></node>";

typedef struct {
  GTestDBus       *bus;
  GDBusConnection *desktop;
  GDBusNodeInfo   *info;
  guint            object, name;
  gboolean         has_name;
  GPtrArray       *shown;    /* (element-type utf8) title and body */
  GApplication    *application;
  SoleusClock     *clock;
  SoleusClinic    *clinic;
  SoleusReminder  *reminder;
} Fixture;

static void
method_cb (GDBusConnection       *connection,
           const char            *sender,
           const char            *path,
           const char            *interface_name,
           const char            *method,
           GVariant              *parameters,
           GDBusMethodInvocation *invocation,
           gpointer               user_data)
{
  Fixture *fixture = user_data;
  const char *title, *body;

  if (!g_str_equal (method, "Notify"))
    {
      g_dbus_method_invocation_return_value (invocation, NULL);
      return;
    }
  g_variant_get_child (parameters, 3, "&s", &title);
  g_variant_get_child (parameters, 4, "&s", &body);
  g_ptr_array_add (fixture->shown, g_strdup_printf ("%s\n%s", title, body));
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", fixture->shown->len));
}

static const GDBusInterfaceVTable vtable = { method_cb, NULL, NULL, { NULL } };

static void
name_acquired_cb (GDBusConnection *connection,
                  const char      *name,
                  gpointer         user_data)
{
  ((Fixture *) user_data)->has_name = TRUE;
}

static void
start_desktop (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->bus);
  fixture->desktop = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (fixture->bus),
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->info = g_dbus_node_info_new_for_xml (interface, NULL);
  fixture->object = g_dbus_connection_register_object (fixture->desktop, "/org/freedesktop/Notifications", fixture->info->interfaces[0],
                                                       &vtable, fixture, NULL, &error);
  g_assert_no_error (error);
  fixture->name = g_bus_own_name_on_connection (fixture->desktop, "org.freedesktop.Notifications", G_BUS_NAME_OWNER_FLAGS_NONE,
                                                name_acquired_cb, NULL, fixture, NULL);
  while (!fixture->has_name)
    g_main_context_iteration (NULL, TRUE);
}

static void
fill (Fixture    *fixture,
      const char *sign) /* (nullable) noted at the cramp */
{
  g_autofree char *athlete = NULL;
  g_autoptr (SoleusRecord) episode = NULL;

  g_free (save_named (fixture->clinic, &soleus_therapist_kind, "T. Exemplar"));
  athlete = save_named (fixture->clinic, &soleus_athlete_kind, NAME);
  episode = create_record (&soleus_episode_kind, athlete,
                           VALUES ("onset", "2025-11-20T18:40:00+01:00", "end", "2025-11-20T18:40:00+01:00", "side", "left", "muscle", "calf"));
  if (sign != NULL)
    soleus_record_set_answer (episode, "signs", sign, SOLEUS_ANSWER_YES);
  save_record (fixture->clinic, episode);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  sign)
{
  g_autoptr (SoleusMoment) now = soleus_moment_parse ("2025-11-20T19:00:00+01:00", NULL);
  g_autoptr (GError) error = NULL;

  fixture->shown = g_ptr_array_new_with_free_func (g_free);
  start_desktop (fixture);
  fixture->application = g_application_new ("io.github.soleusapp.Soleus.Test", G_APPLICATION_DEFAULT_FLAGS);
  g_assert_true (g_application_register (fixture->application, NULL, &error));
  fixture->clock = soleus_clock_new_fixed (now->instant);
  fixture->clinic = soleus_clinic_open (":memory:", SOLEUS_CLINIC_OPEN_CREATE, fixture->clock, &error);
  g_assert_no_error (error);
  fill (fixture, sign);
  fixture->reminder = soleus_reminder_new (fixture->application, fixture->clinic);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  sign)
{
  g_assert_finalize_object (fixture->reminder);
  g_clear_object (&fixture->clinic);
  g_clear_object (&fixture->clock);
  g_clear_object (&fixture->application);
  g_bus_unown_name (fixture->name);
  g_dbus_connection_unregister_object (fixture->desktop, fixture->object);
  g_dbus_connection_close_sync (fixture->desktop, NULL, NULL);
  g_clear_object (&fixture->desktop);
  g_dbus_node_info_unref (fixture->info);
  g_ptr_array_unref (fixture->shown);
  g_test_dbus_stop (fixture->bus);
  g_clear_object (&fixture->bus);
}

/* A look, and everything that the bus has to carry because of it: a call of our own comes back after it. */
static void
look_after (Fixture *fixture,
            gint64   microseconds)
{
  soleus_clock_advance (fixture->clock, microseconds);
  soleus_reminder_look (fixture->reminder);
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (GVariant) answer = g_dbus_connection_call_sync (g_application_get_dbus_connection (fixture->application), "org.freedesktop.DBus",
        "/", "org.freedesktop.DBus", "GetId", NULL, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);

      g_assert_nonnull (answer);
      for (gint64 until = g_get_monotonic_time () + 100000; g_get_monotonic_time () < until;)
        g_main_context_iteration (NULL, FALSE);
    }
}

static void
assert_shown (Fixture    *fixture,
              guint       n,
              const char *words)
{
  g_assert_cmpuint (fixture->shown->len, ==, n);
  if (n == 0)
    return;
  g_assert_nonnull (strstr (fixture->shown->pdata[n - 1], words));
  g_assert_null (strstr (fixture->shown->pdata[n - 1], "Mara"));
  g_assert_null (strstr (fixture->shown->pdata[n - 1], "calf"));
}

static void
a_window_that_ends_is_told_once (Fixture       *fixture,
                                 gconstpointer  sign)
{
  look_after (fixture, 0);
  look_after (fixture, 47 * SOLEUS_USEC_PER_HOUR);
  assert_shown (fixture, 0, "");
  look_after (fixture, SOLEUS_USEC_PER_HOUR); /* 48 hours and 20 minutes after the cramp */
  assert_shown (fixture, 1, "A window has ended");
  look_after (fixture, SOLEUS_USEC_PER_HOUR);
  assert_shown (fixture, 1, "A window has ended");
}

static void
an_overdue_flag_is_told_once (Fixture       *fixture,
                              gconstpointer  sign)
{
  look_after (fixture, 0);
  assert_shown (fixture, 0, "");
  look_after (fixture, 30 * SOLEUS_USEC_PER_HOUR); /* a same-day flag without an outcome */
  assert_shown (fixture, 1, "overdue");
  look_after (fixture, SOLEUS_USEC_PER_HOUR);
  assert_shown (fixture, 1, "overdue");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/reminder/a_window_that_ends_is_told_once", Fixture, NULL, set_up, a_window_that_ends_is_told_once, tear_down);
  g_test_add ("/reminder/an_overdue_flag_is_told_once", Fixture, "swelling", set_up, an_overdue_flag_is_told_once, tear_down);
  return g_test_run ();
}
