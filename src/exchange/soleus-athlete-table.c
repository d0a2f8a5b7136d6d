#include "soleus-config.h"

#include "soleus-athlete-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "soleus-csv.h"
#include "soleus-error.h"
#include "soleus-records.h"
#include "soleus-training-table.h"

#define LARGEST_TABLE ((gsize) 64 << 20)

struct _SoleusAthleteTable {
  GPtrArray       *rows;    /* (owned) (element-type SoleusCsvRow) the first one names the columns */
  char           **columns; /* (owned) as they are written */
  const char     **targets; /* (owned) one a column, interned; NULL: left out */
  SoleusDateOrder  order;
};

/* What the columns of other programs and of lists that clubs keep are called, in lower case. */
static const struct {
  const char *target;
  const char *names;
} usual[] = {
  { "name", "|name|full name|athlete|athlete name|athlet|athletin|sportler|sportlerin|spieler|spielerin|vor- und nachname|name, vorname|nombre completo|nom complet|" },
  { "given-name", "|first name|firstname|given name|forename|vorname|rufname|prénom|prenom|nombre|" },
  { "family-name", "|last name|lastname|surname|family name|nachname|familienname|zuname|nom|apellido|apellidos|" },
  { "identifier", "|identifier|member|member no|member number|nummer|nr|nr.|mitgliedsnummer|mitglieds-nr.|kennung|passnummer|" },
  { "born", "|born|date of birth|birth date|birthdate|birthday|dob|geboren|geboren am|geburtsdatum|geburtstag|geb.|geb|geb.-datum|geb.datum|date de naissance|fecha de nacimiento|" },
  { "sex", "|sex|gender|geschlecht|m/w|m/w/d|sexe|sexo|" },
  { "sport", "|sport|sportart|disziplin|discipline|deporte|" },
  { "team", "|team|club|verein|mannschaft|équipe|equipe|equipo|" },
  { "language", "|language|sprache|langue|idioma|" },
  { "mass-kg", "|mass|mass kg|mass-kg|body mass|weight|weight (kg)|weight kg|gewicht|gewicht (kg)|gewicht kg|gewicht in kg|körpergewicht|koerpergewicht|poids|peso|" },
  { "height-cm", "|height|height cm|height-cm|height (cm)|größe|groesse|größe (cm)|größe cm|größe in cm|größe (m)|körpergröße|koerpergroesse|taille|estatura|" },
  { "phone", "|phone|telephone|mobile|telefon|tel|tel.|telefonnummer|handy|mobil|mobilnummer|téléphone|teléfono|" },
  { "email", "|email|e-mail|mail|e-mail-adresse|mailadresse|correo|" },
  { "guardian", "|guardian|parent|parents|eltern|erziehungsberechtigte|erziehungsberechtigter|erziehungsberechtigte/r|sorgeberechtigte|" },
  { "consent-on", "|consent|consent on|einwilligung|einwilligung am|" },
  { "note", "|note|notes|remark|remarks|notiz|notizen|bemerkung|bemerkungen|anmerkung|anmerkungen|nota|notas|" },
};

/* answers of lists that clubs keep */
static const struct {
  const char *field;
  const char *nick;
  const char *words;
} words[] = {
  { "sex", "female", "|female|f|w|weiblich|frau|mädchen|femme|mujer|" },
  { "sex", "male", "|male|m|männlich|maennlich|mann|junge|homme|hombre|" },
  { "sex", "other", "|other|d|x|divers|autre|otro|" },
};

static gboolean
has_word (const char *list,
          const char *word)
{
  g_autofree char *wanted = g_strconcat ("|", word, "|", NULL);

  return strchr (word, '|') == NULL && strstr (list, wanted) != NULL;
}

static char *
dup_normal (const char *text)
{
  g_autofree char *plain = soleus_cell_dup_plain (text);
  g_autofree char *lower = g_utf8_strdown (plain, -1);
  g_autofree char *normal = g_utf8_normalize (lower, -1, G_NORMALIZE_NFC);

  return g_strdup (normal != NULL ? normal : lower);
}

