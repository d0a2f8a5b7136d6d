#include "soleus-config.h"

#include "soleus-visit-summary.h"

#include "soleus-document-date.h"

#include <glib/gi18n-lib.h>

static void
add_paragraph (SoleusDocument *document,
               SoleusTextRole  role,
               const char     *text)
{
  soleus_document_add_block (document, soleus_block_new_paragraph (role, text));
}

static void
add_heading (SoleusDocument *document,
             const char     *title)
{
  SoleusBlock *heading = soleus_block_new_heading (3, title);

  soleus_block_set_space (heading, 6, 0);
  soleus_document_add_block (document, heading);
}

static const SoleusVisitSummaryAmendment *
find_correction (const SoleusVisitSummarySpec *spec,
                 const char                   *section)
{
  const SoleusVisitSummaryAmendment *newest = NULL;

  for (gsize i = 0; section != NULL && i < spec->n_amendments; i++)
    if (spec->amendments[i].kind == SOLEUS_AMENDMENT_KIND_CORRECTION && g_strcmp0 (spec->amendments[i].section, section) == 0)
      newest = &spec->amendments[i];
  return newest;
}

static void
add_correction (const SoleusVisitSummarySpec *spec,
                SoleusDocument               *document,
                const char                   *section)
{
  const SoleusVisitSummaryAmendment *correction = find_correction (spec, section);
  g_autofree char *text = correction != NULL ? g_strdup_printf (_("Corrected: %s"), correction->text) : NULL;

  if (text != NULL)
    add_paragraph (document, SOLEUS_TEXT_ROLE_BODY, text);
}

/* What was not written down is said, never left blank. What was corrected is struck through, and stays readable. */
static void
add_part (const SoleusVisitSummarySpec *spec,
          SoleusDocument               *document,
          const char                   *section,
          const char                   *title,
          const char                   *text)
{
  const SoleusVisitSummaryAmendment *correction = find_correction (spec, section);
  const char *words = text != NULL && text[0] != '\0' ? text : _("Not recorded");

  add_heading (document, title);
  add_paragraph (document, correction != NULL ? SOLEUS_TEXT_ROLE_STRUCK : SOLEUS_TEXT_ROLE_BODY, words);
  add_correction (spec, document, section);
}

static void
add_list (SoleusDocument    *document,
          const char        *title,
          const char *const *lines)
{
  if (lines == NULL || lines[0] == NULL)
    return;
  add_heading (document, title);
  soleus_document_add_block (document, soleus_block_new_list (lines, FALSE));
}

static char *
format_signature (const SoleusVisitSummarySpec *spec)
{
  g_autofree char *when = NULL;

  if (spec->state != SOLEUS_VISIT_STATE_SIGNED)
    return g_strdup (_("Draft, not signed"));
  if (spec->signed_at == SOLEUS_UNKNOWN_INSTANT)
    return g_strdup_printf (_("Signed by %s"), spec->signed_by != NULL ? spec->signed_by : spec->therapist_name);
  when = soleus_document_date_format_moment (spec->signed_at, spec->language);
  return g_strdup_printf (_("Signed by %s, %s"), spec->signed_by != NULL ? spec->signed_by : spec->therapist_name, when);
}

static char *
format_state (const SoleusVisitSummarySpec *spec)
{
  g_autofree char *signature = format_signature (spec);

  if (spec->n_amendments == 0)
    return g_steal_pointer (&signature);
  return g_strdup_printf (ngettext ("%s. %u amendment, at the end.", "%s. %u amendments, at the end.",
                                    spec->n_amendments), signature, (guint) spec->n_amendments);
}

static void
add_treatments (const SoleusVisitSummarySpec *spec,
                SoleusDocument               *document)
{
  static const double shares[] = { 0.36, 0.24, 0.1, 0.14, 0.16 };
  SoleusBlock *table;

  add_heading (document, _("Treatments"));
  if (spec->n_treatments == 0)
    {
      add_paragraph (document, SOLEUS_TEXT_ROLE_BODY, _("None"));
      return;
    }
  table = soleus_block_new_table (NULL, (const char *[]) { _("Treatment"), _("Where"), _("Min"), _("Start"), _("State"), NULL }, shares, "ssess");
  for (gsize i = 0; i < spec->n_treatments; i++)
    {
      const SoleusVisitSummaryTreatment *one = &spec->treatments[i];
      g_autofree char *minutes = soleus_real_is_known (one->minutes) ? g_strdup_printf ("%.3g", one->minutes) : g_strdup ("?");
      g_autofree char *start = one->start != SOLEUS_UNKNOWN_INSTANT ? soleus_document_date_format_time (one->start, spec->language) : g_strdup ("?");
      const char *state = one->is_refused ? _("not given") : one->override_reason != NULL ? _("overridden") : _("given");

      soleus_block_table_add_row (table, (const char *[]) { one->modality, one->place != NULL ? one->place : "?", minutes, start, state, NULL });
    }
  soleus_document_add_block (document, table);
  add_correction (spec, document, "treatments");
}

static void
add_overrides (const SoleusVisitSummarySpec *spec,
               SoleusDocument               *document)
{
  SoleusBlock *box = NULL;

  for (gsize i = 0; i < spec->n_treatments; i++)
    {
      const SoleusVisitSummaryTreatment *one = &spec->treatments[i];
      g_autofree char *text = NULL;

      if (one->override_reason == NULL)
        continue;
      if (box == NULL)
        box = soleus_block_new_box (SOLEUS_BOX_STYLE_FRAME, _("Given against the window"));
      text = g_strdup_printf (_("%s, %s: %s. %s"), one->modality, one->place != NULL ? one->place : "?", one->override_reason,
                              one->override_text != NULL ? one->override_text : "");
      soleus_block_add (box, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_BODY, text));
    }
  if (box != NULL)
    soleus_document_add_block (document, box);
}

