#ifndef GETOPT_ORACLE_H
#define GETOPT_ORACLE_H

/* What getopt_long finds, one call each: the long name of an option and its value (NULL for a flag), or a NULL name
   and a positional argument. */
typedef void (*getopt_oracle_found)(const char *_Nullable name, const char *_Nullable value, void *_Nullable context);

/* Parses a call with glibc's getopt_long for the options quiet (q), force (f), output (o, value) and jobs (j, value).
   words[0] is the program's name; count does not include a closing NULL, which must be there. Returns 0, or -1 for a
   word that cannot be followed. Not safe for two threads at once: getopt_long keeps its place in globals. */
int getopt_oracle_parse(int count, char *_Nullable *_Nonnull words, getopt_oracle_found _Nonnull found,
                        void *_Nullable context);

#endif
