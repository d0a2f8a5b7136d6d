/* soleus-relief-page.c: ticks, keeps, shows and saves a relief session; the session itself is a state machine without a clock */
#define G_LOG_DOMAIN "soleus-relief-page"

#include "soleus-config.h"

#include "soleus-relief-page.h"

#include "soleus-clinic-content.h"
#include "soleus-clock.h"
#include "soleus-columns.h"
#include "soleus-dialogs.h"
#include "soleus-phrase.h"
#include "soleus-relief-help.h"
#include "soleus-relief-result.h"
#include "soleus-relief-session.h"
#include "soleus-relief-steps.h"

#include <glib/gi18n-lib.h>

#define TICK_MS 200

struct _SoleusReliefPage {
  SoleusPage           parent_instance;

  SoleusColumns       *width_watch;
  GtkLabel            *who_label;
  GtkLabel            *step_label;
  GtkLabel            *hint_label;
  GtkStack            *stack;
  AdwStatusPage       *missing;

  SoleusReliefSteps   *steps;
  SoleusReliefHelp    *help;
  SoleusReliefResult  *result;
  GtkLabel            *error_label;
  GtkWidget           *save_button;

  SoleusRecord        *athlete; /* (nullable) */
  SoleusContent       *content; /* (nullable) */
  SoleusReliefSession *session; /* (nullable) */
  char                *key;     /* of the draft */
  guint                tick_source;
  guint                focus_source;
  gint64               kept_second;
  guint                inhibit_cookie;
  gboolean             finished; /* saved or discarded: nothing is to be kept any more */
  gboolean             alarmed;
};

G_DEFINE_FINAL_TYPE (SoleusReliefPage, soleus_relief_page, SOLEUS_TYPE_PAGE)

static gint64
get_ticks (SoleusReliefPage *self)
{
  return soleus_clock_get_ticks (soleus_clinic_get_clock (soleus_page_get_clinic (SOLEUS_PAGE (self))));
}

static SoleusInstant
get_now (SoleusReliefPage *self)
{
  return soleus_clinic_get_now (soleus_page_get_clinic (SOLEUS_PAGE (self)));
}

/* --- keeping it --- */

static void
keep (SoleusReliefPage *self)
{
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (self->session == NULL || self->finished || soleus_clinic_is_read_only (clinic))
    return;

  /* TRANSLATORS: the title of a draft on Today; %s is the athlete */
  title = g_strdup_printf (_("Relief, %s"), soleus_record_get_text (self->athlete, "name"));
  self->kept_second = get_ticks (self) / SOLEUS_USEC_PER_SECOND;

  if (!soleus_clinic_keep_draft (clinic, self->key, "episode", soleus_record_get_id (self->athlete), title,
                                 soleus_relief_session_to_variant (self->session), &error))
    g_warning ("The running relief cannot be kept: %s", error->message);
}

static void
forget (SoleusReliefPage *self)
{
  self->finished = TRUE;
  g_clear_handle_id (&self->tick_source, g_source_remove);
  soleus_clinic_discard_draft (soleus_page_get_clinic (SOLEUS_PAGE (self)), self->key, NULL);
}

/* --- showing --- */

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
show_who (SoleusReliefPage *self)
{
  SoleusSide side = soleus_relief_session_get_side (self->session);
  const char *name = soleus_record_get_text (self->athlete, "name");
  const char *place = side == SOLEUS_SIDE_LEFT ? _("left calf") : side == SOLEUS_SIDE_RIGHT ? _("right calf") : _("which leg?");
  g_autofree char *who = g_strdup_printf (_("%s · %s"), name, place);

  gtk_label_set_text (self->who_label, who);
}

static void
show_number (SoleusReliefPage *self)
{
  int number = 0, current = 0;
  g_autofree char *of = NULL;

  for (int i = 0; i < SOLEUS_RELIEF_N_STEPS; i++)
    {
      number += soleus_relief_session_has_step (self->session, i);

      if (i == (int) soleus_relief_session_get_step (self->session))
        current = number;
    }

  of = g_strdup_printf (_("Step %d of %d"), current, number);
  gtk_label_set_text (self->step_label, of);
}

