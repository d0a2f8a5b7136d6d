/* soleus-dialogs.h: the dialogs whose toolkit classes will change; each behind one function */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*SoleusAskFunc)  (gboolean  confirmed,
                                gpointer  user_data);
typedef void (*SoleusAskAmongFunc) (const char *response, /* (nullable) */
                                    gpointer    user_data);
typedef void (*SoleusFileFunc) (GFile    *file,
                                gpointer  user_data);
typedef void (*SoleusFilesFunc) (GListModel *files, /* (element-type GFile) */
                                 gpointer    user_data);

void soleus_ask         (GtkWidget      *parent,
                         const char     *heading,
                         const char     *body,
                         const char     *confirm_label,
                         gboolean        destructive,
                         SoleusAskFunc   func,
                         gpointer        user_data,
                         GDestroyNotify  destroy);
void soleus_ask_among   (GtkWidget      *parent,
                         const char     *heading,
                         const char     *body,
                         const char *const *responses,
                         SoleusAskAmongFunc func,
                         gpointer        user_data,
                         GDestroyNotify  destroy);
void soleus_choose_file (GtkWidget      *parent,
                         const char     *title,
                         const char     *accept_label,
                         gboolean        save,
                         const char     *suggested_name,
                         const char     *pattern,
                         SoleusFileFunc  func,
                         gpointer        user_data,
                         GDestroyNotify  destroy);
void soleus_choose_files (GtkWidget      *parent,
                         const char     *title,
                         SoleusFilesFunc func,
                         gpointer        user_data,
                         GDestroyNotify  destroy);
void soleus_choose_folder (GtkWidget     *parent,
                         const char     *title,
                         SoleusFileFunc  func,
                         gpointer        user_data,
                         GDestroyNotify  destroy);

G_END_DECLS
