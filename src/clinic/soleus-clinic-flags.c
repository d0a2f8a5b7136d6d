#include "soleus-config.h"

#include "soleus-clinic-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "soleus-error.h"
#include "soleus-flag-kind.h"
#include "soleus-flag-register.h"
#include "soleus-records.h"

/* The life of a red flag: what may be changed about it, how it opens again, how long it has been waiting. */

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED, sentence);
  return FALSE;
}

static gboolean
covers (SoleusSide side,
        SoleusSide former)
{
  return side == former || side == SOLEUS_SIDE_BOTH || side == SOLEUS_SIDE_UNKNOWN;
}

static gboolean
is_same_text (SoleusRecord *a,
              SoleusRecord *b,
              const char   *field)
{
  return g_strcmp0 (soleus_record_get_text (a, field), soleus_record_get_text (b, field)) == 0;
}

static gboolean
check_new (SoleusRecord   *flag,
           SoleusInstant   now,
           GError        **error)
{
  const SoleusMoment *raised_at = soleus_record_get_moment (flag, "raised-at");

  if (raised_at == NULL || soleus_moment_get_earliest (raised_at) <= now)
    return TRUE;
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("A red flag cannot be raised in the future. Check the date and the time."));
  return FALSE;
}

/* An outcome is of now or of the past, and of this flag. */
static gboolean
check_outcome (SoleusRecord   *flag,
               SoleusInstant   now,
               GError        **error)
{
  const SoleusMoment *outcome_at = soleus_record_get_moment (flag, "outcome-at");

  if (outcome_at == NULL)
    return TRUE;
  if (soleus_moment_get_earliest (outcome_at) > now)
    g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The outcome cannot be in the future. Check its date and time."));
  else if (soleus_moment_get_latest (outcome_at) < soleus_record_get_instant (flag, "raised-at"))
    g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The outcome is from before the red flag was raised. Check its date and time."));
  else
    return TRUE;
  return FALSE;
}

/* What a flag is about stays as it was; it may only become wider and more urgent. */
static gboolean
check_changed (SoleusRecord  *flag,
               SoleusRecord  *former,
               gboolean       undoing,
               GError       **error)
{
  gboolean was_cleared = soleus_record_get_enum (former, "state") == SOLEUS_FLAG_STATE_CLEARED;

  if (soleus_record_is_void (flag))
    return refuse (error, _("A red flag is never taken away. Record the outcome, also if it was raised by mistake."));
  if (!is_same_text (flag, former, "kind") || !is_same_text (flag, former, "athlete") || !is_same_text (flag, former, "key") ||
      soleus_record_get_instant (flag, "raised-at") != soleus_record_get_instant (former, "raised-at") ||
      !covers (soleus_record_get_enum (flag, "side"), soleus_record_get_enum (former, "side")))
    return refuse (error, _("What a red flag is about stays as it was raised. Record its outcome, and raise another one."));
  if (undoing)
    return TRUE;
  if (soleus_record_get_enum (flag, "urgency") < soleus_record_get_enum (former, "urgency"))
    return refuse (error, _("A red flag does not become less urgent. Record the outcome instead."));
  if (was_cleared && soleus_record_get_enum (flag, "state") != SOLEUS_FLAG_STATE_CLEARED)
    return refuse (error, _("This red flag has its outcome. Open it again instead: the outcome stays readable."));
  if (was_cleared && soleus_record_get_instant (flag, "outcome-at") != soleus_record_get_instant (former, "outcome-at"))
    return refuse (error, _("When the outcome was recorded stays as it was. Open the red flag again instead."));
  return TRUE;
}

/* Since when it stands there why a clot is not suspected is kept by the clinic, not entered. */
static void
stamp_argument (SoleusRecord  *flag,
                SoleusRecord  *former,
                SoleusInstant  now)
{
  g_autoptr (SoleusMoment) at = soleus_moment_new_local (now);

  if (!soleus_record_is_known (flag, "not-clot-because"))
    soleus_record_set_moment (flag, "not-clot-at", NULL);
  else if (former == NULL || !is_same_text (flag, former, "not-clot-because"))
    soleus_record_set_moment (flag, "not-clot-at", at);
  else
    soleus_record_set_moment (flag, "not-clot-at", soleus_record_get_moment (former, "not-clot-at"));
}

/*
 * _soleus_clinic_check_flag:
 * @flag: as it is to be saved
 * @former: (nullable): as it is stored
 * @undoing: the values of before the last change are put back
 *
 * Returns: %FALSE with a sentence in @error
 */
gboolean
_soleus_clinic_check_flag (SoleusClinic  *self,
                           SoleusRecord  *flag,
                           SoleusRecord  *former,
                           gboolean       undoing,
                           GError       **error)
{
  SoleusInstant now = _soleus_clinic_get_latest (self);

  if (!check_outcome (flag, now, error) ||
      (former == NULL ? !check_new (flag, now, error) : !check_changed (flag, former, undoing, error)))
    return FALSE;
  stamp_argument (flag, former, soleus_clinic_get_now (self));
  return TRUE;
}

/* "swelling:…:left" of "swelling:…:left+3" */
static char *
dup_base_key (SoleusRecord *flag)
{
  const char *key = soleus_record_get_text (flag, "key");

  return key != NULL ? g_strndup (key, strcspn (key, "+")) : NULL;
}

