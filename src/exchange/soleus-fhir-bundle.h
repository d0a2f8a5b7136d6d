/* soleus-fhir-bundle.h: the records as a FHIR R4 collection bundle, for other systems to read; it is not read back */
#pragma once

#include "soleus-format-registry.h"

G_BEGIN_DECLS

gboolean soleus_fhir_bundle_write (const SoleusExportSource  *source,
                                   GOutputStream             *stream,
                                   GError                   **error);

G_END_DECLS
