#include "soleus-config.h"

#include "soleus-import-counts.h"

#include <glib/gi18n-lib.h>

/**
 * soleus_import_counts_format:
 *
 * Returns: (transfer full): “12 new · 3 known”; new ones are named also where there are none
 */
char *
soleus_import_counts_format (guint n_new,
                             guint n_known,
                             guint n_duplicates,
                             guint n_refused)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u new", "%u new", n_new), n_new);
  if (n_known > 0)
    g_string_append_printf (text, ngettext (" · %u known", " · %u known", n_known), n_known);
  if (n_duplicates > 0)
    g_string_append_printf (text, ngettext (" · %u possible duplicate", " · %u possible duplicates", n_duplicates), n_duplicates);
  if (n_refused > 0)
    g_string_append_printf (text, ngettext (" · %u refused", " · %u refused", n_refused), n_refused);
  return g_string_free (text, FALSE);
}
