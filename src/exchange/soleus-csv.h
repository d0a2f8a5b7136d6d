/* soleus-csv.h: comma-separated text (RFC 4180): quoting that spreadsheets cannot mistake for a formula, and the way back */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* one row: its fields, and the line of the text on which it begins, from 1 */
typedef struct {
  guint  line;
  char **fields; /* (owned) NULL-terminated */
} SoleusCsvRow;

GPtrArray *soleus_csv_parse        (const char    *text,
                                    gsize          length,
                                    char          *delimiter,
                                    GError       **error);
void       soleus_csv_row_free     (SoleusCsvRow  *self);
void       soleus_csv_append_field (GString       *text,
                                    const char    *value,
                                    gboolean       is_first);
char      *soleus_csv_unguard      (const char    *field);

G_END_DECLS
