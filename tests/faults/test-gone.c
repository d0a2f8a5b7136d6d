/* The clinic file is no longer there, or empty, while its backups or its journal are: it is no new clinic, and what is left is not lost. */
#include "soleus-access-settings.h"
#include "soleus-config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "fault-clinic.h"
#include "soleus-clinic-backup.h"
#include "soleus-clinic-gone.h"
#include "soleus-error.h"

#define JOURNAL "its last entries"

static char *
dup_backup_folder (FaultClinic *fault)
{
  return g_build_filename (fault->folder, "backups", NULL);
}

static void
back_up_and_close (FaultClinic *fault)
{
  g_autoptr (SoleusBackupReport) report = soleus_clinic_back_up (fault->clinic, "automatic", NULL, NULL, NULL);

  g_assert_nonnull (report);
  fault_clinic_close (fault);
}

static void
write_journal (FaultClinic *fault)
{
  g_autofree char *path = g_strconcat (fault->path, "-wal", NULL);

  g_assert_true (g_file_set_contents (path, JOURNAL, -1, NULL));
}

/* How many files of a folder hold exactly what was written as the journal. */
static guint
count_journals (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      n += g_file_get_contents (path, &text, NULL, NULL) && g_str_equal (text, JOURNAL);
    }
  return n;
}

/* Under each way of opening it is called gone, and nothing is made or changed. */
static void
assert_gone (FaultClinic *fault,
             const char  *sentence)
{
  static const SoleusClinicOpenFlags ways[] = { SOLEUS_CLINIC_OPEN_DEFAULT, SOLEUS_CLINIC_OPEN_CREATE, SOLEUS_CLINIC_OPEN_READ_ONLY };
  gboolean existed = g_file_test (fault->path, G_FILE_TEST_EXISTS);

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SoleusClinic) clinic = soleus_clinic_open (fault->path, ways[i], fault->clock, &error);
      GStatBuf status;

      g_assert_null (clinic);
      g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_GONE);
      g_assert_cmpint (soleus_error_get_exit_code (error), ==, 5);
      if (strstr (error->message, sentence) == NULL)
        g_error ("“%s” is not in “%s”", sentence, error->message);
      g_assert_cmpint (g_file_test (fault->path, G_FILE_TEST_EXISTS), ==, existed);
      g_assert_true (!existed || (g_stat (fault->path, &status) == 0 && status.st_size == 0));
    }
}

/* The newest backup comes back, whole. */
static void
restore (FaultClinic  *fault,
         char        **kept)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusRestorePreview) preview = soleus_backup_prepare (fault->path, NULL, NULL, &error);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (SoleusRecord) athlete = NULL;

  g_assert_no_error (error);
  g_assert_true (preview->present_is_gone);
  g_assert_true (soleus_backup_replace_damaged (fault->path, preview, fault->clock, kept, &error));
  g_assert_no_error (error);
  fault_clinic_open (fault);
  athlete = soleus_clinic_find (fault->clinic, &soleus_athlete_kind, fault->athlete, NULL);
  g_assert_nonnull (athlete);
  findings = soleus_clinic_verify (fault->clinic, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* With and without a journal, missing and empty. */
static void
what_is_gone_is_no_new_clinic (void)
{
  for (guint way = 0; way < 4; way++)
    {
      gboolean is_missing = (way & 1) != 0;
      gboolean has_journal = (way & 2) != 0;
      g_autoptr (FaultClinic) fault = fault_clinic_new ("Token");
      g_autofree char *folder = dup_backup_folder (fault);
      g_autofree char *kept = NULL;

      back_up_and_close (fault);
      g_assert_cmpint (is_missing ? g_unlink (fault->path) : truncate (fault->path, 0), ==, 0);
      if (has_journal)
        write_journal (fault);
      assert_gone (fault, "There are backups of it, the newest of Tue 20 May 2025, 12:00.");
      assert_gone (fault, is_missing ? "is no longer there" : "Nothing is left");
      if (has_journal)
        assert_gone (fault, "The journal with the last entries still stands beside it.");
      restore (fault, &kept);
      g_assert_cmpint (kept != NULL, ==, has_journal || !is_missing);
      g_assert_cmpuint (count_journals (folder), ==, has_journal ? 1 : 0);
    }
}

static void
a_journal_alone_is_what_is_left (void)
{
  for (guint is_missing = 0; is_missing <= 1; is_missing++)
    {
      g_autoptr (FaultClinic) fault = fault_clinic_new ("Token");
      g_autoptr (GError) error = NULL;
      g_autoptr (SoleusRestorePreview) preview = NULL;

      fault_clinic_close (fault);
      g_assert_cmpint (is_missing ? g_unlink (fault->path) : truncate (fault->path, 0), ==, 0);
      write_journal (fault);
      assert_gone (fault, "The journal with the last entries still stands beside it.");
      assert_gone (fault, is_missing ? "put it back" : "Put a copy of it into its place.");
      g_assert_cmpuint (count_journals (fault->folder), ==, 1);
      preview = soleus_backup_prepare (fault->path, NULL, NULL, &error);
      g_assert_null (preview);
      g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND);
    }
}

