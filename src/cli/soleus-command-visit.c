#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-amendment.h"
#include "soleus-error.h"
#include "soleus-follow-up.h"
#include "soleus-measure.h"
#include "soleus-override.h"
#include "soleus-treatment.h"
#include "soleus-visit-void.h"
#include "soleus-visit.h"

static struct {
  char **treatments;
  char **measures;
  char  *override;
  char  *override_text;
  char  *consent;
  char  *athlete;
  char  *at;
  char  *reason;
} options;

static const GOptionEntry add_options[] = {
  { "treatment", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.treatments, N_("What was given, where and how long; may be repeated"), N_("MODALITY:SIDE:REGION[:MINUTES]") },
  { "measure", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.measures, N_("What was measured; may be repeated"), N_("TEST:LEFT:RIGHT or TEST:VALUE") },
  { "override", 0, 0, G_OPTION_ARG_STRING, &options.override, N_("Why the treatment is given although the window is not open"), N_("REASON") },
  { "override-text", 0, 0, G_OPTION_ARG_FILENAME, &options.override_text, N_("The same in your words"), N_("TEXT") },
  { "consent", 0, 0, G_OPTION_ARG_STRING, &options.consent, N_("Whether the athlete was informed and agreed"), "yes|no|unknown" },
  { NULL }
};

static const GOptionEntry list_options[] = {
  { "athlete", 0, 0, G_OPTION_ARG_FILENAME, &options.athlete, N_("Whose visits; without it, everyone’s"), N_("NAME") },
  { NULL }
};

static const GOptionEntry amend_options[] = {
  { "at", 0, 0, G_OPTION_ARG_STRING, &options.at, N_("When what a late entry tells of happened; it keeps the time at which it is written as well"), N_("TIME") },
  { NULL }
};

static const GOptionEntry void_options[] = {
  { "reason", 0, 0, G_OPTION_ARG_FILENAME, &options.reason, N_("Why it is to count no longer; the reason stays with it"), N_("TEXT") },
  { NULL }
};

static const char *const visit_left_out[] = { "state", NULL };
static const char *const amendment_left_out[] = { "visit", "athlete", "at", NULL };

/* a region, or a muscle that lies in one */
static gboolean
parse_region (const char    *text,
              int           *region,
              GError       **error)
{
  const SoleusCatalogueRow *muscle = soleus_catalogue_find (soleus_catalogue_get_muscles (), text);
  g_autofree char *regions = NULL;
  g_autofree char *muscles = NULL;

  if (soleus_enum_from_nick (SOLEUS_TYPE_REGION, text, region))
    return TRUE;
  if (muscle != NULL)
    {
      *region = muscle->value;
      return TRUE;
    }
  regions = soleus_enum_dup_nicks (SOLEUS_TYPE_REGION);
  muscles = soleus_catalogue_dup_ids (soleus_catalogue_get_muscles ());
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--treatment: “%s” is no region (%s) and no muscle (%s)."), text, regions, muscles);
  return FALSE;
}

static gboolean
is_gated (const char *modality)
{
  const SoleusCatalogueRow *row = soleus_catalogue_find (soleus_catalogue_get_modalities (), modality);

  return row != NULL && row->value != SOLEUS_MODALITY_FAMILY_NEITHER;
}

