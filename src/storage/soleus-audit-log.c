#include "soleus-config.h"

#include "soleus-audit-log.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "soleus-statement.h"

static void
hash_text (GChecksum  *checksum,
           const char *text)
{
  /* the length in front keeps "ab","c" from hashing like "a","bc"; a dash is not the empty text */
  g_autofree char *prefix = text != NULL ? g_strdup_printf ("%" G_GSIZE_FORMAT ":", strlen (text)) : g_strdup ("-");

  g_checksum_update (checksum, (const guchar *) prefix, -1);
  if (text != NULL)
    g_checksum_update (checksum, (const guchar *) text, -1);
}

static void
hash_number (GChecksum *checksum,
             gint64     number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  hash_text (checksum, text);
}

static char *
dup_hash (const SoleusAuditEntry *entry,
          gint64                  seq,
          const char             *previous)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  hash_number (checksum, seq);
  hash_number (checksum, entry->at);
  hash_number (checksum, entry->utc_offset);
  hash_text (checksum, entry->therapist);
  hash_text (checksum, entry->action);
  hash_text (checksum, entry->kind);
  hash_text (checksum, entry->record);
  hash_number (checksum, entry->revision);
  hash_text (checksum, entry->before_hash);
  hash_text (checksum, entry->after_hash);
  hash_text (checksum, entry->detail);
  hash_text (checksum, previous);
  return g_strdup (g_checksum_get_string (checksum));
}

static gboolean
read_head (SoleusConnection  *connection,
           gint64            *seq,
           char             **hash,
           GError           **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection, "SELECT seq, hash FROM audit_head", error);
  SoleusStep step;

  if (statement == NULL)
    return FALSE;
  step = soleus_statement_step (statement, error);
  if (step == SOLEUS_STEP_ERROR)
    return FALSE;
  *seq = step == SOLEUS_STEP_ROW ? soleus_statement_get_int (statement, 0) : 0;
  *hash = g_strdup (step == SOLEUS_STEP_ROW ? soleus_statement_get_text (statement, 1) : "");
  return TRUE;
}

static gboolean
write_head (SoleusConnection  *connection,
            gint64             seq,
            const char        *hash,
            GError           **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection,
    "UPDATE audit_head SET seq = :seq, hash = :hash WHERE one = 1", error);

  if (statement == NULL)
    return FALSE;
  soleus_statement_bind_int (statement, ":seq", seq);
  soleus_statement_bind_text (statement, ":hash", hash);
  return soleus_statement_run (statement, error);
}

/**
 * soleus_audit_log_append:
 * @entry: what happened; seq is not read
 *
 * Belongs into the transaction of what it tells of.
 *
 * Returns: %FALSE with @error set
 */
gboolean
soleus_audit_log_append (SoleusConnection        *connection,
                         const SoleusAuditEntry  *entry,
                         GError                 **error)
{
  g_autoptr (SoleusStatement) statement = NULL;
  g_autofree char *previous = NULL;
  g_autofree char *hash = NULL;
  gint64 seq;

  if (!read_head (connection, &seq, &previous, error))
    return FALSE;
  seq++;
  hash = dup_hash (entry, seq, previous);
  statement = soleus_connection_prepare (connection,
    "INSERT INTO audit (seq, at, utc_offset, therapist, action, kind, record, revision, before_hash, after_hash, detail, previous, hash) "
    "VALUES (:seq, :at, :utc_offset, :therapist, :action, :kind, :record, :revision, :before_hash, :after_hash, :detail, :previous, :hash)", error);
  if (statement == NULL)
    return FALSE;
  soleus_statement_bind_int (statement, ":seq", seq);
  soleus_statement_bind_int (statement, ":at", entry->at);
  soleus_statement_bind_int (statement, ":utc_offset", entry->utc_offset);
  soleus_statement_bind_text (statement, ":therapist", entry->therapist);
  soleus_statement_bind_text (statement, ":action", entry->action);
  soleus_statement_bind_text (statement, ":kind", entry->kind);
  soleus_statement_bind_text (statement, ":record", entry->record);
  soleus_statement_bind_int (statement, ":revision", entry->revision);
  soleus_statement_bind_text (statement, ":before_hash", entry->before_hash);
  soleus_statement_bind_text (statement, ":after_hash", entry->after_hash);
  soleus_statement_bind_text (statement, ":detail", entry->detail);
  soleus_statement_bind_text (statement, ":previous", previous);
  soleus_statement_bind_text (statement, ":hash", hash);
  return soleus_statement_run (statement, error) && write_head (connection, seq, hash, error);
}

/**
 * soleus_audit_log_dup_head:
 *
 * Returns: (transfer full): number and hash of the newest row, for printing on backups and exports
 */
