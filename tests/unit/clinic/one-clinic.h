/* one-clinic.h: a fixed clinic with one fictional athlete who has something of everything: what its papers say never changes */
#pragma once

#include "soleus-clinic.h"

G_BEGIN_DECLS

typedef struct {
  SoleusClinic *clinic;
  char         *athlete;
  char         *visit;
} OneClinic;

void one_clinic_set_up    (OneClinic     *self,
                           gconstpointer  data);
void one_clinic_tear_down (OneClinic     *self,
                           gconstpointer  data);

G_END_DECLS
