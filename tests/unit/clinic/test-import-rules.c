/* What an import may bring: the rules of other days into an empty clinic alone, and a treatment that is planned through the same gate. */
#include "soleus-config.h"

#include "one-athlete.h"

#include <glib/gstdio.h>
#include <string.h>

#include "soleus-error.h"
#include "soleus-id.h"
#include "soleus-planned-treatment.h"
#include "soleus-records.h"
#include "soleus-transfer.h"

typedef OneAthlete Fixture;

/* Imports the lists of an archive; it is 2025-05-11 12:00. */
static SoleusImportReport *
import (Fixture    *fixture,
        const char *lists)
{
  g_autofree char *archive = g_strdup_printf ("{\"schema\": 1, \"archive\": \"soleus\",\n%s\n}\n", lists);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  SoleusImportReport *report;
  int file = g_file_open_tmp ("soleus-rules-XXXXXX.json", &path, &error);

  g_assert_no_error (error);
  g_assert_true (g_close (file, NULL));
  g_assert_true (g_file_set_contents (path, archive, -1, NULL));
  report = soleus_transfer_import (fixture->clinic, path, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return report;
}

static char *
dup_policy (int         version,
            int         hours,
            const char *from)
{
  g_autofree char *id = soleus_id_new ();

  return g_strdup_printf ("{\"id\": \"%s\", \"version\": %d, \"window-hours\": %d, \"caution-days\": 14, \"persistent-hours\": 2, "
                          "\"frequent-in-7-days\": 2, \"frequent-in-28-days\": 3, \"sleep-in-14-days\": 2, \"effective-from\": \"%s\"}",
                          id, version, hours, from);
}

static char *
dup_treatment (Fixture    *fixture,
               const char *id,
               const char *modality,
               const char *at)
{
  return g_strdup_printf ("{\"id\": \"%s\", \"athlete\": \"%s\", \"at\": \"%s\", \"modality\": \"%s\", \"side\": \"left\", \"region\": \"calf\"}",
                          id, fixture->athlete, at, modality);
}

/* A cramp of the left calf that ended on 11 May at 11:02. @screened: looked at, and nothing found: caution until 13 May at 11:02 (C1),
 * open then. If not: closed until then, caution for 14 days. */
static void
cramp (Fixture  *fixture,
       gboolean  screened)
{
  g_autoptr (SoleusRecord) episode = one_athlete_create_cramp (fixture);
  const SoleusCatalogue *items = soleus_catalogue_get_screen_items ();

  for (gsize i = 0; screened && i < items->n_rows; i++)
    soleus_record_set_answer (episode, "screen", items->rows[i].id, SOLEUS_ANSWER_NO);
  one_athlete_save (fixture, episode);
}

static gint64
count (Fixture                *fixture,
       const SoleusRecordKind *kind)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (kind);

  return soleus_clinic_count (fixture->clinic, query, NULL);
}

static guint
count_planned (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = soleus_clinic_list_planned_inside (fixture->clinic, NULL, &error);

  g_assert_no_error (error);
  return list->len;
}

typedef enum { EMPTY, USED, TAKEN_OUT, OWN_RULES_AHEAD } Before;

static void
prepare (Fixture *fixture,
         Before   before)
{
  g_autoptr (SoleusRecord) treatment = one_athlete_create_treatment (fixture, "2025-05-11T11:55+02:00");

  if (before == USED || before == TAKEN_OUT)
    one_athlete_save (fixture, treatment);
  if (before == TAKEN_OUT)
    {
      g_autoptr (SoleusRecord) stored = soleus_clinic_find (fixture->clinic, &soleus_treatment_kind, soleus_record_get_id (treatment), NULL);
      g_autoptr (SoleusRecord) copy = soleus_record_copy (stored);

      soleus_record_set_text (copy, "void-reason", "entered twice");
      one_athlete_save (fixture, copy);
    }
  if (before == OWN_RULES_AHEAD)
    {
      g_autoptr (SoleusRecord) policy = soleus_record_copy (soleus_clinic_get_policy (fixture->clinic));
      g_autoptr (SoleusRecord) fresh = soleus_record_new (&soleus_policy_kind);

      for (guint i = SOLEUS_RECORD_N_COMMON; i < soleus_record_get_n_fields (policy); i++)
        {
          const char *name = soleus_record_get_field (policy, i)->name;
          g_autofree char *text = soleus_record_dup_as_text (policy, name);

          g_assert_true (soleus_record_set_from_text (fresh, name, text, NULL));
        }
      soleus_record_set_int (fresh, "version", 2);
      one_athlete_set_moment (fresh, "effective-from", "2025-05-20T12:00+02:00");
      one_athlete_save (fixture, fresh);
    }
}

