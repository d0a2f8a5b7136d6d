/* soleus-printer.h: structure printer: who prints says what there is (maps, lists, values), never in which format */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_PRINTER (soleus_printer_get_type ())
G_DECLARE_INTERFACE (SoleusPrinter, soleus_printer, SOLEUS, PRINTER, GObject)

/* what a list says of each record that is no field of it, such as whose it is */
typedef struct {
  const char        *name;  /* of the member */
  const char        *label; /* translated */
  const char *const *texts; /* one a record; (nullable) each: unknown */
} SoleusPrinterColumn;

struct _SoleusPrinterInterface {
  GTypeInterface parent_interface;

  void (*begin_map)  (SoleusPrinter *self);
  void (*begin_list) (SoleusPrinter *self);
  void (*end)        (SoleusPrinter *self);
  void (*key)        (SoleusPrinter *self, const char *name, const char *label); /* label translated, nullable */
  void (*text)       (SoleusPrinter *self, const char *value);
  void (*integer)    (SoleusPrinter *self, gint64 value);
  void (*real)       (SoleusPrinter *self, double value);
  void (*boolean)    (SoleusPrinter *self, gboolean value);
  void (*unknown)    (SoleusPrinter *self);
  void (*sentence)   (SoleusPrinter *self, const char *text);                    /* for a person; machine formats leave it out */
  void (*records)    (SoleusPrinter *self, GPtrArray *records, const char *const *columns, const SoleusPrinterColumn *first);
};

void soleus_printer_begin_map   (SoleusPrinter *self);
void soleus_printer_begin_list  (SoleusPrinter *self);
void soleus_printer_end         (SoleusPrinter *self);
void soleus_printer_key         (SoleusPrinter *self, const char *name, const char *label);
void soleus_printer_text        (SoleusPrinter *self, const char *value); /* NULL is unknown */
void soleus_printer_integer     (SoleusPrinter *self, gint64 value);
void soleus_printer_real        (SoleusPrinter *self, double value);
void soleus_printer_boolean     (SoleusPrinter *self, gboolean value);
void soleus_printer_unknown     (SoleusPrinter *self);
void soleus_printer_sentence    (SoleusPrinter *self, const char *text);

void soleus_printer_add_text    (SoleusPrinter *self, const char *name, const char *label, const char *value);
void soleus_printer_add_integer (SoleusPrinter *self, const char *name, const char *label, gint64 value);
void soleus_printer_add_real    (SoleusPrinter *self, const char *name, const char *label, double value);
void soleus_printer_add_boolean (SoleusPrinter *self, const char *name, const char *label, gboolean value);
void soleus_printer_add_instant (SoleusPrinter *self, const char *name, const char *label, SoleusInstant value);

void soleus_printer_record_fields (SoleusPrinter *self, SoleusRecord *record); /* into an open map */
void soleus_printer_record        (SoleusPrinter *self, SoleusRecord *record);
void soleus_printer_records       (SoleusPrinter *self, GPtrArray *records, const char *const *columns,
                                      const SoleusPrinterColumn *first);

G_END_DECLS
