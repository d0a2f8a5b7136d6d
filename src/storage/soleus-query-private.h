/* soleus-query-private.h: a query as SQL, for soleus-record-table.c */
#pragma once

#include "soleus-query.h"
#include "soleus-statement.h"

G_BEGIN_DECLS

const SoleusRecordKind *_soleus_query_get_kind      (SoleusQuery     *self);
void                    _soleus_query_append_where  (SoleusQuery     *self,
                                                     GString         *sql);
void                    _soleus_query_append_order  (SoleusQuery     *self,
                                                     GString         *sql);
void                    _soleus_query_bind_limit    (SoleusQuery     *self,
                                                     SoleusStatement *statement);
void                    _soleus_query_bind          (SoleusQuery     *self,
                                                     SoleusStatement *statement);

G_END_DECLS
