#include "soleus-config.h"

#include "soleus-athlete-item.h"

#include "soleus-athlete-cell.h"
#include "soleus-athlete-list.h"

/**
 * soleus_athlete_item_show:
 * @item: holds a SoleusAthleteRow and shows a SoleusAthleteCell
 * @now: for the time left
 *
 * A row that is not on the screen reads no athlete: its turn comes when it is given a place.
 *
 * Returns: %TRUE if what was closed has opened since the list was read
 */
gboolean
soleus_athlete_item_show (GtkListItem   *item,
                          SoleusInstant  now)
{
  SoleusAthleteCell *cell = SOLEUS_ATHLETE_CELL (gtk_list_item_get_child (item));
  SoleusAthleteRow *row = soleus_athlete_cell_is_placed (cell) ? gtk_list_item_get_item (item) : NULL;
  SoleusRecord *athlete = row != NULL ? soleus_athlete_row_get_athlete (row) : NULL;
  SoleusAssessment *assessment;
  SoleusInstant opens_at = SOLEUS_UNKNOWN_INSTANT;
  const char *second;
  g_autofree char *name = NULL;

  if (athlete == NULL)
    return FALSE;

  second = soleus_record_get_text (athlete, "team");
  soleus_athlete_cell_set (cell, soleus_record_get_text (athlete, "name"),
                           second != NULL ? second : soleus_record_get_text (athlete, "sport"));

  assessment = soleus_athlete_row_get_assessment (row);
  if (assessment != NULL)
    {
      opens_at = soleus_assessment_get_opens_at (assessment);
      soleus_athlete_cell_set_window (cell, soleus_assessment_get_state (assessment), opens_at,
                                      soleus_assessment_get_n_open_flags (assessment), now);
    }
  else
    soleus_athlete_cell_set_window (cell, SOLEUS_WINDOW_STATE_OPEN, SOLEUS_UNKNOWN_INSTANT, 0, 0);

  name = soleus_athlete_cell_dup_name (cell);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (cell))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return opens_at != SOLEUS_UNKNOWN_INSTANT && opens_at <= now && soleus_assessment_get_at (assessment) < opens_at;
}
