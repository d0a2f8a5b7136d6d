/* What is kept beside a clinic file (keys, settings, the lock) comes back as it was written, and what somebody wrote there by hand does no harm. */
#include "soleus-config.h"

#include "one-store.h"

#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>

#include "soleus-access-settings.h"
#include "soleus-backup-settings.h"
#include "soleus-error.h"
#include "soleus-file-key.h"
#include "soleus-sealed-file.h"

typedef OneStore Fixture;

#define SALT "000102030405060708090a0b0c0d0e0f"
#define BYTES "202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f"

/* RFC 9106 (Argon2id): at least one pass and eight kilobytes. What asks for more than a gigabyte or sixteen passes comes from nobody who means well. */
static void
test_a_key_is_read_as_it_was_written (void)
{
  static const struct { const char *text; gboolean is_key; } rows[] = {
    { NULL, FALSE },
    { "", FALSE },
    { "3:268435456:" SALT ":" BYTES, TRUE },
    { "1:8192:" SALT ":" BYTES, TRUE },
    { "16:1073741824:" SALT ":" BYTES, TRUE },
    { "0:8192:" SALT ":" BYTES, FALSE },
    { "17:8192:" SALT ":" BYTES, FALSE },
    { "1:8191:" SALT ":" BYTES, FALSE },
    { "1:1073741825:" SALT ":" BYTES, FALSE },
    { "one:8192:" SALT ":" BYTES, FALSE },
    { "-1:8192:" SALT ":" BYTES, FALSE },
    { "1:8192:" SALT, FALSE },
    { "1:8192:" SALT ":" BYTES ":more", FALSE },
    { "1:8192:" SALT "00:" BYTES, FALSE },
    { "1:8192:" SALT ":" BYTES "0", FALSE },
    { "1:8192:0001:" BYTES, FALSE },
    { "1:8192:xx0102030405060708090a0b0c0d0e0f:" BYTES, FALSE },
    { "1:8192:" SALT ":zz2122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusSealKey) key = soleus_seal_key_from_text (rows[i].text);

      g_test_message ("%s", rows[i].text != NULL ? rows[i].text : "nothing");
      g_assert_cmpint (key != NULL, ==, rows[i].is_key);
      if (key != NULL)
        {
          g_autofree char *text = soleus_seal_key_to_text (key);
          g_autoptr (SoleusSealKey) copy = soleus_seal_key_copy (key);

          g_assert_cmpstr (text, ==, rows[i].text);
          g_assert_cmpmem (copy, sizeof *copy, key, sizeof *key);
        }
    }
  g_assert_null (soleus_seal_key_copy (NULL));
  soleus_seal_key_free (NULL);
}

/* What the header of a file asks for is bounded before any work is done. */
static void
test_a_header_cannot_ask_for_too_much (void)
{
  static const struct { guint64 operations, memory; gboolean works; } rows[] = {
    { 1, 8192, TRUE }, { 0, 8192, FALSE }, { 17, 8192, FALSE }, { G_MAXUINT64, 8192, FALSE }, { 1, 8191, FALSE },
    { 1, G_GUINT64_CONSTANT (1073741825), FALSE }, { 1, G_MAXUINT64, FALSE },
  };
  static const guint8 salt[SOLEUS_SEAL_SALT_BYTES] = { 7 };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SoleusSealKey) key = soleus_seal_key_derive ("passphrase", rows[i].operations, rows[i].memory, salt, &error);

      g_assert_cmpint (key != NULL, ==, rows[i].works);
      if (key == NULL)
        g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED);
    }
}

