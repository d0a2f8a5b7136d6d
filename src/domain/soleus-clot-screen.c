#include "soleus-config.h"

#include "soleus-clot-screen.h"

#include <glib/gi18n-lib.h>

#define ALTERNATIVE "alternative-diagnosis"
#define SWELLING "calf-swelling"

G_DEFINE_ENUM_TYPE (SoleusClotVerdict, soleus_clot_verdict,
                    G_DEFINE_ENUM_VALUE (SOLEUS_CLOT_VERDICT_INCOMPLETE, "incomplete"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CLOT_VERDICT_REFER, "refer"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CLOT_VERDICT_REFER_LIKELY, "refer-likely"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CLOT_VERDICT_REFER_NO_SCORE, "refer-no-score"))

static void
add_reason (SoleusClotScreen *self,
            SoleusReason     *reason)
{
  g_ptr_array_add (self->reasons, reason);
}

/* leg in question − other leg; unknown unless both are measured and the leg is one of them */
static double
get_girth_difference (const SoleusClotScreenInput *input)
{
  if (!soleus_real_is_known (input->girth_left_cm) || !soleus_real_is_known (input->girth_right_cm))
    return SOLEUS_UNKNOWN_REAL;
  switch (input->side)
    {
    case SOLEUS_SIDE_LEFT:
      return input->girth_left_cm - input->girth_right_cm;
    case SOLEUS_SIDE_RIGHT:
      return input->girth_right_cm - input->girth_left_cm;
    case SOLEUS_SIDE_BOTH:
    case SOLEUS_SIDE_UNKNOWN:
    default:
      return SOLEUS_UNKNOWN_REAL;
    }
}

/* A measured difference answers the item; a yes that was ticked stays a yes. */
static void
apply_girths (SoleusClotScreen *self)
{
  gboolean reached;

  if (!soleus_real_is_known (self->girth_difference_cm))
    return;
  /* girths are read to the millimetre: 3.0 must not fail on the binary form of 38.1 − 35.1 */
  reached = self->girth_difference_cm >= SOLEUS_CLOT_GIRTH_DIFFERENCE_CM - 0.0005;
  if (reached)
    soleus_answers_set (self->effective, SWELLING, SOLEUS_ANSWER_YES);
  else if (soleus_answers_get (self->effective, SWELLING) == SOLEUS_ANSWER_UNKNOWN)
    soleus_answers_set (self->effective, SWELLING, SOLEUS_ANSWER_NO);
  add_reason (self, soleus_reason_new ("clot-girth", "wells-2003",
                                       reached ? _("This calf is %.1f cm thicker than the other: 3 cm or more is a yes.")
                                               : _("This calf is %.1f cm thicker than the other; a yes needs 3 cm."),
                                       self->girth_difference_cm));
}

/* What is on record as a condition need not be asked again; a no that was given against it does not stand. */
static void
apply_known (SoleusClotScreen            *self,
             const SoleusClotScreenInput *input)
{
  const SoleusCatalogue *items = soleus_catalogue_get_clot_items ();

  for (gsize i = 0; i < items->n_rows; i++)
    {
      if (soleus_answers_get (input->known, items->rows[i].id) != SOLEUS_ANSWER_YES)
        continue;
      soleus_answers_set (self->effective, items->rows[i].id, SOLEUS_ANSWER_YES);
      add_reason (self, soleus_reason_new ("clot-condition", items->rows[i].sources, _("On record: %s."),
                                           soleus_catalogue_row_get_label (&items->rows[i])));
    }
}

static void
count (SoleusClotScreen *self)
{
  const SoleusCatalogue *items = soleus_catalogue_get_clot_items ();

  for (gsize i = 0; i < items->n_rows; i++)
    switch (soleus_answers_get (self->effective, items->rows[i].id))
      {
      case SOLEUS_ANSWER_YES:
        self->score += items->rows[i].value;
        if (items->rows[i].value > 0)
          self->score_without += items->rows[i].value;
        break;
      case SOLEUS_ANSWER_UNKNOWN:
        self->n_unknown++;
        break;
      case SOLEUS_ANSWER_NO:
      default:
        break;
      }
  self->complete = self->n_unknown == 0;
  self->likely = self->score >= SOLEUS_CLOT_LIKELY_POINTS;
  self->likely_without = self->score_without >= SOLEUS_CLOT_LIKELY_POINTS;
  self->without_sign = self->complete && self->applicable && self->score_without == 0;
}

