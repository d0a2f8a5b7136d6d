/* soleus-own-window.h: a window in which a clinic writes something of its own for the protocol: its words in each language, and what else it is
 *
 * Modal. It saves and removes by itself, says where that cannot be, and leaves then; whatever was changed in it is not thrown away unasked.
 *
 * In a template a child of the type “words” stands above what is said of the languages, others below. */
#pragma once

#include <adwaita.h>

#include "soleus-clinic.h"

G_BEGIN_DECLS

/* signals: added (const char *id): it was saved, and is new; done (const char *what): it was saved or removed, which this sentence says; again (const
 * char *id): it was changed elsewhere meanwhile and is to be opened once more, above this window */
#define SOLEUS_TYPE_OWN_WINDOW (soleus_own_window_get_type ())
G_DECLARE_DERIVABLE_TYPE (SoleusOwnWindow, soleus_own_window, SOLEUS, OWN_WINDOW, AdwWindow)

struct _SoleusOwnWindowClass {
  AdwWindowClass parent_class;

  /* to be translated */
  const char *discard_question;
  const char *remove_label;
  const char *saved;
  const char *removed;

  /* of one of the fields of soleus_own_window_add_words(), in their order: (transfer full) (nullable): what stands in it */
  char       *(*dup_words)  (SoleusOwnWindow  *self,
                             const char       *language,
                             guint             field);
  void        (*set_words)  (SoleusOwnWindow  *self,
                             const char       *language,
                             guint             field,
                             const char       *words);
  /* whether it has words in that language; the base looks at the first field */
  gboolean    (*speaks)     (SoleusOwnWindow  *self,
                             const char       *language);
  /* (transfer full): what these languages mean for handouts; %NULL: it has words in none */
  char       *(*dup_spoken) (SoleusOwnWindow  *self,
                             const char       *names);
  /* (nullable): takes what is chosen, before it is saved; %FALSE: something is wrong, and is said */
  gboolean    (*take)       (SoleusOwnWindow  *self);
  /* (nullable): of what is written; %NULL: it is new */
  const char *(*get_id)     (SoleusOwnWindow  *self);
  gboolean    (*save)       (SoleusOwnWindow  *self,
                             SoleusClinic     *clinic,
                             GError          **error);
  gboolean    (*remove)     (SoleusOwnWindow  *self,
                             SoleusClinic     *clinic,
                             GError          **error);
  /* what is written is none of those that are there */
  void        (*make_new)   (SoleusOwnWindow  *self);
};

/* for its kinds */
void               soleus_own_window_add_words     (SoleusOwnWindow *self,
                                                    GtkWidget       *field);
void               soleus_own_window_start         (SoleusOwnWindow *self,
                                                    SoleusClinic    *clinic,
                                                    const char      *title,
                                                    const char      *subtitle);
void               soleus_own_window_changed       (SoleusOwnWindow *self);
void               soleus_own_window_show_language (SoleusOwnWindow *self,
                                                    const char      *language);
void               soleus_own_window_show_problem  (SoleusOwnWindow *self,
                                                    const char      *problem,
                                                    GtkWidget       *field);
SoleusClinic      *soleus_own_window_get_clinic    (SoleusOwnWindow *self);
const char *const *soleus_own_window_get_languages (SoleusOwnWindow *self);

G_END_DECLS
