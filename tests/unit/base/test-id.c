/* Whole identifiers and what only looks like one. */
#include "soleus-id.h"

static const char whole[] = "0f8fad5b-D9CB-469f-a165-70867728950e";

static void
test_whole_ones_are_valid (void)
{
  g_assert_true (soleus_id_is_valid (whole));
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *id = soleus_id_new ();

      g_assert_true (soleus_id_is_valid (id));
    }
}

static void
test_shorter_and_longer_ones_are_not (void)
{
  g_assert_false (soleus_id_is_valid (NULL));
  for (gsize length = 0; length < strlen (whole); length++)
    {
      g_autofree char *shorter = g_strndup (whole, length);

      g_assert_false (soleus_id_is_valid (shorter));
    }
  g_assert_false (soleus_id_is_valid ("0f8fad5b-d9cb-469f-a165-70867728950e0"));
  g_assert_false (soleus_id_is_valid ("0f8fad5b-d9cb-469f-a165-70867728950e "));
}

/* GLib is asked about each byte at each place. */
static void
test_each_byte_counts (void)
{
  for (gsize at = 0; at < strlen (whole); at++)
    for (int byte = 1; byte < 256; byte++)
      {
        g_autofree char *id = g_strdup (whole);

        id[at] = (char) byte;
        g_assert_cmpint (soleus_id_is_valid (id), ==, g_uuid_string_is_valid (id));
      }
}

#define ADD(name) g_test_add_func ("/id/" #name, test_##name)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD (whole_ones_are_valid);
  ADD (shorter_and_longer_ones_are_not);
  ADD (each_byte_counts);
  return g_test_run ();
}
