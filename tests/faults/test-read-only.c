/* A file, a folder or a file system that cannot be written, and a -shm that is missing: the clinic opens for reading with its newest
 * records, says so, and nothing is written. */
#include "soleus-config.h"

#include "fault-clinic.h"
#include "tests/scratch-folder.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <grp.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "soleus-error.h"

#define NOBODY 65534

typedef struct {
  const char *name;
  int         file_mode;
  int         folder_mode;
  gboolean    with_wal; /* what was saved last is in the -wal alone, as after a crash */
  gboolean    with_shm;
  gboolean    mounted;  /* on a file system that is mounted for reading */
  gboolean    writable; /* the control */
} Case;

static const Case cases[] = {
  { "file", 0400, 0700 },
  { "folder", 0600, 0500 },
  { "both", 0400, 0500 },
  { "crashed, with its -shm", 0400, 0500, TRUE, TRUE },
  { "crashed, without its -shm", 0400, 0500, TRUE, FALSE },
  { "file system", 0600, 0700, FALSE, FALSE, TRUE },
  { "file system, crashed", 0600, 0700, TRUE, FALSE, TRUE },
  { "neither", 0600, 0700, .writable = TRUE },
};

static void
copy (const char *folder,
      const char *name,
      const char *from,
      int         mode)
{
  g_autofree char *to = g_build_filename (folder, name, NULL);

  fault_clinic_copy_file (from, to);
  g_assert_cmpint (g_chmod (to, (mode_t) mode), ==, 0);
  if (geteuid () == 0)
    g_assert_cmpint (chown (to, NOBODY, NOBODY), ==, 0);
}

/* The clinic as another computer would find it: in a folder of its own. Returns: (transfer full): the folder */
static char *
lay_out (FaultClinic *clinic,
         const Case  *row)
{
  char *folder = g_dir_make_tmp ("soleus-read-only-XXXXXX", NULL);
  g_autofree char *wal = g_strconcat (clinic->path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (clinic->path, "-shm", NULL);

  g_assert_nonnull (folder);
  copy (folder, "clinic.soleus", clinic->path, row->file_mode);
  if (row->with_wal)
    copy (folder, "clinic.soleus-wal", wal, row->file_mode);
  if (row->with_shm)
    copy (folder, "clinic.soleus-shm", shm, row->file_mode);
  if (geteuid () == 0)
    g_assert_cmpint (chown (folder, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (g_chmod (folder, (mode_t) row->folder_mode), ==, 0);
  return folder;
}

/* an empty log says as much as none */
static char *
hash_file (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  return g_file_get_contents (path, &bytes, &length, NULL) && length > 0 ? g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length) : g_strdup ("none");
}

/* the file and its log; the index of the log says nothing of its own */
static char *
hash_all (const char *folder)
{
  g_autofree char *file = hash_file (folder, "clinic.soleus");
  g_autofree char *log = hash_file (folder, "clinic.soleus-wal");

  return g_strconcat (file, " ", log, NULL);
}

/* Returns: 0 as it should be, else which of the steps went wrong */
static int
use (FaultClinic *clinic,
     const char  *folder,
     const Case  *row)
{
  g_autofree char *path = g_build_filename (folder, "clinic.soleus", NULL);
  g_autofree char *before = hash_all (folder);
  g_autofree char *after = NULL;
  g_autoptr (SoleusClinic) opened = soleus_clinic_open (path, SOLEUS_CLINIC_OPEN_DEFAULT, clinic->clock, NULL);
  g_autoptr (SoleusRecord) athlete = NULL;
  g_autoptr (SoleusRecord) changed = NULL;
  g_autoptr (GError) error = NULL;

  if (opened == NULL)
    opened = soleus_clinic_open (path, SOLEUS_CLINIC_OPEN_READ_ONLY, clinic->clock, &error);
  if (opened == NULL)
    {
      g_printerr ("%s: %s\n", row->name, error->message);
      return 1;
    }
  if (soleus_clinic_is_read_only (opened) == row->writable)
    return 2;
  athlete = soleus_clinic_find (opened, &soleus_athlete_kind, clinic->athlete, NULL);
  /* what was saved last, also where only the log holds it */
  if (athlete == NULL || !g_str_equal (soleus_record_get_text (athlete, "team"), "Newest"))
    return 3;
  changed = soleus_record_copy (athlete);
  soleus_record_set_text (changed, "team", "Written");
  if (soleus_clinic_save (opened, changed, &error) != row->writable)
    return 4;
  if (!row->writable && !g_error_matches (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY))
    return 5;
  g_clear_object (&opened);
  after = hash_all (folder);
  return g_str_equal (before, after) == row->writable ? 6 : 0;
}

/* 77: such a mount is not allowed here */
static int
mount_for_reading (const char *folder)
{
  if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 || mount (folder, folder, NULL, MS_BIND, NULL) != 0 ||
      mount (NULL, folder, NULL, MS_BIND | MS_REMOUNT | MS_RDONLY, NULL) != 0)
    return 77;
  return 0;
}

/* The superuser may write everywhere: another process without such rights uses the file. */
static int
use_as_anybody (FaultClinic *clinic,
                const char  *folder,
                const Case  *row)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      int result = row->mounted ? mount_for_reading (folder) : 0;

      if (result == 0 && geteuid () == 0 && (setgroups (0, NULL) != 0 || setresgid (NOBODY, NOBODY, NOBODY) != 0 || setresuid (NOBODY, NOBODY, NOBODY) != 0))
        result = 77;
      _exit (result == 0 ? use (clinic, folder, row) : result);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static void
save_newest (FaultClinic *clinic)
{
  g_autoptr (SoleusRecord) stored = soleus_clinic_find (clinic->clinic, &soleus_athlete_kind, clinic->athlete, NULL);
  g_autoptr (SoleusRecord) changed = soleus_record_copy (stored);
  g_autoptr (GError) error = NULL;

  soleus_record_set_text (changed, "team", "Newest");
  soleus_clinic_save (clinic->clinic, changed, &error);
  g_assert_no_error (error);
}

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (FaultClinic) clinic = fault_clinic_new ("ember");
  g_autofree char *folder = NULL;
  int result;

  /* closing puts the log into the file; a log that is to be left holds the newest change alone */
  if (row->with_wal)
    {
      fault_clinic_close (clinic);
      fault_clinic_open (clinic);
    }
  save_newest (clinic);
  if (!row->with_wal)
    fault_clinic_close (clinic);
  folder = lay_out (clinic, row);
  result = use_as_anybody (clinic, folder, row);
  g_chmod (folder, 0700);
  scratch_folder_remove (folder);
  if (result == 77)
    g_test_skip ("needs the right to mount, or to become another user");
  else
    g_assert_cmpint (result, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/read-only/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
