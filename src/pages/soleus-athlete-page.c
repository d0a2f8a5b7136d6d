/* soleus-athlete-page.c: head, banners outside the scroller, tabs that are made when they are first shown. The target is an athlete,
 * perhaps a tab, and perhaps a record of it: “ATHLETE:episodes:EPISODE”. */
#define G_LOG_DOMAIN "soleus-athlete-page"

#include "soleus-config.h"

#include "soleus-athlete-page.h"

#include "soleus-accessible.h"
#include "soleus-athlete-banners.h"
#include "soleus-athlete-tab.h"
#include "soleus-athlete-tabs.h"
#include "soleus-back-button.h"
#include "soleus-clinic-privacy.h"
#include "soleus-columns.h"
#include "soleus-phrase.h"
#include "soleus-row-layout.h"

#include <glib/gi18n-lib.h>

#define VIEWED_AFTER_MS 700
#define MENUS "/io/github/soleusapp/Soleus/ui/pages/soleus-athlete-menus.ui"

struct _SoleusAthletePage {
  SoleusPage      parent_instance;

  AdwWindowTitle *header_title;
  GtkWidget      *log_button;
  GtkWidget      *relief_button;
  GtkMenuButton  *menu_button;
  GtkWidget      *handout_button;
  SoleusColumns  *width_watch;
  GtkWidget      *record;
  GtkWidget      *missing;         /* (nullable) until a record is not there */
  GtkWidget      *identity;
  AdwAvatar      *avatar;
  GtkLabel       *name_label;
  GtkLabel       *about_label;
  GtkLabel       *facts_label;
  GtkLabel       *risk_label;
  GtkBox         *banners;
  GtkWidget      *switcher;
  AdwViewSwitcher *tab_switcher;
  GtkMenuButton  *section_button;
  GtkLabel       *section_label;
  GtkLabel       *section_count;
  AdwViewStack   *tabs;
  GtkWidget      *bottom_bar;
  GtkWidget      *bottom_log_button;

  char           *athlete_id;
  SoleusRecord   *athlete;        /* (nullable) */
  guint           view_source;
};

G_DEFINE_FINAL_TYPE (SoleusAthletePage, soleus_athlete_page, SOLEUS_TYPE_PAGE)

/* --- head --- */

static char *
dup_about (SoleusRecord  *athlete,
           SoleusInstant  now)
{
  const char *born = soleus_record_get_text (athlete, "born");
  const char *sport = soleus_record_get_text (athlete, "sport");
  const char *team = soleus_record_get_text (athlete, "team");
  g_autofree char *today = soleus_instant_dup_local_date (now);
  g_autoptr (GString) about = g_string_new (NULL);

  if (born != NULL)
    {
      int years = soleus_date_get_years_between (born, today);

      g_string_append_printf (about, ngettext ("%d year", "%d years", years), years);

      if (years < 18)
        g_string_append_printf (about, " · %s", _("minor"));
    }

  if (sport != NULL)
    g_string_append_printf (about, "%s%s", about->len > 0 ? " · " : "", sport);

  if (team != NULL)
    g_string_append_printf (about, "%s%s", about->len > 0 ? " · " : "", team);

  return g_strdup (about->str);
}

static const char *
get_thinner_text (SoleusRecord *athlete)
{
  switch ((SoleusAnswer) soleus_record_get_enum (athlete, "blood-thinner"))
    {
    case SOLEUS_ANSWER_YES:
      return _("yes");

    case SOLEUS_ANSWER_NO:
      return _("none");

    case SOLEUS_ANSWER_UNKNOWN:
    default:
      return _("not asked");
    }
}

