#include "soleus-config.h"

#include "soleus-own-section-window.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-own.h"

struct _SoleusOwnSectionWindow {
  SoleusOwnWindow   parent_instance;

  GtkWidget        *title_row;

  SoleusOwnSection *section;
};

G_DEFINE_FINAL_TYPE (SoleusOwnSectionWindow, soleus_own_section_window, SOLEUS_TYPE_OWN_WINDOW)

static char *
dup_words (SoleusOwnWindow *window,
           const char      *language,
           guint            field)
{
  return g_strdup (soleus_own_section_get_title (SOLEUS_OWN_SECTION_WINDOW (window)->section, language));
}

static void
set_words (SoleusOwnWindow *window,
           const char      *language,
           guint            field,
           const char      *words)
{
  soleus_own_section_set_title (SOLEUS_OWN_SECTION_WINDOW (window)->section, language, words);
}

static char *
dup_spoken (SoleusOwnWindow *window,
            const char      *names)
{
  return names != NULL ? g_strdup_printf (_("Written in: %s. It is offered for handouts in each language in which it has a line."), names)
                       : g_strdup (_("It is offered for handouts in each language in which it has a line."));
}

static const char *
get_id (SoleusOwnWindow *window)
{
  return SOLEUS_OWN_SECTION_WINDOW (window)->section->id;
}

static gboolean
save (SoleusOwnWindow  *window,
      SoleusClinic     *clinic,
      GError          **error)
{
  return soleus_clinic_save_own_section (clinic, SOLEUS_OWN_SECTION_WINDOW (window)->section, error);
}

static gboolean
remove_from (SoleusOwnWindow  *window,
             SoleusClinic     *clinic,
             GError          **error)
{
  return soleus_clinic_remove_own_section (clinic, SOLEUS_OWN_SECTION_WINDOW (window)->section, error);
}

static void
make_new (SoleusOwnWindow *window)
{
  soleus_own_section_make_new (SOLEUS_OWN_SECTION_WINDOW (window)->section);
}

static void
soleus_own_section_window_finalize (GObject *object)
{
  soleus_own_section_free (SOLEUS_OWN_SECTION_WINDOW (object)->section);
  G_OBJECT_CLASS (soleus_own_section_window_parent_class)->finalize (object);
}

static void
soleus_own_section_window_class_init (SoleusOwnSectionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SoleusOwnWindowClass *own_class = SOLEUS_OWN_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = soleus_own_section_window_finalize;
  own_class->discard_question = N_("Discard the Title?");
  own_class->remove_label = N_("Remove Part");
  own_class->saved = N_("Part saved");
  own_class->removed = N_("Part removed");
  own_class->dup_words = dup_words;
  own_class->set_words = set_words;
  own_class->dup_spoken = dup_spoken;
  own_class->get_id = get_id;
  own_class->save = save;
  own_class->remove = remove_from;
  own_class->make_new = make_new;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-own-section-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusOwnSectionWindow, title_row);
}

static void
soleus_own_section_window_init (SoleusOwnSectionWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  soleus_own_window_add_words (SOLEUS_OWN_WINDOW (self), self->title_row);
}

/**
 * soleus_own_section_window_new:
 * @parent: (nullable): the window it belongs to
 * @clinic: the clinic
 * @section: (transfer full): the part, new or not
 *
 * Returns: (transfer full): a window, to be presented
 */
GtkWidget *
soleus_own_section_window_new (GtkWindow        *parent,
                               SoleusClinic     *clinic,
                               SoleusOwnSection *section)
{
  SoleusOwnSectionWindow *self;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (clinic), NULL);
  g_return_val_if_fail (section != NULL, NULL);

  self = g_object_new (SOLEUS_TYPE_OWN_SECTION_WINDOW, "transient-for", parent, "modal", parent != NULL, NULL);
  self->section = section;
  soleus_own_window_start (SOLEUS_OWN_WINDOW (self), clinic, section->id != NULL ? _("Part") : _("New Part"), _("Of your clinic"));
  return GTK_WIDGET (self);
}
