/* soleus-versions-page.c: a card for each version, newest first; the target is “KIND:ID” */
#define G_LOG_DOMAIN "soleus-versions-page"

#include "soleus-config.h"

#include "soleus-versions-page.h"

#include "soleus-back-button.h"
#include "soleus-card.h"
#include "soleus-clinic-versions.h"
#include "soleus-label.h"

#include <glib/gi18n-lib.h>

#define CARDS_AT_A_TIME 30

struct _SoleusVersionsPage {
  SoleusPage              parent_instance;

  AdwWindowTitle         *title;
  GtkStack               *stack;
  GtkBox                 *cards;
  GtkWidget              *more_button;
  SoleusCard             *parts_card;

  const SoleusRecordKind *kind;
  char                   *id;
  GPtrArray              *versions; /* (nullable) (element-type SoleusVersion) newest first */
  guint                   n_shown;
};

G_DEFINE_FINAL_TYPE (SoleusVersionsPage, soleus_versions_page, SOLEUS_TYPE_PAGE)

static SoleusClinic *
get_clinic (SoleusVersionsPage *self)
{
  return soleus_page_get_clinic (SOLEUS_PAGE (self));
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = soleus_label_new_wrapped (text, css_class);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  return label;
}

/* The label of the field, what it said before (struck through), and what it says since. */
static GtkWidget *
create_difference (const SoleusDifference *difference)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  gtk_box_append (GTK_BOX (box), create_label (difference->label, "caption-heading"));
  if (difference->before != NULL)
    gtk_box_append (GTK_BOX (box), create_label (difference->before, "struck"));
  gtk_box_append (GTK_BOX (box), create_label (difference->after != NULL ? difference->after : _("Unknown"), difference->after != NULL ? NULL : "dim-label"));
  return box;
}

static void
restore_clicked_cb (GtkButton *button,
                    gpointer   user_data)
{
  SoleusVersionsPage *self = SOLEUS_VERSIONS_PAGE (user_data);
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
  g_autoptr (GError) error = NULL;

  if (soleus_clinic_restore_version (get_clinic (self), self->versions->pdata[index], &error))
    soleus_page_toast_undo (SOLEUS_PAGE (self), _("Earlier version restored"));
  else
    soleus_page_toast (SOLEUS_PAGE (self), error->message);
}

static GtkWidget *
create_restore_button (SoleusVersionsPage *self,
                       guint               index)
{
  GtkWidget *button = gtk_button_new_with_label (_("Restore"));
  g_autofree char *name = g_strdup_printf (_("Restore version %d"), (int) ((SoleusVersion *) self->versions->pdata[index])->revision);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (button, !soleus_clinic_is_read_only (get_clinic (self)));
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_clicked_cb), self, 0);
  return button;
}

static void
append_version (SoleusVersionsPage *self,
                guint               index)
{
  SoleusVersion *version = self->versions->pdata[index];
  g_autofree char *when = soleus_instant_format (version->at, _("%a %-d %b %Y, %H:%M"));
  g_autofree char *title = g_strdup_printf (index == 0 ? _("Version %d, the present one") : _("Version %d"), (int) version->revision);
  g_autofree char *detail = version->author != NULL ? g_strdup_printf (_("%s · %s"), when, version->author) : g_strdup (when);
  GtkWidget *card = soleus_card_new (title);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_box_append (GTK_BOX (box), create_label (detail, "dim-label"));
  if (version->differences->len == 0)
    gtk_box_append (GTK_BOX (box), create_label (_("Nothing that is shown changed."), NULL));
  for (guint i = 0; i < version->differences->len; i++)
    gtk_box_append (GTK_BOX (box), create_difference (version->differences->pdata[i]));
  gtk_box_append (GTK_BOX (card), box);
  if (index > 0)
    soleus_card_set_button (SOLEUS_CARD (card), create_restore_button (self, index));
  gtk_box_append (self->cards, card);
}

