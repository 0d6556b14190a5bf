// libedit's readline interface, with what Swift cannot set: global variables and callbacks.
#ifndef CHANCERY_CEDIT_H
#define CHANCERY_CEDIT_H

#if !__has_include(<editline/readline.h>)
#error "editline/readline.h not found: apt-get install libedit-dev"
#endif
#include <stdio.h>
#include <editline/readline.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

// The words that Tab completes: `folded` are matched with what is typed, `shown` is put in its place.
struct chancery_words {
  char **folded;
  char **shown;
  size_t count;
};

static inline struct chancery_words *chancery_completions(void) {
  static struct chancery_words words;
  return &words;
}

// The next word that begins as `text` does; called by libedit with state 0 first, then 1.
static inline char *chancery_next_completion(const char *text, int state) {
  static size_t position;
  struct chancery_words *words = chancery_completions();
  size_t length = strlen(text);
  if (state == 0) position = 0;
  while (position < words->count) {
    size_t found = position++;
    if (strncasecmp(words->folded[found], text, length) == 0 || strncasecmp(words->shown[found], text, length) == 0)
      return strdup(words->shown[found]);
  }
  return NULL;
}

static inline char **chancery_complete(const char *text, int start, int end) {
  (void)start;
  (void)end;
  rl_attempted_completion_over = 1;
  return rl_completion_matches(text, chancery_next_completion);
}

// Prepares libedit: the program's name for ~/.editrc, completion of words, history of 500 lines.
static inline void chancery_edit_begin(void) {
  rl_readline_name = "chancery";
  rl_attempted_completion_function = chancery_complete;
  using_history();
  stifle_history(500);
}

#endif
