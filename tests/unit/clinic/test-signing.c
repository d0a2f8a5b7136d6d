/* A signed visit is frozen with everything that belongs to it; what comes later is an amendment. Each attempt has its control: the same on a
 * visit that is not signed goes through. */
#include "soleus-config.h"

#include "tests/record-values.h"
#include "tests/saved-records.h"

#include "soleus-clinic.h"
#include "soleus-clock.h"
#include "soleus-error.h"

typedef struct {
  SoleusClock  *clock;
  SoleusClinic *clinic;
  char         *therapist;
  char         *athlete;
  char         *episode;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (SoleusRecord) episode = NULL;
  g_autoptr (SoleusMoment) now = soleus_moment_parse ("2025-05-20T12:00+02:00", NULL);
  g_autoptr (GError) error = NULL;

  fixture->clock = soleus_clock_new_fixed (now->instant);
  fixture->clinic = soleus_clinic_open (":memory:", SOLEUS_CLINIC_OPEN_CREATE, fixture->clock, &error);
  g_assert_no_error (error);
  fixture->therapist = save_named (fixture->clinic, &soleus_therapist_kind, "T. Exemplar");
  fixture->athlete = save_named (fixture->clinic, &soleus_athlete_kind, "Mara Swiftwater");
  episode = create_record (&soleus_episode_kind, fixture->athlete, VALUES ("onset", "2025-05-10T20:00+02:00", "side", "left", "muscle", "gastrocnemius"));
  fixture->episode = save_dup_id (fixture->clinic, episode);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) findings = soleus_clinic_verify (fixture->clinic, NULL);

  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_finalize_object (fixture->clinic);
  g_clear_object (&fixture->clock);
  g_free (fixture->therapist);
  g_free (fixture->athlete);
  g_free (fixture->episode);
}

static char *
add_visit (Fixture *fixture)
{
  g_autoptr (SoleusRecord) visit = create_record (&soleus_visit_kind, fixture->athlete,
                                                  VALUES ("time", "2025-05-20T10:00+02:00", "plan", "As it was signed"));

  return save_dup_id (fixture->clinic, visit);
}

static void
sign (Fixture    *fixture,
      const char *id)
{
  g_autoptr (SoleusRecord) stored = soleus_clinic_find (fixture->clinic, &soleus_visit_kind, id, NULL);
  g_autoptr (SoleusRecord) visit = soleus_record_copy (stored);

  soleus_record_set_enum (visit, "state", SOLEUS_VISIT_STATE_SIGNED);
  save_record (fixture->clinic, visit);
}

static SoleusRecord *
create_part (Fixture                *fixture,
             const SoleusRecordKind *kind,
             const char             *visit)
{
  SoleusRecord *part = create_record (kind, fixture->athlete, VALUES ("visit", visit, "at", "2025-05-20T10:05+02:00"));

  if (kind == &soleus_treatment_kind)
    set_values (part, VALUES ("modality", "cold-pack"));
  else if (kind == &soleus_measure_kind)
    set_values (part, VALUES ("test", "heel-raise", "left", "18"));
  else if (kind == &soleus_contact_kind)
    soleus_record_set_text (part, "episode", fixture->episode);
  else
    soleus_record_set_enum (part, "side", SOLEUS_SIDE_LEFT);
  return part;
}

static gboolean
is_refused (Fixture      *fixture,
            SoleusRecord *record)
{
  g_autoptr (GError) error = NULL;

  if (soleus_clinic_save (fixture->clinic, record, &error))
    return FALSE;
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
  return TRUE;
}

typedef enum { ADD, CHANGE, VOID, TAKE_OUT, PUT_IN } Attempt;

/* Returns: whether it was refused */
static gboolean
attempt (Fixture                *fixture,
         const SoleusRecordKind *kind,
         Attempt                 what,
         gboolean                signing)
{
  g_autofree char *visit = add_visit (fixture);
  g_autofree char *other = add_visit (fixture);
  g_autoptr (SoleusRecord) part = create_part (fixture, kind, what == PUT_IN ? other : visit);
  g_autoptr (SoleusRecord) stored = NULL;
  g_autoptr (SoleusRecord) copy = NULL;
  g_autofree char *id = what != ADD ? save_dup_id (fixture->clinic, part) : NULL;

  if (signing)
    sign (fixture, visit);
  if (what == ADD)
    return is_refused (fixture, part);
  stored = soleus_clinic_find (fixture->clinic, kind, id, NULL);
  copy = soleus_record_copy (stored);
  if (what == CHANGE)
    soleus_record_set_text (copy, "note", "Rewritten");
  else if (what == VOID)
    soleus_record_set_text (copy, "void-reason", "Not wanted any more");
  else
    soleus_record_set_text (copy, "visit", what == PUT_IN ? visit : NULL);
  return is_refused (fixture, copy);
}

