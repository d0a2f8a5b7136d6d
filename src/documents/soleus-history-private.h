/* soleus-history-private.h: the parts of the history report that stand in files of their own */
#pragma once

#include "soleus-history-report.h"

G_BEGIN_DECLS

void _soleus_history_add_look_back (const SoleusHistorySpec *spec,
                                    SoleusDocument          *document);
void _soleus_history_add_tests     (const SoleusHistorySpec *spec,
                                    SoleusDocument          *document);
void _soleus_history_add_load      (const SoleusHistorySpec *spec,
                                    SoleusDocument          *document);
void _soleus_history_add_pattern   (const SoleusHistorySpec *spec,
                                    SoleusDocument          *document);

G_END_DECLS
