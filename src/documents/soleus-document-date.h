/* soleus-document-date.h: dates and clock times in the language of a document, whatever the language of the machine
 *
 * English and German are spoken; "en-US" puts the month first. Any other language gets figures (2025-11-22, 18:40),
 * which every reader can read. Instants are shown in the local zone of this machine. */
#pragma once

#include "soleus-types.h"

G_BEGIN_DECLS

char *soleus_document_date_format_until  (SoleusInstant instant, SoleusInstant issued_at, const char *language); /* "Saturday 22 November, 6:40 pm" */
char *soleus_document_date_format_moment (SoleusInstant instant, const char *language); /* "Sat 22 Nov 2025, 6:40 pm" */
char *soleus_document_date_format_header (SoleusInstant instant, const char *language); /* "Fri 21 November 2025" */
char *soleus_document_date_format_date   (SoleusInstant instant, const char *language); /* "21 Nov 2025" */
char *soleus_document_date_format_day    (SoleusInstant instant, const char *language); /* "Fri 21" */
char *soleus_document_date_format_time   (SoleusInstant instant, const char *language); /* "6:40 pm" */

G_END_DECLS
