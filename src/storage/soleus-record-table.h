/* soleus-record-table.h: rows of one kind of record; columns follow from the table of fields */
#pragma once

#include "soleus-query.h"
#include "soleus-statement.h"

G_BEGIN_DECLS

gboolean      soleus_record_table_insert      (SoleusConnection        *connection,
                                               SoleusRecord            *record,
                                               GError                 **error);
gboolean      soleus_record_table_update      (SoleusConnection        *connection,
                                               SoleusRecord            *record,
                                               gint64                   former_revision,
                                               GError                 **error);
GPtrArray    *soleus_record_table_select      (SoleusConnection        *connection,
                                               SoleusQuery             *query,
                                               GError                 **error);
GPtrArray    *soleus_record_table_read_rows   (SoleusConnection        *connection,
                                               const SoleusRecordKind  *kind,
                                               const gint64            *rows,
                                               gsize                    n_rows,
                                               GError                 **error);
gint64        soleus_record_table_count       (SoleusConnection        *connection,
                                               SoleusQuery             *query,
                                               GError                 **error);
char         *soleus_record_table_dup_name    (const SoleusRecordKind  *kind);
char        **soleus_record_table_list_columns (const SoleusRecordKind *kind);

/* reads each row and compares its hash; @found is called with the record (NULL if it cannot be read) and what is wrong (NULL: nothing) */
typedef void (*SoleusRowFunc) (const char   *id,
                               SoleusRecord *record,
                               const char   *row_hash,
                               const char   *problem,
                               gpointer      user_data);
gboolean      soleus_record_table_foreach     (SoleusConnection        *connection,
                                               const SoleusRecordKind  *kind,
                                               SoleusRowFunc            func,
                                               gpointer                 user_data,
                                               GError                 **error);

G_END_DECLS
