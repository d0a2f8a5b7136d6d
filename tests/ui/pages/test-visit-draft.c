/* test-visit-draft.c: a whole visit is left half done, the clinic goes on, and the visit is taken up again: the gate is asked anew, nothing
 * that was typed is lost, and nothing is saved in part */
#include "soleus-config.h"

#include "page-fixture.h"
#include "tests/record-values.h"
#include "tests/saved-records.h"

#include <string.h>

#include "soleus-date-entry.h"
#include "soleus-measure-card.h"
#include "soleus-reason-window.h"
#include "soleus-recheck-card.h"
#include "soleus-treatment-card.h"
#include "soleus-visit-editor-page.h"

#define SUBJECTIVE "Tight since the evening run. “Better after the stretch.”"

static GtkWidget *
part (GtkWidget  *page,
      GType       type,
      const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (page, type, name));
}

static GtkWidget *
page_part (GtkWidget  *page,
           const char *name)
{
  return part (page, SOLEUS_TYPE_VISIT_EDITOR_PAGE, name);
}

static SoleusTreatmentCard *
get_card (GtkWidget *page)
{
  return SOLEUS_TREATMENT_CARD (page_part (page, "treatments"));
}

static GtkWidget *
card_part (GtkWidget  *page,
           const char *name)
{
  return part (GTK_WIDGET (get_card (page)), SOLEUS_TYPE_TREATMENT_CARD, name);
}

static GtkWidget *
open_visit (Fixture *fixture)
{
  g_autofree char *target = g_strconcat ("new:", fixture->waiting, NULL);
  GtkWidget *page = g_object_new (SOLEUS_TYPE_VISIT_EDITOR_PAGE, "clinic", fixture->clinic, "target", target, NULL);

  if (fixture->window == NULL)
    fixture->window = gtk_window_new ();
  return present (fixture, page, 1000, 700);
}

static SoleusKeptDraft *
find_draft (Fixture *fixture)
{
  g_autofree char *key = g_strconcat ("visit:new:", fixture->waiting, NULL);

  return soleus_clinic_find_draft (fixture->clinic, key);
}

static void
type (GtkWidget  *page,
      const char *name,
      const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (page_part (page, name))), text, -1);
}

static char *
dup_typed (GtkWidget  *page,
           const char *name)
{
  g_autofree char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (page_part (page, name))), "text", &text, NULL);
  return g_steal_pointer (&text);
}

/* The heel raises and the re-check as the cards keep them. */
static void
fill_cards (Fixture    *fixture,
            GtkWidget  *page,
            const char *sign)
{
  g_autoptr (SoleusRecord) measure = soleus_record_new (&soleus_measure_kind);
  g_autoptr (SoleusRecord) contact = soleus_record_new (&soleus_contact_kind);
  g_autoptr (GVariant) answers = NULL;
  g_autoptr (GVariant) measures = NULL;
  GVariantBuilder kept;

  soleus_record_set_text (measure, "test", "heel-raise");
  soleus_record_set_real (measure, "left", 12);
  soleus_record_set_real (measure, "right", 25);
  g_variant_builder_init (&kept, G_VARIANT_TYPE ("aa{sv}"));
  g_variant_builder_add (&kept, "@a{sv}", soleus_record_to_variant (measure));
  measures = g_variant_ref_sink (g_variant_new ("(aa{sv}aa{sv})", &kept, NULL));
  soleus_measure_card_restore (SOLEUS_MEASURE_CARD (page_part (page, "measures")), measures);
  soleus_record_set_int (contact, "pain", 3);
  if (sign != NULL)
    soleus_record_set_answer (contact, "signs", sign, SOLEUS_ANSWER_YES);
  answers = g_variant_ref_sink (soleus_record_to_variant (contact));
  soleus_recheck_card_restore (SOLEUS_RECHECK_CARD (page_part (page, "recheck")), answers);
}

