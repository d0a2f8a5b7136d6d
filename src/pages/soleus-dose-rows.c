#include "soleus-config.h"

#include "soleus-dose-rows.h"

#include <glib/gi18n-lib.h>

#include "soleus-number-entry.h"

static const struct {
  const char *label;
  const char *unit; /* (nullable) */
  double      minimum, maximum;
} numbers[SOLEUS_DOSE_N_ROWS] = {
  [SOLEUS_DOSE_SETS] = { N_("Sets"), NULL, 1, 20 },
  [SOLEUS_DOSE_REPETITIONS] = { N_("Times"), NULL, 1, 200 },
  [SOLEUS_DOSE_HOLD] = { N_("Hold"), N_("s"), 0, 600 },
  [SOLEUS_DOSE_REST] = { N_("Rest"), N_("s"), 0, 600 },
  [SOLEUS_DOSE_DAILY] = { N_("Times a day"), NULL, 1, 10 },
  [SOLEUS_DOSE_WEEKLY] = { N_("Days a week"), NULL, 1, 7 },
};

/**
 * soleus_dose_rows_add:
 * @group: where the rows go
 * @entries: (array fixed-size=6) (out caller-allocates): the number entries, by #SoleusDoseRow; the rows own them
 */
void
soleus_dose_rows_add (AdwPreferencesGroup  *group,
                      GtkWidget           **entries)
{
  for (guint i = 0; i < SOLEUS_DOSE_N_ROWS; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      entries[i] = soleus_number_entry_new (_(numbers[i].label), numbers[i].unit != NULL ? _(numbers[i].unit) : NULL,
                                            numbers[i].minimum, numbers[i].maximum);
      gtk_widget_set_valign (entries[i], GTK_ALIGN_CENTER);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(numbers[i].label));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), entries[i]);
      gtk_widget_set_focusable (row, FALSE);
      adw_preferences_group_add (group, row);
    }
}

/**
 * soleus_dose_rows_check:
 * @entries: (array fixed-size=6): the number entries
 *
 * Returns: (transfer none) (nullable): the first entry that is no number within its bounds, and says so itself; %NULL where all are right or empty
 */
GtkWidget *
soleus_dose_rows_check (GtkWidget **entries)
{
  for (guint i = 0; i < SOLEUS_DOSE_N_ROWS; i++)
    if (!soleus_number_entry_is_valid (SOLEUS_NUMBER_ENTRY (entries[i])))
      return entries[i];
  return NULL;
}