/* Below 18 and in pregnancy the score was not made for them: nothing is read into it. */
static void
check_applicable (SoleusClotScreen            *self,
                  const SoleusClotScreenInput *input)
{
  self->applicable = TRUE;
  if (soleus_int_is_known (input->age_years) && input->age_years < SOLEUS_CLOT_LOWEST_AGE)
    {
      self->applicable = FALSE;
      add_reason (self, soleus_reason_new ("clot-not-for-minors", "nice-ng158",
                                           _("Age %d: below 18 years no score applies. Refer the same day."), (int) input->age_years));
    }
  else if (!soleus_int_is_known (input->age_years))
    add_reason (self, soleus_reason_new ("clot-age-unknown", "nice-ng158",
                                         _("The age is not on record: below 18 years the score does not apply.")));
  if (input->pregnant == SOLEUS_ANSWER_YES)
    {
      self->applicable = FALSE;
      add_reason (self, soleus_reason_new ("clot-not-in-pregnancy", "sutham-2020 professional-knowledge",
                                           _("In pregnancy no score applies. Refer the same day.")));
    }
}

static void
decide (SoleusClotScreen *self)
{
  if (!self->applicable)
    self->verdict = SOLEUS_CLOT_VERDICT_REFER_NO_SCORE;
  else if (self->likely_without)
    self->verdict = SOLEUS_CLOT_VERDICT_REFER_LIKELY;
  else if (!self->complete)
    self->verdict = SOLEUS_CLOT_VERDICT_INCOMPLETE;
  else
    self->verdict = SOLEUS_CLOT_VERDICT_REFER;

  if (self->n_unknown > 0)
    add_reason (self, soleus_reason_new ("clot-unknown", "wells-2003",
                                         ngettext ("%u of 10 answers is unknown.", "%u of 10 answers are unknown.", self->n_unknown),
                                         self->n_unknown));
  if (self->applicable)
    add_reason (self, soleus_reason_new ("clot-score", "wells-2003 nice-ng158",
                                         _("Two-level score %d with the item “something else is at least as likely”, %d without it; 2 or more is likely. The higher reading decides."),
                                         self->score, self->score_without));
  if (self->likely_without && !self->likely)
    add_reason (self, soleus_reason_new ("clot-alternative", "wells-2003 taylor-2002",
                                         _("Only the other explanation brings the score down. A clot was taken for a calf strain in a published case.")));
  add_reason (self, soleus_reason_new ("clot-never-cleared", "nice-ng158",
                                       _("No score rules a clot out here: even an unlikely one needs a blood test.")));
}

/**
 * soleus_clot_screen_assess:
 * @input: the answers, the girths, and whose they are
 *
 * The two-level score of Wells 2003 with and without the −2 item. Both girths answer the swelling item; conditions on
 * record answer theirs. The reading without the −2 item decides, as the more careful one.
 *
 * Returns: (transfer full): what follows; it can only ever say “refer”
 */
SoleusClotScreen *
soleus_clot_screen_assess (const SoleusClotScreenInput *input)
{
  SoleusClotScreen *self;

  g_return_val_if_fail (input != NULL, NULL);

  self = g_new0 (SoleusClotScreen, 1);
  self->reasons = soleus_reasons_new ();
  self->effective = input->items != NULL ? soleus_answers_copy (input->items) : soleus_answers_new ();
  self->girth_difference_cm = get_girth_difference (input);
  self->begun = !soleus_answers_is_empty (input->items) || soleus_real_is_known (input->girth_left_cm) ||
                soleus_real_is_known (input->girth_right_cm);
  check_applicable (self, input);
  apply_girths (self);
  apply_known (self, input);
  count (self);
  decide (self);
  return self;
}

/**
 * soleus_clot_screen_format:
 *
 * Returns: (transfer full): one sentence: what to do
 */
char *
soleus_clot_screen_format (const SoleusClotScreen *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->verdict)
    {
    case SOLEUS_CLOT_VERDICT_REFER_LIKELY:
      return g_strdup (_("A clot is likely: medical assessment at once. No massage and no heat on this leg."));
    case SOLEUS_CLOT_VERDICT_REFER_NO_SCORE:
      return g_strdup (_("No score applies: medical assessment the same day. No massage and no heat on this leg."));
    case SOLEUS_CLOT_VERDICT_INCOMPLETE:
      return g_strdup (_("Not complete: answer what is open, or refer the same day."));
    case SOLEUS_CLOT_VERDICT_REFER:
    default:
      return g_strdup (_("Refer the same day: this score does not rule a clot out."));
    }
}

void
soleus_clot_screen_free (SoleusClotScreen *self)
{
  if (self == NULL)
    return;
  soleus_answers_free (self->effective);
  g_ptr_array_unref (self->reasons);
  g_free (self);
}
