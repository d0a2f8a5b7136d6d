#include "soleus-config.h"

#include "soleus-editor-header.h"

#include <glib/gi18n-lib.h>

#include "soleus-accessible.h"
#include "soleus-moment.h"

struct _SoleusEditorHeader {
  AdwBin     parent_instance;
  GtkWidget *bar;      /* (owned by the widget tree) */
  GtkWidget *title;    /* (owned by the widget tree) */
  GtkWidget *cancel;   /* (owned by the widget tree) */
  GtkWidget *kept;     /* (owned by the widget tree) shows the words below whole, or not at all */
  GtkWidget *kept_at;  /* (owned by the widget tree) */
  GtkWidget *discard;  /* (owned by the widget tree) */
  GtkWidget *versions; /* (owned by the widget tree) */
  GtkWidget *save;     /* (owned by the widget tree) */
};

enum { PROP_0, PROP_TITLE, PROP_SUBTITLE, PROP_SAVE_LABEL, PROP_SAVE_VISIBLE, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SoleusEditorHeader, soleus_editor_header, ADW_TYPE_BIN)

/* px of the word for saving that stay beside the longest title: all of it at the usual size of letters */
#define LEAST_BESIDE 32 /* where discarding stands beside it */
#define LEAST_ALONE 128
#define LEAST_LARGE 100 /* alone, of larger letters: what stands beside it grows, too */

/* The title asks for all its width, and would leave “…” to a word that may shrink. */
static void
keep_readable (GtkWidget *button,
               int        least)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));
  int natural;

  gtk_widget_set_size_request (label, -1, -1);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  gtk_widget_set_size_request (label, MIN (natural, least), -1);
}

static int
get_least_alone (SoleusEditorHeader *self)
{
  int dpi;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 96 * 1024 ? LEAST_LARGE : LEAST_ALONE;
}

static void
keep_save_readable (SoleusEditorHeader *self)
{
  keep_readable (self->save, gtk_widget_get_visible (self->discard) ? LEAST_BESIDE : get_least_alone (self));
  /* a signed visit is not saved: what was typed before can be discarded */
  keep_readable (self->discard, gtk_widget_get_visible (self->save) ? 0 : get_least_alone (self));
}

/* From 4.12 on GTK takes the ellipsis away with each new label. */
static void
set_shrinking_label (GtkWidget  *button,
                     const char *text)
{
  gtk_button_set_label (GTK_BUTTON (button), text);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
}

static void
soleus_editor_header_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  SoleusEditorHeader *self = SOLEUS_EDITOR_HEADER (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, adw_window_title_get_title (ADW_WINDOW_TITLE (self->title)));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, adw_window_title_get_subtitle (ADW_WINDOW_TITLE (self->title)));
      break;
    case PROP_SAVE_LABEL:
      g_value_set_string (value, gtk_button_get_label (GTK_BUTTON (self->save)));
      break;
    case PROP_SAVE_VISIBLE:
      g_value_set_boolean (value, gtk_widget_get_visible (self->save));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_editor_header_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  SoleusEditorHeader *self = SOLEUS_EDITOR_HEADER (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
      break;
    case PROP_SUBTITLE:
      adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
      break;
    case PROP_SAVE_LABEL:
      set_shrinking_label (self->save, g_value_get_string (value));
      keep_save_readable (self);
      break;
    case PROP_SAVE_VISIBLE:
      gtk_widget_set_visible (self->save, g_value_get_boolean (value));
      /* where nothing can be saved nothing is cancelled */
      gtk_button_set_label (GTK_BUTTON (self->cancel), g_value_get_boolean (value) ? _("_Cancel") : _("_Close"));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_editor_header_class_init (SoleusEditorHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = soleus_editor_header_get_property;
  object_class->set_property = soleus_editor_header_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_SAVE_LABEL] = g_param_spec_string ("save-label", NULL, NULL, NULL, flags);
  properties[PROP_SAVE_VISIBLE] = g_param_spec_boolean ("save-visible", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "editor-header");
}

/* One word, since all must stand beside each other in 360 pixels, and less than that rather than a window that grows; whoever
 * points at it or hears it is told what is discarded. */
