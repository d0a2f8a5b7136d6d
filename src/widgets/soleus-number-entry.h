/* soleus-number-entry.h: a number with its unit; empty is unknown, never zero
 *
 * Decimal point and comma are both read. What is not a number, or is out of range, stays in the entry, is marked, and is said
 * in a sentence below; the value is then unchanged and “valid” is %FALSE.
 *
 * A last known value can be offered: it stands in italics where nothing is entered, and Ctrl+Space takes it.
 *
 * CSS: one node, “number-entry”, with an entry, a unit label and a label “error”.
 *
 * Accessibility: set “title”; unit and error are the description of the entry, its state is invalid while there is an error. */
#pragma once

#include <gtk/gtk.h>

#include "soleus-types.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_NUMBER_ENTRY (soleus_number_entry_get_type ())
G_DECLARE_FINAL_TYPE (SoleusNumberEntry, soleus_number_entry, SOLEUS, NUMBER_ENTRY, GtkWidget)

GtkWidget *soleus_number_entry_new       (const char        *title,
                                          const char        *unit,
                                          double             minimum,
                                          double             maximum);
void       soleus_number_entry_set_range (SoleusNumberEntry *self,
                                          double             minimum,
                                          double             maximum);
double     soleus_number_entry_get_value (SoleusNumberEntry *self);
void       soleus_number_entry_set_value (SoleusNumberEntry *self,
                                          double             value);
void       soleus_number_entry_set_offered (SoleusNumberEntry *self,
                                          double             value);
gboolean   soleus_number_entry_take_offered (SoleusNumberEntry *self);
gboolean   soleus_number_entry_is_valid  (SoleusNumberEntry *self);
gboolean   soleus_number_read            (const char        *text,
                                          double            *value);

G_END_DECLS
