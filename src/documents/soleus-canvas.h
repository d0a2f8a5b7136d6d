/* soleus-canvas.h: where blocks draw: a cairo context, the tags and outline of a PDF, and the text layer in reading order */
#pragma once

#include <cairo.h>

#include "soleus-typography.h"

G_BEGIN_DECLS

typedef struct {
  cairo_t          *cr;
  SoleusTypography *type;
  gboolean          tagged;   /* write structure tags */
  cairo_surface_t  *pdf;      /* (nullable): gets the outline */
  int               page;     /* from 1 */
  int               outline;  /* the last level-1 entry, 0 none yet */
  GString          *text;     /* (nullable): collects what is drawn */
} SoleusCanvas;

void   soleus_canvas_begin_tag   (SoleusCanvas   *self,
                                  const char     *tag);
void   soleus_canvas_end_tag     (SoleusCanvas   *self,
                                  const char     *tag);
void   soleus_canvas_show_layout (SoleusCanvas   *self,
                                  PangoLayout    *layout,
                                  SoleusTone      tone,
                                  double          x,
                                  double          y);
double soleus_canvas_show_text   (SoleusCanvas   *self,
                                  SoleusTextRole  role,
                                  SoleusTone      tone,
                                  SoleusAlign     align,
                                  const char     *text,
                                  double          x,
                                  double          y,
                                  double          width);
double soleus_canvas_show_tagged (SoleusCanvas   *self,
                                  const char     *tag,
                                  SoleusTextRole  role,
                                  SoleusTone      tone,
                                  SoleusAlign     align,
                                  const char     *text,
                                  double          x,
                                  double          y,
                                  double          width);
void   soleus_canvas_add_outline (SoleusCanvas   *self,
                                  int             level,
                                  const char     *text,
                                  double          y);
void   soleus_canvas_set_tone    (SoleusCanvas   *self,
                                  SoleusTone      tone);
void   soleus_canvas_rounded     (SoleusCanvas   *self,
                                  double          x,
                                  double          y,
                                  double          width,
                                  double          height,
                                  double          radius);
void   soleus_canvas_stroke      (SoleusCanvas   *self,
                                  SoleusTone      tone,
                                  double          line_width);
void   soleus_canvas_line        (SoleusCanvas   *self,
                                  SoleusTone      tone,
                                  double          line_width,
                                  double          x1,
                                  double          y1,
                                  double          x2,
                                  double          y2);
double soleus_canvas_place       (SoleusCanvas   *self,
                                  double          x,
                                  double          width,
                                  double          offset,
                                  double          item_width);
void   soleus_canvas_show_svg    (SoleusCanvas   *self,
                                  GBytes         *svg,
                                  const char     *name,
                                  double          x,
                                  double          y,
                                  double          width,
                                  double          height,
                                  gboolean        mirrored);

G_END_DECLS
