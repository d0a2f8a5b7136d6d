#include "soleus-config.h"

#include "soleus-red-flags-private.h"

#include <glib/gi18n-lib.h>

/* a sign that raises a flag on its own */
typedef struct {
  const char *sign;
  const char *kind;
} SignRule;

static const SignRule sign_rules[] = {
  { "swelling", "swelling" },
  { "pitting-oedema", "swelling" },
  { "redness", "redness" },
  { "warmth", "warmth" },
  { "pain-at-rest", "pain-at-rest" },
  { "squeeze-no-movement", "achilles-rupture" },
  { "bone-pain", "fracture" },
  { "pale-cold-foot", "pale-cold-foot" },
  { "spreading-redness", "infection" },
  { "numbness", "numbness" },
  { "weakness", "weakness" },
  { "wasting-or-twitching", "wasting-or-twitching" },
  { "bladder-or-bowel", "bladder-or-bowel" },
  { "dark-urine", "dark-urine" },
  { "chest-pain", "chest-pain" },
  { "breathlessness", "breathlessness" },
  { "coughing-blood", "coughing-blood" },
  { "fainting", "fainting" },
  { "collapse", "collapse" },
  { "confusion", "confusion" },
  { "cannot-keep-fluids", "cannot-keep-fluids" },
  { "bloating-headache", "overdrinking" },
  { "pain-on-walking", "pain-on-walking" },
  { "weight-loss", "weight-loss" },
};

static gboolean
has_sign (const SoleusFinding *finding,
          const char          *sign)
{
  return soleus_answers_get (finding->signs, sign) == SOLEUS_ANSWER_YES;
}

static SoleusRaisedFlag *
raise_flag (const SoleusFinding *finding,
            GPtrArray           *flags,
            const char          *kind,
            SoleusUrgency        urgency,
            SoleusReason        *reason)
{
  return soleus_red_flags_raise (flags, kind, urgency, finding->side, finding->episode_id, finding->at, reason);
}

/*
 * soleus_red_flags_add_clot_reasons:
 *
 * In pregnancy and below 18 no score applies: the finding alone is enough to refer.
 */
void
soleus_red_flags_add_clot_reasons (const SoleusRedFlagInput *input,
                                   SoleusRaisedFlag         *flag)
{
  g_ptr_array_add (flag->reasons, soleus_reason_new (
    "clot-screen", "S3 S2 nice-ng158",
    _("Any one of lasting pain, swelling, redness or warmth is enough: a clot must be ruled out by a doctor.")));
  if (input->pregnant == SOLEUS_ANSWER_YES)
    g_ptr_array_add (flag->reasons, soleus_reason_new (
      "clot-screen-pregnant", "sutham-2020 professional-knowledge",
      _("In pregnancy a clot is likelier and no score applies: refer.")));
  if (soleus_int_is_known (input->age_years) && input->age_years < 18)
    g_ptr_array_add (flag->reasons, soleus_reason_new (
      "clot-screen-minor", "nice-ng158", _("Below 18 years no score applies: refer.")));
}

static void
assess_single_signs (const SoleusFinding *finding,
                     GPtrArray           *flags)
{
  const SoleusCatalogue *signs = soleus_catalogue_get_signs ();

  for (gsize i = 0; i < G_N_ELEMENTS (sign_rules); i++)
    {
      const SoleusCatalogueRow *sign;
      SoleusRaisedFlag *flag;

      if (!has_sign (finding, sign_rules[i].sign))
        continue;
      sign = soleus_catalogue_find (signs, sign_rules[i].sign);
      flag = raise_flag (finding, flags, sign_rules[i].kind, (SoleusUrgency) sign->value,
                         soleus_reason_new (sign->id, sign->sources, _("Recorded: %s."), soleus_catalogue_row_get_label (sign)));
      if (g_str_equal (flag->kind->row.id, "swelling") || g_str_equal (flag->kind->row.id, "redness") ||
          g_str_equal (flag->kind->row.id, "warmth"))
        soleus_red_flags_add_clot_reasons (finding->input, flag);
    }
}

/* Exertional rhabdomyolysis: dark urine, or a cramp that does not let go with weakness or swelling (Kahanov 2012). */
static void
assess_muscle_breakdown (const SoleusFinding *finding,
                         GPtrArray           *flags)
{
  gboolean weak = has_sign (finding, "weakness");

  if (has_sign (finding, "dark-urine") && weak)
    raise_flag (finding, flags, "dark-urine", SOLEUS_URGENCY_EMERGENCY,
                soleus_reason_new ("dark-urine-with-weakness", "kahanov-2012 rhabdo-review-2016",
                                   _("Dark urine together with weakness: muscle breakdown must be ruled out at once.")));
  if (finding->unresolved && (weak || has_sign (finding, "swelling")))
    raise_flag (finding, flags, "rhabdomyolysis",
                finding->unaccustomed_load == SOLEUS_ANSWER_YES ? SOLEUS_URGENCY_EMERGENCY : SOLEUS_URGENCY_SAME_DAY,
                soleus_reason_new ("unresolved-with-weakness-or-swelling", "kahanov-2012 rhabdo-review-2016",
                                   finding->unaccustomed_load == SOLEUS_ANSWER_YES
                                     ? _("Not resolved after 10 minutes, with weakness or swelling, after unaccustomed load: muscle breakdown must be ruled out at once.")
                                     : _("Not resolved after 10 minutes, with weakness or swelling: muscle breakdown must be ruled out.")));
}

