#include "soleus-config.h"

#include "soleus-editor.h"

#include <glib/gi18n-lib.h>

/* milliseconds after the last change */
#define KEEP_AFTER 600

typedef struct {
  SoleusEditorHeader *header; /* (owned by the template) */
  GtkLabel           *issues; /* (owned by the template) */
  char               *key;
  char               *kind;
  char               *athlete_id; /* (nullable) */
  char               *draft_title;
  GVariant           *original;   /* (owned) as the page opened, without the draft */
  GVariant           *discarded;  /* (nullable) (owned) for taking the discarding back */
  guint               keep_source;
  gboolean            started;
  gboolean            offered;    /* opened with a draft */
  gboolean            entered;    /* had the keyboard since it was shown */
} SoleusEditorPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SoleusEditor, soleus_editor, SOLEUS_TYPE_PAGE)

static GVariant *
collect (SoleusEditor *self)
{
  return g_variant_take_ref (SOLEUS_EDITOR_GET_CLASS (self)->collect (self));
}

static void
show_kept (SoleusEditor  *self,
           SoleusInstant  at)
{
  SoleusEditorPrivate *priv = soleus_editor_get_instance_private (self);

  soleus_editor_header_set_kept (priv->header, at, priv->offered);
}

/* Keeps what is entered; where it is what the page opened with, there is nothing to keep. */
static void
keep_now (SoleusEditor *self)
{
  SoleusEditorPrivate *priv = soleus_editor_get_instance_private (self);
  SoleusClinic *clinic = soleus_page_get_clinic (SOLEUS_PAGE (self));
  g_autoptr (GVariant) content = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&priv->keep_source, g_source_remove);
  if (!priv->started || soleus_clinic_is_read_only (clinic))
    return;
  content = collect (self);
  if (g_variant_equal (content, priv->original))
    {
      soleus_clinic_discard_draft (clinic, priv->key, NULL);
      show_kept (self, SOLEUS_UNKNOWN_INSTANT);
    }
  else if (soleus_clinic_keep_draft (clinic, priv->key, priv->kind, priv->athlete_id, priv->draft_title, content, &error))
    show_kept (self, soleus_clinic_get_now (clinic));
  else
    soleus_editor_show_issue (self, error->message);
}

static gboolean
keep_cb (gpointer user_data)
{
  SoleusEditorPrivate *priv = soleus_editor_get_instance_private (user_data);

  priv->keep_source = 0;
  keep_now (user_data);
  return G_SOURCE_REMOVE;
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  soleus_editor_save (SOLEUS_EDITOR (widget));
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SoleusEditorPrivate *priv = soleus_editor_get_instance_private (SOLEUS_EDITOR (widget));

  if (priv->keep_source != 0)
    keep_now (SOLEUS_EDITOR (widget));
  gtk_widget_activate_action (widget, "win.back", NULL);
}

static void
discard_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SoleusEditor *self = SOLEUS_EDITOR (widget);
  SoleusEditorPrivate *priv = soleus_editor_get_instance_private (self);

  if (priv->discarded == NULL)
    {
      priv->discarded = collect (self);
      SOLEUS_EDITOR_GET_CLASS (self)->restore (self, priv->original, NULL);
      soleus_editor_header_set_discarded (priv->header, TRUE);
    }
  else
    {
      g_autoptr (GVariant) content = g_steal_pointer (&priv->discarded);

      SOLEUS_EDITOR_GET_CLASS (self)->restore (self, content, NULL);
      soleus_editor_header_set_discarded (priv->header, FALSE);
    }
  keep_now (self);
  soleus_editor_header_set_kept (priv->header, soleus_clinic_get_now (soleus_page_get_clinic (SOLEUS_PAGE (self))), TRUE);
}

/* Returns: (transfer full) (nullable): the identifier of the record that is edited; %NULL: it is new, or not one record */
static char *
dup_record_id (SoleusEditor *self)
{
  SoleusEditorPrivate *priv = soleus_editor_get_instance_private (self);
  const SoleusRecordKind *kind = soleus_record_find_kind (priv->kind);
  g_auto (GStrv) parts = g_strsplit (priv->key, ":", -1);
  g_autoptr (SoleusRecord) record = NULL;

  if (kind == NULL || g_strv_length (parts) != 2)
    return NULL;
  record = soleus_clinic_find (soleus_page_get_clinic (SOLEUS_PAGE (self)), kind, parts[1], NULL);
  return record != NULL ? g_strdup (soleus_record_get_id (record)) : NULL;
}

