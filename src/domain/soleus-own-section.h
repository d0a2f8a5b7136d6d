/* soleus-own-section.h: a part of the protocol that a clinic adds, for its handouts: a title in each language in which it has one; its lines are
 * #SoleusOwnLine */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char       *id;     /* (nullable): it is new */
  char       *found;  /* (nullable): as it was described when it was read from the files; %NULL: it was not */
  GHashTable *titles; /* (element-type utf8 utf8): language → words; no row: it has none in that language */
} SoleusOwnSection;

SoleusOwnSection *soleus_own_section_new           (void);
void              soleus_own_section_free          (SoleusOwnSection       *self);
void              soleus_own_section_set_title     (SoleusOwnSection       *self,
                                                    const char             *language,
                                                    const char             *title);
const char       *soleus_own_section_get_title     (const SoleusOwnSection *self,
                                                    const char             *language);
const char       *soleus_own_section_find_language (const SoleusOwnSection *self,
                                                    const char             *wished,
                                                    const char *const      *languages);
char             *soleus_own_section_describe      (const SoleusOwnSection *self);
void              soleus_own_section_make_new      (SoleusOwnSection       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusOwnSection, soleus_own_section_free)

G_END_DECLS
