/* soleus-own-drawing-row.h: a drawing of an exercise of the clinic: none, a shipped one or its own, chosen from a file */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* signal: chosen (GFile *file (nullable)): this one is wanted, %NULL: none */
#define SOLEUS_TYPE_OWN_DRAWING_ROW (soleus_own_drawing_row_get_type ())
G_DECLARE_FINAL_TYPE (SoleusOwnDrawingRow, soleus_own_drawing_row, SOLEUS, OWN_DRAWING_ROW, AdwActionRow)

GtkWidget *soleus_own_drawing_row_new  (const char          *title);
void       soleus_own_drawing_row_show (SoleusOwnDrawingRow *self,
                                        GBytes              *svg,
                                        const char          *name);

G_END_DECLS
