/* broken-table.h: breaks one table of a clinic file behind the back of whoever has it open */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BROKEN_GONE,
  BROKEN_UNREADABLE, /* it is there, and none of its values can be computed */
  BROKEN_FULL,       /* it can be read and takes nothing, lets nothing be changed and nothing go */
  BROKEN_N_WAYS,
} BrokenWay;

extern const char *const broken_way_names[];

void  broken_table_break       (const char *path,
                                const char *table,
                                BrokenWay   way);
char *broken_table_dup_content (const char *path,
                                const char *broken);
void  broken_table_checkpoint  (const char *path);

G_END_DECLS
