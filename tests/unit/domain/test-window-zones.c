/* T13: the window lasts exactly 172,800 seconds across every offset change of every zone from 2000 to 2037. Starts lie from
 * 49 hours before a change to one hour after it, half an hour apart. A slice runs every day; SOLEUS_FULL=1 runs all. */
#include "soleus-config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "soleus-massage-window.h"

#define ZONEINFO "/usr/share/zoneinfo"
#define WINDOW_S 172800
#define STEP_S 1800
#define FIRST G_GINT64_CONSTANT (946684800)  /* 2000-01-01 */
#define LAST G_GINT64_CONSTANT (2145916800)  /* 2038-01-01 */
#define EVERY_DAY_ZONES 60

/* of all zones, in an order that does not begin with one continent */
static GPtrArray *
list_zones (void)
{
  g_autofree char *table = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *zones = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (zones, g_strdup ("Europe/Berlin"));
  g_ptr_array_add (zones, g_strdup ("Australia/Lord_Howe")); /* half an hour */
  g_ptr_array_add (zones, g_strdup ("Pacific/Apia"));        /* a day was left out */
  g_ptr_array_add (zones, g_strdup ("America/Caracas"));
  g_ptr_array_add (zones, g_strdup ("Africa/Casablanca"));   /* back and forth in Ramadan */
  if (!g_file_get_contents (ZONEINFO "/tzdata.zi", &table, NULL, NULL))
    return zones;
  lines = g_strsplit (table, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);

      /* "Z Europe/Berlin …" begins a zone, "L target name" is another name of one */
      if (g_strv_length (words) >= 3 && (g_str_equal (words[0], "Z") || g_str_equal (words[0], "L")))
        g_ptr_array_add (zones, g_strdup (g_str_equal (words[0], "Z") ? words[1] : words[2]));
    }
  return zones;
}

static int
get_offset (GTimeZone *zone,
            gint64     unix_time)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, unix_time));
}

/* the instants at which the offset of a zone changes */
static GArray *
list_changes (GTimeZone *zone)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (gint64));
  int offset = get_offset (zone, FIRST);

  for (gint64 t = FIRST; t < LAST; t += 6 * 3600)
    {
      gint64 low = t;
      gint64 high = t + 6 * 3600;
      int next = get_offset (zone, high);

      if (next == offset)
        continue;
      while (high - low > 1)
        {
          gint64 middle = low + (high - low) / 2;

          if (get_offset (zone, middle) == offset)
            low = middle;
          else
            high = middle;
        }
      g_array_append_val (changes, high);
      offset = next;
    }
  return changes;
}

static SoleusWindowState
get_state (SoleusWindowEpisode *episode,
           SoleusInstant        at,
           SoleusInstant       *opens_at)
{
  SoleusWindowInput input = { .episodes = episode, .n_episodes = 1 };
  g_autoptr (SoleusWindow) window = soleus_massage_window_assess (&input, SOLEUS_SIDE_LEFT, SOLEUS_REGION_CALF, at);

  *opens_at = window->opens_at;
  return window->state;
}

static void
check_start (gint64 start,
             int    offset)
{
  SoleusMoment onset = { start * SOLEUS_USEC_PER_SECOND, offset, SOLEUS_PRECISION_EXACT };
  SoleusWindowEpisode episode = { .id = "e", .side = SOLEUS_SIDE_LEFT, .region = SOLEUS_REGION_CALF, .onset = &onset, .end = &onset,
                                  .latest_possible = SOLEUS_UNKNOWN_INSTANT };
  SoleusInstant opens = (start + WINDOW_S) * SOLEUS_USEC_PER_SECOND;
  SoleusInstant opens_at;

  g_assert_cmpint (get_state (&episode, opens - 1, &opens_at), ==, SOLEUS_WINDOW_STATE_CLOSED);
  g_assert_cmpint (opens_at, ==, opens);
  g_assert_cmpint (get_state (&episode, opens, &opens_at), ==, SOLEUS_WINDOW_STATE_CAUTION);
}

static gint64
add_two_days_of_the_calendar (GTimeZone *zone,
                              gint64     start)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (start);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  g_autoptr (GDateTime) later = g_date_time_add_days (local, 2);

  return g_date_time_to_unix (later);
}

typedef struct {
  guint64 n_cases;
  guint64 n_changes;
  guint64 n_calendar_wrong; /* the control */
} Counts;

static void
check_zone (const char *name,
            Counts     *counts)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (name);
  g_autoptr (GArray) changes = NULL;

  if (zone == NULL)
    return;
  /* as the person at the machine has it: the rule must not look, its sentences do */
  g_setenv ("TZ", name, TRUE);
  tzset ();
  changes = list_changes (zone);
  for (guint i = 0; i < changes->len; i++)
    {
      gint64 change = g_array_index (changes, gint64, i);

      counts->n_changes++;
      for (gint64 start = change - 49 * 3600; start <= change + 3600; start += STEP_S)
        {
          check_start (start, get_offset (zone, start));
          counts->n_cases++;
          counts->n_calendar_wrong += add_two_days_of_the_calendar (zone, start) != start + WINDOW_S;
        }
    }
}

