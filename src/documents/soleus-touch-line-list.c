/* soleus-touch-line-list.c: a table that is old soon: its time stands at the top, and what to do when in doubt at the foot */
#include "soleus-config.h"

#include "soleus-touch-line-list.h"

#include "soleus-content.h"
#include "soleus-document-date.h"

#include <glib/gi18n-lib.h>

static void
add_paragraph (SoleusDocument *document,
               SoleusTextRole  role,
               const char     *text)
{
  SoleusBlock *paragraph = soleus_block_new_paragraph (role, text);

  soleus_block_set_space (paragraph, 2, 2);
  soleus_document_add_block (document, paragraph);
}

static void
add_table (const SoleusTouchLineSpec *spec,
           SoleusDocument            *document)
{
  static const double shares[] = { 0.28, 0.2, 0.2, 0.32 };
  SoleusBlock *table;

  if (spec->n_rows == 0)
    {
      add_paragraph (document, SOLEUS_TEXT_ROLE_STRONG, _("Nobody is in a window now."));
      return;
    }

  table = soleus_block_new_table (NULL, (const char *[]) { _("Athlete"), _("Where"), _("State"), _("Until"), NULL }, shares, "ssss");

  for (gsize i = 0; i < spec->n_rows; i++)
    {
      const SoleusTouchLineRow *row = &spec->rows[i];
      g_autofree char *athlete = row->team != NULL ? g_strdup_printf ("%s\n%s", row->athlete, row->team) : g_strdup (row->athlete);

      soleus_block_table_add_row (table, (const char *[]) { athlete, row->where, row->state, row->until, NULL });
    }

  soleus_document_add_block (document, table);
}

static SoleusBlock *
create_help (const SoleusTouchLineSpec *spec)
{
  g_autofree char *title = g_strdup_printf (_("Call %s now"), soleus_content_get_emergency_number (spec->emergency_number));
  SoleusBlock *box = soleus_block_new_box (SOLEUS_BOX_STYLE_RED_BAND, title);

  soleus_block_add (box, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_BODY,
                                                     _("Chest pain, short of breath, fainting or confusion. A cramp that lasts 10 minutes: get medical help the same day.")));
  soleus_block_set_space (box, 10, 0);

  return box;
}

/**
 * soleus_touch_line_list_new_document:
 * @spec: what stands on the page
 *
 * Returns: (transfer full): the page; more than one where many are in a window
 */
SoleusDocument *
soleus_touch_line_list_new_document (const SoleusTouchLineSpec *spec)
{
  SoleusDocument *document;
  g_autofree char *when = NULL;
  g_autofree char *as_of = NULL;

  g_return_val_if_fail (spec != NULL && spec->language != NULL && spec->clinic_name != NULL, NULL);

  when = soleus_document_date_format_moment (spec->issued_at, spec->language);
  as_of = g_strdup_printf (_("As of %s. Afterwards look again."), when);
  document = soleus_document_new (_("No massage, no heat"), spec->language, spec->paper, spec->large_print, spec->issued_at);
  soleus_document_set_author (document, spec->clinic_name);
  soleus_document_set_header (document, spec->clinic_name, when);
  soleus_document_set_footer (document, spec->clinic_phone != NULL ? spec->clinic_phone : spec->clinic_name, _("Page {page} of {pages}"));
  soleus_document_add_block (document, soleus_block_new_heading (1, _("No massage, no heat")));
  add_paragraph (document, SOLEUS_TEXT_ROLE_STRONG, as_of);
  add_table (spec, document);
  add_paragraph (document, SOLEUS_TEXT_ROLE_BODY,
                 _("A roller, a stick and a massage gun are massage. Cold, compression, raising the leg and gentle stretching are allowed. "
                   "Caution: only with a recorded reason. Hard stop: a doctor first."));
  soleus_document_add_block (document, create_help (spec));

  return document;
}
