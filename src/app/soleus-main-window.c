/* soleus-main-window.c: where pages stand. A page beside the sidebar is made anew when it is shown; what was shown before is kept as a
 * name to go back to. Pages that cover the window (editors) stand one over the other and stay alive until they are left. */
#define G_LOG_DOMAIN "soleus-main-window"

#include "soleus-config.h"

#include "soleus-main-window-private.h"

#include "soleus-accessible.h"
#include "soleus-clinic-encryption.h"
#include "soleus-clinic-others.h"
#include "soleus-clock.h"
#include "soleus-error.h"
#include "soleus-page-registry.h"
#include "soleus-page.h"
#include "soleus-passphrase-page.h"
#include "soleus-sidebar.h"
#include "soleus-trouble-page.h"
#include "soleus-window-state.h"

#include <glib/gi18n-lib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#define MAX_HISTORY 50

G_DEFINE_FINAL_TYPE (SoleusMainWindow, soleus_main_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- where we are --- */

static gboolean
is_showing_sidebar (SoleusMainWindow *self)
{
  return adw_leaflet_get_folded (self->leaflet) &&
         adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (self->sidebar);
}

static void
update_back (SoleusMainWindow *self)
{
  gboolean folded_content = adw_leaflet_get_folded (self->leaflet) && !is_showing_sidebar (self);

  g_simple_action_set_enabled (self->back, self->full_pages->len > 0 || self->history->len > 0 || folded_content);
}

static void
update_title (SoleusMainWindow *self)
{
  SoleusPage *page = self->full_pages->len > 0 ? g_ptr_array_index (self->full_pages, self->full_pages->len - 1)
                     : SOLEUS_PAGE (adw_bin_get_child (self->content));
  const char *title = page != NULL && !self->locked ? soleus_page_get_title (page) : NULL;
  g_autofree char *text = title != NULL ? g_strdup_printf (_("%s – Soleus"), title) : g_strdup (_("Soleus"));

  gtk_window_set_title (GTK_WINDOW (self), text);
}

void
_soleus_main_window_set_locked (SoleusMainWindow *self,
                                gboolean          locked)
{
  self->locked = locked;
  update_title (self);
}

static void
mark_shown (SoleusMainWindow *self)
{
  g_auto (GStrv) parts = self->shown != NULL ? g_strsplit (self->shown, ":", 2) : NULL;

  soleus_sidebar_set_shown (self->sidebar,
                            parts != NULL && !is_showing_sidebar (self) ? parts[0] : NULL,
                            parts != NULL && parts[0] != NULL ? parts[1] : NULL);
}

static void
folded_cb (AdwLeaflet *leaflet,
           GParamSpec *pspec,
           gpointer    user_data)
{
  SoleusMainWindow *self = SOLEUS_MAIN_WINDOW (user_data);
  gboolean folded = adw_leaflet_get_folded (leaflet);

  soleus_sidebar_set_folded (self->sidebar, folded);

  if (folded)
    gtk_widget_add_css_class (GTK_WIDGET (self), "folded");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "folded");

  update_back (self);
  mark_shown (self);
}

static void
visible_child_cb (AdwLeaflet *leaflet,
                  GParamSpec *pspec,
                  gpointer    user_data)
{
  SoleusMainWindow *self = SOLEUS_MAIN_WINDOW (user_data);

  update_back (self);
  mark_shown (self);
}

/* --- showing pages --- */

static SoleusPage *
create_page (SoleusMainWindow    *self,
             const SoleusPageRow *row,
             const char          *target)
{
  SoleusPage *page = g_object_new (row->get_type (), "clinic", self->clinic, "target", target, NULL);

  g_signal_connect_object (page, "notify::title", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);

  return page;
}

static void
show_in_content (SoleusMainWindow    *self,
                 const SoleusPageRow *row,
                 const char          *name,
                 const char          *target)
{
  adw_bin_set_child (self->content, GTK_WIDGET (create_page (self, row, target)));
  g_free (self->shown);
  self->shown = g_strdup (name);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content));
  mark_shown (self);
}

