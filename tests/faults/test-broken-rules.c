/* A table that a rule is asked from is gone or cannot be read: what is refused on a whole file is not done on a broken one either. A gate that
 * cannot be asked is closed, and nobody is said to be free who was not looked at. */
#include "soleus-config.h"

#include "broken-table.h"
#include "fault-vfs.h"
#include "tests/record-values.h"
#include "tests/saved-records.h"
#include "tests/scratch-folder.h"

#include <glib/gstdio.h>
#include <string.h>

#include "soleus-clinic-privacy.h"
#include "soleus-clock.h"
#include "soleus-error.h"
#include "soleus-planned-treatment.h"
#include "soleus-records.h"
#include "soleus-visit-void.h"

/* Tuesday, 20 May 2025, 12:00 */
#define NOW "2025-05-20T12:00+02:00"

typedef struct {
  char         *folder;
  char         *path;
  SoleusClock  *clock;
  SoleusClinic *clinic;
  char         *bytes;   /* the whole file */
  gsize         size;
  char         *athlete;
  char         *restricted;
  char         *visit;   /* signed */
  char         *draft;   /* a visit that is not */
} Fixture;

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

static void
open_clinic (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->clinic = soleus_clinic_open (fixture->path, SOLEUS_CLINIC_OPEN_CREATE, fixture->clock, &error);
  g_assert_no_error (error);
}

static void
add_rules (Fixture *fixture)
{
  g_autoptr (SoleusRecord) policy = soleus_record_new (&soleus_policy_kind);
  SoleusRecord *present = soleus_clinic_get_policy (fixture->clinic);

  for (guint i = SOLEUS_RECORD_N_COMMON; i < soleus_record_get_n_fields (present); i++)
    {
      const char *name = soleus_record_get_field (present, i)->name;
      g_autofree char *text = soleus_record_dup_as_text (present, name);

      g_assert_true (soleus_record_set_from_text (policy, name, text, NULL));
    }
  set_values (policy, VALUES ("version", "2", "window-hours", "96", "effective-from", NOW));
  save_record (fixture->clinic, policy);
}

#define NOTHING_FOUND "pain-persists=no,focal-tenderness=no,pain-on-resistance=no,pain-on-stretch=no,bruising=no,palpable-gap=no,pop-felt=no,cannot-heel-raise=no"

/* The left calf: a cramp 50 hours ago, looked at, nothing found: under the rules of this clinic, 96 hours, not free; it would be under those by
 * default. The right leg: a flag that somebody raised. */
static void
fill (Fixture *fixture)
{
  g_autoptr (SoleusRecord) stored = NULL;
  g_autoptr (SoleusRecord) copy = NULL;
  g_autoptr (GError) error = NULL;

  g_free (add (fixture, &soleus_therapist_kind, VALUES ("name", "T. Exemplar")));
  add_rules (fixture);
  fixture->athlete = add (fixture, &soleus_athlete_kind, VALUES ("name", "Mara Swiftwater", "born", "1999-01-02"));
  g_free (add (fixture, &soleus_episode_kind, VALUES ("onset", "2025-05-18T09:58+02:00", "end", "2025-05-18T10:00+02:00", "side", "left", "muscle", "gastrocnemius",
                                                      "screen", NOTHING_FOUND)));
  g_free (add (fixture, &soleus_red_flag_kind, VALUES ("kind", "swelling", "side", "right", "raised-at", "2025-05-20T11:00+02:00", "reason", "Swollen")));
  fixture->visit = add (fixture, &soleus_visit_kind, VALUES ("time", "2025-05-20T11:30+02:00", "plan", "As it was signed"));
  stored = soleus_clinic_find (fixture->clinic, &soleus_visit_kind, fixture->visit, NULL);
  copy = soleus_record_copy (stored);
  soleus_record_set_enum (copy, "state", SOLEUS_VISIT_STATE_SIGNED);
  save_record (fixture->clinic, copy);
  fixture->draft = add (fixture, &soleus_visit_kind, VALUES ("time", "2025-05-20T11:45+02:00"));
  g_free (add (fixture, &soleus_treatment_kind, VALUES ("visit", fixture->draft, "modality", "cold-pack", "at", "2025-05-20T11:45+02:00", "side", "left")));
  fixture->restricted = add (fixture, &soleus_athlete_kind, VALUES ("name", "Olli Tailwind"));
  g_assert_true (soleus_clinic_restrict_athlete (fixture->clinic, fixture->restricted, TRUE, "Under dispute", &error));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (SoleusMoment) now = soleus_moment_parse (NOW, NULL);

  fixture->folder = g_dir_make_tmp ("soleus-rules-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "clinic.soleus", NULL);
  fixture->clock = soleus_clock_new_fixed (now->instant);
  open_clinic (fixture);
  fill (fixture);
  g_clear_object (&fixture->clinic);
  broken_table_checkpoint (fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &fixture->bytes, &fixture->size, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->clinic);
  g_clear_object (&fixture->clock);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->bytes);
  g_free (fixture->athlete);
  g_free (fixture->restricted);
  g_free (fixture->visit);
  g_free (fixture->draft);
}

