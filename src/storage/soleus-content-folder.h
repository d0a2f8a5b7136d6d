/* soleus-content-folder.h: the folder beside a clinic file in which a clinic keeps what it adds to the protocol
 *
 * "clinic.content" for "clinic.soleus", with <language>.json and drawings/own-<name>.svg; any other file in it is somebody's own and stays
 * where it is. What the files say is nothing to storage: they are read, compared and put back as bytes. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char   *name; /* in the folder, as "drawings/own-wall.svg" */
  GBytes *bytes;
} SoleusContentFile;

SoleusContentFile *soleus_content_file_new         (const char         *name,
                                                    GBytes             *bytes);
void               soleus_content_file_free        (SoleusContentFile  *file);

char              *soleus_content_folder_dup_path  (const char         *clinic_path);
gboolean           soleus_content_folder_is_name   (const char         *name);
GPtrArray         *soleus_content_folder_read      (const char         *folder,
                                                    GPtrArray          *findings);
void               soleus_content_folder_remove    (const char         *folder);
gboolean           soleus_content_files_equal      (GPtrArray          *one,
                                                    GPtrArray          *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusContentFile, soleus_content_file_free)

G_END_DECLS
