#include "soleus-config.h"

#include "soleus-referral-letter.h"

#include "soleus-document-date.h"

#define BLANK "\302\240____________________"

/* A gap must be seen, not hidden: a missing text prints its key. */
static const char *
get_text (const SoleusReferralLetterSpec *spec,
          const char                     *key)
{
  const char *text = soleus_content_get_text (spec->content, key);

  return text != NULL ? text : key;
}

static gboolean
has_text (const char *text)
{
  return text != NULL && text[0] != '\0';
}

static void
add_paragraph (SoleusDocument *document,
               SoleusTextRole  role,
               const char     *text)
{
  if (has_text (text))
    soleus_document_add_block (document, soleus_block_new_paragraph (role, text));
}

/* “To: ____”; what stands between the two is the language’s: French has a space before the colon */
static char *
format_line (const SoleusReferralLetterSpec *spec,
             const char                     *key,
             const char                     *value)
{
  return soleus_content_format_text (spec->content, "letter.line", "label", get_text (spec, key), "value", has_text (value) ? value : BLANK, NULL);
}

static void
add_line (SoleusDocument                 *document,
          const SoleusReferralLetterSpec *spec,
          SoleusTextRole                  role,
          const char                     *key,
          const char                     *value)
{
  g_autofree char *text = format_line (spec, key, value);

  soleus_document_add_block (document, soleus_block_new_paragraph (role, text));
}

/* below the name of the clinic, which every page bears */
static void
add_letterhead (SoleusDocument                 *document,
                const SoleusReferralLetterSpec *spec)
{
  g_auto (GStrv) lines = g_strsplit (spec->clinic_address != NULL ? spec->clinic_address : "", "\n", -1);
  g_autofree char *address = g_strjoinv (", ", lines);
  const char *parts[] = { address, spec->clinic_phone, spec->clinic_email };
  g_autoptr (GString) line = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (has_text (parts[i]))
      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", parts[i]);
  add_paragraph (document, SOLEUS_TEXT_ROLE_BODY, line->str);
}

static const char *
get_urgency_key (SoleusUrgency urgency)
{
  switch (urgency)
    {
    case SOLEUS_URGENCY_EMERGENCY:
      return "letter.urgency.emergency";
    case SOLEUS_URGENCY_SAME_DAY:
      return "letter.urgency.same-day";
    case SOLEUS_URGENCY_ROUTINE:
    default:
      return "letter.urgency.routine";
    }
}

static void
add_concern (SoleusDocument                 *document,
             const SoleusReferralLetterSpec *spec)
{
  SoleusBlock *box = soleus_block_new_box (SOLEUS_BOX_STYLE_FRAME, get_text (spec, get_urgency_key (spec->urgency)));
  g_autofree char *concern = format_line (spec, "letter.concern", spec->concern);

  soleus_block_add (box, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_STRONG, concern));
  if (spec->reasons != NULL && spec->reasons[0] != NULL)
    soleus_block_add (box, soleus_block_new_list (spec->reasons, FALSE));
  soleus_document_add_block (document, box);
}

static void
add_section (SoleusDocument                 *document,
             const SoleusReferralLetterSpec *spec,
             const SoleusLetterSection      *section)
{
  static const double shares[] = { 0.27, 0.73 };
  SoleusBlock *table = soleus_block_new_table (NULL, (const char *[]) { get_text (spec, section->title), "", NULL }, shares, "ss");

  for (gsize i = 0; i < section->n_rows; i++)
    soleus_block_table_add_row (table, (const char *[]) {
      section->rows[i].label, has_text (section->rows[i].value) ? section->rows[i].value : BLANK, NULL });
  soleus_document_add_block (document, table);
}