static const char *
get_amendment_label (SoleusAmendmentKind kind)
{
  switch (kind)
    {
    case SOLEUS_AMENDMENT_KIND_CORRECTION:
      return _("Correction");
    case SOLEUS_AMENDMENT_KIND_LATE_ENTRY:
      return _("Late entry");
    case SOLEUS_AMENDMENT_KIND_ADDENDUM:
    default:
      return _("Addendum");
    }
}

static const char *
get_section_label (const char *section)
{
  static const struct {
    const char *section;
    const char *label;
  } labels[] = {
    { "subjective", N_("Subjective") }, { "objective", N_("Objective") }, { "assessment", N_("Assessment") }, { "plan", N_("Plan") },
    { "treatments", N_("Treatments") },
  };

  for (gsize i = 0; section != NULL && i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].section, section))
      return _(labels[i].label);
  return section;
}

/* The part of the visit and why: “Objective. Reason: Wrong side in the measures” */
static char *
dup_amendment_reason (const SoleusVisitSummaryAmendment *one)
{
  g_autofree char *reason = one->reason != NULL ? g_strdup_printf (_("Reason: %s"), one->reason) : NULL;

  if (one->section == NULL)
    return g_steal_pointer (&reason);
  return reason != NULL ? g_strdup_printf ("%s. %s", get_section_label (one->section), reason) : g_strdup (get_section_label (one->section));
}

static void
add_amendments (const SoleusVisitSummarySpec *spec,
                SoleusDocument               *document)
{
  for (gsize i = 0; i < spec->n_amendments; i++)
    {
      const SoleusVisitSummaryAmendment *one = &spec->amendments[i];
      SoleusBlock *box = soleus_block_new_box (SOLEUS_BOX_STYLE_PLAIN, NULL);
      g_autofree char *when = soleus_document_date_format_moment (one->time, spec->language);
      /* Translators: kind of amendment, time, author: “Correction, Fri 21 Nov 2025, 6:40 pm, T. Exemplar” */
      g_autofree char *title = g_strdup_printf (_("%s, %s, %s"), get_amendment_label (one->kind), when, one->author);
      g_autofree char *reason = dup_amendment_reason (one);

      soleus_block_add (box, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_STRONG, title));
      if (reason != NULL)
        soleus_block_add (box, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_BODY, reason));
      if (one != find_correction (spec, one->section)) /* that one stands where it corrects */
        soleus_block_add (box, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_BODY, one->text));
      soleus_document_add_block (document, box);
    }
}

static void
set_frame (const SoleusVisitSummarySpec *spec,
           SoleusDocument               *document)
{
  g_autofree char *date = soleus_document_date_format_header (spec->issued_at, spec->language);
  g_autoptr (GString) footer = g_string_new (spec->therapist_name);

  if (spec->therapist_credential != NULL)
    g_string_append_printf (footer, ", %s", spec->therapist_credential);
  if (spec->clinic_phone != NULL)
    g_string_append_printf (footer, " · %s", spec->clinic_phone);
  if (spec->copy_id != NULL)
    g_string_append_printf (footer, " · %s", spec->copy_id);
  soleus_document_set_author (document, spec->therapist_name);
  soleus_document_set_header (document, spec->clinic_name, date);
  soleus_document_set_footer (document, footer->str, _("Page {page} of {pages}"));
}

/**
 * soleus_visit_summary_new_document:
 * @spec: what the summary says
 *
 * Interface texts are translated to the language of the process; dates follow @spec.
 *
 * Returns: (transfer full): the summary, as a rule one page
 */
SoleusDocument *
soleus_visit_summary_new_document (const SoleusVisitSummarySpec *spec)
{
  SoleusDocument *document;
  g_autofree char *title = NULL, *when = NULL, *state = NULL;

  g_return_val_if_fail (spec != NULL && spec->language != NULL, NULL);
  g_return_val_if_fail (spec->athlete_name != NULL && spec->therapist_name != NULL, NULL);

  title = g_strdup_printf (_("Visit: %s"), spec->athlete_name);
  when = soleus_document_date_format_moment (spec->time, spec->language);
  state = format_state (spec);

  document = soleus_document_new (title, spec->language, spec->paper, spec->large_print, spec->issued_at);
  set_frame (spec, document);
  soleus_document_add_block (document, soleus_block_new_heading (1, title));
  if (spec->athlete_details != NULL)
    add_paragraph (document, SOLEUS_TEXT_ROLE_BODY, spec->athlete_details);
  add_paragraph (document, SOLEUS_TEXT_ROLE_STRONG, when);
  add_paragraph (document, SOLEUS_TEXT_ROLE_BODY, state);
  add_list (document, _("Windows at the visit"), spec->windows);
  add_list (document, _("Episodes"), spec->episodes);
  add_part (spec, document, "subjective", _("Subjective: what was said"), spec->subjective);
  add_part (spec, document, "objective", _("Objective: what was found"), spec->objective);
  add_list (document, _("Tests and measures"), spec->measures);
  add_part (spec, document, "assessment", _("Assessment"), spec->assessment);
  add_treatments (spec, document);
  add_overrides (spec, document);
  add_part (spec, document, "plan", _("Plan"), spec->plan);
  if (spec->follow_up != NULL)
    add_part (spec, document, NULL, _("Follow-up"), spec->follow_up);
  add_amendments (spec, document);
  return document;
}
