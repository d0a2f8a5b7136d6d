#include "soleus-handout-private.h"

#include "soleus-document-date.h"

#include <string.h>

/* A gap in a handout must be seen, not hidden: a missing text prints its key. */
const char *
soleus_handout_get_text (const SoleusHandoutSpec *spec,
                         const char              *key)
{
  const char *text = soleus_content_get_text (spec->content, key);

  return text != NULL ? text : key;
}

GBytes *
soleus_handout_find_drawing (const SoleusHandoutSpec *spec,
                             const char              *id)
{
  return id != NULL && spec->find_drawing != NULL ? spec->find_drawing (id, spec->drawing_data) : NULL;
}

/* A line that begins with a name from another script still runs from right to left. */
const char *
soleus_handout_get_direction_mark (const SoleusHandoutSpec *spec)
{
  return soleus_typography_is_right_to_left (soleus_content_get_language (spec->content)) ? "\342\200\217" : ""; /* RLM */
}

/* A telephone number or a name from another script keeps its own order inside a sentence from right to left. */
char *
soleus_handout_isolate (const SoleusHandoutSpec *spec,
                        const char              *text,
                        gboolean                 is_number)
{
  return soleus_typography_isolate (soleus_content_get_language (spec->content), text, is_number);
}

static const char *
get_language (const SoleusHandoutSpec *spec)
{
  return soleus_content_get_language (spec->content);
}

void
soleus_handout_add_text (SoleusBlock    *parent,
                         SoleusTextRole  role,
                         const char     *text)
{
  if (text != NULL && text[0] != '\0')
    soleus_block_add (parent, soleus_block_new_paragraph (role, text));
}

/* (transfer full): with the number to call */
static char *
fill_number (const SoleusHandoutSpec *spec,
             const char              *text)
{
  g_autofree char *number = soleus_handout_isolate (spec, spec->emergency_number, TRUE);

  return soleus_content_fill_number (text, number);
}

/* the lines of a section that are for the athlete, as a list; NULL if there are none */
static GStrv
list_lines (const SoleusHandoutSpec *spec,
            const char              *id)
{
  SoleusContentSection *section = soleus_content_get_section (spec->content, id);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  GListModel *lines;

  if (section == NULL)
    return NULL;
  lines = soleus_content_section_get_lines (section);
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (SoleusContentLine) line = g_list_model_get_item (lines, i);

      if (soleus_content_line_is_for (line, SOLEUS_CONTENT_AUDIENCE_ATHLETE))
        {
          g_autofree char *text = fill_number (spec, soleus_content_line_get_text (line));

          g_strv_builder_add (texts, text);
        }
    }
  return g_strv_builder_end (texts);
}

/* heading and list of a section, as one column */
static SoleusBlock *
create_section (const SoleusHandoutSpec *spec,
                const char              *id,
                int                      level)
{
  SoleusContentSection *section = soleus_content_get_section (spec->content, id);
  g_auto (GStrv) lines = list_lines (spec, id);
  SoleusBlock *stack = soleus_block_new_stack (FALSE);
  g_autofree char *title = NULL;
  SoleusBlock *heading;

  if (section == NULL)
    return stack;
  title = fill_number (spec, soleus_content_section_get_title (section));
  heading = soleus_block_new_heading (level, title);
  soleus_block_set_space (heading, 0, 2);
  soleus_block_add (stack, heading);
  soleus_block_add (stack, soleus_block_new_list ((const char *const *) lines, FALSE));
  soleus_block_set_space (stack, 6, 6);
  return stack;
}

static gboolean
is_calf_only (const SoleusHandoutSpec *spec)
{
  for (gsize i = 0; i < spec->n_windows; i++)
    if (spec->windows[i].region != SOLEUS_REGION_CALF)
      return FALSE;
  return TRUE;
}

static SoleusWindowState
get_strictest (const SoleusHandoutSpec *spec)
{
  SoleusWindowState strictest = SOLEUS_WINDOW_STATE_OPEN;

  for (gsize i = 0; i < spec->n_windows; i++)
    strictest = MAX (strictest, spec->windows[i].state);
  return strictest;
}

