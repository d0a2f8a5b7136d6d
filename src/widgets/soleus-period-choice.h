/* soleus-period-choice.h: from when to when: some weeks or months up to today, everything, or two dates
 *
 * What is wrong with the two dates is said in a sentence below them; there is then no period.
 *
 * Signals: changed: another period is chosen, or there is none any more. CSS: one node, “period-choice”. Accessibility: the choices are a
 * group named “Period”, the entries are named “From” and “To”, and the sentence is an alert. */
#pragma once

#include <gtk/gtk.h>

#include "soleus-clock.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_PERIOD_CHOICE (soleus_period_choice_get_type ())
G_DECLARE_FINAL_TYPE (SoleusPeriodChoice, soleus_period_choice, SOLEUS, PERIOD_CHOICE, GtkWidget)

GtkWidget *soleus_period_choice_new          (SoleusClock        *clock);
void       soleus_period_choice_set_earliest (SoleusPeriodChoice *self,
                                              SoleusInstant       earliest);
gboolean   soleus_period_choice_get_period   (SoleusPeriodChoice *self,
                                              SoleusInstant      *from,
                                              SoleusInstant      *until);

G_END_DECLS
