/* Medicines and conditions feed three rules; how long a flag may wait. */
#include "soleus-config.h"

#include "soleus-flag-chase.h"
#include "soleus-health-rules.h"

#define HOUR SOLEUS_USEC_PER_HOUR

static gboolean
has_reason (GPtrArray  *reasons,
            const char *rule,
            const char *part)
{
  for (guint i = 0; i < reasons->len; i++)
    {
      SoleusReason *reason = reasons->pdata[i];

      if (g_str_equal (reason->rule, rule) && g_strrstr (reason->text, part) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
published_ratios_are_said_and_nothing_is_advised (void)
{
  SoleusHealthEntry entries[] = {
    { soleus_medicine_class_find ("long-acting-beta-agonist"), "Inhaler A" },
    { soleus_medicine_class_find ("statin"), "Tablet B" },
    { soleus_medicine_class_find ("lithium"), "Tablet C" },
    { NULL, "Tablet D" },
  };
  g_autoptr (SoleusHealth) health = soleus_health_assess (entries, G_N_ELEMENTS (entries), "2025-05-10");

  g_assert_cmpuint (health->reasons->len, ==, 3);
  g_assert_true (has_reason (health->reasons, "cramp-association", "2.42 (2.02 to 2.89)"));
  g_assert_true (has_reason (health->reasons, "cramp-association", "Tablet B"));
  g_assert_true (has_reason (health->reasons, "cramp-association", "1.16"));
  for (guint i = 0; i < health->reasons->len; i++)
    g_assert_nonnull (g_strrstr (((SoleusReason *) health->reasons->pdata[i])->text, "Discuss it with the prescriber; do not stop it."));
  g_assert_false (health->bleeding_risk);
  g_assert_false (health->clot_risk);
}

/* an assessment keeps the reasons and frees the rest */
static void
reasons_can_be_taken (void)
{
  SoleusHealthEntry entry = { soleus_medicine_class_find ("statin"), "Tablet B" };
  SoleusHealth *health = soleus_health_assess (&entry, 1, "2025-05-10");
  g_autoptr (GPtrArray) reasons = g_steal_pointer (&health->reasons);

  soleus_health_free (health);
  g_assert_cmpuint (reasons->len, ==, 1);
}

static void
one_list_feeds_three_rules (void)
{
  SoleusHealthEntry entries[] = {
    { soleus_medicine_class_find ("anticoagulant"), "Tablet A" },
    { soleus_medicine_class_find ("oestrogen"), "Pill" },
    { soleus_condition_find ("pregnancy") },
    { soleus_condition_find ("kidney-or-bladder-disease") },
    { soleus_condition_find ("cirrhosis") },
  };
  g_autoptr (SoleusHealth) health = soleus_health_assess (entries, G_N_ELEMENTS (entries), "2025-05-10");

  g_assert_true (health->bleeding_risk);
  g_assert_true (health->clot_risk);
  g_assert_true (health->pregnant);
  g_assert_true (has_reason (health->reasons, "bleeding-risk", "Tablet A"));
  g_assert_true (has_reason (health->reasons, "clot-risk", "Pill"));
  g_assert_true (has_reason (health->reasons, "cramp-association", "1.60"));
}

static void
an_entry_holds_from_its_first_to_its_last_day (void)
{
  static const struct { const char *since; const char *until; const char *date; gboolean active; } cases[] = {
    { NULL, NULL, "2025-05-10", TRUE },
    { "2025-05-10", NULL, "2025-05-10", TRUE },
    { "2025-05-11", NULL, "2025-05-10", FALSE },
    { NULL, "2025-05-10", "2025-05-10", TRUE },
    { NULL, "2025-05-09", "2025-05-10", FALSE },
    { "2025-05-01", "2025-05-20", "2025-05-10", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SoleusHealthEntry entry = { soleus_medicine_class_find ("anticoagulant"), "A", SOLEUS_SIDE_UNKNOWN, cases[i].since, cases[i].until };
      g_autoptr (SoleusHealth) health = soleus_health_assess (&entry, 1, cases[i].date);

      g_assert_true (soleus_health_entry_is_active (&entry, cases[i].date) == cases[i].active);
      g_assert_true (health->bleeding_risk == cases[i].active);
    }
}

/* 3.1: surgery within 12 weeks, cancer while it is treated; “recent” plaster is 28 days, a clinic rule */
static void
conditions_answer_items_of_the_clot_screen (void)
{
  static const struct { const char *id; SoleusSide side; const char *since; const char *until; const char *item; gboolean yes; } cases[] = {
    { "clot-history", SOLEUS_SIDE_UNKNOWN, "2010-01-01", "2010-06-01", "previous-clot", TRUE },
    { "recent-surgery", SOLEUS_SIDE_UNKNOWN, "2025-03-01", "2025-03-01", "bedridden-or-surgery", TRUE },
    { "recent-surgery", SOLEUS_SIDE_UNKNOWN, "2025-01-01", "2025-01-01", "bedridden-or-surgery", FALSE },
    { "leg-immobilised", SOLEUS_SIDE_LEFT, "2025-05-01", NULL, "immobilised", TRUE },
    { "leg-immobilised", SOLEUS_SIDE_RIGHT, "2025-05-01", NULL, "immobilised", FALSE },
    { "leg-immobilised", SOLEUS_SIDE_BOTH, "2025-05-11", NULL, "immobilised", FALSE },
    { "crutches", SOLEUS_SIDE_LEFT, "2025-04-01", "2025-04-12", "immobilised", TRUE },
    { "crutches", SOLEUS_SIDE_LEFT, "2025-04-01", "2025-04-11", "immobilised", FALSE },
    { "active-cancer", SOLEUS_SIDE_UNKNOWN, NULL, "2025-05-09", "active-cancer", FALSE },
    { "active-cancer", SOLEUS_SIDE_UNKNOWN, NULL, "2025-05-10", "active-cancer", TRUE },
    { "cirrhosis", SOLEUS_SIDE_UNKNOWN, NULL, NULL, "active-cancer", FALSE },
    /* in the clinic's own words: no row of the table, so it answers nothing */
    { "of-no-table", SOLEUS_SIDE_UNKNOWN, NULL, NULL, "active-cancer", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SoleusHealthEntry entry = { soleus_condition_find (cases[i].id), NULL, cases[i].side, cases[i].since, cases[i].until };
      g_autoptr (SoleusAnswers) items = soleus_health_dup_clot_items (&entry, 1, SOLEUS_SIDE_LEFT, "2025-05-10");

      g_test_message ("%s", cases[i].id);
      g_assert_true ((soleus_answers_get (items, cases[i].item) == SOLEUS_ANSWER_YES) == cases[i].yes);
    }
}

static void
every_source_of_the_tables_is_known (void)
{
  const SoleusCatalogue *catalogues[] = { soleus_catalogue_get_medicine_classes (), soleus_catalogue_get_conditions (), soleus_catalogue_get_clot_items () };

  for (gsize c = 0; c < G_N_ELEMENTS (catalogues); c++)
    for (gsize i = 0; i < catalogues[c]->n_rows; i++)
      {
        g_auto (GStrv) sources = g_strsplit (catalogues[c]->rows[i].sources != NULL ? catalogues[c]->rows[i].sources : "", " ", -1);

        for (gsize j = 0; sources[j] != NULL; j++)
          if (sources[j][0] != '\0')
            g_assert_nonnull (soleus_catalogue_find (soleus_catalogue_get_sources (), sources[j]));
      }
  g_assert_null (soleus_medicine_class_find (NULL));
  g_assert_null (soleus_condition_find ("no-such-condition"));
}

/* every urgency × state × one microsecond around the limit */
static void
a_flag_is_overdue_at_its_limit_and_not_before (void)
{
  static const gint64 limits[] = { 14 * 24 * HOUR, 24 * HOUR, HOUR };
  SoleusInstant raised = 1746900000 * SOLEUS_USEC_PER_SECOND;

  for (int urgency = SOLEUS_URGENCY_ROUTINE; urgency <= SOLEUS_URGENCY_EMERGENCY; urgency++)
    for (int state = SOLEUS_FLAG_STATE_OPEN; state <= SOLEUS_FLAG_STATE_CLEARED; state++)
      for (int with_time = 0; with_time <= 1; with_time++)
        {
          gboolean from_referral = state == SOLEUS_FLAG_STATE_REFERRED && with_time;
          SoleusInstant referred = with_time ? raised + 2 * HOUR : SOLEUS_UNKNOWN_INSTANT;
          SoleusInstant due = (from_referral ? raised + 2 * HOUR : raised) + limits[urgency];
          SoleusFlagChase before = soleus_flag_chase_assess ((SoleusUrgency) urgency, (SoleusFlagState) state, raised, referred, due - 1);
          SoleusFlagChase then = soleus_flag_chase_assess ((SoleusUrgency) urgency, (SoleusFlagState) state, raised, referred, due);

          g_assert_cmpint (soleus_flag_chase_get_limit ((SoleusUrgency) urgency), ==, limits[urgency]);
          g_assert_false (before.overdue);
          g_assert_true (then.overdue == (state != SOLEUS_FLAG_STATE_CLEARED));
          g_assert_cmpint (then.due_at, ==, state == SOLEUS_FLAG_STATE_CLEARED ? SOLEUS_UNKNOWN_INSTANT : due);
          g_assert_cmpint (then.age, ==, limits[urgency]);
        }
  g_assert_cmpint (soleus_flag_chase_assess (SOLEUS_URGENCY_ROUTINE, SOLEUS_FLAG_STATE_OPEN, raised, SOLEUS_UNKNOWN_INSTANT, raised - HOUR).age, ==, 0);
  g_assert_cmpint (soleus_flag_chase_get_limit ((SoleusUrgency) 99), ==, HOUR);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/health/published_ratios_are_said_and_nothing_is_advised", published_ratios_are_said_and_nothing_is_advised);
  g_test_add_func ("/health/one_list_feeds_three_rules", one_list_feeds_three_rules);
  g_test_add_func ("/health/reasons_can_be_taken", reasons_can_be_taken);
  g_test_add_func ("/health/an_entry_holds_from_its_first_to_its_last_day", an_entry_holds_from_its_first_to_its_last_day);
  g_test_add_func ("/health/conditions_answer_items_of_the_clot_screen", conditions_answer_items_of_the_clot_screen);
  g_test_add_func ("/health/every_source_of_the_tables_is_known", every_source_of_the_tables_is_known);
  g_test_add_func ("/flag-chase/a_flag_is_overdue_at_its_limit_and_not_before", a_flag_is_overdue_at_its_limit_and_not_before);
  return g_test_run ();
}
