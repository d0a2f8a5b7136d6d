#include "soleus-config.h"

#include "fault-vfs.h"

#include <sqlite3.h>
#include <string.h>

typedef struct {
  sqlite3_file  base;
  const char   *name; /* (interned) */
} FaultFile;

static struct {
  sqlite3_vfs         vfs;
  sqlite3_vfs        *real;
  sqlite3_io_methods  methods;
  GPtrArray          *log;      /* (owned) (nullable) (element-type FaultOperation) */
  guint               countdown; /* calls until the fault; 0 when nothing is armed */
  gboolean            for_good;
  gboolean            fired;
  gint64              space;
  gboolean            skip_syncs;
} disk = { .space = -1 };

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return (sqlite3_file *) ((FaultFile *) file + 1);
}

static gboolean
fails (void)
{
  if (disk.fired && disk.for_good)
    return TRUE;
  if (disk.countdown == 0 || --disk.countdown > 0)
    return FALSE;
  disk.fired = TRUE;
  return TRUE;
}

static void
fault_operation_free (gpointer data)
{
  g_clear_pointer (&((FaultOperation *) data)->bytes, g_bytes_unref);
  g_free (data);
}

static void
note (FaultOperationKind  kind,
      const char         *name,
      gint64              offset,
      const void         *bytes,
      gsize               size)
{
  FaultOperation *operation;

  if (disk.log == NULL)
    return;
  operation = g_new0 (FaultOperation, 1);
  operation->kind = kind;
  operation->name = name;
  operation->offset = offset;
  operation->bytes = bytes != NULL ? g_bytes_new (bytes, size) : NULL;
  g_ptr_array_add (disk.log, operation);
}

static const char *
intern_name (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return g_intern_string (name);
}

static int
file_close (sqlite3_file *file)
{
  return get_real (file)->pMethods->xClose (get_real (file));
}

static int
file_read (sqlite3_file  *file,
           void          *buffer,
           int            size,
           sqlite3_int64  offset)
{
  return fails () ? SQLITE_IOERR_READ : get_real (file)->pMethods->xRead (get_real (file), buffer, size, offset);
}

static int
take_space (sqlite3_file *file,
            gint64        end)
{
  sqlite3_int64 size = 0;

  if (disk.space < 0)
    return SQLITE_OK;
  get_real (file)->pMethods->xFileSize (get_real (file), &size);
  if (end - size > disk.space)
    return SQLITE_FULL;
  disk.space -= MAX (end - size, 0);
  return SQLITE_OK;
}

static int
file_write (sqlite3_file  *file,
            const void    *buffer,
            int            size,
            sqlite3_int64  offset)
{
  int code = fails () ? SQLITE_IOERR_WRITE : take_space (file, offset + size);

  if (code != SQLITE_OK)
    return code;
  note (FAULT_OPERATION_WRITE, ((FaultFile *) file)->name, offset, buffer, (gsize) size);
  return get_real (file)->pMethods->xWrite (get_real (file), buffer, size, offset);
}

static int
file_truncate (sqlite3_file  *file,
               sqlite3_int64  size)
{
  if (fails ())
    return SQLITE_IOERR_TRUNCATE;
  note (FAULT_OPERATION_TRUNCATE, ((FaultFile *) file)->name, size, NULL, 0);
  return get_real (file)->pMethods->xTruncate (get_real (file), size);
}

static int
file_sync (sqlite3_file *file,
           int           flags)
{
  if (fails ())
    return SQLITE_IOERR_FSYNC;
  note (FAULT_OPERATION_SYNC, ((FaultFile *) file)->name, 0, NULL, 0);
  return disk.skip_syncs ? SQLITE_OK : get_real (file)->pMethods->xSync (get_real (file), flags);
}

static int
file_size (sqlite3_file  *file,
           sqlite3_int64 *size)
{
  return fails () ? SQLITE_IOERR_FSTAT : get_real (file)->pMethods->xFileSize (get_real (file), size);
}

static int
file_lock (sqlite3_file *file,
           int           level)
{
  return fails () ? SQLITE_IOERR_LOCK : get_real (file)->pMethods->xLock (get_real (file), level);
}

static int
file_unlock (sqlite3_file *file,
             int           level)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), level);
}

static int
file_check_reserved_lock (sqlite3_file *file,
                          int          *is_locked)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), is_locked);
}

static int
file_control (sqlite3_file *file,
              int           operation,
              void         *argument)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), operation, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

