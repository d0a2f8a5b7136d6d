/* soleus-text-printer.h: prints structures for a person to read: labels, indentation, tables; what is unknown is left out */
#pragma once

#include "soleus-printer.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_TEXT_PRINTER (soleus_text_printer_get_type ())
G_DECLARE_FINAL_TYPE (SoleusTextPrinter, soleus_text_printer, SOLEUS, TEXT_PRINTER, GObject)

SoleusTextPrinter *soleus_text_printer_new (GString *text);

G_END_DECLS
