/* What is wrong with two dates as the period of a report; the program’s own rule (architecture.md: a rule has a table). */
#include "soleus-config.h"

#include "soleus-period.h"

#define TODAY "2025-11-21"

static void
test_faults (void)
{
  static const struct { const char *from, *to; SoleusPeriodFault fault; } cases[] = {
    { "2025-01-01", "2025-03-31", SOLEUS_PERIOD_FINE },
    { "2025-11-21", "2025-11-21", SOLEUS_PERIOD_FINE }, /* today alone */
    { "2025-03-31", "2025-01-01", SOLEUS_PERIOD_BACKWARDS },
    { "2025-11-21", "2025-11-20", SOLEUS_PERIOD_BACKWARDS },
    { "2025-11-01", "2025-11-22", SOLEUS_PERIOD_FUTURE },
    { "2025-11-22", "2025-11-21", SOLEUS_PERIOD_FUTURE }, /* exchanging them would not help */
    { "2026-01-02", "2026-01-01", SOLEUS_PERIOD_FUTURE },
    { "1925-11-22", "2025-11-21", SOLEUS_PERIOD_FINE },
    { "1925-11-21", "2025-11-21", SOLEUS_PERIOD_TOO_LONG },
    { "0002-03-01", "2025-11-21", SOLEUS_PERIOD_TOO_LONG }, /* a year of which one digit is typed */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (soleus_period_find_fault (cases[i].from, cases[i].to, TODAY), ==, cases[i].fault);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/faults", test_faults);
  return g_test_run ();
}
