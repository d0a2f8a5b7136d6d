#include "soleus-config.h"

#include "soleus-measure-card.h"

#include <glib/gi18n-lib.h>

#include "soleus-accessible.h"
#include "soleus-calf-test.h"
#include "soleus-card.h"
#include "soleus-number-entry.h"
#include "soleus-row-layout.h"
#include "soleus-toggle-group.h"

struct _SoleusMeasureCard {
  AdwBin       parent_instance;
  SoleusCard  *card;     /* (owned by the widget tree) */
  GtkWidget   *rows;     /* (owned by the widget tree) */
  GtkDropDown *add;      /* (owned by the widget tree) */
  GPtrArray   *measures; /* (element-type SoleusRecord) unsealed */
  GPtrArray   *removed;  /* (element-type SoleusRecord) */
  GPtrArray   *tests;    /* (element-type utf8) the ids that can be added, in the order of the list */
  gboolean     editable;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoleusMeasureCard, soleus_measure_card, ADW_TYPE_BIN)

static const SoleusCatalogueRow *
get_test (SoleusRecord *measure)
{
  return soleus_catalogue_find (soleus_catalogue_get_tests (), soleus_record_get_text (measure, "test"));
}

static gboolean
is_two_sided (SoleusRecord *measure)
{
  const SoleusCatalogueRow *test = get_test (measure);

  return test != NULL && test->value == SOLEUS_TEST_TWO_SIDES;
}

/* Returns: (transfer full) (nullable): what the difference between the sides means */
static char *
dup_meaning (SoleusRecord *measure)
{
  double left = soleus_record_get_real (measure, "left");
  double right = soleus_record_get_real (measure, "right");
  const char *test = soleus_record_get_text (measure, "test");
  SoleusAsymmetry asymmetry;

  if (!is_two_sided (measure) || !soleus_real_is_known (left) || !soleus_real_is_known (right) ||
      !soleus_calf_test_compare_sides (test, left, right, &asymmetry))
    return NULL;
  if (asymmetry.within_error)
    return g_strdup_printf (_("%.1f cm apart, %.0f %%: within measurement error (%.1f cm)"), asymmetry.difference, asymmetry.percent,
                            soleus_calf_test_get_error (test, TRUE));
  return g_strdup_printf (_("%.3g apart, %.0f %%"), asymmetry.difference, asymmetry.percent);
}

static void
update_meaning (GtkLabel     *label,
                SoleusRecord *measure)
{
  g_autofree char *meaning = dup_meaning (measure);

  gtk_label_set_label (label, meaning != NULL ? meaning : "");
  gtk_widget_set_visible (GTK_WIDGET (label), meaning != NULL);
}