static SoleusRecord *
parse_treatment (const char    *text,
                 SoleusRecord  *visit,
                 GError       **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", -1);
  guint n_parts = g_strv_length (parts);
  g_autoptr (SoleusRecord) treatment = soleus_record_new (&soleus_treatment_kind);
  int region = SOLEUS_REGION_WHOLE_BODY;

  if (n_parts < 1 || n_parts > 4 || (n_parts < 3 && is_gated (parts[0])))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                   _("--treatment: write MODALITY:SIDE:REGION or MODALITY:SIDE:REGION:MINUTES, not “%s”."), text);
      return NULL;
    }
  soleus_record_set_text (treatment, "athlete", soleus_record_get_text (visit, "athlete"));
  soleus_record_set_text (treatment, "visit", soleus_record_get_id (visit));
  soleus_record_set_moment (treatment, "at", soleus_record_get_moment (visit, "time"));
  if (!soleus_record_set_from_text (treatment, "modality", parts[0], error) ||
      (n_parts > 1 && !soleus_record_set_from_text (treatment, "side", parts[1], error)) ||
      (n_parts > 2 && !parse_region (parts[2], &region, error)) ||
      (n_parts > 3 && !soleus_record_set_from_text (treatment, "minutes", parts[3], error)))
    return NULL;
  soleus_record_set_enum (treatment, "region", region);
  return g_steal_pointer (&treatment);
}

static SoleusRecord *
parse_measure (const char    *text,
               SoleusRecord  *visit,
               GError       **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", -1);
  guint n_parts = g_strv_length (parts);
  g_autoptr (SoleusRecord) measure = soleus_record_new (&soleus_measure_kind);

  if (n_parts < 2 || n_parts > 3)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--measure: write TEST:LEFT:RIGHT or TEST:VALUE, not “%s”."), text);
      return NULL;
    }
  soleus_record_set_text (measure, "athlete", soleus_record_get_text (visit, "athlete"));
  soleus_record_set_text (measure, "visit", soleus_record_get_id (visit));
  soleus_record_set_moment (measure, "at", soleus_record_get_moment (visit, "time"));
  if (!soleus_record_set_from_text (measure, "test", parts[0], error) ||
      !soleus_record_set_from_text (measure, n_parts == 3 ? "left" : "value", parts[1], error) ||
      (n_parts == 3 && !soleus_record_set_from_text (measure, "right", parts[2], error)))
    return NULL;
  return g_steal_pointer (&measure);
}

static gboolean
add_parts (char          **texts,
           SoleusRecord   *visit,
           SoleusChange   *change,
           SoleusRecord *(*parse) (const char *, SoleusRecord *, GError **),
           GError        **error)
{
  for (gsize i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_autoptr (SoleusRecord) part = parse (texts[i], visit, error);

      if (part == NULL)
        return FALSE;
      soleus_change_add (change, part);
    }
  return TRUE;
}

static gboolean
apply_override (SoleusChange  *change,
                GError       **error)
{
  int reason = SOLEUS_OVERRIDE_REASON_OTHER;
  int consent = SOLEUS_ANSWER_UNKNOWN;
  g_autofree char *nicks = NULL;

  if (options.override == NULL && options.override_text == NULL)
    return TRUE;
  if (options.override == NULL || options.override_text == NULL || options.override_text[0] == '\0')
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                   _("To decide against the rule, give the reason (--override) and describe it (--override-text)."));
      return FALSE;
    }
  if (!soleus_enum_from_nick (SOLEUS_TYPE_OVERRIDE_REASON, options.override, &reason))
    {
      nicks = soleus_enum_dup_nicks (SOLEUS_TYPE_OVERRIDE_REASON);
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--override cannot be “%s”. Choose from: %s."), options.override, nicks);
      return FALSE;
    }
  if (options.consent != NULL && !soleus_enum_from_nick (SOLEUS_TYPE_ANSWER, options.consent, &consent))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--consent is yes, no or unknown, not “%s”."), options.consent);
      return FALSE;
    }
  soleus_change_set_override (change, (SoleusOverrideReason) reason, options.override_text, (SoleusAnswer) consent);
  return TRUE;
}

static void
add_follow_up (SoleusRecord *visit,
               SoleusChange *change)
{
  g_autoptr (SoleusRecord) follow_up = NULL;

  if (!soleus_record_is_known (visit, "follow-up"))
    return;
  follow_up = soleus_record_new (&soleus_follow_up_kind);
  soleus_record_set_text (follow_up, "athlete", soleus_record_get_text (visit, "athlete"));
  soleus_record_set_text (follow_up, "visit", soleus_record_get_id (visit));
  soleus_record_set_text (follow_up, "due", soleus_record_get_text (visit, "follow-up"));
  soleus_record_set_text (follow_up, "text", _("Look at it again"));
  soleus_change_add (change, follow_up);
}

