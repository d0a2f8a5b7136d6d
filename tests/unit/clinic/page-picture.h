/* page-picture.h: a printed page at one pixel a millimetre, and how far its layout is from another
 *
 * Two pages are alike where each tile of TILE × TILE millimetres of one holds the same ink as the tile of the other, moved by at most
 * SLACK millimetres: half a line, so that another version of the fonts, of Pango or of cairo, which moves a word by a fraction of
 * a letter and a line by a fraction of a point, makes no difference; a block that is missing, in another place or of another size does. */
#pragma once

#include "soleus-document.h"

G_BEGIN_DECLS

typedef struct {
  int     width, height; /* millimetres */
  double *ink;           /* 0: paper … 1: black, row by row */
} PagePicture;

PagePicture *page_picture_new_from_document (SoleusDocument    *document,
                                             int                page);
PagePicture *page_picture_load              (const char        *path);
void         page_picture_save              (const PagePicture *self,
                                             const char        *path);
PagePicture *page_picture_move              (const PagePicture *self,
                                             double             dx,
                                             double             dy);
PagePicture *page_picture_erase             (const PagePicture *self,
                                             int                width,
                                             int                height);
double       page_picture_compare           (const PagePicture *self,
                                             const PagePicture *other);
void         page_picture_free              (PagePicture       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PagePicture, page_picture_free)

G_END_DECLS
