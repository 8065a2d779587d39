/*
 * A PKCS#11 library that hands everything on to SoftHSM (UNRULY_TARGET) and misbehaves as UNRULY_MODE says, so that
 * tests see what tokens in the field do: crash, hang, count wrong PINs until they lock, know no PSS, ask for the PIN
 * at every signature. Linux, 64 bits.
 *
 * In the mode "count" the number in the file UNRULY_STATE is wrong PINs (1 few tries left, 2 the last one, from 3 on
 * locked) or what a test writes there: 7 no PIN was ever set, 8 the PIN is typed on the reader, 9 pulled out.
 */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef unsigned long ulong;
typedef ulong (*function)();

enum { INITIALIZE = 0, SLOTS = 4, TOKEN_INFO = 6, MECHANISMS = 7, LOGIN = 18, ATTRIBUTES = 24, SIGN = 43, COUNT = 68 };
static struct { unsigned char version[8]; function call[COUNT]; } list, *target;

static int mode(const char *name) {
  const char *given = getenv("UNRULY_MODE");
  return given != NULL && strcmp(given, name) == 0;
}

static void misbehave(const char *where) {
  char name[64];
  snprintf(name, sizeof name, "crash-%s", where);
  if (mode(name)) abort();
  snprintf(name, sizeof name, "hang-%s", where);
  while (mode(name)) sleep(1);
}

/* Wrong PINs so far, kept in a file as a token keeps them in its chip. */
static int tries(int set) {
  int count = 0;
  const char *path = getenv("UNRULY_STATE");
  FILE *file = path == NULL ? NULL : fopen(path, set < 0 ? "r" : "w");
  if (file == NULL) return 0;
  if (set < 0) { if (fscanf(file, "%d", &count) != 1) count = 0; }
  else fprintf(file, "%d", set);
  fclose(file);
  return count;
}

static ulong initialize(void *arguments) {
  misbehave("load");
  return target->call[INITIALIZE](arguments);
}

static ulong slots(unsigned char present, ulong *items, ulong *count) {
  if (mode("count") && tries(-1) == 9) return *count = 0;
  return target->call[SLOTS](present, items, count);
}

static ulong token_info(ulong slot, unsigned char *info) {
  ulong result = target->call[TOKEN_INFO](slot, info);
  ulong flags;
  misbehave("list");
  if (!mode("count")) return result;
  memcpy(&flags, info + 96, sizeof flags);
  flags &= ~0x70000ul;
  if (tries(-1) == 1) flags |= 0x10000;
  if (tries(-1) == 2) flags |= 0x20000;
  if (tries(-1) >= 3 && tries(-1) < 7) flags |= 0x40000;
  if (tries(-1) == 7) flags &= ~0x8ul;
  if (tries(-1) == 8) flags |= 0x100;
  memcpy(info + 96, &flags, sizeof flags);
  return result;
}

static ulong login(ulong session, ulong who, unsigned char *pin, ulong length) {
  ulong result;
  misbehave("login");
  if (who == 2) {
    /* SoftHSM has no keys that ask again: the shim only sees that the right PIN came. */
    tries(length == 6 && memcmp(pin, "123456", 6) == 0 ? 100 : 200);
    return 0;
  }
  if (!mode("count")) return target->call[LOGIN](session, who, pin, length);
  if (tries(-1) == 8) return pin == NULL ? target->call[LOGIN](session, who, "123456", 6ul) : 0xa0;
  if (tries(-1) >= 3) return 0xa4;
  result = target->call[LOGIN](session, who, pin, length);
  tries(result == 0 ? 0 : tries(-1) + 1);
  return result;
}

static ulong mechanisms(ulong slot, ulong *items, ulong *count) {
  ulong result = target->call[MECHANISMS](slot, items, count);
  ulong at;
  if (items != NULL && mode("no-pss"))
    for (at = 0; at < *count; at += 1) if (items[at] == 0xd || items[at] == 0x43) items[at] = 0x80000001;
  return result;
}

static ulong attributes(ulong session, ulong object, ulong *wanted, ulong count) {
  if (mode("ask-again") && count == 1 && wanted[0] == 0x202) {
    if (wanted[1] != 0) *(unsigned char *)wanted[1] = 1;
    wanted[2] = 1;
    return 0;
  }
  return target->call[ATTRIBUTES](session, object, wanted, count);
}

static ulong sign(ulong session, unsigned char *data, ulong length, unsigned char *out, ulong *size) {
  ulong result;
  misbehave("sign");
  result = target->call[SIGN](session, data, length, out, size);
  if (mode("wrong-signature")) out[0] ^= 1;
  return result;
}

ulong C_GetFunctionList(void **out) {
  void *library = dlopen(getenv("UNRULY_TARGET"), RTLD_NOW);
  function get = library == NULL ? NULL : (function)dlsym(library, "C_GetFunctionList");
  if (get == NULL || get(&target) != 0) return 5;
  memcpy(&list, target, sizeof list);
  list.call[INITIALIZE] = initialize;
  list.call[SLOTS] = slots;
  list.call[TOKEN_INFO] = token_info;
  list.call[MECHANISMS] = mechanisms;
  list.call[LOGIN] = login;
  list.call[ATTRIBUTES] = attributes;
  list.call[SIGN] = sign;
  *out = &list;
  return 0;
}
