#include "soleus-document-private.h"
#include "soleus-page-layout.h"

struct _SoleusDocument {
  GObject           parent_instance;
  char             *id;           /* (nullable) */
  char             *title;
  char             *language;
  char             *author;       /* (nullable) */
  char             *header_left;  /* (nullable) */
  char             *header_right; /* (nullable) */
  SoleusLogo       *logo;         /* (nullable): stands before the clinic */
  char             *footer_left;  /* (nullable) */
  char             *page_of;      /* "Page {page} of {pages}" */
  SoleusPaper       paper;
  gboolean          large_print;
  SoleusInstant     issued_at;
  SoleusTypography *type;
  SoleusBlock      *content;      /* a stack */
  GPtrArray        *pages;        /* (nullable): of stacks; laid out when first asked for */
  SoleusDocumentSpeakFunc  speak;  /* (nullable) */
  SoleusDocumentSilentFunc silent; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (SoleusDocument, soleus_document, G_TYPE_OBJECT)

#define FOOTER_GAP 8.0

/* 8 mm: a hand's breadth away it is still seen, and no line of the page is lost for it */
#define LOGO_HEIGHT 22.7
#define LOGO_MOST_WIDTH 113.0
#define LOGO_GAP 8.0

static void
soleus_document_finalize (GObject *object)
{
  SoleusDocument *self = SOLEUS_DOCUMENT (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->header_left, g_free);
  g_clear_pointer (&self->header_right, g_free);
  g_clear_object (&self->logo);
  g_clear_pointer (&self->footer_left, g_free);
  g_clear_pointer (&self->page_of, g_free);
  g_clear_pointer (&self->type, soleus_typography_unref);
  g_clear_object (&self->content);
  g_clear_pointer (&self->pages, g_ptr_array_unref);

  G_OBJECT_CLASS (soleus_document_parent_class)->finalize (object);
}

static void
soleus_document_class_init (SoleusDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_document_finalize;
}

static void
soleus_document_init (SoleusDocument *self)
{
  self->content = soleus_block_new_stack (FALSE);
  self->page_of = g_strdup ("{page} / {pages}");
}

/**
 * soleus_document_new:
 * @title: what the document is called, in its language
 * @language: BCP 47; decides the direction of writing
 * @issued_at: the date of the document; a PDF carries it, so that the same input gives the same bytes
 *
 * Returns: (transfer full): a document without blocks
 */
SoleusDocument *
soleus_document_new (const char    *title,
                     const char    *language,
                     SoleusPaper    paper,
                     gboolean       large_print,
                     SoleusInstant  issued_at)
{
  SoleusDocument *self;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  self = g_object_new (SOLEUS_TYPE_DOCUMENT, NULL);
  self->title = g_strdup (title);
  self->language = g_strdup (language);
  self->paper = paper;
  self->large_print = large_print;
  self->issued_at = issued_at;
  self->type = soleus_typography_new (language, paper, large_print);
  return self;
}

/**
 * soleus_document_get_id:
 *
 * Returns: (transfer none) (nullable): the identifier under which it will be kept
 */
const char *
soleus_document_get_id (SoleusDocument *self)
{
  g_return_val_if_fail (SOLEUS_IS_DOCUMENT (self), NULL);

  return self->id;
}

/**
 * soleus_document_set_id:
 * @id: (nullable): the identifier under which it will be kept; its beginning is printed as the number of the copy
 */
void
soleus_document_set_id (SoleusDocument *self,
                        const char     *id)
{
  g_return_if_fail (SOLEUS_IS_DOCUMENT (self));

  g_free (self->id);
  self->id = g_strdup (id);
}

/**
 * soleus_document_get_title:
 *
 * Returns: (transfer none): the title
 */
const char *
soleus_document_get_title (SoleusDocument *self)
{
  g_return_val_if_fail (SOLEUS_IS_DOCUMENT (self), NULL);

  return self->title;
}

/**
 * soleus_document_get_language:
 *
 * Returns: (transfer none): BCP 47
 */
const char *
soleus_document_get_language (SoleusDocument *self)
{
  g_return_val_if_fail (SOLEUS_IS_DOCUMENT (self), NULL);

  return self->language;
}

/**
 * soleus_document_get_paper:
 *
 * Returns: the paper it is laid out for
 */
SoleusPaper
soleus_document_get_paper (SoleusDocument *self)
{
  g_return_val_if_fail (SOLEUS_IS_DOCUMENT (self), SOLEUS_PAPER_A4);

  return self->paper;
}

/**
 * soleus_document_get_large_print:
 *
 * Returns: %TRUE if the body is set in 18 pt
 */
gboolean
soleus_document_get_large_print (SoleusDocument *self)
{
  g_return_val_if_fail (SOLEUS_IS_DOCUMENT (self), FALSE);

  return self->large_print;
}

/**
 * soleus_document_get_issued_at:
 *
 * Returns: the instant of issue
 */
SoleusInstant
soleus_document_get_issued_at (SoleusDocument *self)
{
  g_return_val_if_fail (SOLEUS_IS_DOCUMENT (self), 0);

  return self->issued_at;
}

const char *
soleus_document_get_author (SoleusDocument *self)
{
  return self->author;
}

SoleusTypography *
soleus_document_get_typography (SoleusDocument *self)
{
  return self->type;
}

static void
set_text (char       **field,
          const char  *text)
{
  char *copy = g_strdup (text);

  g_free (*field);
  *field = copy;
}

/**
 * soleus_document_set_author:
 * @author: (nullable): the therapist; a PDF carries it
 */
void
soleus_document_set_author (SoleusDocument *self,
                            const char     *author)
{
  g_return_if_fail (SOLEUS_IS_DOCUMENT (self));

  set_text (&self->author, author);
}

/**
 * soleus_document_set_header:
 * @left: (nullable): the clinic; at the start of the line
 * @right: (nullable): the date; at its end
 */
void
soleus_document_set_header (SoleusDocument *self,
                            const char     *left,
                            const char     *right)
{
  g_return_if_fail (SOLEUS_IS_DOCUMENT (self));

  set_text (&self->header_left, left);
  set_text (&self->header_right, right);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
}

/**
 * soleus_document_set_logo:
 * @logo: (nullable): the sign that stands before the clinic in the header
 */
void
soleus_document_set_logo (SoleusDocument *self,
                          SoleusLogo     *logo)
{
  g_return_if_fail (SOLEUS_IS_DOCUMENT (self));

  if (g_set_object (&self->logo, logo))
    g_clear_pointer (&self->pages, g_ptr_array_unref);
}

/**
 * soleus_document_set_footer:
 * @left: (nullable): whom to ask, and which copy this is
 * @page_of: "Page {page} of {pages}" in the document's language
 */
void
soleus_document_set_footer (SoleusDocument *self,
                            const char     *left,
                            const char     *page_of)
{
  g_return_if_fail (SOLEUS_IS_DOCUMENT (self));
  g_return_if_fail (page_of != NULL);

  set_text (&self->footer_left, left);
  set_text (&self->page_of, page_of);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
}

/**
 * soleus_document_set_speaker:
 * @speak: (nullable): called with the language of the document before a page is drawn
 * @silent: (nullable): called afterwards with what @speak returned
 *
 * For a document in another language than the program speaks: charts ask for their labels when they are drawn.
 */
void
soleus_document_set_speaker (SoleusDocument           *self,
                             SoleusDocumentSpeakFunc   speak,
                             SoleusDocumentSilentFunc  silent)
{
  g_return_if_fail (SOLEUS_IS_DOCUMENT (self));
  g_return_if_fail ((speak == NULL) == (silent == NULL));

  self->speak = speak;
  self->silent = silent;
}

/**
 * soleus_document_add_block:
 * @block: (transfer full): what comes next
 */
void
soleus_document_add_block (SoleusDocument *self,
                           SoleusBlock    *block)
{
  g_return_if_fail (SOLEUS_IS_DOCUMENT (self));

  soleus_block_add (self->content, block);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
}

static double
get_text_width (SoleusDocument *self)
{
  return soleus_typography_get_page_width (self->type) - 2 * soleus_typography_get_margin (self->type);
}

static double
get_logo_width (SoleusDocument *self)
{
  return self->logo != NULL ? MIN (LOGO_MOST_WIDTH, LOGO_HEIGHT * soleus_logo_get_aspect (self->logo)) : 0;
}

/* what the logo takes of the line */
static double
get_header_indent (SoleusDocument *self)
{
  return self->logo != NULL ? get_logo_width (self) + LOGO_GAP : 0;
}

static double
get_header_width (SoleusDocument *self)
{
  return get_text_width (self) - get_header_indent (self) -
         (self->header_right != NULL ? soleus_typography_measure_width (self->type, SOLEUS_TEXT_ROLE_CELL, self->header_right) + 16 : 0);
}

static double
get_header_text_height (SoleusDocument *self)
{
  return soleus_typography_measure_text (self->type, SOLEUS_TEXT_ROLE_CELL_STRONG, self->header_left != NULL ? self->header_left : "", get_header_width (self));
}

static double
get_header_height (SoleusDocument *self)
{
  return MAX (get_header_text_height (self), self->logo != NULL ? LOGO_HEIGHT : 0) + 14;
}

static char *
format_page_of (SoleusDocument *self,
                int             page)
{
  g_autofree char *number = g_strdup_printf ("%d", page);
  g_autofree char *total = g_strdup_printf ("%u", self->pages != NULL ? self->pages->len : 1);
  g_autoptr (GString) text = g_string_new (self->page_of);

  g_string_replace (text, "{pages}", total, 0);
  g_string_replace (text, "{page}", number, 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static double
get_footer_width (SoleusDocument *self)
{
  g_autofree char *widest = format_page_of (self, 99);

  return get_text_width (self) - soleus_typography_measure_width (self->type, SOLEUS_TEXT_ROLE_SMALL_STRONG, widest) - 20;
}

static double
get_footer_height (SoleusDocument *self)
{
  const char *left = self->footer_left != NULL ? self->footer_left : "";

  return soleus_typography_measure_text (self->type, SOLEUS_TEXT_ROLE_SMALL, left, get_footer_width (self)) + 4;
}

static double
get_text_height (SoleusDocument *self)
{
  return soleus_typography_get_page_height (self->type) - 2 * soleus_typography_get_margin (self->type) - get_header_height (self) -
         get_footer_height (self) - FOOTER_GAP;
}

static void
ensure_pages (SoleusDocument *self)
{
  if (self->pages == NULL)
    self->pages = soleus_page_layout_divide (self->content, self->type, get_text_width (self), get_text_height (self));
}

/**
 * soleus_document_get_n_pages:
 *
 * Returns: how many pages it has, at least 1
 */
int
soleus_document_get_n_pages (SoleusDocument *self)
{
  g_return_val_if_fail (SOLEUS_IS_DOCUMENT (self), 0);

  ensure_pages (self);
  return (int) self->pages->len;
}

/**
 * soleus_document_get_page_size:
 * @width: (out) (optional): points
 * @height: (out) (optional): points
 */
void
soleus_document_get_page_size (SoleusDocument *self,
                               double         *width,
                               double         *height)
{
  g_return_if_fail (SOLEUS_IS_DOCUMENT (self));

  if (width != NULL)
    *width = soleus_typography_get_page_width (self->type);
  if (height != NULL)
    *height = soleus_typography_get_page_height (self->type);
}

static void
draw_header (SoleusDocument *self,
             SoleusCanvas   *canvas,
             double          x,
             double          y,
             double          width)
{
  double height = get_header_height (self), left = get_header_width (self), indent = get_header_indent (self);
  double text_y = y + (height - 14 - get_header_text_height (self)) / 2, logo = get_logo_width (self);

  if (self->logo != NULL)
    soleus_logo_draw (self->logo, canvas->cr, soleus_canvas_place (canvas, x, width, 0, logo), y, logo, LOGO_HEIGHT);
  if (self->header_left != NULL)
    soleus_canvas_show_text (canvas, SOLEUS_TEXT_ROLE_CELL_STRONG, SOLEUS_TONE_INK, SOLEUS_ALIGN_START, self->header_left,
                             soleus_canvas_place (canvas, x, width, indent, left), text_y, left);
  if (self->header_right != NULL)
    soleus_canvas_show_text (canvas, SOLEUS_TEXT_ROLE_CELL, SOLEUS_TONE_INK, SOLEUS_ALIGN_END, self->header_right, x, text_y, width);
  soleus_canvas_line (canvas, SOLEUS_TONE_INK, 1.2, x, y + height - 10, x + width, y + height - 10);
}

static void
draw_footer (SoleusDocument *self,
             SoleusCanvas   *canvas,
             double          x,
             double          y,
             double          width,
             int             page)
{
  g_autofree char *page_of = format_page_of (self, page);
  double left = get_footer_width (self);

  soleus_canvas_line (canvas, SOLEUS_TONE_RULE, 0.7, x, y, x + width, y);
  if (self->footer_left != NULL)
    soleus_canvas_show_text (canvas, SOLEUS_TEXT_ROLE_SMALL, SOLEUS_TONE_DIM, SOLEUS_ALIGN_START, self->footer_left,
                             soleus_canvas_place (canvas, x, width, 0, left), y + 4, left);
  soleus_canvas_show_text (canvas, SOLEUS_TEXT_ROLE_SMALL_STRONG, SOLEUS_TONE_INK, SOLEUS_ALIGN_END, page_of, x, y + 4, width);
}

void
soleus_document_draw_page (SoleusDocument *self,
                           SoleusCanvas   *canvas,
                           int             page)
{
  double margin = soleus_typography_get_margin (self->type), width = get_text_width (self);
  double header = get_header_height (self), footer = get_footer_height (self), page_height = soleus_typography_get_page_height (self->type);
  char *former = NULL;

  ensure_pages (self);
  if (self->speak != NULL)
    former = self->speak (self->language);
  cairo_save (canvas->cr);
  cairo_set_dash (canvas->cr, NULL, 0, 0);
  draw_header (self, canvas, margin, margin, width);
  soleus_block_draw (g_ptr_array_index (self->pages, page), canvas, margin, margin + header, width, get_text_height (self));
  draw_footer (self, canvas, margin, page_height - margin - footer, width, page + 1);
  cairo_restore (canvas->cr);
  if (self->silent != NULL)
    self->silent (former);
}

/**
 * soleus_document_render_page:
 * @cr: one unit a point, the page's top left corner at the origin
 * @page: from 0
 *
 * Draws a page: the same on paper, in a preview and in a PDF. The paper itself is not painted.
 */
void
soleus_document_render_page (SoleusDocument *self,
                             cairo_t        *cr,
                             int             page)
{
  SoleusCanvas canvas = { .cr = cr, .page = page + 1 };

  g_return_if_fail (SOLEUS_IS_DOCUMENT (self));
  g_return_if_fail (page >= 0 && page < soleus_document_get_n_pages (self));

  canvas.type = self->type;
  soleus_document_draw_page (self, &canvas, page);
}

/**
 * soleus_document_dup_page_text:
 * @page: from 0
 *
 * Returns: (transfer full): the text of a page in reading order, a line for each piece; for screen readers and tests
 */
char *
soleus_document_dup_page_text (SoleusDocument *self,
                               int             page)
{
  cairo_surface_t *surface;
  SoleusCanvas canvas = { .page = page + 1 };

  g_return_val_if_fail (SOLEUS_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (page >= 0 && page < soleus_document_get_n_pages (self), NULL);

  surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  canvas.cr = cairo_create (surface);
  canvas.type = self->type;
  canvas.text = g_string_new (NULL);
  soleus_document_draw_page (self, &canvas, page);
  cairo_destroy (canvas.cr);
  cairo_surface_destroy (surface);
  return g_string_free (canvas.text, FALSE);
}

/**
 * soleus_document_dup_text:
 *
 * Returns: (transfer full): the text of all pages, with a form feed between them
 */
char *
soleus_document_dup_text (SoleusDocument *self)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (SOLEUS_IS_DOCUMENT (self), NULL);

  text = g_string_new (NULL);
  for (int page = 0; page < soleus_document_get_n_pages (self); page++)
    {
      g_autofree char *one = soleus_document_dup_page_text (self, page);

      g_string_append (text, page > 0 ? "\f" : "");
      g_string_append (text, one);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