/* A file of which only what is damaged was kept was a clinic, too; there is nothing to be restored. */
static void
what_is_damaged_is_no_backup (void)
{
  g_autoptr (FaultClinic) fault = fault_clinic_new ("Token");
  g_autofree char *folder = dup_backup_folder (fault);
  g_autofree char *damaged = g_build_filename (folder, "clinic-20250101T100000Z-damaged.soleus", NULL);
  g_autoptr (GError) error = NULL;

  fault_clinic_close (fault);
  g_assert_cmpint (g_unlink (fault->path), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (damaged, "This was a clinic.", -1, NULL));
  g_assert_true (soleus_clinic_is_gone (fault->path, &error));
  g_assert_null (strstr (error->message, "backups of it"));
  g_assert_nonnull (strstr (error->message, "put it back"));
}

/* The controls: no backups, those of another clinic in the same folder, a name that is spelled otherwise, a folder that is not there. */
static void
a_new_clinic_is_a_new_clinic (void)
{
  static const char *const names[] = { "clinic-2.soleus", "north.soleus", "clin.soleus", "clinic-20250520T100000Z.soleus", "clinic" };
  g_autoptr (FaultClinic) fault = fault_clinic_new ("Token");
  g_autofree char *nowhere = g_build_filename (fault->folder, "nowhere", "clinic.soleus", NULL);
  g_autofree char *below = g_build_filename (fault->path, "clinic.soleus", NULL);

  back_up_and_close (fault);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fault->folder, names[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (SoleusClinic) clinic = soleus_clinic_open (path, SOLEUS_CLINIC_OPEN_CREATE, fault->clock, &error);

      g_assert_no_error (error);
      g_assert_true (soleus_clinic_is_new (clinic));
    }
  g_assert_false (soleus_clinic_is_gone (fault->path, NULL));
  g_assert_false (soleus_clinic_is_gone (nowhere, NULL));
  g_assert_false (soleus_clinic_is_gone (below, NULL));
  g_assert_false (soleus_clinic_is_gone (":memory:", NULL));
}

/* Backups in a folder of choice are found, too. */
static void
backups_elsewhere_count (void)
{
  g_autoptr (FaultClinic) fault = fault_clinic_new ("Token");
  g_autofree char *stick = g_build_filename (fault->folder, "stick", NULL);
  g_autofree char *former = NULL;
  SoleusBackupSettings settings = { .folder = stick, .every_hours = 24 };
  g_autoptr (GPtrArray) files = NULL;

  g_assert_cmpint (g_mkdir (stick, 0700), ==, 0);
  g_assert_true (soleus_clinic_save_backup_settings (fault->clinic, &settings, NULL));
  back_up_and_close (fault);
  g_assert_cmpint (g_unlink (fault->path), ==, 0);
  assert_gone (fault, "There are backups of it");
  g_assert_true (soleus_clinic_set_former_aside (fault->path, fault->clock, &former, NULL));
  fault_clinic_open (fault);
  files = soleus_backup_folder_list (stick, "clinic-former.soleus");
  g_assert_cmpuint (files->len, ==, 1);
}