static void
show_versions (SoleusEditor *self)
{
  SoleusEditorPrivate *priv = soleus_editor_get_instance_private (self);
  g_autofree char *id = dup_record_id (self);

  soleus_editor_header_set_versions (priv->header, id != NULL);
}

/* What is typed is kept as a draft, as whenever the page goes away. */
static void
versions_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  SoleusEditor *self = SOLEUS_EDITOR (widget);
  SoleusEditorPrivate *priv = soleus_editor_get_instance_private (self);
  g_autofree char *id = dup_record_id (self);
  g_autofree char *kind = g_strdup (priv->kind);

  if (id == NULL)
    return;
  if (priv->keep_source != 0)
    keep_now (self);
  soleus_page_show (SOLEUS_PAGE (self), "versions:%s:%s", kind, id);
}

/* Returns: %TRUE if a field below took the keyboard; the header, where Return would leave the page, is passed over */
static gboolean
focus_first_field (GtkWidget *widget)
{
  if (SOLEUS_IS_EDITOR_HEADER (widget) || !gtk_widget_get_visible (widget) || !gtk_widget_get_sensitive (widget))
    return FALSE;
  if (GTK_IS_TEXT (widget) || (GTK_IS_TEXT_VIEW (widget) && gtk_text_view_get_editable (GTK_TEXT_VIEW (widget))))
    return gtk_widget_grab_focus (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (focus_first_field (child))
      return TRUE;
  return FALSE;
}

/* The first field has the keyboard when the page is shown; Tab then goes round everything. */
static gboolean
soleus_editor_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  SoleusEditorPrivate *priv = soleus_editor_get_instance_private (SOLEUS_EDITOR (widget));
  gboolean first = !priv->entered;

  priv->entered = TRUE;
  if (first && (gtk_widget_grab_focus (widget) || focus_first_field (widget)))
    return TRUE;
  return GTK_WIDGET_CLASS (soleus_editor_parent_class)->focus (widget, direction);
}

static void
soleus_editor_unmap (GtkWidget *widget)
{
  SoleusEditorPrivate *priv = soleus_editor_get_instance_private (SOLEUS_EDITOR (widget));

  if (priv->keep_source != 0)
    keep_now (SOLEUS_EDITOR (widget));

  GTK_WIDGET_CLASS (soleus_editor_parent_class)->unmap (widget);
}

static void
soleus_editor_dispose (GObject *object)
{
  SoleusEditorPrivate *priv = soleus_editor_get_instance_private (SOLEUS_EDITOR (object));

  g_clear_handle_id (&priv->keep_source, g_source_remove);
  priv->started = FALSE;

  G_OBJECT_CLASS (soleus_editor_parent_class)->dispose (object);
}

static void
soleus_editor_finalize (GObject *object)
{
  SoleusEditorPrivate *priv = soleus_editor_get_instance_private (SOLEUS_EDITOR (object));

  g_clear_pointer (&priv->key, g_free);
  g_clear_pointer (&priv->kind, g_free);
  g_clear_pointer (&priv->athlete_id, g_free);
  g_clear_pointer (&priv->draft_title, g_free);
  g_clear_pointer (&priv->original, g_variant_unref);
  g_clear_pointer (&priv->discarded, g_variant_unref);

  G_OBJECT_CLASS (soleus_editor_parent_class)->finalize (object);
}

static void
soleus_editor_class_init (SoleusEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = soleus_editor_finalize;
  widget_class->focus = soleus_editor_focus;
  widget_class->unmap = soleus_editor_unmap;

  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "editor.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "editor.discard", NULL, discard_action);
  gtk_widget_class_install_action (widget_class, "editor.versions", NULL, versions_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "editor.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "editor.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "editor.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "editor.cancel", NULL);
}

static void
soleus_editor_init (SoleusEditor *self)
{
}

/**
 * soleus_editor_start:
 * @header: of the page
 * @issues: a label for what is wrong
 * @key: of the draft: the page and its target as in win.show
 * @kind: kind name of the main record
 * @athlete_id: (nullable): whom it concerns
 * @draft_title: for the list of drafts
 *
 * Called at the end of clinic_set(), when the page shows what is stored. Shows the kept draft if there is one.
 */
void
soleus_editor_start (SoleusEditor       *self,
                     SoleusEditorHeader *header,
                     GtkLabel           *issues,
                     const char         *key,
                     const char         *kind,
                     const char         *athlete_id,
                     const char         *draft_title)
{
  SoleusEditorPrivate *priv = soleus_editor_get_instance_private (self);
  g_autoptr (SoleusKeptDraft) kept = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SOLEUS_IS_EDITOR (self));

  priv->header = header;
  priv->issues = issues;
  priv->key = g_strdup (key);
  priv->kind = g_strdup (kind);
  priv->athlete_id = g_strdup (athlete_id);
  priv->draft_title = g_strdup (draft_title);
  priv->original = collect (self);

  kept = soleus_clinic_find_draft (soleus_page_get_clinic (SOLEUS_PAGE (self)), key);
  if (kept != NULL && SOLEUS_EDITOR_GET_CLASS (self)->restore (self, kept->content, &error))
    {
      priv->offered = TRUE;
      show_kept (self, kept->updated_at);
    }
  else if (error != NULL)
    soleus_editor_show_issue (self, error->message);
  priv->started = TRUE;
  show_versions (self);
}

