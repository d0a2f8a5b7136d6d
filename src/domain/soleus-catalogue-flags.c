#include "soleus-config.h"

#include "soleus-flag-kind.h"

#include <glib/gi18n-lib.h>

#define ROUTINE SOLEUS_URGENCY_ROUTINE
#define SAME_DAY SOLEUS_URGENCY_SAME_DAY
#define EMERGENCY SOLEUS_URGENCY_EMERGENCY
#define TO_EMERGENCY SOLEUS_REFERRAL_TARGET_EMERGENCY
#define TO_DOCTOR SOLEUS_REFERRAL_TARGET_SAME_DAY_MEDICAL
#define TO_GP SOLEUS_REFERRAL_TARGET_GP_ROUTINE
#define STOPS SOLEUS_FLAG_EFFECT_HARD_STOP
#define SCREENS SOLEUS_FLAG_EFFECT_CLOT_SCREEN
#define EXPERT SOLEUS_EVIDENCE_EXPERT

#define GROUP_CLOT N_("A clot must be ruled out")
#define GROUP_INJURY N_("A serious injury must be ruled out")
#define GROUP_MUSCLE N_("Muscle breakdown must be ruled out")
#define GROUP_EMERGENCY N_("Call for help now")
#define GROUP_NERVE N_("Nerves and vessels")
#define GROUP_REGULAR N_("Regular sufferers")

#define ASK_ABOUT_CLOT N_("A clot must be ruled out the same day. No massage, no roller and no heat on this leg. Ask about chest pain, breathlessness, recent surgery, long rest in bed or in plaster.")
#define CALL_NOW N_("Call the emergency services now. Stop all treatment.")

/* Row 1 of the window names the kinds that stop: swelling, redness, warmth, clot screen likely, chest signs (whole body),
 * compartment syndrome, infection, fracture, Achilles rupture, rhabdomyolysis. Emergencies of the whole person stop too. */