static void
value_changed_cb (SoleusMeasureCard *self,
                  GParamSpec        *pspec,
                  SoleusNumberEntry *entry)
{
  SoleusRecord *measure = g_object_get_data (G_OBJECT (entry), "measure");

  soleus_record_set_real (measure, g_object_get_data (G_OBJECT (entry), "field"), soleus_number_entry_get_value (entry));
  update_meaning (g_object_get_data (G_OBJECT (entry), "meaning"), measure);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void show_measures (SoleusMeasureCard *self);

static void
remove_cb (SoleusMeasureCard *self,
           GtkButton         *button)
{
  SoleusRecord *measure = g_object_get_data (G_OBJECT (button), "measure");

  if (soleus_record_get_revision (measure) > 0)
    g_ptr_array_add (self->removed, g_object_ref (measure));
  g_ptr_array_remove (self->measures, measure);
  show_measures (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_entry (SoleusMeasureCard *self,
           GtkWidget         *box,
           SoleusRecord      *measure,
           const char        *field,
           const char        *letter,
           GtkLabel          *meaning)
{
  const SoleusField *description = soleus_record_find_field (measure, field);
  g_autofree char *name = g_strdup_printf ("%s, %s", soleus_catalogue_row_get_label (get_test (measure)), soleus_field_get_label (description));
  GtkWidget *entry = soleus_number_entry_new (name, NULL, description->minimum, description->maximum);
  GtkWidget *label = gtk_label_new (letter);

  gtk_widget_add_css_class (label, "dim-label");
  if (letter != NULL)
    gtk_box_append (GTK_BOX (box), label);
  else
    g_object_ref_sink (label), g_object_unref (label);
  soleus_number_entry_set_value (SOLEUS_NUMBER_ENTRY (entry), soleus_record_get_real (measure, field));
  gtk_widget_set_sensitive (entry, self->editable);
  g_object_set_data (G_OBJECT (entry), "measure", measure);
  g_object_set_data (G_OBJECT (entry), "field", (gpointer) description->name);
  g_object_set_data (G_OBJECT (entry), "meaning", meaning);
  g_signal_connect_object (entry, "notify::value", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), entry);
}

static void
answered_cb (SoleusMeasureCard *self,
             GParamSpec        *pspec,
             SoleusToggleGroup *group)
{
  SoleusRecord *measure = g_object_get_data (G_OBJECT (group), "measure");
  const char *value = soleus_toggle_group_get_value (group);

  soleus_record_set_real (measure, "value", value == NULL ? SOLEUS_UNKNOWN_REAL : g_str_equal (value, "yes") ? 1.0 : 0.0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_answers (SoleusMeasureCard *self,
             GtkWidget         *box,
             SoleusRecord      *measure)
{
  GtkWidget *group = soleus_toggle_group_new (FALSE, FALSE);
  double value = soleus_record_get_real (measure, "value");

  soleus_toggle_group_add (SOLEUS_TOGGLE_GROUP (group), "yes", soleus_enum_get_label (SOLEUS_TYPE_ANSWER, SOLEUS_ANSWER_YES));
  soleus_toggle_group_add (SOLEUS_TOGGLE_GROUP (group), "no", soleus_enum_get_label (SOLEUS_TYPE_ANSWER, SOLEUS_ANSWER_NO));
  soleus_toggle_group_set_value (SOLEUS_TOGGLE_GROUP (group), !soleus_real_is_known (value) ? NULL : value > 0.0 ? "yes" : "no");
  gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL, soleus_catalogue_row_get_label (get_test (measure)), -1);
  gtk_widget_set_sensitive (group, self->editable);
  g_object_set_data (G_OBJECT (group), "measure", measure);
  g_signal_connect_object (group, "notify::value", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), group);
}

static GtkWidget *
new_row (SoleusMeasureCard *self,
         SoleusRecord      *measure)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = soleus_row_layout_new_box (6);
  GtkWidget *name = gtk_label_new (soleus_catalogue_row_get_label (get_test (measure)));
  GtkWidget *meaning = gtk_label_new (NULL);

  gtk_widget_add_css_class (row, "editor-row");
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_tooltip_text (name, soleus_catalogue_row_get_caveat (get_test (measure)));
  gtk_label_set_xalign (GTK_LABEL (meaning), 0);
  gtk_label_set_wrap (GTK_LABEL (meaning), TRUE);
  gtk_widget_add_css_class (meaning, "caption");
  gtk_widget_add_css_class (meaning, "dim-label");
  gtk_box_append (GTK_BOX (line), name);
  if (is_two_sided (measure))
    {
      add_entry (self, line, measure, "left", C_("left side, one letter", "L"), GTK_LABEL (meaning));
      add_entry (self, line, measure, "right", C_("right side, one letter", "R"), GTK_LABEL (meaning));
    }
  else if (get_test (measure)->value == SOLEUS_TEST_YES_NO)
    add_answers (self, line, measure);
  else
    add_entry (self, line, measure, "value", NULL, GTK_LABEL (meaning));
  if (self->editable)
    {
      GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
      g_autofree char *tooltip = g_strdup_printf (_("Take Out %s"), soleus_catalogue_row_get_label (get_test (measure)));

      gtk_widget_add_css_class (remove, "flat");
      gtk_widget_set_tooltip_text (remove, tooltip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
      g_object_set_data (G_OBJECT (remove), "measure", measure);
      g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (line), remove);
    }
  gtk_box_append (GTK_BOX (row), line);
  gtk_box_append (GTK_BOX (row), meaning);
  update_meaning (GTK_LABEL (meaning), measure);
  return row;
}

static void
show_measures (SoleusMeasureCard *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  for (guint i = 0; i < self->measures->len; i++)
    {
      GtkWidget *row = new_row (self, self->measures->pdata[i]);

      if (i == 0)
        gtk_widget_add_css_class (row, "first");
      gtk_box_append (GTK_BOX (self->rows), row);
    }
}

static void
add_selected_cb (SoleusMeasureCard *self)
{
  guint position = gtk_drop_down_get_selected (self->add);
  SoleusRecord *measure;

  if (position == 0 || position == GTK_INVALID_LIST_POSITION)
    return;
  measure = soleus_record_new (&soleus_measure_kind);
  soleus_record_set_text (measure, "test", g_ptr_array_index (self->tests, position - 1));
  g_ptr_array_add (self->measures, measure);
  gtk_drop_down_set_selected (self->add, 0);
  show_measures (self);
  gtk_widget_child_focus (gtk_widget_get_last_child (self->rows), GTK_DIR_TAB_FORWARD);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
soleus_measure_card_dispose (GObject *object)
{
  SoleusMeasureCard *self = SOLEUS_MEASURE_CARD (object);

  g_clear_pointer (&self->measures, g_ptr_array_unref);
  g_clear_pointer (&self->removed, g_ptr_array_unref);
  g_clear_pointer (&self->tests, g_ptr_array_unref);

  G_OBJECT_CLASS (soleus_measure_card_parent_class)->dispose (object);
}

static void
soleus_measure_card_class_init (SoleusMeasureCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_measure_card_dispose;

  /**
   * SoleusMeasureCard::changed:
   *
   * A measure was added, entered or taken out.
   */
  signals[CHANGED] = g_signal_new ("changed", SOLEUS_TYPE_MEASURE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_measure_card_init (SoleusMeasureCard *self)
{
  const SoleusCatalogue *tests = soleus_catalogue_get_tests ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->editable = TRUE;
  self->measures = g_ptr_array_new_with_free_func (g_object_unref);
  self->removed = g_ptr_array_new_with_free_func (g_object_unref);
  self->card = SOLEUS_CARD (soleus_card_new (_("Tests and measures")));
  gtk_box_set_spacing (GTK_BOX (self->card), 6);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->card), self->rows);
  gtk_string_list_append (names, _("Add a Test…"));
  self->tests = g_ptr_array_new ();
  for (gsize i = 0; i < tests->n_rows; i++)
    if (tests->rows[i].value != SOLEUS_TEST_OF_PLAN)
      {
        gtk_string_list_append (names, soleus_catalogue_row_get_label (&tests->rows[i]));
        g_ptr_array_add (self->tests, (gpointer) tests->rows[i].id);
      }
  self->add = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_object_ref (names)), NULL));
  gtk_widget_set_halign (GTK_WIDGET (self->add), GTK_ALIGN_START);
  soleus_accessible_set_name (GTK_WIDGET (self->add), _("Add a test"));
  g_signal_connect_object (self->add, "notify::selected", G_CALLBACK (add_selected_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->card), GTK_WIDGET (self->add));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->card));
}

