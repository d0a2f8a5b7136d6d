/* soleus-record.h: a record is a final GObject whose properties are its fields, declared once as a table of rows.
 * SQL columns, JSON members, CSV columns, canonical text and the audit's before and after follow from the table. */
#pragma once

#include "soleus-answers.h"
#include "soleus-catalogue.h"
#include "soleus-moment.h"

G_BEGIN_DECLS

typedef enum {
  SOLEUS_FIELD_TEXT,    /* char*, NULL unknown */
  SOLEUS_FIELD_INT,     /* gint64, SOLEUS_UNKNOWN_INT */
  SOLEUS_FIELD_REAL,    /* double, SOLEUS_UNKNOWN_REAL */
  SOLEUS_FIELD_BOOL,    /* gboolean, always known */
  SOLEUS_FIELD_ENUM,    /* a GEnum; nick in storage */
  SOLEUS_FIELD_CHOICE,  /* char*, the id of a catalogue row, NULL unknown */
  SOLEUS_FIELD_ANSWERS, /* SoleusAnswers over a catalogue, NULL: nothing known */
  SOLEUS_FIELD_MOMENT,  /* SoleusMoment, NULL unknown */
  SOLEUS_FIELD_DATE,    /* char*, "YYYY-MM-DD", NULL unknown */
  SOLEUS_FIELD_ID,      /* char*, UUID of another record, NULL none */
  SOLEUS_FIELD_IDS,     /* char**, UUIDs, NULL none */
} SoleusFieldType;

typedef enum {
  SOLEUS_FIELD_DEFAULT   = 0,
  SOLEUS_FIELD_REQUIRED  = 1 << 0, /* a record without it cannot be saved */
  SOLEUS_FIELD_LONG      = 1 << 1, /* text of several lines */
  SOLEUS_FIELD_INTERNAL  = 1 << 2, /* not entered by a person */
} SoleusFieldFlags;

struct _SoleusField {
  const char             *name;    /* property name, kebab-case */
  SoleusFieldType         type;
  const char             *label;   /* N_() */
  SoleusFieldFlags        flags;
  double                  minimum; /* numbers: the range, inclusive; both 0: none */
  double                  maximum;
  const char             *unit;    /* (nullable) "kg", "ml" */
  GType                 (*enum_type) (void);
  const SoleusCatalogue *(*catalogue) (void);
  const char             *reference; /* (nullable) kind name of the record that an ID names */
};

/* what is wrong with a field, as a sentence */
typedef struct {
  const char *field; /* (not owned) property name */
  char       *message;
} SoleusIssue;

typedef struct _SoleusRecordKind SoleusRecordKind;
struct _SoleusRecordKind {
  const char        *name;   /* "episode": SQL table (with _), audit, JSON archive */
  const char        *plural; /* "episodes": JSON lists */
  const char        *label;  /* N_("Episode") */
  GType            (*get_type) (void);
  const SoleusField *fields;
  gsize              n_fields;
};

#define SOLEUS_TYPE_RECORD (soleus_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (SoleusRecord, soleus_record, SOLEUS, RECORD, GObject)

struct _SoleusRecordClass {
  GObjectClass            parent_class;
  const SoleusRecordKind *kind;
  GHashTable             *index;      /* name → field index, common fields first */
  GParamSpec            **properties; /* one a field */

  /* rules between fields; appends to @issues with soleus_record_add_issue() */
  void (*validate) (SoleusRecord  *self,
                    SoleusInstant  now,
                    GPtrArray     *issues);
};

/* the fields that every record has, in this order, before its own */
extern const SoleusField soleus_record_common_fields[];
#define SOLEUS_RECORD_N_COMMON 7

void                    soleus_record_class_set_kind (SoleusRecordClass      *klass,
                                                      const SoleusRecordKind *kind);

/* all kinds, in an order in which references point backwards */
const SoleusRecordKind *const *soleus_record_list_kinds (void); /* NULL-terminated */
const SoleusRecordKind *soleus_record_find_kind      (const char             *name);

SoleusRecord           *soleus_record_new            (const SoleusRecordKind *kind);
SoleusRecord           *soleus_record_new_with_id    (const SoleusRecordKind *kind,
                                                      const char             *id);
void                    _soleus_record_init_values   (SoleusRecord           *self); /* for SOLEUS_DEFINE_RECORD */
const SoleusRecordKind *soleus_record_get_kind       (SoleusRecord           *self);
guint                   soleus_record_get_n_fields   (SoleusRecord           *self);
const SoleusField      *soleus_record_get_field      (SoleusRecord           *self,
                                                      guint                   index);
const SoleusField      *soleus_record_find_field     (SoleusRecord           *self,
                                                      const char             *name);

