/* Two clinics whose files have one name, each on a machine of its own, and one stick for the backups of both. */
#include "soleus-config.h"

#include "tests/scratch-folder.h"

#include <string.h>

#include "soleus-clinic-backup.h"
#include "soleus-clinic-gone.h"
#include "soleus-clock.h"
#include "soleus-error.h"
#include "soleus-records.h"

#define NOW G_GINT64_CONSTANT (1750000000000000)

typedef struct {
  char         *path;
  SoleusClinic *clinic;
} Machine;

typedef struct {
  char        *folder;
  char        *stick;
  SoleusClock *clock;
  Machine      machines[2];
} Fixture;

static void
open_clinic (Fixture *fixture,
             Machine *machine)
{
  g_autoptr (GError) error = NULL;

  machine->clinic = soleus_clinic_open (machine->path, SOLEUS_CLINIC_OPEN_CREATE, fixture->clock, &error);
  g_assert_no_error (error);
}

static void
add_therapist (Machine    *machine,
               const char *name)
{
  g_autoptr (SoleusRecord) therapist = soleus_record_new (&soleus_therapist_kind);
  g_autoptr (GError) error = NULL;

  soleus_record_set_text (therapist, "name", name);
  soleus_clinic_save (machine->clinic, therapist, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char *const names[] = { "here", "there" };

  fixture->folder = g_dir_make_tmp ("soleus-shared-XXXXXX", NULL);
  fixture->stick = g_build_filename (fixture->folder, "stick", NULL);
  fixture->clock = soleus_clock_new_fixed (NOW);
  g_assert_cmpint (g_mkdir (fixture->stick, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      Machine *machine = &fixture->machines[i];
      g_autofree char *home = g_build_filename (fixture->folder, names[i], NULL);
      SoleusBackupSettings settings = { .folder = fixture->stick, .every_hours = 24 };

      g_assert_cmpint (g_mkdir (home, 0700), ==, 0);
      machine->path = g_build_filename (home, "clinic.soleus", NULL);
      open_clinic (fixture, machine);
      add_therapist (machine, names[i]);
      g_assert_true (soleus_clinic_save_backup_settings (machine->clinic, &settings, NULL));
    }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fixture->machines); i++)
    {
      g_clear_object (&fixture->machines[i].clinic);
      g_free (fixture->machines[i].path);
    }
  g_clear_object (&fixture->clock);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->stick);
  g_free (fixture->folder);
}

static char *
back_up (Machine *machine)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusBackupReport) report = soleus_clinic_back_up (machine->clinic, "automatic", NULL, NULL, &error);

  g_assert_no_error (error);
  return g_steal_pointer (&report->path);
}

static gboolean
holds (Machine    *machine,
       const char *path)
{
  g_autoptr (GPtrArray) files = soleus_clinic_list_backups (machine->clinic);

  for (guint i = 0; i < files->len; i++)
    if (g_str_equal (((SoleusBackupFile *) files->pdata[i])->path, path))
      return TRUE;
  return FALSE;
}

/* The one backs up every day for a month: the backups of the other are neither thinned, nor taken for its own, nor make it think that none is due. */
static void
each_has_its_own (Fixture       *fixture,
                  gconstpointer  data)
{
  Machine *here = &fixture->machines[0], *there = &fixture->machines[1];
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 8; i++)
    {
      g_ptr_array_add (others, back_up (there));
      soleus_clock_advance (fixture->clock, SOLEUS_USEC_PER_HOUR);
    }
  g_assert_true (soleus_clinic_is_backup_due (here->clinic));
  g_assert_false (soleus_clinic_is_backup_due (there->clinic));
  for (guint day = 0; day < 30; day++)
    {
      g_autofree char *path = back_up (here);

      g_assert_true (holds (here, path));
      g_assert_false (holds (there, path));
      soleus_clock_advance (fixture->clock, 24 * SOLEUS_USEC_PER_HOUR);
    }
  for (guint i = 0; i < others->len; i++)
    {
      g_assert_true (g_file_test (others->pdata[i], G_FILE_TEST_EXISTS));
      g_assert_true (holds (there, others->pdata[i]));
      g_assert_false (holds (here, others->pdata[i]));
    }
}

/* Of a file that is gone the newest backup is its own, though the other machine made a newer one. */
static void
the_newest_is_its_own (Fixture       *fixture,
                       gconstpointer  data)
{
  Machine *here = &fixture->machines[0], *there = &fixture->machines[1];
  g_autofree char *own = back_up (here), *newer = NULL, *former = NULL;
  g_autoptr (SoleusRestorePreview) preview = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;

  soleus_clock_advance (fixture->clock, SOLEUS_USEC_PER_HOUR);
  newer = back_up (there);
  g_clear_object (&here->clinic);
  g_assert_cmpint (g_unlink (here->path), ==, 0);
  g_assert_true (soleus_clinic_is_gone (here->path, NULL));
  preview = soleus_backup_prepare (here->path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (preview->source, ==, own);

  /* another clinic in its place leaves the other machine's alone */
  g_assert_true (soleus_clinic_set_former_aside (here->path, fixture->clock, &former, &error));
  g_assert_no_error (error);
  open_clinic (fixture, here);
  files = soleus_clinic_list_backups (here->clinic);
  g_assert_cmpuint (files->len, ==, 0);
  g_assert_true (holds (there, newer));
}

/* A folder that was chosen before: its backups have no tag, and one is given with the next. */
static void
a_tag_is_given_once (Fixture       *fixture,
                     gconstpointer  data)
{
  Machine *here = &fixture->machines[0];
  g_autofree char *folder = g_path_get_dirname (here->path);
  g_autofree char *ini = g_build_filename (folder, "clinic.backup.ini", NULL);
  g_autofree char *old = g_strdup_printf ("[backup]\nevery-hours=24\nfolder=%s\ntag=../../elsewhere\n", fixture->stick);
  g_autofree char *first = NULL, *second = NULL, *name = NULL;
  g_autoptr (SoleusBackupSettings) settings = NULL, again = NULL;

  g_assert_true (g_file_set_contents (ini, old, -1, NULL));
  first = back_up (here);
  settings = soleus_clinic_load_backup_settings (here->clinic);
  g_assert_cmpuint (strspn (settings->tag, "0123456789abcdef"), ==, 8);
  name = g_path_get_basename (first);
  g_assert_true (g_str_has_prefix (name, "clinic-"));
  g_assert_true (g_str_has_prefix (name + strlen ("clinic-"), settings->tag));
  g_clear_pointer (&settings->tag, g_free); /* as a page has them that read them before */
  g_assert_true (soleus_clinic_save_backup_settings (here->clinic, settings, NULL));
  soleus_clock_advance (fixture->clock, SOLEUS_USEC_PER_HOUR);
  second = back_up (here);
  g_assert_true (holds (here, first));
  g_assert_true (holds (here, second));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(function) g_test_add ("/shared-folder/" #function, Fixture, NULL, set_up, function, tear_down)
  ADD (each_has_its_own);
  ADD (the_newest_is_its_own);
  ADD (a_tag_is_given_once);
#undef ADD
  return g_test_run ();
}
