#include "soleus-config.h"

#include "soleus-clinic-privacy.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "soleus-audit-reader.h"
#include "soleus-clinic-backup.h"
#include "soleus-clinic-private.h"
#include "soleus-error.h"

#define ADULT_YEARS 18

static gboolean
check_ground (const char  *ground,
              GError     **error)
{
  if (ground != NULL && ground[0] != '\0')
    return TRUE;
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("State the ground: it stays in the audit."));
  return FALSE;
}

/**
 * soleus_clinic_erase_athlete:
 * @ground: why it is allowed: what the person asked for, or that the time is over; it stays in the audit
 * @report: (out caller-allocates): what was done, and what still holds the records
 *
 * Erases everything that is recorded about one person, so that no trace of it is left in the clinic file, its journal and its search index.
 * It cannot be taken back. Backups made before still hold it.
 *
 * Returns: %FALSE with @error set; the number of erased records in @report is not 0 where they are gone and the file is not cleaned yet
 */
gboolean
soleus_clinic_erase_athlete (SoleusClinic         *self,
                             const char           *athlete_id,
                             const char           *ground,
                             SoleusErasureReport  *report,
                             GError              **error)
{
  g_autoptr (GPtrArray) backups = NULL;
  gboolean done;

  report->n_erased = 0;
  if (!check_ground (ground, error))
    return FALSE;
  done = soleus_store_erase_athlete (self->store, athlete_id, _soleus_clinic_get_author (self), ground, &report->n_erased, error);
  if (report->n_erased == 0)
    return FALSE;
  g_clear_pointer (&self->undo, _soleus_undo_step_free);
  backups = soleus_clinic_list_backups (self);
  report->n_backups = backups->len;
  _soleus_clinic_emit_changed (self, soleus_athlete_kind.name, athlete_id);
  return done;
}

/* Returns: how many of the older ones were removed, now that @report is there; -1 where it is not good */
static int
remove_older (GPtrArray                *older,
              const SoleusBackupReport *report,
              GError                  **error)
{
  int n_removed = 0;

  if (report->n_findings > 0)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED, _("The older backups were kept, because something is wrong with the clinic: %s"), report->finding);
      return -1;
    }
  for (guint i = 0; i < older->len; i++)
    n_removed += g_unlink (((SoleusBackupFile *) older->pdata[i])->path) == 0;
  return n_removed;
}

/**
 * soleus_clinic_renew_backups:
 *
 * Makes a backup as the settings say, and when it is good removes all older ones in the known folders. What lies elsewhere is not known.
 *
 * Returns: how many were removed, or -1 with @error set, and none removed
 */
int
soleus_clinic_renew_backups (SoleusClinic  *self,
                             GError       **error)
{
  g_autoptr (GPtrArray) older = soleus_clinic_list_backups (self);
  g_autoptr (SoleusBackupReport) report = soleus_clinic_back_up (self, "backup", NULL, NULL, error);

  return report != NULL ? remove_older (older, report, error) : -1;
}

static void
renewed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (SoleusBackupReport) report = soleus_clinic_back_up_finish (SOLEUS_CLINIC (source), result, &error);
  int n_removed = report != NULL ? remove_older (g_task_get_task_data (task), report, &error) : -1;

  if (n_removed >= 0)
    g_task_return_int (task, n_removed);
  else
    g_task_return_error (task, error);
}

static void
unref_array (gpointer data)
{
  g_ptr_array_unref (data);
}

/**
 * soleus_clinic_renew_backups_async:
 *
 * soleus_clinic_renew_backups() with the backup made in another thread.
 */
void
soleus_clinic_renew_backups_async (SoleusClinic        *self,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_task_data (task, soleus_clinic_list_backups (self), unref_array);
  soleus_clinic_back_up_async (self, "backup", NULL, renewed_cb, task);
}

/**
 * soleus_clinic_renew_backups_finish:
 *
 * Returns: how many were removed, or -1 with @error set, and none removed
 */
int
soleus_clinic_renew_backups_finish (SoleusClinic  *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return (int) g_task_propagate_int (G_TASK (result), error);
}

/**
 * soleus_clinic_restrict_athlete:
 * @restricted: whether it begins or ends
 * @ground: why; it stays in the audit
 *
 * Returns: %FALSE with @error set
 */
gboolean
soleus_clinic_restrict_athlete (SoleusClinic  *self,
                                const char    *athlete_id,
                                gboolean       restricted,
                                const char    *ground,
                                GError       **error)
{
  if (!check_ground (ground, error) ||
      !soleus_clinic_note (self, restricted ? "restrict" : "unrestrict", soleus_athlete_kind.name, athlete_id, ground, error))
    return FALSE;
  _soleus_clinic_emit_changed (self, soleus_athlete_kind.name, athlete_id);
  return TRUE;
}

