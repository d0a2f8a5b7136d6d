/* soleus-pdf-catalog.c: cairo writes no language into a PDF; its catalog is the last object before the table, so that a line more
 * there moves nothing but the table */
#include "soleus-document-private.h"

#include <string.h>

#define OBJECT_END ">>\nendobj\n"

static gboolean
stands_at (const GByteArray *pdf,
           const char       *word,
           gsize             offset)
{
  gsize length = strlen (word);

  return offset + length <= pdf->len && memcmp (pdf->data + offset, word, length) == 0;
}

/* Returns: where the last @word before @until begins, or -1; most of a PDF is no text, so that no function for strings will do */
static gssize
find_last (const GByteArray *pdf,
           const char       *word,
           gsize             until)
{
  for (gssize at = (gssize) until - (gssize) strlen (word); at >= 0; at--)
    if (stands_at (pdf, word, (gsize) at))
      return at;
  return -1;
}

static gboolean
is_language (const char *language)
{
  for (const char *at = language; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && *at != '-')
      return FALSE;
  return language[0] != '\0';
}

/* Returns: where a member of the catalog can be put, or -1 where it is packed into a stream, as newer versions of cairo do */
static gssize
find_place (const GByteArray *pdf,
            gsize             table)
{
  gsize end = strlen (OBJECT_END);
  gssize catalog;

  if (!stands_at (pdf, "xref\n", table) || table < end || !stands_at (pdf, OBJECT_END, table - end))
    return -1;
  catalog = find_last (pdf, "<< /Type /Catalog\n", table);
  if (catalog < 0 || find_last (pdf, "endobj\n", table - end) > catalog)
    return -1;
  return (gssize) (table - end);
}

/**
 * soleus_pdf_catalog_set_language:
 * @pdf: a PDF as cairo wrote it
 * @language: BCP 47
 *
 * Names the language in which the file is read aloud, and asks for its title in the title bar of whoever shows it. Does nothing where the
 * catalog is not found.
 */
void
soleus_pdf_catalog_set_language (GByteArray *pdf,
                                 const char *language)
{
  gssize start = find_last (pdf, "startxref\n", pdf->len);
  gsize number = (gsize) start + strlen ("startxref\n");
  gsize table = start >= 0 ? (gsize) g_ascii_strtoull ((const char *) pdf->data + number, NULL, 10) : 0;
  gssize place = start >= 0 && table < (gsize) start ? find_place (pdf, table) : -1;
  g_autofree char *members = NULL, *tail = NULL;
  g_autoptr (GByteArray) rest = NULL;

  if (place < 0 || !is_language (language))
    return;
  members = g_strdup_printf ("   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n", language);
  tail = g_strdup_printf ("%" G_GSIZE_FORMAT "\n%%%%EOF\n", table + strlen (members));
  rest = g_byte_array_new ();
  g_byte_array_append (rest, pdf->data + place, (guint) (number - (gsize) place));
  g_byte_array_set_size (pdf, (guint) place);
  g_byte_array_append (pdf, (const guint8 *) members, (guint) strlen (members));
  g_byte_array_append (pdf, rest->data, rest->len);
  g_byte_array_append (pdf, (const guint8 *) tail, (guint) strlen (tail));
}
