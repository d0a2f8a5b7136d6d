/* soleus-journal.h: the journal that a crash left beside a clinic file: whether it can be read to its end */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  soleus_journal_exists           (const char *clinic_path);
guint     soleus_journal_count_unreadable (const char *clinic_path);
char     *soleus_journal_keep             (const char *clinic_path,
                                           gint64      at);

G_END_DECLS
