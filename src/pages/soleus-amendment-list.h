/* soleus-amendment-list.h: the amendments of a signed visit as it shows them, and what they struck through */
#pragma once

#include <gtk/gtk.h>

#include "soleus-clinic.h"

G_BEGIN_DECLS

#define SOLEUS_AMENDMENT_LIST_N_TEXTS 4

GtkWidget  *soleus_amendment_list_new_entry   (SoleusClinic *clinic,
                                               SoleusRecord *visit,
                                               SoleusRecord *amendment);
gboolean    soleus_amendment_list_is_corrected (GPtrArray    *amendments,
                                               const char   *section);
void        soleus_amendment_list_strike      (GtkTextView  *view,
                                               gboolean      struck);
char       *soleus_amendment_list_dup_unsigned (SoleusRecord *visit,
                                               GVariant     *typed);
char       *soleus_amendment_list_fill        (GtkBox       *place,
                                               SoleusClinic *clinic,
                                               SoleusRecord *visit,
                                               const char   *words,
                                               GtkTextView *const *texts);
const char *soleus_amendment_list_get_section (const char   *section);

G_END_DECLS
