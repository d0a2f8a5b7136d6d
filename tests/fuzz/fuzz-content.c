/* What a clinic adds to the protocol (JSON): taken whole, or not at all and with a sentence. */
#include "fuzz-scratch.h"

#include "soleus-content-own.h"
#include "soleus-content-reader.h"

static char *
describe (SoleusContent *content)
{
  GListModel *sections = soleus_content_list_sections (content);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%u %s", g_list_model_get_n_items (soleus_content_list_exercises (content)), soleus_content_get_version (content));
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (SoleusContentSection) section = g_list_model_get_item (sections, i);

      g_string_append_printf (text, " %s %u %u", soleus_content_section_get_id (section), g_list_model_get_n_items (soleus_content_section_get_lines (section)),
                              g_strv_length ((char **) soleus_content_section_get_exercises (section)));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static SoleusContent *content;
  g_autofree char *folder = g_path_get_dirname (fuzz_scratch_write ("en.json", data, size));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  if (content == NULL)
    content = soleus_content_load (SOLEUS_CONTENT_RESOURCES, "en", &error);
  g_assert_no_error (error);
  before = describe (content);
  if (soleus_content_read_own (content, folder, &error))
    {
      /* read anew for each that was taken */
      g_clear_object (&content);
      return 0;
    }
  fuzz_scratch_check_error (error);
  after = describe (content);
  if (!g_str_equal (before, after))
    g_error ("Some of what is wrong was taken.");
  return 0;
}
