#include "soleus-config.h"

#include "soleus-commit-private.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-privacy.h"
#include "soleus-error.h"
#include "soleus-flag-register.h"
#include "soleus-record-others.h"
#include "soleus-records.h"

void
_soleus_undo_step_free (SoleusUndoStep *step)
{
  g_ptr_array_unref (step->records);
  g_ptr_array_unref (step->former);
  g_clear_pointer (&step->own, soleus_own_folder_free);
  g_free (step->own_words);
  g_free (step);
}

static void
unref_if_any (gpointer object)
{
  if (object != NULL)
    g_object_unref (object);
}

SoleusUndoStep *
_soleus_undo_step_new (void)
{
  SoleusUndoStep *step = g_new0 (SoleusUndoStep, 1);

  step->records = g_ptr_array_new_with_free_func (g_object_unref);
  step->former = g_ptr_array_new_with_free_func (unref_if_any);
  return step;
}

gboolean
_soleus_commit_refuse (GError     **error,
                       const char  *sentence)
{
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED, sentence);
  return FALSE;
}

SoleusRecord *
_soleus_commit_find_former (SoleusCommit  *commit,
                            SoleusRecord  *record,
                            GError       **error)
{
  if (soleus_record_get_revision (record) == 0)
    return NULL;
  return soleus_store_find (commit->clinic->store, soleus_record_get_kind (record), soleus_record_get_id (record), error);
}

static gboolean
is_signed (SoleusCommit *commit,
           const char   *visit_id)
{
  g_autoptr (SoleusRecord) visit = NULL;

  /* what arrives together with a signed visit belongs to it */
  if (visit_id == NULL || g_hash_table_contains (commit->arriving, visit_id))
    return FALSE;
  visit = soleus_store_find (commit->clinic->store, &soleus_visit_kind, visit_id, NULL);
  return visit != NULL && soleus_record_get_enum (visit, "state") == SOLEUS_VISIT_STATE_SIGNED;
}

static gboolean
is_kept_as_made (const SoleusRecordKind *kind)
{
  return kind == &soleus_override_kind || kind == &soleus_breach_kind || kind == &soleus_amendment_kind || kind == &soleus_policy_kind ||
         kind == &soleus_issued_document_kind;
}

/* what is part of a visit as it was signed; a follow-up is done later, and a document may be issued later */
static gboolean
belongs_to_visit (const SoleusRecordKind *kind)
{
  return kind == &soleus_treatment_kind || kind == &soleus_measure_kind || kind == &soleus_contact_kind || kind == &soleus_clot_screening_kind;
}

/* Whoever works here signs, now. What arrives signed was signed where it comes from. */
static gboolean
check_signature (SoleusCommit  *commit,
                 SoleusRecord  *visit,
                 SoleusRecord  *former,
                 GError       **error)
{
  g_autoptr (SoleusMoment) now = NULL;

  if (commit->refusals != NULL || soleus_record_get_enum (visit, "state") != SOLEUS_VISIT_STATE_SIGNED)
    return TRUE;
  if (former == NULL && soleus_record_is_known (visit, "signed-by"))
    return TRUE;
  if (soleus_record_is_known (visit, "signed-by") && g_strcmp0 (soleus_record_get_text (visit, "signed-by"), commit->author) != 0)
    return _soleus_commit_refuse (error, _("A visit is signed by the person who is working. Switch to that person to sign it."));
  now = soleus_moment_new_local (soleus_clinic_get_now (commit->clinic));
  soleus_record_set_text (visit, "signed-by", commit->author);
  if (!soleus_record_is_known (visit, "signed-at"))
    soleus_record_set_moment (visit, "signed-at", now);
  return TRUE;
}

static gboolean
check_amendment (SoleusCommit  *commit,
                 SoleusRecord  *amendment,
                 GError       **error)
{
  const char *visit = soleus_record_get_text (amendment, "visit");

  if (visit == NULL || g_hash_table_contains (commit->arriving, visit) || is_signed (commit, visit))
    return TRUE;
  return _soleus_commit_refuse (error, _("This visit is not signed yet: change it itself. Amendments are for signed visits."));
}