/* the first "+n" that is free: a finding that came back by itself may have taken one */
static char *
find_key (GPtrArray  *flags,
          const char *base)
{
  guint n_known = 1;

  for (guint i = 0; i < flags->len; i++)
    {
      g_autofree char *other = dup_base_key (flags->pdata[i]);

      n_known += g_strcmp0 (other, base) == 0;
    }
  return g_strdup_printf ("%s+%u", base, n_known);
}

/**
 * soleus_clinic_reopen_flag:
 * @flag: a stored flag with an outcome
 * @because: what speaks against the outcome
 *
 * The matter opens again as a flag of its own that names the former one: the outcome stays readable, and what was done
 * between the two is not called wrong afterwards.
 *
 * Returns: (transfer full): the new flag, or %NULL with @error set
 */
SoleusRecord *
soleus_clinic_reopen_flag (SoleusClinic  *self,
                           SoleusRecord  *flag,
                           const char    *because,
                           GError       **error)
{
  g_autoptr (SoleusRecord) again = soleus_record_new (&soleus_red_flag_kind);
  g_autoptr (SoleusMoment) now = soleus_moment_new_local (soleus_clinic_get_now (self));
  g_autoptr (GPtrArray) flags = NULL;
  g_autofree char *base = dup_base_key (flag);
  static const char *const texts[] = { "athlete", "episode", "kind", NULL };
  static const char *const enums[] = { "side", "urgency", "target", NULL };

  g_return_val_if_fail (SOLEUS_IS_RED_FLAG (flag), NULL);

  if (soleus_record_get_enum (flag, "state") != SOLEUS_FLAG_STATE_CLEARED)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("This red flag is open already."));
      return NULL;
    }
  if (because == NULL || because[0] == '\0')
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Write down why the red flag is opened again."));
      return NULL;
    }
  flags = soleus_clinic_list_of_athlete (self, &soleus_red_flag_kind, soleus_record_get_text (flag, "athlete"), error);
  if (flags == NULL)
    return NULL;
  for (gsize i = 0; texts[i] != NULL; i++)
    soleus_record_set_text (again, texts[i], soleus_record_get_text (flag, texts[i]));
  for (gsize i = 0; enums[i] != NULL; i++)
    soleus_record_set_enum (again, enums[i], soleus_record_get_enum (flag, enums[i]));
  if (base != NULL)
    {
      g_autofree char *key = find_key (flags, base);

      soleus_record_set_text (again, "key", key);
    }
  soleus_record_set_moment (again, "raised-at", now);
  soleus_record_set_text (again, "reason", because);
  soleus_record_set_text (again, "reopens", soleus_record_get_id (flag));
  return soleus_clinic_save (self, again, error)
           ? soleus_clinic_find (self, &soleus_red_flag_kind, soleus_record_get_id (again), error) : NULL;
}

/**
 * soleus_clinic_get_chase:
 * @flag: a red flag of this clinic
 *
 * A clock that was set back makes nothing less overdue.
 *
 * Returns: since when it waits and whether it is overdue
 */
SoleusFlagChase
soleus_clinic_get_chase (SoleusClinic *self,
                         SoleusRecord *flag)
{
  return soleus_flag_chase_assess (soleus_record_get_enum (flag, "urgency"), soleus_record_get_enum (flag, "state"),
                                   soleus_record_get_instant (flag, "raised-at"), soleus_record_get_instant (flag, "referred-at"),
                                   _soleus_clinic_get_latest (self));
}

/**
 * soleus_clinic_get_flag_basis:
 * @flag: a red flag
 *
 * Returns: (nullable): a sentence, in the language of the labels, where what raised the flag was edited away; one that an earlier version
 *   wrote in another language stays as it was written
 */
const char *
soleus_clinic_get_flag_basis (SoleusRecord *flag)
{
  const char *text = soleus_record_get_text (flag, "basis-changed");

  return text != NULL ? _(text) : NULL;
}

/**
 * soleus_clinic_list_flag_reasons:
 * @flag: a red flag of this clinic
 *
 * The rules are asked again, so that the sentences speak the language of the labels and name the values on record. What somebody wrote
 * down, and what the rules do not say any longer, stays as it was written.
 *
 * Returns: (transfer full): a sentence or a note each; empty where nothing was written down
 */
char **
soleus_clinic_list_flag_reasons (SoleusClinic *self,
                                 SoleusRecord *flag)
{
  const char *reason = soleus_record_get_text (flag, "reason");
  g_autoptr (SoleusRecord) athlete = NULL;
  g_autoptr (SoleusRuleInput) input = NULL;
  char **sentences = NULL;

  g_return_val_if_fail (SOLEUS_IS_RED_FLAG (flag), NULL);

  if (soleus_record_get_bool (flag, "by-rule"))
    athlete = soleus_store_find (self->store, &soleus_athlete_kind, soleus_record_get_text (flag, "athlete"), NULL);
  if (athlete != NULL)
    input = soleus_rule_input_new (self->store, athlete, NULL, soleus_clinic_get_policy (self), soleus_clinic_get_now (self), NULL);
  if (input != NULL)
    sentences = soleus_flag_register_list_reasons (input, flag);
  return sentences != NULL ? sentences : g_strsplit (reason != NULL ? reason : "", "\n", -1);
}
