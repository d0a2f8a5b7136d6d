#include "soleus-config.h"

#include "soleus-own-line-window.h"

#include <glib/gi18n-lib.h>

#include "soleus-content.h"
#include "soleus-enums.h"
#include "soleus-leave-guard.h"
#include "soleus-own-choices.h"

struct _SoleusOwnLineWindow {
  AdwWindow        parent_instance;

  AdwWindowTitle  *window_title;
  AdwComboRow     *language_row;
  GtkTextView     *text_view;
  GtkLabel        *spoken_label;
  GtkLabel        *place_label;
  AdwComboRow     *audience_row;
  AdwComboRow     *evidence_row;
  GtkLabel        *problem_label;
  GtkWidget       *remove_button;

  SoleusOwnLine   *line;
  SoleusContentUse use;       /* of the section that it is added to */
  char           **languages;
  guint            language; /* the one whose words are shown */
  gboolean         showing;  /* what changes now was not typed */
};

enum { SAVED, REMOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoleusOwnLineWindow, soleus_own_line_window, ADW_TYPE_WINDOW)

/* in the order of the choices of the rows */
static const SoleusContentAudience audiences[] = { SOLEUS_CONTENT_AUDIENCE_BOTH, SOLEUS_CONTENT_AUDIENCE_ATHLETE, SOLEUS_CONTENT_AUDIENCE_THERAPIST };

static void
take_words (SoleusOwnLineWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;
  g_autofree char *words = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  words = g_strdelimit (gtk_text_buffer_get_text (buffer, &start, &end, FALSE), "\n\r\t", ' ');
  soleus_own_line_set_text (self->line, self->languages[self->language], words);
}

/* in which languages it would be printed */
static void
show_spoken (SoleusOwnLineWindow *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; self->languages[i] != NULL; i++)
    if (soleus_own_line_get_text (self->line, self->languages[i]) != NULL)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", soleus_content_get_language_name (self->languages[i]));
  text = names->len > 0 ? g_strdup_printf (_("Shown and printed in: %s. It is left out in other languages."), names->str)
                        : g_strdup (_("Shown and printed in the languages in which you write it."));
  gtk_label_set_label (self->spoken_label, text);
}

static SoleusContentAudience
get_audience (SoleusOwnLineWindow *self)
{
  return audiences[MIN (adw_combo_row_get_selected (self->audience_row), G_N_ELEMENTS (audiences) - 1)];
}

/* where it would be seen */
static void
show_place (SoleusOwnLineWindow *self)
{
  const char *place = _("Shown on this page. It is not printed on handouts.");

  if (get_audience (self) != SOLEUS_CONTENT_AUDIENCE_THERAPIST && self->use == SOLEUS_CONTENT_USE_HANDOUT)
    place = _("Printed on every handout, in the list of this title.");
  else if (get_audience (self) != SOLEUS_CONTENT_AUDIENCE_THERAPIST && self->use == SOLEUS_CONTENT_USE_PIECE)
    place = _("Shown on this page, and printed on the handouts for which this part is chosen.");
  gtk_label_set_label (self->place_label, place);
}

static void
show_words (SoleusOwnLineWindow *self)
{
  /* a copy: the buffer is empty for a moment, and says so */
  g_autofree char *words = g_strdup (soleus_own_line_get_text (self->line, self->languages[self->language]));

  self->showing = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), words != NULL ? words : "", -1);
  self->showing = FALSE;
}

static void
language_selected_cb (SoleusOwnLineWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->language_row);

  if (self->languages == NULL || selected >= g_strv_length (self->languages) || selected == self->language)
    return;
  take_words (self);
  self->language = selected;
  show_words (self);
}

