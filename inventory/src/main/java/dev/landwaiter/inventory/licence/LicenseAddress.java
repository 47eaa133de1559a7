package dev.landwaiter.inventory.licence;

import java.util.Locale;

/// Addresses of licence texts, compared without what makes no difference.
final class LicenseAddress {
  private static final String ARCHIVE = "web.archive.org/web/";

  private LicenseAddress() {}

  /// Without scheme, archive wrapper, `www.`, final slash and file extension, the host in lower
  /// case.
  static String key(String address) {
    String key = withoutScheme(address.strip());
    if (key.startsWith(ARCHIVE)) {
      int slash = key.indexOf('/', ARCHIVE.length());
      key = slash < 0 ? key : withoutScheme(key.substring(slash + 1));
    }
    int path = key.indexOf('/');
    key =
        path < 0
            ? key.toLowerCase(Locale.ROOT)
            : key.substring(0, path).toLowerCase(Locale.ROOT) + key.substring(path);
    key = key.startsWith("www.") ? key.substring(4) : key;
    if (key.startsWith("opensource.org/licenses/")) {
      key = "opensource.org/license/" + key.substring("opensource.org/licenses/".length());
    }
    key = key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
    for (String end : new String[] {".txt", ".html", ".htm", ".php", ".md"}) {
      if (key.endsWith(end)) {
        return key.substring(0, key.length() - end.length());
      }
    }
    return key;
  }

  private static String withoutScheme(String address) {
    for (String scheme : new String[] {"https://", "http://"}) {
      if (address.regionMatches(true, 0, scheme, 0, scheme.length())) {
        return address.substring(scheme.length());
      }
    }
    return address;
  }
}
