#include "soleus-typography.h"

#include <string.h>

/* 15.1 mm: printers in use need less, and no page may have less than 15 mm */
#define MARGIN 42.8

/* the measure that is read with ease: about 72 characters of the body face */
#define MAX_EMS 36.0

#define LEFT_TO_RIGHT_MARK 0x200e
#define RIGHT_TO_LEFT_MARK 0x200f

/* so many texts are remembered before all are forgotten */
#define MAX_SIZES 4096

struct _SoleusTypography {
  gatomicrefcount  ref_count;
  char            *language;
  SoleusPaper      paper;
  gboolean         large_print;
  gboolean         mirrored;
  PangoContext    *context;
  PangoFontDescription *descriptions[SOLEUS_TEXT_N_ROLES];
  double           line_spacing[SOLEUS_TEXT_N_ROLES];
  GHashTable      *sizes; /* text measured before: laying out asks for the same ones again and again */
};

typedef struct {
  double width, height;
} Size;

typedef struct {
  double      size, large_size;
  PangoWeight weight;
  double      line_height; /* in ems, at least */
} RoleStyle;

static const RoleStyle roles[SOLEUS_TEXT_N_ROLES] = {
  [SOLEUS_TEXT_ROLE_BODY] = { 12, 18, PANGO_WEIGHT_NORMAL, 1.22 },
  [SOLEUS_TEXT_ROLE_STRONG] = { 12, 18, PANGO_WEIGHT_BOLD, 1.22 },
  [SOLEUS_TEXT_ROLE_STRUCK] = { 12, 18, PANGO_WEIGHT_NORMAL, 1.22 },
  [SOLEUS_TEXT_ROLE_CELL] = { 12, 18, PANGO_WEIGHT_NORMAL, 1.2 },
  [SOLEUS_TEXT_ROLE_CELL_STRONG] = { 12, 18, PANGO_WEIGHT_BOLD, 1.2 },
  [SOLEUS_TEXT_ROLE_SMALL] = { 10, 14, PANGO_WEIGHT_NORMAL, 1.2 },
  [SOLEUS_TEXT_ROLE_SMALL_STRONG] = { 10, 14, PANGO_WEIGHT_BOLD, 1.2 },
  [SOLEUS_TEXT_ROLE_H1] = { 24, 28, PANGO_WEIGHT_ULTRABOLD, 1.2 },
  [SOLEUS_TEXT_ROLE_H2] = { 17, 23, PANGO_WEIGHT_BOLD, 1.2 },
  [SOLEUS_TEXT_ROLE_H3] = { 16, 20, PANGO_WEIGHT_BOLD, 1.2 },
  [SOLEUS_TEXT_ROLE_DISPLAY] = { 26, 30, PANGO_WEIGHT_ULTRABOLD, 1.2 },
};

/**
 * soleus_typography_is_right_to_left:
 * @language: BCP 47
 *
 * Returns: %TRUE if the language is written from right to left
 */
gboolean
soleus_typography_is_right_to_left (const char *language)
{
  static const char *const languages[] = { "ar", "dv", "fa", "he", "iw", "ckb", "ps", "sd", "ug", "ur", "yi" };
  gsize length = strcspn (language, "-_");

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strlen (languages[i]) == length && g_ascii_strncasecmp (languages[i], language, length) == 0)
      return TRUE;
  return FALSE;
}

/**
 * soleus_typography_isolate:
 * @language: BCP 47, of the sentence
 * @text: (nullable): a telephone number, an identifier or a name
 * @is_number: whether it runs from left to right whatever it begins with
 *
 * Returns: (transfer full) (nullable): @text, set apart in a sentence from right to left so that it keeps its own order; %NULL where it is empty
 */
char *
soleus_typography_isolate (const char *language,
                           const char *text,
                           gboolean    is_number)
{
  if (text == NULL || text[0] == '\0')
    return NULL;
  if (!soleus_typography_is_right_to_left (language))
    return g_strdup (text);
  /* LRI or FSI … PDI: the first is closed by the last */
  return g_strconcat (is_number ? "\342\201\246" : "\342\201\250", text, "\342\201\251", NULL); /* NOLINT(misc-misleading-bidirectional) */
}

static PangoFontDescription *
create_description (SoleusTypography *self,
                    SoleusTextRole    role)
{
  PangoFontDescription *description = pango_font_description_from_string ("Cantarell,Sans");

  pango_font_description_set_weight (description, roles[role].weight);
  pango_font_description_set_absolute_size (description, soleus_typography_get_size (self, role) * PANGO_SCALE);
  return description;
}

/* Faces differ in how tall their lines are; none may be set tighter than the role asks for. */
static double
compute_line_spacing (SoleusTypography *self,
                      SoleusTextRole    role)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (self->context, self->descriptions[role], pango_context_get_language (self->context));
  double natural = (double) pango_font_metrics_get_height (metrics) / PANGO_SCALE / soleus_typography_get_size (self, role);

  pango_font_metrics_unref (metrics);
  return natural > 0 ? MAX (1.0, roles[role].line_height / natural) : 1.0;
}

