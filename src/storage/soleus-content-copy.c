#include "soleus-config.h"

#include "soleus-content-copy.h"

#include <glib/gi18n-lib.h>

#include "soleus-content-folder.h"
#include "soleus-error.h"
#include "soleus-statement.h"

static char *
dup_hash (const SoleusContentFile *file)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size;
  const guchar *data = g_bytes_get_data (file->bytes, &size);

  g_checksum_update (checksum, (const guchar *) file->name, -1);
  g_checksum_update (checksum, data, (gssize) size);
  return g_strdup (g_checksum_get_string (checksum));
}

static gboolean
put_file (SoleusConnection         *copy,
          const SoleusContentFile  *file,
          GError                  **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (copy, "INSERT INTO content_file (name, bytes, hash) VALUES (:name, :bytes, :hash)", error);
  g_autofree char *hash = dup_hash (file);
  gsize size;
  gconstpointer data = g_bytes_get_data (file->bytes, &size);

  if (statement == NULL)
    return FALSE;
  soleus_statement_bind_text (statement, ":name", file->name);
  soleus_statement_bind_bytes (statement, ":bytes", data != NULL ? data : "", size);
  soleus_statement_bind_text (statement, ":hash", hash);
  return soleus_statement_run (statement, error);
}

static gboolean
put_files (SoleusConnection  *copy,
           GPtrArray         *files,
           GError           **error)
{
  if (!soleus_content_copy_drop (copy, error) ||
      !soleus_connection_exec (copy, "CREATE TABLE content_file (name TEXT NOT NULL PRIMARY KEY, bytes BLOB NOT NULL, hash TEXT NOT NULL) STRICT", error))
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    if (!put_file (copy, files->pdata[i], error))
      return FALSE;
  return TRUE;
}

/**
 * soleus_content_copy_put:
 * @copy: a copy of the clinic file
 * @clinic_path: the clinic file
 * @findings: (element-type utf8): takes a sentence for each file of the folder that is not in the copy
 * @error: why the copy cannot be written
 *
 * Returns: whether @copy holds what could be read in the folder beside the clinic file
 */
gboolean
soleus_content_copy_put (SoleusConnection  *copy,
                         const char        *clinic_path,
                         GPtrArray         *findings,
                         GError           **error)
{
  g_autofree char *folder = soleus_content_folder_dup_path (clinic_path);
  g_autoptr (GPtrArray) files = folder != NULL ? soleus_content_folder_read (folder, findings) : NULL;

  if (files == NULL)
    return TRUE;
  if (!soleus_connection_begin (copy, error))
    return FALSE;
  if (put_files (copy, files, error))
    return soleus_connection_commit (copy, error);
  soleus_connection_rollback (copy);
  return FALSE;
}

static gboolean
check_file (const SoleusContentFile  *file,
            const char               *hash,
            GError                  **error)
{
  g_autofree char *present = dup_hash (file);
  g_autofree char *name = g_utf8_make_valid (file->name, -1);

  if (soleus_content_folder_is_name (file->name) && g_strcmp0 (present, hash) == 0)
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED, _("“%s”, which your clinic added to the protocol, is not in the backup as it was written."), name);
  return FALSE;
}

/**
 * soleus_content_copy_get:
 * @copy: a backup
 * @files: (out) (transfer full) (nullable) (element-type SoleusContentFile): what it holds, by their names; %NULL where it was made
 *   before a backup held them
 * @error: %SOLEUS_ERROR_DAMAGED: which is not as it was written
 *
 * Returns: whether all could be read
 */
gboolean
soleus_content_copy_get (SoleusConnection  *copy,
                         GPtrArray        **files,
                         GError           **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_content_file_free);
  g_autoptr (SoleusStatement) statement = NULL;
  SoleusStep step;

  *files = NULL;
  if (soleus_connection_get_int (copy, "SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND name = 'content_file'", 0) == 0)
    return TRUE;
  statement = soleus_connection_prepare (copy, "SELECT name, bytes, hash FROM content_file ORDER BY name", error);
  if (statement == NULL)
    return FALSE;
  while ((step = soleus_statement_step (statement, error)) == SOLEUS_STEP_ROW)
    {
      g_autoptr (GBytes) bytes = soleus_statement_get_bytes (statement, 1);
      SoleusContentFile *file = soleus_content_file_new (soleus_statement_get_text (statement, 0), bytes);

      g_ptr_array_add (found, file);
      if (!check_file (file, soleus_statement_get_text (statement, 2), error))
        return FALSE;
    }
  if (step == SOLEUS_STEP_ERROR)
    return FALSE;
  *files = g_steal_pointer (&found);
  return TRUE;
}

/**
 * soleus_content_copy_drop:
 * @copy: a backup that becomes a clinic file
 *
 * Returns: %FALSE with @error set
 */
gboolean
soleus_content_copy_drop (SoleusConnection  *copy,
                          GError           **error)
{
  return soleus_connection_exec (copy, "DROP TABLE IF EXISTS content_file", error);
}
