#include "soleus-config.h"

#include "soleus-clinic-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "soleus-athlete-search.h"
#include "soleus-clinic-gone.h"
#include "soleus-clock.h"
#include "soleus-error.h"
#include "soleus-records.h"

#define SHORTEST_PREFIX 4

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

enum { PROP_0, PROP_PATH, PROP_READ_ONLY, PROP_DEMO, PROP_THERAPIST, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SoleusClinic, soleus_clinic, G_TYPE_OBJECT)

static void
soleus_clinic_dispose (GObject *object)
{
  SoleusClinic *self = SOLEUS_CLINIC (object);

  _soleus_clinic_forget (self);
  g_clear_pointer (&self->undo, _soleus_undo_step_free);
  g_clear_object (&self->therapist);
  g_clear_object (&self->default_policy);
  g_clear_object (&self->former_policy);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (soleus_clinic_parent_class)->dispose (object);
}

static void
soleus_clinic_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  SoleusClinic *self = SOLEUS_CLINIC (object);

  switch (property_id)
    {
    case PROP_PATH:
      g_value_set_string (value, soleus_clinic_get_path (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, soleus_clinic_is_read_only (self));
      break;
    case PROP_DEMO:
      g_value_set_boolean (value, soleus_clinic_is_demo (self));
      break;
    case PROP_THERAPIST:
      g_value_set_object (value, self->therapist);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
soleus_clinic_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  if (property_id == PROP_THERAPIST)
    soleus_clinic_set_therapist (SOLEUS_CLINIC (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
soleus_clinic_class_init (SoleusClinicClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = soleus_clinic_dispose;
  object_class->get_property = soleus_clinic_get_property;
  object_class->set_property = soleus_clinic_set_property;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DEMO] = g_param_spec_boolean ("demo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_THERAPIST] = g_param_spec_object ("therapist", NULL, NULL, SOLEUS_TYPE_RECORD,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SoleusClinic::changed:
   * @kind: kind name of what was saved
   * @athlete_id: (nullable): whose it is
   */
  signals[CHANGED] = g_signal_new ("changed", SOLEUS_TYPE_CLINIC, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
soleus_clinic_init (SoleusClinic *self)
{
}

static char *
dup_data_path (const char *name)
{
  return g_build_filename (g_get_user_data_dir (), "soleus", name, NULL);
}

/**
 * soleus_clinic_dup_default_path:
 *
 * Returns: (transfer full): the person's own clinic file
 */
char *
soleus_clinic_dup_default_path (void)
{
  return dup_data_path ("clinic.soleus");
}

/**
 * soleus_clinic_dup_demo_path:
 *
 * Returns: (transfer full): the demo clinic, a file of its own
 */
char *
soleus_clinic_dup_demo_path (void)
{
  return dup_data_path ("demo.soleus");
}

static SoleusRecord *
find_first_therapist (SoleusClinic *self)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_therapist_kind);
  g_autoptr (GPtrArray) therapists = NULL;

  soleus_query_where_int (query, "inactive", SOLEUS_QUERY_EQUAL, 0);
  soleus_query_order_by (query, "created-at", FALSE);
  soleus_query_set_limit (query, 1, 0);
  therapists = soleus_store_list (self->store, query, NULL);
  return therapists != NULL && therapists->len > 0 ? g_object_ref (therapists->pdata[0]) : NULL;
}

/**
 * soleus_clinic_open:
 * @path: the clinic file, or ":memory:"
 * @clock: (transfer none): what "now" is
 *
 * Returns: (transfer full): the opened clinic, or %NULL with a sentence in @error: %SOLEUS_ERROR_NOT_FOUND,
 *   %SOLEUS_ERROR_DAMAGED, %SOLEUS_ERROR_TOO_NEW, %SOLEUS_ERROR_LOCKED, %SOLEUS_ERROR_GONE …
 */
SoleusClinic *
soleus_clinic_open (const char             *path,
                    SoleusClinicOpenFlags   flags,
                    SoleusClock            *clock,
                    GError                **error)
{
  g_autoptr (SoleusClinic) self = NULL;

  if (soleus_clinic_is_gone (path, error))
    return NULL;
  self = g_object_new (SOLEUS_TYPE_CLINIC, NULL);
  self->clock = g_object_ref (clock);
  self->store = soleus_store_open (path, (SoleusStoreFlags) flags, clock, error);
  if (self->store == NULL)
    return NULL;
  self->therapist = find_first_therapist (self);
  return g_steal_pointer (&self);
}

const char *
soleus_clinic_get_path (SoleusClinic *self)
{
  return soleus_store_get_path (self->store);
}

gboolean
soleus_clinic_is_read_only (SoleusClinic *self)
{
  return soleus_store_is_read_only (self->store);
}

gboolean
soleus_clinic_is_demo (SoleusClinic *self)
{
  return soleus_record_get_bool (soleus_clinic_get_profile (self), "is-demo");
}

/**
 * soleus_clinic_is_new:
 *
 * Returns: %TRUE before the first run was completed
 */
gboolean
soleus_clinic_is_new (SoleusClinic *self)
{
  return soleus_clinic_get_therapist (self) == NULL || !soleus_record_is_known (soleus_clinic_get_profile (self), "name");
}

SoleusClock *
soleus_clinic_get_clock (SoleusClinic *self)
{
  return self->clock;
}

SoleusInstant
soleus_clinic_get_now (SoleusClinic *self)
{
  return soleus_clock_get_now (self->clock);
}

void
_soleus_clinic_forget (SoleusClinic *self)
{
  g_clear_object (&self->profile);
  g_clear_object (&self->policy);
  _soleus_clinic_forget_status (self);
}

void
_soleus_clinic_forget_status (SoleusClinic *self)
{
  g_clear_pointer (&self->status, g_ptr_array_unref);
}

/**
 * soleus_clinic_get_profile:
 *
 * Returns: (transfer none): the clinic's letterhead and settings, sealed
 */
SoleusRecord *
soleus_clinic_get_profile (SoleusClinic *self)
{
  g_autoptr (SoleusQuery) query = NULL;
  g_autoptr (GPtrArray) profiles = NULL;

  if (self->profile != NULL)
    return self->profile;

  query = soleus_query_new (&soleus_clinic_profile_kind);
  soleus_query_order_by (query, "created-at", FALSE);
  profiles = soleus_store_list (self->store, query, NULL);
  if (profiles != NULL && profiles->len > 0)
    {
      self->profile = g_object_ref (profiles->pdata[0]);
      return self->profile;
    }
  self->profile = soleus_record_new (&soleus_clinic_profile_kind);
  soleus_record_set_text (self->profile, "emergency-number", "112");
  soleus_record_seal (self->profile);
  return self->profile;
}

/* What is in force before anybody sets anything: 1C row 4 and 7, C10, C11. */
static SoleusRecord *
create_default_policy (void)
{
  SoleusRecord *policy = soleus_record_new (&soleus_policy_kind);
  g_autoptr (SoleusMoment) from = soleus_moment_new (0, 0, SOLEUS_PRECISION_EXACT);

  soleus_record_set_int (policy, "version", 1);
  soleus_record_set_int (policy, "window-hours", 48);
  soleus_record_set_int (policy, "caution-days", 14);
  soleus_record_set_int (policy, "persistent-hours", 24);
  soleus_record_set_int (policy, "frequent-in-7-days", 3);
  soleus_record_set_int (policy, "frequent-in-28-days", 4);
  soleus_record_set_int (policy, "sleep-in-14-days", 2);
  soleus_record_set_moment (policy, "effective-from", from);
  soleus_record_seal (policy);
  return policy;
}

/*
 * _soleus_clinic_find_policy_at:
 *
 * Returns: (transfer full): the rules in force at a time, or %NULL with @error set where they cannot be read: then nothing can be decided,
 *   as they may be stricter than what is in force by default
 */
SoleusRecord *
_soleus_clinic_find_policy_at (SoleusClinic   *self,
                               SoleusInstant   at,
                               GError        **error)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_policy_kind);
  g_autoptr (GPtrArray) policies = NULL;

  soleus_query_where_instant (query, "effective-from", SOLEUS_QUERY_LESS_EQUAL, at);
  soleus_query_order_by (query, "version", TRUE);
  soleus_query_set_limit (query, 1, 0);
  policies = soleus_store_list (self->store, query, error);
  if (policies == NULL)
    return NULL;
  return policies->len > 0 ? g_object_ref (policies->pdata[0]) : create_default_policy ();
}

/* When other rules begin that are on record already; SOLEUS_UNKNOWN_INSTANT: none do. Where that cannot be read: @now, so that it is asked again. */
static SoleusInstant
find_next_policy (SoleusClinic  *self,
                  SoleusInstant  now)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_policy_kind);
  g_autoptr (GPtrArray) policies = NULL;

  soleus_query_where_instant (query, "effective-from", SOLEUS_QUERY_GREATER, now);
  soleus_query_order_by (query, "effective-from", FALSE);
  soleus_query_set_limit (query, 1, 0);
  policies = soleus_store_list (self->store, query, NULL);
  if (policies == NULL)
    return now;
  return policies->len > 0 ? soleus_record_get_instant (policies->pdata[0], "effective-from") : SOLEUS_UNKNOWN_INSTANT;
}

