#include "soleus-config.h"

#include "soleus-check-in-page.h"

#include <glib/gi18n-lib.h>

#include "soleus-answer-row.h"
#include "soleus-card.h"
#include "soleus-check-in.h"
#include "soleus-choice-chips.h"
#include "soleus-columns.h"
#include "soleus-clinic-day.h"
#include "soleus-date-entry.h"
#include "soleus-day-reading.h"
#include "soleus-day-records.h"
#include "soleus-error.h"
#include "soleus-field-binding.h"
#include "soleus-form-row.h"
#include "soleus-number-entry.h"
#include "soleus-pain-scale.h"
#include "soleus-session-list.h"

#define N_READINGS (SOLEUS_DAY_READING_HEAT + 1)

struct _SoleusCheckInPage {
  SoleusEditor         parent_instance;

  SoleusEditorHeader  *header;
  GtkLabel            *issues;
  GtkLabel            *cramp;
  GtkWidget           *left;
  GtkWidget           *right;
  GtkWidget           *next;
  GtkWidget           *take;

  GtkWidget           *readings[N_READINGS]; /* derived: text, not a field */
  GPtrArray           *offering; /* (element-type SoleusNumberEntry) that offer a last value */
  SoleusSessionList   *sessions;

  SoleusDraft         *check_in;
  SoleusRecord        *athlete;  /* (nullable) */
  char                *athlete_id;
  char                *date;
};

G_DEFINE_FINAL_TYPE (SoleusCheckInPage, soleus_check_in_page, SOLEUS_TYPE_EDITOR)

typedef enum { ROW_NUMBER, ROW_SCALE, ROW_SWATCHES, ROW_ANSWER, ROW_CHOICE, ROW_READING, ROW_SESSIONS } RowType;

/* shown for those who agreed to it, and for nobody else */
#define CYCLE_PHASE "cycle-phase"

/* One row a field: a new field of a day is a new row here. A blank sheet for athletes has the same order. */
typedef struct {
  gboolean    right;    /* column */
  RowType     type;
  const char *card;     /* (nullable) N_(): begins a new card */
  const char *field;    /* (nullable) for what is no field */
  const char *title;    /* N_() */
  const char *subtitle; /* (nullable) N_() */
  int         minimum, maximum;
  gboolean    carried;  /* the last known value is offered */
  int         reading;  /* SoleusDayReading */
} Row;

static const Row rows[] = {
  { FALSE, ROW_NUMBER, N_("Fluids"), "fluid-ml", N_("Drunk that day") },
  { FALSE, ROW_SWATCHES, NULL, "urine-colour", N_("Urine colour"), N_("8-colour chart (Armstrong 1994)"), 1, 8 },
  { FALSE, ROW_CHOICE, NULL, "urine-chart", N_("Read from") },
  { FALSE, ROW_READING, NULL, .reading = SOLEUS_DAY_READING_URINE },
  { FALSE, ROW_NUMBER, NULL, "mass-before-kg", N_("Body mass before"), N_("before the session"), .carried = TRUE },
  { FALSE, ROW_NUMBER, NULL, "mass-after-kg", N_("Body mass after"), N_("after the session") },
  { FALSE, ROW_READING, NULL, .reading = SOLEUS_DAY_READING_MASS },
  { FALSE, ROW_NUMBER, NULL, "drunk-between-ml", N_("Drunk between weighings"), N_("for the sweat rate; 0 if nothing") },
  { FALSE, ROW_NUMBER, NULL, "urine-between-ml", N_("Urine between weighings"), N_("0 if none") },
  { FALSE, ROW_NUMBER, NULL, "minutes-between", N_("Time between weighings") },
  { FALSE, ROW_READING, NULL, .reading = SOLEUS_DAY_READING_SWEAT },
  { FALSE, ROW_NUMBER, NULL, "caffeine-mg", N_("Caffeine") },
  { FALSE, ROW_READING, NULL, .reading = SOLEUS_DAY_READING_CAFFEINE },
  { FALSE, ROW_NUMBER, NULL, "alcohol-units", N_("Alcohol") },
  { FALSE, ROW_NUMBER, N_("Sleep"), "sleep-hours", N_("Slept") },
  { FALSE, ROW_READING, NULL, .reading = SOLEUS_DAY_READING_SLEEP },
  { FALSE, ROW_SCALE, NULL, "sleep-quality", N_("How well"), N_("1 badly, 5 very well"), 1, 5 },
  { FALSE, ROW_SCALE, N_("The calves"), "soreness", N_("Soreness"), N_("0 none, 10 worst"), 0, 10 },
  { FALSE, ROW_SCALE, NULL, "tightness", N_("Tightness"), N_("0 loose, 10 very tight"), 0, 10 },
  { TRUE, ROW_SESSIONS, N_("Training, shoes and ground") },
  { TRUE, ROW_SCALE, N_("Food, recovery, surroundings"), "carbohydrate", N_("Carbohydrate"), N_("1 little, 5 plenty"), 1, 5 },
  { TRUE, ROW_SCALE, NULL, "recovery", N_("Recovered"), N_("1 not at all, 5 fully"), 1, 5 },
  { TRUE, ROW_NUMBER, NULL, "temperature-c", N_("Air temperature"), N_("in the shade") },
  { TRUE, ROW_NUMBER, NULL, "humidity-percent", N_("Humidity") },
  { TRUE, ROW_READING, NULL, .reading = SOLEUS_DAY_READING_HEAT },
  { TRUE, ROW_NUMBER, NULL, "travel-hours", N_("Travel") },
  { TRUE, ROW_ANSWER, NULL, "ill", N_("Ill") },
  { TRUE, ROW_CHOICE, NULL, CYCLE_PHASE, N_("Menstrual phase"), N_("recorded because the athlete agreed; no link to cramp is established") },
};

