#include "soleus-config.h"

#include "soleus-answer-row.h"

#include <glib/gi18n-lib.h>

#include "soleus-toggle-group.h"
#include "soleus-row-layout.h"

struct _SoleusAnswerRow {
  GtkWidget     parent_instance;
  GtkWidget    *label; /* (owned by the widget tree) */
  GtkWidget    *note;  /* (owned by the widget tree): what the answer is worth */
  GtkWidget    *group; /* (owned by the widget tree) */
  SoleusAnswer  value;
  gboolean      alarming;
  gboolean      compact;
};

enum { PROP_0, PROP_TITLE, PROP_VALUE, PROP_ALARMING, PROP_COMPACT, PROP_NOTE, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SoleusAnswerRow, soleus_answer_row, GTK_TYPE_WIDGET)

static const SoleusAnswer order[] = { SOLEUS_ANSWER_YES, SOLEUS_ANSWER_NO, SOLEUS_ANSWER_UNKNOWN };

static void
show_value (SoleusAnswerRow *self)
{
  soleus_toggle_group_set_value (SOLEUS_TOGGLE_GROUP (self->group), soleus_enum_get_nick (SOLEUS_TYPE_ANSWER, self->value));
}

static void
group_toggled_cb (SoleusAnswerRow *self,
                  const char      *id)
{
  int answer;

  if (soleus_enum_from_nick (SOLEUS_TYPE_ANSWER, id, &answer))
    soleus_answer_row_set_value (self, (SoleusAnswer) answer);
}

/* the answer that a key stands for: its own first letter, or that of its translation */
static gboolean
find_answer (guint         keyval,
             SoleusAnswer *answer)
{
  gunichar typed = g_unichar_tolower (gdk_keyval_to_unicode (keyval));

  if (typed == 0)
    return FALSE;
  for (int pass = 0; pass < 2; pass++)
    for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
      {
        const char *word = pass == 0 ? soleus_enum_get_label (SOLEUS_TYPE_ANSWER, order[i])
                                     : soleus_enum_get_nick (SOLEUS_TYPE_ANSWER, order[i]);

        if (g_unichar_tolower (g_utf8_get_char (word)) == typed)
          {
            *answer = order[i];
            return TRUE;
          }
      }
  return FALSE;
}

static gboolean
key_pressed_cb (SoleusAnswerRow       *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  SoleusAnswer answer;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || !find_answer (keyval, &answer))
    return GDK_EVENT_PROPAGATE;
  soleus_answer_row_set_value (self, answer);
  if (root != NULL)
    gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

static gboolean
soleus_answer_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_ANSWER_ROW (widget)->group);
}

static void
soleus_answer_row_dispose (GObject *object)
{
  SoleusAnswerRow *self = SOLEUS_ANSWER_ROW (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->note, gtk_widget_unparent);
  g_clear_pointer (&self->group, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_answer_row_parent_class)->dispose (object);
}

static void
soleus_answer_row_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SoleusAnswerRow *self = SOLEUS_ANSWER_ROW (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->label)));
      break;
    case PROP_VALUE:
      g_value_set_enum (value, self->value);
      break;
    case PROP_ALARMING:
      g_value_set_boolean (value, self->alarming);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    case PROP_NOTE:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->note)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_alarming (SoleusAnswerRow *self,
              gboolean         alarming)
{
  GtkWidget *yes = soleus_toggle_group_get_button (SOLEUS_TOGGLE_GROUP (self->group), "yes");
  GtkWidget *no = soleus_toggle_group_get_button (SOLEUS_TOGGLE_GROUP (self->group), "no");

  self->alarming = alarming;
  if (alarming)
    {
      gtk_widget_add_css_class (yes, "answer-alarming");
      gtk_widget_add_css_class (no, "answer-calm");
    }
  else
    {
      gtk_widget_remove_css_class (yes, "answer-alarming");
      gtk_widget_remove_css_class (no, "answer-calm");
    }
}

