/* soleus-content-copy.h: what a clinic added to the protocol, in a backup of its clinic file
 *
 * In the clinic it lies in a folder beside the file; a backup is one file, which holds both. The table is only in backups. */
#pragma once

#include "soleus-connection.h"

G_BEGIN_DECLS

gboolean soleus_content_copy_put  (SoleusConnection  *copy,
                                   const char        *clinic_path,
                                   GPtrArray         *findings,
                                   GError           **error);
gboolean soleus_content_copy_get  (SoleusConnection  *copy,
                                   GPtrArray        **files,
                                   GError           **error);
gboolean soleus_content_copy_drop (SoleusConnection  *copy,
                                   GError           **error);

G_END_DECLS