static void
what_belongs_to_it_is_frozen (Fixture       *fixture,
                              gconstpointer  data)
{
  const SoleusRecordKind *const kinds[] = { &soleus_treatment_kind, &soleus_measure_kind, &soleus_contact_kind, &soleus_clot_screening_kind };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (Attempt what = ADD; what <= PUT_IN; what++)
      {
        g_test_message ("%s, attempt %d", kinds[i]->name, what);
        g_assert_false (attempt (fixture, kinds[i], what, FALSE));
        g_assert_true (attempt (fixture, kinds[i], what, TRUE));
      }
}

static void
the_visit_itself_is_frozen (Fixture       *fixture,
                            gconstpointer  data)
{
  static const struct { const char *field; const char *text; } changes[] = {
    { "plan", "Something else" }, { "plan", "" }, { "state", "draft" }, { "time", "2025-05-19T10:00+02:00" },
    { "follow-up", "2025-06-01" }, { "episodes", "" }, { "signed-at", "2025-05-20T10:10+02:00" }, { "signed-by", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    for (int signing = 0; signing < 2; signing++)
      {
        g_autofree char *id = add_visit (fixture);
        g_autoptr (SoleusRecord) stored = NULL;
        g_autoptr (SoleusRecord) copy = NULL;

        if (signing)
          sign (fixture, id);
        stored = soleus_clinic_find (fixture->clinic, &soleus_visit_kind, id, NULL);
        copy = soleus_record_copy (stored);
        set_values (copy, VALUES (changes[i].field, changes[i].text));
        g_test_message ("%s", changes[i].field);
        g_assert_cmpint (is_refused (fixture, copy), ==, signing);
      }
}

/* Void with a reason instead of delete is the one change that a signed visit takes, and nothing may be changed along with it. */
static void
a_signed_visit_becomes_void_and_nothing_else (Fixture       *fixture,
                                              gconstpointer  data)
{
  static const struct { const char *field; const char *text; } along[] = {
    { "plan", "Something else" }, { "state", "draft" }, { "time", "2025-05-19T10:00+02:00" }, { "signed-by", "" },
  };
  g_autofree char *id = add_visit (fixture);
  g_autoptr (SoleusRecord) stored = NULL, copy = NULL, back = NULL;

  sign (fixture, id);
  stored = soleus_clinic_find (fixture->clinic, &soleus_visit_kind, id, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (along); i++)
    {
      g_autoptr (SoleusRecord) both = soleus_record_copy (stored);

      set_values (both, VALUES ("void-reason", "Written for somebody else", along[i].field, along[i].text));
      g_test_message ("void, and %s", along[i].field);
      g_assert_true (is_refused (fixture, both));
    }
  copy = soleus_record_copy (stored);
  set_values (copy, VALUES ("void-reason", ""));
  g_assert_false (soleus_record_is_void (copy)); /* without a reason it is not void */
  set_values (copy, VALUES ("void-reason", "Written for somebody else"));
  g_assert_false (is_refused (fixture, copy));
  back = soleus_record_copy (copy);
  set_values (back, VALUES ("void-reason", ""));
  g_assert_true (is_refused (fixture, back)); /* and it stays void */
}

static void
a_document_is_as_it_was_issued (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *visit = add_visit (fixture);
  g_autoptr (SoleusRecord) document = NULL;
  g_autoptr (SoleusRecord) stored = NULL;
  g_autoptr (SoleusRecord) copy = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("pages", 5);
  g_autoptr (SoleusChange) change = soleus_change_new ();
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (GError) error = NULL;

  sign (fixture, visit);
  document = create_record (&soleus_issued_document_kind, fixture->athlete,
                            VALUES ("visit", visit, "issued-at", "2025-05-20T11:00+02:00", "title", "Visit", "content-hash", hash));
  soleus_change_add (change, document);
  soleus_change_add_blob (change, bytes);
  soleus_clinic_commit (fixture->clinic, change, &error);
  g_assert_no_error (error);
  stored = soleus_clinic_find (fixture->clinic, &soleus_issued_document_kind, soleus_record_get_id (document), NULL);
  copy = soleus_record_copy (stored);
  soleus_record_set_text (copy, "title", "Another title");
  g_assert_true (is_refused (fixture, copy));
}

static SoleusRecord *
create_amendment (Fixture            *fixture,
                  const char         *visit,
                  SoleusAmendmentKind kind)
{
  SoleusRecord *amendment = create_record (&soleus_amendment_kind, fixture->athlete,
                                           VALUES ("visit", visit, "at", "2025-05-20T11:30+02:00", "text", "As it should have been",
                                                   "reason", "Written for the other leg"));

  soleus_record_set_enum (amendment, "kind", kind);
  return amendment;
}

static void
amendments_are_for_signed_visits (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autofree char *visit = add_visit (fixture);
  g_autoptr (GPtrArray) stored = NULL;
  g_autoptr (SoleusRecord) copy = NULL;

  for (int kind = SOLEUS_AMENDMENT_KIND_ADDENDUM; kind <= SOLEUS_AMENDMENT_KIND_LATE_ENTRY; kind++)
    {
      g_autoptr (SoleusRecord) early = create_amendment (fixture, visit, (SoleusAmendmentKind) kind);

      g_assert_true (is_refused (fixture, early));
    }
  sign (fixture, visit);
  for (int kind = SOLEUS_AMENDMENT_KIND_ADDENDUM; kind <= SOLEUS_AMENDMENT_KIND_LATE_ENTRY; kind++)
    {
      g_autoptr (SoleusRecord) amendment = create_amendment (fixture, visit, (SoleusAmendmentKind) kind);

      save_record (fixture->clinic, amendment);
    }
  stored = soleus_clinic_list_of (fixture->clinic, &soleus_amendment_kind, "visit", visit, NULL);
  g_assert_cmpuint (stored->len, ==, 3);
  g_assert_cmpstr (soleus_record_get_text (stored->pdata[0], "created-by"), ==, fixture->therapist);
  copy = soleus_record_copy (stored->pdata[0]);
  soleus_record_set_text (copy, "text", "Rewritten");
  g_assert_true (is_refused (fixture, copy));
}

static void
one_signs_for_oneself (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (SoleusRecord) colleague = soleus_record_new (&soleus_therapist_kind);
  g_autofree char *colleague_id = NULL;
  g_autofree char *id = add_visit (fixture);
  g_autoptr (SoleusRecord) stored = soleus_clinic_find (fixture->clinic, &soleus_visit_kind, id, NULL);
  g_autoptr (SoleusRecord) visit = soleus_record_copy (stored);
  g_autoptr (SoleusRecord) after = NULL;

  soleus_record_set_text (colleague, "name", "A. Colleague");
  colleague_id = save_dup_id (fixture->clinic, colleague);
  soleus_record_set_enum (visit, "state", SOLEUS_VISIT_STATE_SIGNED);
  soleus_record_set_text (visit, "signed-by", colleague_id);
  g_assert_true (is_refused (fixture, visit));
  sign (fixture, id);
  after = soleus_clinic_find (fixture->clinic, &soleus_visit_kind, id, NULL);
  g_assert_cmpstr (soleus_record_get_text (after, "signed-by"), ==, fixture->therapist);
  g_assert_true (soleus_record_is_known (after, "signed-at"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD_TEST(name) g_test_add ("/signing/" #name, Fixture, NULL, set_up, name, tear_down)
  ADD_TEST (what_belongs_to_it_is_frozen);
  ADD_TEST (the_visit_itself_is_frozen);
  ADD_TEST (a_signed_visit_becomes_void_and_nothing_else);
  ADD_TEST (a_document_is_as_it_was_issued);
  ADD_TEST (amendments_are_for_signed_visits);
  ADD_TEST (one_signs_for_oneself);
#undef ADD_TEST
  return g_test_run ();
}
