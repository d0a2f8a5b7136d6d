#include "soleus-config.h"

#include "soleus-page-printer.h"

#include "soleus-print-memory.h"

#include <glib/gi18n-lib.h>

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                SoleusPageSource  *source)
{
  gtk_print_operation_set_n_pages (operation, soleus_page_source_get_n_pages (source));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              SoleusPageSource  *source)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context), height = gtk_print_context_get_height (context);
  double page_width = soleus_page_source_get_width (source), page_height = soleus_page_source_get_height (source);
  double scale = MIN (1.0, MIN (width / page_width, height / page_height));

  /* A person may put A4 pages on Letter paper: they shrink and stay in the middle, nothing is cut off. */
  cairo_translate (cr, (width - page_width * scale) / 2.0, (height - page_height * scale) / 2.0);
  cairo_scale (cr, scale, scale);
  soleus_page_source_draw (source, cr, page + 1);
}

static GtkPageSetup *
create_page_setup (SoleusPageSource *source)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  double width = soleus_page_source_get_width (source), height = soleus_page_source_get_height (source);
  gboolean is_letter = ABS (width - 612.0) < 2.0 && ABS (height - 792.0) < 2.0;
  gboolean is_a4 = ABS (width - 595.3) < 2.0 && ABS (height - 841.9) < 2.0;
  GtkPaperSize *paper;

  if (is_letter || is_a4)
    paper = gtk_paper_size_new (is_letter ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);
  else
    paper = gtk_paper_size_new_custom ("soleus", soleus_page_source_get_title (source), width, height, GTK_UNIT_POINTS);
  gtk_page_setup_set_paper_size (setup, paper);
  /* The pages bring their own margins. */
  gtk_page_setup_set_top_margin (setup, 0.0, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, 0.0, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, 0.0, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, 0.0, GTK_UNIT_POINTS);
  gtk_paper_size_free (paper);
  return setup;
}

static GtkPrintOperation *
create_operation (SoleusPageSource *source)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = create_page_setup (source);

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_n_pages (operation, soleus_page_source_get_n_pages (source));
  if (soleus_page_source_get_title (source) != NULL)
    gtk_print_operation_set_job_name (operation, soleus_page_source_get_title (source));
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (begin_print_cb), source, 0);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), source, 0);
  return operation;
}

/**
 * soleus_page_printer_run:
 * @source: the pages
 * @kind: (nullable): the kind of document; the dialog begins with what was chosen for the last one
 * @parent: (nullable): the window that asks
 * @error: return location for what the printer said
 *
 * Shows the print dialog and prints. Returns when the dialog is closed.
 *
 * Returns: %GTK_PRINT_OPERATION_RESULT_APPLY if it was printed, _CANCEL if the person thought better of it, _ERROR with @error
 */
GtkPrintOperationResult
soleus_page_printer_run (SoleusPageSource  *source,
                         const char        *kind,
                         GtkWindow         *parent,
                         GError           **error)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GtkPrintSettings) settings = kind != NULL ? soleus_print_memory_get_settings (kind) : NULL;
  GtkPrintOperationResult result;

  g_return_val_if_fail (SOLEUS_IS_PAGE_SOURCE (source), GTK_PRINT_OPERATION_RESULT_ERROR);

  operation = create_operation (source);
  if (settings != NULL)
    gtk_print_operation_set_print_settings (operation, settings);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, error);
  if (kind != NULL && result == GTK_PRINT_OPERATION_RESULT_APPLY && gtk_print_operation_get_print_settings (operation) != NULL)
    soleus_print_memory_set_settings (kind, gtk_print_operation_get_print_settings (operation));
  return result;
}

/**
 * soleus_page_printer_export:
 * @source: the pages
 * @path: where to write
 * @error: return location for an error
 *
 * Sends the pages through the printing system into a PDF file: what a printer would get, without a dialog.
 *
 * Returns: %TRUE if the file is written
 */
gboolean
soleus_page_printer_export (SoleusPageSource  *source,
                            const char        *path,
                            GError           **error)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_return_val_if_fail (SOLEUS_IS_PAGE_SOURCE (source), FALSE);

  operation = create_operation (source);
  gtk_print_operation_set_export_filename (operation, path);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error) == GTK_PRINT_OPERATION_RESULT_APPLY;
}
