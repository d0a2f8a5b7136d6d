/* soleus-trouble-page.h: what stands in the window where a clinic cannot be opened */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_TROUBLE_PAGE (soleus_trouble_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusTroublePage, soleus_trouble_page, SOLEUS, TROUBLE_PAGE, AdwBin)

GtkWidget *soleus_trouble_page_new (const GError *error,
                                    const char   *path);

G_END_DECLS
