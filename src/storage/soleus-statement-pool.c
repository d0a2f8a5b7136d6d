#include "soleus-config.h"

#include "soleus-connection-private.h"

#define MOST_PLACES 128

struct _SoleusStatementPool {
  GHashTable *places; /* (owned) (element-type utf8 SoleusStatementPlace) by SQL */
};

/* Whoever uses the statement keeps its place, so that giving it back need not read the text again. */
struct _SoleusStatementPlace {
  sqlite3_stmt *idle;      /* (owned) (nullable): in use */
  gboolean      forgotten; /* nobody finds it any more */
};

static void
forget (gpointer data)
{
  SoleusStatementPlace *place = data;

  sqlite3_finalize (g_steal_pointer (&place->idle));
  place->forgotten = TRUE;
  g_rc_box_release (place);
}

SoleusStatementPool *
_soleus_statement_pool_new (void)
{
  SoleusStatementPool *self = g_new0 (SoleusStatementPool, 1);

  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, forget);
  return self;
}

void
_soleus_statement_pool_free (SoleusStatementPool *self)
{
  g_hash_table_unref (self->places);
  g_free (self);
}

/* Those in use are finalized when they are given back. */
void
_soleus_statement_pool_clear (SoleusStatementPool *self)
{
  g_hash_table_remove_all (self->places);
}

/**
 * _soleus_statement_pool_take:
 * @sql: the text of a statement
 * @place: (out) (transfer full) (nullable): where it is given back to; %NULL: its place is taken, or there are too many
 *
 * Returns: (transfer full) (nullable): the statement, %NULL if it is to be prepared
 */
sqlite3_stmt *
_soleus_statement_pool_take (SoleusStatementPool   *self,
                             const char            *sql,
                             SoleusStatementPlace **place)
{
  SoleusStatementPlace *found = g_hash_table_lookup (self->places, sql);

  *place = NULL;
  if (found != NULL)
    {
      if (found->idle != NULL)
        *place = g_rc_box_acquire (found);
      return g_steal_pointer (&found->idle);
    }
  if (g_hash_table_size (self->places) < MOST_PLACES)
    {
      found = g_rc_box_new0 (SoleusStatementPlace);
      g_hash_table_insert (self->places, g_strdup (sql), found);
      *place = g_rc_box_acquire (found);
    }
  return NULL;
}

/**
 * _soleus_statement_place_give:
 * @place: (transfer full) (nullable): what came with the statement
 * @statement: (transfer full): not in use any more
 */
void
_soleus_statement_place_give (SoleusStatementPlace *place,
                              sqlite3_stmt         *statement)
{
  if (place == NULL || place->forgotten)
    sqlite3_finalize (statement);
  else
    place->idle = statement;
  g_clear_pointer (&place, g_rc_box_release);
}
