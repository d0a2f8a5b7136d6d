#include "soleus-config.h"

#include "soleus-session.h"

#include <glib/gi18n-lib.h>

static const SoleusField fields[] = {
  { "athlete", SOLEUS_FIELD_ID, N_("Athlete"), SOLEUS_FIELD_REQUIRED, .reference = "athlete" },
  { "date", SOLEUS_FIELD_DATE, N_("Date"), SOLEUS_FIELD_REQUIRED },
  { "start", SOLEUS_FIELD_MOMENT, N_("Start") },
  { "minutes", SOLEUS_FIELD_REAL, N_("Minutes"), .minimum = 0, .maximum = 1440, .unit = N_("min") },
  { "rpe", SOLEUS_FIELD_REAL, N_("Session RPE"), .minimum = 0, .maximum = 10 },
  { "activity", SOLEUS_FIELD_TEXT, N_("Activity") },
  { "surface", SOLEUS_FIELD_CHOICE, N_("Surface"), .catalogue = soleus_catalogue_get_surfaces },
  { "shoe", SOLEUS_FIELD_ID, N_("Shoes"), .reference = "shoe" },
  { "distance-km", SOLEUS_FIELD_REAL, N_("Distance"), .minimum = 0, .maximum = 1000, .unit = N_("km") },
};

static void
validate (SoleusRecord  *self,
          SoleusInstant  now,
          GPtrArray     *issues)
{
  const char *date = soleus_record_get_text (self, "date");
  g_autofree char *today = soleus_instant_dup_local_date (now);

  if (soleus_date_is_valid (date) && g_strcmp0 (date, today) > 0)
    soleus_record_add_issue (issues, "date", g_strdup (_("A session cannot be on a day in the future. Check the date.")));
}

SOLEUS_DEFINE_RECORD (SoleusSession, soleus_session, "session", "sessions", N_("Training session"), fields, validate)

/* How far two recordings of one training may be apart. No source: chosen so that two watches on one run are seen as alike, and
 * a morning and an evening run of the same length are not. */
#define SAME_MINUTES      0.02
#define SAME_KM           0.002
#define ALIKE_START_USEC  (5 * SOLEUS_USEC_PER_MINUTE)
#define ALIKE_SHARE       0.1
#define ALIKE_LEAST       5.0
#define ALIKE_OVERLAP     0.5
#define QUARTER_USEC      (15 * SOLEUS_USEC_PER_MINUTE)
#define FARTHEST_ZONES    (26 * SOLEUS_USEC_PER_HOUR)

static gboolean
is_equal (double a,
          double b,
          double tolerance)
{
  if (!soleus_real_is_known (a) || !soleus_real_is_known (b))
    return soleus_real_is_known (a) == soleus_real_is_known (b);
  return fabs (a - b) <= tolerance;
}

/* the same training, its clock read in another zone: off by whole quarters of an hour, and otherwise the same */
static gboolean
is_in_another_zone (SoleusInstant a,
                    SoleusInstant b)
{
  SoleusInstant apart = ABS (a - b);
  SoleusInstant beside = apart % QUARTER_USEC;

  return apart <= FARTHEST_ZONES && MIN (beside, QUARTER_USEC - beside) <= SOLEUS_USEC_PER_SECOND;
}

static gboolean
overlaps (SoleusInstant start_a,
          double        minutes_a,
          SoleusInstant start_b,
          double        minutes_b)
{
  double apart = (double) (start_b - start_a) / SOLEUS_USEC_PER_MINUTE;
  double overlap = MIN (minutes_a, apart + minutes_b) - MAX (0, apart);

  return overlap > ALIKE_OVERLAP * MIN (minutes_a, minutes_b);
}

static SoleusSessionLikeness
compare_recordings (SoleusRecord *a,
                    SoleusRecord *b)
{
  SoleusInstant start_a = soleus_record_get_instant (a, "start");
  SoleusInstant start_b = soleus_record_get_instant (b, "start");
  double minutes_a = soleus_record_get_real (a, "minutes");
  double minutes_b = soleus_record_get_real (b, "minutes");
  gboolean is_same = is_equal (minutes_a, minutes_b, SAME_MINUTES) &&
                     is_equal (soleus_record_get_real (a, "distance-km"), soleus_record_get_real (b, "distance-km"), SAME_KM);

  if (is_same && ABS (start_a - start_b) <= SOLEUS_USEC_PER_SECOND)
    return SOLEUS_SESSION_SAME;
  if (is_same && soleus_real_is_known (minutes_a) && soleus_record_is_known (a, "distance-km") && is_in_another_zone (start_a, start_b))
    return SOLEUS_SESSION_ALIKE;
  if (!soleus_real_is_known (minutes_a) || !soleus_real_is_known (minutes_b))
    return ABS (start_a - start_b) <= ALIKE_START_USEC ? SOLEUS_SESSION_ALIKE : SOLEUS_SESSION_DIFFERENT;
  return overlaps (start_a, minutes_a, start_b, minutes_b) ? SOLEUS_SESSION_ALIKE : SOLEUS_SESSION_DIFFERENT;
}

/* at least one of them has no start */
static SoleusSessionLikeness
compare_days (SoleusRecord *a,
              SoleusRecord *b)
{
  double minutes_a = soleus_record_get_real (a, "minutes");
  double minutes_b = soleus_record_get_real (b, "minutes");
  double km_a = soleus_record_get_real (a, "distance-km");
  double km_b = soleus_record_get_real (b, "distance-km");

  if (g_strcmp0 (soleus_record_get_text (a, "date"), soleus_record_get_text (b, "date")) != 0)
    return SOLEUS_SESSION_DIFFERENT;
  if (!soleus_record_is_known (a, "start") && !soleus_record_is_known (b, "start") &&
      is_equal (minutes_a, minutes_b, SAME_MINUTES) && is_equal (km_a, km_b, SAME_KM) &&
      g_strcmp0 (soleus_record_get_text (a, "activity"), soleus_record_get_text (b, "activity")) == 0)
    return SOLEUS_SESSION_SAME;
  if (soleus_real_is_known (minutes_a) && soleus_real_is_known (minutes_b))
    return fabs (minutes_a - minutes_b) <= MAX (ALIKE_LEAST, ALIKE_SHARE * MAX (minutes_a, minutes_b)) ? SOLEUS_SESSION_ALIKE : SOLEUS_SESSION_DIFFERENT;
  if (soleus_real_is_known (km_a) && soleus_real_is_known (km_b))
    return fabs (km_a - km_b) <= ALIKE_SHARE * MAX (km_a, km_b) ? SOLEUS_SESSION_ALIKE : SOLEUS_SESSION_DIFFERENT;
  return SOLEUS_SESSION_ALIKE;
}

/**
 * soleus_session_compare:
 * @a: a training session
 * @b: another one of the same athlete
 *
 * Judges by when, how long and how far; not by the sport, which every service names otherwise, nor by the RPE, which comes later.
 *
 * Returns: whether they may be of the same training
 */
SoleusSessionLikeness
soleus_session_compare (SoleusRecord *a,
                        SoleusRecord *b)
{
  if (soleus_record_is_known (a, "start") && soleus_record_is_known (b, "start"))
    return compare_recordings (a, b);
  return compare_days (a, b);
}
