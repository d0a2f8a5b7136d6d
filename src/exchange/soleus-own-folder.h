/* soleus-own-folder.h: the clinic's own content as it lies in its folder and as it is to be written: all files of a change, or none
 *
 * What is edited is in soleus-own-folder-private.h: for the files of exchange that know a line, an exercise or a section. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SoleusOwnFolder SoleusOwnFolder;

SoleusOwnFolder *soleus_own_folder_open     (const char           *path,
                                             const char *const    *languages,
                                             const char           *date,
                                             GError              **error);
void             soleus_own_folder_free     (SoleusOwnFolder      *self);
gboolean         soleus_own_folder_write    (SoleusOwnFolder      *self,
                                             GError              **error);
void             soleus_own_folder_put_back (SoleusOwnFolder      *self);
SoleusOwnFolder *soleus_own_folder_reverse  (SoleusOwnFolder      *self,
                                             const char           *date,
                                             GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusOwnFolder, soleus_own_folder_free)

G_END_DECLS
