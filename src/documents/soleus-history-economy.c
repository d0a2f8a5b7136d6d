/* soleus-history-economy.c: what is left out of a list so that the report keeps to its pages, and how that is said */
#include "soleus-config.h"

#include "soleus-history-private.h"

#include "soleus-document-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* for each economy: the share of the rows in percent, and how much of a long text. The first one leaves out drawings of tests alone. */
static const struct {
  guint rows;
  glong characters; /* 0: all of it */
} steps[SOLEUS_HISTORY_MOST_ECONOMY + 1] = {
  { 100, 0 }, { 100, 0 }, { 70, 80 }, { 45, 60 }, { 30, 50 }, { 15, 40 },
};

/**
 * _soleus_history_count_rows:
 * @section: of the list
 * @n: its rows
 * @most: for which there is room in a report without economy
 *
 * Returns: how many rows of the list are shown; all of them where it is the only one that is asked for
 */
gsize
_soleus_history_count_rows (const SoleusHistorySpec *spec,
                            guint                    section,
                            gsize                    n,
                            gsize                    most)
{
  gsize room = (spec->large_print ? most / 2 : most) * steps[spec->economy].rows / 100; /* letters twice as large leave half */

  return spec->sections == section ? n : MIN (n, MAX (room, 1));
}

/**
 * _soleus_history_dup_short:
 * @section: of the list
 * @text: (nullable): written by somebody, so of any length
 *
 * Returns: (transfer full) (nullable): @text, or its first words and “…” where there is no room for it
 */
char *
_soleus_history_dup_short (const SoleusHistorySpec *spec,
                           guint                    section,
                           const char              *text)
{
  glong most = steps[spec->economy].characters;
  g_autofree char *start = NULL;
  char *space;

  if (text == NULL || most == 0 || spec->sections == section || g_utf8_strlen (text, -1) <= most)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, most);
  space = strrchr (start, ' ');
  if (space != NULL && space > start)
    *space = '\0';
  return g_strconcat (start, "…", NULL);
}

/**
 * _soleus_history_add_rest:
 * @n: how many rows the list leaves out
 * @first: of the oldest row
 *
 * Says what a list leaves out, and how to get it.
 */
void
_soleus_history_add_rest (const SoleusHistorySpec *spec,
                          SoleusBlock             *section,
                          gsize                    n,
                          SoleusInstant            first)
{
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  date = soleus_document_date_format_date (first, spec->language);
  /* TRANSLATORS: below the newest rows of a list on paper; the date is that of the oldest row */
  text = g_strdup_printf (ngettext ("%u earlier row, from %s on, is left out. A report of this section alone lists it.",
                                    "%u earlier rows, from %s on, are left out. A report of this section alone lists them.", (gulong) n), (guint) n, date);
  _soleus_history_add_note (spec, section, text);
}
