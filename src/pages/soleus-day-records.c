#include "soleus-config.h"

#include "soleus-day-records.h"

/**
 * soleus_day_find_record:
 * @kind: a kind with the fields “athlete” and “date”
 * @date: "YYYY-MM-DD"
 *
 * Returns: (transfer full) (nullable): the first record of that day; %NULL without @error if there is none
 */
SoleusRecord *
soleus_day_find_record (SoleusClinic            *clinic,
                        const SoleusRecordKind  *kind,
                        const char              *athlete_id,
                        const char              *date,
                        GError                 **error)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;

  soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, athlete_id);
  soleus_query_where_text (query, "date", SOLEUS_QUERY_EQUAL, date);
  soleus_query_order_by (query, "created-at", FALSE);
  soleus_query_set_limit (query, 1, 0);
  records = soleus_clinic_list (clinic, query, error);
  return records != NULL && records->len > 0 ? g_object_ref (records->pdata[0]) : NULL;
}

/**
 * soleus_day_new_record:
 *
 * Returns: (transfer full): a record of that day in which nothing else is known
 */
SoleusRecord *
soleus_day_new_record (const SoleusRecordKind *kind,
                       const char             *athlete_id,
                       const char             *date)
{
  SoleusRecord *record = soleus_record_new (kind);

  soleus_record_set_text (record, "athlete", athlete_id);
  soleus_record_set_text (record, "date", date);
  return record;
}

/**
 * soleus_day_record_is_empty:
 *
 * Returns: %TRUE if nothing but athlete and date is known
 */
gboolean
soleus_day_record_is_empty (SoleusRecord *record)
{
  for (guint i = SOLEUS_RECORD_N_COMMON; i < soleus_record_get_n_fields (record); i++)
    {
      const SoleusField *field = soleus_record_get_field (record, i);

      if (!g_str_equal (field->name, "athlete") && !g_str_equal (field->name, "date") && soleus_record_is_known (record, field->name))
        return FALSE;
    }
  return TRUE;
}
