#include "soleus-config.h"

#include <adwaita.h>

#include "soleus-accessible.h"
#include "soleus-answer-row.h"
#include "soleus-choice-chips.h"
#include "soleus-date-entry.h"
#include "soleus-draft.h"
#include "soleus-episode.h"
#include "soleus-field-binding.h"
#include "soleus-form-row.h"
#include "soleus-moment-entry.h"
#include "soleus-number-entry.h"
#include "soleus-pain-scale.h"
#include "soleus-sign-chips.h"
#include "soleus-toggle-group.h"

/* the first widget of a type below @widget */
static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

static void
press (GtkWidget  *widget,
       const char *id)
{
  GtkWidget *group = find_widget (widget, SOLEUS_TYPE_TOGGLE_GROUP);
  GtkWidget *button = soleus_toggle_group_get_button (SOLEUS_TOGGLE_GROUP (group), id);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
type_text (GtkWidget  *widget,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_widget (widget, GTK_TYPE_ENTRY)), text);
}

static void
test_an_answer_row_is_unknown_until_it_is_answered (void)
{
  SoleusAnswerRow *row = SOLEUS_ANSWER_ROW (g_object_ref_sink (soleus_answer_row_new ("Sore at one spot")));
  GtkWidget *unknown;

  g_assert_cmpint (soleus_answer_row_get_value (row), ==, SOLEUS_ANSWER_UNKNOWN);
  press (GTK_WIDGET (row), "yes");
  g_assert_cmpint (soleus_answer_row_get_value (row), ==, SOLEUS_ANSWER_YES);
  press (GTK_WIDGET (row), "unknown");
  g_assert_cmpint (soleus_answer_row_get_value (row), ==, SOLEUS_ANSWER_UNKNOWN);
  soleus_answer_row_set_compact (row, TRUE);
  unknown = soleus_toggle_group_get_button (SOLEUS_TOGGLE_GROUP (find_widget (GTK_WIDGET (row), SOLEUS_TYPE_TOGGLE_GROUP)), "unknown");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (unknown)), ==, "?");
  gtk_test_accessible_assert_property (unknown, GTK_ACCESSIBLE_PROPERTY_LABEL, "Unknown");
  g_assert_finalize_object (row);
}

static void
test_a_control_is_heard_as_it_is_read (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  GtkWidget *word = gtk_button_new_with_mnemonic ("Make _Void…");
  GtkWidget *named = gtk_button_new_with_mnemonic ("_Restore…");
  GtkWidget *choice = gtk_drop_down_new_from_strings ((const char *[]) { "Choose…", NULL });

  gtk_box_append (GTK_BOX (box), word);
  gtk_box_append (GTK_BOX (box), named);
  gtk_box_append (GTK_BOX (box), choice);
  soleus_accessible_set_name (named, "Restore the backup of Monday");
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, "Muscle", -1);
  soleus_accessible_mend_names (box);
  /* the word inside is its name, and the mnemonic is none beside it */
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (word), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (word), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  gtk_test_accessible_assert_property (named, GTK_ACCESSIBLE_PROPERTY_LABEL, "Restore the backup of Monday");
  gtk_test_accessible_assert_property (choice, GTK_ACCESSIBLE_PROPERTY_LABEL, "Muscle");
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  /* a word that changes later, too */
  gtk_button_set_label (GTK_BUTTON (word), "_Import 2 Sessions");
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (word), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_finalize_object (box);
}

