/* soleus-cli-run.h: finds the command, parses its options, opens the clinic, runs it and prints the answer */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int soleus_cli_run (int    argc,
                    char **argv);

G_END_DECLS
