/* soleus-banner.c: icon, sentence, second line, at most three buttons of which the last is “Why?”.
 *
 * CSS: a node “banner” with the class of its state: hard-stop, closed, caution. It wraps and never ellipsizes; where it is narrower
 * than 560 px the buttons stand under the text. Accessibility: an alert whose label is the sentence and whose description is the
 * second line. The popover is made when it is first opened. */
#define G_LOG_DOMAIN "soleus-banner"

#include "soleus-config.h"

#include "soleus-banner.h"

#include "soleus-columns.h"
#include "soleus-row-layout.h"
#include "soleus-why-popover.h"
#include "soleus-window-phrase.h"

#include <glib/gi18n-lib.h>

struct _SoleusBanner {
  GtkWidget            parent_instance;

  GtkWidget           *watch;
  GtkWidget           *row;
  GtkWidget           *image;
  GtkWidget           *flow;    /* text and buttons: side by side, in narrow columns one under the other */
  GtkWidget           *title;
  GtkWidget           *text;
  GtkWidget           *buttons;
  GtkWidget           *why;

  SoleusWindow *window;  /* (nullable) until it is set */
  SoleusSide           side;
  SoleusRegion         region;
  char                *reason;  /* (nullable) */
  SoleusInstant        now;
  guint                turn_source;
  gboolean             narrow;
};

G_DEFINE_FINAL_TYPE (SoleusBanner, soleus_banner, GTK_TYPE_WIDGET)

static void
update (SoleusBanner *self)
{
  g_autofree char *title = soleus_window_phrase_dup_title (self->window, self->side, self->region);
  g_autofree char *text = soleus_window_phrase_dup_text (self->window, self->reason, self->now);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->text), text);
  gtk_widget_set_visible (self->text, *text != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  SoleusBanner *self = SOLEUS_BANNER (user_data);

  if (self->window != NULL)
    gtk_menu_button_set_popover (button, soleus_why_popover_new (self->window, self->region));
}

static void
soleus_banner_dispose (GObject *object)
{
  SoleusBanner *self = SOLEUS_BANNER (object);

  g_clear_handle_id (&self->turn_source, g_source_remove);
  g_clear_pointer (&self->watch, gtk_widget_unparent);
  g_clear_pointer (&self->row, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_banner_parent_class)->dispose (object);
}

static void
soleus_banner_finalize (GObject *object)
{
  SoleusBanner *self = SOLEUS_BANNER (object);

  g_clear_pointer (&self->window, soleus_window_unref);
  g_free (self->reason);

  G_OBJECT_CLASS (soleus_banner_parent_class)->finalize (object);
}

static void
soleus_banner_class_init (SoleusBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = soleus_banner_dispose;
  object_class->finalize = soleus_banner_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "banner");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

/* Side by side by a layout that does not ask each text how wide it must be for a height. */
static void
lay_out_flow (SoleusBanner *self)
{
  GtkLayoutManager *layout;

  if (self->narrow)
    {
      layout = gtk_box_layout_new (GTK_ORIENTATION_VERTICAL);
      gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
    }
  else
    layout = g_object_new (SOLEUS_TYPE_ROW_LAYOUT, "spacing", 12, "center", TRUE, NULL);
  gtk_widget_set_layout_manager (self->flow, layout);
}

/* The buttons go under the text where the banner is narrow; asked for in the next turn, as sizes are being given out now. */
static void
turn_cb (gpointer user_data)
{
  SoleusBanner *self = SOLEUS_BANNER (user_data);

  self->turn_source = 0;
  lay_out_flow (self);
  gtk_widget_set_halign (self->buttons, self->narrow ? GTK_ALIGN_START : GTK_ALIGN_END);
  gtk_widget_set_valign (self->image, self->narrow ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
}

static void
width_cb (SoleusColumns *watch,
          GParamSpec    *pspec,
          gpointer       user_data)
{
  SoleusBanner *self = SOLEUS_BANNER (user_data);

  self->narrow = soleus_columns_is_narrow (watch);

  if (self->turn_source == 0)
    self->turn_source = g_idle_add_once (turn_cb, self);
}

static void
create_words (SoleusBanner *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_hexpand (words, TRUE);

  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_widget_add_css_class (self->title, "numeric");
  gtk_box_append (GTK_BOX (words), self->title);

  self->text = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_add_css_class (self->text, "banner-text");
  gtk_widget_add_css_class (self->text, "numeric");
  gtk_box_append (GTK_BOX (words), self->text);

  gtk_box_append (GTK_BOX (self->flow), words);
}

static void
soleus_banner_init (SoleusBanner *self)
{
  GtkWidget *row = soleus_row_layout_new_box (12);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);

  /* no height of its own: it only says whether the banner is narrow */
  self->watch = soleus_columns_new ();
  g_signal_connect_object (self->watch, "notify::narrow", G_CALLBACK (width_cb), self, 0);
  gtk_widget_set_parent (self->watch, GTK_WIDGET (self));

  self->row = row;
  gtk_widget_set_parent (row, GTK_WIDGET (self));

  self->image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "pixel-size", 20, NULL);
  gtk_box_append (GTK_BOX (row), self->image);

  self->flow = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  lay_out_flow (self);
  gtk_widget_set_hexpand (self->flow, TRUE);
  gtk_box_append (GTK_BOX (row), self->flow);

  create_words (self);

  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->flow), self->buttons);

  self->why = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->why), gtk_label_new (_("Why?")));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->why), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Why?"), -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->why), create_popover_cb, self, NULL);
  gtk_widget_add_css_class (self->why, "why-button");
  gtk_box_append (GTK_BOX (self->buttons), self->why);
}

