/* soleus-clinic-access.h: the lock of a clinic's window, and how long the clinic keeps records */
#pragma once

#include "soleus-access-settings.h"
#include "soleus-clinic.h"

G_BEGIN_DECLS

SoleusAccessSettings *soleus_clinic_load_access        (SoleusClinic                *self);
gboolean              soleus_clinic_save_access        (SoleusClinic                *self,
                                                        const SoleusAccessSettings  *settings,
                                                        GError                     **error);
/* is @passphrase the one of @hash? TRUE from finish() if it is */
void                  soleus_access_check_async        (const char                  *hash,
                                                        const char                  *passphrase,
                                                        GAsyncReadyCallback          callback,
                                                        gpointer                     user_data);
gboolean              soleus_access_check_finish       (GAsyncResult                *result);
void                  soleus_access_hash_async         (const char                  *passphrase,
                                                        GAsyncReadyCallback          callback,
                                                        gpointer                     user_data);
char                 *soleus_access_hash_finish        (GAsyncResult                *result,
                                                        GError                     **error);

G_END_DECLS
