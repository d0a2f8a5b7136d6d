/* soleus-record-line.h: one record in a list: what leads it (avatar, icon or time), title, second line, detail, pill */
#pragma once

#include <gtk/gtk.h>

#include "soleus-pill.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_RECORD_LINE (soleus_record_line_get_type ())
G_DECLARE_FINAL_TYPE (SoleusRecordLine, soleus_record_line, SOLEUS, RECORD_LINE, GtkWidget)

GtkWidget  *soleus_record_line_new             (void);
void        soleus_record_line_set_text        (SoleusRecordLine *self,
                                                const char       *title,
                                                const char       *subtitle);
void        soleus_record_line_set_avatar      (SoleusRecordLine *self,
                                                const char       *name);
void        soleus_record_line_set_icon        (SoleusRecordLine *self,
                                                const char       *icon_name);
void        soleus_record_line_set_lead        (SoleusRecordLine *self,
                                                const char       *text);
void        soleus_record_line_set_detail      (SoleusRecordLine *self,
                                                const char       *text,
                                                double            share);
SoleusPill *soleus_record_line_get_pill        (SoleusRecordLine *self);
void        soleus_record_line_set_pill_widths (SoleusRecordLine *self,
                                                GtkSizeGroup     *group);
char       *soleus_record_line_dup_name        (SoleusRecordLine *self);
GtkWidget  *soleus_record_line_wrap_in_row     (SoleusRecordLine *self,
                                                const char       *target);

G_END_DECLS
