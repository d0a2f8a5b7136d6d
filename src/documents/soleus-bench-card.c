/* soleus-bench-card.c: the same sentences as relief mode and the handout, from the content of one language */
#include "soleus-config.h"

#include "soleus-bench-card.h"

#include "soleus-document-date.h"

/* A gap must be seen, not hidden: a missing text prints its key. */
static const char *
get_text (const SoleusBenchCardSpec *spec,
          const char                *key)
{
  const char *text = soleus_content_get_text (spec->content, key);

  return text != NULL ? text : key;
}

static const char *
get_line (const SoleusBenchCardSpec  *spec,
          const char                 *section_id,
          const char                 *id,
          const char                **drawing)
{
  SoleusContentSection *section = soleus_content_get_section (spec->content, section_id);
  SoleusContentLine *line = section != NULL ? soleus_content_section_find_line (section, id) : NULL;

  if (line != NULL && drawing != NULL)
    *drawing = soleus_content_line_get_drawing (line);

  return line != NULL ? soleus_content_line_get_text (line) : id;
}

static void
add_paragraph (SoleusBlock    *parent,
               SoleusTextRole  role,
               const char     *text)
{
  SoleusBlock *paragraph = soleus_block_new_paragraph (role, text);

  soleus_block_set_space (paragraph, 1, 2);
  soleus_block_add (parent, paragraph);
}

static void
add_step (const SoleusBenchCardSpec *spec,
          SoleusBlock               *cards,
          const char                *mark,
          const char                *id,
          const char                *more)
{
  const char *drawing = NULL;
  const char *line = get_line (spec, "relief", id, &drawing);
  g_autoptr (GBytes) svg = drawing != NULL && spec->find_drawing != NULL ? spec->find_drawing (drawing, spec->drawing_data) : NULL;
  g_autofree char *text = more != NULL ? g_strdup_printf ("%s %s", line, more) : g_strdup (line);

  soleus_block_cards_add (cards, mark, text, svg, NULL);
}

static SoleusBlock *
create_steps (const SoleusBenchCardSpec *spec,
              gboolean                   low)
{
  SoleusBlock *cards = soleus_block_new_cards ();

  soleus_block_cards_set_low (cards, low);
  add_step (spec, cards, "1", "relief.stop", NULL);
  add_step (spec, cards, "2", "relief.safe-place", get_line (spec, "relief", "relief.control", NULL));
  add_step (spec, cards, "3", "relief.seated", NULL);
  add_step (spec, cards, get_text (spec, "handout.or"), "relief.standing", get_line (spec, "relief", "relief.support", NULL));
  add_step (spec, cards, "4", "relief.hold", NULL);
  add_step (spec, cards, "5", "relief.walk", NULL);
  soleus_block_set_space (cards, 6, 6);

  return cards;
}

/* What is for the therapist only, and what must not be done. */
static SoleusBlock *
create_notes (const SoleusBenchCardSpec *spec,
              gboolean                   low)
{
  /* lines as long as the box are harder to read than many short ones, but take less room */
  SoleusTextRole strong = low ? SOLEUS_TEXT_ROLE_CELL_STRONG : SOLEUS_TEXT_ROLE_STRONG, body = low ? SOLEUS_TEXT_ROLE_CELL : SOLEUS_TEXT_ROLE_BODY;
  SoleusBlock *box = soleus_block_new_box (SOLEUS_BOX_STYLE_FRAME, NULL);

  add_paragraph (box, strong, get_line (spec, "relief", "relief.no-deep-massage", NULL));
  add_paragraph (box, body, get_line (spec, "relief", "relief.pressure", NULL));
  add_paragraph (box, body, get_line (spec, "relief", "relief.heat", NULL));
  add_paragraph (box, SOLEUS_TEXT_ROLE_SMALL, get_line (spec, "relief", "relief.lip-pinch", NULL));
  soleus_block_set_space (box, 6, 6);

  return box;
}

