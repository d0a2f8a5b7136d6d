#include "soleus-config.h"

#include "soleus-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "soleus-athlete-search.h"
#include "soleus-athlete.h"
#include "soleus-clock.h"
#include "soleus-encryption.h"
#include "soleus-erasure.h"
#include "soleus-error.h"
#include "soleus-journal.h"
#include "soleus-migrator.h"
#include "soleus-record-others.h"
#include "soleus-note-search.h"
#include "soleus-record-table.h"
#include "soleus-statement.h"
#include "soleus-verification.h"

struct _SoleusStore {
  GObject           parent_instance;
  SoleusConnection *connection; /* (owned) */
  SoleusClock      *clock;      /* (owned) */
  char             *loss;       /* (owned) (nullable): what a damaged journal has lost, a sentence */
  GPtrArray        *unindexed;  /* (owned) (element-type SoleusRecord) written in this transaction, whose notes are not searchable yet */
};

/* so many records wait at most */
#define MOST_UNINDEXED 256

G_DEFINE_FINAL_TYPE (SoleusStore, soleus_store, G_TYPE_OBJECT)

static void
soleus_store_dispose (GObject *object)
{
  SoleusStore *self = SOLEUS_STORE (object);

  if (self->connection != NULL)
    soleus_connection_rollback (self->connection);
  g_clear_object (&self->connection);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->unindexed, g_ptr_array_unref);
  g_clear_pointer (&self->loss, g_free);

  G_OBJECT_CLASS (soleus_store_parent_class)->dispose (object);
}

static void
soleus_store_class_init (SoleusStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_store_dispose;
}

static void
soleus_store_init (SoleusStore *self)
{
  self->unindexed = g_ptr_array_new_with_free_func (g_object_unref);
}

/* @kept: (nullable): where the journal is kept */
static void
tell_loss (SoleusStore *self,
           guint        n_changes,
           const char  *kept)
{
  g_autofree char *number = g_strdup_printf ("%u", n_changes);
  g_autofree char *where = kept != NULL ? g_strdup_printf (_(" It is kept as “%s”."), kept) : g_strdup ("");
  g_autofree char *loss = g_strdup_printf (ngettext ("The last %u change was saved, but cannot be read any more: the journal that a crash left is damaged.",
                                                     "The last %u changes were saved, but cannot be read any more: the journal that a crash left is damaged.",
                                                     n_changes), n_changes);

  self->loss = g_strconcat (loss, where, _(" Look at the newest entries and enter again what is missing."), NULL);
  if (soleus_store_is_read_only (self))
    return;
  soleus_store_note (self, NULL, "damaged-journal", NULL, NULL, number, NULL);
  /* whoever opens the file next, while this one is open, finds another journal */
  soleus_connection_exec (self->connection, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
}

/**
 * soleus_store_open:
 * @path: a clinic file, or ":memory:"
 * @clock: the clock that stamps what is written
 *
 * Opens the file and brings it to the present schema.
 *
 * Returns: (transfer full): the store, or %NULL with a sentence in @error
 */
SoleusStore *
soleus_store_open (const char        *path,
                   SoleusStoreFlags   flags,
                   SoleusClock       *clock,
                   GError           **error)
{
  g_autoptr (SoleusStore) self = g_object_new (SOLEUS_TYPE_STORE, NULL);
  guint n_lost = soleus_journal_count_unreadable (path);
  g_autofree char *kept = n_lost > 0 && !(flags & SOLEUS_STORE_READ_ONLY) ? soleus_journal_keep (path, soleus_clock_get_now (clock)) : NULL;

  self->clock = g_object_ref (clock);
  self->connection = soleus_connection_open (path, (SoleusConnectionFlags) flags, error);
  if (self->connection == NULL || !soleus_migrator_run (self->connection, error))
    return NULL;
  soleus_connection_set_guarded (self->connection, TRUE);
  soleus_encryption_tidy (self->connection);
  soleus_erasure_finish (self->connection);
  if (n_lost > 0)
    tell_loss (self, n_lost, kept);
  return g_steal_pointer (&self);
}

/**
 * soleus_store_get_loss:
 *
 * Returns: (nullable): a sentence where changes that had been saved could not be read when the file was opened
 */
const char *
soleus_store_get_loss (SoleusStore *self)
{
  return self->loss;
}

const char *
soleus_store_get_path (SoleusStore *self)
{
  return soleus_connection_get_path (self->connection);
}

gboolean
soleus_store_is_read_only (SoleusStore *self)
{
  return soleus_connection_is_read_only (self->connection);
}

SoleusConnection *
soleus_store_get_connection (SoleusStore *self)
{
  return self->connection;
}

gboolean
soleus_store_begin (SoleusStore  *self,
                    GError      **error)
{
  g_ptr_array_set_size (self->unindexed, 0);
  return soleus_connection_begin (self->connection, error);
}

/* The index of notes comes last: once it is written to, SQLite flushes it after every further statement of the transaction. */
static gboolean
index_notes (SoleusStore  *self,
             GError      **error)
{
  for (guint i = 0; i < self->unindexed->len; i++)
    if (!soleus_note_search_index (self->connection, self->unindexed->pdata[i], error))
      return FALSE;
  g_ptr_array_set_size (self->unindexed, 0);
  return TRUE;
}

gboolean
soleus_store_commit (SoleusStore  *self,
                     GError      **error)
{
  if (index_notes (self, error))
    return soleus_connection_commit (self->connection, error);
  soleus_store_rollback (self);
  return FALSE;
}

void
soleus_store_rollback (SoleusStore *self)
{
  g_ptr_array_set_size (self->unindexed, 0);
  soleus_connection_rollback (self->connection);
}

/* What no field holds goes on from revision to revision: the row does not have it. */
static void
carry_other_members (SoleusRecord *record,
                     const char   *content)
{
  g_autoptr (GVariant) fields = NULL;
  g_autoptr (SoleusRecord) former = NULL;

  if (soleus_record_get_other_members (record) != NULL || content == NULL || strstr (content, "'other-members'") == NULL)
    return;
  fields = g_variant_parse (G_VARIANT_TYPE_VARDICT, content, NULL, NULL, NULL);
  former = fields != NULL ? soleus_record_new_from_variant (soleus_record_get_kind (record), fields, NULL) : NULL;
  if (former != NULL)
    soleus_record_set_other_members (record, soleus_record_get_other_members (former));
}

static char *
take_former_version (SoleusConnection *connection,
                     SoleusRecord     *record,
                     gint64            revision)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection,
    "SELECT hash, content FROM version WHERE kind = :kind AND record = :record AND revision = :revision", NULL);

  if (statement == NULL)
    return NULL;
  soleus_statement_bind_text (statement, ":kind", soleus_record_get_kind (record)->name);
  soleus_statement_bind_text (statement, ":record", soleus_record_get_id (record));
  soleus_statement_bind_int (statement, ":revision", revision);
  if (soleus_statement_step (statement, NULL) != SOLEUS_STEP_ROW)
    return NULL;
  carry_other_members (record, soleus_statement_get_text (statement, 1));
  return g_strdup (soleus_statement_get_text (statement, 0));
}