static const SoleusFlagKind kinds[] = {
  { { "not-resolved-10-minutes", N_("Not resolved after 10 minutes of self-care"), NULL,
      "12 81 127", "S3 nice-cks kahanov-2012", EXPERT, SAME_DAY, GROUP_MUSCLE },
    .target = TO_DOCTOR,
    .advice = N_("Seek medical help the same day. Ask about dark urine, weakness and swelling: each of them makes it more urgent.") },
  { { "dark-urine", N_("Dark urine"), NULL,
      NULL, "kahanov-2012 rhabdo-review-2016", EXPERT, SAME_DAY, GROUP_MUSCLE },
    .effect = STOPS, .whole_body = TRUE, .target = TO_DOCTOR,
    .advice = N_("Muscle breakdown (rhabdomyolysis) must be ruled out the same day. With weakness it is an emergency.") },
  { { "rhabdomyolysis", N_("Cramp that does not let go, with weakness or swelling"), NULL,
      NULL, "kahanov-2012 rhabdo-review-2016", EXPERT, SAME_DAY, GROUP_MUSCLE },
    .effect = STOPS, .whole_body = TRUE, .target = TO_DOCTOR,
    .advice = N_("Muscle breakdown (rhabdomyolysis) must be ruled out the same day. Ask about dark urine.") },

  { { "swelling", N_("Swelling"), NULL, "128 129", "S2 S3", EXPERT, SAME_DAY, GROUP_CLOT },
    .effect = STOPS, .target = TO_DOCTOR, .advice = ASK_ABOUT_CLOT },
  { { "redness", N_("Redness"), NULL, "128 129", "S2 S3", EXPERT, SAME_DAY, GROUP_CLOT },
    .effect = STOPS, .local_heat = TRUE, .target = TO_DOCTOR, .advice = ASK_ABOUT_CLOT },
  { { "warmth", N_("Warmth"), NULL, "128 129", "S2 S3", EXPERT, SAME_DAY, GROUP_CLOT },
    .effect = STOPS, .local_heat = TRUE, .target = TO_DOCTOR, .advice = ASK_ABOUT_CLOT },
  { { "persistent-pain", N_("Pain that persists"),
      N_("When pain counts as persistent is a rule of the clinic: no number is published."),
      "28 128", "S3 clinic-rule", EXPERT, SAME_DAY, GROUP_CLOT },
    .effect = SCREENS, .target = TO_DOCTOR,
    .advice = N_("A clot must be ruled out. Complete the clot screen; if a clot is not suspected, write down why.") },
  { { "clot-screen-incomplete", N_("Clot screen begun and not complete"), NULL,
      "128", "S3 wells-2003", EXPERT, SAME_DAY, GROUP_CLOT },
    .effect = SCREENS, .target = TO_DOCTOR,
    .advice = N_("Complete the clot screen, or send the athlete to a doctor the same day.") },
  { { "clot-screen-complete", N_("Clot screen: refer"),
      N_("No score rules a clot out here: even an unlikely one needs a blood test."),
      "128 129", "wells-2003 nice-ng158", SOLEUS_EVIDENCE_MODERATE, SAME_DAY, GROUP_CLOT },
    .effect = SCREENS, .target = TO_DOCTOR,
    .advice = N_("A clot was thought of: a doctor looks at the leg the same day. If pain alone led to the screen and a clot is not suspected, write down why.") },
  { { "clot-screen-likely", N_("Clot screen: likely"), NULL,
      "128 129", "wells-2003 nice-ng158", SOLEUS_EVIDENCE_MODERATE, SAME_DAY, GROUP_CLOT },
    .effect = STOPS, .target = TO_DOCTOR,
    .advice = N_("Medical assessment the same day, without delay. No score rules a clot out here.") },

  { { "clot-screen-no-score", N_("Clot screen: no score applies"),
      N_("Below 18 years and in pregnancy."),
      "128 129", "nice-ng158 sutham-2020", EXPERT, SAME_DAY, GROUP_CLOT },
    .effect = STOPS, .target = TO_DOCTOR,
    .advice = N_("A clot was thought of and no score applies: medical assessment the same day.") },

  { { "achilles-rupture", N_("Signs of a torn Achilles tendon"), NULL,
      "27", "professional-knowledge", EXPERT, SAME_DAY, GROUP_INJURY },
    .effect = STOPS, .target = TO_DOCTOR,
    .advice = N_("A torn Achilles tendon must be ruled out the same day. No stretching, no weight on the leg.") },
  { { "compartment-syndrome", N_("Signs of high pressure in the muscle"), NULL,
      NULL, "professional-knowledge", EXPERT, SAME_DAY, GROUP_INJURY },
    .effect = STOPS, .target = TO_DOCTOR,
    .advice = N_("Compartment syndrome must be ruled out without delay. Loosen every wrap; do not raise the leg.") },
  { { "fracture", N_("Signs of a fracture"), NULL,
      "57", "S4 professional-knowledge", EXPERT, SAME_DAY, GROUP_INJURY },
    .effect = STOPS, .target = TO_DOCTOR,
    .advice = N_("A fracture must be ruled out the same day. No weight on the leg.") },
  { { "infection", N_("Signs of an infection"), NULL,
      NULL, "delphi-2021 professional-knowledge", EXPERT, SAME_DAY, GROUP_INJURY },
    .effect = STOPS, .local_heat = TRUE, .target = TO_DOCTOR,
    .advice = N_("An infection must be ruled out the same day. No massage and no heat: heat hides the signs.") },
  { { "fever", N_("Fever"), NULL,
      NULL, "professional-knowledge", EXPERT, SAME_DAY, GROUP_INJURY },
    .target = TO_DOCTOR, .advice = N_("Ask for redness, warmth and swelling of the leg. A doctor looks at it the same day.") },
  { { "pain-at-rest", N_("Pain at rest"), NULL, "128", "S3", EXPERT, SAME_DAY, GROUP_INJURY },
    .target = TO_DOCTOR, .advice = N_("Ask for swelling, redness and warmth. A doctor looks at it the same day.") },

  { { "chest-pain", N_("Chest pain"), NULL, "129", "S2 wells-2003", EXPERT, EMERGENCY, GROUP_EMERGENCY },
    .effect = STOPS, .whole_body = TRUE, .target = TO_EMERGENCY, .advice = CALL_NOW },
  { { "breathlessness", N_("Breathlessness"), NULL, "129", "S2 wells-2003", EXPERT, EMERGENCY, GROUP_EMERGENCY },
    .effect = STOPS, .whole_body = TRUE, .target = TO_EMERGENCY, .advice = CALL_NOW },
  { { "coughing-blood", N_("Coughing up blood"), NULL, "129", "S2 wells-2003", EXPERT, EMERGENCY, GROUP_EMERGENCY },
    .effect = STOPS, .whole_body = TRUE, .target = TO_EMERGENCY, .advice = CALL_NOW },
  { { "fainting", N_("Fainting"), NULL, NULL, "professional-knowledge", EXPERT, EMERGENCY, GROUP_EMERGENCY },
    .effect = STOPS, .whole_body = TRUE, .target = TO_EMERGENCY, .advice = CALL_NOW },
  { { "collapse", N_("Collapse under exertion"), NULL, NULL, "nata-2007", EXPERT, EMERGENCY, GROUP_EMERGENCY },
    .effect = STOPS, .whole_body = TRUE, .target = TO_EMERGENCY, .advice = CALL_NOW },
  { { "confusion", N_("Confusion"), NULL, NULL, "nata-2017", EXPERT, EMERGENCY, GROUP_EMERGENCY },
    .effect = STOPS, .whole_body = TRUE, .target = TO_EMERGENCY,
    .advice = N_("Call the emergency services now. If hot, cool first. After drinking a lot, give no more water.") },
  { { "cannot-keep-fluids", N_("Vomiting, cannot keep fluids down"), NULL,
      NULL, "miller-2022", EXPERT, EMERGENCY, GROUP_EMERGENCY },
    .effect = STOPS, .whole_body = TRUE, .target = TO_EMERGENCY, .advice = CALL_NOW },
  { { "pale-cold-foot", N_("Pale or cold foot, no pulse felt"), NULL,
      "54", "nice-cks", EXPERT, EMERGENCY, GROUP_EMERGENCY },
    .effect = STOPS, .target = TO_EMERGENCY, .advice = CALL_NOW },
  { { "bladder-or-bowel", N_("New trouble with bladder or bowel"), NULL,
      NULL, "professional-knowledge", EXPERT, EMERGENCY, GROUP_EMERGENCY },
    .effect = STOPS, .whole_body = TRUE, .target = TO_EMERGENCY, .advice = CALL_NOW },
  { { "overdrinking", N_("Signs of having drunk too much"), NULL,
      NULL, "nata-2017", EXPERT, SAME_DAY, GROUP_EMERGENCY },
    .target = TO_DOCTOR, .advice = N_("Give no more water. A doctor looks at it the same day; with confusion or vomiting call the emergency services.") },

  { { "numbness", N_("Numbness"), NULL, "128", "S3", EXPERT, SAME_DAY, GROUP_NERVE },
    .target = TO_DOCTOR, .advice = N_("A doctor looks at it the same day. Ask about both legs, bladder and bowel.") },
  { { "weakness", N_("New weakness"),
      N_("Weakness that came with the cramp. Weakness found in a strength test is a risk factor."),
      "128", "S3", EXPERT, SAME_DAY, GROUP_NERVE },
    .target = TO_DOCTOR, .advice = N_("A doctor looks at it the same day. Ask about dark urine, bladder and bowel.") },
  { { "wasting-or-twitching", N_("Muscle wasting or twitching"), NULL, NULL, "nice-cks", EXPERT, ROUTINE, GROUP_NERVE },
    .target = TO_GP, .advice = N_("Ask the family doctor to look at it.") },
  { { "pain-on-walking", N_("Calf pain on every walk, gone with rest"), NULL, NULL, "nice-cks", EXPERT, ROUTINE, GROUP_NERVE },
    .target = TO_GP, .advice = N_("Ask the family doctor to look at the circulation.") },

  { { "frequent-cramps", N_("Frequent cramps"),
      N_("What counts as frequent is a rule of the clinic: no number is published."),
      "128 130", "S2 S3 clinic-rule", EXPERT, ROUTINE, GROUP_REGULAR },
    .target = TO_GP, .advice = N_("Regular sufferers should seek medical advice: medicines and blood tests are the doctor’s to review.") },
  { { "disrupts-sleep", N_("Regularly disrupts sleep"),
      N_("What counts as regular is a rule of the clinic: no number is published."),
      "13 128", "S3 clinic-rule", EXPERT, ROUTINE, GROUP_REGULAR },
    .target = TO_GP, .advice = N_("Ask the family doctor to look at it.") },
  { { "unresponsive", N_("Does not respond to treatment"), NULL, "125", "S1", EXPERT, ROUTINE, GROUP_REGULAR },
    .target = TO_GP, .advice = N_("The doctor reviews medicines and decides on blood tests.") },
  { { "child-review", N_("Unusual for a growing child"), NULL, NULL, "nice-cks", EXPERT, SAME_DAY, GROUP_REGULAR },
    .target = TO_DOCTOR, .advice = N_("In a child or teenager a limp, fever or weight loss is not growing pain. A doctor looks at it.") },
  { { "weight-loss", N_("Weight loss without a reason"), NULL, NULL, "nice-cks", EXPERT, ROUTINE, GROUP_REGULAR },
    .target = TO_GP, .advice = N_("Ask the family doctor to look at it.") },
  { { "other", N_("Other concern"), NULL, "101", "S1", EXPERT, SAME_DAY, GROUP_REGULAR },
    .target = TO_DOCTOR, .advice = N_("Write down what worries you and whom the athlete should see.") },
};

