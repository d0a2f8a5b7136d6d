/* From when to when: what the choices mean, and what is said of two dates that are no period */
#include "soleus-config.h"

#include <adwaita.h>
#include <string.h>

#include "soleus-date-entry.h"
#include "soleus-moment.h"
#include "soleus-period-choice.h"
#include "soleus-toggle-group.h"

/* Friday, 21 November 2025, 11:27 in Berlin */
#define NOW "2025-11-21T11:27:00+01:00"

static SoleusInstant
get_now (void)
{
  g_autoptr (SoleusMoment) moment = soleus_moment_parse (NOW, NULL);

  return moment->instant;
}

static SoleusPeriodChoice *
create_choice (void)
{
  g_autoptr (SoleusClock) clock = soleus_clock_new_fixed (get_now ());

  return SOLEUS_PERIOD_CHOICE (g_object_ref_sink (soleus_period_choice_new (clock)));
}

static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static gpointer
get_nth (SoleusPeriodChoice *choice,
         GType               type,
         guint               n)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (GTK_WIDGET (choice), type, found);
  g_assert_cmpuint (found->len, >, n);
  return g_ptr_array_index (found, n);
}

static void
press (SoleusPeriodChoice *choice,
       const char         *id)
{
  g_signal_emit_by_name (soleus_toggle_group_get_button (get_nth (choice, SOLEUS_TYPE_TOGGLE_GROUP, 0), id), "clicked");
}

static void
type_dates (SoleusPeriodChoice *choice,
            const char         *from,
            const char         *to)
{
  gtk_editable_set_text (GTK_EDITABLE (get_nth (choice, GTK_TYPE_ENTRY, 0)), from);
  gtk_editable_set_text (GTK_EDITABLE (get_nth (choice, GTK_TYPE_ENTRY, 1)), to);
}

/* the sentence below the dates; "" while none is shown */
static const char *
get_fault (SoleusPeriodChoice *choice)
{
  GtkWidget *label = gtk_widget_get_last_child (GTK_WIDGET (choice));

  return gtk_widget_get_visible (label) ? gtk_label_get_label (GTK_LABEL (label)) : "";
}

static void
assert_period (SoleusPeriodChoice *choice,
               const char         *from,
               const char         *until)
{
  SoleusInstant first, last;
  g_autofree char *first_text = NULL;
  g_autofree char *last_text = NULL;

  g_assert_true (soleus_period_choice_get_period (choice, &first, &last));
  first_text = soleus_instant_to_iso8601 (first);
  last_text = soleus_instant_to_iso8601 (last);
  g_assert_cmpstr (first_text, ==, from);
  g_assert_cmpstr (last_text, ==, until);
  g_assert_cmpstr (get_fault (choice), ==, "");
}

static void
test_spans_end_now (void)
{
  SoleusPeriodChoice *choice = create_choice ();
  g_autoptr (SoleusMoment) first = soleus_moment_parse ("2019-05-06T18:00:00+02:00", NULL);

  assert_period (choice, "2024-11-21T11:27:00+01:00", NOW);
  press (choice, "28-days");
  assert_period (choice, "2025-10-24T11:27:00+02:00", NOW); /* the same time of the day, across the end of summer time */
  press (choice, "3-months");
  assert_period (choice, "2025-08-21T11:27:00+02:00", NOW);
  press (choice, "all");
  assert_period (choice, "2024-11-21T11:27:00+01:00", NOW); /* nothing is recorded: a year of it */
  soleus_period_choice_set_earliest (choice, first->instant);
  assert_period (choice, "2019-05-06T18:00:00+02:00", NOW);
  g_assert_finalize_object (choice);
}

static void
test_two_dates_are_whole_days (void)
{
  SoleusPeriodChoice *choice = create_choice ();

  press (choice, "dates");
  type_dates (choice, "2025-03-01", "2025-03-31");
  assert_period (choice, "2025-03-01T00:00:00+01:00", "2025-03-31T23:59:59+02:00");
  type_dates (choice, "2025-03-30", "2025-03-30"); /* a day of 23 hours */
  assert_period (choice, "2025-03-30T00:00:00+01:00", "2025-03-30T23:59:59+02:00");
  type_dates (choice, "2025-11-21", "today"); /* what is left of today is not known yet */
  assert_period (choice, "2025-11-21T00:00:00+01:00", NOW);
  g_assert_finalize_object (choice);
}

static void
test_the_dates_begin_as_what_was_chosen_before (void)
{
  SoleusPeriodChoice *choice = create_choice ();

  press (choice, "3-months");
  press (choice, "dates");
  assert_period (choice, "2025-08-21T00:00:00+02:00", NOW);
  type_dates (choice, "2025-09-01", "today");
  press (choice, "28-days");
  press (choice, "dates"); /* what was typed is kept */
  assert_period (choice, "2025-09-01T00:00:00+02:00", NOW);
  g_assert_finalize_object (choice);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_what_is_no_period_is_said (void)
{
  static const struct { const char *from, *to, *fault; } cases[] = {
    { "2025-03-31", "2025-03-01", "Exchange the two dates" },
    { "2025-03-01", "2025-11-22", "still to come" },
    { "2026-03-01", "2025-11-21", "still to come" },
    { "0002-03-01", "2025-11-21", "more than 100 years" },
    { "", "2025-11-21", "a first and a last day" },
    { "2025-03-01", "", "a first and a last day" },
    { "2025-02-30", "2025-11-21", "" }, /* the entry says it */
  };
  SoleusPeriodChoice *choice = create_choice ();
  SoleusInstant from, until;
  guint n = 0, before;

  press (choice, "dates");
  g_signal_connect_swapped (choice, "changed", G_CALLBACK (count_cb), &n);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type_dates (choice, "2025-03-01", "2025-03-31");
      g_assert_true (soleus_period_choice_get_period (choice, &from, &until));
      before = n;
      type_dates (choice, cases[i].from, cases[i].to);
      g_assert_cmpuint (n, >, before);
      g_assert_false (soleus_period_choice_get_period (choice, &from, &until));
      if (cases[i].fault[0] == '\0')
        g_assert_cmpstr (get_fault (choice), ==, "");
      else if (strstr (get_fault (choice), cases[i].fault) == NULL)
        g_error ("%s to %s: “%s”", cases[i].from, cases[i].to, get_fault (choice));
    }
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (gtk_widget_get_last_child (GTK_WIDGET (choice)))), ==,
                   GTK_ACCESSIBLE_ROLE_ALERT);
  press (choice, "12-months"); /* the way out */
  assert_period (choice, "2024-11-21T11:27:00+01:00", NOW);
  g_assert_finalize_object (choice);
}

int
main (int   argc,
      char *argv[])
{
  if (!gtk_init_check ())
    return 77;
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/period-choice/spans_end_now", test_spans_end_now);
  g_test_add_func ("/period-choice/two_dates_are_whole_days", test_two_dates_are_whole_days);
  g_test_add_func ("/period-choice/the_dates_begin_as_what_was_chosen_before", test_the_dates_begin_as_what_was_chosen_before);
  g_test_add_func ("/period-choice/what_is_no_period_is_said", test_what_is_no_period_is_said);
  return g_test_run ();
}
