/* A backup holds what was acknowledged, opens with its passphrase only, tells when it was cut or changed, and the older ones go only
 * when a good one is there. */
#include "soleus-config.h"

#include "one-store.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "soleus-backup-folder.h"
#include "soleus-backup-settings.h"
#include "soleus-error.h"
#include "soleus-records.h"
#include "soleus-sealed-file.h"

#define NOW G_GINT64_CONSTANT (1750000000000000)
#define DAY (24 * SOLEUS_USEC_PER_HOUR)

typedef OneStore Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  one_store_set_up (fixture, NOW);
}

static SoleusBackupReport *
back_up (Fixture             *fixture,
         const char          *target,
         const SoleusSealKey *key)
{
  SoleusBackupRequest request = { .target = target, .occasion = "backup", .key = key, .at = soleus_clock_get_now (fixture->clock), .thin = TRUE };
  g_autoptr (GError) error = NULL;
  SoleusBackupReport *report = soleus_backup_run_on_path (fixture->path, &request, &error);

  g_assert_no_error (error);
  return report;
}

static void
assert_nothing_unfinished (Fixture *fixture)
{
  g_autofree char *backups = soleus_backup_folder_dup_default (fixture->path);
  const char *const folders[] = { fixture->folder, backups };

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autoptr (GDir) dir = g_dir_open (folders[i], 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        g_assert_null (strstr (name, "unfinished"));
    }
}

static gboolean
file_holds (const char *path,
            const char *text)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return memmem (content, length, text, strlen (text)) != NULL;
}

static void
an_encrypted_backup_opens_with_its_passphrase_only (Fixture       *fixture,
                                                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusSealKey) key = soleus_seal_key_new ("Wadenkrampf um drei", &error);
  g_autofree char *id = one_store_add_athlete (fixture->store, "Unmistakable Testperson", NULL);
  g_autoptr (SoleusBackupReport) plain = back_up (fixture, NULL, NULL);
  g_autoptr (SoleusBackupReport) report = back_up (fixture, NULL, key);
  g_autoptr (SoleusRestorePreview) preview = NULL;
  g_autoptr (SoleusRestorePreview) with_key = NULL;
  g_autoptr (SoleusRestorePreview) none = NULL;
  GStatBuf status;

  g_assert_true (report->sealed);
  g_assert_true (g_str_has_suffix (report->path, ".soleus.sealed"));
  g_assert_true (soleus_sealed_file_is_sealed (report->path));
  /* the control: what is looked for stands in the one that is not encrypted */
  g_assert_true (file_holds (plain->path, "Unmistakable"));
  g_assert_false (file_holds (report->path, "Unmistakable"));
  g_assert_cmpint (g_stat (report->path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);

  none = soleus_restore_prepare (report->path, fixture->path, NULL, NULL, &error);
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "encrypted"));
  g_clear_error (&error);
  none = soleus_restore_prepare (report->path, fixture->path, NULL, "wadenkrampf um drei", &error);
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "not the passphrase"));
  g_clear_error (&error);
  g_assert_null (none);
  preview = soleus_restore_prepare (report->path, fixture->path, NULL, "Wadenkrampf um drei", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (preview->head, ==, report->head);
  with_key = soleus_restore_prepare (report->path, fixture->path, key, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&preview, soleus_restore_preview_free);
  g_clear_pointer (&with_key, soleus_restore_preview_free);
  assert_nothing_unfinished (fixture);
}

/* Changes one byte, or cuts the file at @at where @cut is set. */
static void
spoil (const char *path,
       off_t       at,
       gboolean    cut)
{
  int fd = g_open (path, O_RDWR, 0);
  guint8 byte = 0;

  g_assert_cmpint (fd, >=, 0);
  if (cut)
    g_assert_cmpint (ftruncate (fd, at), ==, 0);
  else
    {
      g_assert_cmpint (pread (fd, &byte, 1, at), ==, 1);
      byte ^= 1;
      g_assert_cmpint (pwrite (fd, &byte, 1, at), ==, 1);
    }
  close (fd);
}

