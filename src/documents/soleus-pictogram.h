/* soleus-pictogram.h: signs for what is not to be done; own drawings, legible in black and white */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SOLEUS_PICTOGRAM_NO_MASSAGE,
  SOLEUS_PICTOGRAM_NO_HEAT,
  SOLEUS_PICTOGRAM_NO_ALCOHOL,
} SoleusPictogram;

void soleus_pictogram_draw (SoleusPictogram  self,
                            cairo_t         *cr,
                            double           x,
                            double           y,
                            double           size);

G_END_DECLS
