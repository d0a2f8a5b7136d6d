#include "soleus-config.h"

#include "soleus-change-private.h"

struct _SoleusChange {
  GObject               parent_instance;
  GPtrArray            *records;  /* (owned) (element-type SoleusRecord) */
  GPtrArray            *blobs;    /* (owned) (element-type GBytes) */
  SoleusChangeOverride  override;
};

G_DEFINE_FINAL_TYPE (SoleusChange, soleus_change, G_TYPE_OBJECT)

static void
soleus_change_finalize (GObject *object)
{
  SoleusChange *self = SOLEUS_CHANGE (object);

  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->blobs);
  g_free (self->override.text);

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
 * Is recorded for each treatment of this change that needs a rationale or an override.
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

const SoleusChangeOverride *
_soleus_change_get_override (SoleusChange *self)
{
  return &self->override;
}
