/* soleus-search-words.h: what somebody typed as a question to a full-text index */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *soleus_search_words_dup_match (const char *text);

G_END_DECLS
