#define G_LOG_DOMAIN "soleus-protocol-page"

#include "soleus-config.h"

#include "soleus-protocol-page.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-content.h"
#include "soleus-protocol-section.h"
#include "soleus-toggle-group.h"

struct _SoleusProtocolPage {
  SoleusPage         parent_instance;

  GtkWidget         *chips_place;
  SoleusToggleGroup *chips;
  GtkBox            *content_box;
  GtkScrolledWindow *scroller;

  SoleusContent     *content; /* (nullable): it could not be read */
};

G_DEFINE_FINAL_TYPE (SoleusProtocolPage, soleus_protocol_page, SOLEUS_TYPE_PAGE)

#define REHABILITATION "rehabilitation"

/* In the order of a cramp: now, the first days, the weeks after, then what the therapist looks up. */
static const struct {
  const char *id; /* of a section, or all phases */
  const char *label;
} parts[] = {
  { "relief", N_("Relief") },
  { "acute", N_("First Two Days") },
  { REHABILITATION, N_("Rehabilitation") },
  { "return", N_("Return to Sport") },
  { "prevention", N_("Prevention") },
  { "manual", N_("Technique") },
  { "modalities", N_("Treatments") },
  { "medical", N_("When to Refer") },
};

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
append_section (SoleusProtocolPage   *self,
                SoleusContentSection *section)
{
  GtkWidget *exercises;

  gtk_box_append (self->content_box, soleus_protocol_section_new (section));
  exercises = soleus_protocol_section_new_exercises (self->content, soleus_content_section_get_exercises (section));
  if (exercises != NULL)
    gtk_box_append (self->content_box, exercises);
}

static void
show_part (SoleusProtocolPage *self,
           const char         *id)
{
  SoleusContentSection *section;

  clear (self->content_box);
  if (self->content == NULL)
    return;
  section = soleus_content_get_section (self->content, id);
  if (section != NULL)
    {
      append_section (self, section);
    }
  else if (g_str_equal (id, REHABILITATION))
    {
      GListModel *phases = soleus_content_list_phases (self->content);

      for (guint i = 0; i < g_list_model_get_n_items (phases); i++)
        {
          g_autoptr (SoleusContentSection) phase = g_list_model_get_item (phases, i);

          append_section (self, phase);
        }
    }
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0.0);
}

static void
value_changed_cb (SoleusProtocolPage *self)
{
  const char *id = soleus_toggle_group_get_value (self->chips);

  if (id != NULL)
    show_part (self, id);
}

static const char *
find_part (SoleusProtocolPage *self,
           const char         *target)
{
  if (target == NULL)
    return parts[0].id;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].id, target))
      return parts[i].id;
  return g_str_has_prefix (target, "phase") ? REHABILITATION : parts[0].id;
}

static void
soleus_protocol_page_clinic_set (SoleusPage   *page,
                                 SoleusClinic *clinic)
{
  SoleusProtocolPage *self = SOLEUS_PROTOCOL_PAGE (page);
  g_autoptr (GError) error = NULL;

  soleus_page_set_title (page, _("Protocol"));
  self->content = soleus_clinic_load_content (clinic, NULL, &error);
  if (self->content == NULL)
    {
      gtk_box_append (self->content_box, g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "dialog-warning-symbolic", "title",
                                                       _("The Protocol Could Not Be Read"), "description", error->message, NULL));
      return;
    }
  self->chips = SOLEUS_TOGGLE_GROUP (soleus_toggle_group_new (TRUE, FALSE));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Part of the protocol"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    soleus_toggle_group_add (self->chips, parts[i].id, g_dgettext (GETTEXT_PACKAGE, parts[i].label));
  adw_bin_set_child (ADW_BIN (self->chips_place), GTK_WIDGET (self->chips));
  g_signal_connect_object (self->chips, "notify::value", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  soleus_toggle_group_set_value (self->chips, find_part (self, soleus_page_get_target (page)));
  if (gtk_widget_get_first_child (GTK_WIDGET (self->content_box)) == NULL)
    value_changed_cb (self);
}

static void
soleus_protocol_page_dispose (GObject *object)
{
  SoleusProtocolPage *self = SOLEUS_PROTOCOL_PAGE (object);

  g_clear_object (&self->content);
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_PROTOCOL_PAGE);
  G_OBJECT_CLASS (soleus_protocol_page_parent_class)->dispose (object);
}

static void
soleus_protocol_page_class_init (SoleusProtocolPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_protocol_page_dispose;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_protocol_page_clinic_set;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-protocol-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusProtocolPage, chips_place);
  gtk_widget_class_bind_template_child (widget_class, SoleusProtocolPage, content_box);
  gtk_widget_class_bind_template_child (widget_class, SoleusProtocolPage, scroller);
}

static void
soleus_protocol_page_init (SoleusProtocolPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