static gboolean
add (SoleusCommandContext  *context,
     GError               **error)
{
  g_autoptr (SoleusChange) change = soleus_change_new ();
  g_autoptr (SoleusRecord) visit = soleus_record_new (&soleus_visit_kind);

  if (!soleus_record_options_apply (context->record, visit, context->clinic, error))
    return FALSE;
  if (!soleus_record_is_known (visit, "athlete") || !soleus_record_is_known (visit, "time"))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("A visit needs --athlete and --time."));
      return FALSE;
    }
  soleus_change_add (change, visit);
  if (!add_parts (options.treatments, visit, change, parse_treatment, error) ||
      !add_parts (options.measures, visit, change, parse_measure, error) ||
      !apply_override (change, error))
    return FALSE;
  add_follow_up (visit, change);
  if (!soleus_clinic_commit (context->clinic, change, error))
    return FALSE;
  soleus_command_print_id (context, soleus_record_get_id (visit));
  return TRUE;
}

static gboolean
list (SoleusCommandContext  *context,
      GError               **error)
{
  static const char *const columns[] = { "id", "time", "state", "assessment", "follow-up", NULL };
  g_autoptr (GPtrArray) visits = soleus_command_list (context, &soleus_visit_kind, options.athlete, error);

  if (visits == NULL)
    return FALSE;
  soleus_command_print_list (context, visits, &soleus_visit_kind, columns);
  return TRUE;
}

static gboolean
print_parts (SoleusCommandContext    *context,
             const SoleusRecordKind  *kind,
             SoleusRecord            *visit,
             const char *const       *columns,
             GError                 **error)
{
  g_autoptr (GPtrArray) parts = soleus_clinic_list_of (context->clinic, kind, "visit", soleus_record_get_id (visit), error);

  if (parts == NULL)
    return FALSE;
  soleus_printer_key (context->printer, kind->plural, g_dgettext (GETTEXT_PACKAGE, kind->label));
  soleus_printer_records (context->printer, parts, columns, NULL);
  return TRUE;
}

static gboolean
show (SoleusCommandContext  *context,
      GError               **error)
{
  static const char *const treatment_columns[] = { "at", "modality", "side", "region", "minutes", "state-then", NULL };
  static const char *const measure_columns[] = { "test", "left", "right", "value", NULL };
  static const char *const override_columns[] = { "at", "rule", "state", "reason", "text", "consent", NULL };
  static const char *const amendment_columns[] = { "at", "kind", "section", "text", "reason", NULL };
  g_autoptr (SoleusRecord) visit = soleus_command_resolve (context, &soleus_visit_kind, 0, error);
  gboolean ok;

  if (visit == NULL)
    return FALSE;
  soleus_printer_key (context->printer, "visit", _("Visit"));
  soleus_printer_begin_map (context->printer);
  soleus_printer_record_fields (context->printer, visit);
  ok = print_parts (context, &soleus_treatment_kind, visit, treatment_columns, error) &&
       print_parts (context, &soleus_measure_kind, visit, measure_columns, error) &&
       print_parts (context, &soleus_override_kind, visit, override_columns, error) &&
       print_parts (context, &soleus_amendment_kind, visit, amendment_columns, error);
  soleus_printer_end (context->printer);
  return ok;
}

