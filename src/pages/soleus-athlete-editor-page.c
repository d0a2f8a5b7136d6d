#include "soleus-config.h"

#include "soleus-athlete-editor-page.h"

#include <glib/gi18n-lib.h>

#include "soleus-answer-row.h"
#include "soleus-card.h"
#include "soleus-choice-chips.h"
#include "soleus-columns.h"
#include "soleus-date-entry.h"
#include "soleus-field-binding.h"
#include "soleus-form-row.h"
#include "soleus-number-entry.h"

struct _SoleusAthleteEditorPage {
  SoleusEditor         parent_instance;

  SoleusEditorHeader  *header;
  GtkLabel            *issues;
  GtkWidget           *left;
  GtkWidget           *right;

  SoleusDraft         *draft;
  GtkWidget           *name;
};

G_DEFINE_FINAL_TYPE (SoleusAthleteEditorPage, soleus_athlete_editor_page, SOLEUS_TYPE_EDITOR)

/* One row a field, in the order of the page: a new field is a new row here. The control follows from the type of the field. */
typedef enum { LEFT, RIGHT, RIGHT_AT_END } Place; /* column; with its short control at the end of the row, the words have one line */

typedef struct {
  Place       place;
  const char *card;     /* (nullable) N_(): begins a new card */
  const char *field;
  const char *subtitle; /* (nullable) N_() */
} Row;

static const Row rows[] = {
  { LEFT, N_("Who it is"), "name", NULL },
  { LEFT, NULL, "born", NULL },
  { LEFT, NULL, "sex", NULL },
  { LEFT, NULL, "identifier", N_("number at the club or clinic") },
  { LEFT, N_("Sport"), "sport", NULL },
  { LEFT, NULL, "team", NULL },
  { LEFT, N_("How to reach"), "phone", NULL },
  { LEFT, NULL, "email", NULL },
  { LEFT, NULL, "language", N_("of handouts, as in en or de") },
  { LEFT, NULL, "guardian", N_("for a minor") },
  { LEFT, NULL, "consent-on", N_("the day it was given") },
  { RIGHT, N_("What changes the rules"), "blood-thinner", NULL },
  { RIGHT, NULL, "bleeding-disorder", NULL },
  { RIGHT, NULL, "pregnant", NULL },
  { RIGHT, NULL, "medication", N_("as told; Soleus advises none") },
  { RIGHT, NULL, "conditions", NULL },
  { RIGHT_AT_END, N_("Body and sleep"), "mass-kg", NULL },
  { RIGHT_AT_END, NULL, "height-cm", NULL },
  { RIGHT_AT_END, NULL, "sleep-need-hours", NULL },
  { RIGHT_AT_END, NULL, "cycle-consent-on", N_("optional: the day the athlete agreed; empty hides it from check-ins") },
  { RIGHT, N_("Notes"), "note", NULL },
};

static GtkWidget *
new_text (const SoleusField *field)
{
  GtkWidget *frame, *view;

  if ((field->flags & SOLEUS_FIELD_LONG) == 0)
    return gtk_entry_new ();
  frame = gtk_frame_new (NULL);
  view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 6);
  gtk_widget_set_size_request (view, -1, 54);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, soleus_field_get_label (field), -1);
  gtk_frame_set_child (GTK_FRAME (frame), view);
  return frame;
}

static GtkWidget *
new_control (SoleusAthleteEditorPage *self,
             const SoleusField       *field)
{
  GtkWidget *control;

  switch (field->type)
    {
    case SOLEUS_FIELD_DATE:
      control = soleus_date_entry_new (soleus_field_get_label (field));
      soleus_date_entry_set_clock (SOLEUS_DATE_ENTRY (control), soleus_clinic_get_clock (soleus_page_get_clinic (SOLEUS_PAGE (self))));
      gtk_widget_set_halign (control, GTK_ALIGN_START);
      break;
    case SOLEUS_FIELD_REAL:
      control = soleus_number_entry_new (soleus_field_get_label (field), field->unit != NULL ? _(field->unit) : NULL, field->minimum, field->maximum);
      gtk_widget_set_halign (control, GTK_ALIGN_START);
      break;
    case SOLEUS_FIELD_ENUM:
      control = soleus_choice_chips_new ();
      soleus_choice_chips_set_enum (SOLEUS_CHOICE_CHIPS (control), field->enum_type ());
      break;
    case SOLEUS_FIELD_TEXT:
    case SOLEUS_FIELD_INT:
    case SOLEUS_FIELD_BOOL:
    case SOLEUS_FIELD_CHOICE:
    case SOLEUS_FIELD_ANSWERS:
    case SOLEUS_FIELD_MOMENT:
    case SOLEUS_FIELD_ID:
    case SOLEUS_FIELD_IDS:
    default:
      control = new_text (field);
      break;
    }
  soleus_field_bind (self->draft, field->name, GTK_IS_FRAME (control) ? gtk_frame_get_child (GTK_FRAME (control)) : control);
  return control;
}

static GtkWidget *
new_row (SoleusAthleteEditorPage *self,
         const Row               *row)
{
  const SoleusField *field = soleus_record_find_field (soleus_draft_get_current (self->draft), row->field);
  GtkWidget *widget;

  if (field->type == SOLEUS_FIELD_ENUM && field->enum_type () == SOLEUS_TYPE_ANSWER)
    {
      widget = soleus_answer_row_new (soleus_field_get_label (field));
      g_object_set (widget, "alarming", TRUE, NULL);
      soleus_field_bind (self->draft, row->field, widget);
      return widget;
    }
  widget = soleus_form_row_new (soleus_field_get_label (field), new_control (self, field));
  if (row->subtitle != NULL)
    g_object_set (widget, "subtitle", _(row->subtitle), NULL);
  g_object_set (widget, "control-end", row->place == RIGHT_AT_END, NULL);
  if (g_str_equal (row->field, "name"))
    g_object_get (widget, "child", &self->name, NULL);
  return widget;
}

