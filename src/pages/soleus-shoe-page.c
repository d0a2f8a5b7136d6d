#include "soleus-config.h"

#include "soleus-shoe-page.h"

#include <glib/gi18n-lib.h>

#include "soleus-choice-chips.h"
#include "soleus-clinic-day.h"
#include "soleus-date-entry.h"
#include "soleus-field-binding.h"
#include "soleus-form-row.h"
#include "soleus-number-entry.h"

struct _SoleusShoePage {
  SoleusEditor         parent_instance;

  SoleusEditorHeader  *header;
  GtkLabel            *issues;
  GtkWidget           *card;

  SoleusDraft         *draft;
  GtkWidget           *name; /* (owned by the widget tree) */
};

G_DEFINE_FINAL_TYPE (SoleusShoePage, soleus_shoe_page, SOLEUS_TYPE_EDITOR)

static void
append_row (SoleusShoePage *self,
            const char     *field_name,
            const char     *subtitle, /* (nullable) */
            GtkWidget      *control)
{
  const SoleusField *field = soleus_record_find_field (soleus_draft_get_current (self->draft), field_name);
  GtkWidget *row = soleus_form_row_new (soleus_field_get_label (field), control);

  if (subtitle != NULL)
    g_object_set (row, "subtitle", subtitle, NULL);
  soleus_field_bind (self->draft, field_name, control);
  gtk_box_append (GTK_BOX (self->card), row);
}

static GtkWidget *
new_date (SoleusShoePage *self,
          const char     *title)
{
  GtkWidget *entry = soleus_date_entry_new (title);

  soleus_date_entry_set_clock (SOLEUS_DATE_ENTRY (entry), soleus_clinic_get_clock (soleus_page_get_clinic (SOLEUS_PAGE (self))));
  gtk_widget_set_halign (entry, GTK_ALIGN_START);
  return entry;
}

static void
build_rows (SoleusShoePage *self)
{
  const SoleusField *distance = soleus_record_find_field (soleus_draft_get_current (self->draft), "start-km");
  GtkWidget *surface = soleus_choice_chips_new ();
  GtkWidget *km = soleus_number_entry_new (soleus_field_get_label (distance), _(distance->unit), distance->minimum, distance->maximum);

  self->name = gtk_entry_new ();
  soleus_choice_chips_set_catalogue (SOLEUS_CHOICE_CHIPS (surface), soleus_catalogue_get_surfaces (), NULL);
  gtk_widget_set_halign (km, GTK_ALIGN_START);
  append_row (self, "name", NULL, self->name);
  append_row (self, "since", _("first day in them"), new_date (self, _("In use since")));
  append_row (self, "surface", _("mostly worn on"), surface);
  append_row (self, "start-km", _("when they were entered here"), km);
  append_row (self, "retired", _("last day in them"), new_date (self, _("Retired")));
}

/* what the sessions add up to; a soft notice, no verdict (Arnold 2024) */
static void
show_distance (SoleusShoePage *self,
               SoleusRecord   *shoe)
{
  double km = soleus_clinic_get_shoe_km (soleus_page_get_clinic (SOLEUS_PAGE (self)), shoe, NULL);
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (!soleus_real_is_known (km))
    return;
  text = g_strdup_printf (_("%.0f km so far. Shoes are often changed after 500 to 800 km; that is a convention, and comfort counts more."), km);
  label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (label, "derived");
  gtk_box_append (GTK_BOX (self->card), label);
}

static void
draft_changed_cb (SoleusShoePage *self)
{
  soleus_editor_touch (SOLEUS_EDITOR (self));
}

static GVariant *
soleus_shoe_page_collect (SoleusEditor *editor)
{
  return soleus_draft_to_variant (SOLEUS_SHOE_PAGE (editor)->draft);
}

static gboolean
soleus_shoe_page_restore (SoleusEditor  *editor,
                          GVariant      *content,
                          GError       **error)
{
  return soleus_draft_restore (SOLEUS_SHOE_PAGE (editor)->draft, content, error);
}