static gboolean
sign (SoleusCommandContext  *context,
      GError               **error)
{
  g_autoptr (SoleusRecord) stored = soleus_command_resolve (context, &soleus_visit_kind, 0, error);
  g_autoptr (SoleusRecord) visit = NULL;
  g_autoptr (SoleusMoment) now = soleus_moment_new_local (soleus_clinic_get_now (context->clinic));
  SoleusRecord *therapist = soleus_clinic_get_therapist (context->clinic);

  if (stored == NULL)
    return FALSE;
  if (soleus_record_get_enum (stored, "state") == SOLEUS_VISIT_STATE_SIGNED)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("This visit is signed already. Add to it with “visit amend”."));
      return FALSE;
    }
  visit = soleus_record_copy (stored);
  soleus_record_set_enum (visit, "state", SOLEUS_VISIT_STATE_SIGNED);
  soleus_record_set_moment (visit, "signed-at", now);
  if (therapist != NULL)
    soleus_record_set_text (visit, "signed-by", soleus_record_get_id (therapist));
  if (!soleus_clinic_save (context->clinic, visit, error))
    return FALSE;
  soleus_command_print_id (context, soleus_record_get_id (visit));
  return TRUE;
}

static gboolean
amend (SoleusCommandContext  *context,
       GError               **error)
{
  g_autoptr (SoleusRecord) visit = soleus_command_resolve (context, &soleus_visit_kind, 0, error);
  g_autoptr (SoleusRecord) amendment = soleus_record_new (&soleus_amendment_kind);
  g_autoptr (SoleusMoment) now = soleus_moment_new_local (soleus_clinic_get_now (context->clinic));

  if (visit == NULL)
    return FALSE;
  if (soleus_record_options_get (context->record, "kind") == NULL)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Say what it is: --kind addendum, correction or late-entry."));
      return FALSE;
    }
  soleus_record_set_text (amendment, "visit", soleus_record_get_id (visit));
  soleus_record_set_text (amendment, "athlete", soleus_record_get_text (visit, "athlete"));
  soleus_record_set_moment (amendment, "at", now);
  if (options.at != NULL && g_strcmp0 (soleus_record_options_get (context->record, "kind"), "late-entry") != 0)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--at is for a late entry: an addendum and a correction have the time at which they are written."));
      return FALSE;
    }
  if (options.at != NULL && !soleus_record_set_from_text (amendment, "at", options.at, error))
    return FALSE;
  if (!soleus_record_options_apply (context->record, amendment, context->clinic, error) ||
      !soleus_clinic_save (context->clinic, amendment, error))
    return FALSE;
  soleus_command_print_id (context, soleus_record_get_id (amendment));
  return TRUE;
}

/* Void with a reason instead of delete. */
static gboolean
make_void (SoleusCommandContext  *context,
           GError               **error)
{
  g_autoptr (SoleusRecord) visit = soleus_command_resolve (context, &soleus_visit_kind, 0, error);

  if (visit == NULL || !soleus_visit_void_run (context->clinic, soleus_record_get_id (visit), options.reason, error))
    return FALSE;
  soleus_command_print_id (context, soleus_record_get_id (visit));
  return TRUE;
}

const SoleusCommand soleus_commands_visit[] = {
  { "visit", "add", SOLEUS_COMMAND_WRITE, 0, NULL, N_("Record a visit with its treatments; prints the identifier"), &soleus_visit_kind, visit_left_out, add_options, add },
  { "visit", "list", SOLEUS_COMMAND_READ, 0, NULL, N_("List visits, the newest first"), NULL, NULL, list_options, list },
  { "visit", "show", SOLEUS_COMMAND_READ, 1, N_("VISIT"), N_("Show a visit with treatments, measures, decisions and amendments"), NULL, NULL, NULL, show },
  { "visit", "sign", SOLEUS_COMMAND_WRITE, 1, N_("VISIT"), N_("Sign a visit; from then on it is only amended"), NULL, NULL, NULL, sign },
  { "visit", "amend", SOLEUS_COMMAND_WRITE, 1, N_("VISIT"), N_("Add a dated addendum, correction or late entry"), &soleus_amendment_kind, amendment_left_out, amend_options, amend },
  { "visit", "void", SOLEUS_COMMAND_WRITE, 1, N_("VISIT"), N_("Make a visit void with a reason, instead of deleting it; what belongs to it with it"), NULL, NULL, void_options, make_void },
  { NULL }
};
