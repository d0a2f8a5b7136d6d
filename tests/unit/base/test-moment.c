/* Times: what a person may write, gaps and folds of the clock, dates alone, offsets. */
#include "soleus-error.h"
#include "soleus-moment.h"

static SoleusMoment *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  SoleusMoment *moment = soleus_moment_parse (text, &error);

  g_assert_no_error (error);
  return moment;
}

static void
check_refused (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusMoment) moment = soleus_moment_parse (text, &error);

  g_test_message ("%s", text);
  g_assert_null (moment);
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID);
  g_assert_cmpint (soleus_error_get_exit_code (error), ==, 2);
}

static void
test_an_offset_is_kept (void)
{
  g_autoptr (SoleusMoment) moment = parse ("2025-03-29T20:00:00+01:00");
  g_autoptr (SoleusMoment) utc = parse ("2025-03-29T19:00:00Z");
  g_autoptr (SoleusMoment) west = parse ("2025-03-29T15:30-0330");
  g_autofree char *text = soleus_moment_to_iso8601 (moment);
  g_autofree char *west_text = soleus_moment_to_iso8601 (west);

  g_assert_cmpint (moment->instant, ==, G_GINT64_CONSTANT (1743274800000000));
  g_assert_cmpint (moment->instant, ==, utc->instant);
  g_assert_cmpint (moment->utc_offset, ==, 3600);
  g_assert_cmpstr (text, ==, "2025-03-29T20:00:00+01:00");
  g_assert_cmpint (west->instant, ==, utc->instant);
  g_assert_cmpstr (west_text, ==, "2025-03-29T15:30:00-03:30");
}

static void
test_without_an_offset_it_is_local (void)
{
  g_autoptr (SoleusMoment) winter = NULL;
  g_autoptr (SoleusMoment) summer = NULL;

  g_setenv ("TZ", "Europe/Berlin", TRUE);
  winter = parse ("2025-01-10 20:00");
  summer = parse ("2025-07-10 20:00:05.25");
  g_assert_cmpint (winter->utc_offset, ==, 3600);
  g_assert_cmpint (summer->utc_offset, ==, 7200);
  g_assert_cmpint (summer->instant % SOLEUS_USEC_PER_MINUTE, ==, 5250000);
  g_assert_cmpint (winter->precision, ==, SOLEUS_PRECISION_EXACT);
}

static void
test_a_date_alone_is_the_whole_day (void)
{
  g_autoptr (SoleusMoment) moment = NULL;
  g_autofree char *text = NULL;

  g_setenv ("TZ", "Europe/Berlin", TRUE);
  moment = parse ("2025-05-10");
  text = soleus_moment_to_iso8601 (moment);
  g_assert_cmpint (moment->precision, ==, SOLEUS_PRECISION_DAY);
  g_assert_cmpstr (text, ==, "2025-05-10");
  g_assert_cmpint (soleus_moment_get_latest (moment) - moment->instant, ==, 86399 * SOLEUS_USEC_PER_SECOND);
  g_assert_cmpint (soleus_moment_get_earliest (moment), ==, moment->instant);
}

static void
test_days_of_23_and_25_hours (void)
{
  g_autoptr (SoleusMoment) spring = NULL;
  g_autoptr (SoleusMoment) autumn = NULL;

  g_setenv ("TZ", "Europe/Berlin", TRUE);
  spring = parse ("2026-03-29");
  autumn = parse ("2026-10-25");
  g_assert_cmpint (soleus_moment_get_latest (spring) - spring->instant, ==, (23 * 3600 - 1) * SOLEUS_USEC_PER_SECOND);
  g_assert_cmpint (soleus_moment_get_latest (autumn) - autumn->instant, ==, (25 * 3600 - 1) * SOLEUS_USEC_PER_SECOND);
}

/* clocks go forward: 02:00–03:00 of 2026-03-29 is not there */
static void
test_a_gap_is_refused (void)
{
  g_setenv ("TZ", "Europe/Berlin", TRUE);
  check_refused ("2026-03-29T02:30");
}

/* clocks go back: 02:30 of 2026-10-25 comes twice; the later one is the latest possible (C18) */
static void
test_a_fold_is_the_later_one (void)
{
  g_autoptr (SoleusMoment) fold = NULL;
  g_autoptr (SoleusMoment) lord_howe = NULL;
  g_autofree char *text = NULL;
  g_autofree char *lord_howe_text = NULL;

  g_setenv ("TZ", "Europe/Berlin", TRUE);
  fold = parse ("2026-10-25T02:30");
  text = soleus_moment_to_iso8601 (fold);
  g_assert_cmpstr (text, ==, "2026-10-25T02:30:00+01:00");

  g_setenv ("TZ", "Australia/Lord_Howe", TRUE);
  lord_howe = parse ("2026-04-05T01:45");
  lord_howe_text = soleus_moment_to_iso8601 (lord_howe);
  g_assert_cmpstr (lord_howe_text, ==, "2026-04-05T01:45:00+10:30");
}

