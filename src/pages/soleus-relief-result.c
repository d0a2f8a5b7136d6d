/* soleus-relief-result.c: times, side, muscle and what relieved it; the muscle is a proposal (clinical.md C5) */
#define G_LOG_DOMAIN "soleus-relief-result"

#include "soleus-config.h"

#include "soleus-relief-result.h"

#include "soleus-choice-chips.h"
#include "soleus-error.h"
#include "soleus-phrase.h"

#include <glib/gi18n-lib.h>

struct _SoleusReliefResult {
  AdwBin             parent_instance;

  GtkLabel          *title;
  GtkLabel          *times;
  GtkLabel          *tried;
  SoleusChoiceChips *side;
  SoleusChoiceChips *muscle;
  GtkLabel          *muscle_why;
  SoleusChoiceChips *relieved_by;
  GtkWidget         *press_box;
  GtkEditable       *press_reason;
};

G_DEFINE_FINAL_TYPE (SoleusReliefResult, soleus_relief_result, ADW_TYPE_BIN)

/* those that relief mode can find out, and the whole calf where nothing tells */
static const char *const muscles[] = { "gastrocnemius", "soleus", "calf", NULL };
static const char *const first_means[] = { "seated-straight-knee", "standing-bent-knee", "partner-stretch", "by-itself",
                                           "not-relieved", "lip-pinch", NULL };

static void
show_times (SoleusReliefResult  *self,
            SoleusReliefSession *session)
{
  SoleusInstant end = soleus_relief_session_get_end (session);
  g_autofree char *from = soleus_instant_format (soleus_relief_session_get_onset (session), "%H:%M:%S");
  g_autofree char *lasted = soleus_phrase_dup_lasted (soleus_relief_session_get_elapsed (session));
  g_autofree char *text = NULL;

  if (end != SOLEUS_UNKNOWN_INSTANT)
    {
      g_autofree char *until = soleus_instant_format (end, "%H:%M:%S");

      /* TRANSLATORS: when a cramp began and ended, and how long it lasted */
      text = g_strdup_printf (_("%s to %s, %s"), from, until, lasted);
    }
  else
    {
      text = g_strdup_printf (_("began %s, still cramping"), from);
    }

  gtk_label_set_text (self->title, end != SOLEUS_UNKNOWN_INSTANT ? _("The cramp is over") : _("Others have taken over"));
  gtk_label_set_text (self->times, text);
}

/**
 * soleus_relief_result_set_session:
 * @self: the form
 * @session: a session that is done
 *
 * Fills in what the session knows.
 */
void
soleus_relief_result_set_session (SoleusReliefResult  *self,
                                  SoleusReliefSession *session)
{
  const char *relieved_by = soleus_relief_session_get_relieved_by (session);
  const char *muscle = soleus_relief_session_get_muscle (session);
  g_autofree char *note = soleus_relief_session_dup_note (session);
  SoleusSide side = soleus_relief_session_get_side (session);

  g_return_if_fail (SOLEUS_IS_RELIEF_RESULT (self));

  show_times (self, session);
  gtk_label_set_text (self->tried, note);
  soleus_choice_chips_set_value (self->side, side == SOLEUS_SIDE_LEFT || side == SOLEUS_SIDE_RIGHT
                                             ? soleus_enum_get_nick (SOLEUS_TYPE_SIDE, side) : NULL);
  soleus_choice_chips_set_value (self->muscle, muscle);
  soleus_choice_chips_set_value (self->relieved_by, relieved_by);

  if (g_str_equal (muscle, "gastrocnemius"))
    gtk_label_set_text (self->muscle_why, _("It eased with a straight knee, which points to the gastrocnemius. Confirm or change it."));
  else if (g_str_equal (muscle, "soleus"))
    gtk_label_set_text (self->muscle_why, _("It eased with a bent knee, which points to the soleus. Confirm or change it."));
  else
    gtk_label_set_text (self->muscle_why, _("No stretch tells which part of the calf it was."));

  gtk_widget_set_visible (self->press_box, soleus_relief_session_get_pressed (session) >= SOLEUS_USEC_PER_SECOND);
}

/* Pressing during the cramp is a treatment like any other and passes the gate. Row 3 of the window lets gentle relief through, so
 * the reason stands in its note; where another row decides, it is the recorded reason for that. */
static gboolean
add_pressure (SoleusReliefResult   *self,
              SoleusChange         *change,
              SoleusReliefSession  *session,
              SoleusRecord         *episode,
              GError              **error)
{
  g_autoptr (SoleusRecord) treatment = soleus_record_new (&soleus_treatment_kind);
  g_autoptr (SoleusMoment) at = soleus_moment_new_local (soleus_relief_session_get_pressed_at (session));
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->press_reason)));

  if (reason[0] == '\0')
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Say in a few words why you pressed during the cramp."));
      gtk_widget_grab_focus (GTK_WIDGET (self->press_reason));
      return FALSE;
    }

  soleus_record_set_text (treatment, "athlete", soleus_record_get_text (episode, "athlete"));
  soleus_record_set_moment (treatment, "at", at);
  soleus_record_set_text (treatment, "modality", "static-pressure");
  soleus_record_set_enum (treatment, "side", soleus_record_get_enum (episode, "side"));
  soleus_record_set_enum (treatment, "region", SOLEUS_REGION_CALF);
  soleus_record_set_real (treatment, "minutes", soleus_relief_session_get_pressed (session) / (double) SOLEUS_USEC_PER_MINUTE);
  soleus_record_set_text (treatment, "note", reason);
  soleus_change_add (change, treatment);
  soleus_change_set_override (change, SOLEUS_OVERRIDE_REASON_CLINICAL_JUDGEMENT, reason, SOLEUS_ANSWER_UNKNOWN);

  return TRUE;
}

