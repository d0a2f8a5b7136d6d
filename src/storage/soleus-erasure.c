#include "soleus-config.h"

#include "soleus-erasure.h"

#include <glib/gi18n-lib.h>

#include "soleus-audit-log.h"
#include "soleus-error.h"
#include "soleus-note-search.h"
#include "soleus-record-table.h"
#include "soleus-statement.h"

/* stands beside the scope of the index of notes, from the commit of an erasure until the file was cleaned after it; no scope: it has no dot */
#define TO_BE_CLEANED "erased, to be cleaned"

typedef struct {
  SoleusConnection *connection;
  const char       *athlete;
  SoleusAuditEntry  entry; /* who, when and why; kind and record change */
  guint             n_erased;
} Erasure;

static const char *
get_owner_column (const SoleusRecordKind *kind)
{
  if (g_str_equal (kind->name, "athlete"))
    return "id";
  for (gsize i = 0; i < kind->n_fields; i++)
    if (g_str_equal (kind->fields[i].name, "athlete"))
      return "athlete";
  return NULL;
}

static gboolean
run_for (Erasure     *self,
         const char  *sql,
         GError     **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (self->connection, sql, error);

  if (statement == NULL)
    return FALSE;
  soleus_statement_bind_text (statement, ":athlete", self->athlete);
  return soleus_statement_run (statement, error);
}

/* (transfer full) (element-type utf8): ids of the records of a kind that are this person's */
static GPtrArray *
list_ids (Erasure                 *self,
          const SoleusRecordKind  *kind,
          GError                 **error)
{
  g_autofree char *table = soleus_record_table_dup_name (kind);
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = :athlete", table, get_owner_column (kind));
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (self->connection, sql, error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  SoleusStep step;

  if (statement == NULL)
    return NULL;
  soleus_statement_bind_text (statement, ":athlete", self->athlete);
  while ((step = soleus_statement_step (statement, error)) == SOLEUS_STEP_ROW)
    g_ptr_array_add (ids, g_strdup (soleus_statement_get_text (statement, 0)));
  return step == SOLEUS_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static gboolean
erase_versions (Erasure                 *self,
                const SoleusRecordKind  *kind,
                const char              *id,
                GError                 **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (self->connection,
    "DELETE FROM version WHERE kind = :kind AND record = :record", error);

  if (statement == NULL)
    return FALSE;
  soleus_statement_bind_text (statement, ":kind", kind->name);
  soleus_statement_bind_text (statement, ":record", id);
  if (!soleus_statement_run (statement, error))
    return FALSE;
  self->entry.kind = kind->name;
  self->entry.record = id;
  self->n_erased++;
  return soleus_audit_log_append (self->connection, &self->entry, error);
}

static gboolean
erase_kind (Erasure                 *self,
            const SoleusRecordKind  *kind,
            GError                 **error)
{
  g_autofree char *table = soleus_record_table_dup_name (kind);
  g_autofree char *sql = NULL;
  g_autoptr (GPtrArray) ids = NULL;

  if (get_owner_column (kind) == NULL)
    return TRUE;
  ids = list_ids (self, kind, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!erase_versions (self, kind, ids->pdata[i], error))
      return FALSE;
  sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE \"%s\" = :athlete", table, get_owner_column (kind));
  return run_for (self, sql, error);
}

/* Both indexes are made anew from those who stay: a deleted row leaves its words in them otherwise. */
static gboolean
rebuild_search (SoleusConnection  *connection,
                GError           **error)
{
  return soleus_connection_exec (connection,
    "DELETE FROM athlete_search WHERE rowid NOT IN (SELECT rowid FROM athlete);"
    "INSERT INTO athlete_search (athlete_search) VALUES ('rebuild')", error) &&
         soleus_note_search_rebuild (connection, error);
}

static gboolean
erase (Erasure  *self,
       GError  **error)
{
  const SoleusRecordKind *const *kinds = soleus_record_list_kinds ();
  gsize n_kinds = 0;

  while (kinds[n_kinds] != NULL)
    n_kinds++;
  /* what refers to others goes first */
  for (gsize i = n_kinds; i > 0; i--)
    if (!erase_kind (self, kinds[i - 1], error))
      return FALSE;
  return run_for (self, "DELETE FROM draft WHERE athlete = :athlete OR instr (\"key\", :athlete) > 0", error) &&
         soleus_connection_exec (self->connection, "DELETE FROM blob WHERE hash NOT IN (SELECT content_hash FROM document)", error) &&
         rebuild_search (self->connection, error) &&
         soleus_connection_exec (self->connection, "INSERT INTO note_scope (fields) VALUES ('" TO_BE_CLEANED "')", error);
}

/**
 * soleus_erasure_run:
 * @athlete: whom
 * @therapist: (nullable): who erases
 * @ground: why it is allowed; it stays in the audit and must not say what was recorded
 * @n_erased: (out): how many records
 *
 * Everything in one transaction, which also notes that the file must be cleaned. Call soleus_erasure_clean() afterwards; where that fails or is
 * cut off, soleus_erasure_finish() does it later.
 *
 * Returns: %FALSE with @error set, and nothing erased
 */
gboolean
soleus_erasure_run (SoleusConnection    *connection,
                    const char          *athlete,
                    const char          *therapist,
                    const char          *ground,
                    const SoleusMoment  *now,
                    guint               *n_erased,
                    GError             **error)
{
  Erasure self = { connection, athlete, { 0, now->instant, now->utc_offset, therapist, "erase", NULL, NULL, 0, NULL, NULL, ground } };
  gboolean done;

  /* what is freed is overwritten from now on */
  if (!soleus_connection_exec (connection, "PRAGMA secure_delete = ON", error) || !soleus_connection_begin (connection, error))
    return FALSE;
  soleus_connection_set_guarded (connection, FALSE);
  done = erase (&self, error);
  soleus_connection_set_guarded (connection, TRUE);
  if (done && self.n_erased == 0)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND, _("There is no athlete “%s”."), athlete);
      done = FALSE;
    }
  if (!done)
    {
      soleus_connection_rollback (connection);
      return FALSE;
    }
  if (!soleus_connection_commit (connection, error))
    return FALSE;
  *n_erased = self.n_erased;
  return TRUE;
}