static char *
insert_version (SoleusConnection  *connection,
                SoleusRecord      *record,
                GError           **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection,
    "INSERT INTO version (kind, record, revision, content, salt, hash) VALUES (:kind, :record, :revision, :content, :salt, :hash)", error);
  g_autofree char *content = soleus_record_dup_version_text (record);
  g_autofree char *salt = g_uuid_string_random ();
  g_autofree char *hash = soleus_verification_dup_version_hash (salt, content);

  if (statement == NULL)
    return NULL;
  soleus_statement_bind_text (statement, ":kind", soleus_record_get_kind (record)->name);
  soleus_statement_bind_text (statement, ":record", soleus_record_get_id (record));
  soleus_statement_bind_int (statement, ":revision", soleus_record_get_revision (record));
  soleus_statement_bind_text (statement, ":content", content);
  soleus_statement_bind_text (statement, ":salt", salt);
  soleus_statement_bind_text (statement, ":hash", hash);
  return soleus_statement_run (statement, error) ? g_steal_pointer (&hash) : NULL;
}

static void
stamp (SoleusStore  *self,
       SoleusRecord *record,
       const char   *therapist)
{
  gint64 revision = soleus_record_get_revision (record);
  g_autoptr (SoleusMoment) now = soleus_moment_new_local (soleus_clock_get_now (self->clock));

  soleus_record_set_int (record, "revision", revision + 1);
  if (revision == 0)
    {
      soleus_record_set_moment (record, "created-at", now);
      soleus_record_set_text (record, "created-by", therapist);
    }
  soleus_record_set_moment (record, "updated-at", now);
  soleus_record_set_text (record, "updated-by", therapist);
}

static const char *
name_action (SoleusRecord *record,
             gint64        former)
{
  if (former == 0)
    return "add";
  return soleus_record_is_void (record) ? "void" : "change";
}

