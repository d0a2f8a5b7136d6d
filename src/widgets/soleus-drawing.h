/* soleus-drawing.h: a line drawing of the built-in set, on paper white, whatever the colour scheme
 *
 * The drawings are made of black lines with one blue accent and are the ones that are printed, so they stand on white in
 * the dark scheme too. The picture keeps its aspect and is as large as its box.
 *
 * Accessibility: the role is that of an image; its label is the property "alternative", which callers must set unless the
 * same words stand beside it.
 *
 * CSS: one node, "drawing". */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_DRAWING (soleus_drawing_get_type ())
G_DECLARE_FINAL_TYPE (SoleusDrawing, soleus_drawing, SOLEUS, DRAWING, GtkWidget)

GtkWidget *soleus_drawing_new       (const char    *id,
                                     const char    *alternative);
void       soleus_drawing_set_id    (SoleusDrawing *self,
                                     const char    *id);
void       soleus_drawing_set_svg   (SoleusDrawing *self,
                                     GBytes        *svg);
void       soleus_drawing_set_on_page (SoleusDrawing *self);
gboolean   soleus_drawing_is_there  (const char    *id);
GBytes    *soleus_drawing_dup_svg   (const char    *id);

G_END_DECLS
