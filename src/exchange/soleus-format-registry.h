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
  GPtrArray    *(*list_history) (SoleusRecord *record, gpointer user_data, GError **error);         /* (transfer container): all its revisions, oldest first */
  GPtrArray    *(*list_extras)  (gpointer user_data);                                              /* (transfer container): of SoleusArchiveExtra */
  gpointer       user_data;
  SoleusInstant  written_at;
  SoleusInstant  changed_at; /* of the entry below; SOLEUS_UNKNOWN_INSTANT in an empty clinic */
  const char    *audit_head; /* number and hash of the newest entry of the audit that changed what the clinic holds */
  gboolean     (*note)          (gpointer user_data, GError **error); /* (nullable): notes that it was written, before it gets its name; FALSE: it gets none */
} SoleusExportSource;

typedef gboolean (*SoleusFormatWriteFunc) (const SoleusExportSource *source, GOutputStream *stream, GError **error);

/* what belongs to a clinic and is no record */
typedef enum {
  SOLEUS_ARCHIVE_DRAFT,       /* what was being typed */
  SOLEUS_ARCHIVE_RESTRICTION, /* of an athlete's records */
  SOLEUS_ARCHIVE_CONTENT,     /* a file of the clinic's own protocol content */
} SoleusArchiveExtraType;

typedef struct {
  SoleusArchiveExtraType  type;
  char                   *name;    /* (nullable) key of the draft, "de.json" */
  char                   *kind;    /* (nullable) of the draft */
  char                   *athlete; /* (nullable) id */
  char                   *title;   /* (nullable) of the draft */
  char                   *text;    /* the draft as GVariant text, the ground of the restriction, the file */
  SoleusInstant           at;      /* SOLEUS_UNKNOWN_INSTANT for a file */
} SoleusArchiveExtra;

/* one line of what was read: a record, or why there is none */
typedef struct {
  char         *place;     /* "line 12", "episodes 3": untranslated */
  SoleusRecord *record;    /* (owned) (nullable) */
  GBytes       *blob;      /* (owned) (nullable) an issued document itself */
  GPtrArray    *history;   /* (owned) (nullable) (element-type SoleusRecord) all its revisions, from 1 without a gap, the last one this */
  SoleusArchiveExtra *extra; /* (owned) (nullable) instead of a record */
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
  gboolean    is_complete; /* void records too: what is written is everything */
  gboolean   (*write_folder) (const SoleusExportSource *source, const char *path, GError **error); /* (nullable): a folder of files */
  SoleusFormatWriteFunc write_stream; /* (nullable): one file; where neither is given it is only read */
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

gboolean            soleus_format_note       (const SoleusExportSource *source,
                                              GError          **error);
gboolean            soleus_format_is_written (const SoleusFormat *format);
gboolean            soleus_format_write      (const SoleusFormat *format,
                                              const SoleusExportSource *source,
                                              const char       *path,
                                              GError          **error);

SoleusImportLine   *soleus_import_line_new   (char             *place,
                                              SoleusRecord     *record,
                                              GError           *error);
void                soleus_import_line_free  (SoleusImportLine *self);
void                soleus_archive_extra_free (SoleusArchiveExtra *self);
char               *soleus_format_load_text  (const char       *path,
                                              gsize             maximum_size,
                                              gsize            *length,
                                              GError          **error);

G_END_DECLS