/* A visit with something in every part; the right calf has no window. */
static void
fill (Fixture   *fixture,
      GtkWidget *page)
{
  type (page, "subjective", SUBJECTIVE);
  type (page, "objective", "Knot in the right calf");
  type (page, "assessment", "Overuse");
  type (page, "plan", "Cold tonight");
  soleus_date_entry_set_value (SOLEUS_DATE_ENTRY (page_part (page, "follow_up")), "2025-11-24");
  fill_cards (fixture, page, NULL);
  g_assert_true (soleus_treatment_card_add_line (get_card (page), "cold pack left calf 10 min 11:10"));
  g_assert_true (soleus_treatment_card_add_line (get_card (page), "kneading right calf 10 min 11:20"));
}

/* Leaves the page as Back does: what is typed is kept. */
static void
leave (Fixture   *fixture,
       GtkWidget *page)
{
  g_autoptr (SoleusKeptDraft) draft = NULL;

  assert_goes (fixture, page);
  draft = find_draft (fixture);
  g_assert_nonnull (draft);
}

static guint
count (Fixture                *fixture,
       const SoleusRecordKind *kind)
{
  g_autoptr (GPtrArray) records = soleus_clinic_list_of_athlete (fixture->clinic, kind, fixture->waiting, NULL);

  return records->len;
}

static void
assert_nothing_saved (Fixture *fixture)
{
  const SoleusRecordKind *const kinds[] = { &soleus_visit_kind, &soleus_treatment_kind, &soleus_measure_kind, &soleus_contact_kind,
                                            &soleus_follow_up_kind, &soleus_override_kind };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpuint (count (fixture, kinds[i]), ==, 0);
}

static void
assert_typed (GtkWidget *page)
{
  const struct { const char *name; const char *text; } texts[] = {
    { "subjective", SUBJECTIVE }, { "objective", "Knot in the right calf" }, { "assessment", "Overuse" }, { "plan", "Cold tonight" },
  };
  g_autoptr (GPtrArray) measures = soleus_measure_card_list (SOLEUS_MEASURE_CARD (page_part (page, "measures")));

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *typed = dup_typed (page, texts[i].name);

      g_assert_cmpstr (typed, ==, texts[i].text);
    }
  g_assert_cmpstr (soleus_date_entry_get_value (SOLEUS_DATE_ENTRY (page_part (page, "follow_up"))), ==, "2025-11-24");
  g_assert_cmpuint (measures->len, ==, 1);
  g_assert_cmpfloat (soleus_record_get_real (measures->pdata[0], "left"), ==, 12);
  g_assert_true (soleus_recheck_card_is_answered (SOLEUS_RECHECK_CARD (page_part (page, "recheck"))));
}

/* Everything that was typed before is in the record now, and the draft is gone. */
static void
assert_saved (Fixture *fixture,
              guint    n_treatments,
              guint    n_overrides)
{
  g_autoptr (GPtrArray) visits = soleus_clinic_list_of_athlete (fixture->clinic, &soleus_visit_kind, fixture->waiting, NULL);
  g_autoptr (GPtrArray) contacts = soleus_clinic_list_of_athlete (fixture->clinic, &soleus_contact_kind, fixture->waiting, NULL);
  g_autoptr (GPtrArray) measures = soleus_clinic_list_of_athlete (fixture->clinic, &soleus_measure_kind, fixture->waiting, NULL);
  g_autoptr (SoleusKeptDraft) draft = find_draft (fixture);
  const char *visit;

  g_assert_cmpuint (visits->len, ==, 1);
  visit = soleus_record_get_id (visits->pdata[0]);
  g_assert_cmpstr (soleus_record_get_text (visits->pdata[0], "subjective"), ==, SUBJECTIVE);
  g_assert_cmpstr (soleus_record_get_text (visits->pdata[0], "plan"), ==, "Cold tonight");
  g_assert_cmpstr (soleus_record_get_text (visits->pdata[0], "follow-up"), ==, "2025-11-24");
  g_assert_cmpuint (count (fixture, &soleus_treatment_kind), ==, n_treatments);
  g_assert_cmpuint (count (fixture, &soleus_override_kind), ==, n_overrides);
  g_assert_cmpuint (count (fixture, &soleus_follow_up_kind), ==, 1);
  g_assert_cmpuint (contacts->len, ==, 1);
  g_assert_cmpint (soleus_record_get_int (contacts->pdata[0], "pain"), ==, 3);
  g_assert_cmpstr (soleus_record_get_text (contacts->pdata[0], "visit"), ==, visit);
  g_assert_cmpuint (measures->len, ==, 1);
  g_assert_cmpfloat (soleus_record_get_real (measures->pdata[0], "right"), ==, 25);
  g_assert_cmpstr (soleus_record_get_text (measures->pdata[0], "visit"), ==, visit);
  g_assert_null (draft);
}

