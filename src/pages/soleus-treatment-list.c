#include "soleus-config.h"

#include "soleus-treatment-list.h"

#include "soleus-treatment-line.h"

#include <glib/gi18n-lib.h>

static void
given_free (gpointer data)
{
  SoleusGiven *given = data;

  g_clear_object (&given->record);
  g_clear_pointer (&given->decision, soleus_decision_free);
  g_free (given);
}

/**
 * soleus_treatment_list_init:
 *
 * Makes an empty list.
 */
void
soleus_treatment_list_init (SoleusTreatmentList *self)
{
  self->given = g_ptr_array_new_with_free_func (given_free);
  self->taken_back = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * soleus_treatment_list_clear:
 *
 * Frees what the list holds; may be called again.
 */
void
soleus_treatment_list_clear (SoleusTreatmentList *self)
{
  g_clear_pointer (&self->given, g_ptr_array_unref);
  g_clear_pointer (&self->taken_back, g_ptr_array_unref);
}

/* Returns: (transfer full) (nullable): the last decision that is stored for a treatment */
static SoleusDecision *
dup_decision (SoleusRecord *treatment,
              GPtrArray    *overrides)
{
  for (guint i = overrides != NULL ? overrides->len : 0; i > 0; i--)
    {
      SoleusRecord *override = overrides->pdata[i - 1];
      SoleusDecision *decision;

      if (g_strcmp0 (soleus_record_get_text (override, "treatment"), soleus_record_get_id (treatment)) != 0)
        continue;
      decision = g_new0 (SoleusDecision, 1);
      decision->reason = soleus_record_get_enum (override, "reason");
      decision->text = g_strdup (soleus_record_get_text (override, "text"));
      decision->consent = soleus_record_get_enum (override, "consent");
      decision->state = soleus_record_get_enum (override, "state");
      return decision;
    }
  return NULL;
}

/**
 * soleus_treatment_list_load:
 * @treatments: (nullable) (element-type SoleusRecord): stored ones, oldest first
 * @overrides: (nullable) (element-type SoleusRecord): the stored decisions on them, oldest first
 */
void
soleus_treatment_list_load (SoleusTreatmentList *self,
                            GPtrArray           *treatments,
                            GPtrArray           *overrides)
{
  g_ptr_array_set_size (self->given, 0);
  g_ptr_array_set_size (self->taken_back, 0);
  for (guint i = 0; treatments != NULL && i < treatments->len; i++)
    soleus_treatment_list_add (self, treatments->pdata[i], dup_decision (treatments->pdata[i], overrides));
}

/**
 * soleus_treatment_list_add:
 * @treatment: (transfer none): what was given
 * @decision: (transfer full) (nullable): against the rule
 */
void
soleus_treatment_list_add (SoleusTreatmentList *self,
                           SoleusRecord        *treatment,
                           SoleusDecision      *decision)
{
  SoleusGiven *given = g_new0 (SoleusGiven, 1);

  given->record = g_object_ref (treatment);
  given->decision = decision;
  g_ptr_array_add (self->given, given);
}

/**
 * soleus_treatment_list_remove:
 * @given: one of the list; a stored one will be made void when the visit is saved
 */
void
soleus_treatment_list_remove (SoleusTreatmentList *self,
                              SoleusGiven         *given)
{
  if (soleus_record_get_revision (given->record) > 0)
    g_ptr_array_add (self->taken_back, g_object_ref (given->record));
  g_ptr_array_remove (self->given, given);
}

#define GIVEN_FORMAT "(a{sv}bisi)"
/* what was given, what was taken back, and for each given the state that was decided on; drafts of before had no states */
#define CONTENT_FORMAT "(a" GIVEN_FORMAT "aa{sv}ai)"
#define FORMER_FORMAT "(a" GIVEN_FORMAT "aa{sv})"

/**
 * soleus_treatment_list_to_variant:
 *
 * Returns: (transfer floating): the list and what was taken out of it, for the draft
 */
GVariant *
soleus_treatment_list_to_variant (SoleusTreatmentList *self)
{
  GVariantBuilder given_builder, taken_builder, states_builder;

  g_variant_builder_init (&given_builder, G_VARIANT_TYPE ("a" GIVEN_FORMAT));
  g_variant_builder_init (&states_builder, G_VARIANT_TYPE ("ai"));
  for (guint i = 0; i < self->given->len; i++)
    {
      SoleusGiven *given = self->given->pdata[i];
      SoleusDecision *decision = given->decision;

      g_variant_builder_add (&given_builder, "(@a{sv}bisi)", soleus_record_to_variant (given->record), decision != NULL,
                             decision != NULL ? (int) decision->reason : 0, decision != NULL ? decision->text : "",
                             decision != NULL ? (int) decision->consent : 0);
      g_variant_builder_add (&states_builder, "i", decision != NULL ? (int) decision->state : 0);
    }
  g_variant_builder_init (&taken_builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < self->taken_back->len; i++)
    g_variant_builder_add (&taken_builder, "@a{sv}", soleus_record_to_variant (self->taken_back->pdata[i]));
  return g_variant_new (CONTENT_FORMAT, &given_builder, &taken_builder, &states_builder);
}

/**
 * soleus_treatment_list_restore:
 * @content: as soleus_treatment_list_to_variant() gave it; anything else is left alone
 */
void
soleus_treatment_list_restore (SoleusTreatmentList *self,
                               GVariant            *content)
{
  g_autoptr (GVariantIter) given_iter = NULL;
  g_autoptr (GVariantIter) taken_iter = NULL;
  g_autoptr (GVariantIter) states = NULL;
  const char *text;
  GVariant *fields;
  gboolean decided;
  int reason, consent;

  if (g_variant_is_of_type (content, G_VARIANT_TYPE (CONTENT_FORMAT)))
    g_variant_get_child (content, 2, "ai", &states);
  else if (!g_variant_is_of_type (content, G_VARIANT_TYPE (FORMER_FORMAT)))
    return;
  soleus_treatment_list_load (self, NULL, NULL);
  g_variant_get_child (content, 0, "a" GIVEN_FORMAT, &given_iter);
  g_variant_get_child (content, 1, "aa{sv}", &taken_iter);
  while (g_variant_iter_loop (given_iter, "(@a{sv}bi&si)", &fields, &decided, &reason, &text, &consent))
    {
      SoleusGiven *given = g_new0 (SoleusGiven, 1);
      int state = SOLEUS_WINDOW_STATE_CAUTION; /* the mildest that asks for a reason */

      if (states != NULL)
        g_variant_iter_next (states, "i", &state);
      given->record = soleus_record_new_from_variant (&soleus_treatment_kind, fields, NULL);
      if (decided)
        {
          given->decision = g_new0 (SoleusDecision, 1);
          given->decision->reason = reason;
          given->decision->text = g_strdup (text);
          given->decision->consent = consent;
          given->decision->state = state;
        }
      if (given->record != NULL)
        g_ptr_array_add (self->given, given);
      else
        given_free (given);
    }
  while (g_variant_iter_loop (taken_iter, "@a{sv}", &fields))
    {
      SoleusRecord *record = soleus_record_new_from_variant (&soleus_treatment_kind, fields, NULL);

      if (record != NULL)
        g_ptr_array_add (self->taken_back, record);
    }
}

static gboolean
has_place (SoleusRecord *treatment)
{
  return soleus_record_get_enum (treatment, "side") != SOLEUS_SIDE_UNKNOWN ||
         soleus_record_get_enum (treatment, "region") == SOLEUS_REGION_WHOLE_BODY;
}

/**
 * soleus_given_dup_details:
 * @self: a treatment of the list
 *
 * Returns: (transfer full): "Left calf · 10 min · 11:05"
 */
char *
soleus_given_dup_details (SoleusGiven *self)
{
  SoleusRecord *treatment = self->record;
  g_autoptr (GString) text = g_string_new (NULL);
  const SoleusMoment *at = soleus_record_get_moment (treatment, "at");
  double minutes = soleus_record_get_real (treatment, "minutes");

  if (has_place (treatment))
    {
      g_autofree char *place = soleus_treatment_format_place (soleus_record_get_enum (treatment, "side"), soleus_record_get_enum (treatment, "region"));

      g_string_append (text, place);
    }
  if (soleus_real_is_known (minutes))
    {
      g_autofree char *duration = g_strdup_printf (_("%g min"), minutes);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", duration);
    }
  if (at != NULL && at->precision != SOLEUS_PRECISION_DAY)
    {
      g_autofree char *time = soleus_instant_format (at->instant, "%H:%M");

      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", time);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * soleus_given_dup_line:
 * @self: a treatment of the list
 *
 * Returns: (transfer full): as it is typed, "kneading left calf 10 min 11:05"
 */
char *
soleus_given_dup_line (SoleusGiven *self)
{
  SoleusSide side = soleus_record_get_enum (self->record, "side");
  SoleusTreatmentLine line = { soleus_record_get_text (self->record, "modality"), side, side != SOLEUS_SIDE_UNKNOWN,
                               soleus_record_get_enum (self->record, "region"), soleus_record_get_real (self->record, "minutes"), -1, -1 };
  g_autofree char *time = soleus_instant_format (soleus_record_get_instant (self->record, "at"), "%H %M");

  if (sscanf (time, "%d %d", &line.hour, &line.minute) != 2)
    line.hour = -1;
  return soleus_treatment_line_format (&line);
}

/* The clock time of the line on the day of the visit; without one: now if the visit is today, else the time of the visit. */
static SoleusMoment *
dup_time (SoleusClinic               *clinic,
          SoleusRecord               *visit,
          const SoleusTreatmentLine  *line,
          GError                    **error)
{
  const SoleusMoment *visit_time = soleus_record_get_moment (visit, "time");
  SoleusInstant now = soleus_clinic_get_now (clinic) / SOLEUS_USEC_PER_MINUTE * SOLEUS_USEC_PER_MINUTE;
  g_autofree char *today = soleus_instant_dup_local_date (now);
  g_autofree char *date = visit_time != NULL ? soleus_moment_dup_date (visit_time) : g_strdup (today);
  int year, month, day;
  SoleusInstant instant;

  if (line->hour < 0)
    return g_str_equal (date, today) || visit_time == NULL ? soleus_moment_new_local (now) : soleus_moment_copy (visit_time);
  if (sscanf (date, "%d-%d-%d", &year, &month, &day) != 3)
    return NULL;
  instant = soleus_instant_from_local (year, month, day, line->hour, line->minute, 0, error);
  return instant == SOLEUS_UNKNOWN_INSTANT ? NULL : soleus_moment_new_local (instant);
}

/**
 * soleus_treatment_list_create:
 * @visit: as it stands in the editor: its athlete, its time
 * @line: as it was typed
 *
 * Returns: (transfer full) (nullable): the treatment, or %NULL with @error set where the clock time does not exist on that day
 */
SoleusRecord *
soleus_treatment_list_create (SoleusClinic               *clinic,
                              SoleusRecord               *visit,
                              const SoleusTreatmentLine  *line,
                              GError                    **error)
{
  g_autoptr (SoleusMoment) at = dup_time (clinic, visit, line, error);
  SoleusRecord *treatment;

  if (at == NULL)
    return NULL;
  treatment = soleus_record_new (&soleus_treatment_kind);
  soleus_record_set_text (treatment, "athlete", soleus_record_get_text (visit, "athlete"));
  soleus_record_set_moment (treatment, "at", at);
  soleus_record_set_text (treatment, "modality", line->modality);
  soleus_record_set_enum (treatment, "side", line->side);
  soleus_record_set_enum (treatment, "region", line->has_region ? line->region : SOLEUS_REGION_CALF);
  soleus_record_set_real (treatment, "minutes", line->minutes);
  return treatment;
}

/**
 * soleus_treatment_list_find_refused:
 * @clinic: asked as it is now
 * @verdict: (out): of the gate
 * @window: (out) (transfer full) (nullable): that refuses it
 *
 * Returns: (transfer none) (nullable): the first treatment, not stored yet, that the gate refuses without a reason for this state
 */
SoleusGiven *
soleus_treatment_list_find_refused (SoleusTreatmentList *self,
                                    SoleusClinic        *clinic,
                                    SoleusGateVerdict   *verdict,
                                    SoleusWindow       **window)
{
  for (guint i = 0; i < self->given->len; i++)
    {
      SoleusGiven *given = self->given->pdata[i];
      SoleusRecord *record = given->record;
      g_autoptr (SoleusWindow) one = NULL;

      if (soleus_record_get_revision (record) > 0)
        continue;
      *verdict = soleus_clinic_gate_treatment (clinic, record, &one, NULL);
      if (*verdict == SOLEUS_GATE_VERDICT_ALLOWED || one == NULL || (given->decision != NULL && *verdict != SOLEUS_GATE_VERDICT_FORBIDDEN &&
                                                                     given->decision->state >= one->state))
        continue;
      *window = g_steal_pointer (&one);
      return given;
    }
  return NULL;
}

/**
 * soleus_treatment_list_add_to_change:
 * @change: will save the visit
 * @visit_id: to which the treatments belong
 *
 * Adds what is not stored yet, each with the reason that was given for it, and what was taken out as void.
 */
void
soleus_treatment_list_add_to_change (SoleusTreatmentList *self,
                                     SoleusChange        *change,
                                     const char          *visit_id)
{
  for (guint i = 0; i < self->given->len; i++)
    {
      SoleusGiven *given = self->given->pdata[i];
      SoleusDecision *decision = given->decision;
      g_autoptr (SoleusRecord) record = NULL;

      if (soleus_record_get_revision (given->record) > 0)
        continue;
      record = soleus_record_copy (given->record);
      soleus_record_set_text (record, "visit", visit_id);
      soleus_change_add (change, record);
      if (decision != NULL)
        soleus_change_set_override_of (change, soleus_record_get_id (record), decision->reason, decision->text, decision->consent, decision->state);
    }
  for (guint i = 0; i < self->taken_back->len; i++)
    soleus_change_add_void (change, self->taken_back->pdata[i], _("Taken out of the visit before it was signed"));
}
