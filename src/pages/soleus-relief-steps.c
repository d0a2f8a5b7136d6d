/* soleus-relief-steps.c: puts the words of soleus-relief-view into widgets; the buttons run the actions of the relief page */
#define G_LOG_DOMAIN "soleus-relief-steps"

#include "soleus-config.h"

#include "soleus-relief-steps.h"

#include "soleus-drawing.h"
#include "soleus-relief-view.h"

struct _SoleusReliefSteps {
  AdwBin              parent_instance;

  GtkBox             *main_box;
  GtkBox             *steps_box;
  GtkBox             *clock_box;
  GtkLabel           *title_label;
  GtkLabel           *text_label;
  SoleusDrawing      *drawing;
  GtkLabel           *clock_caption;
  GtkLabel           *clock_label;
  GtkLabel           *clock_text;
  GtkLabel           *aside_label;
  GtkBox             *side_box;
  GtkProgressBar     *bar;
  GtkLabel           *elapsed_label;
  GtkLabel           *limit_label;
  GtkBox             *button_box;
  GtkButton          *big_button;
  GtkButton          *second_button;
  GtkButton          *third_button;

  SoleusReliefAction  button_actions[SOLEUS_RELIEF_N_BUTTONS];
  GtkLabel           *step_marks[SOLEUS_RELIEF_N_STEPS];
  GtkLabel           *step_rows[SOLEUS_RELIEF_N_STEPS];
};

G_DEFINE_FINAL_TYPE (SoleusReliefSteps, soleus_relief_steps, ADW_TYPE_BIN)

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
show_steps (SoleusReliefSteps         *self,
            const SoleusReliefSession *session)
{
  SoleusReliefStep step = soleus_relief_session_get_step (session);
  int number = 0;

  for (int i = 0; i < SOLEUS_RELIEF_N_STEPS; i++)
    {
      gboolean there = soleus_relief_session_has_step (session, i);
      g_autofree char *text = NULL;
      GtkWidget *row;

      number += there;
      text = i < (int) step ? g_strdup ("✓") : i == (int) step ? g_strdup ("›") : g_strdup_printf ("%d", number);
      gtk_label_set_text (self->step_marks[i], text);
      gtk_label_set_text (self->step_rows[i], soleus_relief_view_get_step_title (i));
      row = gtk_widget_get_parent (GTK_WIDGET (self->step_rows[i]));
      gtk_widget_set_visible (row, there);
      set_class (row, "relief-step-now", i == (int) step);
      set_class (row, "dim-label", i < (int) step);
    }
}

static void
show_button (SoleusReliefSteps      *self,
             GtkButton              *button,
             const SoleusReliefView *view,
             gsize                   index)
{
  self->button_actions[index] = view->buttons[index].action;
  gtk_widget_set_visible (GTK_WIDGET (button), view->buttons[index].label != NULL);

  if (view->buttons[index].label != NULL)
    gtk_button_set_label (button, view->buttons[index].label);
}

static void
show_now (SoleusReliefSteps      *self,
          const SoleusReliefView *view)
{
  gtk_label_set_text (self->title_label, view->title);
  gtk_label_set_text (self->text_label, view->text);
  soleus_drawing_set_id (self->drawing, view->drawing);
  gtk_label_set_text (self->clock_caption, view->clock_caption);
  gtk_label_set_text (self->clock_label, view->clock);
  gtk_label_set_text (self->clock_text, view->clock_text);
  gtk_label_set_text (self->aside_label, view->aside != NULL ? view->aside : "");
  gtk_widget_set_visible (GTK_WIDGET (self->aside_label), view->aside != NULL);
  gtk_label_set_text (self->elapsed_label, view->elapsed);
  gtk_label_set_text (self->limit_label, view->limit);
  show_button (self, self->big_button, view, 0);
  show_button (self, self->second_button, view, 1);
  show_button (self, self->third_button, view, 2);
}

/**
 * soleus_relief_steps_set_session:
 * @self: the steps
 * @session: what is running; it is only read
 * @content: (nullable): the protocol; without it the sentences are missing but not the steps
 *
 * Shows the session as it is at this moment; to be called again whenever it went on.
 */
void
soleus_relief_steps_set_session (SoleusReliefSteps         *self,
                                 const SoleusReliefSession *session,
                                 SoleusContent             *content)
{
  g_autoptr (SoleusReliefView) view = NULL;
  gint64 elapsed, limit;

  g_return_if_fail (SOLEUS_IS_RELIEF_STEPS (self));
  g_return_if_fail (session != NULL);

  view = soleus_relief_view_new (session, content);
  elapsed = soleus_relief_session_get_elapsed (session);
  limit = soleus_relief_session_get_limit (session);

  show_steps (self, session);
  show_now (self, view);
  gtk_progress_bar_set_fraction (self->bar, CLAMP (elapsed / (double) limit, 0, 1));
  gtk_widget_set_visible (GTK_WIDGET (self->side_box), soleus_relief_session_get_side (session) == SOLEUS_SIDE_UNKNOWN);
}