static void
soleus_answer_row_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SoleusAnswerRow *self = SOLEUS_ANSWER_ROW (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      gtk_label_set_label (GTK_LABEL (self->label), g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->group), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value) != NULL ? g_value_get_string (value) : "", -1);
      break;
    case PROP_VALUE:
      soleus_answer_row_set_value (self, g_value_get_enum (value));
      break;
    case PROP_ALARMING:
      set_alarming (self, g_value_get_boolean (value));
      break;
    case PROP_COMPACT:
      soleus_answer_row_set_compact (self, g_value_get_boolean (value));
      break;
    case PROP_NOTE:
      gtk_label_set_label (GTK_LABEL (self->note), g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
      gtk_widget_set_visible (self->note, g_value_get_string (value) != NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->group), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gtk_label_get_label (GTK_LABEL (self->note)), -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_answer_row_class_init (SoleusAnswerRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = soleus_answer_row_dispose;
  object_class->get_property = soleus_answer_row_get_property;
  object_class->set_property = soleus_answer_row_set_property;
  widget_class->grab_focus = soleus_answer_row_grab_focus;

  /* the question, translated */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  /* the answer; unknown until someone answers */
  properties[PROP_VALUE] = g_param_spec_enum ("value", NULL, NULL, SOLEUS_TYPE_ANSWER, SOLEUS_ANSWER_UNKNOWN, flags);
  /* “Yes” counts against a treatment */
  properties[PROP_ALARMING] = g_param_spec_boolean ("alarming", NULL, NULL, FALSE, flags);
  /* Unknown as “?” */
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  /* a word before the answers: what “Yes” is worth */
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "answer-row");
  gtk_widget_class_set_layout_manager_type (widget_class, SOLEUS_TYPE_ROW_LAYOUT);
}

static void
soleus_answer_row_init (SoleusAnswerRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set (gtk_widget_get_layout_manager (GTK_WIDGET (self)), "spacing", 12, "center", TRUE, NULL);

  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  self->note = gtk_label_new (NULL);
  gtk_widget_set_visible (self->note, FALSE);
  gtk_widget_add_css_class (self->note, "dim-label");
  gtk_widget_add_css_class (self->note, "numeric");
  gtk_widget_set_parent (self->note, GTK_WIDGET (self));

  self->group = soleus_toggle_group_new (FALSE, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const char *nick = soleus_enum_get_nick (SOLEUS_TYPE_ANSWER, order[i]);
      GtkWidget *button = soleus_toggle_group_add (SOLEUS_TOGGLE_GROUP (self->group), nick,
                                                   soleus_enum_get_label (SOLEUS_TYPE_ANSWER, order[i]));

      if (order[i] == SOLEUS_ANSWER_UNKNOWN)
        gtk_widget_add_css_class (button, "answer-unknown");
    }
  gtk_widget_set_parent (self->group, GTK_WIDGET (self));
  g_signal_connect_object (self->group, "toggled", G_CALLBACK (group_toggled_cb), self, G_CONNECT_SWAPPED);
  show_value (self);

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * soleus_answer_row_new:
 * @title: (nullable): the question, translated
 *
 * Returns: (transfer floating): a row whose answer is unknown
 */
GtkWidget *
soleus_answer_row_new (const char *title)
{
  return g_object_new (SOLEUS_TYPE_ANSWER_ROW, "title", title, NULL);
}

/**
 * soleus_answer_row_get_value:
 *
 * Returns: the answer
 */
SoleusAnswer
soleus_answer_row_get_value (SoleusAnswerRow *self)
{
  g_return_val_if_fail (SOLEUS_IS_ANSWER_ROW (self), SOLEUS_ANSWER_UNKNOWN);

  return self->value;
}

/**
 * soleus_answer_row_set_value:
 * @value: the answer
 */
void
soleus_answer_row_set_value (SoleusAnswerRow *self,
                             SoleusAnswer     value)
{
  g_return_if_fail (SOLEUS_IS_ANSWER_ROW (self));

  if (self->value == value)
    return;
  self->value = value;
  show_value (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

/**
 * soleus_answer_row_set_compact:
 * @compact: %TRUE shows Unknown as “?”; its accessible name stays
 */
void
soleus_answer_row_set_compact (SoleusAnswerRow *self,
                               gboolean         compact)
{
  GtkWidget *unknown;

  g_return_if_fail (SOLEUS_IS_ANSWER_ROW (self));

  if (self->compact == compact)
    return;
  self->compact = compact;
  unknown = soleus_toggle_group_get_button (SOLEUS_TOGGLE_GROUP (self->group), "unknown");
  gtk_button_set_label (GTK_BUTTON (unknown), compact ? "?" : soleus_enum_get_label (SOLEUS_TYPE_ANSWER, SOLEUS_ANSWER_UNKNOWN));
  gtk_accessible_update_property (GTK_ACCESSIBLE (unknown), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  soleus_enum_get_label (SOLEUS_TYPE_ANSWER, SOLEUS_ANSWER_UNKNOWN), -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}
