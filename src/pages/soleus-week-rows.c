#include "soleus-config.h"

#include "soleus-week-rows.h"

#include <glib/gi18n-lib.h>

#include "soleus-check-in.h"
#include "soleus-day-records.h"
#include "soleus-number-entry.h"
#include "soleus-training-load.h"

/* in the order of the check-in page and of the blank sheet; a new field is a new row here */
static const SoleusWeekRow rows[] = {
  { N_("Fluids"), FALSE, "fluid-ml", N_("Drunk"), N_("ml"), FALSE },
  { NULL, FALSE, "urine-colour", N_("Urine colour"), "1–8", FALSE },
  { NULL, FALSE, "mass-before-kg", N_("Mass before"), N_("kg"), TRUE },
  { NULL, FALSE, "mass-after-kg", N_("Mass after"), N_("kg"), FALSE },
  { NULL, FALSE, "caffeine-mg", N_("Caffeine"), N_("mg"), FALSE },
  { NULL, FALSE, "alcohol-units", N_("Alcohol"), N_("units"), FALSE },
  { N_("Sleep"), FALSE, "sleep-hours", N_("Slept"), N_("h"), FALSE },
  { NULL, FALSE, "sleep-quality", N_("How well"), "1–5", FALSE },
  { N_("The calves"), FALSE, "soreness", N_("Soreness"), "0–10", FALSE },
  { NULL, FALSE, "tightness", N_("Tightness"), "0–10", FALSE },
  { N_("Training"), TRUE, "minutes", N_("Session"), N_("min"), FALSE },
  { NULL, TRUE, "rpe", N_("How hard"), "0–10", FALSE },
  { NULL, TRUE, "distance-km", N_("Distance"), N_("km"), FALSE },
  { NULL, TRUE, "shoe", N_("Shoes"), "", TRUE },
  { NULL, TRUE, "surface", N_("Surface"), "", TRUE },
  { N_("Food, recovery, surroundings"), FALSE, "carbohydrate", N_("Carbohydrate"), "1–5", FALSE },
  { NULL, FALSE, "recovery", N_("Recovered"), "1–5", FALSE },
  { NULL, FALSE, "temperature-c", N_("Air temperature"), N_("°C"), FALSE },
  { NULL, FALSE, "humidity-percent", N_("Humidity"), N_("%"), FALSE },
  { NULL, FALSE, "travel-hours", N_("Travel"), N_("h"), FALSE },
};

/**
 * soleus_week_rows_get:
 *
 * Returns: (transfer none) (array length=n_rows): the rows of the grid, from top to bottom
 */
const SoleusWeekRow *
soleus_week_rows_get (gsize *n_rows)
{
  g_return_val_if_fail (n_rows != NULL, NULL);

  *n_rows = G_N_ELEMENTS (rows);
  return rows;
}

/**
 * soleus_week_rows_find:
 * @field: of a row
 *
 * Returns: which row it is
 */
gsize
soleus_week_rows_find (const char *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].field, field))
      return i;
  g_return_val_if_reached (0);
}

/* Returns: (transfer full): what is shown for one value; "" for unknown */
static char *
dup_value (SoleusRecord *record,
           const char   *field,
           GPtrArray    *shoes)
{
  const SoleusField *description = soleus_record_find_field (record, field);

  if (!soleus_record_is_known (record, field))
    return g_strdup ("");
  if (description->type == SOLEUS_FIELD_CHOICE)
    return g_strdup (soleus_catalogue_get_label (description->catalogue (), soleus_record_get_text (record, field)));
  if (description->type != SOLEUS_FIELD_ID)
    return soleus_record_dup_as_text (record, field);
  for (guint i = 0; i < shoes->len; i++)
    if (g_strcmp0 (soleus_record_get_id (shoes->pdata[i]), soleus_record_get_text (record, field)) == 0)
      return g_strdup (soleus_record_get_text (shoes->pdata[i], "name"));
  return g_strdup ("");
}

/**
 * soleus_week_row_dup_text:
 *
 * Returns: (transfer full): what the cell of @row shows for @day; "" where nothing is known
 */
char *
soleus_week_row_dup_text (const SoleusWeekRow *row,
                          const SoleusWeekDay *day)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean known = FALSE;

  if (!row->session)
    return dup_value (day->check_in, row->field, day->shoes);
  for (guint i = 0; i < day->sessions->len; i++)
    {
      g_autofree char *value = dup_value (day->sessions->pdata[i], row->field, day->shoes);

      known = known || value[0] != '\0';
      g_string_append_printf (text, "%s%s", i > 0 ? " + " : "", value[0] != '\0' ? value : "–");
    }
  return g_strdup (known ? text->str : "");
}

static gboolean
begins_like (const char *name,
             const char *typed)
{
  g_autofree char *folded_name = g_utf8_casefold (name, -1);
  g_autofree char *folded_typed = g_utf8_casefold (typed, -1);

  return g_str_has_prefix (folded_name, folded_typed);
}

/* A shoe by the beginning of its name, a surface by that of its label or id. Returns: (transfer none) (nullable): its id */
static const char *
find_choice (const SoleusField *field,
             GPtrArray         *shoes,
             const char        *typed)
{
  const SoleusCatalogue *catalogue = field->type == SOLEUS_FIELD_CHOICE ? field->catalogue () : NULL;

  for (gsize i = 0; catalogue != NULL && i < catalogue->n_rows; i++)
    if (begins_like (soleus_catalogue_row_get_label (&catalogue->rows[i]), typed) || begins_like (catalogue->rows[i].id, typed))
      return catalogue->rows[i].id;
  for (guint i = 0; catalogue == NULL && i < shoes->len; i++)
    if (begins_like (soleus_record_get_text (shoes->pdata[i], "name"), typed))
      return soleus_record_get_id (shoes->pdata[i]);
  return NULL;
}

