#include "soleus-config.h"

#include "soleus-protocol-line.h"

#include <glib/gi18n-lib.h>

#include "soleus-accessible.h"
#include "soleus-catalogue.h"
#include "soleus-drawing.h"
#include "soleus-evidence-pill.h"
#include "soleus-evidence-popover.h"
#include "soleus-row-layout.h"
#include "soleus-wrap-layout.h"

struct _SoleusProtocolLine {
  AdwBin         parent_instance;

  GtkLabel      *number_label;
  SoleusDrawing *drawing;
  GtkLabel      *text_label;
  GtkLabel      *branch_label;
  GtkLabel      *timer_label;
  GtkWidget     *evidence_pill;
  AdwBin        *evidence_place;
  GtkLabel      *sources_label;
  GtkWidget     *disagreement_expander;
  GtkLabel      *disagreement_label;
  GtkWidget     *own_button;
};

G_DEFINE_FINAL_TYPE (SoleusProtocolLine, soleus_protocol_line, ADW_TYPE_BIN)

static const char *
get_branch_label (SoleusContentBranch branch)
{
  switch (branch)
    {
    case SOLEUS_CONTENT_BRANCH_CANNOT_BEAR_WEIGHT:
      return _("Cannot bear weight");
    case SOLEUS_CONTENT_BRANCH_CAN_BEAR_WEIGHT:
      return _("Can bear weight");
    case SOLEUS_CONTENT_BRANCH_ANY:
    default:
      return NULL;
    }
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_line (SoleusProtocolLine *self,
           SoleusContentLine  *line,
           guint               number)
{
  g_autofree char *sources = soleus_protocol_line_format_sources (soleus_content_line_get_sources (line));
  g_autofree char *timer = soleus_protocol_line_format_timer (line);
  g_autofree char *number_text = number > 0 ? g_strdup_printf ("%u", number) : NULL;
  const char *drawing = soleus_content_line_get_drawing (line);

  show_text (self->number_label, number_text);
  show_text (self->text_label, soleus_content_line_get_text (line));
  show_text (self->branch_label, get_branch_label (soleus_content_line_get_branch (line)));
  show_text (self->timer_label, timer);
  show_text (self->sources_label, sources);
  show_text (self->disagreement_label, soleus_content_line_get_disagreement (line));
  gtk_widget_set_visible (self->disagreement_expander, soleus_content_line_get_disagreement (line) != NULL);
  soleus_evidence_pill_set_evidence (SOLEUS_EVIDENCE_PILL (self->evidence_pill), soleus_content_line_get_evidence (line));
  gtk_widget_set_visible (GTK_WIDGET (self->drawing), soleus_drawing_is_there (drawing));
  soleus_drawing_set_id (self->drawing, drawing);
  adw_bin_set_child (self->evidence_place,
                     soleus_evidence_popover_new_button (soleus_content_line_get_text (line), soleus_content_line_get_evidence (line),
                                                         soleus_content_line_get_sources (line), soleus_content_line_get_facts (line),
                                                         soleus_content_line_get_disagreement (line), NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, soleus_content_line_get_text (line), -1);
}

static void
soleus_protocol_line_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SOLEUS_TYPE_PROTOCOL_LINE);
  G_OBJECT_CLASS (soleus_protocol_line_parent_class)->dispose (object);
}

static void
soleus_protocol_line_class_init (SoleusProtocolLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_protocol_line_dispose;

  g_type_ensure (SOLEUS_TYPE_DRAWING);
  g_type_ensure (SOLEUS_TYPE_EVIDENCE_PILL);
  g_type_ensure (SOLEUS_TYPE_ROW_LAYOUT);
  g_type_ensure (SOLEUS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/widgets/soleus-protocol-line.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusProtocolLine, number_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusProtocolLine, drawing);
  gtk_widget_class_bind_template_child (widget_class, SoleusProtocolLine, text_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusProtocolLine, branch_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusProtocolLine, timer_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusProtocolLine, evidence_pill);
  gtk_widget_class_bind_template_child (widget_class, SoleusProtocolLine, evidence_place);
  gtk_widget_class_bind_template_child (widget_class, SoleusProtocolLine, sources_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusProtocolLine, disagreement_expander);
  gtk_widget_class_bind_template_child (widget_class, SoleusProtocolLine, disagreement_label);
  gtk_widget_class_bind_template_child (widget_class, SoleusProtocolLine, own_button);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
soleus_protocol_line_init (SoleusProtocolLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  soleus_accessible_mend_names (GTK_WIDGET (self));
}

/**
 * soleus_protocol_line_new:
 * @line: a statement of the protocol
 * @number: its number among ordered steps; 0: not numbered
 *
 * Returns: (transfer full): a new widget
 */
GtkWidget *
soleus_protocol_line_new (SoleusContentLine *line,
                          guint              number)
{
  SoleusProtocolLine *self;

  g_return_val_if_fail (SOLEUS_IS_CONTENT_LINE (line), NULL);

  self = g_object_new (SOLEUS_TYPE_PROTOCOL_LINE, NULL);
  show_line (self, line, number);
  return GTK_WIDGET (self);
}

/**
 * soleus_protocol_line_set_own:
 * @id: the id of a line that the clinic added
 *
 * Offers to change it by the action “protocol.edit-line” of whoever shows it.
 */
void
soleus_protocol_line_set_own (SoleusProtocolLine *self,
                              const char         *id)
{
  g_return_if_fail (SOLEUS_IS_PROTOCOL_LINE (self));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->own_button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->own_button), "protocol.edit-line");
  gtk_widget_set_visible (self->own_button, TRUE);
}

/**
 * soleus_protocol_line_format_sources:
 * @sources: (nullable) (array zero-terminated=1): ids of sources
 *
 * Returns: (transfer full) (nullable): their readable names, “Relief guide · Miller 2022”; %NULL where there are none
 */
char *
soleus_protocol_line_format_sources (const char *const *sources)
{
  GString *text;

  if (sources == NULL || *sources == NULL)
    return NULL;
  text = g_string_new (NULL);
  for (; *sources != NULL; sources++)
    {
      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append (text, soleus_catalogue_get_label (soleus_catalogue_get_sources (), *sources));
    }
  return g_string_free (text, FALSE);
}

/**
 * soleus_protocol_line_format_timer:
 * @line: a relief step
 *
 * The clocks of clinical.md C4 and facts 81 and 86.
 *
 * Returns: (transfer full) (nullable): what its clock does, as a sentence; %NULL where it has none
 */
char *
soleus_protocol_line_format_timer (SoleusContentLine *line)
{
  int least = soleus_content_line_get_minimum_seconds (line), most = soleus_content_line_get_maximum_seconds (line);

  switch (soleus_content_line_get_timer (line))
    {
    case SOLEUS_CONTENT_TIMER_COUNT_UP:
      if (least > 0)
        return g_strdup_printf (_("The clock counts up and reminds after %d s; nothing stops the hold."), least);
      return g_strdup (_("The clock counts up; nothing stops the hold."));
    case SOLEUS_CONTENT_TIMER_COUNT_DOWN:
      return g_strdup_printf (_("The clock counts down %d s; %d s can be enough."), most, least);
    case SOLEUS_CONTENT_TIMER_LIMIT:
      return g_strdup_printf (ngettext ("The clock runs from the start of the cramp; at %d minute get medical help.",
                                        "The clock runs from the start of the cramp; at %d minutes get medical help.", most / 60),
                              most / 60);
    case SOLEUS_CONTENT_TIMER_NONE:
    default:
      return NULL;
    }
}
