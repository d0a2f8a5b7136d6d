/* Index, subsequent, recurrence and exacerbation: Bahr et al., Br J Sports Med 2020;54:372–389 (clinical.md 3.10).
 * Early, late, delayed: Fuller et al., Br J Sports Med 2006;40:193–201. */
#include "soleus-recurrence.h"

#include "soleus-moment.h"

#include <string.h>

#define BAHR   "Bahr 2020"
#define FULLER "Fuller 2006"
#define LEFT   SOLEUS_SIDE_LEFT
#define RIGHT  SOLEUS_SIDE_RIGHT
#define BOTH   SOLEUS_SIDE_BOTH
#define NEVER  NULL

static SoleusInstant
at (const char *date)
{
  return date != NULL ? soleus_date_get_start (date) : SOLEUS_UNKNOWN_INSTANT;
}

static void
test_kinds_by_definition (void)
{
  static const struct {
    SoleusSide side_before, side;
    const char *muscle_before, *muscle, *returned, *onset;
    SoleusRecurrence expected;
    const char *source;
  } rows[] = {
    { LEFT, RIGHT, "soleus", "soleus", "2025-01-05", "2025-02-01", SOLEUS_RECURRENCE_ELSEWHERE, BAHR }, /* another side */
    { LEFT, LEFT, "soleus", "gastrocnemius", "2025-01-05", "2025-02-01", SOLEUS_RECURRENCE_ELSEWHERE, BAHR }, /* another site */
    { LEFT, LEFT, "soleus", "soleus", "2025-01-05", "2025-01-04", SOLEUS_RECURRENCE_EXACERBATION, BAHR }, /* not back */
    { LEFT, LEFT, "soleus", "soleus", "2025-01-05", "2025-01-05", SOLEUS_RECURRENCE_EARLY, BAHR }, /* back: a re-injury */
    { BOTH, LEFT, "soleus", "soleus", "2025-01-05", "2025-01-20", SOLEUS_RECURRENCE_EARLY, BAHR },
    { LEFT, BOTH, "soleus", "soleus", "2025-01-05", "2025-01-20", SOLEUS_RECURRENCE_EARLY, BAHR },
    { RIGHT, LEFT, "soleus", "soleus", NEVER, "2025-01-20", SOLEUS_RECURRENCE_ELSEWHERE, BAHR },
    { SOLEUS_SIDE_UNKNOWN, LEFT, "soleus", "soleus", "2025-01-05", "2025-01-20", SOLEUS_RECURRENCE_ELSEWHERE, BAHR },
    { LEFT, LEFT, "soleus", "soleus", NEVER, "2025-01-20", SOLEUS_RECURRENCE_NO_RETURN, BAHR },
    { LEFT, SOLEUS_SIDE_UNKNOWN, "soleus", "soleus", "2025-01-05", "2025-01-20", SOLEUS_RECURRENCE_NO_PLACE, BAHR },
    { LEFT, LEFT, "soleus", NULL, "2025-01-05", "2025-01-20", SOLEUS_RECURRENCE_NO_PLACE, BAHR },
    { LEFT, LEFT, NULL, "soleus", "2025-01-05", "2025-01-20", SOLEUS_RECURRENCE_ELSEWHERE, BAHR },
    { LEFT, LEFT, "soleus", "soleus", "2025-01-05", "2025-03-05", SOLEUS_RECURRENCE_EARLY, FULLER }, /* the last day of 2 months */
    { LEFT, LEFT, "soleus", "soleus", "2025-01-05", "2025-03-06", SOLEUS_RECURRENCE_LATE, FULLER },
    { LEFT, LEFT, "soleus", "soleus", "2025-01-05", "2026-01-05", SOLEUS_RECURRENCE_LATE, FULLER }, /* the last day of 12 months */
    { LEFT, LEFT, "soleus", "soleus", "2025-01-05", "2026-01-06", SOLEUS_RECURRENCE_DELAYED, FULLER },
    { LEFT, LEFT, "soleus", "soleus", "9999-11-30", "9999-12-30", SOLEUS_RECURRENCE_DELAYED, FULLER }, /* no calendar reaches as far */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SoleusRecurrenceEpisode episodes[] = {
        { at ("2025-01-01"), rows[i].side_before, rows[i].muscle_before, at (rows[i].returned) },
        { at (rows[i].onset), rows[i].side, rows[i].muscle, SOLEUS_UNKNOWN_INSTANT },
      };

      g_test_message ("row %" G_GSIZE_FORMAT ", %s", i, rows[i].source);
      g_assert_cmpint (soleus_recurrence_classify (episodes, 0), ==, SOLEUS_RECURRENCE_INDEX);
      g_assert_cmpint (soleus_recurrence_classify (episodes, 1), ==, rows[i].expected);
    }
}

/* It is the latest one at the same place that counts, over others elsewhere. */
static void
test_latest_at_the_place_counts (void)
{
  SoleusRecurrenceEpisode episodes[] = {
    { at ("2023-01-01"), LEFT, "soleus", at ("2023-01-10") },
    { at ("2025-01-01"), LEFT, "soleus", at ("2025-01-10") },
    { at ("2025-01-15"), RIGHT, "foot", at ("2025-01-20") },
    { at ("2025-02-01"), LEFT, "soleus", SOLEUS_UNKNOWN_INSTANT },
  };

  g_assert_cmpint (soleus_recurrence_classify (episodes, 1), ==, SOLEUS_RECURRENCE_DELAYED);
  g_assert_cmpint (soleus_recurrence_classify (episodes, 2), ==, SOLEUS_RECURRENCE_ELSEWHERE);
  g_assert_cmpint (soleus_recurrence_classify (episodes, 3), ==, SOLEUS_RECURRENCE_EARLY);
}

static void
test_only_what_there_is_is_said (void)
{
  guint counts[SOLEUS_RECURRENCE_N_KINDS] = { [SOLEUS_RECURRENCE_INDEX] = 1, [SOLEUS_RECURRENCE_EARLY] = 3 };
  g_autofree char *text = soleus_recurrence_format (counts);

  g_assert_cmpstr (text, ==, "1 first on record\n3 same place, within 2 months of training again");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recurrence/kinds_by_definition", test_kinds_by_definition);
  g_test_add_func ("/recurrence/latest_at_the_place_counts", test_latest_at_the_place_counts);
  g_test_add_func ("/recurrence/only_what_there_is_is_said", test_only_what_there_is_is_said);
  return g_test_run ();
}
