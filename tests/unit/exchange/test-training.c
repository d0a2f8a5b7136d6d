#include "soleus-cell.h"
#include "soleus-error.h"
#include "soleus-record.h"
#include "soleus-training-columns.h"
#include "soleus-training-file.h"
#include "soleus-training-table.h"

#include <string.h>

static GTimeZone *
create_berlin (void)
{
  GTimeZone *zone = g_time_zone_new_identifier ("Europe/Berlin");

  g_assert_nonnull (zone);
  return zone;
}

static GPtrArray *
read_bytes (gconstpointer    data,
            gsize            length,
            SoleusDateOrder  order)
{
  g_autoptr (GTimeZone) zone = create_berlin ();
  SoleusTrainingReading reading = { zone, order };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_import_line_free);
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  soleus_training_read_stream (stream, "file", &reading, lines, NULL);
  return g_steal_pointer (&lines);
}

static GPtrArray *
read_fixture (const char      *name,
              SoleusDateOrder  order)
{
  g_autofree char *path = g_build_filename (g_getenv ("SOLEUS_SOURCE_DIR"), "tests", "data", "training", name, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  return read_bytes (content, length, order);
}

/* "2026-03-28T18:00:05+01:00 45.21 9.44 Running", or what the refusal says */
static char *
describe (SoleusImportLine *line)
{
  g_autofree char *start = NULL;
  g_autofree char *minutes = NULL;
  g_autofree char *km = NULL;

  if (line->record == NULL)
    return g_strdup_printf ("! %s", line->error->message);
  start = soleus_record_dup_as_text (line->record, soleus_record_is_known (line->record, "start") ? "start" : "date");
  minutes = soleus_record_dup_as_text (line->record, "minutes");
  km = soleus_record_dup_as_text (line->record, "distance-km");
  g_assert_false (soleus_record_is_known (line->record, "rpe"));
  return g_strdup_printf ("%s %s %s %s", start, minutes, km, soleus_record_get_text (line->record, "activity"));
}

/* Every file, line by line. The files are made by hand after what the formats and exports are known to write. */
static const struct {
  const char *file;
  guint       line;
  const char *says; /* whole for a session, a part for a refusal */
} fixtures[] = {
  { "run.fit", 0, "2026-03-28T18:00:05+01:00 45.21 9.44 Running" },
  { "triathlon-big-endian.fit", 0, "2026-04-04T08:00:00+02:00 15 0.75 Swimming" },
  { "triathlon-big-endian.fit", 1, "2026-04-04T09:00:00+02:00 30 20 Cycling" },
  { "triathlon-big-endian.fit", 2, "2026-04-04T10:00:00+02:00 20 5 Running" },
  { "triathlon-big-endian.fit", 3, "2026-03-28T18:00:05+01:00 45.21 9.44 Running" },
  { "clock-not-set.fit", 0, "2026-05-01T17:53:20+02:00 50 8 Running" },
  { "settings.fit", 0, "! It holds no training session" },
  { "ride.tcx", 0, "2026-05-31T18:05:00+02:00 40.01 16 Cycling" },
  { "walk.gpx", 0, "2026-05-30T12:00:00+02:00 12 1.001 Walking" },
  { "health.xml", 0, "2026-01-14T23:00:00-05:00 30.5 5.2 Running" },
  { "garmin-en.csv", 0, "2026-10-25T12:00:00+01:00 45.2 9.44 Running" },
  { "garmin-en.csv", 1, "2026-10-24T07:10:00+02:00 40 1.024 Pool Swimming" },
  { "garmin-en.csv", 2, "2026-10-23T18:00:00+02:00 30 (null) Yoga" },
  { "garmin-en.csv", 3, "! “ten” is not a distance" },
  { "garmin-de.csv", 0, "2026-10-25T12:00:00+01:00 31 5.81 Laufen" },
  { "strava-en.csv", 0, "2025-10-07T16:43:11+02:00 45.2 9.44 Run" },
  { "strava-de.csv", 0, "2025-12-09T16:24:49+01:00 45.2 9.44 Lauf" },
  { "trainingpeaks.csv", 0, "2026-10-04 90.74 15.235 Run" },
  { "trainingpeaks.csv", 1, "! There is neither a duration nor a distance" },
  { "polar.csv", 0, "2026-03-12T18:03:12+01:00 62.05 12.34 RUNNING" },
  { "by-hand-de.csv", 0, "2026-04-03T18:30:00+02:00 90 12.5 Lauf" },
  { "by-hand-de.csv", 1, "2026-04-04 45 (null) Fußball" },
  { "by-hand-de.csv", 2, "2026-04-05T07:15:00+02:00 65 24.5 Rad" },
  { "ambiguous.csv", 0, "! In “03/04/2026” either the day or the month" },
  { "serial.csv", 0, "2026-04-01T18:00:00+02:00 45 8.047 Run" },
  { "utf16.csv", 0, "2026-06-26T06:04:00+02:00 475 (null) Run" },
};

static void
test_fixtures (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autoptr (GPtrArray) lines = read_fixture (fixtures[i].file, SOLEUS_DATE_ORDER_AS_FILE);
      g_autofree char *said = NULL;

      g_test_message ("%s, line %u", fixtures[i].file, fixtures[i].line);
      g_assert_cmpuint (fixtures[i].line, <, lines->len);
      said = describe (lines->pdata[fixtures[i].line]);
      if (fixtures[i].says[0] != '!')
        g_assert_cmpstr (said, ==, fixtures[i].says);
      else if (!g_str_has_prefix (said, fixtures[i].says))
        g_error ("“%s” does not begin with “%s”", said, fixtures[i].says);
      if (i + 1 == G_N_ELEMENTS (fixtures) || !g_str_equal (fixtures[i + 1].file, fixtures[i].file))
        g_assert_cmpuint (lines->len, ==, fixtures[i].line + 1);
    }
}