/* The newest is encrypted, and its key is nowhere: the person is asked, and what they type opens it. */
static void
an_encrypted_backup_asks (void)
{
  g_autoptr (FaultClinic) fault = fault_clinic_new ("Token");
  g_autoptr (SoleusSealKey) key = soleus_seal_key_new ("three legs", NULL);
  g_autoptr (SoleusBackupReport) report = soleus_clinic_back_up (fault->clinic, "automatic", NULL, key, NULL);
  g_autoptr (SoleusRestorePreview) preview = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (report->sealed);
  fault_clinic_close (fault);
  g_assert_cmpint (g_unlink (fault->path), ==, 0);
  g_assert_null (soleus_backup_prepare (fault->path, NULL, NULL, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (soleus_backup_prepare (fault->path, NULL, "two legs", &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
  g_clear_error (&error);
  preview = soleus_backup_prepare (fault->path, NULL, "three legs", &error);
  g_assert_no_error (error);
  g_assert_nonnull (preview);
}

/* What is left of the former keeps its backups and its journal under another name, where no thinning of the new one reaches them. */
static void
a_clinic_is_begun_anew (void)
{
  g_autoptr (FaultClinic) fault = fault_clinic_new ("Token");
  g_autofree char *folder = dup_backup_folder (fault);
  g_autofree char *former = NULL;
  g_autofree char *again = NULL;
  g_autofree char *former_path = g_build_filename (fault->folder, "clinic-former.soleus", NULL);
  SoleusAccessSettings locked = { (char *) "$former", 5, 10 };
  g_autoptr (SoleusAccessSettings) settings = NULL, former_settings = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (soleus_access_settings_save (&locked, fault->path, NULL));
  back_up_and_close (fault);
  g_assert_cmpint (g_unlink (fault->path), ==, 0);
  write_journal (fault);
  g_assert_true (soleus_clinic_set_former_aside (fault->path, fault->clock, &former, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (former, ==, "clinic-former");
  fault_clinic_open (fault);
  g_assert_true (soleus_clinic_is_new (fault->clinic));
  g_assert_cmpuint (count_journals (folder), ==, 1);
  files = soleus_backup_folder_list (folder, former_path);
  g_assert_cmpuint (files->len, ==, 2);
  /* whoever begins anew need not know the passphrase of the former, which keeps it */
  settings = soleus_access_settings_load (fault->path);
  g_assert_null (settings->hash);
  former_settings = soleus_access_settings_load (former_path);
  g_assert_cmpstr (former_settings->hash, ==, "$former");

  /* a second time they get a name of their own */
  back_up_and_close (fault);
  g_assert_cmpint (g_unlink (fault->path), ==, 0);
  g_assert_true (soleus_clinic_set_former_aside (fault->path, fault->clock, &again, &error));
  g_assert_cmpstr (again, ==, "clinic-former-2");

  /* and the first comes back by its name */
  g_free (fault->path);
  fault->path = g_steal_pointer (&former_path);
  assert_gone (fault, "There are backups of it");
  restore (fault, NULL);
}

/* Where they cannot be renamed nothing is begun, and it is still gone. */
static void
what_cannot_be_set_aside_stays (void)
{
  g_autoptr (FaultClinic) fault = fault_clinic_new ("Token");
  g_autofree char *folder = dup_backup_folder (fault);
  g_autofree char *journal_path = g_strconcat (fault->path, "-wal", NULL);
  g_autofree char *former = NULL;
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      /* root may write everywhere: the folder of the backups is no folder */
      fault_clinic_close (fault);
      write_journal (fault);
      g_assert_cmpint (g_unlink (fault->path), ==, 0);
      g_assert_true (g_file_set_contents (folder, "", 0, NULL));
    }
  else
    {
      back_up_and_close (fault);
      g_assert_cmpint (g_unlink (fault->path), ==, 0);
      g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
    }
  g_assert_false (soleus_clinic_set_former_aside (fault->path, fault->clock, &former, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY);
  g_assert_null (former);
  g_assert_true (soleus_clinic_is_gone (fault->path, NULL));
  g_chmod (folder, 0700);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gone/what_is_gone_is_no_new_clinic", what_is_gone_is_no_new_clinic);
  g_test_add_func ("/gone/a_journal_alone_is_what_is_left", a_journal_alone_is_what_is_left);
  g_test_add_func ("/gone/what_is_damaged_is_no_backup", what_is_damaged_is_no_backup);
  g_test_add_func ("/gone/a_new_clinic_is_a_new_clinic", a_new_clinic_is_a_new_clinic);
  g_test_add_func ("/gone/backups_elsewhere_count", backups_elsewhere_count);
  g_test_add_func ("/gone/an_encrypted_backup_asks", an_encrypted_backup_asks);
  g_test_add_func ("/gone/a_clinic_is_begun_anew", a_clinic_is_begun_anew);
  g_test_add_func ("/gone/what_cannot_be_set_aside_stays", what_cannot_be_set_aside_stays);
  return g_test_run ();
}