static void
test_what_gtk_leaves_without_a_name_has_one (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  GtkWidget *split = adw_split_button_new ();
  GtkWidget *expander = gtk_expander_new ("Sources disagree");
  GtkWidget *choice = gtk_drop_down_new_from_strings ((const char *[]) { "Left", "Right", NULL });
  GtkWidget *main_half = gtk_widget_get_first_child (split), *chosen = gtk_widget_get_first_child (choice);

  adw_split_button_set_child (ADW_SPLIT_BUTTON (split), gtk_label_new ("Log Episode"));
  adw_split_button_set_dropdown_tooltip (ADW_SPLIT_BUTTON (split), "More to Record");
  gtk_box_append (GTK_BOX (box), split);
  gtk_box_append (GTK_BOX (box), expander);
  gtk_box_append (GTK_BOX (box), choice);
  soleus_accessible_mend_names (box);
  g_assert_true (GTK_IS_BUTTON (main_half));
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (main_half), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  gtk_test_accessible_assert_property (find_widget (split, GTK_TYPE_MENU_BUTTON), GTK_ACCESSIBLE_PROPERTY_LABEL, "More to Record");
  gtk_test_accessible_assert_property (expander, GTK_ACCESSIBLE_PROPERTY_LABEL, "Sources disagree");
  gtk_test_accessible_assert_property (chosen, GTK_ACCESSIBLE_PROPERTY_LABEL, "Left");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 1);
  gtk_test_accessible_assert_property (chosen, GTK_ACCESSIBLE_PROPERTY_LABEL, "Right");
  g_assert_finalize_object (box);
}

static void
test_pressing_the_chosen_button_again_keeps_it (void)
{
  SoleusChoiceChips *chips = SOLEUS_CHOICE_CHIPS (g_object_ref_sink (soleus_choice_chips_new ()));

  soleus_choice_chips_set_enum (chips, SOLEUS_TYPE_SIDE);
  g_assert_null (soleus_choice_chips_get_value (chips));
  press (GTK_WIDGET (chips), "left");
  press (GTK_WIDGET (chips), "left");
  g_assert_cmpstr (soleus_choice_chips_get_value (chips), ==, "left");
  press (GTK_WIDGET (chips), "unknown");
  g_assert_null (soleus_choice_chips_get_value (chips));
  g_assert_finalize_object (chips);
}

static void
test_a_chosen_row_is_never_hidden_behind_more (void)
{
  static const char *const first[] = { "track", NULL };
  SoleusChoiceChips *chips = SOLEUS_CHOICE_CHIPS (g_object_ref_sink (soleus_choice_chips_new ()));
  SoleusToggleGroup *group = SOLEUS_TOGGLE_GROUP (find_widget (GTK_WIDGET (chips), SOLEUS_TYPE_TOGGLE_GROUP));

  soleus_choice_chips_set_catalogue (chips, soleus_catalogue_get_surfaces (), first);
  g_assert_true (gtk_widget_get_visible (soleus_toggle_group_get_button (group, "track")));
  g_assert_false (gtk_widget_get_visible (soleus_toggle_group_get_button (group, "sand")));
  soleus_choice_chips_set_value (chips, "sand");
  g_assert_true (gtk_widget_get_visible (soleus_toggle_group_get_button (group, "sand")));
  g_assert_finalize_object (chips);
}

static void
test_none_of_these_is_not_the_same_as_not_asked (void)
{
  const SoleusCatalogue *signs = soleus_catalogue_get_signs ();
  SoleusSignChips *chips = SOLEUS_SIGN_CHIPS (g_object_ref_sink (soleus_sign_chips_new ()));

  soleus_sign_chips_set_catalogue (chips, signs, NULL);
  g_assert_null (soleus_sign_chips_get_value (chips));
  press (GTK_WIDGET (chips), "none-of-these");
  g_assert_cmpuint (soleus_answers_count (soleus_sign_chips_get_value (chips), SOLEUS_ANSWER_NO), ==, signs->n_rows);
  press (GTK_WIDGET (chips), "swelling");
  g_assert_cmpint (soleus_answers_get (soleus_sign_chips_get_value (chips), "swelling"), ==, SOLEUS_ANSWER_YES);
  g_assert_cmpint (soleus_answers_get (soleus_sign_chips_get_value (chips), "fever"), ==, SOLEUS_ANSWER_NO);
  press (GTK_WIDGET (chips), "swelling");
  g_assert_cmpint (soleus_answers_get (soleus_sign_chips_get_value (chips), "swelling"), ==, SOLEUS_ANSWER_NO);
  press (GTK_WIDGET (chips), "none-of-these");
  g_assert_null (soleus_sign_chips_get_value (chips));
  press (GTK_WIDGET (chips), "fever");
  press (GTK_WIDGET (chips), "fever");
  g_assert_null (soleus_sign_chips_get_value (chips));
  g_assert_finalize_object (chips);
}

