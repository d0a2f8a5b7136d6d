/* soleus-check-in-sheet.c: plain words and one number a box; the therapist types the sheet into the week from top to bottom */
#include "soleus-config.h"

#include "soleus-check-in-sheet.h"

#include "soleus-document-date.h"
#include "soleus-moment.h"
#include "soleus-typography.h"

#include <string.h>

#define N_DAYS 7

/* in the order of the week that is entered; "sheet.FIELD" is what the box asks for, "sheet.FIELD.hint" how to write it */
static const struct {
  const char *group; /* (nullable): key of the words that begin a group */
  const char *field;
} rows[] = {
  { "sheet.group.drink", "fluid-ml" },
  { NULL, "urine-colour" },
  { NULL, "mass-before-kg" },
  { NULL, "mass-after-kg" },
  { NULL, "caffeine-mg" },
  { NULL, "alcohol-units" },
  { "sheet.group.sleep", "sleep-hours" },
  { NULL, "sleep-quality" },
  { "sheet.group.calves", "soreness" },
  { NULL, "tightness" },
  { "sheet.group.training", "minutes" },
  { NULL, "rpe" },
  { NULL, "distance-km" },
  { NULL, "shoe" },
  { NULL, "surface" },
  { "sheet.group.day", "carbohydrate" },
  { NULL, "recovery" },
  { NULL, "temperature-c" },
  { NULL, "humidity-percent" },
  { NULL, "travel-hours" },
};

/* the eight steps of Armstrong 1994, as on the screen; the number counts, so the sheet works in black and white */
static const struct { double red, green, blue; } colours[] = {
  { .992, .976, .890 }, { .980, .941, .706 }, { .965, .886, .478 }, { .933, .812, .294 },
  { .875, .690, .184 }, { .812, .561, .114 }, { .643, .373, .078 }, { .420, .353, .090 },
};

/**
 * soleus_check_in_sheet_list_fields:
 *
 * Returns: (transfer none) (array zero-terminated=1): the fields that are asked for, from top to bottom
 */
const char *const *
soleus_check_in_sheet_list_fields (void)
{
  static const char *fields[G_N_ELEMENTS (rows) + 1];

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    fields[i] = rows[i].field;
  return fields;
}

static void
draw_colours (cairo_t *cr,
              double   width,
              double   height,
              gpointer user_data)
{
  const gsize n_colours = G_N_ELEMENTS (colours);
  double step = width / (double) n_colours;

  for (gsize i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      char number[] = { (char) ('1' + i), '\0' };
      cairo_text_extents_t extents;

      cairo_rectangle (cr, i * step + 2, 1, step - 4, height - 2);
      cairo_set_source_rgb (cr, colours[i].red, colours[i].green, colours[i].blue);
      cairo_fill_preserve (cr);
      cairo_set_source_rgb (cr, .3, .3, .3);
      cairo_set_line_width (cr, .7);
      cairo_stroke (cr);
      if (i >= 6)
        cairo_set_source_rgb (cr, 1, 1, 1);
      else
        cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_set_font_size (cr, 11);
      cairo_text_extents (cr, number, &extents);
      cairo_move_to (cr, i * step + step / 2 - extents.width / 2, height / 2 + extents.height / 2);
      cairo_show_text (cr, number);
    }
}

static const char *
get_text (const SoleusCheckInSheetSpec *spec,
          const char                   *key)
{
  return soleus_content_get_text (spec->content, key);
}