/* Treatments and measures of a visit have no page of their own: the way to their versions is here. */
static void
show_parts (SoleusVersionsPage *self)
{
  static const SoleusRecordKind *const kinds[] = { &soleus_treatment_kind, &soleus_measure_kind, &soleus_contact_kind };
  guint n = 0;

  soleus_card_clear (self->parts_card);
  for (gsize i = 0; self->kind == &soleus_visit_kind && i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) parts = soleus_clinic_list_of (get_clinic (self), kinds[i], "visit", self->id, NULL);

      for (guint k = 0; parts != NULL && k < parts->len; k++, n++)
        {
          SoleusRecordLine *line = SOLEUS_RECORD_LINE (soleus_record_line_new ());
          g_autofree char *name = soleus_clinic_dup_record_name (get_clinic (self), parts->pdata[k]);
          g_autofree char *target = g_strdup_printf ("versions:%s:%s", kinds[i]->name, soleus_record_get_id (parts->pdata[k]));
          gint64 revision = soleus_record_get_revision (parts->pdata[k]);
          g_autofree char *text = g_strdup_printf (ngettext ("%d version", "%d versions", (gulong) revision), (int) revision);

          soleus_record_line_set_text (line, name, text);
          soleus_card_append_line (self->parts_card, line, target);
        }
    }
  gtk_widget_set_visible (GTK_WIDGET (self->parts_card), n > 0);
}

static void
refresh (SoleusVersionsPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, child);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  if (self->kind != NULL)
    self->versions = soleus_clinic_read_versions (get_clinic (self), self->kind, self->id, NULL);
  gtk_stack_set_visible_child_name (self->stack, self->versions != NULL && self->versions->len > 0 ? "list" : "empty");
  if (self->versions == NULL || self->versions->len == 0)
    return;
  for (guint i = 0; i < self->versions->len && i < self->n_shown; i++)
    append_version (self, i);
  gtk_widget_set_visible (self->more_button, self->versions->len > self->n_shown);
  show_parts (self);
  {
    g_autofree char *name = soleus_clinic_dup_record_name (get_clinic (self), ((SoleusVersion *) self->versions->pdata[0])->record);

    adw_window_title_set_subtitle (self->title, name);
  }
}

static void
more_clicked_cb (GtkButton *button,
                 gpointer   user_data)
{
  SoleusVersionsPage *self = SOLEUS_VERSIONS_PAGE (user_data);

  self->n_shown += CARDS_AT_A_TIME;
  refresh (self);
}

static void
soleus_versions_page_refresh (SoleusPage *page)
{
  refresh (SOLEUS_VERSIONS_PAGE (page));
}

static void
soleus_versions_page_clinic_set (SoleusPage   *page,
                                 SoleusClinic *clinic)
{
  SoleusVersionsPage *self = SOLEUS_VERSIONS_PAGE (page);
  const char *target = soleus_page_get_target (page);
  g_auto (GStrv) parts = target != NULL ? g_strsplit (target, ":", 2) : NULL;

  soleus_page_set_title (page, _("Versions"));
  if (parts != NULL && parts[0] != NULL && parts[1] != NULL)
    {
      self->kind = soleus_record_find_kind (parts[0]);
      self->id = g_strdup (parts[1]);
    }
  g_signal_connect_object (clinic, "changed", G_CALLBACK (soleus_page_queue_refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
soleus_versions_page_dispose (GObject *object)
{
  SoleusVersionsPage *self = SOLEUS_VERSIONS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_VERSIONS_PAGE);

  G_OBJECT_CLASS (soleus_versions_page_parent_class)->dispose (object);
}

static void
soleus_versions_page_finalize (GObject *object)
{
  SoleusVersionsPage *self = SOLEUS_VERSIONS_PAGE (object);

  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_free (self->id);

  G_OBJECT_CLASS (soleus_versions_page_parent_class)->finalize (object);
}

static void
soleus_versions_page_class_init (SoleusVersionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_versions_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = soleus_versions_page_finalize;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_versions_page_clinic_set;
  SOLEUS_PAGE_CLASS (klass)->refresh = soleus_versions_page_refresh;

  g_type_ensure (SOLEUS_TYPE_BACK_BUTTON);
  g_type_ensure (SOLEUS_TYPE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-versions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusVersionsPage, title);
  gtk_widget_class_bind_template_child (widget_class, SoleusVersionsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SoleusVersionsPage, cards);
  gtk_widget_class_bind_template_child (widget_class, SoleusVersionsPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, SoleusVersionsPage, parts_card);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
}

static void
soleus_versions_page_init (SoleusVersionsPage *self)
{
  self->n_shown = CARDS_AT_A_TIME;
  gtk_widget_init_template (GTK_WIDGET (self));
}
