/* crashed-disk.h: what may be on a disk when the power goes after one of the operations of a log */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CrashedDisk CrashedDisk;

CrashedDisk *crashed_disk_new     (GPtrArray   *log);
void         crashed_disk_free    (CrashedDisk *self);
void         crashed_disk_advance (CrashedDisk *self,
                                   guint        n_operations);
void         crashed_disk_write   (CrashedDisk *self,
                                   const char  *folder,
                                   guint32      seed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CrashedDisk, crashed_disk_free)

G_END_DECLS