static void
test_a_number_out_of_range_is_marked_and_not_taken (void)
{
  SoleusNumberEntry *entry = SOLEUS_NUMBER_ENTRY (g_object_ref_sink (soleus_number_entry_new ("Sleep", "h", 0, 24)));
  int position = 1;

  g_assert_false (soleus_real_is_known (soleus_number_entry_get_value (entry)));
  type_text (GTK_WIDGET (entry), "7,5");
  g_assert_cmpfloat (soleus_number_entry_get_value (entry), ==, 7.5);
  type_text (GTK_WIDGET (entry), "7");
  gtk_editable_insert_text (GTK_EDITABLE (find_widget (GTK_WIDGET (entry), GTK_TYPE_ENTRY)), "7", 1, &position);
  g_assert_false (soleus_number_entry_is_valid (entry));
  g_assert_cmpfloat (soleus_number_entry_get_value (entry), ==, 7);
  type_text (GTK_WIDGET (entry), "0");
  g_assert_true (soleus_number_entry_is_valid (entry));
  g_assert_cmpfloat (soleus_number_entry_get_value (entry), ==, 0);
  type_text (GTK_WIDGET (entry), "");
  g_assert_false (soleus_real_is_known (soleus_number_entry_get_value (entry)));
  g_assert_finalize_object (entry);
}

static void
test_a_date_that_does_not_exist_is_no_date (void)
{
  g_autofree char *iso = soleus_date_read ("2026-03-28", NULL);
  g_autofree char *dotted = soleus_date_read ("28.3.2026", NULL);
  g_autofree char *today = soleus_date_read ("today", "2026-03-28");
  g_autofree char *yesterday = soleus_date_read ("yesterday", "2026-03-01");
  SoleusDateEntry *entry = SOLEUS_DATE_ENTRY (g_object_ref_sink (soleus_date_entry_new ("Born")));

  g_assert_cmpstr (iso, ==, "2026-03-28");
  g_assert_cmpstr (dotted, ==, "2026-03-28");
  g_assert_cmpstr (today, ==, "2026-03-28");
  g_assert_cmpstr (yesterday, ==, "2026-02-28");
  g_assert_null (soleus_date_read ("2026-02-30", NULL));
  g_assert_null (soleus_date_read ("31.4.2026", NULL));
  g_assert_null (soleus_date_read ("soon", NULL));
  type_text (GTK_WIDGET (entry), "2026-02-30");
  g_assert_false (soleus_date_entry_is_valid (entry));
  g_assert_null (soleus_date_entry_get_value (entry));
  g_assert_finalize_object (entry);
}

static void
test_a_calendar_is_made_when_it_is_asked_for (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *entry = soleus_date_entry_new ("Born"), *button, *calendar;
  g_autoptr (GDateTime) shown = NULL;
  g_autoptr (GDateTime) other = g_date_time_new_local (1999, 12, 31, 12, 0, 0);

  gtk_window_set_child (GTK_WINDOW (window), entry);
  soleus_date_entry_set_value (SOLEUS_DATE_ENTRY (entry), "1998-02-03");
  gtk_window_present (GTK_WINDOW (window));
  button = find_widget (entry, GTK_TYPE_MENU_BUTTON);
  g_assert_null (find_widget (entry, GTK_TYPE_CALENDAR));
  g_assert_true (gtk_widget_is_sensitive (button));

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  calendar = find_widget (entry, GTK_TYPE_CALENDAR);
  g_assert_nonnull (calendar);
  shown = gtk_calendar_get_date (GTK_CALENDAR (calendar));
  g_assert_cmpint (g_date_time_get_year (shown), ==, 1998);
  g_assert_cmpint (g_date_time_get_day_of_year (shown), ==, 34);

  gtk_calendar_select_day (GTK_CALENDAR (calendar), other);
  g_assert_cmpstr (soleus_date_entry_get_value (SOLEUS_DATE_ENTRY (entry)), ==, "1999-12-31");
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  g_assert_true (find_widget (entry, GTK_TYPE_CALENDAR) == calendar);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));

  g_object_add_weak_pointer (G_OBJECT (entry), (gpointer *) &entry);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (entry);
}