static void
the_window_is_172800_seconds_in_every_zone (void)
{
  gboolean is_full = g_strcmp0 (g_getenv ("SOLEUS_FULL"), "1") == 0;
  g_autoptr (GPtrArray) zones = list_zones ();
  guint step = is_full ? 1 : MAX (zones->len / EVERY_DAY_ZONES, 1);
  g_autofree char *zone_before = g_strdup (g_getenv ("TZ"));
  Counts counts = { 0, };
  guint n_zones = 0;

  g_assert_cmpuint (zones->len, >, 5);
  for (guint i = 0; i < zones->len; i += i < 5 ? 1 : step, n_zones++)
    check_zone (zones->pdata[i], &counts);
  if (zone_before != NULL)
    g_setenv ("TZ", zone_before, TRUE);
  else
    g_unsetenv ("TZ");
  tzset ();

  g_test_message ("%u of %u zones, %" G_GUINT64_FORMAT " changes, %" G_GUINT64_FORMAT " starts; two calendar days are wrong in %" G_GUINT64_FORMAT,
                  n_zones, zones->len, counts.n_changes, counts.n_cases, counts.n_calendar_wrong);
  g_assert_cmpuint (counts.n_cases, >=, is_full ? 1500000 : 100000);
  /* the control: two days of the calendar are no 48 hours, so this test must tell them apart */
  g_assert_cmpuint (counts.n_calendar_wrong, >, counts.n_cases / 4);
}

/* clinical.md section 6: 20:00 on the eve of the change opens at 21:00 */
static void
the_worked_figure_of_berlin (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) start = g_date_time_new (zone, 2025, 3, 29, 20, 0, 0);
  g_autoptr (GDateTime) wrong = g_date_time_add_days (start, 2);
  g_autoptr (GDateTime) opens = NULL;
  SoleusMoment onset = { g_date_time_to_unix (start) * SOLEUS_USEC_PER_SECOND, 3600, SOLEUS_PRECISION_EXACT };
  SoleusWindowEpisode episode = { .id = "e", .side = SOLEUS_SIDE_LEFT, .region = SOLEUS_REGION_CALF, .onset = &onset, .end = &onset,
                                  .latest_possible = SOLEUS_UNKNOWN_INSTANT };
  SoleusInstant opens_at;
  g_autoptr (GDateTime) utc = NULL;

  get_state (&episode, onset.instant, &opens_at);
  utc = g_date_time_new_from_unix_utc (opens_at / SOLEUS_USEC_PER_SECOND);
  opens = g_date_time_to_timezone (utc, zone);
  g_assert_cmpint (g_date_time_get_day_of_month (opens), ==, 31);
  g_assert_cmpint (g_date_time_get_hour (opens), ==, 21);
  g_assert_cmpint (g_date_time_get_hour (wrong), ==, 20);
}

/* the zone of the machine changes while the program runs: the instant does not */
static void
travel_does_not_move_the_window (void)
{
  static const char *const zones[] = { "Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kathmandu", "UTC" };
  SoleusMoment onset = { G_GINT64_CONSTANT (1743274800) * SOLEUS_USEC_PER_SECOND, 3600, SOLEUS_PRECISION_EXACT };
  SoleusMoment day = { G_GINT64_CONSTANT (1743202800) * SOLEUS_USEC_PER_SECOND, 3600, SOLEUS_PRECISION_DAY };
  SoleusWindowEpisode episode = { .id = "e", .side = SOLEUS_SIDE_LEFT, .region = SOLEUS_REGION_CALF, .onset = &onset, .end = &onset,
                                  .latest_possible = SOLEUS_UNKNOWN_INSTANT };
  SoleusWindowEpisode dated = { .id = "d", .side = SOLEUS_SIDE_LEFT, .region = SOLEUS_REGION_CALF, .onset = &day,
                                .latest_possible = SOLEUS_UNKNOWN_INSTANT };
  g_autofree char *before = g_strdup (g_getenv ("TZ"));
  SoleusInstant dated_first = SOLEUS_UNKNOWN_INSTANT;

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      SoleusInstant opens_at;

      g_setenv ("TZ", zones[i], TRUE);
      tzset ();
      get_state (&episode, onset.instant, &opens_at);
      g_assert_cmpint (opens_at, ==, onset.instant + WINDOW_S * SOLEUS_USEC_PER_SECOND);
      get_state (&dated, day.instant, &opens_at);
      if (dated_first == SOLEUS_UNKNOWN_INSTANT)
        dated_first = opens_at;
      g_assert_cmpint (opens_at, ==, dated_first);
    }
  if (before != NULL)
    g_setenv ("TZ", before, TRUE);
  else
    g_unsetenv ("TZ");
  tzset ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window-zones/the_worked_figure_of_berlin", the_worked_figure_of_berlin);
  g_test_add_func ("/window-zones/travel_does_not_move_the_window", travel_does_not_move_the_window);
  g_test_add_func ("/window-zones/the_window_is_172800_seconds_in_every_zone", the_window_is_172800_seconds_in_every_zone);
  return g_test_run ();
}
