/* soleus-date-entry.h: a date, typed or picked from a calendar; empty is unknown
 *
 * Typed dates are read as 2026-03-28, as the locale writes them, or as “today” and “yesterday”. What is no date stays in the
 * entry, is marked, and is said in a sentence below; “valid” is then %FALSE. A clock time behind it is given to who listens to “time-typed”.
 *
 * CSS: one node, “date-entry”.
 *
 * Accessibility: set “title”; the calendar button is named “Choose a date”. */
#pragma once

#include <gtk/gtk.h>

#include "soleus-clock.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_DATE_ENTRY (soleus_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (SoleusDateEntry, soleus_date_entry, SOLEUS, DATE_ENTRY, GtkWidget)

GtkWidget  *soleus_date_entry_new       (const char      *title);
void        soleus_date_entry_set_clock (SoleusDateEntry *self,
                                         SoleusClock     *clock);
const char *soleus_date_entry_get_value (SoleusDateEntry *self);
void        soleus_date_entry_set_value (SoleusDateEntry *self,
                                         const char      *value);
gboolean    soleus_date_entry_is_valid  (SoleusDateEntry *self);
char       *soleus_date_read            (const char      *text,
                                         const char      *today);
char       *soleus_date_format          (const char      *date);

G_END_DECLS
