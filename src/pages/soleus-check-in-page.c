#include "soleus-config.h"

#include "soleus-check-in-page.h"

#include <glib/gi18n-lib.h>

#include "soleus-answer-row.h"
#include "soleus-card.h"
#include "soleus-columns.h"
#include "soleus-date-entry.h"
#include "soleus-day-records.h"
#include "soleus-error.h"
#include "soleus-field-binding.h"
#include "soleus-form-row.h"
#include "soleus-number-entry.h"
#include "soleus-pain-scale.h"

struct _SoleusCheckInPage {
  SoleusEditor         parent_instance;

  SoleusEditorHeader  *header;
  GtkLabel            *issues;
  GtkLabel            *cramp;
  GtkWidget           *left;
  GtkWidget           *right;
  GtkWidget           *next;

  GtkLabel            *mass_change; /* derived: text, not a field */
  GtkLabel            *load;
  GtkWidget           *note;
  GtkDropDown         *shoe;
  GtkDropDown         *surface;

  SoleusDraft         *check_in;
  SoleusDraft         *session;
  GPtrArray           *shoes;       /* (element-type SoleusRecord) */
  char                *athlete_id;
  char                *date;
  gboolean             syncing;
};

G_DEFINE_FINAL_TYPE (SoleusCheckInPage, soleus_check_in_page, SOLEUS_TYPE_EDITOR)

typedef enum { ROW_NUMBER, ROW_SCALE, ROW_SWATCHES, ROW_ANSWER, ROW_MASS_CHANGE, ROW_LOAD, ROW_SHOE, ROW_SURFACE } RowType;

/* One row a field: a new field of a day is a new row here. */
typedef struct {
  gboolean    right;    /* column */
  const char *card;     /* (nullable) N_(): begins a new card */
  RowType     type;
  gboolean    session;  /* of the training session, else of the check-in */
  const char *field;    /* (nullable) for derived rows */
  const char *title;    /* N_() */
  const char *subtitle; /* (nullable) N_() */
  int         minimum, maximum;
} Row;

static const Row rows[] = {
  { FALSE, N_("Fluids"), ROW_NUMBER, FALSE, "fluid-ml", N_("Drunk that day") },
  { FALSE, NULL, ROW_SWATCHES, FALSE, "urine-colour", N_("Urine colour"), N_("8-colour chart, first in the morning"), 1, 8 },
  { FALSE, NULL, ROW_NUMBER, FALSE, "mass-before-kg", N_("Body mass before"), N_("before the session") },
  { FALSE, NULL, ROW_NUMBER, FALSE, "mass-after-kg", N_("Body mass after"), N_("after the session") },
  { FALSE, NULL, ROW_MASS_CHANGE, FALSE, NULL, NULL },
  { FALSE, NULL, ROW_NUMBER, FALSE, "caffeine-mg", N_("Caffeine") },
  { FALSE, NULL, ROW_NUMBER, FALSE, "alcohol-units", N_("Alcohol") },
  { FALSE, N_("The calves"), ROW_SCALE, FALSE, "soreness", N_("Soreness"), N_("0 none, 10 worst"), 0, 10 },
  { FALSE, NULL, ROW_SCALE, FALSE, "tightness", N_("Tightness"), N_("0 loose, 10 very tight"), 0, 10 },
  { TRUE, N_("Sleep"), ROW_NUMBER, FALSE, "sleep-hours", N_("Slept") },
  { TRUE, NULL, ROW_SCALE, FALSE, "sleep-quality", N_("How well"), N_("1 badly, 5 very well"), 1, 5 },
  { TRUE, N_("Training"), ROW_NUMBER, TRUE, "minutes", N_("Session") },
  { TRUE, NULL, ROW_SCALE, TRUE, "rpe", N_("How hard"), N_("0 rest, 10 all out"), 0, 10 },
  { TRUE, NULL, ROW_LOAD, TRUE, NULL, NULL },
  { TRUE, N_("Shoes and ground"), ROW_SHOE, TRUE, NULL, N_("Shoes") },
  { TRUE, NULL, ROW_SURFACE, TRUE, NULL, N_("Surface") },
  { TRUE, N_("Food, recovery, surroundings"), ROW_SCALE, FALSE, "carbohydrate", N_("Carbohydrate"), N_("1 little, 5 plenty"), 1, 5 },
  { TRUE, NULL, ROW_SCALE, FALSE, "recovery", N_("Recovered"), N_("1 not at all, 5 fully"), 1, 5 },
  { TRUE, NULL, ROW_NUMBER, FALSE, "temperature-c", N_("Air temperature") },
  { TRUE, NULL, ROW_NUMBER, FALSE, "humidity-percent", N_("Humidity") },
  { TRUE, NULL, ROW_NUMBER, FALSE, "travel-hours", N_("Travel") },
  { TRUE, NULL, ROW_ANSWER, FALSE, "ill", N_("Ill") },
};

