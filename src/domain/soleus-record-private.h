/* soleus-record-private.h: for the files that make up SoleusRecord */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

const GValue *_soleus_record_peek_value (SoleusRecord  *self,
                                         guint          index);
void          _soleus_record_set_value  (SoleusRecord  *self,
                                         guint          index,
                                         const GValue  *value);
void          _soleus_record_take_value (SoleusRecord  *self,
                                         guint          index,
                                         GValue        *value);
void          _soleus_record_place_value (SoleusRecord *self,
                                          guint         index,
                                          GValue       *value);
const char   *_soleus_record_peek_canonical (SoleusRecord *self);
char         *_soleus_record_print_canonical (SoleusRecord *self);
int           _soleus_record_find_index (SoleusRecord  *self,
                                         const char    *name);
gboolean      _soleus_record_value_is_known (const SoleusField *field,
                                             const GValue      *value);

G_END_DECLS
