#include "soleus-config.h"

#include "soleus-red-flag.h"

#include <glib/gi18n-lib.h>

static const SoleusField fields[] = {
  { "athlete", SOLEUS_FIELD_ID, N_("Athlete"), SOLEUS_FIELD_REQUIRED, .reference = "athlete" },
  { "episode", SOLEUS_FIELD_ID, N_("Episode"), .reference = "episode" },
  { "key", SOLEUS_FIELD_TEXT, N_("Key"), SOLEUS_FIELD_INTERNAL },
  { "kind", SOLEUS_FIELD_CHOICE, N_("Kind"), SOLEUS_FIELD_REQUIRED, .catalogue = soleus_catalogue_get_flag_kinds },
  { "side", SOLEUS_FIELD_ENUM, N_("Side"), .enum_type = soleus_side_get_type },
  { "urgency", SOLEUS_FIELD_ENUM, N_("Urgency"), .enum_type = soleus_urgency_get_type },
  { "target", SOLEUS_FIELD_ENUM, N_("Refer to"), .enum_type = soleus_referral_target_get_type },
  { "state", SOLEUS_FIELD_ENUM, N_("State"), .enum_type = soleus_flag_state_get_type },
  { "raised-at", SOLEUS_FIELD_MOMENT, N_("Raised"), SOLEUS_FIELD_REQUIRED },
  { "by-rule", SOLEUS_FIELD_BOOL, N_("Raised by rule"), SOLEUS_FIELD_INTERNAL },
  { "reason", SOLEUS_FIELD_TEXT, N_("Why"), SOLEUS_FIELD_LONG },
  { "basis-changed", SOLEUS_FIELD_TEXT, N_("Its basis changed"), SOLEUS_FIELD_LONG },
  { "referred-to", SOLEUS_FIELD_TEXT, N_("Referred to") },
  { "referred-at", SOLEUS_FIELD_MOMENT, N_("Referred") },
  { "referred-how", SOLEUS_FIELD_TEXT, N_("Referred by (letter, phone)") },
  { "outcome", SOLEUS_FIELD_TEXT, N_("Outcome"), SOLEUS_FIELD_LONG },
  { "outcome-at", SOLEUS_FIELD_MOMENT, N_("Outcome recorded") },
  { "not-clot-because", SOLEUS_FIELD_TEXT, N_("Why a clot is not suspected"), SOLEUS_FIELD_LONG },
  { "not-clot-at", SOLEUS_FIELD_MOMENT, N_("Written down"), SOLEUS_FIELD_INTERNAL },
  { "reopens", SOLEUS_FIELD_ID, N_("Opens again"), SOLEUS_FIELD_INTERNAL, .reference = "red-flag" },
};

static void
validate (SoleusRecord  *self,
          SoleusInstant  now,
          GPtrArray     *issues)
{
  if (soleus_record_get_enum (self, "state") == SOLEUS_FLAG_STATE_CLEARED &&
      (!soleus_record_is_known (self, "outcome") || !soleus_record_is_known (self, "outcome-at")))
    soleus_record_add_issue (issues, "outcome", g_strdup (_("A red flag closes only with an outcome. Write down what the doctor found and when.")));
  if (soleus_record_get_enum (self, "state") == SOLEUS_FLAG_STATE_REFERRED && !soleus_record_is_known (self, "referred-to"))
    soleus_record_add_issue (issues, "referred-to", g_strdup (_("Write down whom the athlete was referred to.")));
}

SOLEUS_DEFINE_RECORD (SoleusRedFlag, soleus_red_flag, "red-flag", "red_flags", N_("Red flag"), fields, validate)
