#include "soleus-hydration.h"

G_DEFINE_ENUM_TYPE (SoleusHydrationBand, soleus_hydration_band,
                    G_DEFINE_ENUM_VALUE (SOLEUS_HYDRATION_BAND_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_HYDRATION_BAND_GAIN, "gain"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_HYDRATION_BAND_WELL, "well"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_HYDRATION_BAND_MINIMAL, "minimal"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_HYDRATION_BAND_SIGNIFICANT, "significant"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_HYDRATION_BAND_SERIOUS, "serious"))

G_DEFINE_ENUM_TYPE (SoleusUrineBand, soleus_urine_band,
                    G_DEFINE_ENUM_VALUE (SOLEUS_URINE_BAND_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_URINE_BAND_HYDRATED, "hydrated"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_URINE_BAND_MILD, "mild"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_URINE_BAND_DEHYDRATED, "dehydrated"))

G_DEFINE_ENUM_TYPE (SoleusCaffeineBand, soleus_caffeine_band,
                    G_DEFINE_ENUM_VALUE (SOLEUS_CAFFEINE_BAND_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CAFFEINE_BAND_NO_EFFECT, "no-effect"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CAFFEINE_BAND_POSSIBLE, "possible"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_CAFFEINE_BAND_DIURETIC_SHOWN, "diuretic-shown"))

/* Decimal input such as 70.0 − 69.3 misses its exact band edge by rounding alone. */
#define EDGE 1e-9

/**
 * soleus_hydration_mass_change:
 *
 * Returns: body mass lost in % of the mass before (NATA 2017), negative for a gain; unknown if either mass is
 */
double
soleus_hydration_mass_change (double before_kg,
                              double after_kg)
{
  return before_kg > 0 ? (before_kg - after_kg) / before_kg * 100 : SOLEUS_UNKNOWN_REAL;
}

/**
 * soleus_hydration_get_band:
 * @mass_change: % lost, as from soleus_hydration_mass_change()
 *
 * Returns: the band (±1 well, to 3 minimal, to 5 significant, above serious)
 */
SoleusHydrationBand
soleus_hydration_get_band (double mass_change)
{
  if (isnan (mass_change))
    return SOLEUS_HYDRATION_BAND_UNKNOWN;
  if (mass_change < -1 - EDGE)
    return SOLEUS_HYDRATION_BAND_GAIN;
  if (mass_change <= 1 + EDGE)
    return SOLEUS_HYDRATION_BAND_WELL;
  if (mass_change <= 3 + EDGE)
    return SOLEUS_HYDRATION_BAND_MINIMAL;
  if (mass_change <= 5 + EDGE)
    return SOLEUS_HYDRATION_BAND_SIGNIFICANT;
  return SOLEUS_HYDRATION_BAND_SERIOUS;
}

/**
 * soleus_hydration_is_gain:
 *
 * Returns: %TRUE if heavier afterwards, the overdrinking warning; %FALSE also where a mass is unknown
 */
gboolean
soleus_hydration_is_gain (double before_kg,
                          double after_kg)
{
  return after_kg > before_kg;
}

/**
 * soleus_hydration_sweat_rate:
 * @drunk_l: litres drunk meanwhile
 * @urine_l: litres passed meanwhile
 * @hours: length, above 0
 *
 * Returns: litres per hour; unknown if anything is unknown
 */
double
soleus_hydration_sweat_rate (double before_kg,
                             double after_kg,
                             double drunk_l,
                             double urine_l,
                             double hours)
{
  return hours > 0 ? (before_kg - after_kg + drunk_l - urine_l) / hours : SOLEUS_UNKNOWN_REAL;
}

/**
 * soleus_hydration_replacement:
 * @least_l: (out): 1.25 L for each kg lost
 * @most_l: (out): 1.5 L for each kg lost
 *
 * Returns: %TRUE if there is a loss to replace; %FALSE (both unknown) for a gain or an unknown mass
 */
gboolean
soleus_hydration_replacement (double  before_kg,
                              double  after_kg,
                              double *least_l,
                              double *most_l)
{
  double lost = before_kg - after_kg;

  g_return_val_if_fail (least_l != NULL && most_l != NULL, FALSE);

  *least_l = *most_l = SOLEUS_UNKNOWN_REAL;
  if (!(lost > 0))
    return FALSE;
  *least_l = 1.25 * lost;
  *most_l = 1.5 * lost;
  return TRUE;
}

/**
 * soleus_hydration_get_urine_band:
 * @colour: 1–8 on the eight-colour chart (Armstrong 1994), or %SOLEUS_UNKNOWN_INT
 *
 * Returns: the band; unknown for anything that is not on the chart
 */
SoleusUrineBand
soleus_hydration_get_urine_band (gint64 colour)
{
  if (colour < 1 || colour > 8)
    return SOLEUS_URINE_BAND_UNKNOWN;
  if (colour <= 3)
    return SOLEUS_URINE_BAND_HYDRATED;
  return colour <= 6 ? SOLEUS_URINE_BAND_MILD : SOLEUS_URINE_BAND_DEHYDRATED;
}

/**
 * soleus_hydration_caffeine_per_kg:
 *
 * Returns: mg per kg body mass; unknown if either is
 */
double
soleus_hydration_caffeine_per_kg (double caffeine_mg,
                                  double mass_kg)
{
  return mass_kg > 0 ? caffeine_mg / mass_kg : SOLEUS_UNKNOWN_REAL;
}

/**
 * soleus_hydration_get_caffeine_band:
 *
 * Returns: what studies found at that dose (C9: Killer 2014, Seal 2017); not a ban
 */
SoleusCaffeineBand
soleus_hydration_get_caffeine_band (double mg_per_kg)
{
  if (isnan (mg_per_kg))
    return SOLEUS_CAFFEINE_BAND_UNKNOWN;
  if (mg_per_kg <= 3 + EDGE)
    return SOLEUS_CAFFEINE_BAND_NO_EFFECT;
  return mg_per_kg < 6 - EDGE ? SOLEUS_CAFFEINE_BAND_POSSIBLE : SOLEUS_CAFFEINE_BAND_DIURETIC_SHOWN;
}
