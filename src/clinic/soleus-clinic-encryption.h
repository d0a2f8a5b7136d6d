/* soleus-clinic-encryption.h: the passphrase of the clinic file itself, where this build can encrypt it */
#pragma once

#include "soleus-clinic.h"

G_BEGIN_DECLS

gboolean soleus_clinic_can_encrypt     (void);
gboolean soleus_clinic_is_encrypted    (SoleusClinic  *self);
gboolean soleus_clinic_is_passphrase   (SoleusClinic  *self,
                                        const char    *passphrase);
gboolean soleus_clinic_encrypt         (SoleusClinic  *self,
                                        const char    *passphrase,
                                        GError       **error);
/* the same while one goes on working: copied and checked by another thread */
void     soleus_clinic_encrypt_async   (SoleusClinic         *self,
                                        const char           *passphrase,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean soleus_clinic_encrypt_finish  (SoleusClinic         *self,
                                        GAsyncResult         *result,
                                        GError              **error);
gboolean soleus_clinic_give_passphrase (const char    *path,
                                        const char    *passphrase,
                                        GError       **error);

G_END_DECLS