static void
focus_big_button (SoleusReliefPage *self)
{
  const char *child = gtk_stack_get_visible_child_name (self->stack);

  gtk_widget_grab_focus (g_str_equal (child, "done") ? self->save_button
                         : g_str_equal (child, "help") ? GTK_WIDGET (self->help) : GTK_WIDGET (self->steps));
}

static void
focus_cb (gpointer user_data)
{
  SoleusReliefPage *self = SOLEUS_RELIEF_PAGE (user_data);

  self->focus_source = 0;
  focus_big_button (self);
}

static void
show (SoleusReliefPage *self)
{
  SoleusReliefAlarm alarm = soleus_relief_session_get_alarm (self->session);
  const char *child = soleus_relief_session_get_step (self->session) == SOLEUS_RELIEF_STEP_DONE ? "done"
                      : alarm == SOLEUS_RELIEF_ALARM_NOW ? "help" : "steps";
  gboolean changed = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), child) != 0;

  show_who (self);
  show_number (self);
  soleus_relief_steps_set_session (self->steps, self->session, self->content);
  soleus_relief_help_set_session (self->help, self->session);
  gtk_stack_set_visible_child_name (self->stack, child);
  set_class (GTK_WIDGET (self), "soon", alarm == SOLEUS_RELIEF_ALARM_SOON);
  set_class (GTK_WIDGET (self), "help", g_str_equal (child, "help"));

  if (changed && g_str_equal (child, "done"))
    soleus_relief_result_set_session (self->result, self->session);

  if (changed)
    focus_big_button (self);

  if (alarm == SOLEUS_RELIEF_ALARM_NOW && !self->alarmed)
    gdk_display_beep (gtk_widget_get_display (GTK_WIDGET (self)));

  self->alarmed = alarm == SOLEUS_RELIEF_ALARM_NOW;
}

static gboolean
tick_cb (gpointer user_data)
{
  SoleusReliefPage *self = SOLEUS_RELIEF_PAGE (user_data);

  soleus_relief_session_tick (self->session, get_ticks (self), get_now (self));

  if (get_ticks (self) / SOLEUS_USEC_PER_SECOND != self->kept_second)
    keep (self);

  show (self);

  return G_SOURCE_CONTINUE;
}

/* --- actions --- */

static void
act (SoleusReliefPage   *self,
     SoleusReliefAction  action)
{
  if (self->session == NULL || self->finished)
    return;

  if (soleus_relief_session_act (self->session, action, get_ticks (self), get_now (self)))
    keep (self);

  show (self);
}

static void
press_button (SoleusReliefPage *self,
              int               index)
{
  SoleusReliefAction action;

  if (soleus_relief_steps_find_action (self->steps, index, &action))
    act (self, action);
}

static void
button_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  press_button (SOLEUS_RELIEF_PAGE (widget), g_variant_get_int32 (parameter));
}

static void
help_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  static const struct {
    const char         *name;
    SoleusReliefAction  action;
  } actions[] = {
    { "called", SOLEUS_RELIEF_ACTION_HELP_CALLED },
    { "eased", SOLEUS_RELIEF_ACTION_EASED },
    { "handed-over", SOLEUS_RELIEF_ACTION_HANDED_OVER },
  };
  const char *name = g_variant_get_string (parameter, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      act (SOLEUS_RELIEF_PAGE (widget), actions[i].action);
}

static gboolean
may_press (SoleusReliefPage *self,
           SoleusSide        side)
{
  g_autoptr (GError) error = NULL;

  /* an earlier window or a hard stop forbids it; the cramp of now is not on record yet */
  return soleus_clinic_gate (soleus_page_get_clinic (SOLEUS_PAGE (self)), soleus_record_get_id (self->athlete), "static-pressure",
                             side == SOLEUS_SIDE_UNKNOWN ? SOLEUS_SIDE_BOTH : side, SOLEUS_REGION_CALF, get_now (self),
                             NULL, &error) == SOLEUS_GATE_VERDICT_ALLOWED && error == NULL;
}

static void
side_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SoleusReliefPage *self = SOLEUS_RELIEF_PAGE (widget);
  int side;

  if (self->session == NULL || !soleus_enum_from_nick (SOLEUS_TYPE_SIDE, g_variant_get_string (parameter, NULL), &side))
    return;

  soleus_relief_session_set_side (self->session, side);
  keep (self);
  show (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->steps));
}

