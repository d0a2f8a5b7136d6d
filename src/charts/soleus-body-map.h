/* soleus-body-map.h: both legs from behind or in front, muscles shaded by count, the count always printed */
#pragma once

#include <cairo.h>

#include "soleus-chart-palette.h"
#include "soleus-enums.h"

G_BEGIN_DECLS

typedef enum {
  SOLEUS_BODY_VIEW_BACK,  /* hamstrings, gastrocnemius, soleus; the left leg stands on the left */
  SOLEUS_BODY_VIEW_FRONT, /* quadriceps, adductors, tibialis anterior, foot; the left leg stands on the right */
} SoleusBodyView;

#define SOLEUS_TYPE_BODY_MAP (soleus_body_map_get_type ())
G_DECLARE_FINAL_TYPE (SoleusBodyMap, soleus_body_map, SOLEUS, BODY_MAP, GObject)

SoleusBodyMap  *soleus_body_map_new           (SoleusBodyView            view);
void            soleus_body_map_set_view      (SoleusBodyMap            *self,
                                               SoleusBodyView            view);
SoleusBodyView  soleus_body_map_get_view      (SoleusBodyMap            *self);
SoleusBodyView  soleus_body_map_get_view_for_muscle (const char         *muscle);
void            soleus_body_map_clear_counts  (SoleusBodyMap            *self);
void            soleus_body_map_add_count     (SoleusBodyMap            *self,
                                               SoleusSide                side,
                                               const char               *muscle,
                                               guint                     count);
guint           soleus_body_map_get_count     (SoleusBodyMap            *self,
                                               SoleusSide                side,
                                               const char               *muscle);
void            soleus_body_map_set_selected  (SoleusBodyMap            *self,
                                               SoleusSide                side,
                                               const char               *muscle);
void            soleus_body_map_set_palette   (SoleusBodyMap            *self,
                                               const SoleusChartPalette *palette);
void            soleus_body_map_set_font      (SoleusBodyMap            *self,
                                               const char               *family,
                                               double                    size);
void            soleus_body_map_render        (SoleusBodyMap            *self,
                                               cairo_t                  *cr,
                                               double                    width,
                                               double                    height);
const char     *soleus_body_map_find_muscle   (SoleusBodyMap            *self,
                                               double                    width,
                                               double                    height,
                                               double                    x,
                                               double                    y,
                                               SoleusSide               *side);
char          **soleus_body_map_dup_text_rows (SoleusBodyMap            *self);

G_END_DECLS
