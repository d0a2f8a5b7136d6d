/* The calls of the C library that write stand here before its own. A write that does not fit is done in part, the next one fails with ENOSPC,
 * as on a disk. What is put into the place of older bytes counts, too: as where a file system writes elsewhere. */
#include "soleus-config.h"

#include "full-disk.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define NEXT(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

static struct {
  gint64 left; /* negative: no end */
  gint64 written;
} disk = { -1, 0 };

void
full_disk_set_space (gint64 bytes)
{
  disk.left = bytes;
  disk.written = 0;
}

gint64
full_disk_get_written (void)
{
  return disk.written;
}

/* Returns: how many of @size bytes fit; -1 with errno set where none do */
static gssize
take (int   fd,
      gsize size)
{
  struct stat status;
  gsize fits = size;

  if (fd <= STDERR_FILENO || fstat (fd, &status) != 0 || !S_ISREG (status.st_mode) || size == 0)
    return (gssize) size;
  if (disk.left >= 0)
    {
      fits = MIN (size, (gsize) disk.left);
      disk.left -= (gint64) fits;
    }
  disk.written += (gint64) fits;
  if (fits > 0)
    return (gssize) fits;
  errno = ENOSPC;
  return -1;
}

ssize_t
write (int         fd,
       const void *data,
       size_t      size)
{
  gssize fits = take (fd, size);

  return fits < 0 ? -1 : NEXT (write) (fd, data, (size_t) fits);
}

ssize_t
writev (int                 fd,
        const struct iovec *pieces,
        int                 n)
{
  return n > 0 ? write (fd, pieces[0].iov_base, pieces[0].iov_len) : 0;
}

/* with 64 bits of an offset, as SQLite calls it, too */
ssize_t
pwrite (int         fd,
        const void *data,
        size_t      size,
        off_t       offset)
{
  gssize fits = take (fd, size);

  return fits < 0 ? -1 : NEXT (pwrite) (fd, data, (size_t) fits, offset);
}

size_t
fwrite (const void *data,
        size_t      size,
        size_t      n,
        FILE       *file)
{
  gssize fits = size > 0 && n > 0 ? take (fileno (file), size * n) : 0;

  if (fits < 0 || (gsize) fits < size * n)
    {
      errno = ENOSPC;
      return 0;
    }
  return NEXT (fwrite) (data, size, n, file);
}