static void
words_changed_cb (SoleusOwnLineWindow *self)
{
  if (self->languages == NULL || self->showing)
    return;
  soleus_leave_guard_touch (GTK_WINDOW (self));
  take_words (self);
  show_spoken (self);
  soleus_own_line_window_show_problem (self, NULL);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  SoleusOwnLineWindow *self = SOLEUS_OWN_LINE_WINDOW (widget);

  take_words (self);
  self->line->audience = get_audience (self);
  self->line->evidence = soleus_own_choices_get_evidence (self->evidence_row);
  g_signal_emit (self, signals[SAVED], 0);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_signal_emit (widget, signals[REMOVED], 0);
}

static void
soleus_own_line_window_dispose (GObject *object)
{
  SoleusOwnLineWindow *self = SOLEUS_OWN_LINE_WINDOW (object);

  g_clear_pointer (&self->line, soleus_own_line_free);
  g_clear_pointer (&self->languages, g_strfreev);
  G_OBJECT_CLASS (soleus_own_line_window_parent_class)->dispose (object);
}

static void
soleus_own_line_window_class_init (SoleusOwnLineWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_own_line_window_dispose;
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-own-line-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnLineWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnLineWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnLineWindow, text_view);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnLineWindow, spoken_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnLineWindow, place_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnLineWindow, audience_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnLineWindow, evidence_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnLineWindow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnLineWindow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, language_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_place);
  gtk_widget_class_install_action (widget_class, "line.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "line.remove", NULL, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "line.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "line.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
soleus_own_line_window_init (SoleusOwnLineWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  soleus_leave_guard_install (GTK_WINDOW (self), _("Discard the Line?"));
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->text_view), "changed", G_CALLBACK (words_changed_cb), self);
}

static void
show_line (SoleusOwnLineWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (audiences); i++)
    if (audiences[i] == self->line->audience)
      adw_combo_row_set_selected (self->audience_row, i);
  soleus_own_choices_show_evidence (self->evidence_row, self->line->evidence);
  gtk_widget_set_visible (self->remove_button, self->line->id != NULL);
  show_words (self);
  show_spoken (self);
  show_place (self);
}

/**
 * soleus_own_line_window_new:
 * @parent: (nullable): the window it belongs to
 * @line: (transfer full): the line, new or not
 * @section_title: what it is added to
 * @use: where the lines of that section are seen
 * @languages: (array zero-terminated=1): all languages of the content
 * @language: the one to begin with
 *
 * Returns: (transfer full): a window, to be presented
 */
GtkWidget *
soleus_own_line_window_new (GtkWindow         *parent,
                            SoleusOwnLine     *line,
                            const char        *section_title,
                            SoleusContentUse   use,
                            const char *const *languages,
                            const char        *language)
{
  SoleusOwnLineWindow *self;

  g_return_val_if_fail (line != NULL, NULL);
  g_return_val_if_fail (languages != NULL && *languages != NULL, NULL);

  self = g_object_new (SOLEUS_TYPE_OWN_LINE_WINDOW, "transient-for", parent, "modal", parent != NULL, NULL);
  self->line = line;
  self->use = use;
  self->language = soleus_own_choices_show_languages (self->language_row, languages, language);
  self->languages = g_strdupv ((char **) languages);
  adw_window_title_set_title (self->window_title, line->id != NULL ? _("Line of Your Clinic") : _("New Line of Your Clinic"));
  adw_window_title_set_subtitle (self->window_title, section_title);
  show_line (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->text_view));
  return GTK_WIDGET (self);
}

/**
 * soleus_own_line_window_get_line:
 *
 * Returns: (transfer none): the line as it stands in the window once it said “saved”
 */
SoleusOwnLine *
soleus_own_line_window_get_line (SoleusOwnLineWindow *self)
{
  g_return_val_if_fail (SOLEUS_IS_OWN_LINE_WINDOW (self), NULL);

  return self->line;
}

/**
 * soleus_own_line_window_show_problem:
 * @problem: (nullable): a sentence; %NULL takes the former one away
 */
void
soleus_own_line_window_show_problem (SoleusOwnLineWindow *self,
                                     const char          *problem)
{
  g_return_if_fail (SOLEUS_IS_OWN_LINE_WINDOW (self));

  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}
