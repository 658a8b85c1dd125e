// ICU's functions carry the library's version in their names, by macro; Swift sees no macros, so the one we call gets a plain name here.
#include <unicode/ucal.h>

static inline int32_t adjourn_zone_for_windows_name(const UChar *windowsName, int32_t length, UChar *result, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t written = ucal_getTimeZoneIDForWindowsID(windowsName, length, "001", result, capacity, &status);
  return U_SUCCESS(status) ? written : 0;
}
