/* plain-rows.h: the rows of one save, written again by SQLite alone: what a durable save costs at the least */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlainRows PlainRows;

PlainRows *plain_rows_open   (const char *source,
                              const char *target);
void       plain_rows_close  (PlainRows  *self);
void       plain_rows_read   (PlainRows  *self,
                              const char *table,
                              const char *record);
double     plain_rows_commit (PlainRows  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlainRows, plain_rows_close)

G_END_DECLS
