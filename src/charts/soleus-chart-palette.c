#include "soleus-chart-palette.h"

#define RGB(hex) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0, 1.0 }
#define RGBA(hex, share) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0, (share) }

static const SoleusChartPalette light = {
  .background = RGBA (0xffffff, 0),
  .ink = RGB (0x2b2b2b),
  .dim = RGB (0x5e5c64),
  .grid = RGB (0xdeddda),
  .bar = RGB (0xb0aeb4),
  .accent = RGB (0x1c71d8),
  .on_accent = RGB (0xffffff),
  .hatch = RGB (0xa5a3a9),
  .window = RGBA (0xe5a50a, 0.26),
  .stop = RGBA (0xe01b24, 0.24),
  .skin = RGB (0xf3f2f1),
  .muscle = RGB (0xe2e0df),
};

static const SoleusChartPalette dark = {
  .background = RGBA (0x1e1e1e, 0),
  .ink = RGB (0xf6f5f4),
  .dim = RGB (0xc0bfbc),
  .grid = RGB (0x4a484d),
  .bar = RGB (0x77757c),
  .accent = RGB (0x78aeed),
  .on_accent = RGB (0x10131a),
  .hatch = RGB (0x7d7b82),
  .window = RGBA (0xf5c211, 0.24),
  .stop = RGBA (0xff7b63, 0.34),
  .skin = RGB (0x39383c),
  .muscle = RGB (0x4b494f),
};

static const SoleusChartPalette print = {
  .background = RGBA (0xffffff, 0),
  .ink = RGB (0x131318),
  .dim = RGB (0x47464b),
  .grid = RGB (0xc6c5c8),
  .bar = RGB (0xa8a7ab),
  .accent = RGB (0x16539b),
  .on_accent = RGB (0xffffff),
  .hatch = RGB (0x8e8d91),
  .window = RGBA (0x000000, 0.13),
  .stop = RGBA (0x000000, 0.28),
  .skin = RGB (0xffffff),
  .muscle = RGB (0xececee),
};

/**
 * soleus_chart_palette_get_light:
 *
 * Returns: (transfer none): colours for a light window
 */
const SoleusChartPalette *
soleus_chart_palette_get_light (void)
{
  return &light;
}

/**
 * soleus_chart_palette_get_dark:
 *
 * Returns: (transfer none): colours for a dark window
 */
const SoleusChartPalette *
soleus_chart_palette_get_dark (void)
{
  return &dark;
}

/**
 * soleus_chart_palette_get_print:
 *
 * Returns: (transfer none): colours for white paper that stay apart when printed in grey
 */
const SoleusChartPalette *
soleus_chart_palette_get_print (void)
{
  return &print;
}

/**
 * soleus_colour_set_source:
 *
 * Makes the colour the source of @cr.
 */
void
soleus_colour_set_source (const SoleusColour *self,
                          cairo_t            *cr)
{
  g_return_if_fail (self != NULL);

  cairo_set_source_rgba (cr, self->red, self->green, self->blue, self->alpha);
}

/**
 * soleus_colour_mix:
 * @share: 0 gives @from, 1 gives @to
 *
 * Returns: the colour that lies between
 */
SoleusColour
soleus_colour_mix (const SoleusColour *from,
                   const SoleusColour *to,
                   double              share)
{
  share = CLAMP (share, 0.0, 1.0);

  return (SoleusColour) {
    from->red + (to->red - from->red) * share,
    from->green + (to->green - from->green) * share,
    from->blue + (to->blue - from->blue) * share,
    from->alpha + (to->alpha - from->alpha) * share,
  };
}
