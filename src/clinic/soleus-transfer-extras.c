#include "soleus-config.h"

#include "soleus-transfer-extras.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "soleus-clinic-content.h"
#include "soleus-clinic-privacy.h"
#include "soleus-clinic-private.h"
#include "soleus-content-folder.h"
#include "soleus-content-own.h"
#include "soleus-content-reader.h"
#include "soleus-error.h"
#include "soleus-records.h"
#include "soleus-safe-file.h"

static SoleusArchiveExtra *
add_extra (GPtrArray              *extras,
           SoleusArchiveExtraType  type,
           const char             *name,
           const char             *athlete,
           const char             *text)
{
  SoleusArchiveExtra *extra = g_new0 (SoleusArchiveExtra, 1);

  extra->type = type;
  extra->name = g_strdup (name);
  extra->athlete = g_strdup (athlete);
  extra->text = g_strdup (text);
  extra->at = SOLEUS_UNKNOWN_INSTANT;
  g_ptr_array_add (extras, extra);
  return extra;
}

static int
compare_extras (gconstpointer a,
                gconstpointer b)
{
  const SoleusArchiveExtra *one = *(SoleusArchiveExtra *const *) a;
  const SoleusArchiveExtra *other = *(SoleusArchiveExtra *const *) b;
  int by_name = g_strcmp0 (one->name, other->name);

  if (one->type != other->type)
    return (int) one->type - (int) other->type;
  return by_name != 0 ? by_name : g_strcmp0 (one->athlete, other->athlete);
}

static void
list_drafts (SoleusClinic *clinic,
             const char   *athlete_id,
             GPtrArray    *extras)
{
  g_autoptr (GPtrArray) drafts = soleus_store_list_drafts (clinic->store, NULL, NULL);

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    {
      const SoleusStoredDraft *draft = drafts->pdata[i];
      gsize size;
      const char *data = g_bytes_get_data (draft->content, &size);
      g_autofree char *text = g_strndup (data, size);
      SoleusArchiveExtra *extra;

      if (athlete_id != NULL && g_strcmp0 (draft->athlete, athlete_id) != 0)
        continue;
      extra = add_extra (extras, SOLEUS_ARCHIVE_DRAFT, draft->key, draft->athlete, text);
      extra->kind = g_strdup (draft->kind);
      extra->title = g_strdup (draft->title);
      extra->at = draft->updated_at;
    }
}

static void
list_restrictions (SoleusClinic *clinic,
                   const char   *athlete_id,
                   GPtrArray    *extras)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_athlete_kind);
  g_autoptr (GPtrArray) athletes = NULL;

  if (athlete_id != NULL)
    soleus_query_where_text (query, "id", SOLEUS_QUERY_EQUAL, athlete_id);
  soleus_query_include_void (query);
  athletes = soleus_clinic_list (clinic, query, NULL);
  for (guint i = 0; athletes != NULL && i < athletes->len; i++)
    {
      const char *id = soleus_record_get_id (athletes->pdata[i]);
      SoleusInstant since = SOLEUS_UNKNOWN_INSTANT;
      g_autofree char *ground = soleus_clinic_dup_restriction (clinic, id, &since);

      if (ground != NULL)
        add_extra (extras, SOLEUS_ARCHIVE_RESTRICTION, NULL, id, ground)->at = since;
    }
}

static void
list_content (SoleusClinic *clinic,
              GPtrArray    *extras)
{
  g_autofree char *folder = soleus_clinic_dup_content_folder (clinic);
  g_autoptr (GPtrArray) unread = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) files = folder != NULL ? soleus_content_folder_read (folder, unread) : NULL;

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      const SoleusContentFile *file = files->pdata[i];
      gsize length;
      const char *data = g_bytes_get_data (file->bytes, &length);
      g_autofree char *text = g_strndup (data, length);

      if (g_utf8_validate_len (data, length, NULL))
        add_extra (extras, SOLEUS_ARCHIVE_CONTENT, file->name, NULL, text);
    }
}

/**
 * soleus_transfer_list_extras:
 * @athlete_id: (nullable): whose; %NULL is the whole clinic, with its own content
 *
 * Returns: (transfer full) (element-type SoleusArchiveExtra): in an order that follows from what they are
 */
GPtrArray *
soleus_transfer_list_extras (SoleusClinic *clinic,
                             const char   *athlete_id)
{
  GPtrArray *extras = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_archive_extra_free);

  list_drafts (clinic, athlete_id, extras);
  list_restrictions (clinic, athlete_id, extras);
  if (athlete_id == NULL)
    list_content (clinic, extras);
  g_ptr_array_sort (extras, compare_extras);
  return extras;
}

static gboolean
refuse_other (GError **error)
{
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("This is already here with other content. It was left as it is here."));
  return FALSE;
}

