/* soleus-erasure.h: takes one person out of a clinic file without leaving a trace of what was recorded: rows, every version, search index,
 * drafts, issued documents, free pages, journal. What stays is the audit: that something was, when it was erased, by whom and why. */
#pragma once

#include "soleus-connection.h"
#include "soleus-moment.h"

G_BEGIN_DECLS

gboolean soleus_erasure_run     (SoleusConnection    *connection,
                                 const char          *athlete,
                                 const char          *therapist,
                                 const char          *ground,
                                 const SoleusMoment  *now,
                                 guint               *n_erased,
                                 GError             **error);
gboolean soleus_erasure_clean   (SoleusConnection    *connection,
                                 GError             **error);
void     soleus_erasure_finish  (SoleusConnection    *connection);

G_END_DECLS
