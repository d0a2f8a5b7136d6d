/* soleus-window-lock.h: covers a window on demand, after idle, when the screen is locked or the machine slept, and when it is opened
 *
 * What was shown is taken out of the window until the passphrase is given: it is not drawn, not in the accessibility tree, not in the
 * title; actions do nothing. Editors keep what was typed as a draft. */
#pragma once

#include "soleus-main-window.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_WINDOW_LOCK (soleus_window_lock_get_type ())
G_DECLARE_FINAL_TYPE (SoleusWindowLock, soleus_window_lock, SOLEUS, WINDOW_LOCK, GObject)

SoleusWindowLock *soleus_window_lock_new       (SoleusMainWindow *window,
                                                SoleusClinic     *clinic);
gboolean          soleus_window_lock_is_locked (SoleusWindowLock *self);
void              soleus_window_lock_lock      (SoleusWindowLock *self);
void              soleus_window_lock_look      (SoleusWindowLock *self);

G_END_DECLS
