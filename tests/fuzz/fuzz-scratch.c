#include "fuzz-scratch.h"

#include "tests/scratch-folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "soleus-clock.h"
#include "soleus-transfer.h"

static char *folder;
static char *kept;           /* the clinic as it was when it was filled */
static SoleusClock *now;
static SoleusClinic *clinic;

static void
clean_up (void)
{
  g_clear_object (&clinic);
  scratch_folder_remove (folder);
}

/* In memory where there is such a place: thousands of files a second need no disk. */
static const char *
get_folder (void)
{
  if (folder != NULL)
    return folder;
  folder = g_strdup_printf ("%s/soleus-fuzz-XXXXXX", g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir ());
  if (g_mkdtemp (folder) == NULL)
    g_error ("%s cannot be made", folder);
  atexit (clean_up);
  /* what would be a warning in a log is a finding */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  return folder;
}

const char *
fuzz_scratch_write (const char    *name,
                    const uint8_t *data,
                    size_t         size)
{
  static char *path;
  FILE *file;

  g_free (path);
  path = g_build_filename (get_folder (), name, NULL);
  file = g_fopen (path, "wbe");
  if (file == NULL || (size > 0 && fwrite (data, 1, size, file) != size) || fclose (file) != 0)
    g_error ("%s cannot be written", path);
  return path;
}

void
fuzz_scratch_check_text (const char *text)
{
  if (text == NULL || *text == '\0' || !g_utf8_validate (text, -1, NULL))
    g_error ("A text cannot be shown.");
}

void
fuzz_scratch_check_error (const GError *error)
{
  if (error == NULL)
    g_error ("Something is refused without a word.");
  fuzz_scratch_check_text (error->message);
}

static void
save (const SoleusRecordKind *kind,
      const char *const      *values)
{
  g_autoptr (SoleusRecord) record = soleus_record_new (kind);

  for (gsize i = 0; values[i] != NULL; i += 2)
    if (!soleus_record_set_from_text (record, values[i], values[i + 1], NULL))
      g_error ("%s is not %s", values[i], values[i + 1]);
  if (!soleus_clinic_save (clinic, record, NULL))
    g_error ("The clinic cannot be filled.");
}

#define VALUES(...) ((const char *[]) { __VA_ARGS__, NULL })
#define ATHLETE "11111111-1111-4111-8111-111111111111"

/* somebody, to whom files may refer, and of whom they may say something else */
static void
fill (void)
{
  save (&soleus_therapist_kind, VALUES ("id", "22222222-2222-4222-8222-222222222222", "name", "T. Exemplar"));
  save (&soleus_athlete_kind, VALUES ("id", ATHLETE, "name", "Staying Person", "born", "1999-01-02"));
  save (&soleus_episode_kind, VALUES ("id", "33333333-3333-4333-8333-333333333333", "athlete", ATHLETE, "onset", "2025-05-19T20:00+02:00",
                                      "side", "left", "muscle", "soleus"));
  save (&soleus_check_in_kind, VALUES ("athlete", ATHLETE, "date", "2025-05-19", "sleep-hours", "7"));
}

static void
open_clinic (const char *path)
{
  g_autoptr (GError) error = NULL;

  if (now == NULL)
    now = soleus_clock_new_fixed (G_GINT64_CONSTANT (1798718400000000)); /* 31 December 2026 */
  clinic = soleus_clinic_open (path, SOLEUS_CLINIC_OPEN_CREATE, now, &error);
  if (clinic == NULL)
    g_error ("%s", error->message);
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *bytes = NULL;
  gsize length;

  if (!g_file_get_contents (from, &bytes, &length, NULL) ||
      !g_file_set_contents_full (to, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    g_error ("%s cannot be copied", from);
}

SoleusClinic *
fuzz_scratch_get_clinic (void)
{
  g_autofree char *place = NULL;
  g_autofree char *path = NULL;

  if (clinic != NULL)
    return clinic;
  place = g_build_filename (get_folder (), "clinic", NULL);
  path = g_build_filename (place, "clinic.soleus", NULL);
  scratch_folder_remove (place);
  g_mkdir (place, 0700);
  if (kept == NULL)
    {
      kept = g_build_filename (folder, "kept", NULL);
      open_clinic (kept);
      fill ();
      g_clear_object (&clinic);
    }
  copy_file (kept, path);
  open_clinic (path);
  return clinic;
}

void
fuzz_scratch_forget_clinic (void)
{
  g_clear_object (&clinic);
}

char *
fuzz_scratch_dup_state (void)
{
  g_autofree char *hash = soleus_transfer_dup_content_hash (fuzz_scratch_get_clinic (), NULL);
  g_autofree char *head = soleus_clinic_dup_audit_head (clinic);

  if (hash == NULL || head == NULL)
    g_error ("The clinic cannot be read any more.");
  return g_strconcat (hash, "\n", head, NULL);
}

void
fuzz_scratch_verify (void)
{
  g_autoptr (GPtrArray) findings = soleus_clinic_verify (fuzz_scratch_get_clinic (), NULL);

  if (findings == NULL || findings->len > 0)
    g_error ("The clinic is damaged: %s", findings != NULL ? (const char *) findings->pdata[0] : "it cannot be read");
}
