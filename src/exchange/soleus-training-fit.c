#include "soleus-config.h"

#include "soleus-training-fit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "soleus-error.h"

/* A FIT file is a header, messages and a CRC, and such files may follow each other in one. A message is either a definition
 * (which fields, of which size, in which byte order) of one of sixteen local types, or data of such a type. */
#define LARGEST_FILE ((gsize) 64 << 20)
#define MOST_SESSIONS 1000

/* seconds from 1970 to 1989-12-31T00:00:00Z, from which FIT counts; smaller numbers count from when the device was switched on */
#define FIT_EPOCH G_GINT64_CONSTANT (631065600)
#define FIT_FIRST_DATE 0x10000000u

#define MESSAGE_SESSION 18
#define MESSAGE_ACTIVITY 34

/* what is read of a message: one row for each field */
typedef enum {
  VALUE_TIMESTAMP,
  VALUE_START,
  VALUE_SPORT,
  VALUE_ELAPSED,
  VALUE_TIMER,
  VALUE_DISTANCE,
  VALUE_LOCAL_TIME,
  N_VALUES,
} Value;

static const struct {
  guint16 message;
  guint8  field;
  Value   value;
} wanted[] = {
  { MESSAGE_SESSION, 253, VALUE_TIMESTAMP },
  { MESSAGE_SESSION, 2, VALUE_START },
  { MESSAGE_SESSION, 5, VALUE_SPORT },
  { MESSAGE_SESSION, 7, VALUE_ELAPSED },
  { MESSAGE_SESSION, 8, VALUE_TIMER },
  { MESSAGE_SESSION, 9, VALUE_DISTANCE },
  { MESSAGE_ACTIVITY, 253, VALUE_TIMESTAMP },
  { MESSAGE_ACTIVITY, 5, VALUE_LOCAL_TIME },
};

typedef struct {
  guint8 number;
  guint8 size;
} Field;

typedef struct {
  gboolean is_defined;
  gboolean big_endian;
  guint16  message;
  guint    n_fields;
  gsize    size; /* of a data message, developer fields included */
  Field    fields[255];
} Definition;

/* the values of one message; -1 is unknown */
typedef struct {
  gint64 values[N_VALUES];
} Message;

typedef struct {
  const guint8 *data;
  gsize         position;
  gsize         end;
  Definition   *definitions; /* 16 */
  GArray       *sessions;    /* of Message */
  gint64        offset;      /* of local time, from the activity message */
  gboolean      has_offset;
  gboolean      has_dial;    /* the device counted from when it was switched on, but knew the time of day at the end */
  gint64        dial;        /* local seconds where its own count is 0 */
} Reader;

static guint16
compute_crc (const guint8 *data,
             gsize         length)
{
  static const guint16 table[16] = {
    0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
    0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400,
  };
  guint16 crc = 0;

  for (gsize i = 0; i < length; i++)
    {
      crc = (guint16) ((crc >> 4) & 0x0FFF) ^ table[crc & 0xF] ^ table[data[i] & 0xF];
      crc = (guint16) ((crc >> 4) & 0x0FFF) ^ table[crc & 0xF] ^ table[(data[i] >> 4) & 0xF];
    }
  return crc;
}

static guint64
read_number (const guint8 *p,
             guint         size,
             gboolean      big_endian)
{
  guint64 value = 0;

  for (guint i = 0; i < size; i++)
    value = value << 8 | p[big_endian ? i : size - 1 - i];
  return value;
}

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
has_left (const Reader *reader,
          gsize         n)
{
  return reader->end - reader->position >= n;
}

