#include "soleus-config.h"

#include "soleus-own-window.h"

#include <glib/gi18n-lib.h>

#include "soleus-accessible.h"
#include "soleus-clinic-content.h"
#include "soleus-content.h"
#include "soleus-dialogs.h"
#include "soleus-error.h"
#include "soleus-leave-guard.h"

typedef struct {
  AdwWindowTitle      *window_title;
  GtkLabel            *problem_label;
  AdwPreferencesGroup *language_group;
  AdwComboRow         *language_row;
  GtkWidget           *words_box;
  GtkLabel            *spoken_label;
  GtkWidget           *facts_box;
  GtkWidget           *remove_button;

  SoleusClinic        *clinic;    /* (owned) */
  GPtrArray           *fields;    /* (element-type GtkWidget) not owned: they stand in the window */
  char               **languages; /* (nullable): it is being filled, or goes */
  guint                language;  /* the one whose words are shown */
  gboolean             showing;   /* what changes now was not typed */
  GtkWidget           *marked;    /* (nullable): the field that is wrong */
} SoleusOwnWindowPrivate;

enum { ADDED, DONE, AGAIN, N_SIGNALS };
static guint signals[N_SIGNALS];

static GtkBuildableIface *parent_buildable;

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (SoleusOwnWindow, soleus_own_window, ADW_TYPE_WINDOW,
                                  G_ADD_PRIVATE (SoleusOwnWindow)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

#define PRIVATE(self) ((SoleusOwnWindowPrivate *) soleus_own_window_get_instance_private (SOLEUS_OWN_WINDOW (self)))

/* --- what the templates of its kinds put into it --- */

static void
append (GtkWidget *box,
        GtkWidget *child)
{
  gtk_box_append (GTK_BOX (box), child);
  gtk_widget_set_visible (box, TRUE);
}

/* A row of words stands in the group of the language. */
static void
add_child (GtkBuildable *buildable,
           GtkBuilder   *builder,
           GObject      *child,
           const char   *type)
{
  SoleusOwnWindowPrivate *priv = PRIVATE (buildable);
  gboolean words = g_strcmp0 (type, "words") == 0;

  if (!GTK_IS_WIDGET (child) || priv->facts_box == NULL)
    parent_buildable->add_child (buildable, builder, child, type);
  else if (words && ADW_IS_PREFERENCES_ROW (child))
    adw_preferences_group_add (priv->language_group, GTK_WIDGET (child));
  else
    append (words ? priv->words_box : priv->facts_box, GTK_WIDGET (child));
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

/* --- words --- */

static const char *
get_language (SoleusOwnWindowPrivate *priv)
{
  return priv->languages[priv->language];
}

static char *
dup_typed (GtkWidget *field)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (!GTK_IS_TEXT_VIEW (field))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (field)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
take_words (SoleusOwnWindow *self)
{
  SoleusOwnWindowPrivate *priv = PRIVATE (self);

  for (guint i = 0; i < priv->fields->len; i++)
    {
      g_autofree char *words = dup_typed (priv->fields->pdata[i]);

      SOLEUS_OWN_WINDOW_GET_CLASS (self)->set_words (self, get_language (priv), i, words);
    }
}

static void
show_words (SoleusOwnWindow *self)
{
  SoleusOwnWindowPrivate *priv = PRIVATE (self);

  priv->showing = TRUE;
  for (guint i = 0; i < priv->fields->len; i++)
    {
      GtkWidget *field = priv->fields->pdata[i];
      g_autofree char *words = SOLEUS_OWN_WINDOW_GET_CLASS (self)->dup_words (self, get_language (priv), i);

      if (GTK_IS_TEXT_VIEW (field))
        gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), words != NULL ? words : "", -1);
      else
        gtk_editable_set_text (GTK_EDITABLE (field), words != NULL ? words : "");
    }
  priv->showing = FALSE;
}

static gboolean
speaks (SoleusOwnWindow *self,
        const char      *language)
{
  g_autofree char *words = SOLEUS_OWN_WINDOW_GET_CLASS (self)->dup_words (self, language, 0);

  return words != NULL;
}