static void
what_is_cut_or_changed_does_not_open (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (SoleusSealKey) key = soleus_seal_key_new ("passphrase", NULL);
  g_autofree char *plain = g_build_filename (fixture->folder, "plain", NULL);
  g_autofree char *sealed = g_build_filename (fixture->folder, "sealed", NULL);
  g_autofree char *opened = g_build_filename (fixture->folder, "opened", NULL);
  g_autofree char *bytes = g_malloc (200000);
  const int piece = 64 * 1024 + 17;
  const int header = 112;
  /* the header, each piece, the ends of pieces; a file that ends with a whole piece is cut too */
  const struct { off_t at; gboolean cut; } spoils[] = {
    { 0, FALSE }, { 9, FALSE }, { 25, FALSE }, { 45, FALSE }, { 70, FALSE }, { 90, FALSE }, { header, FALSE }, { header + piece - 1, FALSE },
    { header + 2 * piece + 5, FALSE }, { header + 3 * piece + 3, FALSE },
    { 0, TRUE }, { 50, TRUE }, { header, TRUE }, { header + 1, TRUE }, { header + piece, TRUE }, { header + 2 * piece, TRUE },
    { header + 3 * piece, TRUE }, { header + 3 * piece + 10, TRUE },
  };

  for (gsize i = 0; i < 200000; i++)
    bytes[i] = (char) (i * 31 + i / 997);
  g_assert_true (g_file_set_contents (plain, bytes, 200000, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (spoils); i++)
    {
      g_autofree char *written = NULL;
      g_autofree char *read = NULL;
      g_autoptr (GError) error = NULL;

      g_unlink (sealed);
      g_assert_true (soleus_sealed_file_write (plain, sealed, key, &written, NULL));
      /* the control: as it was written it opens, and is the same */
      g_assert_true (soleus_sealed_file_read (sealed, NULL, key, NULL, &read, NULL));
      g_assert_cmpstr (read, ==, written);
      g_clear_pointer (&read, g_free);
      spoil (sealed, spoils[i].at, spoils[i].cut);
      g_assert_false (soleus_sealed_file_read (sealed, opened, key, NULL, &read, &error));
      g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED);
      g_assert_false (g_file_test (opened, G_FILE_TEST_EXISTS));
    }
}

static void
sizes_around_a_piece_come_back (Fixture       *fixture,
                                gconstpointer  data)
{
  static const gsize sizes[] = { 0, 1, 65535, 65536, 65537, 131072, 131073 };
  g_autoptr (SoleusSealKey) key = soleus_seal_key_new ("passphrase", NULL);
  g_autofree char *plain = g_build_filename (fixture->folder, "plain", NULL);
  g_autofree char *sealed = g_build_filename (fixture->folder, "sealed", NULL);
  g_autofree char *opened = g_build_filename (fixture->folder, "opened", NULL);
  g_autofree char *bytes = g_malloc0 (131073);

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *written = NULL;
      g_autofree char *read = NULL;
      g_autofree char *content = NULL;
      gsize length;

      g_unlink (sealed);
      g_unlink (opened);
      g_assert_true (g_file_set_contents (plain, bytes, (gssize) sizes[i], NULL));
      g_assert_true (soleus_sealed_file_write (plain, sealed, key, &written, NULL));
      g_assert_true (soleus_sealed_file_read (sealed, opened, key, NULL, &read, NULL));
      g_assert_true (g_file_get_contents (opened, &content, &length, NULL));
      g_assert_cmpmem (content, length, bytes, sizes[i]);
    }
}

static void
a_backup_holds_what_was_acknowledged_last (Fixture       *fixture,
                                           gconstpointer  data)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("Testperson %u", i);
      g_autofree char *id = one_store_add_athlete (fixture->store, name, NULL);
      g_autofree char *target = g_strdup_printf ("%s/copy-%u.soleus", fixture->folder, i);
      g_autoptr (SoleusBackupReport) report = back_up (fixture, target, NULL);
      g_autoptr (SoleusStore) copy = soleus_store_open (report->path, SOLEUS_STORE_READ_ONLY, fixture->clock, NULL);
      g_autoptr (SoleusRecord) found = soleus_store_find (copy, &soleus_athlete_kind, id, NULL);
      g_autofree char *head = soleus_store_dup_audit_head (fixture->store);

      g_assert_nonnull (found);
      g_assert_cmpstr (report->head, ==, head);
      g_assert_cmpuint (report->n_findings, ==, 0);
    }
}

