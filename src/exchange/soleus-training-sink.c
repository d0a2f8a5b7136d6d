#include "soleus-config.h"

#include "soleus-training-sink.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "soleus-error.h"
#include "soleus-session.h"

/* nobody trained with a watch that wrote files before */
#define EARLIEST_DATE "1980-01-01"
#define LONGEST_SECONDS 86400.0
#define LONGEST_METRES 1e6
#define LONGEST_SPORT 200

static char *
create_place (SoleusTrainingSink *self,
              const char         *place)
{
  return place != NULL ? g_strdup_printf ("%s, %s", self->file, place) : g_strdup (self->file);
}

/**
 * soleus_training_sink_refuse:
 * @place: (nullable): where in the file, "line 12"; %NULL is the file itself
 * @format: why, a translated sentence
 *
 * Says that something is no session.
 */
void
soleus_training_sink_refuse (SoleusTrainingSink *self,
                             const char         *place,
                             const char         *format,
                             ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->lines, soleus_import_line_new (create_place (self, place), NULL,
                                                        g_error_new_literal (SOLEUS_ERROR, SOLEUS_ERROR_INVALID, message)));
}

static SoleusMoment *
create_start (SoleusTrainingSink        *self,
              const SoleusTrainingFacts *facts)
{
  int offset = facts->utc_offset;

  if (!facts->has_offset)
    {
      int interval = g_time_zone_find_interval (self->zone, G_TIME_TYPE_UNIVERSAL, facts->start / SOLEUS_USEC_PER_SECOND);

      offset = interval >= 0 ? g_time_zone_get_offset (self->zone, interval) : 0;
    }
  return soleus_moment_new (facts->start, offset, SOLEUS_PRECISION_EXACT);
}

/* the sentence that says what cannot be, or NULL */
static char *
find_fault (const SoleusTrainingFacts *facts,
            const char                *date)
{
  if (date == NULL)
    return g_strdup (_("There is no date and no start time, so nothing says which day this was."));
  if (g_strcmp0 (date, EARLIEST_DATE) < 0)
    return g_strdup_printf (_("It begins on %s. The clock of the device was probably not set."), date);
  if (!soleus_real_is_known (facts->seconds) && !soleus_real_is_known (facts->metres))
    return g_strdup (_("There is neither a duration nor a distance, so this may have been planned but not done."));
  if (facts->seconds < 0 || facts->metres < 0)
    return g_strdup (_("The duration or the distance is less than zero."));
  if (facts->seconds > LONGEST_SECONDS)
    return g_strdup (_("It lasts longer than a day. If the column counts seconds, name it “Duration (s)”."));
  if (facts->metres > LONGEST_METRES)
    return g_strdup (_("It is longer than 1000 km. If the column counts metres, name it “Distance (m)”."));
  if (facts->seconds == 0 && !(facts->metres > 0))
    return g_strdup (_("It lasts no time at all: the recording was stopped as soon as it began."));
  return NULL;
}

static char *
dup_sport (const char *sport)
{
  g_autofree char *text = g_strdup (sport != NULL ? sport : "");

  g_strstrip (text);
  if (text[0] == '\0')
    return NULL;
  return g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), LONGEST_SPORT));
}

/**
 * soleus_training_sink_add:
 * @place: (nullable): where in the file
 * @facts: what is known about the session
 *
 * Adds a training session without an athlete and without an RPE: nobody but the athlete knows how hard it was.
 * What cannot be a session is noted as refused.
 *
 * Returns: %FALSE with a sentence in @error if there are too many
 */
gboolean
soleus_training_sink_add (SoleusTrainingSink         *self,
                          const char                 *place,
                          const SoleusTrainingFacts  *facts,
                          GError                    **error)
{
  g_autoptr (SoleusRecord) session = soleus_record_new (&soleus_session_kind);
  g_autoptr (SoleusMoment) start = NULL;
  g_autofree char *date = NULL;
  g_autofree char *fault = NULL;
  g_autofree char *sport = dup_sport (facts->sport);

  if (self->lines->len >= SOLEUS_TRAINING_MOST_SESSIONS)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                   _("“%s” holds more than %u sessions. Split it and import the parts."), self->file, SOLEUS_TRAINING_MOST_SESSIONS);
      return FALSE;
    }
  if (facts->start != SOLEUS_UNKNOWN_INSTANT)
    {
      start = create_start (self, facts);
      date = soleus_moment_dup_date (start);
    }
  else if (soleus_date_is_valid (facts->date))
    {
      date = g_strdup (facts->date);
    }
  fault = find_fault (facts, date);
  if (fault != NULL)
    {
      soleus_training_sink_refuse (self, place, "%s", fault);
      return TRUE;
    }
  soleus_record_set_text (session, "date", date);
  soleus_record_set_moment (session, "start", start);
  if (soleus_real_is_known (facts->seconds))
    soleus_record_set_real (session, "minutes", round (facts->seconds / 60 * 100) / 100);
  if (soleus_real_is_known (facts->metres))
    soleus_record_set_real (session, "distance-km", round (facts->metres) / 1000);
  soleus_record_set_text (session, "activity", sport);
  g_ptr_array_add (self->lines, soleus_import_line_new (create_place (self, place), g_steal_pointer (&session), NULL));
  return TRUE;
}

/**
 * soleus_training_load:
 * @maximum_size: in bytes; a longer stream is refused, however small it was packed
 *
 * Returns: (transfer full): all of @stream, or %NULL with a sentence in @error
 */
GBytes *
soleus_training_load (GInputStream  *stream,
                      gsize          maximum_size,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 chunk[16384];

  for (;;)
    {
      gssize n = g_input_stream_read (stream, chunk, sizeof chunk, cancellable, error);

      if (n < 0)
        return NULL;
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      if (bytes->len + (gsize) n > maximum_size)
        {
          g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("It is larger than %u MB, which no file of this kind is."),
                       (guint) (maximum_size >> 20));
          return NULL;
        }
      g_byte_array_append (bytes, chunk, (guint) n);
    }
}