/* Row 1 of the window rule stops the whole limb, whatever region the flag is about. */
static const char *
get_place (const SoleusHandoutSpec   *spec,
           const SoleusHandoutWindow *window)
{
  gboolean one_leg = window->side == SOLEUS_SIDE_LEFT || window->side == SOLEUS_SIDE_RIGHT;
  const char *place = NULL;

  if (window->state == SOLEUS_WINDOW_STATE_HARD_STOP && (one_leg || window->region != SOLEUS_REGION_WHOLE_BODY))
    {
      g_autofree char *key = g_strconcat ("where.leg.", soleus_enum_get_nick (SOLEUS_TYPE_SIDE, window->side), NULL);

      place = soleus_content_get_text (spec->content, key);
    }
  return place != NULL ? place : soleus_content_get_place (spec->content, window->side, window->region);
}

/* a stop is said once for a leg */
static gboolean
is_said_before (const SoleusHandoutSpec *spec,
                gsize                    index)
{
  for (gsize i = 0; i < index; i++)
    if (spec->windows[index].state == SOLEUS_WINDOW_STATE_HARD_STOP && spec->windows[i].state == SOLEUS_WINDOW_STATE_HARD_STOP &&
        g_str_equal (get_place (spec, &spec->windows[i]), get_place (spec, &spec->windows[index])))
      return TRUE;
  return FALSE;
}

static void
add_window (const SoleusHandoutSpec   *spec,
            const SoleusHandoutWindow *window,
            SoleusBlock               *box)
{
  const char *where = get_place (spec, window);
  const char *key = window->state == SOLEUS_WINDOW_STATE_OPEN ? "handout.window.open"
                    : window->state == SOLEUS_WINDOW_STATE_HARD_STOP ? "handout.window.no-end"
                    : window->until == SOLEUS_UNKNOWN_INSTANT ? "handout.window.recheck" : "handout.window.title";
  g_autofree char *text = soleus_content_format_text (spec->content, key, "where", where, NULL);
  SoleusBlock *heading = soleus_block_new_heading (3, text != NULL ? text : key);

  soleus_block_set_space (heading, 6, 0);
  soleus_block_add (box, heading);
  if (g_str_equal (key, "handout.window.title"))
    {
      g_autofree char *until = soleus_document_date_format_until (window->until, spec->issued_at, get_language (spec));

      soleus_handout_add_text (box, SOLEUS_TEXT_ROLE_DISPLAY, until);
      if (window->state == SOLEUS_WINDOW_STATE_CAUTION)
        soleus_handout_add_text (box, SOLEUS_TEXT_ROLE_BODY, soleus_handout_get_text (spec, "handout.window.caution"));
    }
}

static void
unref_drawing (gpointer svg)
{
  if (svg != NULL)
    g_bytes_unref (svg);
}

/* the lines of the section that have a sign */
static void
add_prohibitions (const SoleusHandoutSpec *spec,
                  SoleusBlock             *box)
{
  SoleusContentSection *section = soleus_content_get_section (spec->content, "handout-window");
  GListModel *lines = section != NULL ? soleus_content_section_get_lines (section) : NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new (), drawings = g_ptr_array_new_with_free_func (unref_drawing);

  for (guint i = 0; lines != NULL && i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (SoleusContentLine) line = g_list_model_get_item (lines, i);

      if (soleus_content_line_get_drawing (line) == NULL)
        continue;
      g_ptr_array_add (texts, (gpointer) soleus_content_line_get_text (line)); /* the section keeps the line */
      g_ptr_array_add (drawings, soleus_handout_find_drawing (spec, soleus_content_line_get_drawing (line)));
    }
  if (texts->len > 0)
    soleus_block_add (box, soleus_block_new_prohibitions ((const char *const *) texts->pdata, (GBytes *const *) drawings->pdata, texts->len));
}

SoleusBlock *
soleus_handout_new_window_box (const SoleusHandoutSpec *spec)
{
  gboolean closed = get_strictest (spec) > SOLEUS_WINDOW_STATE_OPEN;
  SoleusBlock *box = soleus_block_new_box (closed ? SOLEUS_BOX_STYLE_FRAME : SOLEUS_BOX_STYLE_PLAIN, NULL);

  for (gsize i = 0; i < spec->n_windows; i++)
    if (!is_said_before (spec, i))
      add_window (spec, &spec->windows[i], box);
  if (get_strictest (spec) == SOLEUS_WINDOW_STATE_HARD_STOP)
    soleus_handout_add_text (box, SOLEUS_TEXT_ROLE_STRONG, soleus_handout_get_text (spec, "handout.window.doctor"));
  if (closed)
    {
      add_prohibitions (spec, box);
      soleus_handout_add_text (box, SOLEUS_TEXT_ROLE_BODY, soleus_handout_get_text (spec, "handout.window.why"));
    }
  soleus_handout_add_text (box, SOLEUS_TEXT_ROLE_STRONG,
                           soleus_handout_get_text (spec, is_calf_only (spec) ? "handout.window.check" : "handout.window.check.other"));
  return box;
}

