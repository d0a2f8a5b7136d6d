/* soleus-json-extra.h: what an archive holds besides records: drafts, restrictions, the clinic's own content */
#pragma once

#include <json-glib/json-glib.h>

#include "soleus-format-registry.h"
#include "soleus-printer.h"

G_BEGIN_DECLS

void     soleus_json_extra_write   (SoleusPrinter             *printer,
                                    const SoleusExportSource  *source);
void     soleus_json_extra_read    (JsonObject                *root,
                                    GPtrArray                 *lines);
gboolean soleus_json_extra_is_member (const char              *name);

/* members of a record that are no fields: the text of a JSON object, and back */
char    *soleus_json_extra_dup_other_members (const SoleusRecordKind *kind,
                                              JsonObject             *object);
void     soleus_json_extra_write_other_members (SoleusPrinter         *printer,
                                                SoleusRecord          *record);

G_END_DECLS
