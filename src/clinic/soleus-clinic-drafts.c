#include "soleus-config.h"

#include "soleus-clinic-private.h"

#include <string.h>

void
soleus_kept_draft_free (SoleusKeptDraft *draft)
{
  g_free (draft->key);
  g_free (draft->kind);
  g_free (draft->athlete);
  g_free (draft->title);
  g_clear_pointer (&draft->content, g_variant_unref);
  g_free (draft);
}

/**
 * soleus_clinic_keep_draft:
 * @key: what is being edited, as in win.show
 * @kind: kind name of the main record
 * @athlete: (nullable): whose it is
 * @title: for the list of drafts
 * @content: (transfer floating): whatever the editor needs to go on
 *
 * Returns: %TRUE once the draft is on the disk; %FALSE with @error set
 */
gboolean
soleus_clinic_keep_draft (SoleusClinic  *self,
                          const char    *key,
                          const char    *kind,
                          const char    *athlete,
                          const char    *title,
                          GVariant      *content,
                          GError       **error)
{
  g_autoptr (GVariant) held = g_variant_ref_sink (content);
  g_autofree char *text = g_variant_print (held, TRUE);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  const SoleusStoredDraft draft = { (char *) key, (char *) kind, (char *) athlete, (char *) title, bytes, soleus_clinic_get_now (self) };

  return soleus_store_keep_draft (self->store, &draft, error);
}

static SoleusKeptDraft *
create_kept (const SoleusStoredDraft *stored)
{
  gsize size;
  const char *data = g_bytes_get_data (stored->content, &size);
  g_autoptr (GVariant) content = g_variant_parse (NULL, data, data + size, NULL, NULL);
  SoleusKeptDraft *draft;

  if (content == NULL)
    return NULL;
  draft = g_new0 (SoleusKeptDraft, 1);
  draft->key = g_strdup (stored->key);
  draft->kind = g_strdup (stored->kind);
  draft->athlete = g_strdup (stored->athlete);
  draft->title = g_strdup (stored->title);
  draft->content = g_steal_pointer (&content);
  draft->updated_at = stored->updated_at;
  return draft;
}

static GPtrArray *
list_drafts (SoleusClinic *self,
             const char   *key)
{
  g_autoptr (GPtrArray) stored = soleus_store_list_drafts (self->store, key, NULL);
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_kept_draft_free);

  for (guint i = 0; stored != NULL && i < stored->len; i++)
    {
      SoleusKeptDraft *draft = create_kept (stored->pdata[i]);

      if (draft != NULL)
        g_ptr_array_add (drafts, draft);
    }
  return drafts;
}

/**
 * soleus_clinic_find_draft:
 *
 * Returns: (transfer full) (nullable): the draft of @key
 */
SoleusKeptDraft *
soleus_clinic_find_draft (SoleusClinic *self,
                          const char   *key)
{
  g_autoptr (GPtrArray) drafts = list_drafts (self, key);

  return drafts->len > 0 ? g_ptr_array_steal_index (drafts, 0) : NULL;
}

/**
 * soleus_clinic_list_drafts:
 *
 * Returns: (transfer full) (element-type SoleusKeptDraft): newest first
 */
GPtrArray *
soleus_clinic_list_drafts (SoleusClinic *self)
{
  return list_drafts (self, NULL);
}

gboolean
soleus_clinic_discard_draft (SoleusClinic  *self,
                             const char    *key,
                             GError       **error)
{
  return soleus_store_discard_draft (self->store, key, error);
}
