/* soleus-phrase.h: the phrases that the window says in many places: where, until when, how long still */
#pragma once

#include "soleus-massage-window.h"
#include "soleus-moment.h"

G_BEGIN_DECLS

char       *soleus_phrase_dup_date       (SoleusInstant       instant);
char       *soleus_phrase_dup_date_time  (SoleusInstant       instant);
char       *soleus_phrase_dup_until      (SoleusInstant       instant);
char       *soleus_phrase_dup_moment     (const SoleusMoment *moment);
char       *soleus_phrase_dup_time_left  (gint64              microseconds);
char       *soleus_phrase_dup_short_left (gint64              microseconds);
char       *soleus_phrase_dup_age        (gint64              microseconds);
char       *soleus_phrase_dup_lasted     (gint64              microseconds);
const char *soleus_phrase_get_place      (SoleusSide          side,
                                          SoleusRegion        region);
char       *soleus_phrase_dup_muscle     (SoleusSide          side,
                                          const char         *muscle);

G_END_DECLS
