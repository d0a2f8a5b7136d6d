#include "soleus-config.h"

#include "soleus-paper-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "soleus-clinic-content.h"
#include "soleus-clinic-logo.h"
#include "soleus-document-date.h"
#include "soleus-error.h"

SoleusRecord *
_soleus_paper_find_athlete (SoleusClinic  *clinic,
                            const char    *id,
                            GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  SoleusRecord *athlete = soleus_clinic_find (clinic, &soleus_athlete_kind, id, &local_error);

  if (athlete == NULL && local_error == NULL)
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND, _("There is no athlete “%s”."), id);
  else if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return athlete;
}

/* Returns: (transfer full) (element-type SoleusRecord): the athletes of the team that are not archived, by name, at least one; or %NULL with
 * @error set */
GPtrArray *
_soleus_paper_list_team (SoleusClinic  *clinic,
                         const char    *team,
                         GError       **error)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_athlete_kind);
  g_autoptr (GPtrArray) athletes = NULL;

  soleus_query_where_text (query, "team", SOLEUS_QUERY_EQUAL, team);
  soleus_query_order_by (query, "name", FALSE);
  athletes = soleus_clinic_list (clinic, query, error);
  if (athletes == NULL)
    return NULL;
  for (guint i = athletes->len; i > 0; i--)
    if (soleus_record_get_bool (athletes->pdata[i - 1], "archived"))
      g_ptr_array_remove_index (athletes, i - 1);
  if (athletes->len > 0)
    return g_steal_pointer (&athletes);
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND, _("No athlete is in the team “%s”. Give its name as it stands in the athletes’ records."), team);
  return NULL;
}

const char *
_soleus_paper_get_language (SoleusClinic             *clinic,
                            SoleusRecord             *athlete,
                            const SoleusPaperOptions *options)
{
  if (options->language != NULL && options->language[0] != '\0')
    return options->language;
  if (soleus_record_is_known (athlete, "language"))
    return soleus_record_get_text (athlete, "language");
  return soleus_record_get_text (soleus_clinic_get_profile (clinic), "language");
}

static gboolean
is_variant (const char *language,
            const char *of)
{
  gsize length = strcspn (of, "-_");

  return language != NULL && g_ascii_strncasecmp (language, of, length) == 0 && !g_ascii_isalnum (language[length]);
}

/* Reports take their labels from the program: their dates must not speak another language. What was wished, or what the
 * machine speaks, decides about the country: “en-US”. */
char *
_soleus_paper_dup_own_language (const SoleusPaperOptions *options)
{
  g_autofree char *labels = soleus_clinic_dup_interface_language ();
  const char *locale = g_get_language_names ()[0];
  g_autofree char *own = g_strndup (locale, strcspn (locale, ".@"));

  if (is_variant (options->language, labels))
    return g_strdup (options->language);
  return is_variant (own, labels) ? g_strdelimit (g_steal_pointer (&own), "_", '-') : g_steal_pointer (&labels);
}

SoleusPaper
_soleus_paper_get_paper (SoleusClinic             *clinic,
                         const SoleusPaperOptions *options)
{
  return options->has_paper ? options->paper : (SoleusPaper) soleus_record_get_enum (soleus_clinic_get_profile (clinic), "paper");
}

const char *
_soleus_paper_get_clinic_name (SoleusClinic *clinic)
{
  const char *name = soleus_record_get_text (soleus_clinic_get_profile (clinic), "name");

  return name != NULL ? name : _("Clinic");
}

const char *
_soleus_paper_get_therapist (SoleusClinic *clinic)
{
  SoleusRecord *therapist = soleus_clinic_get_therapist (clinic);

  return therapist != NULL ? soleus_record_get_text (therapist, "name") : _("Therapist");
}

