#include "soleus-config.h"

#include "soleus-own-line-window.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-content.h"
#include "soleus-clinic-own.h"
#include "soleus-content-section.h"
#include "soleus-own-choices.h"
#include "soleus-records.h"

struct _SoleusOwnLineWindow {
  SoleusOwnWindow  parent_instance;

  GtkWidget       *text_view;
  GtkLabel        *place_label;
  AdwComboRow     *audience_row;
  AdwComboRow     *evidence_row;

  SoleusOwnLine   *line;
  SoleusContentUse use; /* of the section that it is added to */
};

G_DEFINE_FINAL_TYPE (SoleusOwnLineWindow, soleus_own_line_window, SOLEUS_TYPE_OWN_WINDOW)

/* in the order of the choices of the rows */
static const SoleusContentAudience audiences[] = { SOLEUS_CONTENT_AUDIENCE_BOTH, SOLEUS_CONTENT_AUDIENCE_ATHLETE, SOLEUS_CONTENT_AUDIENCE_THERAPIST };

static char *
dup_words (SoleusOwnWindow *window,
           const char      *language,
           guint            field)
{
  return g_strdup (soleus_own_line_get_text (SOLEUS_OWN_LINE_WINDOW (window)->line, language));
}

static void
set_words (SoleusOwnWindow *window,
           const char      *language,
           guint            field,
           const char      *words)
{
  g_autofree char *line = g_strdelimit (g_strdup (words), "\n\r\t", ' ');

  soleus_own_line_set_text (SOLEUS_OWN_LINE_WINDOW (window)->line, language, line);
}

static char *
dup_spoken (SoleusOwnWindow *window,
            const char      *names)
{
  return names != NULL ? g_strdup_printf (_("Shown and printed in: %s. It is left out in other languages."), names)
                       : g_strdup (_("Shown and printed in the languages in which you write it."));
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
audience_selected_cb (SoleusOwnLineWindow *self)
{
  show_place (self);
  soleus_own_window_changed (SOLEUS_OWN_WINDOW (self));
}

static gboolean
take (SoleusOwnWindow *window)
{
  SoleusOwnLineWindow *self = SOLEUS_OWN_LINE_WINDOW (window);

  self->line->audience = get_audience (self);
  self->line->evidence = soleus_own_choices_get_evidence (self->evidence_row);
  return TRUE;
}

static const char *
get_id (SoleusOwnWindow *window)
{
  return SOLEUS_OWN_LINE_WINDOW (window)->line->id;
}

static gboolean
save (SoleusOwnWindow  *window,
      SoleusClinic     *clinic,
      GError          **error)
{
  return soleus_clinic_save_own_line (clinic, SOLEUS_OWN_LINE_WINDOW (window)->line, error);
}

static gboolean
remove_from (SoleusOwnWindow  *window,
             SoleusClinic     *clinic,
             GError          **error)
{
  return soleus_clinic_remove_own_line (clinic, SOLEUS_OWN_LINE_WINDOW (window)->line, error);
}

static void
make_new (SoleusOwnWindow *window)
{
  soleus_own_line_make_new (SOLEUS_OWN_LINE_WINDOW (window)->line);
}

static void
soleus_own_line_window_finalize (GObject *object)
{
  soleus_own_line_free (SOLEUS_OWN_LINE_WINDOW (object)->line);
  G_OBJECT_CLASS (soleus_own_line_window_parent_class)->finalize (object);
}

static void
soleus_own_line_window_class_init (SoleusOwnLineWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SoleusOwnWindowClass *own_class = SOLEUS_OWN_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = soleus_own_line_window_finalize;
  own_class->discard_question = N_("Discard the Line?");
  own_class->remove_label = N_("Remove Line");
  own_class->saved = N_("Line saved");
  own_class->removed = N_("Line removed");
  own_class->dup_words = dup_words;
  own_class->set_words = set_words;
  own_class->dup_spoken = dup_spoken;
  own_class->take = take;
  own_class->get_id = get_id;
  own_class->save = save;
  own_class->remove = remove_from;
  own_class->make_new = make_new;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-own-line-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnLineWindow, text_view);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnLineWindow, place_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnLineWindow, audience_row);
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnLineWindow, evidence_row);
  gtk_widget_class_bind_template_callback (widget_class, audience_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, soleus_own_window_changed);
}

static void
soleus_own_line_window_init (SoleusOwnLineWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  soleus_own_window_add_words (SOLEUS_OWN_WINDOW (self), self->text_view);
}

static void
show_line (SoleusOwnLineWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (audiences); i++)
    if (audiences[i] == self->line->audience)
      adw_combo_row_set_selected (self->audience_row, i);
  soleus_own_choices_show_evidence (self->evidence_row, self->line->evidence);
  show_place (self);
}

/* Returns: (transfer full): the title of the section that it is added to */
static char *
take_section (SoleusOwnLineWindow *self,
              SoleusClinic        *clinic)
{
  g_autoptr (SoleusContent) content = soleus_clinic_load_content (clinic, NULL, NULL);
  SoleusContentSection *section = content != NULL ? soleus_content_get_section (content, self->line->section) : NULL;
  const char *number = soleus_record_get_text (soleus_clinic_get_profile (clinic), "emergency-number");

  self->use = section != NULL ? soleus_content_section_get_use (section) : SOLEUS_CONTENT_USE_PAGE;
  return section != NULL ? soleus_content_fill_number (soleus_content_section_get_title (section), number) : g_strdup (self->line->section);
}

/**
 * soleus_own_line_window_new:
 * @parent: (nullable): the window it belongs to
 * @clinic: the clinic
 * @line: (transfer full): the line, new or not
 *
 * Returns: (transfer full): a window, to be presented
 */
GtkWidget *
soleus_own_line_window_new (GtkWindow     *parent,
                            SoleusClinic  *clinic,
                            SoleusOwnLine *line)
{
  SoleusOwnLineWindow *self;
  g_autofree char *section = NULL;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (clinic), NULL);
  g_return_val_if_fail (line != NULL, NULL);

  self = g_object_new (SOLEUS_TYPE_OWN_LINE_WINDOW, "transient-for", parent, "modal", parent != NULL, NULL);
  self->line = line;
  section = take_section (self, clinic);
  show_line (self);
  soleus_own_window_start (SOLEUS_OWN_WINDOW (self), clinic, line->id != NULL ? _("Line of Your Clinic") : _("New Line of Your Clinic"), section);
  return GTK_WIDGET (self);
}
