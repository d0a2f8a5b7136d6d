/* soleus-record-read.h: fills a record that was just made, by the places of its fields, as a row of a file is read. Nobody listens to it
 * yet, so nothing is compared and nobody is told: a record of ten years has thousands of rows. */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

gboolean soleus_record_read_text   (SoleusRecord        *self,
                                    guint                index,
                                    const char          *text,
                                    GError             **error);
void     soleus_record_read_int    (SoleusRecord        *self,
                                    guint                index,
                                    gint64               value);
void     soleus_record_read_real   (SoleusRecord        *self,
                                    guint                index,
                                    double               value);
void     soleus_record_read_bool   (SoleusRecord        *self,
                                    guint                index,
                                    gboolean             value);
void     soleus_record_read_moment (SoleusRecord        *self,
                                    guint                index,
                                    const SoleusMoment  *value);

G_END_DECLS