static void
build_rows (SoleusAthleteEditorPage *self)
{
  GtkWidget *card = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *widget = new_row (self, &rows[i]);

      if (rows[i].card != NULL)
        {
          card = soleus_card_new (_(rows[i].card));
          gtk_box_set_spacing (GTK_BOX (card), 6);
          gtk_box_append (GTK_BOX (rows[i].place == LEFT ? self->left : self->right), card);
        }
      gtk_box_append (GTK_BOX (card), widget);
    }
}

static void
draft_changed_cb (SoleusAthleteEditorPage *self)
{
  soleus_editor_touch (SOLEUS_EDITOR (self));
}

static GVariant *
soleus_athlete_editor_page_collect (SoleusEditor *editor)
{
  return soleus_draft_to_variant (SOLEUS_ATHLETE_EDITOR_PAGE (editor)->draft);
}

static gboolean
soleus_athlete_editor_page_restore (SoleusEditor  *editor,
                                    GVariant      *content,
                                    GError       **error)
{
  return soleus_draft_restore (SOLEUS_ATHLETE_EDITOR_PAGE (editor)->draft, content, error);
}

static gboolean
soleus_athlete_editor_page_save (SoleusEditor  *editor,
                                 GError       **error)
{
  SoleusAthleteEditorPage *self = SOLEUS_ATHLETE_EDITOR_PAGE (editor);
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  g_autoptr (SoleusRecord) record = soleus_record_copy (soleus_draft_get_current (self->draft));
  gboolean is_new = soleus_record_get_revision (record) == 0;
  g_autofree char *id = g_strdup (soleus_record_get_id (record));

  if (!soleus_record_check (record, soleus_clinic_get_now (clinic), error) || !soleus_clinic_save (clinic, record, error))
    return FALSE;
  soleus_editor_forget (editor);
  soleus_page_toast_undo (SOLEUS_PAGE (self), is_new ? _("Athlete added") : _("Athlete saved"));
  if (is_new)
    soleus_page_show (SOLEUS_PAGE (self), "athlete:%s", id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
  return TRUE;
}

static void
soleus_athlete_editor_page_clinic_set (SoleusPage   *page,
                                       SoleusClinic *clinic)
{
  SoleusAthleteEditorPage *self = SOLEUS_ATHLETE_EDITOR_PAGE (page);
  const char *target = soleus_page_get_target (page);
  gboolean is_new = target == NULL || g_str_equal (target, "new");
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusRecord) record = NULL;
  g_autofree char *key = NULL;

  if (!is_new)
    record = soleus_clinic_resolve (clinic, &soleus_athlete_kind, target, &error);
  if (record == NULL)
    record = soleus_record_new (&soleus_athlete_kind);
  self->draft = soleus_draft_new (record);
  g_object_set (self->header, "title", is_new ? _("New Athlete") : _("Edit Athlete"),
                "subtitle", soleus_record_get_text (record, "name"), NULL);
  soleus_page_set_title (page, _("Athlete"));
  build_rows (self);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  key = g_strdup_printf ("athlete-editor:%s", is_new ? "new" : soleus_record_get_id (record));
  soleus_editor_start (SOLEUS_EDITOR (self), self->header, self->issues, key, "athlete", is_new ? NULL : soleus_record_get_id (record),
                       is_new ? _("New athlete") : soleus_record_get_text (record, "name"));
  if (error != NULL)
    soleus_editor_show_issue (SOLEUS_EDITOR (self), error->message);
}

static gboolean
soleus_athlete_editor_page_grab_focus (GtkWidget *widget)
{
  SoleusAthleteEditorPage *self = SOLEUS_ATHLETE_EDITOR_PAGE (widget);

  return self->name != NULL && gtk_widget_grab_focus (self->name);
}

static void
soleus_athlete_editor_page_dispose (GObject *object)
{
  SoleusAthleteEditorPage *self = SOLEUS_ATHLETE_EDITOR_PAGE (object);

  g_clear_object (&self->name);
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_ATHLETE_EDITOR_PAGE);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (soleus_athlete_editor_page_parent_class)->dispose (object);
}

static void
soleus_athlete_editor_page_class_init (SoleusAthleteEditorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SoleusEditorClass *editor_class = SOLEUS_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_athlete_editor_page_dispose;
  widget_class->grab_focus = soleus_athlete_editor_page_grab_focus;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_athlete_editor_page_clinic_set;
  editor_class->collect = soleus_athlete_editor_page_collect;
  editor_class->restore = soleus_athlete_editor_page_restore;
  editor_class->save = soleus_athlete_editor_page_save;

  g_type_ensure (SOLEUS_TYPE_COLUMNS);
  g_type_ensure (SOLEUS_TYPE_EDITOR_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-athlete-editor-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusAthleteEditorPage, header);
  gtk_widget_class_bind_template_child (widget_class, SoleusAthleteEditorPage, issues);
  gtk_widget_class_bind_template_child (widget_class, SoleusAthleteEditorPage, left);
  gtk_widget_class_bind_template_child (widget_class, SoleusAthleteEditorPage, right);
}

static void
soleus_athlete_editor_page_init (SoleusAthleteEditorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
