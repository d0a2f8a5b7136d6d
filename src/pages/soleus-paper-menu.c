#define G_LOG_DOMAIN "soleus-paper-menu"

#include "soleus-config.h"

#include "soleus-paper-menu.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "soleus-clinic-content.h"
#include "soleus-handout-rows.h"
#include "soleus-label-language.h"
#include "soleus-print-memory.h"
#include "soleus-toggle-group.h"

struct _SoleusPaperMenu {
  AdwBin             parent_instance;

  GtkMenuButton     *button;
  GtkBox            *box;
  SoleusToggleGroup *papers;
  GtkCheckButton    *large_print;
  SoleusToggleGroup *languages; /* (nullable): the paper speaks the only one there is */

  char              *kind;
  gboolean           updating;
};

G_DEFINE_FINAL_TYPE (SoleusPaperMenu, soleus_paper_menu, ADW_TYPE_BIN)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static SoleusPaper
get_paper (SoleusPaperMenu *self)
{
  int paper = SOLEUS_PAPER_A4;

  soleus_enum_from_nick (SOLEUS_TYPE_PAPER, soleus_toggle_group_get_value (self->papers), &paper);
  return (SoleusPaper) paper;
}

static void
changed_cb (SoleusPaperMenu *self)
{
  if (self->updating)
    return;
  soleus_paper_menu_remember (self->kind, get_paper (self), gtk_check_button_get_active (self->large_print));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* nobody would look for the title in the accessibility tree: the group is named by it, too */
static void
add_group (SoleusPaperMenu   *self,
           const char        *title,
           SoleusToggleGroup *group)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (self->box, label);
  gtk_box_append (self->box, GTK_WIDGET (group));
  g_signal_connect_object (group, "notify::value", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
soleus_paper_menu_finalize (GObject *object)
{
  g_free (SOLEUS_PAPER_MENU (object)->kind);
  G_OBJECT_CLASS (soleus_paper_menu_parent_class)->finalize (object);
}

static void
soleus_paper_menu_class_init (SoleusPaperMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_paper_menu_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_paper_menu_init (SoleusPaperMenu *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->kind = g_strdup ("paper");
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->papers = SOLEUS_TOGGLE_GROUP (soleus_toggle_group_new (FALSE, FALSE));
  soleus_toggle_group_add (self->papers, soleus_enum_get_nick (SOLEUS_TYPE_PAPER, SOLEUS_PAPER_A4), soleus_enum_get_label (SOLEUS_TYPE_PAPER, SOLEUS_PAPER_A4));
  soleus_toggle_group_add (self->papers, soleus_enum_get_nick (SOLEUS_TYPE_PAPER, SOLEUS_PAPER_LETTER), soleus_enum_get_label (SOLEUS_TYPE_PAPER, SOLEUS_PAPER_LETTER));
  soleus_toggle_group_set_value (self->papers, soleus_enum_get_nick (SOLEUS_TYPE_PAPER, SOLEUS_PAPER_A4));
  add_group (self, _("Paper"), self->papers);
  self->large_print = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_("Large print")));
  gtk_box_append (self->box, GTK_WIDGET (self->large_print));
  g_signal_connect_object (self->large_print, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->box));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "document-page-setup-symbolic");
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Paper and Letters"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Paper and Letters"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

/**
 * soleus_paper_menu_set_kind:
 * @self: a menu
 * @clinic: whose paper is offered where none was chosen
 * @kind: the kind of paper, under which the choice is remembered: "history-report"
 */
void
soleus_paper_menu_set_kind (SoleusPaperMenu *self,
                            SoleusClinic    *clinic,
                            const char      *kind)
{
  SoleusPaper paper;
  gboolean large_print = FALSE;

  g_return_if_fail (SOLEUS_IS_PAPER_MENU (self));
  g_return_if_fail (kind != NULL);

  g_free (self->kind);
  self->kind = g_strdup (kind);
  paper = (SoleusPaper) soleus_record_get_enum (soleus_clinic_get_profile (clinic), "paper");
  soleus_paper_menu_recall (kind, &paper, &large_print);
  self->updating = TRUE;
  soleus_toggle_group_set_value (self->papers, soleus_enum_get_nick (SOLEUS_TYPE_PAPER, paper));
  gtk_check_button_set_active (self->large_print, large_print);
  self->updating = FALSE;
}

