#include "soleus-heat-index.h"

G_DEFINE_ENUM_TYPE (SoleusHeatBand, soleus_heat_band,
                    G_DEFINE_ENUM_VALUE (SOLEUS_HEAT_BAND_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_HEAT_BAND_COMFORTABLE, "comfortable"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_HEAT_BAND_CAUTION, "caution"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_HEAT_BAND_EXTREME_CAUTION, "extreme-caution"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_HEAT_BAND_DANGER, "danger"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_HEAT_BAND_EXTREME_DANGER, "extreme-danger"))

/**
 * soleus_celsius_to_fahrenheit:
 *
 * Returns: °F; unknown stays unknown
 */
double
soleus_celsius_to_fahrenheit (double celsius)
{
  return celsius * 9 / 5 + 32;
}

/**
 * soleus_fahrenheit_to_celsius:
 *
 * Returns: °C; unknown stays unknown
 */
double
soleus_fahrenheit_to_celsius (double fahrenheit)
{
  return (fahrenheit - 32) * 5 / 9;
}

static double
regress (double t,
         double r)
{
  return -42.379 + 2.04901523 * t + 10.14333127 * r - 0.22475541 * t * r - 0.00683783 * t * t - 0.05481717 * r * r +
         0.00122874 * t * t * r + 0.00085282 * t * r * r - 0.00000199 * t * t * r * r;
}

/**
 * soleus_heat_index_fahrenheit:
 * @fahrenheit: air temperature in the shade
 * @humidity: relative humidity, %
 *
 * The regression of the US National Weather Service with its two adjustments; below 80 °F its simple formula averaged
 * with the temperature.
 *
 * Returns: heat index, °F; unknown if either is unknown or the humidity is not 0–100
 */
double
soleus_heat_index_fahrenheit (double fahrenheit,
                              double humidity)
{
  double simple = 0.5 * (fahrenheit + 61 + 1.2 * (fahrenheit - 68) + 0.094 * humidity);
  double index = (simple + fahrenheit) / 2;

  if (isnan (index) || humidity < 0 || humidity > 100)
    return SOLEUS_UNKNOWN_REAL;
  if (index < 80)
    return index;

  index = regress (fahrenheit, humidity);
  if (humidity < 13 && fahrenheit <= 112) /* dry air gets here from 80 °F on, humid air from 78.9 °F */
    index -= (13 - humidity) / 4 * sqrt ((17 - fabs (fahrenheit - 95)) / 17);
  else if (humidity > 85 && fahrenheit >= 80 && fahrenheit <= 87)
    index += (humidity - 85) / 10 * ((87 - fahrenheit) / 5);
  return index;
}

/**
 * soleus_heat_index_celsius:
 *
 * Returns: as soleus_heat_index_fahrenheit(), in and out °C
 */
double
soleus_heat_index_celsius (double celsius,
                           double humidity)
{
  return soleus_fahrenheit_to_celsius (soleus_heat_index_fahrenheit (soleus_celsius_to_fahrenheit (celsius), humidity));
}

/**
 * soleus_heat_index_get_band:
 * @fahrenheit_index: heat index, °F
 *
 * Returns: the band, for the shade
 */
SoleusHeatBand
soleus_heat_index_get_band (double fahrenheit_index)
{
  if (isnan (fahrenheit_index))
    return SOLEUS_HEAT_BAND_UNKNOWN;
  if (fahrenheit_index < 80)
    return SOLEUS_HEAT_BAND_COMFORTABLE;
  if (fahrenheit_index < 90)
    return SOLEUS_HEAT_BAND_CAUTION;
  if (fahrenheit_index < 103)
    return SOLEUS_HEAT_BAND_EXTREME_CAUTION;
  return fahrenheit_index < 125 ? SOLEUS_HEAT_BAND_DANGER : SOLEUS_HEAT_BAND_EXTREME_DANGER;
}

/**
 * soleus_vapour_pressure:
 * @humidity: relative humidity, %
 *
 * Returns: water vapour pressure, hPa
 */
double
soleus_vapour_pressure (double celsius,
                        double humidity)
{
  return humidity / 100 * 6.105 * exp (17.27 * celsius / (237.7 + celsius));
}

/**
 * soleus_wbgt_estimate:
 * @humidity: relative humidity, %
 *
 * An estimate for moderate sun and light wind (Bureau of Meteorology); show it as one.
 *
 * Returns: wet bulb globe temperature, °C; unknown if either is
 */
double
soleus_wbgt_estimate (double celsius,
                      double humidity)
{
  return 0.567 * celsius + 0.393 * soleus_vapour_pressure (celsius, humidity) + 3.94;
}

/**
 * soleus_wbgt_measured:
 * @wet_bulb: natural wet bulb temperature, °C
 * @globe: black globe temperature, °C
 * @air: dry bulb temperature, °C
 *
 * Returns: wet bulb globe temperature outdoors, °C
 */
double
soleus_wbgt_measured (double wet_bulb,
                      double globe,
                      double air)
{
  return 0.7 * wet_bulb + 0.2 * globe + 0.1 * air;
}
