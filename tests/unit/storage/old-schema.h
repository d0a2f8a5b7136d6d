/* old-schema.h: a clinic file of an older schema, with rows that its program could have written */
#pragma once

#include "soleus-connection.h"

G_BEGIN_DECLS

#define OLD_SCHEMA_OTHER_ROWS 3 /* besides the episodes: therapist, athlete, flag */

SoleusConnection *old_schema_create      (const char        *path,
                                          int                version);
void              old_schema_fill        (SoleusConnection  *connection,
                                          guint              n_episodes);
char             *old_schema_dup_content (SoleusConnection  *connection);
void              old_schema_execute     (SoleusConnection  *connection,
                                          const char        *sql);

G_END_DECLS
