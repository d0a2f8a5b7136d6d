/* soleus-body-map-view.h: the body map in a window */
#pragma once

#include <gtk/gtk.h>

#include "soleus-body-map.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_BODY_MAP_VIEW (soleus_body_map_view_get_type ())
G_DECLARE_FINAL_TYPE (SoleusBodyMapView, soleus_body_map_view, SOLEUS, BODY_MAP_VIEW, GtkWidget)

GtkWidget *soleus_body_map_view_new       (void);
void       soleus_body_map_view_set_map   (SoleusBodyMapView *self,
                                           SoleusBodyMap     *map);

G_END_DECLS
