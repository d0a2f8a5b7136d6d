/* soleus-own-folder-private.h: the JSON of the clinic's own content, for who puts a line, an exercise or a section into it */
#pragma once

#include <json-glib/json-glib.h>

#include "soleus-own-folder.h"

G_BEGIN_DECLS

#define SOLEUS_OWN_PREFIX "own-"
#define SOLEUS_OWN_SOURCE "clinic-rule" /* of the catalogue of sources */

const char *const *soleus_own_folder_get_languages (SoleusOwnFolder *self);
JsonObject        *soleus_own_folder_get_root      (SoleusOwnFolder *self,
                                                    const char      *language);
JsonObject        *soleus_own_folder_edit          (SoleusOwnFolder *self,
                                                    const char      *language);
GBytes            *soleus_own_folder_read_drawing  (SoleusOwnFolder *self,
                                                    const char      *name,
                                                    GError         **error);
void               soleus_own_folder_set_drawing   (SoleusOwnFolder *self,
                                                    const char      *name,
                                                    GBytes          *svg);

/* what stands in a root */
char              *soleus_own_folder_dup_new_id    (void);
JsonArray         *soleus_own_json_get_array       (JsonObject      *object,
                                                    const char      *name);
const char        *soleus_own_json_get_text        (JsonObject      *object,
                                                    const char      *name);
int                soleus_own_json_get_enum        (JsonObject      *object,
                                                    const char      *name,
                                                    GType            type,
                                                    int              otherwise);
int                soleus_own_json_find            (JsonArray       *array,
                                                    const char      *id);
JsonObject        *soleus_own_json_get_object      (JsonArray       *array,
                                                    const char      *id);
JsonArray         *soleus_own_json_take_array      (JsonObject      *object,
                                                    const char      *name);
JsonObject        *soleus_own_json_take_section    (JsonObject      *root,
                                                    const char      *id);
void               soleus_own_json_drop_empty      (JsonObject      *root,
                                                    JsonObject      *section);

G_END_DECLS
