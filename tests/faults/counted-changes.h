/* counted-changes.h: changes that tell by themselves whether one was lost or done by half */
#pragma once

#include "soleus-store.h"

G_BEGIN_DECLS

typedef void (* CountedChangesFunc) (guint    number,
                                     gpointer user_data);

SoleusRecord *counted_changes_make (SoleusStore        *store,
                                    SoleusRecord       *counter, /* (nullable): as the change before returned it */
                                    guint               number,
                                    CountedChangesFunc  before_commit, /* (nullable) */
                                    gpointer            user_data);
SoleusRecord *counted_changes_find (SoleusStore        *store);
guint         counted_changes_read (SoleusStore        *store,
                                    guint              *n_added);

G_END_DECLS
