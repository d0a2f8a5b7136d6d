/* The disk fills up while something is written for a person: a PDF, an export in each format, a copy for an athlete, a restore. Nothing is left by half,
 * what stood there is as it was, the sentence says what to do, and once there is space again it is done. */
#include "soleus-config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "fault-clinic.h"
#include "full-disk.h"
#include "tests/scratch-folder.h"

#include "soleus-athlete-copy.h"
#include "soleus-audit-list.h"
#include "soleus-clinic-backup.h"
#include "soleus-error.h"
#include "soleus-paper.h"
#include "soleus-transfer.h"

#define OLD "what stood there before"

typedef struct {
  FaultClinic *fault;
  char        *folder;     /* where it is written */
  char        *target;
  char        *plain;      /* backups, elsewhere */
  char        *sealed;
  char        *content;    /* hash of what the clinic holds */
  SoleusRestorePreview *preview;
} Fixture;

typedef struct {
  const char *name;
  const char *format;      /* (nullable): for exports */
  gboolean    is_sealed;   /* needs an encrypted backup */
  void      (*prepare) (Fixture *fixture);
  gboolean  (*run)     (Fixture *fixture, GError **error);
  void      (*check)   (Fixture *fixture, gboolean done);
} Task;

static const Task *current;

static char *
dup_content (SoleusClinic *clinic)
{
  g_autoptr (GError) error = NULL;
  char *hash = soleus_transfer_dup_content_hash (clinic, &error);

  g_assert_no_error (error);
  return hash;
}

static char *
make_backup (Fixture             *fixture,
             const char          *name,
             const SoleusSealKey *key)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusBackupReport) report = soleus_clinic_back_up (fixture->fault->clinic, "backup", path, key, &error);

  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const guint8 salt[SOLEUS_SEAL_SALT_BYTES] = "0123456789abcde";
  g_autoptr (SoleusSealKey) key = NULL;
  g_autoptr (SoleusRecord) athlete = NULL;
  g_autoptr (SoleusRecord) changed = NULL;

  fixture->fault = fault_clinic_new ("Token");
  fixture->folder = g_dir_make_tmp ("soleus-full-XXXXXX", NULL);
  fixture->target = g_build_filename (fixture->folder, "target", NULL);
  fixture->plain = make_backup (fixture, "plain.soleus", NULL);
  if (current->is_sealed)
    {
      key = soleus_seal_key_derive ("three legs", 1, 8192, salt, NULL); /* as little work as a key may be */
      fixture->sealed = make_backup (fixture, "sealed.soleus.sealed", key);
    }
  athlete = soleus_clinic_find (fixture->fault->clinic, &soleus_athlete_kind, fixture->fault->athlete, NULL);
  changed = soleus_record_copy (athlete);
  soleus_record_set_text (changed, "name", "Changed Afterwards");
  g_assert_true (soleus_clinic_save (fixture->fault->clinic, changed, NULL));
  fixture->content = dup_content (fixture->fault->clinic);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  full_disk_set_space (-1);
  g_clear_pointer (&fixture->preview, soleus_restore_preview_free);
  fault_clinic_free (fixture->fault);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->target);
  g_free (fixture->plain);
  g_free (fixture->sealed);
  g_free (fixture->content);
}

/* every name below a folder with a hash of what is in it, in order */
static void
describe (const char *folder,
          GPtrArray  *lines)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      g_autofree char *hash = NULL;
      gsize length = 0;

      if (g_file_get_contents (path, &bytes, &length, NULL))
        hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, bytes, (gssize) length);
      g_ptr_array_add (lines, g_strdup_printf ("%s %s", path, hash != NULL ? hash : "folder"));
      describe (path, lines);
    }
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
dup_state_of_folder (const char *folder)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  describe (folder, lines);
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static guint
count_unfinished (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += strstr (name, ".part") != NULL || strstr (name, "unfinished") != NULL || strstr (name, ".tmp") != NULL;
  return n;
}

/* --- files for a person --- */

static GBytes *
make_pdf (Fixture  *fixture,
          GError  **error)
{
  SoleusPaperOptions options = { NULL };
  SoleusInstant now = soleus_clinic_get_now (fixture->fault->clinic);
  g_autoptr (SoleusDocument) document = soleus_paper_new_history_report (fixture->fault->clinic, fixture->fault->athlete, 0, now, &options, error);

  return document != NULL ? soleus_document_dup_pdf (document, error) : NULL;
}

