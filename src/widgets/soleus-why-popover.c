/* soleus-why-popover.c: what the window counts from, when it opens, which rules decided with which values, what is closed and what
 * is still allowed, and the texts and papers it rests on, by name. */
#define G_LOG_DOMAIN "soleus-why-popover"

#include "soleus-config.h"

#include "soleus-why-popover.h"

#include "soleus-catalogue.h"
#include "soleus-phrase.h"
#include "soleus-window-phrase.h"

#include <glib/gi18n-lib.h>

struct _SoleusWhyPopover {
  GtkPopover  parent_instance;

  GtkWidget  *title;
  GtkWidget  *rows; /* vertical box; each row a heading above its text, so that it fits 320 px */
};

G_DEFINE_FINAL_TYPE (SoleusWhyPopover, soleus_why_popover, GTK_TYPE_POPOVER)

static void
soleus_why_popover_class_init (SoleusWhyPopoverClass *klass)
{
}

static void
soleus_why_popover_init (SoleusWhyPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                      "hscrollbar-policy", GTK_POLICY_NEVER,
                                      "propagate-natural-height", TRUE,
                                      "propagate-natural-width", TRUE,
                                      "max-content-height", 520,
                                      NULL);

  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_box_append (GTK_BOX (box), self->title);

  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), self->rows);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_popover_set_child (GTK_POPOVER (self), scrolled);
  gtk_widget_add_css_class (GTK_WIDGET (self), "why");
}

static void
append_row (SoleusWhyPopover *self,
            const char       *heading,
            const char       *text)
{
  GtkWidget *row, *label;

  if (text == NULL || *text == '\0')
    return;

  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (row, "why-row");

  label = g_object_new (GTK_TYPE_LABEL,
                        "label", heading, "xalign", 0.0f, "yalign", 0.0f,
                        "width-chars", 11, "max-width-chars", 11, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (row), label);

  label = g_object_new (GTK_TYPE_LABEL,
                        "label", text, "xalign", 0.0f, "wrap", TRUE, "hexpand", TRUE,
                        "width-chars", 22, "max-width-chars", 46, NULL);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (row), label);

  gtk_box_append (GTK_BOX (self->rows), row);
}

/* "kneading, foam roller, hot pack": the names of the modalities of a family, as a person says them */
static char *
dup_modalities (gboolean gated)
{
  const SoleusCatalogue *modalities = soleus_catalogue_get_modalities ();
  g_autoptr (GString) names = g_string_new (NULL);
  int n = 0;

  for (gsize i = 0; i < modalities->n_rows; i++)
    {
      const SoleusCatalogueRow *row = &modalities->rows[i];

      if ((row->value != SOLEUS_MODALITY_FAMILY_NEITHER) != gated || (!gated && ++n > 7))
        continue;

      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", soleus_catalogue_row_get_label (row));
    }

  return g_strdup (names->str);
}

/* The sources of all reasons, each once. */
static char *
dup_sources (const SoleusWindow *window)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; window->reasons != NULL && i < window->reasons->len; i++)
    {
      const SoleusReason *reason = g_ptr_array_index (window->reasons, i);

      for (char **source = reason->sources; source != NULL && *source != NULL; source++)
        if (g_hash_table_add (seen, *source))
          g_string_append_printf (names, "%s%s", names->len > 0 ? "\n" : "",
                                  soleus_catalogue_get_label (soleus_catalogue_get_sources (), *source));
    }

  return g_strdup (names->str);
}

static char *
dup_reasons (const SoleusWindow *window)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  for (guint i = 0; window->reasons != NULL && i < window->reasons->len; i++)
    {
      const SoleusReason *reason = g_ptr_array_index (window->reasons, i);

      g_string_append_printf (texts, "%s%s", texts->len > 0 ? "\n" : "", reason->text);
    }

  return g_strdup (texts->str);
}

static char *
dup_opens (const SoleusWindow *window)
{
  g_autofree char *opens = NULL;

  if (window->state == SOLEUS_WINDOW_STATE_HARD_STOP)
    return g_strdup (_("Only a doctor’s outcome ends it. No clock time does."));

  if (window->opens_at == SOLEUS_UNKNOWN_INSTANT)
    return soleus_window_phrase_dup_keeps (window);

  opens = soleus_phrase_dup_until (window->opens_at);

  if (window->row == 7)
    return g_strdup_printf (_("%s, or as soon as a re-check finds no sign of bleeding"), opens);

  return g_strdup_printf (_("%s, after a look that finds no sign of bleeding; without one it may turn to caution"), opens);
}

/**
 * soleus_why_popover_new:
 * @window: a window that is not open
 * @region: the part of the leg to name; whole-body is the whole leg
 *
 * Returns: (transfer floating): a popover that says all about @window
 */
GtkWidget *
soleus_why_popover_new (const SoleusWindow *window,
                        SoleusRegion               region)
{
  SoleusWhyPopover *self = g_object_new (SOLEUS_TYPE_WHY_POPOVER, NULL);
  const char *place = soleus_phrase_get_place (window->side, region);
  g_autofree char *title = NULL;
  g_autofree char *reasons = dup_reasons (window);
  g_autofree char *opens = dup_opens (window);
  g_autofree char *closed = dup_modalities (TRUE);
  g_autofree char *allowed = dup_modalities (FALSE);
  g_autofree char *sources = dup_sources (window);

  if (window->state == SOLEUS_WINDOW_STATE_CAUTION)
    title = g_strdup_printf (_("Why is care needed on %s?"), place);
  else
    title = g_strdup_printf (_("Why no massage or heat on %s?"), place);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  append_row (self, _("Because"), reasons);

  if (window->anchor != SOLEUS_UNKNOWN_INSTANT && window->state != SOLEUS_WINDOW_STATE_HARD_STOP)
    {
      g_autofree char *anchor = soleus_phrase_dup_date_time (window->anchor);
      g_autofree char *text = g_strdup_printf (_("the latest the cramp can have ended: %s"), anchor);

      append_row (self, _("Counted from"), text);
    }

  append_row (self, _("Opens"), opens);
  append_row (self, window->state == SOLEUS_WINDOW_STATE_CAUTION ? _("Needs a reason") : _("Closed to"), closed);
  append_row (self, _("Still allowed"), allowed);
  append_row (self, _("Rests on"), sources);

  return GTK_WIDGET (self);
}