/* "a · b"; a part that is not known leaves nothing behind */
static char *
join_parts (const char *first,
            const char *second)
{
  if (second == NULL || second[0] == '\0')
    return g_strdup (first);
  return first != NULL && first[0] != '\0' ? g_strdup_printf ("%s · %s", first, second) : g_strdup (second);
}

SoleusBlock *
soleus_handout_new_help_box (const SoleusHandoutSpec *spec)
{
  SoleusBlock *box = soleus_block_new_box (SOLEUS_BOX_STYLE_RED_BAND, soleus_handout_get_text (spec, "handout.help.title"));
  SoleusBlock *columns = soleus_block_new_columns (TRUE);
  SoleusBlock *left = soleus_block_new_stack (FALSE), *right = soleus_block_new_stack (FALSE);
  g_autofree char *unsure = NULL, *calls = NULL, *phone = soleus_handout_isolate (spec, spec->clinic_phone, TRUE);
  g_autofree char *out_of_hours = soleus_handout_isolate (spec, spec->out_of_hours, FALSE);

  /* beside each other, what can wait stands below the short list; one below the other, it comes last */
  soleus_block_add (left, create_section (spec, "handout-emergency", 3));
  soleus_block_add (right, create_section (spec, "handout-same-day", 3));
  soleus_block_add (spec->large_print ? right : left, create_section (spec, "handout-tell-us", 3));
  soleus_block_set_space (left, 0, 6); /* where they stand one below the other */
  soleus_block_columns_set_first_share (columns, SOLEUS_COLUMNS_LEAST_HEIGHT);
  soleus_block_add (columns, left);
  soleus_block_add (columns, right);
  soleus_block_set_space (columns, 0, 4);
  soleus_block_add (box, columns);
  if (phone != NULL)
    unsure = soleus_content_format_text (spec->content, "handout.help.unsure", "phone", phone, NULL);
  calls = join_parts (unsure != NULL ? unsure : soleus_handout_get_text (spec, "handout.help.unsure.no-phone"), out_of_hours);
  soleus_handout_add_text (box, SOLEUS_TEXT_ROLE_STRONG, calls);
  return box;
}

static SoleusBlock *
create_cramp_cards (const SoleusHandoutSpec *spec,
                    gboolean                 low)
{
  SoleusContentSection *section = soleus_content_get_section (spec->content, "handout-cramp");
  SoleusBlock *stack = soleus_block_new_stack (FALSE), *cards = soleus_block_new_cards ();
  GListModel *lines;
  int number = 1;

  soleus_block_cards_set_low (cards, low);
  if (section != NULL)
    {
      soleus_block_add (stack, soleus_block_new_heading (2, soleus_content_section_get_title (section)));
      lines = soleus_content_section_get_lines (section);
      for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
        {
          g_autoptr (SoleusContentLine) line = g_list_model_get_item (lines, i);
          g_autoptr (GBytes) svg = soleus_handout_find_drawing (spec, soleus_content_line_get_drawing (line));
          gboolean other_way = soleus_content_line_get_branch (line) == SOLEUS_CONTENT_BRANCH_CAN_BEAR_WEIGHT;
          g_autofree char *mark = other_way ? g_strdup (soleus_handout_get_text (spec, "handout.or")) : g_strdup_printf ("%d", number++);

          soleus_block_cards_add (cards, mark, soleus_content_line_get_text (line), svg, NULL);
        }
    }
  soleus_block_add (stack, cards);
  soleus_block_set_space (stack, 8, 0);
  return stack;
}

/* How much room the first page takes: as it likes; with less between its parts; and with smaller pictures, too. */
typedef enum { FIRST_ROOMY, FIRST_COMPACT, FIRST_LOW, N_FIRST } First;