/**
 * soleus_flag_kind_find:
 * @id: (nullable): id of a row of soleus_catalogue_get_flag_kinds()
 *
 * Returns: (transfer none) (nullable): the kind, %NULL if there is none
 */
const SoleusFlagKind *
soleus_flag_kind_find (const char *id)
{
  for (gsize i = 0; id != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].row.id, id))
      return &kinds[i];
  return NULL;
}

/**
 * soleus_flag_kind_is_hard_stop:
 * @id: (nullable): id of a kind
 *
 * Returns: %TRUE if an open flag of that kind stops massage and heat until a medical outcome is recorded (row 1)
 */
gboolean
soleus_flag_kind_is_hard_stop (const char *id)
{
  const SoleusFlagKind *kind = soleus_flag_kind_find (id);

  return kind != NULL && kind->effect == SOLEUS_FLAG_EFFECT_HARD_STOP;
}

/**
 * soleus_flag_kind_get_advice:
 *
 * Returns: (transfer none): what to do and what else to ask, translated
 */
const char *
soleus_flag_kind_get_advice (const SoleusFlagKind *self)
{
  g_return_val_if_fail (self != NULL, "");

  return g_dgettext (GETTEXT_PACKAGE, self->advice);
}

/**
 * soleus_catalogue_get_flag_kinds:
 *
 * Returns: (transfer none): kinds of red flags; the value of a row is its #SoleusUrgency
 */
const SoleusCatalogue *
soleus_catalogue_get_flag_kinds (void)
{
  static SoleusCatalogueRow rows[G_N_ELEMENTS (kinds)];
  static const SoleusCatalogue catalogue = { "flag-kinds", rows, G_N_ELEMENTS (rows) };
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
        rows[i] = kinds[i].row;
      g_once_init_leave (&ready, 1);
    }
  return &catalogue;
}
