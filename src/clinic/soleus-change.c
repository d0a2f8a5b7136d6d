#include "soleus-config.h"

#include "soleus-change-private.h"

struct _SoleusChange {
  GObject               parent_instance;
  GPtrArray            *records;  /* (owned) (element-type SoleusRecord) */
  GPtrArray            *blobs;    /* (owned) (element-type GBytes) */
  SoleusChangeOverride  override;
  GHashTable           *overrides; /* (owned) (nullable) (element-type utf8 SoleusChangeOverride) record id → the reason given for it alone */
  GHashTable           *histories; /* (owned) (nullable) (element-type utf8 GPtrArray) record id → all its revisions elsewhere */
  GHashTable           *refusals; /* (owned) (nullable) (element-type utf8 GError) record id → why it was left out */
};

G_DEFINE_FINAL_TYPE (SoleusChange, soleus_change, G_TYPE_OBJECT)

static void
override_free (gpointer data)
{
  SoleusChangeOverride *override = data;

  g_free (override->text);
  g_free (override);
}

static void
soleus_change_finalize (GObject *object)
{
  SoleusChange *self = SOLEUS_CHANGE (object);

  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->blobs);
  g_free (self->override.text);
  g_clear_pointer (&self->overrides, g_hash_table_unref);
  g_clear_pointer (&self->refusals, g_hash_table_unref);
  g_clear_pointer (&self->histories, g_hash_table_unref);

  G_OBJECT_CLASS (soleus_change_parent_class)->finalize (object);
}

static void
soleus_change_class_init (SoleusChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_change_finalize;
}

static void
soleus_change_init (SoleusChange *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->blobs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
}

/**
 * soleus_change_new:
 *
 * Returns: (transfer full): an empty change
 */
SoleusChange *
soleus_change_new (void)
{
  return g_object_new (SOLEUS_TYPE_CHANGE, NULL);
}

/**
 * soleus_change_add:
 * @record: (transfer none): an unsealed record; the commit stamps and seals it
 */
void
soleus_change_add (SoleusChange *self,
                   SoleusRecord *record)
{
  g_return_if_fail (SOLEUS_IS_CHANGE (self));
  g_return_if_fail (SOLEUS_IS_RECORD (record) && !soleus_record_is_sealed (record));

  g_ptr_array_add (self->records, g_object_ref (record));
}

/**
 * soleus_change_add_void:
 * @stored: (transfer none): a record that is to count no longer; it stays readable
 * @reason: why
 */
void
soleus_change_add_void (SoleusChange *self,
                        SoleusRecord *stored,
                        const char   *reason)
{
  SoleusRecord *copy;

  g_return_if_fail (SOLEUS_IS_CHANGE (self));
  g_return_if_fail (reason != NULL && reason[0] != '\0');

  copy = soleus_record_copy (stored);
  soleus_record_set_text (copy, "void-reason", reason);
  g_ptr_array_add (self->records, copy);
}

/**
 * soleus_change_set_override:
 * @text: the reason in the therapist's words
 * @consent: whether the athlete was informed and agreed
 *
 * Is recorded for each treatment of this change that needs a rationale or an override; see soleus_change_limit_override() where
 * the reason was given some time before.
 */
void
soleus_change_set_override (SoleusChange         *self,
                            SoleusOverrideReason  reason,
                            const char           *text,
                            SoleusAnswer          consent)
{
  g_return_if_fail (SOLEUS_IS_CHANGE (self));

  self->override.given = TRUE;
  self->override.reason = reason;
  self->override.consent = consent;
  g_free (self->override.text);
  self->override.text = g_strdup (text);
  self->override.strictest = SOLEUS_WINDOW_STATE_CLOSED;
}

/**
 * soleus_change_limit_override:
 * @strictest: the state of the window that the therapist saw when the reason was given
 *
 * A rationale for caution is no override of a closed window: where the window is stricter than @strictest when this is committed,
 * the treatment is refused and the reason has to be given again. Called after soleus_change_set_override().
 */
