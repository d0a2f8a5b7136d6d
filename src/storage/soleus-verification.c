#include "soleus-config.h"

#include "soleus-verification.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "soleus-audit-log.h"
#include "soleus-record-others.h"
#include "soleus-note-search.h"
#include "soleus-record-table.h"

/* What the audit says a record must be. */
typedef struct {
  gint64    revision;
  char     *hash;  /* of the newest version */
  gboolean  seen;  /* its row was found */
} Expectation;

typedef struct {
  SoleusConnection *connection;
  GPtrArray        *findings; /* (element-type utf8) */
  GHashTable       *expected; /* (owned) "kind/id" → Expectation */
  GHashTable       *versions; /* (owned) "kind/id/revision" → hash by the audit */
  const char       *kind;
  guint             n_notes;  /* records with notes */
} Verification;

static void
expectation_free (gpointer data)
{
  g_free (((Expectation *) data)->hash);
  g_free (data);
}

/**
 * soleus_verification_dup_version_hash:
 *
 * Returns: (transfer full): SHA-256 of salt and content, hexadecimal
 */
char *
soleus_verification_dup_version_hash (const char *salt,
                                      const char *content)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) salt, -1);
  g_checksum_update (checksum, (const guchar *) "\n", 1);
  g_checksum_update (checksum, (const guchar *) content, -1);
  return g_strdup (g_checksum_get_string (checksum));
}

static void
add_finding (Verification *self,
             char         *sentence)
{
  /* a damaged file may hold anything, but people are shown text */
  g_ptr_array_add (self->findings, g_utf8_make_valid (sentence, -1));
  g_free (sentence);
}

/* An erased record and its versions are gone by right; whatever of it is still there, or comes back unrecorded, is found. */
static void
take_erasure (Verification           *self,
              const SoleusAuditEntry *entry)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", entry->kind, entry->record);
  const Expectation *expectation = g_hash_table_lookup (self->expected, key);

  if (expectation == NULL)
    return;
  for (gint64 revision = 1; revision <= expectation->revision; revision++)
    {
      g_autofree char *version = g_strdup_printf ("%s/%" G_GINT64_FORMAT, key, revision);

      g_hash_table_remove (self->versions, version);
    }
  g_hash_table_remove (self->expected, key);
}

static void
take_audit_entry (const SoleusAuditEntry *entry,
                  const char             *problem,
                  gpointer                user_data)
{
  Verification *self = user_data;
  Expectation *expectation;

  if (problem != NULL)
    add_finding (self, g_strdup (problem));
  if (entry != NULL && g_strcmp0 (entry->action, "erase") == 0 && entry->kind != NULL && entry->record != NULL)
    take_erasure (self, entry);
  if (entry == NULL || entry->after_hash == NULL || entry->kind == NULL || entry->record == NULL)
    return;

  g_hash_table_insert (self->versions,
                       g_strdup_printf ("%s/%s/%" G_GINT64_FORMAT, entry->kind, entry->record, entry->revision),
                       g_strdup (entry->after_hash));
  expectation = g_new0 (Expectation, 1);
  expectation->revision = entry->revision;
  expectation->hash = g_strdup (entry->after_hash);
  g_hash_table_replace (self->expected, g_strdup_printf ("%s/%s", entry->kind, entry->record), expectation);
}

static gboolean
check_versions (Verification  *self,
                GError       **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (self->connection,
    "SELECT kind, record, revision, content, salt, hash FROM version", error);
  SoleusStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = soleus_statement_step (statement, error)) == SOLEUS_STEP_ROW)
    {
      const char *kind = soleus_statement_get_text (statement, 0);
      const char *record = soleus_statement_get_text (statement, 1);
      gint64 revision = soleus_statement_get_int (statement, 2);
      g_autofree char *key = g_strdup_printf ("%s/%s/%" G_GINT64_FORMAT, kind, record, revision);
      g_autofree char *hash = soleus_verification_dup_version_hash (soleus_statement_get_text (statement, 4), soleus_statement_get_text (statement, 3));
      const char *audited = g_hash_table_lookup (self->versions, key);

      if (audited == NULL)
        add_finding (self, g_strdup_printf (_("Revision %" PRId64 " of %s %s is not in the audit: it was inserted outside of Soleus."), revision, kind, record));
      else if (g_strcmp0 (hash, soleus_statement_get_text (statement, 5)) != 0 || g_strcmp0 (hash, audited) != 0)
        add_finding (self, g_strdup_printf (_("Revision %" PRId64 " of %s %s was changed outside of Soleus."), revision, kind, record));
      g_hash_table_remove (self->versions, key);
    }
  return step == SOLEUS_STEP_DONE;
}

