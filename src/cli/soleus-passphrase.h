/* soleus-passphrase.h: where the command line has a passphrase from: a file, standard input, a terminal; never its arguments */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *soleus_passphrase_read (const char  *path,
                              GError     **error);
char *soleus_passphrase_ask  (const char  *clinic_path);

G_END_DECLS
