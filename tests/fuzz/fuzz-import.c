/* An archive (JSON) or a table of records (CSV) from anywhere, into a clinic: a sentence and nothing changed, or what is whole. */
#include "fuzz-scratch.h"

#include "soleus-transfer.h"

/* every line that is not there has a reason; no line is lost */
static void
check_report (const SoleusImportReport *report)
{
  if (report->n_imported + report->n_skipped + report->n_refused < report->n_read)
    g_error ("%u lines were read, and of some nothing is said.", report->n_read);
  for (guint i = 0; i < report->remarks->len; i++)
    {
      const SoleusImportRemark *remark = report->remarks->pdata[i];

      fuzz_scratch_check_text (remark->place);
      fuzz_scratch_check_text (remark->message);
    }
}

/* a second time nothing is new */
static void
check_again (const char *path)
{
  g_autofree char *before = fuzz_scratch_dup_state ();
  g_autoptr (SoleusImportReport) report = soleus_transfer_import (fuzz_scratch_get_clinic (), path, NULL);
  g_autofree char *after = fuzz_scratch_dup_state ();

  if (report == NULL || report->n_imported > 0 || !g_str_equal (before, after))
    g_error ("The same file again is something else: %u new.\n%s\n%s", report != NULL ? report->n_imported : 0, before, after);
  fuzz_scratch_verify ();
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const char *path = fuzz_scratch_write ("input", data, size);
  g_autofree char *before = fuzz_scratch_dup_state ();
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusImportReport) report = soleus_transfer_import (fuzz_scratch_get_clinic (), path, &error);

  if (report == NULL)
    fuzz_scratch_check_error (error);
  else
    check_report (report);
  if (report != NULL && report->n_imported > 0)
    {
      check_again (path);
      fuzz_scratch_forget_clinic ();
      return 0;
    }
  after = fuzz_scratch_dup_state ();
  if (!g_str_equal (before, after))
    g_error ("Nothing was imported, and the clinic is another one.");
  return 0;
}
