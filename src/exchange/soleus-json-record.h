/* soleus-json-record.h: a JSON object of property names → a record; the way back is soleus_printer_record() */
#pragma once

#include <json-glib/json-glib.h>

#include "soleus-record.h"

G_BEGIN_DECLS

SoleusRecord *soleus_json_record_read (const SoleusRecordKind  *kind,
                                       JsonObject              *object,
                                       GError                 **error);

G_END_DECLS
