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

/**
 * soleus_sidebar_menus_new_therapists:
 *
 * Returns: (transfer full): who may be working, and the way to the preferences
 */
GMenuModel *
soleus_sidebar_menus_new_therapists (SoleusClinic *clinic)
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