static SoleusDraft *
get_draft (SoleusCheckInPage *self,
           gboolean           session)
{
  return session ? self->session : self->check_in;
}

/* Mass change after the NATA statement: (before − after) ÷ before (clinical.md 3.6); a gain is a warning of drinking too much. */
static void
show_mass_change (SoleusCheckInPage *self)
{
  SoleusRecord *record = soleus_draft_get_current (self->check_in);
  double before = soleus_record_get_real (record, "mass-before-kg");
  double after = soleus_record_get_real (record, "mass-after-kg");
  g_autofree char *text = NULL;

  if (soleus_real_is_known (before) && soleus_real_is_known (after) && before > 0)
    {
      double percent = (before - after) / before * 100;

      if (percent > 0)
        text = g_strdup_printf (_("%.1f %% lighter after the session. The link to cramp is weak."), percent);
      else if (percent < 0)
        text = g_strdup_printf (_("%.1f %% heavier after the session: more was drunk than lost."), -percent);
      else
        text = g_strdup (_("The same before and after."));
    }
  gtk_label_set_label (self->mass_change, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->mass_change), text != NULL);
}

/* Load is session RPE × minutes (clinical.md 3.5). */
static void
show_load (SoleusCheckInPage *self)
{
  SoleusRecord *record = soleus_draft_get_current (self->session);
  double minutes = soleus_record_get_real (record, "minutes");
  double rpe = soleus_record_get_real (record, "rpe");
  g_autofree char *text = NULL;

  if (soleus_real_is_known (minutes) && soleus_real_is_known (rpe))
    text = g_strdup_printf (_("Load %.0f AU: %g min × %g"), minutes * rpe, minutes, rpe);
  gtk_label_set_label (self->load, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->load), text != NULL);
}

static void
show_choices (SoleusCheckInPage *self)
{
  SoleusRecord *session = soleus_draft_get_current (self->session);
  const SoleusCatalogue *surfaces = soleus_catalogue_get_surfaces ();
  const char *shoe = soleus_record_get_text (session, "shoe");
  const char *surface = soleus_record_get_text (session, "surface");
  guint shoe_position = 0, surface_position = 0;

  for (guint i = 0; i < self->shoes->len; i++)
    if (g_strcmp0 (soleus_record_get_id (self->shoes->pdata[i]), shoe) == 0)
      shoe_position = i + 1;
  for (gsize i = 0; i < surfaces->n_rows; i++)
    if (g_strcmp0 (surfaces->rows[i].id, surface) == 0)
      surface_position = i + 1;
  self->syncing = TRUE;
  gtk_drop_down_set_selected (self->shoe, shoe_position);
  gtk_drop_down_set_selected (self->surface, surface_position);
  self->syncing = FALSE;
}

static void
choice_selected_cb (SoleusCheckInPage *self)
{
  SoleusRecord *session = soleus_draft_get_current (self->session);
  guint shoe = gtk_drop_down_get_selected (self->shoe);
  guint surface = gtk_drop_down_get_selected (self->surface);

  if (self->syncing)
    return;
  self->syncing = TRUE;
  soleus_record_set_text (session, "shoe", shoe > 0 && shoe <= self->shoes->len ? soleus_record_get_id (self->shoes->pdata[shoe - 1]) : NULL);
  soleus_record_set_text (session, "surface", surface > 0 ? soleus_catalogue_get_surfaces ()->rows[surface - 1].id : NULL);
  self->syncing = FALSE;
}

