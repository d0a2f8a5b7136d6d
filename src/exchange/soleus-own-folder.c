#include "soleus-config.h"

#include "soleus-own-folder-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "soleus-content-own.h"
#include "soleus-content-reader.h"
#include "soleus-error.h"
#include "soleus-json-load.h"
#include "soleus-safe-file.h"

#define LARGEST_FILE (1024 * 1024)

/* A file as it was found, and as it is to be. */
typedef struct {
  char     *language; /* (nullable): it is a drawing */
  char     *name;     /* of a drawing */
  char     *path;
  GBytes   *former;   /* (nullable): there was none */
  JsonNode *root;     /* (nullable): of a drawing, or where there is none */
  GBytes   *bytes;    /* (nullable): it is to go */
  gboolean  edited;
  gboolean  written;
} File;

struct _SoleusOwnFolder {
  char       *path;
  char      **languages;
  char       *date;     /* (nullable): it is only looked at */
  GPtrArray  *files;    /* (element-type File) those of the languages in their order */
  GPtrArray  *drawings; /* (element-type File) those that change */
};

static void
file_free (File *file)
{
  g_free (file->language);
  g_free (file->name);
  g_free (file->path);
  g_clear_pointer (&file->former, g_bytes_unref);
  g_clear_pointer (&file->root, json_node_unref);
  g_clear_pointer (&file->bytes, g_bytes_unref);
  g_free (file);
}

/* Returns: %TRUE with @bytes %NULL where there is no such file */
static gboolean
read_bytes (const char  *path,
            GBytes     **bytes,
            GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  char *text;
  gsize length;

  *bytes = NULL;
  if (g_file_get_contents (path, &text, &length, &local_error))
    {
      *bytes = g_bytes_new_take (text, length);
      return TRUE;
    }
  if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT) || g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Returns: (transfer full) (nullable): what the file holds, %NULL with @error set */
static JsonNode *
parse (const char  *path,
       GBytes      *bytes,
       GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!soleus_json_load (parser, text, length, LARGEST_FILE, error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  if (!JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s: The content does not begin with {."), path);
      return NULL;
    }
  return json_node_copy (json_parser_get_root (parser));
}

/* A file is read as it will be read later. */
static gboolean
check (SoleusOwnFolder  *self,
       File             *file,
       GBytes           *bytes,
       GError          **error)
{
  g_autoptr (SoleusContent) content = soleus_content_load (SOLEUS_CONTENT_RESOURCES, file->language, error);

  return content != NULL && soleus_content_read_own_bytes (content, self->path, bytes, error);
}

/**
 * soleus_own_folder_open:
 * @path: the folder; it need not be there
 * @languages: (array zero-terminated=1): all languages of the content
 * @date: (nullable): the date of the change, which is the version from then on; %NULL to look only
 * @error: which file cannot be read
 *
 * Nothing is changed in a folder with a file that is not right beside the shipped content.
 *
 * Returns: (transfer full) (nullable): what is in it, or %NULL with @error set
 */
SoleusOwnFolder *
soleus_own_folder_open (const char         *path,
                        const char *const  *languages,
                        const char         *date,
                        GError            **error)
{
  g_autoptr (SoleusOwnFolder) self = g_new0 (SoleusOwnFolder, 1);

  g_return_val_if_fail (path != NULL && languages != NULL, NULL);

  self->path = g_strdup (path);
  self->languages = g_strdupv ((char **) languages);
  self->date = g_strdup (date);
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) file_free);
  self->drawings = g_ptr_array_new_with_free_func ((GDestroyNotify) file_free);
  for (; *languages != NULL; languages++)
    {
      File *file = g_new0 (File, 1);
      g_autofree char *name = g_strconcat (*languages, ".json", NULL);

      g_ptr_array_add (self->files, file);
      file->language = g_strdup (*languages);
      file->path = g_build_filename (path, name, NULL);
      if (!read_bytes (file->path, &file->former, error))
        return NULL;
      if (file->former == NULL)
        continue;
      file->root = parse (file->path, file->former, error);
      if (file->root == NULL || (date != NULL && !check (self, file, file->former, error)))
        return NULL;
    }
  return g_steal_pointer (&self);
}

void
soleus_own_folder_free (SoleusOwnFolder *self)
{
  g_free (self->path);
  g_strfreev (self->languages);
  g_free (self->date);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->drawings);
  g_free (self);
}

/**
 * soleus_own_folder_get_languages:
 *
 * Returns: (transfer none) (array zero-terminated=1): all languages of the content
 */
