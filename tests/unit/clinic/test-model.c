/* Any sequence of what is done with records, against a plain model in memory that says what must be there afterwards: every version, nothing
 * else, found by its words and not by those of before; an archive of it is the same clinic elsewhere. */
#include "soleus-config.h"

#include <glib/gstdio.h>

#include "soleus-clinic-privacy.h"
#include "soleus-clinic-search.h"
#include "soleus-clock.h"
#include "soleus-records.h"
#include "soleus-transfer.h"

#define STEPS_OF_EVERY_DAY 600
#define STEPS_OF_A_SEQUENCE 50000 /* 1,000,000 in all */
#define N_SEQUENCES 20
#define LARGE_ENOUGH 300 /* records of a clinic */

/* what the model knows of one record */
typedef struct {
  const SoleusRecordKind *kind;
  char      *id;
  char      *athlete;  /* (nullable) */
  GPtrArray *notes;    /* (element-type utf8) of each revision, "" for none */
  gboolean   is_void;
} ModelRecord;

typedef struct {
  SoleusClock  *clock;
  SoleusClinic *clinic;
  GRand        *random;
  GPtrArray    *records; /* (element-type ModelRecord) */
  ModelRecord  *last;    /* (not owned) (nullable): what the last commit changed, and can be taken back */
  gboolean      last_was_new; /* … and whether it made it */
  guint         n_words;
  gint64        n_flags; /* so that a flag that was raised is noticed */
  char         *folder;
} Fixture;

static void
model_record_free (gpointer data)
{
  ModelRecord *self = data;

  g_free (self->id);
  g_free (self->athlete);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

static SoleusClinic *
open_clinic (SoleusClock *clock)
{
  g_autoptr (GError) error = NULL;
  SoleusClinic *clinic = soleus_clinic_open (":memory:", SOLEUS_CLINIC_OPEN_CREATE, clock, &error);

  g_assert_no_error (error);
  return clinic;
}

/* an empty clinic and a model of it */
static void
begin (Fixture *self)
{
  g_autoptr (SoleusRecord) therapist = soleus_record_new (&soleus_therapist_kind);
  g_autoptr (GError) error = NULL;

  self->clinic = open_clinic (self->clock);
  g_ptr_array_set_size (self->records, 0);
  self->last = NULL;
  self->n_flags = 0;
  soleus_record_set_text (therapist, "name", "T. Exemplar");
  soleus_clinic_save (self->clinic, therapist, &error);
  g_assert_no_error (error);
}

/* @data: which of the sequences */
static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->clock = soleus_clock_new_fixed (G_GINT64_CONSTANT (1747735200000000));
  self->random = g_rand_new_with_seed (20260328 + GPOINTER_TO_UINT (data));
  self->records = g_ptr_array_new_with_free_func (model_record_free);
  self->folder = g_dir_make_tmp ("soleus-model-XXXXXX", NULL);
  begin (self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "archive.json", NULL);

  g_ptr_array_unref (self->records);
  g_rand_free (self->random);
  g_assert_finalize_object (self->clinic);
  g_clear_object (&self->clock);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
}

/* --- what is done --- */

/* a word that stands nowhere else */
static char *
dup_word (Fixture *self)
{
  return g_strdup_printf ("word%uend", ++self->n_words);
}

/* (nullable): one that is not void; of @kind, where that is not NULL */
static ModelRecord *
choose (Fixture                *self,
        const SoleusRecordKind *kind)
{
  guint start = self->records->len > 0 ? (guint) g_rand_int_range (self->random, 0, (gint32) self->records->len) : 0;

  for (guint i = 0; i < self->records->len; i++)
    {
      ModelRecord *record = self->records->pdata[(start + i) % self->records->len];

      if (!record->is_void && (kind == NULL || record->kind == kind))
        return record;
    }
  return NULL;
}

static gint64
count_stored (Fixture                *self,
              const SoleusRecordKind *kind)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (kind);

  return soleus_clinic_count (self->clinic, query, NULL);
}

