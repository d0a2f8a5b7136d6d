#include "soleus-config.h"

#include "soleus-own-section-window.h"

#include <glib/gi18n-lib.h>

#include "soleus-content.h"
#include "soleus-leave-guard.h"
#include "soleus-own-choices.h"

struct _SoleusOwnSectionWindow {
  AdwWindow         parent_instance;

  AdwWindowTitle   *window_title;
  GtkLabel         *problem_label;
  AdwComboRow      *language_row;
  GtkWidget        *title_row;
  GtkLabel         *spoken_label;
  GtkWidget        *remove_button;

  SoleusOwnSection *section;
  char            **languages;
  guint             language; /* the one whose title is shown */
  gboolean          showing;  /* what changes now was not typed */
};

enum { SAVED, REMOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoleusOwnSectionWindow, soleus_own_section_window, ADW_TYPE_WINDOW)

static void
take_title (SoleusOwnSectionWindow *self)
{
  soleus_own_section_set_title (self->section, self->languages[self->language], gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
}

/* in which languages it has a title */
static void
show_spoken (SoleusOwnSectionWindow *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; self->languages[i] != NULL; i++)
    if (soleus_own_section_get_title (self->section, self->languages[i]) != NULL)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", soleus_content_get_language_name (self->languages[i]));
  text = names->len > 0 ? g_strdup_printf (_("Written in: %s. It is offered for handouts in each language in which it has a line."), names->str)
                        : g_strdup (_("It is offered for handouts in each language in which it has a line."));
  gtk_label_set_label (self->spoken_label, text);
}

static void
show_title (SoleusOwnSectionWindow *self)
{
  /* a copy: the row is empty for a moment, and says so */
  g_autofree char *title = g_strdup (soleus_own_section_get_title (self->section, self->languages[self->language]));

  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), title != NULL ? title : "");
  self->showing = FALSE;
}

static void
language_selected_cb (SoleusOwnSectionWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->language_row);

  if (self->languages == NULL || selected >= g_strv_length (self->languages) || selected == self->language)
    return;
  take_title (self);
  self->language = selected;
  show_title (self);
}

static void
title_changed_cb (SoleusOwnSectionWindow *self)
{
  if (self->languages == NULL || self->showing)
    return;
  soleus_leave_guard_touch (GTK_WINDOW (self));
  take_title (self);
  show_spoken (self);
  soleus_own_section_window_show_problem (self, NULL);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  take_title (SOLEUS_OWN_SECTION_WINDOW (widget));
  g_signal_emit (widget, signals[SAVED], 0);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_signal_emit (widget, signals[REMOVED], 0);
}

static void
soleus_own_section_window_dispose (GObject *object)
{
  SoleusOwnSectionWindow *self = SOLEUS_OWN_SECTION_WINDOW (object);

  g_clear_pointer (&self->languages, g_strfreev);
  g_clear_pointer (&self->section, soleus_own_section_free);
  G_OBJECT_CLASS (soleus_own_section_window_parent_class)->dispose (object);
}

static void
soleus_own_section_window_class_init (SoleusOwnSectionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_own_section_window_dispose;
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-own-section-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnSectionWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnSectionWindow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnSectionWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnSectionWindow, title_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnSectionWindow, spoken_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnSectionWindow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, language_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_install_action (widget_class, "part.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "part.remove", NULL, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "part.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "part.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
soleus_own_section_window_init (SoleusOwnSectionWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  soleus_leave_guard_install (GTK_WINDOW (self), _("Discard the Title?"));
}

/**
 * soleus_own_section_window_new:
 * @parent: (nullable): the window it belongs to
 * @section: (transfer full): the part, new or not
 * @languages: (array zero-terminated=1): all languages of the content
 * @language: (nullable): the one to begin with
 *
 * Returns: (transfer full): a window, to be presented
 */
GtkWidget *
soleus_own_section_window_new (GtkWindow         *parent,
                               SoleusOwnSection  *section,
                               const char *const *languages,
                               const char        *language)
{
  SoleusOwnSectionWindow *self;

  g_return_val_if_fail (section != NULL, NULL);
  g_return_val_if_fail (languages != NULL && *languages != NULL, NULL);

  self = g_object_new (SOLEUS_TYPE_OWN_SECTION_WINDOW, "transient-for", parent, "modal", parent != NULL, NULL);
  self->section = section;
  self->language = soleus_own_choices_show_languages (self->language_row, languages, language);
  self->languages = g_strdupv ((char **) languages);
  adw_window_title_set_title (self->window_title, section->id != NULL ? _("Part") : _("New Part"));
  adw_window_title_set_subtitle (self->window_title, _("Of your clinic"));
  gtk_widget_set_visible (self->remove_button, section->id != NULL);
  show_title (self);
  show_spoken (self);
  gtk_widget_grab_focus (self->title_row);
  return GTK_WIDGET (self);
}

/**
 * soleus_own_section_window_get_section:
 *
 * Returns: (transfer none): the part as it stands in the window once it said “saved”
 */
SoleusOwnSection *
soleus_own_section_window_get_section (SoleusOwnSectionWindow *self)
{
  g_return_val_if_fail (SOLEUS_IS_OWN_SECTION_WINDOW (self), NULL);

  return self->section;
}

/**
 * soleus_own_section_window_show_problem:
 * @problem: (nullable): a sentence; %NULL takes the former one away
 */
void
soleus_own_section_window_show_problem (SoleusOwnSectionWindow *self,
                                        const char             *problem)
{
  g_return_if_fail (SOLEUS_IS_OWN_SECTION_WINDOW (self));

  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}
