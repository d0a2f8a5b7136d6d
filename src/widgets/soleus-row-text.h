/* soleus-row-text.h: a text in a row of a list, laid out once where it fits into a line */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_ROW_TEXT (soleus_row_text_get_type ())
G_DECLARE_FINAL_TYPE (SoleusRowText, soleus_row_text, SOLEUS, ROW_TEXT, GtkWidget)

GtkWidget   *soleus_row_text_new        (void);
void         soleus_row_text_set_text   (SoleusRowText *self,
                                         const char    *text);
const char  *soleus_row_text_get_text   (SoleusRowText *self);
void         soleus_row_text_set_chars  (SoleusRowText *self,
                                         int            least,
                                         int            most);
void         soleus_row_text_set_lines  (SoleusRowText *self,
                                         int            most);
void         soleus_row_text_set_at_end (SoleusRowText *self,
                                         gboolean       at_end);
PangoLayout *soleus_row_text_get_layout (SoleusRowText *self);

G_END_DECLS
