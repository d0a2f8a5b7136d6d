/* soleus-pain-scale.h: a scale of whole numbers, 0 to 10 unless told otherwise, and Unknown
 *
 * Digits set the value while the scale has the focus (1 then 0 within a second is 10), Delete makes it unknown. “low-label” and “high-label” are
 * printed under the ends. With “swatches” the steps are the colours of the urine chart, each with its number printed.
 *
 * CSS: one node, “pain-scale”.
 *
 * Accessibility: set “title”, the name of the group; every step is a toggle button named by its number. */
#pragma once

#include <gtk/gtk.h>

#include "soleus-types.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_PAIN_SCALE (soleus_pain_scale_get_type ())
G_DECLARE_FINAL_TYPE (SoleusPainScale, soleus_pain_scale, SOLEUS, PAIN_SCALE, GtkWidget)

GtkWidget *soleus_pain_scale_new       (int              minimum,
                                        int              maximum);
gint64     soleus_pain_scale_get_value (SoleusPainScale *self);
void       soleus_pain_scale_set_value (SoleusPainScale *self,
                                        gint64           value);

G_END_DECLS
