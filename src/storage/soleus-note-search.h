/* soleus-note-search.h: finds words in the notes of records; derived from the records, made anew at any time */
#pragma once

#include "soleus-connection.h"
#include "soleus-record.h"

G_BEGIN_DECLS

/* around what was found in an excerpt; no text that a person enters has them */
#define SOLEUS_NOTE_MATCH_BEGIN '\002'
#define SOLEUS_NOTE_MATCH_END   '\003'

typedef struct {
  char          *kind;    /* name of the kind of record */
  char          *record;  /* its id */
  char          *athlete; /* whose */
  SoleusInstant  at;      /* when it was, or %SOLEUS_UNKNOWN_INSTANT */
  char          *excerpt; /* around the first match, matches between the two marks */
} SoleusNoteMatch;

void       soleus_note_match_free      (SoleusNoteMatch   *match);

gboolean   soleus_note_search_prepare  (SoleusConnection  *connection,
                                        GError           **error);
gboolean   soleus_note_search_index    (SoleusConnection  *connection,
                                        SoleusRecord      *record,
                                        GError           **error);
gboolean   soleus_note_search_rebuild  (SoleusConnection  *connection,
                                        GError           **error);
GPtrArray *soleus_note_search_find     (SoleusConnection  *connection,
                                        const char        *text,
                                        const char        *athlete,
                                        const char        *kind,
                                        guint              limit,
                                        GError           **error);

/* for the verification */
gboolean   soleus_note_search_fits     (SoleusConnection  *connection,
                                        SoleusRecord      *record);
gboolean   soleus_note_search_has_text (SoleusRecord      *record);
gboolean   soleus_note_search_check    (SoleusConnection  *connection,
                                        guint              n_expected,
                                        GPtrArray         *findings,
                                        GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusNoteMatch, soleus_note_match_free)

G_END_DECLS
