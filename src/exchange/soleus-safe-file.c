#include "soleus-config.h"

#include "soleus-safe-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "soleus-error.h"

struct _SoleusSafeFile {
  char          *path;
  char          *temporary; /* (nullable): NULL once it is in its place */
  GOutputStream *stream;    /* (owned) buffered */
  int            fd;
};

/* Every failure becomes a sentence that says what to do. */
static void
set_error (GError     **error,
           int          code,
           const char  *path)
{
  g_autofree char *name = g_filename_display_name (path);

  if (code == ENOSPC || code == EDQUOT)
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FULL,
                 _("“%s” could not be written: the disk is full. Make room and try again; nothing was left half-written."), name);
  else if (code == EACCES || code == EPERM || code == EROFS)
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY,
                 _("“%s” could not be written: its folder is read-only. Choose another folder."), name);
  else if (code == ENOENT || code == ENOTDIR)
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED,
                 _("“%s” could not be written: its folder does not exist. Choose another folder."), name);
  else if (code == EISDIR)
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED,
                 _("“%s” is a folder. Choose a name for the file."), name);
  else
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("“%s” could not be written: %s."), name, g_strerror (code));
}

static int
error_to_errno (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return ENOSPC;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return EACCES;
  return EIO;
}

/**
 * soleus_safe_file_new:
 * @path: where the file is to be
 *
 * Begins a file beside @path that only its owner can read.
 *
 * Returns: (transfer full): the file, or %NULL with a sentence in @error
 */
SoleusSafeFile *
soleus_safe_file_new (const char  *path,
                      GError     **error)
{
  g_autoptr (SoleusSafeFile) self = g_new0 (SoleusSafeFile, 1);
  g_autoptr (GOutputStream) plain = NULL;

  self->path = g_strdup (path);
  self->fd = -1;
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      set_error (error, EISDIR, path);
      return NULL;
    }
  self->temporary = g_strconcat (path, ".part-XXXXXX", NULL);
  self->fd = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd < 0)
    {
      set_error (error, errno, path);
      g_clear_pointer (&self->temporary, g_free);
      return NULL;
    }
  plain = g_unix_output_stream_new (self->fd, FALSE);
  self->stream = g_buffered_output_stream_new_sized (plain, 1 << 16);
  return g_steal_pointer (&self);
}

/**
 * soleus_safe_file_get_stream:
 *
 * Returns: (transfer none): where to write the content
 */
GOutputStream *
soleus_safe_file_get_stream (SoleusSafeFile *self)
{
  return self->stream;
}

/**
 * soleus_safe_file_explain:
 * @why: (transfer full): what happened while the stream was written to
 *
 * Returns: %FALSE, with a sentence in @error that says what to do
 */
gboolean
soleus_safe_file_explain (SoleusSafeFile  *self,
                          GError          *why,
                          GError         **error)
{
  if (why->domain != G_IO_ERROR)
    {
      g_propagate_error (error, why);
      return FALSE;
    }
  set_error (error, error_to_errno (why), self->path);
  g_error_free (why);
  return FALSE;
}

/**
 * soleus_safe_file_finish:
 *
 * Puts what was written on the disk; the file is not in its place yet.
 *
 * Returns: %FALSE with a sentence in @error
 */
gboolean
soleus_safe_file_finish (SoleusSafeFile  *self,
                         GError         **error)
{
  GError *local_error = NULL;

  if (!g_output_stream_flush (self->stream, NULL, &local_error))
    return soleus_safe_file_explain (self, local_error, error);
  if (fsync (self->fd) == 0)
    return TRUE;
  set_error (error, errno, self->path);
  return FALSE;
}

/**
 * soleus_safe_file_put:
 * @bytes: content
 *
 * Writes @bytes to the disk; the file is not in its place yet.
 *
 * Returns: %FALSE with a sentence in @error
 */
gboolean
soleus_safe_file_put (SoleusSafeFile  *self,
                      GBytes          *bytes,
                      GError         **error)
{
  GError *local_error = NULL;
  gsize size;
  const char *content = g_bytes_get_data (bytes, &size);

  if (!g_output_stream_write_all (self->stream, content, size, NULL, NULL, &local_error))
    return soleus_safe_file_explain (self, local_error, error);
  return soleus_safe_file_finish (self, error);
}

/* The new name is on the disk only when the folder is. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
}

/**
 * soleus_safe_file_commit:
 *
 * Puts the finished file into its place.
 *
 * Returns: %FALSE with a sentence in @error; whatever was at the place before is then still there
 */
gboolean
soleus_safe_file_commit (SoleusSafeFile  *self,
                         GError         **error)
{
  if (!soleus_safe_file_finish (self, error))
    return FALSE;
  if (g_rename (self->temporary, self->path) != 0)
    {
      set_error (error, errno, self->path);
      return FALSE;
    }
  g_clear_pointer (&self->temporary, g_free);
  sync_folder (self->path);
  return TRUE;
}

/**
 * soleus_safe_file_free:
 * @self: (nullable): a file; what was not committed is thrown away
 */
void
soleus_safe_file_free (SoleusSafeFile *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->stream);
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}

/**
 * soleus_safe_file_write:
 * @path: where the file is to be
 * @bytes: its content
 *
 * Returns: %FALSE with a sentence in @error; nothing is left half-written
 */
gboolean
soleus_safe_file_write (const char  *path,
                        GBytes      *bytes,
                        GError     **error)
{
  g_autoptr (SoleusSafeFile) self = soleus_safe_file_new (path, error);

  return self != NULL && soleus_safe_file_put (self, bytes, error) && soleus_safe_file_commit (self, error);
}

/**
 * soleus_safe_folder_is_free:
 * @path: where a folder is to be put
 *
 * Returns: whether nothing is there, or an empty folder; else %FALSE with a sentence in @error
 */
gboolean
soleus_safe_folder_is_free (const char  *path,
                            GError     **error)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  if (dir != NULL ? g_dir_read_name (dir) == NULL : !g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("“%s” is already there. Choose a new folder."), path);
  return FALSE;
}
