/* What is written as JSON or CSV comes back the same, and a table cannot smuggle in a formula. */
#include "soleus-config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "soleus-csv.h"
#include "soleus-json-printer.h"
#include "soleus-json-record.h"
#include "soleus-records.h"

static SoleusRecord *
create_episode (void)
{
  SoleusRecord *episode = soleus_record_new (&soleus_episode_kind);
  g_autoptr (SoleusMoment) onset = soleus_moment_new (G_GINT64_CONSTANT (1774724400123456), 3600, SOLEUS_PRECISION_ABOUT);
  g_autoptr (SoleusMoment) end = soleus_moment_new (G_GINT64_CONSTANT (1774738800000000), 7200, SOLEUS_PRECISION_DAY);

  soleus_record_set_text (episode, "athlete", "11111111-1111-4111-8111-111111111111");
  soleus_record_set_moment (episode, "onset", onset);
  soleus_record_set_moment (episode, "end", end);
  soleus_record_set_enum (episode, "side", SOLEUS_SIDE_BOTH);
  soleus_record_set_text (episode, "muscle", "soleus");
  soleus_record_set_int (episode, "pain", 0);
  soleus_record_set_real (episode, "temperature-c", 0.1 + 0.2);
  soleus_record_set_answer (episode, "screen", "bruising", SOLEUS_ANSWER_NO);
  soleus_record_set_answer (episode, "signs", "swelling", SOLEUS_ANSWER_YES);
  soleus_record_set_text (episode, "note", "“Quoted” \"text\" \\ with\ttab,\nline end, 走野 and \x01 a control character");
  return episode;
}

static char *
dup_json (SoleusRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (SoleusJsonPrinter) printer = soleus_json_printer_new (stream, 2);

  soleus_printer_record (SOLEUS_PRINTER (printer), record);
  soleus_json_printer_finish (printer, &error);
  g_assert_no_error (error);
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

static SoleusRecord *
read_json (const char  *json,
           GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_true (json_parser_load_from_data (parser, json, -1, NULL));
  return soleus_json_record_read (&soleus_episode_kind, json_node_get_object (json_parser_get_root (parser)), error);
}

static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusRecord) episode = create_episode ();
  g_autofree char *json = dup_json (episode);
  g_autoptr (SoleusRecord) back = read_json (json, &error);

  g_assert_no_error (error);
  g_assert_true (soleus_record_equal (episode, back));
}

static void
test_unknown (void)
{
  g_autoptr (SoleusRecord) episode = create_episode ();
  g_autofree char *json = dup_json (episode);

  g_assert_nonnull (strstr (json, "\"pain\": 0"));
  g_assert_nonnull (strstr (json, "\"humidity-percent\": null"));
  g_assert_nonnull (strstr (json, "\"pop-felt\": null"));
  g_assert_nonnull (strstr (json, "\"onset-precision\": \"about\""));
}

static void
test_wrong_types (void)
{
  static const char *const wrong[] = {
    "{\"pain\": \"much\"}", "{\"pain\": 3.5}", "{\"pain\": [3]}", "{\"onset\": 5}", "{\"side\": \"top\"}", "{\"muscle\": \"elbow\"}",
    "{\"screen\": {\"itches\": \"yes\"}}", "{\"screen\": {\"bruising\": \"maybe\"}}", "{\"screen\": \"yes\"}", "{\"athlete\": \"Mara\"}",
    "{\"onset\": \"2026-02-30T10:00\"}", "{\"note\": {}}", "{\"pain\": 1e300}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SoleusRecord) record = read_json (wrong[i], &error);

      g_test_message ("%s", wrong[i]);
      g_assert_null (record);
      g_assert_nonnull (error);
    }
}

static char *
dup_csv_round_trip (const char *value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = NULL;
  char delimiter;

  soleus_csv_append_field (text, "first", TRUE);
  soleus_csv_append_field (text, value, FALSE);
  soleus_csv_append_field (text, "last", FALSE);
  g_string_append (text, "\r\n");
  rows = soleus_csv_parse (text->str, text->len, &delimiter, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpuint (g_strv_length (((SoleusCsvRow *) rows->pdata[0])->fields), ==, 3);
  return soleus_csv_unguard (((SoleusCsvRow *) rows->pdata[0])->fields[1]);
}

static void
test_csv_round_trip (void)
{
  static const char *const values[] = {
    "", "plain", "=1+1", "+49 30 123", "-", "-3.5", "@home", "'quoted", "'=1", "''=1", "a,b", "a;b", "say \"ha\"", "two\nlines", "\ttab",
    " space", "走野", "'", "\"", "=\"x\"", "1e5",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *back = dup_csv_round_trip (values[i]);

      g_assert_cmpstr (back, ==, values[i]);
    }
}

static void
test_csv_guard (void)
{
  static const char *const formulas[] = { "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "'=1" };

  for (gsize i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      soleus_csv_append_field (text, formulas[i], TRUE);
      g_assert_true (text->str[0] == '\'' || g_str_has_prefix (text->str, "\"'"));
    }
}

static void
test_csv_shapes (void)
{
  static const char text[] = "\xef\xbb\xbf" "a;b\n1;\"x;\"\"y\"\"\nz\"\n\n3;\n";
  char delimiter;
  g_autoptr (GPtrArray) rows = soleus_csv_parse (text, sizeof text - 1, &delimiter, NULL);
  SoleusCsvRow *row;

  g_assert_cmpint (delimiter, ==, ';');
  g_assert_cmpuint (rows->len, ==, 3);
  row = rows->pdata[0];
  g_assert_cmpstr (row->fields[0], ==, "a");
  row = rows->pdata[1];
  g_assert_cmpstr (row->fields[1], ==, "x;\"y\"\nz");
  row = rows->pdata[2];
  g_assert_cmpuint (row->line, ==, 5);
  g_assert_cmpstr (row->fields[1], ==, "");
}

static void
test_csv_open_quote (void)
{
  g_autoptr (GError) error = NULL;
  char delimiter;

  g_assert_null (soleus_csv_parse ("a,\"b\nc", 7, &delimiter, &error));
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/a_record_comes_back_the_same", test_round_trip);
  g_test_add_func ("/json/unknown_is_null_and_never_zero", test_unknown);
  g_test_add_func ("/json/what_cannot_be_is_refused_with_a_sentence", test_wrong_types);
  g_test_add_func ("/csv/every_text_comes_back_the_same", test_csv_round_trip);
  g_test_add_func ("/csv/no_field_begins_like_a_formula", test_csv_guard);
  g_test_add_func ("/csv/marks_quotes_and_empty_lines_are_read", test_csv_shapes);
  g_test_add_func ("/csv/an_open_quotation_mark_is_an_error", test_csv_open_quote);

  return g_test_run ();
}