static void
show_readings (SoleusCheckInPage *self)
{
  g_autoptr (GPtrArray) sessions = soleus_session_list_list_records (self->sessions);
  SoleusDay day;

  soleus_day_init (&day);
  soleus_day_read_check_in (&day, soleus_draft_get_current (self->check_in));
  soleus_day_read_sessions (&day, sessions);
  if (self->athlete != NULL)
    soleus_day_read_athlete (&day, self->athlete, self->date);
  for (int i = 0; i < N_READINGS; i++)
    {
      g_autofree char *text = soleus_day_dup_reading (&day, i);

      gtk_label_set_label (GTK_LABEL (self->readings[i]), text != NULL ? text : "");
      gtk_widget_set_visible (self->readings[i], text != NULL);
    }
}

static void
changed_cb (SoleusCheckInPage *self)
{
  show_readings (self);
  soleus_editor_touch (SOLEUS_EDITOR (self));
}

static GtkWidget *
new_reading (void)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, NULL);

  gtk_widget_add_css_class (label, "derived");
  return label;
}

static GtkWidget *
new_control (SoleusCheckInPage *self,
             const Row         *row)
{
  const SoleusField *field = soleus_record_find_field (soleus_draft_get_current (self->check_in), row->field);
  GtkWidget *control;

  if (row->type == ROW_NUMBER)
    {
      control = soleus_number_entry_new (_(row->title), field->unit != NULL ? _(field->unit) : NULL, field->minimum, field->maximum);
      if (row->carried)
        g_ptr_array_add (self->offering, g_object_ref_sink (control));
    }
  else
    control = g_object_new (SOLEUS_TYPE_PAIN_SCALE, "minimum", row->minimum, "maximum", row->maximum, "with-unknown", FALSE,
                            "swatches", row->type == ROW_SWATCHES, NULL);
  soleus_field_bind (self->check_in, row->field, control);
  return control;
}

static GtkWidget *
new_choice (SoleusCheckInPage *self,
            const Row         *row)
{
  const SoleusField *field = soleus_record_find_field (soleus_draft_get_current (self->check_in), row->field);
  GtkWidget *chips = soleus_choice_chips_new ();
  GtkWidget *widget;

  soleus_choice_chips_set_catalogue (SOLEUS_CHOICE_CHIPS (chips), field->catalogue (), NULL);
  g_object_set (chips, "title", _(row->title), NULL);
  soleus_field_bind (self->check_in, row->field, chips);
  widget = soleus_form_row_new (_(row->title), chips);
  if (row->subtitle != NULL)
    g_object_set (widget, "subtitle", _(row->subtitle), NULL);
  return widget;
}

static gboolean
is_shown (SoleusCheckInPage *self,
          const Row         *row)
{
  return g_strcmp0 (row->field, CYCLE_PHASE) != 0 ||
         (self->athlete != NULL && soleus_record_is_known (self->athlete, "cycle-consent-on"));
}

