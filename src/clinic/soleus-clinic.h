/* soleus-clinic.h: an opened clinic: file, clock, policies, rules. The window and the command line are two doors into it. */
#pragma once

#include "soleus-assessment.h"
#include "soleus-athlete-list.h"
#include "soleus-change.h"
#include "soleus-clot-screen.h"
#include "soleus-flag-chase.h"
#include "soleus-query.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_CLINIC (soleus_clinic_get_type ())
G_DECLARE_FINAL_TYPE (SoleusClinic, soleus_clinic, SOLEUS, CLINIC, GObject)

typedef enum {
  SOLEUS_CLINIC_OPEN_DEFAULT   = 0,
  SOLEUS_CLINIC_OPEN_CREATE    = 1 << 0, /* make the file if it is not there */
  SOLEUS_CLINIC_OPEN_READ_ONLY = 1 << 1,
} SoleusClinicOpenFlags;

/* FALSE with an error: what was written gets no name */
typedef gboolean (*SoleusClinicNoteFunc) (gpointer user_data, GError **error);

/* signals:
 *   changed (const char *kind, const char *athlete_id (nullable)): after something was saved, from here or by another program
 * properties: path, read-only, demo, therapist (SoleusRecord) */

char         *soleus_clinic_dup_default_path (void); /* $XDG_DATA_HOME/soleus/clinic.soleus */
char         *soleus_clinic_dup_demo_path    (void); /* $XDG_DATA_HOME/soleus/demo.soleus */

SoleusClinic *soleus_clinic_open             (const char            *path, /* ":memory:" for tests */
                                              SoleusClinicOpenFlags  flags,
                                              SoleusClock           *clock,
                                              GError               **error);
const char   *soleus_clinic_get_path         (SoleusClinic *self);
/* (nullable): a sentence where changes that had been saved could not be read when it was opened */
const char   *soleus_clinic_get_loss         (SoleusClinic *self);
gboolean      soleus_clinic_is_read_only     (SoleusClinic *self);
gboolean      soleus_clinic_is_demo          (SoleusClinic *self);
gboolean      soleus_clinic_is_new           (SoleusClinic *self); /* no profile and no therapist yet: first run */
SoleusClock  *soleus_clinic_get_clock        (SoleusClinic *self);
SoleusInstant soleus_clinic_get_now          (SoleusClinic *self);

/* never NULL: defaults until they are saved; sealed, copy to edit and commit */
SoleusRecord *soleus_clinic_get_profile      (SoleusClinic *self);
SoleusRecord *soleus_clinic_get_policy       (SoleusClinic *self);
SoleusRecord *soleus_clinic_get_therapist    (SoleusClinic *self); /* who is working (nullable before the first run) */
void          soleus_clinic_set_therapist    (SoleusClinic *self,
                                              SoleusRecord *therapist);

/* reading; records come sealed; NULL without error: there is none */
SoleusRecord *soleus_clinic_find             (SoleusClinic           *self,
                                              const SoleusRecordKind *kind,
                                              const char             *id,
                                              GError                **error);
/* unique id prefix (≥ 4 characters) or exact name; an error (NOT_FOUND) otherwise */
SoleusRecord *soleus_clinic_resolve          (SoleusClinic           *self,
                                              const SoleusRecordKind *kind,
                                              const char             *text,
                                              GError                **error);
GPtrArray    *soleus_clinic_list             (SoleusClinic           *self,
                                              SoleusQuery            *query,
                                              GError                **error); /* (transfer container) */
gint64        soleus_clinic_count            (SoleusClinic           *self,
                                              SoleusQuery            *query,
                                              GError                **error); /* -1 on error */
/* all live records of a kind of an athlete, newest first (by onset, time, date, at, due, issued-at or created-at) */
GPtrArray    *soleus_clinic_list_of_athlete  (SoleusClinic           *self,
                                              const SoleusRecordKind *kind,
                                              const char             *athlete_id,
                                              GError                **error);
/* records of a kind whose ID field (e.g. "visit") is id, oldest first */
GPtrArray    *soleus_clinic_list_of          (SoleusClinic           *self,
                                              const SoleusRecordKind *kind,
                                              const char             *field,
                                              const char             *id,
                                              GError                **error);
char        **soleus_clinic_list_teams       (SoleusClinic *self);
/* all revisions of a record, oldest first */
GPtrArray    *soleus_clinic_list_versions    (SoleusClinic           *self,
                                              const SoleusRecordKind *kind,
                                              const char             *id,
                                              GError                **error);

/* Saves everything of @change in one transaction, through the gate, the red-flag rules, the re-evaluation of what was given, and
 * the audit. Errors: INVALID (a sentence for each issue), REFUSED (until when and why), and those of the file. Nothing is written on error. */
gboolean      soleus_clinic_commit           (SoleusClinic  *self,
                                              SoleusChange  *change,
                                              GError       **error);
