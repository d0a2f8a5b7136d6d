/* soleus-clinic-search.h: words in the notes of all records, or of those of one athlete */
#pragma once

#include "soleus-clinic.h"
#include "soleus-note-search.h"

G_BEGIN_DECLS

GPtrArray *soleus_clinic_search_notes (SoleusClinic            *self,
                                       const char              *text,
                                       const char              *athlete_id,
                                       const SoleusRecordKind  *kind,
                                       guint                    limit,
                                       GError                 **error);
gboolean   soleus_clinic_can_search   (const char              *text);
char      *soleus_note_match_dup_plain  (const SoleusNoteMatch *match);
char      *soleus_note_match_dup_markup (const SoleusNoteMatch *match);

G_END_DECLS