static void
show_facts (SoleusAthletePage *self)
{
  const char *consent = soleus_record_get_text (self->athlete, "consent-on");
  g_autofree char *consent_date = consent != NULL ? soleus_instant_format (soleus_date_get_start (consent), _("%-d %b %Y")) : NULL;
  gboolean thinner = soleus_record_get_enum (self->athlete, "blood-thinner") == SOLEUS_ANSWER_YES;
  gboolean disorder = soleus_record_get_enum (self->athlete, "bleeding-disorder") == SOLEUS_ANSWER_YES;
  gboolean pregnant = soleus_record_get_enum (self->athlete, "pregnant") == SOLEUS_ANSWER_YES;
  g_autofree char *restriction = soleus_clinic_dup_restriction (soleus_page_get_clinic (SOLEUS_PAGE (self)), self->athlete_id, NULL);
  g_autoptr (GString) risks = g_string_new (NULL);
  g_autofree char *facts = NULL;

  /* TRANSLATORS: who an athlete is, at the end of the head; the <b> stays around what was answered */
  facts = g_markup_printf_escaped (_("Blood thinners: <b>%s</b>\nConsent: <b>%s</b>"),
                                   get_thinner_text (self->athlete), consent_date != NULL ? consent_date : _("not recorded"));
  gtk_label_set_markup (self->facts_label, facts);

  if (restriction != NULL)
    g_string_append (risks, _("Restricted: nothing is changed or added."));

  if (thinner)
    g_string_append_printf (risks, "%s%s", risks->len > 0 ? " " : "", _("Takes blood thinners."));

  if (disorder)
    g_string_append_printf (risks, "%s%s", risks->len > 0 ? " " : "", _("Has a bleeding disorder."));

  if (pregnant)
    g_string_append_printf (risks, "%s%s", risks->len > 0 ? " " : "", _("Is pregnant."));

  gtk_label_set_text (self->risk_label, risks->str);
  gtk_widget_set_visible (GTK_WIDGET (self->risk_label), risks->len > 0);
}

static void
show_head (SoleusAthletePage *self,
           SoleusInstant      now)
{
  const char *name = soleus_record_get_text (self->athlete, "name");
  gboolean archived = soleus_record_get_bool (self->athlete, "archived");
  gboolean read_only = soleus_clinic_is_read_only (soleus_page_get_clinic (SOLEUS_PAGE (self)));
  g_autofree char *about = dup_about (self->athlete, now);
  g_autofree char *shown = archived ? g_strdup_printf (_("%s · archived"), about) : g_strdup (about);

  soleus_page_set_title (SOLEUS_PAGE (self), name);
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_text (self->name_label, name);
  gtk_label_set_text (self->about_label, shown);
  show_facts (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.archive", !archived && !read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.unarchive", archived && !read_only);
}

static void
update_header_title (SoleusAthletePage *self)
{
  gboolean narrow = soleus_columns_is_narrow (self->width_watch);

  adw_window_title_set_title (self->header_title, narrow && self->athlete != NULL ? gtk_label_get_text (self->name_label) : "");
  adw_window_title_set_subtitle (self->header_title, narrow && self->athlete != NULL ? gtk_label_get_text (self->about_label) : "");
}

