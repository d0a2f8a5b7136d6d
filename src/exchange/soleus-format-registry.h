/* soleus-format-registry.h: the file formats that records are read from and written to; the window and the command line read it.
 * A new format is one .c and one row. */
#pragma once

#include <gio/gio.h>

#include "soleus-record.h"

G_BEGIN_DECLS

/* where the records of an export come from */
typedef struct {
  GPtrArray    *(*list_records) (const SoleusRecordKind *kind, gpointer user_data, GError **error); /* (transfer container) */
  GBytes       *(*find_blob)    (const char *hash, gpointer user_data);                             /* (transfer full) (nullable) */
  GPtrArray    *(*list_windows) (const char *athlete_id, gpointer user_data);                      /* (transfer container) (nullable): of SoleusWindow */
  gpointer       user_data;
  SoleusInstant  written_at;
  const char    *audit_head; /* (nullable): number and hash of the newest entry of the audit */
} SoleusExportSource;

/* one line of what was read: a record, or why there is none */
typedef struct {
  char         *place;     /* "line 12", "episodes 3": untranslated */
  SoleusRecord *record;    /* (owned) (nullable) */
  GBytes       *blob;      /* (owned) (nullable) an issued document itself */
  gboolean      is_new_id; /* the file names no identifier: it follows from what the record is about */
  GError       *error;     /* (owned) (nullable) */
} SoleusImportLine;

/* (nullable result): the id of the record of @kind that @text names, @error says why there is none */
typedef char *(*SoleusResolveFunc) (const SoleusRecordKind *kind, const char *text, gpointer user_data, GError **error);

typedef struct _SoleusTrainingSink SoleusTrainingSink;

typedef struct {
  const char *id;        /* "json" */
  const char *label;     /* N_() */
  const char *extension; /* without the dot */
  gboolean    is_folder; /* writes a folder of files */
  gboolean   (*write) (const SoleusExportSource *source, const char *path, GError **error); /* (nullable): is only read */
  gboolean   (*write_stream) (const SoleusExportSource *source, GOutputStream *stream, GError **error); /* (nullable) */
  GPtrArray *(*read)  (const char *path, SoleusResolveFunc resolve, gpointer user_data, GError **error); /* (nullable) of SoleusImportLine */
  /* training files: sessions without their athlete; known by bytes of their content, wherever it stands where the place is -1 */
  gboolean   (*read_training) (GInputStream *stream, SoleusTrainingSink *sink, GCancellable *cancellable, GError **error); /* (nullable) */
  const char *magic;     /* (nullable): whatever no other row knows */
  int         magic_at;
} SoleusFormat;

const SoleusFormat *soleus_format_list       (gsize            *n_formats);
const SoleusFormat *soleus_format_find       (const char       *id);
const SoleusFormat *soleus_format_find_for   (const char       *path);
char               *soleus_format_dup_ids    (void);

SoleusImportLine   *soleus_import_line_new   (char             *place,
                                              SoleusRecord     *record,
                                              GError           *error);
void                soleus_import_line_free  (SoleusImportLine *self);
char               *soleus_format_load_text  (const char       *path,
                                              gsize             maximum_size,
                                              gsize            *length,
                                              GError          **error);

G_END_DECLS
