/* soleus-clinic-logo.c: no column holds it: it is a member of the profile beside its fields, under the hash of the audit, and goes with
 * the profile into archives and out of them */
#include "soleus-config.h"

#include "soleus-clinic-logo.h"

#include "soleus-error.h"
#include "soleus-json-members.h"
#include "soleus-record-others.h"
#include "soleus-records.h"

#include <glib/gi18n-lib.h>

#define MEMBER  "logo"
#define KEPT    "soleus-logo"
#define KEPT_OF "soleus-logo-version"

/* (transfer full) (nullable): what the newest version of the profile holds beside its fields */
static char *
dup_members (SoleusClinic *self)
{
  SoleusRecord *profile = soleus_clinic_get_profile (self);
  g_autoptr (GPtrArray) versions = NULL;

  if (soleus_record_get_revision (profile) == 0)
    return NULL;
  versions = soleus_clinic_list_versions (self, &soleus_clinic_profile_kind, soleus_record_get_id (profile), NULL);
  for (guint i = 0; versions != NULL && i < versions->len; i++)
    if (soleus_record_get_revision (versions->pdata[i]) == soleus_record_get_revision (profile))
      return g_strdup (soleus_record_get_other_members (versions->pdata[i]));
  return NULL;
}

/* A file may have been changed by other hands: what cannot be drawn is left out of the letterhead. */
static SoleusLogo *
read_members (const char *members)
{
  g_autofree char *text = soleus_json_members_dup_text (members, MEMBER);
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  guchar *data;

  if (text == NULL)
    return NULL;
  data = g_base64_decode (text, &size);
  bytes = g_bytes_new_take (data, size);
  return soleus_logo_new (bytes, NULL);
}

/**
 * soleus_clinic_get_logo:
 * @self: a clinic
 *
 * Returns: (transfer none) (nullable): the sign of its letterhead
 */
SoleusLogo *
soleus_clinic_get_logo (SoleusClinic *self)
{
  SoleusRecord *profile;
  g_autofree char *version = NULL;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (self), NULL);

  profile = soleus_clinic_get_profile (self);
  if (soleus_record_get_revision (profile) == 0)
    return NULL;
  /* a backup that was restored may bring another version with the same number */
  version = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, soleus_record_get_revision (profile), soleus_record_get_instant (profile, "updated-at"));
  if (g_strcmp0 (g_object_get_data (G_OBJECT (self), KEPT_OF), version) != 0)
    {
      g_autofree char *members = dup_members (self);

      g_object_set_data_full (G_OBJECT (self), KEPT, read_members (members), g_object_unref);
      g_object_set_data_full (G_OBJECT (self), KEPT_OF, g_steal_pointer (&version), g_free);
    }
  return g_object_get_data (G_OBJECT (self), KEPT);
}

/**
 * soleus_clinic_set_logo:
 * @self: a clinic
 * @logo: (nullable): the sign; %NULL for none
 * @error: return location for an error
 *
 * Saves a new version of the profile.
 *
 * Returns: %TRUE if it is saved
 */
gboolean
soleus_clinic_set_logo (SoleusClinic  *self,
                        SoleusLogo    *logo,
                        GError       **error)
{
  g_autoptr (SoleusRecord) profile = NULL;
  g_autofree char *members = NULL;
  g_autofree char *text = NULL;
  g_autofree char *changed = NULL;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (logo == NULL || SOLEUS_IS_LOGO (logo), FALSE);

  if (logo != NULL)
    {
      gsize size;
      gconstpointer data = g_bytes_get_data (soleus_logo_get_bytes (logo), &size);

      text = g_base64_encode (data, size);
    }
  members = dup_members (self);
  changed = soleus_json_members_set_text (members, MEMBER, text);
  profile = soleus_record_copy (soleus_clinic_get_profile (self));
  soleus_record_set_other_members (profile, changed);
  return soleus_clinic_save (self, profile, error);
}

/**
 * soleus_clinic_read_picture:
 * @file: what somebody chose
 * @error: return location for an error
 *
 * Returns: (transfer full): what the file holds, not more than is kept of a picture, or %NULL with a sentence in @error
 */
GBytes *
soleus_clinic_read_picture (GFile   *file,
                            GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("This is no file. Choose a picture that ends in .png or .svg."));
      return NULL;
    }
  stream = g_file_read (file, NULL, error);
  /* one byte more than is kept: enough to know that there is more */
  bytes = stream != NULL ? g_input_stream_read_bytes (G_INPUT_STREAM (stream), SOLEUS_LOGO_MOST_BYTES + 1, NULL, error) : NULL;
  if (bytes == NULL)
    return NULL;
  if (MAX ((gsize) g_file_info_get_size (info), g_bytes_get_size (bytes)) > SOLEUS_LOGO_MOST_BYTES)
    {
      g_autofree char *given = g_format_size ((guint64) g_file_info_get_size (info)), *most = g_format_size (SOLEUS_LOGO_MOST_BYTES);

      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The file has %s, and at most %s are kept. Save the picture smaller."), given, most);
      return NULL;
    }
  return g_steal_pointer (&bytes);
}

/**
 * soleus_clinic_read_logo:
 * @file: what somebody chose
 * @error: return location for an error
 *
 * Returns: (transfer full): the picture in it, or %NULL with a sentence in @error
 */
SoleusLogo *
soleus_clinic_read_logo (GFile   *file,
                         GError **error)
{
  g_autoptr (GBytes) bytes = soleus_clinic_read_picture (file, error);

  return bytes != NULL ? soleus_logo_new (bytes, error) : NULL;
}
