/* soleus-answers.h: yes, no or unknown to each item of a catalogue; an item that is not in the map is unknown */
#pragma once

#include "soleus-enums.h"

G_BEGIN_DECLS

typedef struct _SoleusAnswers SoleusAnswers;

#define SOLEUS_TYPE_ANSWERS (soleus_answers_get_type ())
GType soleus_answers_get_type (void);

SoleusAnswers *soleus_answers_new         (void);
SoleusAnswers *soleus_answers_copy        (const SoleusAnswers   *self);
void           soleus_answers_free        (SoleusAnswers         *self);
SoleusAnswer   soleus_answers_get         (const SoleusAnswers   *self,
                                           const char            *item);
void           soleus_answers_set         (SoleusAnswers         *self,
                                           const char            *item,
                                           SoleusAnswer           answer);
gboolean       soleus_answers_is_empty    (const SoleusAnswers   *self);
guint          soleus_answers_count       (const SoleusAnswers   *self,
                                           SoleusAnswer           answer);
gboolean       soleus_answers_equal       (const SoleusAnswers   *a,
                                           const SoleusAnswers   *b);
char         **soleus_answers_list        (const SoleusAnswers   *self,
                                           SoleusAnswer           answer);
char          *soleus_answers_to_text     (const SoleusAnswers   *self);
SoleusAnswers *soleus_answers_parse       (const char            *text,
                                           const SoleusCatalogue *catalogue,
                                           GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusAnswers, soleus_answers_free)

G_END_DECLS