static void
write_beside (Fixture    *fixture,
              const char *name,
              const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Every 31 days at the least, never more often than the clock goes: what is out of bounds counts as the nearest bound. */
static void
test_settings_of_backups_are_read_within_bounds (Fixture       *fixture,
                                                 gconstpointer  data)
{
  static const struct { const char *text; int every_hours; const char *folder; gboolean has_key; } rows[] = {
    { "", 24, NULL, FALSE },
    { "no key file at all", 24, NULL, FALSE },
    { "[backup]\n", 24, NULL, FALSE },
    { "[backup]\nevery-hours=0\n", 0, NULL, FALSE },
    { "[backup]\nevery-hours=-3\n", 0, NULL, FALSE },
    { "[backup]\nevery-hours=744\n", 744, NULL, FALSE },
    { "[backup]\nevery-hours=745\n", 744, NULL, FALSE },
    { "[backup]\nevery-hours=often\n", 24, NULL, FALSE },
    { "[backup]\nfolder=/media/stick\n", 24, "/media/stick", FALSE },
    { "[backup]\nkey=1:8192:" SALT ":" BYTES "\n", 24, NULL, TRUE },
    { "[backup]\nkey=1:8192:" SALT "\n", 24, NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusBackupSettings) settings = NULL;
      g_autoptr (SoleusBackupSettings) again = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      write_beside (fixture, "clinic.backup.ini", rows[i].text);
      settings = soleus_backup_settings_load (fixture->path);
      g_assert_cmpint (settings->every_hours, ==, rows[i].every_hours);
      g_assert_cmpstr (settings->folder, ==, rows[i].folder);
      g_assert_cmpint (settings->key != NULL, ==, rows[i].has_key);

      g_assert_true (soleus_backup_settings_save (settings, fixture->path, NULL));
      again = soleus_backup_settings_load (fixture->path);
      g_assert_cmpint (again->every_hours, ==, rows[i].every_hours);
      g_assert_cmpstr (again->folder, ==, rows[i].folder);
      g_assert_cmpint (again->key != NULL, ==, rows[i].has_key);
    }
}

/* A clinic file under another name has its settings under that name. */
static void
test_settings_belong_to_one_file (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "practice.db", NULL);
  g_autofree char *ini = g_build_filename (fixture->folder, "practice.db.backup.ini", NULL);
  g_autofree char *access_ini = g_build_filename (fixture->folder, "practice.db.access.ini", NULL);
  SoleusBackupSettings weekly = { NULL, 168, NULL };
  SoleusAccessSettings lock = { NULL, 7, 20 };
  g_autoptr (SoleusBackupSettings) here = NULL;
  g_autoptr (SoleusAccessSettings) unlocked = NULL;
  GStatBuf status;

  g_assert_true (soleus_backup_settings_save (&weekly, other, NULL));
  g_assert_true (soleus_access_settings_save (&lock, other, NULL));
  g_assert_true (g_file_test (ini, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_stat (access_ini, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);
  here = soleus_backup_settings_load (fixture->path);
  g_assert_cmpint (here->every_hours, ==, 24);
  unlocked = soleus_access_settings_load (fixture->path);
  g_assert_cmpint (unlocked->idle_minutes, ==, 5);
}

static void
test_settings_that_cannot_be_kept_say_so (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "gone", "clinic.soleus", NULL);
  SoleusBackupSettings settings = { NULL, 168, NULL };
  SoleusAccessSettings lock = { NULL, 7, 20 };
  g_autoptr (GError) error = NULL;

  g_assert_false (soleus_backup_settings_save (&settings, nowhere, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (soleus_access_settings_save (&lock, nowhere, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY);
}

static void
test_the_lock_opens_with_its_passphrase_only (Fixture       *fixture,
                                              gconstpointer  data)
{
  static const struct { const char *text; int idle_minutes, years; } rows[] = {
    { "", 5, 10 }, { "nonsense", 5, 10 }, { "[access]\nidle-minutes=0\nretention-years=0\n", 0, 1 },
    { "[access]\nidle-minutes=soon\nretention-years=long\n", 5, 10 },
    { "[access]\nidle-minutes=1441\nretention-years=101\n", 1440, 100 }, { "[access]\nidle-minutes=30\n", 30, 10 },
  };
  g_autofree char *hash = soleus_access_hash ("Wadenkrampf um drei", NULL);
  g_autofree char *again = soleus_access_hash ("Wadenkrampf um drei", NULL);
  SoleusAccessSettings kept = { hash, 5, 10 };
  g_autoptr (SoleusAccessSettings) settings = NULL;

  g_assert_true (soleus_access_settings_save (&kept, fixture->path, NULL));
  settings = soleus_access_settings_load (fixture->path);
  g_assert_true (soleus_access_check (settings->hash, "Wadenkrampf um drei"));
  g_assert_false (soleus_access_check (settings->hash, "wadenkrampf um drei"));
  g_assert_false (soleus_access_check (settings->hash, ""));
  g_assert_false (soleus_access_check ("nonsense", "Wadenkrampf um drei"));
  /* each has its salt */
  g_assert_cmpstr (hash, !=, again);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusAccessSettings) read = NULL;

      write_beside (fixture, "clinic.access.ini", rows[i].text);
      read = soleus_access_settings_load (fixture->path);
      g_assert_null (read->hash);
      g_assert_cmpint (read->idle_minutes, ==, rows[i].idle_minutes);
      g_assert_cmpint (read->retention_years, ==, rows[i].years);
    }
}

/* The passphrase of an encrypted file is remembered until it is told to forget it. */
static void
test_a_file_key_is_remembered_for_its_file (void)
{
  g_autoptr (SoleusFileKey) key = soleus_file_key_new ("one");
  g_autoptr (SoleusFileKey) same = soleus_file_key_new ("one");
  g_autoptr (SoleusFileKey) other = soleus_file_key_new ("other");
  g_autoptr (SoleusFileKey) found = NULL;
  g_autoptr (SoleusFileKey) relative = NULL;
  g_autofree char *folder = g_get_current_dir ();
  g_autofree char *absolute = g_build_filename (folder, "clinic.soleus", NULL);

  g_assert_true (soleus_file_key_equal (key, key));
  g_assert_true (soleus_file_key_equal (key, same));
  g_assert_true (soleus_file_key_equal (NULL, NULL));
  g_assert_false (soleus_file_key_equal (key, other));
  g_assert_false (soleus_file_key_equal (key, NULL));
  g_assert_false (soleus_file_key_equal (NULL, key));
  g_assert_cmpstr (soleus_file_key_get_passphrase (key), ==, "one");

  g_assert_null (soleus_file_key_find (absolute));
  soleus_file_key_remember (absolute, NULL); /* nothing to forget yet */
  soleus_file_key_remember (absolute, key);
  soleus_file_key_remember ("/elsewhere.soleus", other);
  found = soleus_file_key_find (absolute);
  g_assert_true (soleus_file_key_equal (found, key));
  relative = soleus_file_key_find ("clinic.soleus");
  g_assert_true (soleus_file_key_equal (relative, key));
  soleus_file_key_remember (absolute, NULL);
  g_assert_null (soleus_file_key_find (absolute));
  soleus_file_key_remember (absolute, NULL);
  soleus_file_key_remember ("/elsewhere.soleus", NULL);
  g_assert_null (soleus_file_key_find ("/elsewhere.soleus"));
  g_assert_null (soleus_file_key_ref (NULL));
  soleus_file_key_unref (NULL);
}

/* What stands after the last piece was not written by this program. */
static void
test_what_was_appended_to_an_encrypted_backup_is_found (Fixture       *fixture,
                                                        gconstpointer  data)
{
  g_autoptr (SoleusSealKey) key = soleus_seal_key_from_text ("1:8192:" SALT ":" BYTES);
  g_autofree char *plain = g_build_filename (fixture->folder, "plain", NULL);
  g_autofree char *sealed = g_build_filename (fixture->folder, "sealed", NULL);
  g_autofree char *opened = g_build_filename (fixture->folder, "opened", NULL);
  g_autofree char *gone = g_build_filename (fixture->folder, "gone", "sealed", NULL);
  g_autofree char *hash = NULL;
  g_autofree char *read = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *longer = NULL;
  g_autofree char *whole = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  /* one whole piece: what follows is not part of it */
  whole = g_strnfill (65536, 'x');
  g_assert_true (g_file_set_contents (plain, whole, 65536, NULL));
  g_assert_true (soleus_sealed_file_write (plain, sealed, key, &hash, NULL));
  g_assert_true (soleus_sealed_file_is_sealed (sealed));
  g_assert_false (soleus_sealed_file_is_sealed (plain));
  g_assert_false (soleus_sealed_file_is_sealed (gone));
  g_assert_true (soleus_sealed_file_read (sealed, NULL, key, NULL, &read, NULL));
  g_assert_cmpstr (read, ==, hash);

  g_assert_true (g_file_get_contents (sealed, &bytes, &size, NULL));
  longer = g_malloc0 (size + 1);
  memcpy (longer, bytes, size);
  g_assert_true (g_file_set_contents (sealed, longer, (gssize) size + 1, NULL));
  g_assert_false (soleus_sealed_file_read (sealed, opened, key, NULL, &read, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED);
  g_assert_false (g_file_test (opened, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  /* and where nothing can be read or written, that is said */
  g_assert_false (soleus_sealed_file_read (gone, NULL, key, NULL, &read, &error));
  g_assert_nonnull (strstr (error->message, "cannot be read"));
  g_clear_error (&error);
  g_assert_false (soleus_sealed_file_write (gone, sealed, key, &read, &error));
  g_assert_nonnull (strstr (error->message, "cannot be read"));
  g_clear_error (&error);
  g_assert_false (soleus_sealed_file_write (plain, gone, key, &read, &error));
  g_assert_nonnull (strstr (error->message, "cannot be written"));
  g_clear_error (&error);
  /* nothing is written over */
  g_assert_false (soleus_sealed_file_write (plain, sealed, key, &read, &error));
  g_assert_nonnull (strstr (error->message, "cannot be written"));
}

#define ADD(name, func) g_test_add ("/safe-keeping/" name, Fixture, NULL, one_store_set_up_folder, func, one_store_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (sodium_init (), >=, 0);

  g_test_add_func ("/safe-keeping/a_key_is_read_as_it_was_written", test_a_key_is_read_as_it_was_written);
  g_test_add_func ("/safe-keeping/a_header_cannot_ask_for_too_much", test_a_header_cannot_ask_for_too_much);
  ADD ("settings_of_backups_are_read_within_bounds", test_settings_of_backups_are_read_within_bounds);
  ADD ("settings_belong_to_one_file", test_settings_belong_to_one_file);
  ADD ("settings_that_cannot_be_kept_say_so", test_settings_that_cannot_be_kept_say_so);
  ADD ("the_lock_opens_with_its_passphrase_only", test_the_lock_opens_with_its_passphrase_only);
  g_test_add_func ("/safe-keeping/a_file_key_is_remembered_for_its_file", test_a_file_key_is_remembered_for_its_file);
  ADD ("what_was_appended_to_an_encrypted_backup_is_found", test_what_was_appended_to_an_encrypted_backup_is_found);

  return g_test_run ();
}