/**
 * soleus_banner_new:
 *
 * Returns: (transfer floating): a banner that needs soleus_banner_set_window()
 */
GtkWidget *
soleus_banner_new (void)
{
  return g_object_new (SOLEUS_TYPE_BANNER, NULL);
}

/**
 * soleus_banner_set_window:
 * @self: a banner
 * @window: a window that is not open
 * @side: the leg to name, or both
 * @region: the part of it to name; whole-body is the whole leg
 * @reason: (nullable): what was seen, a sentence, translated
 * @now: the instant from which the time left counts
 *
 * Shows @window.
 */
void
soleus_banner_set_window (SoleusBanner  *self,
                          SoleusWindow  *window,
                          SoleusSide     side,
                          SoleusRegion   region,
                          const char    *reason,
                          SoleusInstant  now)
{
  static const char *const classes[] = { "open", "caution", "closed", "hard-stop" };
  static const char *const icons[] = { "object-select-symbolic", "dialog-warning-symbolic", "alarm-symbolic", "action-unavailable-symbolic" };

  g_return_if_fail (SOLEUS_IS_BANNER (self));
  g_return_if_fail (window != NULL);

  soleus_window_ref (window);
  g_clear_pointer (&self->window, soleus_window_unref);
  self->window = window;
  self->side = side;
  self->region = region;
  self->now = now;
  g_free (self->reason);
  self->reason = g_strdup (reason);

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);

  gtk_widget_add_css_class (GTK_WIDGET (self), classes[window->state]);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->image), icons[window->state]);
  update (self);
}

/**
 * soleus_banner_set_notice:
 * @self: a banner
 * @css_class: "caution", "closed" or "hard-stop"
 * @icon_name: its icon
 * @title: a sentence, translated
 * @text: (nullable): the second line, translated
 *
 * Shows something else that must not be missed: a red flag that closes nothing, a clinic that cannot be written.
 */
void
soleus_banner_set_notice (SoleusBanner *self,
                          const char   *css_class,
                          const char   *icon_name,
                          const char   *title,
                          const char   *text)
{
  g_return_if_fail (SOLEUS_IS_BANNER (self));
  g_return_if_fail (self->window == NULL);

  gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->image), icon_name);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->text), text != NULL ? text : "");
  gtk_widget_set_visible (self->text, text != NULL);
  gtk_widget_set_visible (self->why, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "",
                                  -1);
}

/**
 * soleus_banner_set_now:
 * @self: a banner
 * @now: the instant from which the time left counts
 *
 * Counts the time left again; the window stays as it was assessed.
 */
void
soleus_banner_set_now (SoleusBanner  *self,
                       SoleusInstant  now)
{
  g_return_if_fail (SOLEUS_IS_BANNER (self));

  self->now = now;

  if (self->window != NULL)
    update (self);
}

/**
 * soleus_banner_add_button:
 * @self: a banner
 * @label: its label, translated, Header Case
 * @action: the name of an action with a string parameter
 * @target: its parameter
 * @primary: whether it is what most people need now
 *
 * Adds a button before “Why?”.
 */
void
soleus_banner_add_button (SoleusBanner *self,
                          const char   *label,
                          const char   *action,
                          const char   *target,
                          gboolean      primary)
{
  GtkWidget *button;

  g_return_if_fail (SOLEUS_IS_BANNER (self));

  button = gtk_button_new_with_label (label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  if (primary)
    gtk_widget_add_css_class (button, "banner-primary");

  gtk_widget_insert_before (button, self->buttons, self->why);
}

/**
 * soleus_banner_dup_title:
 * @self: a banner
 *
 * Returns: (transfer full): the sentence as it is shown
 */
char *
soleus_banner_dup_title (SoleusBanner *self)
{
  g_return_val_if_fail (SOLEUS_IS_BANNER (self), NULL);

  return g_strdup (gtk_label_get_text (GTK_LABEL (self->title)));
}

/**
 * soleus_banner_dup_text:
 * @self: a banner
 *
 * Returns: (transfer full): the second line as it is shown
 */
char *
soleus_banner_dup_text (SoleusBanner *self)
{
  g_return_val_if_fail (SOLEUS_IS_BANNER (self), NULL);

  return g_strdup (gtk_label_get_text (GTK_LABEL (self->text)));
}