static void
save_page (GtkWidget *page)
{
  gtk_widget_activate_action (page, "editor.save", NULL);
  settle ();
}

/* Somebody else logs a cramp of the right calf, half an hour before the kneading. */
static char *
cramp_right (Fixture    *fixture,
             const char *sign)
{
  g_autoptr (SoleusRecord) episode = create_record (&soleus_episode_kind, fixture->waiting,
                                                    VALUES ("onset", "2025-11-21T10:48:00+01:00", "end", "2025-11-21T10:50:00+01:00",
                                                            "side", "right", "muscle", "gastrocnemius"));

  if (sign != NULL)
    soleus_record_set_answer (episode, "signs", sign, SOLEUS_ANSWER_YES);
  return save_dup_id (fixture->clinic, episode);
}

static void
decide (GtkWidget  *page,
        const char *words)
{
  SoleusDecision decision = { SOLEUS_OVERRIDE_REASON_CLINICAL_JUDGEMENT, (char *) words, SOLEUS_ANSWER_YES, SOLEUS_WINDOW_STATE_CLOSED };
  GtkWidget *reason;

  g_assert_true (gtk_widget_get_mapped (card_part (page, "record_reason")));
  g_signal_emit_by_name (card_part (page, "record_reason"), "clicked");
  reason = find_window (SOLEUS_TYPE_REASON_WINDOW);
  g_assert_nonnull (reason);
  g_signal_emit_by_name (reason, "recorded", &decision);
  gtk_window_destroy (GTK_WINDOW (reason));
}

/* Section 1C row 4: the window closed while the draft lay there. */
static void
test_a_window_that_closed_meanwhile (Fixture       *fixture,
                                     gconstpointer  data)
{
  GtkWidget *page = open_visit (fixture);
  g_autoptr (SoleusKeptDraft) draft = NULL;
  g_autoptr (GPtrArray) overrides = NULL;
  g_autofree char *episode = NULL;

  fill (fixture, page);
  leave (fixture, page);
  assert_nothing_saved (fixture);
  episode = cramp_right (fixture, NULL);

  page = open_visit (fixture);
  assert_typed (page);
  g_assert_cmpuint (soleus_treatment_card_get_n (get_card (page)), ==, 2);
  save_page (page);
  assert_nothing_saved (fixture);
  assert_typed (page);
  g_assert_cmpuint (soleus_treatment_card_get_n (get_card (page)), ==, 2);
  g_assert_true (gtk_widget_get_mapped (card_part (page, "refusal")));
  g_assert_true (gtk_widget_get_mapped (page_part (page, "issues")));
  draft = find_draft (fixture);
  g_assert_nonnull (draft);

  decide (page, "Broad and light, far from the sore spot");
  save_page (page);
  assert_saved (fixture, 2, 1);
  overrides = soleus_clinic_list_of_athlete (fixture->clinic, &soleus_override_kind, fixture->waiting, NULL);
  g_assert_cmpstr (soleus_record_get_text (overrides->pdata[0], "text"), ==, "Broad and light, far from the sore spot");
  g_assert_cmpint (soleus_record_get_enum (overrides->pdata[0], "state"), ==, SOLEUS_WINDOW_STATE_CLOSED);
  assert_goes (fixture, page);
}