static gboolean
check_athlete (SoleusClinic  *clinic,
               const char    *id,
               GError       **error)
{
  g_autoptr (SoleusRecord) athlete = id != NULL ? soleus_clinic_find (clinic, &soleus_athlete_kind, id, NULL) : NULL;

  if (id == NULL || athlete != NULL)
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("There is no athlete “%s”."), id);
  return FALSE;
}

static gboolean
take_draft (SoleusClinic              *clinic,
            const SoleusArchiveExtra  *extra,
            gboolean                  *is_here,
            GError                   **error)
{
  g_autoptr (GPtrArray) present = soleus_store_list_drafts (clinic->store, extra->name, error);
  g_autoptr (GBytes) bytes = g_bytes_new (extra->text, strlen (extra->text));
  g_autoptr (GVariant) content = g_variant_parse (NULL, extra->text, NULL, NULL, NULL);
  const SoleusStoredDraft draft = { extra->name, extra->kind, extra->athlete, extra->title, bytes, extra->at };

  if (present == NULL || !check_athlete (clinic, extra->athlete, error))
    return FALSE;
  if (content == NULL || soleus_record_find_kind (extra->kind) == NULL)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("This is no draft that Soleus can go on with."));
      return FALSE;
    }
  *is_here = present->len > 0;
  if (*is_here)
    return g_bytes_equal (((SoleusStoredDraft *) present->pdata[0])->content, bytes) || refuse_other (error);
  return soleus_store_keep_draft (clinic->store, &draft, error);
}

static gboolean
take_restriction (SoleusClinic              *clinic,
                  const SoleusArchiveExtra  *extra,
                  gboolean                  *is_here,
                  GError                   **error)
{
  g_autofree char *present = NULL;

  if (!check_athlete (clinic, extra->athlete, error))
    return FALSE;
  present = soleus_clinic_dup_restriction (clinic, extra->athlete, NULL);
  *is_here = present != NULL;
  return *is_here || soleus_clinic_restrict_athlete (clinic, extra->athlete, TRUE, extra->text, error);
}

/* What a clinic adds is taken when it can be read as a whole beside the shipped content, else not. */
static gboolean
check_content (const char  *folder,
               const char  *name,
               GError     **error)
{
  g_autofree char *language = NULL;
  g_autoptr (SoleusContent) content = NULL;

  if (!g_str_has_suffix (name, ".json"))
    return TRUE;
  language = g_strndup (name, strlen (name) - strlen (".json"));
  content = soleus_content_load (SOLEUS_CONTENT_RESOURCES, language, error);
  return content != NULL && soleus_content_read_own (content, folder, error);
}

static gboolean
take_content (SoleusClinic              *clinic,
              const SoleusArchiveExtra  *extra,
              gboolean                  *is_here,
              GError                   **error)
{
  g_autofree char *folder = soleus_clinic_dup_content_folder (clinic);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, extra->name, NULL) : NULL;
  g_autofree char *parent = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *present = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (extra->text, strlen (extra->text));

  if (path == NULL || !soleus_content_folder_is_name (extra->name))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("“%s” is not the name of a file here."), extra->name);
      return FALSE;
    }
  *is_here = g_file_get_contents (path, &present, NULL, NULL);
  if (*is_here)
    return g_str_equal (present, extra->text) || refuse_other (error);
  if (g_mkdir_with_parents (parent, 0700) != 0)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY, _("The folder “%s” could not be made: %s. Choose another place."), parent, g_strerror (errno));
      return FALSE;
    }
  if (!soleus_safe_file_write (path, bytes, error))
    return FALSE;
  if (!check_content (folder, extra->name, error))
    {
      g_unlink (path);
      return FALSE;
    }
  _soleus_clinic_forget_content (clinic);
  return TRUE;
}

/**
 * soleus_transfer_take_extra:
 * @extra: of an archive; drawings of the clinic's own content come before the files that name them
 * @is_here: (out): whether it was here before
 *
 * Nothing that is here is replaced.
 *
 * Returns: %FALSE with a sentence in @error, and nothing changed
 */
gboolean
soleus_transfer_take_extra (SoleusClinic              *clinic,
                            const SoleusArchiveExtra  *extra,
                            gboolean                  *is_here,
                            GError                   **error)
{
  *is_here = FALSE;
  switch (extra->type)
    {
    case SOLEUS_ARCHIVE_DRAFT:
      return take_draft (clinic, extra, is_here, error);
    case SOLEUS_ARCHIVE_RESTRICTION:
      return take_restriction (clinic, extra, is_here, error);
    case SOLEUS_ARCHIVE_CONTENT:
    default:
      return take_content (clinic, extra, is_here, error);
    }
}
