/* soleus-backup-schedule.c: looks soon after the clinic was opened, and then every ten minutes; the copying is done in another thread */
#define G_LOG_DOMAIN "soleus-backup-schedule"

#include "soleus-config.h"

#include "soleus-backup-schedule.h"

#include "soleus-clinic-backup.h"
#include "soleus-clock.h"

#include <glib/gi18n-lib.h>

#define FIRST_SECONDS 5
#define LOOK_SECONDS (10 * 60)

struct _SoleusBackupSchedule {
  GObject           parent_instance;

  SoleusMainWindow *window; /* (unowned): it owns this */
  SoleusClinic     *clinic;
  guint             source;
  gboolean          running;
  gboolean          failed; /* it was said already */
};

G_DEFINE_FINAL_TYPE (SoleusBackupSchedule, soleus_backup_schedule, G_TYPE_OBJECT)

static void
tell (SoleusBackupSchedule     *self,
      const SoleusBackupReport *report,
      const GError             *error)
{
  g_autofree char *text = NULL;

  if (report != NULL && report->finding != NULL)
    {
      text = g_strdup_printf (_("The clinic file is damaged or was changed from outside: %s"), report->finding);
      soleus_main_window_warn (self->window, text);
    }
  else if (report == NULL && !self->failed)
    {
      text = g_strdup_printf (_("The clinic was not backed up: %s"), error->message);
      soleus_main_window_warn (self->window, text);
    }
  self->failed = report == NULL;
}

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (SoleusBackupSchedule) self = SOLEUS_BACKUP_SCHEDULE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusBackupReport) report = soleus_clinic_back_up_finish (SOLEUS_CLINIC (source), result, &error);

  self->running = FALSE;
  if (self->window != NULL)
    tell (self, report, error);
}

static gboolean
look (gpointer user_data)
{
  SoleusBackupSchedule *self = SOLEUS_BACKUP_SCHEDULE (user_data);

  if (!self->running && soleus_clinic_is_backup_due (self->clinic))
    {
      self->running = TRUE;
      soleus_clinic_back_up_async (self->clinic, "automatic", NULL, backed_up_cb, g_object_ref (self));
    }
  return G_SOURCE_CONTINUE;
}

static gboolean
first_look (gpointer user_data)
{
  SoleusBackupSchedule *self = SOLEUS_BACKUP_SCHEDULE (user_data);

  look (self);
  self->source = g_timeout_add_seconds (LOOK_SECONDS, look, self);
  return G_SOURCE_REMOVE;
}

static void
soleus_backup_schedule_dispose (GObject *object)
{
  SoleusBackupSchedule *self = SOLEUS_BACKUP_SCHEDULE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->clinic);

  G_OBJECT_CLASS (soleus_backup_schedule_parent_class)->dispose (object);
}

static void
soleus_backup_schedule_class_init (SoleusBackupScheduleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_backup_schedule_dispose;
}

static void
soleus_backup_schedule_init (SoleusBackupSchedule *self)
{
}

/**
 * soleus_backup_schedule_new:
 * @window: where something is said
 * @clinic: the clinic that is open in it
 *
 * The demo clinic, a clinic that can only be read, and one with a clock of its own are left alone.
 *
 * Returns: (transfer full): works until it is freed, which the window does when it goes
 */
SoleusBackupSchedule *
soleus_backup_schedule_new (SoleusMainWindow *window,
                            SoleusClinic     *clinic)
{
  SoleusBackupSchedule *self = g_object_new (SOLEUS_TYPE_BACKUP_SCHEDULE, NULL);

  g_set_weak_pointer (&self->window, window);
  self->clinic = g_object_ref (clinic);
  if (!soleus_clinic_is_demo (clinic) && !soleus_clinic_is_read_only (clinic) && !soleus_clock_is_fixed (soleus_clinic_get_clock (clinic)))
    self->source = g_timeout_add_seconds (FIRST_SECONDS, first_look, self);
  return self;
}