static GtkWidget *
new_row (SoleusCheckInPage *self,
         const Row         *row)
{
  GtkWidget *widget;

  switch (row->type)
    {
    case ROW_READING:
      return self->readings[row->reading] = new_reading ();
    case ROW_SESSIONS:
      widget = soleus_session_list_new (soleus_page_get_clinic (SOLEUS_PAGE (self)), self->athlete_id, self->date);
      self->sessions = SOLEUS_SESSION_LIST (widget);
      return widget;
    case ROW_ANSWER:
      widget = soleus_answer_row_new (_(row->title));
      soleus_field_bind (self->check_in, row->field, widget);
      break;
    case ROW_CHOICE:
      widget = new_choice (self, row);
      break;
    case ROW_NUMBER:
    case ROW_SCALE:
    case ROW_SWATCHES:
    default:
      widget = soleus_form_row_new (_(row->title), new_control (self, row));
      g_object_set (widget, "control-end", TRUE, NULL);
      if (row->subtitle != NULL)
        g_object_set (widget, "subtitle", _(row->subtitle), NULL);
    }
  gtk_widget_add_css_class (widget, "editor-row");
  return widget;
}

static void
build_notes (SoleusCheckInPage *self)
{
  GtkWidget *card = soleus_card_new (_("Notes"));
  GtkWidget *note = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (note), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (note), FALSE);
  gtk_widget_set_size_request (note, -1, 48);
  gtk_widget_add_css_class (note, "card-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (note), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Notes"), -1);
  soleus_field_bind (self->check_in, "note", note);
  gtk_box_append (GTK_BOX (card), note);
  gtk_box_append (GTK_BOX (self->right), card);
}

static void
build_rows (SoleusCheckInPage *self)
{
  GtkWidget *card = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *widget = is_shown (self, &rows[i]) ? new_row (self, &rows[i]) : NULL;

      if (widget == NULL)
        continue;
      if (rows[i].card != NULL)
        {
          card = soleus_card_new (_(rows[i].card));
          gtk_box_append (GTK_BOX (rows[i].right ? self->right : self->left), card);
          gtk_widget_add_css_class (widget, "first");
        }
      gtk_box_append (GTK_BOX (card), widget);
    }
  build_notes (self);
}

/* The newest known value before this day, and of which day it is. */
static SoleusRecord *
find_last (SoleusCheckInPage *self,
           const char        *field)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_check_in_kind);
  g_autoptr (GPtrArray) found = NULL;

  soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, self->athlete_id);
  soleus_query_where_text (query, "date", SOLEUS_QUERY_LESS, self->date);
  soleus_query_where_known (query, field, TRUE);
  soleus_query_order_by (query, "date", TRUE);
  soleus_query_set_limit (query, 1, 0);
  found = soleus_clinic_list (soleus_page_get_clinic (SOLEUS_PAGE (self)), query, NULL);
  return found != NULL && found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
}

/* Offers the last values: visible as such, and part of the check-in only once they are taken. */
static void
offer_carried (SoleusCheckInPage *self)
{
  guint n = 0;

  for (gsize i = 0, offered = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].carried)
      {
        g_autoptr (SoleusRecord) last = find_last (self, rows[i].field);
        SoleusNumberEntry *entry = self->offering->pdata[offered++];
        GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (entry), SOLEUS_TYPE_FORM_ROW);
        g_autofree char *date = last != NULL ? soleus_date_format (soleus_record_get_text (last, "date")) : NULL;
        g_autofree char *told = NULL;

        if (last == NULL)
          continue;
        told = g_strdup_printf (_("%s; in italics: carried forward from %s"), _(rows[i].subtitle), date);
        soleus_number_entry_set_offered (entry, soleus_record_get_real (last, rows[i].field));
        g_object_set (row, "subtitle", told, NULL);
        n++;
      }
  gtk_widget_set_visible (self->take, n > 0);
}

static void
take_cb (SoleusCheckInPage *self)
{
  for (guint i = 0; i < self->offering->len; i++)
    soleus_number_entry_take_offered (self->offering->pdata[i]);
}

