#include "soleus-config.h"

#include "soleus-health-rules.h"

#include <glib/gi18n-lib.h>

#include "soleus-moment.h"

/**
 * soleus_health_entry_is_active:
 * @date: “YYYY-MM-DD”
 *
 * Returns: %TRUE from the first to the last day, both included; a date that is not known does not end it
 */
gboolean
soleus_health_entry_is_active (const SoleusHealthEntry *self,
                               const char              *date)
{
  g_return_val_if_fail (self != NULL && date != NULL, FALSE);

  return (self->since == NULL || g_strcmp0 (self->since, date) <= 0) &&
         (self->until == NULL || g_strcmp0 (date, self->until) <= 0);
}

static const char *
get_name (const SoleusHealthEntry *entry)
{
  return entry->name != NULL ? entry->name : soleus_catalogue_row_get_label (&entry->factor->row);
}

/* The published ratio, with its interval where one is given. */
static SoleusReason *
create_cramp_reason (const SoleusHealthEntry *entry)
{
  const SoleusHealthFactor *factor = entry->factor;

  if (factor->ratio <= 0)
    return soleus_reason_new ("cramp-association", factor->row.sources,
                              _("%s: associated with cramps. An association is not a cause. Discuss it with the prescriber; do not stop it."),
                              get_name (entry));
  if (factor->ratio_low > 0)
    return soleus_reason_new ("cramp-association", factor->row.sources,
                              _("%s: associated with cramps, published ratio %.2f (%.2f to %.2f). An association is not a cause. Discuss it with the prescriber; do not stop it."),
                              get_name (entry), factor->ratio, factor->ratio_low, factor->ratio_high);
  return soleus_reason_new ("cramp-association", factor->row.sources,
                            _("%s: associated with cramps, published ratio %.2f. An association is not a cause. Discuss it with the prescriber; do not stop it."),
                            get_name (entry), factor->ratio);
}

static SoleusReason *
create_condition_reason (const SoleusHealthEntry *entry)
{
  const SoleusHealthFactor *factor = entry->factor;

  if (factor->ratio <= 0)
    return soleus_reason_new ("cramp-association", factor->row.sources,
                              _("%s: associated with cramps. An association is not a cause."), get_name (entry));
  return soleus_reason_new ("cramp-association", factor->row.sources,
                            _("%s: associated with cramps, published ratio %.2f. An association is not a cause."), get_name (entry), factor->ratio);
}

static void
add_entry (SoleusHealth            *self,
           const SoleusHealthEntry *entry)
{
  int effects = entry->factor->row.value;

  if (effects & SOLEUS_HEALTH_EFFECT_CRAMP)
    g_ptr_array_add (self->reasons, entry->name != NULL ? create_cramp_reason (entry) : create_condition_reason (entry));
  if (effects & SOLEUS_HEALTH_EFFECT_BLEEDING)
    {
      self->bleeding_risk = TRUE;
      g_ptr_array_add (self->reasons, soleus_reason_new (
        "bleeding-risk", entry->factor->row.sources,
        _("%s: makes bleeding likelier. Caution beyond the window until somebody re-checked."), get_name (entry)));
    }
  if (effects & SOLEUS_HEALTH_EFFECT_CLOT)
    {
      self->clot_risk = TRUE;
      g_ptr_array_add (self->reasons, soleus_reason_new (
        "clot-risk", entry->factor->row.sources, _("%s: makes a clot likelier. Say so when you refer."), get_name (entry)));
    }
  if (effects & SOLEUS_HEALTH_EFFECT_PREGNANCY)
    self->pregnant = TRUE;
}

/**
 * soleus_health_assess:
 * @entries: (array length=n_entries): what is on record
 * @date: the day asked for
 *
 * Returns: (transfer full): what the entries that hold on that day mean for the rules
 */
SoleusHealth *
soleus_health_assess (const SoleusHealthEntry *entries,
                      gsize                    n_entries,
                      const char              *date)
{
  SoleusHealth *self = g_new0 (SoleusHealth, 1);

  self->reasons = soleus_reasons_new ();
  for (gsize i = 0; i < n_entries; i++)
    if (entries[i].factor != NULL && soleus_health_entry_is_active (&entries[i], date))
      add_entry (self, &entries[i]);
  return self;
}

/* The items ask about the last weeks: surgery 12 weeks (published), “recent” 28 days (clinic rule). */
static int
get_days_after (const char *clot_item)
{
  if (g_str_equal (clot_item, "bedridden-or-surgery"))
    return SOLEUS_CLOT_SURGERY_DAYS;
  if (g_str_equal (clot_item, "immobilised"))
    return SOLEUS_CLOT_RECENT_DAYS;
  return 0;
}

static gboolean
answers_item (const SoleusHealthEntry *entry,
              SoleusSide               side,
              const char              *date)
{
  int days;

  if (entry->factor == NULL || entry->factor->clot_item == NULL)
    return FALSE;
  if (entry->side != side && entry->side != SOLEUS_SIDE_UNKNOWN && entry->side != SOLEUS_SIDE_BOTH)
    return FALSE;
  if (entry->since != NULL && g_strcmp0 (entry->since, date) > 0)
    return FALSE;
  if (entry->until == NULL || g_strcmp0 (date, entry->until) <= 0 || g_str_equal (entry->factor->clot_item, "previous-clot"))
    return TRUE;
  days = get_days_after (entry->factor->clot_item);
  return soleus_date_get_days_between (entry->until, date) <= days;
}

/**
 * soleus_health_dup_clot_items:
 * @side: the leg that is screened
 * @date: the day of the screen
 *
 * Returns: (transfer full): the items of the clot screen that the record answers with yes
 */
SoleusAnswers *
soleus_health_dup_clot_items (const SoleusHealthEntry *entries,
                              gsize                    n_entries,
                              SoleusSide               side,
                              const char              *date)
{
  SoleusAnswers *items = soleus_answers_new ();

  for (gsize i = 0; i < n_entries; i++)
    if (answers_item (&entries[i], side, date))
      soleus_answers_set (items, entries[i].factor->clot_item, SOLEUS_ANSWER_YES);
  return items;
}

void
soleus_health_free (SoleusHealth *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->reasons, g_ptr_array_unref); /* may have been taken */
  g_free (self);
}
