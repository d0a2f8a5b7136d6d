/* soleus-clinic-privacy.h: what a person may ask for: that nothing more is done with the records (restriction), or that they go (erasure);
 * and whose records have been kept long enough. Nothing of this happens by itself. */
#pragma once

#include "soleus-clinic.h"

G_BEGIN_DECLS

typedef struct {
  guint n_erased;   /* records */
  guint n_backups;  /* older backups in the known folders: they still hold what was erased */
} SoleusErasureReport;

gboolean soleus_clinic_erase_athlete     (SoleusClinic         *self,
                                          const char           *athlete_id,
                                          const char           *ground,
                                          SoleusErasureReport  *report,
                                          GError              **error);
/* replaces the backups that still hold what was erased by one that does not; returns how many were removed, or -1 with @error set */
int      soleus_clinic_renew_backups     (SoleusClinic         *self,
                                          GError              **error);

/* the same in another thread */
void     soleus_clinic_renew_backups_async (SoleusClinic        *self,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
int      soleus_clinic_renew_backups_finish (SoleusClinic       *self,
                                            GAsyncResult        *result,
                                            GError             **error);

/* restricted: kept, but neither changed nor added to until the restriction is lifted */
gboolean soleus_clinic_restrict_athlete  (SoleusClinic         *self,
                                          const char           *athlete_id,
                                          gboolean              restricted,
                                          const char           *ground,
                                          GError              **error);
/* (transfer full) (nullable): the ground of the restriction; NULL: not restricted */
char    *soleus_clinic_dup_restriction   (SoleusClinic         *self,
                                          const char           *athlete_id,
                                          SoleusInstant        *since);

/* someone about whom nothing happened for longer than the records are kept */
typedef struct {
  char          *athlete; /* id */
  char          *name;
  SoleusInstant  last;    /* the newest of what happened: episode, visit, re-check, check-in */
} SoleusRetentionRow;

void       soleus_retention_row_free     (SoleusRetentionRow   *row);
/* (element-type SoleusRetentionRow): oldest first; minors count from their 18th birthday */
GPtrArray *soleus_clinic_list_retention  (SoleusClinic         *self,
                                          int                   years,
                                          GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusRetentionRow, soleus_retention_row_free)

G_END_DECLS
