#include "soleus-config.h"

#include "soleus-treatment-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "soleus-error.h"

/* Further words for a body part or a side, besides ids and labels; translators give their own words, parted by |. */
typedef struct {
  int         value;
  const char *words; /* N_() */
} ExtraWords;

static const ExtraWords region_words[] = {
  { SOLEUS_REGION_CALF, NC_("treatment line: body part", "calves|calf muscle|calf muscles") },
  { SOLEUS_REGION_POSTERIOR_THIGH, NC_("treatment line: body part", "back thigh|hamstring|back of thigh") },
  { SOLEUS_REGION_ANTERIOR_THIGH, NC_("treatment line: body part", "front thigh|quads|quad|front of thigh") },
  { SOLEUS_REGION_INNER_THIGH, NC_("treatment line: body part", "inner thighs|adductor|groin") },
  { SOLEUS_REGION_SHIN, NC_("treatment line: body part", "shins") },
  { SOLEUS_REGION_FOOT, NC_("treatment line: body part", "feet|sole") },
  { SOLEUS_REGION_WHOLE_BODY, NC_("treatment line: body part", "whole body|all over") },
};

static const ExtraWords side_words[] = {
  { SOLEUS_SIDE_LEFT, NC_("treatment line: side", "l|left leg") },
  { SOLEUS_SIDE_RIGHT, NC_("treatment line: side", "r|right leg") },
  { SOLEUS_SIDE_BOTH, NC_("treatment line: side", "both sides|both legs|bilateral") },
};

/* what a phrase may stand for */
typedef enum { MEANING_MODALITY, MEANING_SIDE, MEANING_REGION } Meaning;

typedef struct {
  Meaning     meaning;
  int         value;    /* side or region */
  const char *modality; /* (not owned) id */
} Found;

/* lower case, hyphens and punctuation to single spaces, so that ids, labels and typed words compare */
static char *
fold (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        g_string_append_unichar (out, c);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  return g_strchomp (g_string_free (g_steal_pointer (&out), FALSE));
}

/* Compares the words from @start on with @phrase. Returns how many words it takes, 0 if it is not there. */
static gsize
match_words (char       **words,
             gsize        start,
             const char  *phrase)
{
  g_autofree char *folded = fold (phrase);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  gsize n = g_strv_length (parts);

  if (n == 0 || parts[0][0] == '\0')
    return 0;
  for (gsize i = 0; i < n; i++)
    if (words[start + i] == NULL || !g_str_equal (words[start + i], parts[i]))
      return 0;
  return n;
}

static void
try_phrase (char       **words,
            gsize        start,
            const char  *phrase,
            const Found *candidate,
            gsize       *best,
            Found       *found)
{
  gsize n = match_words (words, start, phrase);

  if (n > *best)
    {
      *best = n;
      *found = *candidate;
    }
}

/* the label as it stands and without what is in parentheses: "Effleurage (long strokes)" is also "effleurage" */
static void
try_label (char       **words,
           gsize        start,
           const char  *label,
           const Found *candidate,
           gsize       *best,
           Found       *found)
{
  const char *parenthesis = strchr (label, '(');

  try_phrase (words, start, label, candidate, best, found);
  if (parenthesis != NULL)
    {
      g_autofree char *stem = g_strndup (label, parenthesis - label);

      try_phrase (words, start, stem, candidate, best, found);
    }
}

static void
try_rows (char                  **words,
          gsize                   start,
          const SoleusCatalogue  *catalogue,
          Meaning                 meaning,
          gsize                  *best,
          Found                  *found)
{
  for (gsize i = 0; i < catalogue->n_rows; i++)
    {
      const SoleusCatalogueRow *row = &catalogue->rows[i];
      Found candidate = { meaning, row->value, row->id };

      try_phrase (words, start, row->id, &candidate, best, found);
      try_label (words, start, row->label, &candidate, best, found);
      try_label (words, start, soleus_catalogue_row_get_label (row), &candidate, best, found);
    }
}