static void
the_damaged_file_is_kept_and_replaced (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autofree char *id = one_store_add_athlete (fixture->store, "In the backup", NULL);
  g_autoptr (SoleusBackupReport) report = back_up (fixture, NULL, NULL);
  g_autoptr (SoleusRestorePreview) preview = NULL;
  g_autoptr (SoleusStore) broken = NULL;
  g_autoptr (SoleusRecord) found = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  g_assert_true (g_file_set_contents (fixture->path, "This was a clinic, once.", -1, NULL));
  broken = soleus_store_open (fixture->path, SOLEUS_STORE_DEFAULT, fixture->clock, &error);
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED);
  g_clear_error (&error);

  preview = soleus_restore_prepare (report->path, fixture->path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_array_index (preview->counts, SoleusRestoreCount, 0).present, ==, -1);
  g_assert_true (soleus_restore_replace (preview, fixture->path, NOW, &kept, &error));
  g_assert_no_error (error);
  g_assert_true (file_holds (kept, "This was a clinic, once."));
  fixture->store = soleus_store_open (fixture->path, SOLEUS_STORE_DEFAULT, fixture->clock, &error);
  g_assert_no_error (error);
  found = soleus_store_find (fixture->store, &soleus_athlete_kind, id, NULL);
  g_assert_nonnull (found);
}

static void
the_clinic_itself_is_no_backup (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *id = one_store_add_athlete (fixture->store, "Still here", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusRestorePreview) preview = soleus_restore_prepare (fixture->path, fixture->path, NULL, NULL, &error);

  g_assert_null (preview);
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID);
}

static void
settings_are_private_and_come_back (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (SoleusBackupSettings) settings = soleus_backup_settings_load (fixture->path);
  g_autoptr (SoleusBackupSettings) again = NULL;
  g_autofree char *ini = g_build_filename (fixture->folder, "clinic.backup.ini", NULL);
  GStatBuf status;

  g_assert_cmpint (settings->every_hours, ==, 24);
  g_assert_null (settings->key);
  settings->every_hours = 168;
  settings->folder = g_strdup ("/media/stick; with = signs");
  settings->key = soleus_seal_key_new ("passphrase", NULL);
  umask (0);
  g_assert_true (soleus_backup_settings_save (settings, fixture->path, NULL));
  g_assert_cmpint (g_stat (ini, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);
  g_assert_false (file_holds (ini, "passphrase"));
  again = soleus_backup_settings_load (fixture->path);
  g_assert_cmpint (again->every_hours, ==, 168);
  g_assert_cmpstr (again->folder, ==, settings->folder);
  g_assert_cmpmem (again->key, sizeof *again->key, settings->key, sizeof *settings->key);
}

/* 400 days with a backup every six hours, some days without: what is left, thinned each time as the program does it */
static void
thinning_leaves_enough (void)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (SoleusInstant));
  SoleusInstant start = NOW;
  guint within_2_days = 0;
  gint64 widest = 0;

  for (guint hour = 0; hour < 400 * 24; hour += 6)
    {
      SoleusInstant now = start + (gint64) hour * SOLEUS_USEC_PER_HOUR;
      g_autofree gboolean *keep = NULL;
      guint n_kept = 0;

      if ((hour / 24) % 11 == 3)
        continue;
      g_array_prepend_val (times, now);
      keep = g_new0 (gboolean, times->len);
      soleus_backup_folder_choose ((const SoleusInstant *) times->data, times->len, now, keep);
      g_assert_true (keep[0]);
      for (guint i = 0; i < times->len; i++)
        if (keep[i])
          g_array_index (times, SoleusInstant, n_kept++) = g_array_index (times, SoleusInstant, i);
      g_array_set_size (times, n_kept);
    }
  for (guint i = 0; i < times->len; i++)
    {
      SoleusInstant at = g_array_index (times, SoleusInstant, i);
      gint64 age = g_array_index (times, SoleusInstant, 0) - at;

      within_2_days += age <= 2 * DAY;
      if (i > 0 && age < 60 * DAY)
        widest = MAX (widest, g_array_index (times, SoleusInstant, i - 1) - at);
    }
  g_test_message ("%u kept of 400 days", times->len);
  g_assert_cmpuint (within_2_days, >=, 8);
  g_assert_cmpint (widest, <=, 14 * DAY);
  g_assert_cmpuint (times->len, >=, 30);
  g_assert_cmpuint (times->len, <=, 60);
  /* the oldest of all is not lost to the next year's */
  g_assert_cmpint (g_array_index (times, SoleusInstant, 0) - g_array_index (times, SoleusInstant, times->len - 1), >, 300 * DAY);
}