static void
full_screen_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (!GTK_IS_WINDOW (root))
    return;

  if (gtk_window_is_fullscreen (GTK_WINDOW (root)))
    gtk_window_unfullscreen (GTK_WINDOW (root));
  else
    gtk_window_fullscreen (GTK_WINDOW (root));
}

static void
leave (SoleusReliefPage *self,
       const char       *page)
{
  g_autoptr (GtkWidget) root = g_object_ref (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));

  gtk_widget_activate_action (root, "win.back", NULL);

  if (page != NULL)
    gtk_widget_activate_action (root, "win.show", "s", page);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SoleusReliefPage *self = SOLEUS_RELIEF_PAGE (widget);
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  g_autoptr (SoleusChange) change = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *page = NULL;

  if (self->session == NULL || self->finished || soleus_relief_session_get_step (self->session) != SOLEUS_RELIEF_STEP_DONE)
    return;

  change = soleus_relief_result_create_change (self->result, self->session, soleus_record_get_id (self->athlete), &id, &error);

  if (change == NULL || !soleus_clinic_commit (clinic, change, &error))
    {
      gtk_label_set_text (self->error_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->error_label), TRUE);
      return;
    }

  forget (self);
  page = g_strconcat ("screen:", id, NULL);
  leave (self, page);
}

static void
discard_cb (gboolean confirmed,
            gpointer user_data)
{
  SoleusReliefPage *self = SOLEUS_RELIEF_PAGE (user_data);

  if (!confirmed || self->finished)
    return;

  forget (self);
  leave (self, NULL);
}

static void
discard_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  soleus_ask (widget, _("Discard This Relief?"), _("Its times and what was tried are not recorded."), _("_Discard"), TRUE,
              discard_cb, g_object_ref (widget), g_object_unref);
}

/* Space is the big button wherever the focus is, except in the form at the end. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                gpointer               user_data)
{
  SoleusReliefPage *self = SOLEUS_RELIEF_PAGE (user_data);
  const char *child = gtk_stack_get_visible_child_name (self->stack);

  if ((keyval != GDK_KEY_space && keyval != GDK_KEY_KP_Space) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (g_str_equal (child, "steps"))
    press_button (self, 0);
  else if (g_str_equal (child, "help") && soleus_relief_session_get_help_called (self->session) == SOLEUS_UNKNOWN_INSTANT)
    act (self, SOLEUS_RELIEF_ACTION_HELP_CALLED);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* --- the page --- */

static void
narrow_cb (SoleusReliefPage *self)
{
  gboolean narrow = soleus_columns_is_narrow (self->width_watch);

  set_class (GTK_WIDGET (self), "narrow", narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->step_label), narrow);
  soleus_relief_steps_set_narrow (self->steps, narrow);
  soleus_relief_help_set_narrow (self->help, narrow);
}

static void
start_session (SoleusReliefPage *self,
               SoleusSide        side)
{
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  g_autoptr (SoleusKeptDraft) kept = soleus_clinic_find_draft (clinic, self->key);
  SoleusReliefTimes times;

  soleus_relief_times_read (&times, self->content != NULL ? soleus_content_get_section (self->content, "relief") : NULL);

  if (kept != NULL)
    self->session = soleus_relief_session_new_from_variant (&times, kept->content, get_ticks (self), get_now (self));

  if (self->session == NULL)
    self->session = soleus_relief_session_new (&times, side, may_press (self, side), get_ticks (self), get_now (self));
}

