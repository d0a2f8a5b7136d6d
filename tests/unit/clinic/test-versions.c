/* Every version is reachable, says in words what was different, and can be gone back to, but not past a signature */
#include "soleus-config.h"

#include "tests/record-values.h"
#include "tests/saved-records.h"

#include "soleus-clinic-versions.h"
#include "soleus-clock.h"
#include "soleus-error.h"

typedef struct {
  SoleusClock  *clock;
  SoleusClinic *clinic;
  char         *athlete;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (SoleusRecord) athlete = create_record (&soleus_athlete_kind, NULL, VALUES ("name", "Mara Swiftwater", "mass-kg", "58.5"));
  g_autoptr (GError) error = NULL;

  fixture->clock = soleus_clock_new_fixed (G_GINT64_CONSTANT (1747735200000000));
  fixture->clinic = soleus_clinic_open (":memory:", SOLEUS_CLINIC_OPEN_CREATE, fixture->clock, &error);
  g_assert_no_error (error);
  g_free (save_named (fixture->clinic, &soleus_therapist_kind, "T. Exemplar"));
  fixture->athlete = save_dup_id (fixture->clinic, athlete);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->clinic);
  g_clear_object (&fixture->clock);
  g_free (fixture->athlete);
}

static const SoleusDifference *
find_difference (SoleusVersion *version,
                 const char    *label)
{
  for (guint i = 0; i < version->differences->len; i++)
    if (g_str_equal (((SoleusDifference *) version->differences->pdata[i])->label, label))
      return version->differences->pdata[i];
  return NULL;
}

static void
change_athlete (Fixture    *fixture,
                const char *field,
                const char *text)
{
  g_autoptr (SoleusRecord) stored = soleus_clinic_find (fixture->clinic, &soleus_athlete_kind, fixture->athlete, NULL);
  g_autoptr (SoleusRecord) copy = soleus_record_copy (stored);

  g_assert_true (soleus_record_set_from_text (copy, field, text, NULL));
  save_record (fixture->clinic, copy);
}

static void
differences_are_in_words (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GPtrArray) versions = NULL;
  const SoleusDifference *difference;

  change_athlete (fixture, "sex", "female");
  change_athlete (fixture, "mass-kg", "61");
  change_athlete (fixture, "mass-kg", "");
  versions = soleus_clinic_read_versions (fixture->clinic, &soleus_athlete_kind, fixture->athlete, NULL);
  g_assert_cmpuint (versions->len, ==, 4);
  difference = find_difference (versions->pdata[0], "Body mass");
  g_assert_cmpstr (difference->before, ==, "61 kg");
  g_assert_null (difference->after);
  difference = find_difference (versions->pdata[1], "Body mass");
  g_assert_cmpstr (difference->before, ==, "58.5 kg");
  g_assert_cmpstr (difference->after, ==, "61 kg");
  difference = find_difference (versions->pdata[2], "Sex");
  g_assert_cmpstr (difference->before, ==, "Unknown");
  g_assert_cmpstr (difference->after, ==, "Female");
  g_assert_cmpuint (((SoleusVersion *) versions->pdata[2])->differences->len, ==, 1);
  difference = find_difference (versions->pdata[3], "Name");
  g_assert_null (difference->before);
  g_assert_cmpstr (((SoleusVersion *) versions->pdata[3])->author, ==, "T. Exemplar");
}

static void
an_earlier_version_comes_back (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (SoleusRecord) present = NULL;
  g_autoptr (GError) error = NULL;

  change_athlete (fixture, "name", "Somebody Else");
  versions = soleus_clinic_read_versions (fixture->clinic, &soleus_athlete_kind, fixture->athlete, NULL);
  soleus_clinic_restore_version (fixture->clinic, versions->pdata[1], &error);
  g_assert_no_error (error);
  present = soleus_clinic_find (fixture->clinic, &soleus_athlete_kind, fixture->athlete, NULL);
  g_assert_cmpstr (soleus_record_get_text (present, "name"), ==, "Mara Swiftwater");
  g_assert_cmpint (soleus_record_get_revision (present), ==, 3);
  after = soleus_clinic_read_versions (fixture->clinic, &soleus_athlete_kind, fixture->athlete, NULL);
  g_assert_cmpuint (after->len, ==, 3);
}

static void
a_void_record_comes_back (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (SoleusRecord) present = NULL;

  change_athlete (fixture, "void-reason", "Entered twice");
  versions = soleus_clinic_read_versions (fixture->clinic, &soleus_athlete_kind, fixture->athlete, NULL);
  g_assert_true (soleus_clinic_restore_version (fixture->clinic, versions->pdata[1], NULL));
  present = soleus_clinic_find (fixture->clinic, &soleus_athlete_kind, fixture->athlete, NULL);
  g_assert_false (soleus_record_is_void (present));
}

static void
nothing_goes_back_past_a_signature (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (SoleusRecord) visit = create_record (&soleus_visit_kind, fixture->athlete, VALUES ("time", "2025-05-20T10:00+02:00"));
  g_autoptr (SoleusRecord) stored = NULL;
  g_autoptr (SoleusRecord) copy = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  id = save_dup_id (fixture->clinic, visit);
  stored = soleus_clinic_find (fixture->clinic, &soleus_visit_kind, id, NULL);
  copy = soleus_record_copy (stored);
  soleus_record_set_enum (copy, "state", SOLEUS_VISIT_STATE_SIGNED);
  save_record (fixture->clinic, copy);
  versions = soleus_clinic_read_versions (fixture->clinic, &soleus_visit_kind, id, NULL);
  g_assert_false (soleus_clinic_restore_version (fixture->clinic, versions->pdata[1], &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add ("/versions/" #name, Fixture, NULL, set_up, name, tear_down)
  ADD (differences_are_in_words);
  ADD (an_earlier_version_comes_back);
  ADD (a_void_record_comes_back);
  ADD (nothing_goes_back_past_a_signature);
#undef ADD
  return g_test_run ();
}
