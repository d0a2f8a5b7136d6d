/* test-banner.c: what the banner of a window says */
#include <adwaita.h>

#include "soleus-banner.h"
#include "soleus-moment.h"

#define HOUR SOLEUS_USEC_PER_HOUR

/* (transfer full): a window of the left calf, decided by the rule on one episode of 20 Nov 2025, 18:40 */
static SoleusWindow *
assess (SoleusInstant        at,
        const SoleusAnswers *screen,
        gboolean             swelling)
{
  g_autoptr (SoleusMoment) onset = soleus_moment_parse ("2025-11-20T18:38:00+01:00", NULL);
  g_autoptr (SoleusMoment) end = soleus_moment_parse ("2025-11-20T18:40:00+01:00", NULL);
  SoleusWindowEpisode episode = {
    .id = "e", .side = SOLEUS_SIDE_LEFT, .region = SOLEUS_REGION_CALF, .onset = onset, .end = end,
    .latest_possible = SOLEUS_UNKNOWN_INSTANT, .screen = screen,
  };
  SoleusWindowFlag flag = {
    .id = "f", .kind = "swelling", .side = SOLEUS_SIDE_LEFT, .raised_at = onset->instant, .cleared_at = SOLEUS_UNKNOWN_INSTANT,
  };
  SoleusWindowInput input = { .episodes = &episode, .n_episodes = 1, .flags = &flag, .n_flags = swelling ? 1 : 0 };

  return soleus_massage_window_assess (&input, SOLEUS_SIDE_LEFT, SOLEUS_REGION_CALF, at);
}

static SoleusInstant
parse (const char *text)
{
  g_autoptr (SoleusMoment) moment = soleus_moment_parse (text, NULL);

  return moment->instant;
}

static void
test_closed (void)
{
  SoleusInstant now = parse ("2025-11-21T11:28:00+01:00");
  SoleusWindow *window = assess (now, NULL, FALSE);
  SoleusBanner *banner = g_object_ref_sink (SOLEUS_BANNER (soleus_banner_new ()));
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  g_autofree char *later = NULL;

  soleus_banner_set_window (banner, window, SOLEUS_SIDE_LEFT, SOLEUS_REGION_CALF, NULL, now);
  title = soleus_banner_dup_title (banner);
  text = soleus_banner_dup_text (banner);
  g_assert_cmpstr (title, ==, "No massage or heat on the left calf until Sat 22 Nov, 18:40");
  g_assert_cmpstr (text, ==, "31 h 12 min left. Damage screen not done.");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (banner), "closed"));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (banner), GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (banner), GTK_ACCESSIBLE_PROPERTY_LABEL, title);

  soleus_banner_set_now (banner, now + 31 * HOUR);
  later = soleus_banner_dup_text (banner);
  g_assert_cmpstr (later, ==, "12 min left. Damage screen not done.");

  soleus_window_unref (window);
  g_assert_finalize_object (banner);
}

static void
test_hard_stop (void)
{
  SoleusInstant now = parse ("2025-11-21T11:28:00+01:00");
  SoleusWindow *window = assess (now, NULL, TRUE);
  SoleusBanner *banner = g_object_ref_sink (SOLEUS_BANNER (soleus_banner_new ()));
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (window->state, ==, SOLEUS_WINDOW_STATE_HARD_STOP);
  /* even if some later rule should give it a time */
  window->opens_at = now + HOUR;
  soleus_banner_set_window (banner, window, SOLEUS_SIDE_LEFT, SOLEUS_REGION_WHOLE_BODY, "Swelling.", now);
  title = soleus_banner_dup_title (banner);
  text = soleus_banner_dup_text (banner);
  g_assert_cmpstr (title, ==, "Hard stop. No massage or heat on the left leg.");
  g_assert_cmpstr (text, ==, "Swelling. Stays until a doctor’s outcome is recorded.");
  g_assert_null (strstr (text, "left."));

  soleus_window_unref (window);
  g_assert_finalize_object (banner);
}

static void
test_caution (void)
{
  SoleusInstant now = parse ("2025-11-21T11:28:00+01:00");
  const SoleusCatalogue *items = soleus_catalogue_get_screen_items ();
  g_autoptr (SoleusAnswers) screen = soleus_answers_new ();
  SoleusBanner *banner = g_object_ref_sink (SOLEUS_BANNER (soleus_banner_new ()));
  SoleusWindow *window;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  for (gsize i = 0; i < items->n_rows; i++)
    soleus_answers_set (screen, items->rows[i].id, SOLEUS_ANSWER_NO);

  window = assess (now, screen, FALSE);
  g_assert_cmpint (window->state, ==, SOLEUS_WINDOW_STATE_CAUTION);
  soleus_banner_set_window (banner, window, SOLEUS_SIDE_LEFT, SOLEUS_REGION_CALF, NULL, now);
  title = soleus_banner_dup_title (banner);
  text = soleus_banner_dup_text (banner);
  g_assert_cmpstr (title, ==, "Massage or heat on the left calf only with a recorded reason until Sat 22 Nov, 18:40");
  g_assert_cmpstr (text, ==, "31 h 12 min left. Damage screen complete: all no.");

  soleus_window_unref (window);
  g_assert_finalize_object (banner);
}

int
main (int    argc,
      char **argv)
{
  if (!gtk_init_check ())
    return 77;

  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/banner/closed_says_place_date_clock_time_and_time_left", test_closed);
  g_test_add_func ("/banner/hard_stop_never_says_an_end", test_hard_stop);
  g_test_add_func ("/banner/caution_asks_for_a_reason", test_caution);

  return g_test_run ();
}
