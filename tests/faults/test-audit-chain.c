/* T15: one row changed, deleted, inserted or moved behind the program's back is found and named; control: SQLite's own check sees none */
#include "soleus-config.h"

#include <sqlite3.h>
#include <string.h>

#include "fault-clinic.h"

static const char *const kinds[] = { "athlete", "episode", "visit", "treatment", "measure", "contact", "medication", "check_in", "amendment", "document" };

static sqlite3 *
open_behind (const char *path)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_cut", NULL, NULL, NULL), ==, SQLITE_OK);
  return handle;
}

/* Returns: (transfer full): a statement that changes something that matters */
static char *
dup_attack (GRand *rand,
            guint  n_audit)
{
  const char *kind = kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))];
  int seq = g_rand_int_range (rand, 1, (int) n_audit + 1);
  int other = seq % (int) n_audit + 1;

  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0:
      return g_strdup_printf ("UPDATE audit SET at = at + 1 WHERE seq = %d", seq);
    case 1:
      return g_strdup_printf ("UPDATE audit SET therapist = 'somebody' WHERE seq = %d", seq);
    case 2:
      return g_strdup_printf ("DELETE FROM audit WHERE seq = %d", seq);
    case 3:
      return g_strdup_printf ("UPDATE audit SET seq = -1 WHERE seq = %d; UPDATE audit SET seq = %d WHERE seq = %d; UPDATE audit SET seq = %d WHERE seq = -1",
                              seq, seq, other, other);
    case 4:
      return g_strdup_printf ("INSERT INTO audit SELECT (SELECT max (seq) + 1 FROM audit), at, utc_offset, therapist, action, kind, record, revision, "
                              "before_hash, after_hash, detail, previous, hash FROM audit WHERE seq = %d", seq);
    case 5:
      return g_strdup_printf ("UPDATE version SET content = replace (content, '<', '>') || ' ' WHERE kind = '%s'", g_str_equal (kind, "check_in") ? "check-in" : kind);
    case 6:
      return g_strdup_printf ("DELETE FROM version WHERE kind = '%s'", g_str_equal (kind, "check_in") ? "check-in" : kind);
    case 7:
      return g_strdup_printf ("UPDATE \"%s\" SET updated_at = updated_at + 1", kind);
    case 8:
      return g_strdup_printf ("UPDATE \"%s\" SET row_hash = (SELECT row_hash FROM clinic_profile UNION SELECT '%064d' LIMIT 1)", kind, seq);
    case 9:
    default:
      return g_strdup_printf ("UPDATE blob SET bytes = CAST (bytes || x'%02x' AS BLOB)", seq & 0xff);
    }
}

static guint
count_findings (FaultClinic *fault)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusClinic) clinic = soleus_clinic_open (fault->path, SOLEUS_CLINIC_OPEN_READ_ONLY, fault->clock, &error);
  g_autoptr (GPtrArray) findings = clinic != NULL ? soleus_clinic_verify (clinic, &error) : NULL;

  if (findings != NULL && findings->len > 0)
    g_test_message ("%s", (char *) findings->pdata[0]);
  return findings != NULL ? findings->len : 1;
}

static gboolean
sqlite_sees_it (sqlite3 *handle)
{
  sqlite3_stmt *statement = NULL;
  gboolean ok;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, "PRAGMA integrity_check", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  ok = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  sqlite3_finalize (statement);
  return !ok;
}

static void
every_attack_is_found (void)
{
  guint size = fault_clinic_get_size (300, 10000);
  g_autoptr (FaultClinic) fault = fault_clinic_new ("Token");
  g_autofree char *good = g_strconcat (fault->path, ".good", NULL);
  g_autofree char *wal = g_strconcat (fault->path, "-wal", NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (15);
  g_autofree char *head = soleus_clinic_dup_audit_head (fault->clinic);
  guint n_audit = (guint) g_ascii_strtoull (head, NULL, 10);
  guint n_found = 0, n_seen = 0;

  fault_clinic_close (fault);
  fault_clinic_copy_file (fault->path, good);
  g_assert_cmpuint (count_findings (fault), ==, 0);
  for (guint i = 0; i < size; i++)
    {
      g_autofree char *attack = dup_attack (rand, n_audit);
      sqlite3 *handle;
      char *message = NULL;
      int before;

      fault_clinic_copy_file (good, fault->path);
      handle = open_behind (fault->path);
      before = sqlite3_total_changes (handle);
      sqlite3_exec (handle, attack, NULL, NULL, &message);
      if (message != NULL)
        g_error ("%s: %s", attack, message);
      g_assert_cmpint (sqlite3_total_changes (handle), >, before);
      n_seen += sqlite_sees_it (handle);
      sqlite3_close (handle);
      if (count_findings (fault) == 0)
        g_error ("not found: %s", attack);
      n_found++;
    }
  g_test_message ("%u of %u found; SQLite’s own check saw %u", n_found, size, n_seen);
  g_assert_cmpuint (n_found, ==, size);
  /* the control: without hash and chain nothing of this would show */
  g_assert_cmpuint (n_seen, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/audit-chain/every_attack_is_found", every_attack_is_found);
  return g_test_run ();
}
