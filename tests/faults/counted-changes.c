/* Each change adds an athlete and writes its number into the first one, in one transaction. */
#include "soleus-config.h"

#include "counted-changes.h"

#include "soleus-records.h"

#define COUNTER_NAME "Counter"

/* Returns: (transfer full): the counter as it now is, sealed */
SoleusRecord *
counted_changes_make (SoleusStore        *store,
                      SoleusRecord       *counter,
                      guint               number,
                      CountedChangesFunc  before_commit,
                      gpointer            user_data)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autoptr (SoleusRecord) added = soleus_record_new (&soleus_athlete_kind);
  g_autoptr (SoleusRecord) changed = counter != NULL ? soleus_record_copy (counter) : soleus_record_new (&soleus_athlete_kind);

  soleus_record_set_text (changed, "name", COUNTER_NAME);
  soleus_record_set_text (changed, "team", text);
  soleus_record_set_text (added, "name", text);
  g_assert_true (soleus_store_begin (store, NULL));
  g_assert_true (soleus_store_save (store, changed, NULL, NULL, NULL) && soleus_store_save (store, added, NULL, NULL, NULL));
  if (before_commit != NULL)
    before_commit (number, user_data);
  g_assert_true (soleus_store_commit (store, NULL));
  return g_steal_pointer (&changed);
}

/* Returns: (transfer full) (nullable): %NULL before the first change */
SoleusRecord *
counted_changes_find (SoleusStore *store)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_athlete_kind);
  g_autoptr (GPtrArray) athletes = NULL;

  soleus_query_where_text (query, "name", SOLEUS_QUERY_EQUAL, COUNTER_NAME);
  athletes = soleus_store_list (store, query, NULL);
  return athletes != NULL && athletes->len > 0 ? g_object_ref (athletes->pdata[0]) : NULL;
}

/* Returns: the number of the last change; @n_added is the same unless a change was done by half */
guint
counted_changes_read (SoleusStore *store,
                      guint       *n_added)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_athlete_kind);
  g_autoptr (SoleusRecord) counter = counted_changes_find (store);
  gint64 n_athletes = soleus_store_count (store, query, NULL);

  *n_added = counter != NULL ? (guint) n_athletes - 1 : (guint) n_athletes;
  return counter != NULL ? (guint) g_ascii_strtoull (soleus_record_get_text (counter, "team"), NULL, 10) : 0;
}
