/* soleus-main-window-private.h: for the files that make up SoleusMainWindow */
#pragma once

#include "soleus-main-window.h"
#include "soleus-sidebar.h"

G_BEGIN_DECLS

struct _SoleusMainWindow {
  AdwApplicationWindow parent_instance;

  AdwToastOverlay     *toasts;
  GtkStack            *stack;
  AdwLeaflet          *leaflet;
  SoleusSidebar       *sidebar;
  AdwBin              *content;
  GtkWidget           *read_only_label;
  GtkWidget           *warning_bar;
  GtkLabel            *warning_label;
  AdwToast            *undo_toast; /* (nullable) (owned): offers to take back the last change, as long as it is shown */

  char                *path;
  SoleusClinic        *clinic;     /* (nullable) until it could be opened */
  GSimpleAction       *back;
  GSimpleAction       *therapist;
  GPtrArray           *history;    /* (element-type utf8): shown before, newest last */
  char                *shown;      /* (nullable): "NAME" or "NAME:TARGET" beside the sidebar */
  GPtrArray           *full_pages; /* (element-type SoleusPage): borrowed from the stack, topmost last */
  guint                minute_source;

  char                *first_page; /* (nullable): what is shown after the first frame */
  gboolean             complete;   /* what the first frame does without is there */
  guint                complete_source;
  gboolean             locked;     /* covered: the title names nobody */
};

void _soleus_main_window_add_actions       (SoleusMainWindow *self);
void _soleus_main_window_set_locked        (SoleusMainWindow *self,
                                            gboolean          locked);
void _soleus_main_window_go_back           (SoleusMainWindow *self);
void _soleus_main_window_therapist_changed (SoleusMainWindow *self);

G_END_DECLS
