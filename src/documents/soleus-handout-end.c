/* soleus-handout-end.c: how a sheet ends: the next visit, and where its advice comes from */
#include "soleus-handout-private.h"

#include "soleus-catalogue.h"

static SoleusBlock *
create_visit_column (const SoleusHandoutSpec *spec,
                     gboolean                 compact)
{
  SoleusBlock *column = soleus_block_new_stack (FALSE);
  g_autofree char *when = NULL, *line = NULL;

  if (spec->next_visit == SOLEUS_UNKNOWN_INSTANT)
    {
      soleus_block_add (column, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_STRONG, soleus_handout_get_text (spec, "handout.next-visit.none")));
      return column;
    }
  when = soleus_handout_format_next_visit (spec);
  line = soleus_content_format_text (spec->content, "handout.next-visit.when", "when", when, NULL);
  if (compact)
    soleus_block_add (column, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_STRONG, line));
  else
    {
      SoleusBlock *label = soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_CELL, soleus_handout_get_text (spec, "handout.next-visit"));

      soleus_block_set_space (label, 0, 0);
      soleus_block_add (column, label);
      soleus_block_add (column, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_H3, when));
    }
  return column;
}

/* a line instead of a frame */
void
soleus_handout_add_next_visit_line (const SoleusHandoutSpec *spec,
                                    SoleusDocument          *document)
{
  SoleusBlock *column = create_visit_column (spec, TRUE);

  soleus_block_set_space (column, 5, 2);
  soleus_document_add_block (document, column);
}

void
soleus_handout_add_next_visit (const SoleusHandoutSpec *spec,
                               SoleusDocument          *document,
                               gboolean                 compact)
{
  SoleusBlock *box = soleus_block_new_box (SOLEUS_BOX_STYLE_FRAME, NULL), *columns = soleus_block_new_columns (FALSE);
  SoleusBlock *note = soleus_block_new_stack (FALSE);

  soleus_handout_add_text (note, SOLEUS_TEXT_ROLE_STRONG, spec->next_visit_note);
  if (spec->n_windows == 0)
    soleus_handout_add_text (note, SOLEUS_TEXT_ROLE_CELL, soleus_handout_get_text (spec, "handout.window.check"));
  if (!compact)
    {
      g_autofree char *address = soleus_handout_dup_address (spec);

      soleus_handout_add_text (note, SOLEUS_TEXT_ROLE_CELL, address);
    }

  soleus_block_add (columns, create_visit_column (spec, compact));
  if (spec->next_visit == SOLEUS_UNKNOWN_INSTANT || (compact && spec->n_windows == 0))
    soleus_block_columns_set_first_share (columns, SOLEUS_COLUMNS_LEAST_HEIGHT);
  else
    soleus_block_columns_set_first_share (columns, compact ? 0.66 : 0.58);
  soleus_block_add (columns, note);
  soleus_block_add (box, columns);
  soleus_block_set_space (box, 5, 5);
  soleus_document_add_block (document, box);
}

static void
collect_sources (GPtrArray         *ids,
                 const char *const *sources)
{
  for (gsize i = 0; sources != NULL && sources[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (ids, sources[i], g_str_equal, NULL))
      g_ptr_array_add (ids, (gpointer) sources[i]);
}

static void
collect_section_sources (const SoleusHandoutSpec *spec,
                         const char              *id,
                         GPtrArray               *ids)
{
  SoleusContentSection *section = soleus_content_get_section (spec->content, id);
  GListModel *lines = section != NULL ? soleus_content_section_get_lines (section) : NULL;

  for (guint i = 0; lines != NULL && i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (SoleusContentLine) line = g_list_model_get_item (lines, i);

      collect_sources (ids, soleus_content_line_get_sources (line));
    }
}

/* Names that are words are in the content, in the reader’s language; a paper is called the same everywhere. */
static const char *
get_source_name (const SoleusHandoutSpec *spec,
                 const char              *id)
{
  g_autofree char *key = g_strconcat ("source.", id, NULL);
  const char *name = soleus_content_get_text (spec->content, key);

  return name != NULL ? name : soleus_catalogue_get_label (soleus_catalogue_get_sources (), id);
}

void
soleus_handout_add_sources (const SoleusHandoutSpec *spec,
                            SoleusDocument          *document,
                            gboolean                 compact)
{
  static const char *const sections[] = { "handout-window", "handout-cramp" };
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (soleus_handout_get_direction_mark (spec)), names = g_string_new (NULL);
  g_autofree char *address = soleus_handout_dup_address (spec), *list = NULL;
  SoleusBlock *paragraph;

  if (compact && address != NULL)
    g_string_append_printf (text, "%s, %s. ", spec->clinic_name, address);
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    collect_section_sources (spec, sections[i], ids);
  for (gsize i = 0; i < spec->n_exercises; i++)
    collect_sources (ids, soleus_content_exercise_get_sources (spec->exercises[i].exercise));
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : "; ", get_source_name (spec, g_ptr_array_index (ids, i)));
  list = soleus_content_format_text (spec->content, "handout.sources.list", "list", names->str, NULL);
  g_string_append_printf (text, "%s. %s %s", list, soleus_handout_get_text (spec, "handout.sources.limit"), soleus_handout_get_text (spec, "handout.information"));
  paragraph = soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_SMALL, text->str);
  soleus_block_set_space (paragraph, 3, 0);
  soleus_document_add_block (document, paragraph);
}
