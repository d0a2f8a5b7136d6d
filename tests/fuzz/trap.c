/* g_error() ends a program by a trap, of which libFuzzer knows nothing: as an abort it keeps the input that did it. */
#include <signal.h>
#include <stdlib.h>

int LLVMFuzzerInitialize (int *argc, char ***argv);

static void
trap_cb (int number)
{
  (void) number;
  abort ();
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  (void) argc;
  (void) argv;
  signal (SIGTRAP, trap_cb);
  return 0;
}