static gboolean
is_target (const char *id)
{
  if (g_str_equal (id, "given-name") || g_str_equal (id, "family-name"))
    return TRUE;
  for (gsize i = 0; i < soleus_athlete_kind.n_fields; i++)
    if (g_str_equal (soleus_athlete_kind.fields[i].name, id))
      return TRUE;
  return FALSE;
}

static gboolean
is_taken (SoleusAthleteTable *self,
          const char         *target)
{
  for (guint i = 0; self->columns[i] != NULL; i++)
    if (g_strcmp0 (self->targets[i], target) == 0)
      return TRUE;
  return FALSE;
}

static const char *
guess_target (const char *column)
{
  g_autofree char *name = dup_normal (column);

  for (gsize i = 0; i < G_N_ELEMENTS (usual); i++)
    if (has_word (usual[i].names, name))
      return usual[i].target;
  return is_target (name) ? g_intern_string (name) : NULL;
}

static void
guess_targets (SoleusAthleteTable *self)
{
  gboolean parted;

  for (guint i = 0; self->columns[i] != NULL; i++)
    {
      const char *target = guess_target (self->columns[i]);

      if (target != NULL && !is_taken (self, target))
        self->targets[i] = target;
    }
  /* “Name” beside “Vorname” is the family name */
  parted = is_taken (self, "given-name") && !is_taken (self, "family-name");
  for (guint i = 0; parted && self->columns[i] != NULL; i++)
    if (g_strcmp0 (self->targets[i], "name") == 0)
      self->targets[i] = "family-name";
}

void
soleus_athlete_table_free (SoleusAthleteTable *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_strfreev (self->columns);
  g_free (self->targets);
  g_free (self);
}

/**
 * soleus_athlete_table_read:
 * @path: a CSV file in UTF-8, UTF-16 or Windows-1252, with comma, semicolon or tab
 *
 * Returns: (transfer full): the table with its columns assigned as far as their names tell, or %NULL with a sentence in @error
 */
SoleusAthleteTable *
soleus_athlete_table_read (const char  *path,
                           GError     **error)
{
  g_autoptr (SoleusAthleteTable) self = g_new0 (SoleusAthleteTable, 1);
  gsize length;
  char delimiter;
  g_autofree char *bytes = soleus_format_load_text (path, LARGEST_TABLE, &length, error);
  g_autofree char *text = bytes != NULL ? soleus_training_table_decode (bytes, length, error) : NULL;
  g_autofree char *name = g_filename_display_basename (path);

  if (text == NULL)
    return NULL;
  self->rows = soleus_csv_parse (text, strlen (text), &delimiter, error);
  if (self->rows == NULL)
    return NULL;
  if (self->rows->len < 2)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("“%s” has no athletes: the first line names the columns, each line below is one person."), name);
      return NULL;
    }
  self->columns = g_strdupv (((SoleusCsvRow *) self->rows->pdata[0])->fields);
  self->targets = g_new0 (const char *, g_strv_length (self->columns) + 1);
  self->order = SOLEUS_DATE_ORDER_AS_FILE;
  guess_targets (self);
  return g_steal_pointer (&self);
}

guint
soleus_athlete_table_get_n_columns (SoleusAthleteTable *self)
{
  return g_strv_length (self->columns);
}

/**
 * soleus_athlete_table_get_n_rows:
 *
 * Returns: how many lines there are below the first
 */
guint
soleus_athlete_table_get_n_rows (SoleusAthleteTable *self)
{
  return self->rows->len - 1;
}

const char *
soleus_athlete_table_get_column (SoleusAthleteTable *self,
                                 guint               column)
{
  return self->columns[column];
}

/**
 * soleus_athlete_table_get_example:
 *
 * Returns: (transfer none) (nullable): the first cell of the column that is not empty
 */
const char *
soleus_athlete_table_get_example (SoleusAthleteTable *self,
                                  guint               column)
{
  for (guint i = 1; i < self->rows->len; i++)
    {
      SoleusCsvRow *row = self->rows->pdata[i];

      if (column < g_strv_length (row->fields) && row->fields[column][0] != '\0')
        return row->fields[column];
    }
  return NULL;
}

