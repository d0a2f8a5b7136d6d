/* Drafts: what was typed and not saved. They are no records, and change at every pause of the typing. */
#include "soleus-config.h"

#include "soleus-store.h"

#include "soleus-statement.h"

void
soleus_stored_draft_free (SoleusStoredDraft *draft)
{
  g_free (draft->key);
  g_free (draft->kind);
  g_free (draft->athlete);
  g_free (draft->title);
  g_clear_pointer (&draft->content, g_bytes_unref);
  g_free (draft);
}

/**
 * soleus_store_keep_draft:
 *
 * Returns: %TRUE once the draft is on the disk; %FALSE with @error set
 */
gboolean
soleus_store_keep_draft (SoleusStore              *self,
                         const SoleusStoredDraft  *draft,
                         GError                  **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (soleus_store_get_connection (self),
    "INSERT OR REPLACE INTO draft (\"key\", kind, athlete, title, content, updated_at) "
    "VALUES (:key, :kind, :athlete, :title, :content, :updated_at)", error);
  gsize size;
  gconstpointer data = g_bytes_get_data (draft->content, &size);

  if (statement == NULL)
    return FALSE;
  soleus_statement_bind_text (statement, ":key", draft->key);
  soleus_statement_bind_text (statement, ":kind", draft->kind);
  soleus_statement_bind_text (statement, ":athlete", draft->athlete);
  soleus_statement_bind_text (statement, ":title", draft->title);
  soleus_statement_bind_bytes (statement, ":content", data, size);
  soleus_statement_bind_int (statement, ":updated_at", draft->updated_at);
  return soleus_statement_run (statement, error);
}

static SoleusStoredDraft *
read_draft (SoleusStatement *statement)
{
  SoleusStoredDraft *draft = g_new0 (SoleusStoredDraft, 1);

  draft->key = g_strdup (soleus_statement_get_text (statement, 0));
  draft->kind = g_strdup (soleus_statement_get_text (statement, 1));
  draft->athlete = g_strdup (soleus_statement_get_text (statement, 2));
  draft->title = g_strdup (soleus_statement_get_text (statement, 3));
  draft->content = soleus_statement_get_bytes (statement, 4);
  draft->updated_at = soleus_statement_get_int (statement, 5);
  return draft;
}

/**
 * soleus_store_list_drafts:
 * @key: (nullable): only the draft of that key
 *
 * Returns: (transfer full) (element-type SoleusStoredDraft): newest first, or %NULL with @error set
 */
GPtrArray *
soleus_store_list_drafts (SoleusStore  *self,
                          const char   *key,
                          GError      **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_stored_draft_free);
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (soleus_store_get_connection (self),
    "SELECT \"key\", kind, athlete, title, content, updated_at FROM draft WHERE :key IS NULL OR \"key\" = :key "
    "ORDER BY updated_at DESC", error);
  SoleusStep step;

  if (statement == NULL)
    return NULL;
  soleus_statement_bind_text (statement, ":key", key);
  while ((step = soleus_statement_step (statement, error)) == SOLEUS_STEP_ROW)
    g_ptr_array_add (drafts, read_draft (statement));
  return step == SOLEUS_STEP_DONE ? g_steal_pointer (&drafts) : NULL;
}

gboolean
soleus_store_discard_draft (SoleusStore  *self,
                            const char   *key,
                            GError      **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (soleus_store_get_connection (self), "DELETE FROM draft WHERE \"key\" = :key", error);

  if (statement == NULL)
    return FALSE;
  soleus_statement_bind_text (statement, ":key", key);
  return soleus_statement_run (statement, error);
}