/* as the pages do */
static gboolean
note (gpointer   user_data,
      GError   **error)
{
  return soleus_clinic_note (((Fixture *) user_data)->fault->clinic, "export", NULL, NULL, NULL, error);
}

static gboolean
save_pdf (Fixture  *fixture,
          GError  **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->target);
  g_autoptr (GBytes) pdf = make_pdf (fixture, error);

  return pdf != NULL && soleus_clinic_write_file (file, pdf, note, fixture, error);
}

static gboolean
save_audit (Fixture  *fixture,
            GError  **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->target);
  g_autoptr (SoleusAuditList) list = soleus_audit_list_new (fixture->fault->clinic);
  char *text = soleus_audit_list_dup_csv (list);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return soleus_clinic_write_file (file, bytes, note, fixture, error);
}

static gboolean
export (Fixture  *fixture,
        GError  **error)
{
  return soleus_transfer_export (fixture->fault->clinic, soleus_format_find (current->format), fixture->target, NULL, error);
}

static gboolean
copy_for_athlete (Fixture  *fixture,
                  GError  **error)
{
  return soleus_athlete_copy_write (fixture->fault->clinic, fixture->fault->athlete, fixture->target, error);
}

static void
put_old_file (Fixture *fixture)
{
  g_assert_true (g_file_set_contents (fixture->target, OLD, -1, NULL));
}

static void
check_clinic (Fixture  *fixture,
              gboolean  done)
{
  g_autofree char *content = dup_content (fixture->fault->clinic);

  g_assert_cmpstr (content, ==, fixture->content);
}

static void
check_replaced (Fixture  *fixture,
                gboolean  done)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (fixture->target, &text, NULL, NULL));
  g_assert_cmpint (g_str_equal (text, OLD), ==, !done);
  check_clinic (fixture, done);
}

/* --- restoring --- */

static void
prepare_preview (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->preview = soleus_backup_prepare (fixture->fault->path, fixture->plain, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
look_at (Fixture     *fixture,
         const char  *source,
         GError     **error)
{
  fixture->preview = soleus_backup_prepare (fixture->fault->path, source, "three legs", error);
  return fixture->preview != NULL;
}

static gboolean
look_at_plain (Fixture  *fixture,
               GError  **error)
{
  return look_at (fixture, fixture->plain, error);
}

static gboolean
look_at_sealed (Fixture  *fixture,
                GError  **error)
{
  return look_at (fixture, fixture->sealed, error);
}

static gboolean
restore (Fixture  *fixture,
         GError  **error)
{
  return soleus_clinic_restore (fixture->fault->clinic, fixture->preview, error);
}

/* What the backups hold, or what was there before, whole. */
static void
check_content (Fixture  *fixture,
               gboolean  in_backup)
{
  g_autoptr (SoleusRecord) athlete = soleus_clinic_find (fixture->fault->clinic, &soleus_athlete_kind, fixture->fault->athlete, NULL);
  g_autoptr (GPtrArray) findings = soleus_clinic_verify (fixture->fault->clinic, NULL);

  g_assert_cmpstr (soleus_record_get_text (athlete, "name"), ==, in_backup ? "Token later" : "Changed Afterwards");
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
check_restored (Fixture  *fixture,
                gboolean  done)
{
  check_content (fixture, done);
  fault_clinic_close (fixture->fault);
  fault_clinic_open (fixture->fault);
  check_content (fixture, done);
}

static void
damage_and_prepare (Fixture *fixture)
{
  g_autofree char *damaged = g_strnfill (8192, 'x');

  fault_clinic_close (fixture->fault);
  g_assert_true (g_file_set_contents (fixture->fault->path, damaged, -1, NULL));
  prepare_preview (fixture);
}

static gboolean
replace (Fixture  *fixture,
         GError  **error)
{
  return soleus_backup_replace_damaged (fixture->fault->path, fixture->preview, fixture->fault->clock, NULL, error);
}

/* The damaged file is where it was, or what the backup holds is. */
static void
check_damaged (Fixture  *fixture,
               gboolean  done)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->fault->path, &bytes, &length, NULL));
  if (!done && length == 8192 && bytes[0] == 'x')
    return;
  fault_clinic_open (fixture->fault);
  check_content (fixture, TRUE);
}

