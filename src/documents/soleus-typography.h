/* soleus-typography.h: paper, margins, type sizes and colours of printed pages; lays out text unhinted at 72 dpi */
#pragma once

#include <pango/pangocairo.h>

#include "soleus-enums.h"

G_BEGIN_DECLS

typedef enum {
  SOLEUS_TEXT_ROLE_BODY,       /* 12 pt; large print 18 pt */
  SOLEUS_TEXT_ROLE_STRONG,     /* body, bold */
  SOLEUS_TEXT_ROLE_STRUCK,     /* body, struck through: what was corrected, still readable */
  SOLEUS_TEXT_ROLE_CELL,       /* 12 pt in cards and tables; large print 18 pt */
  SOLEUS_TEXT_ROLE_CELL_STRONG,
  SOLEUS_TEXT_ROLE_SMALL,      /* sources, footer: 10 pt; large print 14 pt */
  SOLEUS_TEXT_ROLE_SMALL_STRONG,
  SOLEUS_TEXT_ROLE_H1,         /* 24 pt */
  SOLEUS_TEXT_ROLE_H2,         /* 16 pt */
  SOLEUS_TEXT_ROLE_H3,         /* 14 pt */
  SOLEUS_TEXT_ROLE_DISPLAY,    /* 26 pt: the date and time of the window */
  SOLEUS_TEXT_N_ROLES,
} SoleusTextRole;

typedef enum {
  SOLEUS_TONE_INK,
  SOLEUS_TONE_DIM,   /* at least 7:1 on white */
  SOLEUS_TONE_RULE,
  SOLEUS_TONE_RED,   /* prints dark grey */
  SOLEUS_TONE_WHITE,
} SoleusTone;

typedef enum { SOLEUS_ALIGN_START, SOLEUS_ALIGN_CENTRE, SOLEUS_ALIGN_END } SoleusAlign;

typedef enum {
  SOLEUS_BOX_STYLE_PLAIN,   /* thin grey frame */
  SOLEUS_BOX_STYLE_FRAME,   /* thick black frame */
  SOLEUS_BOX_STYLE_RED_BAND,/* red frame, the title in white on red */
} SoleusBoxStyle;

typedef struct _SoleusTypography SoleusTypography;

gboolean soleus_typography_is_right_to_left (const char *language);
char    *soleus_typography_isolate          (const char *language,
                                             const char *text,
                                             gboolean    is_number);

SoleusTypography *soleus_typography_new             (const char       *language,
                                                     SoleusPaper       paper,
                                                     gboolean          large_print);
SoleusTypography *soleus_typography_ref             (SoleusTypography *self);
void              soleus_typography_unref           (SoleusTypography *self);
double            soleus_typography_get_page_width  (SoleusTypography *self);
double            soleus_typography_get_page_height (SoleusTypography *self);
double            soleus_typography_get_margin      (SoleusTypography *self);
double            soleus_typography_get_size        (SoleusTypography *self,
                                                     SoleusTextRole    role);
double            soleus_typography_get_space       (SoleusTypography *self,
                                                     double            points);
double            soleus_typography_get_line_height (SoleusTypography *self,
                                                     SoleusTextRole    role);
gboolean          soleus_typography_is_mirrored     (SoleusTypography *self);
gboolean          soleus_typography_is_large_print  (SoleusTypography *self);
const char       *soleus_typography_get_language    (SoleusTypography *self);
PangoLayout      *soleus_typography_create_layout   (SoleusTypography *self,
                                                     SoleusTextRole    role,
                                                     SoleusAlign       align,
                                                     const char       *text,
                                                     double            width);
double            soleus_typography_measure_text    (SoleusTypography *self,
                                                     SoleusTextRole    role,
                                                     const char       *text,
                                                     double            width);
double            soleus_typography_measure_width   (SoleusTypography *self,
                                                     SoleusTextRole    role,
                                                     const char       *text);
void              soleus_tone_get_colour            (SoleusTone        tone,
                                                     double           *red,
                                                     double           *green,
                                                     double           *blue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusTypography, soleus_typography_unref)

G_END_DECLS