static PangoContext *
create_context (const char *language,
                gboolean    mirrored)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_resolution (context, 72);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (language));
  pango_context_set_base_dir (context, mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  cairo_font_options_destroy (options);
  return context;
}

static SoleusTypography *
create_typography (const char  *language,
                   SoleusPaper  paper,
                   gboolean     large_print)
{
  SoleusTypography *self = g_new0 (SoleusTypography, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->language = g_strdup (language);
  self->paper = paper;
  self->large_print = large_print;
  self->mirrored = soleus_typography_is_right_to_left (language);
  self->sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->context = create_context (language, self->mirrored);
  for (int role = 0; role < SOLEUS_TEXT_N_ROLES; role++)
    {
      self->descriptions[role] = create_description (self, role);
      self->line_spacing[role] = compute_line_spacing (self, role);
    }
  return self;
}

/* Finding faces and their metrics takes longer than laying out a page, so each thread keeps what it has used; Pango’s font
 * map is one a thread, too. */
static GPrivate kept = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);

/**
 * soleus_typography_new:
 * @language: (nullable): BCP 47; decides the direction of writing
 *
 * Returns: (transfer full): the typography of such pages, the same one as before in the same thread
 */
SoleusTypography *
soleus_typography_new (const char  *language,
                       SoleusPaper  paper,
                       gboolean     large_print)
{
  GHashTable *table = g_private_get (&kept);
  g_autofree char *key = NULL;
  SoleusTypography *self;

  if (language == NULL)
    language = "en";
  if (table == NULL)
    {
      table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) soleus_typography_unref);
      g_private_set (&kept, table);
    }
  key = g_strdup_printf ("%d %d %s", paper, large_print != FALSE, language);
  self = g_hash_table_lookup (table, key);
  if (self == NULL)
    {
      self = create_typography (language, paper, large_print);
      g_hash_table_insert (table, g_steal_pointer (&key), self);
    }
  return soleus_typography_ref (self);
}

/**
 * soleus_typography_ref:
 *
 * Returns: (transfer full): @self
 */
SoleusTypography *
soleus_typography_ref (SoleusTypography *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * soleus_typography_unref:
 * @self: (transfer full)
 */
void
soleus_typography_unref (SoleusTypography *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (int role = 0; role < SOLEUS_TEXT_N_ROLES; role++)
    pango_font_description_free (self->descriptions[role]);
  g_object_unref (self->context);
  g_hash_table_unref (self->sizes);
  g_free (self->language);
  g_free (self);
}

/**
 * soleus_typography_get_page_width:
 *
 * Returns: points: A4 595.28, Letter 612
 */
double
soleus_typography_get_page_width (SoleusTypography *self)
{
  return self->paper == SOLEUS_PAPER_LETTER ? 612.0 : 210 / 25.4 * 72;
}

/**
 * soleus_typography_get_page_height:
 *
 * Returns: points: A4 841.89, Letter 792
 */
double
soleus_typography_get_page_height (SoleusTypography *self)
{
  return self->paper == SOLEUS_PAPER_LETTER ? 792.0 : 297 / 25.4 * 72;
}

/**
 * soleus_typography_get_margin:
 *
 * Returns: the margin on every side, points; more than 15 mm
 */
double
soleus_typography_get_margin (SoleusTypography *self)
{
  return MARGIN;
}

/**
 * soleus_typography_get_size:
 *
 * Returns: the size of the type, points
 */
double
soleus_typography_get_size (SoleusTypography *self,
                            SoleusTextRole    role)
{
  g_return_val_if_fail (role < SOLEUS_TEXT_N_ROLES, 12);

  return self->large_print ? roles[role].large_size : roles[role].size;
}

/**
 * soleus_typography_get_space:
 * @points: a space beside 12 pt body text
 *
 * Returns: the space, points; a third more in large print
 */
double
soleus_typography_get_space (SoleusTypography *self,
                             double            points)
{
  return self->large_print ? points * 4 / 3 : points;
}

/**
 * soleus_typography_get_line_height:
 *
 * Returns: the height of one line of the role, points
 */
double
soleus_typography_get_line_height (SoleusTypography *self,
                                   SoleusTextRole    role)
{
  return soleus_typography_measure_text (self, role, "x", -1);
}

/**
 * soleus_typography_is_mirrored:
 *
 * Returns: %TRUE if the language is written from right to left
 */
gboolean
soleus_typography_is_mirrored (SoleusTypography *self)
{
  return self->mirrored;
}

/**
 * soleus_typography_is_large_print:
 *
 * Returns: %TRUE in large print
 */
gboolean
soleus_typography_is_large_print (SoleusTypography *self)
{
  return self->large_print;
}

/**
 * soleus_typography_get_language:
 *
 * Returns: (transfer none): BCP 47
 */
const char *
soleus_typography_get_language (SoleusTypography *self)
{
  return self->language;
}

/* that of the first letter; figures and signs have none */
static PangoDirection
find_direction (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == RIGHT_TO_LEFT_MARK)
        return PANGO_DIRECTION_RTL;
      if (c == LEFT_TO_RIGHT_MARK)
        return PANGO_DIRECTION_LTR;
      if (!g_unichar_isalpha (c))
        continue;
      switch ((int) g_unichar_get_script (c))
        {
        case G_UNICODE_SCRIPT_ARABIC:
        case G_UNICODE_SCRIPT_HEBREW:
        case G_UNICODE_SCRIPT_SYRIAC:
        case G_UNICODE_SCRIPT_THAANA:
        case G_UNICODE_SCRIPT_NKO:
          return PANGO_DIRECTION_RTL;
        default:
          return PANGO_DIRECTION_LTR;
        }
    }
  return PANGO_DIRECTION_NEUTRAL;
}

