/* A sync of a file puts everything written to it on the disk. What came after the last one may be there or not, sector by
 * sector and in any order: a drive keeps what it likes of its cache. Within one sector it is an earlier state or a later one. */
#include "soleus-config.h"

#include "crashed-disk.h"

#include "fault-vfs.h"

#include <string.h>

#define SECTOR_BYTES 512

typedef struct {
  GByteArray *durable;
  gboolean    is_there; /* its name is on the disk too */
  GPtrArray  *pending;  /* (element-type FaultOperation) (not owned by it) */
} DiskFile;

struct _CrashedDisk {
  GPtrArray  *log;   /* (owned) */
  guint       position;
  GHashTable *files; /* (owned) interned name → DiskFile */
};

static void
disk_file_free (gpointer data)
{
  DiskFile *file = data;

  g_byte_array_unref (file->durable);
  g_ptr_array_unref (file->pending);
  g_free (file);
}

CrashedDisk *
crashed_disk_new (GPtrArray *log)
{
  CrashedDisk *self = g_new0 (CrashedDisk, 1);

  self->log = g_ptr_array_ref (log);
  self->files = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, disk_file_free);
  return self;
}

void
crashed_disk_free (CrashedDisk *self)
{
  g_hash_table_unref (self->files);
  g_ptr_array_unref (self->log);
  g_free (self);
}

static void
set_size (GByteArray *bytes,
          gsize       size)
{
  guint before = bytes->len;

  g_byte_array_set_size (bytes, (guint) size);
  if (bytes->len > before)
    memset (bytes->data + before, 0, bytes->len - before);
}

static void
put (GByteArray   *bytes,
     gint64        offset,
     const guint8 *data,
     gsize         size)
{
  if ((gsize) offset + size > bytes->len)
    set_size (bytes, (gsize) offset + size);
  memcpy (bytes->data + offset, data, size);
}

static void
apply (GByteArray           *bytes,
       const FaultOperation *operation)
{
  gsize size;
  const guint8 *data;

  if (operation->kind == FAULT_OPERATION_TRUNCATE)
    set_size (bytes, (gsize) operation->offset);
  if (operation->kind != FAULT_OPERATION_WRITE)
    return;
  data = g_bytes_get_data (operation->bytes, &size);
  put (bytes, operation->offset, data, size);
}

static DiskFile *
get_file (CrashedDisk *self,
          const char  *name)
{
  DiskFile *file = g_hash_table_lookup (self->files, name);

  if (file != NULL)
    return file;
  file = g_new0 (DiskFile, 1);
  file->durable = g_byte_array_new ();
  file->pending = g_ptr_array_new ();
  g_hash_table_insert (self->files, (gpointer) name, file);
  return file;
}

static void
take (CrashedDisk    *self,
      FaultOperation *operation)
{
  DiskFile *file = get_file (self, operation->name);

  switch (operation->kind)
    {
    case FAULT_OPERATION_WRITE:
    case FAULT_OPERATION_TRUNCATE:
      g_ptr_array_add (file->pending, operation);
      break;
    case FAULT_OPERATION_SYNC:
      for (guint i = 0; i < file->pending->len; i++)
        apply (file->durable, file->pending->pdata[i]);
      g_ptr_array_set_size (file->pending, 0);
      file->is_there = TRUE;
      break;
    case FAULT_OPERATION_DELETE:
      g_hash_table_remove (self->files, operation->name);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Goes on until n_operations of the log have been asked for. */
void
crashed_disk_advance (CrashedDisk *self,
                      guint        n_operations)
{
  g_assert_cmpuint (n_operations, >=, self->position);
  for (; self->position < n_operations; self->position++)
    take (self, self->log->pdata[self->position]);
}

/* How many of the writes to each sector are on the disk: none, some of the first, or all. */
static GHashTable *
draw_sectors (GPtrArray *pending,
              GRand     *random)
{
  GHashTable *sectors = g_hash_table_new (g_direct_hash, g_direct_equal);
  GHashTableIter iter;
  gpointer sector;
  gpointer count;

  for (guint i = 0; i < pending->len; i++)
    {
      const FaultOperation *operation = pending->pdata[i];
      gint64 end = operation->kind == FAULT_OPERATION_WRITE ? operation->offset + (gint64) g_bytes_get_size (operation->bytes) : 0;

      for (gint64 at = operation->offset / SECTOR_BYTES; at * SECTOR_BYTES < end; at++)
        {
          sector = GSIZE_TO_POINTER ((gsize) at);
          count = g_hash_table_lookup (sectors, sector);
          g_hash_table_insert (sectors, sector, GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
        }
    }
  g_hash_table_iter_init (&iter, sectors);
  while (g_hash_table_iter_next (&iter, &sector, &count))
    g_hash_table_iter_replace (&iter, GUINT_TO_POINTER ((guint) g_rand_int_range (random, 0, (gint32) GPOINTER_TO_UINT (count) + 1)));
  return sectors;
}

static void
apply_drawn (GByteArray           *bytes,
             const FaultOperation *operation,
             GHashTable           *sectors)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (operation->bytes, &size);
  gint64 end = operation->offset + (gint64) size;

  for (gint64 at = operation->offset; at < end;)
    {
      gint64 stop = MIN (end, (at / SECTOR_BYTES + 1) * SECTOR_BYTES);
      gpointer sector = GSIZE_TO_POINTER ((gsize) (at / SECTOR_BYTES));
      guint left = GPOINTER_TO_UINT (g_hash_table_lookup (sectors, sector));

      if (left > 0)
        {
          put (bytes, at, data + (at - operation->offset), (gsize) (stop - at));
          g_hash_table_insert (sectors, sector, GUINT_TO_POINTER (left - 1));
        }
      at = stop;
    }
}

static GByteArray *
draw_file (DiskFile *file,
           GRand    *random)
{
  GByteArray *bytes = g_byte_array_sized_new (file->durable->len);
  g_autoptr (GHashTable) sectors = draw_sectors (file->pending, random);

  g_byte_array_append (bytes, file->durable->data, file->durable->len);
  for (guint i = 0; i < file->pending->len; i++)
    {
      const FaultOperation *operation = file->pending->pdata[i];

      if (operation->kind == FAULT_OPERATION_WRITE)
        apply_drawn (bytes, operation, sectors);
      else if (g_rand_boolean (random))
        set_size (bytes, (gsize) operation->offset);
    }
  return bytes;
}

/* Writes one of the states that the disk may be in into an empty folder. */
void
crashed_disk_write (CrashedDisk *self,
                    const char  *folder,
                    guint32      seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (self->files), (GCompareFunc) strcmp);

  for (GList *l = names; l != NULL; l = l->next)
    {
      DiskFile *file = g_hash_table_lookup (self->files, l->data);
      g_autoptr (GByteArray) bytes = draw_file (file, random);
      g_autofree char *path = g_build_filename (folder, l->data, NULL);
      gboolean is_there = g_rand_boolean (random) || file->is_there;

      if (is_there)
        g_assert_true (g_file_set_contents_full (path, (const char *) bytes->data, bytes->len, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
}