const char             *soleus_record_get_id         (SoleusRecord           *self);
gint64                  soleus_record_get_revision   (SoleusRecord           *self);
gboolean                soleus_record_is_void        (SoleusRecord           *self);

const char             *soleus_record_get_text       (SoleusRecord *self, const char *name); /* TEXT, CHOICE, DATE, ID */
gint64                  soleus_record_get_int        (SoleusRecord *self, const char *name);
double                  soleus_record_get_real       (SoleusRecord *self, const char *name);
gboolean                soleus_record_get_bool       (SoleusRecord *self, const char *name);
int                     soleus_record_get_enum       (SoleusRecord *self, const char *name);
const SoleusAnswers    *soleus_record_get_answers    (SoleusRecord *self, const char *name);
const SoleusMoment     *soleus_record_get_moment     (SoleusRecord *self, const char *name);
SoleusInstant           soleus_record_get_instant    (SoleusRecord *self, const char *name);
const char *const      *soleus_record_get_ids        (SoleusRecord *self, const char *name);
gboolean                soleus_record_is_known       (SoleusRecord *self, const char *name);

void                    soleus_record_set_text       (SoleusRecord *self, const char *name, const char *value);
void                    soleus_record_set_int        (SoleusRecord *self, const char *name, gint64 value);
void                    soleus_record_set_real       (SoleusRecord *self, const char *name, double value);
void                    soleus_record_set_bool       (SoleusRecord *self, const char *name, gboolean value);
void                    soleus_record_set_enum       (SoleusRecord *self, const char *name, int value);
void                    soleus_record_set_answers    (SoleusRecord *self, const char *name, const SoleusAnswers *value);
void                    soleus_record_set_answer     (SoleusRecord *self, const char *name, const char *item, SoleusAnswer answer);
void                    soleus_record_set_moment     (SoleusRecord *self, const char *name, const SoleusMoment *value);
void                    soleus_record_set_ids        (SoleusRecord *self, const char *name, const char *const *value);

/* stable text of one field, as on the command line and in CSV; NULL or "" is unknown */
char                   *soleus_record_dup_as_text    (SoleusRecord *self, const char *name);
gboolean                soleus_record_set_from_text  (SoleusRecord *self, const char *name, const char *text, GError **error);

SoleusRecord           *soleus_record_copy           (SoleusRecord *self);
gboolean                soleus_record_equal          (SoleusRecord *a, SoleusRecord *b);
void                    soleus_record_seal           (SoleusRecord *self);
gboolean                soleus_record_is_sealed      (SoleusRecord *self);

GVariant               *soleus_record_to_variant     (SoleusRecord *self);
SoleusRecord           *soleus_record_new_from_variant (const SoleusRecordKind *kind, GVariant *fields, GError **error);
char                   *soleus_record_dup_canonical  (SoleusRecord *self);
char                   *soleus_record_dup_content_hash (SoleusRecord *self);

GPtrArray              *soleus_record_validate       (SoleusRecord *self, SoleusInstant now);
gboolean                soleus_record_check          (SoleusRecord *self, SoleusInstant now, GError **error);
void                    soleus_record_add_issue      (GPtrArray *issues, const char *field, char *message);
void                    soleus_issue_free            (SoleusIssue *issue);
const char             *soleus_field_get_label       (const SoleusField *field); /* translated */

/* Defines a final record type from its table of fields. The type needs its G_DECLARE_FINAL_TYPE in the header. */
#define SOLEUS_DEFINE_RECORD(TypeName, type_name, kind_name, kind_plural, kind_label, table, validate_func)            \
  struct _##TypeName { SoleusRecord parent_instance; };                                                              \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, SOLEUS_TYPE_RECORD)                                                      \
  const SoleusRecordKind type_name##_kind = {                                                                        \
    kind_name, kind_plural, kind_label, type_name##_get_type, table, G_N_ELEMENTS (table)                            \
  };                                                                                                                 \
  static void type_name##_class_init (TypeName##Class *klass)                                                        \
  {                                                                                                                  \
    SOLEUS_RECORD_CLASS (klass)->validate = validate_func;                                                           \
    soleus_record_class_set_kind (SOLEUS_RECORD_CLASS (klass), &type_name##_kind);                                   \
  }                                                                                                                  \
  static void type_name##_init (TypeName *self)                                                                      \
  {                                                                                                                  \
    _soleus_record_init_values (SOLEUS_RECORD (self));                                                               \
  }

/* Declares it: SOLEUS_TYPE_X, the cast, the kind. */
#define SOLEUS_DECLARE_RECORD(TypeName, type_name, OBJECT_NAME)                                                        \
  G_DECLARE_FINAL_TYPE (TypeName, type_name, SOLEUS, OBJECT_NAME, SoleusRecord)                                      \
  extern const SoleusRecordKind type_name##_kind;

G_END_DECLS
