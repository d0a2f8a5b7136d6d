/* soleus-check-in-sheet.c: plain words and one number a box; the therapist types the sheet into the week from top to bottom */
#include "soleus-config.h"

#include "soleus-check-in-sheet.h"

#include "soleus-document-date.h"
#include "soleus-moment.h"

#include <glib/gi18n-lib.h>

#define N_DAYS 7

/* in the order of the week that is entered */
static const struct {
  const char *group; /* (nullable) N_(): begins a group */
  const char *field;
  const char *label; /* N_() */
  const char *hint;  /* N_() */
} rows[] = {
  { N_("What you drank"), "fluid-ml", N_("Everything you drank"), N_("ml") },
  { NULL, "urine-colour", N_("Colour of morning urine"), N_("1 to 8, see below") },
  { NULL, "mass-before-kg", N_("Weight before training"), N_("kg") },
  { NULL, "mass-after-kg", N_("Weight after training"), N_("kg") },
  { NULL, "caffeine-mg", N_("Caffeine"), N_("mg, or cups") },
  { NULL, "alcohol-units", N_("Alcohol"), N_("drinks") },
  { N_("How you slept"), "sleep-hours", N_("Hours of sleep"), N_("h") },
  { NULL, "sleep-quality", N_("How well"), N_("1 badly, 5 very well") },
  { N_("Your calves"), "soreness", N_("Sore"), N_("0 not, 10 worst") },
  { NULL, "tightness", N_("Tight"), N_("0 loose, 10 very tight") },
  { N_("Training: for two sessions write 60 + 30"), "minutes", N_("How long"), N_("minutes") },
  { NULL, "rpe", N_("How hard"), N_("0 to 10, see below") },
  { NULL, "distance-km", N_("How far"), N_("km") },
  { NULL, "shoe", N_("Which shoes"), N_("name") },
  { NULL, "surface", N_("On what ground"), N_("road, grass, track …") },
  { N_("Food, rest, weather"), "carbohydrate", N_("Bread, rice, pasta, potatoes"), N_("1 little, 5 plenty") },
  { NULL, "recovery", N_("Rested"), N_("1 not at all, 5 fully") },
  { NULL, "temperature-c", N_("How warm it was"), N_("°C") },
  { NULL, "humidity-percent", N_("Humidity"), N_("%") },
  { NULL, "travel-hours", N_("Travel"), N_("hours") },
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
      g_autofree char *name = soleus_document_date_format_day (soleus_date_get_start (date), spec->language);
      char *number = spec->monday == NULL ? strpbrk (name, "0123456789") : NULL;

      if (number != NULL && number > name)
        *number = '\0';
      g_ptr_array_add (days, g_steal_pointer (&name));
    }
  g_ptr_array_add (days, NULL);
  form = soleus_block_new_form ((const char *const *) days->pdata);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (rows[i].group != NULL)
        soleus_block_form_add_row (form, _(rows[i].group), NULL);
      soleus_block_form_add_row (form, _(rows[i].label), _(rows[i].hint));
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
add_scales (SoleusDocument *document)
{
  SoleusBlock *chart = soleus_block_new_chart (_("Colour of urine, 1 pale to 8 brown"), 18, draw_colours, NULL, NULL);

  add_paragraph (document, SOLEUS_TEXT_ROLE_SMALL_STRONG, _("Colour of urine"), 6, 1);
  soleus_document_add_block (document, chart);
  add_paragraph (document, SOLEUS_TEXT_ROLE_SMALL, _("Brown like cola: see a doctor the same day."), 1, 1);
  add_paragraph (document, SOLEUS_TEXT_ROLE_SMALL_STRONG, _("How hard"), 2, 0);
  add_paragraph (document, SOLEUS_TEXT_ROLE_SMALL,
                 _("0 rest · 1 very, very easy · 2 easy · 3 moderate · 4 somewhat hard · 5 hard · 7 very hard · 10 as hard as you can"), 0, 0);
}

static void
add_sheet (const SoleusCheckInSheetSpec *spec,
           const char                   *athlete,
           SoleusDocument               *document)
{
  g_autofree char *when = spec->monday != NULL ? soleus_document_date_format_date (soleus_date_get_start (spec->monday), spec->language) : g_strdup ("____________");
  g_autofree char *name = g_strdup_printf (_("Name: %s · Week from: %s"), athlete != NULL ? athlete : "________________________", when);

  soleus_document_add_block (document, soleus_block_new_heading (1, _("Your week")));
  add_paragraph (document, SOLEUS_TEXT_ROLE_STRONG, name, 0, 2);
  add_paragraph (document, SOLEUS_TEXT_ROLE_SMALL, _("Write one number in each box. Leave it empty if you do not know. 0 means none."), 0, 3);
  add_form (spec, document);
  add_scales (document);
}

/**
 * soleus_check_in_sheet_new_document:
 * @spec: what stands on the pages
 *
 * Returns: (transfer full): the sheets; one page each, more in large print
 */
SoleusDocument *
soleus_check_in_sheet_new_document (const SoleusCheckInSheetSpec *spec)
{
  /* each goes home with somebody else: a number among all of them would make one look for the others */
  gboolean several = spec != NULL && spec->athletes != NULL && spec->athletes[0] != NULL && spec->athletes[1] != NULL;
  SoleusDocument *document;

  g_return_val_if_fail (spec != NULL && spec->language != NULL && spec->clinic_name != NULL, NULL);

  document = soleus_document_new (_("Your week"), spec->language, spec->paper, spec->large_print, spec->issued_at);
  soleus_document_set_author (document, spec->clinic_name);
  soleus_document_set_header (document, spec->clinic_name, "");
  soleus_document_set_footer (document, spec->clinic_phone != NULL ? spec->clinic_phone : spec->clinic_name, several ? "" : _("Page {page} of {pages}"));
  if (spec->athletes == NULL)
    add_sheet (spec, NULL, document);
  for (gsize i = 0; spec->athletes != NULL && spec->athletes[i] != NULL; i++)
    {
      if (i > 0)
        soleus_document_add_block (document, soleus_block_new_page_break ());
      add_sheet (spec, spec->athletes[i], document);
    }
  return document;
}
