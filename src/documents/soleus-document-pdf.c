/* soleus-document-pdf.c: a document as a tagged PDF: fonts embedded, outline, language, the same bytes for the same input */
#include "soleus-config.h"

#include "soleus-document-private.h"
#include "soleus-error.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *bytes,
           unsigned int         length)
{
  g_byte_array_append (closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (SoleusDocument  *self,
              cairo_surface_t *surface)
{
  gint64 issued = soleus_document_get_issued_at (self) / SOLEUS_USEC_PER_SECOND;
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (issued);
  g_autofree char *date = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, soleus_document_get_title (self));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Soleus");
  if (soleus_document_get_author (self) != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, soleus_document_get_author (self));
  /* without a date of ours cairo writes the present time, and no two files would be alike */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

static void
draw_pages (SoleusDocument *const *documents,
            gsize                  n_documents,
            cairo_surface_t       *surface)
{
  SoleusCanvas canvas = { .cr = cairo_create (surface), .tagged = TRUE, .pdf = surface };

  cairo_tag_begin (canvas.cr, "Document", NULL);
  for (gsize i = 0; i < n_documents; i++)
    {
      int n_pages = soleus_document_get_n_pages (documents[i]);

      canvas.type = soleus_document_get_typography (documents[i]);
      for (int page = 0; page < n_pages; page++)
        {
          canvas.page++;
          soleus_document_draw_page (documents[i], &canvas, page);
          if (i == n_documents - 1 && page == n_pages - 1)
            cairo_tag_end (canvas.cr, "Document"); /* after the last page cairo 1.18 would begin another for it */
          cairo_show_page (canvas.cr);
        }
    }
  cairo_destroy (canvas.cr);
}

/**
 * soleus_document_dup_bundle_pdf:
 * @documents: (array length=n_documents): at least one, all for the same paper
 *
 * Returns: (transfer full) (nullable): all documents one after the other in a PDF that bears title and language of the first; each keeps its own
 *   page numbers. %NULL with #SOLEUS_ERROR_FAILED if it could not be made
 */
GBytes *
soleus_document_dup_bundle_pdf (SoleusDocument *const  *documents,
                                gsize                   n_documents,
                                GError                **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;
  double width, height;

  g_return_val_if_fail (n_documents > 0 && SOLEUS_IS_DOCUMENT (documents[0]), NULL);

  bytes = g_byte_array_new ();
  soleus_document_get_page_size (documents[0], &width, &height);
  surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, width, height);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (documents[0], surface);
  draw_pages (documents, n_documents, surface);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("The PDF could not be made: %s."), cairo_status_to_string (status));
      return NULL;
    }
  soleus_pdf_catalog_set_language (bytes, soleus_document_get_language (documents[0]));
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * soleus_document_dup_pdf:
 *
 * Returns: (transfer full) (nullable): the document as a PDF; %NULL with #SOLEUS_ERROR_FAILED if it could not be made
 */
GBytes *
soleus_document_dup_pdf (SoleusDocument  *self,
                         GError         **error)
{
  g_return_val_if_fail (SOLEUS_IS_DOCUMENT (self), NULL);

  return soleus_document_dup_bundle_pdf (&self, 1, error);
}
