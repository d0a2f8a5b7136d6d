/* soleus-connection-private.h: shared by connection and statement; the only header that names SQLite */
#pragma once

#include "soleus-connection.h"

#include <sqlite3.h>

G_BEGIN_DECLS

sqlite3 *_soleus_connection_get_handle (SoleusConnection *self);
void     _soleus_connection_set_error  (SoleusConnection *self,
                                        int               code,
                                        const char       *sql,
                                        GError          **error);
void     _soleus_connection_give_back  (SoleusConnection *self,
                                        const char       *sql,
                                        sqlite3_stmt     *handle);

SoleusStatement *_soleus_statement_new (SoleusConnection *connection,
                                        const char       *sql,
                                        sqlite3_stmt     *handle);

G_END_DECLS
