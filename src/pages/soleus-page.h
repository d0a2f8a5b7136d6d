/* soleus-page.h: what every page is: a bin that shows something of one clinic. Pages never include each other; they navigate by
 * the window's actions (win.show, win.back, win.toast, win.toast-undo). */
#pragma once

#include <adwaita.h>

#include "soleus-clinic.h"
#include "soleus-fresh-bin.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_PAGE (soleus_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SoleusPage, soleus_page, SOLEUS, PAGE, SoleusFreshBin)

struct _SoleusPageClass {
  SoleusFreshBinClass parent_class;

  /* called once, at the end of construction: clinic and target are known, the template exists */
  void (*clinic_set) (SoleusPage   *self,
                      SoleusClinic *clinic);
  /* (nullable): shows again what is on record; called by soleus_page_queue_refresh() */
  void (*refresh)    (SoleusPage   *self);
};

SoleusClinic *soleus_page_get_clinic (SoleusPage *self);
const char   *soleus_page_get_target (SoleusPage *self);
const char   *soleus_page_get_title  (SoleusPage *self);
void          soleus_page_set_title  (SoleusPage *self,
                                      const char *title);

/* the actions of the window, as functions */
void          soleus_page_show       (SoleusPage *self,
                                      const char *format,
                                      ...) G_GNUC_PRINTF (2, 3);
void          soleus_page_toast      (SoleusPage *self,
                                      const char *text);
void          soleus_page_toast_undo (SoleusPage *self,
                                      const char *text);

/* shows again what is on record, once in the next turn however often it is asked for until then; flush: now, if it was asked for */
void          soleus_page_queue_refresh (SoleusPage *self);
void          soleus_page_flush_refresh (SoleusPage *self);

/* for the window; emits “minute-passed” */
void          soleus_page_minute_passed (SoleusPage *self);

G_END_DECLS