/* in which languages it has words, and what that means */
static void
show_spoken (SoleusOwnWindow *self)
{
  SoleusOwnWindowPrivate *priv = PRIVATE (self);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; priv->languages[i] != NULL; i++)
    if (SOLEUS_OWN_WINDOW_GET_CLASS (self)->speaks (self, priv->languages[i]))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", soleus_content_get_language_name (priv->languages[i]));
  text = SOLEUS_OWN_WINDOW_GET_CLASS (self)->dup_spoken (self, names->len > 0 ? names->str : NULL);
  gtk_label_set_label (priv->spoken_label, text);
}

static void
language_selected_cb (SoleusOwnWindow *self)
{
  SoleusOwnWindowPrivate *priv = PRIVATE (self);
  guint selected = adw_combo_row_get_selected (priv->language_row);

  if (priv->languages == NULL || selected >= g_strv_length (priv->languages) || selected == priv->language)
    return;
  take_words (self);
  priv->language = selected;
  show_words (self);
  show_spoken (self);
}

/* --- saving and removing --- */

/* @window: (transfer full) */
static void
leave (SoleusOwnWindow *window,
       const char      *what)
{
  g_signal_emit (window, signals[DONE], 0, what);
  soleus_leave_guard_leave (GTK_WINDOW (window));
  g_object_unref (window);
}

static void
decided_cb (const char *response,
            gpointer    user_data)
{
  SoleusOwnWindow *self = user_data;

  if (g_strcmp0 (response, "again") == 0)
    {
      g_signal_emit (self, signals[AGAIN], 0, SOLEUS_OWN_WINDOW_GET_CLASS (self)->get_id (self));
    }
  else if (response != NULL)
    {
      SOLEUS_OWN_WINDOW_GET_CLASS (self)->make_new (self);
      gtk_widget_activate_action (GTK_WIDGET (self), "own.save", NULL);
    }
}

/* What somebody else wrote meanwhile is not overwritten, nor removed unseen; what was written here is not lost either. */
static void
ask (SoleusOwnWindow   *self,
     const char        *heading,
     const char        *sentence,
     const char *const *responses)
{
  soleus_ask_among (GTK_WIDGET (self), heading, sentence, responses, decided_cb, g_object_ref (self), g_object_unref);
}

static void
show_why (SoleusOwnWindow *self,
          GError          *error,
          gboolean         saving)
{
  const char *const changed[] = { "again", _("_Open Again"), saving ? "both" : NULL, _("_Keep Both"), NULL };
  const char *const gone[] = { "new", _("_Save as New"), NULL };

  if (g_error_matches (error, SOLEUS_ERROR, SOLEUS_ERROR_CHANGED))
    ask (self, _("Changed Elsewhere"), error->message, changed);
  else if (saving && g_error_matches (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND))
    ask (self, _("Removed Elsewhere"), error->message, gone);
  else
    soleus_own_window_show_problem (self, error->message, NULL);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  SoleusOwnWindow *self = SOLEUS_OWN_WINDOW (widget);
  SoleusOwnWindowClass *klass = SOLEUS_OWN_WINDOW_GET_CLASS (self);
  gboolean is_new = klass->get_id (self) == NULL;
  g_autoptr (GError) error = NULL;

  take_words (self);
  if (klass->take != NULL && !klass->take (self))
    return;
  if (!klass->save (self, PRIVATE (self)->clinic, &error))
    {
      show_why (self, error, TRUE);
      return;
    }
  if (is_new)
    g_signal_emit (self, signals[ADDED], 0, klass->get_id (self));
  leave (g_object_ref (self), _(klass->saved));
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  SoleusOwnWindow *self = SOLEUS_OWN_WINDOW (widget);
  SoleusOwnWindowClass *klass = SOLEUS_OWN_WINDOW_GET_CLASS (self);
  g_autoptr (GError) error = NULL;

  if (klass->remove (self, PRIVATE (self)->clinic, &error))
    leave (g_object_ref (self), _(klass->removed));
  else
    show_why (self, error, FALSE);
}

