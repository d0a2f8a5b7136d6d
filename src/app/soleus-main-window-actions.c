/* soleus-main-window.c: where pages stand. A page beside the sidebar is made anew when it is shown; what was shown before is kept as a
 * name to go back to. Pages that cover the window (editors) stand one over the other and stay alive until they are left. */
#define G_LOG_DOMAIN "soleus-main-window"

#include "soleus-config.h"

#include "soleus-main-window-private.h"

#include "soleus-clock.h"
#include "soleus-error.h"
#include "soleus-page-registry.h"
#include "soleus-page.h"
#include "soleus-sidebar.h"
#include "soleus-trouble-actions.h"
#include "soleus-window-state.h"

#include <glib/gi18n-lib.h>

static void
show_action_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  SoleusMainWindow *self = SOLEUS_MAIN_WINDOW (user_data);

  if (!soleus_main_window_show_page (self, g_variant_get_string (parameter, NULL)))
    soleus_main_window_toast (self, _("There is no such page."));
}

static void
back_action_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  _soleus_main_window_go_back (SOLEUS_MAIN_WINDOW (user_data));
}

static void
toast_action_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  soleus_main_window_toast (SOLEUS_MAIN_WINDOW (user_data), g_variant_get_string (parameter, NULL));
}

static void
undo_toast_dismissed_cb (AdwToast         *toast,
                         SoleusMainWindow *self)
{
  if (self->undo_toast == toast)
    g_clear_object (&self->undo_toast);
}

static void
toast_undo_action_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  SoleusMainWindow *self = SOLEUS_MAIN_WINDOW (user_data);
  AdwToast *toast;

  if (self->clinic == NULL || !soleus_clinic_can_undo (self->clinic))
    {
      toast_action_cb (action, parameter, user_data);
      return;
    }

  toast = adw_toast_new (g_variant_get_string (parameter, NULL));
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_timeout (toast, 8);
  g_set_object (&self->undo_toast, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (undo_toast_dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
undo_action_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  SoleusMainWindow *self = SOLEUS_MAIN_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (self->clinic == NULL)
    return;

  if (!soleus_clinic_undo (self->clinic, &error))
    soleus_main_window_toast (self, error->message);
}

/* The key does what the button of the toast does, and no more: what is not offered on the screen is not taken back by a slip. */
static void
undo_offered_action_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  SoleusMainWindow *self = SOLEUS_MAIN_WINDOW (user_data);
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->undo_toast);

  if (toast == NULL)
    {
      soleus_main_window_toast (self, _("There is no change that can be taken back here."));
      return;
    }

  adw_toast_dismiss (toast);
  undo_action_cb (NULL, NULL, self);
}

/* In a wide window the list goes and comes back; in a narrow one it is a page of its own, and changes places with what is shown. */
static void
toggle_sidebar_action_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  SoleusMainWindow *self = SOLEUS_MAIN_WINDOW (user_data);
  GtkWidget *sidebar = GTK_WIDGET (self->sidebar);

  if (self->full_pages->len > 0)
    return;

  if (!adw_leaflet_get_folded (self->leaflet))
    {
      adw_leaflet_set_can_unfold (self->leaflet, FALSE);
      adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content));
    }
  else if (!adw_leaflet_get_can_unfold (self->leaflet))
    {
      adw_leaflet_set_can_unfold (self->leaflet, TRUE);
    }
  else
    {
      adw_leaflet_set_visible_child (self->leaflet,
                                     adw_leaflet_get_visible_child (self->leaflet) == sidebar ? GTK_WIDGET (self->content) : sidebar);
    }
}

static void
search_action_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  SoleusMainWindow *self = SOLEUS_MAIN_WINDOW (user_data);

  if (self->full_pages->len > 0)
    return;

  adw_leaflet_set_can_unfold (self->leaflet, TRUE);
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->sidebar));

  soleus_sidebar_focus_search (self->sidebar);
}

/* Shows a page of the athlete beside the sidebar, or asks for the athlete. */
static void
show_for_athlete (SoleusMainWindow *self,
                  const char       *prefix,
                  const char       *ask)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *page = NULL;

  if (self->full_pages->len > 0)
    return;

  if (self->shown == NULL || !g_str_has_prefix (self->shown, "athlete:"))
    {
      soleus_main_window_toast (self, ask);
      search_action_cb (NULL, NULL, self);
      return;
    }

  parts = g_strsplit (self->shown, ":", 3);
  page = g_strconcat (prefix, parts[1], NULL);
  soleus_main_window_show_page (self, page);
}

static void
log_episode_action_cb (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  show_for_athlete (SOLEUS_MAIN_WINDOW (user_data), "episode:new:", _("Choose the athlete first, then log the episode."));
}

static void
log_visit_action_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  show_for_athlete (SOLEUS_MAIN_WINDOW (user_data), "visit:new:", _("Choose the athlete first, then log the visit."));
}

static void
log_check_in_action_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  show_for_athlete (SOLEUS_MAIN_WINDOW (user_data), "check-in:", _("Choose the athlete first, then log the check-in."));
}

static void
relief_action_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  show_for_athlete (SOLEUS_MAIN_WINDOW (user_data), "relief:", _("Choose the athlete first, then start the relief."));
}

static void
therapist_state_cb (GSimpleAction *action,
                    GVariant      *value,
                    gpointer       user_data)
{
  SoleusMainWindow *self = SOLEUS_MAIN_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusRecord) therapist = NULL;

  therapist = soleus_clinic_find (self->clinic, &soleus_therapist_kind, g_variant_get_string (value, NULL), &error);

  if (therapist == NULL)
    {
      soleus_main_window_toast (self, error != NULL ? error->message : _("This therapist is no longer in the clinic."));
      return;
    }

  soleus_clinic_set_therapist (self->clinic, therapist);
}

void
_soleus_main_window_therapist_changed (SoleusMainWindow *self)
{
  SoleusRecord *therapist = soleus_clinic_get_therapist (self->clinic);

  g_simple_action_set_state (self->therapist,
                             g_variant_new_string (therapist != NULL ? soleus_record_get_id (therapist) : ""));
}


/* Three hundred widgets that few ever look at: they are made when they are asked for, not by GTK with each window. */
static void
shortcuts_action_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/soleusapp/Soleus/ui/shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (user_data));
  gtk_window_present (shortcuts);
}

void
_soleus_main_window_add_actions (SoleusMainWindow *self)
{
  static const GActionEntry entries[] = {
    { "show", show_action_cb, "s" },
    { "back", back_action_cb },
    { "toast", toast_action_cb, "s" },
    { "toast-undo", toast_undo_action_cb, "s" },
    { "undo", undo_action_cb },
    { "undo-offered", undo_offered_action_cb },
    { "toggle-sidebar", toggle_sidebar_action_cb },
    { "search", search_action_cb },
    { "log-episode", log_episode_action_cb },
    { "log-visit", log_visit_action_cb },
    { "log-check-in", log_check_in_action_cb },
    { "relief", relief_action_cb },
    { "show-help-overlay", shortcuts_action_cb },
    { "therapist", NULL, "s", "''", therapist_state_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  soleus_trouble_actions_add (self);
  self->back = g_object_ref (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "back")));
  self->therapist = g_object_ref (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "therapist")));
}
