/* A text where a date, a time, a number or any field is meant: as somebody types it, or as another program writes it. */
#include "fuzz-scratch.h"

#include <math.h>

#include "soleus-cell.h"
#include "soleus-records.h"

static void
read_moment (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusMoment) moment = soleus_moment_parse (text, &error);
  g_autoptr (SoleusMoment) again = NULL;
  g_autofree char *written = NULL;

  if (moment == NULL)
    {
      fuzz_scratch_check_error (error);
      return;
    }
  written = soleus_moment_to_iso8601 (moment);
  again = soleus_moment_parse (written, &error);
  if (again == NULL || again->instant != moment->instant || again->utc_offset != moment->utc_offset)
    g_error ("“%s” becomes “%s”, which is another moment.", text, written);
  if (soleus_moment_get_earliest (moment) > soleus_moment_get_latest (moment))
    g_error ("“%s” ends before it begins.", text);
}

static void
read_date (const char *text)
{
  g_autofree char *next = NULL;
  g_autofree char *monday = NULL;

  if (!soleus_date_is_valid (text))
    return;
  next = soleus_date_add_days (text, 1);
  monday = soleus_date_dup_monday (text);
  if (next != NULL && soleus_date_get_days_between (text, next) != 1)
    g_error ("The day after “%s” is “%s”.", text, next);
  if (soleus_date_get_start (text) > soleus_date_get_end (text))
    g_error ("“%s” ends before it begins.", text);
  fuzz_scratch_check_text (monday);
}

static void
read_cell (const char *text)
{
  static GTimeZone *zone;

  if (zone == NULL)
    zone = g_time_zone_new_identifier ("Europe/Berlin");
  soleus_cell_vote_decimal (text);
  soleus_cell_vote_date_order (text);
  for (guint i = 0; i < 8; i++)
    {
      const SoleusCellStyle style = { i & 1 ? ',' : '.', i & 2 ? SOLEUS_DATE_ORDER_DAY_FIRST : SOLEUS_DATE_ORDER_MONTH_FIRST, (i & 4) != 0 };
      SoleusCellTime time = { SOLEUS_UNKNOWN_INSTANT };
      const char *rest = NULL;
      double number = soleus_cell_parse_number (text, style.decimal, &rest);
      double duration = soleus_cell_parse_duration (text, &style, 60);

      if (isinf (number) || isinf (duration))
        g_error ("“%s” is without an end.", text);
      if (soleus_cell_parse_time (text, &style, zone, &time) == SOLEUS_CELL_TIME_OK &&
          !soleus_date_is_valid (time.date) && (time.date[0] != '\0' || time.instant == SOLEUS_UNKNOWN_INSTANT))
        g_error ("“%s” is a time without a day.", text);
    }
}

/* what a field takes it gives back, and takes again */
static void
read_field (SoleusRecord *record,
            const char   *field,
            const char   *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (!soleus_record_set_from_text (record, field, text, &error))
    {
      fuzz_scratch_check_error (error);
      return;
    }
  first = soleus_record_dup_as_text (record, field);
  if (first == NULL)
    return; /* unknown */
  if (!soleus_record_set_from_text (record, field, first, &error))
    g_error ("%s: “%s” is written as “%s”, which is refused: %s", field, text, first, error->message);
  second = soleus_record_dup_as_text (record, field);
  if (g_strcmp0 (first, second) != 0)
    g_error ("%s: “%s” becomes “%s”.", field, first, second);
}

static void
read_fields (const char *text)
{
  const SoleusRecordKind *const *kinds = soleus_record_list_kinds ();

  for (gsize i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (SoleusRecord) record = soleus_record_new (kinds[i]);
      g_autofree char *canonical = NULL;
      g_autoptr (GVariant) fields = NULL;
      g_autoptr (SoleusRecord) same = NULL;
      g_autofree char *again = NULL;

      /* no record is without its id and its revision */
      for (guint j = 0; j < soleus_record_get_n_fields (record); j++)
        if (text[0] != '\0' || !(soleus_record_get_field (record, j)->flags & SOLEUS_FIELD_INTERNAL))
          read_field (record, soleus_record_get_field (record, j)->name, text);
      canonical = soleus_record_dup_canonical (record);
      fields = g_variant_parse (G_VARIANT_TYPE_VARDICT, canonical, NULL, NULL, NULL);
      same = fields != NULL ? soleus_record_new_from_variant (kinds[i], fields, NULL) : NULL;
      again = same != NULL ? soleus_record_dup_canonical (same) : NULL;
      if (g_strcmp0 (canonical, again) != 0)
        g_error ("%s: what is kept is read as something else: %s", kinds[i]->name, canonical);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = size > 0 ? g_utf8_make_valid ((const char *) data, (gssize) size) : g_strdup ("");

  read_moment (text);
  read_date (text);
  read_cell (text);
  if (size > 0 && data[0] % 8 == 0)
    return 0; /* most of the time goes into the fields */
  read_fields (text);
  return 0;
}
