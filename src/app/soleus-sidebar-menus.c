#include "soleus-config.h"

#include "soleus-sidebar-menus.h"

#include <glib/gi18n-lib.h>

#include "soleus-records.h"

/**
 * soleus_sidebar_menus_fill_teams:
 * @section: the part of the filter menu that names the teams; left empty where no athlete has one
 */
void
soleus_sidebar_menus_fill_teams (GMenu        *section,
                                 SoleusClinic *clinic)
{
  g_auto (GStrv) teams = soleus_clinic_list_teams (clinic);
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_remove_all (section);

  if (teams == NULL || teams[0] == NULL)
    return;

  g_menu_append (menu, _("All Teams"), "list.team::");

  for (char **team = teams; *team != NULL; team++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (*team, NULL);

      g_menu_item_set_action_and_target (item, "list.team", "s", *team);
      g_menu_append_item (menu, item);
    }

  g_menu_append_submenu (section, _("Team"), G_MENU_MODEL (menu));
}

static void
create_main_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  g_autoptr (GtkBuilder) menus = gtk_builder_new_from_resource ("/io/github/soleusapp/Soleus/ui/app/soleus-main-menu.ui");

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (gtk_builder_get_object (menus, "main_menu")));
}

/**
 * soleus_sidebar_menus_add_main:
 * @button: opens the main menu, which is made when it is opened
 */
void
soleus_sidebar_menus_add_main (GtkMenuButton *button)
{
  gtk_menu_button_set_create_popup_func (button, create_main_cb, NULL, NULL);
}

/* who may be working, and the way to the preferences */
static GMenuModel *
new_therapists (SoleusClinic *clinic)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) people = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_therapist_kind);
  g_autoptr (GPtrArray) therapists = NULL;

  soleus_query_order_by (query, "name", FALSE);
  therapists = soleus_clinic_list (clinic, query, NULL);

  for (guint i = 0; therapists != NULL && i < therapists->len; i++)
    {
      SoleusRecord *therapist = g_ptr_array_index (therapists, i);
      g_autoptr (GMenuItem) item = NULL;

      if (soleus_record_get_bool (therapist, "inactive"))
        continue;

      item = g_menu_item_new (soleus_record_get_text (therapist, "name"), NULL);
      g_menu_item_set_action_and_target (item, "win.therapist", "s", soleus_record_get_id (therapist));
      g_menu_append_item (people, item);
    }

  g_menu_append_section (menu, _("Who is working"), G_MENU_MODEL (people));
  g_menu_append (more, _("_Therapists…"), "win.show::preferences");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
create_therapists_cb (GtkMenuButton *button,
                      gpointer       user_data)
{
  g_autoptr (GMenuModel) menu = new_therapists (SOLEUS_CLINIC (user_data));

  gtk_menu_button_set_menu_model (button, menu);
}

/**
 * soleus_sidebar_menus_show_working:
 * @button: switches who is working
 * @avatar: in the button
 * @working: (nullable): whose entries are being made; nobody hides the button
 */
void
soleus_sidebar_menus_show_working (GtkWidget    *button,
                                   AdwAvatar    *avatar,
                                   SoleusRecord *working)
{
  g_autofree char *label = NULL;

  gtk_widget_set_visible (button, working != NULL);

  if (working == NULL)
    return;

  /* TRANSLATORS: %s is the name of the therapist whose entries are being made */
  label = g_strdup_printf (_("Working: %s"), soleus_record_get_text (working, "name"));
  adw_avatar_set_text (avatar, soleus_record_get_text (working, "name"));
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * soleus_sidebar_menus_add_therapists:
 * @button: switches who is working; its menu is made when it is opened, so that it names those who are there then
 * @clinic: whose therapists
 */
void
soleus_sidebar_menus_add_therapists (GtkMenuButton *button,
                                     SoleusClinic  *clinic)
{
  gtk_menu_button_set_create_popup_func (button, create_therapists_cb, g_object_ref (clinic), g_object_unref);
}

static void
show_team_paper_cb (GtkWidget *sidebar,
                    GVariant  *parameter,
                    GAction   *action)
{
  GActionGroup *actions = g_object_get_data (G_OBJECT (action), "actions");
  g_autoptr (GVariant) team = g_action_group_get_action_state (actions, "team");
  const char *prefix = g_str_equal (g_action_get_name (action), "print-weeks") ? "sheet:team-check-in:" : "sheet:team-handouts:";
  g_autofree char *page = g_strconcat (prefix, g_variant_get_string (team, NULL), NULL);

  gtk_widget_activate_action (sidebar, "win.show", "s", page);
}

static void
team_chosen_cb (GSimpleAction *action,
                const char    *name,
                GVariant      *team)
{
  g_simple_action_set_enabled (action, *g_variant_get_string (team, NULL) != '\0');
}

/**
 * soleus_sidebar_menus_add_team_papers:
 * @sidebar: where the papers are asked for
 * @actions: with the state “team”; gets “print-weeks” and “print-handouts”, which work while a team is chosen
 */
void
soleus_sidebar_menus_add_team_papers (GtkWidget          *sidebar,
                                      GSimpleActionGroup *actions)
{
  static const char *const names[] = { "print-weeks", "print-handouts" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (names[i], NULL);

      g_simple_action_set_enabled (action, FALSE);
      g_object_set_data (G_OBJECT (action), "actions", actions); /* (unowned): it holds the action */
      g_signal_connect_object (action, "activate", G_CALLBACK (show_team_paper_cb), sidebar, G_CONNECT_SWAPPED);
      g_signal_connect_object (actions, "action-state-changed::team", G_CALLBACK (team_chosen_cb), action, G_CONNECT_SWAPPED);
      g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
    }
}
