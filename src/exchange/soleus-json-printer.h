/* soleus-json-printer.h: prints structures as JSON into a stream, without holding them in memory */
#pragma once

#include <gio/gio.h>

#include "soleus-printer.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_JSON_PRINTER (soleus_json_printer_get_type ())
G_DECLARE_FINAL_TYPE (SoleusJsonPrinter, soleus_json_printer, SOLEUS, JSON_PRINTER, GObject)

SoleusJsonPrinter *soleus_json_printer_new    (GOutputStream      *stream,
                                               int                 indented_depth);
gboolean           soleus_json_printer_finish (SoleusJsonPrinter  *self,
                                               GError            **error);

G_END_DECLS
