/* fault-vfs.h: SQLite's own VFS behind a log of what was written, and with faults on demand */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  FAULT_OPERATION_WRITE,
  FAULT_OPERATION_TRUNCATE,
  FAULT_OPERATION_SYNC,
  FAULT_OPERATION_DELETE,
} FaultOperationKind;

/* something that a process told the disk to do; before the next sync of the same file the disk may have done it or not */
typedef struct {
  FaultOperationKind  kind;
  const char         *name;   /* (interned) the file, without its folder */
  gint64              offset; /* of a write; the new size for a truncation */
  GBytes             *bytes;  /* (owned) (nullable) */
} FaultOperation;

void       fault_vfs_install     (void);
GPtrArray *fault_vfs_start_log   (void);
void       fault_vfs_stop_log    (void);

/* the nth call from now fails, and with for_good every one after it; a call is anything that can fail on a real disk */
void       fault_vfs_arm         (guint    nth,
                                  gboolean for_good);
gboolean   fault_vfs_disarm      (void);

/* how many bytes files may still grow; a negative number is a disk without an end */
void       fault_vfs_set_space   (gint64   bytes);

/* a sync that returns at once: for checks that read what a crash left, where nothing new can be lost */
void       fault_vfs_skip_syncs  (gboolean skip);

G_END_DECLS
