/* soleus-clot-screen.h: what follows from a clot screen: pure. It says how urgently to refer; it never says that there is
 * no clot (clinical.md 3.1). */
#pragma once

#include "soleus-answers.h"
#include "soleus-catalogue.h"
#include "soleus-reason.h"

G_BEGIN_DECLS

#define SOLEUS_CLOT_LIKELY_POINTS      2   /* two-level score, Wells 2003 */
#define SOLEUS_CLOT_GIRTH_DIFFERENCE_CM 3.0
#define SOLEUS_CLOT_LOWEST_AGE         18  /* NICE NG158 is for adults */

/* All pointers are borrowed for the length of the call. */
typedef struct {
  SoleusSide           side;          /* the leg in question: left or right */
  const SoleusAnswers *items;         /* (nullable) as answered */
  const SoleusAnswers *known;         /* (nullable) what conditions on record say of items that are not answered */
  double               girth_left_cm; /* or SOLEUS_UNKNOWN_REAL */
  double               girth_right_cm;
  gint64               age_years;     /* or SOLEUS_UNKNOWN_INT */
  SoleusAnswer         pregnant;
} SoleusClotScreenInput;

/* There is no verdict that clears. */
typedef enum {
  SOLEUS_CLOT_VERDICT_INCOMPLETE,     /* complete it, or refer the same day */
  SOLEUS_CLOT_VERDICT_REFER,          /* refer the same day: no score rules a clot out here */
  SOLEUS_CLOT_VERDICT_REFER_LIKELY,   /* refer at once; hard stop */
  SOLEUS_CLOT_VERDICT_REFER_NO_SCORE, /* refer: no score applies (below 18, pregnant); hard stop */
} SoleusClotVerdict;
#define SOLEUS_TYPE_CLOT_VERDICT (soleus_clot_verdict_get_type ())
GType soleus_clot_verdict_get_type (void);

typedef struct _SoleusClotScreen SoleusClotScreen;
struct _SoleusClotScreen {
  SoleusClotVerdict  verdict;
  gboolean           begun;               /* at least one item is answered, or a girth measured */
  gboolean           complete;            /* all ten are answered */
  gboolean           applicable;          /* a score applies to this person */
  guint              n_unknown;
  int                score;               /* of what is answered yes, the −2 item counted */
  int                score_without;       /* the same without the −2 item */
  gboolean           likely;              /* score ≥ 2 as published */
  gboolean           likely_without;      /* score_without ≥ 2: this one decides */
  gboolean           without_sign;        /* complete, applicable, and no item but the −2 one is yes */
  double             girth_difference_cm; /* leg in question − other leg, or SOLEUS_UNKNOWN_REAL */
  SoleusAnswers     *effective;           /* the answers with what girths and conditions add */
  GPtrArray         *reasons;             /* (element-type SoleusReason) */
};

SoleusClotScreen *soleus_clot_screen_assess (const SoleusClotScreenInput *input);
char             *soleus_clot_screen_format (const SoleusClotScreen      *self);
void              soleus_clot_screen_free   (SoleusClotScreen            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusClotScreen, soleus_clot_screen_free)

G_END_DECLS