const char *const *
soleus_own_folder_get_languages (SoleusOwnFolder *self)
{
  return (const char *const *) self->languages;
}

static File *
get_file (SoleusOwnFolder *self,
          const char      *language)
{
  for (guint i = 0; i < self->files->len; i++)
    if (g_str_equal (((File *) self->files->pdata[i])->language, language))
      return self->files->pdata[i];
  g_return_val_if_reached (NULL);
}

/**
 * soleus_own_folder_get_root:
 * @language: one of the languages
 *
 * Returns: (transfer none) (nullable): what its file holds, to look at; %NULL where there is none
 */
JsonObject *
soleus_own_folder_get_root (SoleusOwnFolder *self,
                            const char      *language)
{
  File *file = get_file (self, language);

  return file->root != NULL ? json_node_get_object (file->root) : NULL;
}

/* "2025-11-21", and "2025-11-21.2" for the second change of a day */
static char *
dup_next_version (const char *former,
                  const char *date)
{
  guint64 number = 1;

  if (former == NULL || !g_str_has_prefix (former, date))
    return g_strdup (date);
  if (former[strlen (date)] == '.')
    number = g_ascii_strtoull (former + strlen (date) + 1, NULL, 10);
  return g_strdup_printf ("%s.%" G_GUINT64_FORMAT, date, number + 1);
}

/**
 * soleus_own_folder_edit:
 * @language: one of the languages
 *
 * The file is then written, in the next version, which stands in it at once.
 *
 * Returns: (transfer none): what it holds, to be changed
 */
JsonObject *
soleus_own_folder_edit (SoleusOwnFolder *self,
                        const char      *language)
{
  File *file = get_file (self, language);
  g_autofree char *version = NULL;
  JsonObject *root;

  g_return_val_if_fail (self->date != NULL, NULL);

  if (file->root == NULL)
    {
      file->root = json_node_new (JSON_NODE_OBJECT);
      json_node_take_object (file->root, json_object_new ());
    }
  root = json_node_get_object (file->root);
  if (file->edited)
    return root;
  file->edited = TRUE;
  version = dup_next_version (soleus_own_json_get_text (root, "version"), self->date);
  json_object_set_string_member (root, "version", version);
  return root;
}

static char *
dup_drawing_path (SoleusOwnFolder *self,
                  const char      *name)
{
  g_autofree char *base = g_strconcat (name, ".svg", NULL);

  return g_build_filename (self->path, "drawings", base, NULL);
}

/**
 * soleus_own_folder_read_drawing:
 * @name: of a drawing of the clinic
 *
 * Returns: (transfer full) (nullable): the drawing; %NULL with @error set where it cannot be read
 */
GBytes *
soleus_own_folder_read_drawing (SoleusOwnFolder  *self,
                                const char       *name,
                                GError          **error)
{
  g_autofree char *path = dup_drawing_path (self, name);
  char *text;
  gsize length;

  if (strchr (name, G_DIR_SEPARATOR) != NULL)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("“%s” is not the name of a file here."), name);
      return NULL;
    }
  return g_file_get_contents (path, &text, &length, error) ? g_bytes_new_take (text, length) : NULL;
}

/**
 * soleus_own_folder_set_drawing:
 * @name: of a drawing of the clinic
 * @svg: (nullable): the drawing; %NULL takes it away
 *
 * It is written with the rest.
 */
void
soleus_own_folder_set_drawing (SoleusOwnFolder *self,
                               const char      *name,
                               GBytes          *svg)
{
  File *file = g_new0 (File, 1);

  file->name = g_strdup (name);
  file->path = dup_drawing_path (self, name);
  file->bytes = svg != NULL ? g_bytes_ref (svg) : NULL;
  file->edited = TRUE;
  g_ptr_array_add (self->drawings, file);
}

static GBytes *
print (JsonNode *root)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  char *text;
  gsize length;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, &length);
  return g_bytes_new_take (text, length);
}

static gboolean
make_parent (File    *file,
             GError **error)
{
  g_autofree char *folder = g_path_get_dirname (file->path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY, _("The folder “%s” could not be made: %s. Choose another place."), folder, g_strerror (errno));
  return FALSE;
}

static gboolean
write_file (File    *file,
            GError **error)
{
  if (file->bytes == NULL)
    {
      file->written = g_unlink (file->path) == 0 || errno == ENOENT;
      if (!file->written)
        g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), _("“%s” could not be removed: %s."), file->path, g_strerror (errno));
      return file->written;
    }
  file->written = make_parent (file, error) && soleus_safe_file_write (file->path, file->bytes, error);
  return file->written;
}

