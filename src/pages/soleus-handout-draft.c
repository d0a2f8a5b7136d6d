#define G_LOG_DOMAIN "soleus-handout-draft"

#include "soleus-config.h"

#include "soleus-handout-draft.h"

#include <glib/gi18n-lib.h>

/* milliseconds after the last change */
#define KEEP_AFTER 600

struct _SoleusHandoutDraft {
  GObject              parent_instance;

  SoleusClinic        *clinic;
  SoleusHandoutChoice *choice;
  char                *key;
  GVariant            *original;  /* as the page opens without a draft */
  GVariant            *discarded; /* (nullable): for taking the discarding back */
  SoleusInstant        kept_at;   /* SOLEUS_UNKNOWN_INSTANT: nothing is kept */
  guint                keep_source;

  GtkWidget           *strip;     /* (nullable) (weak) */
  GtkLabel            *label;     /* (nullable) (weak) */
  GtkButton           *button;    /* (nullable) (weak) */
};

G_DEFINE_FINAL_TYPE (SoleusHandoutDraft, soleus_handout_draft, G_TYPE_OBJECT)

static GVariant *
collect (SoleusHandoutDraft *self)
{
  g_autoptr (GVariantDict) dict = g_variant_dict_new (NULL);
  g_autofree char *exercises = soleus_handout_choice_dup_exercises (self->choice);

  g_variant_dict_insert (dict, "language", "s", soleus_handout_choice_get_language (self->choice));
  g_variant_dict_insert (dict, "paper", "s", soleus_enum_get_nick (SOLEUS_TYPE_PAPER, soleus_handout_choice_get_paper (self->choice)));
  g_variant_dict_insert (dict, "large-print", "b", soleus_handout_choice_get_large_print (self->choice));
  g_variant_dict_insert (dict, "with-name", "b", soleus_handout_choice_get_with_name (self->choice));
  g_variant_dict_insert (dict, "exercises", "s", exercises != NULL ? exercises : "");
  g_variant_dict_insert (dict, "pieces", "^as", soleus_handout_choice_get_pieces (self->choice));
  g_variant_dict_insert (dict, "with-changes", "b", soleus_handout_choice_get_with_changes (self->choice));
  return g_variant_ref_sink (g_variant_dict_end (dict));
}

/* What this version does not know of, as the language of content that is gone, stays as it is. */
static void
restore (SoleusHandoutDraft *self,
         GVariant           *content)
{
  g_autoptr (GVariantDict) dict = NULL;
  const char *language, *nick, *exercises;
  g_auto (GStrv) pieces = NULL;
  gboolean flag;
  int paper;

  if (!g_variant_is_of_type (content, G_VARIANT_TYPE_VARDICT))
    return;
  dict = g_variant_dict_new (content);
  if (g_variant_dict_lookup (dict, "language", "&s", &language) &&
      g_strcmp0 (language, soleus_handout_choice_get_language (self->choice)) != 0)
    soleus_handout_choice_set_language (self->choice, language, NULL);
  if (g_variant_dict_lookup (dict, "paper", "&s", &nick) && soleus_enum_from_nick (SOLEUS_TYPE_PAPER, nick, &paper))
    soleus_handout_choice_set_paper (self->choice, (SoleusPaper) paper);
  if (g_variant_dict_lookup (dict, "large-print", "b", &flag))
    soleus_handout_choice_set_large_print (self->choice, flag);
  if (g_variant_dict_lookup (dict, "with-name", "b", &flag))
    soleus_handout_choice_set_with_name (self->choice, flag);
  if (g_variant_dict_lookup (dict, "exercises", "&s", &exercises))
    soleus_handout_choice_set_exercises (self->choice, exercises);
  if (g_variant_dict_lookup (dict, "pieces", "^as", &pieces))
    soleus_handout_choice_set_pieces (self->choice, (const char *const *) pieces);
  if (g_variant_dict_lookup (dict, "with-changes", "b", &flag))
    soleus_handout_choice_set_with_changes (self->choice, flag);
}

static void
show (SoleusHandoutDraft *self)
{
  gboolean is_kept = self->kept_at != SOLEUS_UNKNOWN_INSTANT;
  g_autofree char *time = is_kept ? soleus_instant_format (self->kept_at, "%H:%M") : NULL;
  g_autofree char *text = is_kept ? g_strdup_printf (_("Draft kept %s"), time) : g_strdup (_("Draft discarded"));

  if (self->strip == NULL)
    return;
  gtk_widget_set_visible (self->strip, is_kept || self->discarded != NULL);
  gtk_label_set_label (self->label, text);
  gtk_button_set_label (self->button, self->discarded != NULL ? _("_Restore Draft") : _("_Discard Draft"));
}

