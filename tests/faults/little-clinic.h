/* little-clinic.h: a clinic file in a folder of its own, and small jobs of work on it */
#pragma once

#include "soleus-clock.h"
#include "soleus-store.h"

G_BEGIN_DECLS

typedef struct {
  char        *folder;
  char        *path;
  SoleusClock *clock;
} LittleClinic;

/* one job; what it did is acknowledged when it returns TRUE */
typedef struct {
  const char *name;
  gboolean  (*run) (LittleClinic  *clinic,
                    SoleusStore   *store,
                    GError       **error);
  const char *erased; /* (nullable) what is in no byte of the file once it is done; it may then be done although an error says that some is left */
} Job;

extern const Job little_clinic_jobs[];
extern const gsize little_clinic_n_jobs;

LittleClinic *little_clinic_new          (void);
void          little_clinic_free         (LittleClinic  *self);
void          little_clinic_empty        (LittleClinic  *self);
SoleusStore  *little_clinic_open         (LittleClinic  *self,
                                          GError       **error);
void          little_clinic_fill         (LittleClinic  *self,
                                          guint          n_athletes);
GBytes       *little_clinic_get_bytes    (LittleClinic  *self);
void          little_clinic_put_bytes    (LittleClinic  *self,
                                          const guint8  *bytes,
                                          gsize          size);
char         *little_clinic_dup_state    (SoleusStore   *store);
void          little_clinic_assert_erased (LittleClinic *self,
                                          const char    *word);
void          little_clinic_assert_clean (SoleusStore   *store);
gboolean      little_clinic_finish       (SoleusStore   *store,
                                          gboolean       done,
                                          GError       **error);
gboolean      little_clinic_keep_draft   (SoleusStore   *store,
                                          GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LittleClinic, little_clinic_free)

G_END_DECLS