static void
add_question (SoleusDocument                 *document,
              const SoleusReferralLetterSpec *spec)
{
  SoleusBlock *heading = soleus_block_new_heading (3, get_text (spec, "letter.asked"));

  soleus_block_set_space (heading, 6, 0);
  soleus_document_add_block (document, heading);
  add_paragraph (document, SOLEUS_TEXT_ROLE_BODY, has_text (spec->question) ? spec->question : get_text (spec, "letter.question"));
  add_paragraph (document, SOLEUS_TEXT_ROLE_BODY, get_text (spec, "letter.answer"));
}

/* Kept together: no page holds a signature alone. */
static void
add_closing (SoleusDocument                 *document,
             const SoleusReferralLetterSpec *spec)
{
  SoleusBlock *stack = soleus_block_new_stack (TRUE);
  g_autoptr (GString) signature = g_string_new (spec->therapist_name);
  g_autofree char *line = format_line (spec, "letter.signature", NULL);

  if (has_text (spec->therapist_credential))
    g_string_append_printf (signature, ", %s", spec->therapist_credential);
  soleus_block_add (stack, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_BODY, get_text (spec, "letter.disclaimer")));
  soleus_block_add (stack, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_BODY, line));
  soleus_block_add (stack, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_STRONG, signature->str));
  soleus_document_add_block (document, stack);
}

static void
set_frame (SoleusDocument                 *document,
           const SoleusReferralLetterSpec *spec)
{
  g_autofree char *date = soleus_document_date_format_header (spec->issued_at, soleus_content_get_language (spec->content));
  /* a second sheet must find its way back to the first */
  /* a name written from right to left would turn round what follows it */
  const char *mark = !soleus_typography_is_right_to_left (soleus_content_get_language (spec->content)) &&
                     !g_str_is_ascii (spec->athlete_name) ? "\342\200\216" : ""; /* LRM */
  g_autofree char *footer = g_strdup_printf ("%s%s%s%s", mark, spec->athlete_name, has_text (spec->athlete_identity) ? " · " : "",
                                             has_text (spec->athlete_identity) ? spec->athlete_identity : "");

  soleus_document_set_author (document, spec->therapist_name);
  soleus_document_set_header (document, spec->clinic_name, date);
  soleus_document_set_footer (document, footer, get_text (spec, "letter.page"));
}

/**
 * soleus_referral_letter_new_document:
 * @spec: what the letter says
 *
 * Letterhead, urgency, to whom, what was found and why it worries, what is asked. A value that is not known is printed as
 * a blank line.
 *
 * Returns: (transfer full): the letter
 */
SoleusDocument *
soleus_referral_letter_new_document (const SoleusReferralLetterSpec *spec)
{
  SoleusDocument *document;
  g_autofree char *title = NULL;
  g_autofree char *when = NULL;

  g_return_val_if_fail (spec != NULL && spec->content != NULL, NULL);
  g_return_val_if_fail (spec->athlete_name != NULL && spec->therapist_name != NULL && spec->clinic_name != NULL, NULL);

  title = soleus_content_format_text (spec->content, "letter.title", "name", spec->athlete_name, NULL);
  when = soleus_document_date_format_moment (spec->issued_at, soleus_content_get_language (spec->content));
  document = soleus_document_new (title, soleus_content_get_language (spec->content), spec->paper, spec->large_print, spec->issued_at);
  set_frame (document, spec);
  add_letterhead (document, spec);
  soleus_document_add_block (document, soleus_block_new_heading (1, title));
  add_line (document, spec, SOLEUS_TEXT_ROLE_BODY, "letter.to", spec->to);
  add_line (document, spec, SOLEUS_TEXT_ROLE_BODY, "letter.written", when);
  add_line (document, spec, SOLEUS_TEXT_ROLE_BODY, "letter.born-and-sport", spec->athlete_details);
  add_line (document, spec, SOLEUS_TEXT_ROLE_BODY, "letter.phone", spec->athlete_phone);
  add_concern (document, spec);
  add_question (document, spec);
  for (gsize i = 0; i < spec->n_sections; i++)
    if (spec->sections[i].n_rows > 0)
      add_section (document, spec, &spec->sections[i]);
  add_closing (document, spec);
  return document;
}