static gboolean
keep_cb (gpointer user_data)
{
  soleus_handout_draft_keep (user_data);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (SoleusHandoutDraft *self)
{
  g_clear_pointer (&self->discarded, g_variant_unref);
  if (self->keep_source == 0)
    self->keep_source = g_timeout_add (KEEP_AFTER, keep_cb, self);
}

static void
soleus_handout_draft_dispose (GObject *object)
{
  SoleusHandoutDraft *self = SOLEUS_HANDOUT_DRAFT (object);

  g_clear_handle_id (&self->keep_source, g_source_remove);
  g_clear_weak_pointer (&self->strip);
  g_clear_weak_pointer (&self->label);
  g_clear_weak_pointer (&self->button);
  g_clear_object (&self->choice);
  g_clear_object (&self->clinic);
  G_OBJECT_CLASS (soleus_handout_draft_parent_class)->dispose (object);
}

static void
soleus_handout_draft_finalize (GObject *object)
{
  SoleusHandoutDraft *self = SOLEUS_HANDOUT_DRAFT (object);

  g_free (self->key);
  g_clear_pointer (&self->original, g_variant_unref);
  g_clear_pointer (&self->discarded, g_variant_unref);
  G_OBJECT_CLASS (soleus_handout_draft_parent_class)->finalize (object);
}

static void
soleus_handout_draft_class_init (SoleusHandoutDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_handout_draft_dispose;
  G_OBJECT_CLASS (klass)->finalize = soleus_handout_draft_finalize;
}

static void
soleus_handout_draft_init (SoleusHandoutDraft *self)
{
  self->kept_at = SOLEUS_UNKNOWN_INSTANT;
}

/**
 * soleus_handout_draft_new:
 * @clinic: a clinic
 * @choice: as suggested; it becomes what was kept, if something was
 * @key: the page and its target as in win.show
 *
 * Keeps @choice shortly after each change from then on.
 *
 * Returns: (transfer full): the draft
 */
SoleusHandoutDraft *
soleus_handout_draft_new (SoleusClinic        *clinic,
                          SoleusHandoutChoice *choice,
                          const char          *key)
{
  SoleusHandoutDraft *self;
  g_autoptr (SoleusKeptDraft) kept = NULL;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (clinic), NULL);
  g_return_val_if_fail (SOLEUS_IS_HANDOUT_CHOICE (choice), NULL);

  self = g_object_new (SOLEUS_TYPE_HANDOUT_DRAFT, NULL);
  self->clinic = g_object_ref (clinic);
  self->choice = g_object_ref (choice);
  self->key = g_strdup (key);
  self->original = collect (self);
  kept = soleus_clinic_find_draft (clinic, key);
  if (kept != NULL)
    {
      restore (self, kept->content);
      self->kept_at = kept->updated_at;
    }
  g_signal_connect_object (choice, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * soleus_handout_draft_attach:
 * @self: a draft
 * @strip: shown while a draft is kept or can be restored
 * @label: says when it was kept
 * @button: discards it, or restores what was discarded
 *
 * Shows there from now on how it stands.
 */
void
soleus_handout_draft_attach (SoleusHandoutDraft *self,
                             GtkWidget          *strip,
                             GtkLabel           *label,
                             GtkButton          *button)
{
  g_return_if_fail (SOLEUS_IS_HANDOUT_DRAFT (self));

  g_set_weak_pointer (&self->strip, strip);
  g_set_weak_pointer (&self->label, label);
  g_set_weak_pointer (&self->button, button);
  show (self);
}

/**
 * soleus_handout_draft_keep:
 * @self: a draft
 *
 * Keeps at once what waits to be kept; where that is what is suggested anyway, nothing is kept.
 */
void
soleus_handout_draft_keep (SoleusHandoutDraft *self)
{
  g_autoptr (GVariant) content = NULL;
  g_autofree char *title = NULL;
  SoleusRecord *athlete;

  g_return_if_fail (SOLEUS_IS_HANDOUT_DRAFT (self));

  if (self->keep_source == 0)
    return;
  g_clear_handle_id (&self->keep_source, g_source_remove);
  if (soleus_clinic_is_read_only (self->clinic))
    return;
  content = collect (self);
  athlete = soleus_handout_choice_get_athlete (self->choice);
  /* TRANSLATORS: a draft in a list, and for whom: “Handout, Mara Swiftwater” */
  title = g_strdup_printf (_("Handout, %s"), soleus_record_get_text (athlete, "name"));
  if (g_variant_equal (content, self->original))
    {
      soleus_clinic_discard_draft (self->clinic, self->key, NULL);
      self->kept_at = SOLEUS_UNKNOWN_INSTANT;
    }
  else if (soleus_clinic_keep_draft (self->clinic, self->key, soleus_issued_document_kind.name, soleus_record_get_id (athlete),
                                     title, content, NULL))
    {
      self->kept_at = soleus_clinic_get_now (self->clinic);
    }
  show (self);
}

/**
 * soleus_handout_draft_toggle:
 * @self: a draft
 *
 * Discards the draft, the page then shows what is suggested; called again, brings back what was discarded.
 */
void
soleus_handout_draft_toggle (SoleusHandoutDraft *self)
{
  g_autoptr (GVariant) before = NULL;
  gboolean is_restoring;

  g_return_if_fail (SOLEUS_IS_HANDOUT_DRAFT (self));

  is_restoring = self->discarded != NULL;
  before = is_restoring ? g_steal_pointer (&self->discarded) : collect (self);
  restore (self, is_restoring ? before : self->original);
  soleus_handout_draft_keep (self);
  if (!is_restoring)
    self->discarded = g_steal_pointer (&before);
  show (self);
}

/**
 * soleus_handout_draft_forget:
 * @self: a draft
 *
 * The handout was issued: nothing waits any more, and what is chosen now counts as unchanged.
 */
void
soleus_handout_draft_forget (SoleusHandoutDraft *self)
{
  g_return_if_fail (SOLEUS_IS_HANDOUT_DRAFT (self));

  g_clear_handle_id (&self->keep_source, g_source_remove);
  soleus_clinic_discard_draft (self->clinic, self->key, NULL);
  g_clear_pointer (&self->discarded, g_variant_unref);
  g_clear_pointer (&self->original, g_variant_unref);
  self->original = collect (self);
  self->kept_at = SOLEUS_UNKNOWN_INSTANT;
  show (self);
}