static void
add_signs (const SoleusBenchCardSpec *spec,
           SoleusBlock               *column,
           const char                *title,
           const char                *section_id)
{
  SoleusContentSection *section = soleus_content_get_section (spec->content, section_id);
  GListModel *lines = section != NULL ? soleus_content_section_get_lines (section) : NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  SoleusBlock *heading = soleus_block_new_heading (3, title);

  for (guint i = 0; lines != NULL && i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (SoleusContentLine) line = g_list_model_get_item (lines, i);

      /* the limit is the title of the box */
      if (!g_str_has_suffix (soleus_content_line_get_id (line), ".ten-minutes"))
        g_ptr_array_add (texts, (gpointer) soleus_content_line_get_text (line)); /* the section keeps the line */
    }

  g_ptr_array_add (texts, NULL);
  soleus_block_set_space (heading, 0, 2);
  soleus_block_add (column, heading);
  soleus_block_add (column, soleus_block_new_list ((const char *const *) texts->pdata, FALSE));
}

static SoleusBlock *
create_help (const SoleusBenchCardSpec *spec)
{
  g_autofree char *number = soleus_typography_isolate (soleus_content_get_language (spec->content),
                                                       soleus_content_get_emergency_number (spec->emergency_number), TRUE);
  SoleusBlock *box = soleus_block_new_box (SOLEUS_BOX_STYLE_RED_BAND, get_line (spec, "relief", "relief.limit", NULL));
  SoleusBlock *columns = soleus_block_new_columns (TRUE);
  SoleusBlock *left = soleus_block_new_stack (FALSE), *right = soleus_block_new_stack (FALSE);
  g_autofree char *now = soleus_content_format_text (spec->content, "relief.escalation.now", "number", number, NULL);

  add_signs (spec, left, now != NULL ? now : "relief.escalation.now", "handout-emergency");
  add_signs (spec, right, get_text (spec, "relief.escalation.today"), "handout-same-day");
  soleus_block_columns_set_first_share (columns, SOLEUS_COLUMNS_LEAST_HEIGHT);
  soleus_block_add (columns, left);
  soleus_block_add (columns, right);
  soleus_block_add (box, columns);
  soleus_block_set_space (box, 6, 0);

  return box;
}

static void
set_frame (const SoleusBenchCardSpec *spec,
           SoleusDocument            *document,
           const char                *language)
{
  g_autofree char *date = soleus_document_date_format_header (spec->issued_at, language);
  g_autofree char *phone = soleus_typography_isolate (language, spec->clinic_phone, TRUE);

  soleus_document_set_author (document, spec->clinic_name);
  soleus_document_set_header (document, spec->clinic_name, date);
  soleus_document_set_footer (document, phone != NULL ? phone : spec->clinic_name, get_text (spec, "handout.page"));
}

static SoleusDocument *
create_document (const SoleusBenchCardSpec *spec,
                 gboolean                   low)
{
  SoleusContentSection *relief = soleus_content_get_section (spec->content, "relief");
  const char *introduction = relief != NULL ? soleus_content_section_get_introduction (relief) : NULL;
  const char *language = soleus_content_get_language (spec->content);
  const char *title = relief != NULL ? soleus_content_section_get_title (relief) : "relief";
  SoleusDocument *document = soleus_document_new (title, language, spec->paper, spec->large_print, spec->issued_at);

  set_frame (spec, document, language);
  soleus_document_add_block (document, soleus_block_new_heading (1, title));
  soleus_document_add_block (document, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_BODY, introduction != NULL ? introduction : ""));
  soleus_document_add_block (document, create_steps (spec, low));
  soleus_document_add_block (document, create_notes (spec, low));
  soleus_document_add_block (document, create_help (spec));
  return document;
}

/**
 * soleus_bench_card_new_document:
 * @spec: the content and the clinic
 *
 * Returns: (transfer full): the card, one page at the usual size of type: it hangs on a wall, and the signs for help must be on it
 */
SoleusDocument *
soleus_bench_card_new_document (const SoleusBenchCardSpec *spec)
{
  SoleusDocument *document;

  g_return_val_if_fail (spec != NULL && spec->content != NULL && spec->clinic_name != NULL, NULL);

  document = create_document (spec, FALSE);
  if (!spec->large_print && soleus_document_get_n_pages (document) > 1)
    {
      g_object_unref (document);
      document = create_document (spec, TRUE);
    }
  return document;
}
