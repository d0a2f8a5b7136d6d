/* soleus-moment-entry.h: when: a date, a clock time, and how sure
 *
 * Without a date the moment is unknown; with a date and no clock time it is known to the day. The clock time is read as 18:38,
 * 1838, 6:38 pm or “now”. Both may be typed into the first field: “yesterday 18:38”; 18:38 alone is of today.
 *
 * CSS: one node, “moment-entry”.
 *
 * Accessibility: set “title”; date, time and sureness are named “TITLE, date” and so on. */
#pragma once

#include <gtk/gtk.h>

#include "soleus-clock.h"
#include "soleus-moment.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_MOMENT_ENTRY (soleus_moment_entry_get_type ())
G_DECLARE_FINAL_TYPE (SoleusMomentEntry, soleus_moment_entry, SOLEUS, MOMENT_ENTRY, GtkWidget)

GtkWidget          *soleus_moment_entry_new       (const char         *title);
void                soleus_moment_entry_set_clock (SoleusMomentEntry  *self,
                                                   SoleusClock        *clock);
const SoleusMoment *soleus_moment_entry_get_value (SoleusMomentEntry  *self);
void                soleus_moment_entry_set_value (SoleusMomentEntry  *self,
                                                   const SoleusMoment *value);
gboolean            soleus_moment_entry_is_valid  (SoleusMomentEntry  *self);
gboolean            soleus_clock_time_read        (const char         *text,
                                                   int                *hour,
                                                   int                *minute);

G_END_DECLS