/**
 * soleus_athlete_table_get_target:
 *
 * Returns: (transfer none) (nullable): where the column goes, %NULL: it is left out
 */
const char *
soleus_athlete_table_get_target (SoleusAthleteTable *self,
                                 guint               column)
{
  return self->targets[column];
}

/**
 * soleus_athlete_table_set_target:
 * @target: (nullable): one of soleus_athlete_table_list_targets(); a column that had it before is left out
 */
void
soleus_athlete_table_set_target (SoleusAthleteTable *self,
                                 guint               column,
                                 const char         *target)
{
  for (guint i = 0; target != NULL && self->columns[i] != NULL; i++)
    if (g_strcmp0 (self->targets[i], target) == 0)
      self->targets[i] = NULL;
  self->targets[column] = g_intern_string (target);
}

/**
 * soleus_athlete_table_map:
 * @assignment: "Spalte=name"; "Spalte=" leaves the column out
 *
 * Returns: %FALSE with a sentence in @error where there is no such column or field
 */
gboolean
soleus_athlete_table_map (SoleusAthleteTable  *self,
                          const char          *assignment,
                          GError             **error)
{
  const char *equals = strrchr (assignment, '=');
  g_autofree char *column = equals != NULL ? g_strndup (assignment, equals - assignment) : NULL;
  g_autofree char *wanted = column != NULL ? dup_normal (column) : NULL;
  g_autofree char *columns = g_strjoinv (", ", self->columns);

  if (wanted == NULL || (equals[1] != '\0' && !is_target (equals + 1)))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                   _("--map “%s”: write it as COLUMN=FIELD. Fields are name, given-name, family-name, born, sex, team and the others of “athlete add --help”."), assignment);
      return FALSE;
    }
  for (guint i = 0; self->columns[i] != NULL; i++)
    {
      g_autofree char *name = dup_normal (self->columns[i]);

      if (!g_str_equal (name, wanted))
        continue;
      soleus_athlete_table_set_target (self, i, equals[1] != '\0' ? equals + 1 : NULL);
      return TRUE;
    }
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--map: there is no column “%s”. The columns are: %s."), column, columns);
  return FALSE;
}

void
soleus_athlete_table_set_order (SoleusAthleteTable *self,
                                SoleusDateOrder     order)
{
  self->order = order;
}

static gboolean
has_own_name (const char *column,
              const char *target)
{
  g_autofree char *name = g_ascii_strdown (column, -1);

  return g_str_equal (g_strdelimit (g_strstrip (name), "_ ", '-'), target);
}

/**
 * soleus_athlete_table_is_foreign:
 *
 * Returns: whether it is a table of people with columns that are called otherwise than the fields of an athlete: “Geburtsdatum”
 */
gboolean
soleus_athlete_table_is_foreign (SoleusAthleteTable *self)
{
  gboolean foreign = FALSE;

  for (guint i = 0; self->columns[i] != NULL; i++)
    {
      if (has_own_name (self->columns[i], "athlete") || has_own_name (self->columns[i], "id"))
        return FALSE;
      foreign = foreign || (self->targets[i] != NULL && !has_own_name (self->columns[i], self->targets[i]));
    }
  return foreign && (is_taken (self, "name") || is_taken (self, "given-name") || is_taken (self, "family-name"));
}

/**
 * soleus_athlete_table_list_targets:
 *
 * Returns: (transfer full) (element-type SoleusAthleteTarget): where a column may go
 */
GArray *
soleus_athlete_table_list_targets (void)
{
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (SoleusAthleteTarget));
  const SoleusAthleteTarget given = { "given-name", _("Given name") };
  const SoleusAthleteTarget family = { "family-name", _("Family name") };

  for (gsize i = 0; i < soleus_athlete_kind.n_fields; i++)
    {
      const SoleusField *field = &soleus_athlete_kind.fields[i];
      const SoleusAthleteTarget target = { field->name, soleus_field_get_label (field) };

      if (field->type == SOLEUS_FIELD_BOOL)
        continue;
      g_array_append_val (targets, target);
      if (i == 0)
        {
          g_array_append_val (targets, given);
          g_array_append_val (targets, family);
        }
    }
  return targets;
}

