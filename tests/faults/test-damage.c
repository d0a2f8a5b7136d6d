/* T6: damaged files. No crash; what was changed in a record is reported; control: without the hashes SQLite's own check misses much. */
#include "soleus-config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "fault-clinic.h"
#include "soleus-clinic-backup.h"
#include "soleus-error.h"

/* A hash over every row of what a person recorded, read by SQLite alone; NULL: it cannot be read through. */
static char *
dup_content_hash (const char *path)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *uri = g_strdup_printf ("file:%s?immutable=1", path);
  sqlite3 *handle = NULL;
  char *result = NULL;
  gboolean whole = TRUE;
  const SoleusRecordKind *const *kinds = soleus_record_list_kinds ();

  if (sqlite3_open_v2 (uri, &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL) == SQLITE_OK)
    {
      for (gsize k = 0; kinds[k] != NULL && whole; k++)
        {
          g_autofree char *table = g_strdelimit (g_strdup (kinds[k]->name), "-", '_');
          g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" NOT INDEXED ORDER BY +id", table);
          sqlite3_stmt *statement = NULL;
          int code;

          if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) != SQLITE_OK)
            {
              whole = FALSE;
              break;
            }
          while ((code = sqlite3_step (statement)) == SQLITE_ROW)
            for (int i = 0; i < sqlite3_column_count (statement); i++)
              {
                const guchar *text = sqlite3_column_text (statement, i);
                g_autofree char *head = g_strdup_printf ("%d:%d:", sqlite3_column_type (statement, i), sqlite3_column_bytes (statement, i));

                g_checksum_update (checksum, (const guchar *) head, -1);
                if (text != NULL)
                  g_checksum_update (checksum, text, sqlite3_column_bytes (statement, i));
              }
          whole = code == SQLITE_DONE;
          sqlite3_finalize (statement);
        }
      if (whole)
        result = g_strdup (g_checksum_get_string (checksum));
    }
  sqlite3_close (handle);
  return result;
}

/* Returns: whether opening or checking the file says that something is wrong */
static gboolean
is_reported (FaultClinic *fault)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusClinic) clinic = soleus_clinic_open (fault->path, SOLEUS_CLINIC_OPEN_READ_ONLY, fault->clock, &error);
  g_autoptr (GPtrArray) findings = clinic != NULL ? soleus_clinic_verify (clinic, &error) : NULL;

  if (findings == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == SOLEUS_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return TRUE;
    }
  for (guint i = 0; i < findings->len; i++)
    g_assert_true (g_utf8_validate (findings->pdata[i], -1, NULL));
  return findings->len > 0;
}

static gboolean
sqlite_reports (const char *path)
{
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;
  gboolean ok = FALSE;

  if (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
      sqlite3_prepare_v2 (handle, "PRAGMA integrity_check", -1, &statement, NULL) == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW)
    ok = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return !ok;
}

typedef enum { FLIP, ZERO, CUT } Damage;

static void
damage (const char *path,
        Damage      kind,
        gsize       length,
        GRand      *rand)
{
  gsize at = (gsize) g_rand_double_range (rand, 0, (double) length);
  FILE *file = g_fopen (path, "r+be");
  static const guint8 zeroes[512] = { 0 };
  int byte;

  g_assert_nonnull (file);
  switch (kind)
    {
    case FLIP:
      fseek (file, (long) at, SEEK_SET);
      byte = fgetc (file);
      fseek (file, (long) at, SEEK_SET);
      fputc (byte ^ (1 << g_rand_int_range (rand, 0, 8)), file);
      break;
    case ZERO:
      fseek (file, (long) (at / 512 * 512), SEEK_SET);
      fwrite (zeroes, 1, MIN (sizeof zeroes, length - at / 512 * 512), file);
      break;
    case CUT:
    default:
      g_assert_cmpint (ftruncate (fileno (file), (off_t) at), ==, 0);
      break;
    }
  fclose (file);
}

