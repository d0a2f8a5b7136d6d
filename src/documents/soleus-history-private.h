/* soleus-history-private.h: the tables of the history report that say what went before, and what was measured */
#pragma once

#include "soleus-history-report.h"

G_BEGIN_DECLS

void _soleus_history_add_look_back (const SoleusHistorySpec *spec,
                                    SoleusDocument          *document);
void _soleus_history_add_tests     (const SoleusHistorySpec *spec,
                                    SoleusDocument          *document);
void _soleus_history_add_load      (const SoleusHistorySpec *spec,
                                    SoleusDocument          *document);

G_END_DECLS
