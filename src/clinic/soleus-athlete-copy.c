#include "soleus-config.h"

#include "soleus-athlete-copy.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "soleus-error.h"
#include "soleus-paper.h"
#include "soleus-records.h"
#include "soleus-safe-file.h"
#include "soleus-transfer.h"

#define DOCUMENTS "documents"

/* A name that every file system takes: letters, digits and hyphens of any script. */
static char *
dup_file_name (const char *text)
{
  GString *name = g_string_new (NULL);

  for (const char *p = text; *p != '\0' && name->len < 80; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        g_string_append_unichar (name, c);
      else if (name->len > 0 && name->str[name->len - 1] != '-')
        g_string_append_c (name, '-');
    }
  while (name->len > 0 && name->str[name->len - 1] == '-')
    g_string_truncate (name, name->len - 1);
  return g_string_free (name, FALSE);
}

/**
 * soleus_athlete_copy_dup_name:
 *
 * Returns: (transfer full): what the folder of a copy is called: name and day
 */
char *
soleus_athlete_copy_dup_name (SoleusClinic *clinic,
                              const char   *athlete_id)
{
  g_autoptr (SoleusRecord) athlete = soleus_clinic_find (clinic, &soleus_athlete_kind, athlete_id, NULL);
  g_autofree char *name = dup_file_name (athlete != NULL ? soleus_record_get_text (athlete, "name") : "");
  g_autofree char *day = soleus_instant_dup_local_date (soleus_clinic_get_now (clinic));

  return g_strconcat (name, name[0] != '\0' ? "-" : "", day, NULL);
}

/* the first cramp or visit, so that the report tells everything */
static SoleusInstant
find_first (SoleusClinic *clinic,
            const char   *athlete_id,
            SoleusInstant now)
{
  g_autoptr (GPtrArray) episodes = soleus_clinic_list_of_athlete (clinic, &soleus_episode_kind, athlete_id, NULL);
  g_autoptr (GPtrArray) visits = soleus_clinic_list_of_athlete (clinic, &soleus_visit_kind, athlete_id, NULL);
  SoleusInstant first = now - 28 * 24 * SOLEUS_USEC_PER_HOUR;

  if (episodes != NULL && episodes->len > 0)
    first = MIN (first, soleus_record_get_instant (episodes->pdata[episodes->len - 1], "onset"));
  if (visits != NULL && visits->len > 0)
    first = MIN (first, soleus_record_get_instant (visits->pdata[visits->len - 1], "time"));
  return first;
}

static gboolean
write_report (SoleusClinic  *clinic,
              const char    *athlete_id,
              const char    *folder,
              GError       **error)
{
  SoleusPaperOptions options = { NULL };
  SoleusInstant now = soleus_clinic_get_now (clinic);
  g_autofree char *path = g_build_filename (folder, "history.pdf", NULL);
  g_autoptr (SoleusDocument) document = NULL;
  g_autoptr (GBytes) pdf = NULL;

  document = soleus_paper_new_history_report (clinic, athlete_id, find_first (clinic, athlete_id, now), now, &options, error);
  pdf = document != NULL ? soleus_document_dup_pdf (document, error) : NULL;
  return pdf != NULL && soleus_safe_file_write (path, pdf, error);
}

static gboolean
write_records (SoleusClinic  *clinic,
               const char    *athlete_id,
               const char    *folder,
               GError       **error)
{
  g_autofree char *path = g_build_filename (folder, "records.json", NULL);

  return soleus_transfer_export (clinic, soleus_format_find ("json"), path, athlete_id, error);
}