static void
thinning_table (void)
{
  static const struct {
    gint64   ages_in_hours[8]; /* newest first; ends with -1 */
    gboolean keep[8];
  } table[] = {
    /* the five newest stay, however old */
    { { 9000, 9001, 9002, 9003, 9004, 9005, -1 }, { TRUE, TRUE, TRUE, TRUE, TRUE, FALSE } },
    /* all of two days stay */
    { { 0, 1, 2, 3, 4, 5, 47, -1 }, { TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE } },
    /* what the clock calls the future stays */
    { { -90, -80, -70, -60, -50, -40, -30, -1 }, { TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      SoleusInstant times[8];
      gboolean keep[8];
      gsize n = 0;

      for (; table[i].ages_in_hours[n] != -1; n++)
        times[n] = NOW - table[i].ages_in_hours[n] * SOLEUS_USEC_PER_HOUR;
      soleus_backup_folder_choose (times, n, NOW, keep);
      for (gsize k = 0; k < n; k++)
        g_assert_cmpint (keep[k], ==, table[i].keep[k]);
    }
}

/* Thinning removes backups of this clinic only, and never the one that was just made. */
static void
thinning_leaves_other_files_alone (Fixture       *fixture,
                                   gconstpointer  data)
{
  static const char *const others[] = { "clinic.soleus", "other-20200101T000000Z-backup.soleus", "clinic-20200101T000000Z.soleus", "clinic-notes.txt" };
  g_autofree char *folder = soleus_backup_folder_dup_default (fixture->path);
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *id = one_store_add_athlete (fixture->store, "Testperson", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *path = soleus_backup_folder_dup_new_path (folder, fixture->path, "before-restore", NOW - 900 * DAY - i * SOLEUS_USEC_PER_HOUR, i % 2 == 0);

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_build_filename (folder, others[i], NULL);

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
    }
  {
    g_autoptr (SoleusBackupReport) report = back_up (fixture, NULL, NULL);

    g_assert_cmpuint (report->n_thinned, >, 30);
    g_assert_true (g_file_test (report->path, G_FILE_TEST_EXISTS));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_build_filename (folder, others[i], NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  files = soleus_backup_folder_list (folder, fixture->path);
  g_assert_cmpuint (files->len, >=, 5);
  g_assert_cmpstr (((SoleusBackupFile *) files->pdata[0])->occasion, ==, "backup");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(function) g_test_add ("/backup/" #function, Fixture, NULL, set_up, function, one_store_tear_down)
  ADD (an_encrypted_backup_opens_with_its_passphrase_only);
  ADD (what_is_cut_or_changed_does_not_open);
  ADD (sizes_around_a_piece_come_back);
  ADD (a_backup_holds_what_was_acknowledged_last);
  ADD (the_damaged_file_is_kept_and_replaced);
  ADD (the_clinic_itself_is_no_backup);
  ADD (settings_are_private_and_come_back);
  ADD (thinning_leaves_other_files_alone);
#undef ADD
  g_test_add_func ("/backup/thinning_leaves_enough", thinning_leaves_enough);
  g_test_add_func ("/backup/thinning_table", thinning_table);
  return g_test_run ();
}
