#include "soleus-config.h"

#include "soleus-factors-tab.h"

#include <glib/gi18n-lib.h>

#include "soleus-card.h"
#include "soleus-columns.h"
#include "soleus-date-entry.h"
#include "soleus-day-factors-card.h"
#include "soleus-factor-row.h"
#include "soleus-load-card.h"
#include "soleus-look-back-card.h"
#include "soleus-record-line.h"
#include "soleus-tests-card.h"
#include "soleus-wrap-layout.h"

/* check-ins in the list; the week grid shows the others */
#define N_CHECK_INS 5

struct _SoleusFactorsTab {
  SoleusAthleteTab  parent_instance;
  GtkWidget        *top;
  SoleusCard       *check_ins;
  GtkWidget        *day;
  GtkWidget        *load;
  GtkWidget        *look_back;
  GtkWidget        *tests;
  SoleusColumns    *groups;
  gboolean          saving;
};

G_DEFINE_FINAL_TYPE (SoleusFactorsTab, soleus_factors_tab, SOLEUS_TYPE_ATHLETE_TAB)

static const char *
get_athlete_id (SoleusFactorsTab *self)
{
  return soleus_athlete_tab_get_athlete_id (SOLEUS_ATHLETE_TAB (self));
}

static SoleusClinic *
get_clinic (SoleusFactorsTab *self)
{
  return soleus_athlete_tab_get_clinic (SOLEUS_ATHLETE_TAB (self));
}