static void
test_clock_times_are_read_as_people_write_them (void)
{
  static const struct { const char *text; gboolean valid; int hour, minute; } cases[] = {
    { "18:38", TRUE, 18, 38 }, { "1838", TRUE, 18, 38 }, { "6:38 pm", TRUE, 18, 38 }, { "12:05 am", TRUE, 0, 5 }, { "7", TRUE, 7, 0 },
    { "24:00", FALSE }, { "18:60", FALSE }, { "13 pm", FALSE }, { "noon", FALSE }, { "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int hour = -1, minute = -1;

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (soleus_clock_time_read (cases[i].text, &hour, &minute), ==, cases[i].valid);
      if (cases[i].valid)
        {
          g_assert_cmpint (hour, ==, cases[i].hour);
          g_assert_cmpint (minute, ==, cases[i].minute);
        }
    }
}

static void
test_a_moment_without_a_time_is_known_to_the_day (void)
{
  SoleusMomentEntry *entry = SOLEUS_MOMENT_ENTRY (g_object_ref_sink (soleus_moment_entry_new ("Started")));
  g_autoptr (SoleusMoment) moment = soleus_moment_parse ("2026-03-28T20:00:00+01:00", NULL);

  soleus_moment_entry_set_value (entry, moment);
  g_assert_true (soleus_moment_equal (soleus_moment_entry_get_value (entry), moment));
  soleus_moment_entry_set_value (entry, NULL);
  type_text (GTK_WIDGET (entry), "2026-03-28");
  g_assert_cmpint (soleus_moment_entry_get_value (entry)->precision, ==, SOLEUS_PRECISION_DAY);
  g_assert_finalize_object (entry);
}

static void
test_date_and_time_are_typed_in_one_go (void)
{
  static const struct { const char *text, *moment; } cases[] = {
    { "today 17:20", "2025-11-20T17:20:00+01:00" },
    { "yesterday 6:38 pm", "2025-11-19T18:38:00+01:00" },
    { "2025-07-01 8:05", "2025-07-01T08:05:00+02:00" },
    { "3.11.2025 23:59", "2025-11-03T23:59:00+01:00" },
    { "17:20", "2025-11-20T17:20:00+01:00" },
    { "2025-11-19", "2025-11-19" }, /* the end of a year is no clock time, and the one before is not kept */
    { "2025-02-30 17:20", NULL },
    { "yesterday 24:30", NULL },
  };
  g_autoptr (SoleusClock) clock = soleus_clock_new_fixed (soleus_instant_from_local (2025, 11, 20, 20, 0, 0, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SoleusMomentEntry *entry = SOLEUS_MOMENT_ENTRY (g_object_ref_sink (soleus_moment_entry_new ("Started")));
      g_autoptr (SoleusMoment) wanted = cases[i].moment != NULL ? soleus_moment_parse (cases[i].moment, NULL) : NULL;

      g_test_message ("“%s”", cases[i].text);
      soleus_moment_entry_set_clock (entry, clock);
      type_text (GTK_WIDGET (entry), cases[i].text);
      g_assert_cmpint (soleus_moment_entry_is_valid (entry), ==, wanted != NULL);
      g_assert_true (soleus_moment_equal (soleus_moment_entry_get_value (entry), wanted));
      g_assert_finalize_object (entry);
    }
}

static void
test_a_binding_carries_values_and_unknown_both_ways (void)
{
  g_autoptr (SoleusDraft) draft = soleus_draft_new_empty (&soleus_episode_kind);
  SoleusRecord *episode = soleus_draft_get_current (draft);
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *pain = soleus_pain_scale_new (0, 10);
  GtkWidget *heat = soleus_number_entry_new ("Air temperature", "°C", 0, 0);
  GtkWidget *side = soleus_choice_chips_new ();
  GtkWidget *note = gtk_text_view_new ();

  soleus_choice_chips_set_enum (SOLEUS_CHOICE_CHIPS (side), SOLEUS_TYPE_SIDE);
  gtk_box_append (GTK_BOX (box), soleus_form_row_new ("Pain", pain));
  gtk_box_append (GTK_BOX (box), soleus_form_row_new ("Heat", heat));
  gtk_box_append (GTK_BOX (box), soleus_form_row_new ("Side", side));
  gtk_box_append (GTK_BOX (box), note);
  soleus_field_bind (draft, "pain", pain);
  soleus_field_bind (draft, "temperature-c", heat);
  soleus_field_bind (draft, "side", side);
  soleus_field_bind (draft, "note", note);

  press (pain, "7");
  type_text (heat, "21.5");
  press (side, "left");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), "First session", -1);
  g_assert_cmpint (soleus_record_get_int (episode, "pain"), ==, 7);
  g_assert_cmpfloat (soleus_record_get_real (episode, "temperature-c"), ==, 21.5);
  g_assert_cmpint (soleus_record_get_enum (episode, "side"), ==, SOLEUS_SIDE_LEFT);
  g_assert_cmpstr (soleus_record_get_text (episode, "note"), ==, "First session");

  soleus_record_set_int (episode, "pain", SOLEUS_UNKNOWN_INT);
  g_assert_false (soleus_int_is_known (soleus_pain_scale_get_value (SOLEUS_PAIN_SCALE (pain))));
  type_text (heat, "");
  g_assert_false (soleus_real_is_known (soleus_record_get_real (episode, "temperature-c")));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), "", -1);
  g_assert_null (soleus_record_get_text (episode, "note"));
  type_text (heat, "61");
  g_assert_false (soleus_number_entry_is_valid (SOLEUS_NUMBER_ENTRY (heat)));
  g_assert_finalize_object (box);
}

