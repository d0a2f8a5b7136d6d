/* soleus-page-registry.c: one row per page. A new page is a .c .h .ui trio, its name in meson, its include and its row here. */
#define G_LOG_DOMAIN "soleus-page-registry"

#include "soleus-config.h"

#include "soleus-page-registry.h"

#include "soleus-athlete-editor-page.h"
#include "soleus-athlete-import-page.h"
#include "soleus-athlete-page.h"
#include "soleus-audit-page.h"
#include "soleus-backup-page.h"
#include "soleus-check-in-page.h"
#include "soleus-check-in-week-page.h"
#include "soleus-clot-page.h"
#include "soleus-document-page.h"
#include "soleus-encryption-page.h"
#include "soleus-episode-editor-page.h"
#include "soleus-episodes-page.h"
#include "soleus-first-run-page.h"
#include "soleus-flag-page.h"
#include "soleus-handout-page.h"
#include "soleus-import-page.h"
#include "soleus-letter-page.h"
#include "soleus-lock-page.h"
#include "soleus-preferences-page.h"
#include "soleus-privacy-page.h"
#include "soleus-protocol-page.h"
#include "soleus-relief-page.h"
#include "soleus-report-page.h"
#include "soleus-safety-page.h"
#include "soleus-screen-page.h"
#include "soleus-search-page.h"
#include "soleus-sheet-page.h"
#include "soleus-shoe-page.h"
#include "soleus-summary-page.h"
#include "soleus-today-page.h"
#include "soleus-versions-page.h"
#include "soleus-visit-editor-page.h"

#include <glib/gi18n-lib.h>

/* name, type, full window, title, target; sorted by name */
static const SoleusPageRow pages[] = {
  { "athlete", soleus_athlete_page_get_type, FALSE, N_("Athlete"), "ATHLETE[:TAB][:RECORD]" },
  { "athlete-editor", soleus_athlete_editor_page_get_type, TRUE, N_("Athlete Editor"), "new|ATHLETE" },
  { "audit", soleus_audit_page_get_type, FALSE, N_("Audit"), "[ATHLETE]" },
  { "backup", soleus_backup_page_get_type, FALSE, N_("Backup and Restore"), NULL },
  { "check-in", soleus_check_in_page_get_type, TRUE, N_("Check-In"), "ATHLETE[:DATE]" },
  { "check-in-week", soleus_check_in_week_page_get_type, TRUE, N_("Check-Ins of a Week"), "ATHLETE[:DATE]" },
  { "clot-screen", soleus_clot_page_get_type, TRUE, N_("Clot Screen"), "ATHLETE[:left|right]" },
  { "document", soleus_document_page_get_type, FALSE, N_("Document"), "DOCUMENT" },
  { "encryption", soleus_encryption_page_get_type, FALSE, N_("Encryption"), NULL },
  { "episode", soleus_episode_editor_page_get_type, TRUE, N_("Episode"), "new:ATHLETE|EPISODE" },
  { "episodes", soleus_episodes_page_get_type, FALSE, N_("Episodes"), NULL },
  { "first-run", soleus_first_run_page_get_type, TRUE, N_("First run"), NULL },
  { "flag", soleus_flag_page_get_type, FALSE, N_("Red Flag"), "FLAG" },
  { "handout", soleus_handout_page_get_type, TRUE, N_("Handout"), "ATHLETE[:VISIT]" },
  { "import", soleus_import_page_get_type, FALSE, N_("Import Training"), "[ATHLETE]" },
  { "import-athletes", soleus_athlete_import_page_get_type, FALSE, N_("Import Athletes"), NULL },
  { "letter", soleus_letter_page_get_type, TRUE, N_("Referral Letter"), "ATHLETE[:FLAG]" },
  { "lock", soleus_lock_page_get_type, FALSE, N_("Lock"), NULL },
  { "preferences", soleus_preferences_page_get_type, FALSE, N_("Preferences"), NULL },
  { "privacy", soleus_privacy_page_get_type, FALSE, N_("Copy, Restrict or Erase"), "[ATHLETE]" },
  { "protocol", soleus_protocol_page_get_type, FALSE, N_("Protocol"), "SECTION" },
  { "relief", soleus_relief_page_get_type, TRUE, N_("Relief"), "ATHLETE[:left|right]" },
  { "report", soleus_report_page_get_type, TRUE, N_("History Report"), "ATHLETE" },
  { "safety", soleus_safety_page_get_type, FALSE, N_("Safety"), NULL },
  { "screen", soleus_screen_page_get_type, TRUE, N_("Damage Screen"), "EPISODE" },
  { "search", soleus_search_page_get_type, FALSE, N_("Search Notes"), "[ATHLETE][:WORDS]" },
  { "sheet", soleus_sheet_page_get_type, TRUE, N_("Paper"), "bench-card|touch-line|check-in:ATHLETE|appointment:ATHLETE|team-check-in:TEAM|team-handouts:TEAM" },
  { "shoe", soleus_shoe_page_get_type, TRUE, N_("Shoes"), "new:ATHLETE|SHOE" },
  { "summary", soleus_summary_page_get_type, TRUE, N_("Visit Summary"), "VISIT" },
  { "today", soleus_today_page_get_type, FALSE, N_("Today"), NULL },
  { "versions", soleus_versions_page_get_type, FALSE, N_("Versions"), "KIND:RECORD" },
  { "visit", soleus_visit_editor_page_get_type, TRUE, N_("Visit"), "new:ATHLETE|VISIT" },
  { NULL, NULL, FALSE, NULL, NULL },
};

/**
 * soleus_page_registry_find:
 * @name: the name of a page
 *
 * Returns: (transfer none) (nullable): the page of that name, or %NULL if there is none
 */
const SoleusPageRow *
soleus_page_registry_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (const SoleusPageRow *row = pages; row->name != NULL; row++)
    if (g_str_equal (row->name, name))
      return row;

  return NULL;
}

/**
 * soleus_page_registry_list:
 * @n_rows: (out): the number of pages
 *
 * Returns: (transfer none) (array length=n_rows): all pages
 */
const SoleusPageRow *
soleus_page_registry_list (gsize *n_rows)
{
  *n_rows = G_N_ELEMENTS (pages) - 1;

  return pages;
}
