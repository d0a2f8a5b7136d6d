#include "soleus-config.h"

#include "soleus-visit-change.h"

#include <glib/gi18n-lib.h>

/**
 * soleus_visit_change_add_measures:
 * @change: will save @visit
 * @measures: (element-type SoleusRecord): those that hold a value
 * @removed: (element-type SoleusRecord): stored ones that were taken out
 *
 * A measure without a time of its own was taken when the visit was.
 */
void
soleus_visit_change_add_measures (SoleusChange *change,
                                  SoleusRecord *visit,
                                  GPtrArray    *measures,
                                  GPtrArray    *removed)
{
  for (guint i = 0; i < measures->len; i++)
    {
      g_autoptr (SoleusRecord) measure = soleus_record_copy (measures->pdata[i]);

      soleus_record_set_text (measure, "athlete", soleus_record_get_text (visit, "athlete"));
      soleus_record_set_text (measure, "visit", soleus_record_get_id (visit));
      if (!soleus_record_is_known (measure, "at"))
        soleus_record_set_moment (measure, "at", soleus_record_get_moment (visit, "time"));
      soleus_change_add (change, measure);
    }
  for (guint i = 0; i < removed->len; i++)
    soleus_change_add_void (change, removed->pdata[i], _("Taken out of the visit before it was signed"));
}

/**
 * soleus_visit_change_add_follow_up:
 * @change: will save @visit
 *
 * One reminder belongs to a visit; it follows the date of the visit.
 */
void
soleus_visit_change_add_follow_up (SoleusChange *change,
                                   SoleusRecord *visit,
                                   SoleusClinic *clinic)
{
  const char *due = soleus_record_get_text (visit, "follow-up");
  g_autoptr (GPtrArray) stored = soleus_clinic_list_of (clinic, &soleus_follow_up_kind, "visit", soleus_record_get_id (visit), NULL);
  SoleusRecord *former = stored != NULL && stored->len > 0 ? stored->pdata[0] : NULL;
  g_autoptr (SoleusRecord) follow_up = NULL;

  if (former != NULL && due == NULL)
    {
      soleus_change_add_void (change, former, _("The visit plans no follow-up any more"));
      return;
    }
  if (due == NULL || (former != NULL && g_strcmp0 (soleus_record_get_text (former, "due"), due) == 0))
    return;

  follow_up = former != NULL ? soleus_record_copy (former) : soleus_record_new (&soleus_follow_up_kind);
  soleus_record_set_text (follow_up, "athlete", soleus_record_get_text (visit, "athlete"));
  soleus_record_set_text (follow_up, "visit", soleus_record_get_id (visit));
  soleus_record_set_text (follow_up, "text", _("See again"));
  soleus_record_set_text (follow_up, "due", due);
  soleus_change_add (change, follow_up);
}
