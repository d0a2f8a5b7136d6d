/* What a commit refuses and takes back: a visit that becomes void with its parts, a change that somebody else overtook, a treatment that is
 * changed after it was decided, a plan that waits. */
#include "soleus-config.h"

#include "one-athlete.h"
#include "tests/record-values.h"
#include "tests/saved-records.h"
#include "tests/scratch-folder.h"

#include <glib/gstdio.h>
#include <string.h>

#include "soleus-error.h"
#include "soleus-planned-treatment.h"
#include "soleus-records.h"
#include "soleus-transfer.h"
#include "soleus-visit-void.h"

typedef OneAthlete Fixture;

static SoleusRecord *
create (Fixture                *fixture,
        const SoleusRecordKind *kind,
        const char *const      *values)
{
  return create_record (kind, fixture->athlete, values);
}

static char *
add (Fixture                *fixture,
     const SoleusRecordKind *kind,
     const char *const      *values)
{
  g_autoptr (SoleusRecord) record = create (fixture, kind, values);

  return save_dup_id (fixture->clinic, record);
}

static SoleusRecord *
find (Fixture                *fixture,
      const SoleusRecordKind *kind,
      const char             *id)
{
  SoleusRecord *record = soleus_clinic_find (fixture->clinic, kind, id, NULL);

  g_assert_nonnull (record);
  return record;
}

/* Returns: whether the stored record with changed values is saved */
static gboolean
change (Fixture                 *fixture,
        const SoleusRecordKind  *kind,
        const char              *id,
        const char *const       *values,
        GError                 **error)
{
  g_autoptr (SoleusRecord) stored = find (fixture, kind, id);
  g_autoptr (SoleusRecord) copy = soleus_record_copy (stored);

  set_values (copy, values);
  return soleus_clinic_save (fixture->clinic, copy, error);
}

static gboolean
is_void (Fixture                *fixture,
         const SoleusRecordKind *kind,
         const char             *id)
{
  g_autoptr (SoleusRecord) record = find (fixture, kind, id);

  return soleus_record_is_void (record);
}

/* it is 2025-05-11 12:00 */
#define NOW "2025-05-11T12:00+02:00"

/* --- a visit that becomes void --- */

typedef struct {
  char *visit, *treatment, *measure, *contact, *clot_screen, *open_follow_up, *done_follow_up, *override, *amendment;
} Parts;

