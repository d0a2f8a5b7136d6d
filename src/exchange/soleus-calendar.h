/* soleus-calendar.h: follow-ups that are due as an iCalendar file (RFC 5545): when and with whom, never why */
#pragma once

#include "soleus-format-registry.h"

G_BEGIN_DECLS

gboolean soleus_calendar_write (const SoleusExportSource  *source,
                                GOutputStream             *stream,
                                GError                   **error);

G_END_DECLS
