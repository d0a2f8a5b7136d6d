/* The text that stands for a record is what GVariant prints, for every kind, every type of field and awkward values: its hash is in every file. */
#include "soleus-config.h"

#include <string.h>

#include "soleus-records.h"

static const char *const texts[] = {
  "soleus", "", " ", "it's", "\"quoted\"", "'both\"", "back\\slash", "tab\tand\nline", "\x01", "\x7f", "ö", "走野", "\xe2\x80\x8b", "🦵", "<'a'>", "{}",
};
static const gint64 integers[] = { 0, 1, -1, 48, G_MAXINT32, G_MININT64, G_MAXINT64 };
static const double reals[] = { 0, -0.0, 0.1 + 0.2, 37.2, 1e300, -5e-324, 100, 1234567 };

static void
set_moment (SoleusRecord *record,
            const char   *name,
            guint         round)
{
  g_autoptr (SoleusMoment) moment = soleus_moment_new (integers[round % G_N_ELEMENTS (integers)] / 2, round % 2 == 0 ? 3600 : -12600, round % 3);

  soleus_record_set_moment (record, name, moment);
}

static void
set_ids (SoleusRecord *record,
         const char   *name,
         guint         round)
{
  const char *const ids[] = { "11111111-1111-4111-8111-111111111111", round % 2 == 0 ? NULL : "it's", NULL };

  soleus_record_set_ids (record, name, ids);
}

static void
set_answers (SoleusRecord *record,
             const char   *name,
             guint         round)
{
  soleus_record_set_answer (record, name, "bruising", SOLEUS_ANSWER_YES);
  soleus_record_set_answer (record, name, texts[round], SOLEUS_ANSWER_NO);
}

/* other fields in each round, so that known and unknown ones stand beside each other */
static void
set_field (SoleusRecord      *record,
           const SoleusField *field,
           guint              round)
{
  switch (field->type)
    {
    case SOLEUS_FIELD_INT:
      soleus_record_set_int (record, field->name, integers[round % G_N_ELEMENTS (integers)]);
      break;
    case SOLEUS_FIELD_REAL:
      soleus_record_set_real (record, field->name, reals[round % G_N_ELEMENTS (reals)]);
      break;
    case SOLEUS_FIELD_BOOL:
      soleus_record_set_bool (record, field->name, round % 2 == 0);
      break;
    case SOLEUS_FIELD_ENUM:
      soleus_record_set_enum (record, field->name, (int) round % 2);
      break;
    case SOLEUS_FIELD_ANSWERS:
      set_answers (record, field->name, round);
      break;
    case SOLEUS_FIELD_MOMENT:
      set_moment (record, field->name, round);
      break;
    case SOLEUS_FIELD_IDS:
      set_ids (record, field->name, round);
      break;
    case SOLEUS_FIELD_TEXT:
    case SOLEUS_FIELD_CHOICE:
    case SOLEUS_FIELD_DATE:
    case SOLEUS_FIELD_ID:
    default:
      soleus_record_set_text (record, field->name, texts[round]);
    }
}

static void
test_same_as_variant (void)
{
  const SoleusRecordKind *const *kinds = soleus_record_list_kinds ();

  for (guint k = 0; kinds[k] != NULL; k++)
    for (guint round = 0; round < G_N_ELEMENTS (texts); round++)
      {
        g_autoptr (SoleusRecord) record = soleus_record_new (kinds[k]);
        g_autoptr (GVariant) variant = NULL;
        g_autofree char *expected = NULL, *canonical = NULL;

        for (guint i = 1; i < soleus_record_get_n_fields (record); i++)
          if ((i + round) % 4 != 0)
            set_field (record, soleus_record_get_field (record, i), round);
        variant = g_variant_ref_sink (soleus_record_to_variant (record));
        expected = g_variant_print (variant, TRUE);
        canonical = soleus_record_dup_canonical (record);
        g_assert_cmpstr (canonical, ==, expected);
      }
}

/* kept from one question to the next, and not longer than it is true */
static void
test_follows_changes (void)
{
  g_autoptr (SoleusRecord) episode = soleus_record_new (&soleus_episode_kind);
  g_autofree char *before = NULL, *same = NULL, *after = NULL, *back = NULL;

  soleus_record_set_text (episode, "muscle", "soleus");
  before = soleus_record_dup_content_hash (episode);
  same = soleus_record_dup_content_hash (episode);
  soleus_record_set_text (episode, "muscle", "gastrocnemius");
  after = soleus_record_dup_content_hash (episode);
  soleus_record_set_from_text (episode, "muscle", "soleus", NULL);
  back = soleus_record_dup_content_hash (episode);
  g_assert_cmpstr (before, ==, same);
  g_assert_cmpstr (before, !=, after);
  g_assert_cmpstr (before, ==, back);
}

/* An id that is given is the id; without one there is a new one. */
static void
test_ids (void)
{
  g_autoptr (SoleusRecord) given = soleus_record_new_with_id (&soleus_visit_kind, "11111111-1111-4111-8111-111111111111");
  g_autoptr (SoleusRecord) made = soleus_record_new_with_id (&soleus_visit_kind, NULL);
  g_autoptr (SoleusRecord) other = soleus_record_new (&soleus_visit_kind);
  g_autoptr (SoleusRecord) copy = soleus_record_copy (made);

  g_assert_cmpstr (soleus_record_get_id (given), ==, "11111111-1111-4111-8111-111111111111");
  g_assert_cmpuint (strlen (soleus_record_get_id (made)), ==, 36);
  g_assert_cmpstr (soleus_record_get_id (made), !=, soleus_record_get_id (other));
  g_assert_cmpstr (soleus_record_get_id (copy), ==, soleus_record_get_id (made));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/canonical/is_what_gvariant_prints", test_same_as_variant);
  g_test_add_func ("/canonical/follows_every_change", test_follows_changes);
  g_test_add_func ("/record/keeps_the_id_that_is_given", test_ids);

  return g_test_run ();
}