static void
draft_changed_cb (SoleusCheckInPage *self)
{
  show_mass_change (self);
  show_load (self);
  if (!self->syncing)
    show_choices (self);
  soleus_editor_touch (SOLEUS_EDITOR (self));
}

static GtkLabel *
new_derived (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "derived");
  return GTK_LABEL (label);
}

static GtkDropDown *
new_choice (SoleusCheckInPage *self,
            GtkStringList     *names)
{
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (names), NULL);

  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (choice_selected_cb), self, G_CONNECT_SWAPPED);
  return GTK_DROP_DOWN (choice);
}

static GtkWidget *
new_shoe_choice (SoleusCheckInPage *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Unknown"));
  for (guint i = 0; i < self->shoes->len; i++)
    gtk_string_list_append (names, soleus_record_get_text (self->shoes->pdata[i], "name"));
  self->shoe = new_choice (self, names);
  return GTK_WIDGET (self->shoe);
}

static GtkWidget *
new_surface_choice (SoleusCheckInPage *self)
{
  const SoleusCatalogue *surfaces = soleus_catalogue_get_surfaces ();
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Unknown"));
  for (gsize i = 0; i < surfaces->n_rows; i++)
    gtk_string_list_append (names, soleus_catalogue_row_get_label (&surfaces->rows[i]));
  self->surface = new_choice (self, names);
  return GTK_WIDGET (self->surface);
}

static GtkWidget *
new_control (SoleusCheckInPage *self,
             const Row         *row)
{
  const SoleusField *field = row->field != NULL ? soleus_record_find_field (soleus_draft_get_current (get_draft (self, row->session)), row->field) : NULL;
  GtkWidget *control;

  switch (row->type)
    {
    case ROW_NUMBER:
      control = soleus_number_entry_new (_(row->title), field->unit != NULL ? _(field->unit) : NULL, field->minimum, field->maximum);
      break;
    case ROW_SCALE:
      control = g_object_new (SOLEUS_TYPE_PAIN_SCALE, "minimum", row->minimum, "maximum", row->maximum, "with-unknown", FALSE, NULL);
      break;
    case ROW_SWATCHES:
      control = g_object_new (SOLEUS_TYPE_PAIN_SCALE, "minimum", row->minimum, "maximum", row->maximum, "with-unknown", FALSE, "swatches", TRUE, NULL);
      break;
    case ROW_SHOE:
      return new_shoe_choice (self);
    case ROW_SURFACE:
      return new_surface_choice (self);
    case ROW_ANSWER:
    case ROW_MASS_CHANGE:
    case ROW_LOAD:
    default:
      g_assert_not_reached ();
    }
  soleus_field_bind (get_draft (self, row->session), row->field, control);
  return control;
}

static GtkWidget *
new_row (SoleusCheckInPage *self,
         const Row         *row)
{
  GtkWidget *widget;

  if (row->type == ROW_MASS_CHANGE)
    return GTK_WIDGET (self->mass_change = new_derived ());
  if (row->type == ROW_LOAD)
    return GTK_WIDGET (self->load = new_derived ());
  if (row->type == ROW_ANSWER)
    {
      widget = soleus_answer_row_new (_(row->title));
      soleus_field_bind (get_draft (self, row->session), row->field, widget);
      return widget;
    }
  widget = soleus_form_row_new (_(row->title), new_control (self, row));
  g_object_set (widget, "control-end", TRUE, NULL);
  if (row->subtitle != NULL)
    g_object_set (widget, "subtitle", _(row->subtitle), NULL);
  return widget;
}

static void
build_rows (SoleusCheckInPage *self)
{
  GtkWidget *card = NULL;
  GtkWidget *note_card = soleus_card_new (_("Notes"));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *widget;

      if (rows[i].card != NULL)
        {
          card = soleus_card_new (_(rows[i].card));
          gtk_box_append (GTK_BOX (rows[i].right ? self->right : self->left), card);
        }
      widget = new_row (self, &rows[i]);
      gtk_widget_add_css_class (widget, "editor-row");
      if (rows[i].card != NULL)
        gtk_widget_add_css_class (widget, "first");
      gtk_box_append (GTK_BOX (card), widget);
    }
  self->note = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->note), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->note), FALSE);
  gtk_widget_set_size_request (self->note, -1, 48);
  gtk_widget_add_css_class (self->note, "card-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->note), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Notes"), -1);
  soleus_field_bind (self->check_in, "note", self->note);
  gtk_box_append (GTK_BOX (note_card), self->note);
  gtk_box_append (GTK_BOX (self->left), note_card);
}

