#include "soleus-config.h"

#include "soleus-training-xml-private.h"

#include <string.h>

#include "soleus-cell.h"

/* ---- TCX: Activity@Sport{Id, Lap@StartTime{TotalTimeSeconds, DistanceMeters, …}} ---- */

static void
take_earliest (SoleusXmlSession *session,
               SoleusInstant     time)
{
  if (time != SOLEUS_UNKNOWN_INSTANT && (session->start == SOLEUS_UNKNOWN_INSTANT || time < session->start))
    session->start = time;
}

static void
tcx_begin (SoleusXmlSession  *session,
           const char        *name,
           const char       **names,
           const char       **values)
{
  if (g_str_equal (name, "Activity"))
    {
      soleus_xml_session_clear (session);
      session->sport = soleus_sport_dup_label (soleus_xml_find_attribute (names, values, "Sport"));
    }
  else if (g_str_equal (name, "Lap"))
    take_earliest (session, soleus_xml_parse_time (soleus_xml_find_attribute (names, values, "StartTime")));
}

static void
tcx_text (SoleusXmlSession *session,
          const char       *name,
          const char       *parent,
          const char       *text)
{
  if (g_str_equal (parent, "Lap") && g_str_equal (name, "TotalTimeSeconds"))
    soleus_xml_add_to (&session->seconds, soleus_xml_parse_real (text));
  else if (g_str_equal (parent, "Lap") && g_str_equal (name, "DistanceMeters"))
    soleus_xml_add_to (&session->metres, soleus_xml_parse_real (text));
  else if (g_str_equal (parent, "Activity") && g_str_equal (name, "Id"))
    take_earliest (session, soleus_xml_parse_time (text));
}

static gboolean
tcx_end (SoleusXmlSession  *session,
         const char        *name,
         GError           **error)
{
  return !g_str_equal (name, "Activity") || soleus_xml_session_add (session, error);
}

/**
 * soleus_training_tcx_read:
 *
 * Reads a Training Center file: the times and distances of the laps.
 *
 * Returns: %FALSE with a sentence in @error
 */
gboolean
soleus_training_tcx_read (GInputStream        *stream,
                          SoleusTrainingSink  *sink,
                          GCancellable        *cancellable,
                          GError             **error)
{
  static const SoleusXmlFormat format = { "TrainingCenterDatabase", tcx_begin, tcx_text, tcx_end };

  return soleus_xml_read (stream, &format, sink, cancellable, error);
}

/* ---- GPX: trk{type, trkseg{trkpt@lat@lon{time}}} ---- */

#define EARTH_RADIUS 6371008.8 /* metres, mean (IUGG) */

static double
compute_distance (double latitude_a,
                  double longitude_a,
                  double latitude_b,
                  double longitude_b)
{
  double by_latitude = sin ((latitude_b - latitude_a) / 2);
  double by_longitude = sin ((longitude_b - longitude_a) / 2);
  double h = by_latitude * by_latitude + cos (latitude_a) * cos (latitude_b) * by_longitude * by_longitude;

  return 2 * EARTH_RADIUS * asin (sqrt (CLAMP (h, 0, 1)));
}

static void
gpx_begin (SoleusXmlSession  *session,
           const char        *name,
           const char       **names,
           const char       **values)
{
  if (g_str_equal (name, "trk"))
    soleus_xml_session_clear (session);
  else if (g_str_equal (name, "trkseg"))
    session->latitude = SOLEUS_UNKNOWN_REAL; /* between segments nobody knows the way */
  else if (g_str_equal (name, "trkpt"))
    {
      session->next_latitude = soleus_xml_parse_real (soleus_xml_find_attribute (names, values, "lat")) * G_PI / 180;
      session->next_longitude = soleus_xml_parse_real (soleus_xml_find_attribute (names, values, "lon")) * G_PI / 180;
    }
}

static void
gpx_text (SoleusXmlSession *session,
          const char       *name,
          const char       *parent,
          const char       *text)
{
  if (g_str_equal (parent, "trkpt") && g_str_equal (name, "time"))
    {
      SoleusInstant time = soleus_xml_parse_time (text);

      take_earliest (session, time);
      if (time != SOLEUS_UNKNOWN_INSTANT && (session->end == SOLEUS_UNKNOWN_INSTANT || time > session->end))
        session->end = time;
    }
  else if (g_str_equal (parent, "trk") && g_str_equal (name, "type") && session->sport == NULL)
    session->sport = soleus_sport_dup_label (text);
}