static gboolean
empty_journal (SoleusConnection  *connection,
               GError           **error)
{
  g_autoptr (SoleusStatement) checkpoint = soleus_connection_prepare (connection, "PRAGMA wal_checkpoint (TRUNCATE)", error);

  if (checkpoint == NULL || soleus_statement_step (checkpoint, error) != SOLEUS_STEP_ROW)
    return FALSE;
  if (soleus_statement_get_int (checkpoint, 0) == 0)
    return TRUE;
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_LOCKED, "in use elsewhere");
  return FALSE;
}

static gboolean
write_anew (SoleusConnection  *connection,
            GError           **error)
{
  return soleus_connection_vacuum (connection, error) &&
         empty_journal (connection, error) &&
         soleus_connection_exec (connection, "DELETE FROM note_scope WHERE fields = '" TO_BE_CLEANED "'", error);
}

/**
 * soleus_erasure_clean:
 *
 * Writes the file anew without what is free in it, and empties the journal beside it.
 *
 * Returns: %FALSE with @error set: the records are erased, but traces may still be in the file; soleus_erasure_finish() tries again
 */
gboolean
soleus_erasure_clean (SoleusConnection  *connection,
                      GError           **error)
{
  g_autoptr (GError) reason = NULL;

  if (write_anew (connection, &reason))
    return TRUE;
  g_info ("Not cleaned after an erasure: %s", reason->message);
  g_set_error (error, SOLEUS_ERROR, reason->code,
               _("The records are erased, but “%s” could not be written anew, so traces may still be in it. They go when it is opened the next time."),
               soleus_connection_get_path (connection));
  return FALSE;
}

/**
 * soleus_erasure_finish:
 * @connection: a clinic file; one that can only be read is left alone
 *
 * Cleans a file from which somebody was erased by a program that could not do so to the end. Where it cannot be done now either, the file
 * is as good as it was, and is cleaned when it is opened the next time.
 */
void
soleus_erasure_finish (SoleusConnection *connection)
{
  if (!soleus_connection_is_read_only (connection) &&
      soleus_connection_get_int (connection, "SELECT count (*) FROM note_scope WHERE fields = '" TO_BE_CLEANED "'", 0) > 0)
    soleus_erasure_clean (connection, NULL);
}