/* Whose rules a record bears on; NULL: nobody's. */
static const char *
get_athlete (SoleusRecord *record)
{
  if (SOLEUS_IS_ATHLETE (record))
    return soleus_record_get_id (record);
  return soleus_record_find_field (record, "athlete") != NULL ? soleus_record_get_text (record, "athlete") : NULL;
}

/* Restricted records are kept, and nothing else is done with them until the restriction is lifted. */
static gboolean
check_unrestricted (SoleusCommit  *commit,
                    SoleusRecord  *record,
                    GError       **error)
{
  const char *athlete = get_athlete (record);
  g_autofree char *ground = NULL;

  if (athlete == NULL || g_strcmp0 (athlete, commit->unrestricted) == 0)
    return TRUE;
  ground = soleus_clinic_dup_restriction (commit->clinic, athlete, NULL);
  if (ground == NULL)
    {
      g_free (commit->unrestricted);
      commit->unrestricted = g_strdup (athlete);
      return TRUE;
    }
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED,
               _("The records of this athlete are restricted (%s): nothing is changed or added until the restriction is lifted."), ground);
  return FALSE;
}

/* Void with a reason, and nothing else of it is changed. */
static gboolean
is_only_made_void (SoleusRecord *record,
                   SoleusRecord *former)
{
  g_autoptr (SoleusRecord) copy = NULL;

  if (former == NULL || soleus_record_is_void (former) || !soleus_record_is_void (record))
    return FALSE;
  copy = soleus_record_copy (former);
  soleus_record_set_text (copy, "void-reason", soleus_record_get_text (record, "void-reason"));
  return soleus_record_equal (copy, record);
}

/* What belongs to a signed visit becomes void with it, and only with it. */
static gboolean
is_voided_with_visit (SoleusCommit *commit,
                      SoleusRecord *record,
                      SoleusRecord *former)
{
  const char *visit = former != NULL ? soleus_record_get_text (former, "visit") : NULL;

  return visit != NULL && g_hash_table_contains (commit->voiding, visit) && is_only_made_void (record, former);
}

/* A signed visit is frozen with everything that belongs to it; decisions, breaches and amendments are never changed. */
gboolean
_soleus_commit_check_frozen (SoleusCommit  *commit,
                             SoleusRecord  *record,
                             SoleusRecord  *former,
                             GError       **error)
{
  const SoleusRecordKind *kind = soleus_record_get_kind (record);

  if (!check_unrestricted (commit, record, error))
    return FALSE;
  if (former != NULL && is_kept_as_made (kind))
    return _soleus_commit_refuse (error, _("This record is kept as it was made. It cannot be changed."));
  if (former != NULL && kind == &soleus_visit_kind && soleus_record_get_enum (former, "state") == SOLEUS_VISIT_STATE_SIGNED)
    return is_only_made_void (record, former) ||
           _soleus_commit_refuse (error, _("The visit is signed and cannot be changed. Add an amendment instead."));
  if (belongs_to_visit (kind) && !is_voided_with_visit (commit, record, former) && (is_signed (commit, soleus_record_get_text (record, "visit")) ||
                                  (former != NULL && is_signed (commit, soleus_record_get_text (former, "visit")))))
    return _soleus_commit_refuse (error, _("The visit is signed and cannot be changed. Add an amendment instead."));
  if (kind == &soleus_visit_kind)
    return check_signature (commit, record, former, error);
  return kind != &soleus_amendment_kind || check_amendment (commit, record, error);
}

static gboolean
bears_on_rules (SoleusRecord *record)
{
  return SOLEUS_IS_EPISODE (record) || SOLEUS_IS_CONTACT (record) || SOLEUS_IS_VISIT (record) ||
         SOLEUS_IS_ATHLETE (record) || SOLEUS_IS_RED_FLAG (record) || SOLEUS_IS_TREATMENT (record) ||
         SOLEUS_IS_CLOT_SCREENING (record) || SOLEUS_IS_MEDICATION (record) || SOLEUS_IS_CONDITION (record) || SOLEUS_IS_SESSION (record);
}