/* Drawings come before the files that name them, and go after them. */
static gboolean
write_drawings (SoleusOwnFolder  *self,
                gboolean          going,
                GError          **error)
{
  for (guint i = 0; i < self->drawings->len; i++)
    {
      File *file = self->drawings->pdata[i];

      if ((file->bytes == NULL) == going && (!read_bytes (file->path, &file->former, error) || !write_file (file, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_languages (SoleusOwnFolder  *self,
                 GError          **error)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      File *file = self->files->pdata[i];

      if (!file->edited)
        continue;
      file->bytes = print (file->root);
      if (!check (self, file, file->bytes, error))
        return FALSE;
    }
  for (guint i = 0; i < self->files->len; i++)
    {
      File *file = self->files->pdata[i];

      if (file->edited && !write_file (file, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * soleus_own_folder_write:
 * @error: what is wrong
 *
 * Writes every file that was edited. Each is read beside the shipped content before it is written.
 *
 * Returns: %FALSE with @error set and every file as it was
 */
gboolean
soleus_own_folder_write (SoleusOwnFolder  *self,
                         GError          **error)
{
  if (write_drawings (self, FALSE, error) && write_languages (self, error) && write_drawings (self, TRUE, error))
    return TRUE;
  soleus_own_folder_put_back (self);
  return FALSE;
}

static void
put_files_back (GPtrArray *files)
{
  for (guint i = files->len; i > 0; i--)
    {
      File *file = files->pdata[i - 1];

      if (!file->written)
        continue;
      if (file->former == NULL)
        g_unlink (file->path);
      else
        soleus_safe_file_write (file->path, file->former, NULL);
      file->written = FALSE;
    }
}

/**
 * soleus_own_folder_put_back:
 *
 * Every file is again as it was found, with its version: what was written had not happened.
 */
void
soleus_own_folder_put_back (SoleusOwnFolder *self)
{
  put_files_back (self->files);
  put_files_back (self->drawings);
}

static gboolean
is_as_written (File    *file,
               GError **error)
{
  g_autoptr (GBytes) present = NULL;

  if (!read_bytes (file->path, &present, error))
    return FALSE;
  if (present == file->bytes || (present != NULL && file->bytes != NULL && g_bytes_equal (present, file->bytes)))
    return TRUE;
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("It was changed again meanwhile and cannot be undone here."));
  return FALSE;
}

/* the former content in a version of its own: a version that was printed on handouts is never used for other words */
static gboolean
reverse_language (SoleusOwnFolder  *back,
                  File             *written,
                  GError          **error)
{
  File *file = get_file (back, written->language);
  JsonObject *root = soleus_own_folder_edit (back, written->language);
  g_autofree char *version = g_strdup (soleus_own_json_get_text (root, "version"));
  JsonNode *former = written->former != NULL ? parse (written->path, written->former, error) : json_node_new (JSON_NODE_OBJECT);

  if (former == NULL)
    return FALSE;
  if (written->former == NULL)
    json_node_take_object (former, json_object_new ());
  json_object_set_string_member (json_node_get_object (former), "version", version);
  json_node_unref (file->root);
  file->root = former;
  return TRUE;
}

/**
 * soleus_own_folder_reverse:
 * @self: a change that was written
 * @date: the date now
 * @error: why it cannot be taken back: it was changed since
 *
 * Returns: (transfer full) (nullable): the change that takes it back, to be written; %NULL with @error set
 */
SoleusOwnFolder *
soleus_own_folder_reverse (SoleusOwnFolder  *self,
                           const char       *date,
                           GError          **error)
{
  g_autoptr (SoleusOwnFolder) back = soleus_own_folder_open (self->path, (const char *const *) self->languages, date, error);

  if (back == NULL)
    return NULL;
  for (guint i = 0; i < self->files->len; i++)
    {
      File *file = self->files->pdata[i];

      if (file->written && (!is_as_written (file, error) || !reverse_language (back, file, error)))
        return NULL;
    }
  for (guint i = 0; i < self->drawings->len; i++)
    {
      File *file = self->drawings->pdata[i];

      if (!is_as_written (file, error))
        return NULL;
      soleus_own_folder_set_drawing (back, file->name, file->former);
    }
  return g_steal_pointer (&back);
}
