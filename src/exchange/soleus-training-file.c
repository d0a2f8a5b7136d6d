#include "soleus-config.h"

#include "soleus-training-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "soleus-error.h"
#include "soleus-training-table.h"

/* what a packed file may become */
#define LARGEST_UNPACKED ((gsize) 256 << 20)

#define MOST_FILES 20000
#define DEEPEST_FOLDER 8
#define HEAD_SIZE 65536

static gboolean
has_prefix (const char *head,
            gsize       length,
            const char *magic)
{
  return length >= strlen (magic) && memcmp (head, magic, strlen (magic)) == 0;
}

static const SoleusFormat *
find_format (const char *head,
             gsize       length)
{
  gsize n_formats;
  const SoleusFormat *formats = soleus_format_list (&n_formats);

  for (gsize i = 0; i < n_formats; i++)
    {
      const char *magic = formats[i].magic;

      if (formats[i].read_training == NULL)
        continue;
      if (magic == NULL ||
          (formats[i].magic_at >= 0 && length > (gsize) formats[i].magic_at &&
           has_prefix (head + formats[i].magic_at, length - (gsize) formats[i].magic_at, magic)) ||
          (formats[i].magic_at < 0 && g_strstr_len (head, (gssize) MIN (length, 8192), magic) != NULL))
        return &formats[i];
    }
  return NULL;
}

/* A packed stream is unpacked into memory, up to a bound: what claims to be more is no training file. */
static GInputStream *
unpack (GInputStream  *stream,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) unpacked = g_converter_input_stream_new (stream, G_CONVERTER (decompressor));
  g_autoptr (GBytes) bytes = soleus_training_load (unpacked, LARGEST_UNPACKED, cancellable, error);

  return bytes != NULL ? g_memory_input_stream_new_from_bytes (bytes) : NULL;
}

static gboolean
read_known (GInputStream        *stream,
            gboolean             is_unpacked,
            SoleusTrainingSink  *sink,
            GCancellable        *cancellable,
            GError             **error)
{
  g_autoptr (GInputStream) buffered = g_buffered_input_stream_new_sized (stream, HEAD_SIZE);
  g_autoptr (GInputStream) unpacked = NULL;
  gsize length = 0;
  const SoleusFormat *format;
  const char *head;

  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), HEAD_SIZE, cancellable, error) < 0)
    return FALSE;
  head = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (buffered), &length);
  if (length == 0)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The file is empty."));
      return FALSE;
    }
  if (has_prefix (head, length, "\x1f\x8b") && !is_unpacked)
    {
      unpacked = unpack (buffered, cancellable, error);
      return unpacked != NULL && read_known (unpacked, TRUE, sink, cancellable, error);
    }
  if (has_prefix (head, length, "PK\x03\x04"))
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                           _("This is a ZIP archive or a workbook. Unpack the archive and choose its folder, or save the workbook as CSV."));
      return FALSE;
    }
  format = find_format (head, length);
  return format->read_training (buffered, sink, cancellable, error);
}

/**
 * soleus_training_read_stream:
 * @name: how the places name it
 * @lines: (element-type SoleusImportLine): is added to
 *
 * Reads one file of any known kind. What cannot be read becomes a refused line.
 */
void
soleus_training_read_stream (GInputStream                *stream,
                             const char                  *name,
                             const SoleusTrainingReading *reading,
                             GPtrArray                   *lines,
                             GCancellable                *cancellable)
{
  g_autoptr (GTimeZone) zone = reading->zone != NULL ? g_time_zone_ref (reading->zone) : g_time_zone_new_local ();
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  SoleusTrainingSink sink = { zone, reading->order, name, found };
  g_autoptr (GError) error = NULL;

  if (!read_known (stream, FALSE, &sink, cancellable, &error))
    {
      /* half of a damaged file is not what a person would expect to get */
      g_ptr_array_set_free_func (found, (GDestroyNotify) soleus_import_line_free);
      g_ptr_array_set_size (found, 0);
      g_ptr_array_set_free_func (found, NULL);
      if (error->domain == SOLEUS_ERROR)
        soleus_training_sink_refuse (&sink, NULL, "%s", error->message);
      else
        soleus_training_sink_refuse (&sink, NULL, _("It could not be read: %s"), error->message);
    }
  g_ptr_array_extend_and_steal (lines, g_steal_pointer (&found));
}