/* C3, promise 2: a decision is read under the rules of its time. Rules of days that are over come only where nothing was decided;
 * a clock may be a minute behind the one that wrote the file. */
static void
test_rules_of_other_days_come_into_an_empty_clinic_alone (void)
{
  static const struct {
    Before      before;
    const char *from[2];
    int         versions[2];
    guint       n_imported;
  } rows[] = {
    { EMPTY, { "2025-01-01T12:00+01:00", NULL }, { 1, 0 }, 1 },
    { EMPTY, { "2025-01-01T12:00+01:00", "2025-03-01T12:00+01:00" }, { 1, 2 }, 2 },
    { EMPTY, { "2025-03-01T12:00+01:00", "2025-01-01T12:00+01:00" }, { 2, 1 }, 2 },  /* the newer one first */
    { EMPTY, { "2025-03-01T12:00+01:00", "2025-04-01T12:00+02:00" }, { 2, 1 }, 1 },  /* the older version begins later: which holds? */
    { EMPTY, { "2025-01-01T12:00+01:00", "2025-03-01T12:00+01:00" }, { 1, 1 }, 1 },  /* two of one version */
    { USED, { "2025-01-01T12:00+01:00", NULL }, { 1, 0 }, 0 },
    { USED, { "2025-05-11T11:54+02:00", NULL }, { 9, 0 }, 0 },  /* the day that was decided on */
    { USED, { "2025-05-11T11:58:59.999999+02:00", NULL }, { 1, 0 }, 0 },
    { USED, { "2025-05-11T11:59+02:00", NULL }, { 1, 0 }, 1 },
    { USED, { "2025-05-12T12:00+02:00", NULL }, { 1, 0 }, 1 },
    { USED, { "2025-05-13T12:00+02:00", "2025-05-12T12:00+02:00" }, { 2, 1 }, 1 }, /* the newer one first */
    { TAKEN_OUT, { "2025-01-01T12:00+01:00", NULL }, { 1, 0 }, 0 }, /* what is void may come back */
    { OWN_RULES_AHEAD, { "2025-01-01T12:00+01:00", NULL }, { 1, 0 }, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Fixture fixture = { NULL };
      g_autofree char *first = dup_policy (rows[i].versions[0], 72, rows[i].from[0]);
      g_autofree char *second = rows[i].from[1] != NULL ? dup_policy (rows[i].versions[1], 96, rows[i].from[1]) : NULL;
      g_autofree char *lists = g_strdup_printf ("\"policies\": [%s%s%s]", first, second != NULL ? ",\n" : "", second != NULL ? second : "");
      g_autoptr (SoleusImportReport) report = NULL;
      gint64 n_before;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      one_athlete_set_up (&fixture, NULL);
      prepare (&fixture, rows[i].before);
      n_before = count (&fixture, &soleus_policy_kind);
      report = import (&fixture, lists);
      g_assert_cmpuint (report->n_read, ==, rows[i].from[1] != NULL ? 2 : 1);
      g_assert_cmpuint (report->n_imported, ==, rows[i].n_imported);
      g_assert_cmpint (count (&fixture, &soleus_policy_kind), ==, n_before + rows[i].n_imported);
      g_clear_pointer (&report, soleus_import_report_free);

      /* and a second time changes nothing */
      report = import (&fixture, lists);
      g_assert_cmpuint (report->n_imported, ==, 0);
      g_assert_cmpint (count (&fixture, &soleus_policy_kind), ==, n_before + rows[i].n_imported);
      one_athlete_tear_down (&fixture, NULL);
    }
}

/* The rules of an archive hold for the treatments that come with it: each by its own time. */
static void
test_what_comes_with_rules_is_read_under_them (Fixture       *fixture,
                                               gconstpointer  data)
{
  /* 72 hours from January on, 48 hours from 12 May on: the cramp ends on 1 May at 10:00, 50 hours later 72 still hold */
  g_autofree char *shorter = dup_policy (2, 48, "2025-05-10T12:00+02:00");
  g_autofree char *longer = dup_policy (1, 72, "2025-01-01T12:00+01:00");
  g_autofree char *inside_id = soleus_id_new ();
  g_autofree char *after_id = soleus_id_new ();
  g_autofree char *inside = dup_treatment (fixture, inside_id, "kneading", "2025-05-03T12:00+02:00");
  g_autofree char *after = dup_treatment (fixture, after_id, "kneading", "2025-05-04T10:00+02:00");
  g_autoptr (GString) screen = g_string_new (NULL);
  const SoleusCatalogue *items = soleus_catalogue_get_screen_items ();
  g_autofree char *episode_id = soleus_id_new ();
  g_autofree char *lists = NULL;
  g_autoptr (SoleusImportReport) report = NULL;
  g_autoptr (SoleusRecord) refused = NULL;
  g_autoptr (SoleusRecord) taken = NULL;

  for (gsize i = 0; i < items->n_rows; i++)
    g_string_append_printf (screen, "%s\"%s\": \"no\"", i > 0 ? ", " : "", items->rows[i].id);
  lists = g_strdup_printf ("\"policies\": [%s,\n%s],\n\"episodes\": [{\"id\": \"%s\", \"athlete\": \"%s\", \"onset\": \"2025-05-01T09:58+02:00\", "
                           "\"end\": \"2025-05-01T10:00+02:00\", \"side\": \"left\", \"muscle\": \"gastrocnemius\", \"screen\": {%s}}],\n"
                           "\"treatments\": [%s,\n%s]", shorter, longer, episode_id, fixture->athlete, screen->str, inside, after);
  report = import (fixture, lists);
  g_assert_cmpuint (report->n_imported, ==, 4);
  g_assert_cmpuint (report->n_refused, ==, 1);
  g_assert_true (((SoleusImportRemark *) report->remarks->pdata[0])->by_rule);
  refused = soleus_clinic_find (fixture->clinic, &soleus_treatment_kind, inside_id, NULL);
  taken = soleus_clinic_find (fixture->clinic, &soleus_treatment_kind, after_id, NULL);
  g_assert_null (refused);
  g_assert_nonnull (taken);
}

/* 1C row 4, C1: not free for exactly 48 hours after the end. What is planned is judged by its own time: typed in, by an import, and where
 * the cramp came after the plan. "About" may be a quarter of an hour late, a day without an hour is judged at every hour. */
static void
test_a_plan_meets_the_end_of_the_window_to_the_minute (void)
{
  static const struct { const char *at; gboolean inside; } rows[] = {
    { "2025-05-11T12:01+02:00", TRUE },
    { "2025-05-13T11:00+02:00", TRUE },
    { "2025-05-13T11:01+02:00", TRUE },
    { "2025-05-13T11:01:59.999999+02:00", TRUE },
    { "2025-05-13T11:02+02:00", FALSE },
    { "2025-05-13T09:02Z", FALSE },
    { "2025-05-13T09:01Z", TRUE },
    { "2025-05-13T11:03+02:00", FALSE },
    { "2025-05-13", TRUE },
    { "2025-05-14", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int way = 0; way < 3; way++)
      {
        Fixture fixture = { NULL };
        g_autoptr (SoleusRecord) treatment = NULL;
        g_autoptr (SoleusImportReport) report = NULL;

        g_test_message ("row %" G_GSIZE_FORMAT " (%s), way %d", i, rows[i].at, way);
        one_athlete_set_up (&fixture, NULL);
        treatment = one_athlete_create_treatment (&fixture, rows[i].at);
        if (way != 2)
          cramp (&fixture, TRUE);
        if (way == 0)
          {
            g_autoptr (GError) error = NULL;

            g_assert_cmpint (soleus_clinic_save (fixture.clinic, treatment, &error), ==, !rows[i].inside);
            g_assert_cmpint (g_error_matches (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED), ==, rows[i].inside);
          }
        else if (way == 1)
          {
            g_autofree char *one = dup_treatment (&fixture, soleus_record_get_id (treatment), "kneading", rows[i].at);
            g_autofree char *lists = g_strdup_printf ("\"treatments\": [%s]", one);

            report = import (&fixture, lists);
            g_assert_cmpuint (report->n_imported, ==, !rows[i].inside);
            g_assert_cmpuint (report->n_refused, ==, rows[i].inside);
            if (rows[i].inside)
              {
                const SoleusImportRemark *remark = report->remarks->pdata[0];

                g_assert_true (remark->by_rule);
                g_assert_nonnull (strstr (remark->message, "not recorded"));
                g_assert_nonnull (strstr (remark->message, "It was planned for "));
                g_assert_nonnull (strstr (remark->message, "Plan it anew in the visit"));
              }
          }
        else
          {
            one_athlete_save (&fixture, treatment);
            cramp (&fixture, TRUE);
            g_assert_cmpuint (count_planned (&fixture), ==, rows[i].inside);
          }
        g_assert_cmpint (count (&fixture, &soleus_treatment_kind), ==, way == 2 || !rows[i].inside);
        g_assert_cmpint (count (&fixture, &soleus_breach_kind), ==, 0);
        one_athlete_tear_down (&fixture, NULL);
      }
}

/* What was decided where the archive comes from counts as far as it was decided, no further; what nobody decided on is refused. */
static void
test_a_plan_comes_with_the_decision_that_was_recorded (void)
{
  static const struct { const char *modality; const char *decided; guint n_imported; gint64 n_treatments; } rows[] = {
    { "kneading", NULL, 0, 0 },
    { "hot-pack", NULL, 0, 0 },
    { "cold-pack", NULL, 1, 1 },
    { "kneading", "caution", 0, 0 },
    { "kneading", "closed", 2, 1 },
    { "kneading", "hard-stop", 0, 0 }, /* there is no decision against a hard stop, so this record is none */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Fixture fixture = { NULL };
      g_autofree char *id = soleus_id_new ();
      g_autofree char *override_id = soleus_id_new ();
      g_autofree char *treatment = NULL;
      g_autofree char *lists = NULL;
      g_autoptr (SoleusImportReport) report = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      one_athlete_set_up (&fixture, NULL);
      cramp (&fixture, FALSE);
      treatment = dup_treatment (&fixture, id, rows[i].modality, "2025-05-12T12:00+02:00");
      lists = rows[i].decided == NULL ? g_strdup_printf ("\"treatments\": [%s]", treatment) :
                g_strdup_printf ("\"treatments\": [%s],\n\"overrides\": [{\"id\": \"%s\", \"athlete\": \"%s\", \"treatment\": \"%s\", "
                                 "\"at\": \"2025-05-11T11:50+02:00\", \"rule\": \"window-row-4\", \"policy-version\": 1, \"state\": \"%s\", "
                                 "\"reason\": \"clinical-judgement\", \"text\": \"Broad and light\", \"consent\": \"yes\"}]",
                                 treatment, override_id, fixture.athlete, id, rows[i].decided);
      report = import (&fixture, lists);
      g_assert_cmpuint (report->n_imported, ==, rows[i].n_imported);
      g_assert_cmpint (count (&fixture, &soleus_treatment_kind), ==, rows[i].n_treatments);
      g_assert_cmpint (count (&fixture, &soleus_override_kind), ==, rows[i].n_imported == 2);
      /* what was decided on is no warning any more */
      g_assert_cmpuint (count_planned (&fixture), ==, 0);
      one_athlete_tear_down (&fixture, NULL);
    }
}

/* It was free when it was imported; the cramp came afterwards: told as planned, no breach, and given once its time is over. */
static void
test_an_imported_plan_is_told_as_any_other (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autofree char *id = soleus_id_new ();
  g_autofree char *treatment = dup_treatment (fixture, id, "kneading", "2025-05-12T12:00+02:00");
  g_autofree char *lists = g_strdup_printf ("\"treatments\": [%s]", treatment);
  g_autoptr (SoleusImportReport) report = import (fixture, lists);
  g_autoptr (SoleusRecord) stored = NULL;
  g_autoptr (SoleusRecord) copy = NULL;

  g_assert_cmpuint (report->n_imported, ==, 1);
  g_assert_cmpuint (count_planned (fixture), ==, 0);
  cramp (fixture, TRUE);
  g_assert_cmpuint (count_planned (fixture), ==, 1);
  g_assert_cmpint (count (fixture, &soleus_breach_kind), ==, 0);

  soleus_clock_advance (fixture->clock, 25 * SOLEUS_USEC_PER_HOUR);
  stored = soleus_clinic_find (fixture->clinic, &soleus_athlete_kind, fixture->athlete, NULL);
  copy = soleus_record_copy (stored);
  soleus_record_set_text (copy, "sport", "running");
  one_athlete_save (fixture, copy);
  g_assert_cmpuint (count_planned (fixture), ==, 0);
  g_assert_cmpint (count (fixture, &soleus_breach_kind), ==, 1);
}

#define ADD(name, func) g_test_add ("/import-rules/" name, Fixture, NULL, one_athlete_set_up, func, one_athlete_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-rules/rules_of_other_days_come_into_an_empty_clinic_alone", test_rules_of_other_days_come_into_an_empty_clinic_alone);
  ADD ("what_comes_with_rules_is_read_under_them", test_what_comes_with_rules_is_read_under_them);
  g_test_add_func ("/import-rules/a_plan_meets_the_end_of_the_window_to_the_minute", test_a_plan_meets_the_end_of_the_window_to_the_minute);
  g_test_add_func ("/import-rules/a_plan_comes_with_the_decision_that_was_recorded", test_a_plan_comes_with_the_decision_that_was_recorded);
  ADD ("an_imported_plan_is_told_as_any_other", test_an_imported_plan_is_told_as_any_other);

  return g_test_run ();
}
