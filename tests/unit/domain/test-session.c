#include "soleus-session.h"

typedef struct {
  const char *start; /* or a date */
  double      minutes;
  double      km;
  const char *activity;
} Training;

static SoleusRecord *
create_session (const Training *training)
{
  SoleusRecord *session = soleus_record_new (&soleus_session_kind);

  if (soleus_date_is_valid (training->start))
    {
      soleus_record_set_text (session, "date", training->start);
    }
  else
    {
      g_autoptr (SoleusMoment) start = soleus_moment_parse (training->start, NULL);
      g_autofree char *date = soleus_moment_dup_date (start);

      soleus_record_set_moment (session, "start", start);
      soleus_record_set_text (session, "date", date);
    }
  soleus_record_set_real (session, "minutes", training->minutes);
  soleus_record_set_real (session, "distance-km", training->km);
  soleus_record_set_text (session, "activity", training->activity);
  return session;
}

#define DAY "2026-03-12"
#define AT(time) DAY "T" time ":00+01:00"

/* the tolerances are the program's own (soleus-session.c): no source */
static const struct {
  const char            *name;
  Training               a;
  Training               b;
  SoleusSessionLikeness  likeness;
} rows[] = {
  { "the same file twice", { AT ("18:00"), 45.2, 9.44, "Run" }, { AT ("18:00"), 45.2, 9.44, "Run" }, SOLEUS_SESSION_SAME },
  { "the sport has another name", { AT ("18:00"), 45.2, 9.44, "Run" }, { AT ("18:00"), 45.2, 9.44, "Laufen" }, SOLEUS_SESSION_SAME },
  { "rounded otherwise", { AT ("18:00"), 45.2, 9.44, NULL }, { AT ("18:00"), 45.21, 9.4402, NULL }, SOLEUS_SESSION_SAME },
  { "elapsed instead of timer time", { AT ("18:00"), 45.2, 9.44, NULL }, { AT ("18:00"), 47.5, 9.44, NULL }, SOLEUS_SESSION_ALIKE },
  { "the second watch began a minute later", { AT ("18:00"), 45.2, 9.44, NULL }, { AT ("18:01"), 44.1, 9.39, NULL }, SOLEUS_SESSION_ALIKE },
  { "only the distance is missing", { AT ("18:00"), 45.2, 9.44, NULL }, { AT ("18:00"), 45.2, NAN, NULL }, SOLEUS_SESSION_ALIKE },
  { "read in another zone", { AT ("18:00"), 45.2, 9.44, NULL }, { AT ("16:00"), 45.2, 9.44, NULL }, SOLEUS_SESSION_ALIKE },
  { "a second beside a whole hour, before", { AT ("18:00"), 45.2, 9.44, NULL }, { DAY "T15:59:59+01:00", 45.2, 9.44, NULL }, SOLEUS_SESSION_ALIKE },
  { "a second beside a whole hour, after", { AT ("18:00"), 45.2, 9.44, NULL }, { DAY "T16:00:01+01:00", 45.2, 9.44, NULL }, SOLEUS_SESSION_ALIKE },
  { "farther than two zones can be", { "2026-03-11T15:00:00+01:00", 45.2, 9.44, NULL }, { AT ("18:00"), 45.2, 9.44, NULL }, SOLEUS_SESSION_DIFFERENT },
  { "hours apart, no distance to go by", { AT ("18:00"), 45.2, NAN, NULL }, { AT ("16:00"), 45.2, NAN, NULL }, SOLEUS_SESSION_DIFFERENT },
  { "hours apart, no duration to go by", { AT ("18:00"), NAN, 9.44, NULL }, { AT ("16:00"), NAN, 9.44, NULL }, SOLEUS_SESSION_DIFFERENT },
  { "no duration, six minutes apart", { AT ("18:00"), NAN, 9, NULL }, { AT ("18:06"), 45, 9, NULL }, SOLEUS_SESSION_DIFFERENT },
  { "the way back", { AT ("08:00"), 20, 5.0, NULL }, { AT ("18:07"), 20, 5.0, NULL }, SOLEUS_SESSION_DIFFERENT },
  { "one after the other", { AT ("18:00"), 45, 9, NULL }, { AT ("18:45"), 30, 5, NULL }, SOLEUS_SESSION_DIFFERENT },
  { "the end overlaps a little", { AT ("18:00"), 60, NAN, NULL }, { AT ("18:40"), 60, NAN, NULL }, SOLEUS_SESSION_DIFFERENT },
  { "one within the other", { AT ("18:00"), 120, NAN, NULL }, { AT ("18:30"), 30, NAN, NULL }, SOLEUS_SESSION_ALIKE },
  { "durations unknown", { AT ("18:00"), NAN, 9, NULL }, { AT ("18:03"), 45, 9, NULL }, SOLEUS_SESSION_ALIKE },
  { "typed without a start", { DAY, 45, NAN, NULL }, { AT ("18:00"), 47, 9, NULL }, SOLEUS_SESSION_ALIKE },
  { "typed, clearly another one", { DAY, 90, NAN, NULL }, { AT ("18:00"), 47, 9, NULL }, SOLEUS_SESSION_DIFFERENT },
  { "typed, of the day before", { "2026-03-11", 45, NAN, NULL }, { AT ("18:00"), 45, 9, NULL }, SOLEUS_SESSION_DIFFERENT },
  { "days alone, equal", { DAY, 45, 9, "Run" }, { DAY, 45, 9, "Run" }, SOLEUS_SESSION_SAME },
  { "days alone, another sport", { DAY, 45, 9, "Run" }, { DAY, 45, 9, "Walk" }, SOLEUS_SESSION_ALIKE },
  { "days alone, by duration, at the edge", { DAY, 50, NAN, NULL }, { DAY, 55.2, NAN, NULL }, SOLEUS_SESSION_ALIKE },
  { "days alone, by duration, beyond it", { DAY, 50, NAN, NULL }, { DAY, 56, NAN, NULL }, SOLEUS_SESSION_DIFFERENT },
  { "days alone, another distance", { DAY, 45, 9, "Run" }, { DAY, 45, 9.1, "Run" }, SOLEUS_SESSION_ALIKE },
  { "days alone, by distance, at the edge", { DAY, NAN, 9, NULL }, { DAY, NAN, 9.95, NULL }, SOLEUS_SESSION_ALIKE },
  { "days alone, by distance, beyond it", { DAY, NAN, 9, NULL }, { DAY, NAN, 10.1, NULL }, SOLEUS_SESSION_DIFFERENT },
  { "days alone, by distance", { DAY, NAN, 9, NULL }, { DAY, 50, 9.3, NULL }, SOLEUS_SESSION_ALIKE },
  { "days alone, nothing known", { DAY, NAN, 9, NULL }, { DAY, 50, NAN, NULL }, SOLEUS_SESSION_ALIKE },
};

