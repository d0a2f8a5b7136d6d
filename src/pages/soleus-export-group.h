/* soleus-export-group.h: taking records along: a copy for the athlete, the archive, tables, FHIR, the calendar
 *
 * One row a format of the registry, so that a new format has its button without an edit here. */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_EXPORT_GROUP (soleus_export_group_get_type ())
G_DECLARE_FINAL_TYPE (SoleusExportGroup, soleus_export_group, SOLEUS, EXPORT_GROUP, AdwPreferencesGroup)

void soleus_export_group_start (SoleusExportGroup *self,
                                SoleusPage        *page,
                                const char        *athlete_id);

G_END_DECLS