static void
test_date_order (void)
{
  g_autoptr (GPtrArray) day = read_fixture ("ambiguous.csv", SOLEUS_DATE_ORDER_DAY_FIRST);
  g_autoptr (GPtrArray) month = read_fixture ("ambiguous.csv", SOLEUS_DATE_ORDER_MONTH_FIRST);
  g_autofree char *by_day = describe (day->pdata[0]);
  g_autofree char *by_month = describe (month->pdata[0]);

  g_assert_cmpstr (by_day, ==, "2026-04-03 45 (null) Run");
  g_assert_cmpstr (by_month, ==, "2026-03-04 45 (null) Run");
}

static void
assert_refused (gconstpointer  data,
                gsize          length,
                const char    *part)
{
  g_autoptr (GPtrArray) lines = read_bytes (data, length, SOLEUS_DATE_ORDER_AS_FILE);
  SoleusImportLine *line = lines->pdata[0];

  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_null (line->record);
  if (strstr (line->error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", line->error->message, part);
}

/* every byte of a FIT file counts: changed or cut anywhere, it is refused as a whole */
static void
test_damaged_fit (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("SOLEUS_SOURCE_DIR"), "tests", "data", "training", "run.fit", NULL);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  for (gsize i = 1; i < length; i++)
    {
      g_autofree char *changed = g_memdup2 (content, length);
      g_autoptr (GPtrArray) cut = read_bytes (content, i, SOLEUS_DATE_ORDER_AS_FILE);
      g_autoptr (GPtrArray) lines = NULL;

      changed[i] ^= 0x10;
      lines = read_bytes (changed, length, SOLEUS_DATE_ORDER_AS_FILE);
      g_assert_cmpuint (lines->len, ==, 1);
      g_assert_null (((SoleusImportLine *) lines->pdata[0])->record);
      g_assert_cmpuint (cut->len, ==, 1);
      g_assert_null (((SoleusImportLine *) cut->pdata[0])->record);
    }
}

static void
test_bombs (void)
{
  g_autoptr (GString) deep = g_string_new ("<gpx>");
  g_autoptr (GString) endless = g_string_new ("<gpx><trk><name>");
  g_autoptr (GString) entities = g_string_new ("<?xml version=\"1.0\"?><!DOCTYPE gpx [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><gpx><trk><name>&b;</name></trk></gpx>");
  g_autoptr (GString) wide = g_string_new (NULL);

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<a>");
  assert_refused (deep->str, deep->len, "nested too deeply");
  while (endless->len < 3 << 20)
    g_string_append (endless, "no end in sight ");
  assert_refused (endless->str, endless->len, "has no end");
  assert_refused (entities->str, entities->len, "not valid XML");
  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (wide, ',');
  assert_refused (wide->str, wide->len, "columns");
  assert_refused ("", 0, "empty");
  assert_refused ("PK\003\004zip", 7, "ZIP archive");
  assert_refused ("\1\2\3\0\4", 5, "no text");
  assert_refused ("Name,Colour\nx,red\n", 18, "No line names the columns");
}

/* a gigabyte of zeros is a megabyte when it is packed: it is refused after a bound, not unpacked */
static void
test_packed_bomb (void)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GOutputStream) packed = g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  g_autofree char *zeros = g_malloc0 (1 << 20);

  for (guint i = 0; i < 300; i++)
    g_assert_true (g_output_stream_write_all (packed, zeros, 1 << 20, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (packed, NULL, NULL));
  assert_refused (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory)),
                  g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory)), "larger than 256 MB");
}

