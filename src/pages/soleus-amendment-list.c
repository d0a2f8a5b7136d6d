#include "soleus-config.h"

#include "soleus-amendment-list.h"

#include <glib/gi18n-lib.h>

#include "soleus-phrase.h"

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * soleus_amendment_list_get_section:
 * @section: (nullable): "plan"
 *
 * Returns: (nullable): which part of the visit it is about, for a person
 */
const char *
soleus_amendment_list_get_section (const char *section)
{
  if (g_strcmp0 (section, "treatments") == 0)
    return _("Treatments");
  for (gsize i = 0; section != NULL && i < soleus_visit_kind.n_fields; i++)
    if (g_str_equal (soleus_visit_kind.fields[i].name, section))
      return soleus_field_get_label (&soleus_visit_kind.fields[i]);
  return section;
}

/* A late entry has two times: that of what it tells, and that at which it is written. */
static char *
dup_time (SoleusRecord *amendment)
{
  const SoleusMoment *at = soleus_record_get_moment (amendment, "at");
  const SoleusMoment *written = soleus_record_get_moment (amendment, "created-at");
  g_autofree char *when = soleus_phrase_dup_moment (at);
  g_autofree char *then = written != NULL && written->instant - at->instant >= SOLEUS_USEC_PER_MINUTE ? soleus_phrase_dup_moment (written) : NULL;

  /* TRANSLATORS: the time of what a late entry tells, and the time at which it is written */
  return then != NULL ? g_strdup_printf (_("%s, written %s"), when, then) : g_steal_pointer (&when);
}

static char *
dup_title (SoleusClinic *clinic,
           SoleusRecord *amendment)
{
  const char *kind = soleus_enum_get_label (SOLEUS_TYPE_AMENDMENT_KIND, soleus_record_get_enum (amendment, "kind"));
  const char *section = soleus_amendment_list_get_section (soleus_record_get_text (amendment, "section"));
  const char *author_id = soleus_record_get_text (amendment, "created-by");
  g_autoptr (SoleusRecord) author = author_id != NULL ? soleus_clinic_find (clinic, &soleus_therapist_kind, author_id, NULL) : NULL;
  g_autofree char *at = dup_time (amendment);
  const char *name = author != NULL ? soleus_record_get_text (author, "name") : _("unknown author");

  /* TRANSLATORS: kind of amendment, part of the visit, time, author: “Correction · Plan · Fri 21 Nov, 18:40 · T. Exemplar” */
  return section != NULL ? g_strdup_printf (_("%s · %s · %s · %s"), kind, section, at, name) : g_strdup_printf (_("%s · %s · %s"), kind, at, name);
}

/**
 * soleus_amendment_list_new_entry:
 * @clinic: where its author is
 * @visit: the visit that was signed
 * @amendment: an amendment of it
 *
 * Returns: (transfer floating): kind, part, time, author, what was corrected struck through, text and reason
 */
GtkWidget *
soleus_amendment_list_new_entry (SoleusClinic *clinic,
                                 SoleusRecord *visit,
                                 SoleusRecord *amendment)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  const char *section = soleus_record_get_text (amendment, "section");
  gboolean is_text = section != NULL && soleus_record_find_field (visit, section) != NULL;
  const char *original = is_text ? soleus_record_get_text (visit, section) : NULL;
  g_autofree char *title = dup_title (clinic, amendment);
  g_autofree char *reason = g_strdup_printf (_("Reason: %s"), soleus_record_get_text (amendment, "reason"));

  gtk_box_append (GTK_BOX (box), create_label (title, "caption-heading"));
  if (original != NULL && soleus_record_get_enum (amendment, "kind") == SOLEUS_AMENDMENT_KIND_CORRECTION)
    gtk_box_append (GTK_BOX (box), create_label (original, "struck"));
  gtk_box_append (GTK_BOX (box), create_label (soleus_record_get_text (amendment, "text"), NULL));
  gtk_box_append (GTK_BOX (box), create_label (reason, "dim-label"));
  return box;
}

/**
 * soleus_amendment_list_is_corrected:
 * @amendments: (element-type SoleusRecord): of a visit
 * @section: "plan"
 *
 * Returns: whether one of them corrects that part
 */
gboolean
soleus_amendment_list_is_corrected (GPtrArray  *amendments,
                                    const char *section)
{
  for (guint i = 0; i < amendments->len; i++)
    if (soleus_record_get_enum (amendments->pdata[i], "kind") == SOLEUS_AMENDMENT_KIND_CORRECTION &&
        g_strcmp0 (soleus_record_get_text (amendments->pdata[i], "section"), section) == 0)
      return TRUE;
  return FALSE;
}

/**
 * soleus_amendment_list_strike:
 * @view: the text of a part
 * @struck: whether it was corrected
 *
 * Strikes the text through; it stays readable.
 */
void
soleus_amendment_list_strike (GtkTextView *view,
                              gboolean     struck)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "struck");
  GtkTextIter start, end;

  if (tag == NULL)
    tag = gtk_text_buffer_create_tag (buffer, "struck", "strikethrough", TRUE, NULL);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, tag, &start, &end);
  if (struck)
    gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
}
