/* soleus-block.h: what a document is made of; a block knows how tall it is for a width, how it divides, and how it is drawn */
#pragma once

#include "soleus-canvas.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_BLOCK (soleus_block_get_type ())
G_DECLARE_DERIVABLE_TYPE (SoleusBlock, soleus_block, SOLEUS, BLOCK, GObject)

struct _SoleusBlockClass {
  GObjectClass parent_class;

  /* Lays out for @width points; returns the least height, points. Called before anything else, and again for another width. */
  double   (*measure) (SoleusBlock      *self,
                       SoleusTypography *type,
                       double            width);

  /* Draws into the box given; @height is the measured one, or more if the block stretches. */
  void     (*draw)    (SoleusBlock      *self,
                       SoleusCanvas     *canvas,
                       double            x,
                       double            y,
                       double            width,
                       double            height);

  /* Divides into what fits @available points (@head) and the rest (@tail). Returns FALSE where it does not divide.
   * With @force a block that otherwise stays whole divides too: it is taller than a page. NULL: never divides. */
  gboolean (*split)   (SoleusBlock      *self,
                       SoleusTypography *type,
                       double            width,
                       double            available,
                       gboolean          force,
                       SoleusBlock     **head,
                       SoleusBlock     **tail);

  /* How much taller than measured the block looks good, points; NULL: not at all. */
  double   (*get_stretch) (SoleusBlock      *self,
                           SoleusTypography *type);

  gpointer padding[4];
};

double       soleus_block_measure            (SoleusBlock      *self,
                                              SoleusTypography *type,
                                              double            width);
void         soleus_block_draw               (SoleusBlock      *self,
                                              SoleusCanvas     *canvas,
                                              double            x,
                                              double            y,
                                              double            width,
                                              double            height);
gboolean     soleus_block_split              (SoleusBlock      *self,
                                              SoleusTypography *type,
                                              double            width,
                                              double            available,
                                              gboolean          force,
                                              SoleusBlock     **head,
                                              SoleusBlock     **tail);
double       soleus_block_get_stretch        (SoleusBlock      *self,
                                              SoleusTypography *type);
gboolean     soleus_block_get_keep_with_next (SoleusBlock      *self);
void         soleus_block_set_keep_with_next (SoleusBlock      *self,
                                              gboolean          keep_with_next);
double       soleus_block_get_space_before   (SoleusBlock      *self);
double       soleus_block_get_space_after    (SoleusBlock      *self);
void         soleus_block_set_space          (SoleusBlock      *self,
                                              double            before,
                                              double            after);
gboolean     soleus_block_is_page_break      (SoleusBlock      *self);

/* text: soleus-block-text.c. Spaces are in points at 12 pt body and grow with large print. */
SoleusBlock *soleus_block_new_heading        (int               level,
                                              const char       *text);
SoleusBlock *soleus_block_new_paragraph      (SoleusTextRole    role,
                                              const char       *text);

/* soleus-block-list.c */
SoleusBlock *soleus_block_new_list           (const char *const *items,
                                              gboolean           numbered);

/* containers: soleus-block-stack.c, soleus-block-box.c, soleus-block-columns.c */
SoleusBlock *soleus_block_new_stack          (gboolean          keep_together);
SoleusBlock *soleus_block_new_box            (SoleusBoxStyle    style,
                                              const char       *title);
SoleusBlock *soleus_block_new_columns        (gboolean          ruled);
/* the share that makes the row least tall */
#define SOLEUS_COLUMNS_LEAST_HEIGHT (-1.0)
void         soleus_block_columns_set_first_share (SoleusBlock *self,
                                              double            share);
void         soleus_block_add                (SoleusBlock      *self,
                                              SoleusBlock      *child);

/* soleus-block-table.c: alignment per column is "s" (start), "c" or "e" (end); the first row is the header */
SoleusBlock *soleus_block_new_table          (const char       *title,
                                              const char *const *header,
                                              const double     *shares,
                                              const char       *alignments);
void         soleus_block_table_add_row      (SoleusBlock       *self,
                                              const char *const *cells);
void         soleus_block_table_set_dense    (SoleusBlock       *self,
                                              gboolean           dense);

/* soleus-block-tick-chart.c */
SoleusBlock *soleus_block_new_tick_chart     (const char *const *days,
                                              const char        *pain_label);
void         soleus_block_tick_chart_add_row (SoleusBlock       *self,
                                              const char        *label,
                                              int                times);

/* soleus-block-form.c: boxes to write in */
SoleusBlock *soleus_block_new_form           (const char *const *days);
void         soleus_block_form_add_row       (SoleusBlock       *self,
                                              const char        *label,
                                              const char        *hint);

/* pictures: soleus-block-figure.c; @svg NULL draws a frame with the name in it */
SoleusBlock *soleus_block_new_figure         (GBytes            *svg,
                                              const char        *name,
                                              double             height);

/* Draws a chart with @width × @height points at the origin. */
typedef void (*SoleusBlockDrawFunc) (cairo_t *cr, double width, double height, gpointer user_data);
SoleusBlock *soleus_block_new_chart          (const char         *name,
                                              double              height,
                                              SoleusBlockDrawFunc draw,
                                              gpointer            user_data,
                                              GDestroyNotify      destroy);

/* soleus-block-notice.c: “No massage and no heat on your left calf until / Saturday 22 November, 6:40 pm” with its signs */
SoleusBlock *soleus_block_new_prohibitions   (const char *const *texts,
                                              GBytes *const     *drawings,
                                              gsize              n);

/* soleus-block-cards.c: numbered steps side by side, each with its picture */
SoleusBlock *soleus_block_new_cards          (void);
void         soleus_block_cards_set_low      (SoleusBlock       *self,
                                              gboolean           low);
void         soleus_block_cards_add          (SoleusBlock       *self,
                                              const char        *mark,
                                              const char        *text,
                                              GBytes            *svg,
                                              const char        *name);

/* soleus-block-exercise.c: never broken across pages */
typedef struct {
  int                number;
  const char        *name;
  const char        *how_often;      /* "3 times a day" */
  gboolean           bare;           /* without drawings */
  GBytes            *start, *end;    /* (nullable) SVG */
  gboolean           mirrored;       /* the figure shows its left side */
  const char        *start_label;    /* (nullable) "start" */
  const char        *end_label;      /* (nullable) "end" */
  const char *const *steps;
  const char *const *dose_labels;    /* "Sets", "Times", … */
  const char *const *dose_values;    /* "2", "10", … */
  const char        *stop_if;        /* (nullable) */
  const char        *notes_label;    /* (nullable) "Notes": a line to write on */
} SoleusExerciseCard;
/* compact: four fit a page of most languages; tight: of all */
typedef enum { SOLEUS_EXERCISE_ROOMY, SOLEUS_EXERCISE_COMPACT, SOLEUS_EXERCISE_TIGHT } SoleusExerciseFit;
SoleusBlock *soleus_block_new_exercise       (const SoleusExerciseCard *card,
                                              SoleusExerciseFit  fit);

SoleusBlock *soleus_block_new_spacer         (double             height);
SoleusBlock *soleus_block_new_page_break     (void);

G_END_DECLS