static void
set_primary (GtkWidget *button,
             gboolean   primary)
{
  if (primary)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

/* --- refreshing --- */

/* What is said in place of a record that is not there is made when it is to be said. No stack for the two: GTK asks what a stack shows how
 * wide it must be for its height, which is another seven layouts of each text of a banner. */
static void
show_missing (SoleusAthletePage *self,
              gboolean           missing)
{
  if (missing && self->missing == NULL)
    {
      self->missing = g_object_new (ADW_TYPE_STATUS_PAGE,
                                    "icon-name", "system-users-symbolic",
                                    "title", _("No Such Athlete"),
                                    "description", _("The record may have been taken back. Choose another from the list."),
                                    "vexpand", TRUE,
                                    NULL);
      gtk_box_append (GTK_BOX (gtk_widget_get_parent (self->record)), self->missing);
    }
  if (self->missing != NULL)
    gtk_widget_set_visible (self->missing, missing);
  gtk_widget_set_visible (self->record, !missing);
}

static void
refresh (SoleusAthletePage *self)
{
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  SoleusInstant now = soleus_clinic_get_now (clinic);
  g_autoptr (SoleusAssessment) assessment = NULL;
  g_autoptr (GError) error = NULL;
  gboolean hard_stop;

  g_clear_object (&self->athlete);
  self->athlete = soleus_clinic_find (clinic, &soleus_athlete_kind, self->athlete_id, NULL);
  show_missing (self, self->athlete == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->menu_button), self->athlete != NULL);
  gtk_widget_set_sensitive (self->handout_button, self->athlete != NULL);
  gtk_widget_set_sensitive (self->log_button, self->athlete != NULL && !soleus_clinic_is_read_only (clinic));

  if (self->athlete == NULL)
    return;

  show_head (self, now);
  update_header_title (self);

  assessment = soleus_clinic_assess (clinic, self->athlete_id, now, &error);
  soleus_athlete_banners_fill (self->banners, assessment, error, now);
  gtk_widget_set_visible (GTK_WIDGET (self->banners), gtk_widget_get_first_child (GTK_WIDGET (self->banners)) != NULL);

  hard_stop = assessment != NULL && soleus_assessment_get_state (assessment) == SOLEUS_WINDOW_STATE_HARD_STOP;
  set_primary (self->log_button, !hard_stop);
  set_primary (self->bottom_log_button, !hard_stop);
}

static void
clinic_changed_cb (SoleusAthletePage *self,
                   const char        *kind,
                   const char        *athlete_id)
{
  if (athlete_id != NULL && g_strcmp0 (athlete_id, self->athlete_id) != 0)
    return;

  soleus_page_queue_refresh (SOLEUS_PAGE (self));
}

/* An open popover of a banner would be taken away from under the pointer: the time left is counted in place. */
static void
minute_passed_cb (SoleusAthletePage *self)
{
  SoleusInstant now = soleus_clinic_get_now (soleus_page_get_clinic (SOLEUS_PAGE (self)));

  if (!soleus_athlete_banners_count (self->banners, now))
    refresh (self);
}

/* --- tabs --- */

static const char *
get_tab_name (SoleusAthletePage *self)
{
  return adw_view_stack_get_visible_child_name (self->tabs);
}

static void
ensure_tab (SoleusAthletePage *self)
{
  GtkWidget *scrolled = adw_view_stack_get_visible_child (self->tabs);
  const char *name = get_tab_name (self);
  gsize n_rows;
  const SoleusAthleteTabRow *rows = soleus_athlete_tabs_list (&n_rows);

  if (scrolled == NULL || self->athlete_id == NULL || gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled)) != NULL)
    return;

  for (gsize i = 0; i < n_rows; i++)
    if (g_strcmp0 (rows[i].name, name) == 0)
      {
        GtkWidget *tab = g_object_new (rows[i].get_type (),
                                       "clinic", soleus_page_get_clinic (SOLEUS_PAGE (self)),
                                       "athlete-id", self->athlete_id,
                                       NULL);

        gtk_widget_add_css_class (tab, "page-body");
        gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), tab);
      }
}

/* The tab that is shown was opened at one of its records. */
static void
show_record (SoleusAthletePage *self,
             const char        *id)
{
  GtkWidget *tab = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (adw_view_stack_get_visible_child (self->tabs)));

  if (GTK_IS_VIEWPORT (tab))
    tab = gtk_viewport_get_child (GTK_VIEWPORT (tab));
  soleus_athlete_tab_show_record (SOLEUS_ATHLETE_TAB (tab), id);
}