/* A change that raised a flag is not taken back: the flag stays. */
static void
remember (Fixture     *self,
          ModelRecord *record,
          gboolean     was_new)
{
  gint64 n_flags = count_stored (self, &soleus_red_flag_kind);

  self->last = n_flags > self->n_flags ? NULL : record;
  self->n_flags = n_flags;
  self->last_was_new = was_new;
}

static void
add (Fixture *self)
{
  const SoleusRecordKind *const kinds[] = { &soleus_athlete_kind, &soleus_episode_kind, &soleus_condition_kind, &soleus_medication_kind, &soleus_episode_kind };
  ModelRecord *athlete = choose (self, &soleus_athlete_kind);
  const SoleusRecordKind *kind = athlete == NULL ? &soleus_athlete_kind : kinds[g_rand_int_range (self->random, 0, G_N_ELEMENTS (kinds))];
  g_autoptr (SoleusRecord) record = soleus_record_new (kind);
  g_autofree char *name = g_strdup_printf ("Model %u", ++self->n_words);
  ModelRecord *known = g_new0 (ModelRecord, 1);
  char *word = dup_word (self);
  g_autoptr (GError) error = NULL;

  if (soleus_record_find_field (record, "name") != NULL)
    soleus_record_set_text (record, "name", name);
  if (kind != &soleus_athlete_kind)
    soleus_record_set_text (record, "athlete", athlete->id);
  if (kind == &soleus_episode_kind)
    {
      g_assert_true (soleus_record_set_from_text (record, "onset", "2025-05-10T20:00+02:00", NULL));
      soleus_record_set_enum (record, "side", SOLEUS_SIDE_LEFT);
      soleus_record_set_text (record, "muscle", "soleus");
    }
  if (kind == &soleus_condition_kind)
    soleus_record_set_text (record, "condition", "allergies");
  soleus_record_set_text (record, "note", word);
  soleus_clinic_save (self->clinic, record, &error);
  g_assert_no_error (error);
  known->kind = kind;
  known->id = g_strdup (soleus_record_get_id (record));
  known->athlete = g_strdup (kind != &soleus_athlete_kind ? athlete->id : known->id);
  known->notes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (known->notes, word);
  g_ptr_array_add (self->records, known);
  remember (self, known, TRUE);
}

static SoleusRecord *
dup_stored (Fixture     *self,
            ModelRecord *record)
{
  g_autoptr (SoleusRecord) stored = soleus_clinic_find (self->clinic, record->kind, record->id, NULL);

  g_assert_nonnull (stored);
  return soleus_record_copy (stored);
}

static void
change (Fixture *self)
{
  ModelRecord *record = choose (self, NULL);
  g_autoptr (SoleusRecord) copy = record != NULL ? dup_stored (self, record) : NULL;
  char *word = dup_word (self);
  g_autoptr (GError) error = NULL;

  if (copy == NULL)
    {
      g_free (word);
      return;
    }
  soleus_record_set_text (copy, "note", word);
  soleus_clinic_save (self->clinic, copy, &error);
  g_assert_no_error (error);
  g_ptr_array_add (record->notes, word);
  remember (self, record, FALSE);
}

static void
make_void (Fixture *self)
{
  const SoleusRecordKind *const kinds[] = { &soleus_episode_kind, &soleus_condition_kind, &soleus_medication_kind };
  ModelRecord *record = choose (self, kinds[g_rand_int_range (self->random, 0, G_N_ELEMENTS (kinds))]);
  g_autoptr (SoleusChange) change_of = soleus_change_new ();
  g_autoptr (SoleusRecord) copy = record != NULL ? dup_stored (self, record) : NULL;
  g_autoptr (GError) error = NULL;

  if (copy == NULL)
    return;
  soleus_change_add_void (change_of, copy, "A mistake");
  soleus_clinic_commit (self->clinic, change_of, &error);
  g_assert_no_error (error);
  g_ptr_array_add (record->notes, g_strdup (record->notes->pdata[record->notes->len - 1]));
  record->is_void = TRUE;
  remember (self, record, FALSE);
}

