/* soleus-athlete-tabs.c: one row per tab of the athlete page; the order is that of Alt+1, Alt+2, … */
#define G_LOG_DOMAIN "soleus-athlete-tabs"

#include "soleus-config.h"

#include "soleus-athlete-tabs.h"

#include "soleus-episodes-tab.h"
#include "soleus-overview-tab.h"
#include "soleus-factors-tab.h"
#include "soleus-documents-tab.h"
#include "soleus-plan-tab.h"
#include "soleus-visits-tab.h"

#include <glib/gi18n-lib.h>

/* A tab is added with its include above and one row here: overview, episodes, visits, factors, plan, documents. */
static const SoleusAthleteTabRow tabs[] = {
  { "overview", N_("Overview"), "view-grid-symbolic", soleus_overview_tab_get_type },
  { "episodes", N_("Episodes"), "view-list-symbolic", soleus_episodes_tab_get_type },
  { "visits", N_("Visits"), "x-office-calendar-symbolic", soleus_visits_tab_get_type },
  { "factors", N_("Risk Factors"), "dialog-question-symbolic", soleus_factors_tab_get_type },
  { "plan", N_("Plan"), "view-list-ordered-symbolic", soleus_plan_tab_get_type },
  { "documents", N_("Documents"), "folder-documents-symbolic", soleus_documents_tab_get_type },
  { NULL, NULL, NULL, NULL },
};

/**
 * soleus_athlete_tabs_list:
 * @n_rows: (out): the number of tabs
 *
 * Returns: (transfer none) (array length=n_rows): the tabs in their order; the titles are not yet translated
 */
const SoleusAthleteTabRow *
soleus_athlete_tabs_list (gsize *n_rows)
{
  *n_rows = G_N_ELEMENTS (tabs) - 1;

  return tabs;
}