static GVariant *
soleus_check_in_page_collect (SoleusEditor *editor)
{
  SoleusCheckInPage *self = SOLEUS_CHECK_IN_PAGE (editor);

  return g_variant_new ("(@a{sv}@aa{sv})", soleus_draft_to_variant (self->check_in), soleus_session_list_collect (self->sessions));
}

static gboolean
soleus_check_in_page_restore (SoleusEditor  *editor,
                              GVariant      *content,
                              GError       **error)
{
  SoleusCheckInPage *self = SOLEUS_CHECK_IN_PAGE (editor);
  g_autoptr (GVariant) check_in = NULL;
  g_autoptr (GVariant) sessions = NULL;

  if (g_variant_is_of_type (content, G_VARIANT_TYPE ("(a{sv}a{sv})"))) /* kept when a day had one session */
    {
      GVariant *session = g_variant_get_child_value (content, 1);

      check_in = g_variant_get_child_value (content, 0);
      sessions = g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE_VARDICT, &session, 1));
      g_variant_unref (session);
    }
  else if (g_variant_is_of_type (content, G_VARIANT_TYPE ("(a{sv}aa{sv})")))
    g_variant_get (content, "(@a{sv}@aa{sv})", &check_in, &sessions);
  else
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The kept draft was written by another version and cannot be read."));
      return FALSE;
    }
  return soleus_draft_restore (self->check_in, check_in, error) && soleus_session_list_restore (self->sessions, sessions, error);
}

/* Adds what was entered; a new check-in in which nothing is known is not stored. */
static gboolean
add_check_in (SoleusCheckInPage  *self,
              SoleusChange       *change,
              GError            **error)
{
  SoleusRecord *current = soleus_draft_get_current (self->check_in);
  g_autoptr (SoleusRecord) record = NULL;

  if (!soleus_draft_is_modified (self->check_in) ||
      (soleus_record_get_revision (current) == 0 && soleus_day_record_is_empty (current)))
    return TRUE;
  record = soleus_record_copy (current);
  soleus_check_in_note_chart (record);
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

  if (!add_check_in (self, change, error) || !soleus_session_list_add_to_change (self->sessions, change, error) ||
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
load_draft (SoleusCheckInPage *self)
{
  g_autoptr (SoleusRecord) record = soleus_day_find_record (soleus_page_get_clinic (SOLEUS_PAGE (self)), &soleus_check_in_kind, self->athlete_id, self->date, NULL);

  if (record == NULL)
    record = soleus_day_new_record (&soleus_check_in_kind, self->athlete_id, self->date);
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
  g_autofree char *subtitle = NULL;

  self->athlete_id = g_strdup (parts[0] != NULL ? parts[0] : "");
  self->date = g_strdup (parts[0] != NULL && soleus_date_is_valid (parts[1]) ? parts[1] : today);
  self->athlete = soleus_clinic_find (clinic, &soleus_athlete_kind, self->athlete_id, NULL);
  self->offering = g_ptr_array_new_with_free_func (g_object_unref);
  self->check_in = load_draft (self);

  shown = soleus_date_format (self->date);
  title = g_strdup_printf (_("Check-In, %s"), shown);
  subtitle = g_strdup_printf (_("Check-in · %s"), self->athlete != NULL ? soleus_record_get_text (self->athlete, "name") : "");
  g_object_set (self->header, "title", shown, "subtitle", subtitle, NULL);
  soleus_page_set_title (page, title);
  gtk_widget_set_sensitive (self->next, g_strcmp0 (self->date, today) < 0);
  build_rows (self);
  show_cramp (self);
  show_readings (self);
  offer_carried (self);
  g_signal_connect_object (self->check_in, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sessions, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  key = g_strdup_printf ("check-in:%s:%s", self->athlete_id, self->date);
  soleus_editor_start (SOLEUS_EDITOR (self), self->header, self->issues, key, "check-in", self->athlete_id, title);
}

static void
soleus_check_in_page_dispose (GObject *object)
{
  SoleusCheckInPage *self = SOLEUS_CHECK_IN_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_CHECK_IN_PAGE);
  g_clear_object (&self->check_in);
  g_clear_object (&self->athlete);
  g_clear_pointer (&self->offering, g_ptr_array_unref);
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
  gtk_widget_class_bind_template_child (widget_class, SoleusCheckInPage, take);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, week_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
}

static void
soleus_check_in_page_init (SoleusCheckInPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
