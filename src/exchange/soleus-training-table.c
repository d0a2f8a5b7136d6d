#include "soleus-config.h"

#include "soleus-training-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "soleus-cell.h"
#include "soleus-csv.h"
#include "soleus-error.h"
#include "soleus-training-columns.h"

#define LARGEST_TABLE ((gsize) 64 << 20)

/* some exports begin with lines about themselves */
#define MOST_LINES_BEFORE_HEADER 20

typedef struct {
  GPtrArray             *rows;
  guint                  header;
  SoleusTrainingColumns  columns;
  SoleusCellStyle        style;
  char                   distance_decimal; /* services translate some columns and leave others */
  GTimeZone             *zone;
} Table;

/**
 * soleus_training_table_decode:
 * @bytes: text in UTF-8, UTF-16 with its mark, or Windows-1252, which spreadsheets write without saying so
 *
 * Returns: (transfer full): UTF-8, or %NULL with a sentence in @error
 */
char *
soleus_training_table_decode (const char  *bytes,
                              gsize        length,
                              GError     **error)
{
  const char *encoding = "WINDOWS-1252";
  g_autofree char *text = NULL;

  if (length >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0))
    encoding = "UTF-16";
  else if (memchr (bytes, '\0', length) != NULL)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                   _("This is no text. If it is a workbook, save it as CSV in the spreadsheet and import that."));
      return NULL;
    }
  else if (g_utf8_validate (bytes, (gssize) length, NULL))
    return g_strndup (bytes, length);
  text = g_convert_with_fallback (bytes, (gssize) length, "UTF-8", encoding, "?", NULL, NULL, NULL);
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The text cannot be read. Save it as CSV in UTF-8 and try again."));
      return NULL;
    }
  return g_steal_pointer (&text);
}