int
main (int   argc,
      char *argv[])
{
  if (!gtk_init_check ())
    return 77;
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/form-widgets/a_control_is_heard_as_it_is_read", test_a_control_is_heard_as_it_is_read);
  g_test_add_func ("/form-widgets/what_gtk_leaves_without_a_name_has_one", test_what_gtk_leaves_without_a_name_has_one);
  g_test_add_func ("/form-widgets/an_answer_row_is_unknown_until_it_is_answered", test_an_answer_row_is_unknown_until_it_is_answered);
  g_test_add_func ("/form-widgets/pressing_the_chosen_button_again_keeps_it", test_pressing_the_chosen_button_again_keeps_it);
  g_test_add_func ("/form-widgets/a_chosen_row_is_never_hidden_behind_more", test_a_chosen_row_is_never_hidden_behind_more);
  g_test_add_func ("/form-widgets/none_of_these_is_not_the_same_as_not_asked", test_none_of_these_is_not_the_same_as_not_asked);
  g_test_add_func ("/form-widgets/a_number_out_of_range_is_marked_and_not_taken", test_a_number_out_of_range_is_marked_and_not_taken);
  g_test_add_func ("/form-widgets/a_date_that_does_not_exist_is_no_date", test_a_date_that_does_not_exist_is_no_date);
  g_test_add_func ("/form-widgets/date_and_time_are_typed_in_one_go", test_date_and_time_are_typed_in_one_go);
  g_test_add_func ("/form-widgets/a_calendar_is_made_when_it_is_asked_for", test_a_calendar_is_made_when_it_is_asked_for);
  g_test_add_func ("/form-widgets/clock_times_are_read_as_people_write_them", test_clock_times_are_read_as_people_write_them);
  g_test_add_func ("/form-widgets/a_moment_without_a_time_is_known_to_the_day", test_a_moment_without_a_time_is_known_to_the_day);
  g_test_add_func ("/form-widgets/a_binding_carries_values_and_unknown_both_ways", test_a_binding_carries_values_and_unknown_both_ways);
  return g_test_run ();
}
