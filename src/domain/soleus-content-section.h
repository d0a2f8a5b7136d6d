/* soleus-content-section.h: a titled list of protocol lines; a rehabilitation phase is a section with entry criteria */
#pragma once

#include "soleus-content-line.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* where the lines of a section are seen */
typedef enum {
  SOLEUS_CONTENT_USE_FIXED,   /* steps that the program takes one after the other: nothing is added to them */
  SOLEUS_CONTENT_USE_PAGE,    /* for who looks something up */
  SOLEUS_CONTENT_USE_PIECE,   /* likewise, and on the handouts for which the section is chosen */
  SOLEUS_CONTENT_USE_HANDOUT, /* on the handouts that have this list */
} SoleusContentUse;

/* Construct-only properties: "id", "title", "introduction" (nullable), "phase" (0: not a phase, else 1, 2, …),
 * "exercises" (string list of exercise ids), "language" (nullable). "lines" and "criteria" are read-only list models of SoleusContentLine. */
#define SOLEUS_TYPE_CONTENT_SECTION (soleus_content_section_get_type ())
G_DECLARE_FINAL_TYPE (SoleusContentSection, soleus_content_section, SOLEUS, CONTENT_SECTION, GObject)

const char        *soleus_content_section_get_id           (SoleusContentSection *self);
const char        *soleus_content_section_get_title        (SoleusContentSection *self);
const char        *soleus_content_section_get_introduction (SoleusContentSection *self); /* (nullable) */
gboolean           soleus_content_section_is_own           (SoleusContentSection *self);
const char        *soleus_content_section_get_language     (SoleusContentSection *self); /* (nullable) */
int                soleus_content_section_get_phase        (SoleusContentSection *self);
SoleusContentUse   soleus_content_section_get_use          (SoleusContentSection *self);
const char *const *soleus_content_section_get_exercises    (SoleusContentSection *self);
GListModel        *soleus_content_section_get_lines        (SoleusContentSection *self); /* (transfer none) */
GListModel        *soleus_content_section_get_criteria     (SoleusContentSection *self); /* (transfer none) */
gboolean           soleus_content_section_speaks_to_athletes (SoleusContentSection *self);
SoleusContentLine *soleus_content_section_find_line        (SoleusContentSection *self,
                                                            const char           *id);   /* (transfer none) (nullable) */

/* only while the content is being read */
void               soleus_content_section_add_line         (SoleusContentSection *self,
                                                            SoleusContentLine    *line);
void               soleus_content_section_add_criterion    (SoleusContentSection *self,
                                                            SoleusContentLine    *criterion);
void               soleus_content_section_add_exercise     (SoleusContentSection *self,
                                                            const char           *id);

G_END_DECLS