/* Returns: (transfer none): the rules in force now, or %NULL with @error set where they cannot be read. They are read again when others begin,
 * when the clock was set back, and when another program has written: it may have changed them. */
SoleusRecord *
_soleus_clinic_load_policy (SoleusClinic  *self,
                            GError       **error)
{
  SoleusInstant now = soleus_clinic_get_now (self);
  SoleusConnectionMark mark;

  soleus_connection_mark (soleus_store_get_connection (self->store), &mark);
  if (self->policy != NULL && mark.others == self->policy_mark && now >= self->policy_read_at && (self->policy_until == SOLEUS_UNKNOWN_INSTANT || now < self->policy_until))
    return self->policy;
  g_clear_object (&self->former_policy);
  self->former_policy = g_steal_pointer (&self->policy); /* somebody may be working with it */
  self->policy = _soleus_clinic_find_policy_at (self, now, error);
  self->policy_read_at = now;
  self->policy_mark = mark.others;
  self->policy_until = find_next_policy (self, now);
  return self->policy;
}

/**
 * soleus_clinic_get_policy:
 *
 * Returns: (transfer none): the rules in force now, sealed, to be shown; those by default where they cannot be read. A changed policy is
 *   saved as a new record with the next version.
 */
SoleusRecord *
soleus_clinic_get_policy (SoleusClinic *self)
{
  if (_soleus_clinic_load_policy (self, NULL) != NULL)
    return self->policy;
  if (self->default_policy == NULL)
    self->default_policy = create_default_policy ();
  return self->default_policy;
}