/* --- cells --- */

static gboolean
refuse_cell (const SoleusField  *field,
             const char         *text,
             const char         *why,
             GError            **error)
{
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s: “%s” %s"), soleus_field_get_label (field), text, why);
  return FALSE;
}

/* The whole column decides what 3/4/2001 begins with, and what the comma is. */
static SoleusCellStyle
find_style (SoleusAthleteTable *self,
            guint               column)
{
  SoleusCellStyle style = { '.', self->order, TRUE };
  int decimal = 0;
  int order = 0;

  for (guint i = 1; i < self->rows->len; i++)
    {
      SoleusCsvRow *row = self->rows->pdata[i];

      if (column >= g_strv_length (row->fields))
        continue;
      decimal += soleus_cell_vote_decimal (row->fields[column]);
      order += soleus_cell_vote_date_order (row->fields[column]);
    }
  if (decimal > 0)
    style.decimal = ',';
  if (self->order == SOLEUS_DATE_ORDER_AS_FILE && order != 0)
    style.order = order > 0 ? SOLEUS_DATE_ORDER_DAY_FIRST : SOLEUS_DATE_ORDER_MONTH_FIRST;
  return style;
}

static gboolean
read_date (SoleusRecord           *athlete,
           const SoleusField      *field,
           const char             *text,
           const SoleusCellStyle  *style,
           GError                **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  SoleusCellTime time = { SOLEUS_UNKNOWN_INSTANT };

  switch (soleus_cell_parse_time (text, style, zone, &time))
    {
    case SOLEUS_CELL_TIME_OK:
      /* seconds since 1970 name no day of birth */
      if (time.date[0] == '\0')
        return refuse_cell (field, text, _("is no date. Write it like 28.3.2001 or 2001-03-28."), error);
      soleus_record_set_text (athlete, field->name, time.date);
      return TRUE;
    case SOLEUS_CELL_TIME_AMBIGUOUS:
      return refuse_cell (field, text, _("may begin with the day or with the month. Say which."), error);
    case SOLEUS_CELL_TIME_NONE:
    case SOLEUS_CELL_TIME_GAP:
    default:
      return refuse_cell (field, text, _("is no date. Write it like 28.3.2001 or 2001-03-28."), error);
    }
}

static gboolean
read_number (SoleusRecord           *athlete,
             const SoleusField      *field,
             const char             *text,
             const SoleusCellStyle  *style,
             GError                **error)
{
  const char *rest = NULL;
  double value = soleus_cell_parse_number (text, style->decimal, &rest);

  if (!soleus_real_is_known (value) || (rest != NULL && *rest != '\0' && !g_str_equal (rest, "kg") && !g_str_equal (rest, "cm") && !g_str_equal (rest, "m")))
    return refuse_cell (field, text, _("is no number that can be read."), error);
  /* a height of 1,80 is in metres: no person is two centimetres tall */
  if (g_str_equal (field->name, "height-cm") && value < 3)
    value = round (value * 1000) / 10;
  soleus_record_set_real (athlete, field->name, value);
  return TRUE;
}

static gboolean
read_choice (SoleusRecord       *athlete,
             const SoleusField  *field,
             const char         *text,
             GError            **error)
{
  g_autofree char *normal = dup_normal (text);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].field, field->name) && has_word (words[i].words, normal))
      return soleus_record_set_from_text (athlete, field->name, words[i].nick, error);
  if (field->enum_type () == SOLEUS_TYPE_ANSWER && has_word ("|ja|j|y|x|oui|sí|", normal))
    return soleus_record_set_from_text (athlete, field->name, "yes", error);
  if (field->enum_type () == SOLEUS_TYPE_ANSWER && has_word ("|nein|n|non|", normal))
    return soleus_record_set_from_text (athlete, field->name, "no", error);
  return soleus_record_set_from_text (athlete, field->name, normal, error);
}

