#define G_LOG_DOMAIN "soleus-protocol-page"

#include "soleus-config.h"

#include "soleus-protocol-page.h"

#include <glib/gi18n-lib.h>

#include "soleus-back-button.h"
#include "soleus-clinic-content.h"
#include "soleus-clinic-own.h"
#include "soleus-own-editors.h"
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
#define LIBRARY "exercises"
#define DIFFERENCES "differences"
#define HANDOUT "handout"

/* In the order of a cramp: now, the first days, the weeks after, then what the therapist looks up. */
static const struct {
  const char *id; /* of a section, or what is put together from several */
  const char *label;
} parts[] = {
  { "relief", N_("Relief") },
  { "acute", N_("First Two Days") },
  { REHABILITATION, N_("Rehabilitation") },
  { "return", N_("Return to Sport") },
  { "prevention", N_("Prevention") },
  { "manual", N_("Technique") },
  { "modalities", N_("Treatments") },
  { "products", N_("Products") },
  { "medical", N_("When to Refer") },
  { HANDOUT, N_("Handout") },
  { LIBRARY, N_("Exercises") },
  { DIFFERENCES, N_("Where Sources Differ") },
};

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* the emergency number of the clinic */
static const char *
get_number (SoleusProtocolPage *self)
{
  return soleus_record_get_text (soleus_clinic_get_profile (soleus_page_get_clinic (SOLEUS_PAGE (self))), "emergency-number");
}

static void
append_section (SoleusProtocolPage   *self,
                SoleusContentSection *section)
{
  GtkWidget *exercises;

  gtk_box_append (self->content_box, soleus_protocol_section_new (section, get_number (self), soleus_own_editors_can_edit (SOLEUS_PAGE (self))));
  exercises = soleus_protocol_section_new_exercises (self->content, soleus_content_section_get_exercises (section), soleus_own_editors_can_edit (SOLEUS_PAGE (self)));
  if (exercises != NULL)
    gtk_box_append (self->content_box, exercises);
  if (soleus_own_editors_can_edit (SOLEUS_PAGE (self)) && soleus_content_section_get_phase (section) > 0)
    gtk_box_append (self->content_box, soleus_protocol_section_new_add_exercise (soleus_content_section_get_phase (section)));
}

/* those of one kind, or of the clinic; nothing where there are none */
static void
append_exercises (SoleusProtocolPage *self,
                  const char         *title,
                  gboolean            own,
                  int                 kind)
{
  GListModel *exercises = soleus_content_list_exercises (self->content);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_null_terminated (8, NULL, TRUE);
  GtkWidget *heading;

  for (guint i = 0; i < g_list_model_get_n_items (exercises); i++)
    {
      g_autoptr (SoleusContentExercise) exercise = g_list_model_get_item (exercises, i);

      if (soleus_content_exercise_is_own (exercise) == own && (own || (int) soleus_content_exercise_get_kind (exercise) == kind))
        g_ptr_array_add (ids, (gpointer) soleus_content_exercise_get_id (exercise)); /* the content keeps the exercise */
    }
  if (ids->len == 0)
    return;
  heading = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (heading, "title-4");
  gtk_box_append (self->content_box, heading);
  gtk_box_append (self->content_box, soleus_protocol_section_new_exercises (self->content, (const char *const *) ids->pdata, soleus_own_editors_can_edit (SOLEUS_PAGE (self))));
}

/* all exercises: those of the clinic, then the shipped ones by what they are for */
static void
append_library (SoleusProtocolPage *self)
{
  append_exercises (self, _("Of your clinic"), TRUE, 0);
  if (soleus_own_editors_can_edit (SOLEUS_PAGE (self)))
    gtk_box_append (self->content_box, soleus_protocol_section_new_add_exercise (0));
  for (int kind = SOLEUS_CONTENT_KIND_MOBILITY; kind <= SOLEUS_CONTENT_KIND_ROLLER; kind++)
    append_exercises (self, soleus_content_kind_get_label (kind), FALSE, kind);
}

/* every disagreement of the sources, and what Soleus does, in one place */
static void
append_differences (SoleusProtocolPage *self)
{
  GListModel *sections = soleus_content_list_sections (self->content);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (SoleusContentSection) section = g_list_model_get_item (sections, i);
      GtkWidget *card = soleus_protocol_section_new_differences (section);

      if (card != NULL)
        gtk_box_append (self->content_box, card);
    }
}

