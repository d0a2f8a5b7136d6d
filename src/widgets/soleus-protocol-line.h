/* soleus-protocol-line.h: one statement of the protocol: what it says, for whom, how well it is supported, where it comes
 * from, and where its sources disagree
 *
 * Accessibility: a group labelled by its text. CSS: a box with the class "protocol-line". */
#pragma once

#include <adwaita.h>

#include "soleus-content.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_PROTOCOL_LINE (soleus_protocol_line_get_type ())
G_DECLARE_FINAL_TYPE (SoleusProtocolLine, soleus_protocol_line, SOLEUS, PROTOCOL_LINE, AdwBin)

GtkWidget *soleus_protocol_line_new            (SoleusContentLine *line,
                                                guint              number);
void       soleus_protocol_line_set_own        (SoleusProtocolLine *self,
                                                const char         *id);
char      *soleus_protocol_line_format_sources (const char *const *sources);
char      *soleus_protocol_line_format_timer   (SoleusContentLine *line);

G_END_DECLS
