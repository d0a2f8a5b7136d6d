/* soleus-card.h: a titled card; with rows, or with anything else as its child */
#pragma once

#include <gtk/gtk.h>

#include "soleus-record-line.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_CARD (soleus_card_get_type ())
G_DECLARE_FINAL_TYPE (SoleusCard, soleus_card, SOLEUS, CARD, GtkBox)

GtkWidget *soleus_card_new         (const char       *title);
void       soleus_card_set_title   (SoleusCard       *self,
                                    const char       *title);
void       soleus_card_set_detail  (SoleusCard       *self,
                                    const char       *detail);
void       soleus_card_set_button  (SoleusCard       *self,
                                    GtkWidget        *button);
void       soleus_card_set_empty   (SoleusCard       *self,
                                    const char       *text);
void       soleus_card_clear       (SoleusCard       *self);
void       soleus_card_append_line (SoleusCard       *self,
                                    SoleusRecordLine *line,
                                    const char       *target);

G_END_DECLS
