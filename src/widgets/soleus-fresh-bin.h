/* soleus-fresh-bin.h: a bin for what comes new into a window that stands there: it is measured once its styles are known, not before, too */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_FRESH_BIN (soleus_fresh_bin_get_type ())
G_DECLARE_DERIVABLE_TYPE (SoleusFreshBin, soleus_fresh_bin, SOLEUS, FRESH_BIN, AdwBin)

struct _SoleusFreshBinClass {
  AdwBinClass parent_class;
};

G_END_DECLS
