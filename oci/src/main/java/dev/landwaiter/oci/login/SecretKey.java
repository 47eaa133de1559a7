package dev.landwaiter.oci.login;

import dev.landwaiter.base.text.Glob;
import dev.landwaiter.base.text.InvalidGlobException;
import dev.landwaiter.oci.ImageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A key of a pull secret as the kubelet reads it: a host whose labels may be globs, a port, the
/// beginning of a path.
///
/// @param text without scheme and without the version of an API; decides what is tried first
/// @param labels of the host
/// @param port empty when none is given
/// @param path empty, or what an image's path must begin with, `/` first
record SecretKey(String text, List<Glob> labels, String port, String path) {

  /// @param where file and secret, for the message
  static SecretKey of(String where, String key) throws ImageException {
    String bare = key;
    for (String scheme : List.of("https://", "http://")) {
      bare = bare.startsWith(scheme) ? bare.substring(scheme.length()) : bare;
    }
    int slash = bare.indexOf('/');
    String authority = (slash < 0 ? bare : bare.substring(0, slash)).toLowerCase(Locale.ROOT);
    String path = slash < 0 ? "" : bare.substring(slash);
    if (path.startsWith("/v1/") || path.startsWith("/v2/")) {
      path = path.substring(3);
    }
    path = path.equals("/") ? "" : path;
    List<Glob> labels = new ArrayList<>();
    try {
      for (String label : host(authority).split("\\.", -1)) {
        // an address of version 6 is no class of characters
        labels.add(label.contains("::") ? Glob.literal(label) : Glob.compile(label));
      }
    } catch (InvalidGlobException e) {
      throw new ImageException(
          ImageException.Code.INVALID,
          "%s: '%s' is no pattern of hosts".formatted(where, authority));
    }
    return new SecretKey(authority + path, List.copyOf(labels), port(authority), path);
  }

  /// Whether it is meant for an image.
  ///
  /// @param host with port, in lower case
  /// @param repository without a leading `/`
  boolean matches(String host, String repository) {
    String[] parts = host(host).split("\\.", -1);
    if (parts.length != labels.size() || !port(host).equals(port)) {
      return false;
    }
    for (int i = 0; i < parts.length; i++) {
      if (!labels.get(i).matches(parts[i])) {
        return false;
      }
    }
    return ("/" + repository).startsWith(path);
  }

  private static String host(String authority) {
    int colon = colon(authority);
    return colon < 0 ? authority : authority.substring(0, colon);
  }

  private static String port(String authority) {
    int colon = colon(authority);
    return colon < 0 ? "" : authority.substring(colon + 1);
  }

  /// Where the port begins; an address of version 6 has colons of its own.
  private static int colon(String authority) {
    int colon = authority.lastIndexOf(':');
    return colon > authority.lastIndexOf(']') ? colon : -1;
  }
}