static gboolean
read_definition (Reader  *reader,
                 guint8   header,
                 GError **error)
{
  Definition *definition = &reader->definitions[header & 0x0F];
  const guint8 *p = reader->data + reader->position;
  guint n_fields;

  if (!has_left (reader, 5))
    return refuse (error, _("The file ends in the middle of a message. Copy it from the device again."));
  if (p[1] > 1)
    return refuse (error, _("A message names a byte order that does not exist. The file is damaged."));
  memset (definition, 0, sizeof *definition);
  definition->big_endian = p[1] == 1;
  definition->message = (guint16) read_number (p + 2, 2, definition->big_endian);
  n_fields = p[4];
  reader->position += 5;
  if (!has_left (reader, 3 * (gsize) n_fields))
    return refuse (error, _("The file ends in the middle of a message. Copy it from the device again."));
  for (guint i = 0; i < n_fields; i++)
    {
      const guint8 *row = reader->data + reader->position + 3 * i;

      definition->fields[i].number = row[0];
      definition->fields[i].size = row[1];
      definition->size += row[1];
    }
  definition->n_fields = n_fields;
  reader->position += 3 * (gsize) n_fields;
  if (header & 0x20)
    {
      guint n_developer;

      if (!has_left (reader, 1))
        return refuse (error, _("The file ends in the middle of a message. Copy it from the device again."));
      n_developer = reader->data[reader->position++];
      if (!has_left (reader, 3 * (gsize) n_developer))
        return refuse (error, _("The file ends in the middle of a message. Copy it from the device again."));
      for (guint i = 0; i < n_developer; i++)
        definition->size += reader->data[reader->position + 3 * i + 1];
      reader->position += 3 * (gsize) n_developer;
    }
  definition->is_defined = TRUE;
  return TRUE;
}

/* all bits set is “no value” in every unsigned type that is wanted here */
static gint64
read_value (const guint8 *p,
            guint         size,
            gboolean      big_endian)
{
  guint64 value;

  if (size != 1 && size != 2 && size != 4)
    return -1;
  value = read_number (p, size, big_endian);
  return value == (G_MAXUINT64 >> (64 - 8 * size)) ? -1 : (gint64) value;
}

static void
keep_message (Reader           *reader,
              const Definition *definition,
              const Message    *message)
{
  gint64 time = message->values[VALUE_TIMESTAMP];
  gint64 local = message->values[VALUE_LOCAL_TIME];

  if (definition->message == MESSAGE_SESSION)
    g_array_append_val (reader->sessions, *message);
  else if (time >= 0 && time < FIT_FIRST_DATE && local >= FIT_FIRST_DATE)
    {
      reader->has_dial = TRUE;
      reader->dial = FIT_EPOCH + local - time;
    }
  /* a clock that is set wrongly can be any time off; places are less than 15 hours off */
  else if (time >= FIT_FIRST_DATE && local >= FIT_FIRST_DATE && ABS (local - time) <= 15 * 3600)
    {
      reader->has_offset = TRUE;
      reader->offset = (gint64) round ((double) (local - time) / 900) * 900;
    }
}

static gboolean
read_data (Reader  *reader,
           guint    local_type,
           GError **error)
{
  const Definition *definition = &reader->definitions[local_type];
  const guint8 *p = reader->data + reader->position;
  Message message;

  if (!definition->is_defined)
    return refuse (error, _("A message is used before it is defined. The file is damaged."));
  if (!has_left (reader, definition->size))
    return refuse (error, _("The file ends in the middle of a message. Copy it from the device again."));
  reader->position += definition->size;
  if (definition->message != MESSAGE_SESSION && definition->message != MESSAGE_ACTIVITY)
    return TRUE;
  for (guint i = 0; i < N_VALUES; i++)
    message.values[i] = -1;
  for (guint i = 0; i < definition->n_fields; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (wanted); j++)
        if (wanted[j].message == definition->message && wanted[j].field == definition->fields[i].number)
          message.values[wanted[j].value] = read_value (p, definition->fields[i].size, definition->big_endian);
      p += definition->fields[i].size;
    }
  if (reader->sessions->len >= MOST_SESSIONS)
    return refuse (error, _("The file holds more sessions than one recording can. It is damaged."));
  keep_message (reader, definition, &message);
  return TRUE;
}

static gboolean
read_messages (Reader  *reader,
               GError **error)
{
  while (reader->position < reader->end)
    {
      guint8 header = reader->data[reader->position++];

      if (header & 0x80)
        {
          if (!read_data (reader, (header >> 5) & 0x03, error))
            return FALSE;
        }
      else if (header & 0x40)
        {
          if (!read_definition (reader, header, error))
            return FALSE;
        }
      else if (!read_data (reader, header & 0x0F, error))
        return FALSE;
    }
  return TRUE;
}

