#include "soleus-body-shapes.h"

const char *soleus_body_leg_back =
  "M 9 0 C 4 34 8 84 20 122 C 18 138 11 158 12 180 C 14 212 30 238 36 258 "
  "C 36 266 31 274 32 283 C 34 294 66 294 68 283 C 69 274 64 266 64 258 "
  "C 68 238 88 210 89 180 C 90 156 83 140 82 124 C 92 86 97 36 95 0";

const char *soleus_body_leg_front =
  "M 9 0 C 4 34 9 84 21 120 C 20 136 14 156 16 178 C 19 210 32 236 37 256 "
  "C 34 268 22 280 21 291 C 21 301 40 303 56 302 C 68 301 71 292 69 282 C 68 272 64 266 64 256 "
  "C 68 236 85 206 86 178 C 87 156 82 138 81 122 C 92 86 97 36 95 0";

const char *soleus_body_details_back =
  "M 26 127 C 38 134 64 134 77 127 M 47 262 C 46 270 46 276 47 281 M 54 262 C 55 270 55 276 54 281";

const char *soleus_body_details_front =
  "M 38 126 C 38 116 64 116 64 126 C 65 138 60 145 51 145 C 42 145 37 138 38 126 Z "
  "M 52 152 C 50 184 51 220 53 250 M 33 293 L 32 298 M 42 294 L 41 300 M 51 295 L 51 301 M 60 293 L 61 300";

const SoleusBodyShape soleus_body_shapes_back[] = {
  { "hamstrings",
    "M 18 14 C 13 44 18 86 29 115 C 33 122 41 119 43 110 C 48 84 48 44 46 12 C 38 8 26 9 18 14 Z "
    "M 54 12 C 51 44 52 84 57 109 C 60 119 69 121 73 114 C 83 84 89 44 87 13 C 78 8 62 8 54 12 Z",
    50, 62 },
  { "calf",
    "M 25 134 C 16 152 13 172 16 190 C 20 214 34 238 41 256 L 59 256 C 64 238 81 212 85 190 C 88 170 85 152 78 134 "
    "C 68 128 58 130 51 136 C 44 130 34 128 25 134 Z",
    10, 222 },
  { "soleus",
    "M 19 180 C 22 206 34 230 42 250 L 58 250 C 63 230 79 206 82 180 C 72 200 60 196 51 196 C 42 196 28 200 19 180 Z",
    50, 229 },
  { "gastrocnemius",
    "M 28 138 C 19 154 18 176 25 193 C 31 206 44 205 48 194 C 51 178 50 156 47 142 C 42 134 34 133 28 138 Z "
    "M 54 142 C 51 158 51 180 54 197 C 58 210 71 210 77 197 C 84 178 83 156 75 138 C 69 133 59 134 54 142 Z",
    50.5, 170 },
  { "foot",
    "M 37 268 C 33 279 35 288 50 288 C 65 288 67 279 63 268 C 57 263 43 263 37 268 Z",
    50, 277 },
};
const gsize soleus_n_body_shapes_back = G_N_ELEMENTS (soleus_body_shapes_back);

const SoleusBodyShape soleus_body_shapes_front[] = {
  { "adductors",
    "M 66 10 C 69 40 76 70 82 92 C 88 66 92 36 90 9 C 82 7 73 7 66 10 Z",
    80, 34 },
  { "quadriceps",
    "M 16 14 C 11 44 17 84 28 110 C 33 119 40 117 45 112 C 49 110 55 110 59 113 C 67 120 76 114 77 100 "
    "C 73 74 64 42 61 11 C 48 7 28 8 16 14 Z",
    43, 62 },
  { "tibialis-anterior",
    "M 30 146 C 21 168 24 202 41 244 C 47 240 49 226 48 204 C 47 180 43 160 38 146 C 36 142 32 142 30 146 Z",
    36, 190 },
  { "foot",
    "M 41 262 C 34 272 26 282 26 289 C 27 297 62 298 65 289 C 66 280 61 270 60 262 C 54 259 46 259 41 262 Z",
    47, 280 },
};
const gsize soleus_n_body_shapes_front = G_N_ELEMENTS (soleus_body_shapes_front);

/**
 * soleus_body_shape_append_path:
 * @path: a path of this file
 *
 * Adds @path to the current path of @cr.
 */
void
soleus_body_shape_append_path (const char *path,
                               cairo_t    *cr)
{
  while (*path != '\0')
    {
      char verb = *path++;
      int n = verb == 'M' || verb == 'L' ? 2 : verb == 'C' ? 6 : 0;
      double at[6] = { 0, };

      for (int i = 0; i < n; i++)
        {
          char *end;

          at[i] = g_ascii_strtod (path, &end);
          path = end;
        }
      if (verb == 'M')
        cairo_move_to (cr, at[0], at[1]);
      else if (verb == 'L')
        cairo_line_to (cr, at[0], at[1]);
      else if (verb == 'C')
        cairo_curve_to (cr, at[0], at[1], at[2], at[3], at[4], at[5]);
      else if (verb == 'Z')
        cairo_close_path (cr);
    }
}
