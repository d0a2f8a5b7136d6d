/* soleus-amend-window.h: an addendum, correction or late entry to a signed visit, with its reason; the visit itself stays as it is */
#pragma once

#include <adwaita.h>

#include "soleus-clinic.h"
#include "soleus-records.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_AMEND_WINDOW (soleus_amend_window_get_type ())
G_DECLARE_FINAL_TYPE (SoleusAmendWindow, soleus_amend_window, SOLEUS, AMEND_WINDOW, AdwWindow)

/* signal “amended”: one was saved */
GtkWidget *soleus_amend_window_new (GtkWindow    *parent,
                                    SoleusClinic *clinic,
                                    SoleusRecord *visit,
                                    const char   *text);

G_END_DECLS
