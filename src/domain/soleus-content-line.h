/* soleus-content-line.h: one statement of the protocol, with the facts, sources and evidence behind it */
#pragma once

#include "soleus-enums.h"

G_BEGIN_DECLS

/* for whom a line is written; athlete lines are short and in everyday words */
typedef enum {
  SOLEUS_CONTENT_AUDIENCE_BOTH,
  SOLEUS_CONTENT_AUDIENCE_ATHLETE,
  SOLEUS_CONTENT_AUDIENCE_THERAPIST,
} SoleusContentAudience;
#define SOLEUS_TYPE_CONTENT_AUDIENCE (soleus_content_audience_get_type ())
GType soleus_content_audience_get_type (void);

/* a relief step may hold only for a person who can, or cannot, put weight on the leg (clinical.md C6) */
typedef enum {
  SOLEUS_CONTENT_BRANCH_ANY,
  SOLEUS_CONTENT_BRANCH_CANNOT_BEAR_WEIGHT,
  SOLEUS_CONTENT_BRANCH_CAN_BEAR_WEIGHT,
} SoleusContentBranch;
#define SOLEUS_TYPE_CONTENT_BRANCH (soleus_content_branch_get_type ())
GType soleus_content_branch_get_type (void);

/* the clock that a relief step runs */
typedef enum {
  SOLEUS_CONTENT_TIMER_NONE,
  SOLEUS_CONTENT_TIMER_COUNT_UP,   /* open-ended hold; a prompt at the shortest time, never a forced stop (C4) */
  SOLEUS_CONTENT_TIMER_COUNT_DOWN, /* from the longest time; enough at the shortest (fact 86) */
  SOLEUS_CONTENT_TIMER_LIMIT,      /* from the start of the cramp; get medical help at the longest time (fact 81) */
} SoleusContentTimer;
#define SOLEUS_TYPE_CONTENT_TIMER (soleus_content_timer_get_type ())
GType soleus_content_timer_get_type (void);

/* All properties are construct-only: "id", "text", "facts" and "sources" (string lists), "evidence", "disagreement",
 * "audience", "branch", "timer", "minimum-seconds", "maximum-seconds" (0: none), "drawing". */
#define SOLEUS_TYPE_CONTENT_LINE (soleus_content_line_get_type ())
G_DECLARE_FINAL_TYPE (SoleusContentLine, soleus_content_line, SOLEUS, CONTENT_LINE, GObject)

const char            *soleus_content_line_get_id              (SoleusContentLine *self);
const char            *soleus_content_line_get_text            (SoleusContentLine *self);
const char *const     *soleus_content_line_get_facts           (SoleusContentLine *self);
const char *const     *soleus_content_line_get_sources         (SoleusContentLine *self);
SoleusEvidence         soleus_content_line_get_evidence        (SoleusContentLine *self);
const char            *soleus_content_line_get_disagreement    (SoleusContentLine *self); /* (nullable) */
SoleusContentAudience  soleus_content_line_get_audience        (SoleusContentLine *self);
SoleusContentBranch    soleus_content_line_get_branch          (SoleusContentLine *self);
SoleusContentTimer     soleus_content_line_get_timer           (SoleusContentLine *self);
int                    soleus_content_line_get_minimum_seconds (SoleusContentLine *self);
int                    soleus_content_line_get_maximum_seconds (SoleusContentLine *self);
const char            *soleus_content_line_get_drawing         (SoleusContentLine *self); /* (nullable) "relief-stop" */
gboolean               soleus_content_line_is_for              (SoleusContentLine     *self,
                                                                SoleusContentAudience  audience);

G_END_DECLS
