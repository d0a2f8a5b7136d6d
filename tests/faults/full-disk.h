/* full-disk.h: regular files may grow by so many bytes more, whoever writes them: GLib, SQLite, the C library */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* a negative number is a disk without an end */
void   full_disk_set_space   (gint64 bytes);
/* how many bytes were written since full_disk_set_space() */
gint64 full_disk_get_written (void);

G_END_DECLS