static const Task tasks[] = {
  { "a PDF", NULL, FALSE, NULL, save_pdf, check_clinic },
  { "a PDF in the place of another", NULL, FALSE, put_old_file, save_pdf, check_replaced },
  { "the audit", NULL, FALSE, NULL, save_audit, check_clinic },
  { "the audit in the place of another", NULL, FALSE, put_old_file, save_audit, check_replaced },
  { "a copy for an athlete", NULL, FALSE, NULL, copy_for_athlete, check_clinic },
  { "looking at a backup", NULL, FALSE, NULL, look_at_plain, check_clinic },
  { "looking at an encrypted one", NULL, TRUE, NULL, look_at_sealed, check_clinic },
  { "restoring into the open file", NULL, FALSE, prepare_preview, restore, check_restored },
  { "replacing a damaged file", NULL, FALSE, damage_and_prepare, replace, check_damaged },
};

/* --- each of them --- */

static void
assert_says_what_to_do (const GError *error)
{
  g_assert_nonnull (error);
  g_test_message ("%s: %s", current->name, error->message);
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FULL);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_nonnull (strstr (error->message, "try again"));
}

/* Returns: how much is written where there is space */
static gint64
measure (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gint64 written;

  full_disk_set_space (-1);
  g_assert_true (current->run (fixture, &error));
  g_assert_no_error (error);
  written = full_disk_get_written ();
  current->check (fixture, TRUE);
  return written;
}

static void
start (Fixture *fixture)
{
  set_up (fixture, NULL);
  if (current->prepare != NULL)
    current->prepare (fixture);
}

static void
fill_up (gint64 space)
{
  Fixture fixture = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gboolean done;

  start (&fixture);
  before = dup_state_of_folder (fixture.folder);
  full_disk_set_space (space);
  done = current->run (&fixture, &error);
  full_disk_set_space (-1);
  if (!done)
    {
      assert_says_what_to_do (error);
      after = dup_state_of_folder (fixture.folder);
      g_assert_cmpstr (after, ==, before);
      current->check (&fixture, FALSE);
      g_clear_pointer (&fixture.preview, soleus_restore_preview_free);
      g_assert_cmpuint (count_unfinished (fixture.fault->folder), ==, 0);
      if (current->prepare != NULL)
        current->prepare (&fixture);
      measure (&fixture);
    }
  tear_down (&fixture, NULL);
}

static void
the_disk_fills_up (gconstpointer data)
{
  guint n_levels = fault_clinic_get_size (4, 50);
  Fixture fixture = { NULL };
  gint64 all;

  current = data;
  start (&fixture);
  all = measure (&fixture);
  tear_down (&fixture, NULL);
  g_assert_cmpint (all, >, 0);
  for (guint level = 0; level < n_levels; level++)
    fill_up (level * all / n_levels);
  fill_up (1);
  fill_up (all - 1);
}

static void
free_task (gpointer data)
{
  Task *task = data;

  g_free ((char *) task->name);
  g_free (task);
}

static void
add_task (const char *name,
          const char *format,
          void      (*prepare) (Fixture *fixture),
          void      (*check)   (Fixture *fixture, gboolean done))
{
  Task *task = g_new0 (Task, 1);
  g_autofree char *path = NULL;

  task->name = g_strdup (name);
  task->format = format;
  task->prepare = prepare;
  task->run = export;
  task->check = check;
  path = g_strdup_printf ("/full-disk/%s", name);
  g_test_add_data_func_full (path, task, the_disk_fills_up, free_task);
}

/* an export in each format that there is, where nothing stood, and in the place of another */
static void
add_exports (void)
{
  gsize n_formats;
  const SoleusFormat *formats = soleus_format_list (&n_formats);

  for (gsize i = 0; i < n_formats; i++)
    {
      g_autofree char *name = g_strdup_printf ("an export as %s", formats[i].id);
      g_autofree char *again = g_strdup_printf ("%s in the place of another", name);

      if (!soleus_format_is_written (&formats[i]))
        continue;
      add_task (name, formats[i].id, NULL, check_clinic);
      if (formats[i].write_folder == NULL)
        add_task (again, formats[i].id, put_old_file, check_replaced);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/full-disk/%s", tasks[i].name);

      g_test_add_data_func (path, &tasks[i], the_disk_fills_up);
    }
  add_exports ();
  return g_test_run ();
}
