/* soleus-page-registry.h: the pages that “win.show” and --page know */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct {
  const char *name;        /* the part of “win.show” before the first colon */
  GType     (*get_type) (void);
  gboolean    full_window; /* covers the sidebar too (editors) */
  const char *title;       /* N_(), for --list-pages */
  const char *target;      /* (nullable) what the target names, for --list-pages: "ATHLETE", "VISIT", … */
} SoleusPageRow;

const SoleusPageRow *soleus_page_registry_find (const char *name);
const SoleusPageRow *soleus_page_registry_list (gsize      *n_rows);

G_END_DECLS
