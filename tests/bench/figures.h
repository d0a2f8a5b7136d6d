/* figures.h: what was measured, and how a row of the benchmark says it */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _Figures Figures;

Figures *figures_new            (void);
void     figures_free           (Figures    *self);
void     figures_add            (Figures    *self,
                                 double      value);
guint    figures_get_n          (Figures    *self);
double   figures_get_percentile (Figures    *self,
                                 double      percent);
double   figures_get_median     (Figures    *self);

/* seconds on a clock that only goes forward */
double   figures_now            (void);

/* One row: the name, a number beside its target, and a remark on how it came about. */
void     figures_print_ratio    (const char *name,
                                 double      ratio,
                                 double      target,
                                 const char *remark_format,
                                 ...) G_GNUC_PRINTF (4, 5);
void     figures_print_ms       (const char *name,
                                 double      seconds,
                                 double      target_ms,
                                 const char *remark_format,
                                 ...) G_GNUC_PRINTF (4, 5);
void     figures_print_left_out (const char *name,
                                 const char *why);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Figures, figures_free)

G_END_DECLS