static void
add_form (const SoleusCheckInSheetSpec *spec,
          SoleusDocument               *document)
{
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (g_free);
  SoleusBlock *form;

  for (int day = 0; day < N_DAYS; day++)
    {
      /* 2024 began on a Monday: without a week, the names of the days alone */
      g_autofree char *date = soleus_date_add_days (spec->monday != NULL ? spec->monday : "2024-01-01", day);
      g_autofree char *name = soleus_document_date_format_day (soleus_date_get_start (date), soleus_content_get_language (spec->content));
      char *number = spec->monday == NULL ? strpbrk (name, "0123456789") : NULL;

      if (number != NULL && number > name)
        *number = '\0';
      g_ptr_array_add (days, g_steal_pointer (&name));
    }
  g_ptr_array_add (days, NULL);
  form = soleus_block_new_form ((const char *const *) days->pdata);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *label = g_strconcat ("sheet.", rows[i].field, NULL);
      g_autofree char *hint = g_strconcat (label, ".hint", NULL);

      if (rows[i].group != NULL)
        soleus_block_form_add_row (form, get_text (spec, rows[i].group), NULL);
      soleus_block_form_add_row (form, get_text (spec, label), get_text (spec, hint));
    }
  soleus_document_add_block (document, form);
}

static void
add_paragraph (SoleusDocument *document,
               SoleusTextRole  role,
               const char     *text,
               double          before,
               double          after)
{
  SoleusBlock *paragraph = soleus_block_new_paragraph (role, text);

  soleus_block_set_space (paragraph, before, after);
  soleus_document_add_block (document, paragraph);
}

static void
add_scales (const SoleusCheckInSheetSpec *spec,
            SoleusDocument               *document)
{
  SoleusBlock *chart = soleus_block_new_chart (get_text (spec, "sheet.colours.description"), 18, draw_colours, NULL, NULL);

  add_paragraph (document, SOLEUS_TEXT_ROLE_SMALL_STRONG, get_text (spec, "sheet.colours"), 6, 1);
  soleus_document_add_block (document, chart);
  add_paragraph (document, SOLEUS_TEXT_ROLE_SMALL, get_text (spec, "sheet.colours.warning"), 1, 1);
  add_paragraph (document, SOLEUS_TEXT_ROLE_SMALL_STRONG, get_text (spec, "sheet.effort"), 2, 0);
  add_paragraph (document, SOLEUS_TEXT_ROLE_SMALL, get_text (spec, "sheet.effort.scale"), 0, 0);
}

static void
add_name_and_week (const SoleusCheckInSheetSpec *spec,
                   SoleusDocument               *document)
{
  const char *language = soleus_content_get_language (spec->content);
  g_autofree char *week = spec->monday != NULL ? soleus_document_date_format_date (soleus_date_get_start (spec->monday), language) : g_strdup ("____________");
  g_autofree char *name = spec->athlete_name != NULL && spec->athlete_name[0] != '\0' ? soleus_typography_isolate (language, spec->athlete_name, FALSE) : g_strdup ("________________________");
  g_autofree char *text = soleus_content_format_text (spec->content, "sheet.name", "name", name, "week", week, NULL);

  add_paragraph (document, SOLEUS_TEXT_ROLE_STRONG, text, 0, 2);
}

/**
 * soleus_check_in_sheet_new_document:
 * @spec: what stands on the page
 *
 * Returns: (transfer full): the sheet; one page, more in large print
 */
SoleusDocument *
soleus_check_in_sheet_new_document (const SoleusCheckInSheetSpec *spec)
{
  g_autofree char *phone = NULL;
  SoleusDocument *document;
  const char *language;

  g_return_val_if_fail (spec != NULL && SOLEUS_IS_CONTENT (spec->content) && spec->clinic_name != NULL, NULL);

  language = soleus_content_get_language (spec->content);
  phone = spec->clinic_phone != NULL ? soleus_typography_isolate (language, spec->clinic_phone, TRUE) : NULL;
  document = soleus_document_new (get_text (spec, "sheet.title"), language, spec->paper, spec->large_print, spec->issued_at);
  soleus_document_set_author (document, spec->clinic_name);
  soleus_document_set_header (document, spec->clinic_name, "");
  soleus_document_set_footer (document, phone != NULL ? phone : spec->clinic_name, get_text (spec, "handout.page"));
  soleus_document_add_block (document, soleus_block_new_heading (1, get_text (spec, "sheet.title")));
  add_name_and_week (spec, document);
  add_paragraph (document, SOLEUS_TEXT_ROLE_SMALL, get_text (spec, "sheet.how"), 0, 3);
  add_form (spec, document);
  add_scales (spec, document);
  return document;
}
