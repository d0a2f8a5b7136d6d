/* soleus-commit-private.h: one commit on its way, for the files that carry it out */
#pragma once

#include "soleus-change-private.h"
#include "soleus-clinic-private.h"
#include "soleus-rule-input.h"

G_BEGIN_DECLS

/* One commit on its way: in a transaction, nothing is on the disk until the end. */
typedef struct {
  SoleusClinic               *clinic;
  SoleusChange               *change;   /* (not owned) as it came, for the reasons given */
  const char                 *author;   /* (nullable) only while the first therapist is added */
  SoleusUndoStep             *step;
  GHashTable                 *athletes; /* (element-type utf8 utf8) whose rules must be asked again */
  GHashTable                 *given;    /* (element-type utf8 utf8) treatments of this very change */
  GHashTable                 *refusals; /* (nullable) (not owned) of an import: record id → why it was left out */
  GHashTable                 *histories; /* (nullable) (not owned) of an import: record id → all its revisions elsewhere */
  GHashTable                 *decided;  /* (element-type utf8 int) of an import: the strictest state a treatment comes decided for */
  GHashTable                 *arriving; /* (element-type utf8 utf8) visits of this change that are new and signed already */
  GHashTable                 *voiding;  /* (element-type utf8 utf8) visits that this change makes void */
  char                       *unrestricted; /* (owned) (nullable) the athlete that was asked about last */
  gboolean                    undoing;  /* the values of before the last change are put back */
} SoleusCommit;

gboolean         _soleus_commit_refuse         (GError          **error,
                                                const char       *sentence);
SoleusRecord    *_soleus_commit_find_former    (SoleusCommit     *self,
                                                SoleusRecord     *record,
                                                GError          **error);
gboolean         _soleus_commit_check_frozen   (SoleusCommit     *self,
                                                SoleusRecord     *record,
                                                SoleusRecord     *former,
                                                GError          **error);
gboolean         _soleus_commit_save_record    (SoleusCommit     *self,
                                                SoleusRecord     *record,
                                                SoleusRecord     *former,
                                                GError          **error);
gboolean         _soleus_commit_save_plain     (SoleusCommit     *self,
                                                SoleusRecord     *record,
                                                GError          **error);
SoleusRuleInput *_soleus_commit_create_input   (SoleusCommit     *self,
                                                const char       *athlete_id,
                                                SoleusRecord     *policy,
                                                GError          **error);

GPtrArray       *_soleus_commit_find_history   (SoleusCommit     *self,
                                                SoleusRecord     *record);

/* soleus-commit-policy.c: the rules of the clinic hold from now on, never for a time that is over */
gboolean         _soleus_commit_check_policy   (SoleusCommit     *self,
                                                SoleusRecord     *policy,
                                                GError          **error);

/* soleus-commit-treatments.c: the gate, and what was given before */
gboolean         _soleus_commit_save_treatment (SoleusCommit     *self,
                                                SoleusRecord     *treatment,
                                                GError          **error);
gboolean         _soleus_commit_reevaluate     (SoleusCommit     *self,
                                                GError          **error);

G_END_DECLS