static const struct {
  const char *text;
  char        decimal;
  double      number;
} numbers[] = {
  { "5.81", '.', 5.81 }, { "5,81", ',', 5.81 }, { "1,024", '.', 1024 }, { "1.024", ',', 1024 }, { "1.024,5", ',', 1024.5 },
  { "1,024,000.25", '.', 1024000.25 }, { "1 024,5", ',', 1024.5 }, { "1'024.5", '.', 1024.5 }, { "1’024.5", '.', 1024.5 },
  { "-3", '.', -3 }, { ".5", '.', 0.5 }, { "5,81", '.', NAN }, { "1,02,3", '.', NAN }, { "", '.', NAN }, { "x", '.', NAN }, { "5 x", '.', NAN },
};

static void
test_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      double number = soleus_cell_parse_number (numbers[i].text, numbers[i].decimal, NULL);

      g_test_message ("%s", numbers[i].text);
      g_assert_true (isnan (number) == isnan (numbers[i].number));
      if (!isnan (number))
        g_assert_cmpfloat_with_epsilon (number, numbers[i].number, 1e-9);
    }
  g_assert_cmpint (soleus_cell_vote_decimal ("5,81"), ==, 1);
  g_assert_cmpint (soleus_cell_vote_decimal ("5.8"), ==, -1);
  g_assert_cmpint (soleus_cell_vote_decimal ("0,125"), ==, 1);
  g_assert_cmpint (soleus_cell_vote_decimal ("1,024"), ==, 0);
  g_assert_cmpint (soleus_cell_vote_decimal ("1,024,000"), ==, -1);
  g_assert_cmpint (soleus_cell_vote_decimal ("1.024,5"), ==, 1);
  g_assert_cmpint (soleus_cell_vote_decimal ("24.12.2024"), ==, 0);
  g_assert_cmpint (soleus_cell_vote_decimal ("abc"), ==, 0);
}

static const struct {
  const char *text;
  gboolean    hours_first;
  double      unit;
  double      seconds;
} durations[] = {
  { "1:02:03", FALSE, 60, 3723 }, { "00:45:12", FALSE, 60, 2712 }, { "62:03", FALSE, 60, 3723 }, { "1:30", TRUE, 60, 5400 }, { "45:12.5", FALSE, 60, 2712.5 },
  { "7h 55min", FALSE, 60, 28500 }, { "1h 2m 3s", FALSE, 60, 3723 }, { "1 h 5 min", FALSE, 60, 3900 }, { "90 min", FALSE, 1, 5400 }, { "1.5 h", FALSE, 60, 5400 },
  { "90", FALSE, 60, 5400 }, { "2712", FALSE, 1, 2712 }, { "1.5", FALSE, 3600, 5400 }, { "PT1H2M3S", FALSE, 60, 3723 }, { "PT45M", FALSE, 60, 2700 },
  { "1:75", FALSE, 60, NAN }, { "1:2:3:4", FALSE, 60, NAN }, { "soon", FALSE, 60, NAN }, { "5 km", FALSE, 60, NAN }, { "PT", FALSE, 60, NAN }, { "1:", FALSE, 60, NAN },
};

static void
test_durations (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (durations); i++)
    {
      SoleusCellStyle style = { '.', SOLEUS_DATE_ORDER_AS_FILE, durations[i].hours_first };
      double seconds = soleus_cell_parse_duration (durations[i].text, &style, durations[i].unit);

      g_test_message ("%s", durations[i].text);
      g_assert_true (isnan (seconds) == isnan (durations[i].seconds));
      if (!isnan (seconds))
        g_assert_cmpfloat_with_epsilon (seconds, durations[i].seconds, 1e-6);
    }
}

static const struct {
  const char          *text;
  SoleusCellTimeResult result;
  const char          *date;
  const char          *utc; /* NULL: no time of day */
} times[] = {
  { "2024-10-25 12:00:00", SOLEUS_CELL_TIME_OK, "2024-10-25", "2024-10-25T10:00:00Z" },
  { "2024-10-25T12:00:00Z", SOLEUS_CELL_TIME_OK, "2024-10-25", "2024-10-25T12:00:00Z" },
  { "2024-01-14 23:00:00 -0500", SOLEUS_CELL_TIME_OK, "2024-01-14", "2024-01-15T04:00:00Z" },
  { "Oct 7, 2020, 2:43:11 PM", SOLEUS_CELL_TIME_OK, "2020-10-07", "2020-10-07T12:43:11Z" },
  { "7. Okt. 2020 14:43", SOLEUS_CELL_TIME_OK, "2020-10-07", "2020-10-07T12:43:00Z" },
  { "09.12.2022, 15:24:49", SOLEUS_CELL_TIME_OK, "2022-12-09", "2022-12-09T14:24:49Z" },
  { "6/26/2026 6:04 AM", SOLEUS_CELL_TIME_OK, "2026-06-26", "2026-06-26T04:04:00Z" },
  { "12:00 AM 6/26/2026", SOLEUS_CELL_TIME_OK, "2026-06-26", "2026-06-25T22:00:00Z" },
  { "26/6/2026", SOLEUS_CELL_TIME_OK, "2026-06-26", NULL },
  { "3/4/2026", SOLEUS_CELL_TIME_AMBIGUOUS, "", NULL },
  { "3/3/2026", SOLEUS_CELL_TIME_OK, "2026-03-03", NULL },
  { "5.4.26", SOLEUS_CELL_TIME_OK, "2026-04-05", NULL },
  { "46113", SOLEUS_CELL_TIME_OK, "2026-04-01", NULL },
  { "2026-02-30", SOLEUS_CELL_TIME_NONE, "", NULL },
  { "2026-03-29 02:30", SOLEUS_CELL_TIME_GAP, "", NULL },
  { "2026-10-25 02:30", SOLEUS_CELL_TIME_OK, "2026-10-25", "2026-10-25T01:30:00Z" },
  { "25:00 2026-01-01", SOLEUS_CELL_TIME_NONE, "", NULL },
  { "tomorrow", SOLEUS_CELL_TIME_NONE, "", NULL },
  { "1:2:3:4 5", SOLEUS_CELL_TIME_NONE, "", NULL },
};