static void
test_likeness (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusRecord) a = create_session (&rows[i].a);
      g_autoptr (SoleusRecord) b = create_session (&rows[i].b);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpint (soleus_session_compare (a, b), ==, rows[i].likeness);
      g_assert_cmpint (soleus_session_compare (b, a), ==, rows[i].likeness);
    }
}

/* no source: a diary has no entries of tomorrow */
static void
test_no_session_is_in_the_future (void)
{
  static const struct { const char *date; gboolean right; } days[] = {
    { "2026-03-11", TRUE }, { "2026-03-12", TRUE }, { "2026-03-13", FALSE }, { "13 March", FALSE },
  };
  g_autoptr (SoleusMoment) now = soleus_moment_parse (AT ("12:00"), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (SoleusRecord) session = soleus_record_new (&soleus_session_kind);
      g_autoptr (GPtrArray) issues = NULL;

      soleus_record_set_text (session, "athlete", "00000000-0000-4000-8000-000000000000");
      soleus_record_set_text (session, "date", days[i].date);
      issues = soleus_record_validate (session, now->instant);
      g_assert_cmpuint (issues->len, ==, days[i].right ? 0 : 1);
      if (issues->len > 0)
        g_assert_cmpstr (((SoleusIssue *) issues->pdata[0])->field, ==, "date");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/two_recordings_of_one_training_are_told_from_two_trainings", test_likeness);
  g_test_add_func ("/session/no_session_is_in_the_future", test_no_session_is_in_the_future);

  return g_test_run ();
}
