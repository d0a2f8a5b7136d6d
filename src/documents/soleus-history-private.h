/* soleus-history-private.h: the parts of the history report that stand in files of their own */
#pragma once

#include "soleus-history-report.h"

G_BEGIN_DECLS

/* of SoleusHistorySpec.economy */
#define SOLEUS_HISTORY_MOST_ECONOMY 5

SoleusBlock *_soleus_history_new_section  (const char               *title);
SoleusBlock *_soleus_history_new_table    (const SoleusHistorySpec  *spec,
                                           const char *const        *header,
                                           const double             *shares,
                                           const char               *alignments);
void         _soleus_history_add_intro    (const SoleusHistorySpec  *spec,
                                           SoleusBlock              *section,
                                           const char               *text);
void         _soleus_history_add_note     (const SoleusHistorySpec  *spec,
                                           SoleusBlock              *section,
                                           const char               *text);

gsize        _soleus_history_count_rows   (const SoleusHistorySpec  *spec,
                                           guint                     section,
                                           gsize                     n,
                                           gsize                     most);
void         _soleus_history_add_rest     (const SoleusHistorySpec  *spec,
                                           SoleusBlock              *section,
                                           gsize                     n,
                                           SoleusInstant             first);
char        *_soleus_history_dup_short    (const SoleusHistorySpec  *spec,
                                           guint                     section,
                                           const char               *text);

/* (transfer full) (nullable): nothing to say */
SoleusBlock *_soleus_history_new_look_back (const SoleusHistorySpec *spec);
SoleusBlock *_soleus_history_new_tests    (const SoleusHistorySpec  *spec);
SoleusBlock *_soleus_history_new_load     (const SoleusHistorySpec  *spec);
void         _soleus_history_add_pattern  (const SoleusHistorySpec  *spec,
                                           SoleusBlock              *section);

G_END_DECLS
