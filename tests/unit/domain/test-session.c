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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/two_recordings_of_one_training_are_told_from_two_trainings", test_likeness);

  return g_test_run ();
}