/* (nullable): all revisions of a record of an import that keeps them */
GPtrArray *
_soleus_commit_find_history (SoleusCommit *commit,
                             SoleusRecord *record)
{
  return commit->histories != NULL ? g_hash_table_lookup (commit->histories, soleus_record_get_id (record)) : NULL;
}

gboolean
_soleus_commit_save_record (SoleusCommit  *commit,
                            SoleusRecord  *record,
                            SoleusRecord  *former,
                            GError       **error)
{
  GPtrArray *history = former == NULL ? _soleus_commit_find_history (commit, record) : NULL;

  if (history != NULL ? !soleus_store_save_history (commit->clinic->store, record, history, commit->author, error)
                      : !soleus_store_save (commit->clinic->store, record, commit->author, NULL, error))
    return FALSE;
  g_ptr_array_add (commit->step->records, g_object_ref (record));
  g_ptr_array_add (commit->step->former, former != NULL ? g_object_ref (former) : NULL);
  if (bears_on_rules (record))
    g_hash_table_add (commit->athletes, g_strdup (get_athlete (record)));
  return TRUE;
}

gboolean
_soleus_commit_save_plain (SoleusCommit  *commit,
                           SoleusRecord  *record,
                           GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SoleusRecord) former = _soleus_commit_find_former (commit, record, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return soleus_record_check (record, soleus_clinic_get_now (commit->clinic), error) &&
         _soleus_commit_check_frozen (commit, record, former, error) &&
         (!SOLEUS_IS_POLICY (record) || _soleus_commit_check_policy (commit, record, error)) &&
         (!SOLEUS_IS_RED_FLAG (record) || _soleus_clinic_check_flag (commit->clinic, record, former, commit->undoing, error)) &&
         _soleus_commit_save_record (commit, record, former, error);
}

SoleusRuleInput *
_soleus_commit_create_input (SoleusCommit  *commit,
                             const char    *athlete_id,
                             SoleusRecord  *policy,
                             GError       **error)
{
  g_autoptr (SoleusRecord) athlete = soleus_store_find (commit->clinic->store, &soleus_athlete_kind, athlete_id, error);

  if (athlete == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND, _("There is no athlete “%s”."), athlete_id);
      return NULL;
    }
  return soleus_rule_input_new (commit->clinic->store, athlete, NULL, policy, soleus_clinic_get_now (commit->clinic), error);
}

static gboolean
update_flags (SoleusCommit  *commit,
              GError       **error)
{
  GHashTableIter iter;
  const char *athlete_id;

  g_hash_table_iter_init (&iter, commit->athletes);
  while (g_hash_table_iter_next (&iter, (gpointer *) &athlete_id, NULL))
    {
      SoleusRecord *policy = _soleus_clinic_load_policy (commit->clinic, error);
      g_autoptr (SoleusRuleInput) input = policy != NULL ? _soleus_commit_create_input (commit, athlete_id, policy, error) : NULL;

      if (input == NULL || !soleus_flag_register_update (commit->clinic->store, input, athlete_id, commit->author, error))
        return FALSE;
    }
  return TRUE;
}

/* An import goes on without what a rule refused; when the file itself fails, everything stops. */
static gboolean
may_leave_out (SoleusCommit *commit,
               const GError *error)
{
  return commit->refusals != NULL &&
         (g_error_matches (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED) || g_error_matches (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID));
}

/* Only an import brings decisions along: they were made and recorded where it comes from. One that is not complete is none. */
static void
note_decided (SoleusCommit *commit,
              SoleusRecord *record)
{
  const char *treatment = soleus_record_get_text (record, "treatment");
  int state = soleus_record_get_enum (record, "state");
  gpointer known = NULL;

  if (treatment == NULL || soleus_record_is_void (record) || !soleus_record_check (record, soleus_clinic_get_now (commit->clinic), NULL))
    return;
  g_hash_table_lookup_extended (commit->decided, treatment, NULL, &known);
  g_hash_table_replace (commit->decided, g_strdup (treatment), GINT_TO_POINTER (MAX (state, GPOINTER_TO_INT (known))));
}

