/* soleus-appointment-slip.c: one page; the waiting time stands on it, because it is asked about at the door */
#include "soleus-config.h"

#include "soleus-appointment-slip.h"

#include "soleus-handout-private.h"

static SoleusBlock *
create_appointment (const SoleusHandoutSpec *spec)
{
  SoleusBlock *box = soleus_block_new_box (SOLEUS_BOX_STYLE_FRAME, NULL);
  g_autofree char *when = spec->next_visit != SOLEUS_UNKNOWN_INSTANT ? soleus_handout_format_next_visit (spec) : NULL;
  g_autofree char *phone = soleus_handout_isolate (spec, spec->clinic_phone, TRUE);
  g_autofree char *change = phone != NULL ? soleus_content_format_text (spec->content, "slip.change", "phone", phone, NULL) : NULL;
  g_autofree char *athlete = soleus_handout_isolate (spec, spec->athlete_name, FALSE);
  g_autofree char *clinic = soleus_handout_isolate (spec, spec->clinic_name, FALSE);
  g_autofree char *therapist = soleus_handout_isolate (spec, spec->therapist_name, FALSE);
  g_autofree char *address = soleus_handout_dup_address (spec);

  soleus_handout_add_text (box, SOLEUS_TEXT_ROLE_BODY, athlete);
  if (when != NULL)
    soleus_handout_add_text (box, SOLEUS_TEXT_ROLE_DISPLAY, when);
  else
    soleus_handout_add_text (box, SOLEUS_TEXT_ROLE_STRONG, soleus_handout_get_text (spec, "handout.next-visit.none"));
  soleus_handout_add_text (box, SOLEUS_TEXT_ROLE_STRONG, clinic);
  soleus_handout_add_text (box, SOLEUS_TEXT_ROLE_BODY, address);
  soleus_handout_add_text (box, SOLEUS_TEXT_ROLE_BODY, therapist);
  if (when == NULL)
    soleus_handout_add_text (box, SOLEUS_TEXT_ROLE_BODY, phone);
  else
    soleus_handout_add_text (box, SOLEUS_TEXT_ROLE_STRONG, change != NULL ? change : soleus_handout_get_text (spec, "slip.change.no-phone"));
  soleus_block_set_space (box, 9, 9);
  return box;
}

/**
 * soleus_appointment_slip_new_document:
 * @spec: what a handout of this minute would say; its exercises are not printed
 *
 * Where no visit is agreed, the slip asks to call.
 *
 * Returns: (transfer full): the slip; one page, more in large print
 */
SoleusDocument *
soleus_appointment_slip_new_document (const SoleusHandoutSpec *spec)
{
  SoleusDocument *document;
  SoleusBlock *block;
  const char *title;

  g_return_val_if_fail (spec != NULL && SOLEUS_IS_CONTENT (spec->content), NULL);
  g_return_val_if_fail (spec->therapist_name != NULL && spec->clinic_name != NULL, NULL);

  title = soleus_handout_get_text (spec, "handout.next-visit");
  document = soleus_document_new (title, soleus_content_get_language (spec->content), spec->paper, spec->large_print, spec->issued_at);
  soleus_handout_set_frame (spec, document);
  soleus_document_add_block (document, soleus_block_new_heading (1, title));
  soleus_document_add_block (document, create_appointment (spec));
  soleus_document_add_block (document, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_BODY, soleus_handout_get_text (spec, "slip.bring")));
  soleus_document_add_block (document, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_BODY, soleus_handout_get_text (spec, "slip.cramp")));
  if (spec->n_windows > 0)
    {
      block = soleus_handout_new_window_box (spec);
      soleus_block_set_space (block, 9, 9);
      soleus_document_add_block (document, block);
    }
  block = soleus_handout_new_help_box (spec);
  soleus_block_set_space (block, 9, 0);
  soleus_document_add_block (document, block);
  return document;
}
