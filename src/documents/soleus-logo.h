/* soleus-logo.h: the clinic's sign in the letterhead: an SVG or PNG that was looked at before it is kept, drawn or printed */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

#define SOLEUS_LOGO_MOST_BYTES 200000

#define SOLEUS_TYPE_LOGO (soleus_logo_get_type ())
G_DECLARE_FINAL_TYPE (SoleusLogo, soleus_logo, SOLEUS, LOGO, GObject)

SoleusLogo *soleus_logo_new        (GBytes      *bytes,
                                    GError     **error);
GBytes     *soleus_logo_get_bytes  (SoleusLogo  *self);
gboolean    soleus_logo_is_vector  (SoleusLogo  *self);
double      soleus_logo_get_aspect (SoleusLogo  *self);
void        soleus_logo_draw       (SoleusLogo  *self,
                                    cairo_t     *cr,
                                    double       x,
                                    double       y,
                                    double       width,
                                    double       height);

G_END_DECLS