static void
test_what_does_not_exist_is_refused (void)
{
  static const char *const texts[] = { "", "yesterday", "2025-02-29", "2025-13-01", "2025-00-10", "2025-05-10T24:00", "2025-05-10T20:60",
                                       "2025-05-10T20:00:60", "2025-05-10T", "2025-05-10T20", "2025-5-10", "2025-05-10T20:00+25:00",
                                       "2025-05-10T20:00Zulu", "2025-05-10x", "0000-01-01" };

  g_setenv ("TZ", "Europe/Berlin", TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    check_refused (texts[i]);
}

static void
test_about_is_a_quarter_of_an_hour (void)
{
  g_autoptr (SoleusMoment) about = soleus_moment_new (0, 0, SOLEUS_PRECISION_ABOUT);

  g_assert_cmpint (soleus_moment_get_latest (about), ==, 15 * SOLEUS_USEC_PER_MINUTE);
  g_assert_cmpint (soleus_moment_get_earliest (about), ==, -15 * SOLEUS_USEC_PER_MINUTE);
}

static void
test_microseconds_survive (void)
{
  g_autoptr (SoleusMoment) moment = parse ("1969-12-31T23:59:59.999999Z");
  g_autofree char *text = soleus_moment_to_iso8601 (moment);

  g_assert_cmpint (moment->instant, ==, -1);
  g_assert_cmpstr (text, ==, "1969-12-31T23:59:59.999999+00:00");
}

static void
test_dates_count_by_the_calendar (void)
{
  g_autofree char *leap = soleus_date_add_days ("2024-02-28", 2);
  g_autofree char *back = soleus_date_add_days ("2025-01-01", -1);

  g_assert_cmpstr (leap, ==, "2024-03-01");
  g_assert_cmpstr (back, ==, "2024-12-31");
  g_assert_cmpint (soleus_date_get_days_between ("2026-03-28", "2026-03-30"), ==, 2);
  g_assert_cmpint (soleus_date_get_years_between ("2007-05-11", "2025-05-10"), ==, 17);
  g_assert_cmpint (soleus_date_get_years_between ("2007-05-10", "2025-05-10"), ==, 18);
  g_assert_true (soleus_date_is_valid ("2024-02-29"));
  g_assert_false (soleus_date_is_valid ("2025-02-29"));
  g_assert_false (soleus_date_is_valid (NULL));
}

/* a year that lost digits is still a date, and is written so that it can be read again */
static void
test_early_years_keep_four_digits (void)
{
  g_autofree char *date = soleus_instant_dup_local_date (soleus_date_get_start ("0002-03-01"));
  g_autofree char *first = soleus_date_add_days ("0001-01-03", -28);
  g_autofree char *text = soleus_instant_to_iso8601 (soleus_date_get_start ("0202-03-01"));

  g_assert_cmpstr (date, ==, "0002-03-01");
  g_assert_cmpstr (first, ==, "0001-01-01");
  g_assert_true (g_str_has_prefix (text, "0202-03-01T00:00:00"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/moment/an_offset_is_kept", test_an_offset_is_kept);
  g_test_add_func ("/moment/without_an_offset_it_is_local", test_without_an_offset_it_is_local);
  g_test_add_func ("/moment/a_date_alone_is_the_whole_day", test_a_date_alone_is_the_whole_day);
  g_test_add_func ("/moment/days_of_23_and_25_hours", test_days_of_23_and_25_hours);
  g_test_add_func ("/moment/a_gap_is_refused", test_a_gap_is_refused);
  g_test_add_func ("/moment/a_fold_is_the_later_one", test_a_fold_is_the_later_one);
  g_test_add_func ("/moment/what_does_not_exist_is_refused", test_what_does_not_exist_is_refused);
  g_test_add_func ("/moment/about_is_a_quarter_of_an_hour", test_about_is_a_quarter_of_an_hour);
  g_test_add_func ("/moment/microseconds_survive", test_microseconds_survive);
  g_test_add_func ("/moment/dates_count_by_the_calendar", test_dates_count_by_the_calendar);
  g_test_add_func ("/moment/early_years_keep_four_digits", test_early_years_keep_four_digits);

  return g_test_run ();
}