static void
take_point (SoleusXmlSession *session)
{
  if (!soleus_real_is_known (session->next_latitude) || !soleus_real_is_known (session->next_longitude))
    return;
  if (soleus_real_is_known (session->latitude))
    soleus_xml_add_to (&session->metres, compute_distance (session->latitude, session->longitude,
                                                           session->next_latitude, session->next_longitude));
  session->latitude = session->next_latitude;
  session->longitude = session->next_longitude;
}

static gboolean
gpx_end (SoleusXmlSession  *session,
         const char        *name,
         GError           **error)
{
  if (g_str_equal (name, "trkpt"))
    take_point (session);
  if (!g_str_equal (name, "trk"))
    return TRUE;
  if (session->start != SOLEUS_UNKNOWN_INSTANT)
    session->seconds = (double) (session->end - session->start) / SOLEUS_USEC_PER_SECOND;
  return soleus_xml_session_add (session, error);
}

/**
 * soleus_training_gpx_read:
 *
 * Reads the tracks of a GPX file: the time from the first to the last point, and the way between the points.
 *
 * Returns: %FALSE with a sentence in @error
 */
gboolean
soleus_training_gpx_read (GInputStream        *stream,
                          SoleusTrainingSink  *sink,
                          GCancellable        *cancellable,
                          GError             **error)
{
  static const SoleusXmlFormat format = { "gpx", gpx_begin, gpx_text, gpx_end };

  return soleus_xml_read (stream, &format, sink, cancellable, error);
}

/* ---- Apple Health: Workout@workoutActivityType@duration@durationUnit@startDate{WorkoutStatistics@type@sum@unit} ---- */

static double
read_quantity (const char *value,
               const char *unit,
               gboolean    wants_distance)
{
  double number = soleus_xml_parse_real (value);
  gboolean is_distance;
  double factor;

  if (unit == NULL || !soleus_cell_find_unit (unit, &is_distance, &factor) || is_distance != wants_distance)
    return SOLEUS_UNKNOWN_REAL;
  return number * factor;
}

static void
health_begin (SoleusXmlSession  *session,
              const char        *name,
              const char       **names,
              const char       **values)
{
  static const SoleusCellStyle style = { '.', SOLEUS_DATE_ORDER_AS_FILE, FALSE };
  const char *start = soleus_xml_find_attribute (names, values, "startDate");
  const char *type = soleus_xml_find_attribute (names, values, "type");
  SoleusCellTime time;

  if (g_str_equal (name, "Workout"))
    {
      soleus_xml_session_clear (session);
      session->sport = soleus_sport_dup_label (soleus_xml_find_attribute (names, values, "workoutActivityType"));
      session->seconds = read_quantity (soleus_xml_find_attribute (names, values, "duration"),
                                        soleus_xml_find_attribute (names, values, "durationUnit"), FALSE);
      session->metres = read_quantity (soleus_xml_find_attribute (names, values, "totalDistance"),
                                       soleus_xml_find_attribute (names, values, "totalDistanceUnit"), TRUE);
      if (start != NULL && soleus_cell_parse_time (start, &style, session->sink->zone, &time) == SOLEUS_CELL_TIME_OK)
        {
          session->start = time.instant;
          session->has_offset = time.has_offset;
          session->utc_offset = time.utc_offset;
        }
    }
  else if (g_str_equal (name, "WorkoutStatistics") && type != NULL && g_str_has_prefix (type, "HKQuantityTypeIdentifierDistance"))
    session->metres = read_quantity (soleus_xml_find_attribute (names, values, "sum"),
                                     soleus_xml_find_attribute (names, values, "unit"), TRUE);
}

static void
health_text (SoleusXmlSession *session,
             const char       *name,
             const char       *parent,
             const char       *text)
{
}

static gboolean
health_end (SoleusXmlSession  *session,
            const char        *name,
            GError           **error)
{
  return !g_str_equal (name, "Workout") || soleus_xml_session_add (session, error);
}

/**
 * soleus_training_health_read:
 *
 * Reads the workouts of a health export of a phone; the rest of it is passed over.
 *
 * Returns: %FALSE with a sentence in @error
 */
gboolean
soleus_training_health_read (GInputStream        *stream,
                             SoleusTrainingSink  *sink,
                             GCancellable        *cancellable,
                             GError             **error)
{
  static const SoleusXmlFormat format = { "HealthData", health_begin, health_text, health_end };

  return soleus_xml_read (stream, &format, sink, cancellable, error);
}
