package dev.landwaiter.policy.gatekeeper.mutate;

import com.google.re2j.Pattern;
import dev.landwaiter.policy.gatekeeper.RefusedException;

/// The parts of an image's name, each of which may be empty: `DOMAIN/PATH` and a tag or digest with
/// its `:` or `@`.
record ImageParts(String domain, String path, String tag) {
  private static final String HOST_PART = "(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])";
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?:localhost(?::[0-9]+)?|" + HOST_PART + "(?:\\." + HOST_PART + ")+(?::[0-9]+)?)");
  private static final Pattern PATH =
      Pattern.compile(
          "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*");
  private static final Pattern TAG =
      Pattern.compile(
          ":[0-9A-Za-z_][0-9A-Za-z_.-]{0,127}"
              + "|@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}");

  /// Takes a name apart.
  static ImageParts of(String name) {
    String domain = "";
    String rest = name;
    int slash = name.indexOf('/');
    if (slash >= 0 && isDomain(name.substring(0, slash))) {
      domain = name.substring(0, slash);
      rest = name.substring(slash + 1);
    }
    int end = 0;
    while (end < rest.length() && rest.charAt(end) != ':' && rest.charAt(end) != '@') {
      end++;
    }
    return new ImageParts(domain, rest.substring(0, end), rest.substring(end));
  }

  private static boolean isDomain(String first) {
    return first.contains(".") || first.contains(":") || first.equals("localhost");
  }

  /// A name with these parts in the place of its own, where they are given; empty when there is no
  /// path.
  String over(String name) {
    var own = of(name);
    String newPath = path.isEmpty() ? own.path : path;
    if (newPath.isEmpty()) {
      return "";
    }
    String newDomain = domain.isEmpty() ? own.domain : domain;
    String newTag = tag.isEmpty() ? own.tag : tag;
    return newDomain + (newDomain.isEmpty() ? "" : "/") + newPath + newTag;
  }

  /// Refuses parts that cannot be parts of a name.
  void check() throws RefusedException {
    if (domain.isEmpty() && path.isEmpty() && tag.isEmpty()) {
      throw new RefusedException("none of assignDomain, assignPath and assignTag is given");
    }
    if (!domain.isEmpty() && !DOMAIN.matches(domain)) {
      throw new RefusedException(
          "assignDomain \"" + domain + "\" is no HOST.NAME[:PORT] and no localhost[:PORT]");
    }
    if (!path.isEmpty() && !PATH.matches(path)) {
      throw new RefusedException(
          "assignPath \"" + path + "\" is no path of an image in lower case without a tag");
    }
    int slash = path.indexOf('/');
    if (domain.isEmpty() && slash > 0 && isDomain(path.substring(0, slash))) {
      throw new RefusedException(
          "assignPath \"" + path + "\" begins with a domain, which belongs to assignDomain");
    }
    if (!tag.isEmpty() && !TAG.matches(tag)) {
      throw new RefusedException(
          "assignTag \""
              + tag
              + "\" is no tag that begins with ':' and no digest that begins with '@'");
    }
  }
}