static int
file_device_characteristics (sqlite3_file *file)
{
  return get_real (file)->pMethods->xDeviceCharacteristics (get_real (file));
}

static int
file_shm_map (sqlite3_file   *file,
              int             page,
              int             size,
              int             extend,
              void volatile **memory)
{
  return fails () ? SQLITE_IOERR_SHMMAP : get_real (file)->pMethods->xShmMap (get_real (file), page, size, extend, memory);
}

static int
file_shm_lock (sqlite3_file *file,
               int           offset,
               int           n,
               int           flags)
{
  return get_real (file)->pMethods->xShmLock (get_real (file), offset, n, flags);
}

static void
file_shm_barrier (sqlite3_file *file)
{
  get_real (file)->pMethods->xShmBarrier (get_real (file));
}

static int
file_shm_unmap (sqlite3_file *file,
                int           remove)
{
  return get_real (file)->pMethods->xShmUnmap (get_real (file), remove);
}

static int
vfs_open (sqlite3_vfs   *vfs,
          sqlite3_filename path,
          sqlite3_file  *file,
          int            flags,
          int           *out_flags)
{
  int code;

  file->pMethods = NULL;
  if (fails ())
    return SQLITE_CANTOPEN;
  code = disk.real->xOpen (disk.real, path, get_real (file), flags, out_flags);
  if (code != SQLITE_OK)
    return code;
  ((FaultFile *) file)->name = path != NULL ? intern_name (path) : "";
  file->pMethods = &disk.methods;
  return SQLITE_OK;
}

static int
vfs_delete (sqlite3_vfs *vfs,
            const char  *path,
            int          sync_folder)
{
  if (fails ())
    return SQLITE_IOERR_DELETE;
  note (FAULT_OPERATION_DELETE, intern_name (path), 0, NULL, 0);
  return disk.real->xDelete (disk.real, path, sync_folder);
}

static int
vfs_access (sqlite3_vfs *vfs,
            const char  *path,
            int          flags,
            int         *result)
{
  return fails () ? SQLITE_IOERR_ACCESS : disk.real->xAccess (disk.real, path, flags, result);
}

/* Makes this the VFS of every file opened from now on. */
void
fault_vfs_install (void)
{
  g_assert_null (disk.real);
  sqlite3_initialize ();
  disk.real = sqlite3_vfs_find (NULL);
  disk.methods = (sqlite3_io_methods) {
    .iVersion = 2, /* version 3 maps files into memory, past the log */
    .xClose = file_close, .xRead = file_read, .xWrite = file_write, .xTruncate = file_truncate, .xSync = file_sync,
    .xFileSize = file_size, .xLock = file_lock, .xUnlock = file_unlock, .xCheckReservedLock = file_check_reserved_lock,
    .xFileControl = file_control, .xSectorSize = file_sector_size, .xDeviceCharacteristics = file_device_characteristics,
    .xShmMap = file_shm_map, .xShmLock = file_shm_lock, .xShmBarrier = file_shm_barrier, .xShmUnmap = file_shm_unmap,
  };
  disk.vfs = *disk.real;
  disk.vfs.pNext = NULL;
  disk.vfs.zName = "faults";
  disk.vfs.szOsFile = (int) sizeof (FaultFile) + disk.real->szOsFile;
  disk.vfs.xOpen = vfs_open;
  disk.vfs.xDelete = vfs_delete;
  disk.vfs.xAccess = vfs_access;
  g_assert_cmpint (sqlite3_vfs_register (&disk.vfs, 1), ==, SQLITE_OK);
}

/* Returns: (transfer full) (element-type FaultOperation): filled until fault_vfs_stop_log () */
GPtrArray *
fault_vfs_start_log (void)
{
  fault_vfs_stop_log ();
  disk.log = g_ptr_array_new_with_free_func (fault_operation_free);
  return g_ptr_array_ref (disk.log);
}

void
fault_vfs_stop_log (void)
{
  g_clear_pointer (&disk.log, g_ptr_array_unref);
}

void
fault_vfs_arm (guint    nth,
               gboolean for_good)
{
  disk.countdown = nth;
  disk.for_good = for_good;
  disk.fired = FALSE;
}

/* Returns: whether the fault happened */
gboolean
fault_vfs_disarm (void)
{
  gboolean fired = disk.fired;

  disk.countdown = 0;
  disk.fired = FALSE;
  return fired;
}

void
fault_vfs_set_space (gint64 bytes)
{
  disk.space = bytes;
}

void
fault_vfs_skip_syncs (gboolean skip)
{
  disk.skip_syncs = skip;
}
