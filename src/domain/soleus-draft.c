#include "soleus-config.h"

#include "soleus-draft.h"

struct _SoleusDraft {
  GObject       parent_instance;
  SoleusRecord *original; /* (owned) sealed */
  SoleusRecord *current;  /* (owned) */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoleusDraft, soleus_draft, G_TYPE_OBJECT)

static void
soleus_draft_dispose (GObject *object)
{
  SoleusDraft *self = SOLEUS_DRAFT (object);

  if (self->current != NULL)
    g_signal_handlers_disconnect_by_data (self->current, self);
  g_clear_object (&self->original);
  g_clear_object (&self->current);

  G_OBJECT_CLASS (soleus_draft_parent_class)->dispose (object);
}

static void
soleus_draft_class_init (SoleusDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_draft_dispose;

  /**
   * SoleusDraft::changed:
   *
   * A field of the current value was changed.
   */
  signals[CHANGED] = g_signal_new ("changed", SOLEUS_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_draft_init (SoleusDraft *self)
{
}

static void
take_current (SoleusDraft  *self,
              SoleusRecord *current)
{
  if (self->current != NULL)
    g_signal_handlers_disconnect_by_data (self->current, self);
  g_set_object (&self->current, current);
  g_object_unref (current);
  g_signal_connect_object (current, "notify", G_CALLBACK (soleus_draft_changed), self, G_CONNECT_SWAPPED);
}

/**
 * soleus_draft_new:
 * @original: (transfer none): what is edited; it is sealed
 *
 * Returns: (transfer full): a draft whose current value is a copy of @original
 */
SoleusDraft *
soleus_draft_new (SoleusRecord *original)
{
  SoleusDraft *self = g_object_new (SOLEUS_TYPE_DRAFT, NULL);

  soleus_record_seal (original);
  self->original = g_object_ref (original);
  take_current (self, soleus_record_copy (original));
  return self;
}

/**
 * soleus_draft_new_empty:
 * @kind: what is to be entered
 *
 * Returns: (transfer full): a draft of a record that is not stored yet
 */
SoleusDraft *
soleus_draft_new_empty (const SoleusRecordKind *kind)
{
  g_autoptr (SoleusRecord) original = soleus_record_new (kind);

  return soleus_draft_new (original);
}

/**
 * soleus_draft_get_original:
 *
 * Returns: (transfer none): what it started from, sealed
 */
SoleusRecord *
soleus_draft_get_original (SoleusDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_DRAFT (self), NULL);

  return self->original;
}

/**
 * soleus_draft_get_current:
 *
 * Returns: (transfer none): what stands in the editor now
 */
SoleusRecord *
soleus_draft_get_current (SoleusDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_DRAFT (self), NULL);

  return self->current;
}

/**
 * soleus_draft_is_modified:
 *
 * Returns: %TRUE if the current value differs from the original
 */
gboolean
soleus_draft_is_modified (SoleusDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_DRAFT (self), FALSE);

  return !soleus_record_equal (self->original, self->current);
}

/* for the notify of the current value */
void
soleus_draft_changed (SoleusDraft *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * soleus_draft_to_variant:
 *
 * Returns: (transfer floating): the current value, for keeping it over a crash
 */
GVariant *
soleus_draft_to_variant (SoleusDraft *self)
{
  g_return_val_if_fail (SOLEUS_IS_DRAFT (self), NULL);

  return soleus_record_to_variant (self->current);
}

/**
 * soleus_draft_restore:
 * @variant: as soleus_draft_to_variant() made it
 *
 * Returns: %FALSE with @error set, the current value then unchanged
 */
gboolean
soleus_draft_restore (SoleusDraft  *self,
                      GVariant     *variant,
                      GError      **error)
{
  SoleusRecord *restored;

  g_return_val_if_fail (SOLEUS_IS_DRAFT (self), FALSE);

  restored = soleus_record_new_from_variant (soleus_record_get_kind (self->original), variant, error);
  if (restored == NULL)
    return FALSE;
  take_current (self, restored);
  soleus_draft_changed (self);
  return TRUE;
}