static gboolean
write_record (SoleusStore   *self,
              SoleusRecord  *record,
              gint64         former,
              GError       **error)
{
  if (former == 0 ? !soleus_record_table_insert (self->connection, record, error)
                  : !soleus_record_table_update (self->connection, record, former, error))
    return FALSE;
  if (SOLEUS_IS_ATHLETE (record) && !soleus_athlete_search_index (self->connection, record, error))
    return FALSE;
  g_ptr_array_add (self->unindexed, g_object_ref (record));
  return self->unindexed->len < MOST_UNINDEXED || index_notes (self, error);
}

/* The version and the audit entry of a revision, at @now by @therapist, whatever stamps the record carries. */
static gboolean
record_revision (SoleusStore         *self,
                 SoleusRecord        *record,
                 const char          *before,
                 const SoleusMoment  *now,
                 const char          *therapist,
                 const char          *detail,
                 char               **after,
                 GError             **error)
{
  gint64 revision = soleus_record_get_revision (record);
  SoleusAuditEntry entry = { 0, now->instant, now->utc_offset, therapist, name_action (record, revision - 1), soleus_record_get_kind (record)->name,
                             soleus_record_get_id (record), revision, before, NULL, detail };

  entry.after_hash = *after = insert_version (self->connection, record, error);
  return *after != NULL && soleus_audit_log_append (self->connection, &entry, error);
}

/**
 * soleus_store_save:
 * @record: an unsealed record; revision 0 is new, otherwise a changed copy of the stored one
 * @therapist: (nullable): the author's id
 * @detail: (nullable): a remark for the audit
 *
 * Writes the record with its next revision, the version, and the audit entry, within the transaction that the caller
 * has begun. The record is stamped and sealed.
 *
 * Returns: %FALSE with @error set; the caller rolls back
 */
gboolean
soleus_store_save (SoleusStore   *self,
                   SoleusRecord  *record,
                   const char    *therapist,
                   const char    *detail,
                   GError       **error)
{
  gint64 former = soleus_record_get_revision (record);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_return_val_if_fail (soleus_connection_in_transaction (self->connection), FALSE);

  stamp (self, record, therapist);
  if (former > 0)
    before = take_former_version (self->connection, record, former);
  if (!write_record (self, record, former, error) ||
      !record_revision (self, record, before, soleus_record_get_moment (record, "updated-at"), therapist, detail, &after, error))
    return FALSE;
  soleus_record_seal (record);
  return TRUE;
}

/* the stamps of where the record comes from */
static void
take_stamps (SoleusRecord *record,
             SoleusRecord *version)
{
  soleus_record_set_int (record, "revision", soleus_record_get_revision (version));
  soleus_record_set_moment (record, "created-at", soleus_record_get_moment (version, "created-at"));
  soleus_record_set_text (record, "created-by", soleus_record_get_text (version, "created-by"));
  soleus_record_set_moment (record, "updated-at", soleus_record_get_moment (version, "updated-at"));
  soleus_record_set_text (record, "updated-by", soleus_record_get_text (version, "updated-by"));
}

/**
 * soleus_store_save_history:
 * @record: an unsealed record that is not in this file
 * @history: (element-type SoleusRecord): all its revisions elsewhere, from 1 without a gap, the last one that of @record
 * @therapist: (nullable): who brings it here
 *
 * Writes the record with every revision and the stamps that these carry. The audit says when and by whom it came here.
 *
 * Returns: %FALSE with @error set; the caller rolls back
 */
gboolean
soleus_store_save_history (SoleusStore   *self,
                           SoleusRecord  *record,
                           GPtrArray     *history,
                           const char    *therapist,
                           GError       **error)
{
  g_autoptr (SoleusMoment) now = soleus_moment_new_local (soleus_clock_get_now (self->clock));
  g_autofree char *before = NULL;

  g_return_val_if_fail (soleus_connection_in_transaction (self->connection), FALSE);
  g_return_val_if_fail (history->len > 0, FALSE);

  take_stamps (record, history->pdata[history->len - 1]);
  if (!write_record (self, record, 0, error))
    return FALSE;
  for (guint i = 0; i < history->len; i++)
    {
      char *after = NULL;
      gboolean done = record_revision (self, i + 1 < history->len ? history->pdata[i] : record, before, now, therapist, "import", &after, error);

      g_free (before);
      before = after;
      if (!done)
        return FALSE;
    }
  soleus_record_seal (record);
  return TRUE;
}

/**
 * soleus_store_note:
 * @action: what was done without changing a record: "export", "print", "view"
 *
 * Writes an audit entry, in the open transaction or in one of its own.
 *
 * Returns: %FALSE with @error set
 */
