#include "soleus-config.h"

#include "soleus-check-in.h"

#include <glib/gi18n-lib.h>

static const SoleusField fields[] = {
  { "athlete", SOLEUS_FIELD_ID, N_("Athlete"), SOLEUS_FIELD_REQUIRED, .reference = "athlete" },
  { "date", SOLEUS_FIELD_DATE, N_("Date"), SOLEUS_FIELD_REQUIRED },
  { "fluid-ml", SOLEUS_FIELD_REAL, N_("Fluids"), .minimum = 0, .maximum = 20000, .unit = N_("ml") },
  { "urine-colour", SOLEUS_FIELD_INT, N_("Urine colour"), .minimum = 1, .maximum = 8 },
  { "urine-chart", SOLEUS_FIELD_CHOICE, N_("Urine chart"), .catalogue = soleus_catalogue_get_urine_charts },
  { "mass-before-kg", SOLEUS_FIELD_REAL, N_("Body mass before"), .minimum = 10, .maximum = 300, .unit = N_("kg") },
  { "mass-after-kg", SOLEUS_FIELD_REAL, N_("Body mass after"), .minimum = 10, .maximum = 300, .unit = N_("kg") },
  { "drunk-between-ml", SOLEUS_FIELD_REAL, N_("Drunk between weighings"), .minimum = 0, .maximum = 20000, .unit = N_("ml") },
  { "urine-between-ml", SOLEUS_FIELD_REAL, N_("Urine between weighings"), .minimum = 0, .maximum = 10000, .unit = N_("ml") },
  { "minutes-between", SOLEUS_FIELD_REAL, N_("Time between weighings"), .minimum = 1, .maximum = 1440, .unit = N_("min") },
  { "caffeine-mg", SOLEUS_FIELD_REAL, N_("Caffeine"), .minimum = 0, .maximum = 5000, .unit = N_("mg") },
  { "alcohol-units", SOLEUS_FIELD_REAL, N_("Alcohol"), .minimum = 0, .maximum = 100, .unit = N_("units") },
  { "sleep-hours", SOLEUS_FIELD_REAL, N_("Sleep"), .minimum = 0, .maximum = 24, .unit = N_("h") },
  { "sleep-quality", SOLEUS_FIELD_INT, N_("Sleep quality"), .minimum = 1, .maximum = 5 },
  { "carbohydrate", SOLEUS_FIELD_INT, N_("Carbohydrate"), .minimum = 1, .maximum = 5 },
  { "recovery", SOLEUS_FIELD_INT, N_("Recovery"), .minimum = 1, .maximum = 5 },
  { "soreness", SOLEUS_FIELD_INT, N_("Soreness"), .minimum = 0, .maximum = 10 },
  { "tightness", SOLEUS_FIELD_INT, N_("Tightness"), .minimum = 0, .maximum = 10 },
  { "temperature-c", SOLEUS_FIELD_REAL, N_("Air temperature"), .minimum = -40, .maximum = 60, .unit = N_("°C") },
  { "humidity-percent", SOLEUS_FIELD_REAL, N_("Humidity"), .minimum = 0, .maximum = 100, .unit = N_("%") },
  { "travel-hours", SOLEUS_FIELD_REAL, N_("Travel"), .minimum = 0, .maximum = 24, .unit = N_("h") },
  { "ill", SOLEUS_FIELD_ENUM, N_("Ill"), .enum_type = soleus_answer_get_type },
  { "cycle-phase", SOLEUS_FIELD_CHOICE, N_("Menstrual phase"), .catalogue = soleus_catalogue_get_cycle_phases },
  { "note", SOLEUS_FIELD_TEXT, N_("Notes"), SOLEUS_FIELD_LONG },
};

static void
validate (SoleusRecord  *self,
          SoleusInstant  now,
          GPtrArray     *issues)
{
  const char *date = soleus_record_get_text (self, "date");
  g_autofree char *today = soleus_instant_dup_local_date (now);

  if (soleus_date_is_valid (date) && g_strcmp0 (date, today) > 0)
    soleus_record_add_issue (issues, "date", g_strdup (_("A check-in cannot be for a day in the future. Check the date.")));
  if (soleus_record_get_int (self, "urine-colour") > 7 && g_strcmp0 (soleus_record_get_text (self, "urine-chart"), "seven-colours") == 0)
    soleus_record_add_issue (issues, "urine-colour", g_strdup (_("That chart has seven colours. Enter 1 to 7, or choose the other chart.")));
}

SOLEUS_DEFINE_RECORD (SoleusCheckIn, soleus_check_in, "check-in", "check_ins", N_("Check-in"), fields, validate)

#define CHART_OF_THE_PAGE "armstrong-8"

/**
 * soleus_check_in_note_chart:
 * @check_in: an unsealed check-in that somebody entered
 *
 * Keeps with the colour which chart it was read from: the one that the program shows, if no other is named.
 */
void
soleus_check_in_note_chart (SoleusRecord *check_in)
{
  if (!soleus_record_is_known (check_in, "urine-colour"))
    soleus_record_set_text (check_in, "urine-chart", NULL);
  else if (!soleus_record_is_known (check_in, "urine-chart"))
    soleus_record_set_text (check_in, "urine-chart", CHART_OF_THE_PAGE);
}

/**
 * soleus_check_in_is_eight_colours:
 *
 * Returns: whether the bands of the eight-colour chart may be read from the colour; before charts were kept there was no other
 */
gboolean
soleus_check_in_is_eight_colours (SoleusRecord *check_in)
{
  const char *chart = soleus_record_get_text (check_in, "urine-chart");

  return chart == NULL || g_str_equal (chart, CHART_OF_THE_PAGE);
}
