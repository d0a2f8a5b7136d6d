#include "soleus-config.h"

#include "soleus-assessment-private.h"

struct _SoleusAssessment {
  GObject        parent_instance;
  SoleusRecord  *athlete; /* (owned) */
  SoleusInstant  at;
  GPtrArray     *windows; /* (owned) (element-type SoleusWindow) strictest first */
  GPtrArray     *flags;   /* (owned) (element-type SoleusRedFlag) open ones first */
  GPtrArray     *remarks; /* (owned) (element-type SoleusReason) */
};

G_DEFINE_FINAL_TYPE (SoleusAssessment, soleus_assessment, G_TYPE_OBJECT)

static void
soleus_assessment_finalize (GObject *object)
{
  SoleusAssessment *self = SOLEUS_ASSESSMENT (object);

  g_clear_object (&self->athlete);
  g_clear_pointer (&self->windows, g_ptr_array_unref);
  g_clear_pointer (&self->flags, g_ptr_array_unref);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);

  G_OBJECT_CLASS (soleus_assessment_parent_class)->finalize (object);
}

static void
soleus_assessment_class_init (SoleusAssessmentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_assessment_finalize;
}

static void
soleus_assessment_init (SoleusAssessment *self)
{
}

static int
compare_flags (gconstpointer a,
               gconstpointer b)
{
  SoleusRecord *flag_a = *(SoleusRecord *const *) a;
  SoleusRecord *flag_b = *(SoleusRecord *const *) b;
  int difference = soleus_record_get_enum (flag_a, "state") - soleus_record_get_enum (flag_b, "state");

  if (difference == 0)
    difference = soleus_record_get_enum (flag_b, "urgency") - soleus_record_get_enum (flag_a, "urgency");
  if (difference != 0)
    return difference;
  return soleus_record_get_instant (flag_a, "raised-at") < soleus_record_get_instant (flag_b, "raised-at") ? 1 : -1;
}

/* takes windows, flags and remarks; windows come sorted from the rule */
SoleusAssessment *
_soleus_assessment_new (SoleusRecord  *athlete,
                        SoleusInstant  at,
                        GPtrArray     *windows,
                        GPtrArray     *flags,
                        GPtrArray     *remarks)
{
  SoleusAssessment *self = g_object_new (SOLEUS_TYPE_ASSESSMENT, NULL);

  self->athlete = g_object_ref (athlete);
  self->at = at;
  self->windows = windows;
  self->flags = flags;
  self->remarks = remarks;
  g_ptr_array_sort (self->flags, compare_flags);
  return self;
}

SoleusRecord *
soleus_assessment_get_athlete (SoleusAssessment *self)
{
  return self->athlete;
}

SoleusInstant
soleus_assessment_get_at (SoleusAssessment *self)
{
  return self->at;
}

GPtrArray *
soleus_assessment_get_windows (SoleusAssessment *self)
{
  return self->windows;
}

GPtrArray *
soleus_assessment_get_flags (SoleusAssessment *self)
{
  return self->flags;
}

/**
 * soleus_assessment_get_remarks:
 *
 * Returns: (transfer none) (element-type SoleusReason): what medicines and conditions on record mean, and whether the clock
 * was set back
 */
GPtrArray *
soleus_assessment_get_remarks (SoleusAssessment *self)
{
  return self->remarks;
}

/**
 * soleus_assessment_get_state:
 *
 * Returns: the strictest state of any limb and region
 */
SoleusWindowState
soleus_assessment_get_state (SoleusAssessment *self)
{
  return self->windows->len > 0 ? ((SoleusWindow *) self->windows->pdata[0])->state : SOLEUS_WINDOW_STATE_OPEN;
}

/**
 * soleus_assessment_get_opens_at:
 *
 * Returns: when the strictest window ends, microseconds UTC; unknown where no clock time ends it
 */
SoleusInstant
soleus_assessment_get_opens_at (SoleusAssessment *self)
{
  return self->windows->len > 0 ? ((SoleusWindow *) self->windows->pdata[0])->opens_at : SOLEUS_UNKNOWN_INSTANT;
}

/**
 * soleus_assessment_get_n_open_flags:
 *
 * Returns: how many flags have no outcome yet, referred ones included
 */
guint
soleus_assessment_get_n_open_flags (SoleusAssessment *self)
{
  guint n_open = 0;

  for (guint i = 0; i < self->flags->len; i++)
    if (soleus_record_get_enum (self->flags->pdata[i], "state") != SOLEUS_FLAG_STATE_CLEARED)
      n_open++;
  return n_open;
}