static void
add_first_page (const SoleusHandoutSpec *spec,
                SoleusDocument          *document,
                First                    first)
{
  gboolean compact = first > FIRST_ROOMY;
  g_autofree char *athlete = soleus_handout_isolate (spec, spec->athlete_name, FALSE), *therapist = soleus_handout_isolate (spec, spec->therapist_name, FALSE);
  g_autofree char *chosen = athlete != NULL
    ? soleus_content_format_text (spec->content, "handout.chosen-for", "athlete", athlete, "therapist", therapist, NULL)
    : soleus_content_format_text (spec->content, "handout.chosen-by", "therapist", therapist, NULL);
  SoleusBlock *columns = soleus_block_new_columns (FALSE), *box;

  soleus_document_add_block (document, soleus_block_new_heading (1, soleus_document_get_title (document)));
  soleus_document_add_block (document, soleus_block_new_paragraph (compact ? SOLEUS_TEXT_ROLE_CELL : SOLEUS_TEXT_ROLE_BODY, chosen));
  if (spec->n_windows > 0)
    {
      box = soleus_handout_new_window_box (spec);
      soleus_block_set_space (box, compact ? 5 : 9, compact ? 5 : 9);
      soleus_document_add_block (document, box);
    }
  box = soleus_handout_new_help_box (spec);
  soleus_block_set_space (box, compact ? 5 : 9, compact ? 5 : 9);
  soleus_document_add_block (document, box);
  soleus_block_add (columns, create_section (spec, "handout-normal", 2));
  soleus_block_add (columns, create_section (spec, "handout-now", 2));
  soleus_block_set_space (columns, compact ? 5 : 9, compact ? 2 : 4);
  soleus_document_add_block (document, columns);
}

static void
add_cramp (const SoleusHandoutSpec *spec,
           SoleusDocument          *document,
           First                    first)
{
  SoleusBlock *box = create_cramp_cards (spec, first == FIRST_LOW);

  soleus_block_set_space (box, first > FIRST_ROOMY ? 4 : 8, 0);
  soleus_document_add_block (document, box);
}

/* advice that the therapist chose to add: the athlete's lines of a section */
static void
add_pieces (const SoleusHandoutSpec *spec,
            SoleusDocument          *document)
{
  for (const char *const *piece = spec->pieces; piece != NULL && *piece != NULL; piece++)
    if (soleus_content_get_section (spec->content, *piece) != NULL)
      soleus_document_add_block (document, create_section (spec, *piece, 2));
}

char *
soleus_handout_format_next_visit (const SoleusHandoutSpec *spec)
{
  return spec->next_visit_is_day ? soleus_document_date_format_header (spec->next_visit, get_language (spec))
                                 : soleus_document_date_format_until (spec->next_visit, spec->issued_at, get_language (spec));
}

/* the lines of an address as one; NULL if there is none */
char *
soleus_handout_dup_address (const SoleusHandoutSpec *spec)
{
  g_auto (GStrv) lines = NULL;

  if (spec->clinic_address == NULL || spec->clinic_address[0] == '\0')
    return NULL;
  lines = g_strsplit (spec->clinic_address, "\n", -1);
  return g_strjoinv (", ", lines);
}

/* How much room the exercises take: each with its own “stop if”; the common one said once; the lower shape of four; and that for
 * languages with long words on short paper. */
typedef enum { SHAPE_ROOMY, SHAPE_SNUG, SHAPE_COMPACT, SHAPE_TIGHT } Shape;

static SoleusExerciseFit
get_fit (Shape shape)
{
  return shape == SHAPE_TIGHT ? SOLEUS_EXERCISE_TIGHT : shape == SHAPE_COMPACT ? SOLEUS_EXERCISE_COMPACT : SOLEUS_EXERCISE_ROOMY;
}

/* What a sheet looks like; all zero is a good start. */
typedef struct {
  First    first;
  Shape    second;
  gboolean summed;   /* the first page ends with the summary */
  gboolean alone;    /* nothing but the first page */
  gboolean one_page; /* all of it on one page */
  gboolean turned;   /* what to do in a cramp stands on the second page: without exercises there is little else */
  int      more;     /* what helps and is left out where the second page is full: 1 the summary, 2 the scale of pain explained, too */
} Layout;

static int
add_exercises (const SoleusHandoutSpec *spec,
               SoleusDocument          *document,
               Shape                    shape)
{
  const char *common = soleus_handout_find_common_stop_if (spec);
  int n = 0;

  for (gsize i = 0; i < spec->n_exercises; i++)
    if (!soleus_handout_is_left_out (spec, &spec->exercises[i]))
      soleus_document_add_block (document, soleus_handout_new_exercise (spec, &spec->exercises[i], ++n, shape == SHAPE_ROOMY ? NULL : common, get_fit (shape)));
  return n;
}