/* each issued document as it was given, numbered from the oldest */
static gboolean
write_documents (SoleusClinic  *clinic,
                 const char    *athlete_id,
                 const char    *folder,
                 GError       **error)
{
  g_autoptr (GPtrArray) documents = soleus_clinic_list_of_athlete (clinic, &soleus_issued_document_kind, athlete_id, error);
  g_autofree char *place = g_build_filename (folder, DOCUMENTS, NULL);

  if (documents == NULL)
    return FALSE;
  if (documents->len > 0)
    g_mkdir (place, 0700);
  for (guint i = 0; i < documents->len; i++)
    {
      SoleusRecord *document = documents->pdata[i];
      g_autoptr (GBytes) bytes = soleus_clinic_get_blob (clinic, soleus_record_get_text (document, "content-hash"), error);
      g_autofree char *title = dup_file_name (soleus_record_get_text (document, "title"));
      g_autofree char *day = soleus_instant_dup_local_date (soleus_record_get_instant (document, "issued-at"));
      g_autofree char *name = g_strdup_printf ("%03u-%s-%s.pdf", documents->len - i, day, title);
      g_autofree char *path = g_build_filename (place, name, NULL);

      if (bytes == NULL || !soleus_safe_file_write (path, bytes, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_words (SoleusClinic  *clinic,
             const char    *athlete_id,
             const char    *folder,
             GError       **error)
{
  g_autoptr (SoleusRecord) athlete = soleus_clinic_find (clinic, &soleus_athlete_kind, athlete_id, error);
  g_autofree char *path = g_build_filename (folder, "README.txt", NULL);
  const char *clinic_name = soleus_record_get_text (soleus_clinic_get_profile (clinic), "name");
  g_autofree char *day = soleus_instant_dup_local_date (soleus_clinic_get_now (clinic));
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (athlete == NULL)
    return FALSE;
  /* TRANSLATORS: a text file; athlete, clinic, date as 2026-03-28. The names of the files stay as they are. */
  text = g_strdup_printf (_("What is kept about %s\n%s, %s\n\n"
                            "history.pdf: the history, to be read\n"
                            "documents: every sheet and letter, exactly as it was given\n"
                            "records.json: everything that is recorded, with every earlier version, who wrote it and when; other programs can read it\n\n"
                            "The folder is not encrypted. Keep it where only those look whom it concerns.\n"),
                          soleus_record_get_text (athlete, "name"), clinic_name != NULL ? clinic_name : "", day);
  bytes = g_bytes_new (text, strlen (text));
  return soleus_safe_file_write (path, bytes, error);
}

static void
remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_tree (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

/**
 * soleus_athlete_copy_write:
 * @folder: one that is not there yet, or is empty
 *
 * Writes the history as a PDF, everything that is recorded as an archive, every issued document as it was given, and a word about what is what.
 * Nothing is issued by it: a copy can be given of restricted records, too. The audit says that it was made.
 *
 * Returns: %FALSE with a sentence in @error, and no folder left half-written
 */
gboolean
soleus_athlete_copy_write (SoleusClinic  *clinic,
                           const char    *athlete_id,
                           const char    *folder,
                           GError       **error)
{
  g_autofree char *temporary = g_strconcat (folder, ".part-XXXXXX", NULL);

  if (!soleus_safe_folder_is_free (folder, error))
    return FALSE;
  if (g_mkdtemp_full (temporary, 0700) == NULL)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY, _("The folder “%s” could not be made: %s. Choose another place."), folder, g_strerror (errno));
      return FALSE;
    }
  if (!write_report (clinic, athlete_id, temporary, error) || !write_documents (clinic, athlete_id, temporary, error) ||
      !write_words (clinic, athlete_id, temporary, error) || !write_records (clinic, athlete_id, temporary, error) ||
      !(soleus_clinic_is_read_only (clinic) || soleus_clinic_note (clinic, "export", soleus_athlete_kind.name, athlete_id, "copy", error)))
    {
      remove_tree (temporary);
      return FALSE;
    }
  if (g_rename (temporary, folder) != 0)
    {
      remove_tree (temporary);
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("“%s” is already there. Choose a new folder."), folder);
      return FALSE;
    }
  return TRUE;
}
