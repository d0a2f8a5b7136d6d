/* What is planned is not given: when a treatment counts as which. */
#include "soleus-config.h"

#include "soleus-treatment.h"
#include "soleus-visit.h"

typedef struct {
  const char       *name;
  const char       *at;      /* NULL: no time */
  const char       *written; /* NULL: not saved yet */
  int               visit;   /* -1: none; else SoleusVisitState */
  const char       *now;
  gboolean          planned;
  const char       *source;
} Row;

#define NONE -1
#define DRAFT SOLEUS_VISIT_STATE_DRAFT
#define SIGNED SOLEUS_VISIT_STATE_SIGNED

/* clinical.md 1C checks “by treatment time” when a treatment is logged and when one is booked, and speaks of a breach only of “stored
 * treatments”, what was given; that a signature says that something was given is a clinic rule without a published number. */
static const Row rows[] = {
  { "ahead, nothing signed", "2025-05-12T10:00Z", "2025-05-11T10:00Z", DRAFT, "2025-05-11T12:00Z", TRUE, "1C, booking" },
  { "ahead, without a visit", "2025-05-12T10:00Z", "2025-05-11T10:00Z", NONE, "2025-05-11T12:00Z", TRUE, "1C, booking" },
  { "ahead, not saved yet", "2025-05-12T10:00Z", NULL, NONE, "2025-05-11T12:00Z", TRUE, "1C, booking" },
  { "ahead, a visit signed too early", "2025-05-12T10:00Z", "2025-05-11T10:00Z", SIGNED, "2025-05-11T12:00Z", TRUE, "1C, booking" },
  { "one second ahead", "2025-05-12T10:00:01Z", "2025-05-11T10:00Z", DRAFT, "2025-05-12T10:00Z", TRUE, "1C, booking" },
  { "now, written before, not signed", "2025-05-12T10:00Z", "2025-05-11T10:00Z", DRAFT, "2025-05-12T10:00Z", TRUE, "clinic rule" },
  { "over, written before, not signed", "2025-05-12T10:00Z", "2025-05-11T10:00Z", DRAFT, "2025-05-14T10:00Z", TRUE, "clinic rule" },
  { "over, written before, signed", "2025-05-12T10:00Z", "2025-05-11T10:00Z", SIGNED, "2025-05-14T10:00Z", FALSE, "clinic rule" },
  { "over, written again afterwards", "2025-05-12T10:00Z", "2025-05-12T11:00Z", DRAFT, "2025-05-14T10:00Z", FALSE, "1C, treatment time" },
  { "over, written at its very time", "2025-05-12T10:00Z", "2025-05-12T10:00Z", DRAFT, "2025-05-14T10:00Z", FALSE, "1C, treatment time" },
  { "over, nobody to sign", "2025-05-12T10:00Z", "2025-05-11T10:00Z", NONE, "2025-05-12T10:00Z", FALSE, "1C, treatment time" },
  { "back-dated", "2025-05-10T10:00Z", "2025-05-11T10:00Z", DRAFT, "2025-05-11T12:00Z", FALSE, "1C, back-dated" },
  { "being entered for a time that is over", "2025-05-10T10:00Z", NULL, DRAFT, "2025-05-11T12:00Z", FALSE, "1C, back-dated" },
  { "a day alone that has begun", "2025-05-11", "2025-05-11T10:00+02:00", DRAFT, "2025-05-11T12:00+02:00", FALSE, "1B C18" },
  { "a day alone that is to come", "2025-05-12", "2025-05-11T10:00+02:00", DRAFT, "2025-05-11T12:00+02:00", TRUE, "1B C18" },
  { "no time at all", NULL, "2025-05-11T10:00Z", DRAFT, "2025-05-11T12:00Z", FALSE, "1C, treatment time" },
};

static void
set_moment (SoleusRecord *record,
            const char   *field,
            const char   *text)
{
  g_autoptr (SoleusMoment) moment = text != NULL ? soleus_moment_parse (text, NULL) : NULL;

  g_assert_true (text == NULL || moment != NULL);
  soleus_record_set_moment (record, field, moment);
}

static void
test_a_treatment_is_planned_until_it_was_given (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (SoleusRecord) treatment = soleus_record_new (&soleus_treatment_kind);
  g_autoptr (SoleusRecord) visit = row->visit != NONE ? soleus_record_new (&soleus_visit_kind) : NULL;
  g_autoptr (SoleusMoment) now = soleus_moment_parse (row->now, NULL);

  set_moment (treatment, "at", row->at);
  set_moment (treatment, "updated-at", row->written);
  if (visit != NULL)
    soleus_record_set_enum (visit, "state", row->visit);
  g_assert_cmpint (soleus_treatment_is_planned (treatment, visit, now->instant), ==, row->planned);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/treatment/%s (%s)", rows[i].name, rows[i].source);

      g_test_add_data_func (path, &rows[i], test_a_treatment_is_planned_until_it_was_given);
    }
  return g_test_run ();
}