static gboolean
save_records (SoleusCommit  *commit,
              GPtrArray     *records,
              gboolean       treatments,
              GError       **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      SoleusRecord *record = records->pdata[i];
      g_autoptr (GError) local_error = NULL;

      if (SOLEUS_IS_TREATMENT (record) != treatments)
        continue;
      if (treatments ? !_soleus_commit_save_treatment (commit, record, &local_error) : !_soleus_commit_save_plain (commit, record, &local_error))
        {
          if (!may_leave_out (commit, local_error))
            {
              g_propagate_error (error, g_steal_pointer (&local_error));
              return FALSE;
            }
          g_hash_table_replace (commit->refusals, g_strdup (soleus_record_get_id (record)), g_steal_pointer (&local_error));
        }
    }
  return TRUE;
}

/* The decisions of an import follow the treatments they are about: of one that was refused there is nothing to decide. */
static gboolean
save_decisions (SoleusCommit  *commit,
                GPtrArray     *decisions,
                GError       **error)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; i < decisions->len; i++)
    {
      const char *treatment = soleus_record_get_text (decisions->pdata[i], "treatment");
      const GError *refusal = treatment != NULL ? g_hash_table_lookup (commit->refusals, treatment) : NULL;

      if (refusal != NULL)
        g_hash_table_replace (commit->refusals, g_strdup (soleus_record_get_id (decisions->pdata[i])), g_error_copy (refusal));
      else
        g_ptr_array_add (kept, decisions->pdata[i]);
    }
  return save_records (commit, kept, FALSE, error);
}

/* A visit that is signed by this change is saved after all that belongs to it, which is saved while it is still open. What was
 * planned counts as given with the signature, and is looked at again then. */