static void
assess_compartment (const SoleusFinding *finding,
                    GPtrArray           *flags)
{
  static const char *const cues[] = { "tense-calf", "pain-out-of-proportion", "pain-on-passive-stretch" };
  const SoleusCatalogue *signs = soleus_catalogue_get_signs ();
  guint n_cues = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (cues); i++)
    {
      if (!has_sign (finding, cues[i]))
        continue;
      n_cues++;
      raise_flag (finding, flags, "compartment-syndrome", SOLEUS_URGENCY_SAME_DAY,
                  soleus_reason_new (cues[i], "professional-knowledge", _("Recorded: %s."), soleus_catalogue_get_label (signs, cues[i])));
    }
  if (n_cues > 0 && (n_cues > 1 || has_sign (finding, "numbness")))
    raise_flag (finding, flags, "compartment-syndrome", SOLEUS_URGENCY_EMERGENCY,
                soleus_reason_new ("compartment-several-signs", "professional-knowledge",
                                   _("Several signs of high pressure in the muscle together: this cannot wait.")));
}

/* A gap and a pop at the calf; the heel raise must be known to be possible to speak against it, as blanks count as yes. */
static void
assess_achilles (const SoleusFinding *finding,
                 GPtrArray           *flags)
{
  if (finding->region != SOLEUS_REGION_CALF && finding->region != SOLEUS_REGION_WHOLE_BODY)
    return;
  if (soleus_answers_get (finding->screen, "palpable-gap") != SOLEUS_ANSWER_YES ||
      soleus_answers_get (finding->screen, "pop-felt") != SOLEUS_ANSWER_YES ||
      soleus_answers_get (finding->screen, "cannot-heel-raise") == SOLEUS_ANSWER_NO)
    return;
  raise_flag (finding, flags, "achilles-rupture", SOLEUS_URGENCY_SAME_DAY,
              soleus_reason_new ("achilles-gap-and-pop", "professional-knowledge",
                                 _("A gap can be felt, a pop was felt, and a heel raise was not shown to be possible: a torn Achilles tendon must be ruled out.")));
}

static void
assess_fever (const SoleusFinding *finding,
              GPtrArray           *flags)
{
  if (!has_sign (finding, "fever"))
    return;
  if (has_sign (finding, "redness") || has_sign (finding, "warmth") || has_sign (finding, "swelling") ||
      has_sign (finding, "spreading-redness"))
    raise_flag (finding, flags, "infection", SOLEUS_URGENCY_SAME_DAY,
                soleus_reason_new ("fever-with-local-signs", "professional-knowledge delphi-2021",
                                   _("Fever together with redness, warmth or swelling: an infection must be ruled out.")));
  else
    raise_flag (finding, flags, "fever", SOLEUS_URGENCY_SAME_DAY,
                soleus_reason_new ("fever", "professional-knowledge", _("Fever was recorded.")));
}

/* 6 in the morning to 6 in the evening, by the clock where it was entered */
static gboolean
is_by_day (const SoleusMoment *moment)
{
  gint64 seconds = moment->instant / SOLEUS_USEC_PER_SECOND + moment->utc_offset;
  gint64 hour = ((seconds % 86400 + 86400) % 86400) / 3600;

  return moment->precision != SOLEUS_PRECISION_DAY && hour >= 6 && hour < 18;
}

/* Growing pains come from 3 to 14 years, on both sides, in the evening, without a limp (NICE CKS). Cramps under load are
 * another matter, so side and hour count for cramps at rest alone. */
static void
assess_growing_pains (const SoleusFinding *finding,
                      GPtrArray           *flags)
{
  if (!finding->at_rest || finding->input->age_years > 14)
    return;
  if (finding->input->age_years < 3)
    raise_flag (finding, flags, "child-review", SOLEUS_URGENCY_SAME_DAY,
                soleus_reason_new ("child-below-3", "nice-cks", _("Below 3 years leg pain at rest is not growing pain.")));
  if (finding->side == SOLEUS_SIDE_LEFT || finding->side == SOLEUS_SIDE_RIGHT)
    raise_flag (finding, flags, "child-review", SOLEUS_URGENCY_SAME_DAY,
                soleus_reason_new ("child-one-side", "nice-cks", _("Age %d, at rest, on one side: growing pain is on both sides."),
                                   (int) finding->input->age_years));
  if (is_by_day (finding->onset))
    raise_flag (finding, flags, "child-review", SOLEUS_URGENCY_SAME_DAY,
                soleus_reason_new ("child-by-day", "nice-cks", _("Age %d, at rest, by day: growing pain comes in the evening."),
                                   (int) finding->input->age_years));
}

static void
assess_child (const SoleusFinding *finding,
              GPtrArray           *flags)
{
  if (!soleus_int_is_known (finding->input->age_years) || finding->input->age_years >= 18)
    return;
  assess_growing_pains (finding, flags);
  if (has_sign (finding, "limp") || has_sign (finding, "fever") || has_sign (finding, "weight-loss"))
    raise_flag (finding, flags, "child-review", SOLEUS_URGENCY_SAME_DAY,
                soleus_reason_new ("child-limp-fever-weight-loss", "nice-cks",
                                   _("In a child or teenager a limp, fever or weight loss needs a doctor.")));
}

/*
 * soleus_red_flags_assess_signs:
 *
 * The signs and the damage screen of one finding, alone and in combination.
 */
void
soleus_red_flags_assess_signs (const SoleusFinding *finding,
                               GPtrArray           *flags)
{
  assess_single_signs (finding, flags);
  assess_muscle_breakdown (finding, flags);
  assess_compartment (finding, flags);
  assess_achilles (finding, flags);
  assess_fever (finding, flags);
  assess_child (finding, flags);
}
