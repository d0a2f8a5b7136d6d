/* soleus-clinic-drawing.h: a picture that somebody chose for an exercise of the clinic, as the drawing that is kept */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *soleus_clinic_read_drawing (GFile   *file,
                                    GError **error);

G_END_DECLS
