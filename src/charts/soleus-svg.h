/* soleus-svg.h: SVG drawings, read by a library that is loaded at the first of them */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct _SoleusSvg SoleusSvg;

SoleusSvg *soleus_svg_new        (GBytes    *data,
                                  GError   **error);
void       soleus_svg_free       (SoleusSvg *self);
double     soleus_svg_get_aspect (SoleusSvg *self);
gboolean   soleus_svg_render     (SoleusSvg *self,
                                  cairo_t   *cr,
                                  double     x,
                                  double     y,
                                  double     width,
                                  double     height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusSvg, soleus_svg_free)

G_END_DECLS
