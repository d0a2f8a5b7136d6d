#include "soleus-config.h"

#include "soleus-amendment-list.h"

#include <glib/gi18n-lib.h>

#include "soleus-label.h"
#include "soleus-phrase.h"

/* the parts of a visit that are words, in the order of the page */
static const char *const sections[SOLEUS_AMENDMENT_LIST_N_TEXTS] = { "subjective", "objective", "assessment", "plan" };

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = soleus_label_new_wrapped (text, css_class);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
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

/**
 * soleus_amendment_list_dup_unsigned:
 * @visit: a visit that is signed
 * @typed: the record that was being typed when it was, as soleus_record_to_variant() made it
 *
 * Returns: (transfer full) (nullable): "Plan: Cold tonight": what was typed and is no part of the visit, a line a part; %NULL if there is nothing
 */
char *
soleus_amendment_list_dup_unsigned (SoleusRecord *visit,
                                    GVariant     *typed)
{
  g_autoptr (SoleusRecord) record = soleus_record_new_from_variant (&soleus_visit_kind, typed, NULL);
  g_autoptr (GString) words = g_string_new (NULL);

  for (gsize i = 0; record != NULL && i < G_N_ELEMENTS (sections); i++)
    {
      const char *text = soleus_record_get_text (record, sections[i]);

      if (text != NULL && g_strcmp0 (text, soleus_record_get_text (visit, sections[i])) != 0)
        g_string_append_printf (words, "%s%s: %s", words->len > 0 ? "\n" : "", soleus_amendment_list_get_section (sections[i]), text);
    }
  return words->len > 0 ? g_strdup (words->str) : NULL;
}

/* the words that were typed and are no part of the visit, and a button that amends it with them */
static GtkWidget *
create_unsigned (const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Amend _with These Words…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "visit.amend-typed");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), create_label (_("Typed here before somebody signed, and no part of the visit"), "caption-heading"));
  gtk_box_append (GTK_BOX (box), create_label (words, NULL));
  gtk_label_set_selectable (GTK_LABEL (gtk_widget_get_last_child (box)), TRUE);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

/**
 * soleus_amendment_list_fill:
 * @place: emptied first
 * @clinic: where the amendments are
 * @visit: a visit that is signed
 * @words: (nullable): what was typed and is no part of it
 * @texts: (array fixed-size=4): what shows its parts: those that were corrected are struck through
 *
 * Returns: (transfer full): when it was signed, and how often amended
 */
char *
soleus_amendment_list_fill (GtkBox             *place,
                            SoleusClinic       *clinic,
                            SoleusRecord       *visit,
                            const char         *words,
                            GtkTextView *const *texts)
{
  g_autoptr (GPtrArray) amendments = soleus_clinic_list_of (clinic, &soleus_amendment_kind, "visit", soleus_record_get_id (visit), NULL);
  g_autofree char *when = soleus_phrase_dup_moment (soleus_record_get_moment (visit, "signed-at"));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (place))) != NULL)
    gtk_box_remove (place, child);
  if (words != NULL)
    gtk_box_append (place, create_unsigned (words));
  for (guint i = 0; amendments != NULL && i < amendments->len; i++)
    gtk_box_append (place, soleus_amendment_list_new_entry (clinic, visit, amendments->pdata[i]));
  for (gsize i = 0; amendments != NULL && i < G_N_ELEMENTS (sections); i++)
    soleus_amendment_list_strike (texts[i], soleus_amendment_list_is_corrected (amendments, sections[i]));
  return amendments != NULL && amendments->len > 0
           ? g_strdup_printf (ngettext ("%s · %u amendment", "%s · %u amendments", amendments->len), when, amendments->len) : g_steal_pointer (&when);
}