/**
 * soleus_clinic_get_therapist:
 *
 * Returns: (transfer none) (nullable): who is working; the author of what is saved
 */
SoleusRecord *
soleus_clinic_get_therapist (SoleusClinic *self)
{
  if (self->therapist == NULL)
    self->therapist = find_first_therapist (self);
  return self->therapist;
}

void
soleus_clinic_set_therapist (SoleusClinic *self,
                             SoleusRecord *therapist)
{
  g_return_if_fail (SOLEUS_IS_CLINIC (self));
  g_return_if_fail (therapist == NULL || SOLEUS_IS_THERAPIST (therapist));

  if (g_set_object (&self->therapist, therapist))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THERAPIST]);
}

const char *
_soleus_clinic_get_author (SoleusClinic *self)
{
  SoleusRecord *therapist = soleus_clinic_get_therapist (self);

  return therapist != NULL ? soleus_record_get_id (therapist) : NULL;
}

void
_soleus_clinic_emit_changed (SoleusClinic *self,
                             const char   *kind,
                             const char   *athlete_id)
{
  g_signal_emit (self, signals[CHANGED], 0, kind, athlete_id);
}

SoleusRecord *
soleus_clinic_find (SoleusClinic            *self,
                    const SoleusRecordKind  *kind,
                    const char              *id,
                    GError                 **error)
{
  return soleus_store_find (self->store, kind, id, error);
}

static gboolean
has_name (const SoleusRecordKind *kind)
{
  for (gsize i = 0; i < kind->n_fields; i++)
    if (g_str_equal (kind->fields[i].name, "name"))
      return TRUE;
  return FALSE;
}

static GPtrArray *
list_by_name (SoleusClinic            *self,
              const SoleusRecordKind  *kind,
              const char              *name,
              GError                 **error)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (kind);

  soleus_query_where_text (query, "name", SOLEUS_QUERY_EQUAL, name);
  return soleus_store_list (self->store, query, error);
}