/* A version may hold members of an archive that have no column; the row is then the rest of it. */
static gboolean
says_the_same (SoleusRecord *record,
               const char   *content)
{
  g_autofree char *canonical = soleus_record_dup_canonical (record);
  g_autoptr (GVariant) fields = NULL;
  g_autoptr (SoleusRecord) version = NULL;
  g_autofree char *rest = NULL;

  if (g_strcmp0 (content, canonical) == 0)
    return TRUE;
  fields = content != NULL ? g_variant_parse (G_VARIANT_TYPE_VARDICT, content, NULL, NULL, NULL) : NULL;
  version = fields != NULL ? soleus_record_new_from_variant (soleus_record_get_kind (record), fields, NULL) : NULL;
  if (version == NULL || soleus_record_get_other_members (version) == NULL)
    return FALSE;
  rest = soleus_record_dup_canonical (version);
  return g_str_equal (rest, canonical);
}

static gboolean
row_fits_version (Verification *self,
                  const char   *id,
                  SoleusRecord *record)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (self->connection,
    "SELECT content FROM version WHERE kind = :kind AND record = :record AND revision = :revision", NULL);

  if (statement == NULL)
    return FALSE;
  soleus_statement_bind_text (statement, ":kind", self->kind);
  soleus_statement_bind_text (statement, ":record", id);
  soleus_statement_bind_int (statement, ":revision", soleus_record_get_revision (record));
  return soleus_statement_step (statement, NULL) == SOLEUS_STEP_ROW &&
         says_the_same (record, soleus_statement_get_text (statement, 0));
}

static void
take_row (const char   *id,
          SoleusRecord *record,
          const char   *row_hash,
          const char   *problem,
          gpointer      user_data)
{
  Verification *self = user_data;
  g_autofree char *key = g_strdup_printf ("%s/%s", self->kind, id);
  Expectation *expectation = g_hash_table_lookup (self->expected, key);

  if (expectation != NULL)
    expectation->seen = TRUE;
  if (problem != NULL)
    add_finding (self, g_strdup (problem));
  else if (expectation == NULL)
    add_finding (self, g_strdup_printf (_("%s %s is not in the audit: it was inserted outside of Soleus."), self->kind, id));
  else if (soleus_record_get_revision (record) != expectation->revision)
    add_finding (self, g_strdup_printf (_("%s %s is at revision %" PRId64 ", but the audit tells of revision %" PRId64 "."),
                                        self->kind, id, soleus_record_get_revision (record), expectation->revision));
  else if (!row_fits_version (self, id, record))
    add_finding (self, g_strdup_printf (_("%s %s does not say what its last saved version says: it was changed outside of Soleus."), self->kind, id));
  else if (!soleus_note_search_fits (self->connection, record))
    add_finding (self, g_strdup_printf (_("The search in notes does not know what %s %s says."), self->kind, id));
  if (record != NULL)
    self->n_notes += soleus_note_search_has_text (record);
}

static void
report_missing (Verification *self)
{
  GHashTableIter iter;
  const char *key;
  Expectation *expectation;

  g_hash_table_iter_init (&iter, self->expected);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &expectation))
    if (!expectation->seen)
      add_finding (self, g_strdup_printf (_("%s was deleted outside of Soleus."), key));

  g_hash_table_iter_init (&iter, self->versions);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, NULL))
    add_finding (self, g_strdup_printf (_("The saved version %s was deleted outside of Soleus."), key));
}

