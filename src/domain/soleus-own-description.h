/* soleus-own-description.h: what a clinic's own line, part or exercise says, as one text to compare: two of them are alike if it is alike */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): the words in that language, as they are written; the field is one of several */
typedef char *(*SoleusOwnWordsFunc) (gconstpointer  self,
                                     const char    *language,
                                     guint          field);

void soleus_own_description_add       (GString            *description,
                                       const char         *text);
void soleus_own_description_add_words (GString            *description,
                                       GHashTable         *languages,
                                       gconstpointer       self,
                                       SoleusOwnWordsFunc  func,
                                       guint               n_fields);

G_END_DECLS
