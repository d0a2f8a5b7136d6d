/* soleus-safe-file.h: a file that is there whole or not at all: written beside its place, flushed to the disk, then renamed */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SoleusSafeFile SoleusSafeFile;

SoleusSafeFile *soleus_safe_file_new        (const char      *path,
                                             GError         **error);
GOutputStream  *soleus_safe_file_get_stream (SoleusSafeFile  *self);
gboolean        soleus_safe_file_put        (SoleusSafeFile  *self,
                                             GBytes          *bytes,
                                             GError         **error);
gboolean        soleus_safe_file_finish     (SoleusSafeFile  *self,
                                             GError         **error);
gboolean        soleus_safe_file_explain    (SoleusSafeFile  *self,
                                             GError          *why,
                                             GError         **error);
gboolean        soleus_safe_file_commit     (SoleusSafeFile  *self,
                                             GError         **error);
void            soleus_safe_file_free       (SoleusSafeFile  *self);
gboolean        soleus_safe_file_write      (const char      *path,
                                             GBytes          *bytes,
                                             GError         **error);
gboolean        soleus_safe_folder_is_free  (const char      *path,
                                             GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusSafeFile, soleus_safe_file_free)

G_END_DECLS
