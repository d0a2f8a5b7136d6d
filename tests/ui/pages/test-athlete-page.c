/* test-athlete-page.c: what stands on an athlete's record when it is opened, and what is made only when somebody wants to see it */
#include "soleus-config.h"

#include "page-fixture.h"

#include "soleus-athlete-page.h"
#include "soleus-athlete-tab.h"
#include "soleus-banner.h"
#include "soleus-overview-tab.h"
#include "soleus-visits-tab.h"

static GtkWidget *
open_record (Fixture    *self,
             const char *target)
{
  return show (self, g_object_new (SOLEUS_TYPE_ATHLETE_PAGE, "clinic", self->clinic, "target", target, NULL));
}

static guint
count (GtkWidget *page,
       GType      type)
{
  g_autoptr (GPtrArray) found = find_all (page, is_type, GSIZE_TO_POINTER (type));

  return found->len;
}

/* no turn of the main loop between the page and what is asked of it: this is what the first frame shows */
static void
test_the_first_frame_says_what_is_closed (Fixture       *self,
                                          gconstpointer  data)
{
  GtkWidget *page = open_record (self, self->waiting);
  SoleusBanner *banner = find (page, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_BANNER));
  g_autofree char *title = NULL;

  g_assert_nonnull (banner);
  title = soleus_banner_dup_title (banner);
  g_assert_nonnull (strstr (title, "left calf"));
  assert_goes (self, page);
}

static void
test_a_tab_is_made_when_it_is_shown (Fixture       *self,
                                     gconstpointer  data)
{
  g_autofree char *target = g_strconcat (self->rested, ":visits", NULL);
  GtkWidget *page = open_record (self, target), *tab;
  GtkWidget *switcher = find (page, is_type, GSIZE_TO_POINTER (ADW_TYPE_VIEW_SWITCHER));

  g_assert_cmpuint (count (page, SOLEUS_TYPE_ATHLETE_TAB), ==, 1);
  g_assert_nonnull (find (page, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_VISITS_TAB)));
  g_assert_cmpuint (count (switcher, GTK_TYPE_TOGGLE_BUTTON), ==, 6);

  gtk_widget_activate_action (page, "page.tab", "s", "overview");
  tab = find (page, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_OVERVIEW_TAB));
  g_assert_nonnull (tab);
  gtk_widget_activate_action (page, "page.tab", "s", "visits");
  gtk_widget_activate_action (page, "page.tab", "s", "overview");
  g_assert_cmpuint (count (page, SOLEUS_TYPE_ATHLETE_TAB), ==, 2);
  g_assert_true (tab == find (page, is_type, GSIZE_TO_POINTER (SOLEUS_TYPE_OVERVIEW_TAB)));
  assert_goes (self, page);
}

/* Returns: (transfer full): the first words of a menu */
static char *
dup_first_item (GtkMenuButton *button)
{
  GMenuModel *menu = gtk_menu_button_get_menu_model (button);
  g_autoptr (GMenuModel) section = menu != NULL ? g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION) : NULL;
  char *label = NULL;

  if (menu != NULL)
    g_menu_model_get_item_attribute (section != NULL ? section : menu, 0, G_MENU_ATTRIBUTE_LABEL, "s", &label);
  return label;
}

static gboolean
is_menu_with_tooltip (GtkWidget     *widget,
                      gconstpointer  tooltip)
{
  return GTK_IS_MENU_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0;
}

static gboolean
is_section_button (GtkWidget     *widget,
                   gconstpointer  data)
{
  return GTK_IS_MENU_BUTTON (widget) && gtk_widget_has_css_class (widget, "section-button");
}

/* it can be pressed and is heard as a button with a menu before there is one; a second time it is the same menu */
static void
check_menu (GtkMenuButton *button,
            const char    *first)
{
  g_autofree char *label = NULL;
  GtkPopover *popover;

  g_assert_null (gtk_menu_button_get_popover (button));
  g_assert_true (gtk_widget_is_sensitive (gtk_widget_get_first_child (GTK_WIDGET (button))));
  gtk_menu_button_popup (button);
  label = dup_first_item (button);
  g_assert_cmpstr (label, ==, first);
  popover = gtk_menu_button_get_popover (button);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (popover)));
  gtk_menu_button_popdown (button);
  gtk_menu_button_popup (button);
  g_assert_true (gtk_menu_button_get_popover (button) == popover);
  gtk_menu_button_popdown (button);
}

static void
test_a_menu_is_made_when_it_is_opened (Fixture       *self,
                                       gconstpointer  data)
{
  GtkWidget *page = present (self, g_object_new (SOLEUS_TYPE_ATHLETE_PAGE, "clinic", self->clinic, "target", self->rested, NULL), 360, 720);

  check_menu (find (page, is_menu_with_tooltip, "Athlete Menu"), "_Edit Athlete");
  check_menu (find (page, is_section_button, NULL), "Overview");
  assert_goes (self, page);
}

static void
test_a_record_that_is_gone_is_said (Fixture       *self,
                                    gconstpointer  data)
{
  GtkWidget *page = open_record (self, self->rested);

  g_assert_null (find (page, is_label, "No Such Athlete"));
  page = open_record (self, "0f8fad5b-d9cb-469f-a165-70867728950e");
  g_assert_nonnull (find (page, is_label, "No Such Athlete"));
  g_assert_cmpuint (count (page, SOLEUS_TYPE_ATHLETE_TAB), ==, 0);
  assert_goes (self, page);
}

#define ADD(name) g_test_add ("/athlete-page/" #name, Fixture, NULL, set_up, test_##name, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD (the_first_frame_says_what_is_closed);
  ADD (a_tab_is_made_when_it_is_shown);
  ADD (a_menu_is_made_when_it_is_opened);
  ADD (a_record_that_is_gone_is_said);
  return g_test_run ();
}