static GVariant *
soleus_check_in_page_collect (SoleusEditor *editor)
{
  SoleusCheckInPage *self = SOLEUS_CHECK_IN_PAGE (editor);

  return g_variant_new ("(@a{sv}@a{sv})", soleus_draft_to_variant (self->check_in), soleus_draft_to_variant (self->session));
}

static gboolean
soleus_check_in_page_restore (SoleusEditor  *editor,
                              GVariant      *content,
                              GError       **error)
{
  SoleusCheckInPage *self = SOLEUS_CHECK_IN_PAGE (editor);
  g_autoptr (GVariant) check_in = NULL;
  g_autoptr (GVariant) session = NULL;

  if (!g_variant_is_of_type (content, G_VARIANT_TYPE ("(a{sv}a{sv})")))
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The kept draft was written by another version and cannot be read."));
      return FALSE;
    }
  g_variant_get (content, "(@a{sv}@a{sv})", &check_in, &session);
  return soleus_draft_restore (self->check_in, check_in, error) && soleus_draft_restore (self->session, session, error);
}

/* Adds what was entered; a new record in which nothing is known is not stored. */
static gboolean
add_if_known (SoleusCheckInPage  *self,
              SoleusDraft        *draft,
              SoleusChange       *change,
              GError            **error)
{
  SoleusRecord *current = soleus_draft_get_current (draft);
  g_autoptr (SoleusRecord) record = NULL;

  if (!soleus_draft_is_modified (draft) ||
      (soleus_record_get_revision (current) == 0 && soleus_day_record_is_empty (current)))
    return TRUE;
  record = soleus_record_copy (current);
  if (!soleus_record_check (record, soleus_clinic_get_now (soleus_page_get_clinic (SOLEUS_PAGE (self))), error))
    return FALSE;
  soleus_change_add (change, record);
  return TRUE;
}