static gboolean
read_path (const char                   *path,
           const SoleusTrainingReading  *reading,
           GPtrArray                    *lines,
           GCancellable                 *cancellable,
           GError                      **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &local_error);

  if (stream != NULL)
    soleus_training_read_stream (G_INPUT_STREAM (stream), name, reading, lines, cancellable);
  else if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND, _("There is no file “%s”."), path);
  else
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("“%s” could not be read: %s"), path, local_error->message);
  return stream != NULL;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Appends the files of a folder and of those in it, by name; what is no training file by its name is passed over. */
static gboolean
list_folder (const char  *path,
             guint        depth,
             GPtrArray   *paths,
             GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &local_error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (folder == NULL)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("“%s” could not be read: %s"), path, local_error->message);
      return FALSE;
    }
  while ((name = g_dir_read_name (folder)) != NULL)
    if (name[0] != '.')
      g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *lower = g_ascii_strdown (names->pdata[i], -1);

      if (g_file_test (names->pdata[i], G_FILE_TEST_IS_DIR) && !g_file_test (names->pdata[i], G_FILE_TEST_IS_SYMLINK))
        {
          if (depth < DEEPEST_FOLDER && !list_folder (names->pdata[i], depth + 1, paths, error))
            return FALSE;
        }
      else if (g_str_has_suffix (lower, ".fit") || g_str_has_suffix (lower, ".tcx") || g_str_has_suffix (lower, ".gpx") ||
               g_str_has_suffix (lower, ".fit.gz") || g_str_has_suffix (lower, ".tcx.gz") || g_str_has_suffix (lower, ".gpx.gz") ||
               g_str_has_suffix (lower, ".csv"))
        g_ptr_array_add (paths, g_strdup (names->pdata[i]));
      if (paths->len > MOST_FILES)
        {
          g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("“%s” holds more than %u files. Choose a smaller folder."), path, MOST_FILES);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * soleus_training_files_read:
 * @paths: files and folders
 * @reading: how
 * @cancellable: (nullable): stops between pieces of a file
 *
 * Reads every training file; one that is damaged is a refused line, and the others go on.
 *
 * Returns: (transfer full) (element-type SoleusImportLine): sessions without athlete, and what was refused;
 *   %NULL with a sentence in @error
 */
GPtrArray *
soleus_training_files_read (const char *const            *paths,
                            const SoleusTrainingReading  *reading,
                            GCancellable                 *cancellable,
                            GError                      **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_import_line_free);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      guint before = files->len;

      if (!g_file_test (paths[i], G_FILE_TEST_IS_DIR))
        g_ptr_array_add (files, g_strdup (paths[i]));
      else if (!list_folder (paths[i], 0, files, error))
        return NULL;
      else if (files->len == before)
        {
          g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("“%s” holds no training file (FIT, TCX, GPX, CSV)."), paths[i]);
          return NULL;
        }
    }
  for (guint i = 0; i < files->len; i++)
    if (!read_path (files->pdata[i], reading, lines, cancellable, error) ||
        g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
  return g_steal_pointer (&lines);
}

/**
 * soleus_training_file_is_one:
 * @path: a file
 *
 * Returns: whether it is a training file by its content: such a file names no athlete
 */
gboolean
soleus_training_file_is_one (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autofree char *head = g_malloc (HEAD_SIZE + 1);
  const SoleusFormat *format;
  gsize length = 0;

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, HEAD_SIZE, &length, NULL, NULL) || length == 0)
    return FALSE;
  head[length] = '\0';
  if (has_prefix (head, length, "\x1f\x8b"))
    return TRUE;
  format = find_format (head, length);
  return format->magic != NULL || (head[0] != '{' && head[0] != '[' && soleus_training_table_recognises (head, length));
}
