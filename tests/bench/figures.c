#include "figures.h"

#include <stdarg.h>
#include <time.h>

struct _Figures {
  GArray   *values; /* (owned) (element-type double) */
  gboolean  sorted;
};

/**
 * figures_new:
 *
 * Returns: (transfer full): an empty series of measurements
 */
Figures *
figures_new (void)
{
  Figures *self = g_new0 (Figures, 1);

  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

void
figures_free (Figures *self)
{
  g_array_unref (self->values);
  g_free (self);
}

void
figures_add (Figures *self,
             double   value)
{
  g_array_append_val (self->values, value);
  self->sorted = FALSE;
}

guint
figures_get_n (Figures *self)
{
  return self->values->len;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/**
 * figures_get_percentile:
 * @percent: 0 to 100
 *
 * Returns: the smallest value that @percent of the values do not exceed
 */
double
figures_get_percentile (Figures *self,
                        double   percent)
{
  guint index;

  g_assert (self->values->len > 0);
  if (!self->sorted)
    g_array_sort (self->values, compare);
  self->sorted = TRUE;
  index = (guint) (percent / 100 * (self->values->len - 1) + 0.5);
  return g_array_index (self->values, double, MIN (index, self->values->len - 1));
}

double
figures_get_median (Figures *self)
{
  return figures_get_percentile (self, 50);
}

double
figures_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/**
 * figures_print_ratio:
 * @target: the largest ratio that is good; 0 where there is no target
 */
void
figures_print_ratio (const char *name,
                     double      ratio,
                     double      target,
                     const char *remark_format,
                     ...)
{
  g_autofree char *remark = NULL;
  g_autofree char *beside = target > 0 ? g_strdup_printf ("≤ %.2f %s", target, ratio <= target ? "ok" : "MISSED") : g_strdup ("");
  va_list arguments;

  va_start (arguments, remark_format);
  remark = g_strdup_vprintf (remark_format, arguments);
  va_end (arguments);
  g_print ("%-58s %9.2f ×    %-16s (%s)\n", name, ratio, beside, remark);
}

/**
 * figures_print_ms:
 * @target_ms: the most milliseconds that are good; 0 where there is no target
 */
void
figures_print_ms (const char *name,
                  double      seconds,
                  double      target_ms,
                  const char *remark_format,
                  ...)
{
  g_autofree char *remark = NULL;
  g_autofree char *beside = target_ms > 0 ? g_strdup_printf ("≤ %.1f %s", target_ms, seconds * 1000 <= target_ms ? "ok" : "MISSED") : g_strdup ("");
  va_list arguments;

  va_start (arguments, remark_format);
  remark = g_strdup_vprintf (remark_format, arguments);
  va_end (arguments);
  g_print ("%-58s %9.2f ms   %-16s (%s)\n", name, seconds * 1000, beside, remark);
}

void
figures_print_left_out (const char *name,
                        const char *why)
{
  g_print ("%-58s  left out: %s\n", name, why);
}
