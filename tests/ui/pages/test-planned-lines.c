/* test-planned-lines.c: a massage planned while it was free, and a cramp afterwards: Today names it and leads to it, the visit says what to do */
#include "soleus-config.h"

#include "page-fixture.h"
#include "tests/record-values.h"
#include "tests/saved-records.h"

#include <string.h>

#include "soleus-banner.h"
#include "soleus-clock.h"
#include "soleus-record-line.h"
#include "soleus-today-page.h"
#include "soleus-visit-editor-page.h"

/* Plans a treatment of the left calf; @in_visit: as part of a visit.
 * Returns: (transfer full) (nullable): the visit */
static char *
plan (Fixture    *fixture,
      const char *modality,
      const char *at,
      gboolean    in_visit)
{
  g_autoptr (SoleusRecord) visit = create_record (&soleus_visit_kind, fixture->rested, VALUES ("time", at));
  g_autoptr (SoleusRecord) treatment = create_record (&soleus_treatment_kind, fixture->rested,
                                                      VALUES ("modality", modality, "side", "left", "region", "calf", "at", at));

  if (in_visit)
    {
      save_record (fixture->clinic, visit);
      soleus_record_set_text (treatment, "visit", soleus_record_get_id (visit));
    }
  save_record (fixture->clinic, treatment);
  return in_visit ? g_strdup (soleus_record_get_id (visit)) : NULL;
}

/* of the athlete who had none: at 11:00, so that the left calf is closed until Sunday, 11:00 */
static void
cramp (Fixture *fixture)
{
  g_autoptr (SoleusRecord) episode = create_record (&soleus_episode_kind, fixture->rested,
                                                    VALUES ("onset", "2025-11-21T10:58:00+01:00", "end", "2025-11-21T11:00:00+01:00",
                                                            "side", "left", "muscle", "gastrocnemius"));

  save_record (fixture->clinic, episode);
}

static GtkWidget *
show_page (Fixture    *fixture,
           GType       type,
           const char *target)
{
  return present (fixture, g_object_new (type, "clinic", fixture->clinic, "target", target, NULL), 1000, 700);
}

static gboolean
is_planned_line (GtkWidget     *widget,
                 gconstpointer  words)
{
  g_autofree char *name = SOLEUS_IS_RECORD_LINE (widget) ? soleus_record_line_dup_name (SOLEUS_RECORD_LINE (widget)) : NULL;

  return name != NULL && strstr (name, words) != NULL;
}

/* Returns: (transfer full): what the row around a line leads to */
static char *
dup_target (GtkWidget *line)
{
  GtkWidget *row = gtk_widget_get_ancestor (line, GTK_TYPE_ACTIONABLE);
  GVariant *target;

  if (row == NULL)
    row = gtk_widget_get_ancestor (line, GTK_TYPE_LIST_BOX_ROW);
  g_assert_true (GTK_IS_ACTIONABLE (row));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "win.show");
  target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row));
  return g_variant_dup_string (target, NULL);
}

static void
test_today_names_what_is_planned_inside (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autofree char *visit = plan (fixture, "kneading", "2025-11-22T14:00:00+01:00", TRUE);
  g_autofree char *wanted = g_strconcat ("visit:", visit, NULL);
  g_autofree char *alone_wanted = g_strconcat ("athlete:", fixture->rested, NULL);
  g_autofree char *target = NULL;
  g_autofree char *alone_target = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) none = NULL;
  GtkWidget *page;

  plan (fixture, "hot-pack", "2025-11-23T10:59:00+01:00", FALSE);
  plan (fixture, "cold-pack", "2025-11-22T14:00:00+01:00", FALSE);
  page = show_page (fixture, SOLEUS_TYPE_TODAY_PAGE, NULL);
  none = find_all (page, is_planned_line, "lanned inside a window");
  g_assert_cmpuint (none->len, ==, 0);

  /* the page looks again by itself */
  cramp (fixture);
  settle ();
  lines = find_all (page, is_planned_line, "Planned inside a window: ");
  g_assert_cmpuint (lines->len, ==, 2);
  name = soleus_record_line_dup_name (lines->pdata[0]);
  g_test_message ("%s", name);
  g_assert_true (g_str_has_prefix (name, "Olli Tailwind"));
  g_assert_nonnull (strstr (name, "Kneading, the left calf, "));
  g_assert_nonnull (strstr (name, "14:00"));
  g_assert_nonnull (strstr (name, "Closed"));
  target = dup_target (lines->pdata[0]);
  g_assert_cmpstr (target, ==, wanted);
  alone_target = dup_target (lines->pdata[1]);
  g_assert_cmpstr (alone_target, ==, alone_wanted);
  assert_goes (fixture, page);
}

static void
test_today_asks_about_a_plan_whose_time_is_over (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autofree char *visit = plan (fixture, "kneading", "2025-11-22T14:00:00+01:00", TRUE);
  g_autoptr (GPtrArray) lines = NULL;
  GtkWidget *page;

  cramp (fixture);
  soleus_clock_advance (soleus_clinic_get_clock (fixture->clinic), 27 * SOLEUS_USEC_PER_HOUR);
  page = show_page (fixture, SOLEUS_TYPE_TODAY_PAGE, NULL);
  lines = find_all (page, is_planned_line, "Given? Sign the visit, or take it out.");
  g_assert_cmpuint (lines->len, ==, 1);
  assert_goes (fixture, page);
}

static void
test_the_visit_says_what_to_do (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *visit = plan (fixture, "kneading", "2025-11-22T14:00:00+01:00", TRUE);
  g_autofree char *other = plan (fixture, "kneading", "2025-11-23T11:00:00+01:00", TRUE);
  g_autoptr (GPtrArray) banners = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  GtkWidget *page;

  cramp (fixture);
  page = show_page (fixture, SOLEUS_TYPE_VISIT_EDITOR_PAGE, visit);
  banners = find_all (page, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_BANNER));
  g_assert_cmpuint (banners->len, ==, 2); /* the window itself, and the plan of this visit alone */
  title = soleus_banner_dup_title (banners->pdata[1]);
  text = soleus_banner_dup_text (banners->pdata[1]);
  g_assert_true (g_str_has_prefix (title, "Kneading, the left calf, "));
  g_assert_nonnull (strstr (title, "14:00"));
  g_assert_true (g_str_has_prefix (text, "Planned inside a window. "));
  g_assert_true (g_str_has_suffix (text, "Move it, or take it out."));
  assert_goes (fixture, page);
}

#define ADD(name, func) g_test_add ("/planned-lines/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  if (!gtk_init_check ())
    return 77;
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("today_names_what_is_planned_inside", test_today_names_what_is_planned_inside);
  ADD ("today_asks_about_a_plan_whose_time_is_over", test_today_asks_about_a_plan_whose_time_is_over);
  ADD ("the_visit_says_what_to_do", test_the_visit_says_what_to_do);
  return g_test_run ();
}