/* "born 3 May 2001 · middle distance · Harbour Harriers" */
char *
_soleus_paper_dup_details (SoleusRecord *athlete,
                           const char   *language)
{
  g_autoptr (GString) text = g_string_new (NULL);
  static const char *const fields[] = { "identifier", "sport", "team" };

  if (soleus_date_is_valid (soleus_record_get_text (athlete, "born")))
    {
      g_autofree char *date = soleus_document_date_format_date (soleus_date_get_start (soleus_record_get_text (athlete, "born")), language);

      g_string_append_printf (text, _("born %s"), date);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (soleus_record_is_known (athlete, fields[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", soleus_record_get_text (athlete, fields[i]));
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

char *
_soleus_paper_dup_author (SoleusClinic *clinic,
                          const char   *therapist_id)
{
  g_autoptr (SoleusRecord) therapist = therapist_id != NULL ? soleus_clinic_find (clinic, &soleus_therapist_kind, therapist_id, NULL) : NULL;

  return g_strdup (therapist != NULL ? soleus_record_get_text (therapist, "name") : _soleus_paper_get_therapist (clinic));
}

/* Every paper bears the sign of the clinic. One that is kept names its record by the first characters of the identifier: "8f2c"; @id
 * is nullable for one that is not. */
SoleusDocument *
_soleus_paper_finish (SoleusClinic   *clinic,
                      SoleusDocument *document,
                      const char     *id)
{
  if (document == NULL)
    return NULL;
  soleus_document_set_logo (document, soleus_clinic_get_logo (clinic));
  soleus_document_set_id (document, id);
  return document;
}

/* The PDF and the record of it, as parts of @change. */
GBytes *
_soleus_paper_add_issued (SoleusClinic        *clinic,
                          SoleusChange        *change,
                          SoleusDocument      *document,
                          SoleusDocumentKind   kind,
                          const char          *athlete_id,
                          const char          *visit_id,
                          const char          *exercises,
                          GError             **error)
{
  g_autoptr (SoleusRecord) issued = soleus_record_new (&soleus_issued_document_kind);
  g_autoptr (SoleusMoment) now = soleus_moment_new_local (soleus_clinic_get_now (clinic));
  GBytes *pdf = soleus_document_dup_pdf (document, error);
  g_autofree char *hash = NULL;

  if (pdf == NULL)
    return NULL;
  if (soleus_document_get_id (document) != NULL)
    soleus_record_set_text (issued, "id", soleus_document_get_id (document));
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  soleus_record_set_text (issued, "athlete", athlete_id);
  soleus_record_set_text (issued, "visit", visit_id);
  soleus_record_set_enum (issued, "kind", kind);
  soleus_record_set_moment (issued, "issued-at", now);
  soleus_record_set_text (issued, "title", soleus_document_get_title (document));
  soleus_record_set_text (issued, "language", soleus_document_get_language (document));
  soleus_record_set_enum (issued, "paper", soleus_document_get_paper (document));
  soleus_record_set_bool (issued, "large-print", soleus_document_get_large_print (document));
  soleus_record_set_int (issued, "pages", soleus_document_get_n_pages (document));
  soleus_record_set_text (issued, "exercises", exercises);
  soleus_record_set_text (issued, "content-hash", hash);
  soleus_change_add (change, issued);
  soleus_change_add_blob (change, pdf);
  return pdf;
}

/**
 * soleus_paper_issue:
 * @document: a finished document; the record takes the identifier that is printed on it
 * @visit_id: (nullable): the visit in which it was given
 * @exercises: (nullable): ids of the exercises on it, with spaces between
 *
 * Returns: (transfer full): the PDF, the very bytes that the clinic keeps, or %NULL with @error set and nothing recorded
 */
GBytes *
soleus_paper_issue (SoleusClinic        *clinic,
                    SoleusDocument      *document,
                    SoleusDocumentKind   kind,
                    const char          *athlete_id,
                    const char          *visit_id,
                    const char          *exercises,
                    GError             **error)
{
  g_autoptr (SoleusChange) change = soleus_change_new ();
  g_autoptr (GBytes) pdf = _soleus_paper_add_issued (clinic, change, document, kind, athlete_id, visit_id, exercises, error);

  return pdf != NULL && soleus_clinic_commit (clinic, change, error) ? g_steal_pointer (&pdf) : NULL;
}
