/* soleus-nobody-page.h: what stands in the sidebar where no athlete is listed */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *soleus_nobody_page_new (gboolean narrowed);

G_END_DECLS
