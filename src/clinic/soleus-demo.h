/* soleus-demo.h: fills an empty clinic with fictional athletes whose history hangs together; the same for the same seed and time */
#pragma once

#include "soleus-clinic.h"

G_BEGIN_DECLS

#define SOLEUS_DEMO_ATHLETES 24

gboolean soleus_demo_fill (SoleusClinic  *clinic,
                           guint          n_athletes,
                           guint          years,
                           guint32        seed,
                           GError       **error);

gboolean soleus_demo_make (const char   *path,
                           SoleusClock  *clock,
                           guint         n_athletes,
                           guint         years,
                           guint32       seed,
                           GError      **error);

G_END_DECLS
