/* soleus-protocol-section.h: a section of the protocol as a card: title, introduction, entry criteria, lines, exercises */
#pragma once

#include <gtk/gtk.h>

#include "soleus-content.h"

G_BEGIN_DECLS

GtkWidget *soleus_protocol_section_new                (SoleusContentSection *section,
                                                       const char           *number,
                                                       gboolean              can_edit);
GtkWidget *soleus_protocol_section_new_advice         (SoleusContentSection *section);
GtkWidget *soleus_protocol_section_new_exercises      (SoleusContent        *content,
                                                       const char *const    *ids,
                                                       gboolean              can_edit);
GtkWidget *soleus_protocol_section_new_add_exercise   (int                   phase);
GtkWidget *soleus_protocol_section_new_add_part       (void);
GtkWidget *soleus_protocol_section_new_exercise_list  (SoleusContent        *content,
                                                       const char *const    *ids,
                                                       SoleusSide            affected,
                                                       const char           *waits);
GtkWidget *soleus_protocol_section_new_differences   (SoleusContentSection *section);

G_END_DECLS
