/* soleus-content.h: the protocol in one language: sections of lines, exercises and the texts of the handout.
 *
 * Sections: "relief", "acute", "return", "prevention", "manual", "modalities", "medical"; the rehabilitation phases
 * "phase-1" … "phase-5"; the handout lists "handout-emergency", "handout-same-day", "handout-normal", "handout-now",
 * "handout-cramp". Exercises and sections keep the order of the content files. The content is read once
 * (soleus-content-reader.h in exchange) and does not change afterwards. */
#pragma once

#include "soleus-content-exercise.h"
#include "soleus-content-line.h"
#include "soleus-content-section.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_CONTENT (soleus_content_get_type ())
G_DECLARE_FINAL_TYPE (SoleusContent, soleus_content, SOLEUS, CONTENT, GObject)

SoleusContent         *soleus_content_new            (const char            *language,
                                                      const char            *version);
const char            *soleus_content_get_language   (SoleusContent         *self); /* "en" */
const char            *soleus_content_get_version    (SoleusContent         *self); /* protocol version, printed on handouts */

SoleusContentSection  *soleus_content_get_section    (SoleusContent         *self,
                                                      const char            *id);   /* (transfer none) (nullable) */
const char            *soleus_content_get_own_version (SoleusContent       *self); /* (nullable) of what the clinic added */
const char            *soleus_content_get_language_name (const char         *language); /* "Deutsch" */
GListModel            *soleus_content_list_sections  (SoleusContent         *self); /* (transfer none), of SoleusContentSection */
GListModel            *soleus_content_list_phases    (SoleusContent         *self); /* (transfer none), phases 1 … n in order */

char                 **soleus_content_list_pieces     (SoleusContent         *self,
                                                      const char            *phase); /* (transfer full), ids of sections for handouts */

SoleusContentExercise *soleus_content_find_exercise  (SoleusContent         *self,
                                                      const char            *id);   /* (transfer none) (nullable) */
const char            *soleus_content_get_exercise_name (SoleusContent      *self,
                                                      const char            *id);   /* also of one that is not there any more */
GListModel            *soleus_content_list_exercises (SoleusContent         *self); /* (transfer none), of SoleusContentExercise */

/* texts by key: "handout.title"; {name} in a text is a place to fill */
const char            *soleus_content_get_text       (SoleusContent         *self,
                                                      const char            *key);  /* (nullable) */
char                  *soleus_content_format_text    (SoleusContent         *self,
                                                      const char            *key,
                                                      ...) G_GNUC_NULL_TERMINATED;  /* "side", "left", "until", "…", NULL */
char                 **soleus_content_list_text_keys (SoleusContent         *self); /* (transfer full), sorted */

/* the number to call: that of the clinic, else the one that works from mobile phones everywhere; {number} in @text is its place */
const char            *soleus_content_get_emergency_number (const char      *number); /* (nullable), (transfer none) */
char                  *soleus_content_fill_number     (const char            *text,
                                                      const char            *number);

/* "your left calf", as it stands after "on" in a sentence; @region as in the window rule */
const char            *soleus_content_get_place      (SoleusContent         *self,
                                                      SoleusSide             side,
                                                      SoleusRegion           region);
/* "left only", "left first, then right", "both legs" */
char                  *soleus_content_dup_side       (SoleusContent         *self,
                                                      SoleusContentSideRule  rule,
                                                      SoleusSide             affected);

/* only while the content is being read */
void                   soleus_content_set_own_version (SoleusContent       *self,
                                                      const char            *version);
void                   soleus_content_add_section    (SoleusContent         *self,
                                                      SoleusContentSection  *section);
void                   soleus_content_add_exercise   (SoleusContent         *self,
                                                      SoleusContentExercise *exercise);
void                   soleus_content_set_text       (SoleusContent         *self,
                                                      const char            *key,
                                                      const char            *text);

G_END_DECLS
