/* soleus-relief-view.h: the words of relief mode: what each step says, which clock it shows and what its buttons do */
#pragma once

#include "soleus-content.h"
#include "soleus-relief-session.h"

G_BEGIN_DECLS

#define SOLEUS_RELIEF_N_BUTTONS 3

/* What is shown now; the first button is the big one. A button without a label is not shown. */
typedef struct {
  const char         *title;
  char               *text;
  const char         *drawing;
  const char         *clock_caption;
  char               *clock;
  char               *clock_text;
  char               *elapsed;
  char               *limit;
  char               *aside; /* (nullable): a folk remedy that must not delay */
  struct {
    const char         *label; /* (nullable) */
    SoleusReliefAction  action;
  } buttons[SOLEUS_RELIEF_N_BUTTONS];
} SoleusReliefView;

const char       *soleus_relief_view_get_step_title (SoleusReliefStep           step);
char             *soleus_relief_view_dup_clock      (gint64                     microseconds);
SoleusReliefView *soleus_relief_view_new            (const SoleusReliefSession *session,
                                                     SoleusContent             *content);
void              soleus_relief_view_free           (SoleusReliefView          *self);
char             *soleus_relief_view_dup_signs      (SoleusContent             *content,
                                                     const char                *section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusReliefView, soleus_relief_view_free)

G_END_DECLS