static SoleusRecord *
report_unresolved (const SoleusRecordKind  *kind,
                   const char              *text,
                   gboolean                 several,
                   GError                 **error)
{
  const char *label = g_dgettext (GETTEXT_PACKAGE, kind->label);

  if (several)
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND,
                 /* Translators: “Mara” fits more than one Athlete. */
                 _("“%s” fits more than one %s. Use more of the identifier."), text, label);
  else
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND,
                 /* Translators: the first is a word like Athlete */
                 _("%s: nothing fits “%s”. Give the exact name or the beginning of the identifier."), label, text);
  return NULL;
}

/**
 * soleus_clinic_resolve:
 * @text: an exact name, or a unique beginning of an identifier
 *
 * Returns: (transfer full): the record, or %NULL with @error set (%SOLEUS_ERROR_NOT_FOUND)
 */
SoleusRecord *
soleus_clinic_resolve (SoleusClinic            *self,
                       const SoleusRecordKind  *kind,
                       const char              *text,
                       GError                 **error)
{
  g_auto (GStrv) ids = NULL;
  g_autofree char *prefix = g_ascii_strdown (text, -1);

  if (has_name (kind))
    {
      g_autoptr (GPtrArray) named = list_by_name (self, kind, text, error);

      if (named == NULL)
        return NULL;
      if (named->len == 1)
        return g_object_ref (named->pdata[0]);
      if (named->len > 1)
        return report_unresolved (kind, text, TRUE, error);
    }
  if (strlen (prefix) < SHORTEST_PREFIX || strspn (prefix, "0123456789abcdef-") != strlen (prefix))
    return report_unresolved (kind, text, FALSE, error);
  ids = soleus_store_list_ids_by_prefix (self->store, kind, prefix, 2, error);
  if (ids == NULL)
    return NULL;
  if (ids[0] == NULL || ids[1] != NULL)
    return report_unresolved (kind, text, ids[0] != NULL, error);
  return soleus_store_find (self->store, kind, ids[0], error);
}

GPtrArray *
soleus_clinic_list (SoleusClinic  *self,
                    SoleusQuery   *query,
                    GError       **error)
{
  return soleus_store_list (self->store, query, error);
}

gint64
soleus_clinic_count (SoleusClinic  *self,
                     SoleusQuery   *query,
                     GError       **error)
{
  return soleus_store_count (self->store, query, error);
}

/* The field that says when a record of a kind happened. */
static const char *
get_when (const SoleusRecordKind *kind)
{
  static const char *const candidates[] = { "onset", "time", "raised-at", "at", "date", "due", "issued-at" };

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    for (gsize j = 0; j < kind->n_fields; j++)
      if (g_str_equal (kind->fields[j].name, candidates[i]))
        return candidates[i];
  return "created-at";
}

GPtrArray *
soleus_clinic_list_of_athlete (SoleusClinic            *self,
                               const SoleusRecordKind  *kind,
                               const char              *athlete_id,
                               GError                 **error)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (kind);

  soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, athlete_id);
  soleus_query_order_by (query, get_when (kind), TRUE);
  return soleus_store_list (self->store, query, error);
}

GPtrArray *
soleus_clinic_list_of (SoleusClinic            *self,
                       const SoleusRecordKind  *kind,
                       const char              *field,
                       const char              *id,
                       GError                 **error)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (kind);

  soleus_query_where_text (query, field, SOLEUS_QUERY_EQUAL, id);
  soleus_query_order_by (query, get_when (kind), FALSE);
  soleus_query_order_by (query, "created-at", FALSE);
  return soleus_store_list (self->store, query, error);
}

/**
 * soleus_clinic_list_teams:
 *
 * Returns: (transfer full) (array zero-terminated=1): sorted, empty if that failed
 */
char **
soleus_clinic_list_teams (SoleusClinic *self)
{
  char **teams = soleus_athlete_search_list_teams (soleus_store_get_connection (self->store), NULL);

  return teams != NULL ? teams : g_new0 (char *, 1);
}

GPtrArray *
soleus_clinic_list_versions (SoleusClinic            *self,
                             const SoleusRecordKind  *kind,
                             const char              *id,
                             GError                 **error)
{
  return soleus_store_list_versions (self->store, kind, id, error);
}