static gboolean
check_blobs (Verification  *self,
             GError       **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (self->connection, "SELECT hash, bytes FROM blob", error);
  SoleusStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = soleus_statement_step (statement, error)) == SOLEUS_STEP_ROW)
    {
      g_autoptr (GBytes) bytes = soleus_statement_get_bytes (statement, 1);
      g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

      if (g_strcmp0 (hash, soleus_statement_get_text (statement, 0)) != 0)
        add_finding (self, g_strdup_printf (_("The kept document %s was changed outside of Soleus."), soleus_statement_get_text (statement, 0)));
    }
  return step == SOLEUS_STEP_DONE;
}

static gboolean
check_missing_blobs (Verification  *self,
                     GError       **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (self->connection,
    "SELECT id FROM document WHERE content_hash NOT IN (SELECT hash FROM blob)", error);
  SoleusStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = soleus_statement_step (statement, error)) == SOLEUS_STEP_ROW)
    add_finding (self, g_strdup_printf (_("The kept copy of document %s is missing."), soleus_statement_get_text (statement, 0)));
  return step == SOLEUS_STEP_DONE;
}

static gboolean
check_references (Verification  *self,
                  GError       **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (self->connection, "PRAGMA foreign_key_check", error);
  SoleusStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = soleus_statement_step (statement, error)) == SOLEUS_STEP_ROW)
    add_finding (self, g_strdup_printf (_("A row of “%s” names a record that is not there."), soleus_statement_get_text (statement, 0)));
  return step == SOLEUS_STEP_DONE;
}

static gboolean
run (Verification  *self,
     GError       **error)
{
  const SoleusRecordKind *const *kinds = soleus_record_list_kinds ();

  if (!soleus_audit_log_foreach (self->connection, take_audit_entry, self, error) ||
      !check_versions (self, error))
    return FALSE;
  for (gsize i = 0; kinds[i] != NULL; i++)
    {
      self->kind = kinds[i]->name;
      if (!soleus_record_table_foreach (self->connection, kinds[i], take_row, self, error))
        return FALSE;
    }
  report_missing (self);
  return check_blobs (self, error) && check_missing_blobs (self, error) && check_references (self, error) &&
         soleus_note_search_check (self->connection, self->n_notes, self->findings, error);
}

/**
 * soleus_verification_check_records:
 * @findings: (element-type utf8): sentences are appended
 *
 * Checks the chain of the audit, each version against the chain, each row against its version, kept documents, references, and
 * the index of notes against the rows.
 *
 * Returns: %FALSE with @error set if the file could not be read through
 */
gboolean
soleus_verification_check_records (SoleusConnection  *connection,
                                   GPtrArray         *findings,
                                   GError           **error)
{
  Verification self = { connection, findings };
  gboolean done;

  self.expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, expectation_free);
  self.versions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  done = run (&self, error);
  g_hash_table_unref (self.expected);
  g_hash_table_unref (self.versions);
  return done;
}

/**
 * soleus_verification_run:
 * @findings: (element-type utf8): sentences are appended
 *
 * Checks the structure of the file and then what soleus_verification_check_records() does.
 *
 * Returns: %FALSE with @error set if the file could not be read through
 */
gboolean
soleus_verification_run (SoleusConnection  *connection,
                         GPtrArray         *findings,
                         GError           **error)
{
  return soleus_connection_check_integrity (connection, findings, error) &&
         soleus_verification_check_records (connection, findings, error);
}

/**
 * soleus_verification_run_on_path:
 * @clinic_path: a clinic file, perhaps open elsewhere in this program
 *
 * soleus_verification_run() with a connection of its own, for another thread.
 *
 * Returns: %FALSE with @error set if the file could not be read through
 */
gboolean
soleus_verification_run_on_path (const char  *clinic_path,
                                 GPtrArray   *findings,
                                 GError     **error)
{
  g_autoptr (SoleusConnection) connection = soleus_connection_open (clinic_path, SOLEUS_CONNECTION_READ_ONLY, error);

  return connection != NULL && soleus_verification_run (connection, findings, error);
}
