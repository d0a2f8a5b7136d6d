/* plain-search.h: the first rows that fit a search, asked of SQLite alone */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlainSearch PlainSearch;

PlainSearch *plain_search_open  (const char  *path);
void         plain_search_close (PlainSearch *self);
guint        plain_search_run   (PlainSearch *self,
                                 const char  *text,
                                 guint        n_rows);

G_END_DECLS