/**
 * soleus_clinic_dup_restriction:
 * @since: (out) (optional): when it began
 *
 * Returns: (transfer full) (nullable): the ground, or %NULL where the records are not restricted
 */
char *
soleus_clinic_dup_restriction (SoleusClinic   *self,
                               const char     *athlete_id,
                               SoleusInstant  *since)
{
  g_autoptr (SoleusReadEntry) entry = soleus_audit_reader_find_newest (soleus_store_get_connection (self->store), athlete_id, "restrict", "unrestrict", NULL);

  if (entry == NULL || !g_str_equal (entry->action, "restrict"))
    return NULL;
  if (since != NULL)
    *since = entry->at;
  return g_strdup (entry->detail != NULL ? entry->detail : "");
}

void
soleus_retention_row_free (SoleusRetentionRow *row)
{
  g_free (row->athlete);
  g_free (row->name);
  g_free (row);
}

static void
free_row (gpointer data)
{
  soleus_retention_row_free (data);
}

static void
take_later (SoleusInstant *last,
            SoleusInstant  instant)
{
  if (instant != SOLEUS_UNKNOWN_INSTANT && (*last == SOLEUS_UNKNOWN_INSTANT || instant > *last))
    *last = instant;
}

/* the newest record of a kind, by the field that says when it happened */
static SoleusInstant
find_newest (SoleusClinic           *self,
             const SoleusRecordKind *kind,
             const char             *field,
             const char             *athlete_id)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;
  const SoleusField *found;

  soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, athlete_id);
  soleus_query_order_by (query, field, TRUE);
  soleus_query_set_limit (query, 1, 0);
  records = soleus_clinic_list (self, query, NULL);
  if (records == NULL || records->len == 0)
    return SOLEUS_UNKNOWN_INSTANT;
  found = soleus_record_find_field (records->pdata[0], field);
  if (found->type == SOLEUS_FIELD_DATE)
    return soleus_date_get_start (soleus_record_get_text (records->pdata[0], field));
  return soleus_record_get_instant (records->pdata[0], field);
}

static SoleusInstant
find_last (SoleusClinic *self,
           SoleusRecord *athlete)
{
  static const struct {
    const SoleusRecordKind *kind;
    const char             *field;
  } rows[] = {
    { &soleus_episode_kind, "onset" }, { &soleus_visit_kind, "time" }, { &soleus_contact_kind, "at" }, { &soleus_check_in_kind, "date" },
  };
  SoleusInstant last = soleus_record_get_instant (athlete, "created-at");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    take_later (&last, find_newest (self, rows[i].kind, rows[i].field, soleus_record_get_id (athlete)));
  return last;
}

static SoleusInstant
add_years (SoleusInstant instant,
           int           years)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (instant / SOLEUS_USEC_PER_SECOND);
  g_autoptr (GDateTime) later = time != NULL ? g_date_time_add_years (time, years) : NULL;

  return later != NULL ? g_date_time_to_unix (later) * SOLEUS_USEC_PER_SECOND : G_MAXINT64;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const SoleusRetentionRow *one = *(SoleusRetentionRow *const *) a;
  const SoleusRetentionRow *other = *(SoleusRetentionRow *const *) b;

  return one->last == other->last ? 0 : one->last < other->last ? -1 : 1;
}

/**
 * soleus_clinic_list_retention:
 * @years: how long the clinic keeps records
 *
 * The time counts from the newest episode, visit, re-check or check-in; of someone who was a minor then, from the 18th birthday.
 *
 * Returns: (transfer full) (element-type SoleusRetentionRow): whose time is over, the longest ago first, or %NULL with @error set
 */
GPtrArray *
soleus_clinic_list_retention (SoleusClinic  *self,
                              int            years,
                              GError       **error)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_athlete_kind);
  g_autoptr (GPtrArray) athletes = NULL;
  GPtrArray *rows;
  SoleusInstant now = soleus_clinic_get_now (self);

  soleus_query_include_void (query);
  athletes = soleus_clinic_list (self, query, error);
  if (athletes == NULL)
    return NULL;
  rows = g_ptr_array_new_with_free_func (free_row);
  for (guint i = 0; i < athletes->len; i++)
    {
      const char *born = soleus_record_get_text (athletes->pdata[i], "born");
      SoleusInstant last = find_last (self, athletes->pdata[i]);
      SoleusInstant from = last;
      SoleusRetentionRow *row;

      if (born != NULL)
        take_later (&from, add_years (soleus_date_get_start (born), ADULT_YEARS));
      if (add_years (from, years) > now)
        continue;
      row = g_new0 (SoleusRetentionRow, 1);
      row->athlete = g_strdup (soleus_record_get_id (athletes->pdata[i]));
      row->name = g_strdup (soleus_record_get_text (athletes->pdata[i], "name"));
      row->last = last;
      g_ptr_array_add (rows, row);
    }
  g_ptr_array_sort (rows, compare_rows);
  return rows;
}