/* Rows 1 and 2: a flag was raised while the draft lay there. No reason is taken; the treatment is changed, all else stays. */
static void
test_a_flag_that_was_raised_meanwhile (Fixture       *fixture,
                                       gconstpointer  data)
{
  GtkWidget *page = open_visit (fixture);
  GtkEditable *line;
  g_autofree char *episode = NULL;

  fill (fixture, page);
  leave (fixture, page);
  episode = cramp_right (fixture, "swelling");

  page = open_visit (fixture);
  save_page (page);
  assert_nothing_saved (fixture);
  g_assert_true (gtk_widget_get_mapped (card_part (page, "refusal")));
  g_assert_false (gtk_widget_get_visible (card_part (page, "record_reason")));

  /* “Change Treatment” puts the restored line back into the entry */
  for (GtkWidget *button = gtk_widget_get_first_child (gtk_widget_get_parent (card_part (page, "record_reason"))); button != NULL; button = gtk_widget_get_next_sibling (button))
    if (GTK_IS_BUTTON (button) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), "Change _Treatment") == 0)
      g_signal_emit_by_name (button, "clicked");
  line = GTK_EDITABLE (card_part (page, "line"));
  g_assert_cmpuint (soleus_treatment_card_get_n (get_card (page)), ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (line), ==, "Kneading right calf 10 min 11:20");
  g_assert_false (gtk_widget_get_visible (card_part (page, "refusal")));

  /* what is forbidden is not saved from the entry either, nor is it dropped */
  save_page (page);
  assert_nothing_saved (fixture);
  g_assert_cmpstr (gtk_editable_get_text (line), ==, "Kneading right calf 10 min 11:20");
  g_assert_true (gtk_widget_get_mapped (card_part (page, "refusal")));

  gtk_editable_set_text (line, "cold pack right calf 10 min 11:20");
  save_page (page);
  assert_saved (fixture, 2, 0);
  assert_goes (fixture, page);
}

/* The window of the right calf goes while the draft lies there: a reason that was given is not needed any more. */
static void
test_a_window_that_opened_meanwhile (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autofree char *id = cramp_right (fixture, NULL);
  GtkWidget *page = open_visit (fixture);
  g_autoptr (SoleusRecord) stored = NULL;
  g_autoptr (SoleusRecord) copy = NULL;
  g_autoptr (GPtrArray) treatments = NULL;

  type (page, "subjective", SUBJECTIVE);
  type (page, "plan", "Cold tonight");
  soleus_date_entry_set_value (SOLEUS_DATE_ENTRY (page_part (page, "follow_up")), "2025-11-24");
  fill_cards (fixture, page, NULL);
  g_assert_false (soleus_treatment_card_add_line (get_card (page), "kneading right calf 10 min 11:20"));
  decide (page, "Broad and light");
  g_assert_cmpuint (soleus_treatment_card_get_n (get_card (page)), ==, 1);
  leave (fixture, page);

  stored = soleus_clinic_find (fixture->clinic, &soleus_episode_kind, id, NULL);
  copy = soleus_record_copy (stored);
  soleus_record_set_enum (copy, "side", SOLEUS_SIDE_LEFT);
  save_record (fixture->clinic, copy);

  page = open_visit (fixture);
  save_page (page);
  assert_saved (fixture, 1, 0);
  treatments = soleus_clinic_list_of_athlete (fixture->clinic, &soleus_treatment_kind, fixture->waiting, NULL);
  g_assert_cmpint (soleus_record_get_enum (treatments->pdata[0], "state-then"), ==, SOLEUS_WINDOW_STATE_OPEN);
  assert_goes (fixture, page);
}

/* Two treatments with two reasons and a re-check that finds a swelling: it stops the leg in the same breath, and then nothing of the
 * visit is saved, not one half of it. */