/**
 * soleus_measure_card_load:
 * @measures: (nullable) (element-type SoleusRecord): stored ones, oldest first
 */
void
soleus_measure_card_load (SoleusMeasureCard *self,
                          GPtrArray         *measures)
{
  g_return_if_fail (SOLEUS_IS_MEASURE_CARD (self));

  g_ptr_array_set_size (self->measures, 0);
  g_ptr_array_set_size (self->removed, 0);
  for (guint i = 0; measures != NULL && i < measures->len; i++)
    if (get_test (measures->pdata[i]) != NULL)
      g_ptr_array_add (self->measures, soleus_record_copy (measures->pdata[i]));
  show_measures (self);
}

/**
 * soleus_measure_card_set_editable:
 * @editable: %FALSE for a signed visit
 */
void
soleus_measure_card_set_editable (SoleusMeasureCard *self,
                                  gboolean           editable)
{
  g_return_if_fail (SOLEUS_IS_MEASURE_CARD (self));

  self->editable = editable;
  gtk_widget_set_visible (GTK_WIDGET (self->add), editable);
  show_measures (self);
}

/**
 * soleus_measure_card_collect:
 *
 * Returns: (transfer floating): the measures, for the draft
 */
GVariant *
soleus_measure_card_collect (SoleusMeasureCard *self)
{
  GVariantBuilder kept, removed;

  g_variant_builder_init (&kept, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < self->measures->len; i++)
    g_variant_builder_add (&kept, "@a{sv}", soleus_record_to_variant (self->measures->pdata[i]));
  g_variant_builder_init (&removed, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < self->removed->len; i++)
    g_variant_builder_add (&removed, "@a{sv}", soleus_record_to_variant (self->removed->pdata[i]));
  return g_variant_new ("(aa{sv}aa{sv})", &kept, &removed);
}

static void
read_records (GVariantIter *iter,
              GPtrArray    *records)
{
  GVariant *fields;

  while (g_variant_iter_loop (iter, "@a{sv}", &fields))
    {
      SoleusRecord *record = soleus_record_new_from_variant (&soleus_measure_kind, fields, NULL);

      if (record != NULL && get_test (record) != NULL)
        g_ptr_array_add (records, record);
      else
        g_clear_object (&record);
    }
}

/**
 * soleus_measure_card_restore:
 * @content: as soleus_measure_card_collect() gave it
 */
void
soleus_measure_card_restore (SoleusMeasureCard *self,
                             GVariant          *content)
{
  g_autoptr (GVariantIter) kept = NULL;
  g_autoptr (GVariantIter) removed = NULL;

  if (!g_variant_is_of_type (content, G_VARIANT_TYPE ("(aa{sv}aa{sv})")))
    return;
  soleus_measure_card_load (self, NULL);
  g_variant_get (content, "(aa{sv}aa{sv})", &kept, &removed);
  read_records (kept, self->measures);
  read_records (removed, self->removed);
  show_measures (self);
}

/**
 * soleus_measure_card_list:
 *
 * Returns: (transfer container) (element-type SoleusRecord): those that hold a value; what is empty is not stored
 */
GPtrArray *
soleus_measure_card_list (SoleusMeasureCard *self)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->measures->len; i++)
    {
      SoleusRecord *measure = self->measures->pdata[i];

      if (soleus_record_is_known (measure, "left") || soleus_record_is_known (measure, "right") || soleus_record_is_known (measure, "value"))
        g_ptr_array_add (records, g_object_ref (measure));
    }
  return records;
}

/**
 * soleus_measure_card_list_removed:
 *
 * Returns: (transfer none) (element-type SoleusRecord): stored ones that were taken out
 */
GPtrArray *
soleus_measure_card_list_removed (SoleusMeasureCard *self)
{
  return self->removed;
}
