/* soleus-clinic-private.h: for the files that make up SoleusClinic */
#pragma once

#include "soleus-clinic.h"
#include "soleus-connection.h"
#include "soleus-own-folder.h"
#include "soleus-rule-input.h"
#include "soleus-store.h"

G_BEGIN_DECLS

/* what a commit did, for taking it back; or what was done to the clinic's own content, which is in files beside */
typedef struct {
  GPtrArray       *records;   /* (element-type SoleusRecord) as saved */
  GPtrArray       *former;    /* (element-type SoleusRecord) at the same place; NULL: it was new */
  SoleusOwnFolder *own;       /* (owned) (nullable) */
  char            *own_words; /* (nullable): what the audit says of it */
} SoleusUndoStep;

struct _SoleusClinic {
  GObject         parent_instance;
  SoleusStore    *store;     /* (owned) */
  SoleusClock    *clock;     /* (owned) */
  SoleusRecord   *profile;   /* (owned) (nullable) read when asked for */
  SoleusRecord   *policy;    /* (owned) (nullable) read when asked for */
  SoleusInstant   policy_read_at;
  gint64          policy_mark;  /* of what other programs had written by then */
  SoleusInstant   policy_until; /* when others begin, or SOLEUS_UNKNOWN_INSTANT */
  SoleusRecord   *former_policy; /* (owned) (nullable) in force before */
  SoleusRecord   *default_policy; /* (owned) (nullable) shown where that cannot be read */
  SoleusRecord   *therapist; /* (owned) (nullable) */
  SoleusUndoStep *undo;      /* (owned) (nullable) */
  GPtrArray      *status;    /* (owned) (nullable) (element-type SoleusAssessment) what was found out last */
  SoleusInstant   status_at;
  SoleusConnectionMark status_mark;
};

const char   *_soleus_clinic_get_author    (SoleusClinic   *self);
void          _soleus_clinic_forget        (SoleusClinic   *self); /* what was read of profile and policy, and how everybody is */
void          _soleus_clinic_forget_status (SoleusClinic   *self); /* how everybody is */
void          _soleus_clinic_emit_changed  (SoleusClinic   *self,
                                            const char     *kind,
                                            const char     *athlete_id);
SoleusRecord *_soleus_clinic_find_policy_at (SoleusClinic  *self,
                                            SoleusInstant   at,
                                            GError        **error);
SoleusRecord *_soleus_clinic_load_policy    (SoleusClinic  *self,
                                            GError        **error);
SoleusUndoStep *_soleus_undo_step_new      (void);
void          _soleus_undo_step_free       (SoleusUndoStep *step);
gboolean      _soleus_clinic_undo_own      (SoleusClinic   *self,
                                            GError        **error);
void          _soleus_clinic_forget_content (SoleusClinic  *self);
gboolean      _soleus_clinic_check_flag    (SoleusClinic   *self,
                                            SoleusRecord   *flag,
                                            SoleusRecord   *former,
                                            gboolean        undoing,
                                            GError        **error);
SoleusInstant _soleus_clinic_get_latest    (SoleusClinic   *self);
SoleusGateVerdict _soleus_clinic_judge     (SoleusClinic     *self,
                                            SoleusRuleInput  *input,
                                            SoleusRecord     *policy,
                                            const char       *modality,
                                            SoleusSide        side,
                                            SoleusRegion      region,
                                            SoleusInstant     at,
                                            SoleusWindow    **window);
SoleusGateVerdict _soleus_clinic_judge_treatment (SoleusClinic     *self,
                                            SoleusRuleInput  *input,
                                            SoleusRecord     *policy,
                                            SoleusRecord     *treatment,
                                            gboolean          reevaluating,
                                            SoleusWindow    **window);
SoleusWindowState _soleus_clinic_find_known_state (SoleusClinic *self,
                                            SoleusRecord     *treatment);
gboolean      _soleus_clinic_is_planned    (SoleusClinic     *self,
                                            SoleusRecord     *treatment);
char         *_soleus_clinic_format_refusal (SoleusWindow      *window,
                                            SoleusGateVerdict  verdict,
                                            const char        *modality);

G_END_DECLS