static void
test_two_reasons_are_saved_together_or_not_at_all (Fixture       *fixture,
                                                   gconstpointer  data)
{
  g_autofree char *id = cramp_right (fixture, NULL);
  GtkWidget *page = open_visit (fixture);
  g_autoptr (GPtrArray) overrides = NULL;

  type (page, "subjective", SUBJECTIVE);
  type (page, "plan", "Cold tonight");
  soleus_date_entry_set_value (SOLEUS_DATE_ENTRY (page_part (page, "follow_up")), "2025-11-24");
  g_assert_false (soleus_treatment_card_add_line (get_card (page), "kneading left calf 5 min 11:25"));
  decide (page, "The left one: broad and light");
  g_assert_false (soleus_treatment_card_add_line (get_card (page), "kneading right calf 5 min 11:27"));
  decide (page, "The right one: asked for");
  fill_cards (fixture, page, "swelling");
  save_page (page);
  assert_nothing_saved (fixture);
  g_assert_cmpuint (soleus_treatment_card_get_n (get_card (page)), ==, 2);
  g_assert_true (gtk_widget_get_mapped (card_part (page, "refusal")));
  leave (fixture, page);

  page = open_visit (fixture);
  fill_cards (fixture, page, NULL);
  save_page (page);
  assert_saved (fixture, 2, 2);
  overrides = soleus_clinic_list_of_athlete (fixture->clinic, &soleus_override_kind, fixture->waiting, NULL);
  g_assert_cmpstr (soleus_record_get_text (overrides->pdata[0], "text"), !=, soleus_record_get_text (overrides->pdata[1], "text"));
  for (guint i = 0; i < overrides->len; i++)
    {
      g_autoptr (SoleusRecord) treatment = soleus_clinic_find (fixture->clinic, &soleus_treatment_kind,
                                                               soleus_record_get_text (overrides->pdata[i], "treatment"), NULL);

      g_assert_cmpstr (soleus_record_get_text (overrides->pdata[i], "text"), ==,
                       soleus_record_get_enum (treatment, "side") == SOLEUS_SIDE_LEFT ? "The left one: broad and light" : "The right one: asked for");
    }
  assert_goes (fixture, page);
}

/* What is still in the entry when the visit is saved was typed, too. */
static void
test_a_line_that_is_still_being_typed_is_not_left_behind (Fixture       *fixture,
                                                          gconstpointer  data)
{
  GtkWidget *page = open_visit (fixture);
  GtkEditable *line = GTK_EDITABLE (card_part (page, "line"));

  fill (fixture, page);
  gtk_editable_set_text (line, "cold pack on the moon");
  save_page (page);
  assert_nothing_saved (fixture);
  g_assert_cmpstr (gtk_editable_get_text (line), ==, "cold pack on the moon");
  leave (fixture, page);

  page = open_visit (fixture);
  line = GTK_EDITABLE (card_part (page, "line"));
  g_assert_cmpstr (gtk_editable_get_text (line), ==, "cold pack on the moon");
  gtk_editable_set_text (line, " compression left calf ");
  save_page (page);
  assert_saved (fixture, 3, 0);
  assert_goes (fixture, page);
}

/* 1C rows 1 and 2: until when nobody can say by the clock. What stops it, what ends it, and that no reason does. */
static void
test_a_hard_stop_says_what_ends_it (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autofree char *episode = cramp_right (fixture, "swelling");
  GtkWidget *page = open_visit (fixture);
  const char *text;

  g_assert_false (soleus_treatment_card_add_line (get_card (page), "foam roller right calf 5 min 11:20"));
  g_assert_true (gtk_widget_has_css_class (card_part (page, "refusal"), "hard-stop"));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (card_part (page, "refusal_title"))), ==, "Foam roller, right calf: not recorded");
  text = gtk_label_get_label (GTK_LABEL (card_part (page, "refusal_text")));
  g_test_message ("%s", text);
  g_assert_true (g_str_has_prefix (text, "Hard stop. No massage or heat on the right leg."));
  g_assert_nonnull (strstr (text, "Stays until a doctor’s outcome is recorded."));
  g_assert_true (g_str_has_suffix (text, "There is no reason that could be recorded instead."));
  g_assert_null (strstr (text, "until Sun"));
  g_assert_false (gtk_widget_get_visible (card_part (page, "refusal_left")));
  g_assert_false (gtk_widget_get_visible (card_part (page, "record_reason")));
  assert_goes (fixture, page);
}

#define ADD(name, func) g_test_add ("/visit-draft/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  if (!gtk_init_check ())
    return 77;
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("a_window_that_closed_meanwhile", test_a_window_that_closed_meanwhile);
  ADD ("a_flag_that_was_raised_meanwhile", test_a_flag_that_was_raised_meanwhile);
  ADD ("a_window_that_opened_meanwhile", test_a_window_that_opened_meanwhile);
  ADD ("two_reasons_are_saved_together_or_not_at_all", test_two_reasons_are_saved_together_or_not_at_all);
  ADD ("a_line_that_is_still_being_typed_is_not_left_behind", test_a_line_that_is_still_being_typed_is_not_left_behind);
  ADD ("a_hard_stop_says_what_ends_it", test_a_hard_stop_says_what_ends_it);
  return g_test_run ();
}
