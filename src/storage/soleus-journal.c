/* SQLite reads a journal up to the first frame whose sum is wrong and takes that for its end. After a crash it mostly is: the last change was not
 * on the disk yet. Where more than one change stands behind it, they had been saved, each on the disk before the next began, and something has
 * damaged the journal since: they are lost, and SQLite does not say so. (https://sqlite.org/fileformat2.html, “The Write-Ahead Log”) */
#include "soleus-config.h"

#include "soleus-journal.h"

#include <glib/gstdio.h>
#include <string.h>

#include "soleus-backup-folder.h"

#define MAGIC         0x377f0682u /* and one more where the sums are of big-endian words */
#define HEADER_SIZE   32
#define FRAME_HEADER  24
#define SUMMED_HEADER 24 /* of the header, before its own sum */
#define SUMMED_FRAME  8  /* of the header of a frame */
#define DEFAULT_PAGE  4096
#define SECTOR        512

typedef struct {
  const guint8 *bytes;
  gsize         size;
  gsize         page_size;
  gboolean      big_endian;
  guint32       sum[2];
} Journal;

static guint32
read_word (const guint8 *bytes,
           gboolean      big_endian)
{
  guint32 word;

  memcpy (&word, bytes, sizeof word);
  return big_endian ? GUINT32_FROM_BE (word) : GUINT32_FROM_LE (word);
}

static void
add_to_sum (Journal      *self,
            const guint8 *bytes,
            gsize         size)
{
  for (gsize i = 0; i + 8 <= size; i += 8)
    {
      self->sum[0] += read_word (bytes + i, self->big_endian) + self->sum[1];
      self->sum[1] += read_word (bytes + i + 4, self->big_endian) + self->sum[0];
    }
}

static gboolean
has_sum (const Journal *self,
         const guint8  *stored)
{
  return read_word (stored, TRUE) == self->sum[0] && read_word (stored + 4, TRUE) == self->sum[1];
}

static gboolean
read_header (Journal *self)
{
  guint32 magic = read_word (self->bytes, TRUE);

  self->page_size = read_word (self->bytes + 8, TRUE);
  self->big_endian = (magic & 1) != 0;
  if ((magic & ~1u) != MAGIC || self->page_size < 512 || self->page_size > 65536 || (self->page_size & (self->page_size - 1)) != 0)
    {
      self->page_size = DEFAULT_PAGE;
      return FALSE;
    }
  add_to_sum (self, self->bytes, SUMMED_HEADER);
  return has_sum (self, self->bytes + SUMMED_HEADER);
}

/* The two numbers that tell this journal from an older one in the same file. */
static gboolean
has_salt (const guint8 *frame,
          const guint8 *salt)
{
  return memcmp (frame + 8, salt, 8) == 0;
}

static gboolean
is_readable (Journal      *self,
             const guint8 *frame)
{
  add_to_sum (self, frame, SUMMED_FRAME);
  add_to_sum (self, frame + FRAME_HEADER, self->page_size);
  return has_sum (self, frame + 16);
}

/* The size of the file stands in the last frame of a change only. Where a header lies in two sectors, the power may have left the size of an older
 * journal in the first and the numbers of this one in the second. */
static gboolean
ends_a_change (const Journal *self,
               gsize          at)
{
  return at / SECTOR == (at + FRAME_HEADER - 1) / SECTOR && read_word (self->bytes + at + 4, TRUE) != 0;
}

/* Whether the frame behind this one was written after it: what it ends was on the disk by then. Each sum goes on from the one before. */
static gboolean
is_continued (const Journal *self,
              gsize          at,
              const guint8  *salt)
{
  gsize next = at + FRAME_HEADER + self->page_size;
  Journal sums = *self;

  if (next + FRAME_HEADER + self->page_size > self->size || !ends_a_change (self, at) || !has_salt (self->bytes + next, salt))
    return FALSE;
  sums.sum[0] = read_word (self->bytes + at + 16, TRUE);
  sums.sum[1] = read_word (self->bytes + at + 20, TRUE);
  return is_readable (&sums, self->bytes + next);
}

/* Returns: how many changes, where at least one had been saved for certain */
static guint
count_behind_the_end (Journal *self)
{
  gboolean readable = read_header (self);
  gsize step = FRAME_HEADER + self->page_size;
  const guint8 *salt = self->bytes + 16;
  gboolean certain = FALSE;
  guint n_changes = 0;

  if (!readable) /* the first frame is in the sector of the header */
    salt = self->bytes + HEADER_SIZE + (self->size >= HEADER_SIZE + 2 * step ? step : 0) + 8;

  for (gsize at = HEADER_SIZE; at + step <= self->size; at += step)
    {
      const guint8 *frame = self->bytes + at;

      readable = readable && has_salt (frame, salt) && is_readable (self, frame);
      if (!readable && has_salt (frame, salt) && ends_a_change (self, at))
        n_changes++;
      certain = certain || (!readable && is_continued (self, at, salt));
    }
  return certain ? MAX (n_changes, 1) : n_changes > 1 ? n_changes : 0;
}

static char *
dup_journal_path (const char *clinic_path)
{
  return g_strconcat (clinic_path, "-wal", NULL);
}

/**
 * soleus_journal_exists:
 * @clinic_path: a clinic file, which need not be there
 *
 * Returns: whether a journal with something in it stands beside it
 */
gboolean
soleus_journal_exists (const char *clinic_path)
{
  g_autofree char *path = dup_journal_path (clinic_path);
  GStatBuf status;

  return g_stat (path, &status) == 0 && S_ISREG (status.st_mode) && status.st_size > 0;
}

/* What is being written by another program is no damage. */
static gboolean
is_still (const char    *path,
          const Journal *self)
{
  g_autofree char *bytes = NULL;
  gsize size;

  return g_file_get_contents (path, &bytes, &size, NULL) && size == self->size && memcmp (bytes, self->bytes, size) == 0;
}

/**
 * soleus_journal_count_unreadable:
 * @clinic_path: a clinic file that this program is about to open
 *
 * Returns: how many saved changes at the end of its journal cannot be read any more. One that was being saved when the power went is none.
 */
guint
soleus_journal_count_unreadable (const char *clinic_path)
{
  g_autofree char *path = dup_journal_path (clinic_path);
  g_autofree char *bytes = NULL;
  Journal self = { NULL };
  guint n_changes;

  if (!g_file_get_contents (path, &bytes, &self.size, NULL) || self.size < HEADER_SIZE + FRAME_HEADER)
    return 0;
  self.bytes = (const guint8 *) bytes;
  n_changes = count_behind_the_end (&self);
  return n_changes > 0 && is_still (path, &self) ? n_changes : 0;
}

/**
 * soleus_journal_keep:
 * @clinic_path: a clinic file that this program is about to open
 * @at: the present
 *
 * Keeps the journal as it is among the backups, before it is written over.
 *
 * Returns: (transfer full) (nullable): where it is kept
 */
char *
soleus_journal_keep (const char *clinic_path,
                     gint64      at)
{
  g_autofree char *path = dup_journal_path (clinic_path);
  g_autofree char *folder = soleus_backup_folder_dup_default (clinic_path);
  g_autofree char *kept = soleus_backup_folder_dup_new_path (folder, clinic_path, "damaged", at, FALSE);
  g_autofree char *bytes = NULL;
  gsize size;

  if (g_mkdir_with_parents (folder, 0700) != 0 || !g_file_get_contents (path, &bytes, &size, NULL) ||
      !g_file_set_contents_full (kept, bytes, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, NULL))
    return NULL;
  return g_steal_pointer (&kept);
}
