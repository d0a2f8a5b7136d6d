/* soleus-json-members.h: one text in the members of a record that are no fields */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *soleus_json_members_dup_text (const char *json,
                                    const char *name);
char *soleus_json_members_set_text (const char *json,
                                    const char *name,
                                    const char *text);

G_END_DECLS