gboolean      soleus_clinic_save             (SoleusClinic  *self, /* a change of one record */
                                              SoleusRecord  *record,
                                              GError       **error);
/* takes back the last commit of this session: new records become void, changed ones get their former values */
gboolean      soleus_clinic_can_undo         (SoleusClinic  *self);
gboolean      soleus_clinic_undo             (SoleusClinic  *self,
                                              GError       **error);

/* rules */
SoleusAssessment *soleus_clinic_assess       (SoleusClinic  *self,
                                              const char    *athlete_id,
                                              SoleusInstant  at,
                                              GError       **error);
/* what saving this episode would do, without saving it (footer of the episode editor) */
SoleusAssessment *soleus_clinic_assess_with  (SoleusClinic  *self,
                                              SoleusRecord  *episode,
                                              SoleusInstant  at,
                                              GError       **error);
/* (transfer full): the verdict for a treatment of an athlete at a time; state/row/reasons in it */
SoleusGateVerdict soleus_clinic_gate         (SoleusClinic  *self,
                                              const char    *athlete_id,
                                              const char    *modality,
                                              SoleusSide     side,
                                              SoleusRegion   region,
                                              SoleusInstant  at,
                                              SoleusWindow **window,
                                              GError       **error);
SoleusGateVerdict soleus_clinic_gate_treatment (SoleusClinic *self,
                                              SoleusRecord  *treatment,
                                              SoleusWindow **window,
                                              GError       **error);
/* the clock of this machine is behind a time that the file has seen: a window is then judged at both, the stricter counts */
gboolean      soleus_clinic_is_clock_set_back (SoleusClinic  *self,
                                              SoleusInstant *newest);
/* (transfer full): what follows from a clot screen, stored or not */
SoleusClotScreen *soleus_clinic_assess_clot_screen (SoleusClinic *self,
                                              SoleusRecord   *screening,
                                              GError        **error);
/* a flag with an outcome opens again as a new one that names it */
SoleusRecord *soleus_clinic_reopen_flag      (SoleusClinic  *self,
                                              SoleusRecord  *flag,
                                              const char    *because,
                                              GError       **error);
char        **soleus_clinic_list_flag_reasons (SoleusClinic *self,
                                              SoleusRecord  *flag);
const char   *soleus_clinic_get_flag_basis   (SoleusRecord  *flag);
SoleusFlagChase soleus_clinic_get_chase      (SoleusClinic  *self,
                                              SoleusRecord  *flag);
/* everyone with a window that is not open, or an open flag: (transfer container) (element-type SoleusAssessment), strictest first */
GPtrArray    *soleus_clinic_list_status      (SoleusClinic  *self,
                                              SoleusInstant  at,
                                              GError       **error);

/* drafts: not audited, kept in the clinic file, one a key */
typedef struct {
  char         *key;     /* "visit:new:<athlete id>", "episode:<id>" … */
  char         *kind;    /* kind name of the main record */
  char         *athlete; /* (nullable) athlete id */
  char         *title;   /* for the list of drafts */
  GVariant     *content; /* whatever the editor wrote */
  SoleusInstant updated_at;
} SoleusKeptDraft;

void             soleus_kept_draft_free      (SoleusKeptDraft *draft);
gboolean         soleus_clinic_keep_draft    (SoleusClinic *self,
                                              const char   *key,
                                              const char   *kind,
                                              const char   *athlete,
                                              const char   *title,
                                              GVariant     *content,
                                              GError      **error);
SoleusKeptDraft *soleus_clinic_find_draft    (SoleusClinic *self,
                                              const char   *key);
GPtrArray       *soleus_clinic_list_drafts   (SoleusClinic *self);
gboolean         soleus_clinic_discard_draft (SoleusClinic *self,
                                              const char   *key,
                                              GError      **error);

/* documents as issued */
/* a PDF, a table: whole or not at all, and noted before it gets its name */
gboolean      soleus_clinic_write_file       (GFile                  *file,
                                              GBytes                 *bytes,
                                              SoleusClinicNoteFunc    note, /* (nullable) */
                                              gpointer                user_data,
                                              GError                **error);
GBytes       *soleus_clinic_get_blob         (SoleusClinic  *self,
                                              const char    *hash,
                                              GError       **error);
/* notes an export, print or view in the audit */
gboolean      soleus_clinic_note             (SoleusClinic  *self,
                                              const char    *action, /* "export", "print", "view" */
                                              const char    *kind,
                                              const char    *id,
                                              const char    *detail,
                                              GError       **error);

/* the file; for backups see soleus-clinic-backup.h */
/* (transfer full) (element-type utf8): what is wrong, naming the record; empty if all is well */
GPtrArray    *soleus_clinic_verify           (SoleusClinic  *self,
                                              GError       **error);
char         *soleus_clinic_dup_audit_head   (SoleusClinic  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusKeptDraft, soleus_kept_draft_free)

G_END_DECLS