static gboolean
save_signatures (SoleusCommit  *commit,
                 GPtrArray     *visits,
                 GError       **error)
{
  for (guint i = 0; i < visits->len; i++)
    if (!_soleus_commit_save_plain (commit, visits->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
is_signing (SoleusRecord *record)
{
  return SOLEUS_IS_VISIT (record) &&
         soleus_record_get_enum (record, "state") == SOLEUS_VISIT_STATE_SIGNED;
}

static gboolean
run (SoleusCommit  *commit,
     SoleusChange  *change,
     GError       **error)
{
  GPtrArray *records = _soleus_change_get_records (change);
  GPtrArray *blobs = _soleus_change_get_blobs (change);
  g_autoptr (GPtrArray) plain = g_ptr_array_new ();
  g_autoptr (GPtrArray) signing = g_ptr_array_new ();
  g_autoptr (GPtrArray) decisions = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    {
      SoleusRecord *record = records->pdata[i];
      gboolean is_new = soleus_record_get_revision (record) == 0;

      if (commit->refusals != NULL && (SOLEUS_IS_OVERRIDE (record) || SOLEUS_IS_BREACH (record)))
        {
          note_decided (commit, record);
          g_ptr_array_add (decisions, record);
          continue;
        }
      if (SOLEUS_IS_VISIT (record) && !is_new && soleus_record_is_void (record))
        g_hash_table_add (commit->voiding, g_strdup (soleus_record_get_id (record)));
      /* a new visit goes before what refers to it: the file would look through everything for such references otherwise */
      if (is_signing (record) && is_new)
        g_hash_table_add (commit->arriving, g_strdup (soleus_record_get_id (record)));
      g_ptr_array_add (is_signing (record) && !is_new ? signing : plain, record);
    }
  for (guint i = 0; i < blobs->len; i++)
    if (!soleus_store_put_blob (commit->clinic->store, blobs->pdata[i], error))
      return FALSE;
  return save_records (commit, plain, FALSE, error) &&
         update_flags (commit, error) &&
         save_records (commit, plain, TRUE, error) &&
         (decisions->len == 0 || save_decisions (commit, decisions, error)) &&
         save_signatures (commit, signing, error) &&
         _soleus_commit_reevaluate (commit, error);
}

static const char *
find_new_therapist (SoleusChange *change)
{
  GPtrArray *records = _soleus_change_get_records (change);

  for (guint i = 0; i < records->len; i++)
    if (SOLEUS_IS_THERAPIST (records->pdata[i]))
      return soleus_record_get_id (records->pdata[i]);
  return NULL;
}

static void
announce (SoleusCommit *commit)
{
  for (guint i = 0; i < commit->step->records->len; i++)
    {
      SoleusRecord *record = commit->step->records->pdata[i];

      _soleus_clinic_emit_changed (commit->clinic, soleus_record_get_kind (record)->name, get_athlete (record));
    }
}

/* The records that came are not touched: after a failure the person mends them and tries again. */
static SoleusChange *
copy_change (SoleusChange *change)
{
  SoleusChange *copy = soleus_change_new ();
  GPtrArray *records = _soleus_change_get_records (change);
  GPtrArray *blobs = _soleus_change_get_blobs (change);

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (SoleusRecord) record = soleus_record_copy (records->pdata[i]);

      soleus_change_add (copy, record);
    }
  for (guint i = 0; i < blobs->len; i++)
    soleus_change_add_blob (copy, blobs->pdata[i]);
  return copy;
}

static gboolean
may_be_undone (SoleusUndoStep *step)
{
  for (guint i = 0; i < step->records->len; i++)
    {
      SoleusRecord *record = step->records->pdata[i];

      if (SOLEUS_IS_RED_FLAG (record) && step->former->pdata[i] == NULL)
        return FALSE;
      if (SOLEUS_IS_AMENDMENT (record) || SOLEUS_IS_POLICY (record) || SOLEUS_IS_ISSUED_DOCUMENT (record) || SOLEUS_IS_OVERRIDE (record) ||
          (SOLEUS_IS_VISIT (record) && soleus_record_get_enum (record, "state") == SOLEUS_VISIT_STATE_SIGNED))
        return FALSE;
    }
  return TRUE;
}

static gboolean
commit_in_transaction (SoleusCommit  *commit,
                       SoleusChange  *change,
                       GError       **error)
{
  SoleusStore *store = commit->clinic->store;

  if (!soleus_store_begin (store, error))
    return FALSE;
  if (run (commit, change, error))
    return soleus_store_commit (store, error);
  soleus_store_rollback (store);
  return FALSE;
}

/* What was read of the rules and the letterhead holds until they are changed: most saves change neither. */
static gboolean
changes_settings (SoleusChange *change)
{
  GPtrArray *records = _soleus_change_get_records (change);

  for (guint i = 0; i < records->len; i++)
    if (SOLEUS_IS_POLICY (records->pdata[i]) || SOLEUS_IS_CLINIC_PROFILE (records->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
commit_change (SoleusClinic  *self,
               SoleusChange  *change,
               gboolean       undoing,
               GError       **error)
{
  g_autoptr (SoleusChange) copy = copy_change (change);
  SoleusCommit commit = { self, change, _soleus_clinic_get_author (self) };
  gboolean new_settings = changes_settings (copy), done;

  if (commit.author == NULL)
    commit.author = find_new_therapist (copy);
  if (commit.author == NULL)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Every entry has an author. Add a therapist first."));
      return FALSE;
    }

  commit.undoing = undoing;
  commit.step = _soleus_undo_step_new ();
  commit.athletes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  commit.given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  commit.decided = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  commit.arriving = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  commit.voiding = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  commit.refusals = _soleus_change_get_refusals (change);
  commit.histories = _soleus_change_get_histories (change);
  if (new_settings)
    _soleus_clinic_forget (self);
  done = commit_in_transaction (&commit, copy, error);
  if (new_settings)
    _soleus_clinic_forget (self); /* also when it failed: what was read meanwhile was never saved */
  if (done)
    {
      _soleus_clinic_forget_status (self);
      g_clear_pointer (&self->undo, _soleus_undo_step_free);
      announce (&commit);
      if (may_be_undone (commit.step))
        self->undo = g_steal_pointer (&commit.step);
    }
  g_clear_pointer (&commit.step, _soleus_undo_step_free);
  g_hash_table_unref (commit.athletes);
  g_hash_table_unref (commit.given);
  g_hash_table_unref (commit.decided);
  g_hash_table_unref (commit.arriving);
  g_hash_table_unref (commit.voiding);
  g_free (commit.unrestricted);
  return done;
}

/**
 * soleus_clinic_commit:
 * @change: what is to be saved; its records are left as they are, read the saved ones back by id
 *
 * Returns: %TRUE once everything is on the disk; %FALSE with a sentence in @error, and nothing written
 */
gboolean
soleus_clinic_commit (SoleusClinic  *self,
                      SoleusChange  *change,
                      GError       **error)
{
  return commit_change (self, change, FALSE, error);
}

/**
 * soleus_clinic_save:
 * @record: an unsealed record
 *
 * Returns: as soleus_clinic_commit() for this record alone
 */
gboolean
soleus_clinic_save (SoleusClinic  *self,
                    SoleusRecord  *record,
                    GError       **error)
{
  g_autoptr (SoleusChange) change = soleus_change_new ();

  soleus_change_add (change, record);
  return soleus_clinic_commit (self, change, error);
}

gboolean
soleus_clinic_can_undo (SoleusClinic *self)
{
  return self->undo != NULL;
}

/* What no field holds goes on from version to version by itself, so that going back must name what there was, even nothing. */
static void
take_members_back (SoleusClinic *self,
                   SoleusRecord *copy,
                   SoleusRecord *former)
{
  g_autoptr (GPtrArray) versions = soleus_store_list_versions (self->store, soleus_record_get_kind (copy), soleus_record_get_id (copy), NULL);
  const char *members = NULL;
  gboolean has_members = FALSE;

  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      const char *others = soleus_record_get_other_members (versions->pdata[i]);

      has_members = has_members || others != NULL;
      if (soleus_record_get_revision (versions->pdata[i]) == soleus_record_get_revision (former))
        members = others;
    }
  if (has_members)
    soleus_record_set_other_members (copy, members != NULL ? members : "{}");
}

/* the present record with the content of the former one, or void where there was none */
static SoleusRecord *
create_reversal (SoleusClinic  *self,
                 SoleusRecord  *saved,
                 SoleusRecord  *former,
                 GError       **error)
{
  g_autoptr (SoleusRecord) present = soleus_store_find (self->store, soleus_record_get_kind (saved), soleus_record_get_id (saved), error);
  SoleusRecord *copy;

  if (present == NULL)
    return NULL;
  if (soleus_record_get_revision (present) != soleus_record_get_revision (saved))
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("It was changed again meanwhile and cannot be undone here."));
      return NULL;
    }
  copy = soleus_record_copy (former != NULL ? former : present);
  soleus_record_set_int (copy, "revision", soleus_record_get_revision (present));
  if (former == NULL)
    soleus_record_set_text (copy, "void-reason", _("Undone"));
  else
    take_members_back (self, copy, former);
  return copy;
}

/**
 * soleus_clinic_undo:
 *
 * Takes back the last commit of this session. A red flag that it raised stays: it closes only with an outcome.
 *
 * Returns: %FALSE with @error set, everything then as it was
 */
gboolean
soleus_clinic_undo (SoleusClinic  *self,
                    GError       **error)
{
  g_autoptr (SoleusChange) change = soleus_change_new ();
  gboolean done;

  if (self->undo == NULL)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("There is nothing to undo."));
      return FALSE;
    }
  if (self->undo->own != NULL)
    return _soleus_clinic_undo_own (self, error);
  for (guint i = self->undo->records->len; i > 0; i--)
    {
      g_autoptr (SoleusRecord) reversal = create_reversal (self, self->undo->records->pdata[i - 1], self->undo->former->pdata[i - 1], error);

      if (reversal == NULL)
        return FALSE;
      soleus_change_add (change, reversal);
    }
  done = commit_change (self, change, TRUE, error);
  if (done)
    g_clear_pointer (&self->undo, _soleus_undo_step_free);
  return done;
}
