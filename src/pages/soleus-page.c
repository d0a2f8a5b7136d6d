/* soleus-page.c: the abstract page */
#define G_LOG_DOMAIN "soleus-page"

#include "soleus-config.h"

#include "soleus-page.h"

#include "soleus-accessible.h"

typedef struct {
  SoleusClinic *clinic;
  char         *target; /* (nullable) */
  char         *title;
  guint         refresh_source;
} SoleusPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SoleusPage, soleus_page, SOLEUS_TYPE_FRESH_BIN)

enum {
  PROP_0,
  PROP_CLINIC,
  PROP_TARGET,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum {
  MINUTE_PASSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
name_scrolled (SoleusPage *self)
{
  SoleusPagePrivate *priv = soleus_page_get_instance_private (self);

  if (priv->title != NULL)
    soleus_accessible_name_scrolled (GTK_WIDGET (self), priv->title);
}

static void
soleus_page_constructed (GObject *object)
{
  SoleusPage *self = SOLEUS_PAGE (object);
  SoleusPagePrivate *priv = soleus_page_get_instance_private (self);
  SoleusPageClass *klass = SOLEUS_PAGE_GET_CLASS (self);

  G_OBJECT_CLASS (soleus_page_parent_class)->constructed (object);

  g_assert (SOLEUS_IS_CLINIC (priv->clinic));

  soleus_accessible_mend_names (GTK_WIDGET (self));
  if (klass->clinic_set != NULL)
    klass->clinic_set (self, priv->clinic);
  name_scrolled (self);
}

static void
soleus_page_dispose (GObject *object)
{
  SoleusPagePrivate *priv = soleus_page_get_instance_private (SOLEUS_PAGE (object));

  g_clear_handle_id (&priv->refresh_source, g_source_remove);
  G_OBJECT_CLASS (soleus_page_parent_class)->dispose (object);
}

static void
soleus_page_finalize (GObject *object)
{
  SoleusPagePrivate *priv = soleus_page_get_instance_private (SOLEUS_PAGE (object));

  g_clear_object (&priv->clinic);
  g_clear_pointer (&priv->target, g_free);
  g_clear_pointer (&priv->title, g_free);

  G_OBJECT_CLASS (soleus_page_parent_class)->finalize (object);
}

static void
soleus_page_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  SoleusPagePrivate *priv = soleus_page_get_instance_private (SOLEUS_PAGE (object));

  switch (prop_id)
    {
    case PROP_CLINIC:
      g_value_set_object (value, priv->clinic);
      break;

    case PROP_TARGET:
      g_value_set_string (value, priv->target);
      break;

    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_page_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  SoleusPage *self = SOLEUS_PAGE (object);
  SoleusPagePrivate *priv = soleus_page_get_instance_private (self);

  switch (prop_id)
    {
    case PROP_CLINIC:
      priv->clinic = g_value_dup_object (value);
      break;

    case PROP_TARGET:
      priv->target = g_value_dup_string (value);
      break;

    case PROP_TITLE:
      soleus_page_set_title (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_page_class_init (SoleusPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = soleus_page_constructed;
  object_class->dispose = soleus_page_dispose;
  object_class->finalize = soleus_page_finalize;
  object_class->get_property = soleus_page_get_property;
  object_class->set_property = soleus_page_set_property;

  properties[PROP_CLINIC] =
    g_param_spec_object ("clinic", NULL, NULL, SOLEUS_TYPE_CLINIC,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TARGET] =
    g_param_spec_string ("target", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* about once a minute while the page is open: what is said about the time left is said again */
  signals[MINUTE_PASSED] =
    g_signal_new ("minute-passed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_page_init (SoleusPage *self)
{
}

/**
 * soleus_page_get_clinic:
 * @self: a page
 *
 * Returns: (transfer none): the clinic that the page shows; never %NULL
 */
SoleusClinic *
soleus_page_get_clinic (SoleusPage *self)
{
  SoleusPagePrivate *priv = soleus_page_get_instance_private (self);

  g_return_val_if_fail (SOLEUS_IS_PAGE (self), NULL);

  return priv->clinic;
}

/**
 * soleus_page_get_target:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what of the clinic the page shows, the part of “win.show” after the first colon
 */
const char *
soleus_page_get_target (SoleusPage *self)
{
  SoleusPagePrivate *priv = soleus_page_get_instance_private (self);

  g_return_val_if_fail (SOLEUS_IS_PAGE (self), NULL);

  return priv->target;
}

/**
 * soleus_page_get_title:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the title for the window, translated
 */
const char *
soleus_page_get_title (SoleusPage *self)
{
  SoleusPagePrivate *priv = soleus_page_get_instance_private (self);

  g_return_val_if_fail (SOLEUS_IS_PAGE (self), NULL);

  return priv->title;
}

/**
 * soleus_page_set_title:
 * @self: a page
 * @title: (nullable): the title, translated
 *
 * Sets the title that the window shows in the task switcher, and by which what is scrolled is heard.
 */
void
soleus_page_set_title (SoleusPage *self,
                       const char *title)
{
  SoleusPagePrivate *priv = soleus_page_get_instance_private (self);

  g_return_if_fail (SOLEUS_IS_PAGE (self));

  if (g_strcmp0 (priv->title, title) == 0)
    return;

  g_free (priv->title);
  priv->title = g_strdup (title);
  name_scrolled (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * soleus_page_show:
 * @self: a page
 * @format: "NAME" or "NAME:TARGET" as a printf format
 * @...: its arguments
 *
 * Asks the window to show another page (action “win.show”).
 */
void
soleus_page_show (SoleusPage *self,
                  const char *format,
                  ...)
{
  g_autofree char *name = NULL;
  va_list args;

  g_return_if_fail (SOLEUS_IS_PAGE (self));

  va_start (args, format);
  name = g_strdup_vprintf (format, args);
  va_end (args);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show", "s", name);
}

/**
 * soleus_page_toast:
 * @self: a page
 * @text: a sentence, translated
 *
 * Shows @text for a few seconds over the page (action “win.toast”).
 */
void
soleus_page_toast (SoleusPage *self,
                   const char *text)
{
  g_return_if_fail (SOLEUS_IS_PAGE (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

/**
 * soleus_page_toast_undo:
 * @self: a page
 * @text: what was done, translated
 *
 * Shows @text with a button that takes the last commit back (action “win.toast-undo”).
 */
void
soleus_page_toast_undo (SoleusPage *self,
                        const char *text)
{
  g_return_if_fail (SOLEUS_IS_PAGE (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", text);
}

static void
refresh_cb (gpointer user_data)
{
  SoleusPagePrivate *priv = soleus_page_get_instance_private (user_data);

  priv->refresh_source = 0;
  SOLEUS_PAGE_GET_CLASS (user_data)->refresh (user_data);
}

/**
 * soleus_page_queue_refresh:
 * @self: a page whose class has “refresh”
 *
 * Has it called in the next turn of the main loop, once for all that is saved together: a visit is many records.
 */
void
soleus_page_queue_refresh (SoleusPage *self)
{
  SoleusPagePrivate *priv = soleus_page_get_instance_private (self);

  g_return_if_fail (SOLEUS_IS_PAGE (self));
  g_return_if_fail (SOLEUS_PAGE_GET_CLASS (self)->refresh != NULL);

  if (priv->refresh_source == 0)
    priv->refresh_source = g_idle_add_once (refresh_cb, self);
}

/**
 * soleus_page_flush_refresh:
 * @self: a page
 *
 * Has “refresh” called now if it was to be called in the next turn: before something is done with what is shown.
 */
void
soleus_page_flush_refresh (SoleusPage *self)
{
  SoleusPagePrivate *priv = soleus_page_get_instance_private (self);

  g_return_if_fail (SOLEUS_IS_PAGE (self));

  if (priv->refresh_source == 0)
    return;
  g_clear_handle_id (&priv->refresh_source, g_source_remove);
  SOLEUS_PAGE_GET_CLASS (self)->refresh (self);
}

/**
 * soleus_page_minute_passed:
 * @self: a page
 *
 * For the window: tells the page that the time left is to be said again (signal “minute-passed”).
 */
void
soleus_page_minute_passed (SoleusPage *self)
{
  g_return_if_fail (SOLEUS_IS_PAGE (self));

  g_signal_emit (self, signals[MINUTE_PASSED], 0);
}