static void
leave_full_page (SoleusMainWindow *self)
{
  SoleusPage *page = g_ptr_array_index (self->full_pages, self->full_pages->len - 1);

  g_ptr_array_set_size (self->full_pages, self->full_pages->len - 1);

  if (self->full_pages->len > 0)
    gtk_stack_set_visible_child (self->stack, g_ptr_array_index (self->full_pages, self->full_pages->len - 1));
  else
    gtk_stack_set_visible_child_name (self->stack, "main");

  gtk_stack_remove (self->stack, GTK_WIDGET (page));
}

static void
show_full (SoleusMainWindow    *self,
           const SoleusPageRow *row,
           const char          *target)
{
  SoleusPage *page = create_page (self, row, target);

  gtk_stack_add_child (self->stack, GTK_WIDGET (page));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (page));
  g_ptr_array_add (self->full_pages, page);
  /* the stack has given it the keyboard where it had it before; a second step would go to the second field */
  if (gtk_widget_get_focus_child (GTK_WIDGET (page)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

/* Today, Episodes, Safety and athletes are places of the sidebar: going there is no step that one goes back from. An athlete that is
 * opened at one of their records was opened from a list, and one goes back there. */
static gboolean
is_place (const char *page)
{
  g_auto (GStrv) parts = g_strsplit (page, ":", 4);

  if (g_str_equal (parts[0], "athlete"))
    return g_strv_length (parts) < 4;
  return g_str_equal (parts[0], "today") || g_str_equal (parts[0], "episodes") || g_str_equal (parts[0], "safety");
}

static void
remember (SoleusMainWindow *self,
          const char       *page)
{
  if (is_place (page))
    {
      g_ptr_array_set_size (self->history, 0);
      return;
    }

  if (self->shown == NULL)
    return;

  g_ptr_array_add (self->history, g_strdup (self->shown));

  if (self->history->len > MAX_HISTORY)
    g_ptr_array_remove_index (self->history, 0);
}

void
_soleus_main_window_go_back (SoleusMainWindow *self)
{
  if (self->full_pages->len > 0)
    {
      leave_full_page (self);

      /* nothing was ever shown beside the sidebar: an editor was the first page */
      if (self->full_pages->len == 0 && self->shown == NULL)
        soleus_main_window_show_page (self, "today");
    }
  else if (self->history->len > 0)
    {
      g_autofree char *name = g_strdup (g_ptr_array_index (self->history, self->history->len - 1));
      g_auto (GStrv) parts = g_strsplit (name, ":", 2);
      const SoleusPageRow *row = soleus_page_registry_find (parts[0]);

      g_ptr_array_set_size (self->history, self->history->len - 1);

      if (row != NULL)
        show_in_content (self, row, name, parts[1]);
    }
  else if (adw_leaflet_get_folded (self->leaflet))
    {
      adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->sidebar));
    }

  update_back (self);
  update_title (self);
}

/* --- the first frame ---
 *
 * It shows the list of athletes and nothing that is not needed to use it. The rest is made right after it was painted. */

/* in case no frame is painted: the window is hidden by another workspace, say */
#define LATEST_MS 2000

static void
complete (SoleusMainWindow *self)
{
  if (self->complete)
    return;

  self->complete = TRUE;
  g_clear_handle_id (&self->complete_source, g_source_remove);
  soleus_sidebar_complete (self->sidebar);
}

/* Parsing styles and templates and reading the clinic leaves the heap full of holes: what is not used goes back to the system. */
static gboolean
give_back_memory (gpointer user_data)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  return G_SOURCE_REMOVE;
}