/* --- what a whole file refuses --- */

static gboolean
save (Fixture       *fixture,
      SoleusRecord  *record,
      GError       **error)
{
  return soleus_clinic_save (fixture->clinic, record, error);
}

static gboolean
treat_left (Fixture  *fixture,
            GError  **error)
{
  g_autoptr (SoleusRecord) treatment = create (fixture, &soleus_treatment_kind,
                                               VALUES ("modality", "kneading", "side", "left", "region", "calf", "at", NOW));

  return save (fixture, treatment, error);
}

static gboolean
treat_right (Fixture  *fixture,
             GError  **error)
{
  g_autoptr (SoleusRecord) treatment = create (fixture, &soleus_treatment_kind,
                                               VALUES ("modality", "kneading", "side", "right", "region", "calf", "at", NOW));
  g_autoptr (SoleusChange) change = soleus_change_new ();

  soleus_change_add (change, treatment);
  soleus_change_set_override (change, SOLEUS_OVERRIDE_REASON_CLINICAL_JUDGEMENT, "I am sure", SOLEUS_ANSWER_YES);
  return soleus_clinic_commit (fixture->clinic, change, error);
}

static gboolean
plan_left (Fixture  *fixture,
           GError  **error)
{
  g_autoptr (SoleusRecord) treatment = create (fixture, &soleus_treatment_kind,
                                               VALUES ("modality", "hot-pack", "side", "left", "region", "calf", "at", "2025-05-21T12:00+02:00"));

  return save (fixture, treatment, error);
}

static gboolean
rewrite_signed (Fixture  *fixture,
                GError  **error)
{
  g_autoptr (SoleusRecord) visit = create (fixture, &soleus_visit_kind, VALUES ("time", "2025-05-20T11:30+02:00", "plan", "Rewritten"));

  soleus_record_set_text (visit, "id", fixture->visit);
  soleus_record_set_int (visit, "revision", 2);
  return save (fixture, visit, error);
}

static gboolean
add_to_signed (Fixture  *fixture,
               GError  **error)
{
  g_autoptr (SoleusRecord) treatment = create (fixture, &soleus_treatment_kind,
                                               VALUES ("visit", fixture->visit, "modality", "cold-pack", "side", "left", "at", NOW));

  return save (fixture, treatment, error);
}

static gboolean
write_restricted (Fixture  *fixture,
                  GError  **error)
{
  g_autoptr (SoleusRecord) episode = create (fixture, &soleus_episode_kind, VALUES ("onset", "2025-05-19T10:00+02:00", "side", "left", "muscle", "soleus"));

  soleus_record_set_text (episode, "athlete", fixture->restricted);
  return save (fixture, episode, error);
}

/* as the window asks before anything is saved */
static gboolean
ask_gate (Fixture  *fixture,
          GError  **error)
{
  SoleusInstant now = soleus_clinic_get_now (fixture->clinic);

  return soleus_clinic_gate (fixture->clinic, fixture->athlete, "kneading", SOLEUS_SIDE_LEFT, SOLEUS_REGION_CALF, now, NULL, error) ==
         SOLEUS_GATE_VERDICT_ALLOWED;
}

static gboolean
ask_gate_of_treatment (Fixture  *fixture,
                       GError  **error)
{
  g_autoptr (SoleusRecord) treatment = create (fixture, &soleus_treatment_kind,
                                               VALUES ("modality", "kneading", "side", "left", "region", "calf", "at", "2025-05-20"));
  g_autoptr (SoleusWindow) window = NULL;

  return soleus_clinic_gate_treatment (fixture->clinic, treatment, &window, error) == SOLEUS_GATE_VERDICT_ALLOWED;
}

