/* fuzz-scratch.h: a folder for the time of a process, the input as a file in it, and a small clinic that can be had anew
 *
 * What every target asks for is here, too: a sentence that can be shown. */
#pragma once

#include "soleus-clinic.h"

#include <stdint.h>

G_BEGIN_DECLS

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* (transfer none): valid until the next one of the same name */
const char   *fuzz_scratch_write         (const char    *name,
                                          const uint8_t *data,
                                          size_t         size);
void          fuzz_scratch_check_error   (const GError  *error);
void          fuzz_scratch_check_text    (const char    *text);

/* (transfer none): the clinic, made at the first call and anew after fuzz_scratch_forget_clinic() */
SoleusClinic *fuzz_scratch_get_clinic    (void);
void          fuzz_scratch_forget_clinic (void);
/* (transfer full): hash of all that is in it, and the head of its audit */
char         *fuzz_scratch_dup_state     (void);
/* of what is now in it, whatever it was before */
void          fuzz_scratch_verify        (void);

G_END_DECLS