char *
soleus_audit_log_dup_head (SoleusConnection *connection)
{
  g_autofree char *hash = NULL;
  gint64 seq = 0;

  if (!read_head (connection, &seq, &hash, NULL))
    return g_strdup ("");
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", seq, hash);
}

/**
 * soleus_audit_log_has_entry:
 * @head: what soleus_audit_log_dup_head() gave, here or from another copy of the file
 *
 * Returns: whether the log holds that entry as it was: the log is then the same one, or goes on from there
 */
gboolean
soleus_audit_log_has_entry (SoleusConnection *connection,
                            const char       *head)
{
  g_autoptr (SoleusStatement) statement = NULL;
  char *hash = NULL;
  gint64 seq = g_ascii_strtoll (head, &hash, 10);

  if (seq == 0)
    return TRUE;
  statement = soleus_connection_prepare (connection, "SELECT hash FROM audit WHERE seq = :seq", NULL);
  if (statement == NULL || hash[0] != ' ')
    return FALSE;
  soleus_statement_bind_int (statement, ":seq", seq);
  return soleus_statement_step (statement, NULL) == SOLEUS_STEP_ROW && g_strcmp0 (soleus_statement_get_text (statement, 0), hash + 1) == 0;
}

static void
read_entry (SoleusStatement  *statement,
            SoleusAuditEntry *entry)
{
  entry->seq = soleus_statement_get_int (statement, 0);
  entry->at = soleus_statement_get_int (statement, 1);
  entry->utc_offset = (int) soleus_statement_get_int (statement, 2);
  entry->therapist = soleus_statement_get_text (statement, 3);
  entry->action = soleus_statement_get_text (statement, 4);
  entry->kind = soleus_statement_get_text (statement, 5);
  entry->record = soleus_statement_get_text (statement, 6);
  entry->revision = soleus_statement_get_int (statement, 7);
  entry->before_hash = soleus_statement_get_text (statement, 8);
  entry->after_hash = soleus_statement_get_text (statement, 9);
  entry->detail = soleus_statement_get_text (statement, 10);
}

static char *
find_problem (const SoleusAuditEntry *entry,
              const char             *stored_previous,
              const char             *stored_hash,
              gint64                  expected_seq,
              const char             *previous)
{
  g_autofree char *hash = dup_hash (entry, entry->seq, stored_previous);

  if (entry->seq != expected_seq)
    return g_strdup_printf (_("Audit entries %" PRId64 " to %" PRId64 " are missing."), expected_seq, entry->seq - 1);
  if (g_strcmp0 (hash, stored_hash) != 0)
    return g_strdup_printf (_("Audit entry %" PRId64 " (%s %s %s) was changed."), entry->seq,
                            entry->action, entry->kind != NULL ? entry->kind : "", entry->record != NULL ? entry->record : "");
  if (g_strcmp0 (previous, stored_previous) != 0)
    return g_strdup_printf (_("Audit entry %" PRId64 " does not follow from the entry before it."), entry->seq);
  return NULL;
}

/**
 * soleus_audit_log_foreach:
 * @func: called for each row in order, and a last time with the head's problem and a %NULL entry if the head does not fit
 *
 * Returns: %FALSE with @error set if the log could not be read through
 */
gboolean
soleus_audit_log_foreach (SoleusConnection  *connection,
                          SoleusAuditFunc    func,
                          gpointer           user_data,
                          GError           **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection,
    "SELECT seq, at, utc_offset, therapist, action, kind, record, revision, before_hash, after_hash, detail, previous, hash "
    "FROM audit ORDER BY seq", error);
  g_autofree char *previous = g_strdup ("");
  g_autofree char *head = NULL;
  gint64 expected = 1;
  gint64 head_seq = 0;
  SoleusStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = soleus_statement_step (statement, error)) == SOLEUS_STEP_ROW)
    {
      SoleusAuditEntry entry;
      g_autofree char *problem = NULL;

      read_entry (statement, &entry);
      problem = find_problem (&entry, soleus_statement_get_text (statement, 11), soleus_statement_get_text (statement, 12), expected, previous);
      func (&entry, problem, user_data);
      expected = entry.seq + 1;
      g_free (previous);
      previous = g_strdup (soleus_statement_get_text (statement, 12));
    }
  if (step == SOLEUS_STEP_ERROR || !read_head (connection, &head_seq, &head, error))
    return FALSE;
  if (head_seq != expected - 1 || g_strcmp0 (head, previous) != 0)
    func (NULL, _("The end of the audit was cut off or changed: its last entries are missing."), user_data);
  return TRUE;
}
