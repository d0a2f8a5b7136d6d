#include "fault-clinic.h"

#include "tests/record-values.h"
#include "tests/saved-records.h"
#include "tests/scratch-folder.h"

#include "soleus-clock.h"

/* every text that a person may write into a record gets the token */
static void
fill_texts (SoleusRecord *record,
            const char   *token)
{
  guint n_fields = soleus_record_get_n_fields (record);

  for (guint i = 0; i < n_fields; i++)
    {
      const SoleusField *field = soleus_record_get_field (record, i);
      g_autofree char *text = g_strdup_printf ("%s in %s", token, field->name);

      if (field->type == SOLEUS_FIELD_TEXT && !soleus_record_is_known (record, field->name) && !(field->flags & SOLEUS_FIELD_INTERNAL) &&
          !g_str_equal (field->name, "void-reason") && !g_str_equal (field->name, "language") && !g_str_equal (field->name, "key") &&
          !g_str_equal (field->name, "content-hash") && !g_str_equal (field->name, "section"))
        soleus_record_set_text (record, field->name, text);
    }
}

static char *
add (FaultClinic            *self,
     const SoleusRecordKind *kind,
     const char             *token,
     const char *const      *values)
{
  g_autoptr (SoleusRecord) record = create_record (kind, self->athlete, values);

  fill_texts (record, token);
  return save_dup_id (self->clinic, record);
}

static void
add_document (FaultClinic *self,
              const char  *visit,
              const char  *token)
{
  g_autoptr (SoleusRecord) document = NULL;
  g_autoptr (SoleusChange) change = soleus_change_new ();
  g_autofree char *text = g_strdup_printf ("%%PDF, with %s in it", token);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (GError) error = NULL;

  document = create_record (&soleus_issued_document_kind, self->athlete,
                            VALUES ("visit", visit, "issued-at", "2025-05-20T11:00+02:00", "title", token, "content-hash", hash));
  soleus_change_add (change, document);
  soleus_change_add_blob (change, bytes);
  soleus_clinic_commit (self->clinic, change, &error);
  g_assert_no_error (error);
}

static void
sign (FaultClinic *self,
      const char  *id)
{
  g_autoptr (SoleusRecord) stored = soleus_clinic_find (self->clinic, &soleus_visit_kind, id, NULL);
  g_autoptr (SoleusRecord) visit = soleus_record_copy (stored);

  soleus_record_set_enum (visit, "state", SOLEUS_VISIT_STATE_SIGNED);
  save_record (self->clinic, visit);
}

static void
rename_athlete (FaultClinic *self,
                const char  *token)
{
  g_autoptr (SoleusRecord) stored = soleus_clinic_find (self->clinic, &soleus_athlete_kind, self->athlete, NULL);
  g_autoptr (SoleusRecord) athlete = soleus_record_copy (stored);
  g_autofree char *name = g_strdup_printf ("%s later", token);

  soleus_record_set_text (athlete, "name", name);
  save_record (self->clinic, athlete);
}

static void
fill (FaultClinic *self,
      const char  *token)
{
  g_autofree char *episode = NULL;
  g_autofree char *visit = NULL;
  g_autofree char *draft = g_strdup_printf ("%s is typed", token);

  self->athlete = add (self, &soleus_athlete_kind, token, VALUES ("born", "1999-01-02"));
  episode = add (self, &soleus_episode_kind, token, VALUES ("onset", "2025-05-10T20:00+02:00", "side", "left", "muscle", "soleus", "signs", "swelling=yes"));
  visit = add (self, &soleus_visit_kind, token, VALUES ("time", "2025-05-20T10:00+02:00"));
  g_free (add (self, &soleus_treatment_kind, token, VALUES ("visit", visit, "modality", "cold-pack", "at", "2025-05-20T10:05+02:00")));
  g_free (add (self, &soleus_measure_kind, token, VALUES ("visit", visit, "test", "heel-raise", "left", "18", "at", "2025-05-20T10:05+02:00")));
  g_free (add (self, &soleus_contact_kind, token, VALUES ("episode", episode, "visit", visit, "at", "2025-05-20T10:05+02:00")));
  g_free (add (self, &soleus_clot_screening_kind, token, VALUES ("side", "left", "at", "2025-05-20T10:05+02:00")));
  g_free (add (self, &soleus_medication_kind, token, VALUES ("since", "2025-01-01")));
  g_free (add (self, &soleus_check_in_kind, token, VALUES ("date", "2025-05-19")));
  g_free (add (self, &soleus_follow_up_kind, token, VALUES ("due", "2025-06-01")));
  sign (self, visit);
  g_free (add (self, &soleus_amendment_kind, token, VALUES ("visit", visit, "kind", "addendum", "at", "2025-05-20T11:30+02:00")));
  add_document (self, visit, token);
  rename_athlete (self, token);
  g_assert_true (soleus_clinic_keep_draft (self->clinic, "visit:new", "visit", self->athlete, draft, g_variant_new_string (draft), NULL));
}

/**
 * fault_clinic_new:
 * @token: a word that stands in every text of the athlete
 *
 * Returns: (transfer full): a clinic with an athlete of whom there is one record of each kind, and with another one who stays
 */
FaultClinic *
fault_clinic_new (const char *token)
{
  FaultClinic *self = g_new0 (FaultClinic, 1);
  g_autofree char *stays = NULL;

  self->folder = g_dir_make_tmp ("soleus-fault-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "clinic.soleus", NULL);
  self->clock = soleus_clock_new_fixed (G_GINT64_CONSTANT (1747735200000000));
  fault_clinic_open (self);
  g_free (add (self, &soleus_therapist_kind, "Staying", VALUES ("name", "T. Exemplar")));
  stays = add (self, &soleus_athlete_kind, "Staying", VALUES ("name", "Staying Person"));
  fill (self, token);
  return self;
}

void
fault_clinic_close (FaultClinic *self)
{
  g_clear_object (&self->clinic);
}

void
fault_clinic_open (FaultClinic *self)
{
  g_autoptr (GError) error = NULL;

  self->clinic = soleus_clinic_open (self->path, SOLEUS_CLINIC_OPEN_CREATE, self->clock, &error);
  g_assert_no_error (error);
}

void
fault_clinic_free (FaultClinic *self)
{
  g_clear_object (&self->clinic);
  g_clear_object (&self->clock);
  scratch_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->athlete);
  g_free (self);
}

guint
fault_clinic_get_size (guint slice,
                       guint full)
{
  return g_strcmp0 (g_getenv ("SOLEUS_FULL"), "1") == 0 ? full : slice;
}

void
fault_clinic_copy_file (const char *from,
                        const char *to)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents_full (to, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}
