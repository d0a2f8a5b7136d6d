#include "soleus-config.h"

#include "soleus-content-hash.h"

#include <string.h>

#include "soleus-moment.h"
#include "soleus-statement.h"

static void
add_text (GChecksum  *checksum,
          const char *text)
{
  /* the zero keeps two neighbours apart */
  g_checksum_update (checksum, (const guchar *) (text != NULL ? text : ""), text != NULL ? (gssize) strlen (text) + 1 : 1);
}

static gboolean
add_rows (SoleusConnection  *connection,
          const char        *sql,
          int                n_columns,
          GChecksum         *checksum,
          GError           **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection, sql, error);
  SoleusStep step;

  if (statement == NULL)
    return FALSE;
  add_text (checksum, sql);
  while ((step = soleus_statement_step (statement, error)) == SOLEUS_STEP_ROW)
    for (int i = 0; i < n_columns; i++)
      add_text (checksum, soleus_statement_get_text (statement, i));
  return step == SOLEUS_STEP_DONE;
}

/**
 * soleus_content_hash_compute:
 *
 * Covers every revision of every record with its stamps, void ones too, the kept documents and the drafts; not the audit, which tells what was
 * done in this file. A complete archive that is imported elsewhere has the same one.
 *
 * Returns: (transfer full): SHA-256, hexadecimal, or %NULL with @error set
 */
char *
soleus_content_hash_compute (SoleusConnection  *connection,
                             GError           **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  if (!add_rows (connection, "SELECT kind, record, CAST (revision AS TEXT), content FROM version ORDER BY kind, record, revision", 4, checksum, error) ||
      !add_rows (connection, "SELECT hash FROM blob ORDER BY hash", 1, checksum, error) ||
      !add_rows (connection, "SELECT \"key\", kind, athlete, title, CAST (content AS TEXT), CAST (updated_at AS TEXT) FROM draft ORDER BY \"key\"", 6, checksum, error))
    return NULL;
  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * soleus_content_hash_dup_head:
 * @at: (out): when, microseconds UTC; %SOLEUS_UNKNOWN_INSTANT in an empty file
 *
 * The newest entry of the audit that changed what the file holds. Looking, printing and exporting change nothing: two exports of the same
 * content name the same entry.
 *
 * Returns: (transfer full): its number and hash, "" in an empty file
 */
char *
soleus_content_hash_dup_head (SoleusConnection *connection,
                              gint64           *at)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection,
    "SELECT seq, hash, at FROM audit WHERE after_hash IS NOT NULL OR action IN ('erase', 'restrict', 'unrestrict') ORDER BY seq DESC LIMIT 1", NULL);

  *at = SOLEUS_UNKNOWN_INSTANT;
  if (statement == NULL || soleus_statement_step (statement, NULL) != SOLEUS_STEP_ROW)
    return g_strdup ("");
  *at = soleus_statement_get_int (statement, 2);
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", soleus_statement_get_int (statement, 0), soleus_statement_get_text (statement, 1));
}
