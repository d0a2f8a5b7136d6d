/* soleus-verification.h: finds any changed, deleted, inserted or reordered row, and names the record */
#pragma once

#include "soleus-connection.h"

G_BEGIN_DECLS

char     *soleus_verification_dup_version_hash (const char       *salt,
                                                const char       *content);
gboolean  soleus_verification_check_records    (SoleusConnection  *connection,
                                                GPtrArray         *findings,
                                                GError           **error);
gboolean  soleus_verification_run              (SoleusConnection  *connection,
                                                GPtrArray         *findings,
                                                GError           **error);
gboolean  soleus_verification_run_on_path      (const char        *clinic_path,
                                                GPtrArray         *findings,
                                                GError           **error);

G_END_DECLS