static gboolean
is_free (Fixture  *fixture,
         GError  **error)
{
  g_autoptr (SoleusAssessment) assessment = soleus_clinic_assess (fixture->clinic, fixture->athlete, soleus_clinic_get_now (fixture->clinic), error);

  return assessment != NULL && soleus_assessment_get_state (assessment) == SOLEUS_WINDOW_STATE_OPEN;
}

typedef gboolean (*Attempt) (Fixture  *fixture,
                             GError  **error);

static const struct { const char *name; Attempt run; gboolean writes; } attempts[] = {
  { "massage before the 96 hours of this clinic are over", treat_left, TRUE },
  { "massage under a hard stop, with a reason", treat_right, TRUE },
  { "heat planned inside", plan_left, TRUE },
  { "a signed visit rewritten", rewrite_signed, TRUE },
  { "a treatment added to a signed visit", add_to_signed, TRUE },
  { "an episode of a restricted athlete", write_restricted, TRUE },
  { "the gate is asked", ask_gate, FALSE },
  { "the gate is asked about a day", ask_gate_of_treatment, FALSE },
  { "the athlete is said to be free", is_free, FALSE },
};

static const char *const tables[] = {
  "policy", "athlete", "episode", "contact", "red_flag", "clot_screen", "medication", "condition", "visit", "treatment", "override", "breach", "therapist",
  "clinic_profile", "version", "audit", "audit_head", "session",
};

