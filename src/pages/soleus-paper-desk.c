#define G_LOG_DOMAIN "soleus-paper-desk"

#include "soleus-config.h"

#include "soleus-paper-desk.h"

#include <glib/gi18n-lib.h>

#include "soleus-dialogs.h"
#include "soleus-page-printer.h"
#include "soleus-paper-letter.h"
#include "soleus-paper.h"

struct _SoleusPaperDesk {
  GObject             parent_instance;

  SoleusPage         *page;      /* (not owned) it owns the desk */
  SoleusDocumentKind  kind;
  char               *athlete_id;
  char               *visit_id;  /* (nullable) */

  SoleusDocument     *document;  /* (nullable) */
  char               *exercises; /* (nullable) ids of what was chosen */
  char               *flag_id;   /* (nullable) of a letter */
  char               *to;        /* (nullable) of a letter */
  gboolean            is_issued; /* the document as it is now */
};

G_DEFINE_FINAL_TYPE (SoleusPaperDesk, soleus_paper_desk, G_TYPE_OBJECT)

enum { ISSUED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
draw_page (GObject *document,
           cairo_t *cr,
           int      page)
{
  soleus_document_render_page (SOLEUS_DOCUMENT (document), cr, page - 1); /* theirs count from 0 */
}

static char *
dup_page_text (GObject *document,
               int      page)
{
  return soleus_document_dup_page_text (SOLEUS_DOCUMENT (document), page - 1);
}

static const SoleusPageFuncs page_funcs = { draw_page, dup_page_text };

static SoleusPageSource *
create_source (SoleusPaperDesk *self)
{
  double width, height;

  soleus_document_get_page_size (self->document, &width, &height);
  return soleus_page_source_new (G_OBJECT (self->document), &page_funcs, soleus_document_get_title (self->document),
                                 soleus_document_get_n_pages (self->document), width, height);
}

static char *
dup_file_name (SoleusPaperDesk *self)
{
  g_autofree char *date = soleus_instant_dup_local_date (soleus_document_get_issued_at (self->document));
  g_autofree char *name = g_strdup_printf ("%s %s.pdf", soleus_document_get_title (self->document), date);

  return g_strdelimit (g_steal_pointer (&name), "/\\:", '-');
}

static void
report (SoleusPaperDesk *self,
        const char      *done,
        const GError    *error)
{
  g_autofree char *text = NULL;

  if (error == NULL)
    {
      soleus_page_toast (self->page, done);
      return;
    }
  text = g_strdup (error->message);
  soleus_page_toast (self->page, text);
}

/* In a clinic that cannot be written nothing is kept, and the paper can be had all the same. */
static gboolean
note_export (gpointer   user_data,
             GError   **error)
{
  SoleusPaperDesk *self = SOLEUS_PAPER_DESK (user_data);

  return soleus_clinic_is_read_only (soleus_page_get_clinic (self->page)) || soleus_paper_desk_note (self, "export", error);
}

static void
file_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  SoleusPaperDesk *self = user_data;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL || self->page == NULL)
    return;
  pdf = soleus_document_dup_pdf (self->document, &error);
  if (pdf != NULL)
    soleus_clinic_write_file (file, pdf, note_export, self, &error);
  report (self, soleus_clinic_is_read_only (soleus_page_get_clinic (self->page)) ? _("Saved") : _("Saved. An exact copy is kept in Documents."), error);
}

static void
soleus_paper_desk_dispose (GObject *object)
{
  SoleusPaperDesk *self = SOLEUS_PAPER_DESK (object);

  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (soleus_paper_desk_parent_class)->dispose (object);
}

static void
soleus_paper_desk_finalize (GObject *object)
{
  SoleusPaperDesk *self = SOLEUS_PAPER_DESK (object);

  g_free (self->athlete_id);
  g_free (self->visit_id);
  g_free (self->exercises);
  g_free (self->flag_id);
  g_free (self->to);
  G_OBJECT_CLASS (soleus_paper_desk_parent_class)->finalize (object);
}

