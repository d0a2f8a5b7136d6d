/* soleus-import-undo.c: the audit says which of its entries an import wrote: “entries 45-47” */
#include "soleus-config.h"

#include "soleus-import-undo.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "soleus-audit-reader.h"
#include "soleus-change-private.h"
#include "soleus-clinic-backup.h"
#include "soleus-clinic-private.h"
#include "soleus-error.h"

#define DETAIL "entries %" G_GINT64_FORMAT "-%" G_GINT64_FORMAT

/* From which entry to which the records were added: one transaction, so that nobody else’s are between them. */
static gboolean
find_entries (SoleusClinic  *clinic,
              SoleusChange  *change,
              gint64        *first,
              gint64        *last)
{
  GPtrArray *records = _soleus_change_get_records (change);

  *first = G_MAXINT64;
  *last = 0;
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (SoleusReadEntry) entry = soleus_audit_reader_find_newest (soleus_store_get_connection (clinic->store),
                                                                           soleus_record_get_id (records->pdata[i]), "add", "add", NULL);

      if (entry == NULL)
        return FALSE;
      *first = MIN (*first, entry->seq);
      *last = MAX (*last, entry->seq);
    }
  return TRUE;
}

/**
 * soleus_import_commit:
 * @change: what a table or a training file brought
 * @athlete_id: (nullable): whose training it is
 *
 * Saves it after a backup, and notes in the audit which entries it made, so that soleus_import_undo() finds them.
 *
 * Returns: %FALSE with a sentence in @error, and nothing saved
 */
gboolean
soleus_import_commit (SoleusClinic  *clinic,
                      SoleusChange  *change,
                      const char    *athlete_id,
                      GError       **error)
{
  g_autofree char *detail = NULL;
  gint64 first, last;

  if (!soleus_clinic_back_up_before (clinic, "before-import", error) || !soleus_clinic_commit (clinic, change, error))
    return FALSE;
  /* it is saved: should this fail, only the undo of another session is missing */
  if (find_entries (clinic, change, &first, &last))
    {
      detail = g_strdup_printf (DETAIL, first, last);
      soleus_clinic_note (clinic, "import", athlete_id != NULL ? soleus_athlete_kind.name : NULL, athlete_id, detail, NULL);
    }
  return TRUE;
}

/* FALSE without @error: there was no import */
static gboolean
find_last (SoleusClinic  *clinic,
           gint64        *first,
           gint64        *last,
           GError       **error)
{
  static const char *const actions[] = { "import", NULL };
  const SoleusAuditFilter filter = { .actions = actions, .since = SOLEUS_UNKNOWN_INSTANT };
  SoleusConnection *connection = soleus_store_get_connection (clinic->store);
  g_autoptr (GArray) numbers = soleus_audit_reader_list (connection, &filter, error);

  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    {
      g_autoptr (SoleusReadEntry) entry = soleus_audit_reader_read (connection, g_array_index (numbers, gint64, i), error);

      if (entry == NULL)
        return FALSE;
      /* an archive that brings histories writes entries of the same name about its records */
      if (entry->detail != NULL && sscanf (entry->detail, DETAIL, first, last) == 2)
        return TRUE;
    }
  return FALSE;
}

/* (nullable): the kind of something that was recorded about the athlete since */
static const SoleusRecordKind *
find_use (SoleusClinic *clinic,
          const char   *athlete_id)
{
  const SoleusRecordKind *const *kinds = soleus_record_list_kinds ();

  for (gsize i = 0; kinds[i] != NULL; i++)
    for (gsize j = 0; j < kinds[i]->n_fields; j++)
      {
        g_autoptr (GPtrArray) records = NULL;

        if (!g_str_equal (kinds[i]->fields[j].name, "athlete"))
          continue;
        records = soleus_clinic_list_of (clinic, kinds[i], "athlete", athlete_id, NULL);
        if (records != NULL && records->len > 0)
          return kinds[i];
      }
  return NULL;
}

static char *
dup_name (SoleusRecord *record)
{
  const char *field = SOLEUS_IS_ATHLETE (record) ? "name" : "date";

  return g_strdup (soleus_record_get_text (record, field));
}

static gboolean
check_untouched (SoleusClinic  *clinic,
                 SoleusRecord  *record,
                 GError       **error)
{
  const SoleusRecordKind *use = SOLEUS_IS_ATHLETE (record) ? find_use (clinic, soleus_record_get_id (record)) : NULL;
  g_autofree char *name = dup_name (record);

  if (soleus_record_get_revision (record) > 1)
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED,
                 _("“%s” was changed since the import, so that it is not taken back. Change or void by hand what is wrong, or restore the backup that was made before."), name);
  else if (use != NULL)
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED,
                 _("Something was recorded about “%s” since the import (%s), so that it is not taken back. Archive by hand who is wrong, or restore the backup that was made before."),
                 name, g_dgettext (GETTEXT_PACKAGE, use->label));
  else
    return TRUE;
  return FALSE;
}

/* adds the reversal of one entry; what is void already needs none */
static gboolean
add_reversal (SoleusClinic  *clinic,
              SoleusChange  *change,
              gint64         seq,
              guint         *n_records,
              GError       **error)
{
  g_autoptr (SoleusReadEntry) entry = soleus_audit_reader_read (soleus_store_get_connection (clinic->store), seq, error);
  const SoleusRecordKind *kind = entry != NULL && entry->kind != NULL ? soleus_record_find_kind (entry->kind) : NULL;
  g_autoptr (SoleusRecord) record = NULL;
  g_autoptr (GError) gone = NULL;

  if (entry == NULL)
    return FALSE;
  if (!g_str_equal (entry->action, "add") || (kind != &soleus_athlete_kind && kind != &soleus_session_kind))
    return TRUE;
  record = soleus_clinic_find (clinic, kind, entry->record, &gone);
  if (record == NULL || soleus_record_is_void (record))
    return TRUE;
  if (!check_untouched (clinic, record, error))
    return FALSE;
  soleus_change_add_void (change, record, _("Import taken back"));
  *n_records += 1;
  return TRUE;
}

/**
 * soleus_import_undo:
 * @n_records: (out): how many records were made void
 *
 * Makes void what the last import of athletes or training brought, all or nothing. What was changed since, or an athlete about whom something
 * was recorded since, stops it. What an archive brought is not taken back by it: that is what the backup before it is for.
 *
 * Returns: %FALSE with a sentence in @error, and nothing changed
 */
gboolean
soleus_import_undo (SoleusClinic  *clinic,
                    guint         *n_records,
                    GError       **error)
{
  g_autoptr (SoleusChange) change = soleus_change_new ();
  g_autoptr (GError) local_error = NULL;
  gint64 first = 0, last = 0;

  *n_records = 0;
  if (!find_last (clinic, &first, &last, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND, _("There is no import of athletes or training to take back."));
      return FALSE;
    }
  for (gint64 seq = first; seq <= last; seq++)
    if (!add_reversal (clinic, change, seq, n_records, error))
      return FALSE;
  if (*n_records == 0)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED, _("The last import of athletes or training is taken back already."));
      return FALSE;
    }
  return soleus_clinic_commit (clinic, change, error);
}
