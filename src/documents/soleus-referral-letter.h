/* soleus-referral-letter.h: what a therapist found, on one page, for the doctor who is to look at it. What is not known is a
 * line to write on: a doctor must see that it was not asked. */
#pragma once

#include "soleus-content.h"
#include "soleus-document.h"

G_BEGIN_DECLS

/* Everything here is borrowed and must live until soleus_referral_letter_new_document () returns. */
typedef struct {
  const char *label;
  const char *value; /* (nullable): a blank line */
} SoleusLetterRow;

typedef struct {
  const char            *title; /* key of a text of the content: “letter.findings” */
  const SoleusLetterRow *rows;
  gsize                  n_rows;
} SoleusLetterSection;

typedef struct {
  SoleusContent             *content;         /* headings and set sentences */
  SoleusPaper                paper;
  gboolean                   large_print;
  SoleusInstant              issued_at;
  const char                *clinic_name;
  const char                *clinic_address;  /* (nullable) */
  const char                *clinic_phone;    /* (nullable) */
  const char                *clinic_email;    /* (nullable) */
  const char                *therapist_name;
  const char                *therapist_credential; /* (nullable) */
  const char                *to;              /* (nullable): a blank line */
  SoleusUrgency              urgency;
  const char                *athlete_name;
  const char                *athlete_identity; /* (nullable): date of birth and number, beside the name at the foot of every page */
  const char                *athlete_details; /* (nullable): the same, with what else tells who it is */
  const char                *athlete_phone;   /* (nullable) */
  const char                *concern;         /* (nullable): what the letter is about; a blank line */
  const char *const         *reasons;         /* (nullable): why, a sentence each */
  const SoleusLetterSection *sections;
  gsize                      n_sections;
  const char                *question;        /* (nullable): what is asked; the set question of the content */
} SoleusReferralLetterSpec;

SoleusDocument *soleus_referral_letter_new_document (const SoleusReferralLetterSpec *spec);

G_END_DECLS