/**
 * soleus_relief_result_create_change:
 * @self: the form
 * @session: the session that it shows
 * @athlete_id: whose cramp it was
 * @episode_id: (out): the id of the new episode
 * @error: return location for a sentence that says what is missing
 *
 * Returns: (transfer full): what is to be saved, or %NULL with @error set
 */
SoleusChange *
soleus_relief_result_create_change (SoleusReliefResult   *self,
                                    SoleusReliefSession  *session,
                                    const char           *athlete_id,
                                    char                **episode_id,
                                    GError              **error)
{
  g_autoptr (SoleusChange) change = soleus_change_new ();
  g_autoptr (SoleusRecord) episode = soleus_record_new (&soleus_episode_kind);
  const char *muscle = soleus_choice_chips_get_value (self->muscle);
  int side = SOLEUS_SIDE_UNKNOWN;

  g_return_val_if_fail (SOLEUS_IS_RELIEF_RESULT (self), NULL);

  if (!soleus_enum_from_nick (SOLEUS_TYPE_SIDE, soleus_choice_chips_get_value (self->side), &side) || side == SOLEUS_SIDE_UNKNOWN)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Choose the leg: left or right."));
      gtk_widget_child_focus (GTK_WIDGET (self->side), GTK_DIR_TAB_FORWARD);
      return NULL;
    }

  soleus_relief_session_fill_episode (session, episode);
  soleus_record_set_text (episode, "athlete", athlete_id);
  soleus_record_set_enum (episode, "side", side);
  soleus_record_set_text (episode, "muscle", muscle != NULL ? muscle : "calf");
  soleus_record_set_text (episode, "relieved-by", soleus_choice_chips_get_value (self->relieved_by));
  soleus_change_add (change, episode);

  if (gtk_widget_get_visible (self->press_box) && !add_pressure (self, change, session, episode, error))
    return NULL;

  *episode_id = g_strdup (soleus_record_get_id (episode));

  return g_steal_pointer (&change);
}

static void
soleus_relief_result_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SOLEUS_TYPE_RELIEF_RESULT);

  G_OBJECT_CLASS (soleus_relief_result_parent_class)->dispose (object);
}

static void
soleus_relief_result_class_init (SoleusReliefResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_relief_result_dispose;

  g_type_ensure (SOLEUS_TYPE_CHOICE_CHIPS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-relief-result.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusReliefResult, title);
  gtk_widget_class_bind_template_child (widget_class, SoleusReliefResult, times);
  gtk_widget_class_bind_template_child (widget_class, SoleusReliefResult, tried);
  gtk_widget_class_bind_template_child (widget_class, SoleusReliefResult, side);
  gtk_widget_class_bind_template_child (widget_class, SoleusReliefResult, muscle);
  gtk_widget_class_bind_template_child (widget_class, SoleusReliefResult, muscle_why);
  gtk_widget_class_bind_template_child (widget_class, SoleusReliefResult, relieved_by);
  gtk_widget_class_bind_template_child (widget_class, SoleusReliefResult, press_box);
  gtk_widget_class_bind_template_child (widget_class, SoleusReliefResult, press_reason);
}

static void
soleus_relief_result_init (SoleusReliefResult *self)
{
  const SoleusCatalogue *catalogue = soleus_catalogue_get_muscles ();

  gtk_widget_init_template (GTK_WIDGET (self));

  soleus_choice_chips_add (self->side, "left", soleus_enum_get_label (SOLEUS_TYPE_SIDE, SOLEUS_SIDE_LEFT));
  soleus_choice_chips_add (self->side, "right", soleus_enum_get_label (SOLEUS_TYPE_SIDE, SOLEUS_SIDE_RIGHT));

  for (gsize i = 0; muscles[i] != NULL; i++)
    soleus_choice_chips_add (self->muscle, muscles[i], soleus_catalogue_get_label (catalogue, muscles[i]));

  soleus_choice_chips_set_catalogue (self->relieved_by, soleus_catalogue_get_relief (), first_means);
  gtk_editable_set_text (self->press_reason, _("Part of the relief steps: flat hand, after the stretch had made the muscle yield."));
}

/**
 * soleus_relief_result_new:
 *
 * Returns: (transfer full): an empty form
 */
GtkWidget *
soleus_relief_result_new (void)
{
  return g_object_new (SOLEUS_TYPE_RELIEF_RESULT, NULL);
}