gboolean
soleus_store_note (SoleusStore  *self,
                   const char   *therapist,
                   const char   *action,
                   const char   *kind,
                   const char   *record,
                   const char   *detail,
                   GError      **error)
{
  g_autoptr (SoleusMoment) now = soleus_moment_new_local (soleus_clock_get_now (self->clock));
  SoleusAuditEntry entry = { 0, now->instant, now->utc_offset, therapist, action, kind, record, 0, NULL, NULL, detail };
  gboolean own = !soleus_connection_in_transaction (self->connection);

  if (own && !soleus_connection_begin (self->connection, error))
    return FALSE;
  if (!soleus_audit_log_append (self->connection, &entry, error))
    {
      if (own)
        soleus_connection_rollback (self->connection);
      return FALSE;
    }
  return own ? soleus_connection_commit (self->connection, error) : TRUE;
}

/**
 * soleus_store_find:
 *
 * Returns: (transfer full) (nullable): the record, void or not; %NULL without error if there is none
 */
SoleusRecord *
soleus_store_find (SoleusStore             *self,
                   const SoleusRecordKind  *kind,
                   const char              *id,
                   GError                 **error)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;

  soleus_query_where_text (query, "id", SOLEUS_QUERY_EQUAL, id);
  soleus_query_include_void (query);
  records = soleus_record_table_select (self->connection, query, error);
  if (records == NULL || records->len == 0)
    return NULL;
  return g_object_ref (records->pdata[0]);
}

GPtrArray *
soleus_store_list (SoleusStore  *self,
                   SoleusQuery  *query,
                   GError      **error)
{
  return soleus_record_table_select (self->connection, query, error);
}

gint64
soleus_store_count (SoleusStore  *self,
                    SoleusQuery  *query,
                    GError      **error)
{
  return soleus_record_table_count (self->connection, query, error);
}

/**
 * soleus_store_list_versions:
 *
 * Returns: (transfer full) (element-type SoleusRecord): every revision as it was, oldest first, or %NULL with @error set
 */
GPtrArray *
soleus_store_list_versions (SoleusStore             *self,
                            const SoleusRecordKind  *kind,
                            const char              *id,
                            GError                 **error)
{
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (self->connection,
    "SELECT content FROM version WHERE kind = :kind AND record = :record ORDER BY revision", error);
  SoleusStep step;

  if (statement == NULL)
    return NULL;
  soleus_statement_bind_text (statement, ":kind", kind->name);
  soleus_statement_bind_text (statement, ":record", id);
  while ((step = soleus_statement_step (statement, error)) == SOLEUS_STEP_ROW)
    {
      g_autoptr (GVariant) fields = g_variant_parse (G_VARIANT_TYPE_VARDICT, soleus_statement_get_text (statement, 0), NULL, NULL, error);
      SoleusRecord *version = fields != NULL ? soleus_record_new_from_variant (kind, fields, error) : NULL;

      if (version == NULL)
        return NULL;
      soleus_record_seal (version);
      g_ptr_array_add (versions, version);
    }
  return step == SOLEUS_STEP_DONE ? g_steal_pointer (&versions) : NULL;
}

/**
 * soleus_store_list_ids_by_prefix:
 *
 * Returns: (transfer full) (array zero-terminated=1): ids of live records, or %NULL with @error set
 */