/* in which of them the program has its labels */
static char **
list_label_languages (SoleusClinic *clinic)
{
  g_auto (GStrv) candidates = soleus_clinic_list_content_languages (clinic);
  g_autoptr (GStrvBuilder) spoken = g_strv_builder_new ();

  for (gsize i = 0; candidates[i] != NULL; i++)
    {
      char *former;

      if (soleus_label_language_begin (candidates[i], &former))
        g_strv_builder_add (spoken, candidates[i]);
      soleus_label_language_end (former);
    }
  return g_strv_builder_end (spoken);
}

/**
 * soleus_paper_menu_offer_labels:
 * @self: a menu
 * @clinic: a clinic
 *
 * For papers that take their words from the labels of the program: offers the languages in which there are labels, beginning with
 * that of the program. Where there is only one, nothing is asked.
 */
void
soleus_paper_menu_offer_labels (SoleusPaperMenu *self,
                                SoleusClinic    *clinic)
{
  g_auto (GStrv) languages = NULL;
  g_autofree char *own = NULL;

  g_return_if_fail (SOLEUS_IS_PAPER_MENU (self));

  languages = list_label_languages (clinic);
  own = soleus_clinic_dup_interface_language ();
  if (g_strv_length (languages) < 2)
    return;
  self->languages = SOLEUS_TOGGLE_GROUP (soleus_toggle_group_new (FALSE, FALSE));
  for (gsize i = 0; languages[i] != NULL; i++)
    soleus_toggle_group_add (self->languages, languages[i], soleus_content_get_language_name (languages[i]));
  for (gsize i = 0; languages[i] != NULL; i++)
    if (g_str_has_prefix (own, languages[i]))
      soleus_toggle_group_set_value (self->languages, languages[i]);
  add_group (self, _("Language"), self->languages);
}

/**
 * soleus_paper_menu_fill:
 * @self: a menu
 * @options: (inout): gets paper, large print and language; texts are borrowed until the next choice
 */
void
soleus_paper_menu_fill (SoleusPaperMenu    *self,
                        SoleusPaperOptions *options)
{
  const char *language;
  g_autofree char *own = NULL;

  g_return_if_fail (SOLEUS_IS_PAPER_MENU (self));

  options->has_paper = TRUE;
  options->paper = get_paper (self);
  options->large_print = gtk_check_button_get_active (self->large_print);
  if (self->languages == NULL)
    return;
  /* asked for by name, the program's own would lose its country, and with it the order of day and month */
  language = soleus_toggle_group_get_value (self->languages);
  own = soleus_clinic_dup_interface_language ();
  if (language != NULL && !g_str_has_prefix (own, language))
    options->language = language;
}

/**
 * soleus_paper_menu_remember:
 * @kind: the kind of paper
 *
 * The next paper of this kind begins with these.
 */
void
soleus_paper_menu_remember (const char  *kind,
                            SoleusPaper  paper,
                            gboolean     large_print)
{
  soleus_print_memory_set_paper (kind, soleus_enum_get_nick (SOLEUS_TYPE_PAPER, paper), large_print);
}

/**
 * soleus_paper_menu_recall:
 * @kind: the kind of paper
 * @paper: (inout): the paper that was chosen last
 * @large_print: (inout): likewise
 *
 * Returns: %FALSE if nothing was chosen yet; @paper and @large_print stay then
 */
gboolean
soleus_paper_menu_recall (const char  *kind,
                          SoleusPaper *paper,
                          gboolean    *large_print)
{
  g_autofree char *nick = NULL;
  gboolean large;
  int value;

  if (!soleus_print_memory_get_paper (kind, &nick, &large) || !soleus_enum_from_nick (SOLEUS_TYPE_PAPER, nick, &value))
    return FALSE;
  *paper = (SoleusPaper) value;
  *large_print = large;
  return TRUE;
}
