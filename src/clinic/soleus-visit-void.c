#include "soleus-config.h"

#include "soleus-visit-void.h"

#include <glib/gi18n-lib.h>

#include "soleus-error.h"
#include "soleus-records.h"

/**
 * soleus_visit_void_list_parts:
 *
 * What becomes void together with a visit: treatments, measures, re-checks, clot screens, and follow-ups that are not done. Decisions against
 * the rule, breaches, red flags, amendments and issued documents are kept as they were made.
 *
 * Returns: (transfer full) (element-type SoleusRecord): the parts, or %NULL with @error set
 */
GPtrArray *
soleus_visit_void_list_parts (SoleusClinic  *clinic,
                              const char    *visit_id,
                              GError       **error)
{
  static const SoleusRecordKind *const kinds[] = {
    &soleus_treatment_kind, &soleus_measure_kind, &soleus_contact_kind, &soleus_clot_screening_kind, &soleus_follow_up_kind,
  };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) records = soleus_clinic_list_of (clinic, kinds[i], "visit", visit_id, error);

      if (records == NULL)
        return NULL;
      for (guint j = 0; j < records->len; j++)
        if (!SOLEUS_IS_FOLLOW_UP (records->pdata[j]) || !soleus_record_is_known (records->pdata[j], "done-at"))
          g_ptr_array_add (parts, g_object_ref (records->pdata[j]));
    }
  return g_steal_pointer (&parts);
}

/**
 * soleus_visit_void_run:
 * @reason: why it is to count no longer, in the therapist's words
 *
 * The visit stays readable with all its versions, its author and the reason; nothing is deleted. That it is void cannot be taken back where
 * it was signed: it is entered again instead.
 *
 * Returns: %FALSE with a sentence in @error, and nothing changed
 */
gboolean
soleus_visit_void_run (SoleusClinic  *clinic,
                       const char    *visit_id,
                       const char    *reason,
                       GError       **error)
{
  g_autofree char *words = g_strstrip (g_strdup (reason != NULL ? reason : ""));
  g_autoptr (SoleusRecord) visit = soleus_clinic_find (clinic, &soleus_visit_kind, visit_id, error);
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (SoleusChange) change = soleus_change_new ();

  if (visit == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND, _("There is no such visit."));
      return FALSE;
    }
  if (words[0] == '\0')
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Say why the visit is void: the reason stays with it."));
      return FALSE;
    }
  if (soleus_record_is_void (visit))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED, _("This visit is void already: %s"), soleus_record_get_text (visit, "void-reason"));
      return FALSE;
    }
  parts = soleus_visit_void_list_parts (clinic, visit_id, error);
  if (parts == NULL)
    return FALSE;
  soleus_change_add_void (change, visit, words);
  for (guint i = 0; i < parts->len; i++)
    soleus_change_add_void (change, parts->pdata[i], words);
  return soleus_clinic_commit (clinic, change, error);
}
