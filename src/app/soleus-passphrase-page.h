/* soleus-passphrase-page.h: what stands in the window where a clinic is encrypted, until its passphrase was given */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_PASSPHRASE_PAGE (soleus_passphrase_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusPassphrasePage, soleus_passphrase_page, SOLEUS, PASSPHRASE_PAGE, AdwBin)

GtkWidget *soleus_passphrase_page_new (const char *path);

G_END_DECLS
