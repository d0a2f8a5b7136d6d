/* soleus-answer-row.h: a question with Yes, No and Unknown; Y, N and U answer it and move on to the next
 *
 * The first letters of the translated answers work too. Where the row is narrow, Unknown is shown as “?”; its accessible name
 * stays. Yes is amber where it counts against a treatment (“alarming”), else blue.
 *
 * CSS: one node, “answer-row”.
 *
 * Accessibility: the group of answers is labelled by the title. */
#pragma once

#include <gtk/gtk.h>

#include "soleus-enums.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_ANSWER_ROW (soleus_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (SoleusAnswerRow, soleus_answer_row, SOLEUS, ANSWER_ROW, GtkWidget)

GtkWidget    *soleus_answer_row_new         (const char      *title);
SoleusAnswer  soleus_answer_row_get_value   (SoleusAnswerRow *self);
void          soleus_answer_row_set_value   (SoleusAnswerRow *self,
                                             SoleusAnswer     value);
void          soleus_answer_row_set_compact (SoleusAnswerRow *self,
                                             gboolean         compact);

G_END_DECLS