/* the lists that the handouts print, in their order */
static void
append_handout (SoleusProtocolPage *self)
{
  GListModel *sections = soleus_content_list_sections (self->content);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (SoleusContentSection) section = g_list_model_get_item (sections, i);

      if (g_str_has_prefix (soleus_content_section_get_id (section), "handout-"))
        append_section (self, section);
    }
  if (soleus_own_editors_can_edit (SOLEUS_PAGE (self)))
    gtk_box_append (self->content_box, soleus_protocol_section_new_add_part ());
}

static void
show_problem (SoleusProtocolPage *self)
{
  const char *problem = soleus_clinic_get_content_problem (soleus_page_get_clinic (SOLEUS_PAGE (self)));
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (problem == NULL)
    return;
  text = g_strdup_printf (_("What your clinic added is not shown. Mend this and open the clinic again: %s"), problem);
  label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "selectable", TRUE, NULL);
  gtk_widget_add_css_class (label, "waits");
  gtk_box_append (self->content_box, label);
}

static void
show_part (SoleusProtocolPage *self,
           const char         *id)
{
  SoleusContentSection *section;

  clear (self->content_box);
  if (self->content == NULL)
    return;
  show_problem (self);
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
  else if (g_str_equal (id, HANDOUT))
    append_handout (self);
  else if (g_str_equal (id, LIBRARY))
    append_library (self);
  else if (g_str_equal (id, DIFFERENCES))
    append_differences (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0.0);
}

static void
value_changed_cb (SoleusProtocolPage *self)
{
  const char *id = soleus_toggle_group_get_value (self->chips);

  if (id != NULL)
    show_part (self, id);
}

/* what there is to look at: the shipped parts, then those of the clinic */
static void
show_chips (SoleusProtocolPage *self)
{
  GListModel *sections = soleus_content_list_sections (self->content);

  soleus_toggle_group_clear (self->chips);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    soleus_toggle_group_add (self->chips, parts[i].id, g_dgettext (GETTEXT_PACKAGE, parts[i].label));
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (SoleusContentSection) section = g_list_model_get_item (sections, i);

      if (soleus_content_section_is_own (section))
        soleus_toggle_group_add (self->chips, soleus_content_section_get_id (section), soleus_content_section_get_title (section));
    }
}

static const char *
find_part (SoleusProtocolPage *self,
           const char         *target)
{
  SoleusContentSection *section = target != NULL ? soleus_content_get_section (self->content, target) : NULL;

  if (target == NULL)
    return parts[0].id;
  if (section != NULL && soleus_content_section_is_own (section))
    return soleus_content_section_get_id (section);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].id, target))
      return parts[i].id;
  if (g_str_has_prefix (target, "handout-") || g_str_has_prefix (target, "own-"))
    return HANDOUT; /* also where the clinic has taken its part out */
  return g_str_has_prefix (target, "phase") ? REHABILITATION : parts[0].id;
}

/* The content is read anew when the clinic's part of it was changed, and shown where it was looked at. */
static void
clinic_changed_cb (SoleusProtocolPage *self,
                   const char         *kind)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double position = gtk_adjustment_get_value (adjustment);
  g_autofree char *shown = g_strdup (soleus_toggle_group_get_value (self->chips));
  g_autoptr (GError) error = NULL;
  SoleusContent *content;

  if (g_strcmp0 (kind, SOLEUS_CLINIC_OWN_CONTENT) != 0)
    return;
  content = soleus_clinic_load_content (soleus_page_get_clinic (SOLEUS_PAGE (self)), NULL, &error);
  if (content == NULL)
    {
      soleus_page_toast (SOLEUS_PAGE (self), error->message);
      return;
    }
  g_clear_object (&self->content);
  self->content = content;
  g_signal_handlers_block_by_func (self->chips, value_changed_cb, self);
  show_chips (self);
  soleus_toggle_group_set_value (self->chips, find_part (self, shown));
  g_signal_handlers_unblock_by_func (self->chips, value_changed_cb, self);
  value_changed_cb (self);
  gtk_adjustment_set_value (adjustment, position);
}

static void
show_part_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SoleusProtocolPage *self = SOLEUS_PROTOCOL_PAGE (widget);

  soleus_toggle_group_set_value (self->chips, find_part (self, g_variant_get_string (parameter, NULL)));
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
  show_chips (self);
  adw_bin_set_child (ADW_BIN (self->chips_place), GTK_WIDGET (self->chips));
  g_signal_connect_object (self->chips, "notify::value", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clinic, "changed", G_CALLBACK (clinic_changed_cb), self, G_CONNECT_SWAPPED);
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

  soleus_own_editors_install (widget_class);
  gtk_widget_class_install_action (widget_class, "protocol.show-part", "s", show_part_cb);

  g_type_ensure (SOLEUS_TYPE_BACK_BUTTON);
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
