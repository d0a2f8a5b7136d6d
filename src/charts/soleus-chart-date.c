#include "soleus-config.h"

#include "soleus-chart-date.h"

#include <glib/gi18n-lib.h>

static const char *const short_months[] = {
  NC_("abbreviated month", "Jan"), NC_("abbreviated month", "Feb"), NC_("abbreviated month", "Mar"),
  NC_("abbreviated month", "Apr"), NC_("abbreviated month", "May"), NC_("abbreviated month", "Jun"),
  NC_("abbreviated month", "Jul"), NC_("abbreviated month", "Aug"), NC_("abbreviated month", "Sep"),
  NC_("abbreviated month", "Oct"), NC_("abbreviated month", "Nov"), NC_("abbreviated month", "Dec"),
};

static const char *const months[] = {
  NC_("month", "January"), NC_("month", "February"), NC_("month", "March"), NC_("month", "April"), NC_("month", "May"),
  NC_("month", "June"), NC_("month", "July"), NC_("month", "August"), NC_("month", "September"),
  NC_("month", "October"), NC_("month", "November"), NC_("month", "December"),
};

static const char *const short_days[] = {
  NC_("abbreviated weekday", "Mon"), NC_("abbreviated weekday", "Tue"), NC_("abbreviated weekday", "Wed"),
  NC_("abbreviated weekday", "Thu"), NC_("abbreviated weekday", "Fri"), NC_("abbreviated weekday", "Sat"),
  NC_("abbreviated weekday", "Sun"),
};

/* (nullable): no name */
static const char *
find_name (GDateTime *time,
           char       conversion)
{
  switch (conversion)
    {
    case 'b':
      return g_dpgettext2 (GETTEXT_PACKAGE, "abbreviated month", short_months[g_date_time_get_month (time) - 1]);
    case 'B':
      return g_dpgettext2 (GETTEXT_PACKAGE, "month", months[g_date_time_get_month (time) - 1]);
    case 'a':
      return g_dpgettext2 (GETTEXT_PACKAGE, "abbreviated weekday", short_days[g_date_time_get_day_of_week (time) - 1]);
    default:
      return NULL;
    }
}

/**
 * soleus_chart_date_format:
 * @time: a day
 * @format: as for g_date_time_format()
 *
 * The names of months and days are those of the labels, not those of the machine: a report may speak another language than the program.
 *
 * Returns: (transfer full): the day in words
 */
char *
soleus_chart_date_format (GDateTime  *time,
                          const char *format)
{
  g_autoptr (GString) named = g_string_new (NULL);

  for (const char *at = format; *at != '\0'; at++)
    {
      const char *name = at[0] == '%' ? find_name (time, at[1]) : NULL;

      if (name != NULL)
        {
          g_string_append (named, name);
          at++;
          continue;
        }
      g_string_append_c (named, *at);
      if (at[0] == '%' && at[1] != '\0')
        g_string_append_c (named, *++at);
    }
  return g_date_time_format (time, named->str);
}