static void
parts_clear (Parts *parts)
{
  g_free (parts->visit);
  g_free (parts->treatment);
  g_free (parts->measure);
  g_free (parts->contact);
  g_free (parts->clot_screen);
  g_free (parts->open_follow_up);
  g_free (parts->done_follow_up);
  g_free (parts->override);
  g_free (parts->amendment);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static void
give_with_reason (Fixture *fixture,
                  Parts   *parts)
{
  g_autoptr (SoleusRecord) treatment = create (fixture, &soleus_treatment_kind,
                                               VALUES ("visit", parts->visit, "modality", "kneading", "side", "left", "region", "calf", "at", NOW));
  g_autoptr (SoleusChange) one = soleus_change_new ();
  g_autoptr (GPtrArray) overrides = NULL;
  g_autoptr (GError) error = NULL;

  soleus_change_add (one, treatment);
  soleus_change_set_override (one, SOLEUS_OVERRIDE_REASON_CLINICAL_JUDGEMENT, "Broad and light", SOLEUS_ANSWER_YES);
  soleus_clinic_commit (fixture->clinic, one, &error);
  g_assert_no_error (error);
  parts->treatment = g_strdup (soleus_record_get_id (treatment));
  overrides = soleus_clinic_list_of (fixture->clinic, &soleus_override_kind, "treatment", parts->treatment, NULL);
  g_assert_cmpuint (overrides->len, ==, 1);
  parts->override = g_strdup (soleus_record_get_id (overrides->pdata[0]));
}

/* A visit with something of everything. */
static void
add_visit (Fixture  *fixture,
           gboolean  is_signed,
           Parts    *parts)
{
  g_autofree char *episode = add (fixture, &soleus_episode_kind, VALUES ("onset", "2025-05-11T11:00+02:00", "end", "2025-05-11T11:02+02:00", "side", "left",
                                                                         "muscle", "gastrocnemius"));
  g_autoptr (GError) error = NULL;

  parts->visit = add (fixture, &soleus_visit_kind, VALUES ("time", "2025-05-11T11:30+02:00", "plan", "Rest"));
  give_with_reason (fixture, parts);
  parts->measure = add (fixture, &soleus_measure_kind, VALUES ("visit", parts->visit, "test", "heel-raise", "left", "12", "at", NOW));
  parts->contact = add (fixture, &soleus_contact_kind, VALUES ("visit", parts->visit, "episode", episode, "pain", "3", "at", NOW));
  parts->clot_screen = add (fixture, &soleus_clot_screening_kind, VALUES ("visit", parts->visit, "side", "left", "at", NOW));
  parts->open_follow_up = add (fixture, &soleus_follow_up_kind, VALUES ("visit", parts->visit, "due", "2025-05-14", "text", "See again"));
  parts->done_follow_up = add (fixture, &soleus_follow_up_kind, VALUES ("visit", parts->visit, "due", "2025-05-10", "text", "Called", "done-at", "2025-05-11T11:50+02:00"));
  if (!is_signed)
    return;
  change (fixture, &soleus_visit_kind, parts->visit, VALUES ("state", "signed"), &error);
  g_assert_no_error (error);
  parts->amendment = add (fixture, &soleus_amendment_kind, VALUES ("visit", parts->visit, "at", NOW, "text", "Told at the door", "reason", "Forgotten"));
}

static void
test_a_void_visit_takes_its_parts_along (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_auto (Parts) parts = { NULL };
  gboolean is_signed = GPOINTER_TO_INT (data);
  g_autoptr (GError) error = NULL;

  add_visit (fixture, is_signed, &parts);
  soleus_visit_void_run (fixture->clinic, parts.visit, "  Entered for the wrong athlete ", &error);
  g_assert_no_error (error);
  g_assert_true (is_void (fixture, &soleus_visit_kind, parts.visit));
  g_assert_true (is_void (fixture, &soleus_treatment_kind, parts.treatment));
  g_assert_true (is_void (fixture, &soleus_measure_kind, parts.measure));
  g_assert_true (is_void (fixture, &soleus_contact_kind, parts.contact));
  g_assert_true (is_void (fixture, &soleus_clot_screening_kind, parts.clot_screen));
  g_assert_true (is_void (fixture, &soleus_follow_up_kind, parts.open_follow_up));
  /* what was done and what was decided stays as it was made */
  g_assert_false (is_void (fixture, &soleus_follow_up_kind, parts.done_follow_up));
  g_assert_false (is_void (fixture, &soleus_override_kind, parts.override));
  if (is_signed)
    g_assert_false (is_void (fixture, &soleus_amendment_kind, parts.amendment));
  {
    g_autoptr (SoleusRecord) visit = find (fixture, &soleus_visit_kind, parts.visit);

    g_assert_cmpstr (soleus_record_get_text (visit, "void-reason"), ==, "Entered for the wrong athlete");
    g_assert_cmpstr (soleus_record_get_text (visit, "plan"), ==, "Rest");
  }

  /* once is enough, and says what was said */
  g_assert_false (soleus_visit_void_run (fixture->clinic, parts.visit, "again", &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Entered for the wrong athlete"));
}

static void
test_a_visit_becomes_void_for_a_reason (Fixture       *fixture,
                                        gconstpointer  data)
{
  static const struct { const char *reason; int code; } rows[] = {
    { NULL, SOLEUS_ERROR_INVALID }, { "", SOLEUS_ERROR_INVALID }, { " \t\n ", SOLEUS_ERROR_INVALID },
  };
  g_auto (Parts) parts = { NULL };
  g_autoptr (GError) error = NULL;

  add_visit (fixture, TRUE, &parts);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_false (soleus_visit_void_run (fixture->clinic, parts.visit, rows[i].reason, &error));
      g_assert_error (error, SOLEUS_ERROR, rows[i].code);
      g_clear_error (&error);
    }
  g_assert_false (soleus_visit_void_run (fixture->clinic, "00000000-0000-4000-8000-000000000000", "gone", &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND);
  g_assert_false (is_void (fixture, &soleus_visit_kind, parts.visit));
  g_assert_false (is_void (fixture, &soleus_treatment_kind, parts.treatment));
}

/* A part of a signed visit becomes void together with it, and nothing else of it is changed on the way. */
static void
test_a_signed_part_becomes_void_with_its_visit_only (Fixture       *fixture,
                                                     gconstpointer  data)
{
  static const struct { gboolean with_visit; const char *reason, *field, *value; gboolean saved; } rows[] = {
    { FALSE, "entered twice", NULL, NULL, FALSE },
    { TRUE, NULL, "minutes", "25", FALSE },
    { TRUE, "entered twice", "minutes", "25", FALSE },
    { TRUE, "entered twice", "modality", "cold-pack", FALSE },
    { TRUE, NULL, NULL, NULL, FALSE }, /* as it was: it does not become void */
    { TRUE, "entered twice", NULL, NULL, TRUE },
  };
  g_auto (Parts) parts = { NULL };

  add_visit (fixture, TRUE, &parts);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusRecord) visit = find (fixture, &soleus_visit_kind, parts.visit);
      g_autoptr (SoleusRecord) treatment = find (fixture, &soleus_treatment_kind, parts.treatment);
      g_autoptr (SoleusRecord) copy = soleus_record_copy (treatment);
      g_autoptr (SoleusChange) both = soleus_change_new ();
      g_autoptr (GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      soleus_record_set_text (copy, "void-reason", rows[i].reason);
      if (rows[i].field != NULL)
        g_assert_true (soleus_record_set_from_text (copy, rows[i].field, rows[i].value, NULL));
      if (rows[i].with_visit)
        soleus_change_add_void (both, visit, "entered twice");
      soleus_change_add (both, copy);
      g_assert_cmpint (soleus_clinic_commit (fixture->clinic, both, &error), ==, rows[i].saved);
      if (!rows[i].saved)
        g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
      g_assert_cmpint (is_void (fixture, &soleus_visit_kind, parts.visit), ==, rows[i].saved);
    }

  /* and comes back neither alone nor with it */
  {
    g_autoptr (GError) error = NULL;

    g_assert_false (change (fixture, &soleus_treatment_kind, parts.treatment, VALUES ("void-reason", ""), &error));
    g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
    g_clear_error (&error);
    g_assert_false (change (fixture, &soleus_visit_kind, parts.visit, VALUES ("void-reason", ""), &error));
    g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
  }
}

/* --- taking back --- */

static void
test_there_may_be_nothing_to_take_back (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (soleus_clinic_undo (fixture->clinic, &error)); /* the athlete of the fixture */
  g_assert_no_error (error);
  g_assert_false (soleus_clinic_can_undo (fixture->clinic));
  g_assert_false (soleus_clinic_undo (fixture->clinic, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED);
}

/* Somebody else changed one of the records in another program meanwhile: none of them is taken back. */
static void
test_what_was_changed_meanwhile_is_not_taken_back (void)
{
  g_autofree char *folder = g_dir_make_tmp ("soleus-commit-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "clinic.soleus", NULL);
  g_autoptr (SoleusMoment) now = soleus_moment_parse (NOW, NULL);
  g_autoptr (SoleusClock) clock = soleus_clock_new_fixed (now->instant);
  g_autoptr (SoleusClinic) here = soleus_clinic_open (path, SOLEUS_CLINIC_OPEN_CREATE, clock, NULL);
  Fixture first = { clock, here, NULL, NULL };
  Fixture second = { clock, NULL, NULL, NULL };
  g_autofree char *therapist = add (&first, &soleus_therapist_kind, VALUES ("name", "T. Exemplar"));
  g_autofree char *one = add (&first, &soleus_athlete_kind, VALUES ("name", "Mara Swiftwater"));
  g_autofree char *other = add (&first, &soleus_athlete_kind, VALUES ("name", "Olli Tailwind"));
  g_autoptr (SoleusChange) both = soleus_change_new ();
  const char *const ids[] = { one, other };
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusClinic) there = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (SoleusRecord) stored = find (&first, &soleus_athlete_kind, ids[i]);
      g_autoptr (SoleusRecord) copy = soleus_record_copy (stored);

      soleus_record_set_text (copy, "team", "Harbour Harriers");
      soleus_change_add (both, copy);
    }
  g_assert_true (soleus_clinic_commit (here, both, NULL));

  there = second.clinic = soleus_clinic_open (path, SOLEUS_CLINIC_OPEN_DEFAULT, clock, NULL);
  g_assert_true (change (&second, &soleus_athlete_kind, one, VALUES ("team", "First Team"), NULL));

  g_assert_true (soleus_clinic_can_undo (here));
  g_assert_false (soleus_clinic_undo (here, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED);
  {
    g_autoptr (SoleusRecord) changed = find (&first, &soleus_athlete_kind, one);
    g_autoptr (SoleusRecord) left = find (&first, &soleus_athlete_kind, other);

    g_assert_cmpstr (soleus_record_get_text (changed, "team"), ==, "First Team");
    g_assert_cmpstr (soleus_record_get_text (left, "team"), ==, "Harbour Harriers");
  }
  g_assert_finalize_object (g_steal_pointer (&there));
  g_assert_finalize_object (g_steal_pointer (&here));
  scratch_folder_remove (folder);
}

/* --- a treatment that was decided on --- */

/* "About" may be a quarter of an hour later: another time, though it is written the same. */
static void
assert_about_asks_again (Fixture    *fixture,
                         const char *treatment)
{
  g_autoptr (SoleusRecord) stored = find (fixture, &soleus_treatment_kind, treatment);
  g_autoptr (SoleusRecord) copy = soleus_record_copy (stored);
  g_autoptr (SoleusMoment) about = soleus_moment_copy (soleus_record_get_moment (stored, "at"));
  g_autoptr (GError) error = NULL;

  about->precision = SOLEUS_PRECISION_ABOUT;
  soleus_record_set_moment (copy, "at", about);
  g_assert_false (soleus_clinic_save (fixture->clinic, copy, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
}

/* Section 1C: the decision is about what is given, where, when and to whom. A note or minutes may be mended; another act asks again. */
static void
test_another_act_asks_again (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *other = add (fixture, &soleus_athlete_kind, VALUES ("name", "Olli Tailwind"));
  const struct { const char *field, *value; gboolean saved; } rows[] = {
    { "note", "Felt better", TRUE },
    { "minutes", "7", TRUE },
    { "at", "2025-05-11T11:59+02:00", FALSE },
    { "at", "2025-05-11", FALSE },
    { "modality", "static-pressure", FALSE },
    { "side", "both", FALSE },
    { "region", "whole-body", FALSE },
    { "athlete", other, FALSE },
    { "region", "foot", TRUE },  /* no window there */
    { "modality", "cold-pack", TRUE },
  };
  g_auto (Parts) parts = { NULL };
  g_autofree char *theirs = g_strdup (fixture->athlete);

  /* the other athlete has the same cramp, and nobody decided about that */
  g_free (fixture->athlete);
  fixture->athlete = g_strdup (other);
  g_free (add (fixture, &soleus_episode_kind, VALUES ("onset", "2025-05-11T11:00+02:00", "end", "2025-05-11T11:02+02:00", "side", "left", "muscle", "gastrocnemius")));
  g_free (fixture->athlete);
  fixture->athlete = g_steal_pointer (&theirs);
  g_free (add (fixture, &soleus_episode_kind, VALUES ("onset", "2025-05-11T11:00+02:00", "end", "2025-05-11T11:02+02:00", "side", "left", "muscle", "gastrocnemius")));
  parts.visit = add (fixture, &soleus_visit_kind, VALUES ("time", "2025-05-11T11:30+02:00"));
  give_with_reason (fixture, &parts);
  assert_about_asks_again (fixture, parts.treatment);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      gboolean saved;

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, rows[i].field);
      saved = change (fixture, &soleus_treatment_kind, parts.treatment, VALUES (rows[i].field, rows[i].value), &error);
      g_test_message ("%s", error != NULL ? error->message : "saved");
      g_assert_cmpint (saved, ==, rows[i].saved);
      if (!rows[i].saved)
        g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
    }
}

/* Section 1C: each decision is its own. One reason stands for one treatment of a change, up to the state it was given for; where one is missing,
 * nothing of the change is saved. */
static void
test_each_treatment_has_its_reason (void)
{
  static const struct {
    const char *left, *right, *whole;   /* (nullable) the reasons for each, and for the change */
    SoleusWindowState seen;             /* when those for each were given */
    const char *saved_left, *saved_right; /* (nullable) %NULL: nothing is saved */
  } rows[] = {
    { "The left one", "The right one", NULL, SOLEUS_WINDOW_STATE_CLOSED, "The left one", "The right one" },
    { "The left one", NULL, NULL, SOLEUS_WINDOW_STATE_CLOSED, NULL, NULL },
    { "The left one", NULL, "Both", SOLEUS_WINDOW_STATE_CLOSED, "The left one", "Both" },
    { NULL, NULL, "Both", SOLEUS_WINDOW_STATE_CLOSED, "Both", "Both" },
    { "The left one", "  ", NULL, SOLEUS_WINDOW_STATE_CLOSED, NULL, NULL },
    { "The left one", "The right one", NULL, SOLEUS_WINDOW_STATE_CAUTION, NULL, NULL },
    { "The left one", "The right one", "Both", SOLEUS_WINDOW_STATE_CAUTION, NULL, NULL },
    { NULL, NULL, NULL, SOLEUS_WINDOW_STATE_CLOSED, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Fixture fixture = { NULL };
      g_autoptr (SoleusChange) both = soleus_change_new ();
      const char *const reasons[] = { rows[i].left, rows[i].right };
      const char *const saved[] = { rows[i].saved_left, rows[i].saved_right };
      const char *const sides[] = { "left", "right" };
      g_autoptr (GPtrArray) treatments = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GError) error = NULL;
      gboolean done;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      one_athlete_set_up (&fixture, NULL);
      g_free (add (&fixture, &soleus_episode_kind, VALUES ("onset", "2025-05-11T11:00+02:00", "side", "both", "muscle", "gastrocnemius")));
      if (rows[i].whole != NULL)
        soleus_change_set_override (both, SOLEUS_OVERRIDE_REASON_OTHER, rows[i].whole, SOLEUS_ANSWER_YES);
      for (gsize j = 0; j < G_N_ELEMENTS (sides); j++)
        {
          SoleusRecord *treatment = create (&fixture, &soleus_treatment_kind, VALUES ("modality", "kneading", "side", sides[j], "region", "calf", "at", NOW));

          g_ptr_array_add (treatments, treatment);
          soleus_change_add (both, treatment);
          if (reasons[j] == NULL)
            continue;
          soleus_change_set_override_of (both, soleus_record_get_id (treatment), SOLEUS_OVERRIDE_REASON_OTHER, "thought better of", SOLEUS_ANSWER_NO, rows[i].seen);
          soleus_change_set_override_of (both, soleus_record_get_id (treatment), SOLEUS_OVERRIDE_REASON_CLINICAL_JUDGEMENT, reasons[j], SOLEUS_ANSWER_YES, rows[i].seen);
        }
      done = soleus_clinic_commit (fixture.clinic, both, &error);
      g_assert_cmpint (done, ==, saved[0] != NULL);
      if (!done)
        g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
      for (gsize j = 0; j < G_N_ELEMENTS (sides); j++)
        {
          const char *id = soleus_record_get_id (treatments->pdata[j]);
          g_autoptr (GPtrArray) overrides = soleus_clinic_list_of (fixture.clinic, &soleus_override_kind, "treatment", id, NULL);
          g_autoptr (SoleusRecord) stored = soleus_clinic_find (fixture.clinic, &soleus_treatment_kind, id, NULL);

          g_assert_cmpint (stored != NULL, ==, done);
          g_assert_cmpuint (overrides->len, ==, done ? 1 : 0);
          if (done)
            g_assert_cmpstr (soleus_record_get_text (overrides->pdata[0], "text"), ==, saved[j]);
        }
      one_athlete_tear_down (&fixture, NULL);
    }
}

/* --- plans --- */

static guint
count_planned (Fixture    *fixture,
               const char *athlete)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = soleus_clinic_list_planned_inside (fixture->clinic, athlete, &error);

  g_assert_no_error (error);
  return list->len;
}

/* Those whose time is over and that nobody signed are asked about for four weeks, and only where somebody could still say something. */
static void
test_a_plan_is_asked_about_for_four_weeks (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autofree char *other = add (fixture, &soleus_athlete_kind, VALUES ("name", "Olli Tailwind"));
  g_autofree char *visit = add (fixture, &soleus_visit_kind, VALUES ("time", "2025-05-12T12:00+02:00"));
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *sentence = NULL;

  g_free (add (fixture, &soleus_treatment_kind, VALUES ("visit", visit, "modality", "kneading", "side", "left", "region", "calf", "at", "2025-05-12T12:00+02:00")));
  g_free (add (fixture, &soleus_treatment_kind, VALUES ("visit", visit, "modality", "hot-pack", "side", "left", "region", "calf", "at", "2025-05-12T12:10+02:00")));
  g_free (add (fixture, &soleus_episode_kind, VALUES ("onset", "2025-05-11T11:00+02:00", "side", "left", "muscle", "gastrocnemius")));
  g_assert_cmpuint (count_planned (fixture, NULL), ==, 2);
  g_assert_cmpuint (count_planned (fixture, fixture->athlete), ==, 2);
  g_assert_cmpuint (count_planned (fixture, other), ==, 0);
  list = soleus_clinic_list_planned_inside (fixture->clinic, NULL, NULL);
  g_assert_cmpstr (soleus_record_get_text (((SoleusPlannedTreatment *) list->pdata[0])->treatment, "modality"), ==, "kneading");
  g_clear_pointer (&list, g_ptr_array_unref);

  soleus_clock_advance (fixture->clock, 25 * SOLEUS_USEC_PER_HOUR);
  list = soleus_clinic_list_planned_inside (fixture->clinic, fixture->athlete, NULL);
  g_assert_cmpuint (list->len, ==, 2);
  sentence = soleus_planned_treatment_dup_sentence (list->pdata[1]);
  g_assert_true (g_str_has_prefix (sentence, "Planned inside a window, and its time is over. "));
  g_assert_true (g_str_has_suffix (sentence, "Sign the visit if it was given; otherwise take it out."));
  soleus_clock_advance (fixture->clock, (28 * 24 - 1) * SOLEUS_USEC_PER_HOUR);
  g_assert_cmpuint (count_planned (fixture, NULL), ==, 2);
  soleus_clock_advance (fixture->clock, SOLEUS_USEC_PER_HOUR);
  g_assert_cmpuint (count_planned (fixture, NULL), ==, 0);
  soleus_planned_treatment_free (NULL);
}

static void
test_a_void_athlete_has_no_plans (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_free (add (fixture, &soleus_treatment_kind, VALUES ("modality", "kneading", "side", "left", "region", "calf", "at", "2025-05-12T12:00+02:00")));
  g_free (add (fixture, &soleus_episode_kind, VALUES ("onset", "2025-05-11T11:00+02:00", "side", "left", "muscle", "gastrocnemius")));
  g_assert_cmpuint (count_planned (fixture, NULL), ==, 1);
  change (fixture, &soleus_athlete_kind, fixture->athlete, VALUES ("void-reason", "entered twice"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_planned (fixture, NULL), ==, 0);
}

/* --- a record that brings its history --- */

#define HISTORY "\"history\": [{\"id\": \"%s\", \"revision\": 1, \"created-at\": \"2024-03-01T10:00:00+01:00\", \"created-by\": \"%s\", " \
                "\"updated-at\": \"2024-03-01T10:00:00+01:00\", \"updated-by\": \"%s\", \"name\": \"Cora Brisk\", \"team\": \"Juniors\"}]"

/* Its revisions and stamps stay as they were elsewhere, if those who wrote them are known here; the audit says when it came. */
static void
test_a_record_keeps_its_history (Fixture       *fixture,
                                 gconstpointer  data)
{
  static const struct { gboolean author_is_known; gint64 revision; const char *created; } rows[] = {
    { TRUE, 2, "2024-03-01T10:00:00+01:00" },
    { FALSE, 1, NULL }, /* begins anew here */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *id = g_uuid_string_random ();
      g_autofree char *stranger = g_uuid_string_random ();
      const char *author = rows[i].author_is_known ? soleus_record_get_id (soleus_clinic_get_therapist (fixture->clinic)) : stranger;
      g_autofree char *history = g_strdup_printf (HISTORY, id, author, author);
      g_autofree char *archive = g_strdup_printf ("{\"schema\": 1, \"archive\": \"soleus\", \"athletes\": [{\"id\": \"%s\", \"revision\": 2, "
                                                  "\"created-at\": \"2024-03-01T10:00:00+01:00\", \"created-by\": \"%s\", \"updated-at\": \"2024-06-01T10:00:00+02:00\", "
                                                  "\"updated-by\": \"%s\", \"name\": \"Cora Brisk\", \"team\": \"First Team\", %s}]}", id, author, author, history);
      g_autofree char *path = NULL;
      g_autoptr (SoleusImportReport) report = NULL;
      g_autoptr (SoleusRecord) stored = NULL;
      g_autoptr (GPtrArray) versions = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) error = NULL;
      int file = g_file_open_tmp ("soleus-history-XXXXXX.json", &path, NULL);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_true (g_close (file, NULL));
      g_assert_true (g_file_set_contents (path, archive, -1, NULL));
      report = soleus_transfer_import (fixture->clinic, path, &error);
      g_assert_no_error (error);
      g_unlink (path);
      g_assert_cmpuint (report->n_imported, ==, 1);
      stored = find (fixture, &soleus_athlete_kind, id);
      versions = soleus_clinic_list_versions (fixture->clinic, &soleus_athlete_kind, id, NULL);
      g_assert_cmpint (soleus_record_get_revision (stored), ==, rows[i].revision);
      g_assert_cmpuint (versions->len, ==, rows[i].revision);
      g_assert_cmpstr (soleus_record_get_text (stored, "team"), ==, "First Team");
      if (rows[i].created != NULL)
        {
          g_autoptr (SoleusMoment) created = soleus_moment_parse (rows[i].created, NULL);

          g_assert_cmpint (soleus_record_get_instant (stored, "created-at"), ==, created->instant);
          g_assert_cmpstr (soleus_record_get_text (versions->pdata[0], "team"), ==, "Juniors");
        }
      else
        g_assert_cmpint (soleus_record_get_instant (stored, "created-at"), ==, soleus_clinic_get_now (fixture->clinic));
      findings = soleus_clinic_verify (fixture->clinic, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (findings->len, ==, 0);
    }
}

/* --- who writes --- */

static void
test_every_entry_has_an_author (void)
{
  g_autoptr (SoleusMoment) now = soleus_moment_parse (NOW, NULL);
  g_autoptr (SoleusClock) clock = soleus_clock_new_fixed (now->instant);
  g_autoptr (SoleusClinic) clinic = soleus_clinic_open (":memory:", SOLEUS_CLINIC_OPEN_CREATE, clock, NULL);
  g_autoptr (SoleusRecord) athlete = soleus_record_new (&soleus_athlete_kind);
  g_autoptr (SoleusRecord) therapist = soleus_record_new (&soleus_therapist_kind);
  g_autoptr (SoleusRecord) stored = NULL;
  g_autoptr (SoleusChange) both = soleus_change_new ();
  g_autoptr (GError) error = NULL;

  soleus_record_set_text (athlete, "name", "Mara Swiftwater");
  soleus_record_set_text (therapist, "name", "T. Exemplar");
  g_assert_false (soleus_clinic_save (clinic, athlete, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID);
  g_clear_error (&error);

  /* the first therapist may come along in the same breath, and not first */
  soleus_change_add (both, athlete);
  soleus_change_add (both, therapist);
  g_assert_true (soleus_clinic_commit (clinic, both, &error));
  g_assert_no_error (error);
  stored = soleus_clinic_find (clinic, &soleus_athlete_kind, soleus_record_get_id (athlete), NULL);
  g_assert_cmpstr (soleus_record_get_text (stored, "created-by"), ==, soleus_record_get_id (therapist));
}

#define ADD(name, data, func) g_test_add ("/commit/" name, Fixture, data, one_athlete_set_up, func, one_athlete_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a_void_visit_takes_its_parts_along/draft", GINT_TO_POINTER (FALSE), test_a_void_visit_takes_its_parts_along);
  ADD ("a_void_visit_takes_its_parts_along/signed", GINT_TO_POINTER (TRUE), test_a_void_visit_takes_its_parts_along);
  ADD ("a_visit_becomes_void_for_a_reason", NULL, test_a_visit_becomes_void_for_a_reason);
  ADD ("a_signed_part_becomes_void_with_its_visit_only", NULL, test_a_signed_part_becomes_void_with_its_visit_only);
  ADD ("there_may_be_nothing_to_take_back", NULL, test_there_may_be_nothing_to_take_back);
  g_test_add_func ("/commit/what_was_changed_meanwhile_is_not_taken_back", test_what_was_changed_meanwhile_is_not_taken_back);
  ADD ("another_act_asks_again", NULL, test_another_act_asks_again);
  g_test_add_func ("/commit/each_treatment_has_its_reason", test_each_treatment_has_its_reason);
  ADD ("a_plan_is_asked_about_for_four_weeks", NULL, test_a_plan_is_asked_about_for_four_weeks);
  ADD ("a_void_athlete_has_no_plans", NULL, test_a_void_athlete_has_no_plans);
  ADD ("a_record_keeps_its_history", NULL, test_a_record_keeps_its_history);
  g_test_add_func ("/commit/every_entry_has_an_author", test_every_entry_has_an_author);

  return g_test_run ();
}
