/* soleus-content-members.h: makes content objects from JSON members; private to the content reader
 *
 * The names of the members are the names of the properties, so that types and ranges are stated once, by the objects. */
#pragma once

#include "soleus-content.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct {
  const char *name;
  gboolean    required;
} SoleusContentMember;

/* what is being read; every message names it */
typedef struct {
  const char    *base;     /* folder or resource path */
  const char    *language;
  const char    *file;     /* the file being read: "relief.json" */
  GHashTable    *ids;      /* ids of lines, sections and exercises met so far, owned */
  SoleusContent *content;  /* being filled */
} SoleusContentReading;

gboolean soleus_content_reading_refuse      (SoleusContentReading       *self,
                                             const char                 *id,
                                             GError                    **error,
                                             const char                 *format,
                                             ...) G_GNUC_PRINTF (4, 5);
gboolean soleus_content_reading_check_names (SoleusContentReading       *self,
                                             const char                 *id,
                                             JsonObject                 *object,
                                             const SoleusContentMember  *members,
                                             gsize                       n_members,
                                             const char                 *other,
                                             const char                 *another,
                                             GError                    **error);
gboolean soleus_content_reading_read_list   (SoleusContentReading       *self,
                                             const char                 *id,
                                             const char                 *name,
                                             JsonNode                   *node,
                                             GValue                     *value,
                                             GError                    **error);
const char *soleus_content_reading_peek_id (JsonObject *object);

gpointer soleus_content_reading_read_object (SoleusContentReading       *self,
                                             JsonNode                   *node,
                                             GType                       type,
                                             const SoleusContentMember  *members,
                                             gsize                       n_members,
                                             const char                 *other,
                                             const char                 *another,
                                             GError                    **error);

/* soleus-content-reader.c, for what a clinic adds */
JsonNode *soleus_content_reading_read_root     (SoleusContentReading  *self,
                                                GBytes                *bytes,
                                                GError               **error);
gboolean  soleus_content_reading_find_array    (SoleusContentReading  *self,
                                                JsonObject            *object,
                                                const char            *name,
                                                JsonArray            **array,
                                                GError               **error);
SoleusContentLine     *soleus_content_reading_read_line     (SoleusContentReading  *self,
                                                             JsonNode              *node,
                                                             GError               **error);
SoleusContentExercise *soleus_content_reading_read_own_exercise (SoleusContentReading  *self,
                                                                 JsonNode              *node,
                                                                 GError               **error);

G_END_DECLS
