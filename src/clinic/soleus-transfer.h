/* soleus-transfer.h: records into a clinic from a file, and out of it: the same for the window and the command line */
#pragma once

#include "soleus-clinic.h"
#include "soleus-format-registry.h"

G_BEGIN_DECLS

/* what became of one line that was not imported */
typedef struct {
  char    *place;   /* "line 12" */
  char    *message; /* why, a sentence */
  gboolean skipped; /* TRUE: not needed; FALSE: refused */
  gboolean by_rule; /* refused by a safety rule */
} SoleusImportRemark;

typedef struct {
  guint      n_read;
  guint      n_imported;
  guint      n_skipped;
  guint      n_refused;
  GPtrArray *remarks; /* (element-type SoleusImportRemark) */
} SoleusImportReport;

SoleusImportReport *soleus_transfer_import      (SoleusClinic        *clinic,
                                                 const char          *path,
                                                 GError             **error);
/* the same for a clinic and for what a complete archive of it becomes elsewhere */
char               *soleus_transfer_dup_content_hash (SoleusClinic   *clinic,
                                                 GError             **error);
void                soleus_import_report_free   (SoleusImportReport  *self);
gboolean            soleus_transfer_export      (SoleusClinic        *clinic,
                                                 const SoleusFormat  *format,
                                                 const char          *path,
                                                 const char          *athlete_id,
                                                 GError             **error);
gboolean            soleus_transfer_export_stream (SoleusClinic      *clinic,
                                                 const SoleusFormat  *format,
                                                 GOutputStream       *stream,
                                                 const char          *athlete_id,
                                                 GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusImportReport, soleus_import_report_free)

G_END_DECLS