static gboolean
soleus_check_in_page_save (SoleusEditor  *editor,
                           GError       **error)
{
  SoleusCheckInPage *self = SOLEUS_CHECK_IN_PAGE (editor);
  g_autoptr (SoleusChange) change = soleus_change_new ();

  if (!add_if_known (self, self->check_in, change, error) || !add_if_known (self, self->session, change, error) ||
      !soleus_clinic_commit (soleus_page_get_clinic (SOLEUS_PAGE (self)), change, error))
    return FALSE;
  soleus_editor_forget (editor);
  soleus_page_toast_undo (SOLEUS_PAGE (self), _("Check-in saved"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
  return TRUE;
}

static void
show_other (SoleusCheckInPage *self,
            int                days)
{
  g_autofree char *date = soleus_date_add_days (self->date, days);

  soleus_page_show (SOLEUS_PAGE (self), "check-in:%s:%s", self->athlete_id, date);
}

static void
previous_cb (SoleusCheckInPage *self)
{
  show_other (self, -1);
}

static void
next_cb (SoleusCheckInPage *self)
{
  show_other (self, 1);
}

static void
week_cb (SoleusCheckInPage *self)
{
  soleus_page_show (SOLEUS_PAGE (self), "check-in-week:%s:%s", self->athlete_id, self->date);
}

/* says that the athlete cramped that day */
static void
show_cramp (SoleusCheckInPage *self)
{
  g_autoptr (GPtrArray) episodes = soleus_clinic_list_of_athlete (soleus_page_get_clinic (SOLEUS_PAGE (self)), &soleus_episode_kind, self->athlete_id, NULL);

  for (guint i = 0; episodes != NULL && i < episodes->len; i++)
    {
      g_autofree char *date = soleus_moment_dup_date (soleus_record_get_moment (episodes->pdata[i], "onset"));

      if (g_str_equal (date, self->date))
        {
          g_autofree char *text = g_strdup_printf (_("Cramp that day, %s"),
                                                   soleus_enum_get_label (SOLEUS_TYPE_SIDE, soleus_record_get_enum (episodes->pdata[i], "side")));

          gtk_label_set_label (self->cramp, text);
          gtk_widget_set_visible (GTK_WIDGET (self->cramp), TRUE);
          return;
        }
    }
}

static SoleusDraft *
load_draft (SoleusCheckInPage       *self,
            const SoleusRecordKind  *kind)
{
  g_autoptr (SoleusRecord) record = soleus_day_find_record (soleus_page_get_clinic (SOLEUS_PAGE (self)), kind, self->athlete_id, self->date, NULL);

  if (record == NULL)
    record = soleus_day_new_record (kind, self->athlete_id, self->date);
  return soleus_draft_new (record);
}

static void
soleus_check_in_page_clinic_set (SoleusPage   *page,
                                 SoleusClinic *clinic)
{
  SoleusCheckInPage *self = SOLEUS_CHECK_IN_PAGE (page);
  const char *target = soleus_page_get_target (page) != NULL ? soleus_page_get_target (page) : "";
  g_auto (GStrv) parts = g_strsplit (target, ":", 2);
  g_autofree char *today = soleus_instant_dup_local_date (soleus_clinic_get_now (clinic));
  g_autofree char *key = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *title = NULL;
  g_autoptr (SoleusRecord) athlete = NULL;
  const char *name;

  self->athlete_id = g_strdup (parts[0] != NULL ? parts[0] : "");
  self->date = g_strdup (parts[0] != NULL && soleus_date_is_valid (parts[1]) ? parts[1] : today);
  athlete = soleus_clinic_find (clinic, &soleus_athlete_kind, self->athlete_id, NULL);
  name = athlete != NULL ? soleus_record_get_text (athlete, "name") : "";
  self->shoes = soleus_clinic_list_of_athlete (clinic, &soleus_shoe_kind, self->athlete_id, NULL);
  if (self->shoes == NULL)
    self->shoes = g_ptr_array_new_with_free_func (g_object_unref);
  self->check_in = load_draft (self, &soleus_check_in_kind);
  self->session = load_draft (self, &soleus_session_kind);

  shown = soleus_date_format (self->date);
  title = g_strdup_printf (_("Check-In, %s"), shown);
  g_object_set (self->header, "title", title, "subtitle", name, NULL);
  soleus_page_set_title (page, title);
  gtk_widget_set_sensitive (self->next, g_strcmp0 (self->date, today) < 0);
  build_rows (self);
  show_cramp (self);
  draft_changed_cb (self);
  g_signal_connect_object (self->check_in, "changed", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  key = g_strdup_printf ("check-in:%s:%s", self->athlete_id, self->date);
  soleus_editor_start (SOLEUS_EDITOR (self), self->header, self->issues, key, "check-in", self->athlete_id, title);
}

static void
soleus_check_in_page_dispose (GObject *object)
{
  SoleusCheckInPage *self = SOLEUS_CHECK_IN_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_CHECK_IN_PAGE);
  g_clear_object (&self->check_in);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shoes, g_ptr_array_unref);
  g_clear_pointer (&self->athlete_id, g_free);
  g_clear_pointer (&self->date, g_free);

  G_OBJECT_CLASS (soleus_check_in_page_parent_class)->dispose (object);
}

static void
soleus_check_in_page_class_init (SoleusCheckInPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SoleusEditorClass *editor_class = SOLEUS_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_check_in_page_dispose;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_check_in_page_clinic_set;
  editor_class->collect = soleus_check_in_page_collect;
  editor_class->restore = soleus_check_in_page_restore;
  editor_class->save = soleus_check_in_page_save;

  g_type_ensure (SOLEUS_TYPE_COLUMNS);
  g_type_ensure (SOLEUS_TYPE_EDITOR_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-check-in-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusCheckInPage, header);
  gtk_widget_class_bind_template_child (widget_class, SoleusCheckInPage, issues);
  gtk_widget_class_bind_template_child (widget_class, SoleusCheckInPage, cramp);
  gtk_widget_class_bind_template_child (widget_class, SoleusCheckInPage, left);
  gtk_widget_class_bind_template_child (widget_class, SoleusCheckInPage, right);
  gtk_widget_class_bind_template_child (widget_class, SoleusCheckInPage, next);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, week_cb);
}

static void
soleus_check_in_page_init (SoleusCheckInPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