/* Pango swaps left and right for a paragraph that runs against the base direction: swap back, so that the page decides. The
 * first letter counts; figures alone run neither way. */
static PangoAlignment
get_alignment (SoleusTypography *self,
               SoleusAlign       align,
               PangoLayout      *layout)
{
  gboolean right = (align == SOLEUS_ALIGN_END) != self->mirrored;
  gboolean against = FALSE;

  if (align == SOLEUS_ALIGN_CENTRE)
    return PANGO_ALIGN_CENTER;
  if (self->mirrored || !g_str_is_ascii (pango_layout_get_text (layout)))
    against = find_direction (pango_layout_get_text (layout)) == (self->mirrored ? PANGO_DIRECTION_LTR : PANGO_DIRECTION_RTL);
  return right != against ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

/**
 * soleus_typography_create_layout:
 * @width: points; negative for a single line as wide as it is. Body text is set no wider than about 72 characters.
 *
 * Returns: (transfer full): the text, laid out
 */
PangoLayout *
soleus_typography_create_layout (SoleusTypography *self,
                                 SoleusTextRole    role,
                                 SoleusAlign       align,
                                 const char       *text,
                                 double            width)
{
  PangoLayout *layout;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (role < SOLEUS_TEXT_N_ROLES, NULL);

  layout = pango_layout_new (self->context);
  pango_layout_set_font_description (layout, self->descriptions[role]);
  pango_layout_set_line_spacing (layout, self->line_spacing[role]);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text != NULL ? text : "", -1);
  if (role == SOLEUS_TEXT_ROLE_STRUCK)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  if (width >= 0)
    {
      if (align == SOLEUS_ALIGN_START && !self->mirrored && role <= SOLEUS_TEXT_ROLE_STRUCK)
        width = MIN (width, MAX_EMS * soleus_typography_get_size (self, role));
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_alignment (layout, get_alignment (self, align, layout));
    }
  return layout;
}

static const Size *
find_size (SoleusTypography *self,
           SoleusTextRole    role,
           const char       *text,
           double            width)
{
  g_autofree char *key = g_strdup_printf ("%d %d %s", role, width >= 0 ? (int) (width * PANGO_SCALE) : -1, text != NULL ? text : "");
  Size *size = g_hash_table_lookup (self->sizes, key);
  PangoLayout *layout;
  int layout_width, layout_height;

  if (size != NULL)
    return size;
  layout = soleus_typography_create_layout (self, role, SOLEUS_ALIGN_START, text, width);
  pango_layout_get_size (layout, &layout_width, &layout_height);
  g_object_unref (layout);
  size = g_new (Size, 1);
  *size = (Size) { (double) layout_width / PANGO_SCALE, (double) layout_height / PANGO_SCALE };
  if (g_hash_table_size (self->sizes) >= MAX_SIZES)
    g_hash_table_remove_all (self->sizes);
  g_hash_table_insert (self->sizes, g_steal_pointer (&key), size);
  return size;
}

/**
 * soleus_typography_measure_text:
 *
 * Returns: how tall @text is when set @width wide, points
 */
double
soleus_typography_measure_text (SoleusTypography *self,
                                SoleusTextRole    role,
                                const char       *text,
                                double            width)
{
  return find_size (self, role, text, width)->height;
}

/**
 * soleus_typography_measure_width:
 *
 * Returns: how wide @text is on one line, points
 */
double
soleus_typography_measure_width (SoleusTypography *self,
                                 SoleusTextRole    role,
                                 const char       *text)
{
  return find_size (self, role, text, -1)->width;
}

/**
 * soleus_tone_get_colour:
 * @red: (out): 0 … 1
 * @green: (out): likewise
 * @blue: (out): likewise
 */
void
soleus_tone_get_colour (SoleusTone  tone,
                        double     *red,
                        double     *green,
                        double     *blue)
{
  static const double colours[][3] = {
    [SOLEUS_TONE_INK] = { 0.07, 0.07, 0.09 },
    [SOLEUS_TONE_DIM] = { 0.29, 0.29, 0.32 },
    [SOLEUS_TONE_RULE] = { 0.46, 0.46, 0.49 },
    [SOLEUS_TONE_RED] = { 0.67, 0.05, 0.10 },
    [SOLEUS_TONE_WHITE] = { 1, 1, 1 },
  };

  *red = colours[tone][0];
  *green = colours[tone][1];
  *blue = colours[tone][2];
}
