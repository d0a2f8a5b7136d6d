/* fault-clinic.h: a small clinic of every kind of record in a folder of its own, to be damaged */
#pragma once

#include "soleus-clinic.h"

G_BEGIN_DECLS

typedef struct {
  char         *folder;
  char         *path;
  SoleusClock  *clock;
  SoleusClinic *clinic;
  char         *athlete; /* id */
} FaultClinic;

FaultClinic *fault_clinic_new         (const char  *token); /* stands in every text of the athlete */
void         fault_clinic_close       (FaultClinic *self);
void         fault_clinic_open        (FaultClinic *self);
void         fault_clinic_free        (FaultClinic *self);
/* one of the full size, as many as fit a run otherwise */
guint        fault_clinic_get_size    (guint        slice,
                                       guint        full);
void         fault_clinic_copy_file   (const char  *from,
                                       const char  *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FaultClinic, fault_clinic_free)

G_END_DECLS
