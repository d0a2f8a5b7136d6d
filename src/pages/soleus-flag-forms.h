/* soleus-flag-forms.h: what may be done with a red flag now: refer, argue against a clot, record the outcome, open it again */
#pragma once

#include <adwaita.h>

#include "soleus-clock.h"
#include "soleus-records.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_FLAG_FORMS (soleus_flag_forms_get_type ())
G_DECLARE_FINAL_TYPE (SoleusFlagForms, soleus_flag_forms, SOLEUS, FLAG_FORMS, AdwBin)

GtkWidget *soleus_flag_forms_new           (void);
void       soleus_flag_forms_fill          (SoleusFlagForms  *self,
                                            SoleusRecord     *flag,
                                            SoleusClock      *clock);
void       soleus_flag_forms_set_flag      (SoleusFlagForms  *self,
                                            SoleusRecord     *flag,
                                            gboolean          writable);
gboolean   soleus_flag_forms_read_referral (SoleusFlagForms  *self,
                                            SoleusRecord     *flag,
                                            GError          **error);
gboolean   soleus_flag_forms_read_outcome  (SoleusFlagForms  *self,
                                            SoleusRecord     *flag,
                                            GError          **error);
void       soleus_flag_forms_read_not_clot (SoleusFlagForms  *self,
                                            SoleusRecord     *flag);
char      *soleus_flag_forms_dup_reopening (SoleusFlagForms  *self);

G_END_DECLS