static gboolean
read_value (SoleusRecord *record,
            const char   *field,
            GPtrArray    *shoes,
            const char   *text)
{
  const SoleusField *description = soleus_record_find_field (record, field);
  double value;

  if (description->type == SOLEUS_FIELD_CHOICE || description->type == SOLEUS_FIELD_ID)
    {
      gboolean unknown = text[0] == '\0' || g_str_equal (text, "–") || g_str_equal (text, "-");
      const char *id = unknown ? NULL : find_choice (description, shoes, text);

      if (!unknown && id == NULL)
        return FALSE;
      soleus_record_set_text (record, field, id);
      return TRUE;
    }
  if (!soleus_number_read (text, &value))
    return FALSE;
  if (soleus_real_is_known (value) && (value < description->minimum || value > description->maximum))
    return FALSE;
  if (description->type == SOLEUS_FIELD_INT && soleus_real_is_known (value) && value != floor (value))
    return FALSE;
  if (description->type == SOLEUS_FIELD_INT)
    soleus_record_set_int (record, field, soleus_real_is_known (value) ? (gint64) value : SOLEUS_UNKNOWN_INT);
  else
    soleus_record_set_real (record, field, value);
  if (g_str_equal (field, "urine-colour"))
    soleus_check_in_note_chart (record);
  return TRUE;
}

/**
 * soleus_week_row_read:
 * @text: what stands in the cell
 * @day: what it is put into; further sessions are added to it as the text has them
 *
 * Returns: %FALSE where it cannot be read
 */
gboolean
soleus_week_row_read (const SoleusWeekRow *row,
                      const char          *text,
                      SoleusWeekDay       *day)
{
  g_auto (GStrv) parts = NULL;
  guint n_parts;

  if (!row->session)
    return read_value (day->check_in, row->field, day->shoes, text);
  parts = g_strsplit (text, "+", -1);
  n_parts = g_strv_length (parts);
  while (day->sessions->len < n_parts)
    g_ptr_array_add (day->sessions, soleus_day_new_record (&soleus_session_kind, day->athlete_id, day->date));
  for (guint i = 0; i < day->sessions->len; i++)
    if (!read_value (day->sessions->pdata[i], row->field, day->shoes, i < n_parts ? g_strstrip (parts[i]) : ""))
      return FALSE;
  return TRUE;
}

/**
 * soleus_week_row_dup_pasted:
 * @text: a cell of a spreadsheet
 *
 * Where whole millilitres, milligrams and minutes are meant, “2.400” and “2,400” are two thousand four hundred, and a quotation
 * that a spreadsheet puts around a cell is taken off.
 *
 * Returns: (transfer full): what goes into the cell
 */
char *
soleus_week_row_dup_pasted (const SoleusWeekRow *row,
                            const char          *text)
{
  static const char *const whole[] = { "fluid-ml", "caffeine-mg", "minutes", NULL };
  g_autofree char *cell = g_strstrip (g_strdup (text));
  gsize length = strlen (cell);

  if (length >= 2 && cell[0] == '"' && cell[length - 1] == '"')
    {
      cell[length - 1] = '\0';
      memmove (cell, cell + 1, length - 1);
    }
  if (g_strv_contains (whole, row->field) && g_regex_match_simple ("^[0-9]{1,2}[.,\u2019' \u00a0\u202f][0-9]{3}$", cell, 0, 0))
    {
      g_autoptr (GRegex) separator = g_regex_new ("[^0-9]", 0, 0, NULL);

      return g_regex_replace_literal (separator, cell, -1, 0, "", 0, NULL);
    }
  return g_steal_pointer (&cell);
}

/**
 * soleus_week_rows_split_block:
 * @block: what a spreadsheet put on the clipboard: lines, and in them cells between tabs
 *
 * Returns: (transfer full) (element-type GStrv): the cells of each line; the end of the last line begins no other one
 */
GPtrArray *
soleus_week_rows_split_block (const char *block)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_auto (GStrv) lines = g_strsplit (block, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' || lines[i + 1] != NULL)
      g_ptr_array_add (cells, g_strsplit (g_strdelimit (lines[i], "\r", ' '), "\t", -1));
  return cells;
}

/**
 * soleus_week_sum_loads:
 * @minutes: a cell
 * @rpe: the cell below
 *
 * Returns: the load of the sessions of which both are known; unknown if there is none
 */
double
soleus_week_sum_loads (const char *minutes,
                       const char *rpe)
{
  g_auto (GStrv) lengths = g_strsplit (minutes, "+", -1);
  g_auto (GStrv) efforts = g_strsplit (rpe, "+", -1);
  double sum = SOLEUS_UNKNOWN_REAL;

  for (guint i = 0; lengths[i] != NULL && efforts[i] != NULL; i++)
    {
      double length, effort, load;

      if (!soleus_number_read (lengths[i], &length) || !soleus_number_read (efforts[i], &effort))
        continue;
      load = soleus_training_load_session (length, effort);
      if (soleus_real_is_known (load))
        sum = soleus_real_is_known (sum) ? sum + load : load;
    }
  return sum;
}