static void
test_times (void)
{
  g_autoptr (GTimeZone) zone = create_berlin ();
  SoleusCellStyle style = { '.', SOLEUS_DATE_ORDER_AS_FILE, FALSE };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      SoleusCellTime time;
      SoleusCellTimeResult result = soleus_cell_parse_time (times[i].text, &style, zone, &time);

      g_test_message ("%s", times[i].text);
      g_assert_cmpint (result, ==, times[i].result);
      if (result != SOLEUS_CELL_TIME_OK)
        continue;
      g_assert_cmpstr (time.date, ==, times[i].date);
      if (times[i].utc == NULL)
        {
          g_assert_true (time.instant == SOLEUS_UNKNOWN_INSTANT);
        }
      else
        {
          g_autoptr (GDateTime) wanted = g_date_time_new_from_iso8601 (times[i].utc, NULL);

          g_assert_cmpint (time.instant, ==, g_date_time_to_unix (wanted) * SOLEUS_USEC_PER_SECOND);
        }
    }
}

static void
test_recognises (void)
{
  static const char ours[] = "id,athlete,date,minutes\n";
  static const char theirs[] = "Date,Sport,Duration\n2026-01-01,\"Ru";
  static const char people[] = "Name;Born;Sport\n";

  g_assert_false (soleus_training_table_recognises (ours, strlen (ours)));
  g_assert_true (soleus_training_table_recognises (theirs, strlen (theirs)));
  g_assert_false (soleus_training_table_recognises (people, strlen (people)));
}

/* The beginning in which the encoding is looked for ends within its name, by itself or by the end of the file. */
static void
test_declaration (void)
{
  for (gsize length = 0; length <= 220; length++)
    {
      g_autoptr (GString) file = g_string_new ("<?xml version=\"1.0\"");
      g_autoptr (GPtrArray) cut = NULL;
      g_autoptr (GPtrArray) whole = NULL;
      g_autofree char *said = NULL;

      while (file->len < length)
        g_string_append_c (file, ' ');
      g_string_append (file, " encoding=");
      cut = read_bytes (file->str, file->len, SOLEUS_DATE_ORDER_AS_FILE);
      g_assert_cmpuint (cut->len, ==, 1);
      g_string_append (file, "\"UTF-8\"?><gpx><rte/></gpx>");
      whole = read_bytes (file->str, file->len, SOLEUS_DATE_ORDER_AS_FILE);
      g_assert_cmpuint (whole->len, ==, 1);
      said = describe (whole->pdata[0]);
      g_test_message ("%s", said);
      g_assert_nonnull (strstr (said, "It holds no training session"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/training/every_line_of_every_file_says_what_it_should", test_fixtures);
  g_test_add_func ("/training/a_date_that_can_be_two_is_asked_for", test_date_order);
  g_test_add_func ("/training/a_changed_or_cut_fit_file_is_refused", test_damaged_fit);
  g_test_add_func ("/training/what_has_no_bounds_is_refused", test_bombs);
  g_test_add_func ("/training/a_declaration_that_ends_too_early_is_no_encoding", test_declaration);
  g_test_add_func ("/training/a_packed_bomb_is_refused", test_packed_bomb);
  g_test_add_func ("/training/numbers_of_many_countries", test_numbers);
  g_test_add_func ("/training/durations_in_many_spellings", test_durations);
  g_test_add_func ("/training/times_in_many_spellings", test_times);
  g_test_add_func ("/training/tables_of_training_are_told_from_tables_of_records", test_recognises);

  return g_test_run ();
}