static void
add_second_title (const SoleusHandoutSpec *spec,
                  SoleusDocument          *document,
                  const Layout            *layout)
{
  gboolean low = layout->second == SHAPE_TIGHT || layout->one_page || layout->turned;
  SoleusBlock *heading = soleus_block_new_heading (low ? 2 : 1, soleus_handout_get_text (spec, "handout.exercises.title")), *stop;

  soleus_block_set_space (heading, layout->one_page ? 6 : 16, layout->second == SHAPE_TIGHT ? 0 : 1);
  soleus_document_add_block (document, heading);
  if (spec->n_exercises == 0)
    {
      const char *key = get_strictest (spec) == SOLEUS_WINDOW_STATE_HARD_STOP ? "handout.exercises.stopped" : "handout.exercises.none";

      soleus_document_add_block (document, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_BODY, soleus_handout_get_text (spec, key)));
      return;
    }
  stop = soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_STRONG, soleus_handout_get_text (spec, "handout.exercises.stop"));
  soleus_block_set_keep_with_next (stop, TRUE);
  soleus_document_add_block (document, stop);
}

static void
add_second_page (const SoleusHandoutSpec *spec,
                 SoleusDocument          *document,
                 const Layout            *layout)
{
  gboolean compact = layout->second >= SHAPE_COMPACT;
  int n_exercises;

  add_second_title (spec, document, layout);
  n_exercises = add_exercises (spec, document, layout->second);
  soleus_handout_add_left_out (spec, document);
  soleus_handout_add_changes (spec, document);
  if (n_exercises > 0)
    soleus_handout_add_tick_chart (spec, document, layout->more > 1, compact);
  add_pieces (spec, document);
  /* what the frame says besides the date stands nowhere else */
  if (layout->second == SHAPE_TIGHT && spec->next_visit_note == NULL && spec->n_windows > 0)
    soleus_handout_add_next_visit_line (spec, document);
  else
    soleus_handout_add_next_visit (spec, document, compact);
  if (layout->more > 0 && !layout->summed)
    soleus_handout_add_summary (spec, document, compact);
  soleus_handout_add_sources (spec, document, compact);
}

/* "T. Exemplar, sports therapist · 01632 960 123 · protocol 3, copy 8f2c"; the telephone number without its hours */
static char *
format_footer (const SoleusHandoutSpec *spec)
{
  g_autofree char *number = spec->clinic_phone != NULL ? g_strndup (spec->clinic_phone, strcspn (spec->clinic_phone, ",;")) : NULL;
  g_autofree char *phone = soleus_handout_isolate (spec, number, TRUE), *copy_id = soleus_handout_isolate (spec, spec->copy_id, TRUE);
  g_autofree char *therapist = soleus_handout_isolate (spec, spec->therapist_name, FALSE);
  g_autofree char *credential = soleus_handout_isolate (spec, spec->therapist_credential, FALSE);
  const char *own = soleus_content_get_own_version (spec->content);
  g_autofree char *protocol = soleus_content_format_text (spec->content, own != NULL ? "handout.protocol.own" : "handout.protocol",
                                                          "version", soleus_content_get_version (spec->content), "own", own, NULL);
  g_autofree char *copy = copy_id != NULL ? soleus_content_format_text (spec->content, "handout.copy", "id", copy_id, NULL) : NULL;
  const char *comma = soleus_handout_get_text (spec, "handout.comma");
  const struct { const char *separator, *text; } parts[] = { { comma, credential }, { " · ", phone }, { " · ", protocol }, { comma, copy } };
  GString *footer = g_string_new (soleus_handout_get_direction_mark (spec));

  g_string_append (footer, therapist);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].text != NULL)
      g_string_append_printf (footer, "%s%s", parts[i].separator, parts[i].text);
  return g_string_free (footer, FALSE);
}

void
soleus_handout_set_frame (const SoleusHandoutSpec *spec,
                          SoleusDocument          *document)
{
  g_autofree char *date = soleus_document_date_format_header (spec->issued_at, get_language (spec));
  g_autofree char *footer = format_footer (spec);

  soleus_document_set_author (document, spec->therapist_name);
  soleus_document_set_logo (document, spec->logo); /* before the shape is chosen: it takes room */
  soleus_document_set_header (document, spec->clinic_name, date);
  soleus_document_set_footer (document, footer, soleus_handout_get_text (spec, "handout.page"));
}

