/* soleus-reminder.h: tells, without a name, that a window has ended or that a red flag is overdue */
#pragma once

#include <gio/gio.h>

#include "soleus-clinic.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_REMINDER (soleus_reminder_get_type ())
G_DECLARE_FINAL_TYPE (SoleusReminder, soleus_reminder, SOLEUS, REMINDER, GObject)

SoleusReminder *soleus_reminder_new (GApplication *application,
                                     SoleusClinic *clinic);
void            soleus_reminder_look (SoleusReminder *self);

G_END_DECLS
