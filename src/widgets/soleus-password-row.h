/* soleus-password-row.h: a passphrase row whose text may outlive it */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void soleus_password_row_guard (GtkEditable *row);

G_END_DECLS
