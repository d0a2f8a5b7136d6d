/* soleus-lock-screen.h: what covers a locked window: a passphrase to be given, and nothing about anybody */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_LOCK_SCREEN (soleus_lock_screen_get_type ())
G_DECLARE_FINAL_TYPE (SoleusLockScreen, soleus_lock_screen, SOLEUS, LOCK_SCREEN, AdwBin)

/* signal “unlocked” */
GtkWidget *soleus_lock_screen_new (const char *hash);

G_END_DECLS