static void
try_enum (char            **words,
          gsize             start,
          GType             type,
          int               first,
          int               last,
          Meaning           meaning,
          const ExtraWords *extra,
          gsize             n_extra,
          const char       *context,
          gsize            *best,
          Found            *found)
{
  for (int value = first; value <= last; value++)
    {
      Found candidate = { meaning, value, NULL };

      try_phrase (words, start, soleus_enum_get_nick (type, value), &candidate, best, found);
      try_phrase (words, start, soleus_enum_get_label (type, value), &candidate, best, found);
    }
  for (gsize i = 0; i < n_extra; i++)
    for (int translated = 0; translated < 2; translated++)
      {
        const char *list = translated ? g_dpgettext2 (GETTEXT_PACKAGE, context, extra[i].words) : extra[i].words;
        g_auto (GStrv) phrases = g_strsplit (list, "|", -1);
        Found candidate = { meaning, extra[i].value, NULL };

        for (gsize j = 0; phrases[j] != NULL; j++)
          try_phrase (words, start, phrases[j], &candidate, best, found);
      }
}

/* The longest phrase that begins at @start. Returns how many words it takes, 0 for none. */
static gsize
find_phrase (char  **words,
             gsize   start,
             Found  *found)
{
  gsize best = 0;

  try_rows (words, start, soleus_catalogue_get_modalities (), MEANING_MODALITY, &best, found);
  try_enum (words, start, SOLEUS_TYPE_SIDE, SOLEUS_SIDE_LEFT, SOLEUS_SIDE_BOTH, MEANING_SIDE,
            side_words, G_N_ELEMENTS (side_words), "treatment line: side", &best, found);
  try_enum (words, start, SOLEUS_TYPE_REGION, SOLEUS_REGION_CALF, SOLEUS_REGION_WHOLE_BODY, MEANING_REGION,
            region_words, G_N_ELEMENTS (region_words), "treatment line: body part", &best, found);
  try_rows (words, start, soleus_catalogue_get_muscles (), MEANING_REGION, &best, found);
  return best;
}

/* "11:20", "9:05"; FALSE if it is not a clock time; an impossible one gives hour 99 */
static gboolean
read_clock (const char *word,
            int        *hour,
            int        *minute)
{
  g_auto (GStrv) parts = g_strsplit (word, ":", -1);
  guint64 h, m;

  if (g_strv_length (parts) != 2)
    return FALSE;
  if (!g_ascii_string_to_unsigned (parts[0], 10, 0, 23, &h, NULL) || strlen (parts[1]) != 2 ||
      !g_ascii_string_to_unsigned (parts[1], 10, 0, 59, &m, NULL))
    {
      *hour = 99;
      return TRUE;
    }
  *hour = h;
  *minute = m;
  return TRUE;
}

/* "10", "7.5", "7,5", "10min", "10′"; returns FALSE if the word does not begin with a digit */
static gboolean
read_minutes (const char  *word,
              double      *minutes,
              char       **unit)
{
  g_autofree char *number = g_strdelimit (g_strdup (word), ",", '.');
  char *end;

  if (!g_ascii_isdigit (number[0]))
    return FALSE;
  *minutes = g_ascii_strtod (number, &end);
  *unit = g_strdup (end);
  return TRUE;
}

static gboolean
is_one_of (const char *word,
           const char *list)
{
  g_auto (GStrv) words = g_strsplit (list, "|", -1);
  g_autofree char *folded = g_utf8_casefold (word, -1);

  return g_strv_contains ((const char *const *) words, folded);
}

static gboolean
is_minute_unit (const char *word)
{
  return is_one_of (word, "m|min|mins|minute|minutes|'|′") ||
         is_one_of (word, C_("treatment line: words for minutes, parted by |", "min|minutes"));
}

static gboolean
is_filler (const char *word)
{
  return is_one_of (word, "at|on|the|for|of|to|and|,|·|-|–") ||
         is_one_of (word, C_("treatment line: words without a meaning of their own, parted by |", "at|on|the|for|of"));
}

/* One word that is neither phrase nor filler: a clock time, a number of minutes, or something that is not understood. */
static gboolean
read_number_word (char                **words,
                  gsize                *index,
                  SoleusTreatmentLine  *line,
                  GError              **error)
{
  const char *word = words[*index];
  gboolean timed = line->hour >= 0;
  g_autofree char *unit = NULL;
  double minutes;

  if (read_clock (word, &line->hour, &line->minute))
    {
      if (timed)
        {
          g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("There are two clock times. “%s” is one too many."), word);
          return FALSE;
        }
      if (line->hour == 99)
        {
          g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("“%s” is not a clock time. Write it like 11:20."), word);
          return FALSE;
        }
      return TRUE;
    }
  if (!read_minutes (word, &minutes, &unit) || (unit[0] != '\0' && !is_minute_unit (unit)))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                   _("“%s” is not understood here. Write a treatment, a side, a body part, minutes and a time."), word);
      return FALSE;
    }
  if (soleus_real_is_known (line->minutes))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("There are two durations. “%s” is one too many."), word);
      return FALSE;
    }
  if (minutes > 600)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("“%s” is longer than 600 minutes. Check the duration."), word);
      return FALSE;
    }
  line->minutes = minutes;
  if (unit[0] == '\0' && words[*index + 1] != NULL && is_minute_unit (words[*index + 1]))
    (*index)++;
  return TRUE;
}

