#include "soleus-config.h"

#include "soleus-calendar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "soleus-records.h"

/* RFC 5545, 3.1: no line is longer than 75 octets; a longer one goes on after a space */
#define LONGEST_LINE 75

static void
append_line (GString    *text,
             const char *name,
             const char *value)
{
  g_autofree char *line = g_strconcat (name, ":", value, NULL);
  gsize length = 0;

  for (const char *p = line; *p != '\0';)
    {
      gsize width = (gsize) (g_utf8_next_char (p) - p);

      if (length + width > LONGEST_LINE)
        {
          g_string_append (text, "\r\n ");
          length = 1;
        }
      g_string_append_len (text, p, (gssize) width);
      length += width;
      p += width;
    }
  g_string_append (text, "\r\n");
}

/* RFC 5545, 3.3.11: what a TEXT escapes */
static char *
escape (const char *value)
{
  GString *text = g_string_new (NULL);

  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '\n')
        {
          g_string_append (text, "\\n");
          continue;
        }
      if ((guchar) *p < ' ')
        continue;
      if (strchr ("\\;,", *p) != NULL)
        g_string_append_c (text, '\\');
      g_string_append_c (text, *p);
    }
  return g_string_free (text, FALSE);
}

static void
append_instant (GString       *text,
                const char    *name,
                SoleusInstant  instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (instant / SOLEUS_USEC_PER_SECOND);
  g_autofree char *value = time != NULL ? g_date_time_format (time, "%Y%m%dT%H%M%SZ") : NULL;

  if (value != NULL)
    append_line (text, name, value);
}

static void
append_date (GString    *text,
             const char *name,
             const char *date)
{
  g_auto (GStrv) parts = g_strsplit (date, "-", 3);
  g_autofree char *value = g_strjoinv ("", parts);

  append_line (text, name, value);
}

static void
append_event (GString                  *text,
              SoleusRecord             *follow_up,
              const char               *name, /* (nullable) of the athlete */
              const SoleusExportSource *source)
{
  const char *due = soleus_record_get_text (follow_up, "due");
  g_autofree char *after = soleus_date_add_days (due, 1);
  g_autofree char *uid = g_strconcat (soleus_record_get_id (follow_up), "@io.github.soleusapp.Soleus", NULL);
  g_autofree char *title = name != NULL ? g_strdup_printf (_("Follow-up: %s"), name) : g_strdup (_("Follow-up"));
  g_autofree char *summary = escape (title);
  g_autofree char *sequence = g_strdup_printf ("%d", (int) MAX (soleus_record_get_revision (follow_up) - 1, 0));

  append_line (text, "BEGIN", "VEVENT");
  append_line (text, "UID", uid);
  append_instant (text, "DTSTAMP", source->written_at);
  append_date (text, "DTSTART;VALUE=DATE", due);
  append_date (text, "DTEND;VALUE=DATE", after);
  append_line (text, "SEQUENCE", sequence);
  append_line (text, "SUMMARY", summary);
  append_line (text, "CLASS", "PRIVATE");
  append_line (text, "TRANSP", "TRANSPARENT");
  append_line (text, "END", "VEVENT");
}

static gboolean
append_events (GString                   *text,
               const SoleusExportSource  *source,
               GError                   **error)
{
  g_autoptr (GPtrArray) follow_ups = source->list_records (&soleus_follow_up_kind, source->user_data, error);
  g_autoptr (GPtrArray) athletes = follow_ups != NULL ? source->list_records (&soleus_athlete_kind, source->user_data, error) : NULL;
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  if (athletes == NULL)
    return FALSE;
  for (guint i = 0; i < athletes->len; i++)
    g_hash_table_insert (names, (gpointer) soleus_record_get_id (athletes->pdata[i]), (gpointer) soleus_record_get_text (athletes->pdata[i], "name"));
  for (guint i = 0; i < follow_ups->len; i++)
    {
      SoleusRecord *follow_up = follow_ups->pdata[i];

      if (!soleus_record_is_known (follow_up, "done-at"))
        append_event (text, follow_up, g_hash_table_lookup (names, soleus_record_get_text (follow_up, "athlete")), source);
    }
  return TRUE;
}

/**
 * soleus_calendar_write:
 * @source: where the records come from
 * @stream: where they go
 *
 * Writes a day for each follow-up that is not done, under the same UID every time, so that a calendar moves it rather than
 * doubling it. What it is for stays here: calendars are shared and synchronised.
 *
 * Returns: %FALSE with a sentence in @error
 */
gboolean
soleus_calendar_write (const SoleusExportSource  *source,
                       GOutputStream             *stream,
                       GError                   **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_line (text, "BEGIN", "VCALENDAR");
  append_line (text, "VERSION", "2.0");
  append_line (text, "PRODID", "-//Soleus//Follow-ups//EN");
  append_line (text, "CALSCALE", "GREGORIAN");
  if (!append_events (text, source, error))
    return FALSE;
  append_line (text, "END", "VCALENDAR");
  return g_output_stream_write_all (stream, text->str, text->len, NULL, NULL, error);
}