static void
complete_cb (gpointer user_data)
{
  SoleusMainWindow *self = SOLEUS_MAIN_WINDOW (user_data);
  g_autofree char *page = g_steal_pointer (&self->first_page);

  self->complete_source = 0;

  if (page != NULL)
    soleus_main_window_show_page (self, page);

  complete (self);
  /* after the page was painted */
  g_idle_add_full (G_PRIORITY_LOW, give_back_memory, NULL, NULL);
}

static void
painted_cb (SoleusMainWindow *self,
            GdkFrameClock    *frame_clock)
{
  g_signal_handlers_disconnect_by_func (frame_clock, painted_cb, self);

  if (self->complete)
    return;

  g_clear_handle_id (&self->complete_source, g_source_remove);
  self->complete_source = g_idle_add_once (complete_cb, self);
}

static void
soleus_main_window_map (GtkWidget *widget)
{
  SoleusMainWindow *self = SOLEUS_MAIN_WINDOW (widget);

  GTK_WIDGET_CLASS (soleus_main_window_parent_class)->map (widget);

  if (self->clinic != NULL && !self->complete)
    g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (painted_cb), self, G_CONNECT_SWAPPED);
}

/* --- actions --- */

/* somebody comes back to this window, perhaps from the command line */
static void
active_cb (SoleusMainWindow *self)
{
  if (self->clinic != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    soleus_clinic_notice_others (self->clinic);
}

static gboolean
minute_passed_cb (gpointer user_data)
{
  SoleusMainWindow *self = SOLEUS_MAIN_WINDOW (user_data);
  GtkWidget *page = adw_bin_get_child (self->content);

  soleus_clinic_notice_others (self->clinic);
  soleus_sidebar_minute_passed (self->sidebar);

  if (page != NULL)
    soleus_page_minute_passed (SOLEUS_PAGE (page));

  for (guint i = 0; i < self->full_pages->len; i++)
    soleus_page_minute_passed (g_ptr_array_index (self->full_pages, i));

  return G_SOURCE_CONTINUE;
}

static gboolean
soleus_main_window_close_request (GtkWindow *window)
{
  SoleusMainWindow *self = SOLEUS_MAIN_WINDOW (window);

  soleus_window_state_save (window, soleus_sidebar_get_sort (self->sidebar));

  return GTK_WINDOW_CLASS (soleus_main_window_parent_class)->close_request (window);
}

static void
soleus_main_window_dispose (GObject *object)
{
  SoleusMainWindow *self = SOLEUS_MAIN_WINDOW (object);

  g_clear_handle_id (&self->minute_source, g_source_remove);
  g_clear_handle_id (&self->complete_source, g_source_remove);

  if (self->stack != NULL)
    while (self->full_pages->len > 0)
      leave_full_page (self);

  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_MAIN_WINDOW);
  g_clear_object (&self->undo_toast);
  g_clear_object (&self->back);
  g_clear_object (&self->therapist);
  g_clear_object (&self->clinic);

  G_OBJECT_CLASS (soleus_main_window_parent_class)->dispose (object);
}

static void
soleus_main_window_finalize (GObject *object)
{
  SoleusMainWindow *self = SOLEUS_MAIN_WINDOW (object);

  g_free (self->path);
  g_free (self->shown);
  g_free (self->first_page);
  g_ptr_array_unref (self->history);
  g_ptr_array_unref (self->full_pages);

  G_OBJECT_CLASS (soleus_main_window_parent_class)->finalize (object);
}

static void
soleus_main_window_class_init (SoleusMainWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = soleus_main_window_dispose;
  object_class->finalize = soleus_main_window_finalize;
  widget_class->map = soleus_main_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = soleus_main_window_close_request;

  g_type_ensure (SOLEUS_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/app/soleus-main-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusMainWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SoleusMainWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SoleusMainWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SoleusMainWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, SoleusMainWindow, content);
  gtk_widget_class_bind_template_child (widget_class, SoleusMainWindow, read_only_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusMainWindow, warning_bar);
  gtk_widget_class_bind_template_child (widget_class, SoleusMainWindow, warning_label);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, visible_child_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  /* no accelerator of the application: a text that has the focus takes back its own typing first */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo-offered", NULL);
}