/* A new record becomes void; a changed one gets its former values, as a new revision. */
static void
undo (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  ModelRecord *record = self->last;

  g_assert_true (soleus_clinic_can_undo (self->clinic) == (record != NULL));
  if (record == NULL)
    return;
  soleus_clinic_undo (self->clinic, &error);
  g_assert_no_error (error);
  if (self->last_was_new)
    {
      g_ptr_array_add (record->notes, g_strdup (record->notes->pdata[record->notes->len - 1]));
      record->is_void = TRUE;
    }
  else
    {
      g_ptr_array_add (record->notes, g_strdup (record->notes->pdata[record->notes->len - 2]));
      record->is_void = FALSE;
    }
  self->last = NULL;
  self->n_flags = count_stored (self, &soleus_red_flag_kind);
}

static void
erase (Fixture *self)
{
  ModelRecord *athlete = choose (self, &soleus_athlete_kind);
  g_autofree char *id = NULL;
  SoleusErasureReport report;
  g_autoptr (GError) error = NULL;

  if (athlete == NULL)
    return;
  id = g_strdup (athlete->id);
  soleus_clinic_erase_athlete (self->clinic, id, "asked for it", &report, &error);
  g_assert_no_error (error);
  for (guint i = self->records->len; i > 0; i--)
    if (g_str_equal (((ModelRecord *) self->records->pdata[i - 1])->athlete, id))
      g_ptr_array_remove_index_fast (self->records, i - 1);
  self->last = NULL;
  self->n_flags = count_stored (self, &soleus_red_flag_kind);
}

