#include "soleus-config.h"

#include "soleus-catalogue.h"

#include <glib/gi18n-lib.h>

/**
 * soleus_catalogue_find:
 * @self: a catalogue
 * @id: (nullable): stable text
 *
 * Returns: (transfer none) (nullable): the row, %NULL if there is none
 */
const SoleusCatalogueRow *
soleus_catalogue_find (const SoleusCatalogue *self,
                       const char            *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (id == NULL)
    return NULL;
  for (gsize i = 0; i < self->n_rows; i++)
    if (g_str_equal (self->rows[i].id, id))
      return &self->rows[i];
  return NULL;
}

/**
 * soleus_catalogue_row_get_label:
 *
 * Returns: (transfer none): the translated label
 */
const char *
soleus_catalogue_row_get_label (const SoleusCatalogueRow *row)
{
  g_return_val_if_fail (row != NULL, "");

  return g_dgettext (GETTEXT_PACKAGE, row->label);
}

/**
 * soleus_catalogue_row_get_caveat:
 *
 * Returns: (transfer none) (nullable): the translated sentence that must stand wherever the row is shown
 */
const char *
soleus_catalogue_row_get_caveat (const SoleusCatalogueRow *row)
{
  g_return_val_if_fail (row != NULL, NULL);

  return row->caveat != NULL ? g_dgettext (GETTEXT_PACKAGE, row->caveat) : NULL;
}

/**
 * soleus_catalogue_get_label:
 * @self: a catalogue
 * @id: (nullable): stable text
 *
 * Returns: (transfer none): the translated label of the row, @id itself if there is no such row, "" for %NULL
 */
const char *
soleus_catalogue_get_label (const SoleusCatalogue *self,
                            const char            *id)
{
  const SoleusCatalogueRow *row = soleus_catalogue_find (self, id);

  if (row != NULL)
    return soleus_catalogue_row_get_label (row);
  return id != NULL ? id : "";
}

/**
 * soleus_catalogue_dup_ids:
 *
 * Returns: (transfer full): all ids, "calf, soleus", for a message that names the choices
 */
char *
soleus_catalogue_dup_ids (const SoleusCatalogue *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (gsize i = 0; i < self->n_rows; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", self->rows[i].id);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