static void
soleus_main_window_init (SoleusMainWindow *self)
{
  self->history = g_ptr_array_new_with_free_func (g_free);
  self->full_pages = g_ptr_array_new ();

  _soleus_main_window_add_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  soleus_accessible_mend_names (GTK_WIDGET (self));
  folded_cb (self->leaflet, NULL, self);
  update_back (self);
}

/**
 * soleus_main_window_new:
 * @application: the application
 * @path: the clinic file that the window is for
 *
 * Returns: (transfer none): a window without a clinic yet, of the size it was last closed with; owned by @application
 */
SoleusMainWindow *
soleus_main_window_new (AdwApplication *application,
                        const char     *path)
{
  SoleusMainWindow *self = g_object_new (SOLEUS_TYPE_MAIN_WINDOW, "application", application, NULL);
  g_autofree char *sort = NULL;

  self->path = g_strdup (path);
  sort = soleus_window_state_restore (GTK_WINDOW (self));

  if (sort != NULL)
    soleus_sidebar_set_sort (self->sidebar, sort);

  return self;
}

/**
 * soleus_main_window_get_path:
 * @self: a window
 *
 * Returns: (transfer none): the clinic file that the window is for
 */
const char *
soleus_main_window_get_path (SoleusMainWindow *self)
{
  g_return_val_if_fail (SOLEUS_IS_MAIN_WINDOW (self), NULL);

  return self->path;
}

/**
 * soleus_main_window_get_clinic:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the clinic, or %NULL where it could not be opened
 */
SoleusClinic *
soleus_main_window_get_clinic (SoleusMainWindow *self)
{
  g_return_val_if_fail (SOLEUS_IS_MAIN_WINDOW (self), NULL);

  return self->clinic;
}

/**
 * soleus_main_window_set_clinic:
 * @self: a window without a clinic
 * @clinic: the opened clinic
 *
 * Fills the sidebar. The caller shows the first page.
 */
void
soleus_main_window_set_clinic (SoleusMainWindow *self,
                               SoleusClinic     *clinic)
{
  g_autofree char *sort = NULL;

  g_return_if_fail (SOLEUS_IS_MAIN_WINDOW (self));
  g_return_if_fail (SOLEUS_IS_CLINIC (clinic));
  g_return_if_fail (self->clinic == NULL);

  self->clinic = g_object_ref (clinic);
  gtk_stack_set_visible_child_name (self->stack, "main");
  gtk_widget_set_visible (self->read_only_label, soleus_clinic_is_read_only (clinic));

  if (soleus_clinic_is_demo (clinic))
    gtk_widget_add_css_class (GTK_WIDGET (self), "demo");

  soleus_sidebar_set_clinic (self->sidebar, clinic);
  sort = g_strdup (soleus_sidebar_get_sort (self->sidebar));
  soleus_sidebar_set_sort (self->sidebar, sort);

  g_signal_connect_object (clinic, "notify::therapist", G_CALLBACK (_soleus_main_window_therapist_changed), self, G_CONNECT_SWAPPED);
  _soleus_main_window_therapist_changed (self);

  soleus_clinic_notice_others (clinic);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  if (!soleus_clock_is_fixed (soleus_clinic_get_clock (clinic)))
    self->minute_source = g_timeout_add_seconds (60, minute_passed_cb, self);

  self->complete_source = g_timeout_add_once (LATEST_MS, complete_cb, self);
}

/**
 * soleus_main_window_show_trouble:
 * @self: a window without a clinic
 * @error: why the clinic could not be opened
 *
 * Says what is wrong and what can be done, instead of the clinic; of an encrypted one it asks for the passphrase.
 */
