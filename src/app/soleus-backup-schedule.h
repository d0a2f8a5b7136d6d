/* soleus-backup-schedule.h: backs a clinic up while it is open, as its settings say, and tells when that fails or finds something wrong */
#pragma once

#include "soleus-main-window.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_BACKUP_SCHEDULE (soleus_backup_schedule_get_type ())
G_DECLARE_FINAL_TYPE (SoleusBackupSchedule, soleus_backup_schedule, SOLEUS, BACKUP_SCHEDULE, GObject)

SoleusBackupSchedule *soleus_backup_schedule_new (SoleusMainWindow *window,
                                                  SoleusClinic     *clinic);

G_END_DECLS