static gboolean
find_header (GPtrArray             *rows,
             guint                 *header,
             SoleusTrainingColumns *columns)
{
  for (guint i = 0; i < MIN (rows->len, MOST_LINES_BEFORE_HEADER); i++)
    {
      SoleusCsvRow *row = rows->pdata[i];

      if (soleus_training_columns_find (row->fields, columns))
        {
          *header = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * soleus_training_table_recognises:
 * @head: the beginning of a file
 *
 * Returns: whether it looks like a table of training sessions that names no athlete
 */
gboolean
soleus_training_table_recognises (const char *head,
                                  gsize       length)
{
  g_autofree char *text = soleus_training_table_decode (head, length, NULL);
  g_autoptr (GPtrArray) rows = NULL;
  SoleusTrainingColumns columns;
  SoleusCsvRow *row;
  char delimiter;
  guint header;
  char *end;

  if (text == NULL)
    return FALSE;
  /* the last line may be cut in the middle of a quotation */
  end = strrchr (text, '\n');
  for (;;)
    {
      rows = soleus_csv_parse (text, strlen (text), &delimiter, NULL);
      if (rows != NULL || end == NULL)
        break;
      *end = '\0';
      end = strrchr (text, '\n');
    }
  if (rows == NULL || !find_header (rows, &header, &columns))
    return FALSE;
  row = rows->pdata[header];
  for (guint i = 0; row->fields[i] != NULL; i++)
    {
      g_autofree char *folded = soleus_training_columns_fold (row->fields[i]);

      if (g_str_equal (folded, "athlete"))
        return FALSE;
    }
  return TRUE;
}

static char *
dup_cell (const Table        *table,
          const SoleusCsvRow *row,
          SoleusColumnRole    role)
{
  int column = table->columns.roles[role].column;
  g_autofree char *plain = NULL;

  for (int i = 0; i <= column; i++)
    if (row->fields[i] == NULL)
      return NULL;
  if (column < 0)
    return NULL;
  plain = soleus_cell_dup_plain (row->fields[column]);
  return soleus_cell_is_missing (plain) ? NULL : g_steal_pointer (&plain);
}

/* Looks at every cell before one is read: how does this file write numbers, dates and durations? */
static void
find_style (Table              *table,
            SoleusTrainingSink *sink,
            char                delimiter)
{
  int decimal = 0;
  int distance_decimal = 0;
  int order = 0;
  gboolean three_parts = FALSE;
  int longest_first = 0;

  for (guint i = table->header + 1; i < table->rows->len; i++)
    {
      SoleusCsvRow *row = table->rows->pdata[i];
      g_autofree char *date = dup_cell (table, row, SOLEUS_COLUMN_DATE);
      g_autofree char *duration = dup_cell (table, row, SOLEUS_COLUMN_DURATION);

      for (guint j = 0; row->fields[j] != NULL; j++)
        {
          int vote = soleus_cell_vote_decimal (row->fields[j]);

          if ((int) j == table->columns.roles[SOLEUS_COLUMN_DISTANCE].column)
            distance_decimal += vote;
          if ((int) j != table->columns.roles[SOLEUS_COLUMN_DATE].column)
            decimal += vote;
        }
      if (date != NULL)
        order += soleus_cell_vote_date_order (date);
      if (duration != NULL && strchr (duration, ':') != NULL)
        {
          three_parts = three_parts || strchr (strchr (duration, ':') + 1, ':') != NULL;
          longest_first = MAX (longest_first, (int) MIN (g_ascii_strtoull (duration, NULL, 10), 1000));
        }
    }
  table->style.decimal = decimal > 0 || (decimal == 0 && delimiter == ';') ? ',' : '.';
  table->distance_decimal = distance_decimal == 0 ? table->style.decimal : distance_decimal > 0 ? ',' : '.';
  table->style.order = sink->order;
  if (sink->order == SOLEUS_DATE_ORDER_AS_FILE && order != 0)
    table->style.order = order > 0 ? SOLEUS_DATE_ORDER_DAY_FIRST : SOLEUS_DATE_ORDER_MONTH_FIRST;
  else if (sink->order == SOLEUS_DATE_ORDER_AS_FILE && (table->style.decimal == ',' || table->columns.service->is_day_first))
    table->style.order = SOLEUS_DATE_ORDER_DAY_FIRST;
  /* no training takes five minutes every time, so 0:45 and 1:30 are hours and minutes */
  table->style.hours_first = table->columns.roles[SOLEUS_COLUMN_DURATION].is_hours_first ||
                             (!three_parts && longest_first <= 5 && g_str_equal (table->columns.service->id, "other"));
}

static gboolean
read_start (const Table          *table,
            const SoleusCsvRow   *row,
            SoleusTrainingSink   *sink,
            const char           *place,
            SoleusCellTime       *time)
{
  g_autofree char *date = dup_cell (table, row, SOLEUS_COLUMN_DATE);
  g_autofree char *clock = dup_cell (table, row, SOLEUS_COLUMN_CLOCK);
  g_autofree char *both = NULL;

  if (date == NULL)
    {
      soleus_training_sink_refuse (sink, place, _("There is no date and no start time, so nothing says which day this was."));
      return FALSE;
    }
  both = clock != NULL && strchr (clock, ':') != NULL && strchr (date, ':') == NULL ? g_strconcat (date, " ", clock, NULL) : g_strdup (date);
  switch (soleus_cell_parse_time (both, &table->style, table->zone, time))
    {
    case SOLEUS_CELL_TIME_OK:
      return TRUE;
    case SOLEUS_CELL_TIME_AMBIGUOUS:
      soleus_training_sink_refuse (sink, place, _("In “%s” either the day or the month can come first, and no other date of the file tells. Say which."), both);
      return FALSE;
    case SOLEUS_CELL_TIME_GAP:
      soleus_training_sink_refuse (sink, place, _("“%s” never was on the clock: clocks went forward then. Check the time zone."), both);
      return FALSE;
    case SOLEUS_CELL_TIME_NONE:
    default:
      soleus_training_sink_refuse (sink, place, _("“%s” is not a date that can be read."), both);
      return FALSE;
    }
}

/* FALSE: something stands there that is no duration */
static gboolean
read_duration (const Table         *table,
               const SoleusCsvRow  *row,
               SoleusTrainingSink  *sink,
               const char          *place,
               double              *seconds)
{
  static const SoleusColumnRole order[] = { SOLEUS_COLUMN_DURATION, SOLEUS_COLUMN_ELAPSED, SOLEUS_COLUMN_MOVING };

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const SoleusTrainingColumn *column = &table->columns.roles[order[i]];
      g_autofree char *cell = dup_cell (table, row, order[i]);

      if (cell == NULL)
        continue;
      *seconds = soleus_cell_parse_duration (cell, &table->style, column->unit > 0 ? column->unit : table->columns.service->duration_unit);
      if (soleus_real_is_known (*seconds))
        return TRUE;
      soleus_training_sink_refuse (sink, place, _("“%s” is not a duration that can be read. Write it like 1:05:30 or 65 min."), cell);
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_swimming (const char *sport)
{
  g_autofree char *lower = g_utf8_strdown (sport != NULL ? sport : "", -1);

  return strstr (lower, "swim") != NULL || strstr (lower, "schwimm") != NULL || strstr (lower, "natation") != NULL ||
         strstr (lower, "natación") != NULL || strstr (lower, "nuoto") != NULL;
}

static gboolean
read_distance (const Table         *table,
               const SoleusCsvRow  *row,
               const char          *sport,
               SoleusTrainingSink  *sink,
               const char          *place,
               double              *metres)
{
  const SoleusTrainingColumn *column = &table->columns.roles[SOLEUS_COLUMN_DISTANCE];
  g_autofree char *cell = dup_cell (table, row, SOLEUS_COLUMN_DISTANCE);
  double unit = column->unit > 0 ? column->unit : table->columns.service->distance_unit;
  gboolean is_distance = TRUE;
  const char *rest = NULL;
  double value;

  if (cell == NULL)
    return TRUE;
  if (column->unit <= 0 && table->columns.service->swims_in_metres && is_swimming (sport))
    unit = 1;
  value = soleus_cell_parse_number (cell, table->distance_decimal, &rest);
  if (!soleus_real_is_known (value) || (*rest != '\0' && (!soleus_cell_find_unit (rest, &is_distance, &unit) || !is_distance)))
    {
      soleus_training_sink_refuse (sink, place, _("“%s” is not a distance that can be read. Write it like 5.2 km."), cell);
      return FALSE;
    }
  *metres = value * unit;
  return TRUE;
}

static gboolean
read_row (const Table         *table,
          const SoleusCsvRow  *row,
          SoleusTrainingSink  *sink,
          GError             **error)
{
  SoleusTrainingFacts facts = SOLEUS_TRAINING_FACTS_INIT;
  g_autofree char *place = g_strdup_printf ("line %u", row->line);
  g_autofree char *sport = dup_cell (table, row, SOLEUS_COLUMN_SPORT);
  SoleusCellTime time;

  if (!read_start (table, row, sink, place, &time) ||
      !read_duration (table, row, sink, place, &facts.seconds) ||
      !read_distance (table, row, sport, sink, place, &facts.metres))
    return TRUE;
  facts.start = time.instant;
  facts.date = time.date;
  facts.has_offset = time.has_offset;
  facts.utc_offset = time.utc_offset;
  facts.sport = sport;
  /* nought kilometres is what services write for a session that has none */
  if (facts.metres == 0 && facts.seconds > 0)
    facts.metres = SOLEUS_UNKNOWN_REAL;
  return soleus_training_sink_add (sink, place, &facts, error);
}

static gboolean
is_empty (const SoleusCsvRow *row)
{
  for (guint i = 0; row->fields[i] != NULL; i++)
    if (row->fields[i][strspn (row->fields[i], " \t")] != '\0')
      return FALSE;
  return TRUE;
}

/**
 * soleus_training_table_read:
 * @stream: a table with a header, in whatever way its program writes it
 *
 * Returns: %FALSE with a sentence in @error
 */
gboolean
soleus_training_table_read (GInputStream        *stream,
                            SoleusTrainingSink  *sink,
                            GCancellable        *cancellable,
                            GError             **error)
{
  g_autoptr (GBytes) bytes = soleus_training_load (stream, LARGEST_TABLE, cancellable, error);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  Table table = { NULL };
  char delimiter;

  if (bytes == NULL)
    return FALSE;
  text = soleus_training_table_decode (g_bytes_get_data (bytes, NULL) != NULL ? g_bytes_get_data (bytes, NULL) : "", g_bytes_get_size (bytes), error);
  if (text == NULL)
    return FALSE;
  rows = table.rows = soleus_csv_parse (text, strlen (text), &delimiter, error);
  if (rows == NULL)
    return FALSE;
  if (!find_header (rows, &table.header, &table.columns))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                   _("No line names the columns of training sessions. A first line like “Date, Sport, Duration, Distance (km)” would."));
      return FALSE;
    }
  table.zone = table.columns.service->is_utc ? utc : sink->zone;
  find_style (&table, sink, delimiter);
  for (guint i = table.header + 1; i < rows->len; i++)
    {
      if (is_empty (rows->pdata[i]))
        continue;
      if (!read_row (&table, rows->pdata[i], sink, error))
        return FALSE;
      if (table.columns.service->is_single || g_cancellable_is_cancelled (cancellable))
        break;
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