void
soleus_change_limit_override (SoleusChange      *self,
                              SoleusWindowState  strictest)
{
  g_return_if_fail (SOLEUS_IS_CHANGE (self));

  self->override.strictest = strictest;
}

/**
 * soleus_change_set_override_of:
 * @treatment_id: a treatment of this change
 * @text: the reason in the therapist's words
 * @consent: whether the athlete was informed and agreed
 * @strictest: as in soleus_change_limit_override()
 *
 * Is recorded for this treatment alone: one visit may hold several, each decided for its own reason, and is saved whole or not at all.
 */
void
soleus_change_set_override_of (SoleusChange         *self,
                               const char           *treatment_id,
                               SoleusOverrideReason  reason,
                               const char           *text,
                               SoleusAnswer          consent,
                               SoleusWindowState     strictest)
{
  SoleusChangeOverride *override;

  g_return_if_fail (SOLEUS_IS_CHANGE (self));
  g_return_if_fail (treatment_id != NULL);

  override = g_new0 (SoleusChangeOverride, 1);
  override->given = TRUE;
  override->reason = reason;
  override->text = g_strdup (text);
  override->consent = consent;
  override->strictest = strictest;
  if (self->overrides == NULL)
    self->overrides = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, override_free);
  g_hash_table_replace (self->overrides, g_strdup (treatment_id), override);
}

/**
 * soleus_change_add_blob:
 * @bytes: (transfer none): kept under their SHA-256
 */
void
soleus_change_add_blob (SoleusChange *self,
                        GBytes       *bytes)
{
  g_return_if_fail (SOLEUS_IS_CHANGE (self));

  g_ptr_array_add (self->blobs, g_bytes_ref (bytes));
}

/**
 * soleus_change_set_import:
 *
 * From now on the change is an import: a record that a rule refuses is left out, and soleus_clinic_commit() goes on with
 * the others. A treatment that comes with its recorded decision or breach needs no second one.
 */
void
soleus_change_set_import (SoleusChange *self)
{
  g_return_if_fail (SOLEUS_IS_CHANGE (self));

  if (self->refusals == NULL)
    self->refusals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_error_free);
}

/**
 * _soleus_change_add_history:
 * @record_id: a new record of this change, an import
 * @history: (element-type SoleusRecord): all its revisions where it comes from, from 1 without a gap, with their stamps
 *
 * The record keeps its revisions and stamps instead of beginning anew here.
 */
void
_soleus_change_add_history (SoleusChange *self,
                           const char   *record_id,
                           GPtrArray    *history)
{
  g_return_if_fail (SOLEUS_IS_CHANGE (self));
  g_return_if_fail (self->refusals != NULL && history->len > 0);

  if (self->histories == NULL)
    self->histories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_hash_table_replace (self->histories, g_strdup (record_id), g_ptr_array_ref (history));
}

/**
 * soleus_change_get_refusal:
 * @record_id: a record of an import, after it was committed
 *
 * Returns: (transfer none) (nullable): why it was left out, %NULL if it was not
 */
const GError *
soleus_change_get_refusal (SoleusChange *self,
                           const char   *record_id)
{
  g_return_val_if_fail (SOLEUS_IS_CHANGE (self), NULL);

  return self->refusals != NULL ? g_hash_table_lookup (self->refusals, record_id) : NULL;
}

GHashTable *
_soleus_change_get_refusals (SoleusChange *self)
{
  return self->refusals;
}

GHashTable *
_soleus_change_get_histories (SoleusChange *self)
{
  return self->histories;
}

GPtrArray *
_soleus_change_get_records (SoleusChange *self)
{
  return self->records;
}

GPtrArray *
_soleus_change_get_blobs (SoleusChange *self)
{
  return self->blobs;
}

/* Returns: the reason that was given for this treatment alone, else the one for the whole change, which may be none */
const SoleusChangeOverride *
_soleus_change_find_override (SoleusChange *self,
                              const char   *treatment_id)
{
  const SoleusChangeOverride *own = self->overrides != NULL ? g_hash_table_lookup (self->overrides, treatment_id) : NULL;

  return own != NULL ? own : &self->override;
}