static void
tab_changed_cb (AdwViewStack *tabs,
                GParamSpec   *pspec,
                gpointer      user_data)
{
  SoleusAthletePage *self = SOLEUS_ATHLETE_PAGE (user_data);
  gsize n_rows;
  const SoleusAthleteTabRow *rows = soleus_athlete_tabs_list (&n_rows);

  ensure_tab (self);

  for (gsize i = 0; i < n_rows; i++)
    if (g_strcmp0 (rows[i].name, get_tab_name (self)) == 0)
      {
        /* TRANSLATORS: the section that is shown and how many there are: “2 of 6” */
        g_autofree char *count = g_strdup_printf (_("%d of %d"), (int) i + 1, (int) n_rows);
        g_autofree char *name = g_strdup_printf (_("Section: %s"), _(rows[i].title));

        gtk_label_set_text (self->section_label, _(rows[i].title));
        gtk_label_set_text (self->section_count, count);
        gtk_accessible_update_property (GTK_ACCESSIBLE (self->section_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      }
}

static void
add_tabs (SoleusAthletePage *self)
{
  gsize n_rows;
  const SoleusAthleteTabRow *rows = soleus_athlete_tabs_list (&n_rows);

  for (gsize i = 0; i < n_rows; i++)
    {
      GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);

      soleus_accessible_set_name (scrolled, _(rows[i].title));
      adw_view_stack_add_titled_with_icon (self->tabs, scrolled, rows[i].name, _(rows[i].title), rows[i].icon_name);
    }
}

/* Shows one tab, and from then on each that is chosen. The switcher makes all its buttons anew for each tab that comes, and a stack shows the
 * first that it gets: so both hear of the tabs only now. */
static void
start_tabs (SoleusAthletePage *self,
            const char        *name) /* (nullable) */
{
  if (name != NULL && adw_view_stack_get_child_by_name (self->tabs, name) != NULL)
    adw_view_stack_set_visible_child_name (self->tabs, name);

  adw_view_switcher_set_stack (self->tab_switcher, self->tabs);
  g_signal_connect_object (self->tabs, "notify::visible-child", G_CALLBACK (tab_changed_cb), self, 0);
  tab_changed_cb (self->tabs, NULL, self);
}

/* A menu has a widget for each of its items: it is made when it is opened for the first time. */
static void
create_section_menu_cb (GtkMenuButton *button,
                        gpointer       user_data)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  gsize n_rows;
  const SoleusAthleteTabRow *rows = soleus_athlete_tabs_list (&n_rows);

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *action = g_strdup_printf ("page.tab::%s", rows[i].name);

      g_menu_append (menu, _(rows[i].title), action);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
create_athlete_menu_cb (GtkMenuButton *button,
                        gpointer       user_data)
{
  g_autoptr (GtkBuilder) menus = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  menus = gtk_builder_new_from_resource (MENUS);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (gtk_builder_get_object (menus, "athlete_menu")));
}

/* Alt+1, Alt+2, … and Ctrl+P: wherever the focus is, also beside the page. */
static void
add_keys (SoleusAthletePage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  gsize n_rows;
  const SoleusAthleteTabRow *rows = soleus_athlete_tabs_list (&n_rows);

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);

  for (gsize i = 0; i < n_rows && i < 9; i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_1 + i, GDK_ALT_MASK), gtk_named_action_new ("page.tab"));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (rows[i].name));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
    }
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_p, GDK_CONTROL_MASK), gtk_named_action_new ("page.handout")));

  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
narrow_cb (SoleusAthletePage *self)
{
  gboolean narrow = soleus_columns_is_narrow (self->width_watch);

  gtk_widget_set_visible (self->identity, !narrow);
  gtk_widget_set_visible (self->switcher, !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->section_button), narrow);
  gtk_widget_set_visible (self->log_button, !narrow);
  gtk_widget_set_visible (self->relief_button, !narrow);
  gtk_widget_set_visible (self->handout_button, !narrow);
  gtk_widget_set_visible (self->bottom_bar, narrow);

  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");

  update_header_title (self);
}

/* --- actions --- */

