#define _GNU_SOURCE
#include "GetoptOracle.h"

#include <getopt.h>
#include <stddef.h>

int getopt_oracle_parse(int count, char **words, getopt_oracle_found found, void *context) {
  static const struct option options[] = {
      {"quiet", no_argument, NULL, 'q'},
      {"force", no_argument, NULL, 'f'},
      {"output", required_argument, NULL, 'o'},
      {"jobs", required_argument, NULL, 'j'},
      {NULL, 0, NULL, 0},
  };
  optind = 0; /* glibc: begin anew */
  opterr = 0;
  for (int letter; (letter = getopt_long(count, words, "qfo:j:", options, NULL)) != -1;) {
    const struct option *option = options;
    while (option->name != NULL && option->val != letter) option++;
    if (option->name == NULL) return -1;
    found(option->name, option->has_arg == required_argument ? optarg : NULL, context);
  }
  while (optind < count) found(NULL, words[optind++], context);
  return 0;
}