static void
soleus_relief_page_clinic_set (SoleusPage   *page,
                               SoleusClinic *clinic)
{
  SoleusReliefPage *self = SOLEUS_RELIEF_PAGE (page);
  const char *target = soleus_page_get_target (page);
  g_auto (GStrv) parts = g_strsplit (target != NULL ? target : "", ":", 2);
  int side = SOLEUS_SIDE_UNKNOWN;
  g_autoptr (GError) error = NULL;

  soleus_page_set_title (page, _("Relief"));
  self->athlete = soleus_clinic_find (clinic, &soleus_athlete_kind, parts[0] != NULL ? parts[0] : "", &error);
  g_signal_connect_object (self->width_watch, "notify::narrow", G_CALLBACK (narrow_cb), self, G_CONNECT_SWAPPED);

  if (self->athlete == NULL)
    {
      adw_status_page_set_description (self->missing, error != NULL ? error->message : NULL);
      return;
    }

  if (parts[0] != NULL && parts[1] != NULL)
    soleus_enum_from_nick (SOLEUS_TYPE_SIDE, parts[1], &side);

  /* one session an athlete: the side may still be said */
  self->key = g_strconcat ("relief:", soleus_record_get_id (self->athlete), NULL);
  self->content = soleus_clinic_load_content (clinic, NULL, NULL);
  soleus_relief_help_set_content (self->help, self->content,
                                  soleus_record_get_text (soleus_clinic_get_profile (clinic), "emergency-number"));
  start_session (self, side);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "relief.save", !soleus_clinic_is_read_only (clinic));
  narrow_cb (self);
  keep (self);
  show (self);
  self->tick_source = g_timeout_add (TICK_MS, tick_cb, self);
}

/* The screen stays on while somebody looks at it from two metres. */
static void
soleus_relief_page_map (GtkWidget *widget)
{
  SoleusReliefPage *self = SOLEUS_RELIEF_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkApplication *application = GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;

  GTK_WIDGET_CLASS (soleus_relief_page_parent_class)->map (widget);

  /* after the window has moved the focus to the first widget of the page */
  if (self->session != NULL && self->focus_source == 0)
    self->focus_source = g_idle_add_once (focus_cb, self);

  if (application != NULL && self->inhibit_cookie == 0)
    self->inhibit_cookie = gtk_application_inhibit (application, GTK_WINDOW (root),
                                                    GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_SUSPEND,
                                                    _("Relief of a cramp is running"));
}

static void
soleus_relief_page_unmap (GtkWidget *widget)
{
  SoleusReliefPage *self = SOLEUS_RELIEF_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkApplication *application = GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;

  if (application != NULL && self->inhibit_cookie != 0)
    gtk_application_uninhibit (application, self->inhibit_cookie);

  self->inhibit_cookie = 0;
  keep (self);

  GTK_WIDGET_CLASS (soleus_relief_page_parent_class)->unmap (widget);
}

static void
soleus_relief_page_dispose (GObject *object)
{
  SoleusReliefPage *self = SOLEUS_RELIEF_PAGE (object);

  g_clear_handle_id (&self->tick_source, g_source_remove);
  g_clear_handle_id (&self->focus_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_RELIEF_PAGE);
  g_clear_object (&self->athlete);
  g_clear_object (&self->content);
  g_clear_pointer (&self->session, soleus_relief_session_free);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (soleus_relief_page_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusReliefPage, name)

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-relief-page.ui");
  BIND (width_watch);
  BIND (who_label);
  BIND (step_label);
  BIND (hint_label);
  BIND (stack);
  BIND (missing);
  BIND (steps);
  BIND (help);
  BIND (result);
  BIND (error_label);
  BIND (save_button);
}

static void
soleus_relief_page_class_init (SoleusReliefPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_relief_page_dispose;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_relief_page_clinic_set;
  widget_class->map = soleus_relief_page_map;
  widget_class->unmap = soleus_relief_page_unmap;

  g_type_ensure (SOLEUS_TYPE_COLUMNS);
  g_type_ensure (SOLEUS_TYPE_RELIEF_HELP);
  g_type_ensure (SOLEUS_TYPE_RELIEF_RESULT);
  g_type_ensure (SOLEUS_TYPE_RELIEF_STEPS);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "relief.button", "i", button_action);
  gtk_widget_class_install_action (widget_class, "relief.help", "s", help_action);
  gtk_widget_class_install_action (widget_class, "relief.side", "s", side_action);
  gtk_widget_class_install_action (widget_class, "relief.full-screen", NULL, full_screen_action);
  gtk_widget_class_install_action (widget_class, "relief.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "relief.discard", NULL, discard_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "relief.full-screen", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "relief.save", NULL);
}

static void
soleus_relief_page_init (SoleusReliefPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