/**
 * soleus_relief_steps_set_narrow:
 * @self: the steps
 * @narrow: whether everything stands one below the other
 *
 * The list of the steps is for wide windows; a narrow one has its page say how many there are.
 */
void
soleus_relief_steps_set_narrow (SoleusReliefSteps *self,
                                gboolean           narrow)
{
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  g_return_if_fail (SOLEUS_IS_RELIEF_STEPS (self));

  gtk_widget_set_visible (GTK_WIDGET (self->steps_box), !narrow);
  gtk_widget_set_hexpand (GTK_WIDGET (self->second_button), narrow);
  gtk_widget_set_hexpand (GTK_WIDGET (self->third_button), narrow);
  gtk_widget_set_halign (GTK_WIDGET (self->clock_box), narrow ? GTK_ALIGN_CENTER : GTK_ALIGN_END);
  gtk_label_set_xalign (self->clock_caption, narrow ? .5 : 1);
  gtk_label_set_xalign (self->clock_label, narrow ? .5 : 1);
  gtk_label_set_xalign (self->clock_text, narrow ? .5 : 1);
  gtk_widget_set_visible (GTK_WIDGET (self->clock_caption), !narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->main_box), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->button_box), orientation);
}

/**
 * soleus_relief_steps_find_action:
 * @self: the steps
 * @index: which button; 0 is the big one
 * @action: (out): what that button does in the step that was shown last
 *
 * Returns: whether there is such a button; @action is left alone otherwise
 */
gboolean
soleus_relief_steps_find_action (SoleusReliefSteps  *self,
                                 int                 index,
                                 SoleusReliefAction *action)
{
  g_return_val_if_fail (SOLEUS_IS_RELIEF_STEPS (self), FALSE);

  if (index < 0 || index >= SOLEUS_RELIEF_N_BUTTONS)
    return FALSE;

  *action = self->button_actions[index];

  return TRUE;
}

static void
fill_steps (SoleusReliefSteps *self)
{
  for (int i = 0; i < SOLEUS_RELIEF_N_STEPS; i++)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      self->step_marks[i] = GTK_LABEL (gtk_label_new (NULL));
      self->step_rows[i] = GTK_LABEL (gtk_label_new (NULL));
      gtk_label_set_width_chars (self->step_marks[i], 2);
      gtk_label_set_xalign (self->step_rows[i], 0);
      gtk_widget_add_css_class (row, "relief-step");
      gtk_widget_add_css_class (row, "numeric");
      gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->step_marks[i]));
      gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->step_rows[i]));
      gtk_box_append (self->steps_box, row);
    }
}

/* The focus goes to the big button: the one that is meant when somebody reaches for the keyboard. */
static gboolean
soleus_relief_steps_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SOLEUS_RELIEF_STEPS (widget)->big_button));
}

static void
soleus_relief_steps_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SOLEUS_TYPE_RELIEF_STEPS);

  G_OBJECT_CLASS (soleus_relief_steps_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusReliefSteps, name)

static void
soleus_relief_steps_class_init (SoleusReliefStepsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_relief_steps_dispose;
  widget_class->grab_focus = soleus_relief_steps_grab_focus;

  g_type_ensure (SOLEUS_TYPE_DRAWING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-relief-steps.ui");
  BIND (main_box);
  BIND (steps_box);
  BIND (clock_box);
  BIND (title_label);
  BIND (text_label);
  BIND (drawing);
  BIND (clock_caption);
  BIND (clock_label);
  BIND (clock_text);
  BIND (aside_label);
  BIND (side_box);
  BIND (bar);
  BIND (elapsed_label);
  BIND (limit_label);
  BIND (button_box);
  BIND (big_button);
  BIND (second_button);
  BIND (third_button);
}

static void
soleus_relief_steps_init (SoleusReliefSteps *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  soleus_drawing_set_on_page (self->drawing);
  fill_steps (self);
}

/**
 * soleus_relief_steps_new:
 *
 * Returns: (transfer full): the steps, with nothing shown yet
 */
GtkWidget *
soleus_relief_steps_new (void)
{
  return g_object_new (SOLEUS_TYPE_RELIEF_STEPS, NULL);
}