static gboolean
soleus_shoe_page_save (SoleusEditor  *editor,
                       GError       **error)
{
  SoleusShoePage *self = SOLEUS_SHOE_PAGE (editor);
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  g_autoptr (SoleusRecord) record = soleus_record_copy (soleus_draft_get_current (self->draft));

  if (!soleus_record_check (record, soleus_clinic_get_now (clinic), error) || !soleus_clinic_save (clinic, record, error))
    return FALSE;
  soleus_editor_forget (editor);
  soleus_page_toast_undo (SOLEUS_PAGE (self), _("Shoes saved"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
  return TRUE;
}

/* Returns: (transfer full): the pair of the target, or a new one of its athlete */
static SoleusRecord *
find_or_create (SoleusClinic  *clinic,
                const char    *target,
                GError       **error)
{
  SoleusRecord *shoe;

  if (target != NULL && !g_str_has_prefix (target, "new:"))
    {
      shoe = soleus_clinic_resolve (clinic, &soleus_shoe_kind, target, error);
      if (shoe != NULL)
        return shoe;
    }
  shoe = soleus_record_new (&soleus_shoe_kind);
  if (target != NULL && g_str_has_prefix (target, "new:"))
    soleus_record_set_text (shoe, "athlete", target + strlen ("new:"));
  return shoe;
}

static void
soleus_shoe_page_clinic_set (SoleusPage   *page,
                             SoleusClinic *clinic)
{
  SoleusShoePage *self = SOLEUS_SHOE_PAGE (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusRecord) shoe = find_or_create (clinic, soleus_page_get_target (page), &error);
  const char *athlete_id = soleus_record_get_text (shoe, "athlete");
  g_autoptr (SoleusRecord) athlete = athlete_id != NULL ? soleus_clinic_find (clinic, &soleus_athlete_kind, athlete_id, NULL) : NULL;
  gboolean is_new = soleus_record_get_revision (shoe) == 0;
  g_autofree char *key = is_new ? g_strdup_printf ("shoe:new:%s", athlete_id != NULL ? athlete_id : "")
                                : g_strdup_printf ("shoe:%s", soleus_record_get_id (shoe));

  self->draft = soleus_draft_new (shoe);
  g_object_set (self->header, "title", is_new ? _("New Shoes") : soleus_record_get_text (shoe, "name"),
                "subtitle", athlete != NULL ? soleus_record_get_text (athlete, "name") : "", NULL);
  soleus_page_set_title (page, _("Shoes"));
  build_rows (self);
  if (!is_new)
    show_distance (self, shoe);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  soleus_editor_start (SOLEUS_EDITOR (self), self->header, self->issues, key, "shoe", athlete_id, is_new ? _("New shoes") : _("Shoes"));
  if (error != NULL)
    soleus_editor_show_issue (SOLEUS_EDITOR (self), error->message);
}

static gboolean
soleus_shoe_page_grab_focus (GtkWidget *widget)
{
  SoleusShoePage *self = SOLEUS_SHOE_PAGE (widget);

  return self->name != NULL && gtk_widget_grab_focus (self->name);
}

static void
soleus_shoe_page_dispose (GObject *object)
{
  SoleusShoePage *self = SOLEUS_SHOE_PAGE (object);

  self->name = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_SHOE_PAGE);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (soleus_shoe_page_parent_class)->dispose (object);
}

static void
soleus_shoe_page_class_init (SoleusShoePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SoleusEditorClass *editor_class = SOLEUS_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_shoe_page_dispose;
  widget_class->grab_focus = soleus_shoe_page_grab_focus;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_shoe_page_clinic_set;
  editor_class->collect = soleus_shoe_page_collect;
  editor_class->restore = soleus_shoe_page_restore;
  editor_class->save = soleus_shoe_page_save;

  g_type_ensure (SOLEUS_TYPE_EDITOR_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-shoe-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusShoePage, header);
  gtk_widget_class_bind_template_child (widget_class, SoleusShoePage, issues);
  gtk_widget_class_bind_template_child (widget_class, SoleusShoePage, card);
}

static void
soleus_shoe_page_init (SoleusShoePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
