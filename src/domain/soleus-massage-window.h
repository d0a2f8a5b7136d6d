/* soleus-massage-window.h: the no-massage and no-heat window of a limb and region at a time: pure, exact to the second.
 * The rule is clinical.md 1C with C1–C3 and C16–C18; rows are numbered as there. */
#pragma once

#include "soleus-answers.h"
#include "soleus-catalogue.h"
#include "soleus-moment.h"
#include "soleus-reason.h"

G_BEGIN_DECLS

typedef struct {
  int version;
  int window_hours; /* at least 48; a smaller number counts as 48 */
  int caution_days; /* row 7, at least 14; a smaller number counts as 14 */
} SoleusWindowPolicy;

/* All pointers are borrowed for the length of the call. */
typedef struct {
  const char          *id;
  SoleusSide           side;            /* unknown and both: both legs */
  SoleusRegion         region;          /* whole-body: any region of the limb (muscle unknown) */
  const SoleusMoment  *onset;
  const SoleusMoment  *end;             /* (nullable) */
  SoleusInstant        latest_possible; /* a visit of the same day that concerns it, or SOLEUS_UNKNOWN_INSTANT; used only where
                                           the onset is known to the day and the end not at all */
  const SoleusAnswers *screen;          /* (nullable) damage screen */
} SoleusWindowEpisode;

/* A later contact (re-check). Counts for questions at or after its time. */
typedef struct {
  const char          *episode_id;
  SoleusInstant        at;
  const SoleusAnswers *screen;   /* (nullable) items answered again; the latest known answer of each counts */
  SoleusAnswer         bleeding; /* signs of continuing bleeding */
} SoleusWindowContact;

/* A red flag that is on record. Counts from raised_at until just before cleared_at. */
typedef struct {
  const char   *id;
  const char   *kind;
  SoleusSide    side;                 /* unknown and both: both legs */
  SoleusInstant raised_at;
  SoleusInstant cleared_at;           /* SOLEUS_UNKNOWN_INSTANT: no medical outcome recorded yet */
  gboolean      clot_screen_complete; /* row 2: every item of the clot screen is answered */
  gboolean      clot_not_suspected;   /* row 2: the therapist recorded why; counts with a complete screen only */
  SoleusInstant complete_at;          /* row 2: since when it is complete; earlier questions are answered without it */
  SoleusInstant not_suspected_at;     /* row 2: since when it is recorded why */
} SoleusWindowFlag;

typedef struct {
  const SoleusWindowEpisode *episodes;
  gsize                      n_episodes;
  const SoleusWindowContact *contacts;
  gsize                      n_contacts;
  const SoleusWindowFlag    *flags;
  gsize                      n_flags;
  gboolean                   bleeding_risk; /* a medicine or condition on record that makes bleeding likelier */
  const SoleusWindowPolicy  *policy;        /* (nullable) the default */
} SoleusWindowInput;

typedef struct _SoleusWindow SoleusWindow;
struct _SoleusWindow {
  SoleusSide         side;            /* left or right */
  SoleusRegion       region;
  SoleusWindowState  state;
  int                row;             /* 1–7; 0: nothing on record, open */
  char              *episode_id;      /* (nullable) the episode that decided */
  char              *flag_id;         /* (nullable) the flag that decided */
  SoleusInstant      at;              /* the time asked for */
  SoleusInstant      anchor;          /* later of onset and end, latest possible; unknown without an episode */
  SoleusInstant      opens_at;        /* SOLEUS_UNKNOWN_INSTANT: the clock alone does not open it */
  gint64             remaining;       /* µs until opens_at, 0 if passed, SOLEUS_UNKNOWN_INT if opens_at is unknown */
  gboolean           screen_complete; /* of the deciding episode: all eight answered */
  gboolean           screen_negative; /* … and all of them no */
  guint              screen_yes;
  guint              screen_unknown;
  GPtrArray         *reasons;         /* (element-type SoleusReason) */
};

#define SOLEUS_TYPE_WINDOW (soleus_window_get_type ())
GType soleus_window_get_type (void);

typedef enum {
  SOLEUS_GATE_VERDICT_ALLOWED,
  SOLEUS_GATE_VERDICT_RATIONALE_NEEDED, /* caution: one recorded rationale */
  SOLEUS_GATE_VERDICT_OVERRIDE_NEEDED,  /* closed: reason code and text */
  SOLEUS_GATE_VERDICT_FORBIDDEN,        /* hard stop: neither */
} SoleusGateVerdict;
#define SOLEUS_TYPE_GATE_VERDICT (soleus_gate_verdict_get_type ())
GType soleus_gate_verdict_get_type (void);

const SoleusWindowPolicy *soleus_window_policy_get_default (void);
SoleusWindow             *soleus_window_ref                (SoleusWindow             *self);
void                      soleus_window_unref              (SoleusWindow             *self);
int                       soleus_window_compare            (const SoleusWindow       *a,
                                                            const SoleusWindow       *b);
char                     *soleus_window_format             (const SoleusWindow       *self);

SoleusWindow             *soleus_massage_window_assess     (const SoleusWindowInput  *input,
                                                            SoleusSide                side,
                                                            SoleusRegion              region,
                                                            SoleusInstant             at);
GPtrArray                *soleus_massage_window_assess_all (const SoleusWindowInput  *input,
                                                            SoleusInstant             at);
SoleusGateVerdict         soleus_massage_window_gate       (const SoleusWindowInput  *input,
                                                            const char               *modality,
                                                            SoleusSide                side,
                                                            SoleusRegion              region,
                                                            SoleusInstant             at,
                                                            SoleusWindow            **window);
SoleusInstant             soleus_window_episode_get_anchor (const SoleusWindowEpisode *self);
gboolean                  soleus_modality_is_gentle        (const char               *modality);
const char               *soleus_limb_get_phrase           (SoleusSide                side,
                                                            SoleusRegion              region);
char                     *soleus_window_format_time        (SoleusInstant             instant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusWindow, soleus_window_unref)

G_END_DECLS