static void
show_discard (SoleusEditorHeader *self,
              gboolean            discarded)
{
  const char *name = discarded ? _("Restore Draft") : _("Discard Draft");

  set_shrinking_label (self->discard, discarded ? _("_Restore") : _("_Discard"));
  gtk_widget_set_tooltip_text (self->discard, name);
  soleus_accessible_set_name (self->discard, name);
}

static void
soleus_editor_header_init (SoleusEditorHeader *self)
{
  self->cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  self->bar = adw_header_bar_new ();
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (self->bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (self->bar), FALSE);
  self->title = adw_window_title_new ("", "");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (self->bar), self->title);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->cancel), "editor.cancel");
  adw_header_bar_pack_start (ADW_HEADER_BAR (self->bar), self->cancel);
  self->discard = gtk_button_new_with_mnemonic ("");
  show_discard (self, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->discard), "editor.discard");
  gtk_widget_add_css_class (self->discard, "flat");
  gtk_widget_set_visible (self->discard, FALSE);

  self->save = gtk_button_new_with_mnemonic (_("_Save"));
  gtk_button_set_use_underline (GTK_BUTTON (self->save), TRUE);
  set_shrinking_label (self->save, _("_Save"));
  g_signal_connect_object (self->save, "map", G_CALLBACK (keep_save_readable), self, G_CONNECT_SWAPPED); /* now its style is known */
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "editor.save");
  adw_header_bar_pack_end (ADW_HEADER_BAR (self->bar), self->save);

  self->versions = gtk_button_new_from_icon_name ("document-open-recent-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->versions), "editor.versions");
  gtk_widget_set_tooltip_text (self->versions, _("Versions"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->versions), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Versions"), -1);
  gtk_widget_set_visible (self->versions, FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (self->bar), self->versions);

  self->kept_at = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->kept_at, "caption");
  gtk_widget_add_css_class (self->kept_at, "dim-label");
  self->kept = adw_squeezer_new ();
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (self->kept), FALSE);
  adw_squeezer_set_allow_none (ADW_SQUEEZER (self->kept), TRUE);
  adw_squeezer_add (ADW_SQUEEZER (self->kept), self->kept_at);
  gtk_widget_set_visible (self->kept, FALSE);
  adw_header_bar_pack_end (ADW_HEADER_BAR (self->bar), self->kept);
  adw_header_bar_pack_end (ADW_HEADER_BAR (self->bar), self->discard);
  adw_bin_set_child (ADW_BIN (self), self->bar);
}

/**
 * soleus_editor_header_set_kept:
 * @at: when the draft was kept, or %SOLEUS_UNKNOWN_INSTANT: there is none
 * @offered: the draft is from earlier, so that it can be discarded
 */
void
soleus_editor_header_set_kept (SoleusEditorHeader *self,
                               SoleusInstant       at,
                               gboolean            offered)
{
  g_return_if_fail (SOLEUS_IS_EDITOR_HEADER (self));

  gtk_widget_set_visible (self->kept, at != SOLEUS_UNKNOWN_INSTANT);
  gtk_widget_set_visible (self->discard, at != SOLEUS_UNKNOWN_INSTANT && offered);
  keep_save_readable (self);
  if (at != SOLEUS_UNKNOWN_INSTANT)
    {
      g_autofree char *time = soleus_instant_format (at, "%H:%M");
      g_autofree char *text = g_strdup_printf (_("Draft kept %s"), time);

      gtk_label_set_label (GTK_LABEL (self->kept_at), text);
    }
}

/**
 * soleus_editor_header_set_discarded:
 * @discarded: the draft was discarded and can be taken back
 */
void
soleus_editor_header_set_discarded (SoleusEditorHeader *self,
                                    gboolean            discarded)
{
  g_return_if_fail (SOLEUS_IS_EDITOR_HEADER (self));

  show_discard (self, discarded);
}

/**
 * soleus_editor_header_set_versions:
 * @versions: the record is stored and has versions
 */
void
soleus_editor_header_set_versions (SoleusEditorHeader *self,
                                   gboolean            versions)
{
  g_return_if_fail (SOLEUS_IS_EDITOR_HEADER (self));

  gtk_widget_set_visible (self->versions, versions);
}