/* Takes what a phrase says into @line. */
static gboolean
take_phrase (const Found          *found,
             const char           *word,
             SoleusTreatmentLine  *line,
             GError              **error)
{
  gboolean twice = FALSE;

  switch (found->meaning)
    {
    case MEANING_MODALITY:
      twice = line->modality != NULL && !g_str_equal (line->modality, found->modality);
      line->modality = found->modality;
      break;
    case MEANING_SIDE:
      /* "left and right" is both */
      line->side = line->side != SOLEUS_SIDE_UNKNOWN && line->side != (SoleusSide) found->value ? SOLEUS_SIDE_BOTH
                                                                                                : (SoleusSide) found->value;
      break;
    case MEANING_REGION:
      twice = line->has_region && line->region != (SoleusRegion) found->value;
      line->has_region = TRUE;
      line->region = (SoleusRegion) found->value;
      break;
    default:
      g_assert_not_reached ();
    }
  if (twice)
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                 _("One treatment and one body part a line: “%s” belongs on a line of its own."), word);
  return !twice;
}

/* A gated treatment needs a place: the window belongs to a limb and a region (clinical.md 1C). */
static gboolean
check_complete (const SoleusTreatmentLine  *line,
                GError                    **error)
{
  const SoleusCatalogueRow *row = soleus_catalogue_find (soleus_catalogue_get_modalities (), line->modality);

  if (row == NULL)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                           _("Which treatment? Begin with its name, as in “cold pack left calf 10 min”."));
      return FALSE;
    }
  if (row->value == SOLEUS_MODALITY_FAMILY_NEITHER || (line->has_region && line->region == SOLEUS_REGION_WHOLE_BODY))
    return TRUE;
  if (!line->has_region)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s of which body part? Add it, as in “left calf”."),
                   soleus_catalogue_row_get_label (row));
      return FALSE;
    }
  if (line->side == SOLEUS_SIDE_UNKNOWN)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s on which side? Add left, right or both."),
                   soleus_catalogue_row_get_label (row));
      return FALSE;
    }
  return TRUE;
}

/* Splits on spaces; hyphens, commas and parentheses part words too, a clock time and a decimal number stay whole. */
static char **
split_line (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean inside_number = (c == ',' || c == '.') && p > text && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[1]);

      if (g_unichar_isspace (c) || c == '-' || c == '(' || c == ')' || ((c == ',' || c == '.') && !inside_number))
        g_string_append_c (out, ' ');
      else
        g_string_append_unichar (out, c);
    }

  {
    g_autofree char *folded = g_utf8_casefold (out->str, -1);
    g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
    g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

    for (gsize i = 0; parts[i] != NULL; i++)
      if (parts[i][0] != '\0')
        g_strv_builder_add (words, parts[i]);
    return g_strv_builder_end (words);
  }
}

/**
 * soleus_treatment_line_parse:
 * @text: a treatment in words, in any order: its name (id or label, English or translated), side, body part or muscle,
 *   minutes ("10 min", "10"), clock time ("11:20")
 * @line: (out caller-allocates): what was read; what was not named is unknown
 *
 * Massage and heat need a side and a body part, because the window belongs to them (clinical.md 1C); what is neither does not.
 *
 * Returns: %FALSE with a sentence in @error (%SOLEUS_ERROR_INVALID)
 */
gboolean
soleus_treatment_line_parse (const char           *text,
                             SoleusTreatmentLine  *line,
                             GError              **error)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (text != NULL && line != NULL, FALSE);

  *line = (SoleusTreatmentLine) { NULL, SOLEUS_SIDE_UNKNOWN, FALSE, SOLEUS_REGION_CALF, SOLEUS_UNKNOWN_REAL, -1, -1 };
  words = split_line (text);
  for (gsize i = 0; words[i] != NULL; i++)
    {
      Found found;
      gsize n = find_phrase (words, i, &found);

      if (n > 0)
        {
          if (!take_phrase (&found, words[i], line, error))
            return FALSE;
          i += n - 1;
        }
      else if (!is_filler (words[i]) && !read_number_word (words, &i, line, error))
        return FALSE;
    }
  return check_complete (line, error);
}

