#include "soleus-config.h"

#include "soleus-past-stops.h"

#include "soleus-flag-kind.h"

/**
 * soleus_past_stops_append:
 * @clinic: where the flags are stored
 * @athlete_id: whose
 * @spans: (element-type SoleusTimelineSpan): appended to
 *
 * Adds a hard stop for each red flag that stops (row 1 of the window rule, clinical.md 1C), from when it was raised until its medical
 * outcome was recorded; without an end while none is. Flags that cannot be read are left out: the banners report that error.
 */
void
soleus_past_stops_append (SoleusClinic *clinic,
                          const char   *athlete_id,
                          GArray       *spans)
{
  g_autoptr (GPtrArray) flags = NULL;

  g_return_if_fail (SOLEUS_IS_CLINIC (clinic));
  g_return_if_fail (athlete_id != NULL && spans != NULL);

  flags = soleus_clinic_list_of_athlete (clinic, &soleus_red_flag_kind, athlete_id, NULL);
  for (guint i = 0; flags != NULL && i < flags->len; i++)
    {
      SoleusRecord *flag = g_ptr_array_index (flags, i);
      gboolean cleared = soleus_record_get_enum (flag, "state") == SOLEUS_FLAG_STATE_CLEARED;
      SoleusTimelineSpan span = {
        soleus_record_get_instant (flag, "raised-at"),
        cleared ? soleus_record_get_instant (flag, "outcome-at") : SOLEUS_UNKNOWN_INSTANT,
        SOLEUS_WINDOW_STATE_HARD_STOP,
      };

      if (soleus_flag_kind_is_hard_stop (soleus_record_get_text (flag, "kind")))
        g_array_append_val (spans, span);
    }
}