static void
lay_out (Fixture    *fixture,
         const char *table,
         BrokenWay   way)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (fixture->path, "-shm", NULL);

  g_clear_object (&fixture->clinic);
  g_unlink (wal);
  g_unlink (shm);
  g_assert_true (g_file_set_contents_full (fixture->path, fixture->bytes, (gssize) fixture->size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  open_clinic (fixture);
  /* who works here was read before: an attempt is to fail by the rule, not for want of an author */
  g_assert_nonnull (soleus_clinic_get_therapist (fixture->clinic));
  if (table != NULL)
    broken_table_break (fixture->path, table, way);
}

static void
test_a_gate_that_cannot_be_asked_is_closed (Fixture       *fixture,
                                            gconstpointer  data)
{
  guint n_done = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    for (BrokenWay way = BROKEN_GONE; way <= BROKEN_UNREADABLE; way++)
      for (gsize j = 0; j < G_N_ELEMENTS (attempts); j++)
        {
          g_autofree char *before = NULL;
          g_autofree char *after = NULL;
          g_autoptr (GError) error = NULL;

          lay_out (fixture, tables[i], way);
          before = broken_table_dup_content (fixture->path, tables[i]);
          if (attempts[j].run (fixture, &error))
            {
              g_printerr ("# done: %s, %s %s\n", attempts[j].name, tables[i], broken_way_names[way]);
              n_done++;
            }
          if (attempts[j].writes)
            {
              g_assert_nonnull (error);
              g_assert_true (g_str_has_suffix (error->message, "."));
            }
          after = broken_table_dup_content (fixture->path, tables[i]);
          g_assert_cmpstr (before, ==, after);
        }
  g_assert_cmpuint (n_done, ==, 0);
}

/* On a whole file each is refused, by a rule; without the cramp, the flag, the signature and the restriction each would be done. */
static void
test_on_a_whole_file_each_is_refused_by_a_rule (Fixture       *fixture,
                                                gconstpointer  data)
{
  for (gsize j = 0; j < G_N_ELEMENTS (attempts); j++)
    {
      g_autoptr (GError) error = NULL;

      lay_out (fixture, NULL, BROKEN_GONE);
      g_test_message ("%s", attempts[j].name);
      g_assert_false (attempts[j].run (fixture, &error));
      if (attempts[j].writes)
        g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
      else
        g_assert_no_error (error);
    }
  /* the control: under the rules by default the left calf would be free */
  lay_out (fixture, NULL, BROKEN_GONE);
  soleus_clock_advance (fixture->clock, 47 * SOLEUS_USEC_PER_HOUR);
  g_assert_true (ask_gate (fixture, NULL));
  soleus_clock_advance (fixture->clock, -47 * SOLEUS_USEC_PER_HOUR);
}

/* A clinic of one athlete who is known to be in a window by one table alone: a cramp, a flag, a re-check that found bleeding. */
static void
test_what_cannot_be_read_is_not_nobody (Fixture       *fixture,
                                        gconstpointer  data)
{
  static const char *const ways_in[] = { "episode", "red_flag", "contact" };

  for (gsize i = 0; i < G_N_ELEMENTS (ways_in); i++)
    for (BrokenWay way = BROKEN_GONE; way <= BROKEN_UNREADABLE; way++)
      {
        g_autofree char *path = g_strdup_printf ("%s/quiet-%" G_GSIZE_FORMAT "-%d.soleus", fixture->folder, i, way);
        Fixture quiet = { .path = path, .clock = fixture->clock };
        g_autoptr (GPtrArray) before = NULL;
        g_autoptr (GPtrArray) status = NULL;
        g_autoptr (GError) error = NULL;
        g_autofree char *old = NULL;

        open_clinic (&quiet);
        g_free (add (&quiet, &soleus_therapist_kind, VALUES ("name", "T. Exemplar")));
        quiet.athlete = add (&quiet, &soleus_athlete_kind, VALUES ("name", "Cora Brisk"));
        if (i == 0)
          g_free (add (&quiet, &soleus_episode_kind, VALUES ("onset", "2025-05-20T09:00+02:00", "side", "left", "muscle", "soleus")));
        else if (i == 1)
          g_free (add (&quiet, &soleus_red_flag_kind, VALUES ("kind", "swelling", "side", "left", "raised-at", "2025-05-20T11:00+02:00", "reason", "Swollen")));
        else
          {
            old = add (&quiet, &soleus_episode_kind, VALUES ("onset", "2025-04-01T09:00+02:00", "side", "left", "muscle", "soleus"));
            g_free (add (&quiet, &soleus_contact_kind, VALUES ("episode", old, "at", "2025-04-03T09:00+02:00", "bleeding", "yes")));
          }
        before = soleus_clinic_list_status (quiet.clinic, soleus_clinic_get_now (quiet.clinic), &error);
        g_assert_no_error (error);
        g_assert_cmpuint (before->len, ==, 1);
        g_clear_object (&quiet.clinic);
        open_clinic (&quiet);
        broken_table_break (path, ways_in[i], way);
        status = soleus_clinic_list_status (quiet.clinic, soleus_clinic_get_now (quiet.clinic), &error);
        g_assert_null (status);
        g_assert_nonnull (error);
        g_clear_object (&quiet.clinic);
        g_free (quiet.athlete);
      }
}

/* --- what a whole file lets be done --- */

static gboolean
log_cramp (Fixture  *fixture,
           GError  **error)
{
  g_autoptr (SoleusRecord) episode = create (fixture, &soleus_episode_kind, VALUES ("onset", "2025-05-20T10:00+02:00", "side", "right", "muscle", "soleus"));

  return save (fixture, episode, error);
}

static gboolean
treat_with_reason (Fixture  *fixture,
                   GError  **error)
{
  g_autoptr (SoleusRecord) treatment = create (fixture, &soleus_treatment_kind,
                                               VALUES ("modality", "kneading", "side", "left", "region", "calf", "at", NOW));
  g_autoptr (SoleusChange) change = soleus_change_new ();

  soleus_change_add (change, treatment);
  soleus_change_set_override (change, SOLEUS_OVERRIDE_REASON_CLINICAL_JUDGEMENT, "Broad and light", SOLEUS_ANSWER_YES);
  return soleus_clinic_commit (fixture->clinic, change, error);
}

static gboolean
sign (Fixture  *fixture,
      GError  **error)
{
  g_autoptr (SoleusRecord) stored = soleus_clinic_find (fixture->clinic, &soleus_visit_kind, fixture->draft, error);
  g_autoptr (SoleusRecord) copy = stored != NULL ? soleus_record_copy (stored) : NULL;

  if (copy == NULL)
    return FALSE;
  soleus_record_set_enum (copy, "state", SOLEUS_VISIT_STATE_SIGNED);
  return save (fixture, copy, error);
}

static gboolean
void_visit (Fixture  *fixture,
            GError  **error)
{
  return soleus_visit_void_run (fixture->clinic, fixture->draft, "entered twice", error);
}

static gboolean
issue_document (Fixture  *fixture,
                GError  **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a document", 10);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (SoleusRecord) document = create (fixture, &soleus_issued_document_kind,
                                              VALUES ("title", "Handout", "issued-at", NOW, "content-hash", hash));
  g_autoptr (SoleusChange) change = soleus_change_new ();

  soleus_change_add (change, document);
  soleus_change_add_blob (change, bytes);
  return soleus_clinic_commit (fixture->clinic, change, error);
}