/**
 * soleus_treatment_line_complete:
 * @text: what is typed so far
 *
 * Returns: (transfer full) (array zero-terminated=1): translated names of the treatments that begin with @text or have a word
 *   that does, in the order of the catalogue; empty for no text and for text that goes on after a whole name
 */
char **
soleus_treatment_line_complete (const char *text)
{
  const SoleusCatalogue *catalogue = soleus_catalogue_get_modalities ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *typed = fold (text != NULL ? text : "");

  for (gsize i = 0; typed[0] != '\0' && i < catalogue->n_rows; i++)
    {
      const char *label = soleus_catalogue_row_get_label (&catalogue->rows[i]);
      g_autofree char *folded = fold (label);
      g_autofree char *inner = g_strconcat (" ", typed, NULL);

      if (g_str_has_prefix (folded, typed) || strstr (folded, inner) != NULL)
        g_strv_builder_add (builder, label);
    }
  return g_strv_builder_end (builder);
}

/**
 * soleus_treatment_format_place:
 * @side: of the body, may be unknown
 * @region: body part
 *
 * Returns: (transfer full): "left calf", "both calves", "calf", translated, as it stands inside a sentence
 */
char *
soleus_treatment_format_place (SoleusSide   side,
                               SoleusRegion region)
{
  static const struct { const char *any, *left, *right, *both; } places[] = {
    [SOLEUS_REGION_CALF] = { N_("calf"), N_("left calf"), N_("right calf"), N_("both calves") },
    [SOLEUS_REGION_POSTERIOR_THIGH] = { N_("back of the thigh"), N_("back of the left thigh"), N_("back of the right thigh"), N_("back of both thighs") },
    [SOLEUS_REGION_ANTERIOR_THIGH] = { N_("front of the thigh"), N_("front of the left thigh"), N_("front of the right thigh"), N_("front of both thighs") },
    [SOLEUS_REGION_INNER_THIGH] = { N_("inner thigh"), N_("left inner thigh"), N_("right inner thigh"), N_("both inner thighs") },
    [SOLEUS_REGION_SHIN] = { N_("shin"), N_("left shin"), N_("right shin"), N_("both shins") },
    [SOLEUS_REGION_FOOT] = { N_("foot"), N_("left foot"), N_("right foot"), N_("both feet") },
    [SOLEUS_REGION_WHOLE_BODY] = { N_("whole body"), N_("left side of the body"), N_("right side of the body"), N_("whole body") },
  };
  const char *text;

  g_return_val_if_fail ((gsize) region < G_N_ELEMENTS (places), NULL);

  switch (side)
    {
    case SOLEUS_SIDE_LEFT:
      text = places[region].left;
      break;
    case SOLEUS_SIDE_RIGHT:
      text = places[region].right;
      break;
    case SOLEUS_SIDE_BOTH:
      text = places[region].both;
      break;
    case SOLEUS_SIDE_UNKNOWN:
    default:
      text = places[region].any;
      break;
    }
  return g_strdup (g_dgettext (GETTEXT_PACKAGE, text));
}

/**
 * soleus_treatment_line_format:
 * @line: a line that was read
 *
 * Returns: (transfer full): it in full words, "Kneading left calf 10 min 11:20", which reads back to the same
 */
char *
soleus_treatment_line_format (const SoleusTreatmentLine *line)
{
  g_autoptr (GString) text = g_string_new (soleus_catalogue_get_label (soleus_catalogue_get_modalities (), line->modality));

  if (line->side != SOLEUS_SIDE_UNKNOWN)
    {
      g_autofree char *side = g_utf8_strdown (soleus_enum_get_label (SOLEUS_TYPE_SIDE, line->side), -1);

      g_string_append_printf (text, " %s", side);
    }
  if (line->has_region)
    {
      g_autofree char *region = g_utf8_strdown (soleus_enum_get_label (SOLEUS_TYPE_REGION, line->region), -1);

      g_string_append_printf (text, " %s", region);
    }
  if (soleus_real_is_known (line->minutes))
    {
      /* Translators: a duration in minutes */
      g_autofree char *minutes = g_strdup_printf (_("%g min"), line->minutes);

      g_string_append_printf (text, " %s", minutes);
    }
  if (line->hour >= 0)
    g_string_append_printf (text, " %02d:%02d", line->hour, line->minute);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