/* Returns: (transfer full): "2100 ml · slept 5.5 h · urine colour 3"; what is unknown is left out */
static char *
dup_check_in_words (SoleusRecord *check_in)
{
  static const char *const fields[] = { "fluid-ml", "sleep-hours", "urine-colour", "soreness" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (soleus_record_is_known (check_in, fields[i]))
      {
        const SoleusField *field = soleus_record_find_field (check_in, fields[i]);
        g_autofree char *value = soleus_record_dup_as_text (check_in, fields[i]);

        g_string_append_printf (text, "%s%s %s%s%s", text->len > 0 ? " · " : "", soleus_field_get_label (field), value,
                                field->unit != NULL ? " " : "", field->unit != NULL ? _(field->unit) : "");
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_check_ins (SoleusFactorsTab *self)
{
  g_autoptr (GPtrArray) check_ins = soleus_clinic_list_of_athlete (get_clinic (self), &soleus_check_in_kind, get_athlete_id (self), NULL);
  guint n = check_ins != NULL ? check_ins->len : 0;
  g_autofree char *detail = g_strdup_printf (ngettext ("%u day", "%u days", n), n);

  soleus_card_clear (self->check_ins);
  soleus_card_set_detail (self->check_ins, detail);
  if (n == 0)
    soleus_card_set_empty (self->check_ins, _("No check-in yet. One a day shows what comes before a cramp."));
  for (guint i = 0; i < n && i < N_CHECK_INS; i++)
    {
      const char *date = soleus_record_get_text (check_ins->pdata[i], "date");
      g_autofree char *title = soleus_date_format (date);
      g_autofree char *words = dup_check_in_words (check_ins->pdata[i]);
      g_autofree char *target = g_strdup_printf ("check-in:%s:%s", get_athlete_id (self), date);
      GtkWidget *line = soleus_record_line_new ();

      soleus_record_line_set_text (SOLEUS_RECORD_LINE (line), title, words);
      soleus_card_append_line (self->check_ins, SOLEUS_RECORD_LINE (line), target);
    }
}

static void
factor_changed_cb (SoleusFactorsTab *self,
                   SoleusFactorRow  *row)
{
  g_autoptr (SoleusRecord) record = soleus_record_copy (soleus_factor_row_get_record (row));
  g_autoptr (SoleusRecord) stored = NULL;
  g_autoptr (GError) error = NULL;
  gint64 revision;

  /* the row keeps its own copy; what is stored has the revision that counts */
  stored = soleus_clinic_find (get_clinic (self), &soleus_factor_kind, soleus_record_get_id (record), NULL);
  revision = stored != NULL ? soleus_record_get_revision (stored) : 0;
  soleus_record_set_int (record, "revision", revision);
  self->saving = TRUE;
  if (soleus_clinic_save (get_clinic (self), record, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", _("Risk factor saved"));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  self->saving = FALSE;
}

static SoleusRecord *
find_factor (GPtrArray  *factors,
             const char *id)
{
  for (guint i = 0; factors != NULL && i < factors->len; i++)
    if (g_strcmp0 (soleus_record_get_text (factors->pdata[i], "factor"), id) == 0)
      return factors->pdata[i];
  return NULL;
}

/* One card a group of the catalogue, with every factor of it. */
static void
show_factors (SoleusFactorsTab *self)
{
  const SoleusCatalogue *catalogue = soleus_catalogue_get_risk_factors ();
  g_autoptr (GPtrArray) factors = soleus_clinic_list_of_athlete (get_clinic (self), &soleus_factor_kind, get_athlete_id (self), NULL);
  GtkWidget *card = NULL;
  guint n = 0, n_answered = 0;

  soleus_columns_clear (self->groups);
  for (gsize i = 0; i < catalogue->n_rows; i++)
    {
      const SoleusCatalogueRow *row = &catalogue->rows[i];
      SoleusRecord *stored = find_factor (factors, row->id);
      GtkWidget *widget = soleus_factor_row_new (row, stored, get_athlete_id (self));
      g_autofree char *detail = NULL;

      if (i == 0 || g_strcmp0 (row->group, catalogue->rows[i - 1].group) != 0)
        {
          card = soleus_card_new (row->group != NULL ? g_dgettext (GETTEXT_PACKAGE, row->group) : _("Others"));
          soleus_columns_append (self->groups, card, 1);
          gtk_widget_add_css_class (widget, "first");
          n = n_answered = 0;
        }
      n++;
      if (stored != NULL && soleus_record_get_enum (stored, "answer") != SOLEUS_ANSWER_UNKNOWN)
        n_answered++;
      detail = g_strdup_printf (_("%u assessed, %u not asked"), n_answered, n - n_answered);
      soleus_card_set_detail (SOLEUS_CARD (card), detail);
      g_signal_connect_object (widget, "changed", G_CALLBACK (factor_changed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (card), widget);
    }
}

static void
clinic_changed_cb (SoleusFactorsTab *self,
                   const char       *kind,
                   const char       *athlete_id)
{
  if (self->saving || (athlete_id != NULL && g_strcmp0 (athlete_id, get_athlete_id (self)) != 0))
    return;
  show_check_ins (self);
  soleus_day_factors_card_show (self->day, get_clinic (self), get_athlete_id (self));
  soleus_load_card_show (self->load, get_clinic (self), get_athlete_id (self));
  soleus_look_back_card_show (self->look_back, get_clinic (self), get_athlete_id (self));
  soleus_tests_card_show (self->tests, get_clinic (self), get_athlete_id (self));
  if (g_strcmp0 (kind, "factor") == 0)
    show_factors (self);
}

static void
log_cb (SoleusFactorsTab *self)
{
  g_autofree char *target = g_strdup_printf ("check-in:%s", get_athlete_id (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show", "s", target);
}

static void
week_cb (SoleusFactorsTab *self)
{
  g_autofree char *target = g_strdup_printf ("check-in-week:%s", get_athlete_id (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show", "s", target);
}

static void
sheet_cb (SoleusFactorsTab *self)
{
  g_autofree char *target = g_strdup_printf ("sheet:check-in:%s", get_athlete_id (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show", "s", target);
}

static void
soleus_factors_tab_athlete_set (SoleusAthleteTab *tab,
                                SoleusClinic     *clinic,
                                const char       *athlete_id)
{
  SoleusFactorsTab *self = SOLEUS_FACTORS_TAB (tab);

  self->day = soleus_day_factors_card_new ();
  soleus_columns_append (SOLEUS_COLUMNS (self->top), self->day, 1);
  soleus_day_factors_card_show (self->day, clinic, athlete_id);
  self->load = soleus_load_card_new ();
  soleus_columns_append (SOLEUS_COLUMNS (self->top), self->load, 1);
  soleus_load_card_show (self->load, clinic, athlete_id);
  self->look_back = soleus_look_back_card_new ();
  soleus_columns_append (SOLEUS_COLUMNS (self->top), self->look_back, 1);
  soleus_look_back_card_show (self->look_back, clinic, athlete_id);
  self->tests = soleus_tests_card_new ();
  soleus_columns_append (SOLEUS_COLUMNS (self->top), self->tests, 1);
  soleus_tests_card_show (self->tests, clinic, athlete_id);
  show_check_ins (self);
  show_factors (self);
  g_signal_connect_object (clinic, "changed", G_CALLBACK (clinic_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
soleus_factors_tab_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SOLEUS_TYPE_FACTORS_TAB);

  G_OBJECT_CLASS (soleus_factors_tab_parent_class)->dispose (object);
}

static void
soleus_factors_tab_class_init (SoleusFactorsTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_factors_tab_dispose;
  SOLEUS_ATHLETE_TAB_CLASS (klass)->athlete_set = soleus_factors_tab_athlete_set;

  g_type_ensure (SOLEUS_TYPE_CARD);
  g_type_ensure (SOLEUS_TYPE_COLUMNS);
  g_type_ensure (SOLEUS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-factors-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusFactorsTab, top);
  gtk_widget_class_bind_template_child (widget_class, SoleusFactorsTab, check_ins);
  gtk_widget_class_bind_template_child (widget_class, SoleusFactorsTab, groups);
  gtk_widget_class_bind_template_callback (widget_class, log_cb);
  gtk_widget_class_bind_template_callback (widget_class, week_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_cb);
}

static void
soleus_factors_tab_init (SoleusFactorsTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
