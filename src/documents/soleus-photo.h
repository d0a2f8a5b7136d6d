/* soleus-photo.h: a JPEG as a drawing: the picture alone, upright, without what the camera wrote beside it: where, when and by whom it was taken */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean  soleus_photo_is_one (GBytes  *bytes);
GBytes   *soleus_photo_draw   (GBytes  *bytes,
                               GError **error);

G_END_DECLS