static void
soleus_paper_desk_class_init (SoleusPaperDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = soleus_paper_desk_dispose;
  object_class->finalize = soleus_paper_desk_finalize;
  signals[ISSUED] = g_signal_new ("issued", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_paper_desk_init (SoleusPaperDesk *self)
{
}

/**
 * soleus_paper_desk_new:
 * @page: the page on which the paper is made; it owns the desk
 * @kind: what kind of paper
 * @athlete_id: for whom
 * @visit_id: (nullable): from which visit
 *
 * Returns: (transfer full): a desk without a document
 */
SoleusPaperDesk *
soleus_paper_desk_new (SoleusPage         *page,
                       SoleusDocumentKind  kind,
                       const char         *athlete_id,
                       const char         *visit_id)
{
  SoleusPaperDesk *self;

  g_return_val_if_fail (SOLEUS_IS_PAGE (page), NULL);
  g_return_val_if_fail (athlete_id != NULL, NULL);

  self = g_object_new (SOLEUS_TYPE_PAPER_DESK, NULL);
  g_set_weak_pointer (&self->page, page);
  self->kind = kind;
  self->athlete_id = g_strdup (athlete_id);
  self->visit_id = g_strdup (visit_id);
  return self;
}

/**
 * soleus_paper_desk_set_document:
 * @self: a desk
 * @document: the paper as it is now; another paper than one that was issued before
 * @exercises: (nullable): ids of the exercises on it
 *
 * Returns: (transfer full): its pages
 */
SoleusPageSource *
soleus_paper_desk_set_document (SoleusPaperDesk *self,
                                SoleusDocument  *document,
                                const char      *exercises)
{
  g_return_val_if_fail (SOLEUS_IS_PAPER_DESK (self), NULL);
  g_return_val_if_fail (SOLEUS_IS_DOCUMENT (document), NULL);

  if (g_set_object (&self->document, document))
    self->is_issued = FALSE;
  g_free (self->exercises);
  self->exercises = g_strdup (exercises);
  return create_source (self);
}

/**
 * soleus_paper_desk_set_letter:
 * @self: a desk for letters
 * @flag_id: (nullable): the red flag that the letter is about; %NULL: every open one
 * @to: (nullable): whom
 *
 * The flag is referred when the letter is issued.
 */
void
soleus_paper_desk_set_letter (SoleusPaperDesk *self,
                              const char      *flag_id,
                              const char      *to)
{
  g_return_if_fail (SOLEUS_IS_PAPER_DESK (self));

  g_free (self->flag_id);
  self->flag_id = g_strdup (flag_id);
  g_free (self->to);
  self->to = g_strdup (to);
}

/**
 * soleus_paper_desk_is_issued:
 * @self: a desk
 *
 * Returns: %TRUE if the paper as it is now is kept in the clinic
 */
gboolean
soleus_paper_desk_is_issued (SoleusPaperDesk *self)
{
  g_return_val_if_fail (SOLEUS_IS_PAPER_DESK (self), FALSE);
  return self->is_issued;
}

/**
 * soleus_paper_desk_issue:
 * @self: a desk with a document
 * @error: return location for an error
 *
 * Keeps the exact bytes of the paper and a record of it; nothing happens if that was done already.
 *
 * Returns: %TRUE if they are kept
 */
gboolean
soleus_paper_desk_issue (SoleusPaperDesk  *self,
                         GError          **error)
{
  g_autoptr (GBytes) pdf = NULL;

  g_return_val_if_fail (SOLEUS_IS_PAPER_DESK (self), FALSE);
  g_return_val_if_fail (self->document != NULL, FALSE);

  if (self->is_issued)
    return TRUE;
  if (self->kind == SOLEUS_DOCUMENT_KIND_LETTER)
    {
      SoleusPaperLetter letter = { self->flag_id, self->to, NULL };

      pdf = soleus_paper_issue_letter (soleus_page_get_clinic (self->page), self->document, self->athlete_id, &letter, error);
    }
  else
    pdf = soleus_paper_issue (soleus_page_get_clinic (self->page), self->document, self->kind, self->athlete_id, self->visit_id,
                              self->exercises, error);
  if (pdf == NULL)
    return FALSE;
  self->is_issued = TRUE;
  g_signal_emit (self, signals[ISSUED], 0);
  return TRUE;
}

/**
 * soleus_paper_desk_note:
 * @self: a desk with a document
 * @action: what was done with the paper: "print" or "export"
 * @error: return location for an error
 *
 * Issues the paper if that was not done yet, and notes in the audit what was done with it, each time.
 *
 * Returns: %TRUE if both stand in the clinic
 */
gboolean
soleus_paper_desk_note (SoleusPaperDesk  *self,
                        const char       *action,
                        GError          **error)
{
  g_return_val_if_fail (SOLEUS_IS_PAPER_DESK (self), FALSE);

  return soleus_paper_desk_issue (self, error) &&
         soleus_clinic_note (soleus_page_get_clinic (self->page), action, soleus_issued_document_kind.name,
                             soleus_document_get_id (self->document), soleus_document_get_title (self->document), error);
}

/**
 * soleus_paper_desk_print:
 * @self: a desk with a document
 *
 * Shows the print dialog; what was printed is issued. Says in a toast how it went.
 */
void
soleus_paper_desk_print (SoleusPaperDesk *self)
{
  g_autoptr (SoleusPageSource) source = NULL;
  g_autoptr (GError) error = NULL;
  GtkRoot *root;

  g_return_if_fail (SOLEUS_IS_PAPER_DESK (self));
  g_return_if_fail (self->document != NULL);

  g_object_ref (self);
  root = gtk_widget_get_root (GTK_WIDGET (self->page));
  source = create_source (self);
  switch (soleus_page_printer_run (source, soleus_enum_get_nick (SOLEUS_TYPE_DOCUMENT_KIND, self->kind), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error))
    {
    case GTK_PRINT_OPERATION_RESULT_APPLY:
    case GTK_PRINT_OPERATION_RESULT_IN_PROGRESS:
      if (self->page != NULL)
        {
          soleus_paper_desk_note (self, "print", &error);
          report (self, _("Printed. An exact copy is kept in Documents."), error);
        }
      break;
    case GTK_PRINT_OPERATION_RESULT_ERROR:
      if (self->page != NULL && error != NULL)
        report (self, NULL, error);
      break;
    case GTK_PRINT_OPERATION_RESULT_CANCEL:
    default:
      break;
    }
  g_object_unref (self);
}

/**
 * soleus_paper_desk_save:
 * @self: a desk with a document
 *
 * Asks where to save the paper as a PDF; what was saved is issued. Says in a toast how it went.
 */
void
soleus_paper_desk_save (SoleusPaperDesk *self)
{
  g_autofree char *name = NULL;

  g_return_if_fail (SOLEUS_IS_PAPER_DESK (self));
  g_return_if_fail (self->document != NULL);

  name = dup_file_name (self);
  soleus_choose_file (GTK_WIDGET (self->page), _("Save as PDF"), _("_Save"), TRUE, name, "*.pdf", file_chosen_cb,
                      g_object_ref (self), g_object_unref);
}