static gboolean
read_cell (SoleusRecord           *athlete,
           const SoleusField      *field,
           const char             *text,
           const SoleusCellStyle  *style,
           GError                **error)
{
  switch (field->type)
    {
    case SOLEUS_FIELD_DATE:
      return read_date (athlete, field, text, style, error);
    case SOLEUS_FIELD_REAL:
      return read_number (athlete, field, text, style, error);
    case SOLEUS_FIELD_ENUM:
      return read_choice (athlete, field, text, error);
    case SOLEUS_FIELD_TEXT:
    case SOLEUS_FIELD_INT:
    case SOLEUS_FIELD_BOOL:
    case SOLEUS_FIELD_CHOICE:
    case SOLEUS_FIELD_ANSWERS:
    case SOLEUS_FIELD_MOMENT:
    case SOLEUS_FIELD_ID:
    case SOLEUS_FIELD_IDS:
    default:
      return soleus_record_set_from_text (athlete, field->name, text, error);
    }
}

static char *
dup_cell (SoleusCsvRow *row,
          guint         column)
{
  g_autofree char *unguarded = column < g_strv_length (row->fields) ? soleus_csv_unguard (row->fields[column]) : NULL;
  g_autofree char *plain = unguarded != NULL ? soleus_cell_dup_plain (unguarded) : NULL;

  return plain != NULL && !soleus_cell_is_missing (plain) ? g_steal_pointer (&plain) : NULL;
}

static SoleusRecord *
read_athlete (SoleusAthleteTable     *self,
              SoleusCsvRow           *row,
              const SoleusCellStyle  *styles,
              GError                **error)
{
  g_autoptr (SoleusRecord) athlete = soleus_record_new (&soleus_athlete_kind);
  g_autofree char *given = NULL;
  g_autofree char *family = NULL;

  if (g_strv_length (row->fields) > g_strv_length (self->columns))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The line has more fields than the first line has columns."));
      return NULL;
    }
  for (guint i = 0; self->columns[i] != NULL; i++)
    {
      g_autofree char *text = self->targets[i] != NULL ? dup_cell (row, i) : NULL;

      if (text == NULL)
        continue;
      if (g_str_equal (self->targets[i], "given-name"))
        given = g_steal_pointer (&text);
      else if (g_str_equal (self->targets[i], "family-name"))
        family = g_steal_pointer (&text);
      else if (!read_cell (athlete, soleus_record_find_field (athlete, self->targets[i]), text, &styles[i], error))
        return NULL;
    }
  if (!soleus_record_is_known (athlete, "name") && (given != NULL || family != NULL))
    {
      g_autofree char *name = g_strconcat (given != NULL ? given : "", given != NULL && family != NULL ? " " : "", family != NULL ? family : "", NULL);

      soleus_record_set_text (athlete, "name", name);
    }
  return g_steal_pointer (&athlete);
}

/**
 * soleus_athlete_table_read_athletes:
 *
 * Returns: (transfer full) (element-type SoleusImportLine): each line as an athlete, or why not; %NULL with @error set if no column is the name
 */
GPtrArray *
soleus_athlete_table_read_athletes (SoleusAthleteTable  *self,
                                    GError             **error)
{
  guint n_columns = soleus_athlete_table_get_n_columns (self);
  g_autofree SoleusCellStyle *styles = g_new0 (SoleusCellStyle, n_columns + 1);
  g_autofree char *columns = g_strjoinv (", ", self->columns);
  GPtrArray *lines;

  if (!is_taken (self, "name") && !is_taken (self, "family-name") && !is_taken (self, "given-name"))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("No column is known as the name. Say which one it is. The columns are: %s."), columns);
      return NULL;
    }
  for (guint i = 0; i < n_columns; i++)
    styles[i] = find_style (self, i);
  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_import_line_free);
  for (guint i = 1; i < self->rows->len; i++)
    {
      SoleusCsvRow *row = self->rows->pdata[i];
      GError *reason = NULL;
      SoleusRecord *athlete = read_athlete (self, row, styles, &reason);

      g_ptr_array_add (lines, soleus_import_line_new (g_strdup_printf ("line %u", row->line), athlete, reason));
    }
  return lines;
}