static void
show_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  static const struct {
    const char *action;
    const char *page;
  } pages[] = {
    { "page.log-episode", "episode:new:" },
    { "page.new-visit", "visit:new:" },
    { "page.check-in", "check-in:" },
    { "page.check-in-week", "check-in-week:" },
    { "page.handout", "handout:" },
    { "page.report", "report:" },
    { "page.search", "search:" },
    { "page.audit", "audit:" },
    { "page.privacy", "privacy:" },
    { "page.import", "import:" },
    { "page.edit", "athlete-editor:" },
    { "page.clot-screen", "clot-screen:" },
    { "page.letter", "letter:" },
  };
  SoleusAthletePage *self = SOLEUS_ATHLETE_PAGE (widget);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].action, action))
      soleus_page_show (SOLEUS_PAGE (self), "%s%s", pages[i].page, self->athlete_id);
}

static void
tab_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  SoleusAthletePage *self = SOLEUS_ATHLETE_PAGE (widget);

  adw_view_stack_set_visible_child_name (self->tabs, g_variant_get_string (parameter, NULL));
}

static void
archive_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  SoleusAthletePage *self = SOLEUS_ATHLETE_PAGE (widget);
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  gboolean archive = g_str_equal (action, "page.archive");
  g_autoptr (SoleusRecord) copy = soleus_record_copy (self->athlete);
  g_autoptr (GError) error = NULL;

  soleus_record_set_bool (copy, "archived", archive);

  if (soleus_clinic_save (clinic, copy, &error))
    soleus_page_toast_undo (SOLEUS_PAGE (self), archive ? _("Athlete archived") : _("Athlete brought back"));
  else
    soleus_page_toast (SOLEUS_PAGE (self), error->message);
}

/* --- the page --- */

/* Whoever looked at a record stands in the audit. Leafing past one is not looking. */
static void
viewed_cb (gpointer user_data)
{
  SoleusAthletePage *self = SOLEUS_ATHLETE_PAGE (user_data);

  self->view_source = 0;
  soleus_clinic_note (soleus_page_get_clinic (SOLEUS_PAGE (self)), "view", soleus_athlete_kind.name, self->athlete_id, NULL, NULL);
}

static void
soleus_athlete_page_refresh (SoleusPage *page)
{
  refresh (SOLEUS_ATHLETE_PAGE (page));
}

static void
soleus_athlete_page_clinic_set (SoleusPage   *page,
                                SoleusClinic *clinic)
{
  SoleusAthletePage *self = SOLEUS_ATHLETE_PAGE (page);
  const char *target = soleus_page_get_target (page);
  g_auto (GStrv) parts = g_strsplit (target != NULL ? target : "", ":", 3);

  self->athlete_id = g_strdup (parts[0] != NULL ? parts[0] : "");
  g_signal_connect_object (self->width_watch, "notify::narrow", G_CALLBACK (narrow_cb), self, G_CONNECT_SWAPPED);
  refresh (self);

  if (self->athlete == NULL)
    return;

  add_tabs (self);
  add_keys (self);
  if (!soleus_clinic_is_read_only (clinic))
    self->view_source = g_timeout_add_once (VIEWED_AFTER_MS, viewed_cb, self);

  start_tabs (self, parts[0] != NULL ? parts[1] : NULL);
  narrow_cb (self);
  if (g_strv_length (parts) == 3)
    show_record (self, parts[2]);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.log-episode", !soleus_clinic_is_read_only (clinic));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new-visit", !soleus_clinic_is_read_only (clinic));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.clot-screen", !soleus_clinic_is_read_only (clinic));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.letter", !soleus_clinic_is_read_only (clinic));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.edit", !soleus_clinic_is_read_only (clinic));

  g_signal_connect_object (clinic, "changed", G_CALLBACK (clinic_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "minute-passed", G_CALLBACK (minute_passed_cb), self, G_CONNECT_SWAPPED);
}

static void
soleus_athlete_page_dispose (GObject *object)
{
  SoleusAthletePage *self = SOLEUS_ATHLETE_PAGE (object);

  g_clear_handle_id (&self->view_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_ATHLETE_PAGE);
  g_clear_object (&self->athlete);

  G_OBJECT_CLASS (soleus_athlete_page_parent_class)->dispose (object);
}

