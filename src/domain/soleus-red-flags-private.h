/* soleus-red-flags-private.h: shared by the files of the red-flag rules only */
#pragma once

#include "soleus-red-flags.h"

G_BEGIN_DECLS

/* What was seen at one time: in an episode or at a contact. */
typedef struct {
  const SoleusRedFlagInput *input;
  const char               *episode_id; /* (nullable) */
  SoleusSide                side;
  SoleusRegion              region;
  SoleusInstant             at;
  const SoleusAnswers      *signs;      /* (nullable) */
  const SoleusAnswers      *screen;     /* (nullable) */
  gboolean                  unresolved; /* not resolved after ten minutes of self-care */
  gboolean                  at_rest;    /* a cramp at rest or at night */
  const SoleusMoment       *onset;      /* (nullable) of a cramp at rest */
  SoleusAnswer              unaccustomed_load;
} SoleusFinding;

SoleusRaisedFlag *soleus_red_flags_raise              (GPtrArray                  *flags,
                                                       const char                 *kind_id,
                                                       SoleusUrgency               urgency,
                                                       SoleusSide                  side,
                                                       const char                 *episode_id,
                                                       SoleusInstant               at,
                                                       SoleusReason               *reason);
gboolean          soleus_red_flags_is_unresolved      (const SoleusRedFlagInput   *input,
                                                       const SoleusRedFlagEpisode *episode);
void              soleus_red_flags_assess_duration    (const SoleusRedFlagInput   *input,
                                                       const SoleusRedFlagEpisode *episode,
                                                       GPtrArray                  *flags);
void              soleus_red_flags_assess_persistence (const SoleusRedFlagInput   *input,
                                                       const SoleusRedFlagEpisode *episode,
                                                       const SoleusRedFlagContact *contact,
                                                       GPtrArray                  *flags);
void              soleus_red_flags_assess_clot_screen (const SoleusRedFlagInput     *input,
                                                       const SoleusRedFlagClotScreen *clot_screen,
                                                       GPtrArray                  *flags);
void              soleus_red_flags_add_clot_reasons   (const SoleusRedFlagInput   *input,
                                                       SoleusRaisedFlag           *flag);
SoleusAnswer      soleus_red_flags_get_load           (const SoleusRedFlagInput   *input,
                                                       const SoleusRedFlagEpisode *episode);
void              soleus_red_flags_assess_frequency   (const SoleusRedFlagInput   *input,
                                                       GPtrArray                  *flags);
void              soleus_red_flags_assess_signs       (const SoleusFinding        *finding,
                                                       GPtrArray                  *flags);

G_END_DECLS