void
soleus_main_window_show_trouble (SoleusMainWindow *self,
                                 const GError     *error)
{
  GtkWidget *page;

  g_return_if_fail (SOLEUS_IS_MAIN_WINDOW (self));
  g_return_if_fail (error != NULL);

  if (g_error_matches (error, SOLEUS_ERROR, SOLEUS_ERROR_ENCRYPTED) && soleus_clinic_can_encrypt ())
    page = soleus_passphrase_page_new (self->path);
  else
    page = soleus_trouble_page_new (error, self->path);
  gtk_stack_add_child (self->stack, page);
  gtk_stack_set_visible_child (self->stack, page);
  gtk_widget_grab_focus (page);
}

/**
 * soleus_main_window_show_page:
 * @self: a window with a clinic
 * @page: "NAME" or "NAME:TARGET"
 *
 * Shows a page. An editor covers the window; any other page stands beside the sidebar, and what covers it is left (editors keep what
 * was typed as a draft).
 *
 * Returns: %FALSE if there is no page of that name
 */
gboolean
soleus_main_window_show_page (SoleusMainWindow *self,
                              const char       *page)
{
  g_auto (GStrv) parts = NULL;
  const SoleusPageRow *row;

  g_return_val_if_fail (SOLEUS_IS_MAIN_WINDOW (self), FALSE);
  g_return_val_if_fail (page != NULL, FALSE);

  parts = g_strsplit (page, ":", 2);
  row = parts[0] != NULL && self->clinic != NULL ? soleus_page_registry_find (parts[0]) : NULL;

  if (row == NULL)
    return FALSE;

  g_clear_pointer (&self->first_page, g_free);

  if (row->full_window)
    {
      show_full (self, row, parts[1]);
    }
  else
    {
      if (g_strcmp0 (self->shown, page) != 0)
        {
          remember (self, page);
          show_in_content (self, row, page, parts[1]);
        }
      else
        {
          adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content));
        }

      while (self->full_pages->len > 0)
        leave_full_page (self);
    }

  update_back (self);
  update_title (self);

  return TRUE;
}

/**
 * soleus_main_window_show_first_page:
 * @self: a window with a clinic
 * @page: "NAME" or "NAME:TARGET"
 *
 * Like soleus_main_window_show_page(), but a page that leaves the sidebar to be seen waits until the first frame with the sidebar was
 * painted. Showing another page before that puts it in its place.
 *
 * Returns: %FALSE if there is no page of that name
 */
gboolean
soleus_main_window_show_first_page (SoleusMainWindow *self,
                                    const char       *page)
{
  g_autofree char *name = NULL;
  const SoleusPageRow *row;

  g_return_val_if_fail (SOLEUS_IS_MAIN_WINDOW (self), FALSE);
  g_return_val_if_fail (page != NULL, FALSE);

  name = g_strndup (page, strcspn (page, ":"));
  row = soleus_page_registry_find (name);

  if (row == NULL || row->full_window || self->complete)
    return soleus_main_window_show_page (self, page);

  g_free (self->first_page);
  self->first_page = g_strdup (page);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content));

  return TRUE;
}

/**
 * soleus_main_window_toast:
 * @self: a window
 * @text: a sentence, translated
 *
 * Shows @text for a few seconds.
 */
void
soleus_main_window_toast (SoleusMainWindow *self,
                          const char       *text)
{
  AdwToast *toast;
  g_autofree char *escaped = NULL;

  g_return_if_fail (SOLEUS_IS_MAIN_WINDOW (self));

  escaped = g_markup_escape_text (text, -1);
  toast = adw_toast_new (escaped);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * soleus_main_window_warn:
 * @self: a window
 * @text: what is wrong with the clinic file or its backups, translated
 *
 * Shows @text at the foot of the window, with the way to the backups, until the window is closed.
 */
void
soleus_main_window_warn (SoleusMainWindow *self,
                         const char       *text)
{
  g_return_if_fail (SOLEUS_IS_MAIN_WINDOW (self));

  gtk_label_set_label (self->warning_label, text);
  gtk_widget_set_visible (self->warning_bar, TRUE);
}
