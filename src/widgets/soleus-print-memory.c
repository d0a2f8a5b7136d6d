#include "soleus-config.h"

#include "soleus-print-memory.h"

#define PAPERS_KEY   "papers"
#define PRINTERS_KEY "printers"

/* What belongs to one job alone, and what would tell whom a file was about; the paper is chosen before, with the preview. */
static const char *const forgotten[] = {
  GTK_PRINT_SETTINGS_OUTPUT_URI, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, GTK_PRINT_SETTINGS_OUTPUT_DIR, GTK_PRINT_SETTINGS_N_COPIES,
  GTK_PRINT_SETTINGS_PRINT_PAGES, GTK_PRINT_SETTINGS_PAGE_RANGES, GTK_PRINT_SETTINGS_PAPER_FORMAT, GTK_PRINT_SETTINGS_PAPER_WIDTH,
  GTK_PRINT_SETTINGS_PAPER_HEIGHT,
};

/* (nullable): a program started from its build folder has none */
static GSettings *
create_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, SOLEUS_APPLICATION_ID, TRUE) : NULL;

  return schema != NULL && g_settings_schema_has_key (schema, PAPERS_KEY) ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/* Replaces the entry of one kind in a dictionary; the others stay. */
static void
put (GSettings  *settings,
     const char *key,
     const char *kind,
     GVariant   *value)
{
  g_autoptr (GVariant) all = g_settings_get_value (settings, key);
  g_autoptr (GVariant) sunk = g_variant_ref_sink (value);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other;
  GVariant *entry;

  g_variant_builder_init (&builder, g_variant_get_type (all));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s@*}", &other, &entry))
    {
      if (!g_str_equal (other, kind))
        g_variant_builder_add (&builder, "{s@*}", other, entry);
      g_variant_unref (entry);
    }
  g_variant_builder_add (&builder, "{s@*}", kind, sunk);
  g_settings_set_value (settings, key, g_variant_builder_end (&builder));
}

/**
 * soleus_print_memory_get_paper:
 * @kind: the kind of paper: "handout"
 * @paper: (out) (transfer full): "a4", "letter"
 * @large_print: (out)
 *
 * Returns: %FALSE if none was chosen on this machine; @paper and @large_print are not touched then
 */
gboolean
soleus_print_memory_get_paper (const char  *kind,
                               char       **paper,
                               gboolean    *large_print)
{
  g_autoptr (GSettings) settings = create_settings ();
  g_autoptr (GVariant) all = settings != NULL ? g_settings_get_value (settings, PAPERS_KEY) : NULL;
  g_autoptr (GVariant) entry = all != NULL ? g_variant_lookup_value (all, kind, G_VARIANT_TYPE ("(sb)")) : NULL;

  if (entry == NULL)
    return FALSE;
  g_variant_get (entry, "(sb)", paper, large_print);
  return TRUE;
}

/**
 * soleus_print_memory_set_paper:
 * @kind: the kind of paper
 * @paper: "a4", "letter"
 * @large_print: whether letters are large
 *
 * Remembers them for the next paper of this kind.
 */
void
soleus_print_memory_set_paper (const char *kind,
                               const char *paper,
                               gboolean    large_print)
{
  g_autoptr (GSettings) settings = create_settings ();

  g_return_if_fail (kind != NULL && paper != NULL);

  if (settings != NULL)
    put (settings, PAPERS_KEY, kind, g_variant_new ("(sb)", paper, large_print));
}

/**
 * soleus_print_memory_get_settings:
 * @kind: the kind of paper
 *
 * Returns: (transfer full) (nullable): what the print dialog begins with; %NULL: as it comes
 */
GtkPrintSettings *
soleus_print_memory_get_settings (const char *kind)
{
  g_autoptr (GSettings) settings = create_settings ();
  g_autoptr (GVariant) all = settings != NULL ? g_settings_get_value (settings, PRINTERS_KEY) : NULL;
  g_autoptr (GVariant) entry = all != NULL ? g_variant_lookup_value (all, kind, G_VARIANT_TYPE_VARDICT) : NULL;

  return entry != NULL ? gtk_print_settings_new_from_gvariant (entry) : NULL;
}

/**
 * soleus_print_memory_set_settings:
 * @kind: the kind of paper
 * @settings: what was chosen in the print dialog
 *
 * Remembers printer, sides, orientation, tray and the like; no file name, no number of copies, no range of pages.
 */
void
soleus_print_memory_set_settings (const char       *kind,
                                  GtkPrintSettings *settings)
{
  g_autoptr (GSettings) store = create_settings ();
  g_autoptr (GtkPrintSettings) kept = NULL;

  g_return_if_fail (kind != NULL && GTK_IS_PRINT_SETTINGS (settings));

  if (store == NULL)
    return;
  kept = gtk_print_settings_copy (settings);
  for (gsize i = 0; i < G_N_ELEMENTS (forgotten); i++)
    gtk_print_settings_unset (kept, forgotten[i]);
  put (store, PRINTERS_KEY, kind, gtk_print_settings_to_gvariant (kept));
}
