/* soleus-treatment-line.h: a treatment typed as words, "kneading left calf 10 min 11:20", read into its parts. Pure. */
#pragma once

#include "soleus-catalogue.h"

G_BEGIN_DECLS

typedef struct {
  const char   *modality;   /* (not owned) id of soleus_catalogue_get_modalities() */
  SoleusSide    side;       /* unknown where none was named */
  gboolean      has_region;
  SoleusRegion  region;     /* only with @has_region */
  double        minutes;    /* SOLEUS_UNKNOWN_REAL where none were named */
  int           hour;       /* of the clock time, -1 where none was named */
  int           minute;
} SoleusTreatmentLine;

gboolean  soleus_treatment_line_parse    (const char                 *text,
                                          SoleusTreatmentLine        *line,
                                          GError                    **error);
char    **soleus_treatment_line_complete (const char                 *text);
char     *soleus_treatment_line_format   (const SoleusTreatmentLine  *line);
char     *soleus_treatment_format_place  (SoleusSide                  side,
                                          SoleusRegion                region);

G_END_DECLS