static gboolean
undo (Fixture  *fixture,
      GError  **error)
{
  return soleus_clinic_undo (fixture->clinic, error);
}

static gboolean
list_planned (Fixture  *fixture,
              GError  **error)
{
  g_autoptr (GPtrArray) list = soleus_clinic_list_planned_inside (fixture->clinic, fixture->athlete, error);

  return list != NULL;
}

static const struct { const char *name; Attempt run; Attempt before; const char *needs; } works[] = {
  { "log a cramp", log_cramp, NULL, "athlete episode contact red_flag medication condition clot_screen treatment policy version audit audit_head" },
  { "treat with a reason", treat_with_reason, NULL, "athlete episode contact red_flag medication condition clot_screen treatment override policy version audit audit_head" },
  { "sign", sign, NULL, "athlete visit treatment version audit audit_head" },
  { "make a visit void", void_visit, NULL, "visit treatment measure contact clot_screen follow_up version audit audit_head" },
  { "issue a document", issue_document, NULL, "athlete document blob version audit audit_head" },
  { "take back", undo, log_cramp, "athlete episode version audit audit_head" },
  { "list what is planned inside", list_planned, NULL, "visit treatment" },
};

static gboolean
names (const char *list,
       const char *table)
{
  g_auto (GStrv) all = g_strsplit (list, " ", -1);

  return g_strv_contains ((const char *const *) all, table);
}

static void
test_what_is_done_is_done_whole (Fixture       *fixture,
                                 gconstpointer  data)
{
  static const char *const needed[] = { "policy", "athlete", "episode", "contact", "red_flag", "clot_screen", "medication", "condition", "visit", "treatment", "override",
                                        "measure", "follow_up", "document", "blob", "version", "audit", "audit_head", "note_entry" };
  gboolean full = g_strcmp0 (g_getenv ("SOLEUS_FULL"), "1") == 0;
  guint n_wrong = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    for (BrokenWay way = BROKEN_GONE; way < BROKEN_N_WAYS; way++)
      for (gsize j = 0; j < G_N_ELEMENTS (works); j++)
        {
          g_autofree char *before = NULL;
          g_autofree char *after = NULL;
          g_autoptr (GError) error = NULL;
          gboolean done;

          /* of those that do not need the table a slice is tried */
          if (!names (works[j].needs, needed[i]) && (way != BROKEN_GONE || (!full && (i + j) % 4 != 0)))
            continue;
          lay_out (fixture, NULL, way);
          if (works[j].before != NULL)
            g_assert_true (works[j].before (fixture, NULL));
          broken_table_break (fixture->path, needed[i], way);
          before = broken_table_dup_content (fixture->path, needed[i]);
          done = works[j].run (fixture, &error);
          g_assert_cmpint (done, ==, error == NULL);
          if (done && way != BROKEN_FULL && names (works[j].needs, needed[i]))
            {
              g_printerr ("# done: %s, %s %s\n", works[j].name, needed[i], broken_way_names[way]);
              n_wrong++;
            }
          after = broken_table_dup_content (fixture->path, needed[i]);
          if (!done)
            g_assert_cmpstr (before, ==, after);
        }
  g_assert_cmpuint (n_wrong, ==, 0);

  for (gsize j = 0; j < G_N_ELEMENTS (works); j++)
    {
      g_autoptr (GError) error = NULL;

      lay_out (fixture, NULL, BROKEN_GONE);
      g_assert_true (works[j].before == NULL || works[j].before (fixture, NULL));
      g_assert_true (works[j].run (fixture, &error));
      g_assert_no_error (error);
    }
}

#define ADD(name, func) g_test_add ("/broken-rules/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  fault_vfs_skip_syncs (TRUE);

  ADD ("on_a_whole_file_each_is_refused_by_a_rule", test_on_a_whole_file_each_is_refused_by_a_rule);
  ADD ("a_gate_that_cannot_be_asked_is_closed", test_a_gate_that_cannot_be_asked_is_closed);
  ADD ("what_cannot_be_read_is_not_nobody", test_what_cannot_be_read_is_not_nobody);
  ADD ("what_is_done_is_done_whole", test_what_is_done_is_done_whole);

  return g_test_run ();
}
