/* soleus-training-row.c: bound again and again as the list scrolls; the item keeps what was entered */
#define G_LOG_DOMAIN "soleus-training-row"

#include "soleus-config.h"

#include "soleus-training-row.h"

#include "soleus-phrase.h"
#include "soleus-pill.h"

#include <glib/gi18n-lib.h>

struct _SoleusTrainingRow {
  GtkBox              parent_instance;

  GtkCheckButton     *taken_button;
  GtkLabel           *title_label;
  GtkLabel           *place_label;
  GtkLabel           *message_label;
  SoleusPill         *pill;
  GtkWidget          *rpe_box;
  GtkEditable        *rpe_entry;

  SoleusTrainingItem *item;
  gboolean            quiet; /* the widgets follow the item, not the person */
};

G_DEFINE_FINAL_TYPE (SoleusTrainingRow, soleus_training_row, GTK_TYPE_BOX)

static void
show_error (SoleusTrainingRow *self,
            const char        *message)
{
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->rpe_entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->rpe_entry), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->rpe_entry), message);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->rpe_entry), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
rpe_changed_cb (GtkEditable *entry,
                gpointer     user_data)
{
  SoleusTrainingRow *self = SOLEUS_TRAINING_ROW (user_data);
  const char *text = gtk_editable_get_text (entry);
  g_autofree char *number = g_strdelimit (g_strdup (text), ",", '.');
  char *end = NULL;
  double rpe = g_ascii_strtod (number, &end);

  if (self->quiet || self->item == NULL || soleus_training_item_get_session (self->item) == NULL)
    return;
  if (text[0] == '\0')
    rpe = SOLEUS_UNKNOWN_REAL;
  else if (end == number || *end != '\0' || !(rpe >= 0 && rpe <= 10))
    {
      show_error (self, _("How hard it was is a number from 0 to 10. Leave it empty if nobody knows."));
      rpe = SOLEUS_UNKNOWN_REAL;
      soleus_record_set_real (soleus_training_item_get_session (self->item), "rpe", rpe);
      return;
    }
  show_error (self, NULL);
  soleus_record_set_real (soleus_training_item_get_session (self->item), "rpe", rpe);
}

static void
taken_toggled_cb (GtkCheckButton *button,
                  gpointer        user_data)
{
  SoleusTrainingRow *self = SOLEUS_TRAINING_ROW (user_data);

  if (self->quiet || self->item == NULL)
    return;
  soleus_training_item_set_taken (self->item, gtk_check_button_get_active (button));
  gtk_widget_set_sensitive (self->rpe_box, soleus_training_item_is_taken (self->item));
  gtk_widget_activate_action (GTK_WIDGET (self), "import.recount", NULL);
}

/* "28 March 2026, 18:00 · Running · 45 min · 9.4 km" */
static char *
dup_title (SoleusRecord *session)
{
  g_autofree char *when = soleus_record_is_known (session, "start")
                          ? soleus_phrase_dup_date_time (soleus_record_get_instant (session, "start"))
                          : soleus_phrase_dup_date (soleus_date_get_start (soleus_record_get_text (session, "date")));
  GString *text = g_string_new (when);

  if (soleus_record_is_known (session, "activity"))
    g_string_append_printf (text, " · %s", soleus_record_get_text (session, "activity"));
  if (soleus_record_is_known (session, "minutes"))
    g_string_append_printf (text, _(" · %.0f min"), soleus_record_get_real (session, "minutes"));
  if (soleus_record_is_known (session, "distance-km"))
    g_string_append_printf (text, _(" · %.1f km"), soleus_record_get_real (session, "distance-km"));
  return g_string_free (text, FALSE);
}

static void
show_state (SoleusTrainingRow   *self,
            SoleusTrainingState  state)
{
  static const struct {
    SoleusPillKind  kind;
    const char     *label;
  } states[] = {
    { SOLEUS_PILL_MET, N_("New") },
    { SOLEUS_PILL_SIGNED, N_("Known") },
    { SOLEUS_PILL_CAUTION, N_("Possible duplicate") },
    { SOLEUS_PILL_CAUTION, N_("Refused") },
  };
  gboolean is_open = state == SOLEUS_TRAINING_NEW || state == SOLEUS_TRAINING_DUPLICATE;

  soleus_pill_set (self->pill, states[state].kind, _(states[state].label));
  gtk_widget_set_sensitive (GTK_WIDGET (self->taken_button), is_open);
  gtk_widget_set_visible (self->rpe_box, is_open);
}

/**
 * soleus_training_row_set_item:
 * @item: (nullable): what to show
 */
void
soleus_training_row_set_item (SoleusTrainingRow  *self,
                              SoleusTrainingItem *item)
{
  SoleusRecord *session;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *rpe = NULL;
  g_autofree char *rpe_name = NULL;

  g_return_if_fail (SOLEUS_IS_TRAINING_ROW (self));

  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  self->quiet = TRUE;
  session = soleus_training_item_get_session (item);
  title = session != NULL ? dup_title (session) : g_strdup (soleus_training_item_get_place (item));
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->place_label, soleus_training_item_get_place (item));
  gtk_widget_set_visible (GTK_WIDGET (self->place_label), session != NULL);
  gtk_label_set_label (self->message_label, soleus_training_item_get_message (item) != NULL ? soleus_training_item_get_message (item) : "");
  show_state (self, soleus_training_item_get_state (item));
  gtk_check_button_set_active (self->taken_button, soleus_training_item_is_taken (item));
  gtk_widget_set_sensitive (self->rpe_box, soleus_training_item_is_taken (item));
  rpe = session != NULL ? soleus_record_dup_as_text (session, "rpe") : NULL;
  gtk_editable_set_text (self->rpe_entry, rpe != NULL ? rpe : "");
  show_error (self, NULL);
  name = g_strdup_printf (_("Import %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->taken_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  self->quiet = FALSE;
}

static void
soleus_training_row_dispose (GObject *object)
{
  SoleusTrainingRow *self = SOLEUS_TRAINING_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_TRAINING_ROW);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (soleus_training_row_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusTrainingRow, name)

static void
soleus_training_row_class_init (SoleusTrainingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_training_row_dispose;

  g_type_ensure (SOLEUS_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-training-row.ui");
  BIND (taken_button); BIND (title_label); BIND (place_label); BIND (message_label); BIND (pill); BIND (rpe_box); BIND (rpe_entry);
  gtk_widget_class_bind_template_callback (widget_class, taken_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, rpe_changed_cb);
}

static void
soleus_training_row_init (SoleusTrainingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * soleus_training_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
soleus_training_row_new (void)
{
  return g_object_new (SOLEUS_TYPE_TRAINING_ROW, NULL);
}
