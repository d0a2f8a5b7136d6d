#include "soleus-config.h"

#include "soleus-content-folder.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "soleus-backup-folder.h"

#define LARGEST_FILE ((gsize) 8 << 20)
#define MOST_TRIES 4

static const char *const places[] = { "", "drawings/" };

/**
 * soleus_content_file_new:
 * @name: its name in the folder
 * @bytes: what is in it
 *
 * Returns: (transfer full): both
 */
SoleusContentFile *
soleus_content_file_new (const char *name,
                         GBytes     *bytes)
{
  SoleusContentFile *file = g_new0 (SoleusContentFile, 1);

  file->name = g_strdup (name);
  file->bytes = g_bytes_ref (bytes);
  return file;
}

void
soleus_content_file_free (SoleusContentFile *file)
{
  g_free (file->name);
  g_bytes_unref (file->bytes);
  g_free (file);
}

/**
 * soleus_content_folder_dup_path:
 * @clinic_path: a clinic file, or ":memory:"
 *
 * Returns: (transfer full) (nullable): "…/clinic.content" for "…/clinic.soleus"; %NULL for a clinic in memory
 */
char *
soleus_content_folder_dup_path (const char *clinic_path)
{
  return clinic_path == NULL || g_str_has_prefix (clinic_path, ":") ? NULL : soleus_backup_folder_dup_beside (clinic_path, ".content");
}

/**
 * soleus_content_folder_is_name:
 *
 * Returns: whether @name is that of a file which the program reads there: "de.json", "drawings/own-wall.svg"; nothing else, so that neither an
 *   archive nor a backup writes elsewhere
 */
gboolean
soleus_content_folder_is_name (const char *name)
{
  return g_regex_match_simple ("^([a-z]{2,3}(-[A-Z]{2})?\\.json|drawings/own-[A-Za-z0-9-]{1,80}\\.svg)$", name, G_REGEX_DOLLAR_ENDONLY, 0);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const SoleusContentFile *one = *(SoleusContentFile *const *) a;
  const SoleusContentFile *other = *(SoleusContentFile *const *) b;

  return strcmp (one->name, other->name);
}

static void
read_file (const char *folder,
           const char *name,
           GPtrArray  *files,
           GPtrArray  *findings)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &error))
    {
      if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        g_ptr_array_add (findings, g_strdup (error->message));
      return;
    }
  bytes = g_bytes_new_take (text, length);
  if (length > LARGEST_FILE)
    g_ptr_array_add (findings, g_strdup_printf (_("“%s” is larger than anything that belongs to a protocol."), path));
  else
    g_ptr_array_add (files, soleus_content_file_new (name, bytes));
}

static void
read_place (const char *folder,
            const char *place,
            GPtrArray  *files,
            GPtrArray  *findings)
{
  g_autofree char *path = g_build_filename (folder, place, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  const char *base;

  while (dir != NULL && (base = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *name = g_strconcat (place, base, NULL);

      if (soleus_content_folder_is_name (name))
        read_file (folder, name, files, findings);
    }
  if (dir == NULL && !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) && !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    g_ptr_array_add (findings, g_strdup (error->message));
}

static GPtrArray *
read_places (const char *folder,
             gsize       n_places,
             GPtrArray  *findings)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_content_file_free);

  for (gsize i = 0; i < n_places; i++)
    read_place (folder, places[i], files, findings);
  g_ptr_array_sort (files, compare_names);
  return files;
}

/**
 * soleus_content_folder_read:
 * @folder: the folder, which need not be there
 * @findings: (element-type utf8): takes a sentence for each file that cannot be read
 *
 * Somebody may be writing in it: drawings come before the file that names them and go after it, so both belong together where no file of a
 * language changed while the drawings were read.
 *
 * Returns: (transfer full) (element-type SoleusContentFile): its files by their names
 */
GPtrArray *
soleus_content_folder_read (const char *folder,
                            GPtrArray  *findings)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free); /* what is read twice is told once */
  g_autoptr (GPtrArray) before = read_places (folder, 1, told);

  for (guint n_tries = 1;; n_tries++)
    {
      g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) files = read_places (folder, G_N_ELEMENTS (places), found);
      g_autoptr (GPtrArray) after = read_places (folder, 1, told);

      if (soleus_content_files_equal (before, after) || n_tries == MOST_TRIES)
        {
          g_ptr_array_extend_and_steal (findings, g_steal_pointer (&found));
          return g_steal_pointer (&files);
        }
      g_ptr_array_unref (before);
      before = g_steal_pointer (&after);
    }
}

/**
 * soleus_content_files_equal:
 * @one: (element-type SoleusContentFile): files by their names
 * @other: (element-type SoleusContentFile): files by their names
 *
 * Returns: whether they are the same
 */
gboolean
soleus_content_files_equal (GPtrArray *one,
                            GPtrArray *other)
{
  if (one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    {
      const SoleusContentFile *a = one->pdata[i], *b = other->pdata[i];

      if (!g_str_equal (a->name, b->name) || !g_bytes_equal (a->bytes, b->bytes))
        return FALSE;
    }
  return TRUE;
}

static void
remove_place (const char *folder,
              const char *place)
{
  g_autofree char *path = g_build_filename (folder, place, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *base;

  while (dir != NULL && (base = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *name = g_strconcat (place, base, NULL);
      g_autofree char *file = g_build_filename (folder, name, NULL);

      if (soleus_content_folder_is_name (name))
        g_unlink (file);
    }
  g_rmdir (path);
}

/**
 * soleus_content_folder_remove:
 * @folder: a folder, perhaps not there
 *
 * Only what the program reads goes; a folder in which something else is stays, with that.
 */
void
soleus_content_folder_remove (const char *folder)
{
  for (gsize i = G_N_ELEMENTS (places); i > 0; i--)
    remove_place (folder, places[i - 1]);
}