static void
run (Damage kind,
     guint  size)
{
  g_autoptr (FaultClinic) fault = fault_clinic_new ("Token");
  g_autofree char *good = g_strconcat (fault->path, ".good", NULL);
  g_autofree char *original = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (6 + kind);
  guint n_changed = 0, n_missed_by_sqlite = 0;
  GStatBuf status;

  fault_clinic_close (fault);
  fault_clinic_copy_file (fault->path, good);
  g_assert_cmpint (g_stat (good, &status), ==, 0);
  original = dup_content_hash (good);
  g_assert_nonnull (original);
  g_assert_false (is_reported (fault));
  for (guint i = 0; i < size; i++)
    {
      g_autofree char *content = NULL;
      gboolean reported;

      fault_clinic_copy_file (good, fault->path);
      damage (fault->path, kind, (gsize) status.st_size, rand);
      content = dup_content_hash (fault->path);
      reported = is_reported (fault);
      if (g_strcmp0 (content, original) == 0)
        continue;
      n_changed++;
      n_missed_by_sqlite += !sqlite_reports (fault->path);
      if (!reported)
        g_error ("damage %u of kind %d changed a record and was not reported", i, kind);
    }
  g_test_message ("%u of %u changed records, all reported; SQLite’s own check missed %u of them", n_changed, size, n_missed_by_sqlite);
  g_assert_cmpuint (n_changed, >, 0);
  /* the control: a check without hashes is not enough */
  if (kind == FLIP)
    g_assert_cmpuint (n_missed_by_sqlite, >, 0);
}

static void
flipped_bits (void)
{
  run (FLIP, fault_clinic_get_size (600, 10000));
}

static void
zeroed_sectors (void)
{
  run (ZERO, fault_clinic_get_size (60, 1000));
}

static void
cut_files (void)
{
  run (CUT, fault_clinic_get_size (60, 1000));
}

/* A clinic file of which nothing is left, but backups, is no new clinic; the newest of them comes back. */
static void
an_empty_file_with_backups_is_gone (void)
{
  g_autoptr (FaultClinic) fault = fault_clinic_new ("Token");
  g_autoptr (SoleusBackupReport) report = soleus_clinic_back_up (fault->clinic, "backup", NULL, NULL, NULL);
  g_autoptr (SoleusClinic) clinic = NULL;
  g_autoptr (SoleusRestorePreview) preview = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_nonnull (report);
  fault_clinic_close (fault);
  g_assert_cmpint (truncate (fault->path, 0), ==, 0);
  clinic = soleus_clinic_open (fault->path, SOLEUS_CLINIC_OPEN_CREATE, fault->clock, &error);
  g_assert_null (clinic);
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_GONE);
  g_clear_error (&error);
  g_assert_cmpint (g_stat (fault->path, &status), ==, 0);
  g_assert_cmpint (status.st_size, ==, 0);
  preview = soleus_backup_prepare (fault->path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (soleus_backup_replace_damaged (fault->path, preview, fault->clock, NULL, &error));
  g_assert_no_error (error);
  fault_clinic_open (fault);
  findings = soleus_clinic_verify (fault->clinic, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* The control: one of which there are none is a new clinic, as when making it was interrupted. */
static void
an_empty_file_without_backups_is_new (void)
{
  g_autoptr (FaultClinic) fault = fault_clinic_new ("Token");

  fault_clinic_close (fault);
  g_assert_cmpint (truncate (fault->path, 0), ==, 0);
  fault_clinic_open (fault);
  g_assert_true (soleus_clinic_is_new (fault->clinic));
}

/* Zeros without an end, a clinic with zeros without an end behind it, a text. */
static void
foreign_and_huge_files (void)
{
  static const gint64 huge = G_GINT64_CONSTANT (1) << 40;
  g_autoptr (FaultClinic) fault = fault_clinic_new ("Token");
  gint64 start;

  fault_clinic_close (fault);
  g_assert_false (is_reported (fault));
  if (truncate (fault->path, huge) == 0)
    {
      start = g_get_monotonic_time ();
      g_test_message ("a clinic with zeros behind it: %s", is_reported (fault) ? "reported" : "as it was");
      g_assert_cmpint (g_get_monotonic_time () - start, <, 30 * G_USEC_PER_SEC);
      g_assert_cmpint (truncate (fault->path, 0), ==, 0);
      g_assert_cmpint (truncate (fault->path, huge), ==, 0);
      g_assert_true (is_reported (fault));
    }
  g_assert_true (g_file_set_contents (fault->path, "%PDF-1.7 and no clinic", -1, NULL));
  g_assert_true (is_reported (fault));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/damage/flipped_bits", flipped_bits);
  g_test_add_func ("/damage/zeroed_sectors", zeroed_sectors);
  g_test_add_func ("/damage/cut_files", cut_files);
  g_test_add_func ("/damage/an_empty_file_with_backups_is_gone", an_empty_file_with_backups_is_gone);
  g_test_add_func ("/damage/an_empty_file_without_backups_is_new", an_empty_file_without_backups_is_new);
  g_test_add_func ("/damage/foreign_and_huge_files", foreign_and_huge_files);
  return g_test_run ();
}
