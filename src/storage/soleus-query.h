/* soleus-query.h: which records of a kind, in which order; fields are named as in their table, values are bound */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

typedef enum {
  SOLEUS_QUERY_EQUAL,
  SOLEUS_QUERY_NOT_EQUAL,
  SOLEUS_QUERY_LESS,
  SOLEUS_QUERY_LESS_EQUAL,
  SOLEUS_QUERY_GREATER,
  SOLEUS_QUERY_GREATER_EQUAL,
} SoleusQueryOperator;

typedef struct _SoleusQuery SoleusQuery;

SoleusQuery *soleus_query_new           (const SoleusRecordKind *kind);
void         soleus_query_free          (SoleusQuery            *self);
void         soleus_query_where_text    (SoleusQuery            *self,
                                         const char             *field,
                                         SoleusQueryOperator     operator,
                                         const char             *value);
void         soleus_query_where_int     (SoleusQuery            *self,
                                         const char             *field,
                                         SoleusQueryOperator     operator,
                                         gint64                  value);
void         soleus_query_where_instant (SoleusQuery            *self,
                                         const char             *field,
                                         SoleusQueryOperator     operator,
                                         SoleusInstant           value);
void         soleus_query_where_enum    (SoleusQuery            *self,
                                         const char             *field,
                                         SoleusQueryOperator     operator,
                                         int                     value);
void         soleus_query_where_known   (SoleusQuery            *self,
                                         const char             *field,
                                         gboolean                known);
void         soleus_query_order_by      (SoleusQuery            *self,
                                         const char             *field,
                                         gboolean                descending);
void         soleus_query_set_limit     (SoleusQuery            *self,
                                         gint64                  limit,
                                         gint64                  offset);
void         soleus_query_include_void  (SoleusQuery            *self); /* void records are left out otherwise */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusQuery, soleus_query_free)

G_END_DECLS
