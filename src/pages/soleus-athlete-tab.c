/* soleus-athlete-tab.c: the abstract tab of the athlete page */
#define G_LOG_DOMAIN "soleus-athlete-tab"

#include "soleus-config.h"

#include "soleus-athlete-tab.h"

#include "soleus-accessible.h"

typedef struct {
  SoleusClinic *clinic;
  char         *athlete_id;
  guint         refresh_source;
} SoleusAthleteTabPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SoleusAthleteTab, soleus_athlete_tab, SOLEUS_TYPE_FRESH_BIN)

enum {
  PROP_0,
  PROP_CLINIC,
  PROP_ATHLETE_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
refresh_cb (gpointer user_data)
{
  SoleusAthleteTab *self = SOLEUS_ATHLETE_TAB (user_data);
  SoleusAthleteTabPrivate *priv = soleus_athlete_tab_get_instance_private (self);

  priv->refresh_source = 0;
  SOLEUS_ATHLETE_TAB_GET_CLASS (self)->refresh (self);
}

/* a visit is many records: once for all that is saved together */
static void
clinic_changed_cb (SoleusAthleteTab *self,
                   const char       *kind,
                   const char       *athlete_id)
{
  SoleusAthleteTabPrivate *priv = soleus_athlete_tab_get_instance_private (self);

  if (priv->refresh_source == 0 && (athlete_id == NULL || g_strcmp0 (athlete_id, priv->athlete_id) == 0))
    priv->refresh_source = g_idle_add_once (refresh_cb, self);
}

static void
soleus_athlete_tab_constructed (GObject *object)
{
  SoleusAthleteTab *self = SOLEUS_ATHLETE_TAB (object);
  SoleusAthleteTabPrivate *priv = soleus_athlete_tab_get_instance_private (self);
  SoleusAthleteTabClass *klass = SOLEUS_ATHLETE_TAB_GET_CLASS (self);

  G_OBJECT_CLASS (soleus_athlete_tab_parent_class)->constructed (object);

  g_assert (SOLEUS_IS_CLINIC (priv->clinic));
  g_assert (priv->athlete_id != NULL);

  soleus_accessible_mend_names (GTK_WIDGET (self));
  if (klass->athlete_set != NULL)
    klass->athlete_set (self, priv->clinic, priv->athlete_id);
  if (klass->refresh != NULL)
    g_signal_connect_object (priv->clinic, "changed", G_CALLBACK (clinic_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
soleus_athlete_tab_dispose (GObject *object)
{
  SoleusAthleteTabPrivate *priv = soleus_athlete_tab_get_instance_private (SOLEUS_ATHLETE_TAB (object));

  g_clear_handle_id (&priv->refresh_source, g_source_remove);
  G_OBJECT_CLASS (soleus_athlete_tab_parent_class)->dispose (object);
}

static void
soleus_athlete_tab_finalize (GObject *object)
{
  SoleusAthleteTabPrivate *priv = soleus_athlete_tab_get_instance_private (SOLEUS_ATHLETE_TAB (object));

  g_clear_object (&priv->clinic);
  g_clear_pointer (&priv->athlete_id, g_free);

  G_OBJECT_CLASS (soleus_athlete_tab_parent_class)->finalize (object);
}

static void
soleus_athlete_tab_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  SoleusAthleteTabPrivate *priv = soleus_athlete_tab_get_instance_private (SOLEUS_ATHLETE_TAB (object));

  switch (prop_id)
    {
    case PROP_CLINIC:
      g_value_set_object (value, priv->clinic);
      break;

    case PROP_ATHLETE_ID:
      g_value_set_string (value, priv->athlete_id);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_athlete_tab_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  SoleusAthleteTabPrivate *priv = soleus_athlete_tab_get_instance_private (SOLEUS_ATHLETE_TAB (object));

  switch (prop_id)
    {
    case PROP_CLINIC:
      priv->clinic = g_value_dup_object (value);
      break;

    case PROP_ATHLETE_ID:
      priv->athlete_id = g_value_dup_string (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_athlete_tab_class_init (SoleusAthleteTabClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = soleus_athlete_tab_constructed;
  object_class->dispose = soleus_athlete_tab_dispose;
  object_class->finalize = soleus_athlete_tab_finalize;
  object_class->get_property = soleus_athlete_tab_get_property;
  object_class->set_property = soleus_athlete_tab_set_property;

  properties[PROP_CLINIC] =
    g_param_spec_object ("clinic", NULL, NULL, SOLEUS_TYPE_CLINIC,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ATHLETE_ID] =
    g_param_spec_string ("athlete-id", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
soleus_athlete_tab_init (SoleusAthleteTab *self)
{
}

/**
 * soleus_athlete_tab_get_clinic:
 * @self: a tab
 *
 * Returns: (transfer none): the clinic; never %NULL
 */
SoleusClinic *
soleus_athlete_tab_get_clinic (SoleusAthleteTab *self)
{
  SoleusAthleteTabPrivate *priv = soleus_athlete_tab_get_instance_private (self);

  g_return_val_if_fail (SOLEUS_IS_ATHLETE_TAB (self), NULL);

  return priv->clinic;
}

/**
 * soleus_athlete_tab_get_athlete_id:
 * @self: a tab
 *
 * Returns: (transfer none): the id of the athlete whose page the tab is on; never %NULL
 */
const char *
soleus_athlete_tab_get_athlete_id (SoleusAthleteTab *self)
{
  SoleusAthleteTabPrivate *priv = soleus_athlete_tab_get_instance_private (self);

  g_return_val_if_fail (SOLEUS_IS_ATHLETE_TAB (self), NULL);

  return priv->athlete_id;
}

/**
 * soleus_athlete_tab_show_record:
 * @self: a tab
 * @record_id: one of the records that it lists
 *
 * Goes to the record, where the tab knows how to.
 */
void
soleus_athlete_tab_show_record (SoleusAthleteTab *self,
                                const char       *record_id)
{
  g_return_if_fail (SOLEUS_IS_ATHLETE_TAB (self));

  if (SOLEUS_ATHLETE_TAB_GET_CLASS (self)->record_shown != NULL)
    SOLEUS_ATHLETE_TAB_GET_CLASS (self)->record_shown (self, record_id);
}