static SoleusDocument *
create_document (const SoleusHandoutSpec *spec,
                 const Layout            *layout)
{
  const char *title = soleus_handout_get_text (spec, is_calf_only (spec) ? "handout.title" : "handout.title.other");
  SoleusDocument *document = soleus_document_new (title, get_language (spec), spec->paper, spec->large_print, spec->issued_at);

  soleus_handout_set_frame (spec, document);
  add_first_page (spec, document, layout->first);
  if (layout->turned)
    soleus_document_add_block (document, soleus_block_new_page_break ());
  add_cramp (spec, document, layout->first);
  if (layout->summed)
    soleus_handout_add_summary (spec, document, layout->first != FIRST_ROOMY);
  if (layout->alone)
    return document;
  if (!spec->large_print && !layout->one_page && !layout->turned)
    soleus_document_add_block (document, soleus_block_new_page_break ());
  add_second_page (spec, document, layout);
  return document;
}

/* Returns: (transfer full) (nullable): the document, if it has no more than @most pages */
static SoleusDocument *
try_layout (const SoleusHandoutSpec *spec,
            const Layout            *layout,
            int                      most)
{
  g_autoptr (SoleusDocument) document = create_document (spec, layout);

  return soleus_document_get_n_pages (document) <= most ? g_steal_pointer (&document) : NULL;
}

/* Without exercises little follows the first page: where there is room, it stands there. Where there is none, the page is turned before what
 * to do in a cramp, so that each page has something to say. */
static SoleusDocument *
create_without_exercises (const SoleusHandoutSpec *spec)
{
  SoleusDocument *document = NULL;

  for (First first = FIRST_ROOMY; document == NULL && first < N_FIRST; first++)
    document = try_layout (spec, &(Layout) { .first = first, .second = SHAPE_COMPACT, .one_page = TRUE }, 1);
  return document != NULL ? document : create_document (spec, &(Layout) { .turned = TRUE, .more = 2 });
}

/* Returns: how many pages the first one takes */
static int
choose_first (const SoleusHandoutSpec *spec,
              Layout                  *layout)
{
  static const struct { First first; gboolean summed; } tries[] = {
    { FIRST_ROOMY, TRUE }, { FIRST_COMPACT, TRUE }, { FIRST_ROOMY, FALSE }, { FIRST_COMPACT, FALSE }, { FIRST_LOW, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      Layout first = { .first = tries[i].first, .summed = tries[i].summed, .alone = TRUE };
      g_autoptr (SoleusDocument) document = try_layout (spec, &first, 1);

      if (document == NULL)
        continue;
      layout->first = first.first;
      layout->summed = first.summed;
      return 1;
    }
  return 2; /* a language with very long words */
}

/**
 * soleus_handout_new_document:
 * @spec: what the sheet says
 *
 * With up to four exercises the sheet has two pages; where they do not fit, the exercises take less room. Without exercises it has one where
 * that is enough. Large print flows onto as many pages as it needs. The window's end is printed as a date and a clock time.
 *
 * Returns: (transfer full): the handout
 */
SoleusDocument *
soleus_handout_new_document (const SoleusHandoutSpec *spec)
{
  static const struct { Shape second; int more; } tries[] = {
    { SHAPE_ROOMY, 2 }, { SHAPE_SNUG, 2 }, { SHAPE_ROOMY, 1 }, { SHAPE_SNUG, 1 }, { SHAPE_ROOMY, 0 }, { SHAPE_SNUG, 0 }, { SHAPE_COMPACT, 2 },
    { SHAPE_COMPACT, 1 }, { SHAPE_COMPACT, 0 }, { SHAPE_TIGHT, 1 }, { SHAPE_TIGHT, 0 },
  };
  SoleusDocument *document = NULL;
  Layout layout = { .more = 2 };
  int n_first;

  g_return_val_if_fail (spec != NULL && SOLEUS_IS_CONTENT (spec->content), NULL);
  g_return_val_if_fail (spec->therapist_name != NULL && spec->clinic_name != NULL, NULL);

  layout.second = SHAPE_SNUG;
  if (spec->large_print)
    return create_document (spec, &layout);
  if (spec->n_exercises == 0)
    return create_without_exercises (spec);
  n_first = choose_first (spec, &layout);
  for (gsize i = 0; document == NULL && i < G_N_ELEMENTS (tries); i++)
    {
      layout.second = tries[i].second;
      layout.more = tries[i].more;
      document = try_layout (spec, &layout, n_first + 1);
    }
  layout.second = SHAPE_COMPACT; /* more than two pages in any case: then they may as well be easy to read */
  layout.more = 2;
  return document != NULL ? document : create_document (spec, &layout);
}
