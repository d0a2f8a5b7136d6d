/* test-look-back-card.c: hidden without a cramp, a row for each factor that is known, the basis behind it, and gone with its window */
#include "soleus-config.h"

#include "tests/record-values.h"
#include "tests/saved-records.h"

#include <adwaita.h>

#include "soleus-clock.h"
#include "soleus-look-back-card.h"
#include "soleus-records.h"

static char *
add_athlete (SoleusClinic *clinic)
{
  g_free (save_named (clinic, &soleus_therapist_kind, "T. Exemplar"));
  return save_named (clinic, &soleus_athlete_kind, "Mara Swiftwater");
}

static void
add_night (SoleusClinic *clinic,
           const char   *athlete,
           const char   *date,
           double        hours)
{
  g_autoptr (SoleusRecord) check_in = soleus_record_new (&soleus_check_in_kind);

  soleus_record_set_text (check_in, "athlete", athlete);
  soleus_record_set_text (check_in, "date", date);
  soleus_record_set_real (check_in, "sleep-hours", hours);
  save_record (clinic, check_in);
}

static void
add_night_and_cramp (SoleusClinic *clinic,
                     const char   *athlete)
{
  g_autoptr (SoleusRecord) episode = create_record (&soleus_episode_kind, athlete,
                                                    VALUES ("onset", "2025-11-20T18:40:00+01:00", "side", "left", "muscle", "calf"));

  add_night (clinic, athlete, "2025-11-20", 5);
  add_night (clinic, athlete, "2025-11-18", 8);
  save_record (clinic, episode);
}

static GtkWidget *
find_widget (GtkWidget *parent,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (parent, type))
    return parent;
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
says (GtkWidget  *parent,
      const char *text)
{
  if (GTK_IS_LABEL (parent) && strstr (gtk_label_get_text (GTK_LABEL (parent)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static void
the_card_says_what_was_there (void)
{
  g_autoptr (SoleusMoment) now = soleus_moment_parse ("2025-11-21T11:27:00+01:00", NULL);
  SoleusClock *clock = soleus_clock_new_fixed (now->instant);
  g_autoptr (GError) error = NULL;
  SoleusClinic *clinic = soleus_clinic_open (":memory:", SOLEUS_CLINIC_OPEN_CREATE, clock, &error);
  g_autofree char *athlete = add_athlete (clinic);
  GtkWidget *window = adw_window_new ();
  GtkWidget *card = soleus_look_back_card_new ();
  GtkWidget *button;
  gpointer watched = card;

  g_assert_no_error (error);
  g_object_add_weak_pointer (G_OBJECT (card), &watched);
  /* as large as the page it stands in: from 4.12 GTK warns where there is no room */
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 720);
  adw_window_set_content (ADW_WINDOW (window), card);
  soleus_look_back_card_show (card, clinic, athlete);
  g_assert_false (gtk_widget_get_visible (card));

  add_night_and_cramp (clinic, athlete);
  soleus_look_back_card_show (card, clinic, athlete);
  g_assert_true (gtk_widget_get_visible (card));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  g_assert_true (says (card, "1 of 1 cramps"));
  g_assert_true (says (card, "Too few to say"));
  g_assert_true (says (card, "Too little is recorded before the cramps to say"));
  g_assert_true (says (card, "not a cause"));

  button = find_widget (card, GTK_TYPE_MENU_BUTTON);
  g_assert_nonnull (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  g_assert_true (says (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), "Cramps with it: "));
  g_assert_true (says (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), "Ordinary days without it: "));
  g_assert_false (says (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), "Ordinary days with it: "));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));

  gtk_window_destroy (GTK_WINDOW (window));
  for (int i = 0; i < 20 || g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (watched);
  g_assert_finalize_object (clinic);
  g_assert_finalize_object (clock);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/look-back-card/the_card_says_what_was_there", the_card_says_what_was_there);
  return g_test_run ();
}