/* the same again here changes nothing; in an empty clinic it makes the same one */
static void
carry_over (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "archive.json", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *elsewhere = NULL;
  g_autoptr (SoleusClinic) other = open_clinic (self->clock);
  g_autoptr (SoleusImportReport) here = NULL;
  g_autoptr (SoleusImportReport) there = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (soleus_transfer_export (self->clinic, soleus_format_find ("json"), path, NULL, &error));
  before = soleus_transfer_dup_content_hash (self->clinic, &error);
  here = soleus_transfer_import (self->clinic, path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (here->n_imported, ==, 0);
  g_assert_cmpuint (here->n_refused, ==, 0);
  after = soleus_transfer_dup_content_hash (self->clinic, &error);
  g_assert_cmpstr (before, ==, after);
  there = soleus_transfer_import (other, path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (there->n_refused, ==, 0);
  elsewhere = soleus_transfer_dup_content_hash (other, &error);
  g_assert_cmpstr (before, ==, elsewhere);
}

/* --- what must be there --- */

static gboolean
is_found (Fixture    *self,
          const char *word,
          const char *id)
{
  g_autoptr (GPtrArray) matches = soleus_clinic_search_notes (self->clinic, word, NULL, NULL, 10, NULL);

  for (guint i = 0; matches != NULL && i < matches->len; i++)
    if (g_strcmp0 (((SoleusNoteMatch *) matches->pdata[i])->record, id) == 0)
      return TRUE;
  return FALSE;
}

/* (nullable): what is not as the model says */
static const char *
compare (Fixture     *self,
         ModelRecord *record)
{
  g_autoptr (SoleusRecord) stored = soleus_clinic_find (self->clinic, record->kind, record->id, NULL);
  g_autoptr (GPtrArray) versions = soleus_clinic_list_versions (self->clinic, record->kind, record->id, NULL);
  const char *newest = record->notes->pdata[record->notes->len - 1];

  if (stored == NULL || versions == NULL)
    return "it is gone";
  if (soleus_record_is_void (stored) != record->is_void)
    return "it is void, or is not";
  if (versions->len != record->notes->len)
    return "it has more versions, or fewer";
  for (guint i = 0; i < versions->len; i++)
    if (g_strcmp0 (soleus_record_get_text (versions->pdata[i], "note"), record->notes->pdata[i]) != 0)
      return "a version says something else";
  if (g_strcmp0 (soleus_record_get_text (stored, "note"), newest) != 0)
    return "it says something else";
  if (is_found (self, newest, record->id) == record->is_void)
    return "its words are not found, or still";
  if (record->notes->len > 1 && !g_str_equal (record->notes->pdata[record->notes->len - 2], newest) &&
      is_found (self, record->notes->pdata[record->notes->len - 2], record->id))
    return "it is found by words of before";
  return NULL;
}

static void
compare_all (Fixture *self)
{
  const SoleusRecordKind *const kinds[] = { &soleus_athlete_kind, &soleus_episode_kind, &soleus_condition_kind, &soleus_medication_kind };
  g_autoptr (GPtrArray) findings = soleus_clinic_verify (self->clinic, NULL);

  g_assert_cmpuint (findings->len, ==, 0);
  for (guint i = 0; i < self->records->len; i++)
    g_assert_cmpstr (compare (self, self->records->pdata[i]), ==, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gint64 n = 0;

      for (guint j = 0; j < self->records->len; j++)
        {
          ModelRecord *record = self->records->pdata[j];

          n += record->kind == kinds[i] && !record->is_void;
        }
      g_assert_cmpint (count_stored (self, kinds[i]), ==, n);
    }
}

/* --- the tests --- */

static void
take_step (Fixture *self)
{
  gint32 what = g_rand_int_range (self->random, 0, 100);

  soleus_clock_advance (self->clock, SOLEUS_USEC_PER_SECOND);
  if (what < 30)
    add (self);
  else if (what < 70)
    change (self);
  else if (what < 80)
    make_void (self);
  else if (what < 97)
    undo (self);
  else
    erase (self);
}

static gboolean
is_full (void)
{
  return g_strcmp0 (g_getenv ("SOLEUS_FULL"), "1") == 0;
}

/* The audit keeps an entry of everything, of what was erased too: one clinic for a million steps would be read through for days. */
static void
begin_anew (Fixture *self)
{
  while (choose (self, &soleus_athlete_kind) != NULL)
    erase (self);
  compare_all (self);
  carry_over (self);
  g_assert_finalize_object (self->clinic);
  begin (self);
  add (self);
}

static void
anything_in_any_order (Fixture       *self,
                       gconstpointer  data)
{
  const guint n_steps = is_full () ? STEPS_OF_A_SEQUENCE : STEPS_OF_EVERY_DAY;
  guint n_clinics = 1;

  add (self); /* the therapist, whom the model does not know, is not taken back */
  for (guint i = 1; i <= n_steps; i++)
    {
      take_step (self);
      if (self->records->len > 0)
        g_assert_cmpstr (compare (self, self->records->pdata[g_rand_int_range (self->random, 0, (gint32) self->records->len)]), ==, NULL);
      if (i % 100 == 0)
        compare_all (self);
      if (i % 300 == 0)
        carry_over (self);
      if (self->records->len > LARGE_ENOUGH)
        {
          begin_anew (self);
          n_clinics++;
        }
    }
  compare_all (self);
  g_test_message ("%u steps in %u clinics, %u records at the end", n_steps, n_clinics, self->records->len);
}

/* The controls: what the model says and the clinic does not, one after the other. */
static void
what_differs_is_seen (Fixture       *self,
                      gconstpointer  data)
{
  ModelRecord *record;

  while (choose (self, &soleus_condition_kind) == NULL)
    add (self);
  record = choose (self, &soleus_condition_kind);
  g_assert_cmpstr (compare (self, record), ==, NULL);
  record->is_void = TRUE;
  g_assert_cmpstr (compare (self, record), ==, "it is void, or is not");
  record->is_void = FALSE;
  g_ptr_array_add (record->notes, g_strdup ("word0end"));
  g_assert_cmpstr (compare (self, record), ==, "it has more versions, or fewer");
  g_ptr_array_remove_index (record->notes, 0);
  g_assert_cmpstr (compare (self, record), ==, "a version says something else");
  g_free (record->id);
  record->id = g_strdup ("00000000-0000-4000-8000-000000000000");
  g_assert_cmpstr (compare (self, record), ==, "it is gone");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < (is_full () ? N_SEQUENCES : 1); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/anything_in_any_order/%u", i);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, anything_in_any_order, tear_down);
    }
  g_test_add ("/model/what_differs_is_seen", Fixture, NULL, set_up, what_differs_is_seen, tear_down);
  return g_test_run ();
}