/* --- the window --- */

static void
soleus_own_window_constructed (GObject *object)
{
  SoleusOwnWindowClass *klass = SOLEUS_OWN_WINDOW_GET_CLASS (object);

  G_OBJECT_CLASS (soleus_own_window_parent_class)->constructed (object);
  soleus_leave_guard_install (GTK_WINDOW (object), _(klass->discard_question));
  gtk_button_set_label (GTK_BUTTON (PRIVATE (object)->remove_button), _(klass->remove_label));
  soleus_accessible_mend_names (GTK_WIDGET (object));
  soleus_accessible_name_scrolled (GTK_WIDGET (object), gtk_window_get_title (GTK_WINDOW (object)));
}

static void
soleus_own_window_dispose (GObject *object)
{
  SoleusOwnWindowPrivate *priv = PRIVATE (object);

  g_clear_pointer (&priv->languages, g_strfreev); /* the rows change once more while they go */
  g_clear_pointer (&priv->fields, g_ptr_array_unref);
  g_clear_object (&priv->clinic);
  G_OBJECT_CLASS (soleus_own_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child_private (widget_class, SoleusOwnWindow, window_title);
  gtk_widget_class_bind_template_child_private (widget_class, SoleusOwnWindow, problem_label);
  gtk_widget_class_bind_template_child_private (widget_class, SoleusOwnWindow, language_group);
  gtk_widget_class_bind_template_child_private (widget_class, SoleusOwnWindow, language_row);
  gtk_widget_class_bind_template_child_private (widget_class, SoleusOwnWindow, words_box);
  gtk_widget_class_bind_template_child_private (widget_class, SoleusOwnWindow, spoken_label);
  gtk_widget_class_bind_template_child_private (widget_class, SoleusOwnWindow, facts_box);
  gtk_widget_class_bind_template_child_private (widget_class, SoleusOwnWindow, remove_button);
}

static void
soleus_own_window_class_init (SoleusOwnWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = soleus_own_window_constructed;
  G_OBJECT_CLASS (klass)->dispose = soleus_own_window_dispose;
  klass->speaks = speaks;
  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[AGAIN] = g_signal_new ("again", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-own-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, language_selected_cb);
  gtk_widget_class_install_action (widget_class, "own.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "own.remove", NULL, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "own.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "own.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
soleus_own_window_init (SoleusOwnWindow *self)
{
  PRIVATE (self)->fields = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * soleus_own_window_add_words:
 * @field: a #GtkTextView or an editable that the template put into the window: the next field of words
 */
void
soleus_own_window_add_words (SoleusOwnWindow *self,
                             GtkWidget       *field)
{
  g_return_if_fail (SOLEUS_IS_OWN_WINDOW (self));

  g_ptr_array_add (PRIVATE (self)->fields, field);
  g_signal_connect_object (GTK_IS_TEXT_VIEW (field) ? (gpointer) gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)) : field,
                           "changed", G_CALLBACK (soleus_own_window_changed), self, G_CONNECT_SWAPPED);
}

/* Offers the languages, each by its own name. */
static void
show_languages (SoleusOwnWindow *self,
                const char      *first)
{
  SoleusOwnWindowPrivate *priv = PRIVATE (self);
  g_auto (GStrv) languages = soleus_clinic_list_content_languages (priv->clinic);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      gtk_string_list_append (names, soleus_content_get_language_name (languages[i]));
      if (g_strcmp0 (languages[i], first) == 0)
        priv->language = i;
    }
  adw_combo_row_set_model (priv->language_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (priv->language_row, priv->language);
  priv->languages = g_steal_pointer (&languages);
}

/**
 * soleus_own_window_start:
 * @clinic: whose content it is
 * @title: what is written
 * @subtitle: where
 *
 * Shows the words, in the language of the page first, once everything else is shown: from then on whatever is changed is somebody's.
 */
void
soleus_own_window_start (SoleusOwnWindow *self,
                         SoleusClinic    *clinic,
                         const char      *title,
                         const char      *subtitle)
{
  SoleusOwnWindowPrivate *priv = PRIVATE (self);
  g_autoptr (SoleusContent) content = soleus_clinic_load_content (clinic, NULL, NULL);

  g_return_if_fail (SOLEUS_IS_OWN_WINDOW (self));

  g_set_object (&priv->clinic, clinic);
  show_languages (self, content != NULL ? soleus_content_get_language (content) : NULL);
  adw_window_title_set_title (priv->window_title, title);
  adw_window_title_set_subtitle (priv->window_title, subtitle);
  gtk_widget_set_visible (priv->remove_button, SOLEUS_OWN_WINDOW_GET_CLASS (self)->get_id (self) != NULL);
  show_words (self);
  show_spoken (self);
  gtk_widget_grab_focus (priv->fields->pdata[0]);
}

/**
 * soleus_own_window_changed:
 *
 * Something was changed by a person: it is asked for before it is thrown away, and what was said to be wrong is taken away. While the window is being
 * filled nothing happens.
 */
void
soleus_own_window_changed (SoleusOwnWindow *self)
{
  SoleusOwnWindowPrivate *priv = PRIVATE (self);

  if (priv->languages == NULL || priv->showing)
    return;
  soleus_leave_guard_touch (GTK_WINDOW (self));
  take_words (self);
  show_spoken (self);
  soleus_own_window_show_problem (self, NULL, NULL);
}

/**
 * soleus_own_window_show_language:
 * @language: one of the languages
 *
 * Shows the words in it.
 */
void
soleus_own_window_show_language (SoleusOwnWindow *self,
                                 const char      *language)
{
  SoleusOwnWindowPrivate *priv = PRIVATE (self);

  for (guint i = 0; priv->languages[i] != NULL; i++)
    if (g_str_equal (priv->languages[i], language))
      adw_combo_row_set_selected (priv->language_row, i);
}

/* A text view has no edge of its own to be seen: that of the frame around it is. */
static GtkWidget *
get_edge (GtkWidget *field)
{
  return GTK_IS_TEXT_VIEW (field) ? gtk_widget_get_parent (field) : field;
}

static void
mark (SoleusOwnWindowPrivate *priv,
      GtkWidget              *field)
{
  if (priv->marked != NULL)
    {
      gtk_widget_remove_css_class (get_edge (priv->marked), "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (priv->marked), GTK_ACCESSIBLE_STATE_INVALID);
    }
  priv->marked = field;
  if (field == NULL)
    return;
  gtk_widget_add_css_class (get_edge (field), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  if (!gtk_widget_grab_focus (field))
    gtk_widget_child_focus (field, GTK_DIR_TAB_FORWARD);
}

/**
 * soleus_own_window_show_problem:
 * @problem: (nullable): a sentence; %NULL takes the former one away
 * @field: (nullable): what is wrong, which is marked and gets the keyboard
 */
void
soleus_own_window_show_problem (SoleusOwnWindow *self,
                                const char      *problem,
                                GtkWidget       *field)
{
  SoleusOwnWindowPrivate *priv = PRIVATE (self);

  g_return_if_fail (SOLEUS_IS_OWN_WINDOW (self));

  gtk_label_set_label (priv->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->problem_label), problem != NULL);
  mark (priv, field);
}

/**
 * soleus_own_window_get_clinic:
 *
 * Returns: (transfer none): whose content it is
 */
SoleusClinic *
soleus_own_window_get_clinic (SoleusOwnWindow *self)
{
  return PRIVATE (self)->clinic;
}

/**
 * soleus_own_window_get_languages:
 *
 * Returns: (transfer none) (array zero-terminated=1): all languages of the content
 */
const char *const *
soleus_own_window_get_languages (SoleusOwnWindow *self)
{
  return (const char *const *) PRIVATE (self)->languages;
}
