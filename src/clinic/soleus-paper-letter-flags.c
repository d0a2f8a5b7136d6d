#include "soleus-config.h"

#include "soleus-paper-private.h"

#include <glib/gi18n-lib.h>

#include "soleus-error.h"

/* Which red flags a letter is about, and what it says of them. */

/* the flag that is named; else the most urgent one without an outcome */
gboolean
_soleus_paper_letter_find_flag (SoleusClinic             *clinic,
                                const char               *athlete_id,
                                const SoleusPaperLetter  *letter,
                                SoleusRecord            **flag,
                                GError                  **error)
{
  g_autoptr (SoleusAssessment) assessment = NULL;
  GPtrArray *flags;

  *flag = NULL;
  if (letter->flag_id != NULL)
    {
      *flag = soleus_clinic_find (clinic, &soleus_red_flag_kind, letter->flag_id, error);
      if (*flag != NULL && g_strcmp0 (soleus_record_get_text (*flag, "athlete"), athlete_id) == 0)
        return TRUE;
      g_clear_object (flag);
      if (error != NULL && *error == NULL)
        g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND, _("This athlete has no red flag “%s”."), letter->flag_id);
      return FALSE;
    }
  assessment = soleus_clinic_assess (clinic, athlete_id, soleus_clinic_get_now (clinic), error);
  if (assessment == NULL)
    return FALSE;
  flags = soleus_assessment_get_flags (assessment);
  for (guint i = 0; i < flags->len; i++)
    if (soleus_record_get_enum (flags->pdata[i], "state") != SOLEUS_FLAG_STATE_CLEARED &&
        (*flag == NULL || soleus_record_get_enum (flags->pdata[i], "urgency") > soleus_record_get_enum (*flag, "urgency")))
      g_set_object (flag, flags->pdata[i]);
  return TRUE;
}

/* what a letter that names no flag is about: all that are without an outcome, the most urgent first */
GPtrArray *
_soleus_paper_letter_list_flags (SoleusClinic             *clinic,
                                 const char               *athlete_id,
                                 const SoleusPaperLetter  *letter,
                                 SoleusRecord             *flag)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SoleusAssessment) assessment = NULL;
  GPtrArray *flags;

  if (flag != NULL)
    g_ptr_array_add (list, g_object_ref (flag));
  if (flag == NULL || letter->flag_id != NULL)
    return list;
  assessment = soleus_clinic_assess (clinic, athlete_id, soleus_clinic_get_now (clinic), NULL);
  flags = assessment != NULL ? soleus_assessment_get_flags (assessment) : NULL;
  for (guint i = 0; flags != NULL && i < flags->len; i++)
    if (soleus_record_get_enum (flags->pdata[i], "state") != SOLEUS_FLAG_STATE_CLEARED &&
        !g_str_equal (soleus_record_get_id (flags->pdata[i]), soleus_record_get_id (flag)))
      g_ptr_array_add (list, g_object_ref (flags->pdata[i]));
  return list;
}

/* Two flags of one kind, of two cramps or of two legs, are one worry. */
char *
_soleus_paper_letter_format_concern (GPtrArray *flags)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < flags->len; i++)
    {
      const char *kind = soleus_record_get_text (flags->pdata[i], "kind");

      if (g_hash_table_add (said, (gpointer) kind))
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", soleus_catalogue_get_label (soleus_catalogue_get_flag_kinds (), kind));
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* Why, for each flag the letter is about, each sentence once. */
char **
_soleus_paper_letter_list_reasons (SoleusClinic *clinic,
                                   GPtrArray    *flags)
{
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < flags->len; i++)
    {
      g_auto (GStrv) reasons = soleus_clinic_list_flag_reasons (clinic, flags->pdata[i]);

      for (gsize j = 0; reasons[j] != NULL; j++)
        if (g_hash_table_add (said, g_strdup (reasons[j])))
          g_strv_builder_add (all, reasons[j]);
    }
  return g_strv_builder_end (all);
}