char **
soleus_store_list_ids_by_prefix (SoleusStore             *self,
                                 const SoleusRecordKind  *kind,
                                 const char              *prefix,
                                 guint                    limit,
                                 GError                 **error)
{
  g_autofree char *table = soleus_record_table_dup_name (kind);
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE id >= :low AND id < :high AND void_reason IS NULL LIMIT :limit", table);
  g_autofree char *high = g_strconcat (prefix, "~", NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (self->connection, sql, error);
  SoleusStep step;

  if (statement == NULL)
    return NULL;
  soleus_statement_bind_text (statement, ":low", prefix);
  soleus_statement_bind_text (statement, ":high", high);
  soleus_statement_bind_int (statement, ":limit", limit);
  while ((step = soleus_statement_step (statement, error)) == SOLEUS_STEP_ROW)
    g_strv_builder_add (builder, soleus_statement_get_text (statement, 0));
  return step == SOLEUS_STEP_DONE ? g_strv_builder_end (builder) : NULL;
}

/**
 * soleus_store_get_newest_instant:
 *
 * The latest time that any entry was made at, not the time of the last entry: a clock that was set back may have made
 * entries since.
 *
 * Returns: microseconds UTC, or %SOLEUS_UNKNOWN_INSTANT in an empty file
 */
SoleusInstant
soleus_store_get_newest_instant (SoleusStore *self)
{
  return soleus_connection_get_int (self->connection, "SELECT max (at) FROM audit", SOLEUS_UNKNOWN_INSTANT);
}

/**
 * soleus_store_put_blob:
 *
 * Keeps bytes under their SHA-256, within the transaction that the caller has begun; the same bytes are kept once.
 *
 * Returns: %FALSE with @error set
 */
gboolean
soleus_store_put_blob (SoleusStore  *self,
                       GBytes       *bytes,
                       GError      **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (self->connection,
    "INSERT OR IGNORE INTO blob (hash, bytes) VALUES (:hash, :bytes)", error);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (statement == NULL)
    return FALSE;
  soleus_statement_bind_text (statement, ":hash", hash);
  soleus_statement_bind_bytes (statement, ":bytes", data, size);
  return soleus_statement_run (statement, error);
}

/**
 * soleus_store_get_blob:
 *
 * Returns: (transfer full): the bytes, checked against @hash, or %NULL with @error set
 */
GBytes *
soleus_store_get_blob (SoleusStore  *self,
                       const char   *hash,
                       GError      **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (self->connection,
    "SELECT bytes FROM blob WHERE hash = :hash", error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *actual = NULL;
  SoleusStep step;

  if (statement == NULL)
    return NULL;
  soleus_statement_bind_text (statement, ":hash", hash);
  step = soleus_statement_step (statement, error);
  if (step == SOLEUS_STEP_ERROR)
    return NULL;
  if (step == SOLEUS_STEP_DONE)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED, _("The kept copy of this document is missing from the file."));
      return NULL;
    }
  bytes = soleus_statement_get_bytes (statement, 0);
  actual = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_strcmp0 (actual, hash) == 0)
    return g_steal_pointer (&bytes);
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED, _("The kept copy of this document was changed outside of Soleus."));
  return NULL;
}

/**
 * soleus_store_back_up:
 * @request: where to and how
 *
 * Returns: (transfer full): what was made, or %NULL with @error set
 */
SoleusBackupReport *
soleus_store_back_up (SoleusStore                *self,
                      const SoleusBackupRequest  *request,
                      GError                    **error)
{
  return soleus_backup_run (self->connection, request, error);
}

/**
 * soleus_store_restore:
 * @preview: a checked backup
 *
 * Backs up the present state, and only then replaces the content of the open file.
 *
 * Returns: %FALSE with @error set, the open file then unchanged
 */
gboolean
soleus_store_restore (SoleusStore           *self,
                      SoleusRestorePreview  *preview,
                      GError               **error)
{
  gboolean done;

  if (!g_str_equal (soleus_store_get_path (self), ":memory:"))
    {
      SoleusBackupRequest request = { .occasion = "before-restore", .at = soleus_clock_get_now (self->clock) };
      g_autoptr (SoleusBackupReport) before = soleus_backup_run (self->connection, &request, error);

      if (before == NULL)
        return FALSE;
    }
  soleus_connection_set_guarded (self->connection, FALSE);
  done = soleus_restore_put (preview, self->connection, soleus_clock_get_now (self->clock), error);
  soleus_connection_set_guarded (self->connection, TRUE);
  return done;
}

/**
 * soleus_store_erase_athlete:
 * @athlete: whom
 * @therapist: (nullable): who erases
 * @ground: why; it stays in the audit
 * @n_erased: (out): how many records
 *
 * Returns: %FALSE with @error set
 */
gboolean
soleus_store_erase_athlete (SoleusStore  *self,
                            const char   *athlete,
                            const char   *therapist,
                            const char   *ground,
                            guint        *n_erased,
                            GError      **error)
{
  g_autoptr (SoleusMoment) now = soleus_moment_new_local (soleus_clock_get_now (self->clock));

  return soleus_erasure_run (self->connection, athlete, therapist, ground, now, n_erased, error) &&
         soleus_erasure_clean (self->connection, error);
}

/**
 * soleus_store_verify:
 * @findings: (element-type utf8): what is wrong is appended, as sentences
 *
 * Returns: %FALSE with @error set if the file could not be read through
 */
gboolean
soleus_store_verify (SoleusStore  *self,
                     GPtrArray    *findings,
                     GError      **error)
{
  if (self->loss != NULL)
    g_ptr_array_add (findings, g_strdup (self->loss));
  return soleus_verification_run (self->connection, findings, error);
}

char *
soleus_store_dup_audit_head (SoleusStore *self)
{
  return soleus_audit_log_dup_head (self->connection);
}
