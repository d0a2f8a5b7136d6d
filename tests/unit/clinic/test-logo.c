/* The logo is kept in the clinic file, with every version of the profile: it outlives other changes, and undo knows it. */
#include "soleus-config.h"

#include <string.h>

#include "one-clinic.h"
#include "soleus-clinic-logo.h"
#include "soleus-paper-sheets.h"

static const char drawing[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 60 20\"><rect width=\"60\" height=\"20\" fill=\"#000\"/></svg>";

static SoleusLogo *
create_logo (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (drawing, strlen (drawing));
  g_autoptr (GError) error = NULL;
  SoleusLogo *logo = soleus_logo_new (bytes, &error);

  g_assert_no_error (error);
  return logo;
}

static void
set_logo (OneClinic *self)
{
  g_autoptr (SoleusLogo) logo = create_logo ();
  g_autoptr (GError) error = NULL;

  soleus_clinic_set_logo (self->clinic, logo, &error);
  g_assert_no_error (error);
}

static gboolean
has_logo (SoleusClinic *clinic)
{
  SoleusLogo *logo = soleus_clinic_get_logo (clinic);

  if (logo == NULL)
    return FALSE;
  g_assert_cmpuint (g_bytes_get_size (soleus_logo_get_bytes (logo)), ==, strlen (drawing));
  return memcmp (g_bytes_get_data (soleus_logo_get_bytes (logo), NULL), drawing, strlen (drawing)) == 0;
}

static void
test_kept (OneClinic     *self,
           gconstpointer  data)
{
  g_autoptr (SoleusRecord) profile = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (has_logo (self->clinic));
  set_logo (self);
  g_assert_true (has_logo (self->clinic));

  profile = soleus_record_copy (soleus_clinic_get_profile (self->clinic));
  soleus_record_set_text (profile, "phone", "01632 960124");
  soleus_clinic_save (self->clinic, profile, &error);
  g_assert_no_error (error);
  g_assert_true (has_logo (self->clinic));
  g_assert_cmpstr (soleus_record_get_text (soleus_clinic_get_profile (self->clinic), "phone"), ==, "01632 960124");

  findings = soleus_clinic_verify (self->clinic, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  soleus_clinic_set_logo (self->clinic, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (has_logo (self->clinic));
}

static void
test_undo (OneClinic     *self,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  set_logo (self);
  soleus_clinic_undo (self->clinic, &error);
  g_assert_no_error (error);
  g_assert_false (has_logo (self->clinic));
  set_logo (self);
  soleus_clinic_set_logo (self->clinic, NULL, &error);
  g_assert_no_error (error);
  soleus_clinic_undo (self->clinic, &error);
  g_assert_no_error (error);
  g_assert_true (has_logo (self->clinic));
}

/* one line of a paper less, and the paper says the same */
static void
test_printed (OneClinic     *self,
              gconstpointer  data)
{
  SoleusPaperOptions options = { NULL };
  g_autoptr (SoleusDocument) without = soleus_paper_new_bench_card (self->clinic, &options, NULL);
  g_autoptr (SoleusDocument) with = NULL;
  g_autoptr (GBytes) one = soleus_document_dup_pdf (without, NULL);
  g_autoptr (GBytes) two = NULL;
  g_autofree char *text = soleus_document_dup_text (without), *same = NULL;

  set_logo (self);
  with = soleus_paper_new_bench_card (self->clinic, &options, NULL);
  two = soleus_document_dup_pdf (with, NULL);
  same = soleus_document_dup_text (with);
  g_assert_false (g_bytes_equal (one, two));
  g_assert_cmpstr (text, ==, same);
}

/* how low the exercises are set is decided with the logo, not before it */
static void
test_two_pages (OneClinic     *self,
                gconstpointer  data)
{
  static const char *const languages[] = { "en", "de", "es", "fr", "ar" };
  g_autoptr (GError) error = NULL;

  set_logo (self);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    for (int paper = SOLEUS_PAPER_A4; paper <= SOLEUS_PAPER_LETTER; paper++)
      {
        SoleusPaperOptions options = { .language = languages[i], .has_paper = TRUE, .paper = (SoleusPaper) paper,
                                       .exercises = "ankle-pumps towel-stretch wall-stretch-bent seated-heel-raise" };
        g_autoptr (SoleusDocument) document = soleus_paper_new_handout (self->clinic, self->athlete, &options, &error);

        g_assert_no_error (error);
        g_assert_cmpint (soleus_document_get_n_pages (document), ==, 2);
      }
}

#define ADD(path, func) g_test_add (path, OneClinic, NULL, one_clinic_set_up, func, one_clinic_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/clinic-logo/it_outlives_other_changes_of_the_profile", test_kept);
  ADD ("/clinic-logo/undo_takes_it_back", test_undo);
  ADD ("/clinic-logo/it_is_printed", test_printed);
  ADD ("/clinic-logo/handouts_keep_two_pages_with_it", test_two_pages);

  return g_test_run ();
}
