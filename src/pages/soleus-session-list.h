/* soleus-session-list.h: the training sessions of a day, in the order of the day: added, changed, removed
 *
 * Signal “changed” after anything was entered. The page that shows it keeps and saves it. */
#pragma once

#include <gtk/gtk.h>

#include "soleus-clinic.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_SESSION_LIST (soleus_session_list_get_type ())
G_DECLARE_FINAL_TYPE (SoleusSessionList, soleus_session_list, SOLEUS, SESSION_LIST, GtkBox)

GtkWidget *soleus_session_list_new           (SoleusClinic      *clinic,
                                              const char        *athlete_id,
                                              const char        *date);
GPtrArray *soleus_session_list_list_records  (SoleusSessionList *self);
GVariant  *soleus_session_list_collect       (SoleusSessionList *self);
gboolean   soleus_session_list_restore       (SoleusSessionList *self,
                                              GVariant          *content,
                                              GError           **error);
gboolean   soleus_session_list_add_to_change (SoleusSessionList *self,
                                              SoleusChange      *change,
                                              GError           **error);

G_END_DECLS