static void
soleus_athlete_page_finalize (GObject *object)
{
  SoleusAthletePage *self = SOLEUS_ATHLETE_PAGE (object);

  g_free (self->athlete_id);

  G_OBJECT_CLASS (soleus_athlete_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SOLEUS_TYPE_ROW_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-athlete-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusAthletePage, header_title);
  gtk_widget_class_bind_template_child (widget_class, SoleusAthletePage, log_button);
  gtk_widget_class_bind_template_child (widget_class, SoleusAthletePage, relief_button);
  gtk_widget_class_bind_template_child (widget_class, SoleusAthletePage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SoleusAthletePage, handout_button);
  gtk_widget_class_bind_template_child (widget_class, SoleusAthletePage, width_watch);
  gtk_widget_class_bind_template_child (widget_class, SoleusAthletePage, record);
  gtk_widget_class_bind_template_child (widget_class, SoleusAthletePage, identity);
  gtk_widget_class_bind_template_child (widget_class, SoleusAthletePage, avatar);
  gtk_widget_class_bind_template_child (widget_class, SoleusAthletePage, name_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusAthletePage, about_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusAthletePage, facts_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusAthletePage, risk_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusAthletePage, banners);
  gtk_widget_class_bind_template_child (widget_class, SoleusAthletePage, switcher);
  gtk_widget_class_bind_template_child (widget_class, SoleusAthletePage, tab_switcher);
  gtk_widget_class_bind_template_child (widget_class, SoleusAthletePage, section_button);
  gtk_widget_class_bind_template_child (widget_class, SoleusAthletePage, section_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusAthletePage, section_count);
  gtk_widget_class_bind_template_child (widget_class, SoleusAthletePage, tabs);
  gtk_widget_class_bind_template_child (widget_class, SoleusAthletePage, bottom_bar);
  gtk_widget_class_bind_template_child (widget_class, SoleusAthletePage, bottom_log_button);
}

static void
soleus_athlete_page_class_init (SoleusAthletePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = soleus_athlete_page_dispose;
  object_class->finalize = soleus_athlete_page_finalize;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_athlete_page_clinic_set;
  SOLEUS_PAGE_CLASS (klass)->refresh = soleus_athlete_page_refresh;

  g_type_ensure (SOLEUS_TYPE_BACK_BUTTON);
  g_type_ensure (SOLEUS_TYPE_COLUMNS);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "page.log-episode", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "page.new-visit", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "page.check-in", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "page.check-in-week", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "page.handout", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "page.report", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "page.clot-screen", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "page.letter", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "page.audit", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "page.privacy", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "page.import", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "page.tab", "s", tab_action);
  gtk_widget_class_install_action (widget_class, "page.archive", NULL, archive_action);
  gtk_widget_class_install_action (widget_class, "page.unarchive", NULL, archive_action);
}

static void
soleus_athlete_page_init (SoleusAthletePage *self)
{
  g_autoptr (GtkBuilder) menus = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  menus = gtk_builder_new_from_resource (MENUS);
  adw_split_button_set_menu_model (ADW_SPLIT_BUTTON (self->log_button), G_MENU_MODEL (gtk_builder_get_object (menus, "log_menu")));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_athlete_menu_cb, NULL, NULL);
  gtk_menu_button_set_create_popup_func (self->section_button, create_section_menu_cb, NULL, NULL);

  /* GtkMenuButton centres what it holds; here the name stands at the start and the count at the end */
  for (GtkWidget *widget = gtk_menu_button_get_child (self->section_button);
       widget != NULL && widget != GTK_WIDGET (self->section_button);
       widget = gtk_widget_get_parent (widget))
    {
      gtk_widget_set_halign (widget, GTK_ALIGN_FILL);
      gtk_widget_set_hexpand (widget, TRUE);
    }
}
