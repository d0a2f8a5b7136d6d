/* soleus-week-grid.h: a week of check-ins as a grid of cells for the keyboard; where there is no room for seven days, one day at a time
 *
 * Tab goes right, Return down, the arrows to the cell beside; Delete makes unknown, Ctrl+D copies the day before, Ctrl+Space takes
 * the last known value that stands in italics, and a block from a spreadsheet is pasted from the cell on. What cannot be read
 * stays in its cell and is marked.
 *
 * Signal “changed” after an entry. */
#pragma once

#include "soleus-week-rows.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_WEEK_N_DAYS 7

#define SOLEUS_TYPE_WEEK_GRID (soleus_week_grid_get_type ())
G_DECLARE_FINAL_TYPE (SoleusWeekGrid, soleus_week_grid, SOLEUS, WEEK_GRID, GtkBox)

GtkWidget  *soleus_week_grid_new         (const SoleusWeekDay *days,
                                          const char          *today);
const char *soleus_week_grid_get_text    (SoleusWeekGrid      *self,
                                          gsize                row,
                                          int                  day);
void        soleus_week_grid_set_text    (SoleusWeekGrid      *self,
                                          gsize                row,
                                          int                  day,
                                          const char          *text);
void        soleus_week_grid_set_offered (SoleusWeekGrid      *self,
                                          gsize                row,
                                          const char          *last);
void        soleus_week_grid_point_at    (SoleusWeekGrid      *self,
                                          gsize                row,
                                          int                  day);
gboolean    soleus_week_grid_fit         (SoleusWeekGrid      *self,
                                          int                  width);
char       *soleus_week_grid_dup_title   (const SoleusWeekDay *days);

G_END_DECLS
