#include "soleus-config.h"

#include "soleus-sign-chips.h"

#include <glib/gi18n-lib.h>

#include "soleus-toggle-group.h"

#define NONE "none-of-these"
#define MORE "more"

struct _SoleusSignChips {
  GtkWidget              parent_instance;
  GtkWidget             *group;     /* (owned by the widget tree) */
  const SoleusCatalogue *catalogue;
  char                 **first;     /* (nullable) (owned) ids that are always shown; NULL: all */
  SoleusAnswers         *value;     /* (nullable) (owned) */
  gboolean               expanded;
};

enum { PROP_0, PROP_VALUE, PROP_TITLE, PROP_SUMMARY, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SoleusSignChips, soleus_sign_chips, GTK_TYPE_WIDGET)

static gboolean
is_first (SoleusSignChips *self,
          const char      *id)
{
  return self->first == NULL || g_strv_contains ((const char *const *) self->first, id);
}

/* “None of these” is active when no sign is there and every one has been answered */
static gboolean
is_none (SoleusSignChips *self)
{
  return self->catalogue != NULL && soleus_answers_count (self->value, SOLEUS_ANSWER_NO) == self->catalogue->n_rows;
}

static void
show_value (SoleusSignChips *self)
{
  SoleusToggleGroup *group = SOLEUS_TOGGLE_GROUP (self->group);

  if (self->catalogue == NULL)
    return;
  soleus_toggle_group_set_active (group, NONE, is_none (self));
  for (gsize i = 0; i < self->catalogue->n_rows; i++)
    {
      const char *id = self->catalogue->rows[i].id;
      gboolean there = soleus_answers_get (self->value, id) == SOLEUS_ANSWER_YES;
      GtkWidget *chip = soleus_toggle_group_get_button (group, id);

      soleus_toggle_group_set_active (group, id, there);
      /* what was found is never hidden behind More */
      gtk_widget_set_visible (chip, self->expanded || there || is_first (self, id));
    }
  if (self->first != NULL)
    {
      soleus_toggle_group_set_active (group, MORE, FALSE);
      gtk_widget_set_visible (soleus_toggle_group_get_button (group, MORE), !self->expanded);
    }
}

static void
take_value (SoleusSignChips *self,
            SoleusAnswers   *value)
{
  if (soleus_answers_is_empty (value))
    g_clear_pointer (&value, soleus_answers_free);
  g_clear_pointer (&self->value, soleus_answers_free);
  self->value = value;
  show_value (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
}

static void
group_toggled_cb (SoleusSignChips   *self,
                  const char        *id,
                  SoleusToggleGroup *group)
{
  SoleusAnswers *value;

  if (g_str_equal (id, MORE))
    {
      self->expanded = TRUE;
      show_value (self);
      return;
    }

  if (g_str_equal (id, NONE))
    {
      value = soleus_answers_new ();
      if (soleus_toggle_group_is_active (group, NONE))
        for (gsize i = 0; i < self->catalogue->n_rows; i++)
          soleus_answers_set (value, self->catalogue->rows[i].id, SOLEUS_ANSWER_NO);
    }
  else
    {
      gboolean others_are_no;

      value = self->value != NULL ? soleus_answers_copy (self->value) : soleus_answers_new ();
      soleus_answers_set (value, id, SOLEUS_ANSWER_UNKNOWN);
      others_are_no = soleus_answers_count (value, SOLEUS_ANSWER_NO) + soleus_answers_count (value, SOLEUS_ANSWER_YES) + 1 ==
                      self->catalogue->n_rows;
      if (soleus_toggle_group_is_active (group, id))
        soleus_answers_set (value, id, SOLEUS_ANSWER_YES);
      else if (others_are_no)
        soleus_answers_set (value, id, SOLEUS_ANSWER_NO);
    }
  take_value (self, value);
}

/* Returns: (transfer full): what is known, in words */
static char *
dup_summary (SoleusSignChips *self)
{
  guint n = soleus_answers_count (self->value, SOLEUS_ANSWER_YES);

  if (self->value == NULL)
    return g_strdup (_("not asked yet"));
  if (n == 0)
    return g_strdup (is_none (self) ? _("none of these") : _("some not asked"));
  return g_strdup_printf (ngettext ("%u sign", "%u signs", n), n);
}

static gboolean
soleus_sign_chips_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_SIGN_CHIPS (widget)->group);
}

static void
soleus_sign_chips_dispose (GObject *object)
{
  SoleusSignChips *self = SOLEUS_SIGN_CHIPS (object);

  g_clear_pointer (&self->group, gtk_widget_unparent);
  g_clear_pointer (&self->value, soleus_answers_free);
  g_clear_pointer (&self->first, g_strfreev);

  G_OBJECT_CLASS (soleus_sign_chips_parent_class)->dispose (object);
}