/* the length of the file that begins at @position, its header, messages and CRC checked; 0 with @error */
static gsize
check_file (const guint8  *data,
            gsize          length,
            gsize         *header_size,
            GError       **error)
{
  guint64 size;
  guint16 crc;

  if (length < 14 || (data[0] != 12 && data[0] != 14) || memcmp (data + 8, ".FIT", 4) != 0)
    return refuse (error, _("Its header is not that of a FIT file, or it is damaged. Copy it from the device again."));
  *header_size = data[0];
  if (data[0] == 14 && (crc = (guint16) read_number (data + 12, 2, FALSE)) != 0 && crc != compute_crc (data, 12))
    return refuse (error, _("Its header is not that of a FIT file, or it is damaged. Copy it from the device again."));
  size = *header_size + read_number (data + 4, 4, FALSE) + 2;
  if (size > length)
    return refuse (error, _("The file is shorter than it says, so the end is missing. Copy it from the device again."));
  if (read_number (data + size - 2, 2, FALSE) != compute_crc (data, size - 2))
    return refuse (error, _("Its check sum is wrong, so something in it was changed or lost. Copy it from the device again."));
  return size;
}

static gboolean
add_session (Reader              *reader,
             const Message       *message,
             guint                number,
             SoleusTrainingSink  *sink,
             GError             **error)
{
  SoleusTrainingFacts facts = SOLEUS_TRAINING_FACTS_INIT;
  g_autofree char *place = g_strdup_printf ("session %u", number);
  gint64 start = message->values[VALUE_START];
  /* the time that the watch ran; pauses that somebody stopped it for are not training */
  gint64 duration = message->values[VALUE_TIMER] >= 0 ? message->values[VALUE_TIMER] : message->values[VALUE_ELAPSED];

  if (start >= 0 && start < FIT_FIRST_DATE && reader->has_dial)
    {
      gint64 wall = reader->dial + start;
      int interval = g_time_zone_adjust_time (sink->zone, G_TIME_TYPE_STANDARD, &wall);

      facts.start = (wall - g_time_zone_get_offset (sink->zone, interval)) * SOLEUS_USEC_PER_SECOND;
    }
  else if (start >= 0 && start < FIT_FIRST_DATE)
    {
      soleus_training_sink_refuse (sink, place, _("The device did not know the time when it recorded this, so nothing says which day it was."));
      return TRUE;
    }
  else if (start >= 0)
    facts.start = (FIT_EPOCH + start) * SOLEUS_USEC_PER_SECOND;
  facts.has_offset = reader->has_offset;
  facts.utc_offset = (int) reader->offset;
  if (duration >= 0)
    facts.seconds = (double) duration / 1000;
  if (message->values[VALUE_DISTANCE] >= 0)
    facts.metres = (double) message->values[VALUE_DISTANCE] / 100;
  if (message->values[VALUE_SPORT] >= 0)
    facts.sport = soleus_sport_get_label ((guint) message->values[VALUE_SPORT]);
  return soleus_training_sink_add (sink, place, &facts, error);
}

static gboolean
read_file (const guint8        *data,
           gsize                header_size,
           gsize                size,
           guint               *n_sessions,
           SoleusTrainingSink  *sink,
           GError             **error)
{
  g_autofree Definition *definitions = g_new0 (Definition, 16);
  g_autoptr (GArray) sessions = g_array_new (FALSE, FALSE, sizeof (Message));
  Reader reader = { data, header_size, size - 2, definitions, sessions };

  if (!read_messages (&reader, error))
    return FALSE;
  for (guint i = 0; i < sessions->len; i++)
    if (!add_session (&reader, &g_array_index (sessions, Message, i), ++*n_sessions, sink, error))
      return FALSE;
  return TRUE;
}

/**
 * soleus_training_fit_read:
 * @stream: a FIT file, or several behind each other
 *
 * Reads the session messages. The check sums are computed first: a file that was cut or changed is refused as a whole.
 *
 * Returns: %FALSE with a sentence in @error
 */
gboolean
soleus_training_fit_read (GInputStream        *stream,
                          SoleusTrainingSink  *sink,
                          GCancellable        *cancellable,
                          GError             **error)
{
  g_autoptr (GBytes) bytes = soleus_training_load (stream, LARGEST_FILE, cancellable, error);
  const guint8 *data;
  gsize length;
  guint n_sessions = 0;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  do
    {
      gsize header_size = 0;
      gsize size = check_file (data, length, &header_size, error);

      if (size == 0 || !read_file (data, header_size, size, &n_sessions, sink, error))
        return FALSE;
      data += size;
      length -= size;
    }
  while (length > 0);
  if (n_sessions == 0)
    soleus_training_sink_refuse (sink, NULL, _("It holds no training session: devices keep settings and courses in the same format."));
  return TRUE;
}
