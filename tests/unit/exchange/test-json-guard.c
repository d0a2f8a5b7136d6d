#include "soleus-error.h"
#include "soleus-json-guard.h"

#include <string.h>

#define SIZE (1024 * 1024)

static void
assert_refused (const char *text,
                gsize       length,
                const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (soleus_json_guard_check (text, length, SIZE, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
}

static void
assert_refused_text (const char *text,
                     const char *part)
{
  assert_refused (text, strlen (text), part);
}

static void
assert_accepted (const char *text)
{
  g_autoptr (GError) error = NULL;

  soleus_json_guard_check (text, strlen (text), SIZE, &error);
  g_assert_no_error (error);
}

static void
test_accepts (void)
{
  assert_accepted ("{}");
  assert_accepted (" [1, 2.5, true, null, \"ü\"]\r\n");
  assert_accepted ("{\"a\": \"{ [ // # ' \\\" \\\\\", \"b\": [{}, []]}");
}

/* exactly the limit passes, one more does not */
static void
test_depth (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < SOLEUS_JSON_MAXIMUM_DEPTH; i++)
    g_string_append_c (text, '[');
  for (guint i = 0; i < SOLEUS_JSON_MAXIMUM_DEPTH; i++)
    g_string_append_c (text, ']');
  assert_accepted (text->str);

  g_string_prepend_c (text, '[');
  g_string_append_c (text, ']');
  assert_refused_text (text->str, "nested too deeply");
}

static void
test_bomb (void)
{
  g_autofree char *text = g_malloc (100000);

  memset (text, '[', 100000);
  assert_refused (text, 100000, "nested too deeply");
  for (gsize i = 0; i + 5 <= 100000; i += 5)
    memcpy (text + i, "{\"a\":", 5);
  assert_refused (text, 100000, "nested too deeply");
}

static void
test_comments (void)
{
  assert_refused_text ("{\n  // a remark\n}", "Line 2: comments");
  assert_refused_text ("/* a remark */ {}", "comments");
  assert_refused_text ("{}\n# a remark", "comments");
}

static void
test_roots (void)
{
  assert_refused_text ("{}\n{}", "Line 2: something follows");
  assert_refused_text ("[] 1", "something follows");
  assert_refused_text ("1", "does not begin with a bracket");
  assert_refused_text ("\"text\"", "does not begin with a bracket");
}

static void
test_empty (void)
{
  assert_refused (NULL, 0, "empty");
  assert_refused_text ("", "empty");
  assert_refused_text (" \n\t\n", "empty");
}

static void
test_encoding (void)
{
  assert_refused ("{\n\"a\": \"\xff\"}", 11, "Line 2: the text is not valid UTF-8");
  assert_refused ("{\"a\": \"\0\"}", 10, "UTF-8");
  assert_refused ("{\"\xc3", 3, "UTF-8");
  assert_refused_text ("{\"a\": \"\\u0000\"}", "character zero");
  assert_refused_text ("{\"a\": \"\\ud83d\"}", "half a character");
  assert_refused_text ("{\"a\": \"\\uD83Dx\"}", "half a character");
  assert_refused_text ("{\"a\": \"\\ud83d\\u0041\"}", "half a character");
  assert_refused_text ("{\"a\": \"\\ud83d\\ud83d\"}", "half a character");
  assert_refused_text ("{\n\"\\udc4b\": 1}", "Line 2: a text contains half a character");
  assert_accepted ("{\"a\": \"\\ud83d\\udc4b \\u00e4\\n\\\\udc4b\"}");
  assert_accepted ("{\"a\": \"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}");
  /* what json-glib makes of these: it cuts the text, or puts a byte into it */
  assert_refused_text ("{\"a\": \"A\\u00zzB\"}", "no character");
  assert_refused_text ("{\"a\": \"A\\u\"}", "no character");
  assert_refused_text ("{\"a\": \"A\\ud8\"}", "no character");
  assert_refused_text ("{\"a\": \"A\\000B\"}", "no character");
  assert_refused_text ("{\n\"a\": \"A\\377B\"}", "Line 2: a text contains a backslash");
  assert_refused_text ("{\"a\": \"A\\xB\"}", "no character");
}

static void
test_brackets (void)
{
  assert_refused_text ("{\n\n", "Line 3: the file ends too early");
  assert_refused_text ("[}", "was not opened");
  assert_refused_text ("]", "was not opened");
  assert_refused_text ("{\"a\n\": 1}", "not closed");
  assert_refused_text ("{\"a", "not closed");
  assert_refused_text ("{\"a\\", "not closed");
  assert_refused_text ("{'a': 1}", "double quotes");
}

static void
test_size (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (soleus_json_guard_check ("[1]", 3, 3, NULL));
  g_assert_false (soleus_json_guard_check ("[10]", 4, 3, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "too large"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-guard/ordinary_content_passes", test_accepts);
  g_test_add_func ("/json-guard/one_level_beyond_the_limit_is_refused", test_depth);
  g_test_add_func ("/json-guard/a_hundred_thousand_open_brackets_are_refused", test_bomb);
  g_test_add_func ("/json-guard/comments_are_refused_with_their_line", test_comments);
  g_test_add_func ("/json-guard/two_roots_and_bare_values_are_refused", test_roots);
  g_test_add_func ("/json-guard/empty_content_is_refused", test_empty);
  g_test_add_func ("/json-guard/invalid_text_and_zero_characters_are_refused", test_encoding);
  g_test_add_func ("/json-guard/brackets_and_quotes_must_match", test_brackets);
  g_test_add_func ("/json-guard/the_size_limit_holds_to_the_byte", test_size);

  return g_test_run ();
}
