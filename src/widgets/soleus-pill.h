/* soleus-pill.h: a state in an icon and a word or two */
#pragma once

#include <gtk/gtk.h>

#include "soleus-massage-window.h"

G_BEGIN_DECLS

typedef enum {
  SOLEUS_PILL_NEUTRAL,   /* grey, words only */
  SOLEUS_PILL_HARD_STOP, /* solid red */
  SOLEUS_PILL_CLOSED,    /* amber fill */
  SOLEUS_PILL_CAUTION,   /* amber outline */
  SOLEUS_PILL_FLAG,      /* amber outline, a flag */
  SOLEUS_PILL_DRAFT,     /* grey */
  SOLEUS_PILL_SIGNED,    /* grey */
  SOLEUS_PILL_UNKNOWN,   /* grey */
  SOLEUS_PILL_MET,       /* green */
} SoleusPillKind;

#define SOLEUS_TYPE_PILL_KIND (soleus_pill_kind_get_type ())
GType soleus_pill_kind_get_type (void);

#define SOLEUS_TYPE_PILL (soleus_pill_get_type ())
G_DECLARE_FINAL_TYPE (SoleusPill, soleus_pill, SOLEUS, PILL, GtkWidget)

GtkWidget *soleus_pill_new        (SoleusPillKind     kind,
                                   const char        *label);
void       soleus_pill_set        (SoleusPill        *self,
                                   SoleusPillKind     kind,
                                   const char        *label);
void       soleus_pill_set_window (SoleusPill        *self,
                                   SoleusWindowState  state,
                                   gint64             remaining,
                                   guint              n_open_flags);

G_END_DECLS
