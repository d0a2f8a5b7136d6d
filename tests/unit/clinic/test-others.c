/* What another program writes into the file is noticed, once, and only then. */
#include "soleus-config.h"

#include "tests/saved-records.h"

#include <glib/gstdio.h>

#include "soleus-clinic-others.h"
#include "soleus-clock.h"

typedef struct {
  char         *folder;
  SoleusClock  *clock;
  SoleusClinic *here;
  SoleusClinic *there;
  guint         n_changed;
} Fixture;

static SoleusClinic *
open_clinic (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "clinic.soleus", NULL);
  g_autoptr (GError) error = NULL;
  SoleusClinic *clinic = soleus_clinic_open (path, SOLEUS_CLINIC_OPEN_CREATE, self->clock, &error);

  g_assert_no_error (error);
  return clinic;
}

static void
changed_cb (Fixture *self)
{
  self->n_changed++;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("soleus-others-XXXXXX", NULL);
  self->clock = soleus_clock_new_fixed (G_GINT64_CONSTANT (1747735200000000));
  self->here = open_clinic (self);
  g_free (save_named (self->here, &soleus_therapist_kind, "T. Exemplar"));
  self->there = open_clinic (self);
  g_signal_connect_swapped (self->here, "changed", G_CALLBACK (changed_cb), self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_finalize_object (self->there);
  g_assert_finalize_object (self->here);
  g_clear_object (&self->clock);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
}

static void
somebody_else_is_noticed (Fixture       *self,
                          gconstpointer  data)
{
  g_assert_false (soleus_clinic_notice_others (self->here));
  g_free (save_named (self->there, &soleus_athlete_kind, "Written There"));
  g_assert_cmpuint (self->n_changed, ==, 0);
  g_assert_true (soleus_clinic_notice_others (self->here));
  g_assert_cmpuint (self->n_changed, ==, 1);
  g_assert_false (soleus_clinic_notice_others (self->here));
  g_assert_cmpuint (self->n_changed, ==, 1);
}

/* The control: what is written here is told when it is saved, and is nobody else's. */
static void
oneself_is_not (Fixture       *self,
                gconstpointer  data)
{
  guint n;

  g_assert_false (soleus_clinic_notice_others (self->here));
  g_free (save_named (self->here, &soleus_athlete_kind, "Written Here"));
  n = self->n_changed;
  g_assert_cmpuint (n, >, 0);
  g_assert_false (soleus_clinic_notice_others (self->here));
  g_assert_cmpuint (self->n_changed, ==, n);
}

/* Rules that another program made hold at once, before anybody has looked whether something was written. */
static void
rules_from_elsewhere_hold_at_once (Fixture       *self,
                                   gconstpointer  data)
{
  SoleusRecord *present = soleus_clinic_get_policy (self->here);
  g_autoptr (SoleusRecord) longer = soleus_record_new (&soleus_policy_kind);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (soleus_record_get_int (present, "window-hours"), ==, 48);
  for (guint i = SOLEUS_RECORD_N_COMMON; i < soleus_record_get_n_fields (present); i++)
    {
      const char *name = soleus_record_get_field (present, i)->name;
      g_autofree char *text = soleus_record_dup_as_text (present, name);

      soleus_record_set_from_text (longer, name, text, NULL);
    }
  soleus_record_set_int (longer, "version", 2);
  soleus_record_set_int (longer, "window-hours", 72);
  soleus_record_set_moment (longer, "effective-from", &(SoleusMoment) { soleus_clinic_get_now (self->there), 0, SOLEUS_PRECISION_EXACT });
  soleus_clinic_save (self->there, longer, &error);
  g_assert_no_error (error);

  g_assert_cmpint (soleus_record_get_int (soleus_clinic_get_policy (self->here), "window-hours"), ==, 72);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/others/somebody_else_is_noticed", Fixture, NULL, set_up, somebody_else_is_noticed, tear_down);
  g_test_add ("/others/oneself_is_not", Fixture, NULL, set_up, oneself_is_not, tear_down);
  g_test_add ("/others/rules_from_elsewhere_hold_at_once", Fixture, NULL, set_up, rules_from_elsewhere_hold_at_once, tear_down);
  return g_test_run ();
}
