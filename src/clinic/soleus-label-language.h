/* soleus-label-language.h: the labels of the program in another language than the program speaks, for the length of one paper */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  soleus_label_language_begin (const char  *language,
                                       char       **former);
void      soleus_label_language_end   (char        *former);

G_END_DECLS
