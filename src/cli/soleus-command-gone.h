/* soleus-command-gone.h: where the clinic file is gone: what is left of it, what to type, and a new clinic in its place */
#pragma once

#include "soleus-command.h"

G_BEGIN_DECLS

#define SOLEUS_COMMAND_PROGRAM "soleus-cli"

gboolean soleus_command_settle_gone (SoleusCommandContext  *context,
                                     gboolean               anew,
                                     GError               **error);

G_END_DECLS