static void
soleus_sign_chips_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SoleusSignChips *self = SOLEUS_SIGN_CHIPS (object);

  if (prop_id == PROP_VALUE)
    g_value_set_boxed (value, self->value);
  else if (prop_id == PROP_SUMMARY)
    g_value_take_string (value, dup_summary (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
soleus_sign_chips_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SoleusSignChips *self = SOLEUS_SIGN_CHIPS (object);

  if (prop_id == PROP_VALUE)
    soleus_sign_chips_set_value (self, g_value_get_boxed (value));
  else if (prop_id == PROP_TITLE)
    {
      if (g_value_get_string (value) != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (self->group), GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value), -1);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
soleus_sign_chips_class_init (SoleusSignChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = soleus_sign_chips_dispose;
  object_class->get_property = soleus_sign_chips_get_property;
  object_class->set_property = soleus_sign_chips_set_property;
  widget_class->grab_focus = soleus_sign_chips_grab_focus;

  /* (nullable) what was answered; %NULL: not asked */
  properties[PROP_VALUE] = g_param_spec_boxed ("value", NULL, NULL, SOLEUS_TYPE_ANSWERS,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "sign-chips");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_sign_chips_init (SoleusSignChips *self)
{
  self->group = soleus_toggle_group_new (TRUE, TRUE);
  gtk_widget_set_parent (self->group, GTK_WIDGET (self));
  g_signal_connect_object (self->group, "toggled", G_CALLBACK (group_toggled_cb), self, G_CONNECT_SWAPPED);
}

/**
 * soleus_sign_chips_new:
 *
 * Returns: (transfer floating): chips without signs
 */
GtkWidget *
soleus_sign_chips_new (void)
{
  return g_object_new (SOLEUS_TYPE_SIGN_CHIPS, NULL);
}

static void
add_row (SoleusSignChips          *self,
         const SoleusCatalogueRow *row)
{
  GtkWidget *chip = soleus_toggle_group_add (SOLEUS_TOGGLE_GROUP (self->group), row->id, soleus_catalogue_row_get_label (row));

  gtk_widget_set_tooltip_text (chip, soleus_catalogue_row_get_caveat (row));
  gtk_widget_add_css_class (chip, "chip-sign");
}

/**
 * soleus_sign_chips_set_catalogue:
 * @catalogue: the signs
 * @first: (nullable) (array zero-terminated=1): ids in the order in which they are always shown; the others follow behind a chip
 *   More…; %NULL shows all in the order of the catalogue
 */
void
soleus_sign_chips_set_catalogue (SoleusSignChips       *self,
                                 const SoleusCatalogue *catalogue,
                                 const char *const     *first)
{
  g_return_if_fail (SOLEUS_IS_SIGN_CHIPS (self) && catalogue != NULL);

  soleus_toggle_group_clear (SOLEUS_TOGGLE_GROUP (self->group));
  self->catalogue = catalogue;
  g_strfreev (self->first);
  self->first = g_strdupv ((char **) first);

  soleus_toggle_group_add (SOLEUS_TOGGLE_GROUP (self->group), NONE, _("None of these"));
  for (gsize i = 0; first != NULL && first[i] != NULL; i++)
    {
      const SoleusCatalogueRow *row = soleus_catalogue_find (catalogue, first[i]);

      if (row != NULL)
        add_row (self, row);
    }
  for (gsize i = 0; i < catalogue->n_rows; i++)
    if (first == NULL || !g_strv_contains (first, catalogue->rows[i].id))
      add_row (self, &catalogue->rows[i]);
  if (first != NULL)
    soleus_toggle_group_add (SOLEUS_TOGGLE_GROUP (self->group), MORE, _("More…"));
  show_value (self);
}

/**
 * soleus_sign_chips_get_value:
 *
 * Returns: (transfer none) (nullable): what was answered; %NULL where nothing was asked
 */
const SoleusAnswers *
soleus_sign_chips_get_value (SoleusSignChips *self)
{
  g_return_val_if_fail (SOLEUS_IS_SIGN_CHIPS (self), NULL);

  return self->value;
}

/**
 * soleus_sign_chips_set_value:
 * @value: (nullable): what was answered
 */
void
soleus_sign_chips_set_value (SoleusSignChips     *self,
                             const SoleusAnswers *value)
{
  g_return_if_fail (SOLEUS_IS_SIGN_CHIPS (self));

  if (soleus_answers_equal (self->value, value))
    return;
  take_value (self, soleus_answers_copy (value));
}