/**
 * soleus_editor_touch:
 *
 * Something was changed: the draft is kept soon. What was said to be wrong is taken away.
 */
void
soleus_editor_touch (SoleusEditor *self)
{
  SoleusEditorPrivate *priv = soleus_editor_get_instance_private (self);

  g_return_if_fail (SOLEUS_IS_EDITOR (self));

  if (!priv->started)
    return;
  soleus_editor_show_issue (self, NULL);
  if (priv->keep_source == 0)
    priv->keep_source = g_timeout_add (KEEP_AFTER, keep_cb, self);
}

/**
 * soleus_editor_forget:
 *
 * What is entered has been saved: the draft goes, and what is shown now counts as unchanged.
 */
void
soleus_editor_forget (SoleusEditor *self)
{
  SoleusEditorPrivate *priv = soleus_editor_get_instance_private (self);

  g_return_if_fail (SOLEUS_IS_EDITOR (self));

  g_clear_handle_id (&priv->keep_source, g_source_remove);
  soleus_clinic_discard_draft (soleus_page_get_clinic (SOLEUS_PAGE (self)), priv->key, NULL);
  g_clear_pointer (&priv->original, g_variant_unref);
  priv->original = collect (self);
  priv->offered = FALSE;
  show_kept (self, SOLEUS_UNKNOWN_INSTANT);
}

/**
 * soleus_editor_set_key:
 * @key: of the draft from now on: what was new has been stored and is edited as such
 * @draft_title: for the list of drafts
 *
 * Without this, a later change of the stored record would wait as a draft of a new one.
 */
void
soleus_editor_set_key (SoleusEditor *self,
                       const char   *key,
                       const char   *draft_title)
{
  SoleusEditorPrivate *priv = soleus_editor_get_instance_private (self);

  g_return_if_fail (SOLEUS_IS_EDITOR (self));

  g_free (priv->key);
  priv->key = g_strdup (key);
  g_free (priv->draft_title);
  priv->draft_title = g_strdup (draft_title);
  show_versions (self);
}

static gboolean
are_all_valid (GtkWidget *widget)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "valid");
  gboolean valid = TRUE;

  if (pspec != NULL && pspec->value_type == G_TYPE_BOOLEAN)
    g_object_get (widget, "valid", &valid, NULL);
  if (!valid)
    gtk_widget_grab_focus (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); valid && child != NULL; child = gtk_widget_get_next_sibling (child))
    valid = are_all_valid (child);
  return valid;
}

/**
 * soleus_editor_all_valid:
 *
 * Returns: %FALSE if an entry holds what cannot be its value; that entry then has the focus
 */
gboolean
soleus_editor_all_valid (SoleusEditor *self)
{
  return are_all_valid (GTK_WIDGET (self));
}

/**
 * soleus_editor_save:
 *
 * Saves; shows what is wrong if it cannot be.
 */
void
soleus_editor_save (SoleusEditor *self)
{
  SoleusEditorPrivate *priv = soleus_editor_get_instance_private (self);
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SOLEUS_IS_EDITOR (self));

  if (!soleus_editor_all_valid (self))
    {
      soleus_editor_show_issue (self, _("An entry cannot be read. It is marked."));
      return;
    }
  if (SOLEUS_EDITOR_GET_CLASS (self)->save (self, &error))
    return;
  if (priv->keep_source != 0)
    keep_now (self);
  if (error != NULL)
    soleus_editor_show_issue (self, error->message);
}

/**
 * soleus_editor_show_issue:
 * @message: (nullable): a sentence; %NULL takes it away
 */
void
soleus_editor_show_issue (SoleusEditor *self,
                          const char   *message)
{
  SoleusEditorPrivate *priv = soleus_editor_get_instance_private (self);

  g_return_if_fail (SOLEUS_IS_EDITOR (self));

  if (priv->issues == NULL)
    return;
  gtk_label_set_label (priv->issues, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->issues), message != NULL);
}
