/* soleus-body-shapes.h: the outlines of one leg and its muscles, own drawings
 *
 * One leg is 100 wide and 310 tall, its outer side on the left: the leg that stands on the left of either view. The other
 * is its mirror image. Where shapes overlap, the later one lies on top. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

#define SOLEUS_LEG_WIDTH  100.0
#define SOLEUS_LEG_HEIGHT 310.0

typedef struct {
  const char *muscle;          /* catalogue id */
  const char *path;            /* "M x y", "L x y", "C x1 y1 x2 y2 x y", "Z" */
  double      badge_x, badge_y; /* where the count stands */
} SoleusBodyShape;

extern const SoleusBodyShape soleus_body_shapes_back[];
extern const gsize           soleus_n_body_shapes_back;
extern const SoleusBodyShape soleus_body_shapes_front[];
extern const gsize           soleus_n_body_shapes_front;
extern const char           *soleus_body_leg_back;
extern const char           *soleus_body_leg_front;
extern const char           *soleus_body_details_back;
extern const char           *soleus_body_details_front;

void soleus_body_shape_append_path (const char *path,
                                    cairo_t    *cr);

G_END_DECLS
