/* Every reader of training files, as libFuzzer calls it. */
#include "soleus-training-file.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static GTimeZone *zone;
  SoleusTrainingReading reading = { NULL, SOLEUS_DATE_ORDER_AS_FILE };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_import_line_free);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);

  if (zone == NULL)
    zone = g_time_zone_new_identifier ("Europe/Berlin");
  reading.zone = zone;
  soleus_training_read_stream (stream, "input", &reading, lines, NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      SoleusImportLine *line = lines->pdata[i];

      /* either a session with a date and without an RPE, or a sentence */
      if ((line->record == NULL) == (line->error == NULL) || !g_utf8_validate (line->place, -1, NULL))
        g_error ("A line is neither a session nor refused.");
      if (line->record != NULL && (soleus_record_is_known (line->record, "rpe") || !soleus_record_is_known (line->record, "date")))
        g_error ("A session says what the file cannot.");
      if (line->error != NULL && !g_utf8_validate (line->error->message, -1, NULL))
        g_error ("A refusal cannot be shown.");
    }
  return 0;
}
