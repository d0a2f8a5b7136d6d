#include "soleus-config.h"

#include "soleus-content-swap.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdlib.h>

#include "soleus-backup.h"
#include "soleus-content-folder.h"
#include "soleus-error.h"

#define DRAWINGS "drawings"

struct _SoleusContentSwap {
  char    *folder;
  char    *other;      /* where the new one is made; the former one has that name once they have changed places, where it is not kept */
  char    *kept;       /* (nullable): where the former one is to be kept */
  gboolean was_there;
  gboolean is_swapped;
};

static gboolean
refuse (const char  *path,
        GError     **error)
{
  g_set_error (error, SOLEUS_ERROR, errno == ENOSPC || errno == EDQUOT ? SOLEUS_ERROR_FULL : SOLEUS_ERROR_FAILED,
               _("What your clinic added to the protocol could not be put into “%s”: %s. Nothing was restored."), path, g_strerror (errno));
  return FALSE;
}

static gboolean
write_files (SoleusContentSwap  *self,
             GPtrArray          *files,
             GError            **error)
{
  g_autofree char *drawings = g_build_filename (self->other, DRAWINGS, NULL);

  if (g_mkdir (self->other, 0700) != 0 || g_mkdir (drawings, 0700) != 0)
    return refuse (self->folder, error);
  for (guint i = 0; i < files->len; i++)
    {
      const SoleusContentFile *file = files->pdata[i];
      g_autofree char *path = g_build_filename (self->other, file->name, NULL);
      gsize size;
      const char *data = g_bytes_get_data (file->bytes, &size);

      if (!g_file_set_contents_full (path, data != NULL ? data : "", (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, NULL))
        return refuse (self->folder, error);
    }
  if (!soleus_backup_sync_path (drawings) || !soleus_backup_sync_path (self->other))
    return refuse (self->folder, error);
  return TRUE;
}

/* A file system that cannot exchange two names: for a moment there is none. */
static int
exchange_slowly (const char *one,
                 const char *other)
{
  g_autofree char *between = g_strconcat (other, ".former", NULL);

  if (g_rename (one, between) != 0)
    return -1;
  if (g_rename (other, one) == 0)
    {
      if (g_rename (between, other) == 0)
        return 0;
      g_rename (one, other);
    }
  g_rename (between, one);
  return -1;
}

/* The former one gets its name before anything takes its place: where that cannot be, nothing happens. */
static int
move_aside (SoleusContentSwap *self)
{
  if (g_rename (self->folder, self->kept) != 0)
    return -1;
  if (g_rename (self->other, self->folder) == 0)
    return 0;
  g_rename (self->kept, self->folder);
  return -1;
}

static int
change_places (SoleusContentSwap *self)
{
  if (!self->was_there)
    return g_rename (self->other, self->folder);
  if (self->kept != NULL)
    return move_aside (self);
  if (renameat2 (AT_FDCWD, self->folder, AT_FDCWD, self->other, RENAME_EXCHANGE) == 0)
    return 0;
  return errno == EINVAL || errno == ENOSYS ? exchange_slowly (self->folder, self->other) : -1;
}

static void
change_back (SoleusContentSwap *self)
{
  if (self->was_there && self->kept == NULL)
    change_places (self);
  else
    g_rename (self->folder, self->other);
  if (self->was_there && self->kept != NULL)
    g_rename (self->kept, self->folder);
}

static gboolean
sync_parent (SoleusContentSwap *self)
{
  g_autofree char *parent = g_path_get_dirname (self->folder);

  return soleus_backup_sync_path (parent);
}

/* What somebody else put there stays there. */
static void
carry_over (SoleusContentSwap *self,
            const char        *former,
            const char        *place)
{
  g_autofree char *from = g_build_filename (former, place, NULL);
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *base;

  while (dir != NULL && (base = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *name = g_strconcat (place, base, NULL);
      g_autofree char *source = g_build_filename (former, name, NULL);
      g_autofree char *target = g_build_filename (self->folder, name, NULL);

      if (!soleus_content_folder_is_name (name) && !g_str_equal (name, DRAWINGS))
        g_rename (source, target);
    }
}

/* A link leads to where the folder is. */
static char *
dup_real_path (const char *folder)
{
  char path[PATH_MAX];

  return g_strdup (realpath (folder, path) != NULL ? path : folder);
}

/**
 * soleus_content_swap_begin:
 * @folder: the folder of a clinic, which need not be there
 * @files: (element-type SoleusContentFile): what is to be in it
 * @kept: (nullable): where the former folder is to be kept; %NULL: a backup has it
 * @error: why not; nothing has changed then
 *
 * Returns: (transfer full) (nullable): the change, which is in place: to be finished, or taken back by soleus_content_swap_free()
 */
SoleusContentSwap *
soleus_content_swap_begin (const char  *folder,
                           GPtrArray   *files,
                           const char  *kept,
                           GError     **error)
{
  g_autoptr (SoleusContentSwap) self = g_new0 (SoleusContentSwap, 1);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) present = soleus_content_folder_read (folder, findings);
  g_autofree char *parent = NULL;
  g_autofree char *name = g_strdup_printf (".restore-%08x%08x.unfinished", g_random_int (), g_random_int ());

  if (findings->len == 0 && soleus_content_files_equal (present, files))
    return g_steal_pointer (&self);
  self->folder = dup_real_path (folder);
  self->kept = g_strdup (kept);
  self->was_there = g_file_test (self->folder, G_FILE_TEST_IS_DIR);
  parent = g_path_get_dirname (self->folder);
  self->other = g_build_filename (parent, name, NULL);
  if (!write_files (self, files, error))
    return NULL;
  self->is_swapped = change_places (self) == 0;
  if (!self->is_swapped || !sync_parent (self))
    {
      refuse (self->folder, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * soleus_content_swap_finish:
 *
 * What is in place stays.
 */
void
soleus_content_swap_finish (SoleusContentSwap *self)
{
  const char *former = self->kept != NULL ? self->kept : self->other;

  if (self->is_swapped && self->was_there)
    {
      carry_over (self, former, "");
      carry_over (self, former, DRAWINGS "/");
    }
  self->is_swapped = FALSE;
}

/**
 * soleus_content_swap_free:
 *
 * What was not finished had not happened.
 */
void
soleus_content_swap_free (SoleusContentSwap *self)
{
  if (self->is_swapped)
    {
      change_back (self);
      sync_parent (self);
    }
  if (self->other != NULL)
    soleus_content_folder_remove (self->other);
  g_free (self->folder);
  g_free (self->other);
  g_free (self->kept);
  g_free (self);
}
