/* What stands in the audit can be read, narrowed by person, athlete, subject and time, and taken along as a table */
#include "soleus-config.h"

#include "tests/record-values.h"
#include "tests/saved-records.h"

#include "soleus-audit-list.h"
#include "soleus-clock.h"

typedef struct {
  SoleusClock     *clock;
  SoleusClinic    *clinic;
  SoleusAuditList *list;
  char            *therapists[2];
  char            *athletes[2];
} Fixture;

static void
add_episode (Fixture    *fixture,
             const char *athlete)
{
  g_autoptr (SoleusRecord) episode = create_record (&soleus_episode_kind, athlete,
                                                    VALUES ("onset", "2025-05-10T20:00+02:00", "side", "left", "muscle", "soleus"));

  save_record (fixture->clinic, episode);
}

/* two therapists, two athletes; then, two days later, the other therapist logs an episode, looks, prints */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (SoleusRecord) other = NULL;
  g_autoptr (GError) error = NULL;

  fixture->clock = soleus_clock_new_fixed (G_GINT64_CONSTANT (1747735200000000));
  fixture->clinic = soleus_clinic_open (":memory:", SOLEUS_CLINIC_OPEN_CREATE, fixture->clock, &error);
  g_assert_no_error (error);
  fixture->therapists[0] = save_named (fixture->clinic, &soleus_therapist_kind, "T. Exemplar");
  fixture->therapists[1] = save_named (fixture->clinic, &soleus_therapist_kind, "A. Colleague");
  fixture->athletes[0] = save_named (fixture->clinic, &soleus_athlete_kind, "Mara Swiftwater");
  fixture->athletes[1] = save_named (fixture->clinic, &soleus_athlete_kind, "Kit Halftime");
  soleus_clock_advance (fixture->clock, 48 * SOLEUS_USEC_PER_HOUR);
  other = soleus_clinic_find (fixture->clinic, &soleus_therapist_kind, fixture->therapists[1], NULL);
  soleus_clinic_set_therapist (fixture->clinic, other);
  add_episode (fixture, fixture->athletes[0]);
  soleus_clinic_note (fixture->clinic, "view", "athlete", fixture->athletes[1], NULL, NULL);
  soleus_clinic_note (fixture->clinic, "print", "sheet", "bench-card", "=1+1", NULL);
  fixture->list = soleus_audit_list_new (fixture->clinic);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->clinic);
  g_clear_object (&fixture->clock);
  for (gsize i = 0; i < 2; i++)
    {
      g_free (fixture->therapists[i]);
      g_free (fixture->athletes[i]);
    }
}

static guint
count (Fixture            *fixture,
       SoleusAuditSubject  subject,
       const char         *therapist,
       const char *const  *athletes,
       SoleusInstant       since)
{
  soleus_audit_list_set_filter (fixture->list, subject, therapist, athletes, since);
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
}

static void
it_is_narrowed (Fixture       *fixture,
                gconstpointer  data)
{
  const char *mara[] = { fixture->athletes[0], NULL };
  const char *both[] = { fixture->athletes[0], fixture->athletes[1], NULL };
  const char *nobody[] = { NULL };
  SoleusInstant yesterday = soleus_clock_get_now (fixture->clock) - 24 * SOLEUS_USEC_PER_HOUR;
  guint all = count (fixture, SOLEUS_AUDIT_SUBJECT_ALL, NULL, NULL, SOLEUS_UNKNOWN_INSTANT);

  g_assert_cmpuint (all, ==, 7);
  g_assert_cmpuint (count (fixture, SOLEUS_AUDIT_SUBJECT_VIEWS, NULL, NULL, SOLEUS_UNKNOWN_INSTANT), ==, 1);
  g_assert_cmpuint (count (fixture, SOLEUS_AUDIT_SUBJECT_PAPERS, NULL, NULL, SOLEUS_UNKNOWN_INSTANT), ==, 1);
  g_assert_cmpuint (count (fixture, SOLEUS_AUDIT_SUBJECT_CHANGES, NULL, NULL, SOLEUS_UNKNOWN_INSTANT), ==, 5);
  g_assert_cmpuint (count (fixture, SOLEUS_AUDIT_SUBJECT_DECISIONS, NULL, NULL, SOLEUS_UNKNOWN_INSTANT), ==, 0);
  g_assert_cmpuint (count (fixture, SOLEUS_AUDIT_SUBJECT_ALL, fixture->therapists[1], NULL, SOLEUS_UNKNOWN_INSTANT), ==, 3);
  g_assert_cmpuint (count (fixture, SOLEUS_AUDIT_SUBJECT_ALL, NULL, mara, SOLEUS_UNKNOWN_INSTANT), ==, 2);
  g_assert_cmpuint (count (fixture, SOLEUS_AUDIT_SUBJECT_ALL, NULL, both, SOLEUS_UNKNOWN_INSTANT), ==, 4);
  g_assert_cmpuint (count (fixture, SOLEUS_AUDIT_SUBJECT_ALL, NULL, nobody, SOLEUS_UNKNOWN_INSTANT), ==, 0);
  g_assert_cmpuint (count (fixture, SOLEUS_AUDIT_SUBJECT_ALL, NULL, NULL, yesterday), ==, 3);
  g_assert_cmpuint (count (fixture, SOLEUS_AUDIT_SUBJECT_CHANGES, fixture->therapists[1], mara, yesterday), ==, 1);
}

static void
it_is_in_words (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (SoleusAuditRow) view = g_list_model_get_item (G_LIST_MODEL (fixture->list), 1);
  g_autoptr (SoleusAuditRow) episode = g_list_model_get_item (G_LIST_MODEL (fixture->list), 2);
  g_autofree char *page = g_strdup_printf ("versions:athlete:%s", fixture->athletes[1]);

  g_assert_cmpstr (soleus_audit_row_get_title (view), ==, "Looked at: Kit Halftime");
  g_assert_nonnull (strstr (soleus_audit_row_get_subtitle (view), "A. Colleague"));
  g_assert_cmpstr (soleus_audit_row_get_page (view), ==, page);
  g_assert_nonnull (strstr (soleus_audit_row_get_title (episode), "Added: Episode"));
  g_assert_nonnull (strstr (soleus_audit_row_get_title (episode), "(Mara Swiftwater)"));
}

static void
the_table_is_safe_and_ends_with_the_chain (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autofree char *csv = soleus_audit_list_dup_csv (fixture->list);
  g_autofree char *head = soleus_clinic_dup_audit_head (fixture->clinic);
  const char *hash = strchr (head, ' ') + 1;
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 9);
  g_assert_true (g_str_has_suffix (lines[1], hash));
  /* a spreadsheet must not take a remark for a formula */
  g_assert_null (strstr (csv, ",=1+1"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add ("/audit-list/" #name, Fixture, NULL, set_up, name, tear_down)
  ADD (it_is_narrowed);
  ADD (it_is_in_words);
  ADD (the_table_is_safe_and_ends_with_the_chain);
#undef ADD
  return g_test_run ();
}
